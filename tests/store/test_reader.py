import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from recotrack.model.nodes import MappingNode, Node, ScalarNode, SequenceNode
from recotrack.model.terms import Severity
from recotrack.store import reader
from recotrack.store.reader import MAX_BYTES, MAX_NODES, read, too_large
from tests.store.told import told

MERGE_BOMB = "a: &a {k: v}\n" + "".join(
    f"{name}: &{name} {{<<: [{', '.join([f'*{before}'] * 9)}]}}\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGE_BOMB_WITHOUT_ANCHORS = "<<: {" * 8 + "a: b" + "}" * 8
ALIAS_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
OTHER_BREAKS = ("\x85", "\u2028", "\u2029")


def values(node: Node) -> Any:
    """Gives what a node says, without places."""
    if isinstance(node, ScalarNode):
        return node.text
    if isinstance(node, SequenceNode):
        return [values(item) for item in node.items]
    return {key: values(value) for key, (_, value) in node.entries.items()}


def scalars(node: Node) -> Iterator[ScalarNode]:
    """Gives every scalar below a node, keys too."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from scalars(item)
    else:
        for key, value in node.entries.values():
            yield key
            yield from scalars(value)


def good(text: str | bytes) -> Node:
    """Reads what must be without fault."""
    node, found = read(text.encode() if isinstance(text, str) else text, "file.yaml")
    assert found == []
    assert node is not None
    return node


def refused(text: str | bytes) -> list[str]:
    """Gives the faults of what must have some, as `line.column code`."""
    node, found = read(text.encode() if isinstance(text, str) else text, "file.yaml")
    assert node is None
    assert found
    assert {(fault.path, fault.severity) for fault in found} == {("file.yaml", Severity.ERROR)}
    return [f"{fault.line}.{fault.column} {fault.code}" for fault in found]


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The events that the reader asks the parser for, in a list that grows as it reads."""
    asked: list[str] = []
    parser_class = vars(reader)["CParser"]

    class Recording:
        def __init__(self, data: bytes) -> None:
            self._parser = parser_class(data)

        def get_event(self) -> Any:
            event = self._parser.get_event()
            asked.append(type(event).__name__)
            return event

        def dispose(self) -> None:
            self._parser.dispose()

    monkeypatch.setattr(reader, "CParser", Recording)
    return asked


# What is read


def test_every_node_has_its_place() -> None:
    node = good("# a comment\nid: tr-2023\nlist:\n  - one\n  - {two: 'три', 3: [x]}\n")
    assert isinstance(node, MappingNode)
    assert (node.line, node.column) == (2, 1)
    id_key, id_value = node.entries["id"]
    assert id_key == ScalarNode("id", 2, 1, True)
    assert id_value == ScalarNode("tr-2023", 2, 5, True)
    _, items = node.entries["list"]
    assert isinstance(items, SequenceNode)
    assert (items.line, items.column) == (4, 3)
    assert items.items[0] == ScalarNode("one", 4, 5, True)
    flow = items.items[1]
    assert isinstance(flow, MappingNode)
    assert (flow.line, flow.column) == (5, 5)
    assert flow.entries["two"] == (ScalarNode("two", 5, 6, True), ScalarNode("три", 5, 11, False))
    assert flow.entries["3"][1] == SequenceNode([ScalarNode("x", 5, 22, True)], 5, 21)


@pytest.mark.parametrize(
    ("written", "text", "plain"),
    [
        ("NO", "NO", True),
        ("1:30", "1:30", True),
        ("0123", "0123", True),
        ("2018_1", "2018_1", True),
        ("1.10", "1.10", True),
        ("2018-13-45", "2018-13-45", True),
        ("9" * 5000, "9" * 5000, True),
        ("~", "~", True),
        ("null", "null", True),
        ("", "", True),
        ("'NO'", "NO", False),
        ('"a\\u00e9\\n"', "aé\n", False),
        ('"\\e[31m\\x9b"', "\x1b[31m\x9b", False),
        ("''", "", False),
        (">-\n  a\n  b\n", "a b", False),
        ("|\n  a\n  b\n", "a\nb\n", False),
        ("a\n  b", "a b", True),
    ],
)
def test_scalars_stay_text(written: str, text: str, plain: bool) -> None:
    node = good(f"key: {written}\n")
    assert isinstance(node, MappingNode)
    _, value = node.entries["key"]
    assert isinstance(value, ScalarNode)
    assert (value.text, value.plain) == (text, plain)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# a comment\n# and another\n", "\ufeff", "\ufeff# a comment\r\n", "   \n"]
)
def test_nothing_but_comments_is_nothing(text: str) -> None:
    assert read(text.encode(), "file.yaml") == (None, [])


