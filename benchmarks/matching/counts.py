"""Counts in how many texts of a body of recommendations each stem stands, for the matcher's weights.

    python -m benchmarks.matching.counts FOLDER > recotrack/analysis/matching/counts.txt

FOLDER holds UPR Info's files. Of their texts nothing is kept but the counts, of stems that stand
in at least `LEAST` texts.
"""

import csv
import io
import sys
from collections import Counter
from pathlib import Path

from recotrack.analysis.matching.language import levelled_text, stem_of, words_of

LEAST = 4
UNREAD = frozenset({"Finland"})
"""States whose texts are not looked at in any way."""


def rows(folder: Path) -> list[dict[str, str]]:
    """Gives the rows of UPR Info's files in the order of the files' names."""
    found = []
    for path in sorted(folder.glob("*.csv")):
        text = path.read_bytes().decode("latin-1").replace("\r\n", "\n").replace("\r", "\n")
        found += list(csv.DictReader(io.StringIO(text)))
    return found


def main(folder: Path) -> None:
    texts = {" ".join(row["Text"].split()) for row in rows(folder) if row["Text"] and row["To"] not in UNREAD}
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update({stem for word in words_of(levelled_text(text)) if (stem := stem_of(word))})
    lines = [f"{stem} {count}" for stem, count in sorted(counts.items()) if count >= LEAST and not stem.isdigit()]
    print(f"# stems, and in how many of {len(texts)} recommendations of the Universal Periodic Review each stands")
    print("\n".join(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
