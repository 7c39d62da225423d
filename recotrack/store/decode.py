"""Located nodes into records, by the shapes of `model.shapes`.

Every fault is reported where it stands; a mapping with a fault gives no record, so that no
half-read record is ever shown.
"""

import re
from collections.abc import Callable
from typing import Any

from recotrack.model.dates import first_day, is_date, last_day
from recotrack.model.diagnostics import Diagnostic, fault
from recotrack.model.kinds import (
    ID_PATTERN,
    Choice,
    Day,
    Id,
    Kind,
    Many,
    Quantity,
    Sha256,
    Shape,
    Span,
    Table,
    Text,
    Truth,
    Whole,
)
from recotrack.model.nodes import MappingNode, Node, Origin, Position, ScalarNode, SequenceNode, type_names
from recotrack.model.records import Period
from recotrack.model.suggestions import did_you_mean

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_ID = re.compile(ID_PATTERN)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,6})?")
_HEXADECIMAL = frozenset("0123456789abcdef")


class _FaultyError(Exception):
    """A node that gave no value; what is wrong has been noted."""


def decode(node: Node, shape: Shape, path: str) -> tuple[Any | None, list[Diagnostic]]:
    """Makes a record of a node.

    Args:
        node: the root of a file.
        shape: what it should be.
        path: the file, for diagnostics and the record's origin.

    Returns:
        The record that `shape.make` builds and no diagnostics, or None and every fault.
    """
    decoder = _Decoder(path)
    try:
        record = decoder.shape(node, shape)
    except _FaultyError:
        return None, decoder.found
    return (None if decoder.found else record), decoder.found


def is_id(text: str) -> bool:
    """Tells whether a text can be an id."""
    return _ID.fullmatch(text) is not None


