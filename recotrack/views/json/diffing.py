"""`diff`: two editions."""

from recotrack.analysis.comparison import Comparison
from recotrack.views.json.layout import dumped


def diff_json(comparison: Comparison) -> str:
    """Gives the comparison of two editions."""
    return dumped(
        {
            "series": comparison.series,
            "from": {"source": comparison.earlier.id, "year": comparison.earlier.year},
            "to": {"source": comparison.later.id, "year": comparison.later.year},
            "not_loaded": list(comparison.missing or ()),
            "cadence_known": comparison.missing is not None,
            "loaded_between": list(comparison.loaded_between),
            "proposed": comparison.proposed,
            "changes": [
                {
                    "kind": change.kind,
                    "from": list(change.earlier),
                    "to": list(change.later),
                    "implementation": change.standing.implementation,
                    "baseline": change.standing.finding is not None and change.standing.finding.baseline,
                    "judged_at": list(change.judged_at),
                    "unresolved": change.unresolved,
                    "signals": [signal._asdict() for signal in change.signals],
                    "words": [{"op": word.op, "text": word.text} for word in change.words],
                }
                for change in comparison.changes
            ],
            "links": [
                {
                    "from": link.earlier,
                    "to": link.later,
                    "relation": link.relation,
                    "score": link.score,
                    "confirmed": link.confirmed,
                }
                for link in comparison.links
            ],
        }
    )
