"""`figures`: the metrics, or one with all its values, conflicts, sums and passages."""

from recotrack.analysis.figures import findings_of, in_order, key_of
from recotrack.model.records import Metric
from recotrack.model.register import Register
from recotrack.views.figures import (
    addition_sentence,
    conflict_sentence,
    overrun_sentence,
    part_label,
    time_label,
    trouble_of,
    value_label,
    years_label,
)
from recotrack.views.labels import source_label
from recotrack.views.paint import Paint
from recotrack.views.text import counted, visible, wrapped

_NARROW = 64


def overview_text(register: Register, metrics: list[Metric], *, width: int, paint: Paint) -> str:
    """Gives a line a metric, and after them what does not agree in any of them."""
    from tabulate import tabulate

    if not metrics:
        return "No figure is recorded yet.\n"
    rows = []
    trouble: list[str] = []
    for metric in metrics:
        rows.append(
            [
                metric.id,
                "\n".join(wrapped(f"{visible(metric.title)} ({visible(metric.unit)})", max(width - 60, 24))),
                years_label(metric),
                str(len(metric.values)),
                str(len(trouble_of(register, metric)) or "–"),
            ]
        )
        trouble += _trouble(register, metric, width, paint)
    headers = ("Metric", "What is counted", "Years", "Values", "To notice")
    table = tabulate(rows, headers=headers, tablefmt="simple", disable_numparse=True)
    lines = [line.rstrip() for line in table.split("\n")]
    if trouble:
        lines += ["", paint.bold("What does not agree, or does not add up"), *trouble]
    return "\n".join(lines) + "\n"


def metric_text(register: Register, metric: Metric, *, width: int, paint: Paint) -> str:
    """Gives every value of a metric with its source, then conflicts, sums, remarks and the passages quoted."""
    lines = [
        paint.bold(line) for line in wrapped(f"{visible(metric.title)} ({visible(metric.unit)}): {metric.id}", width)
    ]
    if metric.note:
        lines += wrapped(visible(metric.note), width)
    passages: dict[tuple[str, str, str], int] = {}
    rows = []
    notes = []
    for figure in in_order(metric):
        number = passages.setdefault((figure.source, figure.place, figure.quote), len(passages) + 1)
        how = f"{figure.stated} " if figure.stated else ""
        rows.append(
            [
                time_label(figure.covers),
                part_label(key_of(figure.by)),
                value_label(figure),
                source_label(register, figure.source),
                f"{how}[{number}]",
            ]
        )
        if figure.note or figure.computation:
            text = ". ".join(filter(None, [figure.computation, figure.note]))
            at = f"{time_label(figure.covers)}, {part_label(key_of(figure.by))}, {value_label(figure)}"
            notes += wrapped(visible(f"{at} [{number}]: {text}"), width, first="  ", rest="    ")
    lines += ["", *_values(rows, width)]
    found = findings_of(register, metric)
    for title, sentences in (
        (
            "Values that do not agree",
            [conflict_sentence(register, one) for one in found.conflicts]
            + [overrun_sentence(register, one) for one in found.overruns],
        ),
        ("Sums", [addition_sentence(register, one) for one in found.additions]),
    ):
        if sentences:
            lines += ["", paint.bold(title)]
            for sentence in sentences:
                lines += wrapped(f"{sentence}.", width, first="  ", rest="    ")
    if not (found.conflicts or found.overruns or metric.remarks):
        lines += ["", "No two recorded values of the same time and part disagree."]
    if metric.remarks:
        lines += ["", paint.bold("What else does not agree, or must be known")]
        for remark in metric.remarks:
            when = f"{time_label(remark.covers)}: " if remark.covers else ""
            lines += wrapped(visible(f"{when}{remark.text}"), width, first="  ", rest="    ")
            for passage in remark.evidence:
                where = f"{source_label(register, passage.source)}, {passage.place}"
                lines += wrapped(visible(f'{where}: "{passage.quote}"'), width, first="    - ", rest="      ")
    if notes:
        lines += ["", paint.bold("Notes"), *notes]
    lines += ["", paint.bold("Passages")]
    for (source, place, quote), number in passages.items():
        where = f"{source_label(register, source)}, {place}"
        lines += wrapped(visible(f'[{number}] {where}: "{quote}"'), width, first="  ", rest="      ")
    restated = sum(one.stated is not None for one in metric.values)
    lines += [
        "",
        *wrapped(
            f"{counted(len(metric.values), 'value')}, {restated} of them restated, implied or computed. "
            "A year without a row: no loaded source gives a value.",
            width,
        ),
    ]
    return "\n".join(lines) + "\n"


def _values(rows: list[list[str]], width: int) -> list[str]:
    """Gives the values as a table, or on a narrow terminal as lines."""
    if width < _NARROW:
        texts = (f"{time}, {part}: {value} ({source}, {passage})" for time, part, value, source, passage in rows)
        return [line for text in texts for line in wrapped(text, width, first="  ", rest="    ")]
    from tabulate import tabulate

    cells = [
        ["\n".join(wrapped(time, 13)), "\n".join(wrapped(part, max(width - 56, 18))), *rest]
        for time, part, *rest in rows
    ]
    table = tabulate(
        cells,
        headers=("Of", "Part", "Value", "Source", "Passage"),
        tablefmt="simple",
        disable_numparse=True,
        colalign=("left", "left", "right", "left", "left"),
    )
    return [line.rstrip() for line in table.split("\n")]


def _trouble(register: Register, metric: Metric, width: int, paint: Paint) -> list[str]:
    sentences = trouble_of(register, metric)
    lines = ["", paint.bold(visible(metric.id))] if sentences else []
    for sentence in sentences:
        lines += wrapped(sentence, width, first="  ", rest="    ")
    return lines
