"""Places stems in a few dimensions by the texts that they stand in, for the matcher's likeness of meaning.

    python -m benchmarks.matching.meanings FOLDER > recotrack/analysis/matching/meanings.txt

FOLDER holds UPR Info's files. Of their texts nothing is kept but the numbers: the right singular
vectors of the table of texts and stems (latent semantic analysis), of stems that stand in at
least `LEAST` texts. What was recommended to the States in `upr`, and to `UNREAD`, is left out, so
that the labelled lists stay unseen.
"""

import sys
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfTransformer

from benchmarks.matching.counts import UNREAD, rows
from benchmarks.matching.gold import HERE
from recotrack.analysis.matching.language import levelled_text, stem_of, words_of

LEAST = 8
DIMENSIONS = 12


def main(folder: Path) -> None:
    out = UNREAD | {path.stem.replace("-", " ") for path in (HERE / "upr").glob("*.tsv")}
    texts = sorted({" ".join(row["Text"].split()) for row in rows(folder) if row["Text"] and row["To"] not in out})
    stems = [{stem: 1 for word in words_of(levelled_text(text)) if (stem := stem_of(word))} for text in texts]
    counts = Counter(stem for one in stems for stem in one)
    kept = {stem for stem, count in counts.items() if count >= LEAST and not stem.isdigit()}
    names = DictVectorizer()
    weights = TfidfTransformer(smooth_idf=False)
    table = weights.fit_transform(names.fit_transform([{stem: 1 for stem in one if stem in kept} for one in stems]))
    svd = TruncatedSVD(DIMENSIONS, algorithm="arpack", random_state=0).fit(table)
    vectors = svd.components_.T * weights.idf_[:, None]
    vectors *= np.sign(vectors.sum(axis=0))  # A singular vector may point either way.
    vectors = np.rint(vectors / np.abs(vectors).max() * 999).astype(int)
    print(f"# stems in {DIMENSIONS} dimensions, by {len(texts)} recommendations of the Universal Periodic Review")
    for stem, vector in zip(names.feature_names_, vectors, strict=True):
        if vector.any():
            print(stem, *vector)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
