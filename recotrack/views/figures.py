"""Figures in words, the same in every view."""

from decimal import Decimal

from recotrack.analysis.figures import Addition, Conflict, Key, Overrun, findings_of, key_of
from recotrack.analysis.numerals import number_of
from recotrack.model.records import Figure, Metric, Period
from recotrack.model.register import Register
from recotrack.model.terms import Hedge
from recotrack.views.labels import source_label
from recotrack.views.language import say
from recotrack.views.text import visible

HEDGES = {
    Hedge.ABOUT: "about {value}",
    Hedge.MORE_THAN: "more than {value}",
    Hedge.LESS_THAN: "less than {value}",
    Hedge.UP_TO: "up to {value}",
}
"""How a value is hedged."""


def number_label(number: Decimal) -> str:
    """Gives a number with separators between thousands."""
    return f"{number:,}"


def value_label(figure: Figure) -> str:
    """Gives a value with its hedge."""
    number = number_of(figure.value)
    text = visible(figure.value) if number is None else number_label(number)
    return say(HEDGES[figure.about], value=text) if figure.about else text


def part_label(by: Key) -> str:
    """Gives the part that a value counts: `sex: female, exploitation: labor`, or `all`."""
    return visible(", ".join(f"{name.replace('_', ' ')}: {value}" for name, value in by)) or say("all")


def time_label(covers: Period) -> str:
    """Gives the time that a value is of."""
    return str(covers)


def said_label(register: Register, figure: Figure) -> str:
    """Gives a value with who gives it, and how: `12 (TIP 2024, restated)`."""
    how = f", {say(str(figure.stated))}" if figure.stated else ""
    return f"{value_label(figure)} ({source_label(register, figure.source)}{how})"


def conflict_sentence(register: Register, conflict: Conflict) -> str:
    """Tells the values of one time and part that do not agree."""
    said = "; ".join(said_label(register, figure) for figure in conflict.figures)
    return f"{time_label(conflict.covers)}, {part_label(conflict.by)}: {said}"


def overrun_sentence(register: Register, overrun: Overrun) -> str:
    """Tells a value of a part of a time that is more than that of the whole."""
    part, whole = overrun.part, overrun.whole
    return say(
        "{time}, {part}: {value}, more than in all of {whole_time}: {whole}",
        time=time_label(part.covers),
        part=part_label(overrun.by),
        value=said_label(register, part),
        whole_time=time_label(whole.covers),
        whole=said_label(register, whole),
    )


def addition_sentence(register: Register, addition: Addition) -> str:
    """Tells a sum: what its parts come to, what is stated, and what lies between."""
    parts = " + ".join(value_label(figure) for _, figure in addition.parts)
    names = ", ".join(name for name, _ in addition.parts)
    total = number_of(addition.total.value)
    assert total is not None
    reached = number_label(total + addition.difference)
    how = names
    if addition.dimension:
        how = say("by {dimension}, {names}", dimension=addition.dimension.replace("_", " "), names=names)
    of = f"{part_label(key_of(addition.total.by))}, " if addition.total.by else ""
    where = f"{time_label(addition.covers)}, {of}{source_label(register, addition.source)} ({visible(how)})"
    end = say("as stated")
    if not addition.adds_up:
        stated, difference = number_label(total), number_label(abs(addition.difference))
        if addition.difference > 0:
            end = say("but {stated} is stated: {difference} more", stated=stated, difference=difference)
        else:
            end = say("but {stated} is stated: {difference} less", stated=stated, difference=difference)
    because = f". {visible(addition.because)}" if addition.because else ""
    return f"{where}: {parts} = {reached}, {end}{because}"


def trouble_of(register: Register, metric: Metric) -> list[str]:
    """Tells, in sentences, what in a metric does not agree or does not add up, and its remarks."""
    found = findings_of(register, metric)
    sentences = [conflict_sentence(register, one) for one in found.conflicts]
    sentences += [overrun_sentence(register, one) for one in found.overruns]
    sentences += [addition_sentence(register, one) for one in found.not_adding_up]
    sentences += [f"{time_label(one.covers)}: {one.text}" if one.covers else one.text for one in metric.remarks]
    return [f"{visible(sentence).rstrip('.')}." for sentence in sentences]


def years_label(metric: Metric) -> str:
    """Gives the first and the last time that a metric has values of."""
    starts = sorted(one.covers.start[:4] for one in metric.values)
    ends = sorted(one.covers.end[:4] for one in metric.values)
    return starts[0] if starts[0] == ends[-1] else f"{starts[0]}–{ends[-1]}"
