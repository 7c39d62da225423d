from typing import Any

import pytest

from recotrack.analysis.review import Change, formatting, review
from recotrack.model.records import Settings
from recotrack.model.register import Register
from recotrack.model.terms import Severity
from tests.analysis.registers import loaded
from tests.builder import Builder, evidence, link, update

A, B, C = "tr-2018-01", "tr-2023-01", "tr-2024-01"
PATH = "recommendations/tr-2023/01.yaml"
STATUS = "status/tr-2023/01.yaml"
LATER: dict[str, Any] = {"evidence": [evidence("tr-2024", "They did.")]}
EMPTY = Register(Settings(), {}, {}, {}, {})
INFO, NOTICE, WARNING = Severity.INFO, Severity.NOTICE, Severity.WARNING


@pytest.fixture
def editions(build: Builder) -> Builder:
    for year, id in ((2018, A), (2023, B), (2024, C)):
        build.source(f"tr-{year}", published=f"{year}-06-15")
        build.recommendation(id, f"Demand of {year}.", continues=[])
    build.source("gov-2021")
    return build


class Reviewed:
    """What changed since `start`."""

    def __init__(self, build: Builder) -> None:
        self.build = build
        self.base = build.load()

    def start(self) -> None:
        self.base = self.build.load()

    def changes(self) -> tuple[Change, ...]:
        return tuple(change._replace(line=1) for change in self.placed())

    def placed(self) -> tuple[Change, ...]:
        return review(self.base, self.build.load())

    def kinds(self) -> list[tuple[str, str]]:
        return [(change.kind, str(change.severity)) for change in self.changes()]

    def only(self, kind: str) -> Change:
        (change,) = [change for change in self.changes() if change.kind == kind]
        return change


@pytest.fixture
def since(editions: Builder) -> Reviewed:
    return Reviewed(editions)


def test_a_register_against_itself_is_empty(editions: Builder) -> None:
    editions.recommendation(C, continues=[link(B)], related=[A])
    editions.status(B, update("2024-06-15", "implemented", **LATER))
    editions.matter("inspections", B)
    editions.write("recommendations/tr-2024/02.yaml", "{")
    register = editions.load()
    assert register.faults
    assert review(register, register) == ()
    assert review(register, editions.load()) == ()
    assert review(EMPTY, EMPTY) == ()


def test_another_layout_of_a_file_is_no_change(since: Reviewed) -> None:
    since.build.write(
        PATH,
        "# moved about\ncontinues: []\ntext: >-\n  Demand of\n  2023.\nnumber: 1\nyear: 2023\n"
        "source: tr-2023\nid: tr-2023-01\n",
    )
    since.build.write("sources/tr-2023.yaml", (since.build.root / "sources/tr-2023.yaml").read_text("utf-8") + "\n\n")
    assert since.changes() == ()


