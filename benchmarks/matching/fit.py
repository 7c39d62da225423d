"""Fits the matcher's model on what is there to learn from, and prints it as Python.

    python -m benchmarks.matching.fit FOLDER > recotrack/analysis/matching/model.py

FOLDER holds UPR Info's files. The pairs of odd numbers of `gold` fit the model of lists in which
each demand is made once; the States of `LEARNED` fit the one of lists in which many make the same.
A logistic regression gives a raw score. By what it gives to lists that it did not see (each left
out once), the lowest score from which on 199 of 200 are right, and 98 of 100 in each pair of lists
with many, becomes 0.9: stricter than what is promised, as lists apart are less alike. The middle of
the scores whose F1 is within 0.005 of the best becomes 0.5: such a middle moves least when a list
is left out.
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import LeaveOneGroupOut, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks.matching.gold import LEARNED, Pair, gold, upr
from recotrack.analysis.matching.match import features_of

LARGE = 20
"""From how many proposals on the share of right ones in a single pair of lists tells anything."""

ENOUGH = 200
"""Proposals that can show 98 in 100; where there are fewer, what becomes 0.9 lies `MARGIN` higher."""

MARGIN = 0.4


def table(pairs: list[Pair]) -> tuple[np.ndarray, np.ndarray, np.ndarray, list[str]]:
    """Gives features, whether it is a link, and the number of the pair of lists, for all that is not unsure; names."""
    rows, truth, groups, names = [], [], [], []
    for number, pair in enumerate(pairs):
        for place, values in features_of(pair.earlier, pair.later).items():
            if place not in pair.unsure:
                rows.append(list(values.values()))
                names = list(values)
                truth.append(int(place in pair.links))
                groups.append(number)
    return np.array(rows), np.array(truth), np.array(groups), names


def fitted(pairs: list[Pair], strength: float) -> tuple[float, dict[str, float], float, float]:
    """Gives intercept, weights, and the raw scores that become 0.5 and 0.9; a small `strength` keeps weights small."""
    x, y, groups, names = table(pairs)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=strength, max_iter=5000))
    unseen = cross_val_predict(model, x, y, groups=groups, cv=LeaveOneGroupOut(), method="decision_function")
    order = np.argsort(-unseen, kind="stable")
    right = np.cumsum(y[order])
    precision = right / np.arange(1, len(order) + 1)
    links = sum(len(pair.links) for pair in pairs)
    f1 = 2 * right / (np.arange(1, len(order) + 1) + links)
    plateau = unseen[order][f1 >= f1.max() - 0.005]
    half = float(plateau.max() + plateau.min()) / 2
    good = precision >= 0.995
    for list_ in set(groups.tolist()):
        own = groups[order] == list_
        many = np.cumsum(own)
        good &= (many < LARGE) | (np.cumsum(own * y[order]) >= 0.98 * many)
    last = int(np.where(good)[0].max(initial=0))
    sure = float(unseen[order][last]) + (MARGIN if last < ENOUGH else 0.0)
    model.fit(x, y)
    scaler, regression = model[0], model[1]
    weights = regression.coef_[0] / scaler.scale_
    intercept = float(regression.intercept_[0] - (weights * scaler.mean_).sum())
    return intercept, dict(zip(names, weights.tolist(), strict=True)), half, max(sure, half + 0.5)


def main(folder: Path) -> None:
    print('"""The matcher\'s model, as `benchmarks/matching/fit.py` fitted it: not written by hand."""\n')
    print("from typing import NamedTuple\n\n")
    print("class Model(NamedTuple):")
    print('    """A logistic regression, and the raw scores that become 0.5 and 0.9."""\n')
    print("    intercept: float\n    weights: dict[str, float]\n    half: float\n    sure: float\n")
    models = {"ONCE": (gold("odd"), 0.1), "OFTEN": (upr(folder, LEARNED), 0.03)}
    for name, (pairs, strength) in models.items():
        intercept, weights, half, sure = fitted(pairs, strength)
        print(f"\n{name} = Model(\n    intercept={intercept:.4f},\n    weights={{")
        for feature, weight in weights.items():
            print(f'        "{feature}": {weight:.4f},')
        print(f"    }},\n    half={half:.4f},\n    sure={sure:.4f},\n)")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
