"""Lineage and relations written into the file of a recommendation; its other lines stay as they are.

Of a link that changes, the words that change are put in place of the old ones. The result is
read again and must be the record that is wanted, or it is refused.
"""

from typing import Any

from recotrack.model.records import Recommendation
from recotrack.model.shapes import RECOMMENDATION
from recotrack.store.decode import decode
from recotrack.store.editing.emitting import Entry, block_lines, entry_of, flow, pairs, scalar
from recotrack.store.editing.spans import (
    Edits,
    Span,
    after_comments,
    edited,
    line_after,
    line_break,
    several_lines,
    spans_of,
)
from recotrack.store.editing.updates import EditError
from recotrack.store.reader import read

KEYS = ("continues", "related", "refused")
"""What is written here, in the order of the keys of a file."""


def write_lineage(data: bytes, path: str, wanted: Recommendation) -> bytes:
    """Puts what a recommendation continues, is related to and was refused into its file.

    Args:
        data: the file.
        path: what faults call it.
        wanted: the recommendation as it should be; but for the three keys it must be as it is.

    Returns:
        The file that reads as `wanted`.

    Raises:
        EditError: the file has a fault, has been changed in other keys meanwhile, or cannot be
            changed without touching something else.
    """
    old = recommendation_of(data, path)
    if _apart(old) != _apart(wanted):
        raise EditError("the file was changed meanwhile")
    text = data.decode("utf-8")
    mark = text[: len(text) - len(text.lstrip("\ufeff"))]
    text = text[len(mark) :]
    new, read_back = data, old
    for key in KEYS:
        before, after = getattr(old, key), getattr(wanted, key)
        if before == after:
            continue
        if after is None or (key != "continues" and not after):
            text = _without(text, key)
        else:
            text = _with(text, key, [_entry(one) for one in before or ()], [_entry(one) for one in after])
        new = (mark + text).encode("utf-8", "replace")
        try:
            read_back = recommendation_of(new, path)
        except EditError as error:
            raise EditError("the lineage has faults", error.found) from None
    if read_back._replace(origin=wanted.origin) != wanted:
        raise EditError("lineage cannot be written without changing what is there: do it by hand")
    return new


def recommendation_of(data: bytes, path: str) -> Recommendation:
    """Reads the file of a recommendation.

    Raises:
        EditError: it has faults.
    """
    node, found = read(data, path)
    if node is None:
        raise EditError("the file cannot be read", tuple(found))
    record, found = decode(node, RECOMMENDATION, path)
    if not isinstance(record, Recommendation):
        raise EditError("the file has faults", tuple(found))
    return record


def _apart(record: Recommendation) -> Recommendation:
    """Gives a recommendation without what is written here, and without its place."""
    return Recommendation(*record)._replace(continues=None, related=(), refused=(), origin=None)  # type: ignore[arg-type]


def _entry(one: Any) -> Entry | str:
    return one if isinstance(one, str) else entry_of(one)


def _id(entry: Entry | str) -> str:
    return entry if isinstance(entry, str) else str(entry["id"])


def _with(text: str, key: str, before: list[Entry | str], after: list[Entry | str]) -> str:
    """Gives the text with a list changed; entries are the same where their ids are."""
    root = spans_of(text)
    if key not in root.keys:
        return _with_key(text, root, key, after)
    name, value = root.keys[key]
    if value.flow:
        return _with_flow(text, root, name, value, before, after)
    kept = {_id(entry): entry for entry in after}
    edits: Edits = []
    for entry, span in zip(before, value.items, strict=True):
        wanted = kept.pop(_id(entry), None)
        if wanted is None:
            edits.append((_dash_line(text, span, value.column), line_after(text, span.end, span.block), ""))
        elif wanted != entry and isinstance(wanted, dict) and isinstance(entry, dict):
            edits += _changed(text, span, entry, wanted)
    newline = line_break(text, value.end)
    if kept:
        at = max([after_comments(text, value.end, value.block, value.column), *(end for _, end, _ in edits)])
        lines = newline.join(line for entry in kept.values() for line in block_lines(entry, value.column))
        edits.append((at, at, lines + newline if at == 0 or text[at - 1] in "\r\n" else newline + lines))
    elif not after:
        colon = text.index(":", name.end) + 1
        edits.append((colon, colon, " []"))
    return edited(text, edits)


def _without(text: str, key: str) -> str:
    """Gives the text without a key and its value, in lines of its own."""
    root = spans_of(text)
    name, value = root.keys[key]
    if root.flow:
        return _without_in_braces(text, root, name, value)
    start = max(text.rfind("\n", 0, name.start), text.rfind("\r", 0, name.start)) + 1
    end = line_after(text, value.end, value.block)
    if text[start : name.start].strip(" ") or "#" in text[value.end : end]:
        raise EditError(f"`{key}` cannot be taken out without taking something else: do it by hand")
    return edited(text, [(start, end, "")])


def _without_in_braces(text: str, root: Span, name: Span, value: Span) -> str:
    """Takes a key out of a file in one pair of braces, with the comma between it and the next or the last."""
    places = list(root.keys.values())
    at = places.index((name, value))
    if at + 1 < len(places):
        start, end = name.start, places[at + 1][0].start
    else:
        start, end = places[at - 1][1].end if at else name.start, value.end
    if "#" in text[start : name.start] + text[value.end : end]:
        raise EditError("a key in braces may stand beside a comment that would be lost: do it by hand")
    return edited(text, [(start, end, "")])


