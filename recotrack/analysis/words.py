"""Words of two texts: whether they are the same, and which were taken out or put in."""

import re
from typing import NamedTuple

_JOINERS = re.compile("[-\u00ad\u2010\u2011'\u2018\u2019\u02bc]")
_OTHER = re.compile(r"[^\w]+|_")
_TOKEN = re.compile(r"\s*(?:[^\W_]+(?:[-'\u2010\u2011\u2019][^\W_]+)*|[^\w\s]|_)")


class WordChange(NamedTuple):
    """A run of words: `op` is `equal`, `insert` or `delete`."""

    op: str
    text: str


def levelled(text: str) -> str:
    """Gives a text with case, punctuation, hyphens and apostrophes levelled.

    Hyphens and apostrophes join what they stand between, other punctuation divides:
    `NGOs’ anti-trafficking work.` gives `ngos antitrafficking work`.
    """
    return _OTHER.sub(" ", _JOINERS.sub("", text.casefold())).strip()


def same_words(one: str, other: str) -> bool:
    """Tells whether two texts have the same words in the same order once levelled."""
    return levelled(one) == levelled(other)


def word_changes(before: str, after: str) -> tuple[WordChange, ...]:
    """Gives the words that lead from one text to another.

    The runs that are equal or deleted make up `before` exactly, those equal or inserted
    `after`. White space counts as part of the word that it precedes. Ratcliff and Obershelp's
    method as `difflib` has it, without its heuristic for popular elements, which drops
    frequent words of long texts. A single word that stayed between changed ones is counted
    among them: an `and` that two unlike passages share tells nothing.
    """
    if before == after:
        return (WordChange("equal", after),) if after else ()
    from difflib import SequenceMatcher

    old, new = _tokens(before), _tokens(after)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changes: list[WordChange] = []
    gone = come = ""
    for index, (tag, i1, i2, j1, j2) in enumerate(codes):
        between = 0 < index < len(codes) - 1
        if tag != "equal" or (between and sum(any(map(str.isalnum, token)) for token in new[j1:j2]) < 2):
            gone += "".join(old[i1:i2])
            come += "".join(new[j1:j2])
            continue
        changes += _run(gone, come)
        gone = come = ""
        changes.append(WordChange("equal", "".join(new[j1:j2])))
    return (*changes, *_run(gone, come))


def _run(gone: str, come: str) -> list[WordChange]:
    return [WordChange(op, text) for op, text in (("delete", gone), ("insert", come)) if text]


def _tokens(text: str) -> list[str]:
    tokens = _TOKEN.findall(text)
    rest = text[sum(map(len, tokens)) :]
    return [*tokens, rest] if rest else tokens
