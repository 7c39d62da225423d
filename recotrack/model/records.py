"""The records of a register, as the files hold them.

The fields of a record are the keys of its file (see `shapes`), and `origin` tells where it
was read. Dates are ISO 8601 text, complete or as far as known (`2023`, `2023-06`), so that
nothing is made more exact than its source; `dates` compares them.
"""

from typing import NamedTuple

from recotrack.model.nodes import Origin
from recotrack.model.terms import (
    Basis,
    Cadence,
    ClosingReason,
    Extent,
    Hedge,
    Implementation,
    MatterRelation,
    Relation,
    Response,
    Says,
    Stated,
)


class Period(NamedTuple):
    """A span of time; both ends belong to it and may be partial dates."""

    start: str
    end: str

    def __str__(self) -> str:
        return self.start if self.start == self.end else f"{self.start} to {self.end}"


class Document(NamedTuple):
    """The text that the quotes of a source are checked against."""

    file: str
    sha256: str


class Source(NamedTuple):
    """A published document."""

    id: str
    series: str
    issuer: str
    title: str
    country: str
    year: int
    origin: Origin
    covers: Period | None = None
    published: str | None = None
    language: str | None = None
    extent: Extent | None = None
    rating: str | None = None
    url: str | None = None
    archived: str | None = None
    document: Document | None = None
    note: str | None = None


class Link(NamedTuple):
    """One step of lineage: the recommendation that is continued, and how."""

    id: str
    relation: Relation
    confirmed: bool = False
    rationale: str | None = None


class Refusal(NamedTuple):
    """A recommendation that a person has found not to be continued by another, nor related to it."""

    id: str
    rationale: str | None = None


class Recommendation(NamedTuple):
    """One demand as published, verbatim, in one source.

    `continues` is None where nobody has looked for lineage yet, and empty where somebody
    has and found none.
    """

    id: str
    source: str
    year: int
    number: int
    text: str
    origin: Origin
    section: str | None = None
    lead_in: str | None = None
    made_by: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    continues: tuple[Link, ...] | None = None
    related: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    rationale: str | None = None


class Evidence(NamedTuple):
    """One contiguous verbatim passage with its source and place.

    `says` is None where the passage tells an outcome or a circumstance: neither action on the
    demand nor inaction.
    """

    source: str
    place: str
    quote: str
    says: Says | None = None


class Alternative(NamedTuple):
    """Another reading of an update that can be defended."""

    implementation: Implementation
    because: str


class Update(NamedTuple):
    """One dated entry of a status file."""

    date: str
    implementation: Implementation
    basis: Basis
    covers: Period | None = None
    via: str | None = None
    summary: str | None = None
    alternative: Alternative | None = None
    searched: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    applies_to: tuple[str, ...] = ()


class ResponseEntry(NamedTuple):
    """What the government said of the recommendation itself."""

    response: Response
    date: str
    source: str
    quote: str
    place: str | None = None


class Closing(NamedTuple):
    """A recommendation closed without having been implemented."""

    date: str
    reason: ClosingReason
    summary: str
    evidence: tuple[Evidence, ...] = ()


class StatusFile(NamedTuple):
    """The record of government action against one recommendation."""

    recommendation: str
    updates: tuple[Update, ...]
    origin: Origin
    response: ResponseEntry | None = None
    closed: Closing | None = None


class Side(NamedTuple):
    """One side of a matter: what is said, of which time, and where."""

    summary: str
    evidence: tuple[Evidence, ...]
    covers: Period | None = None
    basis: Basis | None = None
    via: str | None = None


class Matter(NamedTuple):
    """A subject on which a claim and a finding stand side by side.

    `concession` is what the government itself says is lacking or still to be done.
    """

    id: str
    title: str
    recommendations: tuple[str, ...]
    relation: MatterRelation
    summary: str
    claim: Side
    finding: Side
    origin: Origin
    concession: Side | None = None

    @property
    def sides(self) -> dict[str, Side]:
        """The sides by the keys they are written under."""
        sides = {"claim": self.claim, "finding": self.finding, "concession": self.concession}
        return {key: side for key, side in sides.items() if side is not None}


class Figure(NamedTuple):
    """One value of a metric, as one source gives it.

    `value` is a number as digits with a point (`210161`, `2.7`), or words where the metric is
    no number (`Tier 2`). `by` names the part it counts, by dimension (`sex: female`); empty for
    the whole. `stated` is None where the source states it plainly, of the time it reports on.
    """

    value: str
    covers: Period
    source: str
    place: str
    quote: str
    by: dict[str, str] = {}
    about: Hedge | None = None
    stated: Stated | None = None
    computation: str | None = None
    note: str | None = None


class Term(NamedTuple):
    """Values named in a sum: a metric (None for the one that the sum stands in) and a part of it."""

    metric: str | None = None
    by: dict[str, str] = {}


class Sum(NamedTuple):
    """Values of one source and time that may be expected to add up, and why."""

    covers: Period
    source: str
    total: Term
    parts: tuple[Term, ...]
    because: str


class Remark(NamedTuple):
    """What a reader of a metric must know and two values alone do not show."""

    text: str
    covers: Period | None = None
    evidence: tuple[Evidence, ...] = ()


class Metric(NamedTuple):
    """A number followed over time, with every value that any source gives."""

    metric: str
    title: str
    unit: str
    values: tuple[Figure, ...]
    origin: Origin
    note: str | None = None
    sums: tuple[Sum, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def id(self) -> str:
        """The id of the metric."""
        return self.metric


class Series(NamedTuple):
    """The editions of one kind by one issuer; `government` where it is the government itself."""

    title: str | None = None
    short: str | None = None
    issuer: str | None = None
    cadence: Cadence | None = None
    government: bool = False


class Settings(NamedTuple):
    """What `recotrack.yaml` says of a register."""

    format: int = 1
    title: str | None = None
    country: str | None = None
    hide_contributors: bool = False
    series: dict[str, Series] = {}
    taxonomies: dict[str, dict[str, str]] = {}
    origin: Origin | None = None