@pytest.mark.parametrize("text", ["---\na: b\n", "---\na: b\n...\n", "%YAML 1.2\n---\na: b\n", "a: b", '{"a": "b"}'])
def test_one_document_may_be_marked(text: str) -> None:
    assert values(good(text)) == {"a": "b"}


def test_quoted_merge_sign_is_a_key_like_any() -> None:
    assert values(good('{"<<": {a: b}, c: <<}')) == {"<<": {"a": "b"}, "c": "<<"}


def test_the_same_key_may_stand_in_two_mappings() -> None:
    assert values(good("- {a: b}\n- {a: {a: c}}\n")) == [{"a": "b"}, {"a": {"a": "c"}}]


# What is refused, and where


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &b c", "1.4 yaml-anchor"),
        ("&b a: c", "1.1 yaml-anchor"),
        ("a:\n  - &b\n    c: d", "2.5 yaml-anchor"),
        ("a: &b [c]", "1.4 yaml-anchor"),
        ("a: *b", "1.4 yaml-alias"),
        ("*b : c", "1.1 yaml-alias"),
        ("- a\n- *b\n", "2.3 yaml-alias"),
        ("a: !b c", "1.4 yaml-tag"),
        ("a: ! c", "1.4 yaml-tag"),
        ("a: !!str c", "1.4 yaml-tag"),
        ("!!str a: c", "1.1 yaml-tag"),
        ("a: !!python/object:os.system {}", "1.4 yaml-tag"),
        ("a: !!python/object/apply:os.system [id]", "1.4 yaml-tag"),
        ("a: !<tag:yaml.org,2002:int> '3'", "1.4 yaml-tag"),
        ("%TAG !e! tag:example.org,2000:\n---\na: !e!b c", "3.4 yaml-tag"),
        ("a: !!binary aGk=", "1.4 yaml-tag"),
        ("a: !!set {b, c}", "1.4 yaml-tag"),
        ("<<: {a: b}", "1.1 yaml-merge-key"),
        ("a:\n  <<: {b: c}", "2.3 yaml-merge-key"),
        ("a: {<<: [{b: c}]}", "1.5 yaml-merge-key"),
        ("? [a]\n: b", "1.3 yaml-key"),
        ("? {a: b}\n: c", "1.3 yaml-key"),
        ("x: 1\n[a]: b", "2.1 yaml-key"),
        ("{a: {[b]: c}}", "1.6 yaml-key"),
        ("? - a\n: b", "1.3 yaml-key"),
        ("a: b\n---\nc: d", "2.1 yaml-many-documents"),
        ("---\n---\n", "2.1 yaml-many-documents"),
        ("a: b\n...\n---\nc: d", "3.1 yaml-many-documents"),
        ("a: b\n...\nc: d", "3.1 yaml-syntax"),
        ("a: @b", "1.4 yaml-syntax"),
        ("a:\n\tb: c", "2.1 yaml-syntax"),
        ("a: b\n c: d\n", "2.3 yaml-syntax"),
        ("a: [b\n", "2.1 yaml-syntax"),
        ('a: "b\n', "2.1 yaml-syntax"),
        ('a: "\\xzz"', "1.7 yaml-syntax"),
        ('a: "\\ud800"', "1.7 yaml-syntax"),
        ('a: "\\U00110000"', "1.7 yaml-syntax"),
        ("a: !e!b c", "1.4 yaml-syntax"),
        ("%YAML 2.0\n---\na: b", "1.1 yaml-syntax"),
    ],
)
def test_refused_with_its_place(text: str, place: str) -> None:
    assert refused(text) == [place]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("a: &b c", "an anchor (&b)", "write the value out where it is used"),
        ("a: *b", "an alias (*)", "write the value out where it is used; put text that begins with * in quotes"),
        ("<<: {}", "a merge key (<<)", "write the value out where it is used"),
        (
            "a: !!python/object:os.system {}",
            "a tag (tag:yaml.org,2002:python/object:os.system)",
            "take the tag away; values are typed by their key",
        ),
        ("[a]: b", "a key is a list or a mapping", "use a word as the key"),
        ("[" * 33, "nested more than 32 deep", "no record needs that"),
        ("---\n---\n", "a second document begins", "one record a file"),
    ],
)
def test_refusals_say_what_to_do(text: str, message: str, hint: str) -> None:
    _, found = read(text.encode(), "file.yaml")
    assert [(fault.message, fault.hint) for fault in found] == [(message, hint)]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("status: a\nstatus: b\n", [(2, 1, "the key `status` stands twice, first in line 1")]),
        ("a:\n  b: 1\n  c: 2\n  'b': 3\n", [(4, 3, "the key `b` stands twice, first in line 2")]),
        ("- {b: 1,\n   b: 2}\n", [(2, 4, "the key `b` stands twice, first in line 1")]),
        ("a: {}\nb: 1\na: []\n", [(3, 1, "the key `a` stands twice, first in line 1")]),
        (
            "a: 1\na: 2\nb: 1\nb: 2\n",
            [(2, 1, "the key `a` stands twice, first in line 1"), (4, 1, "the key `b` stands twice, first in line 3")],
        ),
        (
            "a: 1\na: 2\na: 3\n",
            [(2, 1, "the key `a` stands twice, first in line 1"), (3, 1, "the key `a` stands twice, first in line 1")],
        ),
    ],
)
def test_a_key_that_stands_twice_names_both_lines(text: str, faults: list[tuple[int, int, str]]) -> None:
    node, found = read(text.encode(), "file.yaml")
    assert node is None
    assert [(fault.line, fault.column, fault.message) for fault in found] == faults
    assert {fault.code for fault in found} == {"yaml-duplicate-key"}


