"""Words of two texts: whether they are the same, and which were taken out or put in."""

import re
from typing import NamedTuple
from unicodedata import normalize

_JOINERS = re.compile("[-\u00ad\u2010\u2011'\u2018\u2019\u02bc]")
_OTHER = re.compile(r"[^\w]+|_")
_TOKEN = re.compile(r"\s*(?:[^\W_]+(?:[-'\u2010\u2011\u2019][^\W_]+)*|[^\w\s]|_)")


_MOST_PAIRS = 4_000_000
"""Pairs of words up to which two texts are compared: the method takes their square, or worse."""


class WordChange(NamedTuple):
    """A run of words: `op` is `equal`, `insert` or `delete`."""

    op: str
    text: str


def levelled(text: str) -> str:
    """Gives a text with case, punctuation, hyphens and apostrophes levelled.

    Hyphens and apostrophes join what they stand between, other punctuation divides:
    `NGOs’ anti-trafficking work.` gives `ngos antitrafficking work`. Letters count as the same
    however they are composed, and the dotted capital of Turkic languages as the one of `i`.
    """
    folded = normalize("NFC", text).replace("\u0130", "i").casefold()
    return _OTHER.sub(" ", _JOINERS.sub("", folded)).strip()


def same_words(one: str, other: str) -> bool:
    """Tells whether two texts have the same words in the same order once levelled."""
    return levelled(one) == levelled(other)


class _Run(NamedTuple):
    same: bool
    before: list[str]
    after: list[str]


def word_changes(before: str, after: str) -> tuple[WordChange, ...]:
    """Gives the words that lead from one text to another.

    The runs that are equal or deleted make up `before` exactly, those equal or inserted
    `after`. White space counts as part of the word that it precedes. Ratcliff and Obershelp's
    method as `difflib` has it, without its heuristic for popular elements, which drops
    frequent words of long texts. A single word that stayed between changed ones is counted
    among them: an `and` that two unlike passages share tells nothing. Words are paired without
    regard to case; one whose case differs is deleted and inserted. Texts of thousands of
    words, of which no list consists, count as changed as a whole.
    """
    if before == after:
        return (WordChange("equal", after),) if after else ()
    old, new = _tokens(before), _tokens(after)
    runs = _runs(old, new)
    changes: list[WordChange] = []
    gone = come = ""
    for place, (same, before_run, after_run) in enumerate(runs):
        between = 0 < place < len(runs) - 1
        if same and not (between and sum(any(map(str.isalnum, token)) for token in after_run) < 2):
            changes += [*_changed(gone, come), WordChange("equal", "".join(after_run))]
            gone = come = ""
        else:
            gone += "".join(before_run)
            come += "".join(after_run)
    return (*changes, *_changed(gone, come))


def _runs(old: list[str], new: list[str]) -> list[_Run]:
    """Gives runs of words that are the same, or not, with what each text has there."""
    from difflib import SequenceMatcher

    runs: list[_Run] = []

    def add(same: bool, one: list[str], other: list[str]) -> None:
        if runs and runs[-1].same is same:
            runs[-1].before.extend(one)
            runs[-1].after.extend(other)
        else:
            runs.append(_Run(same, one, other))

    if len(old) * len(new) > _MOST_PAIRS:
        return [_Run(False, old, new)]
    before, after = ([token.strip().casefold() for token in tokens] for tokens in (old, new))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            add(False, old[i1:i2], new[j1:j2])
            continue
        for one, other in zip(old[i1:i2], new[j1:j2], strict=True):
            word = one.lstrip()
            if word and one != other and word == other.lstrip():
                add(False, [one.removesuffix(word)], [other.removesuffix(word)])
                one = other = word
            add(one == other, [one], [other])
    return runs


def _changed(gone: str, come: str) -> list[WordChange]:
    return [WordChange(op, text) for op, text in (("delete", gone), ("insert", come)) if text]


def _tokens(text: str) -> list[str]:
    tokens = _TOKEN.findall(text)
    rest = text[sum(map(len, tokens)) :]
    return [*tokens, rest] if rest else tokens
