"""Where the parts of a record lie in its text, in characters, and changes at such places."""

import re
from typing import Any, NamedTuple

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from recotrack.store.reader import without_other_breaks

_BREAK = re.compile("\r\n|\r|\n")
_COMMENT = re.compile(r"([ \t]*)#[^\r\n]*(?:\r\n|\r|\n|\Z)")


class Span(NamedTuple):
    """A value: where it begins and ends, and what is in it.

    `end` of a list or mapping without brackets is that of the last thing it holds; `block` tells
    that this is a text in lines of its own (`|`, `>`), which ends where the next line begins.
    `keys` are empty but for a mapping, `items` but for a list.
    """

    start: int
    end: int
    column: int
    flow: bool
    quoted: bool
    block: bool
    keys: "dict[str, tuple[Span, Span]]"
    items: "list[Span]"


def spans_of(text: str) -> Span:
    """Gives the spans of a text that the reader accepts and that holds a value."""
    levelled, _ = without_other_breaks(text)
    parser = CParser(levelled)
    try:
        while True:
            event = parser.get_event()
            if isinstance(event, yaml.NodeEvent):
                return _span(parser, event, levelled)
    finally:
        parser.dispose()


def _span(parser: Any, event: Any, text: str) -> Span:
    start, column, end = event.start_mark.index, event.start_mark.column, event.end_mark.index
    if isinstance(event, yaml.ScalarEvent):
        return Span(start, end, column, False, event.style == '"', event.style in ("|", ">"), {}, [])
    flow = bool(event.flow_style)
    keys: dict[str, tuple[Span, Span]] = {}
    items: list[Span] = []
    last: Span | None = None
    inner: Any = parser.get_event()
    while not isinstance(inner, yaml.CollectionEndEvent):
        last = _span(parser, inner, text)
        if isinstance(event, yaml.SequenceStartEvent):
            items.append(last)
        else:
            key, name = last, inner.value
            last = _span(parser, parser.get_event(), text)
            keys[name] = key, last
        inner = parser.get_event()
    if flow or last is None:
        return Span(start, _end(inner), column, flow, False, False, keys, items)
    return Span(start, last.end, column, False, False, last.block, keys, items)


def _end(event: Any) -> int:
    return int(event.end_mark.index)


Insertions = list[tuple[int, str]]
Edits = list[tuple[int, int, str]]
"""What is put in place of what lies between two places; nothing of it overlaps."""


def edited(text: str, edits: Edits) -> str:
    """Gives a text with its edits made."""
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def line_break(text: str, at: int) -> str:
    """Gives the line end that is used before a place, or the first one after it."""
    found = _BREAK.findall(text, 0, at)[-1:] or _BREAK.findall(text, at)[:1]
    return found[0] if found else "\n"


def several_lines(text: str, start: int, end: int) -> bool:
    """Tells whether a line ends between two places."""
    return _BREAK.search(text, start, end) is not None


def line_end(text: str, at: int, limit: int | None = None) -> "re.Match[str] | None":
    """Finds the next line end."""
    return _BREAK.search(text, at, len(text) if limit is None else limit)


def line_after(text: str, at: int, block: bool) -> int:
    """Gives the start of the line after the one that `at` lies in; the end of a block is such a start already."""
    if block and text[at - 1] in "\r\n":
        return at
    end = _BREAK.search(text, at)
    return end.end() if end else len(text)


def after_comments(text: str, end: int, block: bool, column: int) -> int:
    """Gives the start of the line after a value that ends at `end`, and after comments set in deeper than a column."""
    if block:
        # Empty lines below a block are for who reads; whether they belong to its text is tried.
        end = len(text[:end].rstrip(" \t\r\n"))
    at = line_after(text, end, False)
    while (comment := _COMMENT.match(text, at)) and len(comment[1]) > column and comment.end() > at:
        at = comment.end()
    return at


def indentation(text: str, at: int) -> int:
    """Gives the number of spaces that the line of a place begins with."""
    begin = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    line = text[begin:at]
    return len(line) - len(line.lstrip(" "))
