"""What `changes` costs in a large repository, as ratios within one run.

    python benchmarks/changes.py [RECORDS] [ROUNDS]

Makes a repository of about RECORDS files (100,000) of invented countries in a temporary folder, with a
commit that appends an update to 20 status files and one that alters the lineage of 20
recommendations. Each round times every command once, in turn.
"""

import itertools
import os
import platform
import random
import statistics
import string
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SCRIPT = str(Path(sys.executable).with_name("recotrack"))
WORDS = ("increase", "investigate", "prosecute", "train", "inspectors", "victims", "shelter", "funding")
YEARS = range(2001, 2025)


def files(records: int) -> Iterator[tuple[str, str]]:
    """Gives paths and texts: for each country a list of 12 a year, continued each year, with 9 status files."""
    dice = random.Random(1)

    def words(number: int) -> str:
        return " ".join(dice.choices(WORDS, k=number))

    yield "recotrack.yaml", "format: 1\ntitle: Large\nseries:\n  tip: {issuer: X, cadence: annual}\n"
    codes = map("".join, itertools.product(string.ascii_lowercase, repeat=3))
    for code in itertools.islice(codes, max(1, records // (len(YEARS) * 22))):
        for year in YEARS:
            source = f"tip-{code}-{year}"
            yield (
                f"sources/{source}.yaml",
                f"id: {source}\nseries: tip\nissuer: X\ntitle: Report {year}\ncountry: {code.upper()}\nyear: {year}\n",
            )
            for number in range(1, 13):
                before = f"tip-{code}-{year - 1}-{number:02}"
                link = f"\n  - {{id: {before}, relation: repeated, confirmed: true, rationale: Same words.}}"
                yield (
                    f"recommendations/{source}/{number:02}.yaml",
                    f"id: {source}-{number:02}\nsource: {source}\nyear: {year}\nnumber: {number}\n"
                    f"text: >-\n  {words(22)}.\ncontinues:{link if year > YEARS[0] else ' []'}\n",
                )
                if number < 10:
                    yield (
                        f"status/{source}/{number:02}.yaml",
                        f"recommendation: {source}-{number:02}\nupdates:\n{entry(year + 1, source, words(20))}",
                    )


def entry(year: int, source: str, quote: str) -> str:
    return (
        f"  - date: {year}-06-20\n    implementation: not_implemented\n    basis: issuing_body\n    summary: Nothing.\n"
        f"    evidence:\n      - {{source: {source}, place: Part, quote: {quote}, says: no_action}}\n"
    )


def commit(message: str, changed: dict[str, str], when: int) -> bytes:
    parts = [
        f"commit refs/heads/main\ncommitter A <a@example.org> {when} +0000\ndata {len(message)}\n{message}\n".encode()
    ]
    for path, text in changed.items():
        data = text.encode()
        parts.append(f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n")
    return b"".join(parts)


def make(folder: Path, records: int) -> int:
    held = dict(files(records))
    dice = random.Random(2)
    statuses = {
        path: held[path] + entry(2026, path.split("/")[1], "a passage")
        for path in dice.sample([path for path in held if path.startswith("status/")], 20)
    }
    links = {
        path: held[path].replace("confirmed: true", "confirmed: false")
        for path in dice.sample([path for path in held if path.startswith("recommendations/")], 20)
    }
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
    stream = b"".join(
        commit(name, some, 1_700_000_000 + at)
        for at, (name, some) in enumerate((("all", held), ("updates", statuses), ("lineage", links)))
    )
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=stream, check=True)
    subprocess.run(["git", "checkout", "-q", "main"], cwd=folder, check=True)
    subprocess.run(["git", "gc", "-q"], cwd=folder, check=True)
    return len(held)


def main() -> None:
    records = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = make(folder, records)
        commands = {
            'python -c "import click, yaml, git"': [sys.executable, "-c", "import click, yaml, git"],
            "git diff --raw, 20 updates": ["git", "diff", "--raw", "HEAD~2", "HEAD~1"],
            "git diff --raw, work tree": ["git", "diff", "--raw", "HEAD~1"],
            "git grep of one word": ["git", "grep", "-l", "-F", "tip-aaa-2010-01", "HEAD"],
            "changes, 20 updates": [SCRIPT, "changes", "HEAD~2..HEAD~1"],
            "changes, 20 links": [SCRIPT, "changes", "HEAD~1..HEAD"],
            "changes, work tree, 20 links": [SCRIPT, "changes", "HEAD~1"],
            "check": [SCRIPT, "check"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(rounds + 1):
            for title, words in commands.items():
                if title == "check" and turn > 1:
                    continue
                start = time.perf_counter()
                subprocess.run(words, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
                if turn:
                    times[title].append((time.perf_counter() - start) * 1000)
    base = statistics.median(times[next(iter(times))])
    git = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    print(f"{made} files; Python {platform.python_version()}, {git}, {os.cpu_count()} cores; {rounds} rounds")
    print(f"{'command':<38}{'median ms':>10}{'ratio':>8}")
    for title, values in times.items():
        median = statistics.median(values)
        print(f"{title:<38}{median:>10.0f}{median / base:>8.2f}")


if __name__ == "__main__":
    main()
