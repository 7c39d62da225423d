"""`recotrack import`."""

import sys
from typing import TYPE_CHECKING, Any

import click

from recotrack.cli.app import App, formats

if TYPE_CHECKING:
    from recotrack.importing.drafts import Edition
    from recotrack.importing.finding.found import Found
    from recotrack.importing.profile import Profile
    from recotrack.importing.sourcing import Described
    from recotrack.model.records import Recommendation, Source
    from recotrack.model.register import Register


_LARGE = 500_000
"""Bytes from which on a terminal it is told that a document is being read."""

_MOST_WORDS = 50
"""Headings, bullets or ends of a profile: each is looked for in every line."""


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True))
@click.option("--series", metavar="ID", help="The series that the document is an edition of.")
@click.option("--year", type=click.IntRange(1800, 2999), metavar="YEAR", help="The edition.")
@click.option("--country", metavar="CODE", help="The country (ISO 3166-1 alpha-3).")
@click.option("--issuer", metavar="TEXT", help="The body that published it, where the series does not tell.")
@click.option("--title", metavar="TEXT", help="Title of the document.")
@click.option("--published", metavar="DATE", help="When it was published, as far as known.")
@click.option(
    "--extent", type=click.Choice(["whole", "extract"]), help="Whether the whole document is at hand, or an extract."
)
@click.option("--url", metavar="URL", help="Where it is published.")
@click.option(
    "--profile",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="YAML that tells the layout of another issuer's lists, or the columns of a table.",
)
@click.option("--encoding", metavar="NAME", help="The encoding of a text or table that is not UTF-8.")
@click.option("--dry-run", is_flag=True, help="Show the drafts and what they may continue; write nothing.")
@formats("text", "json")
@click.pass_obj
def command(
    app: App, /, file: str, profile: str | None, encoding: str | None, dry_run: bool, form: str, **said: Any
) -> None:
    """Read a document, find its recommendations and write drafts.

    FILE is a text, a saved web page, a PDF, or a table (CSV, JSON) whose columns a profile names;
    - reads from standard input. What is found is told with its evidence, and what was left out.
    Drafts have their lineage proposed and confirmed by nobody: `recotrack link` walks through it.

    Nothing is written over: an edition that is recorded already is compared with the document.
    """
    from recotrack.importing.documents.errors import DocumentError
    from recotrack.model.dates import is_date
    from recotrack.store.decode import is_id

    register = app.register()
    if said["published"] is not None and not is_date(said["published"], partial=True):
        raise click.BadParameter(
            f"{said['published']!r} is not a date (YYYY, YYYY-MM, YYYY-MM-DD).", param_hint="--published"
        )
    if said["series"] is not None and not is_id(said["series"]):
        raise click.BadParameter("a series has an id: small letters, digits and hyphens.", param_hint="--series")
    if said["country"] is not None and not (said["country"].strip() and said["country"].isprintable()):
        raise click.BadParameter("it must be one line of text.", param_hint="--country")
    known = _profile(app, profile, encoding)
    name, data = _bytes(file)
    try:
        if known.columns is not None:
            _table(app, register, data, name, known, said, dry_run, form)
        elif name.lower().endswith((".csv", ".tsv", ".json")):
            raise click.UsageError("A table needs --profile: a YAML file that says what its columns mean.")
        else:
            _document(app, register, data, name, known, said, dry_run, form)
    except DocumentError as error:
        from recotrack.views.text import visible

        raise click.ClickException(visible(f"{'standard input' if name == '-' else name}: {error}.")) from None


def _bytes(file: str) -> "tuple[str, bytes]":
    """Gives the name and the bytes of a document, at most one more than is read."""
    from recotrack.importing.confined import MAX_TABLE_BYTES as MAX_BYTES

    if file == "-":
        if sys.stdin is None:
            raise click.ClickException("there is no standard input.")
        return "-", sys.stdin.buffer.read(MAX_BYTES + 1)
    import os

    return os.path.basename(file), _read(file, MAX_BYTES)


def _read(file: str, most: int) -> bytes:
    """Reads a regular file, up to one byte more than a limit."""
    import os

    try:
        # Asked before it is opened: to open a pipe waits for a writer.
        if not os.path.isfile(file):
            raise click.ClickException(
                f"{file}: {'it is not a regular file' if os.path.exists(file) else 'no such file'}."
            )
        with open(file, "rb") as opened:
            return opened.read(most + 1)
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror or error}.") from None


def _profile(app: App, path: str | None, encoding: str | None) -> "Profile":
    from recotrack.importing.profile import PROFILE, Profile
    from recotrack.store.decode import decode
    from recotrack.store.reader import MAX_BYTES, read

    known = Profile()
    if path is not None:
        node, found = read(_read(path, MAX_BYTES), path)
        if node is not None:
            value, found = decode(node, PROFILE, path)
        if node is None or value is None:
            app.tell_faults(found)
            raise click.UsageError(f"{path} is no profile." if found else f"{path} is empty.")
        known = value
        if max(map(len, (known.heading, known.bullet, known.end))) > _MOST_WORDS:
            raise click.UsageError(f"{path} has more than {_MOST_WORDS} headings, bullets or ends.")
    return known._replace(encoding=encoding) if encoding is not None else known


