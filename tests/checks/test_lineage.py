"""Faults of lineage and of relations between recommendations."""

import pytest

from recotrack.analysis.checks.lineage import check_lineage
from recotrack.model.nodes import Origin, ScalarNode
from recotrack.model.records import Link, Recommendation, Settings, Source
from recotrack.model.register import Register
from recotrack.model.terms import Relation
from tests.builder import Builder, link
from tests.checks.planting import Planted, each, found_in, plant, plant_clean, planted, told

AT = "recommendations/tr-2024/02.yaml"
THIRD = "recommendations/tr-2024/03.yaml"
EARLIEST = "recommendations/tr-2018/02.yaml"
EARLIER = "recommendations/tr-2023/02.yaml"
OTHER = "recommendations/or-2023/01.yaml"

PLANTED = (
    planted(
        "lineage-self",
        "a recommendation that continues itself",
        f"{AT}:7:10 error lineage-self",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            continues:
              - {id: tr-2024-02, relation: repeated, confirmed: true}
            """,
    ),
    planted(
        "double-entry",
        "a link twice",
        f"{AT}:10:9 error double-entry",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            continues:
              - id: tr-2023-02
                relation: merged
                confirmed: true
              - id: tr-2023-02
                relation: merged
                confirmed: true
              - id: tr-2023-03
                relation: merged
                confirmed: true
            """,
    ),
    planted(
        "unknown-recommendation",
        "lineage to a recommendation that is not there",
        f"{AT}:7:9 error unknown-recommendation",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            continues:
              - id: tr-2023-22
                relation: reworded
            """,
    ),
    planted(
        "double-entry",
        "a link that is refused as well, and a refusal twice",
        f"{AT}:9:10 error double-entry",
        f"{AT}:11:10 error double-entry",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            continues:
              - {id: tr-2023-02, relation: reworded, confirmed: true}
            refused:
              - {id: tr-2023-02}
              - {id: tr-2018-02}
              - {id: tr-2018-02, rationale: another demand}
            """,
    ),
    planted(
        "unknown-recommendation",
        "a refusal of one that is not there",
        f"{AT}:6:16 error unknown-recommendation",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            refused: [{id: tr-2023-22}]
            """,
    ),
    planted(
        "lineage-backwards",
        "an earlier one that continues a later one",
        f"{EARLIEST}:8:10 error lineage-backwards",
        second_of_2018="""
            id: tr-2018-02
            source: tr-2018
            year: 2018
            number: 2
            text: Fund shelters.

            continues:
              - {id: tr-2023-02, relation: reworded, confirmed: true}
            """,
    ),
    planted(
        "lineage-backwards",
        "one that continues another of its own edition",
        f"{AT}:6:18 error lineage-backwards",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            continues: [{id: tr-2024-01, relation: reworded}]
            """,
    ),
    planted(
        "lineage-cycle",
        "two that continue one another",
        f"{EARLIEST}:6:18 error lineage-backwards",
        f"{EARLIEST}:6:18 error lineage-cycle",
        second_of_2018="""
            id: tr-2018-02
            source: tr-2018
            year: 2018
            number: 2
            text: Fund shelters.
            continues: [{id: tr-2023-02, relation: reworded, confirmed: true}]
            """,
        second_of_2023="""
            id: tr-2023-02
            source: tr-2023
            year: 2023
            number: 2
            text: Adopt a plan.
            continues: [{id: tr-2018-02, relation: reworded, confirmed: true}]
            """,
    ),
    planted(
        "lineage-cycle",
        "three in a ring, also where nobody has confirmed it",
        f"{EARLIEST}:6:18 error lineage-backwards",
        f"{EARLIEST}:6:18 error lineage-cycle",
        second_of_2018="""
            id: tr-2018-02
            source: tr-2018
            year: 2018
            number: 2
            text: Fund shelters.
            continues: [{id: tr-2024-02, relation: reworded}]
            """,
        second_of_2023="""
            id: tr-2023-02
            source: tr-2023
            year: 2023
            number: 2
            text: Adopt a plan.
            continues: [{id: tr-2018-02, relation: reworded}]
            """,
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            continues: [{id: tr-2023-02, relation: reworded}]
            """,
    ),
    planted(
        "lineage-cycle",
        "two series of one year, so that neither is before the other",
        f"{OTHER}:6:18 error lineage-cycle",
        f"{OTHER}:6:18 warning lineage-other-series",
        f"{EARLIER}:6:18 warning lineage-other-series",
        other="""
            id: or-2023-01
            source: or-2023
            year: 2023
            number: 1
            text: Ratify the protocol.
            continues: [{id: tr-2023-02, relation: reworded, confirmed: true}]
            """,
        second_of_2023="""
            id: tr-2023-02
            source: tr-2023
            year: 2023
            number: 2
            text: Adopt a plan.
            continues: [{id: or-2023-01, relation: reworded, confirmed: true}]
            """,
    ),
    planted(
        "lineage-other-series",
        "a demand of another body",
        f"{AT}:6:19 warning lineage-other-series",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            continues: [ {id: or-2023-01, relation: reworded, confirmed: true} ]
            """,
    ),
    planted(
        "lineage-over-edition",
        "a link that jumps 2023",
        f"{AT}:7:27 warning lineage-over-edition",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            continues:
              - {confirmed: true, id: tr-2018-02, relation: reworded}
            """,
    ),
    planted(
        "relation-not-words",
        "`repeated` in other words",
        f"{AT}:8:15 error relation-not-words",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Adopt an action plan.
            continues:
              - id: tr-2023-02
                relation: repeated
                confirmed: true
            """,
    ),
    *(
        planted(
            "relation-not-words",
            f"`{relation}` in the same words",
            f"{AT}:8:15 error relation-not-words",
            recommendation=f"""
                id: tr-2024-02
                source: tr-2024
                year: 2024
                number: 2
                text: "Adopt: a Plan"
                continues:
                  - id: tr-2023-02
                    relation: {relation}
                    confirmed: true
                """,
        )
        for relation in ("reworded", "narrowed", "broadened")
    ),
    planted(
        "relation-not-lineage",
        "a merge of one",
        f"{AT}:7:32 error relation-not-lineage",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            continues:
              - {id: tr-2023-02, relation: merged, confirmed: true}
            """,
    ),
    planted(
        "relation-not-lineage",
        "a split into one",
        f"{AT}:7:32 error relation-not-lineage",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            continues:
              - {id: tr-2023-02, relation: split, confirmed: true}
            """,
    ),
    planted(
        "relation-not-lineage",
        "a merge that one of its links does not call so",
        f"{AT}:8:32 error relation-not-lineage",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            continues:
              - {id: tr-2023-02, relation: merged, confirmed: true}
              - {id: tr-2023-03, relation: narrowed, confirmed: true}
            """,
    ),
    planted(
        "relation-not-lineage",
        "a split that one of its links does not call so",
        f"{THIRD}:6:40 error relation-not-lineage",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            continues: [{id: tr-2023-02, relation: split, confirmed: true}]
            """,
        third="""
            id: tr-2024-03
            source: tr-2024
            year: 2024
            number: 3
            text: Count migrants.
            continues: [{id: tr-2023-02, relation: broadened, confirmed: true}]
            """,
    ),
    planted(
        "relation-not-lineage",
        "reintroduced the year after",
        f"{AT}:7:32 error relation-not-lineage",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Adopt a plan.
            continues:
              - {id: tr-2023-02, relation: reintroduced, confirmed: true}
            """,
    ),
    planted(
        "related-self",
        "a recommendation related to itself",
        f"{AT}:6:11 error related-self",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            related: [tr-2024-02]
            """,
    ),
    planted(
        "double-entry",
        "a relation twice",
        f"{AT}:6:23 error double-entry",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            related: [or-2023-01, or-2023-01]
            """,
    ),
    planted(
        "unknown-recommendation",
        "related to one that is not there",
        f"{AT}:7:5 error unknown-recommendation",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            related:
              - or-2023-07
            """,
    ),
)


