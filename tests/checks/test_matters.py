"""Faults of matters."""

import pytest

from tests.builder import Builder
from tests.checks.planting import WITH_GOVERNMENT, Planted, each, found_in, plant, plant_clean, planted, told

AT = "status/matters/training.yaml"

PLANTED = (
    planted(
        "unknown-recommendation",
        "a matter of one that is not there",
        f"{AT}:3:31 error unknown-recommendation",
        matter="""
            id: training
            title: Training of inspectors
            recommendations: [tr-2023-01, tr-2023-11]
            relation: scope_differs
            summary: Both can be true.
            claim:
              summary: All were trained.
              evidence:
                - {source: gov-2021, place: Part 1, quote: All inspectors were trained.}
            finding:
              summary: Some were trained.
              evidence:
                - {source: tr-2023, place: Part 1, quote: Some inspectors were trained.}
            """,
    ),
    planted(
        "double-entry",
        "a recommendation twice",
        f"{AT}:5:5 error double-entry",
        matter="""
            id: training
            title: Training of inspectors
            recommendations:
              - tr-2023-01
              - tr-2023-01
            relation: scope_differs
            summary: Both can be true.
            claim:
              summary: All were trained.
              evidence:
                - {source: gov-2021, place: Part 1, quote: All inspectors were trained.}
            finding:
              summary: Some were trained.
              evidence:
                - {source: tr-2023, place: Part 1, quote: Some inspectors were trained.}
            """,
    ),
    planted(
        "unknown-source",
        "a claim of a source that is not there",
        f"{AT}:9:16 error unknown-source",
        matter="""
            id: training
            title: Training of inspectors
            recommendations: [tr-2023-01]
            relation: scope_differs
            summary: Both can be true.
            claim:
              summary: All were trained.
              evidence:
                - {source: gov-2012, place: Part 1, quote: All inspectors were trained.}
            finding:
              summary: Some were trained.
              evidence:
                - {source: tr-2023, place: Part 1, quote: Some inspectors were trained.}
            """,
    ),
    planted(
        "unknown-source",
        "a finding relayed by a source that is not there",
        f"{AT}:13:8 error unknown-source",
        matter="""
            id: training
            title: Training of inspectors
            recommendations: [tr-2023-01]
            relation: scope_differs
            summary: Both can be true.
            claim:
              summary: All were trained.
              evidence:
                - {source: gov-2021, place: Part 1, quote: All inspectors were trained.}
            finding:
              summary: Some were trained.
              basis: third_party
              via: tr-2033
              evidence:
                - {source: tr-2023, place: Part 1, quote: Some inspectors were trained.}
            """,
    ),
    planted(
        "quote-not-contiguous",
        "an omission in a finding",
        f"{AT}:13:47 error quote-not-contiguous",
        matter="""
            id: training
            title: Training of inspectors
            recommendations: [tr-2023-01]
            relation: scope_differs
            summary: Both can be true.
            claim:
              summary: All were trained.
              evidence:
                - {source: gov-2021, place: Part 1, quote: All inspectors were trained.}
            finding:
              summary: Some were trained.
              evidence:
                - {source: tr-2023, place: Part 1, quote: Some inspectors ... were trained.}
            """,
    ),
    planted(
        "double-entry",
        "a passage of a claim twice",
        f"{AT}:10:7 error double-entry",
        matter="""
            id: training
            title: Training of inspectors
            recommendations: [tr-2023-01]
            relation: scope_differs
            summary: Both can be true.
            claim:
              summary: All were trained.
              evidence:
                - {source: gov-2021, place: Part 1, quote: All inspectors were trained.}
                - {source: gov-2021, place: Part 1, quote: All inspectors were trained.}
            finding:
              summary: Some were trained.
              evidence:
                - {source: tr-2023, place: Part 1, quote: Some inspectors were trained.}
            """,
    ),
    planted(
        "finding-is-claim",
        "a finding on the government's word",
        f"{AT}:13:10 error finding-is-claim",
        matter="""
            id: training
            title: Training of inspectors
            recommendations: [tr-2023-01]
            relation: scope_differs
            summary: Both can be true.
            claim:
              summary: All were trained.
              evidence:
                - {source: gov-2021, place: Part 1, quote: All inspectors were trained.}
            finding:
              summary: Some were trained.

              basis: government_claim
              evidence:
                - {source: tr-2023, place: Part 1, quote: Some inspectors were trained.}
            """,
    ),
    planted(
        "contradiction-without-overlap",
        "two years that have no day in common",
        f"{AT}:4:11 warning contradiction-without-overlap",
        matter="""
            id: training
            title: Training of inspectors
            recommendations: [tr-2023-01]
            relation: contradiction
            summary: They exclude one another.
            claim:
              summary: All were trained.
              covers: 2021
              evidence:
                - {source: gov-2021, place: Part 1, quote: All inspectors were trained.}
            finding:
              summary: Some were trained.
              covers: {from: 2022-04-01, to: 2023-03-31}
              evidence:
                - {source: tr-2023, place: Part 1, quote: Some inspectors were trained.}
            """,
    ),
    planted(
        "finding-rests-on-claim",
        "a finding that quotes the government alone",
        f"{AT}:13:5 warning finding-rests-on-claim",
        settings=WITH_GOVERNMENT,
        matter="""
            id: training
            title: Training of inspectors
            recommendations: [tr-2023-01]
            relation: scope_differs
            summary: Both can be true.
            claim:
              summary: All were trained.
              evidence:
                - {source: gov-2021, place: Part 1, quote: All inspectors were trained.}
            finding:
              summary: Some were trained.
              evidence:
                - {source: gov-2021, place: Part 2, quote: Some inspectors were trained.}
            """,
    ),
    planted(
        "claim-without-government",
        "a claim and a concession in the words of another",
        f"{AT}:9:5 warning claim-without-government",
        f"{AT}:17:5 warning claim-without-government",
        settings=WITH_GOVERNMENT,
        matter="""
            id: training
            title: Training of inspectors
            recommendations: [tr-2023-01]
            relation: scope_differs
            summary: Both can be true.
            claim:
              summary: All were trained.
              evidence:
                - {source: tr-2023, place: Part 1, quote: The Government says that all were trained.}
            finding:
              summary: Some were trained.
              evidence:
                - {source: tr-2023, place: Part 1, quote: Some inspectors were trained.}
            concession:
              summary: More are to be trained.
              evidence:
                - {source: tr-2023, place: Part 1, quote: The Government says that more will be.}
            """,
    ),
)


@each(PLANTED)
def test_planted(build: Builder, fault: Planted) -> None:
    plant(build, fault)
    assert told(found_in(build)) == fault.expected


@pytest.mark.parametrize(
    ("relation", "finding_covers"),
    [
        ("contradiction", "2021"),
        ("contradiction", {"from": "2021-12-31", "to": "2022-11"}),
        ("different_period", "2022"),
        ("scope_differs", "2021"),
        ("claim_against_outcome", "2022"),
    ],
)
def test_matters_that_will_do(build: Builder, relation: str, finding_covers: str | dict[str, str]) -> None:
    plant_clean(build)
    said = [{"source": "tr-2023", "place": "Part 1", "quote": "Some inspectors were trained."}]
    build.matter(
        "training",
        "tr-2023-01",
        relation=relation,
        finding={"summary": "Some.", "covers": finding_covers, "basis": "issuing_body", "evidence": said},
    )
    assert told(found_in(build)) == ()
