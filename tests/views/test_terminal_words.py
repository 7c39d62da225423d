"""`views.terminal.words`: changed words marked in the text and in colour."""

import re

from hypothesis import given
from hypothesis import strategies as st

from recotrack.analysis.words import word_changes
from recotrack.views.paint import Paint
from recotrack.views.terminal.words import marked, marked_lines
from recotrack.views.text import width_of

BEFORE = "Train judges on restitution in criminal cases."
AFTER = "Train judges and police on restitution in civil cases."
TEXT = st.lists(
    st.sampled_from(["Train", "judges", "and", "the", "police", "[-", "on", "-]", "{+", "restitution", "+}", "被害"]),
    max_size=12,
).map(" ".join)


def test_marks() -> None:
    assert marked(word_changes(BEFORE, AFTER)) == (
        "Train judges {+and police+} on restitution in [-criminal-] {+civil+} cases."
    )


def test_hostile_words_are_visible() -> None:
    assert marked(word_changes("", "a \x1b[31m b")) == "{+a \\x1b[31m b+}"


def test_colour_of_a_run_over_two_lines() -> None:
    lines = marked_lines(word_changes("", "one two three"), 9, Paint(True), "  ")
    assert lines == ["  \x1b[32m{+one\x1b[0m", "  \x1b[32mtwo\x1b[0m", "  \x1b[32mthree+}\x1b[0m"]


def test_gone_is_red_and_new_is_green() -> None:
    (line,) = marked_lines(word_changes("a b c old d e f", "a b c new d e f"), 80, Paint(True), "")
    assert line == "a b c \x1b[31m[-old-]\x1b[0m \x1b[32m{+new+}\x1b[0m d e f"


@given(TEXT, TEXT, st.integers(10, 60))
def test_colour_adds_nothing_but_colour(before: str, after: str, width: int) -> None:
    plain = marked_lines(word_changes(before, after), width, Paint(), "  ")
    painted = marked_lines(word_changes(before, after), width, Paint(True), "  ")
    assert [re.sub(r"\x1b\[\d+m", "", line) for line in painted] == plain
    assert all(width_of(line) <= width for line in plain)
