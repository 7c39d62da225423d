"""An import that is killed: all of an edition is there, or nothing of its list."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.builder import Builder
from tests.cli.test_import import SETTINGS, report

DEMANDS = [f"Train the police of district {number}." for number in range(1, 301)]


def started(build: Builder, document: Path, script: Path, environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    words = [str(script), "-C", str(build.root), "import", str(document)]
    return subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def recorded(build: Builder) -> int:
    folder = build.root / "recommendations/tip-2024"
    return len(list(folder.iterdir())) if folder.exists() else 0


@pytest.mark.slow
def test_a_killed_import_leaves_no_half(build: Builder, script: Path, environment: dict[str, str]) -> None:
    build.write("recotrack.yaml", SETTINGS)
    document = build.root.parent / "new.txt"
    document.write_text(report(2024, DEMANDS), encoding="utf-8")
    begun = time.monotonic()
    assert started(build, document, script, environment).wait() == 0
    whole = time.monotonic() - begun
    assert recorded(build) == 300
    seen = set()
    for point in range(80):
        for path in (build.root / "recommendations/tip-2024").glob("*.yaml"):
            path.unlink()
        if (build.root / "recommendations/tip-2024").exists():
            (build.root / "recommendations/tip-2024").rmdir()
        (build.root / "sources/tip-2024.yaml").unlink(missing_ok=True)
        process = started(build, document, script, environment)
        try:
            process.wait(timeout=whole * (0.3 + 0.9 * point / 80))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL if point % 2 else signal.SIGINT)
            process.wait()
        seen.add(recorded(build))
        assert build.load().faults == ()
    assert seen <= {0, 300}
    assert started(build, document, script, environment).wait() == 0
    assert recorded(build) == 300
    left = [name for name in os.listdir(build.root) if name.startswith(".recotrack-import-")]
    assert left in ([], [".recotrack-import-lock"])