class TestRecommendations:
    def test_the_published_text_was_altered(self, since: Reviewed) -> None:
        since.build.recommendation(B, "Demand of 2022.", continues=[])
        assert since.changes() == (
            Change(
                "text-altered",
                B,
                PATH,
                "Demand of 2023.",
                "Demand of 2022.",
                WARNING,
                "the published text was altered",
            ),
        )

    @pytest.mark.parametrize("text", ["Demand of 2023", "demand of 2023.", "Demand of ‘2023’."])
    def test_a_single_character_is_an_alteration(self, since: Reviewed, text: str) -> None:
        since.build.recommendation(B, text, continues=[])
        change = since.only("text-altered")
        assert (change.before, change.after, change.severity) == ("Demand of 2023.", text, WARNING)

    @pytest.mark.parametrize(
        ("key", "value", "plain", "message"),
        [
            ("lead_in", "The Government is urged to:", None, "the published lead-in was altered"),
            ("section", "Prevention", None, "the published section was altered"),
            ("made_by", ["Ruritania"], ["Ruritania"], "the published made-by was altered"),
            ("year", 2022, None, "the published year was altered"),
            ("number", 9, None, "the published number was altered"),
        ],
    )
    def test_what_else_its_source_fixes_was_altered(
        self, since: Reviewed, key: str, value: Any, plain: Any, message: str
    ) -> None:
        since.build.recommendation(B, "Demand of 2023.", continues=[], **{key: value})
        change = since.only("publication-altered")
        assert (change.id, change.path, change.severity, change.message) == (B, PATH, WARNING, message)
        assert change.after == (plain or value)

    @pytest.mark.parametrize(
        ("key", "value", "message"),
        [
            ("themes", ["prevention", "protection"], "themes changed: none → prevention, protection"),
            ("mentions", ["the police"], "mentions changed: none → the police"),
            ("addressees", ["the police"], "addressees changed: none → the police"),
            ("rationale", "Because.", "rationale changed"),
        ],
    )
    def test_classification(self, since: Reviewed, key: str, value: Any, message: str) -> None:
        since.build.recommendation(B, "Demand of 2023.", continues=[], **{key: value})
        (change,) = since.changes()
        assert (change.kind, change.severity, change.after) == ("classification-changed", INFO, value)
        assert change.message == message

    def test_classification_taken_away(self, since: Reviewed) -> None:
        since.build.recommendation(B, "Demand of 2023.", continues=[], themes=["prevention"])
        since.start()
        since.build.recommendation(B, "Demand of 2023.", continues=[])
        (change,) = since.changes()
        assert (change.before, change.after, change.severity) == (["prevention"], [], INFO)
        assert change.message == "themes changed: prevention → none"

    def test_added(self, since: Reviewed) -> None:
        since.build.recommendation("tr-2024-02", "Demand anew.", continues=[])
        assert since.changes() == (
            Change(
                "recommendation-added",
                "tr-2024-02",
                "recommendations/tr-2024/02.yaml",
                None,
                {"id": "tr-2024-02", "source": "tr-2024", "year": 2024, "number": 2, "text": "Demand anew."},
                NOTICE,
                "recommendation added: Demand anew.",
            ),
        )

    def test_added_with_its_lead_in(self, since: Reviewed) -> None:
        since.build.recommendation("tr-2024-02", "train police.", lead_in="Stakeholders may consider to", continues=[])
        assert since.only("recommendation-added").message == (
            "recommendation added: Stakeholders may consider to … train police."
        )

    def test_removed(self, since: Reviewed) -> None:
        (since.build.root / PATH).unlink()
        change = since.only("recommendation-removed")
        assert (change.id, change.path, change.severity, change.after) == (B, PATH, WARNING, None)
        assert change.before["text"] == "Demand of 2023."
        assert change.message == "recommendation removed: Demand of 2023."

    def test_related(self, since: Reviewed) -> None:
        since.build.recommendation(B, "Demand of 2023.", continues=[], related=[A, C])
        assert since.changes() == (
            Change("related-added", B, PATH, None, A, INFO, f"related to {A}"),
            Change("related-added", B, PATH, None, C, INFO, f"related to {C}"),
        )
        since.start()
        since.build.recommendation(B, "Demand of 2023.", continues=[], related=[C])
        assert since.changes() == (Change("related-removed", B, PATH, A, None, NOTICE, f"no longer related to {A}"),)

    def test_refused(self, since: Reviewed) -> None:
        def told(**keys: Any) -> list[tuple[str, Severity, str]]:
            since.build.recommendation(B, "Demand of 2023.", continues=[], **keys)
            found = [(one.kind, one.severity, one.message) for one in since.changes()]
            since.start()
            return found

        assert told(refused=[{"id": A}]) == [("link-refused", INFO, f"a link to {A} was refused")]
        assert told(refused=[{"id": A, "rationale": "Another demand."}]) == [
            ("refusal-changed", INFO, f"the rationale of the refusal of {A} changed")
        ]
        assert told() == [("refusal-removed", NOTICE, f"the refusal of {A} was taken back")]