class _Decoder:
    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Diagnostic] = []
        self._of: dict[type, Callable[[Any, Any], Any]] = {
            Text: self.text,
            Id: self.id,
            Whole: self.whole,
            Truth: self.truth,
            Day: self.day,
            Span: self.span,
            Sha256: self.sha256,
            Choice: self.choice,
            Many: self.many,
            Quantity: self.quantity,
            Table: self.table,
            Shape: self.shape,
        }

    def value(self, node: Node, kind: Kind) -> Any:
        return self._of[type(kind)](node, kind)

    def note(self, code: str, node: Node, message: str, hint: str | None = None) -> None:
        self.found.append(fault(code, Position(self.path, node.line, node.column), message, hint))

    def refuse(self, code: str, node: Node, message: str, hint: str | None = None) -> _FaultyError:
        self.note(code, node, message, hint)
        return _FaultyError()

    def shape(self, node: Node, shape: Shape) -> Any:
        if type(node) is not MappingNode:
            keys = f"keys of {shape.name}: {', '.join(shape.fields)}"
            raise self.refuse("wrong-type", node, f"{_name(node)} where a mapping is wanted", keys)
        fields = shape.fields
        values: dict[str, Any] = {}
        faulty = False
        for key, (key_node, value) in node.entries.items():
            field = fields.get(key)
            if field is None:
                hint = did_you_mean(key, fields)
                self.note("unknown-key", key_node, f"unknown key `{_short(key)}` in {shape.name}", hint)
                faulty = True
                continue
            try:
                values[key] = self._of[type(field.kind)](value, field.kind)
            except _FaultyError:
                faulty = True
        for key, field in fields.items():
            if field.required and key not in node.entries:
                self.note("missing-key", node, f"{shape.name} has no `{key}`", field.about)
                faulty = True
        if faulty:
            raise _FaultyError
        if shape.located:
            values["origin"] = Origin(self.path, node)
        return shape.make(**values)

    def scalar(self, node: Node, wanted: str) -> ScalarNode:
        if type(node) is not ScalarNode:
            raise self.refuse("wrong-type", node, f"{_name(node)} where {wanted} is wanted")
        if (node.plain and node.text in _NULLS) or node.text.isspace() or not node.text:
            hint = "leave the key out where nothing is known"
            raise self.refuse("empty-value", node, f"nothing where {wanted} is wanted", hint)
        return node

    def text(self, node: Node, kind: Text) -> str:
        scalar = self.scalar(node, "text")
        text = scalar.text
        if kind.verbatim and scalar.commented:
            hint = "write it as a block (`>-`) or in quotes, or put the comment on a line of its own"
            raise self.refuse("text-cut-short", node, "what follows ` #` is a comment, not text", hint)
        if kind.verbatim and text != " ".join(text.split()):
            hint = "put it on single spaces; `>-` folds lines"
            raise self.refuse("uneven-space", node, "white space that is not a single space", hint)
        return text

    def id(self, node: Node, kind: Id) -> str:
        text = self.scalar(node, "an id").text
        if not is_id(text):
            hint = "an id is a-z, 0-9, `.`, `_`, `-`, begins with a letter or digit, and has at most 100 characters"
            raise self.refuse("bad-id", node, f"`{_short(text)}` is not an id", hint)
        return text

    def whole(self, node: Node, kind: Whole) -> int:
        scalar = self.scalar(node, "a whole number")
        digits = scalar.text
        written = scalar.plain and digits.isascii() and digits.isdigit() and len(digits) < 10
        if not written or (digits[0] == "0" and digits != "0"):
            hint = "digits alone, no quotes, no leading zero"
            raise self.refuse("bad-number", node, f"`{_short(scalar.text)}` is not a whole number", hint)
        number = int(digits)
        if not kind.least <= number <= kind.most:
            raise self.refuse("bad-number", node, f"{number} is not between {kind.least} and {kind.most}")
        return number

    def truth(self, node: Node, kind: Truth) -> bool:
        scalar = self.scalar(node, "true or false")
        if not scalar.plain or scalar.text not in ("true", "false"):
            raise self.refuse(
                "wrong-value", node, f"`{_short(scalar.text)}` is neither true nor false", "write true or false"
            )
        return scalar.text == "true"

    def day(self, node: Node, kind: Day) -> str:
        text = self.scalar(node, "a date").text
        if not is_date(text, partial=kind.partial):
            hint = "YYYY-MM-DD, or as far as known: YYYY-MM, YYYY" if kind.partial else "YYYY-MM-DD"
            raise self.refuse("bad-date", node, f"`{_short(text)}` is not a date of the calendar", hint)
        return text

    def span(self, node: Node, kind: Span) -> Period:
        if type(node) is not MappingNode:
            day = self.day(node, Day(partial=True))
            return Period(day, day)
        ends: dict[str, str] = {}
        faulty = False
        for key, (key_node, value) in node.entries.items():
            if key not in ("from", "to"):
                self.note(
                    "unknown-key", key_node, f"unknown key `{_short(key)}` in a period", "a period has `from` and `to`"
                )
                faulty = True
                continue
            try:
                ends[key] = self.day(value, Day(partial=True))
            except _FaultyError:
                faulty = True
        for key in ("from", "to"):
            if key not in node.entries:
                self.note("missing-key", node, f"a period has no `{key}`", "a period has `from` and `to`")
                faulty = True
        if faulty:
            raise _FaultyError
        period = Period(ends["from"], ends["to"])
        if first_day(period.start) > last_day(period.end):
            raise self.refuse(
                "period-backwards", node, f"the period ends ({period.end}) before it begins ({period.start})"
            )
        return period

    def sha256(self, node: Node, kind: Sha256) -> str:
        text = self.scalar(node, "a checksum").text
        if len(text) != 64 or not _HEXADECIMAL.issuperset(text):
            raise self.refuse("wrong-value", node, "not a SHA-256 checksum", "64 hexadecimal digits, lower case")
        return text

    def choice(self, node: Node, kind: Choice) -> Any:
        text = self.scalar(node, "a word").text
        word = kind.words._value2member_map_.get(text)
        if word is None:
            words = [str(word) for word in kind.words]
            message = f"`{_short(text)}` is not one of {', '.join(words)}"
            raise self.refuse("wrong-value", node, message, did_you_mean(text, words))
        return word

    def many(self, node: Node, kind: Many) -> tuple[Any, ...]:
        if type(node) is not SequenceNode:
            null = type(node) is ScalarNode and node.plain and node.text in _NULLS
            hint = "write [] for none" if null else "a list has its entries behind `- `"
            raise self.refuse(
                "empty-value" if null else "wrong-type", node, f"{_name(node)} where a list is wanted", hint
            )
        decode = self._of[type(kind.of)]
        values = []
        faulty = False
        for item in node.items:
            try:
                values.append(decode(item, kind.of))
            except _FaultyError:
                faulty = True
        if len(node.items) < kind.least:
            raise self.refuse("empty-value", node, f"a list of {len(node.items)} where at least {kind.least} is wanted")
        if faulty:
            raise _FaultyError
        return tuple(values)

    def quantity(self, node: Node, kind: Quantity) -> str:
        text = self.scalar(node, "a number or words").text
        if text.lstrip("+-.")[:1].isdigit() and not _NUMBER.fullmatch(text):
            hint = "digits with a point, no separators or unit: 210161, 2.7"
            raise self.refuse("bad-figure", node, f"`{_short(text)}` is not a number", hint)
        return text

    def table(self, node: Node, kind: Table) -> dict[str, Any]:
        if type(node) is not MappingNode:
            raise self.refuse("wrong-type", node, f"{_name(node)} where a mapping is wanted")
        values: dict[str, Any] = {}
        faulty = False
        for key_node, value in node.entries.values():
            # Both are decoded, so that a fault of the one does not hide one of the other.
            for node_of, wanted in ((key_node, Text() if kind.free else Id()), (value, kind.of)):
                try:
                    values[key_node.text] = self.value(node_of, wanted)
                except _FaultyError:
                    faulty = True
        if faulty:
            raise _FaultyError
        return values


def _name(node: Node) -> str:
    if type(node) is ScalarNode and node.plain and node.text in _NULLS:
        return "nothing"
    return type_names[type(node)]


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
