"""`history`: one recommendation through the commits."""

import json
from typing import Any

import pytest

from tests.builder import Builder, evidence, link, update
from tests.conftest import Run

FOUND = update("2024-06-24", "not_implemented", summary="Nobody was.", evidence=[evidence("tr-2024", "Nobody was.")])


@pytest.fixture
def kept(build: Builder) -> Builder:
    """A demand through five commits: begun, an update, another demand, renamed, its text altered."""
    build.source("tr-2023")
    build.source("tr-2024", published="2024-06-24")
    build.recommendation("tr-2023-01", "Train judges.")
    build.commit("Begin")
    build.status("tr-2023-01", FOUND)
    build.commit("What was found \x1b[31m")
    build.recommendation("tr-2024-01", "Train all judges.", continues=[link("tr-2023-01")])
    build.commit("Another")
    for folder in ("recommendations", "status"):
        (build.root / folder / "tr-2023/01.yaml").unlink()
    build.recommendation("tr-2023-02", "Train judges.")
    build.status("tr-2023-02", FOUND)
    build.commit("Rename")
    build.recommendation("tr-2023-02", "Train some judges.")
    build.commit("Alter")
    return build


def told(run: Run, *words: str) -> list[tuple[str, list[str]]]:
    found: dict[str, Any] = json.loads(run("history", *words, "--format", "json").out)
    return [(step["subject"], [change["kind"] for change in step["changes"]]) for step in found["steps"]]


def test_every_commit_that_changed_it(run: Run, kept: Builder) -> None:
    assert told(run, "tr-2023-02") == [
        ("Begin", ["recommendation-added"]),
        ("What was found \x1b[31m", ["status-added", "update-added"]),
        ("Rename", ["recommendation-renamed", "status-renamed"]),
        ("Alter", ["text-altered"]),
    ]
    assert told(run, "tr-2024-01") == [("Another", ["lineage-confirmed", "recommendation-added"])]
    assert told(run, "tr-2023-01", "--rev", "HEAD~3")[-1][0] == "What was found \x1b[31m"


def test_in_words(run: Run, kept: Builder) -> None:
    out = run("history", "tr-2023-02").out
    assert out.startswith("tr-2023-02: 4 commits\n\n2024-07-01  ")
    assert ", A Monitor: What was found \\x1b[31m\n" in out
    assert "  update of 2024-06-24 added: not implemented (issuing body)\n    Nobody was.\n" in out
    assert "    - tr-2024, Part 1: “Nobody was.”\n" in out
    assert "  warning: the published text was altered\n    Train {+some+} judges.\n" in out


def test_names_can_be_hidden(run: Run, kept: Builder) -> None:
    path = kept.root / "recotrack.yaml"
    settings = json.loads(path.read_text()) | {"hide_contributors": True}
    kept.write("recotrack.yaml", settings)
    assert "A Monitor" not in run("history", "tr-2023-02").out
    found = json.loads(run("history", "tr-2023-02", "--format", "json").out)
    assert {step["who"] for step in found["steps"]} == {None}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("tr-2023-09",), "No commit up to 'HEAD' has a recommendation 'tr-2023-09'"),
        (("tr-2023-02", "--rev", "HEAD~3"), "No commit up to 'HEAD~3'"),
        (("../x",), "is no id"),
        (("tr-2024-01", "--rev", "nowhere"), "names no commit"),
    ],
)
def test_what_is_not_there(run: Run, kept: Builder, words: tuple[str, ...], message: str) -> None:
    assert message in run("history", *words, code=2).err


def test_a_register_in_a_folder_of_the_repository(run: Run, build: Builder) -> None:
    inner = Builder(build.root / "inner")
    inner.source("tr-2023")
    inner.recommendation("tr-2023-01", "Train judges.")
    build.commit("Begin")
    out = run("-C", str(inner.root), "history", "tr-2023-01").out
    assert out.startswith("tr-2023-01: 1 commit\n")


def test_a_merge_is_told_by_its_sides(run: Run, kept: Builder) -> None:
    kept.git("checkout", "-q", "-b", "side", "HEAD")
    kept.status("tr-2023-02", FOUND, update("2024-08-01", "partly_implemented"))
    kept.commit("Side")
    kept.git("checkout", "-q", "main")
    kept.recommendation("tr-2024-02", "Fund shelters.")
    kept.commit("Main")
    kept.git("merge", "-q", "--no-edit", "side")
    assert told(run, "tr-2023-02")[-1] == ("Side", ["update-added"])


def test_no_program_is_run_for_signatures(run: Run, kept: Builder) -> None:
    trap = kept.root.parent / "trap"
    script = kept.root.parent / "gpg"
    script.write_text(f"#!/bin/sh\ntouch {trap}\n")
    script.chmod(0o755)
    kept.git("config", "log.showSignature", "true")
    kept.git("config", "gpg.program", str(script))
    run("history", "tr-2023-02")
    assert not trap.exists()
