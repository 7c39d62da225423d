"""Measures what matching costs, in one run.

    python -m benchmarks.matching.cost FOLDER

FOLDER holds UPR Info's files. Times are of one core, after import; memory is the most that the
process held, before and after the many pairs.
"""

import resource
import sys
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.matching.counts import rows
from benchmarks.matching.gold import gold
from benchmarks.matching.score import register
from recotrack.analysis.matching.match import match

PAIRS = 188 * 20
"""Lists of 188 countries over 20 years, each with the year before."""


def seconds(earlier: list[str], later: list[str]) -> float:
    begun = process_time()
    match(earlier, later)
    return process_time() - begun


def main(folder: Path) -> None:
    for pair in register():
        times = [seconds(pair.earlier, pair.later) for _ in range(9)]
        print(f"{pair.name}: first {times[0] * 1000:.1f} ms, then {median(times[1:]) * 1000:.1f} ms")
    pairs = gold("odd") + gold("even")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Texts that were not met before, as in a register of many countries: a number is added to each.
    total = sum(
        seconds([f"{text} {turn}" for text in pair.earlier], [f"{text} {turn}" for text in pair.later])
        for turn, pair in ((turn, pairs[turn % len(pairs)]) for turn in range(PAIRS))
    )
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{PAIRS} pairs of lists: {total:.1f} s; memory {before // 1024} -> {after // 1024} MiB")
    texts = [row["Text"] for row in rows(folder) if row["Text"]]
    print(f"250 by 250: {seconds(texts[:250], texts[20000:20250]):.2f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
