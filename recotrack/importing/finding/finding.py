"""A text searched for its list of recommendations."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from recotrack.importing.finding.dividing import (
    MOST_ITEMS,
    Divided,
    Paragraph,
    at_glue,
    at_semicolons,
    by_lines,
    by_marks,
    demands_among,
    glued_lines,
    inline,
    led,
    own_text,
    paragraphs,
    runs_on,
    sentences,
)
from recotrack.importing.finding.found import Found, Item, LeftOut
from recotrack.importing.finding.headings import inline_heading, is_title, list_heading, narrative_heading
from recotrack.importing.finding.joining import Joiner
from recotrack.importing.finding.lines import Line, Lines, ends_sentence, lines_of, printed
from recotrack.importing.finding.marks import mark_of
from recotrack.importing.finding.wording import before_narrative, is_demand, is_narrative, leads_in
from recotrack.importing.profile import Layout, Profile

_BY_EVIDENCE = Profile()
_LEAST_DEMANDS = 0.5
_MOST_LINES = 5000
"""Lines below a heading that its list may take."""
_MOST_HEADINGS = 200
_MOST_NARRATIVES = 12
_COMMA_AND = re.compile(r",\s*(?:and|or)$")
_FURTHER = 400
"""Lines below a heading within which a lead-in is looked for."""


def find(text: str, profile: Profile = _BY_EVIDENCE) -> Found:
    """Finds the list of recommendations in a text.

    Args:
        text: a document as plain text.
        profile: what is known of how it is laid out; what is not is found by evidence.

    Returns:
        Its items with their layout and the evidence for it; or none, with the reason.
    """
    read = lines_of(text)
    if not read.lines:
        return Found((), "", "the document has no text", notes=read.notes)
    joiner = Joiner(line.text for line in read.lines)
    if profile.bullet:
        read = read._replace(lines=[_marked_so(line, profile) for line in read.lines])
    candidates = _under_headings(read.lines, joiner, profile)
    headings = len(candidates)
    good = [one for one in candidates if one.divided is not None]
    if not good and not profile.heading:
        good = _without_heading(read.lines, joiner)
    if not good:
        because = (
            "there is no heading of recommendations, and no list of demands before the narrative"
            if not headings
            else f"{headings} headings name recommendations, but no list of demands follows any of them"
        )
        return Found((), "", because, notes=read.notes)
    best = max(good, key=_weight)
    if best.divided is not None and len(best.divided.items) > MOST_ITEMS:
        because = (
            f"what stands under “{best.heading}” has more than {MOST_ITEMS} parts: that is no list of recommendations"
        )
        return Found((), "", because, notes=read.notes)
    return _told(read, best, [one for one in candidates if one is not best])


def _weight(candidate: "_Candidate") -> float:
    items = candidate.divided.items if candidate.divided else []
    return len(items) * demands_among(items)


def find_in(texts: Sequence[str], profile: Profile = _BY_EVIDENCE) -> tuple[int, Found]:
    """Finds the list in the one of several texts of a document that reads on best.

    Returns:
        The place of that text, and what was found in it.
    """
    found = [find(text, profile) for text in texts]
    best = max(range(len(found)), key=lambda place: (_soundness(found[place].items), -place))
    return best, found[best]


def _soundness(items: Sequence[Item]) -> float:
    """Tells how well items read: demands that end as most of them do."""
    stopped = sum(ends_sentence(item.text) for item in items) * 2 >= len(items)
    return sum((1.0 if is_demand(item.text) else -0.5) - (ends_sentence(item.text) != stopped) for item in items)


class _Candidate(NamedTuple):
    """A heading, and the list below it, if there is one, with the place of its first line."""

    heading: str
    divided: Divided | None
    start: int = 0


def _marked_so(line: Line, profile: Profile) -> Line:
    """Gives a line with the mark of a profile in place of its own."""
    for bullet in profile.bullet:
        if line.text.startswith(bullet):
            return line._replace(text=f"• {line.text[len(bullet) :].lstrip()}")
    return line


def _rest_of_heading(text: str, profile: Profile) -> str | None:
    """Gives what follows the heading of a list on its line; None where it has none."""
    if not profile.heading:
        return list_heading(text)
    for heading in profile.heading:
        if text.casefold().startswith(heading.casefold()):
            return text[len(heading) :].lstrip(": ")
    return None


def _same_heading(one: str, other: str) -> bool:
    """Tells whether a heading is another again, perhaps with word that it continues."""
    levelled = [re.sub(r"\W|cont(?:inued|d|\.)?(?=\W|$)", "", text.casefold()) for text in (one, other)]
    return levelled[0] == levelled[1]


def _up_to_end(lines: list[Line], profile: Profile) -> list[Line]:
    """Gives the lines before the one that a profile says a list ends at."""
    ends = tuple(end.casefold() for end in profile.end)
    if ends:
        for place, line in enumerate(lines):
            if line.text.casefold().startswith(ends):
                return lines[:place]
    return lines


def _under_headings(lines: list[Line], joiner: Joiner, profile: Profile) -> list[_Candidate]:
    found: list[_Candidate] = []
    taken = 0
    for place, line in enumerate(lines):
        if place < taken:
            continue
        rest = _rest_of_heading(line.text, profile)
        heading = line.text if not rest else line.text[: len(line.text) - len(rest)].strip()
        if rest is None:
            within = inline_heading(line.text) if not profile.heading else None
            if within is None:
                continue
            heading, rest = within
        if len(found) == _MOST_HEADINGS:
            break
        following = _up_to_end(lines[place + 1 : place + _MOST_LINES], profile)
        if rest:
            following = [line._replace(text=rest, gap=0), *following]
        layout = profile.layout or (Layout.MARKS if profile.bullet else None)
        if layout is None:
            divided = _divided(following, joiner, sole=bool(rest))
        else:
            divided = _divided_so(following, joiner, layout)
        start = place + 1 - bool(rest)
        if divided is None and not rest and (led := _led_in(lines, place + 1, joiner)):
            start, divided = led
        if divided is not None:
            between = [one for one in lines[taken:place] if not printed(one.text)]
            if found and not between and (last := found[-1]).divided and _same_heading(last.heading, heading):
                # The heading of a list is printed again where a page begins.
                whole = [*last.divided.items, *divided.items]
                merged = divided._replace(items=whole, end=start + divided.end - last.start)
                found[-1] = last._replace(divided=merged)
                taken = start + divided.end
                continue
            taken = start + divided.end
        found.append(_Candidate(heading, divided, start))
    return found


def _divided_so(lines: list[Line], joiner: Joiner, layout: Layout) -> Divided | None:
    """Divides in the layout that a profile names; what reads as a demand is not asked."""
    if not lines:
        return None
    if layout is Layout.MARKS:
        return by_marks(lines, joiner)
    if layout is Layout.LINES:
        texts = [line.text for line in lines]
        return _of_texts(texts, "a line each", len(lines))
    blocks = paragraphs(lines, joiner)
    if not blocks:
        return None
    if layout is Layout.PARAGRAPHS:
        return _of_texts([block.text for block in blocks], "a paragraph each", blocks[-1].end)
    first = blocks[0]
    if layout is Layout.SEMICOLONS:
        lead, parts = led(at_semicolons(first.text))
        return _of_texts(parts, "one sentence, divided by semicolons", first.end, lead)
    parts = [sentence for part in at_glue(first.text) for sentence in sentences(part)]
    return _of_texts(parts, "a sentence each", first.end)


def _led_in(lines: list[Line], start: int, joiner: Joiner) -> tuple[int, Divided] | None:
    """Looks further below a heading for marks that a paragraph leads in, as where a table stands between."""
    for place in range(start + 1, min(start + _FURTHER, len(lines))):
        if mark_of(lines[place].text) is None or not lines[place - 1].text.endswith(":"):
            continue
        begin = place - 1
        while begin > start and place - begin < 10 and not lines[begin].gap and not is_title(lines[begin - 1].text):
            begin -= 1
        if not leads_in(joiner.joined([line.text for line in lines[begin:place]])):
            continue
        if begin > start and is_title(lines[begin - 1].text):
            begin -= 1
        divided = by_marks(lines[begin:], joiner)
        if divided is not None and len(divided.items) > 1 and _is_list(divided):
            return begin, divided
    return None


def _divided(lines: Sequence[Line], joiner: Joiner, *, sole: bool, deeper: int = 3) -> Divided | None:
    """Divides what follows a heading in the layout that fits; None where nothing there reads as a list of demands."""
    if not lines:
        return None
    blocks = paragraphs(lines, joiner)
    marked = by_marks(lines, joiner)
    within = inline(blocks[0].text) if blocks else None
    within_one = marked is not None and within is not None and len(within[0]) > len(marked.items)
    if marked is not None and _is_list(marked) and not within_one:
        return marked
    if not blocks:
        return None
    first = blocks[0]
    if deeper and leads_in(first.text) and not is_demand(first.text) and first.end < len(lines):
        below = _divided(lines[first.end :], joiner, sole=False, deeper=deeper - 1)
        if below is None:
            return None
        items = [item._replace(lead_in=item.lead_in or first.text) for item in below.items]
        return below._replace(items=items, end=below.end + first.end)
    if within:
        lead, parts = led(within[0])
        return _of_texts(parts, within[1], first.end, within[2] or lead)
    glued = at_glue(first.text)
    if len(glued) > 1 and len(first.lines) > 1:
        glued = at_glue(before_narrative(glued_lines(first.lines, joiner)))
    if len(glued) > 2 and sum(map(is_demand, glued)) >= 0.8 * len(glued):
        return _of_texts(glued, "sentences glued together", first.end)
    each = _paragraph_each(blocks)
    line_each = by_lines(lines, joiner)
    lead, parts = led(at_semicolons(first.text))
    told = sentences(first.text)
    others = max(len(each), len(line_each.items) if line_each else 0)
    if len(told) > 4 and len(told) > 2 * others and sum(map(is_demand, told)) >= 0.8 * len(told):
        return _of_texts(told, "a sentence each", first.end)
    if line_each is not None and len(line_each.items) > max(len(each), 1) and _is_list(line_each):
        return line_each
    if len(each) > 1:
        texts = [block.text for block in each]
        return _of_texts(texts, "a paragraph each", each[-1].end)
    if len(parts) > 1 and sum(map(is_demand, parts)) >= 0.6 * len(parts):
        return _of_texts(parts, "one sentence, divided by semicolons", first.end, lead)
    if len(told) > 2 and all(map(is_demand, told)):
        return _of_texts(told, "a sentence each", first.end)
    if is_demand(first.text) and _asks(first.text) and (sole or ends_sentence(first.text)) and len(first.text) < 1500:
        return _of_texts([first.text], "one demand", first.end)
    return None


def _asks(text: str) -> bool:
    """Tells whether a demand that stands alone is one: a sentence, and no title that begins with a participle."""
    words = text.split()
    return len(words) > 4 and not words[0].lower().endswith("ing")


def _is_list(divided: Divided) -> bool:
    return demands_among(divided.items) >= _LEAST_DEMANDS


def _of_texts(texts: Sequence[str], layout: str, end: int, lead: str = "") -> Divided:
    items = [Item(text, None, lead or None) for one in texts if (text := own_text(one))]
    return Divided(items, layout, end, texts[-1])


def _paragraph_each(blocks: list[Paragraph]) -> list[Paragraph]:
    """Gives the paragraphs that are demands, up to narrative; one that is none may stand among them."""
    kept: list[Paragraph] = []
    for place, block in enumerate(blocks):
        if is_demand(block.text) or (
            kept
            and not is_narrative(block.text)
            and place + 1 < len(blocks)
            and is_demand(blocks[place + 1].text)
            and len(block.text) < 600
        ):
            kept.append(block)
        else:
            break
    return kept


def _without_heading(lines: list[Line], joiner: Joiner) -> list[_Candidate]:
    """Looks for a list whose heading was lost: demands right before the narrative of a TIP report."""
    ends = [place for place, line in enumerate(lines) if narrative_heading(line.text)]
    for end in ends[:_MOST_NARRATIVES]:
        before = lines[max(end - _MOST_LINES, 0) : end]
        marks = [place for place, one in enumerate(before) if mark_of(one.text)]
        starts = []
        if marks:
            first = marks[-1]
            for place in reversed(marks):
                if first - place > 12:
                    break
                first = place
            starts.append(first)
        breaks = [
            place
            for place, one in enumerate(before)
            if place and (one.gap or one.page or (ends_sentence(before[place - 1].text) and not before[place - 1].full))
        ]
        starts += reversed(breaks[-25:])
        best: Divided | None = None
        at = 0
        for start in starts:
            if start == 0 or (not is_narrative(before[0].text) and not before[:start]):
                continue
            divided = _divided(before[start:], joiner, sole=False)
            if divided is None or divided.end < len(before) - start or demands_among(divided.items) < 0.8:
                continue
            if len(divided.items) > 2 and (best is None or len(divided.items) > len(best.items)):
                best, at = divided, start
        if best is not None:
            return [_Candidate("", best, max(end - _MOST_LINES, 0) + at)]
    return []


def _told(read: Lines, best: _Candidate, others: Sequence[_Candidate]) -> Found:
    assert best.divided is not None
    items, layout = best.divided.items, best.divided.layout
    own = read.lines[best.start : best.start + best.divided.end]
    left = [LeftOut(text, "printed on the page") for line in own for text in line.passed]
    for other in others:
        if other.divided is None:
            left.append(LeftOut(other.heading, "a heading without a list of demands"))
        else:
            left.append(LeftOut(other.heading, f"another list of {len(other.divided.items)} stands under this heading"))
    notes = list(read.notes)
    cut = _is_cut(best.divided, read)
    if cut:
        notes.append("the document ends within the last item: it is cut off")
        if _COMMA_AND.search(best.divided.last):
            # What ends in a comma and `and` goes on: they are no part of the list here.
            items = [*items[:-1], items[-1]._replace(text=best.divided.last)]
    where = f"under “{best.heading}”" if best.heading else "before the narrative; a heading was not found"
    because = f"{len(items)} items, {layout}, {where}"
    return Found(tuple(items), layout, because, tuple(left), tuple(notes), cut)


def _is_cut(best: Divided, read: Lines) -> bool:
    """Tells whether the document ends within the last item."""
    last = read.lines[-1].text
    if not best.last or not last.endswith(best.last[-min(len(best.last), len(last), 20) :]):
        return False
    if ends_sentence(best.last):
        return False
    others = [item.text for item in best.items[:-1]]
    stopped = sum(ends_sentence(text) for text in others)
    return runs_on(best.last) or best.layout.startswith("one sentence") or (bool(others) and stopped > len(others) / 2)
