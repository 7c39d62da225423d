import hashlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

from recotrack.model.nodes import MappingNode, Origin
from recotrack.model.records import Document, Source
from recotrack.store import documents
from recotrack.store.documents import DocumentError, read_document


def source(file: str, data: bytes = b"") -> Source:
    """Gives a source whose document has this name and these contents."""
    return Source(
        id="tr-2023",
        series="tr",
        issuer="A",
        title="T",
        country="UTO",
        year=2023,
        origin=Origin("sources/tr-2023.yaml", MappingNode({}, 1, 1)),
        document=Document(file, hashlib.sha256(data).hexdigest()),
    )


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("Сделайте это — “now”.\r\n\fNext page\u2028".encode(), "Сделайте это — “now”.\r\n\fNext page\u2028"),
        (b"\xef\xbb\xbfa", "a"),
    ],
)
def test_gives_the_text(tmp_path: Path, data: bytes, text: str) -> None:
    (tmp_path / "a b.txt").write_bytes(data)
    assert read_document(tmp_path, source("a b.txt", data)) == text


def refusal(folder: Path, of: Source) -> str:
    """Gives the words of the refusal."""
    with pytest.raises(DocumentError) as refused:
        read_document(folder, of)
    assert refused.value.__cause__ is None
    return str(refused.value)


@pytest.mark.parametrize("name", ["../a.txt", "/etc/passwd", "b/a.txt", "a.txt/", "./a.txt", "."])
def test_a_name_that_leads_elsewhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    (tmp_path / "b").mkdir()
    (tmp_path / "b/a.txt").write_bytes(b"x")
    assert refusal(tmp_path / "b", source(name, b"x")) == f"`{name}` is not a plain file name"


@pytest.mark.parametrize("name", ["..", "a\0b", "\0", "x" * 300, "a\nb"])
def test_a_name_that_can_be_no_file(tmp_path: Path, name: str) -> None:
    assert refusal(tmp_path, source(name, b"x"))


def test_no_document(tmp_path: Path) -> None:
    words = "the document a.txt cannot be read: No such file or directory"
    assert refusal(tmp_path, source("a.txt")) == words
    assert refusal(tmp_path / "no folder", source("a.txt")) == words


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    assert refusal(tmp_path, source("a.txt")) == "the document a.txt cannot be read: Is a directory"


@pytest.fixture
def not_for_ever() -> Iterator[None]:
    """Ends a test that hangs."""

    def end(number: int, frame: FrameType | None) -> None:
        raise AssertionError("it hangs")

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(1)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("not_for_ever")
def test_a_pipe_is_no_document(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert refusal(tmp_path, source("a.txt"))


def test_another_document_than_the_one_recorded(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x\n")
    words = "the document a.txt is not the one recorded: its SHA-256 differs"
    assert refusal(tmp_path, source("a.txt", b"x\r\n")) == words


def test_a_document_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    assert refusal(tmp_path, source("a.txt", b"caf\xe9")) == "the document a.txt is not UTF-8 text"


def test_a_document_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert documents.MAX_BYTES == 64 * 1024 * 1024
    monkeypatch.setattr(documents, "MAX_BYTES", 10)
    (tmp_path / "a.txt").write_bytes(b"x" * 10)
    assert read_document(tmp_path, source("a.txt", b"x" * 10)) == "x" * 10
    (tmp_path / "a.txt").write_bytes(b"x" * 11)
    assert refusal(tmp_path, source("a.txt", b"x" * 11)) == "the document a.txt is over 64 MiB"
