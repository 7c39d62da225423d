"""What the stores give: the files of a register at one moment, under their relative paths."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from recotrack.model.diagnostics import Diagnostic

FOLDERS = ("recommendations", "sources", "status")
"""Folders that hold records."""

ROOT_FILE = "recotrack.yaml"
"""The file that marks the root of a register."""


class StoredFile(NamedTuple):
    """A file: its bytes, or what keeps it from being read."""

    path: str
    data: bytes = b""
    fault: Diagnostic | None = None


class Tree(Protocol):
    """The files of a register, from wherever."""

    def files(self) -> Iterator[StoredFile]:
        """Gives `recotrack.yaml` and every file below the record folders, in order of path."""
        ...
