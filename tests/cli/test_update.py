"""`update`: by options, by questions on a terminal, and what it refuses."""

import errno
import hashlib
import os
import pty
import select
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builder import Builder, evidence, update
from tests.cli.conftest import Spawn
from tests.conftest import Run

LAST = "Courts convicted nobody; the law changed."
SAID = ("--implementation", "not_implemented", "--basis", "issuing_body", "--summary", "Nobody was convicted.")
QUOTED = ("--source", "tr-2024", "--place", "Part 1", "--quote", "Courts convicted nobody.", "--says", "no_action")
FILE = "status/tr-2023/01.yaml"


@pytest.fixture
def two(build: Builder) -> Builder:
    """Two editions with a demand each, and no status file."""
    build.source("tr-2023", published="2023-06-15")
    build.source("tr-2024", published="2024-06-24")
    build.source("gov-2023", published="2024-02")
    build.recommendation("tr-2023-01", "Convict traffickers.")
    build.recommendation("tr-2024-01", "Convict all traffickers.", continues=[])
    return build


def text_of(build: Builder, path: str = FILE) -> str:
    return (build.root / path).read_bytes().decode("utf-8")


def test_options_suffice(two: Builder, run: Run) -> None:
    ran = run("update", "tr-2023-01", "--date", "2024-06-24", *SAID, *QUOTED)
    assert text_of(two) == (
        "recommendation: tr-2023-01\n"
        "updates:\n"
        "  - date: 2024-06-24\n"
        "    implementation: not_implemented\n"
        "    basis: issuing_body\n"
        "    summary: >-\n"
        "      Nobody was convicted.\n"
        "    evidence:\n"
        "      - source: tr-2024\n"
        "        place: Part 1\n"
        "        quote: >-\n"
        "          Courts convicted nobody.\n"
        "        says: no_action\n"
    )
    assert ran.out == ""
    assert ran.err == f"wrote {FILE}\ntr-2023-01 stood: not assessed; stands: not implemented\n"
    assert two.load().faults == ()


def test_every_option(two: Builder, run: Run) -> None:
    two.source("exp-2024", issuer="Experts", published="2024-09-01")
    run(
        "update",
        "tr-2023-01",
        *("--date", "2024", "--covers", "2023-04..2024-03-31", "--implementation", "insufficient_evidence"),
        *("--basis", "third_party", "--via", "exp-2024", "--summary", " Not\n told. "),
        *("--alternative", "not_implemented", "--because", "Two cases ended: both without a verdict."),
        *("--searched", "tr-2024", "--searched", "exp-2024", "--applies-to", "tr-2024-01"),
        *("--source", "tr-2024", "--source", "exp-2024", "--place", "Part 1", "--quote", "One\n passage.  Two."),
        *("--quote", "Another: passage", "--says", "-", "--says", "action"),
    )
    (status,) = two.load().statuses.values()
    (one,) = status.updates
    assert one.date == "2024"
    assert str(one.covers) == "2023-04 to 2024-03-31"
    assert (one.via, one.summary) == ("exp-2024", "Not told.")
    assert one.alternative is not None
    assert one.alternative.because == "Two cases ended: both without a verdict."
    assert (one.searched, one.applies_to) == (("tr-2024", "exp-2024"), ("tr-2024-01",))
    assert [(e.source, e.place, e.quote, e.says) for e in one.evidence] == [
        ("tr-2024", "Part 1", "One passage. Two.", None),
        ("exp-2024", "Part 1", "Another: passage", "action"),
    ]


@pytest.mark.parametrize(
    ("quoted", "date"),
    [(["tr-2024"], "2024-06-24"), (["gov-2023", "tr-2023"], "2024-02"), (["tr-2023", "tr-2024"], "2024-06-24")],
)
def test_the_date_is_that_of_the_newest_source(two: Builder, run: Run, quoted: list[str], date: str) -> None:
    words = [word for one in quoted for word in ("--source", one, "--quote", f"It was said in {one}.")]
    run("update", "tr-2023-01", "--implementation", "not_implemented", "--basis", "own_assessment", *words,
        "--summary", "x", "--place", "Part 1")  # fmt: skip
    assert two.load().statuses["tr-2023-01"].updates[0].date == date


def test_a_dry_run_shows_the_change_and_writes_nothing(two: Builder, run: Run) -> None:
    two.write(FILE, "recommendation: tr-2023-01 # kept\nupdates:\n- date: 2023-06-15\n  implementation: not_assessed\n"
              "  basis: issuing_body\n")  # fmt: skip
    before = text_of(two)
    ran = run("update", "tr-2023-01", *SAID, *QUOTED, "--dry-run")
    assert text_of(two) == before
    lines = ran.out.splitlines()
    assert lines[:2] == [f"--- a/{FILE}", f"+++ b/{FILE}"]
    assert [line for line in lines[2:] if line.startswith("-")] == []
    assert "+- date: 2024-06-24" in lines
    assert ran.err == "nothing was written\n"