def _document(
    app: App,
    register: "Register",
    data: bytes,
    name: str,
    profile: "Profile",
    said: dict[str, Any],
    dry_run: bool,
    form: str,
) -> None:
    from hashlib import sha256

    from recotrack.importing.confined import read_confined
    from recotrack.importing.drafts import edition_with_lineage, recommendations_from
    from recotrack.importing.finding.found import Found, Item, LeftOut
    from recotrack.importing.sourcing import describe, source_of

    if len(data) > _LARGE and sys.stderr is not None and sys.stderr.isatty():
        click.echo(f"reading {name} …", err=True)
    answer = read_confined(data, {"profile": profile._replace(columns=None)._asdict()})
    found = Found(
        tuple(Item(**one) for one in answer["items"]),
        answer["layout"],
        answer["because"],
        tuple(LeftOut(**one) for one in answer["left_out"]),
        tuple(answer["notes"]),
        answer["cut"],
    )
    described = describe(register, answer["head"], said)
    digest = sha256(data).hexdigest()
    document = None if name == "-" else (name, digest)
    source = source_of(register, described, said, document, cut=found.cut)
    edition = edition_with_lineage(register, source, recommendations_from(source, found))
    recorded = _recorded(register, source)
    if dry_run or form == "json":
        _put(app, register, found, described, edition, recorded, form, answer["kind"])
    else:
        _tell_found(app, found, described, answer["kind"])
    if dry_run:
        return
    if not found.items:
        click.echo("Nothing was written: there is no list to be recorded.", err=True)
        return
    if described.missing:
        raise click.UsageError(f"Missing: {', '.join(described.missing)}.")
    if recorded:
        _compare(app, source, recorded, edition, digest, register)
        return
    _write(app, register, edition)
    _summarise(register, edition)


def _recorded(register: "Register", source: "Source") -> "tuple[Recommendation, ...]":
    from recotrack.analysis.comparison import recommendations_of

    return recommendations_of(register, source)


def _tell_found(app: App, found: "Found", described: "Described", kind: str) -> None:
    from recotrack.views.terminal.importing import found_lines

    for line in found_lines(found, described, kind, app.width()):
        click.echo(line, err=True)


def _put(
    app: App,
    register: "Register",
    found: "Found",
    described: "Described",
    edition: "Edition",
    recorded: "tuple[Recommendation, ...]",
    form: str,
    kind: str,
) -> None:
    if form == "json":
        from recotrack.views.json.importing import import_json

        app.put(import_json(found, described, edition))
        return
    from recotrack.views.terminal.importing import drafts_text

    app.put(drafts_text(register, found, described, edition, kind, width=app.width(), paint=app.paint()))
    if recorded:
        click.echo(f"{edition.source.id} is recorded already.", err=True)


def _compare(
    app: App,
    source: "Source",
    recorded: "tuple[Recommendation, ...]",
    edition: "Edition",
    digest: str,
    register: "Register",
) -> None:
    """Tells where a document differs from what is recorded of it; nothing is written."""
    from recotrack.importing.drafts import differences
    from recotrack.views.terminal.importing import differences_text

    differing = differences(recorded, edition.recommendations)
    old = register.sources[source.id].document
    if old is not None and old.sha256 != digest:
        click.echo(f"The document is not the one that {source.id} was recorded from: its SHA-256 differs.", err=True)
    if not differing:
        click.echo(
            f"{source.id} is recorded already, with the same {len(recorded)} texts. Nothing was written.", err=True
        )
        return
    app.put(differences_text(source.id, differing, width=app.width(), paint=app.paint()))
    click.echo("Nothing was written: what people have recorded and confirmed is for them to change.", err=True)


def _write(app: App, register: "Register", edition: "Edition") -> None:
    from recotrack.store.editing.editions import write_edition
    from recotrack.store.editing.updates import EditError

    after = register._replace(
        sources={**register.sources, edition.source.id: register.sources.get(edition.source.id, edition.source)},
        recommendations={**register.recommendations, **{one.id: one for one in edition.recommendations}},
    )
    app.refuse_new_faults(register, after)
    try:
        paths = write_edition(app.root(), edition.source, edition.recommendations)
    except EditError as error:
        app.tell_faults(error.found)
        raise click.ClickException(f"{error}. Nothing was written.") from None
    click.echo(f"wrote {paths[0]} and {len(paths) - 1} files in recommendations/{edition.source.id}/", err=True)


def _summarise(register: "Register", edition: "Edition") -> None:
    from recotrack.analysis.lineage import not_loaded
    from recotrack.views.terminal.importing import summary
    from recotrack.views.text import years

    click.echo(summary(edition), err=True)
    if edition.before is not None:
        series = (edition.source.series, edition.source.country)
        missing = not_loaded(register, series, register.sources[edition.before].year, edition.source.year)
        gap = f"; {years(missing)} not loaded" if missing else ""
        click.echo(f"matched with {edition.before}{gap}: proposals, confirmed by nobody", err=True)


def _table(
    app: App,
    register: "Register",
    data: bytes,
    name: str,
    profile: "Profile",
    said: dict[str, Any],
    dry_run: bool,
    form: str,
) -> None:
    from recotrack.cli.tables import import_table

    import_table(app, register, data, name, profile, said, dry_run=dry_run, form=form)
