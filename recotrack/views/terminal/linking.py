"""`link`: proposals as they are walked through, and as a list."""

from recotrack.analysis.linking import Candidate, signals_of_link
from recotrack.analysis.words import word_changes
from recotrack.model.register import Register
from recotrack.views.comparing import signal_sentence
from recotrack.views.paint import Paint
from recotrack.views.terminal.words import marked_lines
from recotrack.views.text import counted, visible, wrapped


def candidates_text(
    register: Register, lineage: list[Candidate], related: list[Candidate], *, width: int, paint: Paint
) -> str:
    """Gives all proposals, those of lineage first and those between series clearly apart."""
    lines = wrapped(f"{counted(len(lineage), 'link')} of lineage to decide on, confirmed by nobody", width)
    for candidate in lineage:
        lines += ["", *candidate_lines(register, candidate, width, paint)]
    if related:
        head = f"Between series: {counted(len(related), 'pair')} that may be related (nothing is continued by it)"
        lines += ["", "", *(paint.bold(line) for line in wrapped(head, width))]
        for candidate in related:
            lines += ["", *candidate_lines(register, candidate, width, paint)]
    return "\n".join(lines) + "\n"


def candidate_lines(register: Register, candidate: Candidate, width: int, paint: Paint) -> list[str]:
    """Gives one proposal: what it links, its score and the words that carried it, and the words that changed."""
    before, after = (register.recommendations[id] for id in (candidate.earlier, candidate.later))
    score = "not proposed by matching" if candidate.score is None else f"score {candidate.score:.2f}"
    link = next((link for link in after.continues or () if link.id == before.id), None)
    recorded = ""
    if link is not None:
        recorded = ", confirmed" if link.confirmed else ", recorded unconfirmed"
    elif before.id in {one.id for one in after.refused} or after.id in {one.id for one in before.refused}:
        recorded = ", refused"
    kind = candidate.relation or "related?"
    head = f"{kind}  {before.id} → {after.id}  ({score}{recorded})"
    lines = [paint.bold(line) for line in wrapped(head, width, rest="  ")]
    if candidate.words:
        lines += wrapped(visible(f"carried by: {', '.join(candidate.words)}"), width, first="  ", rest="    ")
    if candidate.relation is None:
        for one in (before, after):
            text = f"{one.lead_in} … {one.text}" if one.lead_in else one.text
            lines += wrapped(visible(f"{one.id}: {text}"), width, first="  ", rest="    ")
        return lines
    for lead in dict.fromkeys(one.lead_in for one in (before, after)):
        if lead:
            lines += wrapped(visible(lead), width, first="  ", rest="  ")
    lines += marked_lines(word_changes(before.text, after.text), width, paint, "  ")
    for signal in signals_of_link(candidate, before.text, after.text):
        lines += [paint.yellow(line) for line in wrapped(signal_sentence(signal), width, first="  ", rest="    ")]
    return lines
