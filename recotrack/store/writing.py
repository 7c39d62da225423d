"""Whole files written so that a reader finds the old text or the new, never a part.

A writer locks the file, writes into a temporary file beside it, has both the file and the
folder flushed to disk, and renames the one over the other. One that is killed leaves its
temporary file; the next writer of the same file, which holds the lock, takes it away.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOCK_SECONDS = 30
"""How long to wait for another writer of the same file."""


def write_text(path: Path, text: str) -> None:
    """Writes a file whole.

    Args:
        path: where to; folders that are missing are made.
        text: the whole text; line ends are written as they are.

    Raises:
        OSError: it cannot be written; what was there is still there.
    """
    edit_file(path, lambda _: text.encode("utf-8"))


def edit_file(path: Path, change: Callable[[bytes | None], bytes], *, root: Path | None = None) -> None:
    """Reads a file, changes it and writes it, with no other writer in between.

    Args:
        path: the file; folders that are missing are made.
        change: gives the new contents from the old, or from None where there is no file.
            What it raises is passed on, and nothing is written then.
        root: a folder above the file, below which no folder on the way may be a link.

    Raises:
        OSError: it is a link or lies behind one, may not be written, cannot be locked or
            cannot be written; what was there is still there.
    """
    _refuse_links(path, root)
    path.parent.mkdir(parents=True, exist_ok=True)
    with _locked(path):
        _refuse_links(path, root)
        before = path.read_bytes() if path.exists() else None
        if before is not None and not os.access(path, os.W_OK):
            raise PermissionError(None, "may not be written", str(path))
        _clean(path)
        after = change(before)
        if after != before:
            _replace(path, after)


def _refuse_links(path: Path, root: Path | None) -> None:
    on_the_way = [] if root is None else [folder for folder in path.parents if root in folder.parents]
    for one in (path, *on_the_way):
        if one.is_symlink():
            raise OSError(None, "is a link; links are not written through", str(one))
    if path.exists() and not path.is_file():
        raise OSError(None, "is not a regular file", str(path))


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Holds the lock of a file: a hidden file beside it, taken away at the end."""
    from filelock import FileLock, Timeout

    lock = path.with_name(f".{path.name}.lock")
    held = FileLock(lock, timeout=LOCK_SECONDS)
    try:
        held.acquire()
    except Timeout:
        raise OSError(None, f"another process has been writing it for {LOCK_SECONDS} seconds", str(path)) from None
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
    try:
        yield
    finally:
        # Taken away while it is held: who waits for it finds that it has no name any more, and makes a new one.
        with suppress(OSError):
            lock.unlink()
        held.release()


def _clean(path: Path) -> None:
    """Takes away what killed writers of the file have left."""
    with os.scandir(path.parent) as entries:
        left = [one.path for one in entries if one.name.startswith(f".{path.name}.") and one.name.endswith(".tmp")]
    for one in left:
        with suppress(OSError):
            os.unlink(one)


def _replace(path: Path, data: bytes) -> None:
    mode = path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask()
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    except BaseException as error:
        with suppress(OSError):
            os.unlink(temporary)
        if isinstance(error, OSError):
            raise OSError(error.errno, error.strerror, str(path)) from None
        raise
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    """Has the new name itself flushed to disk, where the system can open folders."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
