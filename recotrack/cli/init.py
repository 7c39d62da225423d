"""`recotrack init`."""

from pathlib import Path

import click

from recotrack.cli.app import App


@click.command()
@click.argument("directory", metavar="[DIR]", type=click.Path(file_okay=False, path_type=Path), default=Path())
@click.option(
    "--title", metavar="TEXT", default="Recommendations and their implementation", show_default=True, help="Title."
)
@click.option("--country", metavar="CODE", help="The country concerned (ISO 3166-1 alpha-3), where it is one.")
@click.pass_obj
def command(app: App, directory: Path, title: str, country: str | None) -> None:
    """Begin a register.

    In DIR (by default the current folder): recotrack.yaml, the folders for records, and JSON
    Schema with settings by which editors complete and check while typing. Nothing that is
    there already is overwritten.
    """
    from recotrack.model.shapes import SHAPES
    from recotrack.store.starter import StarterError, begin
    from recotrack.views.schema import schema_text

    schemas = {name: schema_text(shape) for name, shape in SHAPES.items()}
    try:
        made = begin(app.directory / directory, title=title, country=country, schemas=schemas)
    except StarterError as error:
        raise click.UsageError(str(error)) from None
    for path in made:
        click.echo(f"made {path}", err=True)
    click.echo("Next: describe a source in sources/, add its recommendations, run `recotrack check`.", err=True)
