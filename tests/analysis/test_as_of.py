from typing import Any

import pytest

from recotrack.analysis.as_of import as_of
from recotrack.analysis.standing import standings_of
from recotrack.model.register import Register
from recotrack.model.terms import Currency, Flag, Implementation
from tests.analysis.registers import loaded
from tests.builder import Builder, evidence, link, update

A, B, C = "tr-2018-01", "tr-2023-01", "tr-2024-01"


@pytest.fixture
def editions(build: Builder) -> Builder:
    build.source("tr-2018", published="2018-06-28")
    build.source("tr-2023", published="2023-06-15")
    build.source("tr-2024", published="2024-06-24")
    build.source("gov-2021", published="2022-01-31")
    build.recommendation(A, continues=[])
    build.recommendation(B, continues=[link(A)])
    build.recommendation(C, continues=[link(B)])
    return build


def on(build: Builder, day: str) -> Register:
    return as_of(loaded(build), day)


def dates(build: Builder, day: str, id: str) -> list[str]:
    return [update.date for update in on(build, day).statuses[id].updates]


def test_a_date_of_a_year_counts_from_its_last_day(editions: Builder) -> None:
    editions.status(
        A,
        update("2022", "partly_implemented", "government_claim", evidence=[evidence("gov-2021", "Done.")]),
        update("2022-06-30", "not_implemented", "own_assessment", evidence=[evidence("gov-2021", "Done.")]),
    )
    assert dates(editions, "2022-12-30", A) == ["2022-06-30"]
    assert dates(editions, "2022-12-31", A) == ["2022", "2022-06-30"]


def test_a_matter_waits_for_what_the_government_concedes(editions: Builder) -> None:
    later = {"summary": "More is to do.", "evidence": [evidence("tr-2024", "More is to do.")]}
    editions.matter("training", B, concession=later)
    assert list(on(editions, "2023-12-31").matters) == []
    assert list(on(editions, "2024-12-31").matters) == ["training"]


class TestSources:
    @pytest.mark.parametrize(
        ("published", "before", "known"),
        [
            ("2023-06-15", "2023-06-14", "2023-06-15"),
            ("2023-07", "2023-07-30", "2023-07-31"),
            ("2023-06", "2023-06-29", "2023-06-30"),
            ("2023-02", "2023-02-27", "2023-02-28"),
            ("2024-02", "2024-02-28", "2024-02-29"),
            ("2023-12", "2023-12-30", "2023-12-31"),
            ("2023", "2023-12-30", "2023-12-31"),
        ],
    )
    def test_known_by_the_last_day_that_the_date_can_mean(
        self, build: Builder, published: str, before: str, known: str
    ) -> None:
        build.source("tr-2023", published=published)
        build.recommendation(B)
        assert (on(build, before).sources, on(build, before).recommendations) == ({}, {})
        assert list(on(build, known).sources) == ["tr-2023"]
        assert list(on(build, known).recommendations) == [B]

    @pytest.mark.parametrize(
        ("keys", "before", "known"),
        [
            ({}, "2023-12-30", "2023-12-31"),
            ({"covers": {"from": "2022-04-01", "to": "2023-03-31"}}, "2023-12-30", "2023-12-31"),
            ({"covers": {"from": "2023-04-01", "to": "2024-03-31"}}, "2024-03-30", "2024-03-31"),
            ({"covers": 2024}, "2024-12-30", "2024-12-31"),
        ],
    )
    def test_without_a_date_by_the_end_of_its_edition_or_of_what_it_covers(
        self, build: Builder, keys: dict[str, Any], before: str, known: str
    ) -> None:
        build.source("tr-2023", **keys)
        assert on(build, before).sources == {}
        assert list(on(build, known).sources) == ["tr-2023"]

    def test_standing_is_that_of_the_day(self, editions: Builder) -> None:
        for day, ids, current in (
            ("2018-06-28", [A], A),
            ("2023-06-14", [A], A),
            ("2023-06-15", [A, B], B),
            ("2024-06-24", [A, B, C], C),
        ):
            standings = standings_of(on(editions, day))
            assert list(standings) == ids
            assert standings[current].currency is Currency.CURRENT
            assert standings[current].open

    def test_before_all_it_is_empty_and_keeps_its_settings(self, editions: Builder) -> None:
        register = on(editions, "2000-01-01")
        assert (register.sources, register.recommendations) == ({}, {})
        assert standings_of(register) == {}
        assert register.settings == loaded(editions).settings

    def test_after_all_it_is_the_register_of_today(self, editions: Builder) -> None:
        editions.status(B, update("2024-06-24", "not_implemented", evidence=[evidence("tr-2024", "They did not.")]))
        editions.matter("inspections", B)
        assert on(editions, "2024-12-31") == loaded(editions)

    def test_the_register_given_is_left_as_it_was(self, editions: Builder) -> None:
        register = loaded(editions)
        as_of(register, "2018-12-31")
        assert register == loaded(editions)


