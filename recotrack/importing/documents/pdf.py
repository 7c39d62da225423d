"""The text layer of a PDF, page by page."""

import io
import re

from recotrack.importing.documents.errors import DocumentError

MOST_PAGES = 600
_MOST_TEXT = 8_000_000
_INSTALL = "reading PDF needs the extra: pip install 'recotrack[pdf]'; or save the document as text"


def texts_of_pdf(data: bytes) -> list[str]:
    """Gives the text of a PDF, with a form feed between pages.

    It is read with pypdf, in the order in which it was written. Where pages have columns there is
    a second text, which pdfminer.six puts in order by where it lies; which of the two reads on
    without a break is for the finder to tell.

    Raises:
        DocumentError: it is locked, broken or has no text layer; the message says which.
    """
    try:
        import pypdf
    except ImportError:
        raise DocumentError(_INSTALL) from None
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentError("the PDF is locked with a password; save it without")
        count = len(reader.pages)
        if count > MOST_PAGES:
            raise DocumentError(f"the PDF has {count} pages, more than {MOST_PAGES}; cut out those of the country")
        pages: list[str] = []
        for page in reader.pages:
            pages.append(page.extract_text() or "")
            if sum(map(len, pages)) > _MOST_TEXT:
                raise DocumentError("the PDF unfolds to more text than any report has; it is not read")
    except (DocumentError, MemoryError):
        raise
    except Exception as error:  # What a broken file makes of a reader is not to be foreseen.
        raise DocumentError(f"the PDF is broken ({type(error).__name__}); save it again, or as text") from None
    letters = sum(len(re.sub(r"\W", "", text)) for text in pages)
    if letters < 20 * max(count, 1):
        raise DocumentError(
            "the PDF has no text layer: it is a scan. Recognise its text first (OCR), or save it as text"
        )
    texts = ["\f".join(pages)]
    if _in_columns(data) and (other := _by_place(data)):
        texts.append("\f".join(map(_without_gaps, other)))
    return texts


def _without_gaps(page: str) -> str:
    """Takes out the empty lines between boxes of text that run on."""
    return re.sub(r"(?<![.:;!?”\"])\n\n+(?=\S)|(?<=\w)\n\n+(?=[a-z])", "\n", page)


def _in_columns(data: bytes) -> bool:
    """Tells whether pages are set in two columns: many lines begin right of the middle, beside others."""
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LTTextBoxHorizontal
    except ImportError:
        return False
    left = right = 0
    try:
        for number, page in enumerate(extract_pages(io.BytesIO(data), maxpages=12)):
            middle = page.width / 2
            boxes = [box for box in page if isinstance(box, LTTextBoxHorizontal) and len(box.get_text()) > 80]
            for box in boxes:
                if box.x0 >= middle - 10:
                    right += 1
                elif box.x1 <= middle + 10:
                    left += 1
            if number > 10:
                break
    except Exception:
        return False
    return right >= 2 and left >= 2


def _by_place(data: bytes) -> list[str]:
    from pdfminer.high_level import extract_text

    try:
        text = extract_text(io.BytesIO(data), maxpages=MOST_PAGES)
    except Exception:
        return []
    pages = str(text).split("\f")
    return pages[:-1] if pages and not pages[-1].strip() else pages
