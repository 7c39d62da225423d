"""Two lists matched: proposals of links, each with a score and the words that carry it."""

from collections.abc import Sequence
from math import exp
from typing import NamedTuple

from recotrack.analysis.matching.demands import Demand, demands_of
from recotrack.analysis.matching.features import context_features, cosine, pair_features
from recotrack.analysis.matching.language import concepts
from recotrack.analysis.words import levelled

LEAST = 0.5
"""The score from which a pair is proposed."""

_LEAST_COSINE = 0.02
_ALIKE_IN_ONE_LIST = 0.6
_OFTEN = 0.15

Place = tuple[int, int]


class Proposal(NamedTuple):
    """A pair of one list and the other that may be the same demand.

    `score` lies between 0 and 1: those of 0.9 and more are right in at least 98 of 100 on
    lists that the model did not see; at 0.5 misses and false alarms balance. `words` are what
    both share, the weightiest first.
    """

    earlier: int
    later: int
    score: float
    words: tuple[str, ...]


def match(earlier: Sequence[str], later: Sequence[str]) -> tuple[Proposal, ...]:
    """Proposes which of two lists' texts make the same demand; many to many.

    The order of a list tells nothing, and swapping the two gives the same pairs.

    Args:
        earlier: the texts of the one edition.
        later: those of the other.

    Returns:
        The proposals with a score of `LEAST` or more, by places from 0.
    """
    from recotrack.analysis.matching.model import OFTEN, ONCE

    one, other = demands_of(earlier, later)
    model = OFTEN if _made_often(one) or _made_often(other) else ONCE
    same = {(i, j) for i, a in enumerate(earlier) for j, b in enumerate(later) if levelled(a) == levelled(b) != ""}
    found = []
    for (i, j), values in _features(one, other).items():
        raw = model.intercept + sum(model.weights[name] * value for name, value in values.items())
        score = 1.0 if (i, j) in same else round(_scored(raw, model.half, model.sure), 3)
        if score >= LEAST:
            found.append(Proposal(i, j, score, _words(one[i], other[j])))
    return tuple(sorted(found))


def features_of(earlier: Sequence[str], later: Sequence[str]) -> dict[Place, dict[str, float]]:
    """Gives the features of every pair of two lists that shares anything, by places from 0."""
    return _features(*demands_of(earlier, later))


def _features(one: tuple[Demand, ...], other: tuple[Demand, ...]) -> dict[Place, dict[str, float]]:
    meant = concepts()
    table = [
        [
            pair_features(a, b, meant)
            if cosine(a, b) > _LEAST_COSINE or not a.objects.keys().isdisjoint(b.objects)
            else None
            for b in other
        ]
        for a in one
    ]
    context_features(table, one, other)
    return {(i, j): cell for i, row in enumerate(table) for j, cell in enumerate(row) if cell is not None}


def _made_often(demands: tuple[Demand, ...]) -> bool:
    """Tells whether a list has one demand several times, as where many States recommend."""
    alike = sum(
        any(cosine(demand, rival) > _ALIKE_IN_ONE_LIST for rival in demands if rival is not demand)
        for demand in demands
    )
    return len(demands) > 3 and alike > _OFTEN * len(demands)


def _scored(raw: float, half: float, sure: float) -> float:
    """Gives a raw score as one between 0 and 1, by a logistic curve through (half, 0.5) and (sure, 0.9)."""
    slope = 2.1972 / (sure - half)  # the logit of 0.9
    return 1 / (1 + exp(-max(min(slope * (raw - half), 50), -50)))


def _words(one: Demand, other: Demand) -> tuple[str, ...]:
    shared = [(weight, stem) for stem, weight in one.bag.items() if stem in other.bag]
    return tuple(stem for _, stem in sorted(shared, key=lambda pair: (-pair[0], pair[1]))[:6])
