"""`recotrack link`."""

import sys
from typing import TYPE_CHECKING, Any

import click

from recotrack.cli.app import App, complete_ids, formats

if TYPE_CHECKING:
    from recotrack.analysis.linking import Candidate
    from recotrack.cli.linking import Desk
    from recotrack.model.register import Register

LEAST_ACCEPTED = 0.9
"""A score below is no ground to confirm what nobody has read."""

_MANY = 20
"""Pairs of editions from which progress is told."""


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID [ID]]", shell_complete=complete_ids)
@click.option(
    "--accept",
    type=click.FloatRange(LEAST_ACCEPTED, 1),
    metavar="SCORE",
    help=f"Confirm all lineage with this score or more ({LEAST_ACCEPTED} at least), unread.",
)
@click.option("--confirm", is_flag=True, help="Confirm the link between two recommendations.")
@click.option("--refuse", is_flag=True, help="Refuse it: remembered, and not proposed again.")
@click.option(
    "--relation",
    type=click.Choice(["repeated", "reworded", "narrowed", "broadened", "reintroduced"]),
    metavar="WORD",
    help="What a person calls it: narrowed or broadened; reintroduced over an edition without it.",
)
@click.option("--rationale", metavar="TEXT", help="Why, and what is arguable.")
@click.option("--related", is_flag=True, help="Only pairs between series that may be related.")
@click.option("--series", metavar="ID", help="Only lineage of this series.")
@click.option("--country", metavar="CODE", help="Only this country.")
@click.option("--again", is_flag=True, help="Also propose for recommendations whose lineage has been read.")
@click.option("--list", "listed", is_flag=True, help="List the proposals, also on a terminal.")
@click.option("--dry-run", is_flag=True, help="Show the changes as diffs and write nothing.")
@formats("text", "json")
@click.pass_obj
def command(
    app: App,
    ids: tuple[str, ...],
    accept: float | None,
    confirm: bool,
    refuse: bool,
    relation: str | None,
    rationale: str | None,
    related: bool,
    series: str | None,
    country: str | None,
    again: bool,
    listed: bool,
    dry_run: bool,
    form: str,
) -> None:
    """Walk through proposals of lineage, to confirm or refuse each.

    Each loaded edition is matched with the one before it. On a terminal every proposal is asked
    about, elsewhere all are listed; what has been read or refused is not proposed again. With one
    ID, only what may be before or after it; with two, that link alone. Pairs of
    different series come last: they may be related, and nothing is continued by it.

    A second link of one recommendation makes a merge of both, and a second one that continues
    the same a split; the records of all of them are kept right.
    """
    from recotrack.cli.linking import Desk

    register = app.register()
    for id in ids:
        app.refuse_unknown("recommendation", id, register.recommendations)
    if len(ids) > 2 or len(set(ids)) < len(ids):
        raise click.UsageError("One recommendation, or two different ones.")
    deciding = confirm or refuse or relation is not None
    if deciding and len(ids) != 2:
        raise click.UsageError("--confirm, --refuse and --relation take two recommendations.")
    if refuse and (confirm or relation):
        raise click.UsageError("A link is confirmed or refused, not both.")
    if accept is not None and (related or deciding or listed):
        raise click.UsageError("--accept goes with neither --related, --list nor a decision on one link.")
    if rationale is not None and not deciding:
        raise click.UsageError("--rationale goes with --confirm, --refuse or --relation.")
    for name, value, known in (
        ("series", series, {one.series for one in register.sources.values()}),
        ("country", country, {one.country for one in register.sources.values()}),
    ):
        if value is not None:
            app.refuse_unknown(name, value, known)
    desk = Desk(app, register, dry_run=dry_run)
    if len(ids) == 2:
        _one_link(desk, ids, confirm or relation is not None, refuse, relation, rationale, form)
        return
    lineage = [] if related else _lineage(register, series, country, again)
    lineage = [one for one in lineage if not ids or ids[0] in (one.earlier, one.later)]
    if accept is not None:
        desk.accept([one for one in lineage if one.score is not None and one.score >= accept], lineage)
        return
    between = _between(register, country) if related or series is None else []
    between = [one for one in between if not ids or ids[0] in (one.earlier, one.later)]
    if form == "json" or listed or not (sys.stdin is not None and sys.stdin.isatty()):
        _put(app, register, lineage, between, form)
    else:
        desk.walk(lineage, between, ask_the_rest=not (ids or related))


