"""Which recommendations a list shows, and in what order."""

import re
from typing import NamedTuple

from recotrack.analysis.lineage import editions_of
from recotrack.analysis.standing import Standing
from recotrack.model.records import Recommendation
from recotrack.model.register import Register
from recotrack.model.terms import Currency, Flag, Implementation

_SETTLED_FLAGS = frozenset({Flag.IMPLEMENTED_BUT_REPEATED})
SORTS = ("group", "id", "since", "times", "status")


class Query(NamedTuple):
    """What to select. An empty tuple and None select all; several values of one kind are alternatives."""

    all: bool = False
    status: tuple[Implementation, ...] = ()
    source: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    year: tuple[int, ...] = ()
    theme: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    flag: tuple[Flag, ...] = ()
    search: str | None = None
    sort: str = "group"


class Group(NamedTuple):
    """Recommendations that a list shows under one heading; `year` is None unless all are of one edition.

    `since` is, for absent ones, the first loaded edition that no longer has them.
    """

    series: str
    country: str
    currency: Currency | None
    year: int | None
    since: int | None
    ids: tuple[str, ...]


def select(register: Register, standings: dict[str, Standing], query: Query) -> tuple[Group, ...]:
    """Gives the recommendations that a query asks for, grouped and in order.

    By `group`: the series with the newest edition first; in each its current ones, then those
    absent from the newest edition, then, where asked for, the continued ones. Any other order
    gives one group. Search and addressees ignore case; a word of the
    search may be the beginning of a longer one.
    """
    chosen = [r for r in register.recommendations.values() if _matches(register, r, standings[r.id], query)]
    if query.sort != "group":
        ordered = sorted(chosen, key=lambda r: _key(standings[r.id], r, query.sort))
        return (Group("", "", None, None, None, tuple(r.id for r in ordered)),) if ordered else ()
    groups: dict[tuple[int, str, str, int, int], list[Recommendation]] = {}
    newest: dict[tuple[str, str], tuple[int, ...]] = {}
    for r in chosen:
        series = register.series_of(r)
        if series not in newest:
            newest[series] = editions_of(register, series)
        years = newest[series]
        rank = (Currency.CURRENT, Currency.ABSENT, Currency.CONTINUED).index(standings[r.id].currency)
        groups.setdefault((-years[-1], *series, rank, -r.year), []).append(r)
    result = []
    for (_, name, country, _, negative), members in sorted(groups.items()):
        years = newest[name, country]
        currency = standings[members[0].id].currency
        since = next(year for year in years if year > -negative) if currency is Currency.ABSENT else None
        ids = tuple(r.id for r in sorted(members, key=lambda r: (r.source, r.number)))
        result.append(Group(name, country, currency, -negative, since, ids))
    return tuple(result)


def asks_for_settled(query: Query) -> bool:
    """Tells whether a query names what open recommendations do not have, and so means all."""
    return Implementation.IMPLEMENTED in query.status or bool(_SETTLED_FLAGS.intersection(query.flag))


def _is_asked_for(standing: Standing, query: Query) -> bool:
    implemented = standing.implementation is Implementation.IMPLEMENTED and Implementation.IMPLEMENTED in query.status
    return implemented or bool(_SETTLED_FLAGS.intersection(query.flag).intersection(standing.flags))


def _matches(register: Register, r: Recommendation, standing: Standing, query: Query) -> bool:
    source = register.sources[r.source]
    return (
        (query.all or standing.open or _is_asked_for(standing, query))
        and (not query.status or standing.implementation in query.status)
        and (not query.source or r.source in query.source)
        and (not query.series or source.series in query.series)
        and (not query.country or source.country.casefold() in {country.casefold() for country in query.country})
        and (not query.year or r.year in query.year)
        and (not query.theme or any(theme in r.themes for theme in query.theme))
        and (not query.addressee or _addresses(r, query.addressee))
        and (not query.flag or any(flag in standing.flags for flag in query.flag))
        and (query.search is None or _contains(r, query.search))
    )


def _addresses(r: Recommendation, names: tuple[str, ...]) -> bool:
    addressees = "\n".join(r.addressees).casefold()
    return any(name.casefold() in addressees for name in names)


def _contains(r: Recommendation, search: str) -> bool:
    words = " ".join((r.id, r.section or "", r.lead_in or "", r.text, *r.mentions, *r.made_by)).casefold()
    return all(re.search(rf"(?<!\w){re.escape(word)}", words) for word in search.casefold().split())


def _key(standing: Standing, r: Recommendation, sort: str) -> tuple[object, ...]:
    match sort:
        case "since":
            return standing.first_year, r.source, r.number
        case "times":
            return -standing.times_made, standing.first_year, r.source, r.number
        case "status":
            return list(Implementation).index(standing.implementation), r.source, r.number
        case _:
            return r.source, r.number
