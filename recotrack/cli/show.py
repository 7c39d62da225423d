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
    if id not in register.recommendations:
        from difflib import get_close_matches

        close = get_close_matches(id, register.recommendations, n=3)
        hint = f" Near it: {', '.join(close)}." if close else ""
        raise click.UsageError(f"This register has no recommendation {id!r}.{hint}")
    standings = standings_of(register)
    if form == "json":
        from recotrack.views.json.showing import show_json

        app.put(show_json(register, standings, id))
        return
    from recotrack.views.terminal.showing import show_text

    app.put(show_text(register, standings, id, width=app.width(), paint=app.paint()))
