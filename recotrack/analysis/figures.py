"""Numbers over time: where sources disagree, and sums that do not add up.

Nothing is smoothed over and nothing is preferred: every value stands as its source gives it,
and what does not agree is named.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, permutations
from typing import NamedTuple

from recotrack.analysis.numerals import number_of
from recotrack.model.dates import first_day, last_day
from recotrack.model.records import Figure, Metric, Period, Term
from recotrack.model.register import Register
from recotrack.model.terms import Hedge

Key = tuple[tuple[str, str], ...]
"""A part of a metric: its dimensions and categories, in order; empty for the whole."""


class Conflict(NamedTuple):
    """Values of one metric, time and part that cannot all be right as they stand."""

    metric: str
    covers: Period
    by: Key
    figures: tuple[Figure, ...]


class Addition(NamedTuple):
    """Values that may be expected to add up.

    `dimension` is None where a person declared the sum, with `because`. `difference` is the
    sum of the parts less the total.
    """

    metric: str
    covers: Period
    source: str
    dimension: str | None
    total: Figure
    parts: tuple[tuple[str, Figure], ...]
    because: str | None
    difference: Decimal

    @property
    def adds_up(self) -> bool:
        """Whether the parts come to the total."""
        return self.difference == 0


class Overrun(NamedTuple):
    """A value of a part of a time that is more than the value of the whole of it."""

    metric: str
    by: Key
    whole: Figure
    part: Figure


class Findings(NamedTuple):
    """What a metric's values show together."""

    conflicts: tuple[Conflict, ...]
    overruns: tuple[Overrun, ...]
    additions: tuple[Addition, ...]

    @property
    def not_adding_up(self) -> tuple[Addition, ...]:
        """The sums that do not come to their total."""
        return tuple(one for one in self.additions if not one.adds_up)


def key_of(by: dict[str, str]) -> Key:
    """Gives the part that `by` names, whatever the order its dimensions are written in."""
    return tuple(sorted(by.items()))


def in_order(metric: Metric) -> list[Figure]:
    """Gives the values by time, the whole before its parts, and as they are written."""
    return sorted(
        metric.values,
        key=lambda one: (first_day(one.covers.start), one.covers.end, bool(one.by), sorted(one.by), key_of(one.by)),
    )


def findings_of(register: Register, metric: Metric) -> Findings:
    """Gives the conflicts and the sums of a metric, oldest first."""
    conflicts = sorted(_conflicts(metric), key=lambda one: (first_day(one.covers.start), one.by))
    additions = [*_by_dimension(metric), *_declared(register, metric)]
    return Findings(
        tuple(conflicts),
        tuple(_overruns(metric)),
        tuple(sorted(additions, key=lambda one: (first_day(one.covers.start), one.source, one.dimension or ""))),
    )


def figures_for(metric: Metric, source: str, covers: Period, by: dict[str, str]) -> list[Figure]:
    """Gives the values that a source states of a time and a part."""
    wanted = key_of(by)
    days = _days(covers)
    return [
        one for one in metric.values if one.source == source and _days(one.covers) == days and key_of(one.by) == wanted
    ]


def metric_of(register: Register, here: Metric, term: Term) -> Metric | None:
    """Gives the metric that a term of a sum names; None where the register has none of that id."""
    return here if term.metric in (None, here.metric) else register.metrics.get(term.metric or "")


def agree(one: Figure, other: Figure) -> bool:
    """Tells whether two values can both be right: a hedged one agrees with all that it allows.

    `about` allows what rounds to its own number of leading digits; of two hedged values nothing
    is known.
    """
    if one.about is not None and other.about is not None:
        return True
    if other.about is not None:
        one, other = other, one
    a, b = number_of(one.value), number_of(other.value)
    if a is None or b is None:
        return one.value == other.value
    match one.about:
        case None:
            return a == b
        case Hedge.MORE_THAN:
            return b > a
        case Hedge.LESS_THAN:
            return b < a
        case Hedge.UP_TO:
            return b <= a
        case Hedge.ABOUT:
            return _rounded(b, a) == a


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    """Rounds a value to the place of the last digit of another that is not zero."""
    place = like.normalize().as_tuple().exponent
    assert isinstance(place, int)
    return value.quantize(Decimal(1).scaleb(place))


