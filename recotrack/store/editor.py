"""An update added to a status file as text: lines come in, none changes.

The text is spliced at the marks of the parser, so that comments, order, quoting and line ends
stay as they are. The result is parsed again and must be the old record and the one update, or
it is refused.
"""

import re
from typing import Any, NamedTuple

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from recotrack.model.diagnostics import Diagnostic
from recotrack.model.records import StatusFile, Update
from recotrack.model.shapes import STATUS
from recotrack.store.decode import decode
from recotrack.store.emitting import block_lines, entry_of, flow
from recotrack.store.reader import read, without_other_breaks

_BREAK = re.compile("\r\n|\r|\n")
_COMMENT = re.compile(r"([ \t]*)#[^\r\n]*(?:\r\n|\r|\n|\Z)")


class EditError(Exception):
    """A file to which an update cannot be added; `found` are its faults, where it has any."""

    def __init__(self, message: str, found: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(message)
        self.found = found


def append_update(data: bytes | None, path: str, recommendation: str, update: Update) -> bytes:
    """Adds an update at the end of a status file.

    Args:
        data: the file, or None where there is none yet.
        path: what faults call it.
        recommendation: the id that the file is of.
        update: what to add.

    Returns:
        The file with the update: the old bytes in their order, and what was put between them.

    Raises:
        EditError: the file has a fault or is of another recommendation, or the update cannot
            be added without changing what is there.
    """
    if data is None:
        lines = [f"recommendation: {recommendation}", "updates:", *block_lines(entry_of(update), 2)]
        new = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
        try:
            status_of(new, path)
        except EditError as error:
            raise EditError("the update has faults", error.found) from None
        if status_of(new, path).updates != (update,):
            raise EditError("the update cannot be written so that it reads back as it is")
        return new
    old = status_of(data, path)
    if update in old.updates:
        raise EditError("the very same update stands there already")
    if old.recommendation != recommendation:
        raise EditError(f"the file is of {old.recommendation}, not of {recommendation}")
    text = data.decode("utf-8")
    mark = text[: len(text) - len(text.lstrip("\ufeff"))]
    text = text[len(mark) :]
    wanted = old._replace(updates=(*old.updates, update))
    found: tuple[Diagnostic, ...] = ()
    for insertions in _places(text, update):
        new = (mark + _spliced(text, insertions)).encode("utf-8", "replace")
        try:
            if status_of(new, path)._replace(origin=old.origin) == wanted:
                return new
        except EditError as error:
            found = error.found
    if any(one.code in ("yaml-too-large", "file-too-large") for one in found):
        raise EditError("the file would be too large with the update", found)
    if found:
        raise EditError("the update has faults", found)
    raise EditError("the update cannot be added without changing what is there: add it by hand")


def status_of(data: bytes, path: str) -> StatusFile:
    """Reads a status file.

    Raises:
        EditError: it has faults.
    """
    node, found = read(data, path)
    if node is None:
        raise EditError("the file cannot be read", tuple(found))
    status, found = decode(node, STATUS, path)
    if not isinstance(status, StatusFile):
        raise EditError("the file has faults", tuple(found))
    return status


class _Spot(NamedTuple):
    """Where the list of updates lies in a text, in characters."""

    flow: bool
    quoted: bool
    start: int
    column: int
    end: int
    last_start_column: int
    last_end: int | None
    last_block: bool


_Insertions = list[tuple[int, str]]


def _spliced(text: str, insertions: _Insertions) -> str:
    for at, words in sorted(insertions, reverse=True):
        text = text[:at] + words + text[at:]
    return text


def _places(text: str, update: Update) -> list[_Insertions]:
    """Gives ways to put the update in, the one that reads best first."""
    spot = _find(text)
    newline = _newline(text, spot.end)
    entry = entry_of(update)
    if spot.flow:
        return [_into_flow(text, spot, entry, newline)]
    assert spot.last_end is not None
    new = newline.join(block_lines(entry, spot.column))
    found = []
    for at in dict.fromkeys((_after_comments(text, spot), _line_after(text, spot.last_end, spot.last_block))):
        begun = at == 0 or text[at - 1] in "\r\n"
        found.append([(at, new + newline if begun else newline + new)])
    return found


def _after_comments(text: str, spot: _Spot) -> int:
    """Gives the start of the line after the last update and the comments that are set in below it."""
    assert spot.last_end is not None
    end = spot.last_end
    if spot.last_block:
        # Empty lines below a block are for who reads; whether they belong to its text is tried.
        end = len(text[:end].rstrip(" \t\r\n"))
    at = _line_after(text, end, False)
    while (comment := _COMMENT.match(text, at)) and len(comment[1]) > spot.column and comment.end() > at:
        at = comment.end()
    return at


def _line_after(text: str, at: int, block: bool) -> int:
    """Gives the start of the line after the one that `at` lies in; the end of a block is such a start already."""
    if block and text[at - 1] in "\r\n":
        return at
    end = _BREAK.search(text, at)
    return end.end() if end else len(text)


def _into_flow(text: str, spot: _Spot, entry: Any, newline: str) -> _Insertions:
    """Gives the comma and the entry before the closing bracket, in lines of their own where others are."""
    close = spot.end - 1
    several_lines = _BREAK.search(text, spot.start, spot.end) is not None
    if spot.last_end is None:
        in_block = not text[: spot.start].lstrip().startswith("{") or _BREAK.search(text, 0, spot.start) is not None
        column = _indentation(text, spot.start) + 2 if in_block else None
        words = flow(entry, quoted=spot.quoted, indent=column).replace("\n", newline)
        before = newline + " " * column if column is not None else ""
        return [(close, before + words)]
    indent = spot.last_start_column if several_lines else None
    words = flow(entry, quoted=spot.quoted, indent=indent).replace("\n", newline)
    comma = _comma(text, spot.last_end, close)
    at = spot.last_end if comma is None else comma + 1
    line_end = _BREAK.search(text, at, close)
    comment = text[at : line_end.start() if line_end else close].lstrip(" \t").startswith("#")
    if comment and line_end is not None:
        # A comment stays behind what it stands behind.
        lead = " " * (indent or 0)
        placed = [(line_end.end(), lead + words + newline)]
        return placed if comma is not None else [(spot.last_end, ","), *placed]
    lead = newline + " " * indent if indent is not None else " "
    return [(at, ("" if comma is not None else ",") + lead + words)]


def _comma(text: str, start: int, close: int) -> int | None:
    """Gives the place of a comma between the last entry and the closing bracket, outside comments."""
    at = start
    while at < close:
        if text[at] == ",":
            return at
        if text[at] == "#":
            end = _BREAK.search(text, at, close)
            at = end.start() if end else close
        at += 1
    return None


def _indentation(text: str, at: int) -> int:
    begin = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    line = text[begin:at]
    return len(line) - len(line.lstrip(" "))


def _newline(text: str, at: int) -> str:
    """Gives the line end that is used before a place, or the first one after it."""
    found = _BREAK.findall(text, 0, at)[-1:] or _BREAK.findall(text, at)[:1]
    return found[0] if found else "\n"


def _find(text: str) -> _Spot:
    """Finds the list of updates; the text is that of a status file without faults."""
    levelled, _ = without_other_breaks(text)
    parser = CParser(levelled)
    depth = 0
    key: Any = None
    waiting = False
    begin: Any = None
    last: Any = None
    last_end: int | None = None
    last_block = False
    content_end, content_block = 0, False
    try:
        while True:
            event: Any = parser.get_event()
            kind = type(event)
            if kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                depth -= 1
                end = event.end_mark.index
                # A block collection ends where the next thing begins: its end is that of what it holds.
                if end > content_end and levelled[end - 1] in "]}":
                    content_end, content_block = end, False
                if begin is not None and depth == 2:
                    last_end, last_block = content_end, content_block
                elif begin is not None and depth == 1:
                    column = last.start_mark.column if last is not None else 0
                    return _Spot(
                        flow=bool(begin.flow_style),
                        quoted=key.style == '"',
                        start=begin.start_mark.index,
                        column=begin.start_mark.column,
                        end=end,
                        last_start_column=column,
                        last_end=last_end,
                        last_block=last_block,
                    )
                continue
            if kind not in (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent):
                continue
            if begin is not None and depth == 2:
                last = event
            elif depth == 1 and waiting:
                begin, waiting = (event if key.value == "updates" else None), False
            elif depth == 1:
                key, waiting = event, True
            if kind is yaml.ScalarEvent:
                content_end, content_block = event.end_mark.index, event.style in ("|", ">")
            else:
                depth += 1
    finally:
        parser.dispose()
