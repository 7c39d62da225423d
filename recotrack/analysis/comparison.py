"""Two editions of a series side by side: what became of each demand.

Lineage is composed over the editions between: where 2024 continues 2023 and 2023 continues
2018, the comparison of 2018 and 2024 links the two.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from recotrack.analysis.lineage import Graph, editions_of, graph_of, not_loaded, successors_of
from recotrack.analysis.signals import Signal, signals_of
from recotrack.analysis.standing import Standing, standings_of
from recotrack.analysis.words import WordChange, same_words, word_changes
from recotrack.model.records import Recommendation, Source
from recotrack.model.register import Register
from recotrack.model.terms import ChangeKind, Implementation, Relation

if TYPE_CHECKING:
    from recotrack.analysis.matching.match import Proposal


class EditionLink(NamedTuple):
    """A link between two editions; `score` is None where it was not made by matching."""

    earlier: str
    later: str
    relation: Relation
    score: float | None
    confirmed: bool


class EditionChange(NamedTuple):
    """One change with all its ids, and where the demand stands now.

    It is judged at `judged_at`, the newest that continue it (rule 5): `standing` is the one
    among them with the lowest level, and `unresolved` tells whether any of them is. `signals`
    are hints in the wording, from the earlier edition to the later; none are told backwards.
    """

    kind: ChangeKind
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    judged_at: tuple[str, ...]
    standing: Standing
    unresolved: bool
    words: tuple[WordChange, ...]
    signals: tuple[Signal, ...] = ()


class Comparison(NamedTuple):
    """What a comparison of two editions found.

    `missing` are the years between that are not loaded; None where the series' cadence does
    not tell which editions there are. `loaded_between` are loaded editions in between.
    """

    series: str
    earlier: Source
    later: Source
    missing: tuple[int, ...] | None
    loaded_between: tuple[int, ...]
    changes: tuple[EditionChange, ...]
    links: tuple[EditionLink, ...]
    proposed: bool = False


_MIRRORED = {
    ChangeKind.MERGED: ChangeKind.SPLIT,
    ChangeKind.SPLIT: ChangeKind.MERGED,
    ChangeKind.NEW: ChangeKind.DROPPED,
    ChangeKind.DROPPED: ChangeKind.NEW,
    ChangeKind.REINTRODUCED: ChangeKind.DROPPED,
    ChangeKind.NARROWED: ChangeKind.BROADENED,
    ChangeKind.BROADENED: ChangeKind.NARROWED,
}
_MIRRORED_RELATION = {
    Relation.MERGED: Relation.SPLIT,
    Relation.SPLIT: Relation.MERGED,
    Relation.NARROWED: Relation.BROADENED,
    Relation.BROADENED: Relation.NARROWED,
}


def compare_editions(register: Register, first: Source, second: Source, *, proposed: bool = False) -> Comparison:
    """Compares two loaded editions of one series by the recorded lineage.

    Args:
        register: the register that holds both.
        first: one edition.
        second: another of the same series and country, or the same.
        proposed: take what the matcher proposes in place of what is recorded. Nothing of it is
            confirmed, and it moves no standing.

    Returns:
        The comparison from `first` to `second`. Where `second` is the earlier one, the
        comparison is mirrored: what was merged reads as split, what is new as dropped. Changes
        stand in the order of the later list, then those that are in the earlier list alone.
    """
    backwards = second.year < first.year
    earlier, later = (second, first) if backwards else (first, second)
    standings = standings_of(register)
    series = (earlier.series, earlier.country)
    years = editions_of(register, series)
    if earlier == later:
        links = _same(register, earlier)
    elif proposed:
        links = _proposed(register, earlier, later)
    else:
        links = _links(register, graph_of(register), earlier, later)
    unread = set() if proposed else _unread(register, standings, earlier, later)
    counted = [link for link in links if link.confirmed or proposed]
    changes = _changes(register, standings, earlier, later, counted, unread)
    if backwards:
        links = tuple(
            EditionLink(
                link.later,
                link.earlier,
                _MIRRORED_RELATION.get(link.relation, link.relation),
                link.score,
                link.confirmed,
            )
            for link in links
        )
        changes = tuple(_mirrored(register, change) for change in changes)
    return Comparison(
        series=earlier.series,
        earlier=first,
        later=second,
        missing=not_loaded(register, series, earlier.year, later.year),
        loaded_between=tuple(year for year in years if earlier.year < year < later.year),
        changes=changes,
        links=links,
        proposed=proposed,
    )


def recommendations_of(register: Register, source: Source) -> tuple[Recommendation, ...]:
    """Gives the recommendations of a source in the order of its list."""
    found = [r for r in register.recommendations.values() if r.source == source.id]
    return tuple(sorted(found, key=lambda r: r.number))


def _same(register: Register, source: Source) -> tuple[EditionLink, ...]:
    return tuple(EditionLink(r.id, r.id, Relation.REPEATED, None, True) for r in recommendations_of(register, source))


def _links(register: Register, graph: Graph, earlier: Source, later: Source) -> tuple[EditionLink, ...]:
    """Gives confirmed links, composed over editions between, and recorded ones not confirmed."""
    wanted = {r.id: r for r in recommendations_of(register, earlier)}
    found: list[EditionLink] = []
    for recommendation in recommendations_of(register, later):
        direct = {link.id: link for link in recommendation.continues or ()}
        for id in _reached(register, graph, recommendation.id, earlier.year):
            if id in direct and direct[id].confirmed:
                relation = direct[id].relation
            elif id in wanted:
                same = same_words(wanted[id].text, recommendation.text)
                relation = Relation.REPEATED if same else Relation.REWORDED
            else:
                relation = Relation.REINTRODUCED
            found.append(EditionLink(id, recommendation.id, relation, None, True))
        found.extend(
            EditionLink(link.id, recommendation.id, link.relation, None, False)
            for link in direct.values()
            if not link.confirmed and link.id in wanted
        )
    return tuple(found)


def _proposed(register: Register, earlier: Source, later: Source) -> tuple[EditionLink, ...]:
    """Gives the links that the texts of two editions alone suggest.

    What is in the later edition alone is looked for in editions before the earlier one.
    """
    from recotrack.analysis.matching.match import LEAST_OVER, match

    one, other = recommendations_of(register, earlier), recommendations_of(register, later)
    found = match([r.text for r in one], [r.text for r in other])
    links = []
    for proposal in found:
        a, b = one[proposal.earlier], other[proposal.later]
        links.append(EditionLink(a.id, b.id, relation_of(proposal, found, a, b), proposal.score, False))
    linked = {link.later for link in links}
    new = [r for r in other if r.id not in linked]
    for source in reversed(_before(register, earlier)) if new else ():
        old = recommendations_of(register, source)
        for proposal in match([r.text for r in old], [r.text for r in new]):
            a, b = old[proposal.earlier], new[proposal.later]
            if proposal.score >= LEAST_OVER and b.id not in linked:
                links.append(EditionLink(a.id, b.id, Relation.REINTRODUCED, proposal.score, False))
        linked = {link.later for link in links}
    places = {r.id: (r.year, r.number) for r in (*other, *one)}
    return tuple(sorted(links, key=lambda link: (places[link.later], places.get(link.earlier, (0, 0)), link.earlier)))


def relation_of(
    proposal: "Proposal", all_of_them: "Sequence[Proposal]", earlier: Recommendation, later: Recommendation
) -> Relation:
    """Gives the relation of a proposal, by its place among all of two editions and by the words."""
    if sum(other.later == proposal.later for other in all_of_them) > 1:
        return Relation.MERGED
    if sum(other.earlier == proposal.earlier for other in all_of_them) > 1:
        return Relation.SPLIT
    return Relation.REPEATED if same_words(earlier.text, later.text) else Relation.REWORDED


def _before(register: Register, edition: Source) -> list[Source]:
    """Gives the editions of a series before one, oldest first."""
    with_list = {r.source for r in register.recommendations.values()}
    found = [
        source
        for source in register.sources.values()
        if (source.series, source.country) == (edition.series, edition.country)
        and source.year < edition.year
        and source.id in with_list
    ]
    return sorted(found, key=lambda source: source.year)


def _reached(register: Register, graph: Graph, id: str, year: int) -> tuple[str, ...]:
    """Gives the ancestors of one in its series, of the edition of a year, or before it where the line jumps it."""
    series = register.series_of(register.recommendations[id])
    found: dict[str, None] = {}
    seen = {id}
    waiting = [id]
    for current in waiting:
        for link in graph.parents.get(current, ()):
            if link.id in seen or register.series_of(register.recommendations[link.id]) != series:
                continue
            seen.add(link.id)
            if register.recommendations[link.id].year > year:
                waiting.append(link.id)
            else:
                found[link.id] = None
    return tuple(found)


def _changes(
    register: Register,
    standings: dict[str, Standing],
    earlier: Source,
    later: Source,
    links: list[EditionLink],
    unread: set[str],
) -> tuple[EditionChange, ...]:
    parents: dict[str, list[EditionLink]] = {}
    children: dict[str, list[EditionLink]] = {}
    back: dict[str, list[EditionLink]] = {}
    for link in links:
        if register.recommendations[link.earlier].source != earlier.id:
            back.setdefault(link.later, []).append(link)
            continue
        parents.setdefault(link.later, []).append(link)
        children.setdefault(link.earlier, []).append(link)

    made: list[tuple[ChangeKind, tuple[str, ...], tuple[str, ...]]] = []
    for recommendation in recommendations_of(register, later):
        id = recommendation.id
        up = parents.get(id, [])
        split = [link for link in up if len(children[link.earlier]) > 1]
        made += [
            (ChangeKind.SPLIT, (link.earlier,), tuple(child.later for child in children[link.earlier]))
            for link in split
            if children[link.earlier][0] is link
        ]
        if len(up) > 1:
            made.append((ChangeKind.MERGED, tuple(link.earlier for link in up), (id,)))
        elif len(up) == 1 and not split:
            made.append((_kind(register, up[0]), (up[0].earlier,), (id,)))
        elif not up and id in back:
            made.append((ChangeKind.REINTRODUCED, tuple(link.earlier for link in back[id]), (id,)))
        elif not up:
            made.append((ChangeKind.UNREAD if id in unread else ChangeKind.NEW, (), (id,)))
    # Where a list is not there, or a line has not been read, nobody knows what was dropped.
    settled = bool(made) and not any(register.recommendations[id].source == later.id for id in unread)
    for recommendation in recommendations_of(register, earlier):
        if recommendation.id not in children:
            made.append((ChangeKind.DROPPED if settled else ChangeKind.UNREAD, (recommendation.id,), ()))
    graph = graph_of(register)
    return tuple(_change(register, graph, standings, *change) for change in made)


def _unread(register: Register, standings: dict[str, Standing], earlier: Source, later: Source) -> set[str]:
    """Gives those after the earlier edition, up to the later, whose line back has a step nobody has read."""
    series = (earlier.series, earlier.country)
    found: set[str] = set()
    between = [
        r
        for r in register.recommendations.values()
        if register.series_of(r) == series and earlier.year < r.year <= later.year
    ]
    for recommendation in sorted(between, key=lambda r: r.year):
        standing = standings[recommendation.id]
        if standing.unread or found.intersection(standing.continues):
            found.add(recommendation.id)
    return found


def _kind(register: Register, link: EditionLink) -> ChangeKind:
    """Gives the kind of a link between one and one.

    A relation that tells of more than the two (a merge or a split of which only one part is
    in these editions) is told by the words alone.
    """
    if link.relation in (Relation.MERGED, Relation.SPLIT, Relation.REINTRODUCED):
        same = same_words(register.recommendations[link.earlier].text, register.recommendations[link.later].text)
        return ChangeKind.REPEATED if same else ChangeKind.REWORDED
    return ChangeKind(link.relation.value)


def _change(
    register: Register,
    graph: Graph,
    standings: dict[str, Standing],
    kind: ChangeKind,
    earlier: tuple[str, ...],
    later: tuple[str, ...],
) -> EditionChange:
    at = tuple(dict.fromkeys(leaf for id in later or earlier for leaf in successors_of(graph, id) or (id,)))
    now = [standings[id] for id in at]
    before, after = _joined(register, earlier), _joined(register, later)
    return EditionChange(
        kind,
        earlier,
        later,
        at,
        min(now, key=lambda standing: list(Implementation).index(standing.implementation)),
        any(_unresolved(standing) for standing in now),
        word_changes(before, after),
        signals_of(before, after) if earlier and later else (),
    )


def _unresolved(standing: Standing) -> bool:
    """Tells whether a demand is neither closed nor implemented by a finding since it was made."""
    finding = standing.finding
    met = finding is not None and not finding.baseline and finding.update.implementation is Implementation.IMPLEMENTED
    return not standing.closed and not met


def _mirrored(register: Register, change: EditionChange) -> EditionChange:
    # What was reintroduced came from before both: read backwards, it is in the first list alone.
    gone = () if change.kind is ChangeKind.REINTRODUCED else change.earlier
    words = word_changes(_joined(register, change.later), _joined(register, gone))
    kind = _MIRRORED.get(change.kind, change.kind)
    return change._replace(kind=kind, earlier=change.later, later=gone, words=words, signals=())


def _joined(register: Register, ids: tuple[str, ...]) -> str:
    return " ".join(register.recommendations[id].text for id in ids)
