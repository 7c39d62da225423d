"""Names of sources and standings as people read them, the same in every view."""

from recotrack.analysis.lineage import loaded_years, not_loaded
from recotrack.analysis.standing import Entry, Standing, is_contested
from recotrack.model.records import Matter, Period, Recommendation, Side, Source
from recotrack.model.register import Register
from recotrack.model.terms import Basis, Currency, Extent, Flag, Implementation, MatterRelation, Relation
from recotrack.views.text import in_words, listed, visible, years


def series_label(register: Register, series: str, country: str | None = None) -> str:
    """Gives the short name of a series, or its id; with its country, if given, where the register has several."""
    declared = register.settings.series.get(series)
    name = visible((declared.short or declared.title if declared else None) or series)
    several = len({source.country for source in register.sources.values()}) > 1
    return f"{name} ({visible(country)})" if country is not None and several else name


def source_label(register: Register, source: str | Source) -> str:
    """Gives a source as `TIP 2024`, with its country where the register has several."""
    found = register.sources.get(source) if isinstance(source, str) else source
    if found is None:
        return str(source)
    several = len({one.country for one in register.sources.values()}) > 1
    country = f" ({visible(found.country)})" if several else ""
    return f"{series_label(register, found.series)} {found.year}{country}"


def standing_label(standing: Standing) -> str:
    """Gives where a recommendation stands, with what must be said beside it.

    `claimed` where there is a claim and no finding; `at publication` where the finding is the
    baseline; `arguable` where another reading is recorded.
    """
    if standing.closed:
        return "closed"
    if standing.finding is None:
        if standing.claim is None:
            return in_words(Implementation.NOT_ASSESSED)
        return f"claimed {in_words(standing.claim.update.implementation)}"
    label = in_words(standing.implementation)
    if standing.finding.baseline:
        label += " at publication"
    if standing.arguable:
        label += ", arguable"
    return label


def basis_label(register: Register, entry: Entry, recommendation: Recommendation) -> str:
    """Gives who says so, by name where the records tell it."""
    match entry.basis:
        case Basis.ISSUING_BODY:
            return register.source_of(recommendation).issuer
        case Basis.GOVERNMENT_CLAIM:
            return "the government"
        case Basis.OWN_ASSESSMENT:
            return "our own assessment"
        case Basis.THIRD_PARTY:
            if entry.update.via is not None:
                return f"a third party, relayed by {source_label(register, entry.update.via)}"
            issuers = dict.fromkeys(
                register.sources[evidence.source].issuer
                for evidence in entry.update.evidence
                if evidence.source in register.sources
            )
            return f"third party: {', '.join(issuers)}" if issuers else "a third party"


def covers_label(covers: Period | None) -> str:
    """Tells the time something speaks of, or that it is unknown."""
    return f"covers {covers}" if covers else "period not stated"


def when_label(entry: Entry) -> str:
    """Tells how an entry lies to the recommendation in time: its own edition's words, or later ones; or a claim."""
    return "claimed" if entry.claim else "at publication" if entry.baseline else "since publication"


def editions_label(register: Register, series: tuple[str, str]) -> str:
    """Names the loaded editions of a series and those between that are not."""
    loaded = loaded_years(register, series)
    label = series_label(register, *series)
    text = f"{label}: {years(loaded)} loaded"
    missing = not_loaded(register, series, loaded[0], loaded[-1])
    if missing is None and len(loaded) > 1:
        return f"{text}; cadence not declared, so it is unknown which editions are missing"
    return f"{text}; {years(missing)} not loaded" if missing else text


RELATIONS = {
    MatterRelation.CONTRADICTION: "Contradiction",
    MatterRelation.CLAIM_AGAINST_OUTCOME: "A measure is claimed, and an outcome found: both can be true",
    MatterRelation.SCOPE_DIFFERS: "Different things, or different in breadth: both can be true",
    MatterRelation.DIFFERENT_PERIOD: "Different times: both can be true",
}
"""How a claim and a finding relate, in words that both sides can hear."""


def relation_label(matter: Matter) -> str:
    """Tells how the two sides of a matter relate."""
    label = RELATIONS[matter.relation]
    if matter.relation is MatterRelation.CONTRADICTION:
        over = "over the same time" if is_contested(matter) else "though they are not shown to speak of the same time"
        return f"{label} {over}"
    return label