class TestLineage:
    def told(self, since: Reviewed, before: Any, after: Any) -> list[tuple[str, Severity, str]]:
        """Gives what is told of lineage where `continues` of B changed; None is no key."""
        for links, start in ((before, True), (after, False)):
            keys = {} if links is None else {"continues": links}
            since.build.recommendation(B, "Demand of 2023.", **keys)
            if start:
                since.start()
        return [
            (change.kind, change.severity, change.message)
            for change in since.changes()
            if change.kind.startswith("lineage")
        ]

    PROPOSED, CONFIRMED = [link(A, confirmed=False)], [link(A)]

    def test_confirmed(self, since: Reviewed) -> None:
        told = [("lineage-confirmed", NOTICE, f"continues {A} (reworded), confirmed")]
        assert self.told(since, self.PROPOSED, self.CONFIRMED) == told
        assert self.told(since, [], self.CONFIRMED) == told

    def test_confirmed_tells_both_sides(self, since: Reviewed) -> None:
        self.told(since, self.PROPOSED, self.CONFIRMED)
        change = since.only("lineage-confirmed")
        assert change.before == {"id": A, "relation": "reworded", "confirmed": False}
        assert change.after == {"id": A, "relation": "reworded", "confirmed": True}

    def test_proposed(self, since: Reviewed) -> None:
        told = [("lineage-proposed", INFO, f"may continue {A} (reworded), not confirmed")]
        assert self.told(since, [], self.PROPOSED) == told

    def test_unconfirmed(self, since: Reviewed) -> None:
        told = [("lineage-unconfirmed", WARNING, f"the link to {A} is no longer confirmed")]
        assert self.told(since, self.CONFIRMED, self.PROPOSED) == told

    def test_removed(self, since: Reviewed) -> None:
        assert self.told(since, self.CONFIRMED, []) == [("lineage-removed", WARNING, f"confirmed link to {A} removed")]
        assert self.told(since, self.PROPOSED, []) == [("lineage-removed", INFO, f"proposed link to {A} removed")]

    def test_another_relation(self, since: Reviewed) -> None:
        assert self.told(since, self.CONFIRMED, [link(A, "narrowed")]) == [
            ("lineage-changed", NOTICE, f"the link to {A} was reworded, is narrowed")
        ]

    def test_another_rationale(self, since: Reviewed) -> None:
        assert self.told(since, self.CONFIRMED, [link(A, rationale="Same demand.")]) == [
            ("lineage-changed", INFO, f"the rationale of the link to {A} changed")
        ]

    def test_read(self, since: Reviewed) -> None:
        assert self.told(since, None, []) == [("lineage-read", NOTICE, "lineage was read: continues none")]
        assert self.told(since, None, self.CONFIRMED) == [
            ("lineage-read", NOTICE, "lineage was read"),
            ("lineage-confirmed", NOTICE, f"continues {A} (reworded), confirmed"),
        ]

    def test_unread_again(self, since: Reviewed) -> None:
        assert self.told(since, [], None) == [("lineage-unread", WARNING, "lineage counts as unread again")]
        assert self.told(since, self.CONFIRMED, None) == [
            ("lineage-unread", WARNING, "lineage counts as unread again"),
            ("lineage-removed", WARNING, f"confirmed link to {A} removed"),
        ]

    def test_another_order_means_nothing(self, since: Reviewed) -> None:
        two = [link(A, "merged"), link("tr-2018-02", "merged")]
        assert self.told(since, two, two[::-1]) == []

    def test_a_link_for_another_is_one_removed_and_one_confirmed(self, since: Reviewed) -> None:
        since.build.recommendation("tr-2018-02", continues=[])
        assert self.told(since, self.CONFIRMED, [link("tr-2018-02")]) == [
            ("lineage-removed", WARNING, f"confirmed link to {A} removed"),
            ("lineage-confirmed", NOTICE, "continues tr-2018-02 (reworded), confirmed"),
        ]


