"""What two demands share, in numbers that do not change when the two are swapped."""

from collections.abc import Sequence
from math import sqrt

from recotrack.analysis.matching.demands import Clause, Demand

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
)
LIKE = 0.7
"""How much a word of the same meaning counts beside the same word."""


def cosine(one: Demand, other: Demand) -> float:
    """Gives the cosine of two demands' weighed stems, 0 to 1."""
    if len(other.bag) < len(one.bag):
        one, other = other, one
    bag = other.bag
    total = sum(weight * bag[stem] for stem, weight in one.bag.items() if stem in bag)
    return total / (one.norm * other.norm) if total else 0.0


def covered(bag: dict[str, float], demand: Demand, meant: dict[str, str]) -> float:
    """Gives the weight of a bag of stems that a demand has too, in the same words or in words of the same meaning."""
    total = 0.0
    own, concepts = demand.bag, demand.concepts
    for stem, weight in bag.items():
        if stem in own:
            total += weight
        elif meant.get(stem, stem) in concepts:
            total += LIKE * weight
    return total


def clause_overlap(one: Clause, other: Clause, meant: dict[str, str]) -> float:
    """Gives the Dice coefficient of two clauses' weights, words of the same meaning counted in part."""
    shared = 0.0
    for mine, others in ((one.bag, other.bag), (other.bag, one.bag)):
        theirs = {meant.get(stem, stem) for stem in others}
        for stem, weight in mine.items():
            if stem in others:
                shared += weight
            elif meant.get(stem, stem) in theirs:
                shared += LIKE * weight
    return shared / (one.weight + other.weight) if shared else 0.0


def pair_features(one: Demand, other: Demand, meant: dict[str, str]) -> dict[str, float]:
    """Gives the features of two demands that hang on the two alone."""
    cov1 = covered(one.bag, other, meant) / one.weight if one.weight else 0.0
    cov2 = covered(other.bag, one, meant) / other.weight if other.weight else 0.0
    best, action, objects = 0.0, 0.0, 0.0
    for a in one.clauses:
        for b in other.clauses:
            overlap = clause_overlap(a, b, meant)
            if overlap and overlap >= best:
                first, second = meant.get(a.stems[0], a.stems[0]), meant.get(b.stems[0], b.stems[0])
                # Of clauses that overlap alike the order must not decide.
                best, action, objects = max(
                    (best, action, objects), (overlap, float(first == second), _objects(a, b, meant))
                )
    inside = 0.0
    for clauses, demand in ((one.clauses, other), (other.clauses, one)):
        for clause in clauses:
            if clause.weight > 0.6:
                share = covered(clause.bag, demand, meant) / clause.weight
                inside = max(inside, share)
    shared_pairs = sum(weight for pair, weight in one.pairs.items() if pair in other.pairs)
    all_pairs = min(sum(one.pairs.values()), sum(other.pairs.values()))
    rare = max((weight for stem, weight in one.bag.items() if stem in other.bag), default=0.0)
    dot = sum(weight * other.concepts[c] for c, weight in one.concepts.items() if c in other.concepts)
    norms = sqrt(sum(w * w for w in one.concepts.values()) * sum(w * w for w in other.concepts.values()))
    both, either = one.actions & other.actions, one.actions | other.actions
    shared_objects = sum(min(weight, other.objects[c]) for c, weight in one.objects.items() if c in other.objects)
    sums = sum(one.objects.values()), sum(other.objects.values())
    less = shared_objects / max(*sums, 0.3)
    alike = len(both) / len(either) if either else 0.5
    return {
        "treaty": float(bool(one.treaties & other.treaties)),
        "treaty_apart": float(bool(one.treaties) != bool(other.treaties))
        + 2 * float(bool(one.treaties and other.treaties and not one.treaties & other.treaties)),
        "actions": alike,
        "actions_apart": float(bool(one.actions and other.actions and not both)),
        "objects_less": less,
        "objects_more": shared_objects / max(min(sums), 0.3),
        "act_and_object": alike * less,
        "cosine": cosine(one, other),
        "less_covered": min(cov1, cov2),
        "more_covered": max(cov1, cov2),
        "best_clauses": best,
        "clause_in_whole": inside,
        "neighbours": shared_pairs / all_pairs if all_pairs else 0.0,
        "rare_shared": min(rare, 1.0),
        "first_action": action,
        "length": min(one.weight, other.weight) / max(one.weight, other.weight, 1e-9),
        "object": objects,
        "concept_cosine": dot / norms if norms else 0.0,
    }


def _objects(one: Clause, other: Clause, meant: dict[str, str]) -> float:
    """Gives how much of what follows the actions of two clauses is shared."""
    a = {meant.get(stem, stem): weight for stem, weight in list(one.bag.items())[1:]}
    b = {meant.get(stem, stem): weight for stem, weight in list(other.bag.items())[1:]}
    total = sum(a.values()) + sum(b.values())
    shared = sum(weight + b[c] for c, weight in a.items() if c in b)
    return shared / total if total else 0.0


def context_features(
    table: Sequence[Sequence[dict[str, float] | None]], earlier: Sequence[Demand], later: Sequence[Demand]
) -> None:
    """Adds to the features of each pair how it stands among the others of its two demands."""
    strength = [[_strength(cell) for cell in row] for row in table]
    rows = [max(row, default=0.0) for row in strength]
    columns = [max(column, default=0.0) for column in zip(*strength, strict=True)] if strength else []
    for i, row in enumerate(table):
        for j, cell in enumerate(row):
            if cell is None:
                continue
            here = strength[i][j]
            first = here / rows[i] if rows[i] else 0.0
            second = here / columns[j] if columns[j] else 0.0
            rivals_of_later = [earlier[k] for k in range(len(earlier)) if k != i and strength[k][j] > here]
            rivals_of_earlier = [later[k] for k in range(len(later)) if k != j and strength[i][k] > here]
            own1 = _own(earlier[i], later[j], rivals_of_later)
            own2 = _own(later[j], earlier[i], rivals_of_earlier)
            cell["relative_low"], cell["relative_high"] = min(first, second), max(first, second)
            cell["own_low"], cell["own_high"] = min(own1, own2), max(own1, own2)
            cell["mutual"] = float(first == second == 1.0)


def _strength(cell: dict[str, float] | None) -> float:
    return 0.0 if cell is None else cell["cosine"] + cell["best_clauses"] + cell["concept_cosine"]


def _own(one: Demand, other: Demand, rivals: Sequence[Demand]) -> float:
    """Gives the part of what two demands share that no stronger rival of the first shares with the second too."""
    shared = {stem: weight for stem, weight in one.bag.items() if stem in other.bag}
    if not shared:
        return 0.0
    left = sum(weight for stem, weight in shared.items() if not any(stem in rival.bag for rival in rivals))
    return left / min(one.weight, other.weight)