@pytest.mark.parametrize(("text", "place"), [("a: [b", "1.6"), ("a: 'b", "1.6"), ("é: {", "1.5"), ("a: 'b\n", "2.1")])
def test_what_is_not_closed_is_told_at_the_end_of_the_file(text: str, place: str) -> None:
    assert refused(text) == [f"{place} yaml-syntax"]


def test_a_double_key_does_not_hide_what_comes_after() -> None:
    assert refused("a: 1\na: 2\nb: *c\n") == ["2.1 yaml-duplicate-key", "3.4 yaml-alias"]


@pytest.mark.parametrize("escaped", ["%c0%80", "%ed%a0%80", "%f4%90%80%80"])
@pytest.mark.parametrize("text", ["a: !{} b", "a: !<{}> b", "%TAG !e! {}\n---\na: !e!b c"])
def test_a_tag_whose_escapes_are_not_utf8_is_refused(text: str, escaped: str) -> None:
    [place] = refused(text.format(escaped))
    assert place.split()[1] in ("yaml-tag", "yaml-syntax")


# Sizes


@pytest.mark.parametrize(
    ("opening", "closing", "place"),
    [
        ("[", "]", "1.33 yaml-too-deep"),
        ("- ", "", "1.65 yaml-too-deep"),
        ("{a: ", "}", "1.129 yaml-too-deep"),
        ("[\n", "]", "33.1 yaml-too-deep"),
    ],
)
def test_depth_32_is_read_and_33_is_not(opening: str, closing: str, place: str) -> None:
    innermost = opening.strip() + " x " + closing
    good(opening * 31 + innermost + closing * 31)
    assert refused(opening * 32 + innermost + closing * 32) == [place]


