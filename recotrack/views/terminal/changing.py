"""`changes`: what a change of the records means, in sentences."""

from recotrack.analysis.review import Change
from recotrack.analysis.words import word_changes
from recotrack.model.terms import Severity
from recotrack.views.changing import is_textual, last_line, quotes_of, summary_of
from recotrack.views.paint import Paint
from recotrack.views.terminal.words import marked_lines
from recotrack.views.text import counted, visible, wrapped


def changes_text(base: str, head: str, changes: tuple[Change, ...], *, width: int, paint: Paint) -> str:
    """Gives a sentence for each change, warnings marked, with the words that changed."""
    warnings = sum(change.severity is Severity.WARNING for change in changes)
    lines = wrapped(
        visible(f"{base} → {head}: {counted(len(changes), 'change')}, {counted(warnings, 'warning')}"), width
    )
    lines += sections(changes, width, paint)
    lines += ["", *wrapped(last_line(changes), width)] if changes else []
    return "\n".join(lines) + "\n"


def record_changes_text(path: str, changes: tuple[Change, ...], *, width: int, paint: Paint) -> str:
    """Gives the changes of one file, for git to show; what became of standings is not known there."""
    lines = [paint.bold(visible(f"recotrack {path}"))]
    lines += sections(changes, width, paint) or ["", "its layout or its comments alone changed"]
    return "\n".join([*lines, ""]) + "\n"


def sections(changes: tuple[Change, ...], width: int, paint: Paint) -> list[str]:
    """Gives lines for each record: its id, and a sentence for each change."""
    lines = []
    last = ""
    for change in changes:
        if change.id != last:
            lines += ["", paint.bold(visible(change.id))]
            last = change.id
        warned = change.severity is Severity.WARNING
        for line in wrapped(visible(("warning: " if warned else "") + change.message), width, first="  ", rest="    "):
            lines.append(paint.yellow(line) if warned else line)
        lines += detail_lines(change, width, paint)
    return lines


def detail_lines(change: Change, width: int, paint: Paint) -> list[str]:
    """Gives what a change is in its own words: altered text, or the summary of an update."""
    if isinstance(change.before, str) and isinstance(change.after, str) and is_textual(change):
        return marked_lines(word_changes(change.before, change.after), width, paint, "    ")
    summary = summary_of(change)
    lines = wrapped(visible(summary), width, first="    ", rest="    ") if summary else []
    for quote in quotes_of(change):
        lines += wrapped(visible(quote), width, first="    - ", rest="      ")
    return lines
