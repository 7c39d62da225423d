"""The documents of sources, as text files in a folder outside the register."""

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

from recotrack.model.records import Source

MAX_BYTES = 64 * 1024 * 1024


class DocumentError(Exception):
    """A document that cannot be used; the message is for people."""


def utf8(data: bytes) -> str:
    """Decodes a text, without a byte order mark."""
    return data.decode("utf-8-sig")


def read_document(folder: Path, source: Source, text_of: Callable[[bytes], str] = utf8) -> str:
    """Gives the text of a source's document.

    Args:
        folder: where documents are.
        source: a source that names one.
        text_of: makes text of its bytes; raises ValueError where it cannot.

    Raises:
        DocumentError: it is not there, not the file that was recorded, or not UTF-8 text.
    """
    assert source.document is not None
    name = source.document.file
    if Path(name).name != name:
        raise DocumentError(f"`{name}` is not a plain file name")
    try:
        handle = os.open(folder / name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise DocumentError(f"the document {name} is not a regular file")
            data = file.read(MAX_BYTES + 1)
    except ValueError:
        raise DocumentError(f"`{name}` is not a plain file name") from None
    except OSError as error:
        raise DocumentError(f"the document {name} cannot be read: {error.strerror or error}") from None
    if len(data) > MAX_BYTES:
        raise DocumentError(f"the document {name} is over 64 MiB")
    if hashlib.sha256(data).hexdigest() != source.document.sha256:
        raise DocumentError(f"the document {name} is not the one recorded: its SHA-256 differs")
    try:
        return text_of(data)
    except UnicodeDecodeError:
        raise DocumentError(f"the document {name} is not UTF-8 text") from None
    except ValueError as error:
        raise DocumentError(f"the document {name} cannot be read: {error}") from None
