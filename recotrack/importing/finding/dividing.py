"""The lines after a heading divided into items, in each of the ways that lists are laid out."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from recotrack.importing.finding.found import Item
from recotrack.importing.finding.headings import is_section, is_title, list_heading, narrative_heading
from recotrack.importing.finding.joining import Joiner
from recotrack.importing.finding.lines import Line, ends_sentence
from recotrack.importing.finding.marks import BULLETS, Mark, mark_of
from recotrack.importing.finding.wording import before_narrative, is_demand, is_narrative, leads_in

_GLUE = re.compile(r"(?:(?<=[a-zß-ÿ0-9)”’\"%])|(?<=[A-Z]{4}))([.!?][”’\"]?)(?=[A-Z“À-Þ][^\W\d_.]*[ ,])")
_SENTENCE = re.compile(r"(?:(?<=[a-z0-9)”’\"%][.!?])|(?<=[A-Z]{3}[.!?]))\s+(?=[A-Z“])")
_INLINE = re.compile(
    rf"(?:^|\s*)[{BULLETS}]\s*(?=\S)|(?:^|\s+|(?<=[.;!?]))\*\s+(?=\w|“)|(?:^|(?<=[.;!?]))\s*[–—-]\s+(?=[A-Z“])"
)
_LISTED = re.compile(r"[;,]\s*(?:and|or)$")
_SMALL_END = re.compile(
    r"(?:\b(?:and|or|of|the|to|for|in|on|by|with|a|an|that|from|at|as|their|its)|[,–—(])$", re.IGNORECASE
)
_REFERS = re.compile(
    r"\b(?:(?:Nos?|Arts?|Secs?|paras?|pp?|vol)\.|(?:Articles?|Sections?|Laws?|Decrees?|Chapters?|Resolutions?|Nos?))$",
    re.IGNORECASE,
)
_HEADED = re.compile(r"(?:PROSECUTION|PROTECTION|PREVENTION|TRAFFICKING PROFILE)\b")
_MOST_LINES = 300
"""Lines of one item; what goes on for longer is no list of demands."""
MOST_ITEMS = 1000
"""More are no list of recommendations to one government."""

_MOST_BEFORE = 8
"""Paragraphs that may stand between the heading and the first mark."""


class Divided(NamedTuple):
    """Items in one layout; `end` is the place of the first line after them."""

    items: list[Item]
    layout: str
    end: int
    last: str = ""
    """The last item as it stands, with what it ends in."""


def demands_among(items: Sequence[Item]) -> float:
    """Gives the part of the items that read as demands."""
    return sum(is_demand(item.text) for item in items) / len(items) if items else 0.0


def runs_on(text: str) -> bool:
    """Tells whether a text cannot end where it does."""
    return _SMALL_END.search(text[-12:]) is not None and _LISTED.search(text[-12:]) is None


class _Group(NamedTuple):
    section: str | None
    lead_in: str | None


def by_marks(lines: Sequence[Line], joiner: Joiner) -> Divided | None:
    """Divides where lines begin with bullets, numbers or letters; headings and lead-ins are kept with each."""
    reader = _Marked(joiner)
    end = len(lines)
    for place, line in enumerate(lines):
        if not reader.take(line, lines[place + 1] if place + 1 < len(lines) else None):
            end = place
            break
    else:
        reader.at_end()
    reader.close()
    if not reader.items:
        return None
    sign = reader.sign if reader.sign.isprintable() else "•"
    layout = {"number": "numbers", "letter": "letters"}.get(reader.kind, f"marks ({sign})")
    grouped = len({(item.section, item.lead_in) for item in reader.items}) > 1
    return Divided(reader.items, layout + (" in groups" if grouped else ""), min(end, reader.after), reader.raw)


class _Marked:
    """Reads lines one by one; `take` tells whether the list may go on."""

    def __init__(self, joiner: Joiner) -> None:
        self.joiner = joiner
        self.items: list[Item] = []
        self.kind = self.sign = ""
        self.raw = ""
        self.after = 0
        self.group = _Group(None, None)
        self._value = 0
        self._open: list[str] | None = None
        self._open_kind = ""
        self._line: Line | None = None
        self._waiting: list[list[Line]] = []
        self._count = 0

    def take(self, line: Line, following: Line | None) -> bool:
        self._count += 1
        mark = mark_of(line.text)
        if mark and self._accepts(mark, line):
            return self._begin(mark, line)
        if self._open is not None:
            if _goes_on(self._open[-1], self._line, line):
                self._open.append(line.text)
                self._line = line
                return len(self._open) < _MOST_LINES
            self.close()
        return self._wait(line, following)

    def _accepts(self, mark: Mark, line: Line) -> bool:
        if not self.kind:
            return True
        text = self._open[-1] if self._open is not None else ""
        other = self._open is not None and mark.kind != self._open_kind and not self.items
        if other and leads_in(self.joiner.joined(self._open or [])):
            # A numbered paragraph that leads letters or bullets in is none of them.
            return True
        if mark.kind == "number" and _REFERS.search(text[-12:]):
            return False
        if mark.kind == "number" and self.kind == "number":
            again = mark.value == 1 and (bool(self._waiting) or (self._value == 1 and is_demand(mark.rest)))
            fits = mark.value == self._value + 1 or again
            return fits and mark.sign == self.sign
        if mark.kind == "letter" and self.kind == "letter":
            return mark.value == self._value + 1 or mark.value == 1
        if mark.kind == "dash" and self.kind == "dash":
            return (mark.sign == "o") == (self.sign == "o")
        return mark.kind == self.kind

    def _begin(self, mark: Mark, line: Line) -> bool:
        if self._open is not None and mark.kind != self._open_kind and not self.items:
            self._waiting = [[Line(part, 0, False, 0, False)] for part in [self.joiner.joined(self._open)]]
            if self._number:
                self._waiting[0][0] = self._waiting[0][0]._replace(text=f"{self._number} {self._waiting[0][0].text}")
            self._open = None
        self.close()
        if len(self._waiting) == 1 and not self.items:
            first = self.joiner.joined([one.text for one in self._waiting[0]])
            if is_demand(first) and is_demand(mark.rest) and not first.endswith(":"):
                # The first item stands behind the heading, without a mark.
                self.items.append(Item(own_text(first)))
                self._waiting = []
        if self._waiting:
            group = self._group_of(self._waiting)
            if group is None:
                return False
            self.group = group
            self._waiting = []
        self.kind, self.sign, self._value = mark.kind, mark.sign or self.sign, mark.value
        self._open, self._open_kind, self._line = [mark.rest], mark.kind, line
        self._number = line.text[: len(line.text) - len(mark.rest)].strip() if mark.kind == "number" else ""
        return True

    _number = ""

    def _group_of(self, paragraphs: list[list[Line]]) -> _Group | None:
        """Gives section and lead-in that paragraphs before a mark are; None where they end the list."""
        texts = [self.joiner.joined([line.text for line in paragraph]) for paragraph in paragraphs]
        lead = texts[-1] if texts[-1].endswith(":") and not is_title(texts[-1].rstrip(":")) else None
        if lead is None and texts[-1].endswith(":") and leads_in(texts[-1]):
            lead = texts[-1]
        titles = [text for text in (texts[:-1] if lead else texts) if is_title(text)]
        first = not self.items
        if not first:
            if lead is None and (not titles or len(titles) < len(texts)):
                return None
            if lead is not None and not leads_in(lead) and not titles:
                return None
        section = _unnumbered(titles[-1]) if titles else (self.group.section if lead else None)
        return _Group(section, lead)

    def _wait(self, line: Line, following: Line | None) -> bool:
        text = line.text
        if self.items and (is_section(text) or narrative_heading(text) or list_heading(text) is not None):
            return False
        if not self.items and (narrative_heading(text) or list_heading(text) == ""):
            return False
        begins = not self._waiting or line.gap or line.page or is_title(text) or self._ended(self._waiting[-1])
        if begins:
            self._waiting.append([line])
        else:
            self._waiting[-1].append(line)
        limit = _MOST_BEFORE if not self.items else 4
        return len(self._waiting) <= limit and sum(map(len, self._waiting)) < 60

    @staticmethod
    def _ended(paragraph: list[Line]) -> bool:
        last = paragraph[-1]
        return is_title(last.text) or (last.text.endswith((":", ".")) and not last.full)

    def at_end(self) -> None:
        """Tells that there is no line after the last one taken."""
        self._count += 1

    def close(self) -> None:
        """Makes an item of what is open."""
        if self._open is None:
            return
        whole = self.joiner.joined(self._open)
        # Where columns are put in order, two items may come to stand on one line.
        for raw in whole.split(f" {self.sign} ") if self.sign in BULLETS else [whole]:
            if text := own_text(raw):
                self.items.append(Item(text, self.group.section, self.group.lead_in))
                self.raw = raw
                self.after = self._count - 1
        self._open = None


def _unnumbered(title: str) -> str:
    """Gives a heading without its number and the marks of Markdown."""
    return re.sub(
        r"^[#* ]*(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])[.)]\s+|\d{1,2}(?:\.\d{1,2})+\s+)?", "", title
    ).rstrip("*: ")


def _goes_on(text: str, last: Line | None, line: Line) -> bool:
    """Tells whether a line without a mark belongs to the item before it."""
    full = last is not None and last.full
    if is_section(line.text) or narrative_heading(line.text) or list_heading(line.text) == "":
        return False
    lower = line.text[:1].islower()
    if line.gap or line.page:
        unfinished = not ends_sentence(text)
        return unfinished and (lower or runs_on(text) or text[-1:] in "-‐" or (line.page and not is_title(line.text)))
    if lower or runs_on(text) or text[-1:] in "-‐" or _REFERS.search(text[-12:]):
        return True
    if ends_sentence(text):
        return full and not is_narrative(line.text) and not is_title(line.text)
    return full or not (is_title(line.text) or is_narrative(line.text))


def own_text(text: str) -> str:
    """Gives an item without what the list itself put behind it: `;`, `; and`, `, and`."""
    text = text.strip()
    text = re.sub(r"[;,]\s*(?:and|or)(?:/or)?$", "", text).rstrip()
    return text.rstrip(";").rstrip() if text.endswith(";") else text


class Paragraph(NamedTuple):
    """Lines that belong together, as one text, and the place of the line after them."""

    text: str
    end: int
    lines: list[Line]


def paragraphs(lines: Sequence[Line], joiner: Joiner) -> list[Paragraph]:
    """Gives the paragraphs up to the next heading of a part."""
    found: list[Paragraph] = []
    current: list[Line] = []

    def close(end: int) -> None:
        if current:
            text = joiner.joined([line.text for line in current])
            found.append(Paragraph(before_narrative(text), end, list(current)))
            current.clear()

    for place, line in enumerate(lines):
        if is_section(line.text) or narrative_heading(line.text) or list_heading(line.text) == "":
            close(place)
            break
        if current:
            text = current[-1].text
            lower = line.text[:1].islower()
            unfinished = not ends_sentence(text) or (line.page and lower and text.endswith(";"))
            goes_on = lower or runs_on(text) or text[-1:] in "-‐" or text.endswith(";")
            goes_on = goes_on and unfinished and not _LISTED.search(text[-12:])
            if (line.gap and not goes_on) or (line.page and not unfinished) or (not unfinished and is_title(line.text)):
                close(place)
        current.append(line)
        if len(found) > MOST_ITEMS:
            break
    else:
        close(len(lines))
    return found


def inline(text: str) -> tuple[list[str], str, str] | None:
    """Divides a paragraph at bullets or numbers within it: the parts, the layout, and what leads them in."""
    parts = [part.strip() for part in _INLINE.split(text)]
    if len(parts) > 2 or (len(parts) == 2 and is_demand(parts[0])):
        lead = ""
        if parts and not is_demand(parts[0]) and (not parts[0] or parts[0].endswith(":") or len(parts[0]) < 30):
            lead = parts.pop(0)
        parts = [part for part in parts if part]
        if len(parts) > 1 and sum(map(is_demand, parts)) >= 0.6 * len(parts):
            return parts, "marks within a paragraph", lead
    for shape in (r"\(%d\)", r"%d\.", r"%d\)"):
        places: list[tuple[int, int]] = []
        at = 0
        while len(places) < MOST_ITEMS and (
            found := re.compile(rf"(?:^|(?<=[\s;.])){shape % (len(places) + 1)}\s*(?=\S)").search(text, at)
        ):
            places.append((found.start(), found.end()))
            at = found.end()
        if len(places) > 2:
            ends = [start for start, _ in places[1:]] + [len(text)]
            parts = [text[begin:end].strip() for (_, begin), end in zip(places, ends, strict=True)]
            if sum(map(is_demand, parts)) >= 0.6 * len(parts):
                return parts, "numbers within a paragraph", text[: places[0][0]].strip()
    return None


def at_semicolons(text: str) -> list[str]:
    """Divides a sentence at its semicolons, but for those in brackets or quotes."""
    parts, depth, start = [], 0, 0
    for place, character in enumerate(text):
        if character in "([“":
            depth += 1
        elif character in ")]”":
            depth = max(depth - 1, 0)
        elif character == ";" and not depth:
            parts.append(text[start:place].strip())
            start = place + 1
    parts.append(text[start:].strip())
    last = re.sub(r"^(?:and|or)\s+", "", parts[-1])
    return [part for part in (*parts[:-1], last) if part]


def glued_lines(lines: Sequence[Line], joiner: Joiner) -> str:
    """Gives the text of lines, glued also where one ends a sentence and the next begins a demand."""
    text, part = "", [lines[0].text]
    for last, line in pairwise(lines):
        if ends_sentence(last.text) and is_demand(line.text) and not line.text[:1].islower():
            text += joiner.joined(part)
            part = []
        part.append(line.text)
    return text + joiner.joined(part)


def led(parts: list[str]) -> tuple[str, list[str]]:
    """Takes from the first part the words that lead all of them in, where it has such."""
    found = re.match(r"([^:;.]{3,150}:)\s+(?=\S)", parts[0]) if parts else None
    if found and leads_in(found[1]) and not is_demand(found[1]):
        return found[1], [parts[0][found.end() :], *parts[1:]]
    return "", parts


def at_glue(text: str) -> list[str]:
    """Divides where a stop is followed by the next sentence without a space."""
    parts, start = [], 0
    for found in _GLUE.finditer(text):
        parts.append(text[start : found.end()].strip())
        start = found.end()
    parts.append(text[start:].strip())
    kept: list[str] = []
    for part in parts:
        headed = _HEADED.search(part)
        if headed and (part[: headed.start()].strip() == "" or ends_sentence(part[: headed.start()].strip())):
            kept.append(part[: headed.start()].strip())
            break
        kept.append(part)
    return [part for part in kept if part]


def sentences(text: str) -> list[str]:
    """Divides a paragraph into sentences."""
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


def by_lines(lines: Sequence[Line], joiner: Joiner) -> Divided | None:
    """Divides where each line begins a demand, or goes on with the one before."""
    items: list[list[Line]] = []
    end = 0
    for place, line in enumerate(lines):
        text = line.text
        if is_section(text) or narrative_heading(text) or list_heading(text) == "":
            break
        last = items[-1][-1] if items else None
        stopped = last is None or ends_sentence(last.text)
        if last is not None and line.gap and not (text[:1].islower() and not stopped):
            break
        begins = not text[:1].islower() and is_demand(text)
        if begins and (stopped or not (last and (last.full or runs_on(last.text)))):
            items.append([line])
        elif last is None or _ends_lines(text, last, stopped=stopped):
            break
        else:
            items[-1].append(line)
        end = place + 1
    if len(items) < 2:
        return None
    texts = [joiner.joined([line.text for line in item]) for item in items]
    return Divided([Item(own_text(text)) for text in texts], "a line each", end, texts[-1])


def _ends_lines(text: str, last: Line, *, stopped: bool) -> bool:
    """Tells whether a line that begins no demand ends a list of lines."""
    if stopped:
        return is_narrative(text) or is_title(text) or not last.full
    return is_title(text) and not last.full and not runs_on(last.text)
