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

    def rests_on_later(*used: str | None) -> bool:
        return any(id in register.sources and id not in sources for id in used)

    def counts(update: Update) -> bool:
        quoted = (evidence.source for evidence in update.evidence)
        return last_day(update.date) <= day and not rests_on_later(*quoted, *update.searched, update.via)

    statuses: dict[str, StatusFile] = {}
    for id, status in register.statuses.items():
        closed, response = status.closed, status.response
        if closed and (closed.date > day or rests_on_later(*(evidence.source for evidence in closed.evidence))):
            closed = None
        if response and (last_day(response.date) > day or rests_on_later(response.source)):
            response = None
        updates = tuple(update for update in status.updates if counts(update))
        # Kept also where its own recommendation came later: an update may apply to earlier ones.
        statuses[id] = status._replace(updates=updates, closed=closed, response=response)
    matters = {
        id: matter
        for id, matter in register.matters.items()
        if not any(
            rests_on_later(side.via, *(evidence.source for evidence in side.evidence)) for side in matter.sides.values()
        )
    }
    metrics = {
        id: metric._replace(
            values=tuple(one for one in metric.values if not rests_on_later(one.source)),
            sums=tuple(one for one in metric.sums if not rests_on_later(one.source)),
            remarks=tuple(
                one for one in metric.remarks if not rests_on_later(*(evidence.source for evidence in one.evidence))
            ),
        )
        for id, metric in register.metrics.items()
    }
    return register._replace(
        sources=sources,
        recommendations=recommendations,
        statuses=statuses,
        matters=matters,
        metrics={id: metric for id, metric in metrics.items() if metric.values},
    )
