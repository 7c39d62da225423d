"""Fits the matcher's model on what is there to learn from, and prints it as Python.

    python -m benchmarks.matching.fit FOLDER > recotrack/analysis/matching/model.py

FOLDER holds UPR Info's files. The pairs of odd numbers of `gold` fit the model of lists in which
each demand is made once; Monaco and Tonga fit the one of lists in which many make the same. A
logistic regression gives a raw score; where it is right in 98 of 100 of the pairs that it did not
see (cross-validation by lists) becomes 0.9, the highest threshold within 0.01 of its best F1 becomes 0.5.
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks.matching.gold import Pair, gold, upr
from recotrack.analysis.matching.features import NAMES
from recotrack.analysis.matching.match import features_of


def table(pairs: list[Pair]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gives features, whether it is a link, and the number of the pair of lists, for all that is not unsure."""
    rows, truth, groups = [], [], []
    for number, pair in enumerate(pairs):
        for place, values in features_of(pair.earlier, pair.later).items():
            if place not in pair.unsure:
                rows.append([values[name] for name in NAMES])
                truth.append(int(place in pair.links))
                groups.append(number)
    return np.array(rows), np.array(truth), np.array(groups)


def fitted(pairs: list[Pair]) -> tuple[float, dict[str, float], float, float]:
    """Gives intercept, weights, and the raw scores that become 0.5 and 0.9."""
    x, y, groups = table(pairs)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.3, max_iter=5000))
    folds = GroupKFold(min(8, len(pairs)))
    unseen = cross_val_predict(model, x, y, groups=groups, cv=folds, method="decision_function")
    order = np.argsort(-unseen, kind="stable")
    right = np.cumsum(y[order])
    precision = right / np.arange(1, len(order) + 1)
    f1 = 2 * right / (np.arange(1, len(order) + 1) + y.sum())
    # The best F1 is a plateau; of it the end with the fewest false alarms is taken.
    half = float(unseen[order][int(np.argmax(f1 >= f1.max() - 0.01))])
    sure = float(unseen[order][int(np.where(precision >= 0.98)[0].max(initial=0))])
    model.fit(x, y)
    scaler, regression = model[0], model[1]
    weights = regression.coef_[0] / scaler.scale_
    intercept = float(regression.intercept_[0] - (weights * scaler.mean_).sum())
    return intercept, dict(zip(NAMES, weights.tolist(), strict=True)), half, max(sure, half + 0.5)


def main(folder: Path) -> None:
    print('"""The matcher\'s model, as `benchmarks/matching/fit.py` fitted it: not written by hand."""\n')
    print("from typing import NamedTuple\n\n")
    print("class Model(NamedTuple):")
    print('    """A logistic regression, and the raw scores that become 0.5 and 0.9."""\n')
    print("    intercept: float\n    weights: dict[str, float]\n    half: float\n    sure: float\n")
    models = {"ONCE": gold("odd"), "OFTEN": upr(folder, ["Monaco", "Tonga"])}
    for name, pairs in models.items():
        intercept, weights, half, sure = fitted(pairs)
        print(f"\n{name} = Model(\n    intercept={intercept:.4f},\n    weights={{")
        for feature, weight in weights.items():
            print(f'        "{feature}": {weight:.4f},')
        print(f"    }},\n    half={half:.4f},\n    sure={sure:.4f},\n)")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
