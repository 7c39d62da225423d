"""Rules on lineage and relations between recommendations."""

from collections.abc import Iterator

from recotrack.analysis.lineage import editions_of
from recotrack.analysis.words import same_words
from recotrack.model.diagnostics import Diagnostic, fault
from recotrack.model.records import Link, Recommendation
from recotrack.model.register import Register
from recotrack.model.suggestions import did_you_mean
from recotrack.model.terms import Relation

Editions = dict[tuple[str, str], tuple[int, ...]]
Children = dict[tuple[str, str, str, int], int]
"""By an earlier id and a later edition (series, country, year): how many of it continue that one."""


def check_lineage(register: Register) -> Iterator[Diagnostic]:
    """Yields faults of links: their ends, their direction, their relation; and cycles."""
    children: Children = {}
    for recommendation in register.recommendations.values():
        for link in recommendation.continues or ():
            if link.confirmed:
                key = (link.id, *register.series_of(recommendation), recommendation.year)
                children[key] = children.get(key, 0) + 1
    series = {register.series_of(recommendation) for recommendation in register.recommendations.values()}
    editions = {one: editions_of(register, one) for one in series}
    for recommendation in register.recommendations.values():
        yield from _links(register, recommendation, children, editions)
        yield from _related(register, recommendation)
        yield from _refused(register, recommendation)
    yield from _cycles(register)


def _links(register: Register, later: Recommendation, children: Children, editions: Editions) -> Iterator[Diagnostic]:
    links = later.continues or ()
    for index, link in enumerate(links):
        at = later.origin.at("continues", index, "id")
        if link.id == later.id:
            yield fault("lineage-self", at, "a recommendation cannot continue itself")
        elif link.id in [other.id for other in links[:index]]:
            yield fault("double-entry", at, f"{link.id} stands twice", "keep one of the links")
        elif link.id in register.unreadable:
            continue
        elif link.id not in register.recommendations:
            yield fault(
                "unknown-recommendation",
                at,
                f"{link.id} is not in the register",
                did_you_mean(link.id, register.recommendations),
            )
        else:
            yield from _link(register, later, index, link, children, editions)


def _link(
    register: Register, later: Recommendation, index: int, link: Link, children: Children, editions: Editions
) -> Iterator[Diagnostic]:
    earlier = register.recommendations[link.id]
    at = later.origin.at("continues", index, "id")
    same_series = register.series_of(earlier) == register.series_of(later)
    if earlier.year > later.year or (earlier.year == later.year and same_series):
        message = f"{link.id} is of {earlier.year}, not before {later.year}"
        yield fault("lineage-backwards", at, message, "a later recommendation continues an earlier one")
    if not same_series:
        hint = "unless it was issued as its continuation, write it under `related`"
        yield fault("lineage-other-series", at, f"{link.id} is of another series or country", hint)
    else:
        between = [year for year in editions[register.series_of(later)] if earlier.year < year < later.year]
        if between and link.relation is not Relation.REINTRODUCED:
            message = f"the link jumps the loaded edition {', '.join(map(str, between))}"
            hint = "link to that edition, or call the relation `reintroduced`"
            yield fault("lineage-over-edition", at, message, hint)
        if not between and link.relation is Relation.REINTRODUCED:
            where = later.origin.at("continues", index, "relation")
            message = "`reintroduced` where no loaded edition lies between"
            yield fault("relation-not-lineage", where, message)
    yield from _relation(register, later, index, link, earlier, children)


