"""`recotrack diff`: two editions of a series side by side."""

import json
import re
from typing import Any

import pytest

from recotrack.model.terms import ChangeKind, Implementation, Relation
from recotrack.views.text import width_of
from tests.builder import Builder, evidence, link, update
from tests.cli.conftest import Snapshot
from tests.conftest import Run


@pytest.mark.parametrize("years", ["2018 2021", "2021 2022", "2018 2022", "2022 2021"])
def test_whole_output(run: Run, sample: Builder, snapshot: Snapshot, years: str) -> None:
    snapshot(f"diff-{years.replace(' ', '-')}.txt", run("diff", *years.split()).out)


@pytest.mark.parametrize("width", [20, 40, 64, 80, 120])
def test_every_line_fits(run: Run, sample: Builder, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert [line for line in run("diff", "2021", "2022").out.splitlines() if width_of(line) > width] == []


def compared(run: Run, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("diff", *words, "--format", "json").out)
    return found


def told(found: dict[str, Any]) -> list[tuple[str, list[str], list[str]]]:
    return [(change["kind"], change["from"], change["to"]) for change in found["changes"]]


def test_kinds_of_change(run: Run, sample: Builder) -> None:
    assert told(compared(run, "2018", "2021")) == [
        ("split", ["tr-2018-01"], ["tr-2021-01", "tr-2021-02"]),
        ("repeated", ["tr-2018-02"], ["tr-2021-03"]),
        ("new", [], ["tr-2021-04"]),
        ("new", [], ["tr-2021-05"]),
        ("new", [], ["tr-2021-06"]),
        ("dropped", ["tr-2018-03"], []),
    ]
    assert told(compared(run, "2021", "2022")) == [
        ("merged", ["tr-2021-01", "tr-2021-02"], ["tr-2022-01"]),
        ("merged", ["tr-2021-03", "tr-2021-04"], ["tr-2022-02"]),
        ("reworded", ["tr-2021-05"], ["tr-2022-03"]),
        ("new", [], ["tr-2022-04"]),
        ("dropped", ["tr-2021-06"], []),
    ]


def test_swapped_editions_are_mirrored(run: Run, sample: Builder) -> None:
    mirror = {"merged": "split", "split": "merged", "new": "dropped", "dropped": "new"}
    forth = told(compared(run, "2021", "2022"))
    back = told(compared(run, "2022", "2021"))
    assert sorted(back) == sorted((mirror.get(kind, kind), later, earlier) for kind, earlier, later in forth)


def test_editions_that_are_not_loaded(run: Run, sample: Builder) -> None:
    assert compared(run, "2018", "2021")["not_loaded"] == [2019, 2020]
    assert compared(run, "2021", "2022")["not_loaded"] == []
    assert "2019, 2020 not loaded" in run("diff", "2018", "2021").out


def test_loaded_edition_between_is_named(run: Run, sample: Builder) -> None:
    assert "composed over 2021" in run("diff", "2018", "2022").out
    found = told(compared(run, "2018", "2022"))
    assert ("dropped", ["tr-2018-03"], []) in found
    assert ("new", [], ["tr-2022-03"]) in found


def test_unresolved_tells_what_neither_was_closed_nor_done(run: Run, sample: Builder) -> None:
    found = {tuple(change["from"]): change for change in compared(run, "2021", "2022")["changes"]}
    assert found["tr-2021-06",]["unresolved"] is False
    assert found["tr-2021-05",]["unresolved"] is True
    assert found["tr-2021-05",]["implementation"] == "not_implemented"


def test_json_has_the_keys_of_the_contract_with_their_types(run: Run, sample: Builder) -> None:
    found = compared(run, "2018", "2021")
    assert found["schema_version"] == 1
    assert found["series"] == "tr"
    assert found["from"] == {"source": "tr-2018", "year": 2018}
    assert found["to"] == {"source": "tr-2021", "year": 2021}
    for change in found["changes"]:
        assert {"kind", "from", "to", "implementation", "unresolved", "words"} <= change.keys()
        assert change["kind"] in list(ChangeKind)
        assert change["implementation"] in list(Implementation)
        assert isinstance(change["unresolved"], bool)
        for word in change["words"]:
            assert word.keys() == {"op", "text"}
            assert word["op"] in ("equal", "insert", "delete")
            assert word["text"]
    assert len(found["links"]) == 3
    for one in found["links"]:
        assert {"from", "to", "relation", "score", "confirmed"} <= one.keys()
        assert one["relation"] in list(Relation)
        assert one["score"] is None or isinstance(one["score"], float)
        assert one["confirmed"] is True


def test_words_rebuild_both_texts(run: Run, sample: Builder) -> None:
    (change,) = (one for one in compared(run, "2021", "2022")["changes"] if one["kind"] == "reworded")
    texts = {
        op: "".join(word["text"] for word in change["words"] if word["op"] in ("equal", op))
        for op in ("delete", "insert")
    }
    assert texts["delete"] == "Refer cases within 48 hours"
    assert texts["insert"].startswith("Refer \x1b[31mred\x1b[0m cases \u202eback\u202c")


def test_editions_by_id(run: Run, sample: Builder) -> None:
    assert run("diff", "tr-2021", "tr-2022") == run("diff", "2021", "2022")


def test_edition_with_itself_is_repeated(run: Run, sample: Builder) -> None:
    ran = run("diff", "2022", "2022", "--exit-code", "--format", "json")
    assert {change["kind"] for change in json.loads(ran.out)["changes"]} == {"repeated"}


@pytest.mark.parametrize(("years", "code"), [("2021 2022", 1), ("2022 2022", 0)])
def test_exit_code(run: Run, sample: Builder, years: str, code: int) -> None:
    assert run("diff", *years.split(), "--exit-code", code=code).out == run("diff", *years.split()).out


def test_exit_code_of_lists_that_are_the_same(run: Run, build: Builder) -> None:
    for year, continues in ((2021, []), (2022, [link("tr-2021-01", "repeated")])):
        build.source(f"tr-{year}")
        build.recommendation(f"tr-{year}-01", continues=continues)
    run("diff", "2021", "2022", "--exit-code")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("2019 2022", "No edition 2019 is loaded."),
        ("2018 tr-2033", "No edition tr-2033 is loaded."),
        ("na-2016 tr-2022", "na-2016 and tr-2022 are not editions of one series and country."),
        ("2018 2022 --series na", "No edition 2018 of na is loaded."),
        ("2018 2022 --country AZE", "No edition 2018 of AZE is loaded."),
    ],
)
def test_words_that_tell_no_two_editions(run: Run, sample: Builder, words: str, why: str) -> None:
    ran = run("diff", *words.split(), code=2)
    assert ran.out == ""
    told = " ".join(ran.err.split())
    assert why in told
    assert "tr-2018" in told or "one series" in told


