"""What a document says of itself: the edition, the country, the rating."""

import re
from typing import NamedTuple

_YEAR = re.compile(
    r"\b(20\d\d) Trafficking in Persons Report\b|\bTrafficking in Persons Report:? (?:June |July )?(20\d\d)\b"
    r"|\bTRAFFICKING IN PERSONS REPORT:? (?:JUNE |JULY )?(20\d\d)\b",
    re.IGNORECASE,
)
_COUNTRY = re.compile(
    r"\b[Tt]he [Gg]overnment of (?:the )?((?:[A-ZÀ-Þ][\w’'.-]+)(?: (?:and|of|the|[A-ZÀ-Þ][\w’'.-]+)){0,4}?)"
    r"(?= (?:does|fully|meets|did|is|has|made|demonstrated|was)\b)"
)
_RATING = re.compile(r"\b(?:remained on|upgraded to|downgraded to|placed on|is on) (Tier [123](?: Watch List)?)\b")
_TITLE = re.compile(r"^(?:[A-ZÀ-Þ’'. -]{3,60}?)(?::|\s*[(|–-])\s*(Tier [123](?: Watch List)?)\b", re.MULTILINE)


class Origin(NamedTuple):
    """What a text says of itself; None where it does not."""

    year: int | None
    country: str | None
    rating: str | None


def origin_of(text: str) -> Origin:
    """Gives edition, country and rating as the beginning of a document states them.

    Args:
        text: the beginning of the document.

    Returns:
        What it states. The year is that of a report's title; where different ones are named,
        none is given.
    """
    flat = " ".join(text.split())
    years = {int(year) for found in _YEAR.findall(flat[:4000]) for year in found if year}
    country = _COUNTRY.search(flat)
    rating = _TITLE.search(text[:4000]) or _RATING.search(flat)
    return Origin(
        years.pop() if len(years) == 1 else None, country[1] if country else None, rating[1] if rating else None
    )
