"""What a change of the records means, as Markdown for a pull request."""

from itertools import groupby

from recotrack.analysis.review import Change
from recotrack.analysis.words import word_changes
from recotrack.model.terms import Severity
from recotrack.views.changing import is_textual, summary_of
from recotrack.views.markdown.text import changed, escaped
from recotrack.views.text import counted


def changes_markdown(base: str, head: str, changes: tuple[Change, ...]) -> str:
    """Gives a section with a line for each change, grouped by record."""
    warnings = sum(change.severity is Severity.WARNING for change in changes)
    lines = [
        f"## {escaped(base)} → {escaped(head)}",
        "",
        f"{counted(len(changes), 'change')}, {counted(warnings, 'warning')}.",
        "",
    ]
    for id, members in groupby(changes, key=lambda change: change.id):
        lines += [f"### {escaped(id)}", ""]
        for change in members:
            mark = "**Warning:** " if change.severity is Severity.WARNING else ""
            lines.append(f"- {mark}{escaped(change.message)}{_detail(change)}")
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _detail(change: Change) -> str:
    if isinstance(change.before, str) and isinstance(change.after, str) and is_textual(change):
        return ": " + changed(word_changes(change.before, change.after))
    summary = summary_of(change)
    return f". {escaped(summary)}" if summary else ""
