"""A text as lines: what does not show is taken out, pages lose what is printed on every one of them."""

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\u2066-\u2069\u202a-\u202e\ufeff]")
_SOFT_END = re.compile("\u00ad *\n *")
_QUOTED = re.compile(r"^>[ ]?", re.MULTILINE)
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]{1,400}?)(?<=\S)\*\*")
_LINK = re.compile(r"\[([^\[\]\n]{1,200})\]\(https?://[^()\s]{1,400}\)")
_SPACES = re.compile("[\t\x0b\x1c-\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_NUMBER = re.compile(r"(?:page\s+)?[-–—|\s]*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:;][”\"’')\]]*$")
_MARK = re.compile("[•●▪■◦‣∙·➢►✓❖\uf0b7\uf0a7\uf0d8\ufffd*–—-]|\\(?\\d{1,3}[.)]")
_RUNNING = re.compile(
    r"(?=.{4,90}$)(?:[-–—|\s]*\d{1,4}[-–—|\s]*)?(?:[A-ZÀ-Þ’' ]{2,40}[|–—-]?\s*)?(?:\d{4}\s+)?[A-Z ]{6,60}REPORT"
    r"(?:[A-Z ]*(?:\d{4})?)?[-–—|\s]*(?:\d{1,4}|[ivxlc]{1,7})?[-–—|\s]*"
)
_AT_EDGE = 3
"""Lines at the top and the bottom of a page that may be printed on every page."""


class Line(NamedTuple):
    """A line that has words: its text on single spaces, the empty lines and the page break before it."""

    text: str
    gap: int
    page: bool
    indent: int
    full: bool
    """Whether it reaches to where lines are broken in this text, so that the next may go on with it."""
    passed: tuple[str, ...] = ()
    """What is printed on the page before it: a number, a running head."""


class Lines(NamedTuple):
    """The lines of a text, and what was odd."""

    lines: list[Line]
    notes: tuple[str, ...]


def lines_of(text: str) -> Lines:
    """Gives the lines of a text.

    Soft hyphens and other characters that do not show are taken out and the kinds of space made
    one; both are told. Where nearly every line is followed by an empty one, and lines run on over
    them, the empty ones tell nothing and are not counted.
    """
    notes = []
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    unseen = len(_UNSEEN.findall(text.lstrip("\ufeff")))
    if unseen:
        notes.append(f"{unseen} characters that do not show (soft hyphens and the like) were taken out")
    text = _SPACES.sub(" ", _UNSEEN.sub("", _SOFT_END.sub("", text)))
    if len(_QUOTED.findall(text)) > 5:
        text = _QUOTED.sub("", text)
    text = _LINK.sub(r"\1", _BOLD.sub(r"\1", text))
    raw: list[Line] = []
    gap, page = 0, False
    for part in text.split("\n"):
        for place, piece in enumerate(part.split("\f")):
            page = page or place > 0
            words = " ".join(piece.split())
            if not words:
                gap += place == 0
                continue
            raw.append(Line(words, gap, page, len(piece) - len(piece.lstrip(" ")), False))
            gap, page = 0, False
    raw = _with_marks(raw)
    return Lines(_with_full(_single_spaced(_without_furniture(raw))), tuple(notes))


def running_text(text: str) -> str:
    """Gives a text without what is printed on its pages, and without characters that do not show."""
    return "\n".join(line.text for line in lines_of(text).lines)


def _with_marks(lines: list[Line]) -> list[Line]:
    """Sets marks that stand alone on a line before the text on the next one."""
    if not any(_MARK.fullmatch(line.text) for line in lines):
        return lines
    kept: list[Line] = []
    mark: Line | None = None
    for line in lines:
        if mark is not None:
            line = mark._replace(text=f"{mark.text} {line.text}")
            mark = None
        elif _MARK.fullmatch(line.text):
            mark = line
            continue
        kept.append(line)
    return [*kept, mark] if mark is not None else kept


def ends_sentence(text: str) -> bool:
    """Tells whether a text ends with a stop."""
    return _ENDS.search(text[-8:]) is not None


def _without_furniture(lines: list[Line]) -> list[Line]:
    """Takes out what is printed on every page: what recurs at their edges, and numbers that stand alone there."""
    edges = _edges(lines)
    recurring = Counter(text for text, _ in {(_levelled(lines[i].text), page) for i, page in edges.items()})
    taken: set[int] = set()
    for i in edges:
        line = lines[i]
        alone = line.text.isupper() and re.search(r"\d", line.text) and (line.page or _before_page(lines, i))
        if alone or (recurring[_levelled(line.text)] > 1 and len(line.text) < 120) or _NUMBER.fullmatch(line.text):
            taken.add(i)
    taken |= _between(lines, taken)
    kept: list[Line] = []
    passed: list[str] = []
    for i, line in enumerate(lines):
        if i in taken:
            passed.append(line.text)
        else:
            kept.append(line._replace(page=True, passed=tuple(passed)) if passed else line)
            passed.clear()
    return kept


