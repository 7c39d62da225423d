"""Bytes to text: encodings, web pages as readers see them, PDFs that cannot be read."""

import io

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from recotrack.importing.documents.errors import DocumentError
from recotrack.importing.documents.page import text_of_page
from recotrack.importing.documents.reading import read_document


def page(body: str) -> list[str]:
    text, _ = text_of_page(f"<!DOCTYPE html><html><body>{body}</body></html>".encode())
    return [line for line in text.splitlines() if line]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<p>One\n  two</p><p>three</p>", ["One two", "three"]),
        ("<p>One<p>two", ["One", "two"]),
        ("<ul><li>One<li>two</ul>", ["• One", "• two"]),
        ("<ul><li><p>One</p></li><li><div>two</div></li></ul>", ["• One", "• two"]),
        ('<ol start="12"><li>One<li>two</ol>', ["12. One", "13. two"]),
        ('<ol><li value="7">One<li>two</ol>', ["7. One", "8. two"]),
        ("<ol><li>One<ul><li>inner</ul><li>two</ol>", ["1. One", "• inner", "2. two"]),
        ("a<br>b<br/>c", ["a", "b", "c"]),
        ("<pre>one\n  two</pre>", ["one", "two"]),
        ("a<script>b</script><style>c</style><template>d</template>e", ["ae"]),
        ("<nav>a</nav><footer>b</footer><p>c", ["c"]),
        ('<p hidden>a</p><p style="display: none">b</p><p aria-hidden="true">c</p><p>d', ["d"]),
        ("<div hidden><div>a</div><p>b</div><p>c", ["c"]),
        ("<p>It was<sup>1</sup> done<sup>[23]</sup> on the 2<sup>nd</sup>", ["It was done on the 2nd"]),
        ("<p>Caf&eacute; &amp; &#8220;x&#8221; &lt;b&gt;", ["Café & “x” <b>"]),
        ("</ul></li></p>a", ["a"]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ["a", "b"]),
    ],
)
def test_pages_as_they_are_read(body: str, wanted: list[str]) -> None:
    assert page(body) == wanted


def test_hidden_parts_are_told() -> None:
    _, notes = text_of_page(b"<html><p hidden>a</p><p style='visibility:hidden'>b</p>")
    assert notes == ["2 hidden parts of the page were passed over"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<!doctype HTML><p>x", "web page"),
        (b"\xef\xbb\xbf\n<html>", "web page"),
        (b"<?xml version='1.0'?><html>", "web page"),
        (b"<p>RECOMMENDATIONS</p>", "web page"),
        (b"a < b", "text"),
        (b"<Government> of X", "text"),
        ("é".encode("utf-16"), "text"),
        (b"", "text"),
    ],
)
def test_kinds(data: bytes, kind: str) -> None:
    assert read_document(data).kind == kind


def test_encodings_of_pages() -> None:
    latin = '<meta charset="iso-8859-1"><p>Café “'.encode("cp1252")
    assert "Café" in text_of_page(latin)[0]
    assert "Café" in text_of_page('<meta charset="nonsense"><p>Café'.encode("cp1252"))[0]
    assert "Café" in text_of_page("<html><p>Café".encode("utf-16"))[0]


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (b"caf\xe9\n", None, "not UTF-8 .line 1.*encoding"),
        (b"\x00\x01\x02", None, "zero bytes"),
        (b"\xff\xfea", None, "UTF-16"),
        (b"caf\xe9", "utf-8", "not utf-8"),
        (b"x", "klingon", "no encoding 'klingon'"),
        (b"%PDF-1.7\nnothing", None, "PDF is broken|no text layer"),
        (b"%PDF-1.4\n%%EOF", None, "PDF is broken|no text layer"),
    ],
)
def test_what_cannot_be_read(data: bytes, encoding: str | None, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        read_document(data, encoding)


def pdf(*lines: str, password: str | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(password) if password else None)
    for number, line in enumerate(lines):
        canvas.drawString(72, 720 - 14 * number, line)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_pdf_is_read() -> None:
    read = read_document(pdf("Prioritized Recommendations", "Train all judges and prosecutors."))
    assert read.kind == "PDF"
    assert read.text.splitlines()[:2] == ["Prioritized Recommendations", "Train all judges and prosecutors."]


def test_a_scan_is_told_apart() -> None:
    with pytest.raises(DocumentError, match="it is a scan"):
        read_document(pdf())


def test_a_locked_pdf() -> None:
    with pytest.raises(DocumentError, match="locked with a password"):
        read_document(pdf("Train all judges.", password="secret"))


@pytest.mark.parametrize("part", [0.2, 0.5, 0.8, 0.95])
def test_a_truncated_pdf_is_read_or_refused(part: float) -> None:
    data = pdf("Prioritized Recommendations", "Train all judges and prosecutors.")
    try:
        read = read_document(data[: int(len(data) * part)])
    except DocumentError:
        return
    assert read.kind == "PDF"
