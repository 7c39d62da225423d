"""Registers without a fault: what is right raises no alarm."""

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from recotrack.model.kinds import Kind, Many, Shape, Table
from recotrack.model.shapes import SHAPES
from recotrack.model.terms import Basis, ClosingReason, Implementation, MatterRelation, Relation, Response, Says
from tests.builder import Builder, evidence, link, update
from tests.checks.planting import found_in, plant_clean, told


def plant_rich(build: Builder) -> None:
    """Writes a register that uses every key and word of the formats as they are meant."""
    _settings_and_sources(build)
    _recommendations(build)
    _statuses(build)
    _matters(build)
    _metrics(build)


def _settings_and_sources(build: Builder) -> None:
    build.write(
        "recotrack.yaml",
        {
            "format": 1,
            "title": "Recommendations to Utopia",
            "country": "UTO",
            "hide_contributors": True,
            "series": {
                "tr": {"title": "Test report", "short": "TR", "issuer": "Office of Reports", "cadence": "annual"},
                "gov": {"issuer": "Government of Utopia", "cadence": "annual", "government": True},
                "upr": {"issuer": "Human Rights Council", "cadence": "irregular"},
                "grp": {"issuer": "Group of Experts", "cadence": "biennial"},
                "needs": {"issuer": "Migration Organization", "cadence": "once"},
            },
            "taxonomies": {"themes": {"prevention": "Prevention", "protection": "Protection"}},
        },
    )
    build.source("tr-2018", published="2018-06-28", covers=2017)
    build.source(
        "tr-2023",
        covers={"from": "2022-04-01", "to": "2023-03-31"},
        published="2023-06-15",
        language="en",
        extent="extract",
        rating="Tier 2",
        url="https://example.org/2023",
        archived="https://archive.example.org/2023",
        document={"file": "tr-2023.txt", "sha256": "0" * 64},
        note="The narrative alone.",
    )
    build.source("tr-2024", published="2024-06-24", extent="whole")
    build.source("gov-2021", published="2022-03", covers=2021)
    build.source("upr-2018", issuer="Human Rights Council", published="2018-07")
    build.source("upr-2023", issuer="Human Rights Council", published="2023-12-20")
    build.source("grp-2021", issuer="Group of Experts", published="2021")
    build.source("needs-2016", issuer="Migration Organization")


def _recommendations(build: Builder) -> None:
    build.recommendation(
        "needs-2016-01",
        "give the police a form for referral.",
        section="Identification",
        lead_in="Stakeholders, the Labor Inspectorate among them, are invited to consider to",
        themes=["protection"],
        mentions=["police"],
        addressees=["Labor Inspectorate"],
        related=["tr-2018-01", "grp-2021-01"],
        refused=[{"id": "tr-2023-01", "rationale": "Another demand."}],
        rationale="All three ask for training and forms.",
    )
    build.recommendation("grp-2021-01", "Train the police.", lead_in="The Group urges the authorities to:")
    build.recommendation("upr-2018-01", "Ratify the protocol.", made_by=["Ruritania"])
    build.recommendation("upr-2018-02", "Ratify the protocol.", made_by=["Freedonia", "Sylvania"])
    merged = [link("upr-2018-01", "merged"), link("upr-2018-02", "merged")]
    build.recommendation("upr-2023-01", "Ratify the protocol.", made_by=["Ruritania"], continues=merged)

    build.recommendation("tr-2018-01", "Train inspectors and lift the ban on visits.")
    build.recommendation("tr-2018-02", "Fund shelters.", themes=["protection", "prevention"])
    build.recommendation("tr-2018-03", "Adopt a plan.")
    build.recommendation("tr-2018-04", "Publish statistics of courts.")
    build.recommendation("tr-2018-05", "Screen migrants.")
    build.recommendation("tr-2018-06", "Warn travellers.")
    build.recommendation("tr-2018-07", "Protect witnesses.")
    build.recommendation("tr-2023-01", "Train inspectors.", continues=[link("tr-2018-01", "split")])
    build.recommendation("tr-2023-02", "Lift the ban on visits.", continues=[link("tr-2018-01", "split")])
    build.recommendation("tr-2023-03", "Fund shelters of NGOs.", continues=[link("tr-2018-02", "narrowed")])
    build.recommendation("tr-2023-04", "Adopt a plan;", continues=[link("tr-2018-03", "repeated")])
    build.recommendation("tr-2023-05", "Publish statistics.", continues=[link("tr-2018-04", "broadened")])
    build.recommendation("tr-2023-06", "Screen all those who migrate.", continues=[link("tr-2018-05", "reworded")])
    merged = [link("tr-2023-01", "merged"), link("tr-2023-03", "merged", rationale="Both are asked for together.")]
    build.recommendation("tr-2024-01", "Train inspectors and fund shelters of NGOs.", continues=merged)
    build.recommendation("tr-2024-02", "Protect witnesses at court.", continues=[link("tr-2018-07", "reintroduced")])
    build.recommendation("tr-2024-03", "Regulate recruiters.", continues=[])
    build.recommendation("tr-2024-04", "Compensate victims.")
    proposed = [link("tr-2023-04", "reworded", confirmed=False)]
    build.recommendation("tr-2024-05", "Adopt a plan with a budget.", continues=proposed)


