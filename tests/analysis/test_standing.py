"""Every rule of standing, by its number."""

from typing import Any

import pytest

from recotrack.analysis.lineage import Line
from recotrack.analysis.standing import standings_of
from recotrack.model.terms import Basis, Currency, Flag, Implementation
from tests.analysis.registers import loaded, standing_of
from tests.builder import ISSUER, Builder, evidence, link, update

A, B, C = "tr-2018-01", "tr-2023-01", "tr-2024-01"
LATER: dict[str, Any] = {"evidence": [evidence("tr-2024", "They did.")]}
"""Evidence later than what is demanded in 2018 and 2023."""
OWN_2023: dict[str, Any] = {"evidence": [evidence("tr-2023", "They had not.")]}


@pytest.fixture
def editions(build: Builder) -> Builder:
    """Three editions of one demand, its lineage read and none found, and two sources of others."""
    for year, id in ((2018, A), (2023, B), (2024, C)):
        build.source(f"tr-{year}", published=f"{year}-06-15")
        build.recommendation(id, f"Demand of {year}.", continues=[])
    build.source("gov-2021", published="2022-01-31")
    build.source("ngo-2022", issuer="Watch of Utopia", published="2022-12-01")
    return build


def flags_of(build: Builder, id: str) -> set[str]:
    return {str(flag) for flag in standing_of(build, id).flags}


def level_of(build: Builder, id: str) -> str:
    return str(standing_of(build, id).implementation)


class TestRule1NewestFinding:
    def test_the_newest_by_date_places_it_wherever_it_stands_in_the_file(self, editions: Builder) -> None:
        editions.status(
            B,
            update("2024-06-24", "partly_implemented", **LATER),
            update("2023-09-01", "not_implemented", **LATER),
        )
        standing = standing_of(editions, B)
        assert standing.implementation is Implementation.PARTLY_IMPLEMENTED
        assert standing.finding is not None
        assert (standing.finding.home, standing.finding.place) == (B, 0)
        assert [entry.update.date for entry in standing.entries] == ["2023-09-01", "2024-06-24"]

    @pytest.mark.parametrize(("partial", "day"), [("2023", "2023-12-30"), ("2023-09", "2023-09-29")])
    def test_of_a_partial_date_the_last_day_counts(self, editions: Builder, partial: str, day: str) -> None:
        editions.status(B, update(partial, "partly_implemented", **LATER), update(day, "not_implemented", **LATER))
        assert [entry.update.date for entry in standing_of(editions, B).entries] == [day, partial]
        assert level_of(editions, B) == "partly_implemented"

    def test_of_two_of_a_day_the_later_in_the_file_does(self, editions: Builder) -> None:
        editions.status(
            B,
            update("2024-06-24", "implemented", **LATER),
            update("2024-06-24", "not_implemented", **LATER),
        )
        assert level_of(editions, B) == "not_implemented"

    def test_of_two_of_a_day_its_own_file_comes_after_what_others_send(self, editions: Builder) -> None:
        editions.status(A, update("2024-06-24", "not_implemented", **LATER, applies_to=[B]))
        editions.status(B, update("2024-06-24", "partly_implemented", **LATER))
        editions.status(C, update("2024-06-24", "implemented", **LATER, applies_to=[B]))
        standing = standing_of(editions, B)
        assert [entry.home for entry in standing.entries] == [A, C, B]
        assert standing.implementation is Implementation.PARTLY_IMPLEMENTED

    @pytest.mark.parametrize("date", ["2023-07-01", "2024-06-24", "2025-01-01"])
    def test_a_claim_never_replaces_a_finding(self, editions: Builder, date: str) -> None:
        editions.status(
            B,
            update("2024-06-24", "not_implemented", **LATER),
            update(date, "implemented", "government_claim", **LATER),
        )
        standing = standing_of(editions, B)
        assert standing.implementation is Implementation.NOT_IMPLEMENTED
        assert standing.open
        assert standing.claim is not None
        assert standing.claim.update.date == date
        assert Flag.CLAIMED not in standing.flags

    def test_the_newest_claim_is_shown_beside(self, editions: Builder) -> None:
        editions.status(
            B,
            update("2024-03-01", "implemented", "government_claim"),
            update("2023-10-01", "partly_implemented", "government_claim"),
        )
        standing = standing_of(editions, B)
        assert standing.claim is not None
        assert standing.claim.update.date == "2024-03-01"
        assert standing.claim.claim

    def test_without_a_finding_it_stands_as_claimed_and_is_open(self, editions: Builder) -> None:
        editions.status(B, update("2024-01-31", "implemented", "government_claim", **LATER))
        standing = standing_of(editions, B)
        assert standing.finding is None
        assert standing.implementation is Implementation.NOT_ASSESSED
        assert standing.open
        assert Flag.CLAIMED in standing.flags
        assert Flag.NO_UPDATE not in standing.flags

    @pytest.mark.parametrize("basis", ["issuing_body", "third_party", "own_assessment"])
    def test_every_other_basis_is_a_finding(self, editions: Builder, basis: str) -> None:
        editions.status(B, update("2024-06-24", "implemented", basis, **LATER))
        standing = standing_of(editions, B)
        assert standing.implementation is Implementation.IMPLEMENTED
        assert standing.claim is None
        assert not standing.open

    @pytest.mark.parametrize("with_file", [True, False])
    def test_no_update_at_all_is_not_assessed(self, editions: Builder, with_file: bool) -> None:
        if with_file:
            editions.status(B)
        standing = standing_of(editions, B)
        assert standing.implementation is Implementation.NOT_ASSESSED
        assert (standing.finding, standing.claim, standing.entries) == (None, None, ())
        assert Flag.NO_UPDATE in standing.flags
        assert standing.open

    def test_another_reading_of_the_finding_makes_it_arguable(self, editions: Builder) -> None:
        other = {"implementation": "partly_implemented", "because": "Half of it was done."}
        editions.status(
            B,
            update("2024-01-01", "not_implemented", **LATER, alternative=other),
            update("2024-06-24", "not_implemented", **LATER),
        )
        assert not standing_of(editions, B).arguable
        editions.status(B, update("2024-06-24", "not_implemented", **LATER, alternative=other))
        assert standing_of(editions, B).arguable
        assert not standing_of(editions, A).arguable


