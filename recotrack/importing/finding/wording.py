"""What reads as a demand, what as narrative, and which words lead a list in."""

import re
from functools import cache
from importlib import resources

from recotrack.analysis.matching.vocabulary import VERBS

_NOT_FIRST_WORDS = """
the a an this that these those it he she they we i you its his her their our there here who which what
authorities police officials courts law-enforcement government ngos observers prosecutors
"""
_NOT_FIRST = frozenset(_NOT_FIRST_WORDS.split())
_ADVERB = re.compile(r"[a-z]+ly$")
_FILLERS_WORDS = """
further also then more better not never always do again at once to please newly first second urgently
"""
_FILLERS = frozenset(_FILLERS_WORDS.split())
_BEFORE_WORDS = """
in with without consistent as on together at following through by for within based given where if while until
during under upon beyond using once when after before wherever whenever pending despite alongside throughout
across pursuant subject regarding concerning to among jointly drawing building taking bearing recalling
in-line rather should until unless because since from
"""
_BEFORE = frozenset(_BEFORE_WORDS.split())
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PAST = re.compile(
    r"(?:The (?:government|authorities|law|police|courts?|ministry|report)|Authorities|Officials|Police|Prosecutors"
    r"|Courts|Observers|NGOs|As reported over|Over the past|In (?:19|20)\d\d|During the|Since (?:19|20)\d\d"
    r"|There (?:is|are|was|were)|It (?:is|was|has|had)|Human traffickers|Traffickers|Victims|According to)\b"
)
_SHOULD = re.compile(r"(?:\w+\s+){1,6}?(?:should|must|needs? to|ought)\b")
_NEXT = re.compile(r"[.!?][”’\"')\]]*\s*(?=[A-Z])")
_HEADED = re.compile(r"(?:PROSECUTION|PROTECTION|PREVENTION|TRAFFICKING PROFILE|Prosecution|Protection|Prevention)\b")
_LEADS = re.compile(
    r"\b(?:consider(?:ed|ing)?|recommend(?:s|ed|ation|ations|ing)?|urge[sd]?|encourag(?:e[sd]?|ing)|invit(?:e[sd]?|ing)"
    r"|calls? for|call(?:s|ed)? (?:up)?on|should|must|request(?:s|ed)?|propos(?:e[sd]?|als?)|suggest(?:s|ed)?"
    r"|advis(?:e[sd]?|able)|needs? to|ask(?:s|ed)?|exhort(?:s|ed)?)\b",
    re.IGNORECASE,
)


@cache
def verbs() -> frozenset[str]:
    """Gives the verbs that can open a demand, in lower case."""
    text = resources.files("recotrack.importing.finding").joinpath("verbs.txt").read_text(encoding="utf-8")
    return frozenset(text.split()) | VERBS


@cache
def is_verb(word: str) -> bool:
    """Tells whether a word in lower case can open a demand: a verb, or its form in -ing."""
    known = verbs()
    if word in known:
        return True
    if word.startswith("re-") and word[3:] in known:
        return True
    if not word.endswith("ing") or len(word) < 5:
        return False
    stem = word[:-3]
    return stem in known or stem + "e" in known or (stem[-1] == stem[-2] and stem[:-1] in known)


def is_demand(text: str) -> bool:
    """Tells whether a text asks for something to be done: a verb opens it, perhaps after what introduces it."""
    head = text[:400].lstrip("“\"'‘([*•-–— ")
    if _PAST.match(head):
        return False
    words = [word.casefold().replace("’", "'") for word in _TOKEN.findall(head[:120])]
    for place, word in enumerate(words[:5]):
        if is_verb(word) and not (place and words[place - 1] in _NOT_FIRST):
            return True
        if not (_ADVERB.search(word) or word in _FILLERS):
            break
    if not words or words[0] not in _BEFORE:
        return False
    for part in re.split(r"[,–—]\s", head)[1:6]:
        inner = [word.casefold() for word in _TOKEN.findall(part[:60])]
        while inner and (_ADVERB.search(inner[0]) or inner[0] in _FILLERS):
            inner.pop(0)
        if inner and is_verb(inner[0]):
            return True
    return False


def is_narrative(text: str) -> bool:
    """Tells whether a text begins as an account of what is or was."""
    return _PAST.match(text) is not None and _SHOULD.match(text) is None


def before_narrative(text: str) -> str:
    """Gives the part of a paragraph before a sentence or heading with which the narrative begins."""
    for found in _NEXT.finditer(text):
        at = found.end()
        if _HEADED.match(text, at) or (_PAST.match(text, at) and not _SHOULD.match(text, at, at + 120)):
            return text[: found.start() + 1].rstrip()
    return text


def leads_in(text: str) -> bool:
    """Tells whether a text introduces recommendations: it ends with a colon, and asks or recommends."""
    return text.endswith(":") and len(text) < 1500 and _LEADS.search(text) is not None