class TestUpdates:
    ONE = update("2023-09-01", "not_implemented", **LATER)
    TWO = update("2024-01-01", "partly_implemented", **LATER)
    THREE = update("2024-06-15", "partly_implemented", "third_party", **LATER)

    def told(self, since: Reviewed, before: list[Any], after: list[Any]) -> list[tuple[str, Severity, str]]:
        since.build.status(B, *before)
        since.start()
        since.build.status(B, *after)
        return [
            (change.kind, change.severity, change.message)
            for change in since.changes()
            if change.kind.startswith("update")
        ]

    def test_added(self, since: Reviewed) -> None:
        assert self.told(since, [self.ONE], [self.ONE, self.TWO, self.THREE]) == [
            ("update-added", NOTICE, "update of 2024-01-01 added: partly implemented (issuing body)"),
            ("update-added", NOTICE, "update of 2024-06-15 added: partly implemented (third party)"),
        ]

    def test_added_tells_what(self, since: Reviewed) -> None:
        self.told(since, [self.ONE], [self.ONE, self.TWO])
        change = since.only("update-added")
        passage = {"source": "tr-2024", "place": "Part 1", "quote": "They did.", "says": "action"}
        assert (change.id, change.path, change.before) == (B, STATUS, None)
        assert change.after == {
            "date": "2024-01-01",
            "implementation": "partly_implemented",
            "basis": "issuing_body",
            "evidence": [passage],
        }

    @pytest.mark.parametrize("after", [[THREE, ONE, TWO], [ONE, THREE, TWO]])
    def test_added_before_others(self, since: Reviewed, after: list[Any]) -> None:
        assert [kind for kind, *_ in self.told(since, [self.ONE, self.TWO], after)] == ["update-added"]

    def test_altered(self, since: Reviewed) -> None:
        other = {**self.TWO, "implementation": "implemented", "summary": "It was all done."}
        assert self.told(since, [self.ONE, self.TWO, self.THREE], [self.ONE, other, self.THREE]) == [
            (
                "update-altered",
                WARNING,
                "the update of 2024-01-01 was altered (implementation, summary); updates are only added",
            )
        ]
        change = since.only("update-altered")
        assert (change.before["implementation"], change.after["implementation"]) == (
            "partly_implemented",
            "implemented",
        )

    @pytest.mark.parametrize(
        "keys",
        [
            {"evidence": [evidence("tr-2024", "They did it.")]},
            {"applies_to": [A]},
            {"via": "gov-2021"},
            {"covers": 2023},
            {"alternative": {"implementation": "implemented", "because": "It can be argued."}},
            {"date": "2024-01-02"},
        ],
    )
    def test_any_part_of_it_counts(self, since: Reviewed, keys: dict[str, Any]) -> None:
        assert self.told(since, [self.TWO], [{**self.TWO, **keys}]) == [
            (
                "update-altered",
                WARNING,
                f"the update of 2024-01-01 was altered ({next(iter(keys))}); updates are only added",
            )
        ]

    def test_removed(self, since: Reviewed) -> None:
        assert self.told(since, [self.ONE, self.TWO], [self.TWO]) == [
            ("update-removed", WARNING, "the update of 2023-09-01 was removed; updates are only added")
        ]
        change = since.only("update-removed")
        assert (change.before["date"], change.after) == ("2023-09-01", None)

    def test_reordered_is_a_warning(self, since: Reviewed) -> None:
        """Of two of one day the later in the file counts, so that order is part of the record."""
        one, two = {**self.ONE, "date": "2024-01-01"}, self.TWO
        told = self.told(since, [one, two], [two, one])
        assert sorted((kind, severity) for kind, severity, _ in told) == [
            ("update-added", NOTICE),
            ("update-removed", WARNING),
        ]
        assert since.only("standing-moved").severity is WARNING

    def test_a_status_file_begun(self, since: Reviewed) -> None:
        closed = {"date": "2024-07-01", "reason": "superseded", "summary": "A law did it."}
        since.build.status(B, self.ONE, self.TWO, closed=closed)
        told = [(change.kind, change.severity) for change in since.changes() if change.path == STATUS]
        assert told == [
            ("status-added", INFO),
            ("update-added", NOTICE),
            ("update-added", NOTICE),
            ("closed", NOTICE),
        ]
        assert since.only("status-added").message == "status file begun"

    def test_a_status_file_removed(self, since: Reviewed) -> None:
        since.build.status(B, self.ONE)
        since.start()
        (since.build.root / STATUS).unlink()
        change = since.only("status-removed")
        assert (change.id, change.path, change.severity, change.after) == (B, STATUS, WARNING, None)
        assert change.before["updates"][0]["date"] == "2023-09-01"


