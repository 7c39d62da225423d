"""Loading what a test wrote, and registers made of records without any file."""

from collections.abc import Iterable

from recotrack.analysis.standing import Standing, standings_of
from recotrack.model.nodes import MappingNode, Origin
from recotrack.model.records import Link, Recommendation, Series, Settings, Source
from recotrack.model.register import Register
from recotrack.model.terms import Cadence, Relation
from tests.builder import Builder


def loaded(build: Builder) -> Register:
    """Loads a register and makes sure that nothing of it was left out."""
    register = build.load()
    assert register.faults == ()
    return register


def standing_of(build: Builder, id: str) -> Standing:
    return standings_of(loaded(build))[id]


def bare_source(id: str) -> Source:
    """Gives an edition of series and year as its id tells."""
    series, _, year = id.rpartition("-")
    return Source(id, series, "Office of Reports", f"Report {id}", "UTO", int(year), _origin(f"sources/{id}"))


def bare_recommendation(
    id: str, text: str = "Do what is right.", continues: tuple[Link, ...] | None = ()
) -> Recommendation:
    source, _, number = id.rpartition("-")
    origin = _origin(f"recommendations/{source}/{number}")
    return Recommendation(id, source, int(source[-4:]), int(number), text, origin, continues=continues)


def bare_link(id: str, relation: Relation = Relation.REWORDED, *, confirmed: bool = True) -> Link:
    return Link(id, relation, confirmed)


def bare_register(
    recommendations: Iterable[Recommendation], *, editions: Iterable[str] = (), cadence: Cadence | None = Cadence.ANNUAL
) -> Register:
    """Gives a register of the sources that the recommendations are from, and of `editions`."""
    known = {r.id: r for r in sorted(recommendations, key=lambda r: r.id)}
    ids = sorted({r.source for r in known.values()} | set(editions))
    series = {id.rpartition("-")[0]: Series(cadence=cadence) for id in ids}
    return Register(Settings(series=series), {id: bare_source(id) for id in ids}, known, {}, {})


def _origin(path: str) -> Origin:
    return Origin(f"{path}.yaml", MappingNode({}, 1, 1))
