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
    assert ".gitattributes: status/*/*.yaml merge=recotrack-status\n" in shown
    assert "git config diff.recotrack.textconv " in shown
    assert not (kept.root / ".gitattributes").exists()
    (kept.root / ".gitattributes").write_text("*.txt -text")
    run("git-setup", "--yes")
    assert (
        (kept.root / ".gitattributes").read_text().startswith("*.txt -text\nrecommendations/**/*.yaml diff=recotrack\n")
    )
    again = run("git-setup")
    assert (again.out, again.err) == ("", "git is set up already\n")


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


def test_there_must_be_a_repository(run: Run, build: Builder) -> None:
    assert "not in a git repository" in run("git-setup", "--yes", code=2).err