class TestClosingAndResponse:
    CLOSED = {"date": "2024-07-01", "reason": "superseded", "summary": "A law did it."}
    RESPONSE = {"response": "noted", "date": "2023-09", "source": "gov-2021", "quote": "We note it."}

    def start(self, since: Reviewed, **keys: Any) -> None:
        since.build.status(B, **keys)
        since.start()

    def test_closed(self, since: Reviewed) -> None:
        self.start(since)
        since.build.status(B, closed=self.CLOSED)
        change = since.only("closed")
        assert (change.severity, change.path, change.before, change.after) == (NOTICE, STATUS, None, self.CLOSED)
        assert change.message == "closed without implementation on 2024-07-01: superseded"
        assert since.only("no-longer-open").id == B

    def test_reopened(self, since: Reviewed) -> None:
        self.start(since, closed=self.CLOSED)
        since.build.status(B)
        change = since.only("reopened")
        assert (change.severity, change.before, change.after) == (WARNING, self.CLOSED, None)
        assert change.message == "no longer closed"
        assert since.only("opened").id == B

    def test_an_altered_closing_is_a_warning(self, since: Reviewed) -> None:
        """What was recorded is altered, as where an update or a response is."""
        self.start(since, closed=self.CLOSED)
        other = {**self.CLOSED, "reason": "no_longer_valid"}
        since.build.status(B, closed=other)
        (change,) = since.changes()
        assert (change.before, change.after, change.severity) == (self.CLOSED, other, WARNING)

    def test_response_recorded(self, since: Reviewed) -> None:
        self.start(since)
        since.build.status(B, response=self.RESPONSE)
        (change,) = since.changes()
        assert (change.kind, change.severity, change.before, change.after) == (
            "response-recorded",
            NOTICE,
            None,
            self.RESPONSE,
        )

    @pytest.mark.parametrize("keys", [{}, {"response": {**RESPONSE, "response": "accepted"}}])
    def test_response_altered_or_taken_away(self, since: Reviewed, keys: dict[str, Any]) -> None:
        self.start(since, response=self.RESPONSE)
        since.build.status(B, **keys)
        (change,) = since.changes()
        assert (change.kind, change.severity) == ("response-altered", WARNING)
        assert (change.before, change.after) == (self.RESPONSE, keys.get("response"))

    def test_a_response_in_a_new_status_file_is_told(self, since: Reviewed) -> None:
        since.build.status(B, response=self.RESPONSE)
        assert since.only("response-recorded").after == self.RESPONSE


