"""Numbers as English prose writes them: `1,664`, `two`, `sixty-eight`, `100 thousand`."""

import re
from decimal import Decimal

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = {
    word: 10 * (place + 2)
    for place, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
}
_WORDS = {word: value for value, word in enumerate(_ONES)} | _TENS | {"no": 0, "none": 0, "once": 1, "twice": 2}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_TOKEN = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|[a-z]+")


def number_of(text: str) -> Decimal | None:
    """Gives the number that digits stand for; None where the text is words."""
    return Decimal(text) if text.lstrip("-")[:1].isdigit() else None


def numbers_in(text: str) -> set[Decimal]:
    """Gives every number that an English text names, in digits or words.

    `sixty-eight` gives 60 and 8 as well as 68, `100 thousand` gives 100 and 100,000: what a
    reader could take for the number is found, not more.
    """
    found: set[Decimal] = set()
    last: Decimal | None = None
    tens: Decimal | None = None
    for token in _TOKEN.findall(text.lower()):
        if token in _SCALES:
            last = (Decimal(1) if last is None else last) * _SCALES[token]
            found.add(last)
            tens = None
            continue
        if token[0].isdigit():
            last, tens = Decimal(token.replace(",", "")), None
        elif token in _WORDS:
            value = Decimal(_WORDS[token])
            last = tens + value if tens is not None and 0 < value < 10 else value
            found.add(value)
            tens = value if token in _TENS else None
        else:
            last = tens = None
            continue
        found.add(last)
    return found
