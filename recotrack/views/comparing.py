"""A comparison of two editions in sentences."""

from recotrack.analysis.comparison import Comparison, EditionChange
from recotrack.analysis.signals import Signal
from recotrack.model.register import Register
from recotrack.model.terms import ChangeKind, Extent
from recotrack.views.labels import source_label, standing_label
from recotrack.views.language import say
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
    label = standing_label(change.standing)
    if change.unresolved:
        label = say("{standing}, unresolved", standing=label)
    elsewhere = [id for id in change.judged_at if id not in (*change.earlier, *change.later)]
    return say("{standing}; judged at {ids}", standing=label, ids=listed(elsewhere)) if elsewhere else label


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
                text = say("{merges} (of {number})", merges=counted(number, "merge"), number=len(ids))
            case ChangeKind.SPLIT:
                ids = {id for change in comparison.changes if change.kind is kind for id in change.later}
                text = say("{splits} (into {number})", splits=counted(number, "split"), number=len(ids))
            case ChangeKind.UNREAD:
                text = say("{number} whose lineage is unread", number=number)
            case _:
                text = f"{number} {say(str(kind))}"
        always = kind in (ChangeKind.REPEATED, ChangeKind.REWORDED, ChangeKind.NEW, ChangeKind.DROPPED)
        if number or (always and ChangeKind.UNREAD not in kinds):
            parts.append(text)
    before, after = counts
    return say("{before} → {after} recommendations: {changes}", before=before, after=after, changes=", ".join(parts))


def missing_sentence(comparison: Comparison) -> str:
    """Names the editions between that are not loaded."""
    if comparison.missing is None:
        return say("The cadence of the series is not declared: which editions lie between is unknown.")
    if not comparison.missing:
        return say("No edition between the two is missing.")
    return say(
        "{years} not loaded: “new” and “dropped” compare the two loaded lists, not consecutive years.",
        years=years(comparison.missing),
    )


def extract_sentences(register: Register, comparison: Comparison) -> list[str]:
    """Says of each side that was at hand as an extract what its silence does not show."""
    sentences = []
    for source, word in ((comparison.earlier, "new"), (comparison.later, "dropped")):
        if source.extent is Extent.EXTRACT:
            label = source_label(register, source)
            if word == "new":
                sentences.append(
                    say("{source} was at hand as an extract: “new” means not in the extract.", source=label)
                )
            else:
                sentences.append(
                    say("{source} was at hand as an extract: “dropped” means not in the extract.", source=label)
                )
    return sentences
