"""Texts of recommendations as the matcher sees them: clauses of weighed stems."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from itertools import pairwise
from math import log, sqrt
from typing import NamedTuple

from recotrack.analysis.matching.abbreviations import expansions, written_out
from recotrack.analysis.matching.language import (
    actions,
    concepts,
    levelled_text,
    stem_of,
    topics_in,
    words_of,
)
from recotrack.analysis.matching.treaties import treaties_in
from recotrack.analysis.matching.vocabulary import PEOPLE, VERBS

_BREAK = re.compile(r"[;:.!?()–—]+|,")
_LOCAL = 1.0
"""How much the lists themselves count beside the body of recommendations, where they use a stem more often."""


Word = tuple[str, str, float]
"""A stem, its concept, and its weight."""


class Clause(NamedTuple):
    """A part of a demand that begins with an action: its words in order, and the concepts behind its first."""

    words: tuple[Word, ...]
    bag: dict[str, float]
    concepts: frozenset[str]
    weight: float
    rest: dict[str, float]
    rest_weight: float


class Demand(NamedTuple):
    """One text: its stems with weights, the concepts behind them, pairs of neighbours, and its clauses."""

    words: tuple[Word, ...]
    bag: dict[str, float]
    weight: float
    norm: float
    concepts: dict[str, float]
    concept_norm: float
    pairs: dict[tuple[str, str], float]
    pairs_weight: float
    clauses: tuple[Clause, ...]
    actions: frozenset[str]
    objects: dict[str, float]
    objects_weight: float
    treaties: frozenset[str]
    topics: dict[int, float]
    what: dict[str, float]
    what_weight: float
    who: dict[str, float]
    who_weight: float
    meaning: tuple[float, ...]


OPENINGS = frozenset({"=increas", "=establish", "=implement", "=provid"})
"""Concepts that open demands of every kind."""


@cache
def _verb_stems() -> frozenset[str]:
    return frozenset(stem for word in VERBS if (stem := stem_of(word)))


@cache
def _people() -> frozenset[str]:
    return frozenset([stem_of(word) for word in PEOPLE])


@cache
def background() -> tuple[dict[str, str], int]:
    """Gives, of the body of recommendations known, counts by stem, as written, and the number of texts."""
    text = resources.files("recotrack.analysis.matching").joinpath("counts.txt").read_text(encoding="utf-8")
    head, *lines = text.splitlines()
    total = int(head.split("of ")[1].split()[0])
    return dict([line.split(" ") for line in lines]), total


class _Meanings(dict[str, tuple[int, ...]]):
    """Where stems stand in a few dimensions, by the recommendations that they stand in together; read when met."""

    def __init__(self) -> None:
        text = resources.files("recotrack.analysis.matching").joinpath("meanings.txt").read_text(encoding="utf-8")
        self._lines = {stem: numbers for stem, _, numbers in [line.partition(" ") for line in text.splitlines()[1:]]}

    def __missing__(self, stem: str) -> tuple[int, ...]:
        numbers = self[stem] = tuple(map(int, self._lines.get(stem, "").split()))
        return numbers

    def all(self) -> dict[str, tuple[int, ...]]:
        """Gives those of all stems that are known."""
        return {stem: self[stem] for stem in self._lines}


@cache
def meanings() -> _Meanings:
    """Gives where stems stand in a few dimensions; an empty tuple where that is not known."""
    return _Meanings()


def demands_of(*lists: Sequence[str]) -> tuple[tuple[Demand, ...], ...]:
    """Gives the demands of lists that are to be compared; abbreviations are written out over all of them."""
    texts = [text for one in lists for text in one]
    known = expansions(texts)
    level = [[levelled_text(written_out(text, known)) for text in one] for one in lists]
    split = [[_clauses(text) for text in one] for one in level]
    local = Counter(stem for one in split for clauses in one for stem in {s for clause in clauses for s in clause})
    weights = _Weights(local, len(texts))
    named = [[topics_in([stem for clause in clauses for stem in clause]) for clauses in one] for one in split]
    often = Counter(topic for one in named for topics in one for topic in topics)
    rarity = {topic: log(1 + len(texts) / count) for topic, count in often.items()}
    return tuple(
        tuple(
            _demand(text, clauses, weights, {topic: rarity[topic] for topic in sorted(topics)})
            for text, clauses, topics in zip(one, parts, matters, strict=True)
        )
        for one, parts, matters in zip(level, split, named, strict=True)
    )


class _Weights(dict[str, float]):
    """How much a stem tells: the rarer it is in recommendations and in the lists at hand, the more."""

    def __init__(self, local: Counter[str], texts: int) -> None:
        self._local = local
        self._texts = texts
        self._counts, self._total = background()

    def __missing__(self, stem: str) -> float:
        general = (int(self._counts.get(stem, 0)) + 2) / self._total
        here = _LOCAL * max(self._local[stem] - 1, 0) / max(self._texts, 1)
        weight = self[stem] = log(1 / min(max(general, here), 1.0)) / 10 + 0.05
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


def _demand(text: str, clauses: list[list[str]], weights: _Weights, topics: dict[int, float]) -> Demand:
    parts = tuple(_clause(clause, weights) for clause in clauses)
    words = tuple(dict.fromkeys(word for part in parts for word in part.words))
    bag = {stem: weight for stem, _, weight in words}
    pairs = {(a, b): (bag[a] + bag[b]) / 2 for clause in clauses for a, b in pairwise(clause) if a != b}
    acts = actions()
    held = _heaviest(words)
    objects = _heaviest([word for word in words if word[0] not in acts and word[1] not in OPENINGS])
    people = _people()
    what = _heaviest([word for word in words if word[0] not in people and word[1] not in OPENINGS])
    who = _heaviest([word for word in words if word[0] in people])
    return Demand(
        words,
        bag,
        sum(bag.values()),
        _norm(bag),
        held,
        _norm(held),
        pairs,
        sum(pairs.values()),
        parts,
        frozenset([acts[stem] for stem in bag if stem in acts]),
        objects,
        sum(objects.values()),
        treaties_in(text),
        topics,
        what,
        sum(what.values()),
        who,
        sum(who.values()),
        _meaning(bag),
    )


def _clause(stems: list[str], weights: _Weights) -> Clause:
    meant = concepts()
    words = tuple([(stem, meant.get(stem, stem), weights[stem]) for stem in dict.fromkeys(stems)])
    bag = {stem: weight for stem, _, weight in words}
    rest = {concept: weight for _, concept, weight in words[1:]}
    return Clause(
        words, bag, frozenset([concept for _, concept, _ in words]), sum(bag.values()), rest, sum(rest.values())
    )


def _heaviest(words: Iterable[Word]) -> dict[str, float]:
    """Gives the weight of the weightiest stem of each concept."""
    found: dict[str, float] = {}
    for _, concept, weight in words:
        if weight > found.get(concept, 0.0):
            found[concept] = weight
    return found


def _meaning(stems: Iterable[str]) -> tuple[float, ...]:
    """Gives the direction in which the sum of stems points; nothing where none is known."""
    known = meanings()
    total = [sum(column) for column in zip(*filter(None, [known[stem] for stem in stems]), strict=True)]
    length = sqrt(sum([one * one for one in total]))
    return tuple([one / length for one in total]) if length else ()


def _norm(weights: dict[str, float]) -> float:
    return sqrt(sum([weight * weight for weight in weights.values()]))