class TestRule2InsufficientEvidence:
    def test_it_replaces_no_earlier_finding(self, editions: Builder) -> None:
        editions.status(
            B,
            update("2023-09-01", "partly_implemented", **LATER),
            update("2024-06-24", "insufficient_evidence", searched=["tr-2024"]),
        )
        standing = standing_of(editions, B)
        assert standing.implementation is Implementation.PARTLY_IMPLEMENTED
        assert standing.finding is not None
        assert standing.finding.update.date == "2023-09-01"

    def test_implemented_stays_implemented(self, editions: Builder) -> None:
        editions.status(
            B,
            update("2024-01-01", "implemented", **LATER),
            update("2024-06-24", "insufficient_evidence", searched=["tr-2024"]),
        )
        assert not standing_of(editions, B).open

    def test_alone_it_is_the_finding_and_never_not_implemented(self, editions: Builder) -> None:
        editions.status(B, update("2024-06-24", "insufficient_evidence", "own_assessment", searched=["tr-2024"]))
        standing = standing_of(editions, B)
        assert standing.implementation is Implementation.INSUFFICIENT_EVIDENCE
        assert standing.open
        assert Flag.NO_UPDATE not in standing.flags

    def test_a_later_finding_replaces_it(self, editions: Builder) -> None:
        editions.status(
            B,
            update("2024-01-01", "insufficient_evidence", searched=["gov-2021"]),
            update("2024-06-24", "not_implemented", **LATER),
        )
        assert level_of(editions, B) == "not_implemented"

    def test_not_assessed_replaces_no_finding_either(self, editions: Builder) -> None:
        editions.status(
            B,
            update("2024-01-01", "not_implemented", **LATER),
            update("2024-06-24", "not_assessed", "own_assessment"),
        )
        assert level_of(editions, B) == "not_implemented"

    def test_of_several_blanks_the_newest_is_shown(self, editions: Builder) -> None:
        editions.status(
            B,
            update("2024-06-24", "insufficient_evidence", searched=["tr-2024"]),
            update("2024-01-01", "insufficient_evidence", searched=["gov-2021"]),
        )
        finding = standing_of(editions, B).finding
        assert finding is not None
        assert finding.update.date == "2024-06-24"


