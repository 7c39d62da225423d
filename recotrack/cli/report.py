"""`recotrack report`."""

from pathlib import Path

import click

from recotrack.cli.app import App, formats


@click.command()
@formats("markdown")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="Where to write it; `-` prints it. By default reports/status.md in the register.",
)
@click.option("--rev", metavar="REV", help="Read a git revision instead of the work tree.")
@click.pass_obj
def command(app: App, form: str, output: Path | None, rev: str | None) -> None:
    """Write the status report.

    The same register gives the same report, byte for byte.
    """
    from recotrack.analysis.standing import standings_of
    from recotrack.store.writing import write_text
    from recotrack.views.markdown.report import report_markdown

    register = app.register(rev, figures=True)
    text = report_markdown(register, standings_of(register))
    if output is not None and str(output) == "-":
        app.put(text)
        return
    path = app.root() / "reports" / "status.md" if output is None else app.directory / output
    if output is None and path.parent.is_symlink():
        raise click.UsageError("reports/ is a link, perhaps out of the register: name the file with -o.")
    write_text(path, text)
    click.echo(f"wrote {path.relative_to(app.root()) if output is None else output}", err=True)
