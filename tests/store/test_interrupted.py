"""Writing that is killed, raced, out of space or out of rights: no torn file, no lost update."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

import pytest

from recotrack.model.records import Update
from recotrack.model.terms import Basis, Implementation
from recotrack.store.editing.updates import append_update, status_of
from recotrack.store.writing import edit_file, write_text

ID = "tr-2024-01"
NAME = "01.yaml"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork, which this system has not")


def update(number: int) -> Update:
    """Gives an update that can be told from others."""
    return Update("2024-07-01", Implementation.NOT_ASSESSED, Basis.OWN_ASSESSMENT, summary=f"Number {number}")


def append(path: Path, number: int) -> None:
    edit_file(path, lambda data: append_update(data, "status/tr-2024/01.yaml", ID, update(number)))


def numbers(path: Path) -> list[int]:
    """Gives the numbers of a file's updates; fails where the file is torn."""
    return [int((one.summary or "").rpartition(" ")[2]) for one in status_of(path.read_bytes(), NAME).updates]


def forked(work: Callable[[], Any]) -> int:
    """Runs work in a child process and gives its exit status as `os.waitpid` does."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1]


def killed_at(count: int, work: Callable[[], Any]) -> bool:
    """Runs work in a child that kills itself at its call number `count`; tells whether it came so far."""

    def child() -> None:
        left = count

        def tick(frame: FrameType, event: str, argument: Any) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(tick)
        work()
        sys.setprofile(None)

    status = forked(child)
    assert status == 0 or os.WTERMSIG(status) == signal.SIGKILL
    return status != 0


@pytest.mark.parametrize("block", range(10))
def test_killed_at_300_points(tmp_path: Path, block: int) -> None:
    """The points lie evenly over the calls of the last stretch, in which the file is written, and of all before."""
    path = tmp_path / NAME
    append(path, 0)
    calls = 0

    def counted(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += 1

    append(tmp_path / "warm-up.yaml", 0)
    (tmp_path / "other.yaml").write_bytes(path.read_bytes())
    sys.setprofile(counted)
    append(tmp_path / "other.yaml", 1)
    sys.setprofile(None)
    (tmp_path / "other.yaml").unlink()
    (tmp_path / "warm-up.yaml").unlink()
    assert calls > 600
    points = [*range(1, calls - 500, max((calls - 500) // 100, 1))][:100] + [*range(calls - 480, calls, 480 // 200)][
        :200
    ]
    assert len(points) == 300
    done = [0]
    killed = 0
    for number, point in enumerate(points[block::10], start=1):
        killed += killed_at(point, partial(append, path, number))
        found = numbers(path)
        assert found in (done, [*done, number]), f"killed at call {point}"
        done = found
    assert killed >= 28
    append(path, 1000)
    assert numbers(path) == [*done, 1000]
    assert os.listdir(tmp_path) == [NAME], "something was left of a killed writer"


def test_a_kill_in_mid_write_leaves_what_the_next_writer_takes_away(tmp_path: Path) -> None:
    path = tmp_path / NAME
    write_text(path, "old")

    def work() -> None:
        os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[assignment]
        write_text(path, "new")

    assert os.WTERMSIG(forked(work)) == signal.SIGKILL
    assert path.read_text(encoding="utf-8") == "old"
    assert len(os.listdir(tmp_path)) > 1, "this test shows nothing if nothing is left"
    write_text(tmp_path / "another.yaml", "x")
    assert len(os.listdir(tmp_path)) > 2, "the writer of another file took away what was not its own"
    write_text(path, "new")
    assert sorted(os.listdir(tmp_path)) == [NAME, "another.yaml"]


def race(path: Path, writers: int, each: int) -> None:
    children = []
    for writer in range(writers):
        child = os.fork()
        if child == 0:
            try:
                for number in range(each):
                    append(path, writer * each + number)
            except BaseException:
                os._exit(1)
            os._exit(0)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * writers
    found = numbers(path)
    assert sorted(found) == list(range(writers * each))
    for writer in range(writers):
        own = [number for number in found if number // each == writer]
        assert own == sorted(own)
    assert os.listdir(path.parent) == [path.name]


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    race(tmp_path / NAME, 2, 25)


@pytest.mark.slow
def test_two_writers_of_270_updates_each_lose_nothing(tmp_path: Path) -> None:
    race(tmp_path / NAME, 2, 270)


@pytest.mark.slow
def test_killed_300_times_by_the_clock(tmp_path: Path) -> None:
    """A writer that appends without end is killed after a time drawn by chance; the file holds all but the last."""
    path = tmp_path / NAME
    append(path, 0)
    random = Random(7)
    left = 0
    for _ in range(300):
        before = numbers(path)
        if len(before) > 60:
            path.unlink()
            append(path, 0)
            before = [0]
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_REAL, random.uniform(0.0002, 0.02))
            number = before[-1]
            while True:
                number += 1
                append(path, number)
        random.random()
        status = os.waitpid(child, 0)[1]
        assert os.WTERMSIG(status) == signal.SIGALRM
        found = numbers(path)
        assert found == list(range(found[0], found[-1] + 1))
        assert found[: len(before)] == before
        left += len(os.listdir(tmp_path)) > 1
    assert left > 5, "no kill fell into a write: this test shows nothing"
    append(path, numbers(path)[-1] + 1)
    assert os.listdir(tmp_path) == [NAME]


def test_a_disk_that_is_full(tmp_path: Path) -> None:
    """As a limit on the size of files has it: the write fails in its middle."""
    path = tmp_path / NAME
    write_text(path, "old")

    def work() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            write_text(path, "x" * 100_000)
        except OSError as error:
            os._exit(7 if error.filename == str(path) else 8)

    assert os.waitstatus_to_exitcode(forked(work)) == 7
    assert path.read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == [NAME]


@pytest.mark.slow
def test_a_small_disk_that_fills(tmp_path: Path) -> None:
    """On a disk of 64 KiB of its own, where the system lets us mount one."""
    script = f"""