class TestRule3Baseline:
    @pytest.mark.parametrize("level", ["not_implemented", "partly_implemented", "implemented", "insufficient_evidence"])
    def test_what_its_own_edition_says_is_baseline_at_any_level(self, editions: Builder, level: str) -> None:
        editions.status(B, update("2023-06-15", level, **OWN_2023))
        standing = standing_of(editions, B)
        assert str(standing.implementation) == level
        assert standing.finding is not None
        assert standing.finding.baseline
        assert standing.open

    def test_a_search_of_its_own_edition_alone_is_baseline(self, editions: Builder) -> None:
        editions.status(B, update("2023-06-15", "insufficient_evidence", searched=["tr-2023"]))
        editions.status(C, update("2024-06-15", "insufficient_evidence", searched=["tr-2024", "gov-2021"]))
        assert [entry.baseline for entry in standing_of(editions, B).entries] == [True]
        assert [entry.baseline for entry in standing_of(editions, C).entries] == [False]

    def test_what_rests_on_another_source_as_well_is_not(self, editions: Builder) -> None:
        both = [evidence("tr-2023", "They had not."), evidence("tr-2024", "They did.")]
        editions.status(B, update("2024-06-15", "implemented", evidence=both))
        standing = standing_of(editions, B)
        assert standing.finding is not None
        assert not standing.finding.baseline
        assert not standing.open

    def test_what_names_no_source_is_not(self, editions: Builder) -> None:
        editions.status(B, update("2024-06-15", "not_implemented", "own_assessment"))
        assert [entry.baseline for entry in standing_of(editions, B).entries] == [False]

    def test_a_later_finding_closes_what_was_implemented_at_publication(self, editions: Builder) -> None:
        editions.status(
            B, update("2023-06-15", "implemented", **OWN_2023), update("2024-06-24", "implemented", **LATER)
        )
        assert not standing_of(editions, B).open

    def test_one_update_is_baseline_where_it_is_at_home_and_implementation_elsewhere(self, editions: Builder) -> None:
        editions.status(C, update("2024-06-24", "implemented", **LATER, applies_to=[B]))
        standings = standings_of(loaded(editions))
        assert [entry.baseline for entry in standings[C].entries] == [True]
        assert [entry.baseline for entry in standings[B].entries] == [False]
        assert (standings[C].open, standings[B].open) == (True, False)


class TestRule4OwnAncestors:
    def test_lines_first_year_times_made_and_editions(self, editions: Builder) -> None:
        editions.recommendation("tr-2018-02", continues=[])
        editions.recommendation("tr-2023-02", continues=[])
        editions.recommendation(B, continues=[link("tr-2018-02", "merged"), link(A, "merged")])
        editions.recommendation(C, continues=[link("tr-2023-02", "merged"), link(B, "merged")])
        standing = standing_of(editions, C)
        assert standing.lines == (Line(A, 2018), Line("tr-2018-02", 2018), Line("tr-2023-02", 2023))
        assert standing.first_year == 2018
        assert standing.editions == (2018, 2023, 2024)
        assert standing.times_made == 3
        assert standing.continues == ("tr-2023-02", B)

    def test_times_made_counts_editions_not_recommendations(self, editions: Builder) -> None:
        editions.recommendation("tr-2023-02", continues=[])
        editions.recommendation(C, continues=[link(B, "merged"), link("tr-2023-02", "merged")])
        standing = standing_of(editions, C)
        assert (standing.editions, standing.times_made) == ((2023, 2024), 2)

    def test_an_edition_that_the_line_jumps_did_not_make_it(self, editions: Builder) -> None:
        editions.recommendation(C, continues=[link(A, "reintroduced")])
        standing = standing_of(editions, C)
        assert (standing.editions, standing.times_made, standing.first_year) == ((2018, 2024), 2, 2018)

    def test_descendants_and_siblings_do_not_count(self, editions: Builder) -> None:
        editions.recommendation("tr-2023-02", continues=[link(A, "split")])
        editions.recommendation(B, continues=[link(A, "split")])
        editions.recommendation(C, continues=[link(B)])
        standings = standings_of(loaded(editions))
        assert standings["tr-2023-02"].editions == (2018, 2023)
        assert standings["tr-2023-02"].lines == (Line(A, 2018),)
        assert (standings[A].editions, standings[A].continued_by) == ((2018,), (B, "tr-2023-02"))

    def test_updates_of_an_ancestor_are_not_its_own(self, editions: Builder) -> None:
        editions.recommendation(C, continues=[link(B)])
        editions.status(B, update("2024-06-24", "implemented", **LATER))
        standing = standing_of(editions, C)
        assert standing.entries == ()
        assert standing.implementation is Implementation.NOT_ASSESSED
        assert standing.open

    def test_flags_follow_its_own_links(self, editions: Builder) -> None:
        editions.recommendation(B, "Demand of 2018.", continues=[link(A, "repeated")])
        editions.recommendation(C, continues=[link(B, "reworded")])
        assert "repeated" in flags_of(editions, B)
        assert "repeated" not in flags_of(editions, C)
        assert "repeated" not in flags_of(editions, A)


