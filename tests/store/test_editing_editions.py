"""An edition written whole, or not at all."""

import os
from pathlib import Path

import pytest

from recotrack.model.nodes import MappingNode, Origin
from recotrack.model.records import Document, Recommendation, Source
from recotrack.store.editing import editions
from recotrack.store.editing.editions import record_text, write_edition
from recotrack.store.editing.updates import EditError
from tests.builder import Builder

NOWHERE = Origin("", MappingNode({}, 1, 1))
SOURCE = Source(
    *("tr-2024", "tr", "Office of Reports", "Report: “1e3”", "NO", 2024, NOWHERE),
    document=Document("a b.txt", "0" * 64),
)
ONE = Recommendation("tr-2024-01", "tr-2024", 2024, 1, "Train: judges # now", NOWHERE, section="no", made_by=("Yes",))


def test_records_read_back(build: Builder) -> None:
    paths = write_edition(build.root, SOURCE, [ONE])
    assert paths == ("sources/tr-2024.yaml", "recommendations/tr-2024/01.yaml")
    register = build.load()
    assert register.faults == ()
    assert register.sources["tr-2024"]._replace(origin=NOWHERE) == SOURCE
    assert register.recommendations["tr-2024-01"]._replace(origin=NOWHERE) == ONE
    assert [name for name in os.listdir(build.root) if name.startswith(".")] == []


def test_nothing_is_written_over(build: Builder) -> None:
    build.recommendation("tr-2024-01", "Another.")
    with pytest.raises(EditError, match="is there already"):
        write_edition(build.root, SOURCE, [ONE])
    assert not (build.root / "sources/tr-2024.yaml").exists()


def test_an_empty_folder_and_a_source_are_taken_over(build: Builder) -> None:
    (build.root / "recommendations/tr-2024").mkdir(parents=True)
    path = build.source("tr-2024", title="By hand")
    before = path.read_bytes()
    write_edition(build.root, SOURCE, [ONE])
    assert path.read_bytes() == before
    assert list(build.load().recommendations) == ["tr-2024-01"]


def test_a_source_that_is_no_file(build: Builder) -> None:
    (build.root / "sources/tr-2024.yaml").mkdir(parents=True)
    with pytest.raises(EditError, match="is no file"):
        write_edition(build.root, SOURCE, [ONE])


@pytest.mark.parametrize("name", ["recommendations", "sources"])
def test_links_are_not_written_through(build: Builder, tmp_path: Path, name: str) -> None:
    (tmp_path / "outside").mkdir()
    (build.root / name).symlink_to(tmp_path / "outside")
    with pytest.raises(OSError, match="link"):
        write_edition(build.root, SOURCE, [ONE])
    assert list((tmp_path / "outside").iterdir()) == []


def test_a_failure_takes_everything_back(build: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted(build.root.rglob("*"))

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "rename", fail)
    with pytest.raises(KeyboardInterrupt):
        write_edition(build.root, SOURCE, [ONE])
    left = sorted(path for path in build.root.rglob("*") if path.is_file())
    assert left == [path for path in before if path.is_file()]


def test_what_was_left_by_one_that_was_killed_is_taken_away(build: Builder) -> None:
    (build.root / ".recotrack-import-old").mkdir()
    (build.root / ".recotrack-import-old/01.yaml").write_text("x")
    write_edition(build.root, SOURCE, [ONE])
    assert not (build.root / ".recotrack-import-old").exists()


def test_two_at_once_wait_for_each_other(build: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    monkeypatch.setattr(editions, "LOCK_SECONDS", 0.01)
    with FileLock(build.root / ".recotrack-import-lock"), pytest.raises(OSError, match="another import"):
        write_edition(build.root, SOURCE, [ONE])


def test_a_record_with_a_fault_is_refused() -> None:
    with pytest.raises(EditError) as caught:
        record_text(ONE._replace(text="two  spaces"))
    assert [one.code for one in caught.value.found] == ["uneven-space"]


def test_thousands_are_written(build: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editions, "_FLUSHED", 1)
    many = [ONE._replace(id=f"tr-2024-{number:02}", number=number) for number in range(1, 4)]
    assert len(write_edition(build.root, SOURCE, many)) == 4
