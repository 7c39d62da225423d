"""`views.json.layout`: one object, its version first, safe on a terminal."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recotrack.views.json.layout import dumped

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(min_size=1).filter(lambda key: key != "schema_version"), VALUES, max_size=4))
def test_means_what_was_given(value: dict[str, Any]) -> None:
    text = dumped(value)
    assert json.loads(text) == {"schema_version": 1} | value
    assert text.startswith('{"schema_version": 1')
    assert text.endswith("}\n")


@pytest.mark.parametrize(
    "character", "\x00\x1b\x7f\x85\x9b\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff"
)
def test_characters_that_trick_a_terminal_are_escaped(character: str) -> None:
    text = dumped({"text": f"a{character}b"})
    assert character not in text
    assert json.loads(text)["text"] == f"a{character}b"


def test_lone_surrogate_can_be_written() -> None:
    assert dumped({"text": "\udcff"}).encode("utf-8")


def test_it_is_ascii_and_means_the_same() -> None:
    text = dumped({"text": "Bakı şəhəri, “被害者” – €"})
    assert text.isascii()
    assert json.loads(text)["text"] == "Bakı şəhəri, “被害者” – €"


def test_entries_of_a_list_have_a_line_each() -> None:
    assert dumped({"items": [{"a": 1}, {"a": 2}], "none": []}) == (
        '{"schema_version": 1,\n "items": [\n  {"a": 1},\n  {"a": 2}],\n "none": []}\n'
    )