def _relation(
    register: Register, later: Recommendation, index: int, link: Link, earlier: Recommendation, children: Children
) -> Iterator[Diagnostic]:
    at = later.origin.at("continues", index, "relation")
    same = same_words(earlier.text, later.text)
    parts = sum(other.confirmed for other in later.continues or ())
    successors = children.get((link.id, *register.series_of(later), later.year), 0)
    if link.relation is Relation.REPEATED and not same:
        message = f"`repeated`, but the words are not those of {link.id}"
        yield fault("relation-not-words", at, message, "call it `reworded`")
    elif link.relation in (Relation.REWORDED, Relation.NARROWED, Relation.BROADENED) and same:
        message = f"`{link.relation}`, but the words are those of {link.id}"
        yield fault("relation-not-words", at, message, "call it `repeated`")
    if not link.confirmed:
        return
    if link.relation is Relation.MERGED and parts < 2:
        message = "`merged`, but it continues one recommendation alone"
        yield fault("relation-not-lineage", at, message, "a merge has two or more earlier ones")
    elif link.relation is Relation.SPLIT and successors < 2:
        message = f"`split`, but nothing else continues {link.id}"
        yield fault("relation-not-lineage", at, message, "a split has two or more later ones")
    elif link.relation not in (Relation.MERGED, Relation.SPLIT, Relation.REINTRODUCED) and parts > 1:
        message = f"`{link.relation}`, but it continues {parts} recommendations"
        yield fault("relation-not-lineage", at, message, "call each of the links `merged`")
    elif link.relation not in (Relation.MERGED, Relation.SPLIT, Relation.REINTRODUCED) and successors > 1:
        message = f"`{link.relation}`, but {successors} recommendations continue {link.id}"
        yield fault("relation-not-lineage", at, message, "call each of the links `split`")


def _related(register: Register, recommendation: Recommendation) -> Iterator[Diagnostic]:
    for index, other in enumerate(recommendation.related):
        at = recommendation.origin.at("related", index)
        if other == recommendation.id:
            yield fault("related-self", at, "a recommendation cannot be related to itself")
        elif other in recommendation.related[:index]:
            yield fault("double-entry", at, f"{other} stands twice")
        elif other in [link.id for link in recommendation.continues or ()]:
            yield fault("double-entry", at, f"{other} stands under `continues` already")
        elif other not in register.recommendations and other not in register.unreadable:
            yield fault(
                "unknown-recommendation",
                at,
                f"{other} is not in the register",
                did_you_mean(other, register.recommendations),
            )


def _refused(register: Register, recommendation: Recommendation) -> Iterator[Diagnostic]:
    links = {link.id: "continues" for link in recommendation.continues or ()}
    taken = dict.fromkeys(recommendation.related, "related") | links
    for index, refusal in enumerate(recommendation.refused):
        at = recommendation.origin.at("refused", index, "id")
        if refusal.id in [other.id for other in recommendation.refused[:index]]:
            yield fault("double-entry", at, f"{refusal.id} stands twice")
        elif refusal.id in taken:
            yield fault("double-entry", at, f"{refusal.id} stands under `{taken[refusal.id]}` already", "keep one")
        elif refusal.id not in register.recommendations and refusal.id not in register.unreadable:
            hint = did_you_mean(refusal.id, register.recommendations)
            yield fault("unknown-recommendation", at, f"{refusal.id} is not in the register", hint)


def _cycles(register: Register) -> Iterator[Diagnostic]:
    """Yields each cycle once, at its first recommendation by id; walks without recursion."""
    links = {
        id: [link.id for link in r.continues or () if link.id in register.recommendations and link.id != id]
        for id, r in register.recommendations.items()
    }
    done: set[str] = set()
    for start in links:
        path: list[str] = []
        on_path: set[str] = set()
        stack = [(start, iter(links[start]))] if start not in done else []
        if stack:
            path.append(start)
            on_path.add(start)
        while stack:
            id, ahead = stack[-1]
            step = next((other for other in ahead if other not in done), None)
            if step is None:
                stack.pop()
                on_path.discard(path.pop())
                done.add(id)
            elif step in on_path:
                yield _cycle(register, path[path.index(step) :])
            else:
                stack.append((step, iter(links[step])))
                path.append(step)
                on_path.add(step)


def _cycle(register: Register, members: list[str]) -> Diagnostic:
    first = members.index(min(members))
    members = members[first:] + members[:first]
    start = register.recommendations[members[0]]
    following = members[1]
    index = [link.id for link in start.continues or ()].index(following)
    way = " → ".join([*members, members[0]])
    return fault("lineage-cycle", start.origin.at("continues", index, "id"), f"lineage in a cycle: {way}")
