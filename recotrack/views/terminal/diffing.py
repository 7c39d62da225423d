"""`diff`: two editions in one column, with the words that changed."""

from recotrack.analysis.comparison import Comparison, EditionChange
from recotrack.model.register import Register
from recotrack.views.comparing import extract_sentences, missing_sentence, state_label, summary
from recotrack.views.labels import source_label
from recotrack.views.paint import Paint
from recotrack.views.terminal.words import marked_lines
from recotrack.views.text import visible, wrapped, years


def diff_text(register: Register, comparison: Comparison, *, width: int, paint: Paint) -> str:
    """Gives a comparison: a line that sums up, what is not loaded, then every change."""
    earlier = source_label(register, comparison.earlier)
    later = source_label(register, comparison.later)
    lines = [*wrapped(f"{earlier} → {later}", width), *wrapped(summary(register, comparison), width)]
    for sentence in (missing_sentence(comparison), *extract_sentences(register, comparison)):
        lines += wrapped(sentence, width)
    if comparison.proposed:
        lines += wrapped("Proposed by matching the texts, not confirmed by anybody.", width)
    elif any(not link.confirmed for link in comparison.links):
        lines += wrapped("Some links are recorded but not confirmed; they are not counted here.", width)
    if comparison.loaded_between:
        lines += wrapped(f"Links are composed over {years(comparison.loaded_between)}.", width)
    for change in comparison.changes:
        lines += ["", *_change(register, comparison, change, width, paint)]
    return "\n".join(lines) + "\n"


def _change(register: Register, comparison: Comparison, change: EditionChange, width: int, paint: Paint) -> list[str]:
    ids = " + ".join(change.earlier) + (" → " if change.earlier and change.later else "") + " + ".join(change.later)
    state = state_label(change)
    scores = [
        f"{link.score:.2f}"
        for link in comparison.links
        if link.score is not None and link.earlier in change.earlier and link.later in change.later
    ]
    how = f"proposed, score {', '.join(scores)}; " if scores else ""
    head = f"{change.kind}  {ids}  ({how}{state})"
    lines = [paint.bold(line) for line in wrapped(head, width, rest="  ")]
    for lead in dict.fromkeys(register.recommendations[id].lead_in for id in change.later or change.earlier):
        if lead:
            lines += wrapped(visible(lead), width, first="  ", rest="  ")
    return lines + marked_lines(change.words, width, paint, "  ")
