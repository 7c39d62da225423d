"""A new entry as YAML text, in block or in flow style, as a status file around it is written."""

import re
from typing import Any

from recotrack.model.nodes import Origin
from recotrack.model.records import Period

Entry = dict[str, Any]
"""Keys in the order to be written; values are text, truth values, lists of text, entries or lists of entries."""

WIDTH = 100
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ._/()-]*[A-Za-z0-9.)]|[0-9]{4}(-[0-9]{2}){0,2}|[a-z0-9][a-z0-9._-]*[a-z]")
_NOT_TEXT = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_PROSE = frozenset({"summary", "because", "quote", "rationale", "text", "lead_in", "note"})
"""Keys whose values are prose: folded or in quotes always, so that nothing in them can be taken for YAML."""


def entry_of(record: Any) -> Entry:
    """Gives a record as an entry: its keys in order, without what is not set and where it was read."""
    items = zip(record._fields, record, strict=True)
    set_ones = ((key, value) for key, value in items if value is not None and value != ())
    return {key: _plain(value) for key, value in set_ones if not isinstance(value, Origin)}


def _plain(value: Any) -> Any:
    if isinstance(value, Period):
        return value.start if value.start == value.end else {"from": value.start, "to": value.end}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return entry_of(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value if isinstance(value, bool | int) else str(value)


def block_lines(entry: Entry | str, column: int) -> list[str]:
    """Gives an entry of a list, or a text, in block style, its dash in `column`."""
    if isinstance(entry, str):
        return [" " * column + "- " + scalar(entry)]
    lines = pairs(entry, column + 2)
    return [" " * column + "- " + lines[0][column + 2 :], *lines[1:]]


def pairs(entry: Entry, column: int) -> list[str]:
    """Gives the keys of an entry with their values in block style."""
    indent = " " * column
    lines: list[str] = []
    for key, value in entry.items():
        if isinstance(value, dict):
            lines += [f"{indent}{key}:", *pairs(value, column + 2)]
        elif isinstance(value, list):
            lines.append(f"{indent}{key}:")
            for one in value:
                lines += block_lines(one, column + 2)
        elif key in _PROSE and _folds(value):
            lines.append(f"{indent}{key}: >-")
            lines += [f"{indent}  {line}" for line in _filled(value, max(WIDTH - column - 2, 40))]
        else:
            lines.append(f"{indent}{key}: {scalar(value)}")
    return lines


def flow(value: Any, *, quoted: bool, indent: int | None) -> str:
    """Gives a value in flow style.

    Args:
        value: an entry, a list or a text.
        quoted: whether all keys and texts stand in double quotes, as JSON wants them.
        indent: the column that the value begins in, for lines of their own; None puts all on one.
    """
    if isinstance(value, str | bool | int):
        return _double_quoted(value) if quoted and isinstance(value, str) else scalar(value)
    deeper = None if indent is None else indent + 2
    if isinstance(value, dict):
        keys = {key: _double_quoted(key) if quoted else key for key in value}
        parts = [
            f"{keys[key]}: {flow(one, quoted=quoted or key in _PROSE, indent=deeper)}" for key, one in value.items()
        ]
    else:
        parts = [flow(one, quoted=quoted, indent=deeper) for one in value]
    begin, end = ("{", "}") if isinstance(value, dict) else ("[", "]")
    if deeper is None or indent is None:
        return begin + ", ".join(parts) + end
    between = ",\n" + " " * deeper
    return f"{begin}\n{' ' * deeper}{between.join(parts)}\n{' ' * indent}{end}"


def scalar(text: str | bool | int) -> str:
    """Gives a text on one line, in quotes where it needs them, or a truth value or number."""
    if isinstance(text, bool):
        return "true" if text else "false"
    if isinstance(text, int):
        return str(text)
    return text if _PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXT else _double_quoted(text)


def _double_quoted(text: str) -> str:
    escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
    return f'"{"".join(escapes.get(one) or _printable(one) for one in text)}"'


def _printable(character: str) -> str:
    if character == " " or (character.isprintable() and character != "\ufeff"):
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _folds(text: str) -> bool:
    """Tells whether a folded block gives the text back: single spaces, and nothing that does not show."""
    return text != "" and text == text.strip() and "  " not in text and text.isprintable()


def _filled(text: str, width: int) -> list[str]:
    """Fills lines with words parted by single spaces; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
