"""The matcher's model, as `benchmarks/matching/fit.py` fitted it: not written by hand."""

from typing import NamedTuple


class Model(NamedTuple):
    """A logistic regression, and the raw scores that become 0.5 and 0.9."""

    intercept: float
    weights: dict[str, float]
    half: float
    sure: float


ONCE = Model(
    intercept=-9.4218,
    weights={
        "cosine": -5.1647,
        "less_covered": 0.5437,
        "more_covered": 1.0433,
        "best_clauses": 1.1540,
        "clause_in_whole": 1.9771,
        "neighbours": -1.6062,
        "rare_shared": 5.2846,
        "first_action": -0.6127,
        "relative_low": 2.5967,
        "relative_high": 3.9275,
        "own_low": 0.1741,
        "own_high": 0.5253,
        "length": -0.2409,
        "object": 1.3817,
        "concept_cosine": -0.6987,
        "mutual": 0.2039,
        "actions": 0.9373,
        "actions_apart": -0.5235,
        "objects_less": 1.4559,
        "objects_more": -0.2513,
        "act_and_object": 4.8618,
        "treaty": 3.6403,
        "treaty_apart": 0.2426,
    },
    half=-0.5500,
    sure=3.3143,
)

OFTEN = Model(
    intercept=-5.2397,
    weights={
        "cosine": 2.2019,
        "less_covered": 0.6137,
        "more_covered": 2.1030,
        "best_clauses": 1.0969,
        "clause_in_whole": 1.7092,
        "neighbours": 2.9743,
        "rare_shared": 3.8877,
        "first_action": 0.1933,
        "relative_low": 0.1101,
        "relative_high": -1.0076,
        "own_low": -2.0648,
        "own_high": -0.9741,
        "length": -1.7733,
        "object": 2.5196,
        "concept_cosine": -1.2378,
        "mutual": 0.7148,
        "actions": 1.2561,
        "actions_apart": -0.7253,
        "objects_less": 6.9779,
        "objects_more": 1.3929,
        "act_and_object": 1.6243,
        "treaty": 4.7411,
        "treaty_apart": -0.8566,
    },
    half=0.0133,
    sure=1.7211,
)
