"""Fixtures that every test may use."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from recotrack.cli.main import main
from tests.builder import Builder

DOCUMENTS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
"""Where the documents of the first register are for those who have them."""


class Ran(NamedTuple):
    """How a run of the command line ended, and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Registers `--update-snapshots` here, where pytest looks for options whatever folder it is given."""
    parser.addoption("--update-snapshots", action="store_true", help="write whole outputs instead of comparing them")


@pytest.fixture
def build(tmp_path: Path) -> Builder:
    """A register to write into, with nothing but its settings."""
    root = tmp_path / "register"
    root.mkdir()
    return Builder(root)


@pytest.fixture
def run(build: Builder, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `recotrack` on the register of `build`; prints what it printed, for failures.

    `code` is the exit code that is expected (0).
    """
    for name in ("NO_COLOR", "FORCE_COLOR", "LESS", "PAGER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def call(*words: str, code: int = 0, root: Path | None = None) -> Ran:
        capfd.readouterr()
        ended = main(["-C", str(root or build.root), *words])
        out, err = capfd.readouterr()
        os.write(1, f"$ recotrack {' '.join(words)}\n{out}{err}".encode())
        assert ended == code, err or out
        assert "Traceback" not in err
        return Ran(ended, out, err)

    return call


@pytest.fixture
def repository() -> Path:
    """The project's own root, which holds the first register."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture
def documents() -> Path:
    """The folder of documents; tests that need it are skipped where it is not."""
    if not DOCUMENTS.is_dir():
        pytest.skip("the documents of the register are not here")
    return DOCUMENTS
