"""A new edition written whole: its source, and a folder with a file for every recommendation."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from recotrack.model.kinds import Shape
from recotrack.model.records import Recommendation, Source
from recotrack.model.shapes import RECOMMENDATION, SOURCE
from recotrack.store.decode import decode
from recotrack.store.editing.emitting import entry_of, pairs
from recotrack.store.editing.updates import EditError
from recotrack.store.reader import read
from recotrack.store.writing import LOCK_SECONDS, write_text

_PREFIX = ".recotrack-import-"
_FLUSHED = 500


def record_text(record: Source | Recommendation) -> str:
    """Gives the text of a record's file.

    Raises:
        EditError: the record does not read back from it as it is.
    """
    shape: Shape = SOURCE if isinstance(record, Source) else RECOMMENDATION
    entry = entry_of(record)
    text = "\n".join(pairs({key: entry[key] for key in shape.fields if key in entry}, 0)) + "\n"
    node, found = read(text.encode("utf-8", "replace"), f"{record.id}.yaml")
    back = None
    if node is not None:
        back, found = decode(node, shape, f"{record.id}.yaml")
    if back is None:
        raise EditError(f"{record.id} has faults", tuple(found))
    if back._replace(origin=record.origin) != record:
        raise EditError(f"{record.id} cannot be written so that it reads back as it is")
    return text


def write_edition(root: Path, source: Source, recommendations: Iterable[Recommendation]) -> tuple[str, ...]:
    """Writes the recommendations of a new edition, then its source.

    The files come into a hidden folder first, which is then renamed: who interrupts it finds all
    of the edition, or nothing. If the process is killed between the two, the source stands
    there without recommendations, and writing it again completes it.

    Args:
        root: the root of the register.
        source: the source; its file is written where there is none yet.
        recommendations: all of them.

    Returns:
        The paths written, relative to the root.

    Raises:
        EditError: a record has a fault, or there are recommendations of the source already.
        OSError: something cannot be written; nothing of the edition is there then.
    """
    texts = {f"{one.id.rpartition('-')[2]}.yaml": record_text(one) for one in recommendations}
    own = f"sources/{source.id}.yaml"
    source_text = record_text(source)
    folder = root / "recommendations" / source.id
    for name in ("recommendations", "sources"):
        if (root / name).is_symlink():
            raise OSError(None, "is a link; links are not written through", str(root / name))
    with _alone(root):
        if (folder.exists() or folder.is_symlink()) and not _is_empty(folder):
            raise EditError(f"recommendations/{source.id} is there already; nothing is written over it")
        if (root / own).exists() and not (root / own).is_file():
            raise EditError(f"{own} is no file; nothing is written over it")
        folder.parent.mkdir(parents=True, exist_ok=True)
        for left in root.glob(f"{_PREFIX}*"):
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left, ignore_errors=True)
        made = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=root))
        new_source = not (root / own).exists()
        try:
            _fill(made, texts)
            if new_source:
                write_text(root / own, source_text)
            if folder.exists():
                folder.rmdir()
            os.rename(made, folder)
        except BaseException:
            with suppress(OSError):
                shutil.rmtree(made)
            if new_source and not folder.exists():
                (root / own).unlink(missing_ok=True)
            raise
    return (own, *(f"recommendations/{source.id}/{name}" for name in texts))


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Holds the lock of importing: two at once would take each other's hidden folder away."""
    from filelock import FileLock, Timeout

    lock = root / f"{_PREFIX}lock"
    held = FileLock(lock, timeout=LOCK_SECONDS)
    try:
        held.acquire()
    except Timeout:
        raise OSError(None, f"another import has been writing for {LOCK_SECONDS} seconds", str(root)) from None
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink()
        held.release()


def _fill(folder: Path, texts: dict[str, str]) -> None:
    """Writes files into a new folder; a few are flushed to disk, thousands are left to the system."""
    for name, text in texts.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            if len(texts) <= _FLUSHED:
                file.flush()
                os.fsync(file.fileno())
    folder.chmod(0o755)


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir())
