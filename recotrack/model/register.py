"""A register: all records loaded at one moment, from the work tree or a git revision."""

from typing import NamedTuple

from recotrack.model.diagnostics import Diagnostic
from recotrack.model.records import Matter, Metric, Recommendation, Settings, Source, StatusFile


class Register(NamedTuple):
    """All records by id, each mapping in the order of ids.

    Every recommendation has its source and every status file its recommendation: records
    that have not are left out and named in `faults`. `unreadable` are the ids of records that
    are there but have faults (and `recotrack` for the settings): what names them is not wrong
    for that.
    """

    settings: Settings
    sources: dict[str, Source]
    recommendations: dict[str, Recommendation]
    statuses: dict[str, StatusFile]
    matters: dict[str, Matter]
    faults: tuple[Diagnostic, ...] = ()
    unreadable: frozenset[str] = frozenset()
    metrics: dict[str, Metric] = {}

    def source_of(self, recommendation: Recommendation) -> Source:
        """Gives the source of a recommendation."""
        return self.sources[recommendation.source]

    def by_government(self, id: str) -> bool:
        """Tells whether a source, by its id, is of a series that the government itself publishes."""
        source = self.sources.get(id)
        series = self.settings.series.get(source.series) if source else None
        return series is not None and series.government

    def series_of(self, recommendation: Recommendation) -> tuple[str, str]:
        """Gives series and country of a recommendation: within them editions are compared."""
        source = self.sources[recommendation.source]
        return source.series, source.country