def test_a_dry_run_is_a_patch_that_git_applies(two: Builder, run: Run) -> None:
    two.status("tr-2024-01", update("2024-06-24", "not_implemented", evidence=[evidence("tr-2024", LAST)]))
    two.commit()
    for id, path in (("tr-2023-01", FILE), ("tr-2024-01", "status/tr-2024/01.yaml")):
        patch = run("update", id, *SAID, *QUOTED, "--dry-run").out
        two.write("../patch", patch)
        two.git("apply", "../patch")
        patched = text_of(two, path)
        two.git("checkout", "-q", ".")
        two.git("clean", "-qfd", "status/tr-2023")
        run("update", id, *SAID, *QUOTED)
        assert text_of(two, path) == patched


def test_nothing_else_is_left_in_the_folder(two: Builder, run: Run) -> None:
    run("update", "tr-2023-01", *SAID, *QUOTED)
    assert os.listdir(two.root / "status/tr-2023") == ["01.yaml"]


REFUSED: dict[str, tuple[tuple[str, ...], str]] = {
    "nothing said": ((), "Missing: --implementation, --basis, --summary, --quote"),
    "no level": (("--basis", "issuing_body", "--summary", "x", *QUOTED), "Missing: --implementation"),
    "a level without a passage": (SAID, "Missing: --quote"),
    "nothing searched": (
        ("--implementation", "insufficient_evidence", "--basis", "issuing_body", "--summary", "x"),
        "Missing: --searched",
    ),
    "half an alternative": ((*SAID, *QUOTED, "--because", "x"), "--alternative and --because go together"),
    "a place too many": ((*SAID, *QUOTED, "--place", "Part 2"), "1 times --quote, but 2 times --place"),
    "a source without a passage": (
        ("--implementation", "not_assessed", "--basis", "issuing_body", "--summary", "x", "--source", "tr-2024"),
        "--source without --quote",
    ),
    "an empty place": ((*SAID, *QUOTED[:2], "--place", " ", *QUOTED[4:]), "must not be empty"),
    "no period": ((*SAID, *QUOTED, "--covers", "last year"), "is no period"),
    "no date": ((*SAID, *QUOTED, "--date", "yesterday"), "the update has faults"),
    "a period backwards": ((*SAID, *QUOTED, "--covers", "2024..2023"), "the update has faults"),
    "an unknown source": ((*SAID, *QUOTED[:1], "tr-2034", *QUOTED[2:]), "no source 'tr-2034' (did you mean"),
    "somebody else's words": ((*SAID, "--source", "gov-2023", *QUOTED[2:]), "the update has faults"),
    "a date of the future": ((*SAID, *QUOTED, "--date", "2999-01-01"), "the update has faults"),
}


