"""Proposals that wait for a decision, and the records after it."""

from typing import Any

import pytest

from recotrack.analysis.checks import check
from recotrack.analysis.linking import (
    Candidate,
    candidate_of,
    confirm,
    continues_none,
    edition_pairs,
    lineage_candidates,
    reject,
    related_candidates,
    series_pairs,
    with_changes,
)
from recotrack.model.records import Link, Refusal
from recotrack.model.register import Register
from recotrack.model.terms import Relation
from tests.analysis.registers import loaded
from tests.builder import Builder, link

SHELTER = "Increase funding for shelters run by non-governmental organizations."
MORATORIUM = "Lift the moratorium on labor inspections."
CAPACITY = "Strengthen the capacity of the Labor Inspectorate to identify victims of forced labor."
BOTH = (
    "Lift the moratorium on labor inspections and strengthen the capacity of the Labor Inspectorate to identify "
    "victims of forced labor."
)
BEGGING = "Screen children who beg on the streets for indicators of trafficking."


@pytest.fixture
def editions(build: Builder) -> Builder:
    """Two editions: one demand repeated, two merged, one new; the second edition is unread."""
    build.source("tr-2023")
    build.source("tr-2024")
    build.recommendation("tr-2023-01", SHELTER)
    build.recommendation("tr-2023-02", MORATORIUM)
    build.recommendation("tr-2023-03", CAPACITY)
    build.recommendation("tr-2024-01", SHELTER)
    build.recommendation("tr-2024-02", BOTH)
    build.recommendation("tr-2024-03", BEGGING)
    return build


def waiting(register: Register, **keys: Any) -> list[tuple[str, str, str]]:
    found = [one for pair in edition_pairs(register) for one in lineage_candidates(register, *pair, **keys)]
    return [(one.earlier, one.later, str(one.relation)) for one in found]


ALL = [
    ("tr-2023-01", "tr-2024-01", "repeated"),
    ("tr-2023-02", "tr-2024-02", "merged"),
    ("tr-2023-03", "tr-2024-02", "merged"),
]


def test_what_waits(editions: Builder) -> None:
    register = loaded(editions)
    assert waiting(register) == ALL
    (first, *_) = lineage_candidates(register, register.sources["tr-2023"], register.sources["tr-2024"])
    assert first.score == 1.0
    assert "shelters" in first.words


def test_what_has_been_read_is_passed_over(editions: Builder) -> None:
    editions.recommendation("tr-2024-01", SHELTER, continues=[link("tr-2023-01", "repeated")])
    editions.recommendation("tr-2024-02", BOTH, continues=[])
    register = loaded(editions)
    assert waiting(register) == []
    assert waiting(register, again=True) == ALL[1:]


def test_what_stands_unconfirmed_waits(editions: Builder) -> None:
    editions.recommendation("tr-2024-03", BEGGING, continues=[link("tr-2023-01", confirmed=False)])
    editions.recommendation("tr-2024-02", BOTH, continues=[link("tr-2023-02", "broadened", confirmed=False)])
    register = loaded(editions)
    found = lineage_candidates(register, register.sources["tr-2023"], register.sources["tr-2024"])
    assert [(one.earlier, one.later, one.recorded, one.score is None) for one in found] == [
        ("tr-2023-01", "tr-2024-01", False, False),
        ("tr-2023-02", "tr-2024-02", True, False),
        ("tr-2023-01", "tr-2024-03", True, True),
    ]


def decided(register: Register, candidate: Candidate, why: str | None = None, *rest: Candidate) -> Register:
    return with_changes(register, confirm(register, candidate, why, rest))


def links(register: Register, id: str) -> list[tuple[str, str, bool]] | None:
    found = register.recommendations[id].continues
    return None if found is None else [(one.id, str(one.relation), one.confirmed) for one in found]


def test_a_second_parent_makes_a_merge_of_both(editions: Builder) -> None:
    register = loaded(editions)
    _, one, other = lineage_candidates(register, register.sources["tr-2023"], register.sources["tr-2024"])
    register = decided(register, one, "why", other)
    assert links(register, "tr-2024-02") == [("tr-2023-02", "reworded", True), ("tr-2023-03", "merged", False)]
    register = decided(register, other)
    assert links(register, "tr-2024-02") == [("tr-2023-02", "merged", True), ("tr-2023-03", "merged", True)]
    assert (register.recommendations["tr-2024-02"].continues or ())[0].rationale == "why"
    assert [one.code for one in check(register, "2024-12-31") if one.severity == "error"] == []


def test_a_second_child_makes_a_split_of_both_and_taking_one_back_undoes_it(editions: Builder) -> None:
    editions.recommendation("tr-2023-02", BOTH)
    editions.recommendation("tr-2024-02", MORATORIUM)
    editions.recommendation("tr-2024-03", CAPACITY)
    register = loaded(editions)
    found = lineage_candidates(register, register.sources["tr-2023"], register.sources["tr-2024"])
    one, other = (candidate for candidate in found if candidate.earlier == "tr-2023-02")
    register = decided(decided(register, one._replace(relation=Relation.NARROWED)), other)
    assert links(register, "tr-2024-02") == [("tr-2023-02", "split", True)]
    assert links(register, "tr-2024-03") == [("tr-2023-02", "split", True), ("tr-2023-03", "repeated", False)][:1]
    register = with_changes(register, reject(register, other, "no"))
    assert links(register, "tr-2024-02") == [("tr-2023-02", "reworded", True)]
    assert links(register, "tr-2024-03") == []


