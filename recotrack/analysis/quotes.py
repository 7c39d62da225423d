"""Texts and quotes against the documents they are from."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from recotrack.model.diagnostics import Diagnostic, fault, in_order
from recotrack.model.nodes import Origin, Position
from recotrack.model.records import Evidence
from recotrack.model.register import Register

_BROKEN = re.compile(r"(?<=\w)[-\u00ad\u2010][^\S\n]*\n\s*(?=\w)")
_SPACE = re.compile(r"\s+")
_OPTIONAL = "\x00"
_HYPHENS = re.compile("[-\x00]")


class Document(NamedTuple):
    """The document of a source as text; or None and why there is none.

    `running` is the text as it is read: without what is printed on every page, and without
    characters that do not show; None where it is no other.
    """

    text: str | None
    fault: str | None = None
    running: str | None = None


class Compared(NamedTuple):
    """What a comparison with documents covered and found."""

    texts: int
    quotes: int
    documents: int
    without: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


class Haystack:
    """A document's text made searchable.

    White space counts as one space. A hyphen at the end of a line may belong to the word or
    to the line: it matches with and without.
    """

    def __init__(self, text: str) -> None:
        self._flat = _SPACE.sub(" ", _BROKEN.sub(_OPTIONAL, text.replace(_OPTIONAL, " "))).strip()
        self._places = [place for place, character in enumerate(self._flat) if character not in "-\x00"]
        self._bare = _HYPHENS.sub("", self._flat)

    def count(self, quote: str) -> int:
        """Counts where a quote stands, beginning and ending with whole words."""
        bare = quote.replace("-", "")
        if not bare:
            return 0
        found = 0
        at = self._bare.find(bare)
        while at >= 0:
            found += self._matches(self._places[at], quote)
            at = self._bare.find(bare, at + 1)
        return found

    def departure(self, quote: str) -> str:
        """Tells how far a quote that is not there agrees with the document."""
        words = quote.split(" ")
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.count(" ".join(words[:middle])) else (low, middle - 1)
        if low == 0:
            return f"not even its first word `{words[0]}` is there"
        return f"it agrees as far as `{' '.join(words[max(0, low - 4) : low])}`, not in `{words[low]}`"

    def _matches(self, start: int, quote: str) -> bool:
        flat = self._flat
        while start > 0 and quote.startswith("-") and flat[start - 1] in "-\x00":
            start -= 1
        if start > 0 and quote[0].isalnum() and (flat[start - 1].isalnum() or flat[start - 1] == _OPTIONAL):
            return False
        at = start
        for character in quote:
            if at < len(flat) and flat[at] == _OPTIONAL and character != "-":
                at += 1
            if at >= len(flat) or (flat[at] != character and not (flat[at] == _OPTIONAL and character == "-")):
                return False
            at += 1
        return not (at < len(flat) and quote[-1].isalnum() and (flat[at].isalnum() or flat[at] == _OPTIONAL))


def compare_with_documents(register: Register, documents: Mapping[str, Document]) -> Compared:
    """Compares every text and quote of a register with its document.

    Args:
        register: what to compare.
        documents: by id of the source; those without one are named in the result.

    Returns:
        What was compared and every difference. A distinct quote of a source counts once.
    """
    haystacks = {id: Haystack(document.text) for id, document in documents.items() if document.text is not None}
    running = {id: Haystack(document.running) for id, document in documents.items() if document.running is not None}
    found: list[Diagnostic] = []
    for id, document in documents.items():
        if document.fault is not None:
            origin = register.sources[id].origin
            found.append(fault("document-unusable", origin.at("document"), document.fault))
    texts = 0
    for recommendation in register.recommendations.values():
        haystack = haystacks.get(recommendation.source)
        if haystack is None:
            continue
        texts += 1
        for key in ("section", "lead_in", "text"):
            words = getattr(recommendation, key)
            if words is None or haystack.count(words):
                continue
            read_on = running.get(recommendation.source)
            if read_on is None or not read_on.count(words):
                message = f"the {key.replace('_', '-')} is not in the document: {haystack.departure(words)}"
                found.append(fault("text-not-in-document", recommendation.origin.at(key), message))
    quotes: set[tuple[str, str]] = set()
    for position, source, quote in _quotes(register):
        haystack = haystacks.get(source)
        if haystack is None:
            continue
        quotes.add((source, quote))
        times = haystack.count(quote) or (running[source].count(quote) if source in running else 0)
        if times == 0:
            message = f"the quote is not in the document: {haystack.departure(quote)}"
            found.append(fault("quote-not-in-document", position, message))
        elif times > 1:
            hint = "lengthen it until it stands once"
            found.append(fault("quote-not-unique", position, f"the quote stands {times} times in the document", hint))
    without = tuple(sorted(id for id in register.sources if id not in haystacks))
    return Compared(texts, len(quotes), len(haystacks), without, in_order(found))


def _quotes(register: Register) -> Iterator[tuple[Position, str, str]]:
    for status in register.statuses.values():
        for index, update in enumerate(status.updates):
            yield from _of(status.origin, ("updates", index, "evidence"), update.evidence)
        if status.closed is not None:
            yield from _of(status.origin, ("closed", "evidence"), status.closed.evidence)
        if status.response is not None:
            yield status.origin.at("response", "quote"), status.response.source, status.response.quote
    for matter in register.matters.values():
        for key, side in matter.sides.items():
            yield from _of(matter.origin, (key, "evidence"), side.evidence)
    for metric in register.metrics.values():
        for index, figure in enumerate(metric.values):
            yield metric.origin.at("values", index, "quote"), figure.source, figure.quote
        for index, remark in enumerate(metric.remarks):
            yield from _of(metric.origin, ("remarks", index, "evidence"), remark.evidence)


def _of(
    origin: Origin, steps: tuple[str | int, ...], evidence: tuple[Evidence, ...]
) -> Iterator[tuple[Position, str, str]]:
    for index, passage in enumerate(evidence):
        yield origin.at(*steps, index, "quote"), passage.source, passage.quote
