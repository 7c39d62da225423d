"""The lines at which changes stand in the files of the later state, so that a reviewer sees them there."""

from collections.abc import Iterable
from typing import Any

from recotrack.analysis.plain import plain
from recotrack.analysis.review.change import Change
from recotrack.model.register import Register

_PARTS = {
    "response-recorded": "response",
    "response-altered": "response",
    "closed": "closed",
    "closing-altered": "closed",
    "lineage-read": "continues",
}
"""In which part of a record that stands which a kind of change tells of."""

_ITEMS = {
    "update-added": "updates",
    "update-altered": "updates",
    "figure-added": "values",
    "lineage-confirmed": "continues",
    "lineage-unconfirmed": "continues",
    "lineage-proposed": "continues",
    "lineage-changed": "continues",
    "link-refused": "refused",
    "refusal-changed": "refused",
}
"""In which list of a record that stands which a kind of change tells of."""


def placed(changes: Iterable[Change], head: Register) -> tuple[Change, ...]:
    """Gives changes with the lines where what they tell stands in the later state; 1 where it stands nowhere there."""
    groups = (head.sources, head.recommendations, head.statuses, head.matters, head.metrics)
    records: dict[str, Any] = {record.origin.path: record for group in groups for record in group.values()}
    return tuple(change._replace(line=_line(change, records.get(change.path))) for change in changes)


def _line(change: Change, record: Any) -> int:
    if change.kind == "fault":
        return int(str(change.after).split(":")[-2])
    if record is None:
        return 1
    line: int = record.origin.at(*_steps(change, record)).line
    return line


def _steps(change: Change, record: Any) -> tuple[str | int, ...]:
    """Gives the keys and places that lead to what a change tells of."""
    if change.kind in _PARTS:
        return (_PARTS[change.kind],)
    if change.kind in _ITEMS:
        name = _ITEMS[change.kind]
        return next(
            ((name, at) for at, one in enumerate(getattr(record, name) or ()) if plain(one) == change.after), ()
        )
    if change.kind == "evidence-added":
        return next(
            (
                ("updates", at, "evidence", len(one.evidence) - len(change.after["evidence"]))
                for at, one in enumerate(record.updates)
                if plain(one).get("evidence", [])[-len(change.after["evidence"]) :] == change.after["evidence"]
            ),
            (),
        )
    if change.kind.endswith(("-altered", "-changed")) and change.after is not None:
        return next(((name,) for name in record._fields if plain(getattr(record, name)) == change.after), ())
    return ()
