"""Conflicts between values, and sums."""

from decimal import Decimal

import pytest

from recotrack.analysis.figures import Findings, findings_of
from recotrack.analysis.numerals import numbers_in
from tests.analysis.registers import loaded
from tests.builder import Builder, value


@pytest.fixture(autouse=True)
def sources(build: Builder) -> None:
    build.source("tr-2023", published="2023-06-15")
    build.source("tr-2024", published="2024-06-24")
    build.source("gov-2023", published="2024-02")


def found(build: Builder, id: str = "victims") -> Findings:
    register = loaded(build)
    return findings_of(register, register.metrics[id])


def told(findings: Findings) -> list[list[str]]:
    return [[figure.value for figure in conflict.figures] for conflict in findings.conflicts]


def test_values_of_one_time_and_part_that_differ(build: Builder) -> None:
    build.metric(
        "victims",
        value(12, 2022, "tr-2023"),
        value(13, 2022, "tr-2024", stated="restated"),
        value(12, 2022, "gov-2023"),
        value(4, 2022, "tr-2023", by={"sex": "male"}),
        value(4, 2022, "tr-2024", by={"sex": "male"}),
        value(9, 2023, "tr-2024"),
        value(9, {"from": "2022-04-01", "to": "2023-03-31"}, "tr-2023"),
    )
    (conflict,) = found(build).conflicts
    assert (str(conflict.covers), conflict.by) == ("2022", ())
    assert [(figure.value, figure.source) for figure in conflict.figures] == [
        ("12", "tr-2023"),
        ("13", "tr-2024"),
        ("12", "gov-2023"),
    ]


def test_a_time_written_in_two_ways_is_the_same(build: Builder) -> None:
    build.metric("victims", value(10, 2023), value(20, {"from": "2023-01-01", "to": "2023-12"}, "tr-2024"))
    assert told(found(build)) == [["10", "20"]]
    assert found(build).overruns == ()


def test_more_in_a_part_of_a_time_than_in_all_of_it(build: Builder) -> None:
    half = value(16, {"from": "2023-01", "to": "2023-06"}, "tr-2024")
    build.metric("victims", value(5, 2023), half, value(4, 2023, by={"sex": "male"}))
    (one,) = found(build).overruns
    assert (one.part.value, one.whole.value) == ("16", "5")
    build.metric("victims", value(16, 2023), value(5, {"from": "2023-01", "to": "2023-06"}))
    assert found(build).overruns == ()


def test_one_source_can_contradict_itself(build: Builder) -> None:
    build.metric("victims", value(2, 2023, by={"origin": "foreign"}), value(0, 2023, by={"origin": "foreign"}))
    assert told(found(build)) == [["2", "0"]]


def test_dimensions_count_in_any_order(build: Builder) -> None:
    one = value(2, 2023, by={"origin": "foreign", "sex": "male"})
    other = value(3, 2023, by={"sex": "male", "origin": "foreign"})
    build.metric("victims", one, other)
    assert told(found(build)) == [["2", "3"]]


def test_words_conflict_as_they_stand(build: Builder) -> None:
    build.metric("tier", value("Tier 2", 2021), value("Tier 2 Watch List", 2021, "gov-2023"), value("Tier 2", 2022))
    assert told(found(build, "tier")) == [["Tier 2", "Tier 2 Watch List"]]


def test_the_same_number_written_otherwise_is_the_same(build: Builder) -> None:
    build.metric("victims", value(7, 2023), value("7.0", 2023, "gov-2023"))
    assert told(found(build)) == []


@pytest.mark.parametrize(
    ("about", "hedged", "exact", "agrees"),
    [
        ("more_than", 100, 104, True),
        ("more_than", 100, 100, False),
        ("less_than", 100, 99, True),
        ("less_than", 100, 100, False),
        ("up_to", 100, 100, True),
        ("up_to", 100, 101, False),
        ("about", 300, 349, True),
        ("about", 300, 351, False),
        ("about", 700, 692, True),
        ("about", 14000, 13600, True),
        ("about", 14000, 13400, False),
        ("about", 7, 8, False),
    ],
)
def test_a_hedged_value_agrees_with_what_it_allows(
    build: Builder, about: str, hedged: int, exact: int, agrees: bool
) -> None:
    build.metric("victims", value(hedged, 2023, about=about), value(exact, 2023, "gov-2023"))
    assert (told(found(build)) == []) is agrees
    build.metric("victims", value(exact, 2023, "gov-2023"), value(hedged, 2023, about=about))
    assert (told(found(build)) == []) is agrees


