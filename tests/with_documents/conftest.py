"""The project's own register, and its documents as text."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from recotrack.model.register import Register
from recotrack.store.load import load
from recotrack.store.worktree import WorkTree

Text = Callable[[str], str]


@pytest.fixture(scope="module")
def register() -> Register:
    """The project's own register."""
    return load(WorkTree(Path(__file__).resolve().parents[2]))


@pytest.fixture
def text(documents: Path, register: Register) -> Text:
    """Gives the document of a source, which must be the file that was recorded."""

    def read(source: str) -> str:
        document = register.sources[source].document
        assert document is not None
        data = (documents / document.file).read_bytes()
        assert hashlib.sha256(data).hexdigest() == document.sha256
        return data.decode("utf-8")

    return read
