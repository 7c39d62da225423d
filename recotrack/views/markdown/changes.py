"""What a change of the records means, as Markdown for a pull request."""

from itertools import groupby
from urllib.parse import quote

from recotrack.analysis.review import Change
from recotrack.analysis.words import word_changes
from recotrack.model.terms import Severity
from recotrack.views.changing import is_textual, last_line, quotes_of, summary_of
from recotrack.views.markdown.text import changed, escaped, table
from recotrack.views.text import counted, shortened

_OPEN = 8
"""Records that are shown unfolded; of more, those without a warning are folded."""

_ROWS = 100
"""Records that the table names."""

_LONG = 600
"""Characters of a passage that are shown; the file has the rest."""

_MOST = 60_000
"""Characters of a comment: GitHub refuses one of more than 65,536."""


def changes_markdown(base: str, head: str, changes: tuple[Change, ...], *, links: str = "") -> str:
    """Gives a table that sums up, then each record with its changes, folded where there are many.

    What would not fit into a comment is left out, and it is said how much that is.

    Args:
        base: name of the earlier state.
        head: name of the later.
        changes: what leads from one to the other.
        links: address that a file's path is added to; without one, files are named and not linked.
    """
    warnings = sum(change.severity is Severity.WARNING for change in changes)
    lines = [
        f"## {escaped(base)} → {escaped(head)}",
        "",
        f"{counted(len(changes), 'change')}, {counted(warnings, 'warning')}."
        + (f" {last_line(changes)}." if changes else ""),
        "",
    ]
    groups = [(id, list(members)) for id, members in groupby(changes, key=lambda change: change.id)]
    if groups:
        rows = [_row(id, members, links) for id, members in groups[:_ROWS]]
        lines += [table(["Record", "", "Weightiest change"], rows), ""]
    if len(groups) > _ROWS:
        lines += [f"The table shows the {_ROWS} weightiest of {len(groups)} records.", ""]
    size = sum(map(len, lines))
    for place, (id, members) in enumerate(groups):
        section = _section(id, members, links, folded=len(groups) > _OPEN)
        size += sum(map(len, section))
        if size > _MOST:
            left = len(groups) - place
            lines.append(f"{counted(left, 'record')} left out here for length: `recotrack changes` tells all.")
            break
        lines += section
    return "\n".join(lines).rstrip("\n") + "\n"


def _row(id: str, members: list[Change], links: str) -> list[str]:
    warned = any(one.severity is Severity.WARNING for one in members)
    more = f" (and {len(members) - 1} more)" if len(members) > 1 else ""
    name = _linked(escaped(id), members[0], links)
    return [name, "**warning**" if warned else "", escaped(shortened(members[0].message, 120)) + more]


def _linked(text: str, change: Change, links: str) -> str:
    """Gives text as a link to the file, and the line, that a change is about; as it is where there is no address."""
    if not links or change.after is None:
        return text
    line = f"#L{change.line}" if change.line > 1 else ""
    return f"[{text}]({links}{quote(change.path)}{line})"


def _section(id: str, members: list[Change], links: str, *, folded: bool) -> list[str]:
    told: list[str] = []
    for change in members:
        mark = "**Warning:** " if change.severity is Severity.WARNING else ""
        told.append(f"- {mark}{escaped(change.message)}{_detail(change, links)}")
        told += [f"  - {_cut(passage, change, links)}" for passage in quotes_of(change)]
    warned = any(change.severity is Severity.WARNING for change in members)
    if not folded or warned:
        return [f"### {escaped(id)}", "", *told, ""]
    summary = f"{escaped(id)}: {counted(len(members), 'change')}"
    return [f"<details><summary>{summary}</summary>", "", *told, "", "</details>", ""]


def _cut(text: str, change: Change, links: str) -> str:
    if len(text) <= _LONG:
        return escaped(text)
    return f"{escaped(text[:_LONG])}… (cut; {_linked('the file', change, links)} has all of it)"


def _detail(change: Change, links: str) -> str:
    if isinstance(change.before, str) and isinstance(change.after, str) and is_textual(change):
        if len(change.before) + len(change.after) > 8 * _LONG:
            return f": long texts, see {_linked(escaped(change.path), change, links)}"
        return ": " + changed(word_changes(change.before, change.after))
    summary = summary_of(change)
    return f". {_cut(summary, change, links)}" if summary else ""