def _put(app: App, register: "Register", lineage: "list[Candidate]", related: "list[Candidate]", form: str) -> None:
    if form == "json":
        from recotrack.views.json.linking import link_json

        app.put(link_json(register, lineage, related))
        return
    from recotrack.views.terminal.linking import candidates_text

    app.put(candidates_text(register, lineage, related, width=app.width(), paint=app.paint()))


def _one_link(
    desk: "Desk",
    ids: tuple[str, ...],
    confirm: bool,
    refuse: bool,
    relation: str | None,
    rationale: str | None,
    form: str,
) -> None:
    from recotrack.analysis.linking import candidate_of
    from recotrack.model.terms import Relation

    register = desk.register
    candidate = candidate_of(register, ids[0], ids[1])
    if not (confirm or refuse):
        lineage, between = ([candidate], []) if candidate.relation else ([], [candidate])
        if form == "text" and not desk.dry_run and sys.stdin is not None and sys.stdin.isatty():
            desk.walk(lineage, between, ask_the_rest=False)
        else:
            _put(desk.app, register, lineage, between, form)
        return
    _refuse_what_is_not_so(register, candidate, relation, rationale, refuse)
    if relation is not None:
        candidate = candidate._replace(relation=Relation(relation))
    if refuse:
        desk.reject(candidate, rationale)
    else:
        desk.confirm(candidate, rationale, ())


def _refuse_what_is_not_so(
    register: "Register", candidate: "Candidate", relation: str | None, rationale: str | None, refuse: bool
) -> None:
    """Ends the run where a decision contradicts the texts or what is recorded."""
    from recotrack.analysis.lineage import graph_of
    from recotrack.analysis.words import same_words

    earlier, later = (register.recommendations[id] for id in (candidate.earlier, candidate.later))
    link = next((link for link in later.continues or () if link.id == earlier.id), None)
    if candidate.relation is None:
        if relation is not None:
            raise click.UsageError("They are of different series: related, without a relation of lineage.")
        if rationale is not None and not refuse:
            raise click.UsageError("A relation between series has no rationale of its own: write it into the record.")
        return
    if refuse:
        if any(one.id in (earlier.id, later.id) for one in (*earlier.refused, *later.refused)) and link is None:
            raise click.UsageError("It is refused already.")
        return
    same = same_words(earlier.text, later.text)
    if relation == "repeated" and not same:
        raise click.UsageError("Their words are not the same: reworded, narrowed or broadened.")
    if relation in ("reworded", "narrowed", "broadened") and same:
        raise click.UsageError("Their words are the same: repeated.")
    if relation == "reintroduced":
        graph = graph_of(register)
        between = [id for id in graph.children.get(earlier.id, ()) if register.recommendations[id[0]].year < later.year]
        if between:
            raise click.UsageError(f"{between[0][0]} continues {earlier.id}: it was not absent in between.")
    if link is not None and relation not in (None, str(link.relation)) and link.rationale and rationale is None:
        raise click.UsageError(f"The recorded rationale speaks of `{link.relation}`: give another with --rationale.")


def _lineage(register: "Register", series: str | None, country: str | None, again: bool) -> "list[Candidate]":
    from recotrack.analysis.linking import edition_pairs, lineage_candidates

    pairs = edition_pairs(register, series=series, country=country)
    found: list[Candidate] = []
    with _progress(pairs, "matching editions") as going:
        for earlier, later in going:
            found += lineage_candidates(register, earlier, later, again=again)
    return found


def _between(register: "Register", country: str | None) -> "list[Candidate]":
    from recotrack.analysis.linking import related_candidates, series_pairs

    found: list[Candidate] = []
    with _progress(series_pairs(register, country=country), "matching series") as going:
        for one, other in going:
            found += related_candidates(register, one, other)
    return found


def _progress(pairs: list[Any], label: str) -> Any:
    """Gives a bar on standard error where there are many pairs, else one that shows nothing."""
    return click.progressbar(pairs, label=label, file=sys.stderr, hidden=len(pairs) < _MANY)
