"""What the repository offers to others, tried as they would use it: the hook of pre-commit, and the Action."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.builder import Builder, evidence, update

VALUES = {
    "github.token": "secret",
    "github.event.pull_request.number": "7",
    "inputs.path": "register",
}


@pytest.fixture
def offered(build: Builder, tmp_path: Path) -> Builder:
    """A register in a folder of a repository, on a branch with one update more than main."""
    build.source("tr-2024", published="2024-06-24", extent="whole")
    build.recommendation("tr-2024-01", "Train all judges.", continues=[])
    top = Builder.__new__(Builder)
    top.root = tmp_path
    (tmp_path / ".gitignore").write_text("/home/\n/runner/\n")
    top.commit("Begin")
    top.git("checkout", "-q", "-b", "side")
    quoted = update("2024-09-01", "not_implemented", "own_assessment", evidence=[evidence("tr-2024", "Nobody was.")])
    build.status("tr-2024-01", quoted)
    top.commit("Record what was found")
    return top


def steps(repository: Path) -> list[dict[str, Any]]:
    action = yaml.safe_load((repository / "action.yml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = action["runs"]["steps"]
    return found


def test_no_word_of_an_event_is_run_as_code(repository: Path) -> None:
    for step in steps(repository):
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"


def run_step(step: dict[str, Any], top: Path, values: dict[str, str], **environment: str) -> str:
    """Runs a step as GitHub would: `bash -e`, its variables filled in."""
    filled = {
        name: re.sub(r"\$\{\{ (.*?) \}\}", lambda match: values[match[1]], text)
        for name, text in step.get("env", {}).items()
    }
    run = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=top,
        env={**os.environ, **environment, **filled},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr + run.stdout
    return run.stdout


@pytest.mark.slow
def test_the_steps_of_the_action(offered: Builder, repository: Path, tmp_path: Path) -> None:
    shas = {name: offered.git("rev-parse", name).strip() for name in ("main", "side")}
    values = VALUES | {
        "github.action_path": str(repository),
        "github.event.pull_request.base.sha": shas["main"],
        "github.event.pull_request.head.sha": shas["side"],
    }
    runner = tmp_path / "runner"
    runner.mkdir()
    stub = runner / "gh"
    stub.write_text('#!/bin/sh\necho "$@" > "$RUNNER_TEMP/called"\nexit 1\n')
    stub.chmod(0o755)
    environment = {
        "RUNNER_TEMP": str(runner),
        "GITHUB_STEP_SUMMARY": str(runner / "summary.md"),
        "GITHUB_SERVER_URL": "https://example.org",
        "GITHUB_REPOSITORY": "people/register",
        "PATH": f"{runner}{os.pathsep}{os.environ['PATH']}",
    }
    refuse, install, check, tell, comment = steps(repository)
    assert "pull_request_target" in refuse["if"]
    run_step(install, tmp_path, values, **environment)
    assert run_step(check, tmp_path, values, **environment) == ""
    told = run_step(tell, tmp_path, values, **environment)
    assert "::notice file=register/status/tr-2024/01.yaml,line=4,col=1,title=update-added::" in told
    summary = (runner / "summary.md").read_text(encoding="utf-8")
    assert "1 standing moved (1 first assessed), 1 update added, 0 warnings" in summary
    assert f"(https://example.org/people/register/blob/{shas['side']}/register/" in summary
    # A token of a fork may not comment: the run goes on, and says where the words are.
    assert "::notice::The comment could not be posted" in run_step(comment, tmp_path, values, **environment)
    assert (runner / "called").read_text().startswith("pr comment 7 --repo people/register --edit-last")


@pytest.mark.slow
def test_the_hook_of_pre_commit(offered: Builder, repository: Path, tmp_path: Path) -> None:
    def hook(code: int) -> str:
        environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")}
        words = ["try-repo", str(repository), "recotrack-check", "--all-files"]
        command = Path(sys.executable).with_name("pre-commit")
        run = subprocess.run(
            [command, *words], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert run.returncode == code, run.stdout + run.stderr
        return run.stdout

    # The top is a register itself here: try-repo takes no other arguments for the hook.
    (tmp_path / "recotrack.yaml").write_text((tmp_path / "register/recotrack.yaml").read_text())
    assert "Passed" in hook(0)
    (tmp_path / "status/tr-2024").mkdir(parents=True)
    (tmp_path / "status/tr-2024/01.yaml").write_text("recommendation: tr-2024-01\nupdates: []\n")
    assert "status/tr-2024/01.yaml:1:17: missing-recommendation" in hook(1)
