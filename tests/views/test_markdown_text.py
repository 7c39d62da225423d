"""`views.markdown.text`: text from records is text in Markdown, whatever it holds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recotrack.analysis.words import word_changes
from recotrack.views.markdown.text import changed, escaped, table
from recotrack.views.text import visible

ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|&#(\d+);")
"""An escaped character or a character reference, as CommonMark reads them."""

TEXT = st.text("ab1 .,-+*_`~[]()<>!|&#;:/\\\"'$@{}=^?“é被\t\n\x1b\u202e") | st.text()


def read(markdown: str) -> str:
    """Gives the text that escapes stand for."""
    return ESCAPE.sub(lambda match: match[1] or chr(int(match[2])), markdown)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("a | b", "a \\| b"),
        ("`code`", "\\`code\\`"),
        ("*one* _two_ ~~three~~", "\\*one\\* \\_two\\_ \\~\\~three\\~\\~"),
        ("[link](x)", "\\[link\\](x)"),
        ("![image](x)", "!\\[image\\](x)"),
        ("&lt; &#60;", "\\&lt; \\&\\#60;"),
        ("C:\\dir", "C:\\\\dir"),
        ("# heading", "\\# heading"),
        ("> quote", "\\> quote"),
        ("- item", "\\- item"),
        ("+ item", "\\+ item"),
        ("* item", "\\* item"),
        ("1. item", "1\\. item"),
        ("23) item", "23\\) item"),
        ("=====", "\\====="),
        ("---", "\\---"),
        ("$x$", "\\$x\\$"),
        ("{x}", "\\{x\\}"),
        ("Plain words, 1.5 and “quotes” – Bakı.", "Plain words, 1.5 and “quotes” – Bakı."),
        ("\x1b[31m", "\\\\x1b\\[31m"),
        ("a\nb", "a\\\\x0ab"),
        ("", ""),
    ],
)
def test_escaped(text: str, markdown: str) -> None:
    assert escaped(text) == markdown


@pytest.mark.parametrize(
    "text", ["https://example.org", "http://a.b", "www.example.org", "a@example.org", "@someone", "#12"]
)
def test_nothing_becomes_a_link(text: str) -> None:
    markdown = escaped(text)
    assert read(markdown) == text
    for sign in ("://", "www.", "@", "#1"):
        assert sign not in markdown.replace("\\#1", "")


@given(TEXT)
def test_escapes_stand_for_the_text(text: str) -> None:
    assert read(escaped(text)) == visible(text)


@given(TEXT)
def test_every_special_character_is_escaped(text: str) -> None:
    markdown = escaped(text)
    rest = ESCAPE.sub("", markdown)
    assert re.findall(r"[\\`*_{}\[\]<>|~&#$@]", rest) == []
    assert not markdown.startswith(("-", "+", "="))
    assert "\n" not in rest


@given(TEXT)
def test_one_line_whatever_the_text(text: str) -> None:
    assert len(escaped(text).splitlines()) <= 1


# Changed words


@pytest.mark.parametrize(
    ("before", "after", "markdown"),
    [
        ("Train judges.", "Train judges and police.", "Train judges **and police**."),
        ("a b c old d e f", "a b c new d e f", "a b c ~~old~~ **new** d e f"),
        ("", "*New* | <b>", "**\\*New\\* \\| \\<b\\>**"),
        ("Gone", "", "~~Gone~~"),
        ("train", "Train.", "Train."),
        ("or women", "and/or women", "**and/** or women"),
        ("train judges now", "(re)train judges now", "**(re)** train judges now"),
    ],
)
def test_changed(before: str, after: str, markdown: str) -> None:
    assert changed(word_changes(before, after)) == markdown


WORDS = st.lists(
    st.sampled_from(["Train", "judges,", "and/or", "(the)", "police.", "re-train", "“on”", "é", "被害", "*", "~~"]),
    max_size=10,
)


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_marks_are_marks(before: str, after: str) -> None:
    """CommonMark reads `**` as a mark where it leans on a word: not between a stop and a letter."""
    markdown = changed(word_changes(before, after))
    text = ESCAPE.sub(".", markdown)
    for mark in re.finditer(r"\*\*|~~", text):
        left, right = text[: mark.start()][-1:], text[mark.end() :][:1]
        assert left.strip() or right.strip(), markdown
    parts = re.split(r"\*\*|~~", text)
    assert len(parts) % 2 == 1
    for index in range(1, len(parts), 2):
        inner, following = parts[index], parts[index + 1]
        assert inner == inner.strip() != "", markdown
        assert inner[-1].isalnum() or not following[:1].isalnum(), markdown
        assert inner[0].isalnum() or not parts[index - 1][-1:].isalnum(), markdown


# Tables


def test_numbers_stay_as_written() -> None:
    lines = table(["Id", "Text"], [["1e-01", "0123.10"], ["1e5", "+7"], ["0x10", "NaN"]]).splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert cells[0] == ["Id", "Text"]
    assert cells[2:] == [["1e-01", "0123.10"], ["1e5", "+7"], ["0x10", "NaN"]]


def test_pipes_stay_in_their_cell() -> None:
    row = table(["A", "B"], [[escaped("a | b"), "c"]]).splitlines()[2]
    assert len(re.findall(r"(?<!\\)\|", row)) == 3
