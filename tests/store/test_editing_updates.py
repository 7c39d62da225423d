"""An update comes in, and nothing else changes."""

import re
from random import Random

import pytest

from recotrack.model.records import Alternative, Evidence, Period, StatusFile, Update
from recotrack.model.shapes import STATUS
from recotrack.model.terms import Basis, Implementation, Says
from recotrack.store.decode import decode
from recotrack.store.editing.updates import EditError, append_update
from recotrack.store.reader import read
from tests.store.styles import Writer, record_of

ID = "tr-2024-01"
PATH = "status/tr-2024/01.yaml"
SMALL = Update("2024-07-01", Implementation.NOT_ASSESSED, Basis.OWN_ASSESSMENT)
AGAIN = SMALL._replace(date="2024-08-01")
FULL = Update(
    "2024-07",
    Implementation.PARTLY_IMPLEMENTED,
    Basis.THIRD_PARTY,
    covers=Period("2023-04-01", "2024-03-31"),
    via="tr-2024",
    summary="Police were trained: forty officers # in “two” courses; nobody says on what. " * 2 + "End",
    alternative=Alternative(Implementation.NOT_IMPLEMENTED, "- it begins like an entry, 'quoted', with \\ in it"),
    searched=("tr-2024", "gov-2024"),
    evidence=(
        Evidence("tr-2024", "null", "The government’s \\$5 “fund”: NO [sic] {yes} & more. " * 4 + "End.", Says.ACTION),
        Evidence("tr-2024", "2.1 Findings: police", "a"),
    ),
    applies_to=("tr-2023-01", "1e400"),
)
ODD = Update(
    "2024-07-01",
    Implementation.NOT_IMPLEMENTED,
    Basis.ISSUING_BODY,
    summary="two  spaces, a\nline end, a \x1b[31m colour, \u202e, \ufeff and \u2028",
    evidence=(Evidence("tr-2024", "true", "x" * 200),),
)


def status(data: bytes) -> StatusFile:
    node, found = read(data, PATH)
    assert node is not None, found
    record, found = decode(node, STATUS, PATH)
    assert isinstance(record, StatusFile), found
    return record


def appended(text: str, update: Update = SMALL) -> str:
    """Appends an update, and checks that it alone was added."""
    data = text.encode("utf-8")
    new = append_update(data, PATH, ID, update)
    before, after = status(data), status(new)
    assert after._replace(origin=before.origin) == before._replace(updates=(*before.updates, update))
    assert put_in(text, new.decode("utf-8")) is not None
    return new.decode("utf-8")


def put_in(old: str, new: str) -> str | None:
    """Gives what was put into a text, at one place or with a comma before; None where anything else differs."""
    head = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    for at in range(head, -1, -1):
        if new.endswith(old[at:]) and len(new) >= len(old):
            return new[at : len(new) - len(old) + at]
        if head - at > 400:
            break
    if new[head : head + 1] == ",":
        return put_in(old, new[:head] + new[head + 1 :])
    return None


def test_what_is_put_in_is_told_from_what_is_changed() -> None:
    assert put_in("a c", "a b c") == "b "
    assert put_in("[a # b\n]", "[a, # b\nc\n]") == "c\n"
    assert put_in("abc", "abd") is None
    assert put_in("abc", "ac") is None


@pytest.mark.parametrize("update", [SMALL, FULL, ODD], ids=["small", "full", "odd"])
@pytest.mark.parametrize("block", range(10))
def test_a_thousand_files_of_every_style(block: int, update: Update) -> None:
    """A pure insertion, whatever the style of the file (334 files of each kind of update)."""
    for seed in range(block * 34, block * 34 + 34):
        text = Writer(seed).file(record_of(Random(seed)))
        try:
            new = appended(text, update)
            again = appended(new, AGAIN)
        except (AssertionError, EditError) as error:
            pytest.fail(f"seed {seed}: {error}\n{text}")
        lone = re.sub("\r\n", "", text)
        if "\r\n" in text and not re.search("[\r\n]", lone):
            assert not re.search("[\r\n]", again.replace("\r\n", "")), f"seed {seed}: another line end came in"


