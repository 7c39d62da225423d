"""Texts and quotes stand in their documents, by `recotrack check --documents` and by a search of our own."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copy, copytree

import pytest

from recotrack.model.records import Evidence
from recotrack.model.register import Register
from tests.conftest import Run
from tests.with_documents.conftest import Text


def passages(register: Register) -> Iterator[tuple[str, str]]:
    """Gives every quote with its source."""

    def of(evidence: tuple[Evidence, ...]) -> Iterator[tuple[str, str]]:
        for passage in evidence:
            yield passage.source, passage.quote

    for status in register.statuses.values():
        for update in status.updates:
            yield from of(update.evidence)
        if status.closed:
            yield from of(status.closed.evidence)
        if status.response:
            yield status.response.source, status.response.quote
    for matter in register.matters.values():
        for side in matter.sides.values():
            yield from of(side.evidence)
    for metric in register.metrics.values():
        yield from ((figure.source, figure.quote) for figure in metric.values)
        for remark in metric.remarks:
            yield from of(remark.evidence)


def test_check_is_clean_and_counts(run: Run, repository: Path, documents: Path, register: Register) -> None:
    ran = run("check", "--documents", str(documents), root=repository)
    assert ran.out == ""
    quotes = len(set(passages(register)))
    assert quotes > 400
    assert ran.err.splitlines() == [
        f"0 errors, 0 warnings in 99 recommendations, {len(register.statuses)} status files",
        f"compared 99 texts and {quotes} distinct quotes with 5 documents",
    ]


def test_every_quote_is_in_its_document(text: Text, register: Register) -> None:
    """White space is one space; a hyphen at the end of a line is kept, or taken off."""
    for source, quote in set(passages(register)):
        kept = re.sub(r"(?<=\w)-\s*\n\s*", "-", text(source))
        without = re.sub(r"(?<=\w)-\s*\n\s*", "", text(source))
        flat = [re.sub(r"\s+", " ", one) for one in (kept, without)]
        assert any(quote in one for one in flat), quote


def test_every_status_of_2024_quotes_its_narrative(text: Text, register: Register) -> None:
    document = text("us-tip-2024")
    narrative = re.sub(r"\s+", " ", document[document.index("PROSECUTION") :])
    for id, status in register.statuses.items():
        if id.startswith("us-tip-2024"):
            quotes = [e.quote for update in status.updates for e in update.evidence if e.source == "us-tip-2024"]
            assert any(quote in narrative for quote in quotes), id


# A changed character is found where it stands


@pytest.fixture
def copied(repository: Path, tmp_path: Path) -> Path:
    """A copy of the register, to be altered."""
    root = tmp_path / "copy"
    root.mkdir()
    copy(repository / "recotrack.yaml", root)
    for folder in ("sources", "recommendations", "status"):
        copytree(repository / folder, root / folder)
    return root


@pytest.mark.parametrize(
    ("path", "before", "after", "code"),
    [
        ("recommendations/us-tip-2018/01.yaml", "offenses, and", "offenses and", "text-not-in-document"),
        ("recommendations/us-tip-2023/06.yaml", "judges", "Judges", "text-not-in-document"),
        ("recommendations/us-tip-2024/03.yaml", "indicators", "indicator", "text-not-in-document"),
        ("recommendations/iom-2016/50.yaml", "evidence base", "evidence-base", "text-not-in-document"),
        ("status/us-tip-2024/09.yaml", "a moratorium on", "the moratorium on", "quote-not-in-document"),
    ],
)
def test_a_changed_character_is_found(
    run: Run, copied: Path, documents: Path, path: str, before: str, after: str, code: str
) -> None:
    file = copied / path
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
    ran = run("check", "--documents", str(documents), "--format", "json", root=copied, code=1)
    (found,) = json.loads(ran.out)["diagnostics"]
    key = "quote" if code.startswith("quote") else "text"
    at = text[: text.index(before)].rfind(f"{key}: >-")
    line = text[:at].count("\n") + 1
    column = at - text.rfind("\n", 0, at) + len(f"{key}: ")
    assert (found["path"], found["line"], found["column"], found["code"]) == (path, line, column, code)


@pytest.mark.parametrize("key", ["lead_in", "section"])
def test_a_changed_lead_in_or_section_is_found(run: Run, copied: Path, documents: Path, key: str) -> None:
    file = copied / "recommendations" / "iom-2016" / "01.yaml"
    text = file.read_text(encoding="utf-8")
    before = {"lead_in": "potential delays", "section": "Identification and"}[key]
    assert before in text
    file.write_text(text.replace(before, before.swapcase(), 1), encoding="utf-8")
    ran = run("check", "--documents", str(documents), root=copied, code=1)
    line = next(number for number, line in enumerate(text.splitlines(), start=1) if line.startswith(f"{key}:"))
    assert ran.out.startswith(f"recommendations/iom-2016/01.yaml:{line}:{len(key) + 3}: text-not-in-document ")


def test_another_document_is_found(run: Run, copied: Path, documents: Path, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    for path in documents.glob("*.txt"):
        data = path.read_bytes()
        (folder / path.name).write_bytes(data + b"\n" if path.name.startswith("004") else data)
    ran = run("check", "--documents", str(folder), root=copied, code=1)
    assert ran.out.startswith("sources/us-tip-2024.yaml:")
    assert "document-unusable" in ran.out
    assert "with 4 documents; no document for us-tip-2024" in ran.err