def _between(lines: list[Line], taken: set[int]) -> set[int]:
    """Gives numbers and running heads of pages that stand among the lines, where nothing tells where a page ends."""
    found: set[int] = set()
    for i in range(1, len(lines) - 1):
        line = lines[i]
        if i in taken:
            continue
        if _RUNNING.fullmatch(line.text):
            found.add(i)
            continue
        if not _NUMBER.fullmatch(line.text):
            continue
        before = next((lines[k] for k in range(i - 1, max(i - 6, -1), -1) if k not in found), line)
        after = next((other for other in lines[i + 1 : i + 6] if not printed(other.text)), line)
        apart = line.gap > 0 and lines[i + 1].gap > 0
        decorated = re.search(r"[^\w\s]|page", line.text, re.IGNORECASE) is not None
        within = not ends_sentence(before.text) and after.text[:1].islower()
        beside = i - 1 in found or (i + 1 < len(lines) and _RUNNING.fullmatch(lines[i + 1].text) is not None)
        if (apart and (within or _begins_item(after.text))) or (within and decorated) or beside:
            found.add(i)
    for i in sorted(found):
        for near in (i - 1, i + 1):
            other = lines[near]
            capitals = other.text.isupper() and len(other.text) < 60 and other.text[-1] not in ".;:,"
            if near not in found and capitals and _within(lines, near, found):
                found.add(near)
    return found


def _within(lines: list[Line], i: int, found: set[int]) -> bool:
    """Tells whether a line stands in the middle of a sentence, or before an item, but for what is printed on pages."""
    before = next((lines[k].text for k in range(i - 1, max(i - 6, -1), -1) if k not in found), "")
    after = next((lines[k].text for k in range(i + 1, min(i + 6, len(lines))) if k not in found), "")
    return (not ends_sentence(before) and after[:1].islower()) or _begins_item(after)


def _begins_item(text: str) -> bool:
    return re.match(r"[•●▪■◦*–—-]\s*\S|\(?\d{1,3}[.)]\s", text) is not None


def printed(text: str) -> bool:
    """Tells whether a line may be what is printed on pages: a number, or words in capitals."""
    return _NUMBER.fullmatch(text) is not None or (text.isupper() and len(text) < 80)


def _before_page(lines: list[Line], i: int) -> bool:
    return i + 1 < len(lines) and lines[i + 1].page


def _edges(lines: list[Line]) -> dict[int, int]:
    """Gives the lines near a page break, and the number of their page."""
    breaks = [i for i, line in enumerate(lines) if line.page]
    found: dict[int, int] = {}
    for number, start in enumerate(breaks, start=1):
        before = max(breaks[number - 2] if number > 1 else 0, start - _AT_EDGE)
        end = breaks[number] if number < len(breaks) else len(lines)
        found |= dict.fromkeys(range(before, start), number - 1)
        found |= dict.fromkeys(range(start, min(start + _AT_EDGE, end)), number)
    if breaks:
        found |= dict.fromkeys(range(min(_AT_EDGE, breaks[0])), 0)
        found |= dict.fromkeys(range(max(breaks[-1], len(lines) - _AT_EDGE), len(lines)), len(breaks))
    return found


def _levelled(text: str) -> str:
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", text.casefold())


def _single_spaced(lines: list[Line]) -> list[Line]:
    """Takes away the empty line after every line, where there is one after nearly every line of running text."""
    inner = lines[1:]
    if len(inner) < 6 or sum(line.gap > 0 for line in inner) < 0.85 * len(inner):
        return lines
    pairs = list(pairwise(lines))
    running = sum(one.text[-1:].isalnum() and other.text[:1].islower() for one, other in pairs)
    if running < 0.2 * len(pairs):
        return lines
    return [line._replace(gap=max(line.gap - 1, 0)) for line in lines]


def _with_full(lines: list[Line]) -> list[Line]:
    """Marks the lines that are as long as lines get where a text is broken by width."""
    lengths = sorted(len(line.text) + line.indent for line in lines)
    running = [
        len(one.text) + one.indent
        for one, other in pairwise(lines)
        if not other.gap and one.text[-1:].isalnum() and other.text[:1].islower()
    ]
    if len(running) < 3 or not lengths:
        return lines
    wide = sorted(running)[len(running) // 2]
    return [
        line._replace(full=len(line.text) + line.indent + _first(lines, i + 1) > 0.9 * wide)
        for i, line in enumerate(lines)
    ]


def _first(lines: list[Line], at: int) -> int:
    """Gives the length of the first word of a line, which would have had to fit on the line before."""
    return len(lines[at].text.split(" ", 1)[0]) + 1 if at < len(lines) else 0
