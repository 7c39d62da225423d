"""`recotrack diff`."""

import click

from recotrack.cli.app import App, complete_sources, formats


@click.command()
@click.argument("a", shell_complete=complete_sources)
@click.argument("b", shell_complete=complete_sources)
@click.option("--series", metavar="ID", help="The series, where the years do not tell it.")
@click.option("--country", metavar="CODE", help="The country, where the years do not tell it.")
@click.option("--rev", metavar="REV", help="Read a git revision instead of the work tree.")
@click.option("--proposed", is_flag=True, help="Show what matching the texts proposes, not what is recorded.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where anything is not word for word the same.")
@formats("text", "json")
@click.pass_obj
def command(
    app: App,
    a: str,
    b: str,
    series: str | None,
    country: str | None,
    rev: str | None,
    proposed: bool,
    exit_code: bool,
    form: str,
) -> int:
    """Compare two editions of a series.

    A and B are years or ids of sources. Lineage as recorded and confirmed is shown; links are
    composed over editions in between. With --proposed the texts alone are matched, for any two
    editions: a proposal is no finding, and is confirmed by a person or not at all.
    """
    from recotrack.analysis.comparison import compare_editions
    from recotrack.analysis.editions import EditionError, find_editions

    register = app.register(rev)
    try:
        first, second = find_editions(register, a, b, series=series, country=country)
    except EditionError as error:
        from recotrack.views.text import visible

        raise click.UsageError(visible(str(error))) from None
    comparison = compare_editions(register, first, second, proposed=proposed)
    if form == "json":
        from recotrack.views.json.diffing import diff_json

        app.put(diff_json(comparison))
    else:
        from recotrack.views.terminal.diffing import diff_text

        app.put(diff_text(register, comparison, width=app.width(), paint=app.paint()))
    return int(exit_code and any(change.kind != "repeated" for change in comparison.changes))
