"""Changed words as people want them told."""

from collections.abc import Iterable

from recotrack.analysis.words import WordChange, levelled, same_words


def readable(words: Iterable[WordChange], *, earlier: bool = False) -> list[WordChange]:
    """Gives the changes without those of case and punctuation alone.

    These stand as the later text has them, or as the earlier one, so that what is equal or
    deleted makes that one up.
    """
    kept = "delete" if earlier else "insert"
    shown: list[WordChange] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word.op == "delete" and rest and rest[0].op == "insert" and same_words(word.text, rest[0].text):
            other = rest.pop(0)
            word = WordChange("equal", word.text if earlier else other.text)
        elif word.op != "equal" and not levelled(word.text):
            word = WordChange("equal", word.text if word.op == kept else "")
        if word.op == "equal" and shown and shown[-1].op == "equal":
            word = WordChange("equal", shown.pop().text + word.text)
        shown.append(word)
    return shown
