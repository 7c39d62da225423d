"""`recotrack list`."""

from typing import Any

import click

from recotrack.analysis.selection import SORTS
from recotrack.cli.app import App, complete_sources, formats
from recotrack.model.terms import Flag, Implementation


@click.command(name="list")
@click.option("--all", "everything", is_flag=True, help="Also those that are closed, continued or implemented.")
@click.option(
    "--status",
    multiple=True,
    type=click.Choice([str(word) for word in Implementation]),
    metavar="LEVEL",
    help=f"Implementation: {', '.join(Implementation)}.",
)
@click.option("--source", multiple=True, metavar="ID", shell_complete=complete_sources, help="Id of the source.")
@click.option("--series", multiple=True, metavar="ID", help="Id of the series.")
@click.option("--country", multiple=True, metavar="CODE", help="Country.")
@click.option("--year", multiple=True, type=int, help="Edition.")
@click.option("--theme", multiple=True, metavar="ID", help="Theme.")
@click.option("--addressee", multiple=True, metavar="TEXT", help="Part of the name of a body that is addressed.")
@click.option(
    "--flag",
    multiple=True,
    type=click.Choice([str(word) for word in Flag]),
    metavar="FLAG",
    help=f"Flag: {', '.join(Flag)}.",
)
@click.option("--search", metavar="WORDS", help="Words that text, lead-in or mentions contain.")
@click.option("--sort", type=click.Choice(SORTS), default="group", show_default=True, help="Order.")
@click.option(
    "--as-of",
    metavar="DATE",
    help="What was known of the world on a day (YYYY-MM-DD): later editions and updates left out.",
)
@click.option("--rev", metavar="REV", help="What the files said in a git revision, whatever day they speak of.")
@formats("table", "json")
@click.pass_obj
def command(
    app: App,
    /,
    everything: bool,
    sort: str,
    search: str | None,
    as_of: str | None,
    rev: str | None,
    form: str,
    **chosen: Any,
) -> None:
    """List recommendations, open ones unless asked otherwise.

    Several values of one option are alternatives; different options narrow together. The
    newest editions come first, then what they no longer contain, then other series. With
    --flag claim-and-finding (or contested), what both sides say is told below.
    """
    from recotrack.analysis.selection import Query, asks_for_settled, select
    from recotrack.analysis.standing import standings_of

    register = app.register(rev)
    chosen["status"] = tuple(Implementation(word) for word in chosen["status"])
    chosen["flag"] = tuple(Flag(word) for word in chosen["flag"])
    query = Query(all=everything, search=search, sort=sort, **chosen)
    _refuse_unknown(register, query)
    if as_of is not None:
        register = app.as_of(register, as_of)
    standings = standings_of(register)
    groups = select(register, standings, query)
    if form == "json":
        from recotrack.views.json.listing import list_json

        app.put(list_json(register, standings, groups))
        return
    from recotrack.views.terminal.listing import list_text

    wide = query.all or asks_for_settled(query)
    noun = "recommendation" if wide else "open recommendation"
    told = bool({Flag.CLAIM_AND_FINDING, Flag.CONTESTED} & set(query.flag))
    app.put(
        list_text(
            register,
            standings,
            groups,
            width=app.width(),
            paint=app.paint(),
            noun=noun,
            as_of=as_of,
            matters=told,
        )
    )
    if not wide:
        hidden = sum(len(group.ids) for group in select(register, standings, query._replace(all=True)))
        hidden -= sum(len(group.ids) for group in groups)
        if hidden:
            click.echo(f"{hidden} more that are not open (continued, implemented or closed): --all", err=True)


def _refuse_unknown(register: Any, query: Any) -> None:
    """Refuses ids that the register does not have: an empty list would look like an answer."""
    sources = register.sources.values()
    known = {
        "source": register.sources.keys(),
        "country": {source.country for source in sources},
        "year": {str(source.year) for source in sources},
        "series": {source.series for source in sources} | register.settings.series.keys(),
        "theme": {theme for r in register.recommendations.values() for theme in r.themes}
        | register.settings.taxonomies.get("themes", {}).keys(),
    }
    for name, ids in known.items():
        for value in getattr(query, name) if sources else ():
            if str(value).casefold() not in {known_id.casefold() for known_id in ids}:
                from recotrack.model.suggestions import did_you_mean

                hint = did_you_mean(str(value), sorted(ids)) or f"known: {', '.join(sorted(ids)) or 'none'}"
                raise click.BadParameter(f"this register has no {name} {value!r} ({hint})", param_hint=f"--{name}")
