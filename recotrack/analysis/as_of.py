"""A register as it stood on a day: without what was not yet published then."""

from recotrack.model.dates import known_by, last_day
from recotrack.model.records import StatusFile, Update
from recotrack.model.register import Register


def as_of(register: Register, day: str) -> Register:
    """Gives the register of an earlier day.

    Args:
        register: the register of today.
        day: the day, as `YYYY-MM-DD`.

    Returns:
        A register with the sources that were surely published by then (see `known_by`),
        their recommendations, and the updates, closings and matters that are dated by then
        and rest on those sources alone.
    """
    sources = {id: source for id, source in register.sources.items() if known_by(source) <= day}
    recommendations = {
        id: recommendation
        for id, recommendation in register.recommendations.items()
        if recommendation.source in sources
    }

    def counts(update: Update) -> bool:
        used = {evidence.source for evidence in update.evidence} | {update.via} - {None}
        return update.date <= day and not any(source in register.sources and source not in sources for source in used)

    statuses: dict[str, StatusFile] = {}
    for id, status in register.statuses.items():
        closed = status.closed if status.closed and status.closed.date <= day else None
        response = status.response if status.response and last_day(status.response.date) <= day else None
        updates = tuple(update for update in status.updates if counts(update))
        # Kept also where its own recommendation came later: an update may apply to earlier ones.
        statuses[id] = status._replace(updates=updates, closed=closed, response=response)
    matters = {
        id: matter
        for id, matter in register.matters.items()
        if all(evidence.source in sources for side in (matter.claim, matter.finding) for evidence in side.evidence)
    }
    return register._replace(sources=sources, recommendations=recommendations, statuses=statuses, matters=matters)
