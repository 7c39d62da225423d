"""Two lists matched: proposals of links, each with a score and the words that carry it."""

from collections.abc import Sequence
from itertools import combinations
from math import exp
from operator import mul
from typing import NamedTuple

from recotrack.analysis.matching.demands import Demand, demands_of
from recotrack.analysis.matching.features import NAMES, Place, cosine, features
from recotrack.analysis.words import levelled

LEAST = 0.5
"""The score from which a pair is proposed."""

LEAST_OVER = 0.9
"""The score from which one is proposed that comes back after an edition without it."""

_ALIKE_IN_ONE_LIST = 0.6
_OFTEN = 0.15


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
    weights = [model.weights[name] for name in NAMES]
    level, other_level = [levelled(text) for text in earlier], [levelled(text) for text in later]
    found = []
    for (i, j), values in features(one, other).items():
        raw = model.intercept + sum(map(mul, weights, values))
        score = 1.0 if level[i] == other_level[j] else round(_scored(raw, model.half, model.sure), 3)
        if score >= LEAST:
            found.append(Proposal(i, j, score, _words(one[i], other[j])))
    return tuple(sorted(found))


def features_of(earlier: Sequence[str], later: Sequence[str]) -> dict[Place, dict[str, float]]:
    """Gives the features of every pair of two lists that shares anything, by places from 0."""
    found = features(*demands_of(earlier, later))
    return {place: dict(zip(NAMES, values, strict=True)) for place, values in found.items()}


def _made_often(demands: tuple[Demand, ...]) -> bool:
    """Tells whether a list has one demand several times, as where many States recommend."""
    if len(demands) <= 3:
        return False
    alike: set[int] = set()
    for (i, one), (j, other) in combinations(enumerate(demands), 2):
        if cosine(one, other) > _ALIKE_IN_ONE_LIST:
            alike |= {i, j}
            if len(alike) > _OFTEN * len(demands):
                return True
    return False


def _scored(raw: float, half: float, sure: float) -> float:
    """Gives a raw score as one between 0 and 1, by a logistic curve through (half, 0.5) and (sure, 0.9)."""
    slope = 2.1972 / (sure - half)  # the logit of 0.9
    return 1 / (1 + exp(-max(min(slope * (raw - half), 50), -50)))


def _words(one: Demand, other: Demand) -> tuple[str, ...]:
    shared = [(weight, stem) for stem, weight in one.bag.items() if stem in other.bag]
    return tuple(stem for _, stem in sorted(shared, key=lambda pair: (-pair[0], pair[1]))[:6])
