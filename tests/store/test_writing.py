import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from recotrack.store.writing import write_text


@pytest.fixture
def umask() -> Iterator[None]:
    """A mask that is not the usual one."""
    before = os.umask(0o027)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o7777


@pytest.mark.parametrize("text", ["", "a: b\n", "no end of line", "a\r\nb\rc\n\n", "тема: “é” 😀\u2028\n", "\ufeffa\0"])
def test_writes_the_text_as_it_is(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.yaml"
    write_text(path, text)
    assert path.read_bytes() == text.encode("utf-8")
    path.write_text("something longer that was there before", encoding="utf-8")
    write_text(path, text)
    assert path.read_bytes() == text.encode("utf-8")
    assert os.listdir(tmp_path) == ["a.yaml"]


def test_makes_the_folders_that_are_missing(tmp_path: Path) -> None:
    write_text(tmp_path / "a/b/c.yaml", "a: b\n")
    assert (tmp_path / "a/b/c.yaml").read_text(encoding="utf-8") == "a: b\n"


@pytest.mark.parametrize("before", [0o600, 0o640, 0o664, 0o444, 0o755])
def test_a_file_keeps_its_mode(tmp_path: Path, before: int) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old", encoding="utf-8")
    path.chmod(before)
    write_text(path, "new")
    assert mode(path) == before
    assert path.read_text(encoding="utf-8") == "new"


@pytest.mark.usefixtures("umask")
def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    write_text(tmp_path / "a.yaml", "new")
    assert mode(tmp_path / "a.yaml") == 0o640
    before = os.umask(0o027)
    assert before == 0o027


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    target = tmp_path / "target.yaml"
    target.write_text("old", encoding="utf-8")
    link = tmp_path / "link.yaml"
    link.symlink_to(target)
    with pytest.raises(OSError, match="is a link; links are not written through") as refused:
        write_text(link, "new")
    assert refused.value.filename == str(link)
    assert target.read_text(encoding="utf-8") == "old"
    assert link.is_symlink()
    assert sorted(os.listdir(tmp_path)) == ["link.yaml", "target.yaml"]


def test_a_link_to_nowhere_makes_nothing(tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "nowhere.yaml")
    with pytest.raises(OSError, match="is a link"):
        write_text(link, "new")
    assert os.listdir(tmp_path) == ["link.yaml"]


class Stopped(BaseException):
    """As if the run was interrupted."""


@pytest.mark.parametrize("function", ["replace", "chmod", "fsync"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), Stopped()])
@pytest.mark.parametrize("old", ["old", None])
def test_a_failure_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str, error: BaseException, old: str | None
) -> None:
    path = tmp_path / "a.yaml"
    if old is not None:
        path.write_text(old, encoding="utf-8")

    def fail(*words: Any, **keys: Any) -> None:
        raise error

    monkeypatch.setattr(os, function, fail)
    with pytest.raises(type(error)):
        write_text(path, "new")
    assert os.listdir(tmp_path) == ([] if old is None else ["a.yaml"])
    assert old is None or path.read_text(encoding="utf-8") == old


def test_text_that_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_text(path, "new" * 100_000 + "\ud800")
    assert path.read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == ["a.yaml"]


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(OSError, match="is not a regular file"):
        write_text(tmp_path / "a.yaml", "new")
    assert os.listdir(tmp_path) == ["a.yaml"]
    assert os.listdir(tmp_path / "a.yaml") == []


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", encoding="utf-8")
    with pytest.raises(OSError, match="a"):
        write_text(tmp_path / "a/b.yaml", "new")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "old"


def test_the_new_text_is_on_disk_before_it_replaces_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old", encoding="utf-8")
    done: list[str] = []
    real_fsync, real_replace = os.fsync, os.replace

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            done.append("fsync of the folder")
        else:
            assert os.fstat(handle).st_size == len("new")
            done.append("fsync")
        real_fsync(handle)

    def replace(source: Any, target: Any) -> None:
        assert Path(source).parent == tmp_path, "a rename over a boundary of file systems is none"
        assert Path(source).name.startswith("."), "a reader of the folder would take it for a record"
        assert Path(source).read_text(encoding="utf-8") == "new"
        assert path.read_text(encoding="utf-8") == "old"
        done.append("replace")
        real_replace(source, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    write_text(path, "new")
    assert done == ["fsync", "replace", "fsync of the folder"]
    assert path.read_text(encoding="utf-8") == "new"
