"""Partial dates as text: `2023`, `2023-06`, `2023-06-15` (ISO 8601, as far as known)."""

from recotrack.model.records import Period, Source

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_date(text: str, *, partial: bool = False) -> bool:
    """Tells whether a text is a date of the calendar.

    Args:
        text: what is written.
        partial: whether a year, or a year and a month, will do.
    """
    parts = text.split("-")
    if [len(part) for part in parts] not in ([[4], [4, 2], [4, 2, 2]] if partial else [[4, 2, 2]]):
        return False
    if not all(part.isascii() and part.isdigit() for part in parts):
        return False
    year, month, day = (int(part) for part in [*parts, "01", "01"][:3])
    return year > 0 and 1 <= month <= 12 and 1 <= day <= _days(year, month)


def _days(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _DAYS[month - 1]


def first_day(text: str) -> str:
    """Gives the first day that a partial date can mean, as text that sorts."""
    return text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text


def last_day(text: str) -> str:
    """Gives the last day that a partial date can mean, as text that sorts."""
    if len(text) == 7:
        return f"{text}-{_days(int(text[:4]), int(text[5:]))}"
    return f"{text}-12-31" if len(text) == 4 else text


def known_by(source: Source) -> str:
    """Gives the day by which a source was surely published.

    The last day that its date of publication can mean; where that date is not known, the
    later of the end of its edition's year and the end of the period it covers.
    """
    if source.published is not None:
        return last_day(source.published)
    year_end = f"{source.year:04}-12-31"
    return max(year_end, last_day(source.covers.end)) if source.covers else year_end


def overlap(one: Period, other: Period) -> bool:
    """Tells whether two periods can have a day in common."""
    return first_day(one.start) <= last_day(other.end) and first_day(other.start) <= last_day(one.end)
