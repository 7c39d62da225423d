"""What two demands share, in numbers that do not change when the two are swapped.

The demands are of one comparison, so that a stem weighs the same in all. What is summed in no
order of its own is summed exactly (`fsum`): that the demands are swapped must not show.
"""

from collections.abc import Sequence
from math import fsum
from operator import mul
from typing import NamedTuple

from recotrack.analysis.matching.demands import Clause, Demand, Word
from recotrack.analysis.matching.issues import issues_of
from recotrack.analysis.matching.issues import shared as issues_shared

NAMES = (
    "cosine",
    "less_covered",
    "more_covered",
    "best_clauses",
    "clause_in_whole",
    "neighbours",
    "rare_shared",
    "first_action",
    "relative_low",
    "relative_high",
    "own_low",
    "own_high",
    "length",
    "object",
    "concept_cosine",
    "mutual",
    "actions",
    "actions_apart",
    "objects_less",
    "objects_more",
    "act_and_object",
    "treaty",
    "treaty_apart",
    "treaty_alone",
    "topics",
    "topics_less",
    "topics_apart",
    "act_and_topic",
    "weight",
    "meaning",
    "what_less",
    "what_more",
    "act_and_what",
    "who",
    "who_apart",
)
OF_ISSUES = ("issues", "issues_less", "issues_more", "issue")
"""Features beside these of lists in which many make the same demand."""
LIKE = 0.7
"""How much a word of the same meaning counts beside the same word."""

_LEAST_ALIKE = 0.05
_LEAST_STRENGTH = 0.15
"""What two demands must share at least to be looked at: less than any two have that are the same, but for a few."""

_LEAST_CLAUSE = 0.6

Place = tuple[int, int]


class _Shared(NamedTuple):
    """What two demands share: stems with weights, the clauses most alike, and how strong the pair is among others."""

    stems: dict[str, float]
    cosine: float
    concept_cosine: float
    overlap: float
    action: float
    object: float
    strength: float


class _Rivals:
    """How strong the strongest pair of a demand is: of all pairs, and of those that share a stem."""

    def __init__(self) -> None:
        self.strongest = 0.0
        self.by_stem: dict[str, float] = {}

    def add(self, shared: _Shared) -> None:
        strength, by_stem = shared.strength, self.by_stem
        if strength > self.strongest:
            self.strongest = strength
        for stem in shared.stems:
            if strength > by_stem.get(stem, 0.0):
                by_stem[stem] = strength


def features(
    earlier: Sequence[Demand], later: Sequence[Demand], with_issues: bool = False
) -> dict[Place, tuple[float, ...]]:
    """Gives the features, in the order of `NAMES`, of every pair of two lists that shares anything, by places.

    Args:
        earlier: the demands of the one list.
        later: those of the other.
        with_issues: whether `OF_ISSUES` are to follow.
    """
    found: dict[Place, _Shared] = {}
    rows, columns = [_Rivals() for _ in earlier], [_Rivals() for _ in later]
    for i, one in enumerate(earlier):
        for j, other in enumerate(later):
            shared = _shared(one, other)
            if shared:
                found[i, j] = shared
                rows[i].add(shared)
                columns[j].add(shared)
    pairs = {(i, j): _pair(earlier[i], later[j], shared, rows[i], columns[j]) for (i, j), shared in found.items()}
    if not with_issues:
        return pairs
    mine, theirs = ([issues_of(demand.bag) for demand in demands] for demands in (earlier, later))
    return {(i, j): values + issues_shared(mine[i], theirs[j]) for (i, j), values in pairs.items()}


def cosine(one: Demand, other: Demand) -> float:
    """Gives the cosine of two demands' weighed stems, 0 to 1."""
    bag = one.bag
    same = bag.keys() & other.bag.keys()
    return fsum([bag[stem] ** 2 for stem in same]) / (one.norm * other.norm) if same else 0.0


def _shared(one: Demand, other: Demand) -> _Shared | None:
    """Gives what two demands share; None if it is next to nothing."""
    bag, mine, theirs = one.bag, one.concepts, other.concepts
    meant = mine.keys() & theirs.keys()
    if not meant:
        return None
    concepts = fsum([mine[concept] * theirs[concept] for concept in meant]) / (one.concept_norm * other.concept_norm)
    stems = {stem: bag[stem] for stem in bag.keys() & other.bag.keys()}
    likeness = fsum([weight * weight for weight in stems.values()]) / (one.norm * other.norm) if stems else 0.0
    same_treaty = not one.treaties.isdisjoint(other.treaties)
    if likeness + concepts < _LEAST_ALIKE and not same_treaty:
        return None
    best = (0.0, 0.0, 0.0)
    for a in one.clauses:
        for b in other.clauses:
            overlap = _overlap(a, b)
            if overlap and overlap >= best[0]:
                # Of clauses that overlap alike the order must not decide.
                best = max(best, (overlap, float(a.words[0][1] == b.words[0][1]), _rest_shared(a, b)))
    strength = likeness + best[0] + concepts
    return _Shared(stems, likeness, concepts, *best, strength) if strength >= _LEAST_STRENGTH or same_treaty else None


def _overlap(one: Clause, other: Clause) -> float:
    """Gives the Dice coefficient of two clauses' weights, words of the same meaning counted in part."""
    if one.concepts.isdisjoint(other.concepts):
        return 0.0
    return _covered(other.words, one, _covered(one.words, other)) / (one.weight + other.weight)