class TestRule5Currency:
    def test_current_continued_and_absent(self, editions: Builder) -> None:
        editions.recommendation("tr-2023-02", continues=[])
        editions.recommendation(C, continues=[link(B)])
        standings = standings_of(loaded(editions))
        assert {id: str(standing.currency) for id, standing in standings.items()} == {
            A: "absent",
            B: "continued",
            "tr-2023-02": "absent",
            C: "current",
        }

    def test_one_that_a_later_edition_takes_up_again_is_continued(self, editions: Builder) -> None:
        editions.recommendation(C, continues=[link(A, "reintroduced")])
        standing = standing_of(editions, A)
        assert (standing.currency, standing.open) == (Currency.CONTINUED, False)
        assert "dropped-unresolved" not in flags_of(editions, A)

    def test_continued_ones_are_judged_at_the_one_that_continues_them(self, editions: Builder) -> None:
        editions.recommendation(C, continues=[link(B)])
        editions.status(B, update("2024-06-24", "not_implemented", **LATER))
        assert not standing_of(editions, B).open
        assert standing_of(editions, C).open

    def test_absence_closes_nothing(self, editions: Builder) -> None:
        standing = standing_of(editions, A)
        assert standing.open
        assert Flag.DROPPED_UNRESOLVED in standing.flags

    @pytest.mark.parametrize("level", ["not_implemented", "partly_implemented", "insufficient_evidence"])
    def test_absent_and_not_implemented_is_dropped_unresolved(self, editions: Builder, level: str) -> None:
        editions.status(A, update("2024-06-24", level, **LATER))
        assert "dropped-unresolved" in flags_of(editions, A)

    def test_absent_and_implemented_is_not(self, editions: Builder) -> None:
        editions.status(A, update("2024-06-24", "implemented", **LATER))
        standing = standing_of(editions, A)
        assert (standing.currency, standing.open) == (Currency.ABSENT, False)
        assert Flag.DROPPED_UNRESOLVED not in standing.flags

    def test_absent_and_implemented_at_publication_alone_is_dropped_unresolved(self, editions: Builder) -> None:
        own = [evidence("tr-2018", "They did already.")]
        editions.status(A, update("2018-06-15", "implemented", evidence=own))
        assert "dropped-unresolved" in flags_of(editions, A)

    def test_absent_and_closed_is_not(self, editions: Builder) -> None:
        editions.status(A, closed={"date": "2024-01-01", "reason": "superseded", "summary": "A law did it."})
        assert "dropped-unresolved" not in flags_of(editions, A)

    @pytest.mark.parametrize("id", [B, C])
    def test_current_and_continued_are_not(self, editions: Builder, id: str) -> None:
        editions.recommendation(C, continues=[link(B)])
        assert "dropped-unresolved" not in flags_of(editions, id)

    @pytest.mark.parametrize(
        "keys", [{}, {"continues": [link(A, confirmed=False)]}], ids=["no-key", "nothing-confirmed"]
    )
    def test_nothing_is_dropped_before_the_next_edition_is_read(self, editions: Builder, keys: dict[str, Any]) -> None:
        editions.recommendation("tr-2023-02", **keys)
        standing = standing_of(editions, A)
        assert standing.currency is Currency.ABSENT
        assert standing.open
        assert Flag.DROPPED_UNRESOLVED not in standing.flags

    def test_an_unread_edition_further_on_does_not_matter(self, editions: Builder) -> None:
        editions.recommendation(C)
        assert "dropped-unresolved" in flags_of(editions, A)
        assert "dropped-unresolved" not in flags_of(editions, B)

    def test_an_edition_without_a_recorded_list_drops_nothing(self, editions: Builder) -> None:
        """Its narrative may be quoted before its list is imported: it shows nothing of what it demands."""
        editions.source("tr-2025")
        assert "dropped-unresolved" not in flags_of(editions, C)
        assert standing_of(editions, C).currency is Currency.CURRENT


class TestRule6ImplementedButRepeated:
    def test_implemented_and_continued(self, editions: Builder) -> None:
        editions.status(B, update("2024-06-24", "implemented", **LATER))
        assert "implemented-but-repeated" not in flags_of(editions, B)
        editions.recommendation(C, continues=[link(B, "broadened")])
        assert "implemented-but-repeated" in flags_of(editions, B)
        assert "implemented-but-repeated" not in flags_of(editions, C)

    def test_not_where_the_link_is_not_confirmed(self, editions: Builder) -> None:
        editions.status(B, update("2024-06-24", "implemented", **LATER))
        editions.recommendation(C, continues=[link(B, confirmed=False)])
        assert "implemented-but-repeated" not in flags_of(editions, B)

    @pytest.mark.parametrize(
        "said",
        [
            update("2024-06-24", "partly_implemented", **LATER),
            update("2024-06-24", "implemented", "government_claim", **LATER),
        ],
        ids=["partly", "claimed"],
    )
    def test_not_where_no_finding_says_implemented(self, editions: Builder, said: dict[str, Any]) -> None:
        editions.status(B, said)
        editions.recommendation(C, continues=[link(B)])
        assert "implemented-but-repeated" not in flags_of(editions, B)