@each(PLANTED)
def test_planted(build: Builder, fault: Planted) -> None:
    plant(build, fault)
    assert told(found_in(build)) == fault.expected


@pytest.mark.parametrize(
    ("named", "hint"),
    [("tr-2023-022", "did you mean `tr-2023-02`?"), ("never-heard-of", None)],
)
@pytest.mark.parametrize("key", ["continues", "related"])
def test_an_unknown_id_suggests_the_nearest(build: Builder, key: str, named: str, hint: str | None) -> None:
    plant_clean(build)
    build.recommendation("tr-2024-02", "Screen migrants.", **{key: [link(named)] if key == "continues" else [named]})
    (found,) = found_in(build)
    assert (found.message, found.hint) == (f"{named} is not in the register", hint)


def test_a_cycle_names_its_members_from_the_first(build: Builder) -> None:
    build.source("tr-2022")
    build.source("tr-2023")
    build.source("tr-2024")
    build.recommendation("tr-2022-01", "Act.", continues=[link("tr-2024-01")])
    build.recommendation("tr-2023-01", "Act now.", continues=[link("tr-2022-01")])
    build.recommendation("tr-2024-01", "Act at once.", continues=[link("tr-2023-01")])
    cycles = [one.message for one in found_in(build) if one.code == "lineage-cycle"]
    assert cycles == ["lineage in a cycle: tr-2022-01 → tr-2024-01 → tr-2023-01 → tr-2022-01"]


