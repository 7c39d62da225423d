"""The one YAML reader: libyaml's events, built into located nodes.

Only what a record needs is read: mappings, lists and scalars of one document. What YAML
offers beyond (anchors, aliases, tags, merge keys, several documents) is refused at its
event, so that no input can unfold, recurse or be read in two ways. Scalars stay text.
"""

import re
from typing import Any, NoReturn

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from recotrack.model.diagnostics import Diagnostic, fault
from recotrack.model.nodes import MappingNode, Node, Position, ScalarNode, SequenceNode

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 32
MAX_NODES = 5_000
MAX_DIRECTIVES = 100

_ONE_RECORD = "one record a file"
_WRITE_OUT = "write the value out where it is used"
_OTHER_BREAKS = "\x85\u2028\u2029"


def read(data: bytes, path: str) -> tuple[Node | None, list[Diagnostic]]:
    """Reads one YAML document.

    Args:
        data: the bytes of a file or of a git blob.
        path: what diagnostics call it.

    Returns:
        The root node and no diagnostics, or None and what is wrong. Lines and columns
        count characters from 1; a byte order mark counts as none.
    """
    if len(data) > MAX_BYTES:
        return None, [too_large(path)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        position = _end_of(before.decode("utf-8").lstrip("\ufeff"), path)
        hint = "save the file in the encoding UTF-8"
        return None, [fault("not-utf8", position, f"byte 0x{data[error.start]:02x} is not UTF-8", hint)]
    builder = _Builder(text.lstrip("\ufeff"), path)
    try:
        return builder.build(), builder.found
    except _RefusedError:
        return None, builder.found


def too_large(path: str) -> Diagnostic:
    """Gives the diagnostic for a file over the limit, for stores that know sizes beforehand."""
    return fault("file-too-large", Position(path), "the file is over 1 MiB", "records are small: split it")


def without_other_breaks(text: str) -> tuple[str, dict[int, str] | None]:
    """Gives a text in which only what YAML 1.2 and editors take for line ends is one to libyaml.

    Returns:
        The text with characters that it has not standing in, one for one, and a table that
        translates them back; None where nothing had to be replaced.
    """
    if text.isascii() or not any(character in text for character in _OTHER_BREAKS):
        return text, None
    unused = (character for character in map(chr, range(0xF0000, 0x100000)) if character not in text)
    stand_ins = dict(zip(_OTHER_BREAKS, unused, strict=False))
    text = text.translate({ord(character): stand_in for character, stand_in in stand_ins.items()})
    return text, {ord(stand_in): character for character, stand_in in stand_ins.items()}


def _end_of(text: str, path: str) -> Position:
    """Gives the place just after a text that a file begins with."""
    lines = re.split("\r\n|\r|\n", text)
    return Position(path, len(lines), len(lines[-1]) + 1)


_Collection = tuple[dict[str, tuple[ScalarNode, Node]] | None, list[Node] | None, ScalarNode | None]
"""What is being filled: the entries of a mapping or the items of a list, and the key that waits for its value."""


def _hint(problem: str) -> str | None:
    """Gives what most often mends a fault of syntax."""
    if "mapping values" in problem or "expected <block end>" in problem:
        return "put text that has `: ` in quotes, or write it as a block: `>-`"
    if "cannot start any token" in problem:
        return "indent with spaces, not tabs; put text that begins with such a character in quotes"
    if "quoted scalar" in problem or "unexpected end of stream" in problem:
        return "look for a quote or a bracket that is not closed, also lines above"
    return None


class _RefusedError(Exception):
    """Reading stopped; what is wrong is in the builder's list."""


class _Builder:
    """Builds nodes from events, and refuses what records may not contain."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.found: list[Diagnostic] = []
        self._text, self._back = without_other_breaks(text)

    def build(self) -> Node | None:
        self._check_directives()
        parser = CParser(self._text)
        try:
            return self._build(parser.get_event)
        except yaml.reader.ReaderError as error:
            before = self._text.encode("utf-8")[: error.position].decode("utf-8", "ignore")
            position = _end_of(before, self.path)
            self._refuse("yaml-syntax", position, f"not YAML: {error.reason}", "remove the character")
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            if "maximum nesting depth" in str(error.problem) and mark is not None and mark.index < len(self._text):
                # libyaml 0.2.6 and newer stop by themselves, far deeper: what stands before is enough to say where.
                self._text = self._text[: mark.index]
                return self.build()
            inside = mark is not None and mark.index < len(self._text)
            position = self._position(mark) if inside else _end_of(self._text, self.path)
            where = f" ({error.context})" if error.context else ""
            self._refuse("yaml-syntax", position, f"not YAML: {error.problem}{where}", _hint(str(error.problem)))
        except UnicodeDecodeError:
            start = re.search(r"%TAG|!\S*%", self._text)
            position = _end_of(self._text[: start.start() if start else 0], self.path)
            self._refuse(
                "yaml-tag", position, "a tag that is not UTF-8", "take the tag away; values are typed by their key"
            )
        finally:
            parser.dispose()

    def _check_directives(self) -> None:
        """Refuses directives by the hundred: the parser compares each with all before it."""
        if self._text.count("%TAG") > MAX_DIRECTIVES:
            starts = [match.start() for match in re.finditer("^%TAG", self._text, re.MULTILINE)]
            if len(starts) > MAX_DIRECTIVES:
                position = _end_of(self._text[: starts[MAX_DIRECTIVES]], self.path)
                self._refuse(
                    "yaml-too-large", position, f"more than {MAX_DIRECTIVES} directives", "no record needs one"
                )

    def _build(self, get_event: Any) -> Node | None:
        """Takes the events of one document; `entries` or `items` is what the current collection fills."""
        root: Node | None = None
        enclosing: list[_Collection] = []
        entries: dict[str, tuple[ScalarNode, Node]] | None = None
        items: list[Node] | None = None
        key: ScalarNode | None = None
        count = 0
        comments = " #" in self._text
        node: Node
        while True:
            event = get_event()
            kind = type(event)
            mark = event.start_mark
            if kind is yaml.ScalarEvent:
                text = event.value if self._back is None else event.value.translate(self._back)
                commented = comments and not event.style and self._comment_after(event.end_mark.index)
                node = ScalarNode(text, mark.line + 1, mark.column + 1, not event.style, commented)
            elif kind is yaml.MappingStartEvent:
                node = MappingNode({}, mark.line + 1, mark.column + 1)
            elif kind is yaml.SequenceStartEvent:
                node = SequenceNode([], mark.line + 1, mark.column + 1)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                entries, items, key = enclosing.pop()
                continue
            elif kind is yaml.StreamEndEvent:
                return root if not self.found else None
            elif kind is yaml.AliasEvent:
                self._refuse(
                    "yaml-alias",
                    self._position(mark),
                    "an alias (*)",
                    f"{_WRITE_OUT}; put text that begins with * in quotes",
                )
            else:
                if kind is yaml.DocumentStartEvent and root is not None:
                    self._refuse("yaml-many-documents", self._position(mark), "a second document begins", _ONE_RECORD)
                continue

            if event.anchor is not None or event.tag is not None:
                self._refuse_extras(event)
            if items is not None:
                items.append(node)
            elif entries is None:
                root = node
            elif key is None:
                key = self._key(entries, node)
            else:
                entries[key.text] = (key, node)
                key = None
            count += 1
            if count > MAX_NODES:
                self._refuse("yaml-too-large", self._position(mark), f"more than {MAX_NODES} values", "split the file")
            if type(node) is ScalarNode:
                continue
            if len(enclosing) == MAX_DEPTH:
                message = f"nested more than {MAX_DEPTH} deep"
                self._refuse("yaml-too-deep", self._position(mark), message, "no record needs that")
            enclosing.append((entries, items, key))
            key = None
            if type(node) is MappingNode:
                entries, items = node.entries, None
            elif type(node) is SequenceNode:
                entries, items = None, node.items

    def _comment_after(self, index: int) -> bool:
        end = re.compile("[\r\n]|$").search(self._text, index)
        return self._text[index : end.start() if end else None].strip(" \t,]}").startswith("#")

    def _key(self, entries: dict[str, tuple[ScalarNode, Node]], key: Node) -> ScalarNode:
        position = Position(self.path, key.line, key.column)
        if not isinstance(key, ScalarNode):
            self._refuse("yaml-key", position, "a key is a list or a mapping", "use a word as the key")
        if key.text == "<<" and key.plain:
            self._refuse("yaml-merge-key", position, "a merge key (<<)", _WRITE_OUT)
        earlier = entries.get(key.text)
        if earlier is not None:
            first = earlier[0].line
            message = f"the key `{key.text[:40]}` stands twice, first in line {first}"
            self.found.append(fault("yaml-duplicate-key", position, message, "keep one of them"))
            return earlier[0]
        return key

    def _refuse_extras(self, event: Any) -> None:
        position = self._position(event.start_mark)
        if event.anchor is not None:
            self._refuse("yaml-anchor", position, f"an anchor (&{event.anchor})", _WRITE_OUT)
        hint = "take the tag away; values are typed by their key"
        self._refuse("yaml-tag", position, f"a tag ({event.tag})", hint)

    def _position(self, mark: Any) -> Position:
        return Position(self.path, mark.line + 1, mark.column + 1)

    def _refuse(self, code: str, position: Position, message: str, hint: str | None) -> NoReturn:
        self.found.append(fault(code, position, message, hint))
        raise _RefusedError
