"""Scores the matcher beside plain baselines, in one run.

    python -m benchmarks.matching.score FOLDER

FOLDER holds UPR Info's files; without it only the lists of our own are scored. A baseline's
threshold is the best one for the very lists that it is scored on, which favours it.
"""

import sys
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

from rapidfuzz import fuzz
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.matching.gold import APART, LEARNED, Pair, Place, gold, upr
from recotrack.analysis.matching.match import match
from recotrack.analysis.words import same_words
from recotrack.store.load import load
from recotrack.store.worktree import WorkTree

Table = dict[Place, float]


def register() -> list[Pair]:
    """Gives the pairs of the register; what its rationale calls arguable is unsure."""
    held = load(WorkTree(Path(__file__).parents[2]))
    found = []
    for a, b in (("us-tip-2018", "us-tip-2023"), ("us-tip-2023", "us-tip-2024")):
        one, other = ([r for r in held.recommendations.values() if r.source == source] for source in (a, b))
        place = {r.id: number for number, r in enumerate(one)}
        links = {
            (place[link.id], j): link for j, r in enumerate(other) for link in r.continues or () if link.id in place
        }
        labels = {place: str(link.relation) for place, link in links.items()}
        found.append(Pair(f"{a} {b}", [r.text for r in one], [r.text for r in other], labels, frozenset()))
    return found


def counts(pair: Pair, proposed: set[Place]) -> tuple[int, int, int]:
    """Gives hits, false alarms and misses."""
    right = proposed & pair.links.keys()
    return len(right), len(proposed - pair.links.keys() - pair.unsure), len(pair.links) - len(right)


def f1(pairs: list[Pair], proposed: list[set[Place]]) -> tuple[float, float, float]:
    """Gives precision, recall and F1 over all pairs together."""
    hit, wrong, missed = (sum(column) for column in zip(*map(counts, pairs, proposed), strict=True))
    precision, recall = hit / max(hit + wrong, 1), hit / max(hit + missed, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def labels(pair: Pair, proposed: set[Place]) -> dict[Place, str]:
    """Gives the relation of each link, by the shape of all."""
    ups = [j for _, j in proposed]
    downs = [i for i, _ in proposed]
    found = {}
    for i, j in proposed:
        same = same_words(pair.earlier[i], pair.later[j])
        merged, split = ups.count(j) > 1, downs.count(i) > 1
        found[i, j] = "merged" if merged else "split" if split else "repeated" if same else "reworded"
    return found


def label_f1(pairs: list[Pair], proposed: list[set[Place]]) -> float:
    """Gives F1 of links with their labels."""
    right = wrong = total = 0
    for pair, places in zip(pairs, proposed, strict=True):
        for place, label in labels(pair, places).items():
            if place not in pair.unsure:
                right += pair.links.get(place) == label
                wrong += pair.links.get(place) != label
        total += len(pair.links)
    precision, recall = right / max(right + wrong, 1), right / max(total, 1)
    return 2 * precision * recall / max(precision + recall, 1e-9)


def tfidf(pair: Pair) -> Table:
    """Gives the cosine of TF-IDF vectors made from the two lists."""
    vectors = TfidfVectorizer().fit(pair.earlier + pair.later)
    table = (vectors.transform(pair.earlier) @ vectors.transform(pair.later).T).toarray()
    return {(i, j): float(table[i, j]) for i in range(len(pair.earlier)) for j in range(len(pair.later))}


def by_texts(alike: Callable[[str, str], float]) -> Callable[[Pair], Table]:
    """Makes a baseline of a likeness of two texts."""
    return lambda pair: {
        (i, j): alike(a.lower(), b.lower()) for i, a in enumerate(pair.earlier) for j, b in enumerate(pair.later)
    }


BASELINES = {
    "TF-IDF cosine": tfidf,
    "token set ratio": by_texts(lambda a, b: fuzz.token_set_ratio(a, b) / 100),
    "difflib": by_texts(lambda a, b: SequenceMatcher(None, a, b).ratio()),
}


def main(folder: Path | None) -> None:
    """Prints the table, and how often high scores are right."""
    sets = {"register": register(), "odd": gold("odd"), "even": gold("even")}
    if folder is not None:
        sets |= {"UPR, known": upr(folder, LEARNED)}
        sets |= {"UPR, apart": upr(folder, APART)}
    for name, pairs in sets.items():
        found = [match(pair.earlier, pair.later) for pair in pairs]
        proposed = [{(one.earlier, one.later) for one in pair} for pair in found]
        with_labels = "" if name.startswith("UPR") else f"  labels {label_f1(pairs, proposed):.3f}"
        print(f"{name:12} recotrack        P {{:.3f}} R {{:.3f}} F1 {{:.3f}}{with_labels}".format(*f1(pairs, proposed)))
        high = [
            (one.earlier, one.later) in pair.links
            for pair, ones in zip(pairs, found, strict=True)
            for one in ones
            if one.score >= 0.9 and (one.earlier, one.later) not in pair.unsure
        ]
        print(f"{'':12} score >= 0.9     {sum(high)} of {len(high)} right")
        for baseline, table in BASELINES.items():
            if baseline == "difflib" and name.startswith("UPR"):
                continue
            tables = [table(pair) for pair in pairs]
            best = max(
                (f1(pairs, [{p for p, v in t.items() if v >= step / 50} for t in tables]) for step in range(2, 50)),
                key=lambda result: result[2],
            )
            print(f"{'':12} {baseline:16} P {{:.3f}} R {{:.3f}} F1 {{:.3f}}".format(*best))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