def _conflicts(metric: Metric) -> list[Conflict]:
    alike: dict[tuple[tuple[str, str], Key], list[Figure]] = {}
    for figure in metric.values:
        alike.setdefault((_days(figure.covers), key_of(figure.by)), []).append(figure)
    return [
        Conflict(metric.metric, figures[0].covers, by, tuple(figures))
        for (_, by), figures in alike.items()
        if any(not agree(one, other) for one, other in combinations(figures, 2))
    ]


def _overruns(metric: Metric) -> Iterator[Overrun]:
    """Yields what cannot be where a metric counts events: more of them in a part of a time than in all of it."""
    for part, whole in permutations(in_order(metric), 2):
        if key_of(part.by) != key_of(whole.by) or part.about is not None or whole.about is not None:
            continue
        less, more = number_of(whole.value), number_of(part.value)
        if less is not None and more is not None and more > less and _lies_in(part.covers, whole.covers):
            yield Overrun(metric.metric, key_of(part.by), whole, part)


def _days(covers: Period) -> tuple[str, str]:
    """Gives the first and the last day of a time: `2023` and its first to its last day are the same."""
    return first_day(covers.start), last_day(covers.end)


def _lies_in(inner: Period, outer: Period) -> bool:
    one, other = _days(inner), _days(outer)
    return one != other and other[0] <= one[0] and one[1] <= other[1]


def _by_dimension(metric: Metric) -> list[Addition]:
    """Adds up the parts of one dimension, wherever one source gives two or more of them and their total."""
    found = []
    groups: dict[tuple[str, tuple[str, str], Key, str], list[Figure]] = {}
    for figure in metric.values:
        for dimension in figure.by:
            rest = key_of({name: value for name, value in figure.by.items() if name != dimension})
            groups.setdefault((figure.source, _days(figure.covers), rest, dimension), []).append(figure)
    for (source, _, rest, dimension), figures in groups.items():
        covers = figures[0].covers
        totals = figures_for(metric, source, covers, dict(rest))
        parts = {figure.by[dimension]: figure for figure in figures}
        if len(parts) < 2 or len(parts) < len(figures) or len(totals) != 1:
            continue
        difference = _difference(totals[0], list(parts.values()))
        if difference is not None:
            found.append(
                Addition(metric.metric, covers, source, dimension, totals[0], tuple(parts.items()), None, difference)
            )
    return found


def _declared(register: Register, metric: Metric) -> list[Addition]:
    found = []
    for one in metric.sums:
        named: list[tuple[str, Figure]] = []
        for term in (one.total, *one.parts):
            where = metric_of(register, metric, term)
            figures = figures_for(where, one.source, one.covers, term.by) if where is not None else []
            if len(figures) != 1:
                break
            title = "" if where is metric or where is None else where.title
            named.append((", ".join(filter(None, [title, *(f"{k}: {v}" for k, v in term.by.items())])), figures[0]))
        else:
            (_, total), *parts = named
            difference = _difference(total, [figure for _, figure in parts])
            if difference is not None:
                found.append(
                    Addition(metric.metric, one.covers, one.source, None, total, tuple(parts), one.because, difference)
                )
    return found


def _difference(total: Figure, parts: list[Figure]) -> Decimal | None:
    """Gives what the parts come to, less the total; None where any of them is hedged or is no number."""
    numbers = [number_of(one.value) for one in (total, *parts) if one.about is None]
    if len(numbers) <= len(parts) or None in numbers:
        return None
    return sum((number for number in numbers[1:] if number is not None), Decimal(0)) - (numbers[0] or Decimal(0))
