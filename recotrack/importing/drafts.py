"""Drafts: what was found, as the records of an edition, with the lineage that matching proposes."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import normalize

from recotrack.analysis.comparison import recommendations_of, relation_of
from recotrack.analysis.lineage import editions_of
from recotrack.analysis.matching.match import match
from recotrack.analysis.words import WordChange, word_changes
from recotrack.importing.documents.errors import DocumentError
from recotrack.importing.finding.found import Found
from recotrack.importing.table import Row
from recotrack.model.nodes import MappingNode, Origin
from recotrack.model.records import Link, Recommendation, Source
from recotrack.model.register import Register
from recotrack.model.terms import Relation


def origin_at(path: str) -> Origin:
    """Gives the origin of what is to be written to a file."""
    return Origin(path, MappingNode({}, 1, 1))


class Proposal(NamedTuple):
    """What matching says of drafts: their numbers, the earlier recommendations, the kind, the lowest score."""

    earlier: tuple[str, ...]
    numbers: tuple[int, ...]
    kind: Relation
    score: float


class Edition(NamedTuple):
    """An edition as it would be written.

    `before` is the edition loaded before it, if there is one; `dropped` are its recommendations
    that matching finds in no draft.
    """

    source: Source
    recommendations: tuple[Recommendation, ...]
    proposals: tuple[Proposal, ...]
    before: str | None
    dropped: tuple[str, ...]


class Difference(NamedTuple):
    """Where a document and what is recorded of it differ; `recorded` or `found` is None where it has no such number."""

    number: int
    recorded: str | None
    found: str | None
    words: tuple[WordChange, ...]


def slug(text: str) -> str:
    """Gives a text as a part of an id."""
    bare = normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def recommendations_from(source: Source, found: Found) -> tuple[Recommendation, ...]:
    """Gives the drafts of a document, numbered from 1 in its order."""
    return tuple(
        Recommendation(
            f"{source.id}-{number:02}",
            source.id,
            source.year,
            number,
            item.text,
            origin_at(f"recommendations/{source.id}/{number:02}.yaml"),
            section=item.section,
            lead_in=item.lead_in,
        )
        for number, item in enumerate(found.items, start=1)
    )


def recommendations_in(source: Source, rows: Sequence[Row], themes: dict[str, str]) -> tuple[Recommendation, ...]:
    """Gives the drafts of the rows of one edition.

    Args:
        source: the edition.
        rows: its rows.
        themes: themes of the register, by their titles and ids in lower case; others are left out.

    Raises:
        DocumentError: two rows have one number, or a number is none.
    """
    made: dict[int, Recommendation] = {}
    for place, row in enumerate(rows, start=1):
        if row.number is not None and not re.fullmatch(r"0*[1-9][0-9]{0,4}", row.number):
            raise DocumentError(f"{row.number!r} is no number of a recommendation ({source.id}, row {place})")
        number = int(row.number) if row.number is not None else place
        if number > 99_999:
            raise DocumentError(f"{source.id} has more than 99,999 rows")
        if number in made:
            raise DocumentError(f"the number {number} stands twice in {source.id}")
        held = tuple(dict.fromkeys(themes[one.casefold()] for one in row.themes if one.casefold() in themes))
        if not themes:  # Without a list any id is a theme.
            held = tuple(dict.fromkeys(filter(None, map(slug, row.themes))))
        made[number] = Recommendation(
            f"{source.id}-{number:02}",
            source.id,
            source.year,
            number,
            row.item.text,
            origin_at(f"recommendations/{source.id}/{number:02}.yaml"),
            section=row.item.section,
            lead_in=row.item.lead_in,
            made_by=row.made_by,
            themes=held,
            addressees=row.addressees,
        )
    return tuple(made[number] for number in sorted(made))


def edition_with_lineage(register: Register, source: Source, drafts: tuple[Recommendation, ...]) -> Edition:
    """Gives drafts with what matching proposes that they continue, unconfirmed.

    They are matched with the edition loaded before theirs. A draft without a proposal has no
    lineage: nobody has looked.
    """
    series = (source.series, source.country)
    years = [year for year in editions_of(register, series) if year < source.year]
    if not years:
        return Edition(source, drafts, (), None, ())
    before = next(
        one for one in register.sources.values() if (one.series, one.country, one.year) == (*series, years[-1])
        and any(r.source == one.id for r in register.recommendations.values())
    )  # fmt: skip
    earlier = recommendations_of(register, before)
    found = match([r.text for r in earlier], [r.text for r in drafts])
    links: dict[int, list[Link]] = {}
    for proposal in found:
        one, other = earlier[proposal.earlier], drafts[proposal.later]
        link = Link(one.id, relation_of(proposal, found, one, other), False)
        links.setdefault(proposal.later, []).append(link)
    with_links = tuple(
        draft._replace(continues=tuple(links[place])) if place in links else draft for place, draft in enumerate(drafts)
    )
    proposals: list[Proposal] = []
    for place in range(len(drafts)):
        own = [proposal for proposal in found if proposal.later == place]
        if len(own) > 1:
            ids = tuple(earlier[one.earlier].id for one in own)
            score = min(one.score for one in own)
            proposals.append(Proposal(ids, (drafts[place].number,), Relation.MERGED, score))
        elif own:
            same = [one for one in found if one.earlier == own[0].earlier]
            if len(same) > 1 and same[0] is not own[0]:
                continue
            numbers = tuple(drafts[one.later].number for one in same)
            kind = relation_of(own[0], found, earlier[own[0].earlier], drafts[place])
            proposals.append(Proposal((earlier[own[0].earlier].id,), numbers, kind, min(one.score for one in same)))
    reached = {proposal.earlier for proposal in found}
    dropped = tuple(r.id for place, r in enumerate(earlier) if place not in reached)
    return Edition(source, with_links, tuple(proposals), before.id, dropped)


def differences(recorded: Sequence[Recommendation], drafts: Sequence[Recommendation]) -> tuple[Difference, ...]:
    """Gives where the drafts of a document differ from what is recorded of it, by number."""
    old, new = ({r.number: r for r in one} for one in (recorded, drafts))
    found = []
    for number in sorted(old.keys() | new.keys()):
        one, two = old.get(number), new.get(number)
        if one is None or two is None or (one.text, one.lead_in) != (two.text, two.lead_in):
            before, after = (r and " … ".join(filter(None, (r.lead_in, r.text))) for r in (one, two))
            found.append(Difference(number, before, after, word_changes(before or "", after or "")))
    return tuple(found)
