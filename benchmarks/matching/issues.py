"""Weighs how much each stem tells of each issue, for the matcher's likeness of issues.

    python -m benchmarks.matching.issues FOLDER > recotrack/analysis/matching/issues.txt

FOLDER holds UPR Info's files, which name the issues of each recommendation. Of them nothing is
kept but the weights of logistic regressions, one an issue, that tell it by the stems. What was
recommended to the States in `upr`, and to `UNREAD`, is left out, so that the labelled lists stay
unseen.
"""

import sys
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.matching.counts import UNREAD, rows
from benchmarks.matching.gold import HERE
from recotrack.analysis.matching.language import levelled_text, stem_of, words_of

LEAST = 8
LEAST_OF_ISSUE = 100
NONE = frozenset({"", "General", "Other"})


def main(folder: Path) -> None:
    out = UNREAD | {path.stem.replace("-", " ") for path in (HERE / "upr").glob("*.tsv")}
    named: dict[str, set[str]] = {}
    for row in rows(folder):
        if row["Text"] and row["To"] not in out:
            issues = {issue.strip() for issue in row["Issue"].split(",")} - NONE
            named.setdefault(" ".join(row["Text"].split()), set()).update(issues)
    texts = sorted(named)
    stems = [{stem for word in words_of(levelled_text(text)) if (stem := stem_of(word))} for text in texts]
    counts = Counter(stem for one in stems for stem in one)
    kept = {stem for stem, count in counts.items() if count >= LEAST and not stem.isdigit()}
    names = DictVectorizer()
    table = names.fit_transform([{stem: 1 for stem in one if stem in kept} for one in stems])
    table.indices, table.indptr = table.indices.astype(np.int32), table.indptr.astype(np.int32)
    often = Counter(issue for issues in named.values() for issue in issues)
    known = sorted(issue for issue, count in often.items() if count >= LEAST_OF_ISSUE)
    weights, starts = [], []
    for issue in known:
        truth = np.array([issue in named[text] for text in texts])
        one = LogisticRegression(C=0.3, l1_ratio=1, solver="liblinear", random_state=0).fit(table, truth)
        weights.append(np.rint(one.coef_[0] * 10).astype(int))
        starts.append(round(float(one.intercept_[0]) * 10))
    print(f"# of {len(known)} issues, by {len(texts)} recommendations of the Universal Periodic Review, in tenths of")
    print("# a logit: the weight of none of these stems, then of each stem, by the issue's number")
    print(*starts)
    for stem, column in zip(names.feature_names_, np.array(weights).T, strict=True):
        if column.any():
            print(stem, *(f"{number}:{weight}" for number, weight in enumerate(column) if weight))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
