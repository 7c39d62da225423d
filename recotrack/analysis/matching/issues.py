"""Which issues of human rights a demand is about, as its words tell."""

from collections.abc import Iterable
from functools import cache
from importlib import resources
from math import exp, fsum

Issues = dict[int, float]
"""How likely a demand is about each issue, by its number; those next to impossible are left out."""

_LEAST = 0.02


@cache
def weights() -> tuple[tuple[int, ...], dict[str, tuple[tuple[int, int], ...]]]:
    """Gives the weights of the issues where no stem tells, and those that each stem adds, in tenths of a logit."""
    text = resources.files("recotrack.analysis.matching").joinpath("issues.txt").read_text(encoding="utf-8")
    starts, *lines = text.splitlines()[2:]
    by_stem = {}
    for line in lines:
        stem, *pairs = line.split()
        by_stem[stem] = tuple([(int(issue), int(weight)) for issue, _, weight in (p.partition(":") for p in pairs)])
    return tuple(map(int, starts.split())), by_stem


def issues_of(stems: Iterable[str]) -> Issues:
    """Gives how likely each issue is, by the different stems of a demand."""
    starts, by_stem = weights()
    raw = list(starts)
    for stem in stems:
        for issue, weight in by_stem.get(stem, ()):
            raw[issue] += weight
    likely = ((issue, 1 / (1 + exp(-max(min(value, 300), -300) / 10))) for issue, value in enumerate(raw))
    return {issue: chance for issue, chance in likely if chance >= _LEAST}


def shared(one: Issues, other: Issues) -> tuple[float, float, float, float]:
    """Gives how alike two demands' issues are: the cosine, the part of the more and of the fewer, and the surest."""
    both = one.keys() & other.keys()
    if not both:
        return 0.0, 0.0, 0.0, 0.0
    dot = fsum([one[issue] * other[issue] for issue in both])
    norms = fsum([value * value for value in one.values()]) * fsum([value * value for value in other.values()])
    least = [min(one[issue], other[issue]) for issue in both]
    a, b, common = fsum(one.values()), fsum(other.values()), fsum(least)
    return dot / norms**0.5, common / max(a, b), common / min(a, b), max(least)