def test_two_cycles_are_two_faults(build: Builder) -> None:
    build.source("tr-2023")
    build.source("tr-2024")
    for number in ("01", "02"):
        build.recommendation(f"tr-2023-{number}", f"Act {number}.", continues=[link(f"tr-2024-{number}")])
        build.recommendation(f"tr-2024-{number}", f"Act now {number}.", continues=[link(f"tr-2023-{number}")])
    cycles = [one.path for one in found_in(build) if one.code == "lineage-cycle"]
    assert cycles == ["recommendations/tr-2023/01.yaml", "recommendations/tr-2023/02.yaml"]


def test_what_leads_into_a_cycle_is_not_in_it(build: Builder) -> None:
    build.source("tr-2022")
    build.source("tr-2023")
    build.source("tr-2024")
    build.recommendation("tr-2022-01", "Act.", continues=[link("tr-2023-01")])
    build.recommendation("tr-2023-01", "Act now.", continues=[link("tr-2022-01")])
    build.recommendation("tr-2024-01", "Act at once.", continues=[link("tr-2023-01")])
    cycles = [one for one in found_in(build) if one.code == "lineage-cycle"]
    assert [one.message for one in cycles] == ["lineage in a cycle: tr-2022-01 → tr-2023-01 → tr-2022-01"]


def test_a_long_ring_needs_no_deep_stack() -> None:
    """More than Python's limit of recursion."""
    nowhere = Origin("recommendations/tr-0001/01.yaml", ScalarNode("", 1, 1, True))
    years = range(1, 1500)
    register = Register(
        Settings(),
        {f"tr-{year}": Source(f"tr-{year}", "tr", "Office", "Report", "UTO", year, nowhere) for year in years},
        {
            f"tr-{year}-01": Recommendation(
                f"tr-{year}-01",
                f"tr-{year}",
                year,
                1,
                "Act.",
                nowhere,
                continues=(Link(f"tr-{year - 1 or 1499}-01", Relation.REPEATED, True),),
            )
            for year in years
        },
        {},
        {},
    )
    assert [one.code for one in check_lineage(register)] == ["lineage-backwards", "lineage-cycle"]


def test_a_jump_names_the_editions_between(build: Builder) -> None:
    for year in (2020, 2021, 2022, 2023):
        build.source(f"tr-{year}")
        build.recommendation(f"tr-{year}-01", f"Act {year}.", continues=[link("tr-2020-01")] if year == 2023 else [])
    (found,) = found_in(build)
    assert found.message == "the link jumps the loaded edition 2021, 2022"