import os, sys
from pathlib import Path
from recotrack.store.writing import write_text
folder = Path({str(tmp_path)!r})
path = folder / "01.yaml"
failed = 0
for size in range(1000, 200_000, 5000):
    text = str(size) * size
    before = path.read_bytes() if path.exists() else None
    try:
        write_text(path, text)
    except OSError as error:
        failed += 1
        assert error.filename == str(path), error
        assert path.read_bytes() == before
    else:
        assert path.read_text() == text
    assert os.listdir(folder) == ["01.yaml"], os.listdir(folder)
assert failed > 5, failed
print("filled")
"""
    mount = f'mount -t tmpfs -o size=64k none "{tmp_path}" && exec "{sys.executable}" -c "$SCRIPT"'
    words = ["unshare", "-r", "-m", "sh", "-c", mount]
    try:
        probe = subprocess.run([*words[:3], "mount", "-t", "tmpfs", "none", str(tmp_path)], capture_output=True)
    except FileNotFoundError:
        pytest.skip("unshare is not installed")
    if probe.returncode != 0:
        pytest.skip("this system lets nobody mount a disk of their own")
    run = subprocess.run(words, env={**os.environ, "SCRIPT": script}, capture_output=True, text=True, check=False)
    assert run.stdout == "filled\n", run.stderr


def as_nobody(work: Callable[[], Any]) -> int:
    """Runs work without the rights of root; gives its exit code."""

    def lowered() -> None:
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        work()

    return os.waitstatus_to_exitcode(forked(lowered))


@pytest.mark.parametrize(("folder", "file"), [(0o555, 0o666), (0o777, 0o444)])
def test_without_the_right_to_write(tmp_path: Path, folder: int, file: int) -> None:
    place = tmp_path / "place"
    place.mkdir()
    for above in (tmp_path, *tmp_path.parents[:3]):
        above.chmod(0o755)
    path = place / NAME
    path.write_text("old", encoding="utf-8")
    path.chmod(file)
    place.chmod(folder)

    def work() -> None:
        try:
            write_text(path, "new")
        except OSError as error:
            os._exit(7 if error.filename == str(path) else 8)

    assert as_nobody(work) == 7
    assert path.read_text(encoding="utf-8") == "old"
    assert os.listdir(place) == [NAME]


def test_links_on_the_way_are_refused(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    outside.mkdir()
    root.mkdir()
    (root / "status").symlink_to(outside)
    with pytest.raises(OSError, match="is a link"):
        edit_file(root / "status" / "tr-2024" / NAME, lambda _: b"x", root=root)
    assert os.listdir(outside) == []


def test_a_root_that_is_itself_reached_by_a_link_will_do(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    edit_file(tmp_path / "link" / "status" / NAME, lambda _: b"x", root=tmp_path / "link")
    assert (tmp_path / "real/status" / NAME).read_bytes() == b"x"


def test_a_lock_that_a_killed_writer_left_does_not_hold(tmp_path: Path) -> None:
    (tmp_path / f".{NAME}.lock").touch()
    write_text(tmp_path / NAME, "new")
    assert os.listdir(tmp_path) == [NAME]


def test_a_writer_that_takes_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    path = tmp_path / NAME
    monkeypatch.setattr("recotrack.store.writing.LOCK_SECONDS", 0)
    with FileLock(path.with_name(f".{NAME}.lock")), pytest.raises(OSError, match="another process has been writing"):
        write_text(path, "new")
    assert not path.exists()


def test_what_the_change_raises_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / NAME
    write_text(path, "old")

    def change(_: bytes | None) -> bytes:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        edit_file(path, change)
    assert (path.read_text(encoding="utf-8"), os.listdir(tmp_path)) == ("old", [NAME])


def test_what_is_no_regular_file_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="is not a regular file"):
        write_text(tmp_path / "pipe", "x")
    assert os.listdir(tmp_path) == ["pipe"]
