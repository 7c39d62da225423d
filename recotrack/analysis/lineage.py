"""Lineage: which recommendation continues which, over all loaded editions.

Only confirmed links count here. A link to an unknown recommendation, to itself, or written
twice is a fault that `check` names; the graph leaves it out. A cycle is a fault as well; every walk
visits a recommendation once, so that it ends all the same.
"""

from typing import NamedTuple

from recotrack.model.records import Link
from recotrack.model.register import Register
from recotrack.model.terms import Cadence


class Line(NamedTuple):
    """One line of descent: its earliest recommendation and that one's year."""

    id: str
    since: int


class Graph(NamedTuple):
    """Confirmed links both ways: what each recommendation continues, and is continued by."""

    parents: dict[str, tuple[Link, ...]]
    children: dict[str, tuple[tuple[str, Link], ...]]


def graph_of(register: Register) -> Graph:
    """Gives the confirmed links of a register; ids without a link are not among the keys."""
    parents: dict[str, tuple[Link, ...]] = {}
    children: dict[str, list[tuple[str, Link]]] = {}
    known = register.recommendations
    for id, recommendation in known.items():
        if not recommendation.continues:
            continue
        links = {link.id: link for link in recommendation.continues if link.confirmed and link.id in known}
        links.pop(id, None)
        if links:
            parents[id] = tuple(links.values())
            for link in links.values():
                children.setdefault(link.id, []).append((id, link))
    return Graph(parents, {id: tuple(sorted(links)) for id, links in children.items()})


def ancestors(graph: Graph, id: str) -> tuple[str, ...]:
    """Gives all that a recommendation continues, directly or through others, nearest first."""
    found: dict[str, None] = {}
    waiting = [id]
    for current in waiting:
        for link in graph.parents.get(current, ()):
            if link.id not in found and link.id != id:
                found[link.id] = None
                waiting.append(link.id)
    return tuple(found)


def lines_of(register: Register, graph: Graph, id: str) -> tuple[Line, ...]:
    """Gives the lines that end in a recommendation, oldest first; its own where it has no other."""
    roots = [root for root in (id, *ancestors(graph, id)) if root not in graph.parents]
    return tuple(
        sorted(
            (Line(root, register.recommendations[root].year) for root in roots or [id]),
            key=lambda line: (line.since, line.id),
        )
    )


def successors_of(graph: Graph, id: str) -> tuple[str, ...]:
    """Gives the recommendations at which a continued one is judged: the newest that continue it."""
    found: dict[str, None] = {id: None}
    waiting = [id]
    for current in waiting:
        for child, _ in graph.children.get(current, ()):
            if child not in found:
                found[child] = None
                waiting.append(child)
    return tuple(sorted(other for other in found if other != id and other not in graph.children))


def thread_of(register: Register, graph: Graph, id: str) -> tuple[str, ...]:
    """Gives all that lineage ties to a recommendation, itself included, by year and id."""
    found = {id: None}
    waiting = [id]
    for current in waiting:
        around = [link.id for link in graph.parents.get(current, ())]
        around += [child for child, _ in graph.children.get(current, ())]
        for other in around:
            if other not in found:
                found[other] = None
                waiting.append(other)
    return tuple(sorted(found, key=lambda other: (register.recommendations[other].year, other)))


def loaded_years(register: Register, series: tuple[str, str]) -> tuple[int, ...]:
    """Gives the years of a series (its id and country) of which a source is loaded, in order."""
    years = {source.year for source in register.sources.values() if (source.series, source.country) == series}
    return tuple(sorted(years))


def editions_of(register: Register, series: tuple[str, str]) -> tuple[int, ...]:
    """Gives the years of a series of which a list of recommendations is loaded, in order.

    A source without any is no edition here: that a demand is not in it shows nothing.
    """
    with_list = {recommendation.source for recommendation in register.recommendations.values()}
    years = {
        source.year
        for source in register.sources.values()
        if (source.series, source.country) == series and source.id in with_list
    }
    return tuple(sorted(years))


def not_loaded(register: Register, series: tuple[str, str], first: int, last: int) -> tuple[int, ...] | None:
    """Gives the years strictly between two editions in which one is due but not loaded.

    Returns:
        The years in order; None where the series' cadence is not declared or irregular, so
        that it is unknown which editions there are.
    """
    declared = register.settings.series.get(series[0])
    match declared.cadence if declared else None:
        case Cadence.ANNUAL:
            step = 1
        case Cadence.BIENNIAL:
            step = 2
        case Cadence.ONCE:
            return ()
        case _:
            return None
    loaded = loaded_years(register, series)
    return tuple(year for year in range(first + step, last, step) if year not in loaded)
