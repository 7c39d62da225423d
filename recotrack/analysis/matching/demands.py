"""Texts of recommendations as the matcher sees them: clauses of weighed stems."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import pairwise
from math import log
from typing import NamedTuple

from recotrack.analysis.matching.abbreviations import expansions, written_out
from recotrack.analysis.matching.language import (
    actions,
    concepts,
    levelled_text,
    stem_of,
    treaties_in,
    words_of,
)
from recotrack.analysis.matching.vocabulary import VERBS

_BREAK = re.compile(r"[;:.!?()–—]+|,")
_LOCAL = 1.0
"""How much the lists themselves count beside the body of recommendations, where they use a stem more often."""


class Clause(NamedTuple):
    """A part of a demand that begins with an action: its stems in order, and their weights."""

    stems: tuple[str, ...]
    weight: float
    bag: dict[str, float]


class Demand(NamedTuple):
    """One text: its stems with weights, the concepts behind them, pairs of neighbours, and its clauses."""

    bag: dict[str, float]
    concepts: dict[str, float]
    pairs: dict[tuple[str, str], float]
    clauses: tuple[Clause, ...]
    weight: float
    norm: float
    actions: frozenset[str]
    objects: dict[str, float]
    treaties: frozenset[str]


OPENINGS = frozenset({"=increas", "=establish", "=implement", "=provid"})
"""Concepts that open demands of every kind."""


@cache
def _verb_stems() -> frozenset[str]:
    return frozenset(stem for word in VERBS if (stem := stem_of(word)))


@cache
def background() -> tuple[dict[str, int], int]:
    """Gives, of the body of recommendations shipped with the program, counts by stem and the number of texts."""
    text = resources.files("recotrack.analysis.matching").joinpath("counts.txt").read_text(encoding="utf-8")
    head, *lines = text.splitlines()
    total = int(re.findall(r"[0-9]+", head)[0])
    return {stem: int(count) for stem, _, count in (line.partition(" ") for line in lines)}, total


def demands_of(*lists: Sequence[str]) -> tuple[tuple[Demand, ...], ...]:
    """Gives the demands of lists that are to be compared; abbreviations are written out over all of them."""
    texts = [text for one in lists for text in one]
    known = expansions(texts)
    level = [[levelled_text(written_out(text, known)) for text in one] for one in lists]
    split = [[_clauses(text) for text in one] for one in level]
    local = Counter(stem for one in split for clauses in one for stem in {s for clause in clauses for s in clause})
    weights = _Weights(local, len(texts))
    return tuple(
        tuple(_demand(text, clauses, weights) for text, clauses in zip(one, parts, strict=True))
        for one, parts in zip(level, split, strict=True)
    )


class _Weights:
    """How much a stem tells: the rarer it is in recommendations and in the lists at hand, the more."""

    def __init__(self, local: Counter[str], texts: int) -> None:
        self._local = local
        self._texts = texts
        self._counts, self._total = background()
        self._known: dict[str, float] = {}

    def of(self, stem: str) -> float:
        weight = self._known.get(stem)
        if weight is None:
            general = (self._counts.get(stem, 0) + 2) / self._total
            here = _LOCAL * max(self._local[stem] - 1, 0) / max(self._texts, 1)
            weight = self._known[stem] = log(1 / min(max(general, here), 1.0)) / 10 + 0.05
        return weight


def _clauses(text: str) -> list[list[str]]:
    """Parts a text where a new action begins: behind a stop, or behind `and` or a comma before a verb."""
    verbs = _verb_stems()
    clauses: list[list[str]] = [[]]
    for part in _BREAK.split(text):
        words = words_of(part)
        for place, word in enumerate(words):
            stem = stem_of(word)
            starts = place == 0 or words[place - 1] in ("and", "or", "by", "then")
            if starts and clauses[-1] and stem in verbs:
                clauses.append([])
            if stem:
                clauses[-1].append(stem)
    return [clause for clause in clauses if clause]


def _demand(text: str, clauses: list[list[str]], weights: _Weights) -> Demand:
    meant = concepts()
    bag: dict[str, float] = {}
    parts = []
    for clause in clauses:
        own = {stem: weights.of(stem) for stem in dict.fromkeys(clause)}
        parts.append(Clause(tuple(clause), sum(own.values()), own))
        bag |= own
    held: dict[str, float] = {}
    for stem, weight in bag.items():
        concept = meant.get(stem, stem)
        held[concept] = max(held.get(concept, 0.0), weight)
    pairs = {(a, b): (bag[a] + bag[b]) / 2 for clause in clauses for a, b in pairwise(clause) if a != b}
    norm = sum(weight * weight for weight in bag.values()) ** 0.5
    acts = actions()
    done = frozenset(acts[stem] for stem in bag if stem in acts)
    objects: dict[str, float] = {}
    for stem, weight in bag.items():
        if stem not in acts:
            concept = meant.get(stem, stem)
            if concept not in OPENINGS:
                objects[concept] = max(objects.get(concept, 0.0), weight)
    return Demand(bag, held, pairs, tuple(parts), sum(bag.values()), norm, done, objects, treaties_in(text))