def _dash_line(text: str, span: Span, column: int) -> int:
    """Gives the start of the line that the dash of an entry stands in, which may be above the entry."""
    at = span.start
    while at > 0:
        at = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
        if text[at : at + column].strip(" ") == "" and text[at + column : at + column + 1] == "-":
            return at
        at -= 1
    raise EditError("an entry of the list cannot be taken out: change it by hand")


def _changed(text: str, span: Span, before: Entry, after: Entry) -> Edits:
    """Gives the edits that change values of one entry, and add keys to it."""
    edits: Edits = []
    added: Entry = {}
    newline = line_break(text, span.start)
    for key, words in after.items():
        if key not in span.keys:
            if words != before.get(key):
                added[key] = words
            continue
        value = span.keys[key][1]
        if words == before.get(key):
            continue
        if value.block and not span.flow:
            new = _prose(key, words, span.column).replace("\n", newline)
            new += newline if text[value.end - 1] in "\r\n" else ""
        elif (
            isinstance(words, str)
            and not span.flow
            and not text[value.end : line_after(text, value.end, False)].strip("\r\n")
        ):
            new = _prose(key, words, span.column).replace("\n", newline)
        else:
            new = scalar(words)
        edits.append((value.start, value.end, new))
    if added:
        last = max((value for _, value in span.keys.values()), key=lambda value: value.end)
        if span.flow:
            edits.append((last.end, last.end, "".join(f", {key}: {flow(one, quoted=False, indent=None)}"
                                                       for key, one in added.items())))  # fmt: skip
        else:
            at = line_after(text, last.end, last.block)
            lines = newline.join(pairs(added, span.column))
            edits.append((at, at, lines + newline if text[at - 1] in "\r\n" else newline + lines))
    return edits


def _prose(key: str, words: str, column: int) -> str:
    """Gives a value as it stands behind its key in block style."""
    return "\n".join(pairs({key: words}, column))[column + len(key) + 2 :]


def _with_flow(text: str, root: Span, name: Span, value: Span, before: list[Any], after: list[Any]) -> str:
    inside = text[value.start : value.end]
    newline = line_break(text, value.end)
    if not before and not root.flow:
        end = line_after(text, value.end, False)
        rest = text[value.end : end].strip()
        if not rest or rest.startswith("#"):
            # An empty list becomes one of lines of its own; a comment behind it stays behind the key.
            lines = newline.join(line for entry in after for line in block_lines(entry, root.column + 2))
            begun = end > 0 and text[end - 1] in "\r\n"
            lead = value.start - len(text[: value.start]) + len(text[: value.start].rstrip(" "))
            put = lines + newline if begun else newline + lines
            return edited(text, [(lead, value.end, ""), (end, end, put)])
    if "#" in inside and any(line.lstrip().startswith("#") or " #" in line for line in inside.splitlines()):
        raise EditError("a list in brackets may hold a comment that would be lost: change it by hand")
    texts = {_id(entry): text[span.start : span.end] for entry, span in zip(before, value.items, strict=True)}
    old = {_id(entry): entry for entry in before}
    column = value.items[0].column if value.items and several_lines(text, value.start, value.end) else None
    parts = [
        texts[_id(one)]
        if old.get(_id(one)) == one
        else flow(one, quoted=name.quoted, indent=column).replace("\n", newline)
        for one in after
    ]
    if column is None:
        return edited(text, [(value.start, value.end, "[" + ", ".join(parts) + "]")])
    between = "," + newline + " " * column
    head = text[value.start : value.items[0].start]
    tail = text[value.items[-1].end : value.end].lstrip(",")
    return edited(text, [(value.start, value.end, head + between.join(parts) + tail)])


def _with_key(text: str, root: Span, key: str, after: list[Any]) -> str:
    """Adds a key that is not there: behind the last of those that usually come before it."""
    before = list(RECOMMENDATION.fields)[: list(RECOMMENDATION.fields).index(key)]
    last = max((value for name, (_, value) in root.keys.items() if name in before), key=lambda value: value.end)
    newline = line_break(text, last.end)
    if root.flow:
        quoted = next(iter(root.keys.values()))[0].quoted
        own_line = several_lines(text, root.start, root.end)
        first = next(iter(root.keys.values()))[0].column
        words = flow(after, quoted=quoted, indent=first if own_line else None).replace("\n", newline)
        lead = f",{newline}{' ' * first}" if own_line else ", "
        return edited(text, [(last.end, last.end, f'{lead}"{key}": {words}' if quoted else f"{lead}{key}: {words}")])
    indent = " " * root.column
    lines = [f"{indent}{key}:", *(line for one in after for line in block_lines(one, root.column + 2))]
    if not after:
        lines = [f"{indent}{key}: []"]
    at = after_comments(text, last.end, last.block, root.column)
    put = newline.join(lines)
    return edited(text, [(at, at, put + newline if text[at - 1] in "\r\n" else newline + put)])
