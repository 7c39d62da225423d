"""Lists words with their stems, so that the matcher need not stem them.

    python -m benchmarks.matching.stems FOLDER > recotrack/analysis/matching/stems.txt

FOLDER holds UPR Info's files. Listed are the words of the vocabulary, those that stand in at least
`LEAST` texts of them, and those of the register and of our own lists to learn from that are not names.
"""

import re
import sys
from collections import Counter
from pathlib import Path

from benchmarks.matching.counts import UNREAD, rows
from benchmarks.matching.gold import gold
from benchmarks.matching.score import register
from recotrack.analysis.matching.language import TOKEN, levelled_text, stemmed, words_of
from recotrack.analysis.matching.phrases import PHRASES
from recotrack.analysis.matching.vocabulary import ACTIONS, GROUPS, PEOPLE, STOP, TOPICS, VERBS

LEAST = 2
_NAME = re.compile(r"(?<=.)\b[A-Z][\w'’-]*")


def main(folder: Path) -> None:
    texts = {row["Text"] for row in rows(folder) if row["Text"] and row["To"] not in UNREAD}
    counts = Counter(word for text in texts for word in set(words_of(levelled_text(text))))
    words = {word for word, count in counts.items() if count >= LEAST}
    for text in {text for pair in gold("odd") + register() for text in pair.earlier + pair.later}:
        words.update(words_of(_NAME.sub("", text).lower()))
    words |= {word for line in GROUPS + ACTIONS + TOPICS for word in line.replace("+", " ").split()}
    words |= PEOPLE | VERBS | {word for _, _, phrase in PHRASES for word in TOKEN.findall(phrase)}
    words = {word for word in words if word.isascii() and word.isalpha() and word not in STOP}
    print("# words, and their stems where these differ")
    for word in sorted(words):
        stem = stemmed(word)
        if not stem:
            continue  # It tells nothing; the program finds that out by itself.
        print(word if stem == word else f"{word} {stem}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
