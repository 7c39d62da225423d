"""`recotrack check`: every fault of a register, each with its place, and the exit code."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from recotrack.model.terms import Severity
from tests.builder import Builder, evidence, link, update
from tests.cli.conftest import Snapshot
from tests.conftest import Run


@pytest.fixture
def faulty(sample: Builder) -> Builder:
    """The sample with faults of many kinds, some in hostile words."""
    sample.recommendation("tr-2022-05", "Do it.", themes=["preventoin"], continues=[link("tr-2021-09")])
    sample.recommendation("tr-2021-08", "Do that.", continues=[])
    sample.recommendation("tr-2022-06", "Do this.", mentions=["Board \x1b[31mred\x1b[0m\u202e"], continues=[])
    sample.write(
        "recommendations/tr-2018/04.yaml",
        '{\n "id": "tr-2018-04",\n "source": "tr-2018",\n "year": 2019,\n "number": 4,\n "text": "Do  this."\n}\n',
    )
    sample.write("recommendations/tr-2018/05.yaml", 'id: tr-2018-05\nid: x\n"a\\e[31m|b": 1\n')
    sample.status("tr-2021-04", update("2021-07-01", "implemented"))
    sample.status("tr-2021-09", update("2021-07-01", "not_assessed"))
    sample.status(
        "tr-2021-02",
        update("2021-07-01", "not_implemented", evidence=[evidence("tr-2020", "One … two.", says="action")]),
    )
    return sample


@pytest.mark.parametrize(
    ("form", "name"), [("text", "check.txt"), ("github", "check.github.txt"), ("json", "check.json")]
)
def test_whole_output(run: Run, faulty: Builder, snapshot: Snapshot, form: str, name: str) -> None:
    snapshot(name, run("check", "--format", form, code=1).out)


def found(run: Run, *words: str, code: int = 1) -> list[dict[str, Any]]:
    whole = json.loads(run("check", "--format", "json", *words, code=code).out)
    assert whole["schema_version"] == 1
    diagnostics: list[dict[str, Any]] = whole["diagnostics"]
    return diagnostics


def test_places_of_faults(run: Run, faulty: Builder) -> None:
    places = {f"{one['path']}:{one['line']}:{one['column']}: {one['code']}" for one in found(run)}
    assert places >= {
        "recommendations/tr-2018/04.yaml:6:10: uneven-space",
        "recommendations/tr-2018/05.yaml:2:1: yaml-duplicate-key",
        "recommendations/tr-2022/05.yaml:8:3: unknown-theme",
        "recommendations/tr-2022/05.yaml:12:10: unknown-recommendation",
        "recommendations/tr-2021/08.yaml:5:12: number-gap",
        "recommendations/tr-2022/06.yaml:8:3: mention-not-in-text",
        "sources/1e.yaml:3:12: undeclared-series",
        "status/tr-2021/02.yaml:10:16: unknown-source",
        "status/tr-2021/02.yaml:12:15: quote-not-contiguous",
        "status/tr-2021/04.yaml:6:22: level-without-evidence",
        "status/tr-2021/09.yaml:2:20: missing-recommendation",
    }


def test_json_has_the_keys_of_the_contract_with_their_types(run: Run, faulty: Builder) -> None:
    diagnostics = found(run)
    assert len(diagnostics) > 10
    for one in diagnostics:
        assert {"path", "line", "column", "code", "severity", "message"} <= one.keys()
        assert all(isinstance(one[key], str) and one[key] for key in ("path", "code", "message"))
        assert all(isinstance(one[key], int) and one[key] >= 1 for key in ("line", "column"))
        assert one["severity"] in (Severity.WARNING, Severity.ERROR)
    places = [(one["path"], one["line"], one["column"]) for one in diagnostics]
    assert places == sorted(places)


def test_text_is_a_line_for_each(run: Run, faulty: Builder) -> None:
    lines = run("check", code=1).out.splitlines()
    for line, one in zip(lines, found(run), strict=True):
        assert line.startswith(f"{one['path']}:{one['line']}:{one['column']}: {one['code']} ")
        assert ("warning: " in line) == (one["severity"] == "warning")


def test_sarif_is_a_log_of_one_run(run: Run, faulty: Builder) -> None:
    log = json.loads(run("check", "--format", "sarif", code=1).out)
    assert log["version"] == "2.1.0"
    (one,) = log["runs"]
    rules = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
    assert rules == sorted({diagnostic["code"] for diagnostic in found(run)})
    for result, diagnostic in zip(one["results"], found(run), strict=True):
        assert (result["ruleId"], result["level"]) == (diagnostic["code"], diagnostic["severity"])
        assert rules[result["ruleIndex"]] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == diagnostic["path"]
        assert place["region"] == {"startLine": diagnostic["line"], "startColumn": diagnostic["column"]}


def test_tally_is_on_stderr(run: Run, faulty: Builder) -> None:
    diagnostics = found(run)
    errors = sum(one["severity"] == "error" for one in diagnostics)
    for form in ("text", "json", "github", "sarif"):
        assert run("check", "--format", form, code=1).err.startswith(
            f"{errors} errors, {len(diagnostics) - errors} warnings in "
        )


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_no_output_tricks_a_terminal(run: Run, faulty: Builder, form: str) -> None:
    ran = run("check", "--format", form, code=1)
    for character in ("\x1b", "\u202e"):
        assert character not in ran.out + ran.err


# Exit codes


def test_clean_register(run: Run, build: Builder) -> None:
    build.source("tr-2022")
    build.recommendation("tr-2022-01")
    build.status("tr-2022-01", update("2022-12-31", "insufficient_evidence", searched=["tr-2022"]))
    ran = run("check")
    assert ran.out == ""
    assert ran.err == "0 errors, 0 warnings in 1 recommendation, 1 status file\n"
    assert found(run, code=0) == []
    assert run("check", "--format", "github").out == ""


def test_empty_register(run: Run, build: Builder) -> None:
    assert run("check").err.startswith("0 errors, 0 warnings")


def test_warnings_alone_are_fine(run: Run, sample: Builder) -> None:
    assert [one["code"] for one in found(run, code=0)] == ["undeclared-series"]
    assert "warning: " in run("check").out


def test_an_error_gives_one(run: Run, sample: Builder) -> None:
    sample.recommendation("tr-2022-05", "Do it.", themes=["nothing"], continues=[])
    assert run("check", code=1).out


def test_github_annotation(run: Run, sample: Builder) -> None:
    sample.recommendation("tr-2022-05", "Do it.", themes=["preventoin"], continues=[])
    assert run("check", "--format", "github", code=1).out.splitlines()[0] == (
        "::error file=recommendations/tr-2022/05.yaml,line=8,col=3,title=unknown-theme::"
        "the register has no theme preventoin (did you mean `prevention`?)"
    )


def test_revision(run: Run, sample: Builder) -> None:
    sample.commit()
    sample.recommendation("tr-2022-05", "Do it.", themes=["nothing"], continues=[])
    run("check", code=1)
    run("check", "--rev", "HEAD")


# Documents


TEXT = "Introduction\n\nThe board met\nonce. Nobody was trained.\n\n1. Train the bo-\nard. 2. Meet more often.\n"


@pytest.fixture
def documented(build: Builder, tmp_path: Path) -> Path:
    """A register of one source with its document; gives the folder of documents."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "tr.txt").write_text(TEXT, encoding="utf-8")
    checksum = hashlib.sha256(TEXT.encode()).hexdigest()
    build.source("tr-2022", published="2022-07-19", document={"file": "tr.txt", "sha256": checksum})
    build.recommendation("tr-2022-01", "Train the board.")
    build.recommendation("tr-2022-02", "Meet more often.")
    passage = evidence("tr-2022", "The board met once.", place="Introduction")
    build.status("tr-2022-02", update("2022-07-19", "partly_implemented", evidence=[passage]))
    return folder