def test_years_of_several_countries_ask_for_one(run: Run, build: Builder) -> None:
    for country in ("aze", "geo"):
        for year in (2021, 2022):
            build.source(f"tr-{country}-{year}", series="tr", country=country.upper())
            build.recommendation(f"tr-{country}-{year}-01", continues=[])
    ran = run("diff", "2021", "2022", code=2)
    assert "tr (AZE), tr (GEO)" in " ".join(ran.err.split())
    assert "--country" in ran.err
    found = compared(run, "2021", "2022", "--country", "geo")
    assert found["from"]["source"] == "tr-geo-2021"
    assert "TR 2021 (GEO)" in run("diff", "2021", "2022", "--country", "geo").out


def test_unread_lineage_is_never_new_or_dropped(run: Run, build: Builder) -> None:
    for year in (2021, 2022):
        build.source(f"tr-{year}")
        build.recommendation(f"tr-{year}-01")
    assert {kind for kind, _, _ in told(compared(run, "2021", "2022"))} == {"unread"}


def test_link_that_is_not_confirmed_is_listed_and_not_counted(run: Run, build: Builder) -> None:
    for year in (2021, 2022):
        build.source(f"tr-{year}")
    build.recommendation("tr-2021-01")
    build.recommendation("tr-2022-01", "Do it.", continues=[link("tr-2021-01", confirmed=False)])
    found = compared(run, "2021", "2022")
    assert [one["confirmed"] for one in found["links"]] == [False]
    assert "not confirmed" in run("diff", "2021", "2022").out


