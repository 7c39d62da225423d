import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recotrack.model.dates import first_day, is_date, known_by, last_day, overlap
from recotrack.model.nodes import MappingNode, Origin
from recotrack.model.records import Period, Source

DAYS = st.dates().map(datetime.date.isoformat)
PARTIAL = DAYS.flatmap(lambda day: st.sampled_from([day, day[:7], day[:4]]))


@pytest.mark.parametrize("text", ["2023-06-15", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
def test_days_of_the_calendar(text: str) -> None:
    assert is_date(text)
    assert is_date(text, partial=True)


@pytest.mark.parametrize("text", ["2023", "2023-06", "0001", "9999-12"])
def test_partial_dates_are_dates_where_they_will_do(text: str) -> None:
    assert not is_date(text)
    assert is_date(text, partial=True)


@pytest.mark.parametrize(
    "text",
    [
        "", "-", "--", "0000", "0000-01-01", "2023-00", "2023-13", "2023-1", "2023-01-00", "2023-01-32", "2023-02-29",
        "1900-02-29", "2100-02-29", "2023-04-31", "2018-13-45", "23-01-01", "20230-01", "2023-01-01-01",
        "2023-", "-2023", "2023-01-", "2023/01/01", "20230101", "2023-W01", "2023-001", " 2023", "2023 ", "2023\n",
        "2023-01-01\n", "2023-01-01T00:00", "+023", "2_23", "２０２３", "٢٠٢٣", "²⁰²³", "1:30", "NO", "today",
        "2023-06-1５",
    ],
)  # fmt: skip
@pytest.mark.parametrize("partial", [True, False])
def test_what_is_no_date(text: str, partial: bool) -> None:
    assert not is_date(text, partial=partial)


@given(st.integers(0, 9999), st.integers(0, 14), st.integers(0, 33))
def test_the_calendar_is_that_of_the_standard_library(year: int, month: int, day: int) -> None:
    try:
        datetime.date(year, month, day)
    except ValueError:
        right = False
    else:
        right = True
    assert is_date(f"{year:04}-{month:02}-{day:02}") is right


@given(st.text(max_size=12))
def test_any_text_can_be_asked(text: str) -> None:
    assert is_date(text) <= is_date(text, partial=True)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-06", "2023-06-01", "2023-06-30"),
        ("2023-06-15", "2023-06-15", "2023-06-15"),
    ],
)
def test_first_and_last_day(text: str, first: str, last: str) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@given(DAYS)
def test_a_day_lies_between_the_ends_of_its_month_and_year(day: str) -> None:
    for part in (day, day[:7], day[:4]):
        assert first_day(part) <= day <= last_day(part)


@given(PARTIAL, PARTIAL)
def test_ends_sort_as_the_dates_do(one: str, other: str) -> None:
    if last_day(one) < first_day(other):
        assert one < other


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ({}, "2023-12-31"),
        ({"published": "2023-06-15"}, "2023-06-15"),
        ({"published": "2023-06"}, "2023-06-30"),
        ({"published": "2023"}, "2023-12-31"),
        ({"published": "2021-01-01", "covers": Period("2022", "2024")}, "2021-01-01"),
        ({"covers": Period("2022-04-01", "2023-03-31")}, "2023-12-31"),
        ({"covers": Period("2023-04-01", "2024-03-31")}, "2024-03-31"),
        ({"covers": Period("2023", "2024")}, "2024-12-31"),
        ({"year": 2021, "covers": Period("2023", "2023-02")}, "2023-02-28"),
    ],
)
def test_known_by(keys: dict[str, Any], day: str) -> None:
    record: dict[str, Any] = {"year": 2023, **keys}
    origin = Origin("sources/a.yaml", MappingNode({}, 1, 1))
    source = Source(id="a", series="a", issuer="A", title="A", country="UTO", origin=origin, **record)
    assert known_by(source) == day


@pytest.mark.parametrize(
    ("one", "other", "right"),
    [
        (Period("2022", "2022"), Period("2022", "2022"), True),
        (Period("2022", "2022"), Period("2023", "2023"), False),
        (Period("2022", "2023-06"), Period("2023-06", "2024"), True),
        (Period("2022", "2023-05"), Period("2023-06", "2024"), False),
        (Period("2022-04-01", "2023-03-31"), Period("2023-03-31", "2024-03-31"), True),
        (Period("2022-04-01", "2023-03-31"), Period("2023-04-01", "2024-03-31"), False),
        (Period("2022", "2022"), Period("2022-12-31", "2023"), True),
        (Period("2021", "2024"), Period("2022-02", "2022-02"), True),
        (Period("2023", "2023"), Period("2022-04-01", "2023-03-31"), True),
    ],
)
def test_overlap(one: Period, other: Period, right: bool) -> None:
    assert overlap(one, other) is right
    assert overlap(other, one) is right


@given(DAYS, DAYS, DAYS, DAYS)
def test_periods_overlap_where_they_share_a_day(a: str, b: str, c: str, d: str) -> None:
    one, other = Period(min(a, b), max(a, b)), Period(min(c, d), max(c, d))
    shared = max(one.start, other.start) <= min(one.end, other.end)
    assert overlap(one, other) is overlap(other, one) is shared
