"""Bytes to text, by what they are."""

from typing import NamedTuple

from recotrack.importing.documents.page import looks_like_page, text_of_page
from recotrack.importing.documents.text import text_of


class Read(NamedTuple):
    """The text of a document, what kind it is, and what was odd; `others` are other orders of its text."""

    text: str
    kind: str
    notes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def read_document(data: bytes, encoding: str | None = None) -> Read:
    """Reads a document.

    Args:
        data: its bytes.
        encoding: that of a text file, where it is not UTF-8.

    Returns:
        Its text; `kind` is `text`, `web page` or `PDF`.

    Raises:
        DocumentError: it cannot be read.
    """
    if data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF"):
        from recotrack.importing.documents.pdf import texts_of_pdf

        first, *others = texts_of_pdf(data)
        return Read(first, "PDF", (), tuple(others))
    if looks_like_page(data):
        text, notes = text_of_page(data)
        return Read(text, "web page", tuple(notes))
    return Read(text_of(data, encoding), "text")