class TestUpdates:
    def test_those_of_later_date_are_left_out(self, editions: Builder) -> None:
        old = [evidence("gov-2021", "They did.")]
        editions.status(
            A,
            update("2023-08-01", "implemented", evidence=old),
            update("2022-01-31", "not_implemented", evidence=old),
            update("2023-07-31", "partly_implemented", "own_assessment"),
        )
        assert dates(editions, "2023-07-31", A) == ["2022-01-31", "2023-07-31"]
        assert standings_of(on(editions, "2023-07-31"))[A].implementation is Implementation.PARTLY_IMPLEMENTED
        assert standings_of(on(editions, "2022-12-31"))[A].implementation is Implementation.NOT_IMPLEMENTED
        assert Flag.NO_UPDATE in standings_of(on(editions, "2022-01-30"))[A].flags

    def test_those_that_rest_on_a_later_source_are_left_out_whatever_their_date(self, editions: Builder) -> None:
        both = [evidence("gov-2021", "They did."), evidence("tr-2024", "They did.")]
        editions.status(A, update("2023-01-01", "implemented", evidence=both))
        assert dates(editions, "2024-06-23", A) == []
        assert dates(editions, "2024-06-24", A) == ["2023-01-01"]

    def test_a_source_whose_day_is_not_known_counts_from_its_last_possible(self, editions: Builder) -> None:
        editions.source("gov-2022", published="2023")
        editions.status(A, update("2023-02-01", "implemented", evidence=[evidence("gov-2022", "They did.")]))
        assert dates(editions, "2023-12-30", A) == []
        assert dates(editions, "2023-12-31", A) == ["2023-02-01"]

    def test_those_relayed_in_a_later_source_are_left_out(self, editions: Builder) -> None:
        passage = [evidence("gov-2021", "They did.")]
        editions.status(A, update("2023-01-01", "implemented", "third_party", via="tr-2024", evidence=passage))
        assert dates(editions, "2024-06-23", A) == []
        assert dates(editions, "2024-06-24", A) == ["2023-01-01"]

    def test_those_that_searched_a_later_source_are_left_out(self, editions: Builder) -> None:
        editions.status(A, update("2023-01-01", "insufficient_evidence", searched=["gov-2021", "tr-2024"]))
        assert dates(editions, "2024-06-23", A) == []
        assert dates(editions, "2024-06-24", A) == ["2023-01-01"]

    def test_one_in_the_file_of_a_later_edition_applies_to_an_earlier_demand(self, editions: Builder) -> None:
        passage = [evidence("gov-2021", "They did.")]
        editions.status(C, update("2022-01-31", "partly_implemented", "third_party", evidence=passage, applies_to=[A]))
        standings = standings_of(on(editions, "2022-12-31"))
        assert list(standings) == [A]
        assert standings[A].implementation is Implementation.PARTLY_IMPLEMENTED
        assert [entry.home for entry in standings[A].entries] == [C]

    def test_one_without_a_passage_does_so_as_well(self, editions: Builder) -> None:
        said = update("2022-01-31", "insufficient_evidence", searched=["gov-2021"], applies_to=[A])
        editions.status(C, said)
        standing = standings_of(on(editions, "2022-12-31"))[A]
        assert [entry.update.date for entry in standing.entries] == ["2022-01-31"]
        assert standing.implementation is Implementation.INSUFFICIENT_EVIDENCE

    def test_those_that_rest_on_an_unknown_source_go_by_their_date(self, editions: Builder) -> None:
        editions.status(A, update("2022-01-31", "implemented", evidence=[evidence("gov-1999", "They did.")]))
        assert dates(editions, "2022-01-30", A) == []
        assert dates(editions, "2022-01-31", A) == ["2022-01-31"]

    def test_one_that_applies_to_a_later_demand_is_shown_at_the_earlier_alone(self, editions: Builder) -> None:
        editions.status(
            A, update("2022-01-31", "not_implemented", evidence=[evidence("gov-2021", "No.")], applies_to=[C])
        )
        assert [len(standing.entries) for standing in standings_of(on(editions, "2022-12-31")).values()] == [1]


