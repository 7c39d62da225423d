"""Text for people: what is unsafe made visible, words of the program put in plain English."""

from unicodedata import category, combining, east_asian_width

from recotrack.views.language import say

_SAFE_FORMAT = frozenset("\u00ad\u200c\u200d")
_UNSAFE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(text: str) -> str:
    r"""Gives a text with control characters, bidi marks and the like written as escapes.

    `\x1b[31m` cannot colour a terminal then, and U+202E cannot turn a line around. Line
    ends and tabs count as control characters too: records hold text on one line.
    """
    return text if text.isprintable() else "".join(map(_escaped, text))


def _escaped(character: str) -> str:
    if category(character) not in _UNSAFE_CATEGORIES or character in _SAFE_FORMAT:
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def width_of(text: str) -> int:
    """Gives the columns that a text takes on a terminal (East Asian wide characters take two)."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if combining(character) or category(character) in ("Cf", "Mn", "Me")
        else 2
        if east_asian_width(character) in "WF"
        else 1
        for character in text
    )


def wrapped(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    """Wraps a text at spaces.

    Args:
        text: the text; its line ends are kept.
        width: columns at the most; a longer word is broken.
        first: what the first line begins with.
        rest: what every other line begins with.

    Returns:
        The lines, at least one.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        line, used, empty = (rest if lines else first), width_of(rest if lines else first), True
        for word in part.split(" "):
            size = width_of(word)
            if not empty and used + 1 + size > width:
                lines.append(line)
                line, used, empty = rest, width_of(rest), True
            at = 0
            while empty and size > max(width - used, 1):
                head = _head(word, max(width - used, 1), at)
                lines.append(line + head)
                at += len(head)
                size -= width_of(head)
                line, used = rest, width_of(rest)
            line += word[at:] if empty else " " + word
            used += size if empty else size + 1
            empty = False
        lines.append(line)
    return lines


def shortened(text: str, width: int) -> str:
    """Gives the beginning of a text in whole words, with `…` where something is left out."""
    if width_of(text) <= width:
        return text
    head = _head(text, width - 1)
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:") + "…"


def in_words(term: str) -> str:
    """Gives a word of the controlled lists as it is read: `partly_implemented` has a space."""
    return say(term.replace("_", " "))


def counted(number: int, one: str, many: str | None = None) -> str:
    """Gives a number with its noun: `1 update`, `2 updates`."""
    return say(f"{{number}} {one if number == 1 else many or one + 's'}", number=number)


def listed(words: list[str]) -> str:
    """Joins words as a sentence does: `a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return say("{several} and {last}", several=", ".join(words[:-1]), last=words[-1])


def years(numbers: tuple[int, ...]) -> str:
    """Gives years with runs of three or more drawn together: `2018, 2020–2022`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def _head(text: str, width: int, start: int = 0) -> str:
    used = 0
    for index in range(start, len(text)):
        used += width_of(text[index])
        if used > width:
            return text[start : max(index, start + 1)]
    return text[start:]
