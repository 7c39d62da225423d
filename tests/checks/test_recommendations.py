"""Faults of recommendations by themselves and of the lists they form."""

import pytest

from tests.builder import Builder
from tests.checks.planting import Planted, each, found_in, plant, plant_clean, planted, told

AT = "recommendations/tr-2024/02.yaml"
THIRD = "recommendations/tr-2024/03.yaml"
FOURTH = "recommendations/tr-2024/04.yaml"

PLANTED = (
    planted(
        "source-not-folder",
        "a recommendation in the folder of another edition",
        f"{AT}:2:9 error source-not-folder",
        f"{AT}:3:7 error year-not-source",
        recommendation="""
            id: tr-2024-02
            source: tr-2023
            year: 2024
            number: 2
            text: Screen migrants.
            """,
    ),
    planted(
        "source-not-folder",
        "a folder of no source, with a source that there is",
        "recommendations/xr-2023/01.yaml:2:9 error source-not-folder",
        strange="""
            id: xr-2023-01
            source: tr-2023
            year: 2023
            number: 1
            text: Ratify the protocol.
            """,
    ),
    planted(
        "year-not-source",
        "the year of another edition",
        f"{AT}:3:7 error year-not-source",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2042
            number: 2
            text: Screen migrants.
            """,
    ),
    planted(
        "number-not-file",
        "a number that is not the name of its file",
        f"{AT}:4:9 error number-gap",
        f"{AT}:4:9 error number-not-file",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 5
            text: Screen migrants.
            """,
    ),
    planted(
        "number-gap",
        "a number left out",
        f"{FOURTH}:4:9 error number-gap",
        fourth="""
            id: tr-2024-04
            source: tr-2024
            year: 2024
            number: 4
            text: Fund shelters.
            """,
    ),
    Planted(
        "number-gap",
        "a list that does not begin with 1",
        {
            "sources/tr-2017.yaml": "id: tr-2017\nseries: tr\nissuer: Office of Reports\n"
            "title: Report 2017\ncountry: UTO\nyear: 2017\n",
            "recommendations/tr-2017/02.yaml": "number: 2\nid: tr-2017-02\nsource: tr-2017\nyear: 2017\ntext: Act.\n",
            "recommendations/tr-2017/03.yaml": "number: 3\nid: tr-2017-03\nsource: tr-2017\nyear: 2017\ntext: Tell.\n",
        },
        ("recommendations/tr-2017/02.yaml:1:9 error number-gap",),
    ),
    Planted(
        "number-double",
        "02 and 002",
        {"recommendations/tr-2024/002.yaml": "id: tr-2024-002\nsource: tr-2024\nyear: 2024\nnumber: 2\ntext: Act.\n"},
        ("recommendations/tr-2024/02.yaml:5:12 error number-double",),
    ),
    planted(
        "number-double",
        "a number twice, under two names",
        f"{THIRD}:4:9 error number-double",
        f"{THIRD}:4:9 error number-not-file",
        third="""
            id: tr-2024-03
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            """,
    ),
    planted(
        "unknown-theme",
        "a theme that the register does not know",
        f"{AT}:6:22 error unknown-theme",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            themes: [prevention, detection]
            """,
    ),
    planted(
        "double-entry",
        "a theme twice",
        f"{AT}:8:5 error double-entry",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            themes:
              - prevention
              - prevention
            """,
    ),
    planted(
        "mention-not-in-text",
        "a body that the text does not name",
        f"{AT}:6:20 warning mention-not-in-text",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Let the police screen migrants.
            mentions: [police, Ministry of Interior]
            """,
    ),
    planted(
        "mention-not-in-text",
        "a body that the lead-in alone names",
        f"{AT}:7:12 warning mention-not-in-text",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            lead_in: "The police should:"
            text: Screen migrants.
            mentions: [police]
            """,
    ),
    planted(
        "addressee-not-in-text",
        "a body that nobody addresses",
        f"{AT}:8:22 error addressee-not-in-text",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            lead_in: "The police should:"
            text: Screen migrants.
            # The text says nothing of it.
            addressees: [police, Ministry of Interior]
            """,
    ),
)


@each(PLANTED)
def test_planted(build: Builder, fault: Planted) -> None:
    plant(build, fault)
    assert told(found_in(build)) == fault.expected


@pytest.mark.parametrize(
    ("number", "missing"),
    [(4, "number 3 is missing before 4"), (6, "number 3 to 5 is missing before 6")],
)
def test_a_gap_names_what_is_missing(build: Builder, number: int, missing: str) -> None:
    plant_clean(build)
    build.recommendation(f"tr-2024-{number:02}", "Act.")
    (found,) = found_in(build)
    assert found.message == missing


def test_a_double_names_the_other(build: Builder) -> None:
    plant_clean(build)
    build.recommendation("tr-2024-002", "Act.")
    (found,) = found_in(build)
    assert found.message == "number 2 stands twice in the list, also at tr-2024-002"


def test_each_gap_of_a_list_is_told(build: Builder) -> None:
    build.source("tr-2024")
    for number in (1, 3, 4, 7):
        build.recommendation(f"tr-2024-{number:02}", "Act.")
    assert told(found_in(build)) == (
        "recommendations/tr-2024/03.yaml:5:12 error number-gap",
        "recommendations/tr-2024/07.yaml:5:12 error number-gap",
    )


@pytest.mark.parametrize(
    ("theme", "hint"),
    [("preventive", "did you mean `prevention`?"), ("x", "known: prevention, protection")],
)
def test_an_unknown_theme_has_a_hint(build: Builder, theme: str, hint: str) -> None:
    plant_clean(build)
    build.recommendation("tr-2024-02", "Screen migrants.", themes=[theme])
    (found,) = found_in(build)
    assert found.hint == hint


def test_themes_are_free_where_the_register_lists_none(build: Builder) -> None:
    plant_clean(build)
    build.write("recotrack.yaml", "series: {tr: {short: TR}, or: {short: OR}, gov: {short: GOV}}\n")
    build.recommendation("tr-2024-02", "Screen migrants.", themes=["detection"])
    assert told(found_in(build)) == ()
