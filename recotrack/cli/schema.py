"""`recotrack schema`."""

from pathlib import Path

import click

from recotrack.cli.app import App
from recotrack.model.shapes import SHAPES


@click.command()
@click.argument("type", type=click.Choice(list(SHAPES)), required=False)
@click.option(
    "-o", "--output", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="Write all into DIR."
)
@click.pass_obj
def command(app: App, type: str | None, output: Path | None) -> None:
    """Print or write JSON Schema for editors.

    TYPE is a type of file; without it, the types are listed. With -o, the schema of every type
    is written into DIR as TYPE.schema.json (or that of TYPE alone).
    """
    from recotrack.views.schema import schema_text

    if output is not None:
        from recotrack.store.writing import write_text

        for name in [type] if type else SHAPES:
            write_text(app.directory / output / f"{name}.schema.json", schema_text(SHAPES[name]))
        return
    if type is not None:
        app.put(schema_text(SHAPES[type]))
        return
    app.put("".join(f"{name:<16}{shape.about}\n" for name, shape in SHAPES.items()))