def _covered(words: tuple[Word, ...], other: Clause | Demand, total: float = 0.0) -> float:
    """Gives the weight of words that another has too, or has in words of the same meaning, added to a total."""
    bag, concepts = other.bag, other.concepts
    for stem, concept, weight in words:
        if stem in bag:
            total += weight
        elif concept in concepts:
            total += LIKE * weight
    return total


def clauses_covered(whole: Demand, part: Demand) -> list[float]:
    """Gives, of each clause of a demand, how much of its weight another demand has too."""
    return [_covered(clause.words, part) / clause.weight for clause in whole.clauses]


def _rest_shared(one: Clause, other: Clause) -> float:
    """Gives how much of what follows the actions of two clauses is shared."""
    a, b = one.rest, other.rest
    shared = fsum([a[concept] + b[concept] for concept in a.keys() & b.keys()])
    return shared / (one.rest_weight + other.rest_weight) if shared else 0.0


def _pair(one: Demand, other: Demand, shared: _Shared, row: _Rivals, column: _Rivals) -> tuple[float, ...]:
    """Gives the features of two demands, with how they stand among the other pairs of each."""
    stems, strength = shared.stems, shared.strength
    shorter, longer = _ordered(one.weight, other.weight)
    mine, theirs = _covered(one.words, other) / one.weight, _covered(other.words, one) / other.weight
    less_covered, more_covered = _ordered(mine, theirs)
    inside = max(_inside(one, other, mine), _inside(other, one, theirs))
    neighbours = min(one.pairs_weight, other.pairs_weight)
    if neighbours:
        pairs = one.pairs
        neighbours = fsum([pairs[pair] for pair in pairs.keys() & other.pairs.keys()]) / neighbours
    first = strength / row.strongest if strength else 0.0
    second = strength / column.strongest if strength else 0.0
    relative_low, relative_high = _ordered(first, second)
    own_low, own_high = _ordered(_own(shared, row) / shorter, _own(shared, column) / shorter)
    both = len(one.actions & other.actions)
    either = len(one.actions) + len(other.actions) - both
    alike = both / either if either else 0.5
    fewer, more = _ordered(one.objects_weight, other.objects_weight)
    in_both = _in_both(one.objects, other.objects)
    less, most = in_both / max(more, 0.3), in_both / max(fewer, 0.3)
    treaty = not one.treaties.isdisjoint(other.treaties)
    topics, less_topics = _topics_shared(one, other)
    fewer, more = _ordered(one.what_weight, other.what_weight)
    what = _in_both(one.what, other.what)
    what_less, what_more = what / max(more, 0.3), what / max(fewer, 0.3)
    who = _in_both(one.who, other.who)
    who_all = one.who_weight + other.who_weight - who
    return (
        shared.cosine,
        less_covered,
        more_covered,
        shared.overlap,
        inside,
        neighbours,
        min(max(stems.values(), default=0.0), 1.0),
        shared.action,
        relative_low,
        relative_high,
        own_low,
        own_high,
        shorter / longer,
        shared.object,
        shared.concept_cosine,
        float(first == second == 1.0),
        alike,
        float(not both and bool(one.actions and other.actions)),
        less,
        most,
        alike * less,
        float(treaty),
        float(not treaty and bool(one.treaties and other.treaties)),
        float(bool(one.treaties) != bool(other.treaties)),
        topics,
        less_topics,
        float(not topics and bool(one.topics and other.topics)),
        alike * topics,
        shorter,
        sum(map(mul, one.meaning, other.meaning)),
        what_less,
        what_more,
        alike * what_more,
        who / who_all if who_all else 0.5,
        float(not who and bool(one.who and other.who)),
    )


def _in_both(one: dict[str, float], other: dict[str, float]) -> float:
    """Gives the weight of what two have in common, of each the lesser."""
    return fsum([min(one[concept], other[concept]) for concept in one.keys() & other.keys()])


def _ordered(one: float, other: float) -> tuple[float, float]:
    return (one, other) if one <= other else (other, one)


def _inside(one: Demand, other: Demand, whole: float) -> float:
    """Gives the part of the clause of a demand that another has most of; `whole` is the part of all clauses."""
    if len(one.clauses) == 1:
        return whole if one.weight > _LEAST_CLAUSE else 0.0
    clauses = [clause for clause in one.clauses if clause.weight > _LEAST_CLAUSE]
    return max([_covered(clause.words, other) / clause.weight for clause in clauses], default=0.0)


def _own(shared: _Shared, rivals: _Rivals) -> float:
    """Gives the weight of the shared stems that no stronger pair of a demand shares too."""
    strength, by_stem = shared.strength, rivals.by_stem
    return fsum([weight for stem, weight in shared.stems.items() if by_stem[stem] <= strength])


def _topics_shared(one: Demand, other: Demand) -> tuple[float, float]:
    """Gives how much of the topics of two demands both name, of all and of the fewer; the rare ones weigh more."""
    mine, theirs = one.topics, other.topics
    both = mine.keys() & theirs.keys()
    if not both:
        return 0.0, 0.0
    shared, a, b = fsum([mine[topic] for topic in both]), fsum(mine.values()), fsum(theirs.values())
    return shared / (a + b - shared), shared / min(a, b)
