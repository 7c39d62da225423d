"""Which editions a person means by two years or two ids."""

from recotrack.model.records import Source
from recotrack.model.register import Register


class EditionError(Exception):
    """Words that do not tell two editions of one series; the message is for people."""


def find_editions(
    register: Register, first: str, second: str, *, series: str | None = None, country: str | None = None
) -> tuple[Source, Source]:
    """Finds two editions of one series and country.

    Args:
        register: where to look.
        first: a year or the id of a source.
        second: likewise.
        series: id of the series, where the words fit several.
        country: its country, likewise; case does not matter.

    Raises:
        EditionError: a word fits no loaded edition, or both together fit several pairs or none.
    """
    one = _fitting(register, first, series, country)
    two = _fitting(register, second, series, country)
    pairs = [(a, b) for a in one for b in two if (a.series, a.country) == (b.series, b.country)]
    with_lists = [pair for pair in pairs if any(_has_list(register, source) for source in pair)]
    pairs = with_lists or pairs
    if len(pairs) == 1:
        return pairs[0]
    if not pairs:
        raise EditionError(f"{one[0].id} and {two[0].id} are not editions of one series and country.")
    names = sorted({f"{a.series} ({a.country})" for a, _ in pairs})
    if len(names) > 1:
        fit = f"{first} and {second} fit several series: {', '.join(names)}."
        raise EditionError(f"{fit} Name one with --series or --country.")
    ids = sorted({source.id for pair in pairs for source in pair})
    raise EditionError(f"{first} and {second} fit several sources: {', '.join(ids)}. Name two by id.")


def _fitting(register: Register, word: str, series: str | None, country: str | None) -> list[Source]:
    found = [
        source
        for source in register.sources.values()
        if word in (source.id, str(source.year))
        and series in (None, source.series)
        and (country is None or country.casefold() == source.country.casefold())
    ]
    if found:
        return found
    within = "".join(f" of {what}" for what in (series, country) if what)
    loaded = ", ".join(sorted(source.id for source in register.sources.values())) or "none"
    raise EditionError(f"No edition {word}{within} is loaded. Loaded: {loaded}.")


def _has_list(register: Register, source: Source) -> bool:
    return any(recommendation.source == source.id for recommendation in register.recommendations.values())
