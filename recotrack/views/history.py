"""`history`: one recommendation through the commits, in words and as data."""

from collections.abc import Sequence
from typing import NamedTuple

from recotrack.analysis.review import Change
from recotrack.model.terms import Severity
from recotrack.views.json.layout import dumped
from recotrack.views.paint import Paint
from recotrack.views.terminal.changing import detail_lines
from recotrack.views.text import counted, visible, wrapped


class Step(NamedTuple):
    """A commit and what it changed; `who` is None where contributors are not told."""

    sha: str
    date: str
    who: str | None
    subject: str
    changes: tuple[Change, ...]


def history_text(id: str, steps: Sequence[Step], *, width: int, paint: Paint) -> str:
    """Gives each commit with its changes in words, oldest first."""
    lines = wrapped(f"{id}: {counted(len(steps), 'commit')}", width)
    for step in steps:
        who = f", {step.who}" if step.who is not None else ""
        head = f"{step.date[:10]}  {step.sha[:10]}{who}: {step.subject}"
        lines += ["", *(paint.bold(line) for line in wrapped(visible(head), width, rest="  "))]
        for change in step.changes:
            warned = change.severity is Severity.WARNING
            text = visible(("warning: " if warned else "") + change.message)
            lines += [paint.yellow(line) if warned else line for line in wrapped(text, width, first="  ", rest="    ")]
            lines += detail_lines(change, width, paint)
    return "\n".join(lines) + "\n"


def history_json(id: str, steps: Sequence[Step]) -> str:
    """Gives the commits with their changes."""
    return dumped(
        {
            "id": id,
            "steps": [
                {
                    "commit": step.sha,
                    "date": step.date,
                    "who": step.who,
                    "subject": step.subject,
                    "changes": [change._asdict() for change in step.changes],
                }
                for step in steps
            ],
        }
    )
