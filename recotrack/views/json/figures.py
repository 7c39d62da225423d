"""`figures`: metrics with their values, conflicts and sums."""

from typing import Any

from recotrack.analysis.figures import Addition, Conflict, findings_of, in_order
from recotrack.analysis.numerals import number_of
from recotrack.analysis.plain import plain
from recotrack.model.records import Figure, Metric, Period
from recotrack.model.register import Register
from recotrack.views.json.layout import dumped


def figures_json(register: Register, metrics: list[Metric]) -> str:
    """Gives metrics. A value is a number where it is one, else text; `covers` has `from` and `to`."""
    return dumped({"metrics": [_metric(register, metric) for metric in metrics]})


def _metric(register: Register, metric: Metric) -> dict[str, Any]:
    found = findings_of(register, metric)
    return {
        "metric": metric.id,
        "title": metric.title,
        "unit": metric.unit,
        "note": metric.note,
        "values": [_figure(figure) for figure in in_order(metric)],
        "conflicts": [_conflict(one) for one in found.conflicts],
        "overruns": [
            {"by": dict(one.by), "whole": _figure(one.whole), "part": _figure(one.part)} for one in found.overruns
        ],
        "sums": [_addition(one) for one in found.additions],
        "remarks": plain(metric.remarks),
    }


def _number(text: str) -> int | float | str:
    number = number_of(text)
    if number is None:
        return text
    return int(number) if number == number.to_integral_value() else float(number)


def _covers(covers: Period) -> dict[str, str]:
    return {"from": covers.start, "to": covers.end}


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "value": _number(figure.value),
        "covers": _covers(figure.covers),
        "by": figure.by,
        "about": figure.about,
        "stated": figure.stated,
        "computation": figure.computation,
        "source": figure.source,
        "place": figure.place,
        "quote": figure.quote,
        "note": figure.note,
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    values = [
        {"value": _number(one.value), "about": one.about, "source": one.source, "stated": one.stated}
        for one in conflict.figures
    ]
    return {"covers": _covers(conflict.covers), "by": dict(conflict.by), "values": values}


def _addition(addition: Addition) -> dict[str, Any]:
    return {
        "covers": _covers(addition.covers),
        "source": addition.source,
        "by": addition.total.by,
        "dimension": addition.dimension,
        "total": _number(addition.total.value),
        "parts": [{"name": name, "value": _number(figure.value)} for name, figure in addition.parts],
        "difference": _number(str(addition.difference)),
        "adds_up": addition.adds_up,
        "because": addition.because,
    }
