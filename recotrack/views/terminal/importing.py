"""`import`: what was found in a document, the drafts, and where they differ from what is recorded."""

from collections.abc import Sequence

from recotrack.importing.drafts import Difference, Edition
from recotrack.importing.finding.found import Found, LeftOut
from recotrack.importing.sourcing import Described
from recotrack.model.register import Register
from recotrack.model.terms import Relation
from recotrack.views.paint import Paint
from recotrack.views.terminal.words import marked_lines
from recotrack.views.text import counted, shortened, visible, wrapped

_SHOWN = 20
"""Passages left out that are told one by one."""


def found_lines(found: Found, described: Described, kind: str, width: int) -> list[str]:
    """Gives what was recognised and why, what was left out, and what is odd."""
    lines = wrapped(visible(f"{kind}: {found.because}"), width)
    known = [
        f"{name} {getattr(described, name)} ({described.known_by[name]})"
        for name in ("series", "year", "country")
        if getattr(described, name) is not None
    ]
    unknown = [name for name in ("series", "year", "country") if getattr(described, name) is None]
    lines += wrapped(visible("; ".join(known + [f"{name} unknown" for name in unknown])), width)
    for note in (*found.notes, *described.notes):
        lines += wrapped(visible(f"note: {note}"), width, rest="  ")
    for one in found.left_out[:_SHOWN]:
        lines += wrapped(visible(f"left out: “{shortened(one.text, 60)}”: {one.why}"), width, rest="  ")
    if len(found.left_out) > _SHOWN:
        lines.append(f"left out: {len(found.left_out) - _SHOWN} more")
    return lines


def drafts_text(
    register: Register, found: Found, described: Described, edition: Edition, kind: str, *, width: int, paint: Paint
) -> str:
    """Gives the drafts with what they may continue."""
    lines = found_lines(found, described, kind, width)
    group: tuple[str | None, str | None] = (None, None)
    for draft in edition.recommendations:
        if (draft.section, draft.lead_in) != group:
            group = (draft.section, draft.lead_in)
            lines += ["", *(paint.bold(line) for line in wrapped(visible(draft.section or ""), width) if draft.section)]
            lines += wrapped(visible(draft.lead_in), width) if draft.lead_in else []
        lines += ["", *wrapped(visible(draft.text), width, first=f"{draft.number:>3}  ", rest="     ")]
        for link in draft.continues or ():
            told = f"may continue {link.id} ({link.relation})"
            lines += [paint.dim(line) for line in wrapped(told, width, first="     ", rest="       ")]
    if edition.recommendations:
        lines += ["", *wrapped(summary(edition), width)]
    return "\n".join(lines) + "\n"


def summary(edition: Edition) -> str:
    """Gives the counts of an edition in a line."""
    continuing = [draft for draft in edition.recommendations if draft.continues]
    total = counted(len(edition.recommendations), "recommendation")
    if edition.before is None:
        return f"{total}; no earlier edition of {edition.source.series} is loaded"
    merges = sum(proposal.kind is Relation.MERGED for proposal in edition.proposals)
    splits = sum(len(proposal.numbers) > 1 for proposal in edition.proposals)
    split = f", {counted(splits, 'split')}" if splits else ""
    new = len(edition.recommendations) - len(continuing)
    return (
        f"{total}, {len(continuing)} continue earlier ones ({counted(merges, 'merge')}{split}), {new} new, "
        f"{len(edition.dropped)} dropped; confirm with recotrack link"
    )


def differences_text(id: str, differing: Sequence[Difference], *, width: int, paint: Paint) -> str:
    """Gives where a document differs from what is recorded of it."""
    lines = wrapped(f"{id} is recorded already; {counted(len(differing), 'difference')}", width)
    for one in differing:
        what = "not recorded" if one.recorded is None else "not in the document" if one.found is None else "differs"
        lines += ["", *(paint.bold(line) for line in wrapped(f"{one.number:02}  {what}", width))]
        lines += marked_lines(one.words, width, paint, "  ")
    return "\n".join(lines) + "\n"


def tables_text(editions: Sequence[Edition], left: Sequence[LeftOut], *, width: int) -> str:
    """Gives the editions of a table, a line each."""
    lines = [f"{counted(len(editions), 'edition')} in the table"]
    for edition in editions:
        lines += wrapped(visible(f"{edition.source.id}: {summary(edition)}"), width, rest="  ")
    lines += [f"left out: {one.text}: {one.why}" for one in left[:_SHOWN]]
    return "\n".join(lines) + "\n"
