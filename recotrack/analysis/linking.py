"""Proposals of lineage that wait for a person, and what becomes of the records when one is decided."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from recotrack.analysis.comparison import recommendations_of, relation_of
from recotrack.analysis.lineage import editions_of
from recotrack.analysis.matching.language import printed_phrase, stem_of, words_of
from recotrack.analysis.matching.match import LEAST_OVER, Proposal, match
from recotrack.analysis.signals import Signal, signals_of
from recotrack.analysis.words import same_words
from recotrack.model.records import Link, Recommendation, Refusal, Source
from recotrack.model.register import Register
from recotrack.model.terms import Relation

Changed = dict[str, Recommendation]
"""Recommendations as they are to be, by id."""


class Candidate(NamedTuple):
    """A link that waits for a decision.

    `relation` is None where the two are of different series: they may be related, and nothing
    is continued. `score` is None where a recorded link is not one that matching proposes.
    `words` carried the proposal, the weightiest first; `recorded` tells that the link stands in
    the record already, unconfirmed.
    """

    earlier: str
    later: str
    relation: Relation | None
    score: float | None
    words: tuple[str, ...] = ()
    recorded: bool = False


def signals_of_link(candidate: Candidate, before: str, after: str) -> tuple[Signal, ...]:
    """Gives the signals of a link of one with one; of a merge or a split one link alone tells half."""
    whole = candidate.relation not in (None, Relation.MERGED, Relation.SPLIT)
    return signals_of(before, after) if whole else ()


def edition_pairs(
    register: Register, *, series: str | None = None, country: str | None = None
) -> list[tuple[Source, Source]]:
    """Gives each loaded edition with the one loaded before it, by series, country and year."""
    groups: dict[tuple[str, str], list[Source]] = {}
    with_list = {r.source for r in register.recommendations.values()}
    for source in sorted(register.sources.values(), key=lambda source: (source.series, source.country, source.year)):
        if source.id in with_list and series in (None, source.series) and country in (None, source.country):
            groups.setdefault((source.series, source.country), []).append(source)
    return [pair for sources in groups.values() for pair in pairwise(sources)]


def series_pairs(register: Register, *, country: str | None = None) -> list[tuple[Source, Source]]:
    """Gives each two lists of different series on one country, the older first."""
    with_list = {r.source for r in register.recommendations.values()}
    sources = [s for s in register.sources.values() if s.id in with_list and country in (None, s.country)]
    ordered = sorted(sources, key=lambda source: (source.year, source.id))
    return [(a, b) for a, b in combinations(ordered, 2) if a.series != b.series and a.country == b.country]


def lineage_candidates(
    register: Register, earlier: Source, later: Source, *, again: bool = False
) -> tuple[Candidate, ...]:
    """Gives the links between two consecutive editions that nobody has decided on.

    A recommendation whose lineage has been read is passed over, but for links that stand there
    unconfirmed. What was refused is not proposed again.

    Args:
        register: the register.
        earlier: an edition.
        later: the one loaded next.
        again: also propose for those that have been read.
    """
    one, other = recommendations_of(register, earlier), recommendations_of(register, later)
    wanted = {r.id for r in other if again or r.continues is None or not all(link.confirmed for link in r.continues)}
    if not wanted:
        return ()
    refused = {(refusal.id, r.id) for r in other for refusal in r.refused}
    found = [
        proposal
        for proposal in match([r.text for r in one], [r.text for r in other])
        if (one[proposal.earlier].id, other[proposal.later].id) not in refused
    ]
    candidates: list[Candidate] = []
    for place, recommendation in enumerate(other):
        if recommendation.id in wanted:
            own = [proposal for proposal in found if proposal.later == place]
            candidates += _of_one(register, recommendation, one, own, found, again=again)
    bare = [r for r in other if r.id in wanted and not r.continues and r.id not in {one.later for one in candidates}]
    return (*candidates, *_reintroduced(register, earlier, bare)) if bare else tuple(candidates)


def _of_one(
    register: Register,
    later: Recommendation,
    earlier: Sequence[Recommendation],
    own: Sequence[Proposal],
    found: Sequence[Proposal],
    *,
    again: bool,
) -> Iterator[Candidate]:
    links = {link.id: link for link in later.continues or ()}
    proposed = {earlier[proposal.earlier].id: proposal for proposal in own}
    for id, proposal in proposed.items():
        link = links.get(id)
        if (link and link.confirmed) or (link is None and later.continues is not None and not again):
            continue
        before = earlier[proposal.earlier]
        relation = relation_of(proposal, found, before, later)
        if link and relation not in (Relation.MERGED, Relation.SPLIT):
            relation = link.relation
        words = in_full(proposal.words, later.text)
        yield Candidate(id, later.id, relation, proposal.score, words, link is not None)
    for id, link in links.items():
        if not link.confirmed and id not in proposed and id in register.recommendations:
            yield Candidate(id, later.id, link.relation, None, (), True)


def _reintroduced(register: Register, before: Source, bare: list[Recommendation]) -> Iterator[Candidate]:
    """Yields those of editions before the last that come back; nothing continues them in between."""
    continued = {link.id for r in register.recommendations.values() for link in r.continues or () if link.confirmed}
    older = [
        source
        for source in register.sources.values()
        if (source.series, source.country) == (before.series, before.country) and source.year < before.year
    ]
    for source in sorted(older, key=lambda source: -source.year):
        old = [r for r in recommendations_of(register, source) if r.id not in continued]
        for proposal in match([r.text for r in old], [r.text for r in bare]):
            one, other = old[proposal.earlier], bare[proposal.later]
            if proposal.score >= LEAST_OVER and one.id not in {refusal.id for refusal in other.refused}:
                words = in_full(proposal.words, other.text)
                yield Candidate(one.id, other.id, Relation.REINTRODUCED, proposal.score, words)


def related_candidates(register: Register, one: Source, other: Source) -> tuple[Candidate, ...]:
    """Gives pairs of two lists of different series that ask much the same and are not recorded as related."""
    a, b = recommendations_of(register, one), recommendations_of(register, other)
    known = {(r.id, related) for r in (*a, *b) for related in r.related}
    known |= {(r.id, refusal.id) for r in (*a, *b) for refusal in r.refused}
    known |= {(r.id, link.id) for r in (*a, *b) for link in r.continues or ()}
    found = []
    for proposal in match([r.text for r in a], [r.text for r in b]):
        first, second = a[proposal.earlier], b[proposal.later]
        if not {(first.id, second.id), (second.id, first.id)} & known:
            found.append(Candidate(first.id, second.id, None, proposal.score, in_full(proposal.words, second.text)))
    return tuple(sorted(found, key=lambda one: (-(one.score or 0), one.earlier, one.later)))


def candidate_of(register: Register, one: str, other: str) -> Candidate:
    """Gives what matching says of two recommendations, the earlier edition first, among the lists they are from.

    The score is None where it proposes no link.
    """
    first, second = sorted((register.recommendations[id] for id in (one, other)), key=lambda r: (r.year, r.id))
    lists = [recommendations_of(register, register.source_of(r)) for r in (first, second)]
    found = match(*([r.text for r in recommendations] for recommendations in lists))
    places = [[r.id for r in recommendations].index(id) for recommendations, id in
              zip(lists, (first.id, second.id), strict=True)]  # fmt: skip
    proposal = next((one for one in found if [one.earlier, one.later] == places), None)
    link = next((link for link in second.continues or () if link.id == first.id), None)
    relation = None
    if register.series_of(first) == register.series_of(second):
        same = same_words(first.text, second.text)
        relation = Relation.REPEATED if same else Relation.REWORDED
        between = [y for y in editions_of(register, register.series_of(first)) if first.year < y < second.year]
        if link or between:
            relation = link.relation if link else Relation.REINTRODUCED
        elif proposal:
            relation = relation_of(proposal, found, first, second)
    words = in_full(proposal.words, second.text) if proposal else ()
    return Candidate(first.id, second.id, relation, proposal.score if proposal else None, words, link is not None)


def in_full(stems: Sequence[str], text: str) -> tuple[str, ...]:
    """Gives for stems the words of a text that they are of, as they stand there; those it has not are left out."""
    words: dict[str, str] = {}
    for word in words_of(text.casefold()):
        words.setdefault(stem_of(word), word)
    found = (words.get(stem) or printed_phrase(stem, text) for stem in stems)
    return tuple(dict.fromkeys(word for word in found if word))


def confirm(register: Register, candidate: Candidate, rationale: str | None, waiting: Sequence[Candidate]) -> Changed:
    """Gives the records after a link was confirmed.

    Args:
        register: the register before.
        candidate: the link; one without a relation makes the two related.
        rationale: why; None keeps what is recorded.
        waiting: others of the same later recommendation that are still to be decided; they are
            recorded unconfirmed, since it counts as read from now on.

    Returns:
        What changes: the later recommendation, and those whose relation follows (a second parent
        makes a merge of both links, a second child a split).
    """
    earlier, later = candidate.earlier, register.recommendations[candidate.later]
    if candidate.relation is None:
        holder, other = _holder(register, candidate)
        return {
            holder.id: holder._replace(
                related=(*holder.related, other), refused=tuple(one for one in holder.refused if one.id != other)
            )
        }
    old = {link.id: link for link in later.continues or ()}
    why = rationale or (old[earlier].rationale if earlier in old else None)
    link = Link(earlier, candidate.relation, True, why)
    links = {**old, earlier: link}
    for one in waiting:
        if one.relation is not None:
            links.setdefault(one.earlier, Link(one.earlier, one.relation, False))
    changed = later._replace(
        continues=tuple(links.values()),
        refused=tuple(one for one in later.refused if one.id != earlier),
        related=tuple(one for one in later.related if one != earlier),
    )
    return _settled(register, {later.id: changed})


def reject(register: Register, candidate: Candidate, rationale: str | None) -> Changed:
    """Gives the records after a link was refused: it is remembered, and no longer proposed."""
    later = register.recommendations[candidate.later]
    if candidate.relation is None:
        holder, other = _holder(register, candidate)
        return {holder.id: holder._replace(refused=(*_others(holder, other), Refusal(other, rationale)))}
    links = later.continues
    if links is not None:
        left = tuple(link for link in links if link.id != candidate.earlier)
        # Drafts that are refused leave the lineage unread: that it continues nothing is for a person to say.
        links = left or (None if not any(link.confirmed for link in links) else left)
    refused = (*_others(later, candidate.earlier), Refusal(candidate.earlier, rationale))
    return _settled(register, {later.id: later._replace(continues=links, refused=refused)})


def continues_none(register: Register, id: str) -> Changed:
    """Gives the record after somebody looked and found that it continues nothing."""
    return {id: register.recommendations[id]._replace(continues=())}


def with_changes(register: Register, changed: Changed) -> Register:
    """Gives the register with some recommendations changed."""
    return register._replace(recommendations={**register.recommendations, **changed})


def _others(record: Recommendation, id: str) -> tuple[Refusal, ...]:
    return tuple(one for one in record.refused if one.id != id)


def _holder(register: Register, candidate: Candidate) -> tuple[Recommendation, str]:
    """Gives the record that a relation is written in, and the other id: where relations stand already, else the later.

    Being related is mutual, and written once.
    """
    earlier, later = (register.recommendations[id] for id in (candidate.earlier, candidate.later))
    return (earlier, later.id) if earlier.related and not later.related else (later, earlier.id)


def _settled(register: Register, changed: Changed) -> Changed:
    """Adds what follows for the relations of links that share a recommendation with those changed."""
    after = with_changes(register, changed)
    result = dict(changed)
    for id in changed:
        record, before = changed[id], register.recommendations[id]
        touched = {link.id for one in (record, before) for link in one.continues or ()}
        edition = [r for r in after.recommendations.values() if r.source == record.source]
        children: dict[str, int] = {}
        for other in edition:
            for link in other.continues or ():
                children[link.id] = children.get(link.id, 0) + link.confirmed
        for other in edition:
            links = other.continues or ()
            if other.id != id and not any(link.id in touched for link in links):
                continue
            parts = sum(link.confirmed for link in links)
            settled = tuple(
                link._replace(relation=_relation(after, link, other, parts, children[link.id]))
                if link.confirmed
                else link
                for link in links
            )
            if settled != links:
                result[other.id] = other._replace(continues=settled)
    return result


def _relation(register: Register, link: Link, later: Recommendation, parts: int, children: int) -> Relation:
    """Gives the relation of a confirmed link by how many it joins; what a person calls it stays where it can."""
    relation = link.relation
    if relation is Relation.REINTRODUCED or (relation is Relation.SPLIT and children > 1):
        return relation
    if parts > 1:
        return Relation.MERGED
    if children > 1:
        return Relation.SPLIT
    if link.id not in register.recommendations:
        return relation
    if same_words(register.recommendations[link.id].text, later.text):
        return Relation.REPEATED
    return relation if relation in (Relation.NARROWED, Relation.BROADENED) else Relation.REWORDED