class TestStandings:
    def moved(self, since: Reviewed, before: list[Any], after: list[Any]) -> tuple[Any, Any, Severity, str]:
        since.build.status(B, *before)
        since.start()
        since.build.status(B, *before, *after)
        change = since.only("standing-moved")
        assert (change.id, change.path) == (B, PATH)
        return change.before, change.after, change.severity, change.message

    NOT = update("2023-09-01", "not_implemented", **LATER)
    PARTLY = update("2024-06-01", "partly_implemented", **LATER)
    DONE = update("2024-01-01", "implemented", **LATER)
    BASELINE = update("2023-06-15", "not_implemented", evidence=[evidence("tr-2023", "They had not.")])

    def test_up(self, since: Reviewed) -> None:
        assert self.moved(since, [self.NOT], [self.PARTLY]) == (
            "not_implemented",
            "partly_implemented",
            NOTICE,
            "standing moved: not implemented → partly implemented, by the update of 2024-06-01 (issuing body)",
        )

    def test_down_is_a_warning(self, since: Reviewed) -> None:
        assert self.moved(since, [self.DONE], [self.PARTLY]) == (
            "implemented",
            "partly_implemented",
            WARNING,
            "standing moved: implemented → partly implemented, by the update of 2024-06-01 (issuing body)",
        )

    def test_from_nothing(self, since: Reviewed) -> None:
        assert self.moved(since, [], [self.NOT])[2:] == (
            NOTICE,
            "standing moved: not assessed → not implemented, by the update of 2023-09-01 (issuing body)",
        )

    def test_to_a_baseline(self, since: Reviewed) -> None:
        assert self.moved(since, [], [self.BASELINE])[2:] == (
            NOTICE,
            "standing moved: not assessed → not implemented at publication, by the update of 2023-06-15 (issuing body)",
        )

    def test_from_a_baseline_at_the_same_level(self, since: Reviewed) -> None:
        assert self.moved(since, [self.BASELINE], [self.NOT]) == (
            "not_implemented",
            "not_implemented",
            NOTICE,
            "standing moved: not implemented at publication → not implemented, by the update of 2023-09-01 "
            "(issuing body)",
        )

    @pytest.mark.parametrize(
        "more",
        [
            update("2024-06-15", "implemented", "government_claim", **LATER),
            update("2024-06-15", "insufficient_evidence", searched=["tr-2024"]),
            update("2024-06-15", "not_implemented", **LATER),
            update("2023-07-01", "implemented", **LATER),
        ],
        ids=["claim", "blank", "same", "older"],
    )
    def test_what_moves_nothing(self, since: Reviewed, more: dict[str, Any]) -> None:
        since.build.status(B, self.NOT)
        since.start()
        since.build.status(B, self.NOT, more)
        assert since.kinds() == [("update-added", "notice")]

    def test_an_update_moves_all_that_it_applies_to(self, since: Reviewed) -> None:
        since.build.status(C, update("2024-06-15", "not_implemented", **LATER, applies_to=[A, B]))
        told = [(change.id, change.message) for change in since.changes() if change.kind == "standing-moved"]
        by = "by the update of 2024-06-15 (issuing body"
        assert told == [
            (A, f"standing moved: not assessed → not implemented, {by}, recorded at {C})"),
            (B, f"standing moved: not assessed → not implemented, {by}, recorded at {C})"),
            (C, f"standing moved: not assessed → not implemented at publication, {by})"),
        ]

    def test_an_update_taken_away_is_named(self, since: Reviewed) -> None:
        since.build.status(B, self.NOT, self.DONE)
        since.start()
        since.build.status(B, self.NOT)
        gone = "the update of 2024-01-01 that it stood by is not there any more"
        assert since.only("standing-moved").message == (
            f"standing moved: implemented → not implemented, by the update of 2023-09-01 (issuing body; {gone})"
        )
        since.build.status(B)
        assert since.only("standing-moved").message == f"standing moved: implemented → not assessed: {gone}"

    def test_one_baseline_after_another_moves_nothing(self, since: Reviewed) -> None:
        since.build.status(B, self.BASELINE)
        since.start()
        since.build.status(B, self.BASELINE, {**self.BASELINE, "summary": "Once more."})
        assert since.kinds() == [("update-added", "notice")]

    def test_no_longer_open_and_open_again(self, since: Reviewed) -> None:
        since.build.status(B, self.NOT)
        since.start()
        since.build.status(B, self.NOT, self.DONE)
        assert since.only("no-longer-open") == Change(
            "no-longer-open", B, PATH, True, False, NOTICE, "is no longer open"
        )
        since.start()
        since.build.status(B, self.NOT, self.DONE, self.PARTLY)
        assert since.only("opened") == Change("opened", B, PATH, False, True, NOTICE, "is open again")

    def test_currency(self, since: Reviewed) -> None:
        since.build.recommendation(C, "Demand of 2024.", continues=[link(B)])
        assert since.only("currency-changed") == Change(
            "currency-changed",
            B,
            PATH,
            "absent",
            "continued",
            NOTICE,
            "continued by tr-2024-01, and judged there now",
        )
        assert "no-longer-open" not in dict(since.kinds())  # it is, where it is judged now
        since.start()
        since.build.recommendation(C, "Demand of 2024.", continues=[])
        lost = "nothing continues it any more; no later edition that is loaded takes it up"
        assert since.only("currency-changed").message == lost
        assert since.only("opened").id == B

    def test_a_demand_met_and_asked_for_again(self, since: Reviewed) -> None:
        since.build.status(B, update("2024-06-15", "implemented", **LATER))
        since.start()
        since.build.recommendation(C, "Demand of 2024.", continues=[link(B)])
        assert since.only("asked-again").message == f"stood at implemented and is asked for again, by {C}"
        since.build.status(B, closed={"date": "2023-12-01", "reason": "superseded", "summary": "s"})
        since.build.recommendation(C, "Demand of 2024.", continues=[])
        since.start()
        since.build.recommendation(C, "Demand of 2024.", continues=[link(B)])
        assert since.only("asked-again").message == f"was closed and is asked for again, by {C}"

    def test_a_new_edition_tells_what_it_no_longer_has(self, since: Reviewed) -> None:
        since.build.source("tr-2025")
        since.build.recommendation("tr-2025-01", continues=[])
        assert since.only("currency-changed").message == "no later edition that is loaded takes it up"
        since.build.recommendation("tr-2025-01", continues=[link(C, confirmed=False)])
        unread = since.only("currency-changed")
        assert unread.message == "a later edition is loaded, whose lineage is not read yet"
        assert unread.severity is INFO
        assert since.only("lineage-proposed").id == "tr-2025-01"
        since.start()
        (since.build.root / "recommendations/tr-2025/01.yaml").unlink()
        assert since.only("currency-changed").message == "no later edition is loaded any more"

    def test_records_of_one_side_have_no_move(self, since: Reviewed) -> None:
        since.build.recommendation("tr-2024-02", continues=[])
        since.build.status("tr-2024-02", update("2024-06-15", "implemented", "own_assessment"))
        assert [kind for kind, _ in since.kinds()] == ["recommendation-added", "status-added", "update-added"]


