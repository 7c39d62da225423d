"""`list`: recommendations and their standing, as the contract has them."""

from typing import Any

from recotrack.analysis.lineage import loaded_years, not_loaded
from recotrack.analysis.selection import Group
from recotrack.analysis.standing import Entry, Standing
from recotrack.model.register import Register
from recotrack.views.json.layout import dumped


def list_json(register: Register, standings: dict[str, Standing], groups: tuple[Group, ...]) -> str:
    """Gives the recommendations of a list, and which editions are loaded."""
    series = sorted({(source.series, source.country) for source in register.sources.values()})
    return dumped(
        {
            "series": [_series(register, one) for one in series],
            "recommendations": [item(register, standings[id]) for group in groups for id in group.ids],
        }
    )


def item(register: Register, standing: Standing) -> dict[str, Any]:
    """Gives a recommendation and its standing as the contract of `list` has them."""
    recommendation = register.recommendations[standing.id]
    finding, claim = standing.finding, standing.claim
    source = register.source_of(recommendation)
    shown: dict[str, Any] = {
        "id": standing.id,
        "source": recommendation.source,
        "series": source.series,
        "country": source.country,
        "year": recommendation.year,
        "number": recommendation.number,
    }
    if recommendation.section is not None:
        shown["section"] = recommendation.section
    if recommendation.lead_in is not None:
        shown["lead_in"] = recommendation.lead_in
    if recommendation.made_by:
        shown["made_by"] = recommendation.made_by
    return shown | {
        "text": recommendation.text,
        "themes": recommendation.themes,
        "addressees": recommendation.addressees,
        "mentions": recommendation.mentions,
        "implementation": standing.implementation,
        "basis": finding.basis if finding else None,
        "as_of": finding.update.date if finding else None,
        "baseline": finding is not None and finding.baseline,
        "claim": _claim(claim) if claim else None,
        "arguable": standing.arguable,
        "open": standing.open,
        "currency": standing.currency,
        "first_year": standing.first_year,
        "times_made": standing.times_made,
        "editions": standing.editions,
        "lines": [{"id": line.id, "since": line.since} for line in standing.lines],
        "continues": standing.continues,
        "continued_by": standing.continued_by,
        "related": standing.related,
        "flags": standing.flags,
    }


def _claim(entry: Entry) -> dict[str, Any]:
    covers = entry.update.covers
    return {
        "implementation": entry.update.implementation,
        "as_of": entry.update.date,
        "covers": {"from": covers.start, "to": covers.end} if covers else None,
        "summary": entry.update.summary,
    }


def _series(register: Register, series: tuple[str, str]) -> dict[str, Any]:
    loaded = loaded_years(register, series)
    missing = not_loaded(register, series, loaded[0], loaded[-1])
    return {
        "series": series[0],
        "country": series[1],
        "loaded": loaded,
        "not_loaded": list(missing or ()),
        "cadence_known": missing is not None,
    }
