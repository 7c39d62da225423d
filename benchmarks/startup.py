"""How long the command line takes to start and to answer, as ratios within one run.

    python benchmarks/startup.py [ROUNDS]

Run with the Python of the environment that recotrack is installed in. Each round times every
command once, in turn, so that what disturbs the machine disturbs all; the table gives medians
and their ratio to `python -c "import click, yaml"`. Byte code is compiled before.
"""

import compileall
import os
import platform
import statistics
import subprocess
import sys
import sysconfig
import time
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = str(Path(sys.executable).with_name("recotrack"))
BASELINE = 'python -c "import click, yaml"'
COMMANDS = {
    BASELINE: [sys.executable, "-c", "import click, yaml"],
    "recotrack --help": [SCRIPT, "--help"],
    "recotrack list --format json": [SCRIPT, "list", "--format", "json"],
    "recotrack list": [SCRIPT, "list"],
}
GOALS = {"recotrack --help": 1.0, "recotrack list --format json": 1.3, "recotrack list": 2.0}


def measure(rounds: int) -> dict[str, list[float]]:
    """Times every command `rounds` times, in milliseconds."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for turn in range(rounds + 1):
        for name, words in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run(
                words, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True
            )
            if turn:  # the first round warms the disk cache
                times[name].append((time.perf_counter() - start) * 1000)
    return times


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    compileall.compile_dir(sysconfig.get_paths()["purelib"], quiet=2)
    compileall.compile_dir(ROOT / "recotrack", quiet=2)
    times = measure(rounds)
    base = statistics.median(times[BASELINE])
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}; {rounds} rounds")
    print(", ".join(f"{name} {version(name)}" for name in ("click", "PyYAML", "tabulate")))
    print(f"{'command':<36}{'median ms':>10}{'ratio':>8}{'goal':>8}")
    for name, values in times.items():
        median = statistics.median(values)
        goal = f"{GOALS[name]:.1f}" if name in GOALS else ""
        print(f"{name:<36}{median:>10.1f}{median / base:>8.2f}{goal:>8}")


if __name__ == "__main__":
    main()
