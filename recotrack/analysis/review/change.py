"""One change of the records, and how much it weighs."""

from typing import Any, NamedTuple

from recotrack.model.terms import Severity

_LINES = (
    "text-altered publication-altered fault settings-removed figure-removed metric-removed recommendation-removed "
    "source-removed",
    "update-altered update-removed response-altered closing-altered reopened status-removed matter-removed",
    "standing-moved asked-again opened no-longer-open",
    "update-added evidence-added closed response-recorded figure-added status-added matter-added matter-changed "
    "metric-added metric-changed",
    "lineage-read lineage-unread lineage-confirmed lineage-unconfirmed lineage-proposed lineage-changed "
    "lineage-removed link-refused refusal-changed refusal-removed related-added related-removed editions-changed "
    "currency-changed",
    "recommendation-added source-added recommendation-renamed status-renamed",
)
_WEIGHTS = tuple(frozenset(line.split()) for line in _LINES)
"""Kinds of change by weight, the heaviest first."""


class Change(NamedTuple):
    """One change. `before` and `after` are plain values (text, lists, mappings) or None.

    `line` is where it stands in the file of the later state, 1 where it stands nowhere there (see `placed`).
    """

    kind: str
    id: str
    path: str
    before: Any
    after: Any
    severity: Severity
    message: str
    line: int = 1


def weight(change: Change) -> int:
    """Gives how much a kind of change weighs, 0 the most.

    A published text or number altered, or a record gone or unreadable; then evidence or an update altered or
    removed; standing that moved; what was added to the record of action; lineage; records
    that came in or were renamed; everything else.
    """
    return next((place for place, kinds in enumerate(_WEIGHTS) if change.kind in kinds), len(_WEIGHTS))
