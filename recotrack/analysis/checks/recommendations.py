"""Rules on recommendations by themselves and on the lists they form."""

from collections.abc import Iterator

from recotrack.model.diagnostics import Diagnostic, fault
from recotrack.model.records import Recommendation
from recotrack.model.register import Register
from recotrack.model.suggestions import did_you_mean


def check_recommendations(register: Register) -> Iterator[Diagnostic]:
    """Yields faults of recommendations: place, year, number, themes, bodies."""
    lists: dict[str, list[Recommendation]] = {}
    for recommendation in register.recommendations.values():
        yield from _place(register, recommendation)
        yield from _words(register, recommendation)
        lists.setdefault(recommendation.origin.path.split("/")[1], []).append(recommendation)
    for folder, members in lists.items():
        unreadable = {
            int(number)
            for prefix, _, number in (id.rpartition("-") for id in register.unreadable)
            if prefix == folder and number.isdigit()
        }
        yield from _numbers(sorted(members, key=lambda r: (r.number, r.id)), unreadable)


def _place(register: Register, recommendation: Recommendation) -> Iterator[Diagnostic]:
    at = recommendation.origin.at
    source = register.source_of(recommendation)
    _, folder, name = recommendation.origin.path.split("/")
    if recommendation.source != folder:
        message = f"the source is {recommendation.source}, but the folder is that of {folder}"
        yield fault("source-not-folder", at("source"), message, "move the file or mend the source")
    if recommendation.year != source.year:
        message = f"the year is {recommendation.year}, but {source.id} is the edition {source.year}"
        yield fault("year-not-source", at("year"), message)
    if recommendation.number != int(name.removesuffix(".yaml")):
        message = f"the number is {recommendation.number}, but the file is {name}"
        yield fault("number-not-file", at("number"), message, "name the file by the number")


def _numbers(members: list[Recommendation], unreadable: set[int]) -> Iterator[Diagnostic]:
    """Yields doubles and gaps; the numbers of unreadable records are there."""
    expected = 1
    for index, recommendation in enumerate(members):
        number = recommendation.number
        if index and number == members[index - 1].number:
            message = f"number {number} stands twice in the list, also at {members[index - 1].id}"
            yield fault("number-double", recommendation.origin.at("number"), message)
            continue
        missing = [gap for gap in range(expected, number) if gap not in unreadable]
        if missing:
            gap = str(missing[0]) if len(missing) == 1 else f"{missing[0]} to {missing[-1]}"
            message = f"number {gap} is missing before {number}"
            hint = "record the whole list: what is left out would look dropped"
            yield fault("number-gap", recommendation.origin.at("number"), message, hint)
        expected = number + 1


def _words(register: Register, recommendation: Recommendation) -> Iterator[Diagnostic]:
    at = recommendation.origin.at
    themes = register.settings.taxonomies.get("themes")
    for index, theme in enumerate(recommendation.themes):
        if themes is not None and theme not in themes:
            hint = did_you_mean(theme, themes) or f"known: {', '.join(themes)}"
            yield fault("unknown-theme", at("themes", index), f"the register has no theme {theme}", hint)
        if theme in recommendation.themes[:index]:
            yield fault("double-entry", at("themes", index), f"the theme {theme} stands twice")
    for index, name in enumerate(recommendation.mentions):
        if name not in recommendation.text:
            hint = "mentions are in the words of the text"
            yield fault("mention-not-in-text", at("mentions", index), f"the text does not contain `{name}`", hint)
    for index, name in enumerate(recommendation.addressees):
        if name not in recommendation.text and name not in (recommendation.lead_in or ""):
            hint = "addressees are in the words of the text or its lead-in"
            message = f"neither text nor lead-in contains `{name}`"
            yield fault("addressee-not-in-text", at("addressees", index), message, hint)
