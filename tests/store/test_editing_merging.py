"""Two versions of a status file as one: what both sides appended is kept, in the order of dates."""

from random import Random

import pytest

from recotrack.model.records import Update
from recotrack.model.terms import Basis, Implementation
from recotrack.store.editing.merging import merge_status
from recotrack.store.editing.updates import EditError, append_update, status_of
from tests.store.styles import Writer, record_of

ID = "tr-2024-01"
PATH = "status/tr-2024/01.yaml"


def made(date: str) -> Update:
    return Update(date, Implementation.NOT_ASSESSED, Basis.OWN_ASSESSMENT, summary=f"Of {date}.")


def grown(base: bytes | None, *dates: str) -> bytes:
    for date in dates:
        base = append_update(base, PATH, ID, made(date))
    assert base is not None
    return base


def dates(data: bytes) -> list[str]:
    return [update.date for update in status_of(data, PATH).updates]


BASE = b"# by hand\n" + grown(None, "2023-01-01")


@pytest.mark.parametrize(
    ("ours", "theirs", "wanted"),
    [
        ((), (), ()),
        (("2024-01-01",), (), ("2024-01-01",)),
        ((), ("2024-01-01",), ("2024-01-01",)),
        (("2024-01-01",), ("2024-02-01",), ("2024-01-01", "2024-02-01")),
        (("2024-02-01",), ("2024-01-01",), ("2024-01-01", "2024-02-01")),
        (("2024-01-01", "2024-03-01"), ("2024-02-01",), ("2024-01-01", "2024-02-01", "2024-03-01")),
        (("2024-01-01",), ("2024-01-01",), ("2024-01-01",)),
    ],
)
def test_both_sides_are_kept(ours: tuple[str, ...], theirs: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    merged = merge_status(BASE, grown(BASE, *ours), grown(BASE, *theirs), PATH)
    assert dates(merged) == ["2023-01-01", *wanted]
    assert merged.startswith(BASE)


def test_a_file_that_both_began() -> None:
    merged = merge_status(b"", grown(None, "2024-02-01"), grown(None, "2024-01-01"), PATH)
    assert dates(merged) == ["2024-01-01", "2024-02-01"]


CLOSED = b"closed: {date: 2024-12-01, reason: superseded, summary: x}\n"


def test_what_one_side_alone_changed_is_kept() -> None:
    for ours, theirs in ((BASE + CLOSED, grown(BASE, "2024-01-01")), (grown(BASE, "2024-01-01"), BASE + CLOSED)):
        merged = status_of(merge_status(BASE, ours, theirs, PATH), PATH)
        assert merged.closed is not None
        assert len(merged.updates) == 2


@pytest.mark.parametrize(
    ("ours", "theirs", "message"),
    [
        (grown(None, "2023-02-01"), BASE, "was altered or removed"),
        (BASE, b"recommendation: tr-2024-01\nupdates: []\n", "was altered or removed"),
        (BASE + CLOSED, BASE + CLOSED.replace(b"x}", b"y}"), "both sides changed `closed`"),
        (BASE, b"recommendation: tr-2024-02\nupdates: []\n", "different recommendations"),
        (BASE, b"<<<<<<< ours\n", "has faults"),
        (b"", BASE, "cannot be read|has faults"),
    ],
)
def test_what_is_for_people_to_merge(ours: bytes, theirs: bytes, message: str) -> None:
    with pytest.raises(EditError, match=message):
        merge_status(BASE, ours, theirs, PATH)


def test_files_of_every_style() -> None:
    for seed in range(200):
        base = Writer(seed).file(record_of(Random(seed))).encode("utf-8")
        try:
            ours, theirs = grown(base, "2025-02-01"), grown(base, "2025-01-01")
        except EditError:
            continue
        merged = merge_status(base, ours, theirs, PATH)
        assert dates(merged) == [*dates(base), "2025-01-01", "2025-02-01"], seed
