"""The matcher's model, as `benchmarks/matching/fit.py` fitted it: not written by hand."""

from typing import NamedTuple


class Model(NamedTuple):
    """A logistic regression, and the raw scores that become 0.5 and 0.9."""

    intercept: float
    weights: dict[str, float]
    half: float
    sure: float


ONCE = Model(
    intercept=-8.0675,
    weights={
        "cosine": -1.2621,
        "less_covered": 0.1513,
        "more_covered": 0.5650,
        "best_clauses": 1.6281,
        "clause_in_whole": 1.3538,
        "neighbours": -1.7087,
        "rare_shared": 5.0958,
        "first_action": -0.7930,
        "relative_low": 1.7825,
        "relative_high": 2.0216,
        "own_low": 1.0943,
        "own_high": -0.3829,
        "length": -1.1272,
        "object": 1.2801,
        "concept_cosine": 0.0270,
        "mutual": 0.3372,
        "actions": 0.6953,
        "actions_apart": -0.6720,
        "objects_less": 0.4838,
        "objects_more": 0.0351,
        "act_and_object": 1.4479,
        "treaty": 2.5577,
        "treaty_apart": -1.2204,
        "treaty_alone": 1.7153,
        "topics": -0.2089,
        "topics_less": -0.1835,
        "topics_apart": -0.3240,
        "act_and_topic": 0.2547,
        "weight": 0.4287,
        "meaning": 0.4989,
        "what_less": -0.2003,
        "what_more": 0.1801,
        "act_and_what": 1.2625,
        "who": 0.9830,
        "who_apart": -0.4678,
    },
    half=-0.8036,
    sure=3.1567,
)

OFTEN = Model(
    intercept=-9.6435,
    weights={
        "cosine": 1.2430,
        "less_covered": -1.4396,
        "more_covered": -0.8510,
        "best_clauses": 0.4169,
        "clause_in_whole": 2.2005,
        "neighbours": 1.4497,
        "rare_shared": 5.2804,
        "first_action": 0.4549,
        "relative_low": 2.1181,
        "relative_high": -0.6753,
        "own_low": -2.1723,
        "own_high": -1.1949,
        "length": 0.0722,
        "object": 2.8046,
        "concept_cosine": 1.8353,
        "mutual": -0.4026,
        "actions": 0.1095,
        "actions_apart": -0.6845,
        "objects_less": 1.5673,
        "objects_more": 0.5889,
        "act_and_object": 0.6181,
        "treaty": 7.3186,
        "treaty_apart": -2.1379,
        "treaty_alone": -1.3717,
        "topics": 0.8140,
        "topics_less": 1.6182,
        "topics_apart": -0.9930,
        "act_and_topic": 1.6189,
        "weight": 0.0020,
        "meaning": 2.5930,
        "what_less": 1.3011,
        "what_more": 1.4619,
        "act_and_what": 0.6125,
        "who": 0.1381,
        "who_apart": -0.9354,
    },
    half=0.0827,
    sure=2.8641,
)
