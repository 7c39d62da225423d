"""`list`: recommendations as tables that fit the terminal."""

from recotrack.analysis.lineage import Graph, Line, graph_of, successors_of
from recotrack.analysis.selection import Group
from recotrack.analysis.standing import Standing
from recotrack.model.records import Recommendation
from recotrack.model.register import Register
from recotrack.model.terms import Currency, Flag
from recotrack.views.labels import (
    covers_label,
    editions_label,
    relation_label,
    series_label,
    side_basis,
    side_labels,
    source_label,
    standing_label,
)
from recotrack.views.paint import Paint
from recotrack.views.text import counted, listed, shortened, visible, wrapped

_NARROW = 64
_SINCE_WIDTH = 7
_GAP = 2
_INVISIBLE = "\u2060"  # a word joiner; `visible` lets none through from records
_HEADERS = ("Id", "Since", "Standing", "Recommendation")


def list_text(
    register: Register,
    standings: dict[str, Standing],
    groups: tuple[Group, ...],
    *,
    width: int,
    paint: Paint,
    noun: str = "open recommendation",
    as_of: str | None = None,
    matters: bool = False,
) -> str:
    """Gives the tables of a list, and below them which editions are loaded.

    Args:
        register: where the recommendations are.
        standings: of all of them.
        groups: what to show.
        width: columns of the terminal; below 64 a record stands in lines instead of a table.
        paint: colour or none.
        noun: what the headings count.
        as_of: the day that the register is shown of, where it is not today's.
        matters: whether to tell the claims and findings that concern what is shown.
    """
    parts = [f"As the record stood on {as_of}", ""] if as_of else []
    if not groups:
        none = f"No {noun} matches." if register.recommendations else "No recommendation is recorded yet."
        return "\n".join([*parts, none]) + "\n"
    for group in groups:
        heading = _heading(register, group, noun)
        parts.append("\n".join(paint.bold(line) for line in wrapped(heading, width)))
        parts.append("")
        layout = _lines if width < _NARROW else _table
        parts.append(layout(register, standings, group, width, paint))
        parts.append("")
    if matters:
        parts += _matters(register, standings, groups, width, paint)
    parts += _footer(register, standings, groups, width)
    return "\n".join(parts) + "\n"


def _heading(register: Register, group: Group, noun: str) -> str:
    count = counted(len(group.ids), noun)
    if group.currency is None or group.year is None:
        return count
    source = register.recommendations[group.ids[0]].source
    label = source_label(register, source)
    match group.currency:
        case Currency.CURRENT:
            return f"{label}, newest loaded edition: {count}"
        case Currency.ABSENT:
            return f"{label}, absent since {series_label(register, group.series)} {group.since}: {count}"
        case Currency.CONTINUED:
            return f"{label}, continued in a later edition: {counted(len(group.ids), 'recommendation')}"


def _matters(
    register: Register, standings: dict[str, Standing], groups: tuple[Group, ...], width: int, paint: Paint
) -> list[str]:
    """Tells each matter once: what the government says, what others find, and how the two relate."""
    ids = [id for group in groups for id in group.ids]
    names = dict.fromkeys(name for id in ids for name in standings[id].matters)
    lines = []
    for name in names:
        matter = register.matters[name]
        concerned = [id for id in ids if name in standings[id].matters]
        title = f"{matter.title} ({listed(concerned)})"
        lines += [paint.bold(line) for line in wrapped(visible(title), width)]
        for label, side in side_labels(matter):
            who = f"{side_basis(register, side)}; {covers_label(side.covers)}"
            lines += wrapped(visible(f"{label} ({who}): {side.summary}"), width, first="  ", rest="    ")
        lines += wrapped(visible(f"{relation_label(matter)}. {matter.summary}"), width, first="  ", rest="    ")
        lines.append("")
    return lines


def _footer(register: Register, standings: dict[str, Standing], groups: tuple[Group, ...], width: int) -> list[str]:
    ids = [id for group in groups for id in group.ids]
    first = standings[ids[0]]
    arguable = sum(standings[id].arguable for id in ids)
    shown = dict.fromkeys(register.series_of(register.recommendations[id]) for group in groups for id in group.ids)
    text = ". ".join(editions_label(register, series) for series in shown)
    made = counted(first.times_made, "loaded edition")
    note = (
        f"“{first.first_year} {first.times_made}×”: made since {first.first_year}, in {made}. "
        "A standing is what the newest recorded finding says."
    )
    if arguable:
        shown_here = counted(len(ids), "standing")
        verb = "is" if arguable == 1 else "are"
        note += f" Of {shown_here} shown, {arguable} {verb} arguable: another reading is recorded."
    return wrapped(f"{visible(text)}. {note}", width)


