"""What the stores give: the files of a register at one moment, under their relative paths."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from recotrack.model.diagnostics import Diagnostic

FOLDERS = ("figures", "recommendations", "sources", "status")
"""Folders that hold records."""

STANDING_FOLDERS = ("recommendations", "sources", "status")
"""Those that standings follow from."""

ROOT_FILE = "recotrack.yaml"
"""The file that marks the root of a register."""


def recommendation_path(id: str) -> str:
    """Gives the path of a recommendation, by its id."""
    source, _, number = id.rpartition("-")
    return f"recommendations/{source}/{number}.yaml"


def status_path(id: str) -> str:
    """Gives the path of the status file of a recommendation, by its id."""
    source, _, number = id.rpartition("-")
    return f"status/{source}/{number}.yaml"


class StoredFile(NamedTuple):
    """A file: its bytes, or what keeps it from being read."""

    path: str
    data: bytes = b""
    fault: Diagnostic | None = None


class Tree(Protocol):
    """The files of a register, from wherever."""

    def files(self, folders: Sequence[str] = FOLDERS) -> Iterator[StoredFile]:
        """Gives every file below the folders, in order of path, and after them `recotrack.yaml`."""
        ...
