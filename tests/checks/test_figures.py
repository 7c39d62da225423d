"""Faults of figures."""

import pytest

from tests.builder import Builder, value
from tests.checks.planting import Planted, each, found_in, plant, plant_clean, planted, told

AT = "figures/convictions.yaml"

PLANTED = (
    planted(
        "figure-not-in-quote",
        "a number and a word that the quotes have not",
        f"{AT}:5:13 warning figure-not-in-quote",
        f"{AT}:6:13 warning figure-not-in-quote",
        metric="""
            metric: convictions
            title: Convictions
            unit: persons
            values:
              - {value: 12, covers: 2023, source: tr-2024, place: Part 1, quote: Courts convicted 112 of 1200.}
              - {value: Tier 2, covers: 2023, source: tr-2024, place: Part 1, quote: It is on the watch list.}
              - {value: 12, covers: 2022, source: tr-2024, place: Part 1, quote: Nobody., stated: implied}
            """,
    ),
    planted(
        "computed-without-how",
        "computed, and a computation without the mark",
        f"{AT}:5:5 error computed-without-how",
        f"{AT}:6:5 error computed-without-how",
        metric="""
            metric: convictions
            title: Convictions
            unit: persons
            values:
              - {value: 12, covers: 2023, source: tr-2024, place: Part 1, quote: It was 12., stated: computed}
              - {value: 12, covers: 2022, source: tr-2024, place: Part 1, quote: It was 12., computation: 6 + 6}
            """,
    ),
    planted(
        "sum-without-value",
        "a total of another year and parts of another metric and source",
        f"{AT}:8:12 error sum-without-value",
        f"{AT}:9:13 error sum-without-value",
        f"{AT}:9:37 error sum-without-value",
        metric="""
            metric: convictions
            title: Convictions
            unit: persons
            values:
              - {value: 12, covers: 2023, source: tr-2024, place: Part 1, quote: It was 12.}
            sums:
              - covers: 2022
                total: {}
                parts: [{metric: prosecutions}, {by: {sex: male}}]
                source: tr-2024
                because: They should.
            """,
    ),
    planted(
        "bad-figure",
        "a separator, a unit and a leading zero",
        f"{AT}:5:13 error bad-figure",
        f"{AT}:6:13 error bad-figure",
        f"{AT}:7:13 error bad-figure",
        metric="""
            metric: convictions
            title: Convictions
            unit: persons
            values:
              - {value: "1,664", covers: 2023, source: tr-2024, place: Part 1, quote: x}
              - {value: 5 %, covers: 2023, source: tr-2024, place: Part 1, quote: x}
              - {value: 012, covers: 2023, source: tr-2024, place: Part 1, quote: x}
            """,
    ),
    planted(
        "unknown-source",
        "a value, a sum and a remark of sources that are not there",
        f"{AT}:5:39 error unknown-source",
        f"{AT}:8:13 error unknown-source",
        f"{AT}:9:12 error sum-without-value",
        f"{AT}:10:13 error sum-without-value",
        f"{AT}:10:32 error sum-without-value",
        f"{AT}:14:25 error unknown-source",
        metric="""
            metric: convictions
            title: Convictions
            unit: persons
            values:
              - {value: 12, covers: 2023, source: tr-2034, place: Part 1, quote: It was 12.}
            sums:
              - covers: 2023
                source: tr-2034
                total: {metric: acquittals}
                parts: [{by: {sex: male}}, {by: {sex: female}}]
                because: They should.
            remarks:
              - text: What to know.
                evidence: [{source: tr-2034, place: Part 1, quote: x}]
            """,
    ),
    planted(
        "double-entry",
        "a value twice",
        f"{AT}:6:5 error double-entry",
        metric="""
            metric: convictions
            title: Convictions
            unit: persons
            values:
              - {value: 12, covers: 2023, source: tr-2024, place: Part 1, quote: It was 12.}
              - {value: 12, covers: 2023, source: tr-2024, place: Part 1, quote: It was 12.}
            """,
    ),
    planted(
        "quote-too-long",
        "a quote that leaves something out",
        f"{AT}:5:70 error quote-not-contiguous",
        f"{AT}:6:70 warning quote-too-long",
        metric=f"""
            metric: convictions
            title: Convictions
            unit: persons
            values:
              - {{value: 12, covers: 2023, source: tr-2024, place: Part 1, quote: "It was [...] 12."}}
              - {{value: 12, covers: 2022, source: tr-2024, place: Part 1, quote: "12 {"word " * 40}end"}}
            """,
    ),
)


@each(PLANTED)
def test_planted(build: Builder, fault: Planted) -> None:
    plant(build, fault)
    assert told(found_in(build)) == fault.expected


@pytest.mark.parametrize(
    ("number", "quote"),
    [
        (12, "Courts convicted twelve traffickers."),
        (68, "Sixty-eight victims were Azerbaijanis"),
        (1664, "compared with 1,664 labor violations"),
        (100000, "worth more than AZN 100 thousand"),
        (2.7, "only 2.7% (51) crimes"),
        (0, "no foreign national victims"),
        ("Tier 2", "therefore it remained on Tier 2."),
    ],
)
def test_values_that_stand_in_their_quotes(build: Builder, number: object, quote: str) -> None:
    plant_clean(build)
    build.metric("convictions", value(number, 2023, "tr-2024", quote=quote))
    assert told(found_in(build)) == ()


def test_number_words_of_another_language_are_not_looked_for(build: Builder) -> None:
    plant_clean(build)
    build.source("tr-2025", published="2024-12-01", language="az")
    build.metric("convictions", value(12, 2023, "tr-2025", quote="On iki nəfər məhkum edildi."))
    assert told(found_in(build)) == ()


def test_a_metric_that_cannot_be_read_is_not_missed_by_a_sum(build: Builder) -> None:
    plant_clean(build)
    build.write("figures/prosecutions.yaml", "metric: prosecutions\n")
    total = {"covers": 2023, "source": "tr-2024", "total": {}, "because": "They should."}
    parts = [{"metric": "prosecutions"}, {"metric": "prosecutions", "by": {"sex": "male"}}]
    build.metric("convictions", value(12, 2023, "tr-2024"), sums=[total | {"parts": parts}])
    assert {one.path for one in found_in(build)} == {"figures/prosecutions.yaml"}
