"""`recotrack changes`: what a change in git means, in sentences."""

import json
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from recotrack.model.terms import Severity
from recotrack.views.text import width_of
from tests.builder import Builder, evidence, link, update
from tests.cli.conftest import Snapshot
from tests.cli.sample import HOSTILE, WIDE, write_sample
from tests.conftest import Run


@pytest.fixture(scope="module")
def repositories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Repositories made once and copied: `changed` and `commits`."""
    folder = tmp_path_factory.mktemp("repositories")
    _change(write_sample(Builder(folder / "changed")))
    _commit_thrice(write_sample(Builder(folder / "commits")))
    return folder


@pytest.fixture
def changed(build: Builder, repositories: Path) -> Builder:
    """The sample committed, and many changes in its work tree."""
    copytree(repositories / "changed", build.root, dirs_exist_ok=True)
    return build


@pytest.fixture
def three_commits(build: Builder, repositories: Path) -> Builder:
    """Commits tagged `one`, `two` and `three`, each with another text of one recommendation."""
    copytree(repositories / "commits", build.root, dirs_exist_ok=True)
    return build


def _commit_thrice(sample: Builder) -> None:
    for name in ("one", "two", "three"):
        sample.recommendation("tr-2022-04", f"Text of {name}.", continues=[])
        sample.commit(name)
        sample.git("tag", name)
    sample.recommendation("tr-2022-04", "Text of the work tree.", continues=[])


def _change(sample: Builder) -> None:
    sample.commit()
    sample.status(
        "tr-2022-04",
        update(
            "2023-06-15",
            "partly_implemented",
            "third_party",
            summary="Two shelters opened | \x1b[31mone\x1b[0m closed.",
            evidence=[evidence("exp-2023", "Two shelters opened.", place="Protection")],
        ),
    )
    sample.recommendation("tr-2022-04", WIDE, themes=["protection", "funding"], continues=[link("tr-2021-06")])
    sample.recommendation("tr-2022-03", HOSTILE.replace("24", "12"), themes=["protection"], continues=[])
    sample.recommendation("tr-2018-03", "target awareness campaigns to migrant workers.", related=["na-2016-03"])
    sample.status(
        "tr-2018-03",
        update("2021-07-01", "insufficient_evidence", searched=["tr-2021", "tr-2022"]),
        closed={"date": "2023-01-01", "reason": "no_longer_valid", "summary": "The programme ended."},
    )
    (sample.root / "recommendations" / "1e" / "02.yaml").unlink()
    sample.recommendation("na-2016-04", "training teachers", continues=[])
    sample.source("tr-2021", published="2021-07-02", extent="whole", rating="Tier 2")


@pytest.mark.parametrize(
    ("form", "name"), [("text", "changes.txt"), ("markdown", "changes.md"), ("github", "changes.github.txt")]
)
def test_whole_output(run: Run, changed: Builder, snapshot: Snapshot, form: str, name: str) -> None:
    snapshot(name, run("changes", "--format", form).out)


@pytest.mark.parametrize("width", [20, 40, 64, 80, 120])
def test_every_line_fits(run: Run, changed: Builder, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert [line for line in run("changes").out.splitlines() if width_of(line) > width] == []


def told(run: Run, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("changes", *words, "--format", "json").out)["changes"]
    return found


def kinds(run: Run, *words: str) -> set[tuple[str, str, str]]:
    return {(change["id"], change["kind"], change["severity"]) for change in told(run, *words)}


def test_what_changes_are_called(run: Run, changed: Builder) -> None:
    assert kinds(run) >= {
        ("tr-2022-04", "update-added", "notice"),
        ("tr-2022-04", "lineage-confirmed", "notice"),
        ("tr-2022-04", "standing-moved", "notice"),
        ("tr-2022-04", "classification-changed", "info"),
        ("tr-2022-03", "text-altered", "warning"),
        ("tr-2022-03", "lineage-removed", "warning"),
        ("tr-2018-03", "update-altered", "warning"),
        ("tr-2018-03", "closed", "notice"),
        ("tr-2018-03", "related-added", "info"),
        ("tr-2018-03", "no-longer-open", "notice"),
        ("1e-02", "recommendation-removed", "warning"),
        ("na-2016-04", "recommendation-added", "notice"),
        ("tr-2021", "source-changed", "notice"),
        ("tr-2021-06", "currency-changed", "notice"),
        ("tr-2021-05", "opened", "notice"),
    }


def test_json_has_the_keys_of_the_contract_with_their_types(run: Run, changed: Builder) -> None:
    whole = json.loads(run("changes", "--format", "json").out)
    assert whole["schema_version"] == 1
    assert (whole["base"], whole["head"]) == ("HEAD", "work tree")
    assert whole["changes"]
    for change in whole["changes"]:
        assert {"kind", "id", "path", "before", "after", "severity"} <= change.keys()
        assert all(isinstance(change[key], str) for key in ("kind", "id", "path", "severity"))
        assert change["severity"] in (Severity.INFO, Severity.NOTICE, Severity.WARNING)


def test_before_and_after(run: Run, changed: Builder) -> None:
    found = {(change["id"], change["kind"]): change for change in told(run)}
    altered = found["tr-2022-03", "text-altered"]
    assert altered["path"] == "recommendations/tr-2022/03.yaml"
    assert (altered["before"], altered["after"]) == (HOSTILE, HOSTILE.replace("24", "12"))
    moved = found["tr-2022-04", "standing-moved"]
    assert (moved["before"], moved["after"]) == ("not_assessed", "partly_implemented")
    added = found["tr-2022-04", "update-added"]
    assert added["before"] is None
    assert added["after"]["implementation"] == "partly_implemented"
    removed = found["1e-02", "recommendation-removed"]
    assert removed["before"]["text"] == "1e400"
    assert removed["after"] is None


def test_sentences(run: Run, changed: Builder) -> None:
    out = " ".join(run("changes").out.split())
    for sentence in (
        "update of 2023-06-15 added: partly implemented (third party)",
        "standing moved: not assessed → partly implemented",
        "continues tr-2021-06 (reworded), confirmed",
        "warning: the published text was altered",
        "within [-24-] {+12+} hours",
        "closed without implementation on 2023-01-01",
    ):
        assert sentence in out


# Revisions


def test_nothing_changed(run: Run, sample: Builder) -> None:
    sample.commit()
    assert run("changes", "--exit-code").out == "HEAD → work tree: 0 changes, 0 warnings\n"
    assert told(run) == []
    assert run("changes", "--format", "github").out == ""


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ([], "three", "the work tree"),
        (["HEAD"], "three", "the work tree"),
        (["HEAD~1"], "two", "the work tree"),
        (["one"], "one", "the work tree"),
        (["one..two"], "one", "two"),
        (["two..one"], "two", "one"),
        (["one..HEAD"], "one", "three"),
        (["one.."], "one", "three"),
        (["..one"], "three", "one"),
    ],
    ids=str,
)
def test_revisions(run: Run, three_commits: Builder, words: list[str], before: str, after: str) -> None:
    (change,) = told(run, *words)
    assert (change["before"], change["after"]) == (f"Text of {before}.", f"Text of {after}.")


def test_revision_with_itself(run: Run, three_commits: Builder) -> None:
    assert told(run, "two..two") == []


def test_before_the_register_began(run: Run, build: Builder) -> None:
    build.git("init", "-q", "-b", "main")
    build.git("commit", "-q", "--allow-empty", "-m", "nothing yet")
    build.source("tr-2022")
    build.recommendation("tr-2022-01")
    build.commit()
    assert kinds(run, "HEAD~1..HEAD") >= {
        ("tr-2022", "source-added", "notice"),
        ("tr-2022-01", "recommendation-added", "notice"),
    }


def test_register_below_the_root_of_its_repository(run: Run, build: Builder) -> None:
    inner = Builder(build.root / "registers" / "utopia")
    inner.source("tr-2022")
    inner.recommendation("tr-2022-01")
    build.source("tr-2022")
    build.recommendation("tr-2022-01")
    build.commit()
    inner.recommendation("tr-2022-01", "Altered.")
    assert run("changes", "--format", "json").out == run("changes", "HEAD..HEAD", "--format", "json").out.replace(
        '"head": "HEAD"', '"head": "work tree"'
    )
    (change,) = json.loads(run("changes", "--format", "json", root=inner.root).out)["changes"]
    assert (change["kind"], change["path"]) == ("text-altered", "recommendations/tr-2022/01.yaml")


@pytest.mark.parametrize(
    "word", ["nowhere", "one..nowhere", "nowhere..one", "one...nowhere", "--output=stolen", "-p", "a b"]
)
def test_no_revision(run: Run, three_commits: Builder, word: str) -> None:
    before = sorted(three_commits.root.rglob("*"))
    ran = run("changes", "--", word, code=2)
    assert ran.out == ""
    assert "Error: " in ran.err
    assert sorted(three_commits.root.rglob("*")) == before


def test_no_repository(run: Run, sample: Builder) -> None:
    ran = run("changes", code=2)
    assert ran.out == ""
    assert "not in a git repository" in " ".join(ran.err.split())


def test_repository_without_a_commit(run: Run, sample: Builder) -> None:
    sample.git("init", "-q", "-b", "main")
    assert run("changes", code=2).out == ""


# Warnings and faults


def test_exit_code_is_met_by_a_warning(run: Run, changed: Builder) -> None:
    assert run("changes", "--exit-code", code=1).out == run("changes").out


def test_exit_code_is_not_met_by_a_notice(run: Run, sample: Builder) -> None:
    sample.commit()
    sample.recommendation("na-2016-04", "training teachers", continues=[])
    run("changes", "--exit-code")


def test_record_that_cannot_be_read_is_told(run: Run, sample: Builder) -> None:
    sample.commit()
    sample.write("recommendations/tr-2022/04.yaml", "id: tr-2022-04\nid: tr-2022-04\n")
    found = {(change["kind"], change["severity"]) for change in told(run)}
    assert ("fault", "warning") in found
    assert "recommendations/tr-2022/04.yaml" in run("changes").out
    run("changes", "--exit-code", code=1)


def test_record_that_is_mended_is_told(run: Run, sample: Builder) -> None:
    sample.write("recommendations/tr-2022/04.yaml", "id: tr-2022-04\nid: tr-2022-04\n")
    sample.commit()
    sample.recommendation("tr-2022-04", WIDE, continues=[])
    assert ("recommendations/tr-2022/04.yaml", "fault-mended", "info") in kinds(run)


# Formats


def test_github_annotates_the_line(run: Run, changed: Builder) -> None:
    lines = run("changes", "--format", "github").out.splitlines()
    assert all(line.startswith(("::notice file=", "::warning file=")) for line in lines)
    assert any(
        line.startswith("::warning file=recommendations/tr-2022/03.yaml,line=6,col=1,title=text-altered::tr-2022-03: ")
        for line in lines
    )
    assert len(lines) == len(told(run))


def test_markdown_escapes_text_from_records(run: Run, changed: Builder) -> None:
    out = run("changes", "--format", "markdown").out
    assert "\\<script\\>" in out
    assert "<script>" not in out
    assert "Two shelters opened \\| \\\\x1b\\[31mone" in out


@pytest.mark.parametrize("form", ["text", "markdown", "github", "json"])
def test_no_output_tricks_a_terminal(run: Run, changed: Builder, form: str) -> None:
    out = run("changes", "--format", form).out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_three_dots_tell_what_one_side_alone_changed(run: Run, build: Builder) -> None:
    build.source("tr-2023")
    build.recommendation("tr-2023-01")
    build.commit("begun")
    build.git("checkout", "-q", "-b", "side")
    build.recommendation("tr-2023-01", themes=["prevention"])
    build.commit("on the side")
    build.git("checkout", "-q", "main")
    build.recommendation("tr-2023-02", "Do more.")
    build.commit("meanwhile")
    assert "recommendation removed" in run("changes", "main..side").out
    out = run("changes", "main...side").out
    assert out.startswith("where main and side parted → side: 1 change, 0 warnings\n")
    assert "themes changed: none → prevention" in out
    parted = build.git("merge-base", "main", "side").strip()
    assert json.loads(run("changes", "main...side", "--format", "json").out)["base"] == parted


def test_paths_for_github_begin_at_the_top_of_the_repository(run: Run, build: Builder) -> None:
    inner = Builder(build.root / "inner")
    inner.source("tr-2023")
    inner.recommendation("tr-2023-01")
    build.commit()
    inner.recommendation("tr-2023-01", "Do what is left.")
    assert "file=inner/recommendations/tr-2023/01.yaml," in run("changes", "--format", "github", root=inner.root).out
    inner.recommendation("tr-2023-01", themes=["none"])
    assert (
        "file=inner/recommendations/tr-2023/01.yaml," in run("check", "--format", "github", root=inner.root, code=1).out
    )
    assert '"inner/recommendations/tr-2023/01.yaml"' in run("check", "--format", "sarif", root=inner.root, code=1).out


def test_markdown_links_files_where_it_is_told_where_they_are(run: Run, changed: Builder) -> None:
    out = run("changes", "--format", "markdown", "--links", "https://example.org/x/blob/a b)").out
    assert "[tr-2022-03](https://example.org/x/blob/a%20b%29/recommendations/tr-2022/03.yaml#L6)" in out
    assert "[1e-02]" not in out  # it is gone
    assert "no address" in run("changes", "--format", "markdown", "--links", "javascript:x", code=2).err


def test_markdown_of_a_large_change_fits_into_a_comment(run: Run, build: Builder) -> None:
    build.source("tr-2023")
    build.source("tr-2024")
    build.commit()
    for number in range(1, 600):
        build.recommendation(
            f"tr-2024-{number:02}",
            f"Do what is right in district {number}, and in all others." + " Truly." * 9,
            continues=[],
        )
    quotes = [evidence("tr-2024", "They did." + " They did." * 90)]
    build.status("tr-2024-01", update("2024-07-01", "implemented", summary="Done." + " Done." * 150, evidence=quotes))
    out = run("changes", "--format", "markdown", "--links", "https://example.org").out
    assert len(out) < 65_536
    assert "The table shows the 100 weightiest of 599 records." in out
    assert "records left out here for length: `recotrack changes` tells all." in out
    assert "… (cut; [the file](https://example.org/status/tr-2024/01.yaml#L4) has all of it)" in out


def test_markdown_names_the_file_of_texts_too_long_to_compare(run: Run, build: Builder) -> None:
    build.source("tr-2024")
    build.recommendation("tr-2024-01", "Do what is right." + " Truly." * 400, continues=[])
    build.commit()
    build.recommendation("tr-2024-01", "Do what is wrong." + " Truly." * 400, continues=[])
    out = run("changes", "--format", "markdown").out
    assert "the published text was altered: long texts, see recommendations/tr-2024/01.yaml" in out


def test_a_change_within_what_cannot_be_read_is_no_change_of_layout(run: Run, build: Builder) -> None:
    build.source("tr-2024")
    path = build.recommendation("tr-2024-01", " Do what is right. ")
    build.commit()
    path.write_text(path.read_text().replace("right", "wrong"))
    out = run("changes").out
    assert "warning: it changed, and cannot be read: what changed is not known" in out
    assert "layout" not in out
