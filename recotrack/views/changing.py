"""What of a change is worth telling in its own words."""

from recotrack.analysis.review import Change


def is_textual(change: Change) -> bool:
    """Tells whether a change is between two texts worth showing word by word."""
    return change.kind in ("text-altered", "publication-altered", "source-changed", "matter-changed")


def summary_of(change: Change) -> str | None:
    """Gives the summary or rationale of what was added, where there is one."""
    if not isinstance(change.after, dict):
        return None
    words = change.after.get("summary") or change.after.get("rationale")
    return words if isinstance(words, str) else None
