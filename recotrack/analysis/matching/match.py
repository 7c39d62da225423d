"""Two lists matched: proposals of links, each with a score and the words that carry it."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import exp, inf
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from recotrack.analysis.matching.demands import Demand, demands_of
from recotrack.analysis.matching.features import NAMES, OF_ISSUES, Place, clauses_covered, cosine, features
from recotrack.analysis.words import levelled

if TYPE_CHECKING:
    from recotrack.analysis.matching.model import Model

LEAST = 0.5
"""The score from which a pair is proposed."""

MOST_PAIRS = 1_000_000
"""Pairs up to which two lists are matched: a list of a thousand with one as long, in some seconds."""

LEAST_OVER = 0.9
"""The score from which one is proposed that comes back after an edition without it."""

_ALIKE_IN_ONE_LIST = 0.5
_OFTEN = 0.1
_LEAST_OFTEN = 5
_NEARLY = 0.1


class Proposal(NamedTuple):
    """A pair of one list and the other that may be the same demand.

    `score` lies between 0 and 1: those of 0.9 and more were right in at least 98 of 100 when
    each labelled list was left out in turn (84 of 84 of one issuer, 643 of 647 of many; lists
    set aside to the end: 62 of 63 of one issuer, 98 of 99 of many); at 0.5 misses and false
    alarms balance. `words` are what both share, the weightiest first.
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
        The proposals with a score of `LEAST` or more, by places from 0. Of lists with more than
        `MOST_PAIRS` pairs, only those of the same words.
    """
    from recotrack.analysis.matching.model import OFTEN, ONCE

    if len(earlier) * len(later) > MOST_PAIRS:
        return _same_words_alone(earlier, later)
    one, other = demands_of(earlier, later)
    often = _made_often(one) or _made_often(other)
    model = OFTEN if often else ONCE
    weights = list(model.weights.values())
    level, other_level = [levelled(text) for text in earlier], [levelled(text) for text in later]
    raw: dict[Place, float] = {}
    for (i, j), values in features(one, other, with_issues=often).items():
        same = level[i] == other_level[j]
        value = inf if same else round(model.intercept + sum(map(mul, weights, values)), 6)
        if value >= model.half:
            raw[i, j] = value
    places = raw.keys() if often else _with_a_clause(raw, one, other)
    return tuple(Proposal(i, j, _scored(raw[i, j], model), _words(one[i], other[j])) for i, j in sorted(places))


def _same_words_alone(earlier: Sequence[str], later: Sequence[str]) -> tuple[Proposal, ...]:
    places: dict[str, list[int]] = {}
    for i, text in enumerate(earlier):
        places.setdefault(levelled(text), []).append(i)
    found = []
    for j, text in enumerate(later):
        words = levelled(text)
        found += [Proposal(i, j, 1.0, tuple(words.split()[:6])) for i in places.get(words, ()) if words]
    return tuple(sorted(found))


def features_of(earlier: Sequence[str], later: Sequence[str]) -> dict[Place, dict[str, float]]:
    """Gives the features of every pair of two lists that shares anything, by places from 0."""
    one, other = demands_of(earlier, later)
    often = _made_often(one) or _made_often(other)
    names = NAMES + OF_ISSUES if often else NAMES
    return {place: dict(zip(names, values, strict=True)) for place, values in features(one, other, often).items()}


def _made_often(demands: tuple[Demand, ...]) -> bool:
    """Tells whether a list has one demand several times, as where many States recommend."""
    least = max(_LEAST_OFTEN, _OFTEN * len(demands))
    if len(demands) < least:
        return False
    alike: set[int] = set()
    for (i, one), (j, other) in combinations(enumerate(demands), 2):
        if cosine(one, other) > _ALIKE_IN_ONE_LIST:
            alike |= {i, j}
            if len(alike) >= least:
                return True
    return False


def _scored(raw: float, model: "Model") -> float:
    """Gives a raw score as one between 0 and 1, by a logistic curve through (half, 0.5) and (sure, 0.9)."""
    slope = 2.1972 / (model.sure - model.half)  # the logit of 0.9
    return round(1 / (1 + exp(-max(min(slope * (raw - model.half), 50), -50))), 3)


def _with_a_clause(raw: dict[Place, float], one: Sequence[Demand], other: Sequence[Demand]) -> Iterator[Place]:
    """Gives the pairs that carry a clause: a merge needs another clause for each of its parents, a split likewise.

    Beside the stronger pairs of either demand, a pair must carry a clause of it as well as they do, or nearly.
    """
    rows: dict[int, list[int]] = {}
    columns: dict[int, list[int]] = {}
    for i, j in raw:
        rows.setdefault(i, []).append(j)
        columns.setdefault(j, []).append(i)
    for (i, j), value in raw.items():
        parents = [one[a] for a in columns[j] if raw[a, j] > value]
        children = [other[b] for b in rows[i] if raw[i, b] > value]
        if value == inf or (_has_own(one[i], other[j], parents) and _has_own(other[j], one[i], children)):
            yield i, j


def _has_own(part: Demand, whole: Demand, stronger: Sequence[Demand]) -> bool:
    """Tells whether a part carries a clause of the whole as well as all that are stronger, or nearly."""
    if not stronger:
        return True
    best = [max(column) for column in zip(*[clauses_covered(whole, rival) for rival in stronger], strict=True)]
    return any(mine > theirs - _NEARLY for mine, theirs in zip(clauses_covered(whole, part), best, strict=True))


def _words(one: Demand, other: Demand) -> tuple[str, ...]:
    shared = [(weight, stem) for stem, weight in one.bag.items() if stem in other.bag]
    return tuple(stem for _, stem in sorted(shared, key=lambda pair: (-pair[0], pair[1]))[:6])
