"""Bytes of a text file as text."""

from recotrack.importing.documents.errors import DocumentError


def text_of(data: bytes, encoding: str | None = None) -> str:
    """Decodes a text file: UTF-8, UTF-16 where it begins with a mark that says so, or the encoding that is named.

    Raises:
        DocumentError: it is in none of them.
    """
    if encoding is not None:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            raise DocumentError(f"it is not {encoding} (byte {error.start})") from None
        except (LookupError, ValueError):
            raise DocumentError(f"there is no encoding {encoding!r}") from None
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise DocumentError("it begins as UTF-16 and goes on otherwise; save it as UTF-8") from None
    if b"\x00" in data[:4096]:
        raise DocumentError("it is no text, web page or PDF (there are zero bytes in it)")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DocumentError(f"it is not UTF-8 (line {line}); save it as UTF-8, or name its encoding") from None
