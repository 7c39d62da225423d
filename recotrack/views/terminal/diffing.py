"""`diff`: two editions side by side where the terminal is wide enough, else in one column."""

from collections.abc import Sequence
from itertools import zip_longest

from recotrack.analysis.comparison import Comparison, EditionChange
from recotrack.analysis.words import WordChange
from recotrack.model.register import Register
from recotrack.views.comparing import (
    SIGNALS,
    extract_sentences,
    missing_sentence,
    signal_sentence,
    state_label,
    summary,
)
from recotrack.views.labels import source_label
from recotrack.views.paint import Paint
from recotrack.views.terminal.words import marked_lines
from recotrack.views.text import visible, width_of, wrapped, years
from recotrack.views.words import readable

SIDE_BY_SIDE = 110
"""Columns from which the two editions stand beside each other."""

_BETWEEN = " │ "


def diff_text(register: Register, comparison: Comparison, *, width: int, paint: Paint) -> str:
    """Gives a comparison: a line that sums up, what is not loaded, then every change."""
    names = [source_label(register, one) for one in (comparison.earlier, comparison.later)]
    lines = [*wrapped(summary(register, comparison), width), *wrapped(" → ".join(names), width)]
    for sentence in (missing_sentence(comparison), *extract_sentences(register, comparison)):
        lines += wrapped(sentence, width)
    if comparison.proposed:
        lines += wrapped("Proposed by matching the texts, not confirmed by anybody.", width)
    elif any(not link.confirmed for link in comparison.links):
        lines += wrapped("Some links are recorded but not confirmed; they are not counted here.", width)
    if comparison.loaded_between:
        lines += wrapped(f"Links are composed over {years(comparison.loaded_between)}.", width)
    if any(change.signals for change in comparison.changes):
        lines += wrapped(SIGNALS, width)
    if width >= SIDE_BY_SIDE:
        each = (width - len(_BETWEEN)) // 2
        lines += ["", *_beside([[paint.bold(names[0])], [paint.bold(names[1])]], each, [[names[0]], [names[1]]])]
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
    if width >= SIDE_BY_SIDE:
        lines += _two_columns(register, change, width, paint)
    else:
        for lead in dict.fromkeys(register.recommendations[id].lead_in for id in change.later or change.earlier):
            if lead:
                lines += wrapped(visible(lead), width, first="  ", rest="  ")
        lines += marked_lines(change.words, width, paint, "  ")
    for signal in change.signals:
        lines += [paint.yellow(line) for line in wrapped(signal_sentence(signal), width, first="  ", rest="    ")]
    return lines


def _two_columns(register: Register, change: EditionChange, width: int, paint: Paint) -> list[str]:
    """Gives the earlier texts with what is gone beside the later ones with what is new, each under its id."""
    each = (width - len(_BETWEEN)) // 2
    plain: list[list[str]] = []
    painted: list[list[str]] = []
    for ids, op in ((change.earlier, "delete"), (change.later, "insert")):
        texts = [register.recommendations[id].text for id in ids]
        first = op == "delete"
        own = [word for word in readable(change.words, earlier=first) if word.op in ("equal", op)]
        columns: tuple[list[str], list[str]] = ([], [])
        for id, words in zip(ids, _parted(own, texts), strict=True):
            lead = register.recommendations[id].lead_in
            for column, one in zip(columns, (Paint(False), paint), strict=True):
                column += [one.dim(line) for line in wrapped(id, each)] if len(ids) > 1 else []
                column += wrapped(visible(lead), each) if lead else []
                column += marked_lines(words, each, one, "", earlier=first)
        plain.append(columns[0])
        painted.append(columns[1])
    return _beside(painted, each, plain)


def _beside(painted: Sequence[Sequence[str]], each: int, plain: Sequence[Sequence[str]]) -> list[str]:
    """Sets two columns of lines beside each other; `plain` has the same lines without colours, to measure."""
    lines = []
    for left, right, measured in zip_longest(*painted, plain[0], fillvalue=""):
        lines.append(f"{left}{' ' * (each - width_of(measured))}{_BETWEEN}{right}".rstrip())
    return lines


def _parted(words: Sequence[WordChange], texts: Sequence[str]) -> list[list[WordChange]]:
    """Parts words, which make up some texts joined by single spaces, by text."""
    parts: list[list[WordChange]] = []
    waiting = list(words)
    for text in texts:
        part: list[WordChange] = []
        left = len(text) + (1 if parts else 0)
        while left and waiting:
            word = waiting.pop(0)
            head, rest = word.text[:left], word.text[left:]
            if rest:
                waiting.insert(0, WordChange(word.op, rest))
            part.append(WordChange(word.op, head))
            left -= len(head)
        parts.append(part)
    return parts