def _statuses(build: Builder) -> None:
    build.status(
        "tr-2024-01",
        update(
            "2024-06-24",
            "partly_implemented",
            summary="Inspectors were trained, shelters not funded.",
            covers={"from": "2023-04-01", "to": "2024-03-31"},
            alternative={"implementation": "not_implemented", "because": "The larger part was not done."},
            evidence=[
                evidence("tr-2024", "Officials trained 12 inspectors."),
                evidence("tr-2024", "The government did not fund NGO shelters.", says="no_action"),
            ],
        ),
        response={
            "response": "partly_accepted",
            "date": "2024-09",
            "source": "tr-2024",
            "place": "Annex",
            "quote": "The Government shares the aim.",
        },
    )
    build.status(
        "tr-2018-01",
        update(
            "2022-03-31",
            "implemented",
            "government_claim",
            covers=2021,
            evidence=[evidence("gov-2021", "All inspectors were trained.")],
        ),
        update("2023-06-15", "insufficient_evidence", "own_assessment", searched=["tr-2023", "gov-2021"]),
    )
    build.status(
        "tr-2023-02",
        update(
            "2024-06-24",
            "not_implemented",
            evidence=[evidence("tr-2024", "A new law banned visits.", says="contrary_action")],
            applies_to=["tr-2018-01"],
        ),
        update("2024-06-24", "not_assessed", "third_party", via="tr-2024"),
    )
    build.status(
        "tr-2018-06",
        closed={
            "date": "2023-09-01",
            "reason": "overtaken_by_events",
            "summary": "The border has been closed.",
            "evidence": [evidence("tr-2023", "The border remained closed.")],
        },
    )
    build.status("tr-2018-02", closed={"date": "2023-09-01", "reason": "superseded", "summary": "Asked anew in 2023."})
    build.status(
        "tr-2018-04", closed={"date": "2023-09-01", "reason": "no_longer_valid", "summary": "The courts are others."}
    )
    for number, response in ((1, "accepted"), (2, "noted")):
        said = {"response": response, "date": "2018", "source": "upr-2018", "quote": "The State noted or accepted it."}
        build.status(f"upr-2018-{number:02}", response=said)
    for id, response in (("upr-2023-01", "rejected"), ("grp-2021-01", "none")):
        said = {"response": response, "date": "2024-01", "source": "upr-2023", "quote": "The State gave its views."}
        build.status(id, response=said)
    build.status(
        "needs-2016-01",
        update("2018-06-28", "implemented", "third_party", evidence=[evidence("tr-2018", "Police used a form.")]),
        update(
            "2023-06-15",
            "partly_implemented",
            "third_party",
            summary="The form is no longer used everywhere.",
            evidence=[evidence("tr-2023", "Some police used a form.")],
        ),
    )


def _matters(build: Builder) -> None:
    build.matter("visits", "tr-2018-01", "tr-2023-02", relation="scope_differs")
    concession = {
        "summary": "Shelters are still to be opened to all.",
        "covers": 2021,
        "evidence": [evidence("gov-2021", "Opening shelters to all is a task ahead.", says="no_action")],
    }
    build.matter("shelters", "tr-2018-02", relation="claim_against_outcome", concession=concession)
    build.matter("plan", "tr-2018-03", relation="different_period")
    finding = {
        "summary": "There were none.",
        "covers": {"from": "2021-10", "to": "2022-03"},
        "basis": "third_party",
        "via": "tr-2023",
        "evidence": [evidence("tr-2023", "The Group found that there were none.", says="no_action")],
    }
    build.matter("statistics", "tr-2018-04", relation="contradiction", finding=finding)