class TestRule7ConfirmedLinks:
    def test_a_proposed_link_moves_nothing(self, editions: Builder) -> None:
        editions.recommendation(C, "Demand of 2023.", continues=[link(B, "repeated", confirmed=False)])
        standings = standings_of(loaded(editions))
        assert standings[B].currency is Currency.ABSENT
        assert standings[B].continued_by == ()
        assert standings[B].open
        assert standings[C].continues == ()
        assert standings[C].lines == (Line(C, 2024),)
        assert standings[C].times_made == 1
        assert Flag.REPEATED not in standings[C].flags

    @pytest.mark.parametrize(
        ("keys", "unread"),
        [
            ({}, True),
            ({"continues": [link(B, confirmed=False)]}, True),
            ({"continues": []}, False),
            ({"continues": [link(B)]}, False),
            ({"continues": [link(B), link(A, confirmed=False)]}, False),
        ],
        ids=["no-key", "proposed", "none", "confirmed", "one-confirmed"],
    )
    def test_unread_until_somebody_settled_its_lineage(
        self, editions: Builder, keys: dict[str, Any], unread: bool
    ) -> None:
        editions.recommendation(C, **keys)
        standing = standing_of(editions, C)
        assert standing.unread is unread
        assert (Flag.UNREAD in standing.flags) is unread

    def test_the_first_loaded_edition_is_never_unread(self, editions: Builder) -> None:
        editions.recommendation(A)
        assert not standing_of(editions, A).unread

    def test_an_edition_of_another_series_is_no_earlier_one(self, editions: Builder) -> None:
        editions.source("gov-2024")
        editions.recommendation("ngo-2022-01")
        assert not standing_of(editions, "ngo-2022-01").unread


class TestRule8Regressed:
    @pytest.mark.parametrize(
        ("levels", "regressed"),
        [
            (("partly_implemented", "not_implemented"), True),
            (("implemented", "partly_implemented"), True),
            (("implemented", "insufficient_evidence", "not_implemented"), True),
            (("implemented", "not_assessed", "not_implemented"), True),
            (("not_implemented", "partly_implemented"), False),
            (("partly_implemented", "partly_implemented"), False),
            (("implemented", "insufficient_evidence"), False),
            (("insufficient_evidence", "not_implemented"), False),
            (("not_implemented",), False),
            ((), False),
        ],
    )
    def test_a_step_down_between_findings(self, editions: Builder, levels: tuple[str, ...], regressed: bool) -> None:
        dated = [update(f"2024-0{month}-01", level, **LATER) for month, level in enumerate(levels, 1)]
        editions.status(A, *reversed(dated))
        standing = standing_of(editions, A)
        assert (standing.step_down is not None) is regressed
        assert (Flag.REGRESSED in standing.flags) is regressed

    def test_the_pair_between_which_it_fell(self, editions: Builder) -> None:
        editions.status(
            A,
            update("2020-01-01", "implemented", **LATER),
            update("2021-01-01", "partly_implemented", **LATER),
            update("2022-01-01", "insufficient_evidence", searched=["gov-2021"]),
            update("2023-01-01", "not_implemented", **LATER),
            update("2024-01-01", "not_implemented", **LATER),
        )
        pair = standing_of(editions, A).step_down
        assert pair is not None
        assert [entry.update.date for entry in pair] == ["2021-01-01", "2023-01-01"]

    def test_a_claim_is_no_step(self, editions: Builder) -> None:
        editions.status(
            A,
            update("2024-01-01", "implemented", "government_claim"),
            update("2024-02-01", "not_implemented", **LATER),
            update("2024-03-01", "partly_implemented", **LATER),
            update("2024-04-01", "not_implemented", "government_claim"),
        )
        assert standing_of(editions, A).step_down is None

    def test_findings_on_what_it_continues_do_not_count(self, editions: Builder) -> None:
        editions.recommendation(C, continues=[link(B)])
        editions.status(B, update("2023-08-01", "implemented", **LATER))
        editions.status(C, update("2024-06-24", "not_implemented", **LATER))
        assert "regressed" not in flags_of(editions, B) | flags_of(editions, C)


