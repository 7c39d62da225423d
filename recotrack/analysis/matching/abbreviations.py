"""Abbreviations written out, so that `MIA` and `Ministry of Internal Affairs` are the same words."""

import re
from collections.abc import Iterable, Mapping, Sequence

_DEFINED = re.compile(r"((?:[\w'’-]+[ ]+){1,9})\(\s*([A-Z][A-Za-z]{1,7})\s*\)")
_SHORT = re.compile(r"[A-Z](?<!\w.)[A-Z]{1,6}s?\b")  # To look back from a capital is faster than `\b` everywhere.
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_LITTLE = frozenset({"of", "the", "and", "for", "on", "in", "to", "a", "against", "with"})
_LONGEST = 8
_KNOWN = frozenset(
    {"CAT", "CED", "CEDAW", "CERD", "CMW", "CPED", "CRC", "CRPD", "ICC", "ICCPR", "ICCPED", "ICERD", "ICESCR", "ICPPED"}
    | {"ICRMW", "ILO", "NAP", "NGO", "NHRI", "NRM", "ODA", "OPCAT", "OPCRC", "SOP", "TIP", "UPR", "UN"}
)
"""What the vocabulary knows; words that happen to have these first letters are not what they stand for."""


def expansions(texts: Iterable[str]) -> dict[str, str]:
    """Finds what the abbreviations in some texts stand for.

    Where a text defines one in brackets behind its words, these are taken; else words anywhere
    in the texts whose first letters make it up, if there are no two readings.

    Returns:
        The words by abbreviation; those that nothing explains are left out.
    """
    texts = list(texts)
    found: dict[str, str] = {}
    for text in sorted(texts):  # The order of a list is to tell nothing, also where two define one differently.
        for match in _DEFINED.finditer(text) if "(" in text else ():
            words = _ending_in(match[1].split(), match[2])
            if words:
                found.setdefault(match[2], words)
    unknown = {short.rstrip("s") for text in texts for short in _SHORT.findall(text)} - found.keys()
    unknown = {short for short in unknown - _KNOWN if len(short) > 2}
    if unknown:
        by_letter: dict[str, list[str]] = {}
        for short in unknown:
            by_letter.setdefault(short[0].lower(), []).append(short)
        candidates: dict[str, set[str]] = {}
        for text in texts:
            _collect(text, by_letter, candidates)
        found |= {short: next(iter(words)) for short, words in candidates.items() if len(words) == 1}
    return found


def written_out(text: str, known: Mapping[str, str]) -> str:
    """Gives a text with its abbreviations written out, and without the brackets that define one."""
    if not known:
        return text
    if "(" in text:
        text = _DEFINED.sub(lambda match: match[1] if match[2] in known else match[0], text)
    return _SHORT.sub(lambda match: known.get(match[0]) or known.get(match[0].rstrip("s")) or match[0], text)


def _ending_in(words: list[str], short: str) -> str | None:
    """Gives the last words whose first letters make an abbreviation up; small words may be skipped."""
    letters = list(short.lower().removesuffix("s") if short.endswith("s") and len(short) > 2 else short.lower())
    taken: list[str] = []
    for word in reversed(words):
        if not letters:
            break
        taken.insert(0, word)
        if word[0].lower() == letters[-1]:
            letters.pop()
        elif word.lower() not in _LITTLE:
            return None
    return " ".join(taken) if not letters else None


def _collect(text: str, unknown: Mapping[str, Sequence[str]], candidates: dict[str, set[str]]) -> None:
    words = _WORD.findall(text)
    for start, first in enumerate(words):
        wanted = unknown.get(first[0].lower())
        if not wanted or first.lower() in _LITTLE or first.isupper():
            continue
        for short in wanted:
            at, letters = start, list(short.lower())
            while letters and at < len(words) and at - start < _LONGEST:
                word = words[at]
                if word[0].lower() == letters[0] and not word.isupper():
                    letters.pop(0)
                elif word.lower() not in _LITTLE:
                    break
                at += 1
            if not letters:
                candidates.setdefault(short, set()).add(" ".join(words[start:at]).lower())
