"""`recotrack show`: one recommendation with all that is known of it."""

import json

import pytest

from recotrack.views.text import width_of
from tests.builder import Builder
from tests.cli.conftest import Snapshot
from tests.conftest import Run

SHOWN = ["tr-2022-01", "tr-2022-02", "tr-2022-03", "tr-2022-04", "tr-2018-02", "tr-2018-03", "tr-2021-06", "na-2016-02"]


@pytest.mark.parametrize("id", SHOWN)
def test_whole_output(run: Run, sample: Builder, snapshot: Snapshot, id: str) -> None:
    snapshot(f"show-{id}.txt", run("show", id).out)


@pytest.mark.parametrize("width", [40, 50, 66, 80, 120])
def test_every_line_fits(run: Run, sample: Builder, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = [line for id in SHOWN for line in run("show", id).out.splitlines()]
    assert [line for line in lines if width_of(line) > width] == []


def test_update_that_applies_elsewhere_names_its_home(run: Run, sample: Builder) -> None:
    out = run("show", "na-2016-02").out
    assert "(recorded at tr-2022-02)" in out
    assert '"The moratorium continued."' in out
    assert "third party: Office of Reports" in out


def test_lead_in_stands_above_the_text(run: Run, sample: Builder) -> None:
    lines = [line.strip() for line in run("show", "na-2016-01").out.splitlines()]
    at = lines.index("… drafting indicators")
    assert lines[at - 2 : at] == [
        "Referral & care",
        "In order to strengthen referral, stakeholders are invited to consider:",
    ]


def test_thread_has_the_words_that_changed(run: Run, sample: Builder) -> None:
    out = " ".join(run("show", "tr-2022-03").out.split())
    assert "2021 tr-2021-05 Refer cases within 48 hours" in out
    assert "2022 tr-2022-03 reworded from tr-2021-05" in out
    assert "[-cases within 48-]" in out


def test_response_unknown_unless_recorded(run: Run, sample: Builder) -> None:
    assert "Response    unknown\n" in run("show", "tr-2022-02").out
    told = " ".join(run("show", "tr-2022-01").out.split())
    assert 'Response partly accepted (2023, GOV 2022): "We share the aim of this recommendation."' in told


def test_link_that_is_not_confirmed_is_told_as_proposed(run: Run, build: Builder) -> None:
    for year in (2021, 2022):
        build.source(f"tr-{year}")
    build.recommendation("tr-2021-01")
    proposed = {"id": "tr-2021-01", "relation": "reworded", "confirmed": False, "rationale": "Alike."}
    build.recommendation("tr-2022-01", "Do something alike.", continues=[proposed])
    out = " ".join(run("show", "tr-2022-01").out.split())
    assert "proposed" in out
    assert "Alike." in out
    assert "reworded from" not in out


@pytest.mark.parametrize(
    ("id", "near"), [("tr-2022-1", "tr-2022-01"), ("TR-2022-01", "tr-2022-01"), ("na-2016-04", "na-2016-0")]
)
def test_unknown_id_names_those_near_it(run: Run, sample: Builder, id: str, near: str) -> None:
    ran = run("show", id, code=2)
    assert ran.out == ""
    assert f"{id!r}" in ran.err
    assert near in ran.err.partition("Near it: ")[2]


@pytest.mark.parametrize("id", ["", "xyzzy", "../sources/tr-2018", "tr-2022"])
def test_id_of_no_recommendation(run: Run, sample: Builder, id: str) -> None:
    assert run("show", id, code=2).out == ""


def test_revision(run: Run, sample: Builder) -> None:
    before = run("show", "tr-2022-04").out
    sample.commit()
    sample.recommendation("tr-2022-04", "Altered.", continues=[])
    assert run("show", "tr-2022-04", "--rev", "HEAD").out == before
    assert "Altered." in run("show", "tr-2022-04").out


def test_json(run: Run, sample: Builder) -> None:
    shown = json.loads(run("show", "tr-2022-02", "--format", "json").out)
    assert shown["schema_version"] == 1
    listed = json.loads(run("list", "--search", "moratorium", "--format", "json").out)["recommendations"]
    assert shown["recommendation"] == listed[0]
    assert [update["implementation"] for update in shown["updates"]] == ["not_implemented", "implemented"]
    assert [update["baseline"] for update in shown["updates"]] == [True, False]
    assert shown["updates"][0]["evidence"][0]["quote"] == "The moratorium continued."
    assert [matter["relation"] for matter in shown["matters"]] == ["contradiction"]
    assert [one["id"] for one in shown["thread"]] == ["tr-2018-02", "tr-2021-03", "tr-2021-04", "tr-2022-02"]


def test_json_of_an_update_recorded_elsewhere(run: Run, sample: Builder) -> None:
    (update,) = json.loads(run("show", "na-2016-02", "--format", "json").out)["updates"]
    assert (update["recorded_at"], update["basis"]) == ("tr-2022-02", "third_party")