class TestSourcesMattersAndSettings:
    def test_source_added(self, since: Reviewed) -> None:
        since.build.source("gov-2022")
        (change,) = since.changes()
        assert (change.kind, change.id, change.path, change.severity, change.message) == (
            "source-added",
            "gov-2022",
            "sources/gov-2022.yaml",
            NOTICE,
            "source added: Report gov-2022",
        )
        assert change.after["year"] == 2022

    def test_source_removed(self, since: Reviewed) -> None:
        (since.build.root / "sources/gov-2021.yaml").unlink()
        (change,) = since.changes()
        assert (change.kind, change.severity, change.message, change.after) == (
            "source-removed",
            WARNING,
            "source removed: Report gov-2021",
            None,
        )

    def test_source_changed(self, since: Reviewed) -> None:
        since.build.source("gov-2021", title="Report on 2021", url="https://example.org/2021")
        told = [(c.kind, c.severity, c.before, c.after, c.message) for c in since.changes()]
        assert told == [
            ("source-changed", NOTICE, "Report gov-2021", "Report on 2021", "title changed"),
            ("source-changed", NOTICE, None, "https://example.org/2021", "url changed"),
        ]

    def test_matter_added_changed_and_removed(self, since: Reviewed) -> None:
        path = since.build.matter("inspections", B)
        assert since.only("matter-added").message == "matter added: Matter inspections"
        assert since.only("matter-added").severity is NOTICE
        since.start()
        since.build.matter("inspections", B, C, summary="Both were true.")
        assert [(c.kind, c.severity, c.after, c.message) for c in since.changes()] == [
            ("matter-changed", NOTICE, [B, C], f"recommendations changed: {B} → {B}, {C}"),
            ("matter-changed", NOTICE, "Both were true.", "summary changed"),
        ]
        since.start()
        path.unlink()
        change = since.only("matter-removed")
        assert (change.id, change.path, change.severity) == (
            "inspections",
            "status/matters/inspections.yaml",
            WARNING,
        )

    def test_settings(self, since: Reviewed) -> None:
        since.build.write("recotrack.yaml", {"format": 1, "title": "Recommendations", "country": "UTO"})
        assert [(c.kind, c.id, c.path, c.severity, c.message) for c in since.changes()] == [
            ("settings-changed", "register", "recotrack.yaml", NOTICE, message)
            for message in ("title changed", "series: gov removed, tr removed", "taxonomies: themes removed")
        ]
        title = since.changes()[0]
        assert (title.before, title.after) == ("Recommendations to Utopia", "Recommendations")


class TestFaults:
    def test_a_file_that_can_no_longer_be_read(self, since: Reviewed) -> None:
        since.build.write(PATH, "id: tr-2023-01\nsource: tr-2023\nyear: 2023\nnumber: 1\n")
        (change,) = since.changes()
        assert (change.kind, change.id, change.path, change.severity) == ("fault", PATH, PATH, WARNING)
        assert (change.before, change.after) == (None, f"{PATH}:1:1")
        assert change.message == "missing-key: recommendation has no `text`"

    def test_a_file_that_can_be_read_again(self, since: Reviewed) -> None:
        since.build.write("sources/x.yaml", "id: [\n")
        since.start()
        (fault,) = since.base.faults
        (since.build.root / "sources/x.yaml").unlink()
        assert since.changes() == (
            Change(
                "fault-mended",
                "sources/x.yaml",
                "sources/x.yaml",
                str(fault.position),
                None,
                INFO,
                f"{fault.code}: {fault.message}",
            ),
        )

    def test_a_fault_of_both_sides_is_not_told_though_it_moved(self, since: Reviewed) -> None:
        since.build.write("sources/x.yaml", "idd: x\n")
        since.start()
        since.build.write("sources/x.yaml", "# a line more\nidd: x\n")
        assert since.changes() == ()


class TestEmptyBase:
    def test_all_is_added(self, editions: Builder) -> None:
        editions.status(B, update("2024-06-15", "implemented", **LATER))
        editions.matter("inspections", B)
        changes = review(EMPTY, loaded(editions))
        assert [(change.kind, change.id) for change in changes] == [
            ("matter-added", "inspections"),
            ("recommendation-added", B),
            ("status-added", B),
            ("update-added", B),
            ("source-added", "gov-2021"),
            ("source-added", "tr-2018"),
            ("recommendation-added", A),
            ("source-added", "tr-2023"),
            ("source-added", "tr-2024"),
            ("recommendation-added", C),
        ]

    def test_all_is_removed(self, editions: Builder) -> None:
        editions.status(B, update("2024-06-15", "implemented", **LATER))
        changes = review(loaded(editions), EMPTY)
        assert len(changes) == 9
        assert {change.severity for change in changes} == {WARNING}
        assert all(change.kind.endswith("-removed") for change in changes)


