"""Where each recommendation stands: computed from lineage and updates, never typed.

The rules are those that `docs/standing.md` numbers; comments name them by number.
"""

from itertools import pairwise
from typing import NamedTuple

from recotrack.analysis.lineage import Graph, Line, ancestors, editions_of, graph_of, lines_of
from recotrack.model.dates import last_day, overlap
from recotrack.model.records import Matter, Recommendation, StatusFile, Update
from recotrack.model.register import Register
from recotrack.model.terms import LEVELS, Basis, Currency, Flag, Implementation, MatterRelation, Relation

_BLANKS = {Implementation.NOT_ASSESSED: 0, Implementation.INSUFFICIENT_EVIDENCE: 1}


class Entry(NamedTuple):
    """An update as it speaks to one recommendation.

    `home` is the recommendation in whose file it is written and `place` its place there;
    `basis` is relative to the recommendation spoken to; `baseline` tells whether it is what
    the edition that makes the demand says of it.
    """

    update: Update
    home: str
    place: int
    basis: Basis
    baseline: bool

    @property
    def claim(self) -> bool:
        """Whether it rests on what the government says."""
        return self.basis is Basis.GOVERNMENT_CLAIM


class Standing(NamedTuple):
    """Where one recommendation stands.

    `entries` are all updates that speak to it, in the order of rule 1. `finding` is the
    entry that places it, `claim` the newest claim; either may be None. `editions` are the
    years of the loaded editions that made the demand. `step_down` is the pair of findings
    between which it regressed.
    """

    id: str
    entries: tuple[Entry, ...]
    finding: Entry | None
    claim: Entry | None
    closed: bool
    open: bool
    currency: Currency
    unread: bool
    lines: tuple[Line, ...]
    editions: tuple[int, ...]
    continues: tuple[str, ...]
    continued_by: tuple[str, ...]
    related: tuple[str, ...]
    matters: tuple[str, ...]
    step_down: tuple[Entry, Entry] | None
    flags: tuple[Flag, ...]

    @property
    def implementation(self) -> Implementation:
        """The level that the newest finding gives it (rule 1)."""
        return self.finding.update.implementation if self.finding else Implementation.NOT_ASSESSED

    @property
    def first_year(self) -> int:
        """The year of the earliest of its lines."""
        return self.lines[0].since

    @property
    def times_made(self) -> int:
        """In how many loaded editions the demand was made."""
        return len(self.editions)

    @property
    def arguable(self) -> bool:
        """Whether another reading of the finding is recorded."""
        return self.finding is not None and self.finding.update.alternative is not None


def standings_of(register: Register) -> dict[str, Standing]:
    """Gives the standing of every recommendation of a register, by id."""
    graph = graph_of(register)
    entries = _entries(register)
    related = _related(register)
    matters: dict[str, list[Matter]] = {}
    for matter in register.matters.values():
        for id in matter.recommendations:
            matters.setdefault(id, []).append(matter)
    loaded = {
        series: editions_of(register, series)
        for series in {register.series_of(r) for r in register.recommendations.values()}
    }
    unread = {id for id, r in register.recommendations.items() if _is_unread(r, loaded[register.series_of(r)][0])}
    unread_editions = {(register.series_of(r), r.year) for r in map(register.recommendations.__getitem__, unread)}
    standings = {}
    for id, recommendation in register.recommendations.items():
        years = loaded[register.series_of(recommendation)]
        later = next((year for year in years if year > recommendation.year), None)
        standings[id] = _standing(
            register,
            graph,
            recommendation,
            entries.get(id, ()),
            related.get(id, ()),
            matters.get(id, []),
            newest=later is None,
            unread=id in unread,
            read_after=(register.series_of(recommendation), later) not in unread_editions,
        )
    return standings


def _standing(
    register: Register,
    graph: Graph,
    recommendation: Recommendation,
    entries: tuple[Entry, ...],
    related: tuple[str, ...],
    matters: list[Matter],
    *,
    newest: bool,
    unread: bool,
    read_after: bool,
) -> Standing:
    id = recommendation.id
    findings = [entry for entry in entries if not entry.claim]
    claims = [entry for entry in entries if entry.claim]
    finding = _newest(findings)
    status: StatusFile | None = register.statuses.get(id)
    closed = status is not None and status.closed is not None
    continued_by = tuple(child for child, _ in graph.children.get(id, ()))
    currency = Currency.CONTINUED if continued_by else Currency.CURRENT if newest else Currency.ABSENT
    # Rule 3: what the edition itself says is never implementation since, so it closes nothing.
    implemented = (
        finding is not None and not finding.baseline and finding.update.implementation is Implementation.IMPLEMENTED
    )
    is_open = not closed and not continued_by and not implemented
    up = ancestors(graph, id)
    made = (recommendation, *(register.recommendations[other] for other in up))
    editions = {(*register.series_of(one), one.year) for one in made}
    falls = steps_down(entries)
    step_down = falls[-1] if falls else None
    flags = (
        (Flag.REPEATED, any(link.relation is Relation.REPEATED for link in graph.parents.get(id, ()))),
        (Flag.UNREAD, unread),
        (Flag.NO_UPDATE, not entries),
        (Flag.CLAIMED, finding is None and bool(claims)),
        (Flag.CONTESTED, any(is_contested(matter) for matter in matters)),
        (Flag.CLAIM_AND_FINDING, any(not is_contested(matter) for matter in matters)),
        (Flag.IMPLEMENTED_BUT_REPEATED, implemented and bool(continued_by)),
        (Flag.DROPPED_UNRESOLVED, currency is Currency.ABSENT and is_open and read_after),
        (Flag.REGRESSED, step_down is not None),
    )
    return Standing(
        id=id,
        entries=entries,
        finding=finding,
        claim=claims[-1] if claims else None,
        closed=closed,
        open=is_open,
        currency=currency,
        unread=unread,
        lines=lines_of(register, graph, id),
        editions=tuple(sorted(year for *_, year in editions)),
        continues=tuple(link.id for link in graph.parents.get(id, ())),
        continued_by=continued_by,
        related=related,
        matters=tuple(matter.id for matter in matters),
        step_down=step_down,
        flags=tuple(flag for flag, raised in flags if raised),
    )


