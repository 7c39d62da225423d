"""`import`: drafts out of documents and tables, what is told of them, and what is never written over."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.builder import Builder, link
from tests.conftest import Run

SETTINGS = """\
format: 1
title: Recommendations to Utopia
country: UTO
series:
  tip: {title: Trafficking in Persons Report, short: TIP, issuer: Office of Reports, cadence: annual}
  upr: {title: Universal Review, issuer: Council, cadence: irregular}
taxonomies:
  themes: {prevention: Prevention, children: Rights of the Child}
"""
OLD = ["Increase funding for shelters.", "Lift the moratorium on labor inspections.", "Train the police on screening."]
NEW = [
    "Lift the moratorium on labor inspections.",
    "Increase funding for shelters run by NGOs.",
    "Publish court decisions.",
]


def report(year: int, demands: list[str], *, name: str = "Utopia") -> str:
    body = "\n".join(f"• {one}" for one in demands)
    return (
        f"{year} Trafficking in Persons Report: {name}\n\n{name.upper()}: Tier 2\n\nThe Government of {name} does not "
        f"fully meet the minimum standards; {name} remained on Tier 2.\n\nPRIORITIZED RECOMMENDATIONS:\n\n{body}\n\n"
        "PROSECUTION\n\nThe government maintained its efforts.\n"
    )


@pytest.fixture
def documents(build: Builder) -> Path:
    """A register without editions, and two reports beside it."""
    build.write("recotrack.yaml", SETTINGS)
    folder = build.root.parent / "documents"
    folder.mkdir()
    (folder / "old.txt").write_text(report(2023, OLD), encoding="utf-8")
    (folder / "new.txt").write_text(report(2024, NEW), encoding="utf-8")
    return folder


def tree(build: Builder) -> dict[str, str]:
    return {
        str(path.relative_to(build.root)): path.read_text(encoding="utf-8")
        for path in sorted(build.root.rglob("*"))
        if path.is_file()
    }


def test_an_edition_comes_in(build: Builder, run: Run, documents: Path) -> None:
    first = run("import", str(documents / "old.txt"))
    assert first.out == ""
    assert first.err.splitlines()[-2:] == [
        "wrote sources/tip-2023.yaml and 3 files in recommendations/tip-2023/",
        "3 recommendations; no earlier edition of tip is loaded",
    ]
    ran = run("import", str(documents / "new.txt"))
    assert ran.err.splitlines() == [
        "text: 3 items, marks (•), under “PRIORITIZED RECOMMENDATIONS:”",
        "series tip (its title stands in the document); year 2024 (the document's title",
        "says so); country UTO (that of the register)",
        "wrote sources/tip-2024.yaml and 3 files in recommendations/tip-2024/",
        "3 recommendations, 2 continue earlier ones (0 merges), 1 new, 1 dropped; confirm with recotrack link",
        "matched with tip-2023: proposals, confirmed by nobody",
    ]
    register = build.load()
    assert register.faults == ()
    source = register.sources["tip-2024"]
    assert (source.issuer, source.rating, source.title) == (
        "Office of Reports",
        "Tier 2",
        "Trafficking in Persons Report 2024, Utopia",
    )
    assert source.document is not None
    assert source.document.file == "new.txt"
    drafts = [register.recommendations[f"tip-2024-0{number}"] for number in (1, 2, 3)]
    assert [one.text for one in drafts] == NEW
    assert [[(of.id, str(of.relation), of.confirmed) for of in one.continues or ()] for one in drafts] == [
        [("tip-2023-02", "repeated", False)],
        [("tip-2023-01", "reworded", False)],
        [],
    ]
    assert drafts[2].continues is None
    assert run("check").code == 0
    assert run("check", "--documents", str(documents)).code == 0
    assert run("link", "--accept", "0.9").err.splitlines()[-1].startswith("1 confirmed, 1 left")


def test_again_changes_nothing(build: Builder, run: Run, documents: Path) -> None:
    run("import", str(documents / "old.txt"))
    before = tree(build)
    ran = run("import", str(documents / "old.txt"))
    assert ran.err.splitlines()[-1] == "tip-2023 is recorded already, with the same 3 texts. Nothing was written."
    assert tree(build) == before


def test_a_corrected_document_is_compared(build: Builder, run: Run, documents: Path) -> None:
    run("import", str(documents / "old.txt"))
    path = build.root / "recommendations/tip-2023/01.yaml"
    path.write_text(path.read_text() + "themes: [prevention]\ncontinues: []\n")
    before = tree(build)
    (documents / "old.txt").write_text(report(2023, [OLD[0].replace("funding", "grants"), OLD[1]]), encoding="utf-8")
    ran = run("import", str(documents / "old.txt"))
    assert ran.out.splitlines() == [
        "tip-2023 is recorded already; 2 differences",
        "",
        "01  differs",
        "  Increase [-funding-] {+grants+} for shelters.",
        "",
        "03  not in the document",
        "  [-Train the police on screening.-]",
    ]
    assert "its SHA-256 differs" in ran.err
    assert tree(build) == before


def test_a_dry_run_writes_nothing(build: Builder, run: Run, documents: Path) -> None:
    run("import", str(documents / "old.txt"))
    before = tree(build)
    out = run("import", str(documents / "new.txt"), "--dry-run").out
    assert "  2  Increase funding for shelters run by NGOs.\n     may continue tip-2023-01 (reworded)\n" in out
    found = json.loads(run("import", str(documents / "new.txt"), "--dry-run", "--format", "json").out)
    assert found["schema_version"] == 1
    assert found["source"]["id"] == "tip-2024"
    assert found["drafts"] == [{"number": number, "text": text} for number, text in enumerate(NEW, 1)]
    assert [(one["from"], one["to"], one["kind"]) for one in found["proposals"]] == [
        (["tip-2023-02"], [1], "repeated"),
        (["tip-2023-01"], [2], "reworded"),
    ]
    assert found["dropped"] == ["tip-2023-03"]
    assert found["left_out"] == []
    assert tree(build) == before
    again = json.loads(run("import", str(documents / "old.txt"), "--dry-run", "--format", "json").out)
    assert [one["text"] for one in again["drafts"]] == OLD, "all drafts, also of an edition that is recorded"


def test_merges_and_splits_are_proposed_as_such(build: Builder, run: Run, documents: Path) -> None:
    both = "Lift the moratorium on labor inspections and increase funding for shelters."
    (documents / "new.txt").write_text(report(2024, [both, "Publish court decisions."]), encoding="utf-8")
    run("import", str(documents / "old.txt"))
    found = json.loads(run("import", str(documents / "new.txt"), "--dry-run", "--format", "json").out)
    assert [(one["from"], one["to"], one["kind"]) for one in found["proposals"]] == [
        (["tip-2023-01", "tip-2023-02"], [1], "merged")
    ]


def test_a_document_without_a_list(build: Builder, run: Run, documents: Path) -> None:
    (documents / "x.txt").write_text("The ministry trained 12 judges in 2023.\n")
    before = tree(build)
    ran = run("import", str(documents / "x.txt"), "--series", "tip", "--year", "2022")
    assert "text: there is no heading of recommendations" in ran.err
    assert ran.err.endswith("Nothing was written: there is no list to be recorded.\n")
    assert tree(build) == before
    assert json.loads(run("import", str(documents / "x.txt"), "--dry-run", "--format", "json").out)["drafts"] == []


def test_what_is_not_known_is_asked_for(build: Builder, run: Run, documents: Path) -> None:
    text = report(2023, OLD).partition("\n\n")[2].replace("Tier 2", "a list")
    (documents / "x.txt").write_text(text, encoding="utf-8")
    ran = run("import", str(documents / "x.txt"), code=2)
    assert "Missing: --series, --year, --issuer." in ran.err
    dry = json.loads(run("import", str(documents / "x.txt"), "--dry-run", "--format", "json").out)
    assert (dry["source"]["id"], dry["source"]["year"], len(dry["drafts"])) == (None, None, 3)
    run("import", str(documents / "x.txt"), "--series", "tip", "--year", "2019", "--published", "2019-06")
    assert build.load().sources["tip-2019"].published == "2019-06"


def test_what_does_not_fit_is_told(build: Builder, run: Run, documents: Path) -> None:
    (documents / "x.txt").write_text(report(2022, OLD, name="Arcadia"), encoding="utf-8")
    ran = run("import", str(documents / "x.txt"), "--year", "2021", "--dry-run")
    assert "note: the document calls itself the report of 2022, not of 2021" in ran.out
    assert "speaks of the Government of Arcadia, which no title of UTO names" in " ".join(ran.out.split())
    assert "Missing: --country" in run("import", str(documents / "x.txt"), code=2).err
    run("import", str(documents / "x.txt"), "--country", "ARC")
    assert "tip-arc-2022" in build.load().sources


def test_a_document_that_is_cut_off_is_an_extract(build: Builder, run: Run, documents: Path) -> None:
    text = report(2023, [*OLD, "Publish the figures on victims and"]).partition("\n\nPROSECUTION")[0]
    (documents / "x.txt").write_text(text, encoding="utf-8")
    ran = run("import", str(documents / "x.txt"))
    assert "the document ends within the last item: it is cut off" in ran.err
    assert build.load().sources["tip-2023"].extent == "extract"


def test_standard_input(build: Builder, documents: Path, script: Path, environment: dict[str, str]) -> None:
    words = [str(script), "import", "-", "--dry-run", "--format", "json"]
    data = (documents / "old.txt").read_bytes()
    ended = subprocess.run(words, cwd=build.root, input=data, env=environment, capture_output=True, check=True)
    assert len(json.loads(ended.stdout)["drafts"]) == 3


def test_several_countries_have_ids_of_their_own(build: Builder, run: Run, documents: Path) -> None:
    build.write("recotrack.yaml", SETTINGS.replace("country: UTO\n", ""))
    run("import", str(documents / "old.txt"), "--country", "UTO")
    run("import", str(documents / "new.txt"), "--country", "ARC")
    assert list(build.load().sources) == ["tip-arc-2024", "tip-uto-2023"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("nowhere.txt",), "nowhere.txt: no such file"),
        ((".",), "directory"),
        (("old.txt", "--series", "../x"), "a series has an id"),
        (("old.txt", "--year", "99"), "99 is not in the range"),
        (("old.txt", "--published", "June"), "'June' is not a date"),
        (("old.txt", "--profile", "nowhere.yaml"), "nowhere.yaml"),
        (("old.txt", "--country", "a\nb"), "must be one line"),
        (("old.txt", "--encoding", "klingon"), "there is no encoding 'klingon'"),
        (("latin.txt",), "latin.txt: it is not UTF-8 (line 2)"),
        (("rows.csv",), "A table needs --profile"),
        (("es\x1b[31mc.txt",), "es\\x1b[31mc.txt: no such file"),
    ],
)
def test_what_is_refused(
    build: Builder, run: Run, documents: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], message: str
) -> None:
    (documents / "latin.txt").write_bytes(b"one\ncaf\xe9\n")
    (documents / "rows.csv").write_text("a,b\n")
    before = tree(build)
    monkeypatch.chdir(documents)
    assert message in run("-C", str(build.root), "import", *words, code=2).err
    assert tree(build) == before


def test_a_pipe_is_not_waited_for(build: Builder, run: Run, documents: Path) -> None:
    os.mkfifo(documents / "pipe")
    assert "it is not a regular file" in run("import", str(documents / "pipe"), code=2).err


def test_a_profile_tells_the_layout(build: Builder, run: Run, documents: Path) -> None:
    (documents / "p.yaml").write_text("heading: [What must change]\nbullet: [→]\nend: [Thanks]\n", encoding="utf-8")
    (documents / "x.txt").write_text(
        "What must change\n→ Judges: train them\n→ More shelters\nThanks\n", encoding="utf-8"
    )
    words = ("--series", "upr", "--year", "2024", "--profile", str(documents / "p.yaml"))
    run("import", str(documents / "x.txt"), *words)
    assert [r.text for r in build.load().recommendations.values()] == ["Judges: train them", "More shelters"]


def test_a_faulty_profile_is_told_with_its_place(build: Builder, run: Run, documents: Path) -> None:
    (documents / "p.yaml").write_text("headin: [x]\n")
    ran = run("import", str(documents / "old.txt"), "--profile", str(documents / "p.yaml"), code=2)
    assert "p.yaml:1:1: unknown-key" in ran.err


TABLE = (
    "To,Text,From,Session,Issue\r"
    'Utopia,Ratify the protocol,Ruritania,1,"Rights of the Child,Treaties"\r'
    'Utopia,"Train  the caf\xe9 police","Korea, Republic of",1,\r'
    "Utopia,,Freedonia,1,\r"
    "Utopia,Ratify the protocol,Sylvania,13,\r"
    "Arcadia,Ratify the protocol,Sylvania,13,\r"
)
PROFILE = """\
encoding: latin-1
columns:
  text: Text
  made_by: From
  country: To
  year: Session
  themes: Issue
  values:
    Session: {"1": "2008", "13": "2012"}
    To: {Utopia: UTO, Arcadia: ARC}
