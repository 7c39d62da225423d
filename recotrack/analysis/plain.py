"""Records as plain values, for JSON and for telling what changed."""

from typing import Any

from recotrack.model.nodes import Origin
from recotrack.model.records import Period


def plain(value: Any) -> Any:
    """Gives a record or a part of one as plain values, without its origin and what is not set."""
    if isinstance(value, Period):
        return {"from": value.start, "to": value.end}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        items = zip(value._fields, value, strict=True)
        return {
            name: plain(part)
            for name, part in items
            if part is not None and part != () and not isinstance(part, Origin)
        }
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return value if value is None or isinstance(value, bool | int) else str(value)
