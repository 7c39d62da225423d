"""What of a change is worth telling in its own words, and what all of them come to."""

from collections.abc import Sequence
from typing import Any

from recotrack.analysis.review import Change
from recotrack.model.terms import LEVELS, Severity
from recotrack.views.text import counted


def is_textual(change: Change) -> bool:
    """Tells whether a change is between two texts worth showing word by word."""
    return change.kind in ("text-altered", "publication-altered", "source-changed", "matter-changed")


def summary_of(change: Change) -> str | None:
    """Gives the summary or rationale of what was added, where there is one."""
    if not isinstance(change.after, dict):
        return None
    words = change.after.get("summary") or change.after.get("rationale")
    return words if isinstance(words, str) else None


def quotes_of(change: Change) -> list[str]:
    """Gives the passages of an update or a figure that came in, each with its source and place."""
    if change.kind not in ("update-added", "evidence-added", "figure-added") or not isinstance(change.after, dict):
        return []
    passages: list[dict[str, Any]] = change.after.get("evidence") or [change.after]
    return [
        f"{one['source']}, {one['place']}: “{one['quote']}”" for one in passages if "quote" in one and "source" in one
    ]


def last_line(changes: Sequence[Change]) -> str:
    """Gives what the changes come to: standings moved, forward and back, updates added, warnings."""
    moved = [change for change in changes if change.kind == "standing-moved"]
    ways = {"forward": 0, "back": 0, "first assessed": 0, "no longer assessed": 0}
    for change in moved:
        old, new = (LEVELS.index(one) if one in LEVELS else None for one in (change.before, change.after))
        if old is not None and new is not None and old != new:
            ways["forward" if new > old else "back"] += 1
        elif old is None and new is not None:
            ways["first assessed"] += 1
        elif old is not None and new is None:
            ways["no longer assessed"] += 1
    told = ", ".join(f"{number} {way}" for way, number in ways.items() if number)
    updates = sum(change.kind == "update-added" for change in changes)
    warnings = sum(change.severity is Severity.WARNING for change in changes)
    return (
        f"{counted(len(moved), 'standing')} moved{f' ({told})' if told else ''}, "
        f"{counted(updates, 'update')} added, {counted(warnings, 'warning')}"
    )