def test_documents_agree(run: Run, documented: Path) -> None:
    ran = run("check", "--documents", str(documented))
    assert ran.out == ""
    assert ran.err.splitlines()[1:] == ["compared 2 texts and 1 distinct quote with 1 document"]


@pytest.mark.parametrize(
    "text", ["Meet more often!", "meet more often.", "Meet often.", "Meet more of", "eet more often."]
)
def test_text_that_is_not_in_its_document(run: Run, build: Builder, documented: Path, text: str) -> None:
    build.recommendation("tr-2022-02", text)
    (one,) = found(run, "--documents", str(documented))
    assert (one["path"], one["line"], one["column"]) == ("recommendations/tr-2022/02.yaml", 6, 10)
    assert one["code"] == "text-not-in-document"


@pytest.mark.parametrize("text", ["Meet more often", "Train the board", "Train the bo-ard."])
def test_text_that_is_in_its_document(run: Run, build: Builder, documented: Path, text: str) -> None:
    """A hyphen at the end of a line may belong to the word or to the line."""
    build.recommendation("tr-2022-02", text)
    assert found(run, "--documents", str(documented), code=0) == []


def test_quote_that_is_not_in_its_document(run: Run, build: Builder, documented: Path) -> None:
    passage = evidence("tr-2022", "The board met twice.", place="Introduction")
    build.status("tr-2022-02", update("2022-07-19", "partly_implemented", evidence=[passage]))
    (one,) = found(run, "--documents", str(documented))
    assert (one["path"], one["line"], one["column"]) == ("status/tr-2022/02.yaml", 12, 15)
    assert one["code"] == "quote-not-in-document"
    assert "`The board met`, not in `twice.`" in one["message"]


def test_document_that_is_not_there(run: Run, documented: Path) -> None:
    (documented / "tr.txt").unlink()
    (one,) = found(run, "--documents", str(documented))
    assert (one["path"], one["line"], one["code"]) == ("sources/tr-2022.yaml", 9, "document-unusable")
    assert "tr.txt" in one["message"]


def test_document_that_was_altered(run: Run, documented: Path) -> None:
    (documented / "tr.txt").write_text(TEXT + " ", encoding="utf-8")
    (one,) = found(run, "--documents", str(documented))
    assert one["code"] == "document-unusable"
    assert "SHA-256" in one["message"]


@pytest.mark.parametrize("name", ["../tr.txt", "/etc/hostname", "sub/tr.txt"])
def test_document_outside_the_folder(run: Run, build: Builder, documented: Path, name: str) -> None:
    document = {"file": name, "sha256": hashlib.sha256(TEXT.encode()).hexdigest()}
    build.source("tr-2022", published="2022-07-19", document=document)
    (one,) = found(run, "--documents", str(documented))
    assert one["code"] == "document-unusable"


def test_source_without_a_document_is_named(run: Run, build: Builder, documented: Path) -> None:
    build.source("tr-2021")
    build.recommendation("tr-2021-01", continues=[])
    for number in (1, 2):
        text = "Train the board." if number == 1 else "Meet more often."
        build.recommendation(f"tr-2022-0{number}", text, continues=[])
    assert "no document for tr-2021" in run("check", "--documents", str(documented)).err
