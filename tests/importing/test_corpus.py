"""The corpus: documents of invented countries in every layout, as text, web page and PDF; exact lists, exact texts."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from recotrack.importing.documents.reading import read_document
from recotrack.importing.finding.finding import find, find_in
from recotrack.importing.finding.found import Found
from tests.importing.making import html_of, pdf_of, pdf_paragraphs

CORPUS = Path(__file__).with_name("corpus")
NAMES = sorted(path.stem for path in CORPUS.glob("*.yaml"))
ALIKE = {"k2_belmarra", "j2_orrinde"}
"""In a PDF their lines do not show where one demand ends: no stops, or several sentences in a paragraph."""


@cache
def expected(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((CORPUS / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def texts(found: Found) -> list[str]:
    return [item.text for item in found.items]


def test_there_is_a_document_of_every_layout() -> None:
    letters = {name[0] for name in NAMES}
    assert letters == set("abcdefghijklmnopqrstuvwxy")
    assert len(NAMES) >= 80


@pytest.mark.parametrize("name", NAMES)
def test_text(name: str) -> None:
    wanted = expected(name)
    found = find(read_document((CORPUS / f"{name}.txt").read_bytes()).text)
    assert texts(found) == wanted["recommendations"]
    assert found.cut == wanted["cut"]
    assert found.because
    for group in wanted.get("groups") or ():
        own = [found.items[number - 1] for number in group["numbers"]]
        assert {item.lead_in or "" for item in own} == {group["lead_in"]}
        assert {item.section for item in own} <= {group["section"].lstrip("0123456789. "), group["section"]}


@pytest.mark.parametrize("name", NAMES)
def test_web_page(name: str) -> None:
    wanted = expected(name)
    read = read_document(html_of(name, wanted).encode("utf-8"))  # type: ignore[arg-type]
    assert read.kind == "web page"
    assert texts(find(read.text)) == [" ".join(text.split()) for text in wanted["recommendations"]]
    assert any("hidden" in note for note in read.notes)


def printable(name: str) -> bool:
    """Tells whether the font that the PDFs are set in has all characters of a document."""
    return "".join(expected(name)["recommendations"]).encode("cp1252", "replace").count(b"?") == 0


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("name", [name for name in NAMES if name not in ALIKE and printable(name)])
def test_pdf(name: str, columns: int) -> None:
    wanted = expected(name)
    data = pdf_of(pdf_paragraphs(name, wanted), columns=columns)  # type: ignore[arg-type]
    read = read_document(data)
    _, found = find_in([read.text, *read.others])
    assert texts(found) == wanted["recommendations"]


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("y")])
def test_nothing_is_an_answer_with_a_reason(name: str) -> None:
    found = find((CORPUS / f"{name}.txt").read_bytes().decode("utf-8"))
    assert found.items == ()
    assert len(found.because) > 20
