"""Rules on sources."""

from collections.abc import Iterator

from recotrack.model.dates import first_day
from recotrack.model.diagnostics import Diagnostic, fault
from recotrack.model.register import Register


def check_sources(register: Register, today: str) -> Iterator[Diagnostic]:
    """Yields faults of sources: undeclared series, doubled editions, publication in the future."""
    declared = register.settings.series
    editions: dict[tuple[str, str, int], str] = {}
    with_list = {recommendation.source for recommendation in register.recommendations.values()}
    for id, source in register.sources.items():
        at = source.origin.at
        if source.series not in declared and "recotrack" not in register.unreadable:
            message = f"the series {source.series} is not declared in recotrack.yaml"
            hint = "declare it with its cadence, so that editions that are not loaded can be named"
            yield fault("undeclared-series", at("series"), message, hint)
        first = editions.setdefault((source.series, source.country, source.year), id) if id in with_list else id
        if first != id:
            message = f"{first} is the edition {source.year} of {source.series} ({source.country}) already"
            yield fault("double-edition", at("year"), message, "one source an edition")
        if source.published is not None and first_day(source.published) > today:
            yield fault("source-in-future", at("published"), f"published on {source.published}, after today ({today})")
        declared_issuer = declared[source.series].issuer if source.series in declared else None
        if declared_issuer is not None and declared_issuer != source.issuer:
            message = f"the issuer is {source.issuer}, that of the series {declared_issuer}"
            yield fault(
                "issuer-not-series", at("issuer"), message, "who says so is told by the issuer: write it one way"
            )
