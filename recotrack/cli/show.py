"""`recotrack show`."""

import click

from recotrack.cli.app import App, complete_ids, formats


@click.command()
@click.argument("id", shell_complete=complete_ids)
@click.option("--rev", metavar="REV", help="Read a git revision instead of the work tree.")
@formats("text", "json")
@click.pass_obj
def command(app: App, id: str, rev: str | None, form: str) -> None:
    """Show one recommendation with its thread, updates and evidence."""
    from recotrack.analysis.standing import standings_of

    register = app.register(rev)
    app.refuse_unknown("recommendation", id, register.recommendations)
    standings = standings_of(register)
    if form == "json":
        from recotrack.views.json.showing import show_json

        app.put(show_json(register, standings, id))
        return
    from recotrack.views.terminal.showing import show_text

    app.put(show_text(register, standings, id, width=app.width(), paint=app.paint()))
