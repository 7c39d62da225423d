"""Names of sources and standings as people read them, the same in every view."""

from recotrack.analysis.lineage import loaded_years, not_loaded
from recotrack.analysis.standing import Entry, Standing, is_contested
from recotrack.model.records import Matter, Period, Recommendation, Side, Source
from recotrack.model.register import Register
from recotrack.model.terms import Basis, Currency, Extent, Flag, Implementation, MatterRelation, Relation
from recotrack.views.language import say
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
        return say("closed")
    if standing.finding is None:
        if standing.claim is None:
            return in_words(Implementation.NOT_ASSESSED)
        return say("claimed {level}", level=in_words(standing.claim.update.implementation))
    label = in_words(standing.implementation)
    if standing.finding.baseline:
        label = say("{level} at publication", level=label)
    if standing.arguable:
        label = say("{level}, arguable", level=label)
    return label


def basis_label(register: Register, entry: Entry, recommendation: Recommendation) -> str:
    """Gives who says so, by name where the records tell it."""
    match entry.basis:
        case Basis.ISSUING_BODY:
            return register.source_of(recommendation).issuer
        case Basis.GOVERNMENT_CLAIM:
            return say("the government")
        case Basis.OWN_ASSESSMENT:
            return say("our own assessment")
        case Basis.THIRD_PARTY:
            if entry.update.via is not None:
                return say("a third party, relayed by {source}", source=source_label(register, entry.update.via))
            issuers = dict.fromkeys(
                register.sources[evidence.source].issuer
                for evidence in entry.update.evidence
                if evidence.source in register.sources
            )
            return say("third party: {issuers}", issuers=", ".join(issuers)) if issuers else say("a third party")


def covers_label(covers: Period | None) -> str:
    """Tells the time something speaks of, or that it is unknown."""
    return say("covers {period}", period=covers) if covers else say("period not stated")


def when_label(entry: Entry) -> str:
    """Tells how an entry lies to the recommendation in time: its own edition's words, or later ones; or a claim."""
    return say("claimed") if entry.claim else say("at publication") if entry.baseline else say("since publication")


def editions_label(register: Register, series: tuple[str, str]) -> str:
    """Names the loaded editions of a series and those between that are not."""
    loaded = loaded_years(register, series)
    label = series_label(register, *series)
    text = say("{series}: {years} loaded", series=label, years=years(loaded))
    missing = not_loaded(register, series, loaded[0], loaded[-1])
    if missing is None and len(loaded) > 1:
        return say("{loaded}; cadence not declared, so it is unknown which editions are missing", loaded=text)
    return say("{loaded}; {years} not loaded", loaded=text, years=years(missing)) if missing else text


RELATIONS = {
    MatterRelation.CONTRADICTION: "Contradiction",
    MatterRelation.CLAIM_AGAINST_OUTCOME: "A measure is claimed, and an outcome found: both can be true",
    MatterRelation.SCOPE_DIFFERS: "Different things, or different in breadth: both can be true",
    MatterRelation.DIFFERENT_PERIOD: "Different times: both can be true",
}
"""How a claim and a finding relate, in words that both sides can hear."""


def relation_label(matter: Matter) -> str:
    """Tells how the two sides of a matter relate."""
    if matter.relation is MatterRelation.CONTRADICTION:
        if is_contested(matter):
            return say("Contradiction over the same time")
        return say("Contradiction though they are not shown to speak of the same time")
    return say(RELATIONS[matter.relation])


def side_basis(register: Register, side: Side) -> str:
    """Gives who speaks on a side of a matter: the issuers quoted, and whom they relay."""
    quoted = [(one.source, register.sources.get(one.source)) for one in side.evidence]
    issuers = listed(list(dict.fromkeys(source.issuer if source else id for id, source in quoted)))
    if side.via is not None or side.basis is Basis.THIRD_PARTY:
        return say("third parties, relayed by {issuers}", issuers=issuers)
    return issuers


SIDES = {"claim": "Claim", "finding": "Finding", "concession": "The government itself says"}
"""The sides of a matter as they are read."""


def side_labels(matter: Matter) -> list[tuple[str, Side]]:
    """Gives the sides of a matter under the names they are read by."""
    names = SIDES
    return [(say(names[key]), side) for key, side in matter.sides.items()]


def flag_sentence(register: Register, standing: Standing, flag: Flag) -> str:
    """Explains a flag of a recommendation in a sentence."""
    recommendation = register.recommendations[standing.id]
    match flag:
        case Flag.REPEATED:
            links = recommendation.continues or ()
            same = [link.id for link in links if link.confirmed and link.relation is Relation.REPEATED]
            return say("made before in the same words: {ids}", ids=listed(same))
        case Flag.UNREAD:
            return say("nobody has settled yet which earlier recommendations it continues")
        case Flag.NO_UPDATE:
            return say("no government action or inaction is recorded against it")
        case Flag.CLAIMED:
            return say("the government claims action; no finding by anybody else is recorded")
        case Flag.CONTESTED:
            titles = [m.title for m in _matters(register, standing) if is_contested(m)]
            return say("claim and finding contradict each other over the same time: {titles}", titles="; ".join(titles))
        case Flag.CLAIM_AND_FINDING:
            titles = [m.title for m in _matters(register, standing) if not is_contested(m)]
            return say("a claim and a finding stand side by side: {titles}", titles="; ".join(titles))
        case Flag.IMPLEMENTED_BUT_REPEATED:
            return _repeated_sentence(register, standing)
        case Flag.DROPPED_UNRESOLVED:
            following = _next_source(register, recommendation)
            source = source_label(register, following)
            if following.extent is Extent.EXTRACT:
                return say(
                    "not made again in {source}, of which an extract was at hand, "
                    "and not implemented by any recorded finding; absence closes nothing",
                    source=source,
                )
            return say(
                "not made again in {source} and not implemented by any recorded finding; absence closes nothing",
                source=source,
            )
        case Flag.REGRESSED:
            assert standing.step_down is not None
            before, after = standing.step_down
            return say(
                "{before} on {then}, {after} on {later}",
                before=in_words(before.update.implementation),
                then=before.update.date,
                after=in_words(after.update.implementation),
                later=after.update.date,
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
        where = say("there") if credited == [label] else say("in {source}", source=label)
        parts.append(say("asked again {where} {how} ({id})", where=where, how=say(AGAIN[relation]), id=later))
    by = listed(credited) or say("a finding without evidence")
    return say("credited in {sources}; {again}", sources=by, again="; ".join(parts))


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
            return say("in the newest loaded edition ({source})", source=source_label(register, recommendation.source))
        case Currency.CONTINUED:
            return say("continued by {ids}", ids=listed(list(standing.continued_by)))
        case Currency.ABSENT:
            return say("absent since {source}", source=source_label(register, _next_source(register, recommendation)))
