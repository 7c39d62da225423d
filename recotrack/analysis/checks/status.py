"""Rules on status files: what an update may say, of what, and when."""

from collections.abc import Iterator

from recotrack.analysis.checks.evidence import check_evidence, check_quote, check_source_ids, check_speaker
from recotrack.analysis.standing import standings_of, steps_down
from recotrack.model.dates import first_day, last_day
from recotrack.model.diagnostics import Diagnostic, fault
from recotrack.model.nodes import Position
from recotrack.model.records import Source, StatusFile, Update
from recotrack.model.register import Register
from recotrack.model.suggestions import did_you_mean
from recotrack.model.terms import LEVELS, Basis, Implementation


def check_status(register: Register, today: str) -> Iterator[Diagnostic]:
    """Yields faults of status files, and of the standings that follow from them."""
    for status in register.statuses.values():
        for index, update in enumerate(status.updates):
            yield from _update(register, status, index, update, today)
            yield from _targets(register, status, index, update)
        yield from _response(register, status, today)
        yield from _closing(register, status, today)
    yield from _standings(register)


def _update(register: Register, status: StatusFile, index: int, update: Update, today: str) -> Iterator[Diagnostic]:
    origin, steps = status.origin, ("updates", index)
    level = update.implementation
    yield from check_evidence(register, origin, (*steps, "evidence"), update.evidence)
    named: dict[tuple[str | int, ...], str | None] = {(*steps, "via"): update.via}
    named |= {(*steps, "searched", number): id for number, id in enumerate(update.searched)}
    yield from check_source_ids(register, origin, named)
    if first_day(update.date) > today:
        yield fault("update-in-future", origin.at(*steps, "date"), f"dated {update.date}, after today ({today})")
    if level in LEVELS and not update.evidence:
        hint = "quote it, or call it `insufficient_evidence` and name the sources searched"
        at = origin.at(*steps, "implementation")
        yield fault("level-without-evidence", at, f"`{level}` without evidence", hint)
    if level is Implementation.INSUFFICIENT_EVIDENCE and not update.searched:
        at = origin.at(*steps, "implementation")
        yield fault("nothing-searched", at, "`insufficient_evidence` without `searched`", "name the sources searched")
    if update.alternative is not None and update.alternative.implementation is level:
        at = origin.at(*steps, "alternative", "implementation")
        yield fault("alternative-same", at, f"the other reading is `{level}` as well")
    for evidence in update.evidence:
        source = register.sources.get(evidence.source)
        if source is None:
            continue
        if last_day(update.date) < _earliest(source):
            message = f"dated {update.date}, but {source.id} appeared in {source.published or source.year}"
            hint = "an update is dated by the publication of what it rests on"
            yield fault("update-before-source", origin.at(*steps, "date"), message, hint)
    claim = update.basis is Basis.GOVERNMENT_CLAIM
    yield from check_speaker(register, origin, (*steps, "evidence"), update.evidence, claim=claim, via=update.via)
    yield from _basis(register, status, index, update)


def _basis(register: Register, status: StatusFile, index: int, update: Update) -> Iterator[Diagnostic]:
    """Who says so must be who is quoted, unless another relays it."""
    recommendation = register.recommendations[status.recommendation]
    if update.via is not None or recommendation.made_by:
        return
    issuer = register.source_of(recommendation).issuer
    quoted = [register.sources[e.source].issuer if e.source in register.sources else None for e in update.evidence]
    if update.basis is Basis.ISSUING_BODY:
        for number, other in enumerate(quoted):
            if other not in (None, issuer):
                at = status.origin.at("updates", index, "evidence", number, "source")
                message = f"`issuing_body`, but {update.evidence[number].source} is not by {issuer}"
                hint = "the basis tells who says so: `third_party`, `government_claim`"
                yield fault("basis-not-source", at, message, hint)
    elif update.basis is Basis.THIRD_PARTY and quoted and all(other == issuer for other in quoted):
        at = status.origin.at("updates", index, "basis")
        message = f"`third_party`, but all that is quoted is by {issuer}"
        yield fault("basis-not-source", at, message, "where it relays another body, name it under `via`")