@pytest.mark.parametrize("update", [SMALL, FULL, ODD], ids=["small", "full", "odd"])
def test_a_new_file(update: Update) -> None:
    data = append_update(None, PATH, ID, update)
    assert status(data).updates == (update,)
    assert status(data).recommendation == ID


def test_a_block_grows_by_lines_alone() -> None:
    text = (
        "# by hand\nrecommendation: tr-2024-01   # the inspections\nupdates:\n"
        "  - date: 2024-06-24\n    implementation: 'not_implemented'\n    basis: issuing_body # says so\n"
        "    # its own note\n  # what comes next\n\nclosed: {date: 2024-12-01, reason: superseded, summary: x}\n"
    )
    assert appended(text).splitlines() == [
        *text.splitlines()[:7],
        "  - date: 2024-07-01",
        "    implementation: not_assessed",
        "    basis: own_assessment",
        *text.splitlines()[7:],
    ]


def test_long_texts_are_folded() -> None:
    lines = append_update(None, PATH, ID, FULL).decode("utf-8").splitlines()
    assert max(map(len, lines)) <= 100
    assert '        place: "2.1 Findings: police"' in lines
    assert '        place: "null"' in lines


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("recommendation: tr-2024-01\nupdates: []\n", "updates: [\n  {\n    date: 2024-07-01,"),
        ('{"recommendation": "tr-2024-01", "updates": []}', '"updates": [{"date": "2024-07-01", "implementation"'),
        ("{recommendation: tr-2024-01, updates: [ # none\n]}", "# none\n"),
    ],
)
def test_an_empty_list(text: str, wanted: str) -> None:
    assert wanted in appended(text)


def test_a_comment_stays_behind_what_it_stands_behind() -> None:
    one = "{date: 2024, implementation: not_assessed, basis: issuing_body}"
    text = f"recommendation: tr-2024-01\nupdates: [\n  {one}  # the first\n  ]\n"
    assert f"  {one},  # the first\n  {{\n    date: 2024-07-01," in appended(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("recommendation: tr-2024-02\nupdates: []\n", "the file is of tr-2024-02, not of tr-2024-01"),
        ("recommendation: tr-2024-01\nupdates:\n", "the file has faults"),
        ("recommendation: [\n", "the file cannot be read"),
        ("", "the file cannot be read"),
        (
            "recommendation: tr-2024-01\nupdates:\n- date: 2024\n  implementation: not_assessed\n"
            "  basis: issuing_body\n  summary: |+\n    kept to the end",
            "the update cannot be added without changing what is there: add it by hand",
        ),
    ],
)
def test_what_is_refused(text: str, message: str) -> None:
    with pytest.raises(EditError) as caught:
        append_update(text.encode("utf-8"), PATH, ID, SMALL)
    assert str(caught.value) == message


def test_faults_of_the_file_are_handed_on() -> None:
    with pytest.raises(EditError) as caught:
        append_update(b"recommendation: tr-2024-01\nupdates: []\nclosd: x\n", PATH, ID, SMALL)
    assert [(one.line, one.column, one.code) for one in caught.value.found] == [(3, 1, "unknown-key")]


def test_an_update_with_a_fault_is_refused() -> None:
    with pytest.raises(EditError) as caught:
        append_update(None, PATH, ID, SMALL._replace(evidence=(Evidence("tr-2024", "Part 1", "two  spaces"),)))
    assert [one.code for one in caught.value.found] == ["uneven-space"]


def test_a_file_that_would_be_too_large_is_told_so() -> None:
    one = "- {date: 2024, implementation: not_assessed, basis: issuing_body}\n"
    text = "recommendation: tr-2024-01\nupdates:\n" + one * 713
    assert status(text.encode("utf-8")).updates
    with pytest.raises(EditError, match="would be too large") as caught:
        append_update(text.encode("utf-8"), PATH, ID, SMALL)
    assert [one.code for one in caught.value.found] == ["yaml-too-large"]
