"""Rules on figures: each value stands in its quote, and each sum names values that are there."""

from collections.abc import Iterator

from recotrack.analysis.checks.evidence import check_evidence, check_quote, check_source_ids
from recotrack.analysis.figures import figures_for, metric_of
from recotrack.analysis.numerals import number_of, numbers_in
from recotrack.model.diagnostics import Diagnostic, fault
from recotrack.model.records import Figure, Metric, Term
from recotrack.model.register import Register
from recotrack.model.terms import Stated


def check_figures(register: Register) -> Iterator[Diagnostic]:
    """Yields faults of metrics: their values, sums and remarks."""
    for metric in register.metrics.values():
        for index, figure in enumerate(metric.values):
            yield from _figure(register, metric, index, figure)
        yield from _sums(register, metric)
        for index, remark in enumerate(metric.remarks):
            yield from check_evidence(register, metric.origin, ("remarks", index, "evidence"), remark.evidence)


def _figure(register: Register, metric: Metric, index: int, figure: Figure) -> Iterator[Diagnostic]:
    origin, steps = metric.origin, ("values", index)
    yield from check_source_ids(register, origin, {(*steps, "source"): figure.source})
    yield from check_quote(origin, (*steps, "quote"), figure.quote)
    if figure in metric.values[:index]:
        yield fault("double-entry", origin.at(*steps), "the same value stands twice")
    if (figure.stated is Stated.COMPUTED) != (figure.computation is not None):
        message = "`stated: computed` and `computation` go together"
        yield fault("computed-without-how", origin.at(*steps), message, "tell how it was computed, or drop both")
    if figure.stated in (Stated.COMPUTED, Stated.IMPLIED) or not _reads_english(register, figure.source):
        return
    number = number_of(figure.value)
    if number is not None:
        there = number in numbers_in(figure.quote)
    else:
        there = figure.value.casefold() in figure.quote.casefold()
    if not there:
        hint = "quote the passage that has it, or mark it `implied` or `computed`"
        yield fault("figure-not-in-quote", origin.at(*steps, "value"), f"{figure.value} is not in its quote", hint)


def _reads_english(register: Register, source: str) -> bool:
    """Tells whether number words of a source can be read: it is in English, or its language is not told."""
    known = register.sources.get(source)
    return known is None or known.language is None or known.language.partition("-")[0] == "en"


def _sums(register: Register, metric: Metric) -> Iterator[Diagnostic]:
    for index, one in enumerate(metric.sums):
        steps = ("sums", index)
        yield from check_source_ids(register, metric.origin, {(*steps, "source"): one.source})
        terms: dict[tuple[str | int, ...], Term] = {(*steps, "total"): one.total}
        terms |= {(*steps, "parts", number): part for number, part in enumerate(one.parts)}
        for place, term in terms.items():
            where = metric_of(register, metric, term)
            if where is None and term.metric in register.unreadable:
                continue
            count = len(figures_for(where, one.source, one.covers, term.by)) if where is not None else 0
            if count != 1:
                message = "the sum names no value of its source and time" if not count else f"it names {count} values"
                hint = "`metric` and `by` must be those of one value"
                yield fault("sum-without-value", metric.origin.at(*place), message, hint)