"""


@pytest.fixture
def table(build: Builder, documents: Path) -> tuple[str, ...]:
    build.write("recotrack.yaml", SETTINGS.replace("country: UTO\n", ""))
    (documents / "rows.csv").write_bytes(TABLE.encode("latin-1"))
    (documents / "p.yaml").write_text(PROFILE)
    return (str(documents / "rows.csv"), "--profile", str(documents / "p.yaml"), "--series", "upr")


def test_a_table_becomes_a_register(build: Builder, run: Run, table: tuple[str, ...]) -> None:
    ran = run("import", *table)
    assert ran.err.splitlines() == [
        "wrote 3 editions with 4 recommendations, 1 of which may continue earlier ones; confirm with recotrack link",
        "left out: row 3: it has no text",
    ]
    register = build.load()
    assert list(register.sources) == ["upr-arc-2012", "upr-uto-2008", "upr-uto-2012"]
    first, second, third = (register.recommendations[f"upr-uto-{n}"] for n in ("2008-01", "2008-02", "2012-01"))
    assert (first.made_by, first.themes) == (("Ruritania",), ("children",))
    assert (second.text, second.made_by) == ("Train the café police", ("Korea, Republic of",))
    assert [(of.id, str(of.relation), of.confirmed) for of in third.continues or ()] == [
        ("upr-uto-2008-01", "repeated", False)
    ]
    assert run("check").code == 0
    before = tree(build)
    assert "3 editions recorded already: left as they are" in run("import", *table).err
    assert tree(build) == before


def test_a_table_is_shown_first(build: Builder, run: Run, table: tuple[str, ...]) -> None:
    before = tree(build)
    out = run("import", *table, "--dry-run").out
    assert "upr-uto-2012: 1 recommendation, 1 continue earlier ones (0 merges), 0 new, 1\n  dropped" in out
    found = json.loads(run("import", *table, "--dry-run", "--format", "json").out)
    assert [len(one["drafts"]) for one in found["editions"]] == [1, 2, 1]
    assert found["left_out"] == [{"text": "row 3", "why": "it has no text"}]
    assert tree(build) == before


def test_json_is_a_table_too(build: Builder, run: Run, documents: Path, table: tuple[str, ...]) -> None:
    rows: list[dict[str, Any]] = [
        {"To": "Utopia", "Text": "Ratify it.", "From": ["Ruritania", "Sylvania"], "Session": 1, "Issue": None}
    ]
    (documents / "rows.json").write_text(json.dumps({"meta": {}, "rows": rows}))
    run("import", str(documents / "rows.json"), *table[1:])
    (only,) = build.load().recommendations.values()
    assert only.made_by == ("Ruritania", "Sylvania")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("text: Text", "text: Demand", "there is no column 'Demand' for `text`; the columns are: To, Text"),
        ('{"1": "2008", "13": "2012"}', '{"1": "2008"}', "'13' is no year"),
        ("encoding: latin-1\n", "", "is not UTF-8; name its encoding"),
        ("{Utopia: UTO, Arcadia: ARC}", '{Utopia: "x y", Arcadia: "x-y"}', "would have one id"),
        ("  made_by: From\n", "  number: Session\n", "number-gap"),
    ],
)
def test_faults_of_a_table(
    build: Builder, run: Run, documents: Path, table: tuple[str, ...], old: str, new: str, message: str
) -> None:
    (documents / "p.yaml").write_text(PROFILE.replace(old, new))
    before = tree(build)
    assert message in run("import", *table, code=2).err
    assert tree(build) == before


def test_nothing_is_written_through_links(build: Builder, run: Run, documents: Path) -> None:
    outside = build.root.parent / "outside"
    outside.mkdir()
    (build.root / "recommendations").symlink_to(outside)
    assert "link" in run("import", str(documents / "old.txt"), code=2).err
    assert list(outside.iterdir()) == []


def test_a_failure_leaves_nothing_of_an_edition(
    build: Builder, run: Run, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(build)

    def fail(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "rename", fail)
    assert "No space left" in run("import", str(documents / "old.txt"), code=2).err
    assert tree(build) == before


def test_an_edition_with_a_fault_is_not_written(build: Builder, run: Run, documents: Path) -> None:
    run("import", str(documents / "old.txt"))
    build.recommendation("tip-2024-01", "Something else.", continues=[link("tip-2023-01")])
    build.source("tip-2024", series="tip")
    ran = run("import", str(documents / "new.txt"))
    assert "tip-2024 is recorded already; 3 differences" in ran.out


def test_what_came_in_is_compared_with_its_document(build: Builder, run: Run, documents: Path) -> None:
    text = report(2023, OLD).replace("funding for", "fun\u00adding for\n\n12\n\nUTOPIA\n\n")
    page = "<!DOCTYPE html><title>x</title>" + "".join(
        f"<p>{one}</p>" for one in report(2024, NEW).replace("\n•", "</p><p>•").split("\n\n")
    )
    (documents / "old.txt").write_text(text, encoding="utf-8")
    (documents / "new.html").write_text(page, encoding="utf-8")
    run("import", str(documents / "old.txt"))
    run("import", str(documents / "new.html"))
    register = build.load()
    assert [r.text for r in register.recommendations.values()] == [*OLD, *NEW]
    assert run("check", "--documents", str(documents)).err.splitlines()[-1] == (
        "compared 6 texts and 0 distinct quotes with 2 documents"
    )
    path = build.root / "recommendations/tip-2024/01.yaml"
    path.write_text(path.read_text().replace("moratorium", "ban"))
    assert "text-not-in-document" in run("check", "--documents", str(documents), code=1).out
