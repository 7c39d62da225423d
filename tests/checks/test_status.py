"""Faults of status files: what an update may say, of what, when and on what ground."""

import pytest

from tests.builder import Builder, evidence, update
from tests.checks.planting import WITH_GOVERNMENT, Planted, each, found_in, plant, plant_clean, planted, told

AT = "status/tr-2024/02.yaml"
EARLIER = "status/tr-2023/02.yaml"

PLANTED = (
    planted(
        "finding-rests-on-claim",
        "an assessment of our own that quotes the government alone",
        f"{EARLIER}:7:7 warning finding-rests-on-claim",
        settings=WITH_GOVERNMENT,
        gov_source="""
            {id: gov-2023, series: gov, issuer: Government of Utopia, title: Report, country: UTO, year: 2023}
            """,
        earlier_status="""
            recommendation: tr-2023-02
            updates:
              - date: 2024-06-24
                implementation: partly_implemented
                basis: own_assessment
                evidence:
                  - {source: gov-2023, place: Part 1, quote: A plan was adopted., says: action}
            """,
    ),
    planted(
        "claim-without-government",
        "a claim in the words of another, who is not named as relaying it",
        f"{EARLIER}:7:7 warning claim-without-government",
        settings=WITH_GOVERNMENT,
        earlier_status="""
            recommendation: tr-2023-02
            updates:
              - date: 2024-06-24
                implementation: partly_implemented
                basis: government_claim
                evidence:
                  - {source: tr-2024, place: Part 1, quote: The Government says that it has a plan., says: action}
              - date: 2024-06-24
                implementation: partly_implemented
                basis: government_claim
                via: tr-2024
                evidence:
                  - {source: tr-2024, place: Part 1, quote: The Government says that it has a plan., says: action}
            """,
    ),
    planted(
        "closed-though-implemented",
        "closed for another reason after it was implemented",
        f"{EARLIER}:8:9 error closed-though-implemented",
        earlier_status="""
            recommendation: tr-2023-02
            updates:
              - date: 2024-06-24
                implementation: implemented
                basis: issuing_body
                evidence:
                  - {source: tr-2024, place: Part 1, quote: A plan was adopted., says: action}
            closed: {date: 2024-07-01, reason: superseded, summary: A new law asks more.}
            """,
    ),
    planted(
        "basis-not-source",
        "a third party of whom nobody is named",
        f"{EARLIER}:5:12 error basis-not-source",
        earlier_status="""
            recommendation: tr-2023-02
            updates:
              - date: 2024-06-24
                implementation: partly_implemented
                basis: third_party
                evidence:
                  - {source: tr-2024, place: Part 1, quote: A plan was adopted., says: action}
            """,
    ),
    planted(
        "update-before-recommendation",
        "closed and answered before the demand was made",
        f"{AT}:4:27 warning update-before-recommendation",
        f"{AT}:5:16 warning update-before-recommendation",
        status="""
            recommendation: tr-2024-02
            updates: []
            response:
              {response: noted, date: 2023, source: tr-2023, quote: The Government took note.}
            closed: {date: 2024-01-01, reason: superseded, summary: A new law asks more.}
            """,
    ),
    planted(
        "update-in-future",
        "an update of tomorrow",
        f"{AT}:3:11 error update-in-future",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2025-01-01
                implementation: insufficient_evidence
                basis: own_assessment
                searched: [tr-2024]
            """,
    ),
    planted(
        "update-in-future",
        "a response of next year",
        f"{AT}:4:27 error update-in-future",
        status="""
            recommendation: tr-2024-02
            updates: []
            response:
              {response: noted, date: 2025, source: tr-2024, quote: The Government took note.}
            """,
    ),
    planted(
        "update-in-future",
        "closed next year",
        f"{AT}:3:16 error update-in-future",
        status="""
            recommendation: tr-2024-02
            updates: []
            closed: {date: 2025-02-01, reason: superseded, summary: A new law asks more.}
            """,
    ),
    planted(
        "update-before-recommendation",
        "an update from before the demand was made",
        f"{AT}:3:11 warning update-before-recommendation",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-23
                implementation: insufficient_evidence
                basis: own_assessment
                searched: [tr-2023]
            """,
    ),
    planted(
        "update-before-source",
        "an update from before its evidence appeared",
        f"{EARLIER}:3:11 error update-before-source",
        earlier_status="""
            recommendation: tr-2023-02
            updates:
              - date: 2024-06-14
                implementation: not_implemented
                basis: issuing_body
                evidence:
                  - {source: tr-2024, place: Part 1, quote: There was no plan., says: no_action}
            """,
    ),
    *(
        planted(
            "level-without-evidence",
            f"`{level}` on nobody's word",
            f"{AT}:4:21 error level-without-evidence",
            status=f"""
                recommendation: tr-2024-02
                updates:
                  - date: 2024-06-24
                    implementation: {level}
                    basis: issuing_body
                """,
        )
        for level in ("not_implemented", "partly_implemented", "implemented")
    ),
    planted(
        "level-without-evidence",
        "a claim that nothing is quoted for",
        f"{AT}:6:21 error level-without-evidence",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-24
                basis: government_claim
                summary: It is said to have been done.
                implementation: implemented
            """,
    ),
    planted(
        "nothing-searched",
        "`insufficient_evidence` without what was searched",
        f"{AT}:4:21 error nothing-searched",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-24
                implementation: insufficient_evidence
                basis: own_assessment
            """,
    ),
    planted(
        "quote-not-contiguous",
        "an omission",
        f"{AT}:9:16 error quote-not-contiguous",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-24
                implementation: not_implemented
                basis: issuing_body
                evidence:
                  - source: tr-2024
                    place: Part 1
                    quote: Officials screened … no migrants.
                    says: no_action
            """,
    ),
    planted(
        "quote-not-contiguous",
        "an omission in a closing",
        f"{AT}:8:61 error quote-not-contiguous",
        status="""
            recommendation: tr-2024-02
            updates: []
            closed:
              date: 2024-09-01
              reason: superseded
              summary: A new law asks more.
              evidence:
                - {source: tr-2024, place: Part 1, says: action, quote: "The law [...] asks more."}
            """,
    ),
    planted(
        "quote-not-contiguous",
        "an omission in a response",
        f"{AT}:7:10 error quote-not-contiguous",
        status="""
            recommendation: tr-2024-02
            updates: []
            response:
              response: noted
              date: 2024
              source: tr-2024
              quote: The Government... took note.
            """,
    ),
    planted(
        "quote-too-long",
        "41 words",
        f"{AT}:9:16 warning quote-too-long",
        status=f"""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-24
                implementation: not_implemented
                basis: issuing_body
                evidence:
                  - source: tr-2024
                    place: Part 1
                    quote: {" ".join(["word"] * 41)}
            """,
    ),
    planted(
        "unknown-source",
        "evidence of a source that is not there",
        f"{AT}:7:18 error unknown-source",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-24
                implementation: not_implemented
                basis: issuing_body
                evidence:
                  - {source: tr-2025, place: Part 1, quote: Nobody was screened., says: no_action}
            """,
    ),
    planted(
        "unknown-source",
        "a search of a source that is not there",
        f"{AT}:6:25 error unknown-source",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-24
                implementation: insufficient_evidence
                basis: own_assessment
                searched: [tr-2024, gov-2023]
            """,
    ),
    planted(
        "unknown-source",
        "relayed by a source that is not there",
        f"{AT}:6:10 error unknown-source",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-24
                implementation: not_assessed
                basis: third_party
                via: tr-2025
            """,
    ),
    planted(
        "unknown-source",
        "a response from a source that is not there",
        f"{AT}:3:49 error unknown-source",
        status="""
            recommendation: tr-2024-02
            updates: []
            response: {date: 2024, response: noted, source: gov-2024, quote: The Government took note.}
            """,
    ),
    planted(
        "unknown-source",
        "closed on a source that is not there",
        f"{AT}:8:15 error unknown-source",
        status="""
            recommendation: tr-2024-02
            updates: []
            closed:
              date: 2024-09-01
              reason: no_longer_valid
              summary: A new law asks more.
              evidence:
                - source: gov-2024
                  place: Part 1
                  quote: A new law is in force.
            """,
    ),
    planted(
        "applies-to-self",
        "an update sent to its own recommendation",
        f"{AT}:7:30 error applies-to-self",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-24
                implementation: insufficient_evidence
                basis: own_assessment
                searched: [tr-2024]
                applies_to: [tr-2023-02, tr-2024-02]
            """,
    ),
    planted(
        "unknown-recommendation",
        "an update sent to one that is not there",
        f"{AT}:7:18 error unknown-recommendation",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-24
                implementation: insufficient_evidence
                basis: own_assessment
                searched: [tr-2024]
                applies_to: [tr-2018-12]
            """,
    ),
    planted(
        "double-entry",
        "an update sent to one twice",
        f"{AT}:9:9 error double-entry",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-24
                implementation: insufficient_evidence
                basis: own_assessment
                searched: [tr-2024]
                applies_to:
                  - tr-2023-02
                  - tr-2023-02
            """,
    ),
    planted(
        "double-entry",
        "a passage twice",
        f"{AT}:8:9 error double-entry",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-24
                implementation: not_implemented
                basis: issuing_body
                evidence:
                  - {source: tr-2024, place: Part 1, quote: Nobody was screened., says: no_action}
                  - {says: no_action, source: tr-2024, place: Part 1, quote: "Nobody was screened."}
            """,
    ),
    planted(
        "alternative-same",
        "another reading that is the same",
        f"{AT}:6:35 error alternative-same",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-24
                implementation: not_assessed
                basis: issuing_body
                alternative: {implementation: not_assessed, because: Little is said of it.}
            """,
    ),
    planted(
        "basis-not-source",
        "the issuing body, in the words of another",
        f"{AT}:9:18 error basis-not-source",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-24
                implementation: not_implemented
                basis: issuing_body
                evidence:
                  # The first is by the Office itself.
                  - {source: tr-2024, place: Part 1, quote: Nobody was screened., says: no_action}
                  - {source: or-2023, place: Part 1, quote: Migrants are not screened., says: no_action}
            """,
    ),
    planted(
        "no-later-evidence",
        "credited for what was there before",
        f"{AT}:4:21 warning no-later-evidence",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-09-01
                implementation: partly_implemented
                basis: third_party
                evidence:
                  - {source: or-2023, place: Part 1, quote: Some migrants are screened., says: action}
            """,
    ),
    planted(
        "regression-without-summary",
        "a step down that nobody explains",
        f"{EARLIER}:9:21 warning regression-without-summary",
        earlier_status="""
            recommendation: tr-2023-02
            updates:
              - date: 2023-11-30
                implementation: implemented
                basis: third_party
                evidence:
                  - {source: or-2023, place: Part 1, quote: A plan was adopted., says: action}
              - date: 2024-06-24
                implementation: partly_implemented
                basis: issuing_body
                evidence:
                  - {source: tr-2024, place: Part 1, quote: The plan has lapsed in part., says: contrary_action}
            """,
    ),
)


@each(PLANTED)
def test_planted(build: Builder, fault: Planted) -> None:
    plant(build, fault)
    assert told(found_in(build)) == fault.expected


@pytest.mark.parametrize("mark", ["...", "....", "…", "[...]", "[…]", "[ … ]", "(...)", "(…)", "[]", "[ ]", ". . ."])
def test_marks_of_omission(build: Builder, mark: str) -> None:
    plant_clean(build)
    said = evidence("tr-2024", f"Nobody {mark} was screened.", says="no_action")
    build.status("tr-2024-02", update("2024-06-24", "not_implemented", evidence=[said]))
    assert [one.code for one in found_in(build)] == ["quote-not-contiguous"]


@pytest.mark.parametrize(
    "quote",
    [
        "Nobody was screened.",
        "Nobody (not one) was screened at the U.S. border, etc.",
        "The Government (see p. 12) screened “nobody.”",
        "Nobody [sic] was screened – 0.0 per cent.",
        " ".join(["word"] * 40),
    ],
)
def test_quotes_that_will_do(build: Builder, quote: str) -> None:
    plant_clean(build)
    said = evidence("tr-2024", quote, says="no_action")
    build.status("tr-2024-02", update("2024-06-24", "not_implemented", evidence=[said]))
    assert told(found_in(build)) == ()


def test_a_quote_too_long_tells_its_length(build: Builder) -> None:
    plant_clean(build)
    said = evidence("tr-2024", " ".join(["word"] * 57))
    build.status("tr-2024-02", update("2024-06-24", "not_implemented", evidence=[said]))
    (found,) = found_in(build)
    assert found.message == "57 words; 40 or fewer are wanted"


@pytest.mark.parametrize(
    ("named", "hint"),
    [("tr-2025", "did you mean `tr-2024`?"), ("never-heard-of", "add sources/never-heard-of.yaml")],
)
def test_an_unknown_source_suggests_the_nearest(build: Builder, named: str, hint: str) -> None:
    build.source("tr-2024")
    build.recommendation("tr-2024-01")
    build.status("tr-2024-01", update("2024-06-24", "insufficient_evidence", searched=[named]))
    (found,) = found_in(build)
    assert (found.message, found.hint) == (f"the source {named} is not in the register", hint)


@pytest.mark.parametrize(
    ("published", "date", "codes"),
    [
        ("2024-06-24", "2024-06-24", []),
        ("2024-06-24", "2024-06-23", ["update-before-recommendation", "update-before-source"]),
        ("2024-06", "2024-06-01", []),
        ("2024-06", "2024-05-31", ["update-before-recommendation", "update-before-source"]),
        ("2024", "2024-01-01", []),
        ("2024", "2023-12-31", ["update-before-recommendation", "update-before-source"]),
        (None, "2024-01-01", []),
        (None, "2023-12-31", ["update-before-recommendation", "update-before-source"]),
    ],
)
def test_a_partial_date_counts_from_its_first_day(
    build: Builder, published: str | None, date: str, codes: list[str]
) -> None:
    build.source("tr-2024", **({"published": published} if published else {}))
    build.recommendation("tr-2024-01")
    said = evidence("tr-2024", "Nothing was done.", says="no_action")
    build.status("tr-2024-01", update(date, "not_implemented", evidence=[said]))
    assert [one.code for one in found_in(build)] == codes


@pytest.mark.parametrize(
    ("published", "codes"),
    [
        ("2023-06-16", []),
        ("2023-06-15", ["no-later-evidence"]),
        ("2023-06", []),
        ("2023-05", ["no-later-evidence"]),
        ("2023", []),
        ("2022", ["no-later-evidence"]),
    ],
)
def test_evidence_that_can_be_later(build: Builder, published: str, codes: list[str]) -> None:
    """The recommendation is of 2023-06-15: a partial date counts as its last day."""
    build.source("tr-2023", published="2023-06-15")
    build.source("gov-2023", published=published)
    build.recommendation("tr-2023-01")
    said = evidence("gov-2023", "It was done.")
    build.status("tr-2023-01", update("2024-01-31", "implemented", "government_claim", evidence=[said]))
    assert [one.code for one in found_in(build)] == codes


def test_one_later_passage_will_do(build: Builder) -> None:
    plant_clean(build)
    said = [evidence("or-2023", "Migrants are screened."), evidence("tr-2024", "Migrants are screened.")]
    build.status("tr-2023-02", update("2024-06-24", "implemented", "third_party", evidence=said))
    assert told(found_in(build)) == ()


def test_what_was_not_done_needs_no_later_evidence(build: Builder) -> None:
    plant_clean(build)
    said = evidence("or-2023", "Nobody is screened.", says="no_action")
    build.status("tr-2024-02", update("2024-06-24", "not_implemented", "third_party", evidence=[said]))
    assert told(found_in(build)) == ()


def test_a_baseline_is_one_also_where_it_is_sent(build: Builder) -> None:
    """What tr-2024 says stands in an earlier recommendation's file and applies to its own demand."""
    plant_clean(build)
    said = evidence("tr-2024", "Some migrants were screened.")
    spread = update("2024-06-24", "partly_implemented", evidence=[said], applies_to=["tr-2024-02"])
    build.status("tr-2023-02", spread)
    assert told(found_in(build)) == ()


@pytest.mark.parametrize("code", ["no-later-evidence", "update-before-recommendation"])
def test_timing_holds_wherever_an_update_is_sent(build: Builder, code: str) -> None:
    """In time for the demand of 2018, too early for that of 2024."""
    plant_clean(build)
    said = evidence("gov-2021", "Shelters were funded.")
    spread = update("2022-03-31", "implemented", "government_claim", evidence=[said], applies_to=["tr-2024-02"])
    build.status("tr-2018-02", spread)
    messages = {one.code: one.message for one in found_in(build)}
    assert set(messages) == {"no-later-evidence", "update-before-recommendation"}
    assert "tr-2024-02" in messages[code]


def levels(build: Builder, *steps: tuple[str, str, str]) -> None:
    """Writes findings of another office on tr-2023-02: date, level and summary."""
    said = [evidence("or-2023", "So it was found.")]
    updates = [
        update(date, level, "third_party", evidence=said) | ({"summary": summary} if summary else {})
        for date, level, summary in steps
    ]
    build.status("tr-2023-02", *updates)


def test_a_step_down_with_a_summary(build: Builder) -> None:
    plant_clean(build)
    levels(build, ("2023-11-30", "implemented", ""), ("2024-06-24", "not_implemented", "The plan was withdrawn."))
    assert told(found_in(build)) == ()


def test_a_step_down_is_one_between_findings(build: Builder) -> None:
    """A claim that a finding falls short of is no regression; nor is a blank below a level."""
    plant_clean(build)
    build.status(
        "tr-2018-02",
        update("2022-03-31", "implemented", "government_claim", evidence=[evidence("gov-2021", "It was done.")]),
        update("2023-06-15", "partly_implemented", evidence=[evidence("tr-2023", "It was done in part.")]),
        update("2024-06-24", "insufficient_evidence", searched=["tr-2024"]),
    )
    assert told(found_in(build)) == ()


def test_every_step_down_needs_a_summary(build: Builder) -> None:
    """Rule 8 speaks of each step: that a later one has a summary does not explain the first."""
    plant_clean(build)
    levels(
        build,
        ("2023-11-30", "implemented", ""),
        ("2024-01-31", "not_implemented", ""),
        ("2024-06-24", "partly_implemented", ""),
        ("2024-09-30", "not_implemented", "The new plan was withdrawn."),
    )
    assert told(found_in(build)) == (f"{EARLIER}:19:22 warning regression-without-summary",)


def test_a_body_relayed_by_another(build: Builder) -> None:
    """What the Other Office found of its own demand is on record in a report of the Office of Reports."""
    plant_clean(build)
    said = evidence("tr-2024", "The Other Office found that the protocol was not ratified.", says="no_action")
    build.status("or-2023-01", update("2024-06-24", "not_implemented", via="tr-2024", evidence=[said]))
    assert told(found_in(build)) == ()


def test_bases_of_other_bodies(build: Builder) -> None:
    plant_clean(build)
    build.status(
        "or-2023-01",
        update("2024-06-24", "not_implemented", "third_party", evidence=[evidence("tr-2024", "It was not ratified.")]),
        update(
            "2024-06-24",
            "implemented",
            "government_claim",
            via="tr-2024",
            evidence=[evidence("tr-2024", "The Government said that it was ratified.")],
        ),
        update(
            "2024-09-30", "not_implemented", "own_assessment", evidence=[evidence("tr-2024", "It was not ratified.")]
        ),
    )
    assert told(found_in(build)) == ()


def test_a_status_file_without_updates(build: Builder) -> None:
    plant_clean(build)
    build.status("tr-2024-02")
    assert told(found_in(build)) == ()
