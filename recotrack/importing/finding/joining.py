"""Lines joined to a text; words broken at a line end joined as the source means them."""

import re
from collections.abc import Iterable

from recotrack.analysis.matching.demands import background
from recotrack.analysis.matching.language import stem_of
from recotrack.importing.finding.wording import is_verb

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_HYPHENS = ("-", "‐", "‑", "–")
_LONGEST_WORD = 60
_BROKEN = re.compile(r"([^\W\d_]+)[-‐‑]$")
_BEGINS = re.compile(r"[^\W\d_]+")
_PREFIXES = frozenset({"anti", "non", "self", "ex", "counter", "co", "cross", "semi", "vice", "quasi", "well"})
_WEAK_PREFIXES = frozenset({"pre", "post", "inter", "re", "sub", "intra", "multi"})
_OPENERS = frozenset({"over", "under", "out", "up", "mean", "some", "any", "every", "life"})
_TAILS_WORDS = """
informed centered centred based led run related specific sensitive oriented funded owned time term
free driven wide level old year facing keeping making sharing raising building line up out in off
scale sponsored
"""
_TAILS = frozenset(_TAILS_WORDS.split())
"""What often stands behind the hyphen of a compound."""


class Joiner:
    """Joins lines by the words that the whole document has."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        broken = False
        for line in lines:
            words = [word.casefold().replace("‐", "-").replace("‑", "-") for word in _WORD.findall(line)]
            # Parts of a word that is broken at a line end are no words.
            begin, broken = broken, line[-1:] in _HYPHENS and _BROKEN.search(line[-_LONGEST_WORD:]) is not None
            self._words.update(words[begin : len(words) - broken])

    def joined(self, lines: Iterable[str]) -> str:
        """Gives the lines as one text on single spaces."""
        parts: list[str] = []
        for line in lines:
            if parts:
                parts[-1], between = self._end(parts[-1], line)
                parts.append(between)
            parts.append(line)
        return "".join(parts)

    def _end(self, before: str, line: str) -> tuple[str, str]:
        """Gives a line as it goes on into the next, and what comes between the two."""
        if before[-1:] not in _HYPHENS:
            return before, " "
        broken, begins = _BROKEN.search(before[-_LONGEST_WORD:]), _BEGINS.match(line[:_LONGEST_WORD])
        hangs = begins is not None and begins[0] in ("and", "or", "to")
        if broken and begins and not hangs and begins[0][:1].islower():
            keep = before[-1] != "–" and self._is_compound(broken[1].casefold(), begins[0].casefold())
            return (before if keep else before[:-1]), ""
        joins = (
            before[-2:-1] not in ("", " ") and line[:1].isalnum() and not (begins and begins[0] in ("and", "or", "to"))
        )
        return before, "" if joins else " "

    def _is_compound(self, first: str, second: str) -> bool:
        """Tells whether a hyphen at a line end is a word's own."""
        if f"{first}-{second}" in self._words:
            return True
        if f"{first}{second}" in self._words:
            return False
        if first in _PREFIXES or (second in _TAILS and first not in _OPENERS):
            return True
        if self._is_word(first + second):
            return False
        if first in _WEAK_PREFIXES:
            return True
        return self._is_word(first) and self._is_word(second)

    def _is_word(self, word: str) -> bool:
        stem = stem_of(word)
        return word in self._words or not stem or stem in background()[0] or is_verb(word.removesuffix("s"))
