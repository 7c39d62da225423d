"""`views.words`: changed words as people want them told."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recotrack.analysis.words import WordChange, levelled, word_changes
from recotrack.views.words import readable

TEXT = st.lists(
    st.sampled_from(
        ["The", "the", "victims", "victims’", "victim-", "and", ",", ".", ";", "Train", "train", "被害", "é"]
    ),
    max_size=10,
).map(" ".join)


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(change.op, change.text) for change in readable(word_changes(before, after))]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Train judges.", "Train judges.", [("equal", "Train judges.")]),
        ("train judges", "Train judges.", [("equal", "Train judges.")]),
        ("Train judges", "Train judges.", [("equal", "Train judges.")]),
        ("Train judges.", "Train judges", [("equal", "Train judges")]),
        ("victims' rights", "victims’ rights", [("equal", "victims’ rights")]),
        ("re-train judges", "retrain judges", [("equal", "retrain judges")]),
        (
            "train all judges on restitution",
            "Train all judges and police on restitution.",
            [("equal", "Train all judges"), ("insert", " and police"), ("equal", " on restitution.")],
        ),
        ("", "New.", [("insert", "New.")]),
        ("Gone.", "", [("delete", "Gone.")]),
        ("", "", []),
    ],
)
def test_case_and_punctuation_alone_are_no_change(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert told(before, after) == expected


@given(TEXT, TEXT)
def test_later_text_is_whole(before: str, after: str) -> None:
    kept = "".join(change.text for change in readable(word_changes(before, after)) if change.op != "delete")
    assert kept == after


@given(TEXT, TEXT)
def test_no_word_of_the_earlier_text_is_lost(before: str, after: str) -> None:
    changes = readable(word_changes(before, after))
    assert levelled("".join(change.text for change in changes if change.op != "insert")) == levelled(before)


@given(TEXT, TEXT)
def test_runs_are_joined(before: str, after: str) -> None:
    changes = readable(word_changes(before, after))
    assert all(not one.op == two.op == "equal" for one, two in itertools.pairwise(changes))
    assert all(levelled(change.text) for change in changes if change.op != "equal")


def test_changes_that_were_given_are_left_alone() -> None:
    given_ones = [WordChange("delete", "A"), WordChange("insert", "a")]
    readable(given_ones)
    assert given_ones == [WordChange("delete", "A"), WordChange("insert", "a")]