@pytest.mark.parametrize("data", [b"[" * 25_000, b"[" * MAX_BYTES, b"- " * 25_000])
def test_reading_stops_at_the_33rd_level(data: bytes, events: list[str]) -> None:
    [place] = refused(data)
    assert place.endswith(" yaml-too-deep")
    begin = ["StreamStartEvent", "DocumentStartEvent"]
    levels = ["SequenceStartEvent"] * 33
    # A libyaml that stops by itself, far deeper, does so before the first level is told: then it is read again.
    assert events in (begin + levels, begin[:1] + begin + levels)


def test_merge_key_bomb_stops_at_its_first_anchor(events: list[str]) -> None:
    assert refused(MERGE_BOMB) == ["1.4 yaml-anchor"]
    assert len(events) == 5


def test_merge_keys_without_anchors_stop_at_the_first(events: list[str]) -> None:
    assert refused(MERGE_BOMB_WITHOUT_ANCHORS) == ["1.1 yaml-merge-key"]
    assert len(events) == 4


def test_alias_bomb_stops_at_its_first_anchor(events: list[str]) -> None:
    assert refused(ALIAS_BOMB) == ["1.4 yaml-anchor"]
    assert len(events) == 5


def test_a_mebibyte_is_read_and_a_byte_more_is_not(events: list[str]) -> None:
    text = b"a: " + b"b" * (MAX_BYTES - 3)
    good(text)
    events.clear()
    node, found = read(text + b"b", "file.yaml")
    assert (node, found) == (None, [too_large("file.yaml")])
    assert told(found) == ["file.yaml:1:1: file-too-large"]
    assert found[0].message == "the file is over 1 MiB"
    assert events == []


