"""`changes`: what a change of the records means."""

from recotrack.analysis.review import Change
from recotrack.views.json.layout import dumped


def changes_json(base: str, head: str, changes: tuple[Change, ...]) -> str:
    """Gives the changes between two registers."""
    return dumped({"base": base, "head": head, "changes": [change._asdict() for change in changes]})