def _table(register: Register, standings: dict[str, Standing], group: Group, width: int, paint: Paint) -> str:
    from tabulate import tabulate

    graph = graph_of(register)
    longest = max(len(id) for id in group.ids)
    standing_width = 15 if width < 100 else 24
    id_width = min(longest, 18 if width < 100 else 30)
    text_width = max(width - id_width - _SINCE_WIDTH - standing_width - 3 * _GAP, 20)
    rows: list[list[str]] = []

    def add(*cells: list[str]) -> None:
        # A last line that looks empty but is not: tabulate strips those that are, and rows want a line between.
        missing = max(map(len, cells)) - len(cells[-1])
        rows.append(["\n".join(cell) for cell in (*cells[:-1], [*cells[-1], *[""] * missing, _INVISIBLE])])

    lead: tuple[str | None, str | None] = (None, None)
    for id in group.ids:
        recommendation, standing = register.recommendations[id], standings[id]
        if (recommendation.section, recommendation.lead_in) != lead:
            lead = (recommendation.section, recommendation.lead_in)
            if any(lead):
                add([], [], [], wrapped(_lead_in(recommendation), text_width))
        add(
            [paint.bold(line) for line in wrapped(id, id_width)],
            [f"{standing.first_year} {standing.times_made}×"],
            wrapped(_standing(graph, standing), standing_width),
            _cell(register, recommendation, standing, text_width, paint),
        )
    table = tabulate(rows, headers=_HEADERS, tablefmt="simple", disable_numparse=True, stralign="left")
    return "\n".join(line.rstrip() for line in table.replace(_INVISIBLE, "").rstrip().split("\n"))


def _lines(register: Register, standings: dict[str, Standing], group: Group, width: int, paint: Paint) -> str:
    lines = []
    graph = graph_of(register)
    lead: tuple[str | None, str | None] = (None, None)
    for id in group.ids:
        recommendation, standing = register.recommendations[id], standings[id]
        if (recommendation.section, recommendation.lead_in) != lead:
            lead = (recommendation.section, recommendation.lead_in)
            if any(lead):
                lines += [*wrapped(_lead_in(recommendation), width), ""]
        lines += [paint.bold(line) for line in wrapped(id, width)]
        lines += wrapped(
            f"since {standing.first_year}, made {standing.times_made}×, {_standing(graph, standing)}",
            width,
            first="  ",
            rest="  ",
        )
        lines += ["  " + line for line in _cell(register, recommendation, standing, max(width - 2, 18), paint)]
        lines.append("")
    return "\n".join(lines).rstrip()


def _standing(graph: Graph, standing: Standing) -> str:
    """Gives the standing; of a continued one where it is judged, and its own only where there is any."""
    label = standing_label(standing)
    if standing.currency is not Currency.CONTINUED:
        return label
    where = f"judged at {listed(list(successors_of(graph, standing.id)))}"
    return f"{where}; {label}" if standing.entries else where


def _lead_in(recommendation: Recommendation) -> str:
    return visible(". ".join(filter(None, (recommendation.section, recommendation.lead_in))))


def _cell(
    register: Register, recommendation: Recommendation, standing: Standing, width: int, paint: Paint
) -> list[str]:
    """Gives text, lines of different age and flags of a recommendation."""
    begin = "… " if recommendation.lead_in is not None else ""
    lines = wrapped(begin + visible(recommendation.text), width)
    if recommendation.made_by:
        lines += wrapped("made by " + visible(", ".join(recommendation.made_by)), width)
    if len({line.since for line in standing.lines}) > 1:
        for line in standing.lines:
            lines += [paint.dim(text) for text in wrapped(_line(register, standing.id, line), width)]
    if standing.claim is not None and standing.finding is not None:
        lines += wrapped(f"the government claims: {standing.claim.update.implementation.replace('_', ' ')}", width)
    flags = [str(flag) for flag in standing.flags if flag is not Flag.NO_UPDATE]
    if flags:
        lines += [paint.yellow(text) for text in wrapped("flags: " + ", ".join(flags), width)]
    return lines


def _line(register: Register, id: str, line: Line) -> str:
    if line.id == id:
        return f"since {line.since}: itself"
    text = visible(register.recommendations[line.id].text)
    return f"since {line.since}: {shortened(text, 60)} ({line.id})"