def test_the_weightiest_come_first(since: Reviewed) -> None:
    since.build.status(B, update("2024-06-15", "implemented", **LATER))
    since.build.recommendation(B, "Demand of 2023, altered.", continues=[])
    since.build.recommendation(C, continues=[link(B, "broadened")])
    since.build.source("tr-2018", title="Another title", published="2018-06-15")
    assert [(change.kind, change.id) for change in since.changes()] == [
        ("text-altered", B),
        ("standing-moved", B),
        ("asked-again", B),
        ("status-added", B),
        ("update-added", B),
        ("currency-changed", B),
        ("text-altered", C),
        ("lineage-confirmed", C),
        ("editions-changed", C),
        ("source-changed", "tr-2018"),
    ]


def test_a_renamed_recommendation_is_told_as_that(since: Reviewed) -> None:
    since.build.status(B, update("2024-06-15", "not_implemented", **LATER))
    since.start()
    for folder in ("recommendations", "status"):
        (since.build.root / folder / "tr-2023/01.yaml").unlink()
    since.build.recommendation("tr-2023-07", "Demand of 2023.", continues=[])
    since.build.status("tr-2023-07", update("2024-06-15", "not_implemented", **LATER))
    told = [(change.kind, change.id, change.message) for change in since.changes() if change.severity is not WARNING]
    assert ("recommendation-renamed", "tr-2023-07", f"renamed: it was {B}, with the same words") in told
    assert ("status-renamed", "tr-2023-07", "its status file was renamed: it was status/tr-2023/01.yaml") in told
    assert not {"recommendation-removed", "status-removed"} & {change.kind for change in since.changes()}


def test_evidence_that_comes_in_is_growth(since: Reviewed) -> None:
    one, two = evidence("tr-2024", "They had not."), evidence("tr-2024", "Nor had others.")
    since.build.status(B, update("2024-06-15", "not_implemented", evidence=[one]))
    since.start()
    since.build.status(B, update("2024-06-15", "not_implemented", evidence=[one, two]))
    (change,) = since.changes()
    assert (change.kind, change.severity, change.message) == (
        "evidence-added",
        NOTICE,
        "evidence added to the update of 2024-06-15",
    )
    assert change.after["evidence"] == [two]
    since.start()
    since.build.status(B, update("2024-06-15", "not_implemented", evidence=[two]))
    assert since.only("update-altered").severity is WARNING


def test_a_file_whose_layout_alone_changed() -> None:
    told = (Change("text-altered", B, "a.yaml", "x", "y", WARNING, "z"),)
    found = formatting(
        told, {"a.yaml": "1", "b.yaml": "1", "c.yaml": "1"}, {"a.yaml": "2", "b.yaml": "2", "c.yaml": "1"}
    )
    assert [(one.kind, one.path) for one in found] == [("formatting", "b.yaml")]


def test_changes_stand_at_the_lines_of_what_they_tell(since: Reviewed) -> None:
    quote = {"source": "tr-2023", "place": "p", "quote": "q", "says": "action"}
    since.build.recommendation(
        B, "Another.", continues=[{"id": A, "relation": "merged", "confirmed": True}], refused=[{"id": "tr-2022-02"}]
    )
    since.build.status(A, update("2024-01-01", "implemented", evidence=[quote]))
    since.start()
    since.build.recommendation(B, "Other.", continues=[{"id": A, "relation": "merged", "confirmed": False}])
    closed = {"date": "2024-05-01", "reason": "superseded", "summary": "s"}
    more = [update("2024-01-01", "implemented", evidence=[quote, quote]), update("2024-02-01", "not_implemented")]
    since.build.status(A, *more, closed=closed)
    since.build.write("status/tr-2023/02.yaml", "a: [\n")
    found = {}
    for change in since.placed():
        written = [*(since.build.root / change.path).read_text().splitlines(), ""]
        found[change.kind] = written[change.line - 1].strip()
    assert found["text-altered"] == '"text": "Other.",'
    assert found["lineage-unconfirmed"].startswith("{")
    assert found["refusal-removed"] == "{"
    assert found["closed"].startswith('"closed": {')
    lines = {change.kind: change.line for change in since.placed()}
    assert lines["evidence-added"] < lines["update-added"] < lines["closed"]
    assert lines["fault"] == 2
    assert lines["refusal-removed"] == 1