def side_basis(register: Register, side: Side) -> str:
    """Gives who speaks on a side of a matter: the issuers quoted, and whom they relay."""
    quoted = [(one.source, register.sources.get(one.source)) for one in side.evidence]
    issuers = listed(list(dict.fromkeys(source.issuer if source else id for id, source in quoted)))
    if side.via is not None or side.basis is Basis.THIRD_PARTY:
        return f"third parties, relayed by {issuers}"
    return issuers


def side_labels(matter: Matter) -> list[tuple[str, Side]]:
    """Gives the sides of a matter under the names they are read by."""
    names = {"claim": "Claim", "finding": "Finding", "concession": "The government itself says"}
    return [(names[key], side) for key, side in matter.sides.items()]


def flag_sentence(register: Register, standing: Standing, flag: Flag) -> str:
    """Explains a flag of a recommendation in a sentence."""
    recommendation = register.recommendations[standing.id]
    match flag:
        case Flag.REPEATED:
            links = recommendation.continues or ()
            same = [link.id for link in links if link.confirmed and link.relation is Relation.REPEATED]
            return f"made before in the same words: {listed(same)}"
        case Flag.UNREAD:
            return "nobody has settled yet which earlier recommendations it continues"
        case Flag.NO_UPDATE:
            return "no government action or inaction is recorded against it"
        case Flag.CLAIMED:
            return "the government claims action; no finding by anybody else is recorded"
        case Flag.CONTESTED:
            titles = [m.title for m in _matters(register, standing) if is_contested(m)]
            return f"claim and finding contradict each other over the same time: {'; '.join(titles)}"
        case Flag.CLAIM_AND_FINDING:
            titles = [m.title for m in _matters(register, standing) if not is_contested(m)]
            return f"a claim and a finding stand side by side: {'; '.join(titles)}"
        case Flag.IMPLEMENTED_BUT_REPEATED:
            return _repeated_sentence(register, standing)
        case Flag.DROPPED_UNRESOLVED:
            following = _next_source(register, recommendation)
            extract = ", of which an extract was at hand," if following.extent is Extent.EXTRACT else ""
            return (
                f"not made again in {source_label(register, following)}{extract} "
                "and not implemented by any recorded finding; absence closes nothing"
            )
        case Flag.REGRESSED:
            assert standing.step_down is not None
            before, after = standing.step_down
            return (
                f"{in_words(before.update.implementation)} on {before.update.date}, "
                f"{in_words(after.update.implementation)} on {after.update.date}"
            )


def _matters(register: Register, standing: Standing) -> list[Matter]:
    return [register.matters[id] for id in standing.matters]


def _repeated_sentence(register: Register, standing: Standing) -> str:
    finding = standing.finding
    assert finding is not None
    credited = sorted({source_label(register, evidence.source) for evidence in finding.update.evidence})
    parts = []
    for later in standing.continued_by:
        links = register.recommendations[later].continues or ()
        relation = next(link.relation for link in links if link.confirmed and link.id == standing.id)
        label = source_label(register, register.recommendations[later].source)
        where = "there" if credited == [label] else f"in {label}"
        parts.append(f"asked again {where} {AGAIN[relation]} ({later})")
    return f"credited in {listed(credited) or 'a finding without evidence'}; {'; '.join(parts)}"


AGAIN = {
    Relation.REPEATED: "in the same words",
    Relation.REWORDED: "in other words",
    Relation.NARROWED: "within a narrower demand",
    Relation.BROADENED: "within a wider demand",
    Relation.MERGED: "within a wider demand",
    Relation.SPLIT: "as one of several demands",
    Relation.REINTRODUCED: "after an edition without it",
}
"""How a demand was made again, by the relation of the link."""


def _next_source(register: Register, recommendation: Recommendation) -> Source:
    series = register.series_of(recommendation)
    with_list = {other.source for other in register.recommendations.values()}
    later = [
        source
        for source in register.sources.values()
        if (source.series, source.country) == series and source.year > recommendation.year and source.id in with_list
    ]
    return min(later, key=lambda source: source.year)


def currency_label(register: Register, recommendation: Recommendation, standing: Standing) -> str:
    """Tells whether the newest loaded edition makes a recommendation, in words."""
    match standing.currency:
        case Currency.CURRENT:
            return f"in the newest loaded edition ({source_label(register, recommendation.source)})"
        case Currency.CONTINUED:
            return f"continued by {listed(list(standing.continued_by))}"
        case Currency.ABSENT:
            return f"absent since {source_label(register, _next_source(register, recommendation))}"
