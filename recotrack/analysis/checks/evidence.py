"""Rules on quoted passages, wherever they stand."""

import re
from collections.abc import Iterator, Sequence

from recotrack.model.diagnostics import Diagnostic, fault
from recotrack.model.nodes import Origin
from recotrack.model.records import Evidence
from recotrack.model.register import Register
from recotrack.model.suggestions import did_you_mean

MAX_WORDS = 40
_ELLIPSIS = re.compile(r"\.\s?\.\s?\.|…|\[\s*…?\s*\]|\(\s*…\s*\)")


def check_evidence(
    register: Register, origin: Origin, steps: tuple[str | int, ...], evidence: Sequence[Evidence]
) -> Iterator[Diagnostic]:
    """Yields faults of a list of passages that stands at `steps` of a record."""
    for index, passage in enumerate(evidence):
        place = (*steps, index)
        yield from check_source_ids(register, origin, {(*place, "source"): passage.source})
        yield from check_quote(origin, (*place, "quote"), passage.quote)
        if passage in evidence[:index]:
            yield fault("double-entry", origin.at(*place), "the same passage stands twice")


def check_speaker(
    register: Register,
    origin: Origin,
    steps: tuple[str | int, ...],
    evidence: Sequence[Evidence],
    *,
    claim: bool,
    via: str | None,
) -> Iterator[Diagnostic]:
    """Yields a fault where a finding quotes the government alone, or a claim does not quote it at all.

    Which sources are the government's is what `recotrack.yaml` says of their series; where it
    says it of none, or a source relays (`via`), nothing can be told.
    """
    if via is not None or not evidence or not any(one.government for one in register.settings.series.values()):
        return
    own = [register.by_government(passage.source) for passage in evidence]
    if not claim and all(own):
        hint = "what the government says of itself is a claim"
        yield fault("finding-rests-on-claim", origin.at(*steps), "all that is quoted is the government's own", hint)
    elif claim and not any(own):
        hint = "quote its own report, or name under `via` the source that relays it"
        yield fault("claim-without-government", origin.at(*steps), "a claim, but the government is not quoted", hint)


def check_quote(origin: Origin, steps: tuple[str | int, ...], quote: str) -> Iterator[Diagnostic]:
    """Yields faults of one quote: an omission, or more words than a quote should have."""
    if _ELLIPSIS.search(quote):
        hint = "quote each part as evidence of its own"
        yield fault("quote-not-contiguous", origin.at(*steps), "the quote leaves something out", hint)
    words = len(quote.split())
    if words > MAX_WORDS:
        yield fault("quote-too-long", origin.at(*steps), f"{words} words; {MAX_WORDS} or fewer are wanted")


def check_source_ids(
    register: Register, origin: Origin, named: dict[tuple[str | int, ...], str | None]
) -> Iterator[Diagnostic]:
    """Yields a fault for each id, by the place it stands at, that is no source of the register."""
    for steps, id in named.items():
        if id is None or id in register.sources or id in register.unreadable:
            continue
        hint = did_you_mean(id, register.sources) or f"add sources/{id}.yaml"
        yield fault("unknown-source", origin.at(*steps), f"the source {id} is not in the register", hint)
