"""Fixtures of the command line: whole outputs kept in files, a fixed register, and the installed script."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.builder import Builder
from tests.cli.sample import write_sample

SNAPSHOTS = Path(__file__).with_name("snapshots")

Snapshot = Callable[[str, str], None]


class Ended(NamedTuple):
    """How a process ended, and the bytes that it wrote."""

    code: int
    out: bytes
    err: bytes

    @property
    def told(self) -> str:
        """What it wrote to stderr, as text."""
        return self.err.decode("utf-8", "replace")


Spawn = Callable[..., Ended]


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """Compares a whole output with the file of that name; `--update-snapshots` writes the file."""

    def compare(name: str, text: str) -> None:
        path = SNAPSHOTS / name
        if request.config.getoption("--update-snapshots"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        assert path.is_file(), f"no snapshot {name}: run pytest --update-snapshots, and read what it wrote"
        assert text == path.read_bytes().decode("utf-8")

    return compare


@pytest.fixture
def sample(build: Builder) -> Builder:
    """The register of the snapshots; see `tests.cli.sample`."""
    return write_sample(build)


@pytest.fixture
def script() -> Path:
    """The command as it is installed beside the interpreter that runs the tests."""
    return Path(sys.executable).with_name("recotrack")


@pytest.fixture
def environment() -> dict[str, str]:
    """What a process inherits: nothing that changes how the command prints."""
    hidden = ("NO_COLOR", "FORCE_COLOR", "LESS", "PAGER", "LANG", "LC_ALL", "LC_CTYPE", "PYTHONIOENCODING", "COLUMNS")
    kept = {name: value for name, value in os.environ.items() if name not in (*hidden, "PYTHONUTF8", "LINES", "TERM")}
    return kept | {"LC_ALL": "C.UTF-8"}


@pytest.fixture
def spawn(build: Builder, script: Path, environment: dict[str, str]) -> Spawn:
    """Runs the installed script in the folder of `build`, without a terminal."""

    def call(*words: str, code: int = 0, **variables: str) -> Ended:
        run = subprocess.run(
            [script, *words],
            cwd=build.root,
            env=environment | variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=30,
            check=False,
        )
        ended = Ended(run.returncode, run.stdout, run.stderr)
        assert "Traceback" not in ended.told
        assert ended.code == code, ended.told
        return ended

    return call
