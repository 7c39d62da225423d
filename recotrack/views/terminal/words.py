"""Changed words, marked in the text itself and in colour."""

from collections.abc import Iterable

from recotrack.analysis.words import WordChange
from recotrack.views.paint import Paint
from recotrack.views.text import visible, wrapped
from recotrack.views.words import readable

_MARKS = {"delete": ("[-", "-]"), "insert": ("{+", "+}")}


def marked(words: Iterable[WordChange], *, earlier: bool = False) -> str:
    """Gives words on one line, what is gone as `[-…-]` and what is new as `{+…+}`; `earlier` as in `readable`."""
    parts = []
    for word in readable(words, earlier=earlier):
        text = visible(word.text)
        if word.op == "equal":
            parts.append(text)
            continue
        opening, closing = _MARKS[word.op]
        inner = text.strip(" ")
        lead, tail = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
        parts.append(f"{lead}{opening}{inner}{closing}{tail}" if inner else text)
    return "".join(parts).strip(" ")


def marked_lines(
    words: Iterable[WordChange], width: int, paint: Paint, indent: str, *, earlier: bool = False
) -> list[str]:
    """Gives marked words wrapped and, where `paint` is on, coloured line by line."""
    lines = wrapped(marked(words, earlier=earlier), width, first=indent, rest=indent)
    if not paint.on:
        return lines
    painted = []
    state = ""
    for line in lines:
        body = line[len(indent) :]
        done = ""
        while body:
            if not state:
                starts = [(body.find(mark[0]), op) for op, mark in _MARKS.items() if mark[0] in body]
                if not starts:
                    done, body = done + body, ""
                    continue
                at, state = min(starts)
                done, body = done + body[:at], body[at:]
            closing = _MARKS[state][1]
            end = body.find(closing)
            run = body if end < 0 else body[: end + 2]
            done += paint.red(run) if state == "delete" else paint.green(run)
            body = body[len(run) :]
            if end >= 0:
                state = ""
        painted.append(indent + done)
    return painted