@pytest.mark.parametrize(("words", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_leaves_no_trace(two: Builder, run: Run, words: tuple[str, ...], message: str) -> None:
    assert message in run("update", "tr-2023-01", *words, code=2).err
    assert not (two.root / "status").exists() or not os.listdir(two.root / "status/tr-2023")


def test_a_fault_of_the_update_is_not_put_on_a_file_that_is_there(two: Builder, run: Run) -> None:
    two.status("tr-2023-01", update("2023-07-01", "implemented", evidence=[evidence("tr-2023", "x")]))
    before = text_of(two)
    ran = run("update", "tr-2023-01", *SAID, *QUOTED, "--date", "2024-13-45", code=2)
    assert "bad-date `2024-13-45`" in ran.err
    assert "the update has faults" in ran.err
    assert text_of(two) == before


def test_a_fault_that_is_there_already_lets_no_other_in(two: Builder, run: Run) -> None:
    future = update("2999-01-01", "not_implemented", evidence=[evidence("tr-2024", "Nobody.")])
    two.status("tr-2023-01", future)
    assert "update-in-future" in run("update", "tr-2023-01", *SAID, *QUOTED, "--date", "2999-01-01", code=2).err
    assert len(two.load().statuses["tr-2023-01"].updates) == 1


def test_a_source_without_a_document_cannot_be_compared(two: Builder, run: Run, tmp_path: Path) -> None:
    ran = run("update", "tr-2023-01", *SAID, *QUOTED, "--documents", str(tmp_path), code=2)
    assert "no document is recorded for tr-2024" in ran.err


def test_faults_are_told_with_their_place(two: Builder, run: Run) -> None:
    ran = run("update", "tr-2023-01", *SAID, "--source", "gov-2023", *QUOTED[2:], code=2)
    assert ran.err.startswith(f"{FILE}:9:17: basis-not-source `issuing_body`, but gov-2023 is not by")


def test_a_warning_is_told_and_written(two: Builder, run: Run) -> None:
    words = (*SAID, *QUOTED[:4], "--quote", " ".join(["word"] * 41))
    assert f"{FILE}:11:16: quote-too-long warning: 41 words" in run("update", "tr-2023-01", *words).err
    assert (two.root / FILE).exists()


def test_the_same_update_is_not_written_twice(two: Builder, run: Run) -> None:
    run("update", "tr-2023-01", *SAID, *QUOTED)
    before = text_of(two)
    assert "the very same update stands there already" in run("update", "tr-2023-01", *SAID, *QUOTED, code=2).err
    assert text_of(two) == before


def test_an_unknown_id(two: Builder, run: Run) -> None:
    assert "Near it: tr-2023-01" in run("update", "tr-2023-1", *SAID, *QUOTED, code=2).err


def test_quotes_are_compared_with_their_documents(two: Builder, run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    data = b"PART 1\nCourts convicted\nnobody. The rest."
    (folder / "a.txt").write_bytes(data)
    two.source(
        "tr-2024", published="2024-06-24", document={"file": "a.txt", "sha256": hashlib.sha256(data).hexdigest()}
    )
    words = (*SAID, *QUOTED[:4], "--documents", str(folder))
    ran = run("update", "tr-2023-01", *words, "--quote", "Courts convicted anybody.", code=2)
    assert "it agrees as far as `Courts convicted`, not in `anybody.`" in ran.err
    run("update", "tr-2023-01", *words, "--quote", "Courts convicted nobody.")


def test_links_are_not_written_through(two: Builder, run: Run, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (two.root / "status").mkdir()
    (two.root / "status/tr-2023").symlink_to(outside)
    assert "status/tr-2023:1:1: not-regular-file" in run("update", "tr-2023-01", *SAID, *QUOTED, code=2).err
    assert os.listdir(outside) == []


def test_a_regression_is_told(two: Builder, run: Run) -> None:
    two.status("tr-2023-01", update("2023-07-01", "implemented", "own_assessment", evidence=[evidence("tr-2023", "x")]))
    ran = run("update", "tr-2023-01", *SAID, *QUOTED)
    assert "stood: implemented at publication; stands: not implemented" in ran.err


# Questions


Answers = Callable[..., tuple[int, str]]


def _read(terminal: int) -> bytes:
    """Gives what was printed; nothing where the other end has closed."""
    try:
        return os.read(terminal, 4096)
    except OSError as error:
        if error.errno != errno.EIO:
            raise
        return b""


@pytest.fixture
def asked(two: Builder, script: Path, environment: dict[str, str]) -> Answers:
    """Runs `update` on a terminal and answers its questions, each once it has come."""

    def call(*words: str, answers: list[str]) -> tuple[int, str]:
        own, its = pty.openpty()
        process = subprocess.Popen(
            [script, "update", *words],
            cwd=two.root,
            env=environment | {"TERM": "dumb", "NO_COLOR": "1", "COLUMNS": "200"},
            stdin=its,
            stdout=its,
            stderr=its,
        )
        os.close(its)
        told, seen, left = "", 0, list(answers)
        while True:
            ready, _, _ = select.select([own], [], [], 30)
            assert ready, told
            data = _read(own)
            if not data:
                break
            told += data.decode("utf-8")
            if left and told[seen:].rstrip(" ").endswith((":", "]:")):
                seen = len(told)
                os.write(own, (left.pop(0) + "\n").encode())
        os.close(own)
        assert left == [], told
        return process.wait(30), told

    return call


def test_questions(two: Builder, asked: Answers) -> None:
    code, told = asked(
        "tr-2023-01",
        answers=[
            *("tr-2024", "Part 1", "Courts convicted nobody.", "no_action", ""),
            *("", "not_implemented", "Nobody was convicted.", "2023", "y"),
        ],
    )
    assert code == 0, told
    assert "tr-2023-01: Convict traffickers." in told
    assert "Who says so" in told
    assert "[issuing_body]" in told
    (one,) = two.load().statuses["tr-2023-01"].updates
    assert (one.date, one.basis, one.implementation) == ("2024-06-24", "issuing_body", "not_implemented")
    assert (one.summary, str(one.covers), one.evidence[0].says) == ("Nobody was convicted.", "2023", "no_action")


def test_questions_for_what_options_leave_open_and_a_no_at_the_end(two: Builder, asked: Answers) -> None:
    code, told = asked(
        *("tr-2023-01", "--implementation", "insufficient_evidence", "--basis", "issuing_body"),
        answers=["tr-2024", "Not told.", "", "n"],
    )
    assert code == 0, told
    assert "+    searched:" in told
    assert "nothing was written" in told
    assert not (two.root / FILE).exists()


def test_without_a_terminal_nothing_is_asked(two: Builder, spawn: Spawn) -> None:
    assert "there is no terminal to ask on" in spawn("update", "tr-2023-01", code=2).told