def _targets(register: Register, status: StatusFile, index: int, update: Update) -> Iterator[Diagnostic]:
    origin = status.origin
    for number, target in enumerate(update.applies_to):
        at = origin.at("updates", index, "applies_to", number)
        if target == status.recommendation:
            yield fault("applies-to-self", at, "an update applies to its own recommendation anyway")
        elif target in update.applies_to[:number]:
            yield fault("double-entry", at, f"{target} stands twice")
        elif target in register.recommendations:
            yield from _timing(register, status, index, update, target, at)
        elif target not in register.unreadable:
            hint = did_you_mean(target, register.recommendations)
            yield fault("unknown-recommendation", at, f"{target} is not in the register", hint)
    yield from _timing(register, status, index, update, status.recommendation, None)


def _timing(
    register: Register, status: StatusFile, index: int, update: Update, id: str, applies_at: Position | None
) -> Iterator[Diagnostic]:
    """Rule 3: action before a recommendation is not its implementation.

    Told at the update itself, or where it is sent to another recommendation.
    """
    source = register.source_of(register.recommendations[id])
    at = applies_at or status.origin.at("updates", index, "date")
    yield from _before(source, id, update.date, at)
    if update.implementation not in (Implementation.IMPLEMENTED, Implementation.PARTLY_IMPLEMENTED):
        return
    used = [register.sources[e.source] for e in update.evidence if e.source in register.sources]
    baseline = bool(used) and all(one.id == source.id for one in used)
    if used and not baseline and not any(_after(one, source) for one in used):
        at = applies_at or status.origin.at("updates", index, "implementation")
        message = f"no evidence is later than {id}"
        hint = "what was done before is not its implementation"
        yield fault("no-later-evidence", at, message, hint)


def _before(source: Source, id: str, date: str, at: Position) -> Iterator[Diagnostic]:
    if last_day(date) < _earliest(source):
        message = f"dated {date}, before {id} was made ({source.published or source.year})"
        hint = "an action before the recommendation is not its implementation"
        yield fault("update-before-recommendation", at, message, hint)


def _after(one: Source, other: Source) -> bool:
    return last_day(one.published or str(one.year)) > last_day(other.published or str(other.year))


def _response(register: Register, status: StatusFile, today: str) -> Iterator[Diagnostic]:
    response = status.response
    if response is None:
        return
    origin = status.origin
    yield from check_source_ids(register, origin, {("response", "source"): response.source})
    yield from check_quote(origin, ("response", "quote"), response.quote)
    if first_day(response.date) > today:
        message = f"dated {response.date}, after today ({today})"
        yield fault("update-in-future", origin.at("response", "date"), message)
    source = register.source_of(register.recommendations[status.recommendation])
    yield from _before(source, status.recommendation, response.date, origin.at("response", "date"))


def _closing(register: Register, status: StatusFile, today: str) -> Iterator[Diagnostic]:
    closed = status.closed
    if closed is None:
        return
    yield from check_evidence(register, status.origin, ("closed", "evidence"), closed.evidence)
    if closed.date > today:
        message = f"dated {closed.date}, after today ({today})"
        yield fault("update-in-future", status.origin.at("closed", "date"), message)
    source = register.source_of(register.recommendations[status.recommendation])
    yield from _before(source, status.recommendation, closed.date, status.origin.at("closed", "date"))


def _standings(register: Register) -> Iterator[Diagnostic]:
    """Rule 8: a step down needs a summary. Rule 10: what is implemented is not closed for another reason."""
    for id, standing in standings_of(register).items():
        for _, later in steps_down(standing.entries):
            if not later.update.summary:
                at = register.statuses[later.home].origin.at("updates", later.place, "implementation")
                message = f"the level of {id} falls here, without a summary"
                yield fault("regression-without-summary", at, message, "say in a sentence why")
        finding = standing.finding
        if standing.closed and finding and finding.update.implementation is Implementation.IMPLEMENTED:
            at = register.statuses[id].origin.at("closed")
            message = f"closed without implementation, but the newest finding ({finding.update.date}) is `implemented`"
            yield fault("closed-though-implemented", at, message, "remove one of the two")


def _earliest(source: Source) -> str:
    return first_day(source.published or str(source.year))
