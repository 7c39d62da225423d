"""Records as text for `git diff`: a line for each thing said, so that words are compared and not layout."""

from recotrack.model.records import Recommendation, StatusFile, Update
from recotrack.views.text import visible


def record_text(record: Recommendation | StatusFile) -> str:
    """Gives a record as lines of text."""
    lines = _recommendation(record) if isinstance(record, Recommendation) else _status(record)
    return "".join(f"{visible(line)}\n" for line in lines)


def _recommendation(record: Recommendation) -> list[str]:
    lines = [f"{record.id} ({record.source}, {record.year}, number {record.number})"]
    lines += [f"section: {record.section}"] if record.section else []
    lines += [record.lead_in] if record.lead_in else []
    lines.append(record.text)
    for name in ("made_by", "themes", "mentions", "addressees"):
        lines += [f"{name.replace('_', ' ')}: {', '.join(getattr(record, name))}"] if getattr(record, name) else []
    if record.continues is not None and not record.continues:
        lines.append("continues none")
    for link in record.continues or ():
        state = "" if link.confirmed else ", not confirmed"
        lines.append(
            f"continues {link.id} ({link.relation}{state})" + (f": {link.rationale}" if link.rationale else "")
        )
    lines += [f"related to {other}" for other in record.related]
    lines += [f"refused {one.id}" + (f": {one.rationale}" if one.rationale else "") for one in record.refused]
    lines += [f"rationale: {record.rationale}"] if record.rationale else []
    return lines


def _status(record: StatusFile) -> list[str]:
    lines = [f"status of {record.recommendation}"]
    for update in record.updates:
        lines += ["", *_update(update)]
    if record.response is not None:
        answer = record.response
        lines += ["", f"response {answer.date}: {answer.response} ({answer.source}): “{answer.quote}”"]
    if record.closed is not None:
        lines += ["", f"closed {record.closed.date}: {record.closed.reason}: {record.closed.summary}"]
    return lines


def _update(update: Update) -> list[str]:
    covers = f", covers {update.covers}" if update.covers else ""
    via = f" via {update.via}" if update.via else ""
    lines = [f"update {update.date}: {update.implementation} ({update.basis}{via}{covers})"]
    lines += [f"  {update.summary}"] if update.summary else []
    if update.alternative is not None:
        lines.append(f"  arguable: {update.alternative.implementation}: {update.alternative.because}")
    lines += [f"  searched: {', '.join(update.searched)}"] if update.searched else []
    for one in update.evidence:
        says = f" [{one.says}]" if one.says else ""
        lines.append(f"  {one.source}, {one.place}{says}: “{one.quote}”")
    lines += [f"  applies to {', '.join(update.applies_to)}"] if update.applies_to else []
    return lines
