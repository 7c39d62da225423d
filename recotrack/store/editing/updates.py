"""An update added to a status file as text: lines come in, none changes.

The text is spliced at the marks of the parser, so that comments, order, quoting and line ends
stay as they are. The result is parsed again and must be the old record and the one update, or
it is refused.
"""

from recotrack.model.diagnostics import Diagnostic
from recotrack.model.records import StatusFile, Update
from recotrack.model.shapes import STATUS
from recotrack.store.decode import decode
from recotrack.store.editing.emitting import Entry, block_lines, entry_of, flow
from recotrack.store.editing.spans import (
    Insertions,
    Span,
    after_comments,
    edited,
    indentation,
    line_after,
    line_break,
    line_end,
    several_lines,
    spans_of,
)
from recotrack.store.reader import read


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
        new = (mark + edited(text, [(at, at, words) for at, words in insertions])).encode("utf-8", "replace")
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


def _places(text: str, update: Update) -> list[Insertions]:
    """Gives ways to put the update in, the one that reads best first."""
    key, value = spans_of(text).keys["updates"]
    newline = line_break(text, value.end)
    entry = entry_of(update)
    if value.flow:
        return [_into_flow(text, key, value, entry, newline)]
    new = newline.join(block_lines(entry, value.column))
    places = (after_comments(text, value.end, value.block, value.column), line_after(text, value.end, value.block))
    found = []
    for at in dict.fromkeys(places):
        begun = at == 0 or text[at - 1] in "\r\n"
        found.append([(at, new + newline if begun else newline + new)])
    return found


def _into_flow(text: str, key: Span, value: Span, entry: Entry, newline: str) -> Insertions:
    """Gives the comma and the entry before the closing bracket, in lines of their own where others are."""
    close = value.end - 1
    if not value.items:
        in_block = not text[: value.start].lstrip().startswith("{") or several_lines(text, 0, value.start)
        column = indentation(text, value.start) + 2 if in_block else None
        words = flow(entry, quoted=key.quoted, indent=column).replace("\n", newline)
        before = newline + " " * column if column is not None else ""
        return [(close, before + words)]
    last = value.items[-1]
    indent = last.column if several_lines(text, value.start, value.end) else None
    words = flow(entry, quoted=key.quoted, indent=indent).replace("\n", newline)
    comma = _comma(text, last.end, close)
    at = last.end if comma is None else comma + 1
    end = line_end(text, at, close)
    comment = text[at : end.start() if end else close].lstrip(" \t").startswith("#")
    if comment and end is not None:
        # A comment stays behind what it stands behind.
        placed = [(end.end(), " " * (indent or 0) + words + newline)]
        return placed if comma is not None else [(last.end, ","), *placed]
    lead = newline + " " * indent if indent is not None else " "
    return [(at, ("" if comma is not None else ",") + lead + words)]


def _comma(text: str, start: int, close: int) -> int | None:
    """Gives the place of a comma between the last entry and the closing bracket, outside comments."""
    at = start
    while at < close:
        if text[at] == ",":
            return at
        if text[at] == "#":
            end = line_end(text, at, close)
            at = end.start() if end else close
        at += 1
    return None