def is_contested(matter: Matter) -> bool:
    """Tells whether a matter is a contradiction over periods that overlap (rule 9)."""
    if matter.relation is not MatterRelation.CONTRADICTION:
        return False
    return (
        matter.claim.covers is not None
        and matter.finding.covers is not None
        and overlap(matter.claim.covers, matter.finding.covers)
    )


def relative_basis(register: Register, update: Update, home: str, target: str) -> Basis:
    """Gives the basis of an update for a recommendation that it applies to.

    What a body says of its own demand is `issuing_body` there and `third_party` at another
    body's demand. A third party that is relayed (`via`) stays one.
    """
    relayed = update.via is not None
    if update.basis not in (Basis.ISSUING_BODY, Basis.THIRD_PARTY) or home == target:
        return update.basis
    issuer = register.source_of(register.recommendations[target]).issuer
    if update.evidence and not relayed:
        sources = [register.sources.get(evidence.source) for evidence in update.evidence]
        own = all(source is not None and source.issuer == issuer for source in sources)
    else:
        here = register.recommendations.get(home)
        own = update.basis is Basis.ISSUING_BODY and here is not None and register.source_of(here).issuer == issuer
    return Basis.ISSUING_BODY if own else Basis.THIRD_PARTY


def _entries(register: Register) -> dict[str, tuple[Entry, ...]]:
    """Gives the updates that speak to each recommendation, oldest first.

    Of two of the same day the later in its file comes later; a recommendation's own file
    comes after what others send to it.
    """
    found: dict[str, list[tuple[tuple[str, bool, str, int], Entry]]] = {}
    for home, status in register.statuses.items():
        for index, update in enumerate(status.updates):
            for target in dict.fromkeys((home, *update.applies_to)):
                recommendation = register.recommendations.get(target)
                if recommendation is None:
                    continue
                baseline = bool(update.evidence) and all(
                    evidence.source == recommendation.source for evidence in update.evidence
                )
                if not update.evidence:
                    baseline = bool(update.searched) and set(update.searched) == {recommendation.source}
                basis = relative_basis(register, update, home, target)
                entry = Entry(update, home, index, basis, baseline)
                found.setdefault(target, []).append(((last_day(update.date), home == target, home, index), entry))
    for entries in found.values():
        entries.sort(key=lambda pair: pair[0])
    return {target: tuple(entry for _, entry in entries) for target, entries in found.items()}


def _newest(findings: list[Entry]) -> Entry | None:
    """Gives the finding that places a recommendation: the newest that is least blank (rule 2)."""
    return max(reversed(findings), key=lambda entry: _BLANKS.get(entry.update.implementation, 2), default=None)


def steps_down(entries: tuple[Entry, ...]) -> tuple[tuple[Entry, Entry], ...]:
    """Gives the pairs of findings between which the level fell, oldest first (rule 8); blanks are no level."""
    levels = [entry for entry in entries if not entry.claim and entry.update.implementation in LEVELS]
    return tuple(
        (earlier, later)
        for earlier, later in pairwise(levels)
        if LEVELS.index(later.update.implementation) < LEVELS.index(earlier.update.implementation)
    )


def _is_unread(recommendation: Recommendation, first_edition: int) -> bool:
    """Tells whether there is an earlier edition and nobody has settled the lineage (rule 7)."""
    if recommendation.year <= first_edition:
        return False
    links = recommendation.continues
    return links is None or (bool(links) and not any(link.confirmed for link in links))


def _related(register: Register) -> dict[str, tuple[str, ...]]:
    """Gives what is related to each recommendation; being related is mutual."""
    found: dict[str, set[str]] = {}
    for id, recommendation in register.recommendations.items():
        for other in recommendation.related:
            if other in register.recommendations and other != id:
                found.setdefault(id, set()).add(other)
                found.setdefault(other, set()).add(id)
    return {id: tuple(sorted(others)) for id, others in found.items()}