def _metrics(build: Builder) -> None:
    said = {"source": "tr-2024", "place": "Part 1", "quote": "Courts convicted 12 traffickers, ten of them men."}
    build.metric("prosecutions", {"value": 12, "covers": 2023, "by": {"court": "all"}, **said})
    build.metric(
        "convictions",
        {"value": 12, "covers": 2023, **said},
        {"value": 10, "covers": 2023, "by": {"sex": "male"}, "stated": "restated", "note": "Of all courts.", **said},
        {"value": 2, "covers": 2023, "by": {"sex": "female"}, "stated": "computed", "computation": "12 - 10", **said},
        {"value": 10, "covers": {"from": 2022, "to": 2023}, "about": "more_than", "stated": "implied", **said},
        note="Of all instances.",
        sums=[
            {
                "covers": 2023,
                "source": "tr-2024",
                "total": {"metric": "prosecutions", "by": {"court": "all"}},
                "parts": [{"metric": "convictions", "by": {"sex": "male"}}, {"by": {"sex": "female"}}],
                "because": "There are no others.",
            }
        ],
        remarks=[
            {
                "text": "The year is that of the courts.",
                "covers": 2023,
                "evidence": [evidence("tr-2024", "Courts count from autumn.")],
            }
        ],
    )


def test_a_rich_register_is_clean(build: Builder) -> None:
    plant_rich(build)
    assert told(found_in(build)) == ()


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_the_rich_register_has_every_key(build: Builder, shape: Shape) -> None:
    """Otherwise it would say nothing of the rules on a key that it leaves out."""
    plant_rich(build)
    used = {name for data in _files(build.root, shape.name) for name in _keys(data, shape)}
    assert used == set(_all_keys(shape))


@pytest.mark.parametrize("words", [Basis, ClosingReason, Implementation, MatterRelation, Relation, Response, Says])
def test_the_rich_register_has_every_word(build: Builder, words: type[StrEnum]) -> None:
    plant_rich(build)
    text = "".join(path.read_text(encoding="utf-8") for path in build.root.rglob("*.yaml"))
    assert [word for word in words if f': "{word}"' not in text] == []


def test_the_register_that_faults_are_planted_in_is_clean(build: Builder) -> None:
    plant_clean(build)
    assert told(found_in(build)) == ()


def test_settings_alone_are_clean(build: Builder) -> None:
    assert told(found_in(build)) == ()


def test_a_register_without_status_files_is_clean(build: Builder) -> None:
    build.source("tr-2024")
    build.recommendation("tr-2024-01")
    assert told(found_in(build)) == ()


def test_a_register_of_several_countries_is_clean(build: Builder) -> None:
    """Numbers, editions and lineage are those of each country."""
    build.write("recotrack.yaml", "title: Two countries\nseries: {tr: {issuer: Office of Reports}}\n")
    for country in ("uto", "rur"):
        earlier, later = f"tr-{country}-2023", f"tr-{country}-2024"
        build.source(earlier, series="tr", country=country.upper())
        build.source(later, series="tr", country=country.upper())
        build.recommendation(f"{earlier}-01", "Act.")
        build.recommendation(f"{later}-01", "Act.", continues=[link(f"{earlier}-01", "repeated")])
    assert told(found_in(build)) == ()


def _files(root: Path, shape: str) -> Iterator[Any]:
    pattern = {
        "register": "recotrack.yaml",
        "source": "sources/*.yaml",
        "recommendation": "recommendations/*/*.yaml",
        "status": "status/[!m]*/*.yaml",
        "matter": "status/matters/*.yaml",
        "metric": "figures/*.yaml",
    }[shape]
    for path in root.glob(pattern):
        yield json.loads(path.read_text(encoding="utf-8"))


def _keys(data: Any, kind: Kind, at: str = "") -> Iterator[str]:
    """Yields the keys that are written, with those above them."""
    match kind:
        case Shape():
            for key, value in data.items():
                yield f"{at}{key}"
                yield from _keys(value, kind.fields[key].kind, f"{at}{key}.")
        case Many():
            for value in data:
                yield from _keys(value, kind.of, at)
        case Table():
            for value in data.values():
                yield from _keys(value, kind.of, at)


def _all_keys(kind: Kind, at: str = "") -> Iterator[str]:
    match kind:
        case Shape():
            for key, field in kind.fields.items():
                yield f"{at}{key}"
                yield from _all_keys(field.kind, f"{at}{key}.")
        case Many() | Table():
            yield from _all_keys(kind.of, at)
