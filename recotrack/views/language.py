"""The fixed words of reports, in English or in a translation.

English words are their own keys, as in gettext: `say("open since {year}", year=2018)`. A translation is chosen for
the time of a rendering with `speaking`; what it does not hold stays English. Texts of records are never looked up.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from string import Formatter
from typing import NamedTuple

from recotrack.model.suggestions import did_you_mean


class Language(NamedTuple):
    """A language of reports: its code (BCP 47), its direction (`ltr` or `rtl`), and translations by English words."""

    code: str = "en"
    direction: str = "ltr"
    words: Mapping[str, str] = {}


ENGLISH = Language()
_SPOKEN: ContextVar[Language] = ContextVar("recotrack_language", default=ENGLISH)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Has `say` give the words of a language for a while."""
    token = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def spoken() -> Language:
    """Gives the language in use."""
    return _SPOKEN.get()


def say(words: str, /, **values: object) -> str:
    """Gives fixed words in the language in use, with values for the names in braces."""
    found = _SPOKEN.get().words.get(words, words)
    return found.format(**values) if values else found


def faults_of(words: Mapping[str, str], known: Mapping[str, str]) -> list[str]:
    """Tells what is wrong with a translation, in sentences: words that are not known, and braces that differ.

    Args:
        words: translations by English words.
        known: all fixed words, by themselves.
    """
    faults = []
    for english, other in words.items():
        if english not in known:
            hint = did_you_mean(english, known)
            faults.append(f"{english!r} is not among the fixed words" + (f": {hint}" if hint else ""))
            continue
        try:
            names = [{name for _, name, *_ in Formatter().parse(text) if name is not None} for text in (english, other)]
        except ValueError as error:
            faults.append(f"{english!r}: its translation cannot be read: {error}")
            continue
        if names[0] != names[1]:
            wanted = ", ".join(f"{{{name}}}" for name in sorted(names[0])) or "no braces"
            faults.append(f"{english!r}: its translation must have {wanted}")
    return faults
