"""Faults of sources."""

from tests.builder import Builder
from tests.checks.planting import Planted, each, found_in, plant, planted, told

AT = "sources/tr-2025.yaml"

PLANTED = (
    planted(
        "undeclared-series",
        "a series that recotrack.yaml does not name",
        "sources/xr-2023.yaml:3:9 warning undeclared-series",
        strange_source="""
            # Not of ours.
            id: xr-2023
            series: xr
            issuer: Strange Office
            title: Strange Report
            country: UTO
            year: 2023
            """,
    ),
    planted(
        "double-edition",
        "the edition 2024 once more",
        f"{AT}:6:7 error double-edition",
        new_source="""
            id: tr-2025
            series: tr
            issuer: Office of Reports
            title: Report 2024, corrected
            country: UTO
            year: 2024
            """,
        first_of_2025="""
            id: tr-2025-01
            source: tr-2025
            year: 2024
            number: 1
            text: Screen migrants.
            """,
    ),
    planted(
        "issuer-not-series",
        "a body in other words",
        f"{AT}:3:9 error issuer-not-series",
        new_source="""
            id: tr-2025
            series: tr
            issuer: The Office of Reports
            title: Report 2025
            country: UTO
            year: 2025
            """,
    ),
    planted(
        "source-in-future",
        "published tomorrow",
        f"{AT}:7:12 error source-in-future",
        new_source="""
            id: tr-2025
            series: tr
            issuer: Office of Reports
            title: Report 2025
            country: UTO
            year: 2025
            published: 2025-01-01
            """,
    ),
    planted(
        "source-in-future",
        "published in a month to come",
        f"{AT}:7:12 error source-in-future",
        new_source="""
            id: tr-2025
            series: tr
            issuer: Office of Reports
            title: Report 2025
            country: UTO
            year: 2025
            published: 2025-06
            """,
    ),
)


@each(PLANTED)
def test_planted(build: Builder, fault: Planted) -> None:
    plant(build, fault)
    assert told(found_in(build)) == fault.expected


def test_what_can_be_today_is_not_in_the_future(build: Builder) -> None:
    """Today is 2024-12-31."""
    build.source("tr-2021", published="2024-12-31")
    build.source("tr-2022", published="2024-12")
    build.source("tr-2023", published="2024")
    assert told(found_in(build)) == ()


def test_an_edition_is_one_of_its_country(build: Builder) -> None:
    build.source("tr-2023")
    build.write(
        "sources/tr-ruritania-2023.yaml",
        {
            "id": "tr-ruritania-2023",
            "series": "tr",
            "issuer": "Office of Reports",
            "title": "Report on Ruritania",
            "country": "RUR",
            "year": 2023,
        },
    )
    build.write(
        "recotrack.yaml",
        {"format": 1, "title": "Two countries", "series": {"tr": {"issuer": "Office of Reports"}}},
    )
    assert told(found_in(build)) == ()


def test_double_edition_names_the_first(build: Builder) -> None:
    build.source("tr-2023")
    build.source("tr-2024", year=2023)
    build.recommendation("tr-2023-01")
    build.recommendation("tr-2024-01", year=2023)
    (found,) = found_in(build)
    assert found.message == "tr-2023 is the edition 2023 of tr (UTO) already"
