"""The source of drafts: what was said of it, what the document says, and what the register knows."""

import re
from typing import Any, NamedTuple

from recotrack.importing.drafts import origin_at, slug
from recotrack.importing.origin import origin_of
from recotrack.model.records import Document, Source
from recotrack.model.register import Register
from recotrack.model.terms import Extent


class Described(NamedTuple):
    """Series, edition and country of a document, how each is known, and which options are missing.

    `notes` tell what a reader should look at: that the document speaks of another country, say.
    """

    series: str | None
    year: int | None
    country: str | None
    rating: str | None
    name: str | None
    known_by: dict[str, str]
    missing: tuple[str, ...]
    notes: tuple[str, ...]


def describe(register: Register, head: str, said: dict[str, Any]) -> Described:
    """Finds series, edition and country of a document.

    Args:
        register: the register that it would come into.
        head: the beginning of its text.
        said: what the options say.

    Returns:
        What is known, each with the reason; nothing is guessed without telling.
    """
    stated = origin_of(head)
    known_by: dict[str, str] = {}
    notes: list[str] = []
    series = said.get("series") or _series(register, head, known_by)
    year = said.get("year") or stated.year
    if year is not None and not said.get("year"):
        known_by["year"] = "the document's title says so"
    country = said.get("country") or _country(register, series, known_by)
    for name in ("series", "year", "country"):
        if said.get(name):
            known_by[name] = "given"
    if said.get("year") and stated.year not in (None, said["year"]):
        notes.append(f"the document calls itself the report of {stated.year}, not of {said['year']}")
    titles = [source.title for source in register.sources.values() if source.country == country]
    titles += [register.settings.title] if register.settings.title and country == register.settings.country else []
    named = [title for title in titles if country and country not in title]
    if stated.country and not any(stated.country in title for title in titles):
        if named and not said.get("country"):
            notes.append(
                f"the document speaks of the Government of {stated.country}, which no title of {country} names"
            )
            country = None
            known_by.pop("country", None)
        elif country:
            notes.append(f"the document speaks of the Government of {stated.country}, taken for {country}")
    issuer = said.get("issuer") or _issuer(register, series)
    missing = [f"--{name}" for name, value in (("series", series), ("year", year), ("country", country)) if not value]
    if not issuer:
        missing.append("--issuer")
    return Described(series, year, country, stated.rating, stated.country, known_by, tuple(missing), tuple(notes))


def source_of(
    register: Register, described: Described, said: dict[str, Any], document: tuple[str, str] | None, *, cut: bool
) -> Source:
    """Gives the source of a document; the recorded one where its edition is recorded.

    Args:
        register: the register.
        described: what is known of the document; what is not stands as `unknown` and 0, for drafts that are only shown.
        said: what the options say.
        document: name and SHA-256 of the file.
        cut: whether the document ends within its list: it is an extract then.
    """
    series, year, country = described.series or "unknown", described.year or 0, described.country or "unknown"
    for source in register.sources.values():
        if (source.series, source.country, source.year) == (series, country, year):
            return source
    id = source_id(register, series, country, year)
    return Source(
        id,
        series,
        said.get("issuer") or _issuer(register, described.series) or "unknown",
        said.get("title") or title_of(register, series, country, year, described.name or country),
        country,
        year,
        origin_at(f"sources/{id}.yaml"),
        published=said.get("published"),
        extent=Extent.EXTRACT if cut else Extent(said["extent"]) if said.get("extent") else None,
        rating=described.rating,
        url=said.get("url"),
        document=Document(*document) if document else None,
        note="Imported as drafts; texts and lineage are to be read beside the document.",
    )


def source_id(register: Register, series: str, country: str, year: int) -> str:
    """Gives the id of an edition: with its country, where the register has several or is of none."""
    countries = {source.country for source in register.sources.values()} | {register.settings.country or country}
    alone = countries == {country} and register.settings.country is not None
    return f"{series}-{year}" if alone else f"{series}-{slug(country)}-{year}"


def title_of(register: Register, series: str, country: str, year: int, name: str) -> str:
    """Gives a title after that of the newest edition of the series and country, or of the series and a name."""
    editions = [one for one in register.sources.values() if (one.series, one.country) == (series, country)]
    for source in sorted(editions, key=lambda one: -one.year):
        if str(source.year) in source.title:
            return source.title.replace(str(source.year), str(year))
    declared = register.settings.series.get(series)
    return f"{(declared.title if declared else None) or series} {year}, {name}"


def _series(register: Register, head: str, known_by: dict[str, str]) -> str | None:
    declared = register.settings.series
    flat = " ".join(head.split()).casefold()
    for id, series in declared.items():
        if series.title and re.sub(r"s\b", "", series.title.casefold()) in re.sub(r"s\b", "", flat):
            known_by["series"] = "its title stands in the document"
            return id
    if re.search(r"\btier [123]\b", flat):
        reports = [id for id, one in declared.items() if "trafficking in persons" in (one.title or "").casefold()]
        if len(reports) == 1:
            known_by["series"] = "the document places the country on a tier, as that series does"
            return reports[0]
    if len(declared) == 1:
        known_by["series"] = "the register has no other"
        return next(iter(declared))
    return None


def _country(register: Register, series: str | None, known_by: dict[str, str]) -> str | None:
    if register.settings.country:
        known_by["country"] = "that of the register"
        return register.settings.country
    countries = {one.country for one in register.sources.values() if series in (None, one.series)}
    if len(countries) == 1:
        known_by["country"] = "that of the other editions"
        return countries.pop()
    return None


def _issuer(register: Register, series: str | None) -> str | None:
    declared = register.settings.series.get(series) if series else None
    if declared is not None and declared.issuer:
        return declared.issuer
    editions = sorted((one for one in register.sources.values() if one.series == series), key=lambda one: one.year)
    return editions[-1].issuer if editions else None
