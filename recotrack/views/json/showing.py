"""`show`: one recommendation."""

from typing import Any

from recotrack.analysis.lineage import graph_of, successors_of, thread_of
from recotrack.analysis.plain import plain
from recotrack.analysis.signals import signals_of_step
from recotrack.analysis.standing import Entry, Standing
from recotrack.model.register import Register
from recotrack.views.json.layout import dumped
from recotrack.views.json.listing import item


def show_json(register: Register, standings: dict[str, Standing], id: str) -> str:
    """Gives one recommendation with its updates, its thread and its source."""
    recommendation = register.recommendations[id]
    status = register.statuses.get(id)
    graph = graph_of(register)
    thread = thread_of(register, graph, id)
    return dumped(
        {
            "recommendation": item(register, standings[id]),
            "origin": str(recommendation.origin.at()),
            "source": plain(register.source_of(recommendation)),
            "judged_at": successors_of(graph, id),
            "lineage": plain(recommendation.continues) if recommendation.continues is not None else None,
            "refused": plain(recommendation.refused),
            "rationale": recommendation.rationale,
            "response": plain(status.response) if status and status.response else None,
            "closed": plain(status.closed) if status and status.closed else None,
            "updates": [_entry(entry) for entry in standings[id].entries],
            "matters": [plain(register.matters[matter]) for matter in standings[id].matters],
            "thread": [item(register, standings[other]) for other in thread],
            "signals": {
                other: [signal._asdict() for signal in found]
                for other in thread
                if (found := signals_of_step(register, other))
            },
        }
    )


def _entry(entry: Entry) -> dict[str, Any]:
    return {**plain(entry.update), "basis": entry.basis, "recorded_at": entry.home, "baseline": entry.baseline}
