"""How JSON is laid out: an object with `schema_version` first, the entries of its lists on a line each."""

import json
import re
from typing import Any

_UNSAFE = "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
"""Characters that are no control characters to JSON but may be to a terminal; compiled when met."""


def dumped(value: dict[str, Any]) -> str:
    """Gives an object as JSON text, with a line end.

    Characters that could trick a terminal stand as JSON escapes, which mean the same.
    """
    parts = [f"{_json(key)}: {_laid_out(part)}" for key, part in ({"schema_version": 1} | value).items()]
    text = "{" + ",\n ".join(parts) + "}\n"
    if not text.replace("\n", "").isprintable():
        text = re.sub(_UNSAFE, lambda match: f"\\u{ord(match[0]):04x}", text)
    return text


def _laid_out(value: Any) -> str:
    """Gives the entries of a list on a line each: `indent` would leave the fast encoder unused."""
    if not isinstance(value, list) or not value:
        return _json(value)
    return "[\n  " + ",\n  ".join(map(_json, value)) + "]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