class TestRule9Matters:
    BOTH = frozenset({"contested", "claim-and-finding"})

    def sides(self, claim: Any, finding: Any) -> dict[str, Any]:
        said = [evidence("gov-2021", "It was done.")]
        found = [evidence("tr-2023", "It was not done.", says="no_action")]
        return {
            "claim": {"summary": "It was done.", "evidence": said} | ({"covers": claim} if claim else {}),
            "finding": {"summary": "It was not.", "evidence": found} | ({"covers": finding} if finding else {}),
        }

    @pytest.mark.parametrize(
        ("claim", "finding"),
        [
            ("2022", "2022"),
            ("2022", "2022-03"),
            ({"from": "2021-04-01", "to": "2022-03-31"}, {"from": "2022-03-31", "to": "2023-03-31"}),
            ({"from": "2020", "to": "2023"}, "2021"),
        ],
    )
    def test_a_contradiction_over_periods_that_overlap_is_contested(
        self, editions: Builder, claim: Any, finding: Any
    ) -> None:
        editions.matter("inspections", A, B, relation="contradiction", **self.sides(claim, finding))
        for id in (A, B):
            assert flags_of(editions, id) & self.BOTH == {"contested"}
        assert not flags_of(editions, C) & self.BOTH

    @pytest.mark.parametrize(
        ("claim", "finding"),
        [
            ("2021", "2022"),
            ("2022", "2021"),
            ({"from": "2021-04-01", "to": "2022-03-31"}, {"from": "2022-04-01", "to": "2023-03-31"}),
            (None, "2022"),
            ("2022", None),
            (None, None),
        ],
    )
    def test_a_contradiction_otherwise_is_claim_and_finding(self, editions: Builder, claim: Any, finding: Any) -> None:
        editions.matter("inspections", B, relation="contradiction", **self.sides(claim, finding))
        assert flags_of(editions, B) & self.BOTH == {"claim-and-finding"}

    @pytest.mark.parametrize("relation", ["claim_against_outcome", "scope_differs", "different_period"])
    def test_the_other_relations_are_claim_and_finding(self, editions: Builder, relation: str) -> None:
        editions.matter("inspections", B, relation=relation, **self.sides("2022", "2022"))
        assert flags_of(editions, B) & self.BOTH == {"claim-and-finding"}

    def test_two_matters_raise_both_and_move_no_level(self, editions: Builder) -> None:
        editions.matter("one", B, relation="contradiction", **self.sides("2022", "2022"))
        editions.matter("two", B, relation="scope_differs", **self.sides("2022", "2022"))
        standing = standing_of(editions, B)
        assert standing.matters == ("one", "two")
        assert {Flag.CONTESTED, Flag.CLAIM_AND_FINDING, Flag.NO_UPDATE} <= set(standing.flags)
        assert standing.implementation is Implementation.NOT_ASSESSED
        assert standing.open


class TestRule10Open:
    @pytest.mark.parametrize("reason", ["superseded", "overtaken_by_events", "no_longer_valid"])
    def test_closed_is_not_open(self, editions: Builder, reason: str) -> None:
        closed = {"date": "2024-07-01", "reason": reason, "summary": "The law was repealed."}
        editions.status(C, update("2024-06-24", "not_implemented", "own_assessment"), closed=closed)
        standing = standing_of(editions, C)
        assert (standing.closed, standing.open) == (True, False)
        assert standing.implementation is Implementation.NOT_IMPLEMENTED
        assert standing.currency is Currency.CURRENT

    @pytest.mark.parametrize(
        ("level", "is_open"),
        [
            ("not_assessed", True),
            ("insufficient_evidence", True),
            ("not_implemented", True),
            ("partly_implemented", True),
            ("implemented", False),
        ],
    )
    def test_only_implemented_by_a_finding_is_not_open(self, editions: Builder, level: str, is_open: bool) -> None:
        editions.status(B, update("2024-06-24", level, **LATER))
        standing = standing_of(editions, B)
        assert (standing.open, standing.closed) == (is_open, False)