def test_lead_ins_are_shown(run: Run, sample: Builder) -> None:
    assert "In order to strengthen referral" in run("diff", "na-2016", "na-2016").out


def test_series_of_unknown_cadence(run: Run, build: Builder) -> None:
    for year in (2010, 2022):
        build.source(f"odd-{year}", series="odd")
        build.recommendation(f"odd-{year}-01", continues=[])
    assert "cadence" in run("diff", "2010", "2022").out
    assert compared(run, "2010", "2022")["not_loaded"] == []


def test_revision(run: Run, sample: Builder) -> None:
    before = run("diff", "2021", "2022").out
    sample.commit()
    sample.recommendation("tr-2022-04", "Altered.", continues=[])
    assert run("diff", "2021", "2022", "--rev", "HEAD").out == before
    assert run("diff", "2021", "2022").out != before


def test_a_baseline_is_not_told_as_implementation(run: Run, build: Builder) -> None:
    build.source("tr-2022")
    build.source("tr-2023", extent="extract")
    build.recommendation("tr-2022-01", "Train judges.")
    build.recommendation("tr-2023-01", "Train all judges.", continues=[link("tr-2022-01", "broadened")])
    said = [evidence("tr-2023", "All judges were trained.")]
    build.status("tr-2023-01", update("2023-06-15", "implemented", evidence=said))
    out = " ".join(run("diff", "2022", "2023").out.split())
    assert "(implemented at publication, unresolved)" in out
    assert "TR 2023 was at hand as an extract: “dropped” means not in the extract." in out
    change = json.loads(run("diff", "2022", "2023", "--format", "json").out)["changes"][0]
    assert (change["implementation"], change["baseline"], change["unresolved"]) == ("implemented", True, True)
    assert change["judged_at"] == ["tr-2023-01"]


def test_proposed_matches_the_texts_alone(run: Run, build: Builder) -> None:
    build.source("tr-2023", published="2023-06-15")
    build.source("tr-2024", published="2024-06-24")
    build.recommendation("tr-2023-01", "Lift the moratorium on unannounced labor inspections.")
    build.recommendation("tr-2023-02", "Strengthen the capacity of the Labor Inspectorate to refer victims.")
    build.recommendation("tr-2023-03", "Train judges on restitution in criminal cases.")
    both = "Lift the moratorium on unannounced labor inspections and strengthen the capacity of the Labor Inspectorate "
    build.recommendation("tr-2024-01", both + "to refer victims.")
    build.recommendation("tr-2024-02", "Ratify the 2000 UN TIP Protocol.")
    found = compared(run, "2023", "2024", "--proposed")
    assert found["proposed"] is True
    assert [(change["kind"], change["from"], change["to"]) for change in found["changes"]] == [
        ("merged", ["tr-2023-01", "tr-2023-02"], ["tr-2024-01"]),
        ("new", [], ["tr-2024-02"]),
        ("dropped", ["tr-2023-03"], []),
    ]
    assert all(0.5 <= link["score"] <= 1 and not link["confirmed"] for link in found["links"])
    assert {change["kind"] for change in compared(run, "2023", "2024")["changes"]} == {"unread"}
    told = run("diff", "2023", "2024", "--proposed").out
    assert "Proposed by matching the texts, not confirmed by anybody." in told
    assert "(proposed, score 0." in told
    back = compared(run, "2024", "2023", "--proposed")
    assert [change["kind"] for change in back["changes"]] == ["split", "dropped", "new"]


