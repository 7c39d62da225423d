"""Rules on matters: a claim beside a finding."""

from collections.abc import Iterator

from recotrack.analysis.checks.evidence import check_evidence, check_source_ids, check_speaker
from recotrack.analysis.standing import is_contested
from recotrack.model.diagnostics import Diagnostic, fault
from recotrack.model.register import Register
from recotrack.model.suggestions import did_you_mean
from recotrack.model.terms import Basis, MatterRelation


def check_matters(register: Register) -> Iterator[Diagnostic]:
    """Yields faults of matters: what they name, whom they quote, and how they are judged."""
    for matter in register.matters.values():
        origin = matter.origin
        for index, id in enumerate(matter.recommendations):
            at = origin.at("recommendations", index)
            if id not in register.recommendations and id not in register.unreadable:
                hint = did_you_mean(id, register.recommendations)
                yield fault("unknown-recommendation", at, f"{id} is not in the register", hint)
            elif id in matter.recommendations[:index]:
                yield fault("double-entry", at, f"{id} stands twice")
        for name, side in matter.sides.items():
            yield from check_evidence(register, origin, (name, "evidence"), side.evidence)
            yield from check_source_ids(register, origin, {(name, "via"): side.via})
            claim = name != "finding"
            yield from check_speaker(register, origin, (name, "evidence"), side.evidence, claim=claim, via=side.via)
        if matter.finding.basis is Basis.GOVERNMENT_CLAIM:
            at = origin.at("finding", "basis")
            yield fault("finding-is-claim", at, "a finding that rests on the government's own word")
        if matter.relation is MatterRelation.CONTRADICTION and not is_contested(matter):
            message = "`contradiction`, but the two sides are not shown to speak of the same time"
            hint = "give both periods, or call it `different_period`"
            yield fault("contradiction-without-overlap", origin.at("relation"), message, hint)
