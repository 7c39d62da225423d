"""Headings: that of a list of recommendations, those that end it, and any other."""

import re

from recotrack.importing.finding.wording import is_demand

_NUMBERING = r"(?:\#{1,6}\s*|\*{2})?(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[A-H])[.):]?\s+)?"
_KINDS = (
    r"(?:(?:prioriti[sz]ed|priority|key|main|specific|general|concrete|policy|overall|summary of|list of|our|the"
    r"|conclusions and|findings and|principal concerns and|principal|concerns and|conclusion and|observations and"
    r")\s+){0,3}"
)
_WHO = r"(?:\s+(?:for|to|addressed to)\s+[^:;.!?]{2,70})?(?:\s*\((?:continued|cont\.?|cont’d)\))?"
_LIST = re.compile(rf"{_NUMBERING}{_KINDS}recommendations?{_WHO}\*{{0,2}}\s*(?::\*{{0,2}}|$)", re.IGNORECASE)
_LIST_GLUED = re.compile(
    r"(?:PRIORITI[SZ]ED RECOMMENDATIONS?|RECOMMENDATIONS?)(?: FOR(?: THE)?(?: [A-ZÀ-Þ’'&-]{2,}){1,5})?:?\s*"
    r"(?=[A-Z“•●*–-]?\s*[A-Z“][a-z])"
    r"|(?:(?:Prioriti[sz]ed|Priority|Key) )?Recommendations?"
    r"(?: (?:for|to) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})?\s*"
    r"(?=[•●▪*–—-]\s*[A-Z“])"
    r"|(?:(?:Prioriti[sz]ed|Priority|Key) )?Recommendations?(?: (?:for|to) (?:the )?[A-Z][\w’'-]{2,30})?(?=[A-Z“][a-z])"
)
_LIST_INLINE = re.compile(
    r"(?<=[.!?)”\"]) (?:(?:Prioriti[sz]ed )?Recommendations? (?:for|to) [^:;.!?]{2,70}:"
    r"|PRIORITI[SZ]ED RECOMMENDATIONS?:?(?: FOR(?: [A-ZÀ-Þ’'-]{2,}){1,5}:?)?(?= *[A-Z“•●*–-])"
    r"|RECOMMENDATIONS FOR(?: [A-ZÀ-Þ’'-]{2,}){1,5}:?(?= *[A-Z“•●*–-])"
    r"|Prioriti[sz]ed Recommendations?:?(?= *[A-Z“•●*–-]))"
)
_SECTION = re.compile(
    rf"{_NUMBERING}(?:prosecution|protection|prevention|trafficking profile|tier placement|introduction|background"
    r"|methodology|bibliography|references|sources|endnotes|footnotes|notes|acknowledg\w+|glossary|abbreviations"
    r"|acronyms|(?:annex|appendix)(?:es|\s+[IVX\dA-H]+)?(?:[:.–-].{0,80})?|follow-up"
    r"|dissemination(?: and follow-up)?|next steps|conclusions?|table of contents|contents|related"
    r"|share this(?: page)?|government efforts|partnerships?)\*{0,2}\s*:?",
    re.IGNORECASE,
)
_NARRATIVE = re.compile(
    r"(?:#+\s*)?(?:\d\.\s+)?\**(?:PROSECUTION|Prosecution|GOVERNMENT EFFORTS|PROTECTION|PREVENTION)\**\s*:?"
)


def list_heading(text: str) -> str | None:
    """Gives what follows the heading of a list on its line; None where the line has no such heading."""
    if text[:1].islower():
        return None
    if found := _LIST.match(text):
        return text[found.end() :].strip()
    if found := _LIST_GLUED.match(text):
        return text[found.end() :].strip()
    return None


def inline_heading(text: str) -> tuple[str, str] | None:
    """Gives the heading of a list within a paragraph, and what follows it."""
    found = _LIST_INLINE.search(text)
    return (found[0].strip(), text[found.end() :].strip()) if found else None


def is_section(text: str) -> bool:
    """Tells whether a line is the heading of a part that is no list of recommendations."""
    if re.match(r"\d{1,2}\.\d", text):
        return False
    return len(text) < 100 and _SECTION.fullmatch(text.strip("# *")) is not None


def narrative_heading(text: str) -> bool:
    """Tells whether a line is the heading of the narrative that follows a list in TIP reports."""
    return _NARRATIVE.fullmatch(text) is not None


def is_title(text: str) -> bool:
    """Tells whether a line is laid out like a heading: short, without a stop, in capitals or as a title, no demand."""
    if len(text) > 90 or text[-1:] in ".,;!?" or (not text[:1].isalnum() and text[:1] not in "#*“("):
        return False
    words = re.sub(r"^[\d.IVX)# *]+\s", "", text).rstrip(":* ").split()
    if not words or len(words) > 10:
        return False
    if text.isupper():
        return True
    numbered = re.match(r"(?:\d+(?:\.\d+)+\.?|[IVX]+\.)\s", text) is not None or text.startswith("#")
    if numbered:
        return True
    return text[:1].isupper() and not is_demand(text) and len(words) <= 8
