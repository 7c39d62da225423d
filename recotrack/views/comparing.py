"""A comparison of two editions in sentences."""

from recotrack.analysis.comparison import Comparison, EditionChange
from recotrack.analysis.signals import Signal
from recotrack.model.register import Register
from recotrack.model.terms import ChangeKind, Extent
from recotrack.views.labels import source_label, standing_label
from recotrack.views.text import counted, listed, years

_ORDER = (
    ChangeKind.REPEATED,
    ChangeKind.REWORDED,
    ChangeKind.NARROWED,
    ChangeKind.BROADENED,
    ChangeKind.MERGED,
    ChangeKind.SPLIT,
    ChangeKind.REINTRODUCED,
    ChangeKind.NEW,
    ChangeKind.DROPPED,
    ChangeKind.UNREAD,
)


SIGNALS = "Hints are about the wording alone; they tell nothing of what was done."
"""Said once where signals are shown."""


def signal_sentence(signal: Signal) -> str:
    """Gives a signal as a hint."""
    if signal.kind == "verb-step":
        return f"hint: “{signal.before}” → “{signal.after}”: {signal.hint}"
    verb, words = ("gains", signal.after) if signal.after else ("loses", signal.before)
    return f"hint: {verb} “{words}”: {signal.hint}"


def state_label(change: EditionChange) -> str:
    """Gives where the demand of a change stands now, and at which recommendation it is judged."""
    label = standing_label(change.standing) + (", unresolved" if change.unresolved else "")
    elsewhere = [id for id in change.judged_at if id not in (*change.earlier, *change.later)]
    return f"{label}; judged at {listed(elsewhere)}" if elsewhere else label


def summary(register: Register, comparison: Comparison) -> str:
    """Gives the counts of a comparison in a line."""
    counts = [
        sum(r.source == source.id for r in register.recommendations.values())
        for source in (comparison.earlier, comparison.later)
    ]
    kinds = [change.kind for change in comparison.changes]
    parts = []
    for kind in _ORDER:
        number = kinds.count(kind)
        match kind:
            case ChangeKind.MERGED:
                ids = {id for change in comparison.changes if change.kind is kind for id in change.earlier}
                text = f"{counted(number, 'merge')} (of {len(ids)})"
            case ChangeKind.SPLIT:
                ids = {id for change in comparison.changes if change.kind is kind for id in change.later}
                text = f"{counted(number, 'split')} (into {len(ids)})"
            case ChangeKind.UNREAD:
                text = f"{number} whose lineage is unread"
            case _:
                text = f"{number} {kind}"
        always = kind in (ChangeKind.REPEATED, ChangeKind.REWORDED, ChangeKind.NEW, ChangeKind.DROPPED)
        if number or (always and ChangeKind.UNREAD not in kinds):
            parts.append(text)
    return f"{counts[0]} → {counts[1]} recommendations: {', '.join(parts)}"


def missing_sentence(comparison: Comparison) -> str:
    """Names the editions between that are not loaded."""
    if comparison.missing is None:
        return "The cadence of the series is not declared: which editions lie between is unknown."
    if not comparison.missing:
        return "No edition between the two is missing."
    missing = years(comparison.missing)
    return f"{missing} not loaded: “new” and “dropped” compare the two loaded lists, not consecutive years."


def extract_sentences(register: Register, comparison: Comparison) -> list[str]:
    """Says of each side that was at hand as an extract what its silence does not show."""
    sentences = []
    for source, word in ((comparison.earlier, "new"), (comparison.later, "dropped")):
        if source.extent is Extent.EXTRACT:
            label = source_label(register, source)
            sentences.append(f"{label} was at hand as an extract: “{word}” means not in the extract.")
    return sentences
