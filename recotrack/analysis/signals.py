"""Signals in the wording of a demand that came back: hints for who reads it, never a status.

An author who asks to *implement* what was to be *developed* may take it that something was
developed; whether it was is for the evidence to say.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from recotrack.analysis.words import word_changes
from recotrack.model.register import Register
from recotrack.model.terms import Relation

STEPS: tuple[tuple[str, ...], ...] = (
    ("study", "explore", "assess", "examine"),
    ("draft", "develop", "design", "prepare", "formulate", "elaborate", "finalize"),
    ("adopt", "enact", "approve", "pass", "establish", "create", "institute", "introduce", "launch", "open"),
    ("implement", "apply", "enforce", "operationalize", "use", "execute"),
    ("strengthen", "improve", "increase", "enhance", "expand", "intensify", "broaden", "extend", "accelerate"),
)
"""Verbs by the step they ask for: look into, prepare, set up, carry out, do more of what is there."""

STEP_NAMES = ("look into it", "prepare it", "set it up", "carry it out", "do more of it")

WORDS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "continue": (
        ("continue", "sustain", "maintain"),
        "the author may see that it has begun",
        "it is asked without saying that it goes on",
    ),
    "consider": (
        ("consider", "encourage", "invite"),
        "it is to be considered, and was asked outright",
        "it is asked outright, and was to be considered",
    ),
    "adequate": (
        ("adequate", "adequately", "sufficient", "sufficiently", "appropriate"),
        "a measure of what is enough was added",
        "the measure of what is enough is gone",
    ),
    "fully": (
        ("fully", "consistently", "comprehensively", "systematically", "effectively"),
        "the author may see that it is done in part",
        "how far it is to go is no longer said",
    ),
}
"""Words by the kind of signal, with what it may suggest that they were gained, and that they were lost."""


class Signal(NamedTuple):
    """One hint: its kind, the words that were there and those that are, and what it may suggest."""

    kind: str
    before: str
    after: str
    hint: str


def signals_of(before: str, after: str) -> tuple[Signal, ...]:
    """Gives the signals between two wordings of one demand.

    Args:
        before: the earlier text.
        after: the later one.

    Returns:
        In order: words of `WORDS` that were gained or lost, then verbs that stepped along `STEPS`. Nothing for
        the same words.
    """
    found = []
    old, new = _words(before), _words(after)
    for kind, (words, gained, lost) in WORDS.items():
        one, other = _first(words, old), _first(words, new)
        if other and not one:
            found.append(Signal(f"gains-{kind}", "", other, gained))
        elif one and not other:
            found.append(Signal(f"loses-{kind}", one, "", lost))
    return (*found, *_steps(before, after))


def signals_of_step(register: Register, id: str) -> tuple[Signal, ...]:
    """Gives the signals from what a recommendation continues, by confirmed links, to its own words.

    None where it is part of a split: what one part lost, another may have.
    """
    recommendation = register.recommendations[id]
    links = [link for link in recommendation.continues or () if link.confirmed and link.id in register.recommendations]
    if not links or any(link.relation is Relation.SPLIT for link in links):
        return ()
    before = " ".join(register.recommendations[link.id].text for link in links)
    return signals_of(before, recommendation.text)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.casefold()))


def _first(words: tuple[str, ...], held: set[str]) -> str:
    for word in words:
        for form in (word, f"{word}s", f"{word[:-1]}ing" if word.endswith("e") else f"{word}ing", f"{word}d"):
            if form in held:
                return form
    return ""


_STEP: dict[str, int] = {}
for _number, _verbs in enumerate(STEPS):
    for _verb in _verbs:
        _stem = _verb[:-1] if _verb.endswith("e") else _verb
        _STEP |= {_verb: _number, f"{_stem}ing": _number}
_STEP |= {word.replace("iz", "is"): number for word, number in _STEP.items() if "iz" in word}


def _steps(before: str, after: str) -> list[Signal]:
    """Gives verbs that stand in the place of others of another step: those that open, then those put in for others."""
    turned = [(_opening(before), _opening(after))]
    changes = word_changes(before, after)
    for change, following in pairwise(changes):
        if change.op == "delete" and following.op == "insert":
            old, new = _verbs_in(change.text), _verbs_in(following.text)
            if old and new and not set(old) & set(new):
                turned.append((old[0], new[0]))
    found = []
    for one, other in dict.fromkeys(turned):
        if one and other and _STEP[one] != _STEP[other]:
            way = "a later" if _STEP[other] > _STEP[one] else "an earlier"
            hint = f"{way} step: it was to {STEP_NAMES[_STEP[one]]}, it is to {STEP_NAMES[_STEP[other]]}"
            found.append(Signal("verb-step", one, other, hint))
    return found


def _opening(text: str) -> str:
    """Gives the verb of a step among the first three words; empty where there is none."""
    return next(iter(_verbs_in(" ".join(text.split()[:3]))), "")


def _verbs_in(text: str) -> list[str]:
    return [word for word in re.findall(r"[a-z]+", text.casefold()) if word in _STEP]