class TestAppliesTo:
    """An update is written once and shown at each recommendation it speaks to."""

    def test_it_is_shown_at_each_and_places_each(self, editions: Builder) -> None:
        editions.status(C, update("2024-06-24", "not_implemented", **LATER, applies_to=[A, B, C, A]))
        for id in (A, B, C):
            standing = standing_of(editions, id)
            assert [(entry.home, entry.place) for entry in standing.entries] == [(C, 0)]
            assert standing.implementation is Implementation.NOT_IMPLEMENTED
            assert Flag.NO_UPDATE not in standing.flags

    def test_an_unknown_target_is_passed_over(self, editions: Builder) -> None:
        editions.status(C, update("2024-06-24", "not_implemented", **LATER, applies_to=["tr-2018-99"]))
        assert set(standings_of(loaded(editions))) == {A, B, C}

    def basis_at(self, build: Builder, id: str) -> Basis:
        (entry,) = standing_of(build, id).entries
        return entry.basis

    def test_the_issuing_body_is_a_third_party_at_the_demand_of_another(self, editions: Builder) -> None:
        editions.recommendation("ngo-2022-01", continues=[])
        editions.status(C, update("2024-06-24", "not_implemented", **LATER, applies_to=["ngo-2022-01", A]))
        assert self.basis_at(editions, C) is Basis.ISSUING_BODY
        assert self.basis_at(editions, A) is Basis.ISSUING_BODY
        assert self.basis_at(editions, "ngo-2022-01") is Basis.THIRD_PARTY

    def test_a_third_party_is_the_issuing_body_at_its_own_demand(self, editions: Builder) -> None:
        editions.recommendation("ngo-2022-01", continues=[])
        editions.status("ngo-2022-01", update("2024-06-24", "not_implemented", "third_party", **LATER, applies_to=[A]))
        assert self.basis_at(editions, "ngo-2022-01") is Basis.THIRD_PARTY
        assert self.basis_at(editions, A) is Basis.ISSUING_BODY

    def test_a_third_party_stays_one_at_the_demand_of_yet_another(self, editions: Builder) -> None:
        passage = [evidence("ngo-2022", "They did not.")]
        editions.status(C, update("2022-12-01", "not_implemented", "third_party", evidence=passage, applies_to=[A]))
        assert self.basis_at(editions, A) is Basis.THIRD_PARTY

    def test_it_needs_every_passage_to_be_of_the_issuer(self, editions: Builder) -> None:
        passages = [evidence("tr-2024", "They did not."), evidence("ngo-2022", "They did not.")]
        editions.status(C, update("2024-06-24", "not_implemented", evidence=passages, applies_to=[A]))
        assert self.basis_at(editions, C) is Basis.ISSUING_BODY
        assert self.basis_at(editions, A) is Basis.THIRD_PARTY

    def test_without_a_passage_the_issuer_of_its_home_decides(self, editions: Builder) -> None:
        editions.recommendation("ngo-2022-01", continues=[])
        editions.status(C, update("2024-06-24", "insufficient_evidence", applies_to=[A, "ngo-2022-01"]))
        assert self.basis_at(editions, A) is Basis.ISSUING_BODY
        assert self.basis_at(editions, "ngo-2022-01") is Basis.THIRD_PARTY

    def test_without_a_passage_a_third_party_stays_one(self, editions: Builder) -> None:
        editions.status(C, update("2024-06-24", "insufficient_evidence", "third_party", applies_to=[A]))
        assert self.basis_at(editions, A) is Basis.THIRD_PARTY

    def test_a_passage_of_an_unknown_source_is_not_of_the_issuer(self, editions: Builder) -> None:
        passages = [evidence("tr-2024", "They did not."), evidence("ngo-1999", "They did not.")]
        editions.status(C, update("2024-06-24", "not_implemented", evidence=passages, applies_to=[A]))
        assert self.basis_at(editions, A) is Basis.THIRD_PARTY

    @pytest.mark.parametrize("basis", ["government_claim", "own_assessment"])
    def test_claims_and_own_assessments_stay_what_they_are(self, editions: Builder, basis: str) -> None:
        editions.status(C, update("2024-06-24", "not_implemented", basis, **LATER, applies_to=[A]))
        assert self.basis_at(editions, A) is Basis(basis)

    def test_a_claim_sent_elsewhere_is_a_claim_there(self, editions: Builder) -> None:
        editions.status(C, update("2024-06-24", "implemented", "government_claim", **LATER, applies_to=[B]))
        standing = standing_of(editions, B)
        assert standing.finding is None
        assert Flag.CLAIMED in standing.flags

    def test_what_is_relayed_stays_of_a_third_party(self, editions: Builder) -> None:
        """The passage is of the issuer's report, but the words are of the body that it quotes."""
        said = update("2024-06-24", "not_implemented", "third_party", via="tr-2024", **LATER, applies_to=[A])
        editions.status(C, said)
        assert self.basis_at(editions, C) is Basis.THIRD_PARTY
        assert self.basis_at(editions, A) is Basis.THIRD_PARTY

    def test_what_relays_the_issuing_body_is_of_a_third_party_elsewhere(self, editions: Builder) -> None:
        """The NGO's own view of its demand, relayed in a report, is no finding of the report's issuer."""
        editions.recommendation("ngo-2022-01", continues=[])
        said = update("2024-06-24", "not_implemented", via="tr-2024", **LATER, applies_to=[A])
        editions.status("ngo-2022-01", said)
        assert self.basis_at(editions, "ngo-2022-01") is Basis.ISSUING_BODY
        assert self.basis_at(editions, A) is Basis.THIRD_PARTY


