"""Changed words as people want them told."""

from collections.abc import Iterable

from recotrack.analysis.words import WordChange, levelled, same_words


def readable(words: Iterable[WordChange]) -> list[WordChange]:
    """Gives the changes without those of case and punctuation alone, which stand as the later text has them."""
    shown: list[WordChange] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word.op == "delete" and rest and rest[0].op == "insert" and same_words(word.text, rest[0].text):
            word = WordChange("equal", rest.pop(0).text)
        elif word.op != "equal" and not levelled(word.text):
            word = WordChange("equal", word.text if word.op == "insert" else "")
        if word.op == "equal" and shown and shown[-1].op == "equal":
            word = WordChange("equal", shown.pop().text + word.text)
        shown.append(word)
    return shown
