import os
import signal
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from recotrack.store.reader import MAX_BYTES
from recotrack.store.worktree import WorkTree, find_root
from tests.builder import Builder
from tests.store.told import told

DEEP = 1100


@pytest.fixture
def not_for_ever() -> Iterator[None]:
    """Ends a test that hangs."""

    def end(number: int, frame: FrameType | None) -> None:
        raise AssertionError("it hangs")

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(2)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def paths(root: Path) -> list[str]:
    """Gives the paths of the files that a work tree gives."""
    return [file.path for file in WorkTree(root).files()]


def test_gives_the_bytes_of_every_file(build: Builder) -> None:
    build.source("tr-2023")
    (build.root / "sources/a.yaml").write_bytes(b"\xff\0\r\n")
    build.write("status/tr-2023/01.yaml", "")
    files = {file.path: file for file in WorkTree(build.root).files()}
    assert list(files) == ["sources/a.yaml", "sources/tr-2023.yaml", "status/tr-2023/01.yaml", "recotrack.yaml"]
    assert files["sources/a.yaml"].data == b"\xff\0\r\n"
    assert files["status/tr-2023/01.yaml"].data == b""
    assert files["recotrack.yaml"].data == (build.root / "recotrack.yaml").read_bytes()
    assert {file.fault for file in files.values()} == {None}


def test_files_are_in_the_order_of_paths(build: Builder) -> None:
    for path in ("sources/a-b.yaml", "sources/a.yaml", "sources/a/x.txt", "sources/a-b/x.txt", "sources/B.yaml"):
        build.write(path, "")
    assert paths(build.root)[:-1] == sorted(paths(build.root)[:-1])
    assert paths(build.root)[-1] == "recotrack.yaml"


def test_hidden_and_other_folders_are_not_entered(build: Builder) -> None:
    for path in (".git/sources/a.yaml", "sources/.a/b.yaml", "sources/.b.yaml", "other/a.yaml", "a/sources/b.yaml"):
        build.write(path, "")
    assert paths(build.root) == ["recotrack.yaml"]


def test_a_root_may_be_text_or_path(build: Builder) -> None:
    assert list(WorkTree(str(build.root)).files()) == list(WorkTree(build.root).files())


def test_a_root_may_be_a_link(build: Builder, tmp_path: Path) -> None:
    build.source("tr-2023")
    (tmp_path / "link").symlink_to(build.root)
    assert list(WorkTree(tmp_path / "link").files()) == list(WorkTree(build.root).files())


# Links


@pytest.mark.parametrize("target", ["inside", "outside", "nowhere", "itself"])
def test_a_link_to_a_file_is_refused(build: Builder, tmp_path: Path, target: str) -> None:
    inside = build.source("tr-2018")
    outside = tmp_path / "outside.yaml"
    outside.write_text("id: tr-2023\nseries: tr\nissuer: A\ntitle: T\ncountry: UTO\nyear: 2023\n", encoding="utf-8")
    link = build.root / "sources/tr-2023.yaml"
    link.symlink_to({"inside": inside, "outside": outside, "nowhere": tmp_path / "no", "itself": link}[target])
    register = build.load()
    assert told(register.faults) == ["sources/tr-2023.yaml:1:1: not-regular-file"]
    assert register.faults[0].message == "a link where a record could be"
    assert register.faults[0].hint == "records are regular files; links are not followed"
    assert list(register.sources) == ["tr-2018"]


def test_a_link_to_a_folder_is_not_followed(build: Builder, tmp_path: Path) -> None:
    build.source("tr-2023")
    outside = Builder(tmp_path / "register")
    outside.recommendation("tr-2023-01")
    (build.root / "recommendations").rename(tmp_path / "elsewhere")
    (build.root / "recommendations").mkdir()
    (build.root / "recommendations/tr-2023").symlink_to(tmp_path / "elsewhere/tr-2023", target_is_directory=True)
    register = build.load()
    assert told(register.faults) == ["recommendations/tr-2023:1:1: not-regular-file"]
    assert register.recommendations == {}