class TestClosings:
    CLOSED: dict[str, Any] = {"date": "2023-09-01", "reason": "superseded", "summary": "A law did it."}

    @pytest.mark.parametrize(("day", "closed"), [("2023-08-31", False), ("2023-09-01", True)])
    def test_by_their_date(self, editions: Builder, day: str, closed: bool) -> None:
        editions.recommendation(B, continues=[])
        editions.status(B, closed=self.CLOSED)
        standing = standings_of(on(editions, day))[B]
        assert (standing.closed, standing.open) == (closed, not closed)

    def test_not_before_what_they_rest_on_is_published(self, editions: Builder) -> None:
        editions.status(B, closed={**self.CLOSED, "evidence": [evidence("tr-2024", "A law was adopted.")]})
        assert on(editions, "2024-06-23").statuses[B].closed is None
        assert on(editions, "2024-06-24").statuses[B].closed is not None


class TestResponses:
    def response(self, date: str, source: str = "gov-2021") -> dict[str, Any]:
        return {"response": "accepted", "date": date, "source": source, "quote": "We accept it."}

    @pytest.mark.parametrize(
        ("date", "before", "known"),
        [
            ("2023-09-01", "2023-08-31", "2023-09-01"),
            ("2023-09", "2023-09-29", "2023-09-30"),
            ("2023", "2023-12-30", "2023-12-31"),
        ],
    )
    def test_by_the_last_day_that_their_date_can_mean(
        self, editions: Builder, date: str, before: str, known: str
    ) -> None:
        editions.status(B, response=self.response(date))
        assert on(editions, before).statuses[B].response is None
        assert on(editions, known).statuses[B].response is not None

    def test_not_before_their_source_is_published(self, editions: Builder) -> None:
        editions.status(B, response=self.response("2023-09-01", "tr-2024"))
        assert on(editions, "2024-06-23").statuses[B].response is None
        assert on(editions, "2024-06-24").statuses[B].response is not None


class TestMatters:
    def test_when_both_sides_are_published(self, editions: Builder) -> None:
        editions.matter("inspections", B)
        assert on(editions, "2023-06-14").matters == {}
        register = on(editions, "2023-06-15")
        assert list(register.matters) == ["inspections"]
        assert Flag.CLAIM_AND_FINDING in standings_of(register)[B].flags

    def test_one_of_a_demand_yet_to_come_does_no_harm(self, editions: Builder) -> None:
        editions.matter("inspections", B, C)
        register = on(editions, "2023-12-31")
        assert standings_of(register)[B].matters == ("inspections",)
        assert C not in standings_of(register)
