"""`views.text`: what is unsafe made visible, widths, wrapping, and lists of years and words."""

import itertools
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recotrack.views.text import counted, in_words, listed, shortened, visible, width_of, wrapped, years

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)
WORDS = st.lists(st.text("abcdé被，-\u0301", min_size=1, max_size=12), min_size=1, max_size=12).map(" ".join)


# visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x00", "\\x00"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("\x07\x08\x7f", "\\x07\\x08\\x7f"),
        ("a\tb\r\n", "a\\x09b\\x0d\\x0a"),
        ("\x85\x9b1m", "\\x85\\x9b1m"),
        ("\u202eabc\u202c", "\\u202eabc\\u202c"),
        ("\u2066\u2067\u2068\u2069", "\\u2066\\u2067\\u2068\\u2069"),
        ("\u200e\u200f\u061c", "\\u200e\\u200f\\u061c"),
        ("a\u200bb\ufeff\u2060", "a\\u200bb\\ufeff\\u2060"),
        ("\u2028\u2029", "\\u2028\\u2029"),
        ("\ud800", "\\ud800"),
        ("\ue000\U000f0000", "\\ue000\\U000f0000"),
        ("\U000e0041", "\\U000e0041"),
        ("\ufff9\u180e", "\\ufff9\\u180e"),
        ("\uffff", "\\uffff"),
    ],
    ids=ascii,
)
def test_unsafe_characters_are_escaped(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plain words, digits 0123 & signs: <b> | `x` \\ ~",
        "“curly” ‘quotes’, dashes – — and an ellipsis …",
        "café, naïve, Türkiye, żółw, Å",
        "Bakı şəhəri, Gəncə, Göyçay, üçün, İsmayıllı, Ağdam",
        "被害者を保護する、한국어, ไทย",
        "Азербайджан, Ελλάδα, ქართული, հայերեն",
        "العربية و עברית",
        "€ £ ₼ № § ° × →",
        "a\u0301 (a letter and its accent)",
        "می\u200cخواهم (joined and kept apart)",
        "a\xa0b\u202fc\u3000d",
        "\U0001f6d1 \U00020000",
    ],
)
def test_ordinary_text_is_kept(text: str) -> None:
    assert visible(text) == text


def test_nothing_unsafe_is_left_of_any_character() -> None:
    shown = visible("".join(map(chr, range(0x3000))))
    left = {character for character in shown if category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")}
    assert left <= set("\xad\u200c\u200d")


@given(st.text())
def test_visible_text_is_visible_already(text: str) -> None:
    assert visible(visible(text)) == visible(text)


# width_of


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("şəhər", 5),
        ("“x”", 3),
        ("被害者", 6),
        ("ｆｕｌｌ", 8),
        ("ﾊﾝ", 2),
        ("a\u0301", 1),
        ("a\u200db", 2),
        ("\U0001f6d1", 2),
        ("…×→", 3),
    ],
)
def test_columns_of_a_text(text: str, width: int) -> None:
    assert width_of(text) == width


# wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one two three", 13, ["one two three"]),
        ("abcdefghij k", 4, ["abcd", "efgh", "ij k"]),
        ("a bcdefghij", 4, ["a", "bcde", "fghi", "j"]),
        ("被害者を保護", 5, ["被害", "者を", "保護"]),
        ("one\ntwo three", 5, ["one", "two", "three"]),
    ],
)
def test_lines_of_a_text(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


def test_indents() -> None:
    assert wrapped("one two three four", 10, first="- ", rest="    ") == ["- one two", "    three", "    four"]
    assert wrapped("", 10, first="- ") == ["- "]


@given(WORDS, st.integers(2, 40))
def test_lines_fit(text: str, width: int) -> None:
    assert all(width_of(line) <= width for line in wrapped(text, width))


@given(WORDS, st.integers(8, 40), st.integers(0, 3), st.integers(0, 6))
def test_lines_fit_with_indents(text: str, width: int, first: int, rest: int) -> None:
    lines = wrapped(text, width, first=" " * first, rest=" " * rest)
    assert all(width_of(line) <= width for line in lines)


@given(TEXT, st.integers(1, 40))
def test_nothing_is_lost(text: str, width: int) -> None:
    assert "".join(wrapped(text, width)).replace(" ", "") == text.replace(" ", "")


@given(WORDS, st.integers(24, 60))
def test_words_are_divided_at_spaces_alone(text: str, width: int) -> None:
    """No word here is longer than a line."""
    assert " ".join(wrapped(text, width)) == text


@given(WORDS, st.integers(24, 60))
def test_lines_are_full(text: str, width: int) -> None:
    """A word stands on the next line only where it has no room on this one."""
    lines = wrapped(text, width)
    for line, following in itertools.pairwise(lines):
        assert width_of(line) + 1 + width_of(following.split(" ")[0]) > width


# shortened


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two, three", 10, "one two…"),
        ("one; two", 6, "one…"),
        ("abcdefghij", 5, "abcd…"),
        ("", 5, ""),
        ("被害者を保護", 7, "被害者…"),
    ],
)
def test_short_text(text: str, width: int, short: str) -> None:
    assert shortened(text, width) == short


@given(TEXT, st.integers(3, 60))
def test_short_text_fits_and_says_that_it_is_cut(text: str, width: int) -> None:
    short = shortened(text, width)
    assert width_of(short) <= width
    if short != text:
        assert short.endswith("…")
        assert text.startswith(short[:-1])


# Numbers and lists


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((), ""),
        ((2018,), "2018"),
        ((2018, 2020), "2018, 2020"),
        ((2019, 2020, 2021, 2022), "2019–2022"),
        ((2018, 2020, 2021, 2022), "2018, 2020–2022"),
        ((2016, 2017, 2018, 2020, 2022, 2023, 2024), "2016–2018, 2020, 2022–2024"),
    ],
)
def test_years(numbers: tuple[int, ...], told: str) -> None:
    assert years(numbers) == told


@given(st.lists(st.integers(1990, 2030), unique=True).map(sorted))
def test_years_name_every_year(numbers: list[int]) -> None:
    named: list[int] = []
    for part in filter(None, years(tuple(numbers)).split(", ")):
        first, _, last = part.partition("–")
        named += range(int(first), int(last or first) + 1)
    assert named == numbers


@pytest.mark.parametrize(
    ("words", "told"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listed(words: list[str], told: str) -> None:
    assert listed(words) == told


def test_counted() -> None:
    assert [counted(number, "edition") for number in (0, 1, 2)] == ["0 editions", "1 edition", "2 editions"]
    assert counted(2, "body", "bodies") == "2 bodies"


def test_in_words() -> None:
    assert in_words("partly_implemented") == "partly implemented"
