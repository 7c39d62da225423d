"""`import`: drafts and what they may continue."""

from collections.abc import Sequence
from typing import Any

from recotrack.analysis.plain import plain
from recotrack.importing.drafts import Edition, Proposal
from recotrack.importing.finding.found import Found, LeftOut
from recotrack.importing.sourcing import Described
from recotrack.model.records import Recommendation
from recotrack.views.json.layout import dumped


def import_json(found: Found, described: Described, edition: Edition) -> str:
    """Gives the source, all drafts, the proposals of lineage, and what was left out."""
    source: dict[str, Any] = plain(edition.source)
    for name in ("series", "year", "country"):
        source[name] = getattr(described, name)
    if described.missing:
        source["id"] = None
    return dumped(
        {
            "source": source,
            "known_by": described.known_by,
            "layout": found.layout,
            "because": found.because,
            "cut": found.cut,
            "drafts": [draft_json(draft) for draft in edition.recommendations],
            "proposals": [_proposal(one) for one in edition.proposals],
            "before": edition.before,
            "dropped": edition.dropped,
            "left_out": [{"text": one.text, "why": one.why} for one in found.left_out],
            "notes": [*found.notes, *described.notes],
        }
    )


def tables_json(editions: Sequence[Edition], left: Sequence[LeftOut]) -> str:
    """Gives the editions of a table, each with its drafts."""
    return dumped(
        {
            "editions": [
                {
                    "source": plain(one.source),
                    "drafts": [draft_json(draft) for draft in one.recommendations],
                    "proposals": [_proposal(proposal) for proposal in one.proposals],
                    "before": one.before,
                    "dropped": one.dropped,
                }
                for one in editions
            ],
            "left_out": [{"text": one.text, "why": one.why} for one in left],
        }
    )


def _proposal(one: Proposal) -> dict[str, Any]:
    return {"from": one.earlier, "to": one.numbers, "kind": one.kind, "score": one.score}


def draft_json(draft: Recommendation) -> dict[str, Any]:
    """Gives a draft."""
    keys = {"section": draft.section, "lead_in": draft.lead_in, "made_by": draft.made_by or None}
    return {"number": draft.number, "text": draft.text} | {key: value for key, value in keys.items() if value}
