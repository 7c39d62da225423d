"""`git-setup`: git shows records as text, and merges status files that both sides appended to."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.builder import Builder, evidence, link, update
from tests.cli.conftest import Spawn
from tests.conftest import Run


@pytest.fixture
def kept(build: Builder) -> Builder:
    build.source("tr-2024", published="2024-06-24")
    build.recommendation("tr-2024-01", "Train all judges.", continues=[])
    build.status("tr-2024-01", update("2024-06-24", "not_implemented", evidence=[evidence("tr-2024", "Nobody was.")]))
    build.commit("Begin")
    return build


def git(build: Builder, *words: str, path: str | None = None, ok: bool = True) -> str:
    names = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org"}
    names |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": os.devnull}
    environment = os.environ | names | ({"PATH": path} if path is not None else {})
    run = subprocess.run(["git", *words], cwd=build.root, env=environment, capture_output=True, text=True, check=False)
    assert (run.returncode == 0) is ok, run.stderr
    return run.stdout


@pytest.fixture
def with_script(script: Path) -> str:
    return f"{script.parent}{os.pathsep}{os.environ['PATH']}"


def test_it_says_first_what_it_does(run: Run, kept: Builder, spawn: Spawn) -> None:
    shown = spawn("git-setup", code=130).out.decode()
    assert ".gitattributes: + status/*/*.yaml merge=recotrack-status\n" in shown
    assert "git config diff.recotrack.textconv " in shown
    assert not (kept.root / ".gitattributes").exists()
    (kept.root / ".gitattributes").write_text("*.txt -text")
    run("git-setup", "--yes")
    assert (
        (kept.root / ".gitattributes").read_text().startswith("*.txt -text\nrecommendations/**/*.yaml diff=recotrack\n")
    )
    again = run("git-setup")
    assert (again.out, again.err) == ("", "git is set up like this already\n")


def test_diffs_are_of_words(run: Run, kept: Builder, with_script: str) -> None:
    run("git-setup", "--yes")
    kept.recommendation("tr-2024-01", "Train some judges.", continues=[], themes=["prevention"])
    out = git(kept, "diff", "--word-diff", "recommendations", path=with_script)
    assert "Train [-all-]{+some+} judges." in out
    assert '"text"' not in out


def test_without_the_command_git_shows_the_text(run: Run, kept: Builder) -> None:
    run("git-setup", "--yes")
    kept.recommendation("tr-2024-01", "Train some judges.", continues=[])
    out = git(kept, "diff", "recommendations", path="/usr/bin:/bin")
    assert '+ "text": "Train some judges.",' in out


def test_the_diff_driver_tells_changes(run: Run, kept: Builder, with_script: str) -> None:
    run("git-setup", "--yes", "--diff-driver")
    kept.commit("Set up")
    kept.recommendation("tr-2024-01", "Train some judges.", continues=[])
    kept.recommendation("tr-2024-02", "Fund shelters.")
    git(kept, "add", "-N", ".")
    out = git(kept, "diff", path=with_script)
    assert "recotrack recommendations/tr-2024/01.yaml\n\ntr-2024-01\n  warning: the published text" in out
    assert "Train [-all-] {+some+} judges." in out
    assert "  recommendation added: Fund shelters." in out
    assert "standing" not in out
    # What cannot be read is shown as git would, and so is everything where the command is missing.
    kept.write("status/tr-2024/01.yaml", "a: [\n")
    assert "+a: [\n" in git(kept, "diff", "status", path=with_script)
    assert '+ "text": "Train some judges.",' in git(kept, "diff", "recommendations", path="/usr/bin:/bin")
    assert "+Train some judges." in git(kept, "diff", "--no-ext-diff", "recommendations", path=with_script)


def test_the_diff_driver_over_a_rename_and_a_removal(run: Run, kept: Builder, with_script: str) -> None:
    run("git-setup", "--yes", "--diff-driver")
    kept.commit("Set up")
    kept.git("rm", "-q", "recommendations/tr-2024/01.yaml")
    kept.recommendation("tr-2024-02", "Train all judges.", continues=[])
    git(kept, "add", ".")
    out = git(kept, "diff", "--cached", "-M", path=with_script)
    assert "recotrack recommendations/tr-2024/01.yaml → recommendations/tr-2024/02.yaml\n" in out
    kept.git("rm", "-q", "status/tr-2024/01.yaml")
    assert "warning: status removed: tr-2024-01" in git(kept, "diff", "--cached", path=with_script)


def test_it_can_be_taken_back(run: Run, kept: Builder) -> None:
    (kept.root / ".gitattributes").write_text("*.txt -text")
    before = (kept.root / ".git/config").read_text()
    run("git-setup", "--yes", "--diff-driver")
    shown = run("git-setup", "--undo", "--yes").out
    assert ".gitattributes: - status/*/*.yaml merge=recotrack-status\n" in shown
    assert "git config --unset diff.recotrack.command\n" in shown
    assert (kept.root / ".gitattributes").read_text() == "*.txt -text\n"
    assert (kept.root / ".git/config").read_text() == before


def branches(kept: Builder, ours: str, theirs: str) -> None:
    first = update("2024-06-24", "not_implemented", evidence=[evidence("tr-2024", "Nobody was.")])
    kept.git("checkout", "-q", "-b", "side")
    kept.status("tr-2024-01", first, update(theirs, "implemented"))
    kept.commit("Side")
    kept.git("checkout", "-q", "main")
    kept.status("tr-2024-01", first, update(ours, "partly_implemented"))
    kept.commit("Main")


@pytest.mark.parametrize(("ours", "theirs"), [("2024-08-01", "2024-09-01"), ("2024-09-01", "2024-08-01")])
def test_two_branches_that_append_merge_to_both(
    run: Run, kept: Builder, with_script: str, ours: str, theirs: str
) -> None:
    run("git-setup", "--yes")
    kept.commit("Set up")
    branches(kept, ours, theirs)
    git(kept, "merge", "--no-edit", "side", path=with_script)
    dates = [one.date for one in kept.load().statuses["tr-2024-01"].updates]
    assert dates == ["2024-06-24", "2024-08-01", "2024-09-01"]


def test_without_the_command_a_merge_conflicts_as_it_would(run: Run, kept: Builder) -> None:
    run("git-setup", "--yes")
    kept.commit("Set up")
    branches(kept, "2024-08-01", "2024-09-01")
    git(kept, "merge", "--no-edit", "side", path="/usr/bin:/bin", ok=False)
    assert "<<<<<<< ours" in (kept.root / "status/tr-2024/01.yaml").read_text()


def test_drivers(run: Run, kept: Builder, tmp_path: Path) -> None:
    text = run("git-text", str(kept.root / "status/tr-2024/01.yaml")).out
    assert text.splitlines() == [
        "status of tr-2024-01",
        "",
        "update 2024-06-24: not_implemented (issuing_body)",
        "  tr-2024, Part 1 [action]: “Nobody was.”",
    ]
    kept.recommendation(
        *("tr-2024-02", "Fund \x1b[31m shelters."),
        lead_in="We ask to",
        section="Care",
        made_by=["A"],
        related=["x-1"],
        rationale="Why.",
        continues=[link("tr-2023-01", rationale="Same."), link("tr-2023-02", confirmed=False)],
        refused=[{"id": "tr-2023-03", "rationale": "No."}],
    )
    assert run("git-text", str(kept.root / "recommendations/tr-2024/02.yaml")).out.splitlines() == [
        "tr-2024-02 (tr-2024, 2024, number 2)",
        "section: Care",
        "We ask to",
        "Fund \\x1b[31m shelters.",
        "made by: A",
        "continues tr-2023-01 (reworded): Same.",
        "continues tr-2023-02 (reworded, not confirmed)",
        "related to x-1",
        "refused tr-2023-03: No.",
        "rationale: Why.",
    ]
    (tmp_path / "x.yaml").write_text("a: [\n")
    assert run("git-text", str(tmp_path / "x.yaml")).out == "a: [\n"
    status = str(kept.root / "status/tr-2024/01.yaml")
    assert "cannot be read" in run("git-merge", status, status, str(tmp_path / "x.yaml"), code=1).err
    assert run("git-merge", status, status, status).err == ""


def test_all_that_a_status_file_says_is_text(run: Run, kept: Builder) -> None:
    kept.status(
        "tr-2024-01",
        update(
            *("2024-09", "insufficient_evidence", "third_party"),
            via="tr-2024",
            covers=2023,
            summary="Not clear.",
            alternative={"implementation": "not_implemented", "because": "Nothing is said."},
            searched=["tr-2024"],
            applies_to=["tr-2024-02"],
        ),
        response={"date": "2024-10-01", "response": "noted", "source": "tr-2024", "place": "p", "quote": "Noted."},
        closed={"date": "2024-11-01", "reason": "superseded", "summary": "By another."},
    )
    assert run("git-text", str(kept.root / "status/tr-2024/01.yaml")).out.splitlines()[2:] == [
        "update 2024-09: insufficient_evidence (third_party via tr-2024, covers 2023)",
        "  Not clear.",
        "  arguable: not_implemented: Nothing is said.",
        "  searched: tr-2024",
        "  applies to tr-2024-02",
        "",
        "response 2024-10-01: noted (tr-2024): “Noted.”",
        "",
        "closed 2024-11-01: superseded: By another.",
    ]
    kept.recommendation("tr-2024-02", "Fund shelters.", continues=[])
    assert "continues none\n" in run("git-text", str(kept.root / "recommendations/tr-2024/02.yaml")).out


def test_the_diff_driver_by_itself(run: Run, kept: Builder) -> None:
    def driver(path: str, old: str, new: str, *more: str, code: int = 0) -> str:
        return run("git-diff", path, old, "1" * 40, "100644", new, "2" * 40, "100644", *more, code=code).out

    file = "recommendations/tr-2024/01.yaml"
    there = str(kept.root / file)
    assert driver(f"folder/{file}", os.devnull, there) == (
        f"recotrack folder/{file}\n\ntr-2024-01\n  recommendation added: Train all judges.\n\n\n"
    )
    assert "its layout or its comments alone changed" in driver(file, there, there)
    assert "removed" in driver(file, there, os.devnull)
    assert driver("notes.txt", there, there, code=1) == ""
    assert run("git-diff", file).out == f"{file}: not merged\n"


def test_it_is_done_when_agreed_to(run: Run, kept: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    for answer, made in (("n", False), ("y", True)):
        monkeypatch.setattr("click.confirm", lambda *_, answer=answer, **__: answer == "y")
        run("git-setup")
        assert (kept.root / ".gitattributes").exists() is made


def test_there_must_be_a_repository(run: Run, build: Builder) -> None:
    assert "not in a git repository" in run("git-setup", "--yes", code=2).err