@pytest.mark.parametrize("folder", ["recommendations", "sources", "status"])
def test_a_link_in_place_of_a_folder_of_records(build: Builder, tmp_path: Path, folder: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.yaml").write_text("a: b\n", encoding="utf-8")
    (build.root / folder).symlink_to(elsewhere, target_is_directory=True)
    register = build.load()
    assert told(register.faults) == [f"{folder}:1:1: not-regular-file"]
    assert register.faults[0].message == "a link where a record could be"


def test_a_link_in_a_circle_ends(build: Builder) -> None:
    (build.root / "sources").mkdir()
    (build.root / "sources/again").symlink_to(build.root / "sources", target_is_directory=True)
    assert told(build.load().faults) == ["sources/again:1:1: not-regular-file"]


def test_a_link_in_place_of_the_root_file(build: Builder, tmp_path: Path) -> None:
    (build.root / "recotrack.yaml").rename(tmp_path / "settings.yaml")
    (build.root / "recotrack.yaml").symlink_to(tmp_path / "settings.yaml")
    register = build.load()
    assert told(register.faults) == ["recotrack.yaml:1:1: not-regular-file"]
    assert register.settings.title is None


def test_a_link_that_comes_between_looking_and_opening_is_not_followed(
    build: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (build.root / "sources").mkdir()
    (build.root / "sources/a.yaml").symlink_to(tmp_path / "secret")
    monkeypatch.setattr(os.path, "islink", lambda path: False)
    [file, _] = WorkTree(build.root).files()
    assert file.data == b""
    assert file.fault is not None
    assert told([file.fault]) in (["sources/a.yaml:1:1: unreadable"], ["sources/a.yaml:1:1: not-regular-file"])


# What is no file


@pytest.mark.usefixtures("not_for_ever")
@pytest.mark.parametrize("path", ["sources/tr-2023.yaml", "sources/pipe", "status"])
def test_a_pipe_is_not_waited_for(build: Builder, path: str) -> None:
    build.source("tr-2018")
    os.makedirs(build.root / os.path.dirname(path), exist_ok=True)
    os.mkfifo(build.root / path)
    register = build.load()
    assert told(register.faults) == [f"{path}:1:1: not-regular-file"]
    assert list(register.sources) == ["tr-2018"]


@pytest.mark.usefixtures("not_for_ever")
def test_a_pipe_in_place_of_the_root_file(build: Builder) -> None:
    (build.root / "recotrack.yaml").unlink()
    os.mkfifo(build.root / "recotrack.yaml")
    assert told(build.load().faults) == ["recotrack.yaml:1:1: not-regular-file"]


@pytest.mark.parametrize("folder", ["recommendations", "sources", "status"])
def test_a_file_in_place_of_a_folder(build: Builder, folder: str) -> None:
    build.write(folder, "a: b\n")
    register = build.load()
    assert told(register.faults) == [f"{folder}:1:1: not-regular-file"]
    assert register.faults[0].message == "not a folder where a record could be"


def test_a_folder_in_place_of_the_root_file(build: Builder) -> None:
    (build.root / "recotrack.yaml").unlink()
    (build.root / "recotrack.yaml").mkdir()
    assert told(build.load().faults) == ["recotrack.yaml:1:1: not-regular-file"]


def test_a_folder_named_like_a_record(build: Builder) -> None:
    build.write("sources/tr-2023.yaml/tr-2018.yaml", "a: b\n")
    build.write("recommendations/tr-2023/01.yaml/notes.txt", "")
    (build.root / "sources/empty.yaml").mkdir()
    assert told(build.load().faults) == [
        "recommendations/tr-2023/01.yaml/notes.txt:1:1: stray-file",
        "sources/tr-2023.yaml/tr-2018.yaml:1:1: misplaced-file",
    ]


@pytest.fixture
def deep(build: Builder) -> Iterator[Builder]:
    """A register with folders in a depth that removing them recursively would not survive either."""
    build.source("tr-2023")
    here = os.open(build.root / "sources", os.O_RDONLY)
    for _ in range(DEEP):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(os.open("x.yaml", os.O_WRONLY | os.O_CREAT, dir_fd=here))
    os.close(here)
    yield build
    subprocess.run(["rm", "-rf", build.root / "sources"], check=True)


def test_folders_in_great_depth(deep: Builder) -> None:
    """Deeper than Python recurses, which a commit of a stranger can be too."""
    register = deep.load()
    assert list(register.sources) == ["tr-2023"]
    assert [fault.path for fault in register.faults] == ["sources/" + "d/" * DEEP + "x.yaml"]


# What cannot be read


def test_a_file_that_cannot_be_opened_is_told(build: Builder) -> None:
    build.source("tr-2018")
    os.mknod(build.root / "sources/tr-2023.yaml", stat.S_IFSOCK | 0o600)
    register = build.load()
    assert told(register.faults) == ["sources/tr-2023.yaml:1:1: unreadable"]
    assert register.faults[0].message == f"cannot be read: {os.strerror(6)}"
    assert list(register.sources) == ["tr-2018"]


@pytest.mark.parametrize("function", ["open", "read"])
def test_a_file_without_permission_is_told(build: Builder, monkeypatch: pytest.MonkeyPatch, function: str) -> None:
    build.write("sources/a.yaml", "")
    refuse(monkeypatch, function)
    [file, root] = WorkTree(build.root).files()
    for which in (file, root):
        assert which.fault is not None
        assert (which.data, which.fault.code) == (b"", "unreadable")
        assert which.fault.message == "cannot be read: Permission denied"


@pytest.mark.parametrize("function", ["lstat", "scandir"])
def test_a_folder_without_permission_is_told(build: Builder, monkeypatch: pytest.MonkeyPatch, function: str) -> None:
    build.source("tr-2023")
    refuse(monkeypatch, function, only=str(build.root / "sources"))
    register = build.load()
    assert told(register.faults) == ["sources:1:1: unreadable"]
    assert register.settings.title == "Recommendations to Utopia"


def refuse(monkeypatch: pytest.MonkeyPatch, function: str, only: str | None = None) -> None:
    """Makes a function of `os` raise, for everything or one path."""
    real = getattr(os, function)

    def refusing(path: Any, *words: Any, **keys: Any) -> Any:
        if only is None or path == only:
            raise PermissionError(13, "Permission denied")
        return real(path, *words, **keys)

    monkeypatch.setattr(os, function, refusing)


def test_a_large_file_is_not_read(build: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    build.write("sources/a.yaml", "# " + "x" * (MAX_BYTES - 2))
    build.write("sources/b.yaml", "# " + "x" * (MAX_BYTES - 1))
    with open(build.root / "sources/c.yaml", "wb") as file:
        file.truncate(1 << 40)
    files = {file.path: file for file in WorkTree(build.root).files()}
    assert len(files["sources/a.yaml"].data) == MAX_BYTES
    for path in ("sources/b.yaml", "sources/c.yaml"):
        fault = files[path].fault
        assert fault is not None
        assert told([fault]) == [f"{path}:1:1: file-too-large"]
        assert files[path].data == b""


def test_a_file_that_grows_while_it_is_read(build: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    build.write("sources/a.yaml", "# " + "x" * (2 * MAX_BYTES))
    real = os.fstat

    def small(handle: int) -> os.stat_result:
        status = list(real(handle))
        status[stat.ST_SIZE] = 0
        return os.stat_result(status)

    monkeypatch.setattr(os, "fstat", small)
    assert told(build.load().faults) == ["sources/a.yaml:1:1: file-too-large"]


# Names


def test_names_that_are_no_ids_are_told(build: Builder) -> None:
    for name in (b"a b.yaml", b"a\nb.yaml", b"\xff.yaml", "é.yaml".encode()):
        path = os.path.join(os.fsencode(build.root), b"sources", name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb"):
            pass
    register = build.load()
    assert [fault.code for fault in register.faults] == ["bad-id"] * 4
    assert register.sources == {}


# The root


def test_find_root_walks_up(build: Builder) -> None:
    build.recommendation("tr-2023-01")
    for start in (build.root, build.root / "recommendations", build.root / "recommendations/tr-2023"):
        assert found(start) == build.root


def test_find_root_gives_the_nearest(build: Builder) -> None:
    build.write("inner/recotrack.yaml", "")
    build.write("inner/sources/a.yaml", "")
    assert found(build.root / "inner/sources") == build.root / "inner"


def test_find_root_looks_above_and_not_below(build: Builder) -> None:
    build.write("sub/a", "")
    assert found(build.root / "sub/..") == build.root
    assert find_root(build.root / "sub/../..") is None


def test_find_root_finds_none(tmp_path: Path) -> None:
    (tmp_path / "recotrack.yml").write_text("", encoding="utf-8")
    (tmp_path / "below").mkdir()
    (tmp_path / "below/recotrack.yaml").mkdir()
    assert find_root(tmp_path / "below") is None
    assert find_root(tmp_path / "is not there") is None


def test_find_root_from_where_one_stands(build: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    build.source("tr-2023")
    monkeypatch.chdir(build.root / "sources")
    assert found(Path()) == build.root
    assert found(Path("..")) == build.root
    assert find_root(Path("../..")) is None


def found(start: Path) -> Path | None:
    """Gives the root found, as a path."""
    root = find_root(start)
    return None if root is None else Path(root)