def test_of_two_hedged_values_nothing_is_known(build: Builder) -> None:
    build.metric("victims", value(100, 2023, about="more_than"), value(50, 2023, "gov-2023", about="less_than"))
    assert told(found(build)) == []


def test_parts_of_a_dimension_are_added_up(build: Builder) -> None:
    build.metric(
        "victims",
        value(71, 2017),
        value(66, 2017, by={"sex": "female"}),
        value(5, 2017, by={"sex": "male"}),
        value(68, 2017, by={"origin": "national"}),
        value(2, 2017, by={"origin": "foreign"}),
        value(60, 2017, by={"exploitation": "sex"}),
    )
    one, other = found(build).additions
    assert (one.dimension, one.adds_up, one.difference) == ("origin", False, Decimal(-1))
    assert [name for name, _ in one.parts] == ["national", "foreign"]
    assert (other.dimension, other.adds_up) == ("sex", True)
    assert [addition.dimension for addition in found(build).not_adding_up] == ["origin"]


def test_parts_of_parts_are_added_up(build: Builder) -> None:
    build.metric(
        "victims",
        value(9, 2017, by={"sex": "male"}),
        value(5, 2017, by={"sex": "male", "age": "child"}),
        value(5, 2017, by={"sex": "male", "age": "adult"}),
    )
    (one,) = found(build).additions
    assert (one.dimension, one.total.value, one.difference) == ("age", "9", Decimal(1))


@pytest.mark.parametrize(
    "other",
    [
        value(5, 2017, "gov-2023", by={"sex": "male"}),
        value(5, 2016, by={"sex": "male"}),
        value(5, 2017, by={"sex": "male"}, about="about"),
        value("some", 2017, by={"sex": "male"}),
    ],
    ids=["another source", "another year", "hedged", "words"],
)
def test_what_is_not_added_up(build: Builder, other: dict[str, object]) -> None:
    build.metric("victims", value(71, 2017), value(66, 2017, by={"sex": "female"}), other)
    assert found(build).additions == ()


def test_two_totals_are_a_conflict_and_no_sum(build: Builder) -> None:
    parts = value(66, 2017, by={"sex": "female"}), value(5, 2017, by={"sex": "male"})
    build.metric("victims", value(71, 2017), value(72, 2017), *parts)
    assert found(build).additions == ()
    assert told(found(build)) == [["71", "72"]]


def test_a_declared_sum_reaches_over_metrics(build: Builder) -> None:
    build.metric("shelter", value(106964, 2022, "tr-2024"))
    declared = {
        "covers": 2022,
        "source": "tr-2024",
        "total": {},
        "parts": [{"metric": "shelter"}, {"metric": "projects", "by": {"body": "agency"}}],
        "because": "In 2023 they are.",
    }
    build.metric("projects", value(73500, 2022, "tr-2024", by={"body": "agency"}))
    build.metric("assistance", value(179464, 2022, "tr-2024"), sums=[declared])
    (one,) = found(build, "assistance").additions
    assert (one.dimension, one.because, one.difference) == (None, "In 2023 they are.", Decimal(1000))
    assert [name for name, _ in one.parts] == ["Metric shelter", "Metric projects, body: agency"]


def test_fractions_are_exact(build: Builder) -> None:
    parts = value("0.1", 2022, by={"sex": "male"}), value("0.2", 2022, by={"sex": "female"})
    build.metric("victims", value("0.3", 2022), *parts)
    assert [one.adds_up for one in found(build).additions] == [True]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1,664 and 2.7%", {"1664", "2.7"}),
        ("Sixty-eight victims, three of them", {"60", "8", "68", "3"}),
        ("sixty, eight", {"60", "8", "68"}),
        ("AZN 125 thousand", {"125", "125000"}),
        ("more than a hundred", {"100"}),
        ("two hundred and five", {"2", "200", "5"}),
        ("2017-2018 (one in 2016)", {"2017", "2018", "1", "2016"}),
        ("none; someone; tension; $5", {"0", "5"}),
        ("1,2 and 1,23", {"1", "2", "23"}),
        ("", set()),
    ],
)
def test_numbers_in_prose(text: str, numbers: set[str]) -> None:
    assert numbers_in(text) == set(map(Decimal, numbers))
