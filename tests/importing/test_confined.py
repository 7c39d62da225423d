"""The process that documents are read in: what it is asked and answers, and how its end is told."""

import io
import json
import subprocess
import sys
from typing import Any

import pytest

from recotrack.importing import child, confined
from recotrack.importing.child import found_in
from recotrack.importing.confined import document_text, read_confined
from recotrack.importing.documents.errors import DocumentError

TEXT = "Recommendations\n• Train all judges.\n• Fund shelters.\n"


def test_what_is_found_comes_back() -> None:
    found = read_confined(TEXT.encode(), {"profile": {}})
    assert [item["text"] for item in found["items"]] == ["Train all judges.", "Fund shelters."]
    assert (found["kind"], found["cut"], found["head"]) == ("text", False, TEXT)


def test_a_profile_is_handed_on() -> None:
    profile = {
        "heading": ["What must change"],
        "bullet": [],
        "end": ["Thanks"],
        "layout": "lines",
        "encoding": "latin-1",
    }
    found = read_confined("What must change\ncafé\nThanks\n".encode("latin-1"), {"profile": profile})
    assert [item["text"] for item in found["items"]] == ["café"]
    same = found_in("What must change\ncafé\nThanks\n".encode("latin-1"), {"profile": profile})
    assert same["items"] == [{"text": "café", "section": None, "lead_in": None}]


def test_the_text_alone() -> None:
    assert document_text(b"<html><p>One<p>two") == "One\n\ntwo\n\n"
    assert document_text("é".encode()) == "é"
    with pytest.raises(ValueError, match=r"PDF is broken|no text layer"):
        document_text(b"%PDF-1.7 nothing")


def test_faults_come_back_in_one_line() -> None:
    with pytest.raises(DocumentError, match="not UTF-8"):
        read_confined(b"caf\xe9", {"profile": {}})
    with pytest.raises(DocumentError, match="over 20 MiB"):
        read_confined(b"x" * (confined.MAX_BYTES + 1), {"profile": {}})


@pytest.mark.parametrize(
    ("code", "out", "err", "message"),
    [
        (-9, b"", b"", "ended: it takes more time or memory"),
        (1, b"", b"Traceback\nMemoryError\n", "more memory than any report needs"),
        (1, b"", b"Traceback\nValueError: odd\n", r"cannot be read \(ValueError: odd\)"),
        (3, b"", b"", r"cannot be read \(exit code 3\)"),
        (0, b"[]", b"", "cannot be read"),
    ],
)
def test_how_the_process_ended_is_told(
    monkeypatch: pytest.MonkeyPatch, code: int, out: bytes, err: bytes, message: str
) -> None:
    ended = subprocess.CompletedProcess([], code, out, err)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: ended)
    with pytest.raises(DocumentError, match=message):
        read_confined(b"x", {"profile": {}})


def test_a_process_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: Any, **keys: Any) -> None:
        raise subprocess.TimeoutExpired([], keys["timeout"])

    monkeypatch.setattr(subprocess, "run", late)
    with pytest.raises(DocumentError, match="more than 10 seconds"):
        read_confined(b"x", {"profile": {}})
    with pytest.raises(DocumentError, match="more than 60 seconds"):
        read_confined(b"%PDF-", {"profile": {}})


def answer(monkeypatch: pytest.MonkeyPatch, data: bytes, wanted: dict[str, Any]) -> dict[str, Any]:
    """Runs the child here, without its limits."""
    told = io.StringIO()
    limits: list[int] = []
    monkeypatch.setattr(child, "_limit", limits.append)
    sent = json.dumps({**wanted, "seconds": 7}).encode() + b"\n" + data
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(sent)))
    monkeypatch.setattr(sys, "stdout", told)
    child.main()
    assert limits == [7]
    found: dict[str, Any] = json.loads(told.getvalue())
    return found


def test_the_child_answers_in_json(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(answer(monkeypatch, TEXT.encode(), {"profile": {}})["items"]) == 2
    assert "not UTF-8" in answer(monkeypatch, b"caf\xe9", {})["error"]
    assert answer(monkeypatch, TEXT.encode(), {"text": True}) == {"text": TEXT, "kind": "text"}


@pytest.mark.parametrize(("error", "message"), [(MemoryError, "more memory"), (RecursionError, "nested deeper")])
def test_the_child_tells_what_it_ran_out_of(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception], message: str
) -> None:
    def fail(*_: Any) -> None:
        raise error

    monkeypatch.setattr(child, "found_in", fail)
    assert message in answer(monkeypatch, b"x", {})["error"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_limits_hold_in_the_child() -> None:
    code = "from recotrack.importing.child import _limit; _limit(5); x = bytearray(3 * 1024 ** 3)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "MemoryError" in run.stderr