def test_an_edition_of_another_country_is_not_between(build: Builder) -> None:
    build.write("recotrack.yaml", "title: Two countries\nseries: {tr: {issuer: Office of Reports}}\n")
    build.source("tr-2022")
    build.source("tr-2023", country="RUR")
    build.source("tr-2024")
    build.recommendation("tr-2022-01", "Act.")
    build.recommendation("tr-2023-01", "Act.")
    build.recommendation("tr-2024-01", "Act.", continues=[link("tr-2022-01", "repeated")])
    assert told(found_in(build)) == ()


def test_a_split_and_a_merge_in_one_step(build: Builder) -> None:
    """The one is divided, and its second half joined to the other."""
    build.source("tr-2023")
    build.source("tr-2024")
    build.recommendation("tr-2023-01", "Train and equip inspectors.")
    build.recommendation("tr-2023-02", "Fund inspections.")
    build.recommendation("tr-2024-01", "Train inspectors.", continues=[link("tr-2023-01", "split")])
    build.recommendation(
        "tr-2024-02",
        "Equip inspectors and fund inspections.",
        continues=[link("tr-2023-01", "split"), link("tr-2023-02", "merged")],
    )
    assert told(found_in(build)) == ()


def test_a_merge_of_equal_words_is_a_merge(build: Builder) -> None:
    """Several States make the same demand in one cycle."""
    build.source("tr-2023")
    build.source("tr-2024")
    build.recommendation("tr-2023-01", "Ratify the protocol.", made_by=["Ruritania"])
    build.recommendation("tr-2023-02", "Ratify the protocol.", made_by=["Freedonia"])
    build.recommendation(
        "tr-2024-01", "Ratify the protocol.", continues=[link("tr-2023-01", "merged"), link("tr-2023-02", "merged")]
    )
    assert told(found_in(build)) == ()


def test_a_demand_continued_in_two_later_editions_is_not_split(build: Builder) -> None:
    """2023 keeps one half; 2024 brings the other half back. Neither edition divides anything."""
    build.source("tr-2022")
    build.source("tr-2023")
    build.source("tr-2024")
    build.recommendation("tr-2022-01", "Train inspectors and lift the ban on visits.")
    build.recommendation("tr-2023-01", "Lift the ban on visits.", continues=[link("tr-2022-01", "narrowed")])
    build.recommendation("tr-2024-01", "Lift the ban on visits.", continues=[link("tr-2023-01", "repeated")])
    build.recommendation("tr-2024-02", "Train inspectors.", continues=[link("tr-2022-01", "reintroduced")])
    assert told(found_in(build)) == ()


def test_a_split_has_its_parts_in_one_edition(build: Builder) -> None:
    build.source("tr-2022")
    build.source("tr-2023")
    build.source("tr-2024")
    build.recommendation("tr-2022-01", "Train inspectors and lift the ban on visits.")
    build.recommendation("tr-2023-01", "Lift the ban on visits.", continues=[link("tr-2022-01", "split")])
    build.recommendation("tr-2024-01", "Lift the ban on visits.", continues=[link("tr-2023-01", "repeated")])
    build.recommendation("tr-2024-02", "Train inspectors.", continues=[link("tr-2022-01", "reintroduced")])
    assert told(found_in(build)) == ("recommendations/tr-2023/01.yaml:10:16 error relation-not-lineage",)


def test_a_demand_continued_by_another_body_too_is_not_split(build: Builder) -> None:
    """Each series continues it once; that another one does is warned of, and no more."""
    plant_clean(build)
    build.recommendation("or-2023-01", "Train labor inspectors well.", continues=[link("tr-2018-01", "narrowed")])
    assert told(found_in(build)) == ("recommendations/or-2023/01.yaml:9:10 warning lineage-other-series",)


def test_a_source_without_a_list_is_not_jumped(build: Builder) -> None:
    """2023 is loaded for its narrative alone: there is no recommendation that a link could go to."""
    build.source("tr-2022")
    build.source("tr-2023", extent="extract")
    build.source("tr-2024")
    build.recommendation("tr-2022-01", "Act.")
    build.recommendation("tr-2024-01", "Act.", continues=[link("tr-2022-01", "repeated")])
    assert told(found_in(build)) == ()
