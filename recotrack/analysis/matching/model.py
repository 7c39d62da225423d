"""The matcher's model, as `benchmarks/matching/fit.py` fitted it: not written by hand."""

from typing import NamedTuple


class Model(NamedTuple):
    """A logistic regression, and the raw scores that become 0.5 and 0.9."""

    intercept: float
    weights: dict[str, float]
    half: float
    sure: float


ONCE = Model(
    intercept=-7.7623,
    weights={
        "cosine": -0.9104,
        "less_covered": 0.0679,
        "more_covered": 0.6256,
        "best_clauses": 1.2594,
        "clause_in_whole": 1.4444,
        "neighbours": -1.3160,
        "rare_shared": 3.9897,
        "first_action": -0.8184,
        "relative_low": 1.7738,
        "relative_high": 2.1094,
        "own_low": 1.0009,
        "own_high": -0.3318,
        "length": -1.0956,
        "object": 1.4010,
        "concept_cosine": 0.1446,
        "mutual": 0.3665,
        "actions": 0.8374,
        "actions_apart": -0.7304,
        "objects_less": 0.1445,
        "objects_more": -0.0328,
        "act_and_object": 1.0179,
        "treaty": 2.2964,
        "treaty_apart": -0.9338,
        "treaty_alone": 1.3933,
        "topics": -0.1038,
        "topics_less": -0.2412,
        "topics_apart": -0.0901,
        "act_and_topic": 0.1903,
        "weight": 0.4525,
        "meaning": 0.3417,
        "what_less": -0.3723,
        "what_more": 0.2648,
        "act_and_what": 1.2081,
        "who": 1.0449,
        "who_apart": -0.2295,
    },
    half=-0.5829,
    sure=3.2580,
)

OFTEN = Model(
    intercept=-8.8011,
    weights={
        "cosine": 0.9745,
        "less_covered": 0.5171,
        "more_covered": 0.1803,
        "best_clauses": 1.2296,
        "clause_in_whole": 0.8605,
        "neighbours": 0.4620,
        "rare_shared": 2.4710,
        "first_action": 0.1964,
        "relative_low": 0.5999,
        "relative_high": 0.0203,
        "own_low": -0.8455,
        "own_high": 0.0023,
        "length": -0.0865,
        "object": 2.0820,
        "concept_cosine": 0.5943,
        "mutual": 0.0958,
        "actions": -0.0856,
        "actions_apart": -0.8313,
        "objects_less": 0.6530,
        "objects_more": 0.6312,
        "act_and_object": 1.7201,
        "treaty": 5.2221,
        "treaty_apart": -1.8570,
        "treaty_alone": -0.9865,
        "topics": 0.7206,
        "topics_less": 1.1705,
        "topics_apart": -0.5500,
        "act_and_topic": 1.3397,
        "weight": 0.1267,
        "meaning": 1.4554,
        "what_less": 1.1425,
        "what_more": 2.0129,
        "act_and_what": -0.1683,
        "who": -0.2614,
        "who_apart": -0.6060,
        "issues": 1.0741,
        "issues_less": 0.8108,
        "issues_more": 0.9342,
        "issue": -0.3025,
    },
    half=-0.6218,
    sure=3.5001,
)
