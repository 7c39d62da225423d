"""Text from records made safe in Markdown (CommonMark, and the tables of GitHub)."""

import re
from collections.abc import Iterable, Sequence

from recotrack.analysis.words import WordChange
from recotrack.views.text import visible
from recotrack.views.words import readable

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&#$])")
_LINE_START = re.compile(r"^(\d+)([.)])|^([-+=])")


def escaped(text: str) -> str:
    """Gives a text that reads as it stands: nothing in it is markup, a link or HTML."""
    text = _SPECIAL.sub(r"\\\1", visible(text))
    text = _LINE_START.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", text)
    # GitHub links bare addresses; a word joiner in an entity keeps the text but not the link.
    return text.replace("://", ":&#47;&#47;").replace("www.", "www&#46;").replace("@", "&#64;")


def changed(words: Iterable[WordChange]) -> str:
    """Gives changed words: what is gone struck through, what is new in bold."""
    parts: list[str] = []
    for word in readable(words):
        inner = word.text.strip(" ")
        lead, tail = word.text[: len(word.text) - len(word.text.lstrip(" "))], word.text[len(word.text.rstrip(" ")) :]
        mark = {"equal": "", "delete": "~~", "insert": "**"}[word.op] if inner else ""
        if parts and not lead and not parts[-1].endswith(" ") and (mark or _needs_space(parts[-1], inner)):
            lead = " "
        parts.append(f"{lead}{mark}{escaped(inner)}{mark}{tail}")
    return "".join(parts).strip(" ")


def _needs_space(before: str, after: str) -> bool:
    """Tells whether a closing mark would not be one: CommonMark wants no letter behind it after punctuation."""
    return before[-2:] in ("**", "~~") and not before[-3:-2].isalnum() and after[:1].isalnum()


def table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Gives a table; cells are escaped already."""
    from tabulate import tabulate

    return tabulate(rows, headers=headers, tablefmt="pipe", disable_numparse=True, stralign="left")