def test_a_person_may_call_it_narrowed(editions: Builder) -> None:
    editions.recommendation("tr-2024-01", "Increase funding for shelters.")
    register = loaded(editions)
    (first, *_) = lineage_candidates(register, register.sources["tr-2023"], register.sources["tr-2024"])
    register = decided(register, first._replace(relation=Relation.NARROWED))
    assert links(register, "tr-2024-01") == [("tr-2023-01", "narrowed", True)]


def test_what_is_refused_is_not_proposed_again(editions: Builder) -> None:
    register = loaded(editions)
    found = lineage_candidates(register, register.sources["tr-2023"], register.sources["tr-2024"])
    register = with_changes(register, reject(register, found[1], "another demand"))
    assert register.recommendations["tr-2024-02"].refused == (Refusal("tr-2023-02", "another demand"),)
    assert links(register, "tr-2024-02") is None
    assert waiting(register) == [ALL[0], ("tr-2023-03", "tr-2024-02", "reworded")]
    register = decided(register, found[1])
    assert register.recommendations["tr-2024-02"].refused == ()


def test_a_draft_that_is_refused_is_taken_out_and_leaves_the_lineage_unread(editions: Builder) -> None:
    editions.recommendation("tr-2024-01", SHELTER, continues=[link("tr-2023-01", "repeated", confirmed=False)])
    register = loaded(editions)
    register = with_changes(register, reject(register, candidate_of(register, "tr-2023-01", "tr-2024-01"), None))
    assert links(register, "tr-2024-01") is None


def test_looked_and_found_none(editions: Builder) -> None:
    register = loaded(editions)
    assert links(with_changes(register, continues_none(register, "tr-2024-03")), "tr-2024-03") == []


def test_one_that_comes_back_over_an_edition(editions: Builder) -> None:
    editions.source("tr-2025")
    editions.recommendation("tr-2025-01", MORATORIUM)
    for number, text in enumerate((SHELTER, BEGGING), start=1):
        editions.recommendation(f"tr-2024-0{number}", text, continues=[])
    (editions.root / "recommendations/tr-2024/03.yaml").unlink()
    register = loaded(editions)
    assert waiting(register) == [("tr-2023-02", "tr-2025-01", "reintroduced")]
    register = decided(
        register, candidate_of(register, "tr-2025-01", "tr-2023-02")._replace(relation=Relation.REINTRODUCED)
    )
    assert links(register, "tr-2025-01") == [("tr-2023-02", "reintroduced", True)]


def test_series_stand_apart(editions: Builder) -> None:
    editions.source("or-2022")
    editions.recommendation("or-2022-01", "lifting the moratorium on inspections of labor")
    editions.recommendation("or-2022-02", "publishing statistics on asylum")
    register = loaded(editions)
    pairs = [(one.id, other.id) for one, other in series_pairs(register)]
    assert pairs == [("or-2022", "tr-2023"), ("or-2022", "tr-2024")]
    found = [one for pair in series_pairs(register) for one in related_candidates(register, *pair)]
    assert [(one.earlier, one.later, one.relation) for one in found] == [
        ("or-2022-01", "tr-2023-02", None),
        ("or-2022-01", "tr-2024-02", None),
    ]
    register = decided(register, found[0])
    assert register.recommendations["tr-2023-02"].related == ("or-2022-01",)
    assert links(register, "tr-2023-02") is None
    register = with_changes(register, reject(register, found[1], None))
    assert register.recommendations["tr-2024-02"].refused == (Refusal("or-2022-01"),)
    assert [one for pair in series_pairs(register) for one in related_candidates(register, *pair)] == []


def test_a_relation_is_written_where_relations_stand(editions: Builder) -> None:
    editions.source("or-2022")
    editions.recommendation("or-2022-01", "lifting the moratorium on inspections of labor", related=["tr-2023-03"])
    register = loaded(editions)
    register = decided(register, candidate_of(register, "tr-2023-02", "or-2022-01"))
    assert register.recommendations["or-2022-01"].related == ("tr-2023-03", "tr-2023-02")


def test_a_confirmed_link_of_a_register_keeps_its_name(editions: Builder) -> None:
    editions.recommendation("tr-2024-01", SHELTER, continues=[link("tr-2023-01", "repeated")])
    candidate = candidate_of(loaded(editions), "tr-2024-01", "tr-2023-01")
    assert (candidate.relation, candidate.recorded) == (Relation.REPEATED, True)
    assert Link(candidate.earlier, Relation.REPEATED, True) in (
        loaded(editions).recommendations["tr-2024-01"].continues or ()
    )
