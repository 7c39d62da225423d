"""Marks that begin an item of a list: bullets, numbers, letters."""

import re
from typing import NamedTuple

BULLETS = "•●▪■◦‣∙·➢►✓❖\uf0b7\uf0a7\uf0d8\ufffd\x7f\x95"
_BULLET = re.compile(rf"(?:([{BULLETS}])\s*|([*+–—-])\s+|(o)\s+(?=[A-Z“\"]))(?=\S)")
_STAR = re.compile(r"\*(?=[A-Z“])")
_NUMBER = re.compile(r"(?:\((\d{1,3})\)|(\d{1,3})[.)])\s+(?=\S)")
_GLUED = re.compile(r"(\d{1,3})[.)](?=[A-Z“\"])")
_LETTER = re.compile(r"(?:\(([a-z])\)|([a-z])\))\s+(?=\S)")


class Mark(NamedTuple):
    """A mark: its kind (`bullet`, `dash`, `number`, `letter`), its sign, its value, and what follows it."""

    kind: str
    sign: str
    value: int
    rest: str


def mark_of(text: str) -> Mark | None:
    """Gives the mark that a line begins with, if there is one."""
    if (found := _STAR.match(text)) and text.count("*") % 2:
        return Mark("bullet", "*", 0, text[found.end() :])
    if found := _BULLET.match(text):
        if found[1]:
            return Mark("bullet", found[1], 0, text[found.end() :])
        return Mark("bullet" if found[2] in ("*", "+") else "dash", found[2] or "o", 0, text[found.end() :])
    if found := _NUMBER.match(text) or _GLUED.match(text):
        value = found[1] or found[2]
        return Mark(
            "number", "()" if text[0] == "(" else text[found.end(found.lastindex or 1)], int(value), text[found.end() :]
        )
    if found := _LETTER.match(text):
        letter = found[1] or found[2]
        return Mark("letter", "()" if text[0] == "(" else ")", ord(letter) - ord("a") + 1, text[found.end() :])
    return None