def test_size_is_counted_in_bytes() -> None:
    assert refused(("é" * (MAX_BYTES // 2)).encode() + b"b") == ["1.1 file-too-large"]


def test_5_000_values_are_read_and_one_more_is_not(events: list[str]) -> None:
    assert MAX_NODES == 5_000
    good("[" + "a," * (MAX_NODES - 1) + "]")
    events.clear()
    assert refused("[" + "a," * 400_000 + "]") == [f"1.{2 * MAX_NODES} yaml-too-large"]
    assert len(events) == 2 + MAX_NODES + 1


def test_mappings_and_keys_count_as_values() -> None:
    assert refused("".join(f"k{number}:\n" for number in range(30_000))) == ["2500.7 yaml-too-large"]


def test_directives_are_not_read_by_the_thousand(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser compares each %TAG with all before it: 70,000 of them take it seconds."""

    def parse(data: bytes) -> Any:
        assert data.count(b"%TAG") < 1000, "a quadratic input reaches the parser"
        return parser_class(data)

    parser_class = vars(reader)["CParser"]
    monkeypatch.setattr(reader, "CParser", parse)
    tags = "".join(f"%TAG !{number}! b\n" for number in range(60_000))
    assert refused(tags + "---\na: b\n")


# Encodings and characters


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\xff", "1.1 not-utf8"),
        (b"a: \xff", "1.4 not-utf8"),
        ("é: ".encode() + b"\xe9", "1.4 not-utf8"),
        ("тема: я\nтекст: 😀 ".encode() + b"\xff\n", "2.10 not-utf8"),
        ("é: 1\r\nü: ".encode() + b"\xc3(", "2.4 not-utf8"),
        ("é: 1\rü: ".encode() + b"\xc3(", "2.4 not-utf8"),
        (b"a: 1\n\n\n\x80", "4.1 not-utf8"),
        (b"a: \xc0\x80", "1.4 not-utf8"),
        (b"a: \xed\xa0\x80", "1.4 not-utf8"),
        (b"a: \xe2\x82", "1.4 not-utf8"),
        ("a: \u2028".encode() + b"\nb: \xff", "2.4 not-utf8"),
        (b"\xef\xbb\xbfa: \xff", "1.4 not-utf8"),
        ("a: b".encode("utf-16"), "1.1 not-utf8"),
        ("a: b".encode("utf-16-be"), "1.1 yaml-syntax"),
        ("a: b".encode("utf-16-le"), "1.2 yaml-syntax"),
        ("a: b".encode("utf-32"), "1.1 not-utf8"),
    ],
)
def test_what_is_not_utf8_is_refused_at_its_byte(data: bytes, place: str) -> None:
    assert refused(data) == [place]


def test_the_byte_that_is_not_utf8_is_named() -> None:
    _, found = read(b"a: caf\xe9 x", "file.yaml")
    assert [(fault.message, fault.hint) for fault in found] == [
        ("byte 0xe9 is not UTF-8", "save the file in the encoding UTF-8")
    ]


@pytest.mark.parametrize("character", ["\0", "\x01", "\x1b", "\x7f", "\x9b", "\ufffe", "\uffff"])
@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("", "1.1"),
        ("a: b", "1.5"),
        ("é: 😀", "1.5"),
        ("a: b\r\nü: ", "2.4"),
        ("\ufeffa: ", "1.4"),
        ("a: b\rc: ", "2.4"),
    ],
)
def test_control_characters_are_refused_where_they_stand(before: str, character: str, place: str) -> None:
    assert refused(before + character + "\nc: d\n") == [f"{place} yaml-syntax"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("é: *b", "1.4"),
        ("a: é\nтема: *b", "2.7"),
        ("😀: *b", "1.4"),
        ("a: 'e\u0301'\n'ə': *b", "2.6"),
        ("\ufeffa: *b", "1.4"),
        ("\ufeffa: 1\nb: *b", "2.4"),
        ("a: 1\r\nb: *b\r\n", "2.4"),
        ("a: 1\r\r\nb: *b", "3.4"),
        ("a: 1\rb: *b", "2.4"),
        ("a: 1\r\n\r\n\n\rb: *b", "5.4"),
        ("# é\n\n  # ü\nb: *b", "4.4"),
        ("a: |\n  é\n\n  x\nb: *b", "5.4"),
        ("a: 'é\n\n  x'\nb: *b", "4.4"),
    ],
)
def test_lines_and_columns_count_characters(text: str, place: str) -> None:
    assert refused(text) == [f"{place} yaml-alias"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_reach_the_values(line_end: str) -> None:
    text = line_end.join(["a: b", "c: |-", "  d", "  e", "f: >-", "  g", "  h", ""])
    assert values(good(text)) == {"a": "b", "c": "d\ne", "f": "g h"}


@pytest.mark.parametrize("character", OTHER_BREAKS)
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a: "x{}y"\nb: *b', "2.4 yaml-alias"),
        ('a: "x{}y"\r\né: *b', "2.4 yaml-alias"),
        ('a: "x{0}{0}y"\nb: 1\nb: 2', "3.1 yaml-duplicate-key"),
        ('a: "x{}y"\n---\n', "2.1 yaml-many-documents"),
        ('a: "x{}y"\nb: @', "2.4 yaml-syntax"),
        ('a: "x{}y"\nb: \x01', "2.4 yaml-syntax"),
        ('a: "x{}y"\nb: ' + "[" * 32, "2.35 yaml-too-deep"),
    ],
)
def test_other_line_separators_shift_no_lines(text: str, place: str, character: str) -> None:
    assert refused(text.format(character)) == [place]


@pytest.mark.parametrize("character", OTHER_BREAKS)
def test_places_of_nodes_after_other_line_separators(character: str) -> None:
    node = good(f'a: "x{character}y"\r\nb: [c, {{d: e}}]\r\n')
    assert isinstance(node, MappingNode)
    assert node.entries["b"][0] == ScalarNode("b", 2, 1, True)
    flow = node.entries["b"][1]
    assert isinstance(flow, SequenceNode)
    assert (flow.line, flow.column) == (2, 4)
    assert flow.items[0] == ScalarNode("c", 2, 5, True)
    assert (flow.items[1].line, flow.items[1].column) == (2, 8)


@pytest.mark.parametrize("character", OTHER_BREAKS)
@pytest.mark.parametrize(
    "form", ['a: "{}"\nb: c\n', "a: '{}'\nb: c\n", "a: {}\nb: c\n", "a: |-\n  {}\nb: c\n", "a: >-\n  {}\nb: c\n"]
)
@pytest.mark.parametrize("text", ["x{}y", "x {} y"])
def test_other_line_separators_are_text(text: str, form: str, character: str) -> None:
    """YAML 1.2 knows two line ends, LF and CR; texts are verbatim."""
    text = text.format(character)
    assert values(good(form.format(text))) == {"a": text, "b": "c"}


@pytest.mark.parametrize("character", OTHER_BREAKS)
def test_a_comment_ends_where_its_line_ends(character: str) -> None:
    """What an editor shows as a comment is one, and not a value that nobody reviewed."""
    assert values(good(f"# as agreed{character}confirmed: true\na: b\n")) == {"a": "b"}
    assert values(good(f"a: b # as agreed{character}confirmed: true\n")) == {"a": "b"}


# Laws

_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=OTHER_BREAKS), max_size=12)
_DATA = st.recursive(
    _TEXTS,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(_TEXTS, below, max_size=4),
    max_leaves=12,
)


@settings(deadline=None)
@given(
    data=_DATA,
    flow=st.sampled_from([True, False, None]),
    style=st.sampled_from([None, "'", '"', "|", ">"]),
    width=st.sampled_from([1, 20, 80, 1000]),
    indent=st.sampled_from([2, 4]),
    line_break=st.sampled_from(["\n", "\r", "\r\n"]),
)
def test_reads_what_an_independent_reader_reads(
    data: Any, flow: bool | None, style: str | None, width: int, indent: int, line_break: Any
) -> None:
    text: str = yaml.safe_dump(
        data,
        allow_unicode=True,
        default_flow_style=flow,
        default_style=style,
        width=width,
        indent=indent,
        line_break=line_break,
    )
    node = good(text)
    assert values(node) == yaml.load(text, Loader=yaml.BaseLoader)
    lines = re.split("\r\n|\r|\n", text)
    for scalar in scalars(node):
        if scalar.plain and scalar.text:
            assert lines[scalar.line - 1][scalar.column - 1] == scalar.text[0]


_PIECES = [
    "[", "]", "{", "}", "- ", "? ", ": ", ":", ",", "&a ", "*a ", "!t ", "!!str ", "!%c0%80 ", "<<", "a", "b: ", "'",
    '"', "|", ">", "#", "%TAG ! b", "%YAML 1.1", "---", "...", "\n", "\r", "\r\n", "  ", "\t", "\0", "\x1b", "\\",
    "\\ud800", "\ufeff", "\x85", "\u2028", "é", "😀", "@",
]  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(
    st.binary(max_size=60)
    | st.lists(st.sampled_from(_PIECES), max_size=30).map(lambda pieces: "".join(pieces).encode())
    | st.lists(st.sampled_from([*map(str.encode, _PIECES), b"\xff", b"\xc3"]), max_size=20).map(b"".join)
)
def test_no_input_raises(data: bytes) -> None:
    node, found = read(data, "file.yaml")
    assert node is None or found == []
    lines = re.split(b"\r\n|\r|\n", data)
    for fault in found:
        assert fault.path == "file.yaml"
        assert 1 <= fault.line <= len(lines)
        assert 1 <= fault.column <= len(lines[fault.line - 1]) + 1
