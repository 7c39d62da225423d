"""The work tree: regular files below the root, found without following links.

Paths are text here, not `Path`: a register has many files, and every start would pay for
the import.
"""

import errno
import os
import stat
from collections.abc import Iterator, Sequence

from recotrack.model.diagnostics import fault
from recotrack.model.nodes import Position
from recotrack.store.reader import MAX_BYTES, too_large
from recotrack.store.tree import FOLDERS, ROOT_FILE, StoredFile

_KEEPS_OFF_LINKS = hasattr(os, "O_NOFOLLOW")
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def find_root(start: str | os.PathLike[str]) -> str | None:
    """Gives the nearest folder at or above `start` that holds `recotrack.yaml`, or None."""
    folder = os.path.abspath(start)
    while not os.path.isfile(os.path.join(folder, ROOT_FILE)):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def fingerprint(data: bytes, *, like: str = "") -> str:
    """Gives the id that git would give contents, of the kind (SHA-1 or SHA-256) of another id."""
    from hashlib import sha1, sha256

    made = sha256 if len(like) == 64 else sha1
    return made(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


class WorkTree:
    """The files of a register as they lie on disk."""

    def __init__(self, root: str | os.PathLike[str]) -> None:
        self._root = os.fspath(root)

    def files(self, folders: Sequence[str] = FOLDERS) -> Iterator[StoredFile]:
        """See `Tree.files`."""
        for folder in folders:
            yield from self._below(folder)
        yield self._read(ROOT_FILE)

    def _below(self, folder: str) -> Iterator[StoredFile]:
        try:
            status = os.lstat(os.path.join(self._root, folder))
        except FileNotFoundError:
            return
        except OSError as error:
            yield _unreadable(folder, error)
            return
        if not stat.S_ISDIR(status.st_mode):
            yield _not_regular(folder, "a link" if stat.S_ISLNK(status.st_mode) else "not a folder")
            return
        # Not by recursion: folders may lie deeper than Python calls.
        waiting = [f"{folder}/"]
        while waiting:
            path = waiting.pop()
            if not path.endswith("/"):
                yield self._read(path)
                continue
            try:
                with os.scandir(os.path.join(self._root, path[:-1])) as entries:
                    names = [
                        f"{entry.name}/" if entry.is_dir(follow_symlinks=False) else entry.name
                        for entry in entries
                        if not entry.name.startswith(".")
                    ]
            except OSError as error:
                yield _unreadable(path[:-1], error)
                continue
            waiting.extend(path + name for name in sorted(names, reverse=True))

    def _read(self, path: str) -> StoredFile:
        full = os.path.join(self._root, path)
        try:
            if not _KEEPS_OFF_LINKS and os.path.islink(full):
                return _not_regular(path, "a link")
            handle = os.open(full, _FLAGS)
        except OSError as error:
            if error.errno == errno.ELOOP:
                return _not_regular(path, "a link")
            return _unreadable(path, error)
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                return _not_regular(path, "not a regular file")
            if status.st_size > MAX_BYTES:
                return StoredFile(path, fault=too_large(path))
            data = os.read(handle, status.st_size + 1)
            # One byte more than it had was asked for: that it came means that the file has grown.
            while len(data) > status.st_size and (more := os.read(handle, MAX_BYTES + 1 - len(data))):
                data += more
            return StoredFile(path, data)
        except OSError as error:
            return _unreadable(path, error)
        finally:
            os.close(handle)


def _not_regular(path: str, what: str) -> StoredFile:
    hint = "records are regular files; links are not followed"
    return StoredFile(path, fault=fault("not-regular-file", Position(path), f"{what} where a record could be", hint))


def _unreadable(path: str, error: OSError) -> StoredFile:
    message = f"cannot be read: {error.strerror or error}"
    return StoredFile(path, fault=fault("unreadable", Position(path), message))
