"""`link`: proposals."""

from collections.abc import Sequence
from typing import Any

from recotrack.analysis.linking import Candidate, signals_of_link
from recotrack.model.register import Register
from recotrack.views.json.layout import dumped


def link_json(register: Register, lineage: Sequence[Candidate], related: Sequence[Candidate]) -> str:
    """Gives the proposals of lineage, and apart from them the pairs that may be related."""
    return dumped(
        {
            "proposals": [_proposal(register, one) for one in lineage],
            "related": [
                {"from": one.earlier, "to": one.later, "score": one.score, "words": one.words} for one in related
            ],
        }
    )


def _proposal(register: Register, one: Candidate) -> dict[str, Any]:
    earlier, later = (register.recommendations[id] for id in (one.earlier, one.later))
    before, after = earlier.text, later.text
    link = next((link for link in later.continues or () if link.id == earlier.id), None)
    return {
        "from": one.earlier,
        "to": one.later,
        "relation": one.relation,
        "score": one.score,
        "confirmed": link is not None and link.confirmed,
        "recorded": one.recorded,
        "words": one.words,
        "signals": [signal._asdict() for signal in signals_of_link(one, before, after)],
    }
