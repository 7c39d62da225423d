"""How JSON is laid out: an object with `schema_version` first, the entries of its lists on a line each."""

import json
from typing import Any


def dumped(value: dict[str, Any]) -> str:
    """Gives an object as JSON text, with a line end.

    It is ASCII: other characters stand as JSON escapes, which mean the same, survive any
    encoding, and cannot trick a terminal.
    """
    parts = [f"{_json(key)}: {_laid_out(part)}" for key, part in ({"schema_version": 1} | value).items()]
    return "{" + ",\n ".join(parts) + "}\n"


def _laid_out(value: Any) -> str:
    """Gives the entries of a list on a line each: `indent` would leave the fast encoder unused."""
    if not isinstance(value, list) or not value:
        return _json(value)
    return "[\n  " + ",\n  ".join(map(_json, value)) + "]"


def _json(value: Any) -> str:
    return json.dumps(value).replace("\x7f", "\\u007f")
