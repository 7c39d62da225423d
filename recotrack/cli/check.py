"""`recotrack check`."""

from pathlib import Path

import click

from recotrack.cli.app import App, formats


@click.command()
@click.option(
    "--documents",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Also compare every text and quote with its document in DIR.",
)
@click.option("--rev", metavar="REV", help="Check a git revision instead of the work tree.")
@formats("text", "json", "github", "sarif")
@click.pass_obj
def command(app: App, documents: Path | None, rev: str | None, form: str) -> int:
    """Find every fault of the register.

    Each has a place, a code with a section in docs/checks.md, and where there is one, a way
    to mend it. The exit code is 1 where there are errors; warnings alone give 0.
    """
    from datetime import date

    from recotrack.analysis.checks import check
    from recotrack.analysis.quotes import compare_with_documents
    from recotrack.model.diagnostics import in_order
    from recotrack.model.terms import Severity
    from recotrack.views.terminal.checking import check_text, tally
    from recotrack.views.text import counted

    register = app.loaded(rev)
    found = check(register, date.today().isoformat())
    compared = None
    if documents is not None:
        compared = compare_with_documents(register, app.documents(register, documents))
        found = in_order((*found, *compared.diagnostics))
    if form == "json":
        from recotrack.views.json.checking import check_json

        app.put(check_json(found))
    elif form == "github":
        from recotrack.views.github import check_github

        app.put(check_github(found, app.prefix()))
    elif form == "sarif":
        from recotrack.views.sarif import check_sarif

        app.put(check_sarif(found, app.prefix()))
    else:
        app.put(check_text(found, app.paint()))
    held = (
        f"{counted(len(register.recommendations), 'recommendation')}, {counted(len(register.statuses), 'status file')}"
    )
    click.echo(f"{tally(found)} in {held}", err=True)
    if compared is not None:
        without = f"; no document for {', '.join(compared.without)}" if compared.without else ""
        click.echo(
            f"compared {counted(compared.texts, 'text')} and {counted(compared.quotes, 'distinct quote')} "
            f"with {counted(compared.documents, 'document')}{without}",
            err=True,
        )
    return int(any(diagnostic.severity is Severity.ERROR for diagnostic in found))