class TestRule12Related:
    def test_being_related_is_mutual(self, editions: Builder) -> None:
        editions.recommendation("ngo-2022-01", continues=[], related=[C, "tr-2024-02", A, "tr-2024-03"])
        editions.recommendation(A, continues=[], related=["ngo-2022-01"])
        editions.recommendation("tr-2024-02", continues=[])
        editions.recommendation("tr-2024-03", continues=[])
        standings = standings_of(loaded(editions))
        assert standings["ngo-2022-01"].related == (A, C, "tr-2024-02", "tr-2024-03")
        assert standings[A].related == ("ngo-2022-01",)
        assert standings[C].related == ("ngo-2022-01",)
        assert standings[B].related == ()

    def test_being_related_moves_nothing(self, editions: Builder) -> None:
        editions.recommendation("ngo-2022-01", continues=[], related=[C])
        editions.status("ngo-2022-01", update("2024-06-24", "implemented", "third_party", **LATER))
        standing = standing_of(editions, C)
        assert (standing.currency, standing.times_made, standing.open) == (Currency.CURRENT, 1, True)
        assert standing.continues == ()

    def test_unknown_ones_and_itself_are_left_out(self, editions: Builder) -> None:
        editions.recommendation(C, continues=[], related=[C, "tr-2018-99"])
        assert standing_of(editions, C).related == ()


class TestSeveralSeriesAndCountries:
    def test_the_newest_edition_is_that_of_series_and_country(self, build: Builder) -> None:
        for id, keys in {
            "tr-2018": {},
            "tr-2023": {},
            "ngo-2016": {"issuer": "Watch"},
            "tr-arc-2020": {"series": "tr", "country": "ARC"},
        }.items():
            build.source(id, **keys)
            build.recommendation(f"{id}-01", continues=[])
        standings = standings_of(loaded(build))
        assert {id: str(standing.currency) for id, standing in standings.items()} == {
            "tr-2018-01": "absent",
            "tr-2023-01": "current",
            "ngo-2016-01": "current",
            "tr-arc-2020-01": "current",
        }

    def test_an_unread_edition_of_another_country_does_not_matter(self, build: Builder) -> None:
        for id, country in (("tr-2018", "UTO"), ("tr-2023", "UTO"), ("tr-arc-2019", "ARC"), ("tr-arc-2023", "ARC")):
            build.source(id, series="tr", country=country)
            keys: dict[str, Any] = {} if id == "tr-arc-2023" else {"continues": []}
            build.recommendation(f"{id}-01", **keys)
        assert "dropped-unresolved" in flags_of(build, "tr-2018-01")
        assert "dropped-unresolved" not in flags_of(build, "tr-arc-2019-01")
        assert "unread" in flags_of(build, "tr-arc-2023-01")

    def test_editions_of_two_series_in_one_year_are_two(self, build: Builder) -> None:
        build.source("tr-2018")
        build.source("ngo-2018", issuer="Watch")
        build.source("tr-2023", issuer=ISSUER)
        build.recommendation("tr-2018-01", continues=[])
        build.recommendation("ngo-2018-01", continues=[])
        build.recommendation("tr-2023-01", continues=[link("tr-2018-01", "merged"), link("ngo-2018-01", "merged")])
        standing = standing_of(build, "tr-2023-01")
        assert (standing.editions, standing.times_made) == ((2018, 2018, 2023), 3)


def test_an_empty_register_has_no_standings(build: Builder) -> None:
    assert standings_of(loaded(build)) == {}


def test_a_cycle_of_lineage_has_standings_all_the_same(editions: Builder) -> None:
    editions.recommendation(A, continues=[link(C)])
    editions.recommendation(B, continues=[link(A)])
    editions.recommendation(C, continues=[link(B)])
    standings = standings_of(loaded(editions))
    assert {standing.currency for standing in standings.values()} == {Currency.CONTINUED}
    assert standings[C].times_made == 3


def test_flags_stand_in_the_order_of_the_contract(editions: Builder) -> None:
    editions.recommendation(A, continues=[])
    editions.recommendation(C, "Demand of 2023.", continues=[link(B, "repeated")])
    editions.status(
        B, update("2023-08-01", "implemented", **LATER), update("2024-01-01", "partly_implemented", **LATER)
    )
    editions.matter("one", B, C)
    assert standing_of(editions, C).flags == (Flag.REPEATED, Flag.NO_UPDATE, Flag.CLAIM_AND_FINDING)
    assert standing_of(editions, B).flags == (Flag.CLAIM_AND_FINDING, Flag.REGRESSED)
    assert standing_of(editions, A).flags == (Flag.NO_UPDATE, Flag.DROPPED_UNRESOLVED)