def test_proposed_of_an_edition_with_itself_is_all_repeated(run: Run, sample: Builder) -> None:
    assert {change["kind"] for change in compared(run, "2022", "2022", "--series", "tr", "--proposed")["changes"]} == {
        "repeated"
    }


def test_wide_terminals_show_the_two_side_by_side(
    run: Run, sample: Builder, monkeypatch: pytest.MonkeyPatch, snapshot: Snapshot
) -> None:
    monkeypatch.setenv("COLUMNS", "110")
    out = run("diff", "2021", "2022").out
    snapshot("diff-2021-2022-wide.txt", out)
    bars = {line.index("│") for line in out.splitlines() if "│" in line}
    assert len(bars) == 1, "one column begins where the other does"
    colored = run("--color", "always", "diff", "2021", "2022").out
    assert re.sub(r"\x1b\[[0-9]+m", "", colored) == out


def test_each_side_is_as_its_edition_has_it(run: Run, build: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    for source in ("tr-2023", "tr-2024"):
        build.source(source)
    build.recommendation("tr-2023-01", "Lift the moratorium.")
    build.recommendation("tr-2023-02", "Strengthen the Inspectorate.")
    links = [link("tr-2023-01", "merged"), link("tr-2023-02", "merged")]
    build.recommendation("tr-2024-01", "Lift the moratorium and strengthen the Inspectorate", continues=links)
    monkeypatch.setenv("COLUMNS", "120")
    out = run("diff", "2023", "2024").out
    left = [line.partition("│")[0].strip() for line in out.splitlines() if "│" in line]
    assert left[1:5] == ["tr-2023-01", "Lift the moratorium.", "tr-2023-02", "[-Strengthen-] the Inspectorate."]
    right = [line.partition("│")[2].strip() for line in out.splitlines() if "│" in line]
    assert " ".join(right[1:5]).strip() == "Lift the moratorium {+and strengthen+} the Inspectorate"


def test_hints_are_told_forward_alone(run: Run, build: Builder) -> None:
    for source in ("tr-2023", "tr-2024"):
        build.source(source)
    build.recommendation("tr-2023-01", "Develop a plan.")
    build.recommendation("tr-2024-01", "Implement a plan.", continues=[link("tr-2023-01")])
    (change,) = compared(run, "2023", "2024")["changes"]
    hint = "a later step: it was to prepare it, it is to carry it out"
    assert change["signals"] == [{"kind": "verb-step", "before": "develop", "after": "implement", "hint": hint}]
    assert f"  hint: “develop” → “implement”: {hint}" in run("diff", "2023", "2024").out.replace("\n    ", " ")
    assert compared(run, "2024", "2023")["changes"][0]["signals"] == []
    assert change["implementation"] == "not_assessed", "a hint is no status"
    found = json.loads(run("show", "tr-2024-01", "--format", "json").out)
    assert [one["kind"] for one in found["signals"]["tr-2024-01"]] == ["verb-step"]
    assert "hint: “develop” → “implement”" in run("show", "tr-2024-01").out


def test_what_comes_back_is_proposed_as_that(run: Run, build: Builder) -> None:
    for source in ("tr-2022", "tr-2023", "tr-2024"):
        build.source(source)
    build.recommendation("tr-2022-01", "Lift the moratorium on labor inspections.")
    build.recommendation("tr-2023-01", "Fund shelters.")
    build.recommendation("tr-2024-01", "Lift the moratorium on labor inspections.")
    found = compared(run, "2023", "2024", "--proposed")
    assert told(found) == [("reintroduced", ["tr-2022-01"], ["tr-2024-01"]), ("dropped", ["tr-2023-01"], [])]
    assert [(one["relation"], one["score"], one["confirmed"]) for one in found["links"]] == [
        ("reintroduced", 1.0, False)
    ]
