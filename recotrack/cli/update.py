"""`recotrack update`."""

from typing import TYPE_CHECKING, Any

import click

from recotrack.cli.app import App, complete_ids, complete_sources
from recotrack.cli.asking import NOTHING, ask_what_is_missing
from recotrack.model.terms import Basis, Implementation, Says

if TYPE_CHECKING:
    from pathlib import Path

    from recotrack.model.records import Evidence, Period, Update
    from recotrack.model.register import Register


@click.command()
@click.argument("id", shell_complete=complete_ids)
@click.option("--date", metavar="DATE", help="Publication of what it rests on; by default that of its newest source.")
@click.option("--covers", metavar="PERIOD", help="The time it speaks of: 2023, or 2023-04-01..2024-03-31.")
@click.option(
    "--implementation",
    type=click.Choice([str(word) for word in Implementation]),
    metavar="LEVEL",
    help=f"How far the demand is met: {', '.join(Implementation)}.",
)
@click.option(
    "--basis",
    type=click.Choice([str(word) for word in Basis]),
    metavar="BASIS",
    help=f"Who says so: {', '.join(Basis)}.",
)
@click.option("--via", metavar="ID", shell_complete=complete_sources, help="The source that relays who says so.")
@click.option("--summary", metavar="TEXT", help="One sober sentence.")
@click.option(
    "--alternative",
    type=click.Choice([str(word) for word in Implementation]),
    metavar="LEVEL",
    help="Another reading that can be defended, with --because.",
)
@click.option("--because", metavar="TEXT", help="Why the other reading can be defended.")
@click.option("--searched", multiple=True, metavar="ID", shell_complete=complete_sources, help="A source searched.")
@click.option("--source", multiple=True, metavar="ID", shell_complete=complete_sources, help="The source quoted.")
@click.option("--place", multiple=True, metavar="TEXT", help="Where in it: section or page.")
@click.option("--quote", multiple=True, metavar="TEXT", help="The passage, verbatim and contiguous.")
@click.option(
    "--says",
    multiple=True,
    type=click.Choice([*map(str, Says), NOTHING]),
    metavar="WORD",
    help=f"What it says of action on the demand: {', '.join(Says)}; {NOTHING} for an outcome or a circumstance.",
)
@click.option(
    "--applies-to", multiple=True, metavar="ID", shell_complete=complete_ids, help="Another one it speaks to."
)
@click.option(
    "--documents",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    help="Also compare the quotes with their documents in DIR.",
)
@click.option("--dry-run", is_flag=True, help="Show the change as a diff and write nothing.")
@click.pass_obj
def command(app: App, /, id: str, documents: str | None, dry_run: bool, **said: Any) -> None:
    """Append an update to the status file of a recommendation.

    What the options leave open is asked on a terminal; elsewhere it is an error. For several
    passages repeat --quote, and --source, --place and --says with it; one value serves all.

    Lines are added to the file and nothing is taken away; a list in brackets grows inside them.
    An update with a fault is not written.
    """
    from recotrack.store.editing.updates import EditError
    from recotrack.store.tree import status_path
    from recotrack.store.writing import edit_file

    register = app.register()
    app.refuse_unknown("recommendation", id, register.recommendations)
    said, asked = ask_what_is_missing(register, id, {name: _single_spaced(value) for name, value in said.items()})
    update = _composed(register, said)
    path = status_path(id)
    file = app.root() / path

    def change(before: bytes | None) -> bytes:
        return _appended(app, register, before, id, update, documents)

    try:
        if dry_run or asked:
            _show(app, file, path, change)
        if dry_run or (asked and not click.confirm("Write it?", err=True)):
            click.echo("nothing was written", err=True)
            return
        edit_file(file, change, root=app.root())
    except EditError as error:
        app.tell_faults(error.found)
        raise click.ClickException(f"{path}: {error}. Nothing was written.") from None
    _tell(app, register, id, path)


def _single_spaced(value: Any) -> Any:
    """Puts words as they were pasted on single spaces."""
    if isinstance(value, tuple):
        return tuple(map(_single_spaced, value))
    return " ".join(value.split()) or None if isinstance(value, str) else value


def _composed(register: "Register", said: dict[str, Any]) -> "Update":
    from recotrack.model.records import Alternative, Update

    if (said["alternative"] is None) != (said["because"] is None):
        raise click.UsageError("--alternative and --because go together.")
    evidence = _evidence(said)
    other = said["alternative"]
    return Update(
        said["date"] or _published(register, (*(one.source for one in evidence), *said["searched"])),
        Implementation(said["implementation"]),
        Basis(said["basis"]),
        covers=_period(said["covers"]),
        via=said["via"],
        summary=said["summary"],
        alternative=Alternative(Implementation(other), said["because"]) if other else None,
        searched=said["searched"],
        evidence=evidence,
        applies_to=said["applies_to"],
    )


def _evidence(said: dict[str, Any]) -> "tuple[Evidence, ...]":
    from recotrack.model.records import Evidence

    quotes = said["quote"]
    columns: dict[str, tuple[str | None, ...]] = {}
    for name in ("source", "place", "says"):
        values = said[name] if said[name] or name != "says" else (NOTHING,)
        if not quotes and said[name]:
            raise click.UsageError(f"--{name} without --quote.")
        if len(values) not in (1, len(quotes)):
            raise click.UsageError(f"{len(quotes)} times --quote, but {len(values)} times --{name}.")
        columns[name] = values * len(quotes) if len(values) == 1 else values
    if None in (*quotes, *columns["source"], *columns["place"]):
        raise click.UsageError("--source, --place and --quote must not be empty.")
    rows = zip(columns["source"], columns["place"], quotes, columns["says"], strict=True)
    return tuple(
        Evidence(str(source), str(place), quote, None if says == NOTHING else Says(str(says)))
        for source, place, quote, says in rows
    )


def _period(text: str | None) -> "Period | None":
    from recotrack.model.dates import is_date
    from recotrack.model.records import Period

    if not text:
        return None
    start, dots, end = text.partition("..")
    if not dots:
        end = start
    if not (is_date(start, partial=True) and is_date(end, partial=True)):
        raise click.BadParameter(f"{text!r} is no period: 2023, or 2023-04-01..2024-03-31.", param_hint="--covers")
    return Period(start, end)


def _published(register: "Register", used: tuple[str, ...]) -> str:
    """Gives the date of the newest of the sources used."""
    from recotrack.model.dates import last_day

    dates = [source.published for id in used if (source := register.sources.get(id)) and source.published]
    if not dates:
        raise click.UsageError("Missing: --date (no source that is used has a date of publication).")
    return max(dates, key=last_day)


def _appended(
    app: App, register: "Register", before: bytes | None, id: str, update: "Update", documents: str | None
) -> bytes:
    """Gives the file with the update; refuses it where it has a fault that the register had not."""
    from datetime import date
    from pathlib import Path

    from recotrack.analysis.checks import added_faults
    from recotrack.analysis.quotes import compare_with_documents
    from recotrack.model.terms import Severity
    from recotrack.store.editing.updates import EditError, append_update, status_of
    from recotrack.store.tree import status_path

    path = status_path(id)
    new = append_update(before, path, id, update)
    status = status_of(new, path)
    changed = register._replace(statuses=dict(sorted({**register.statuses, id: status}.items())))
    found = list(added_faults(register, changed, date.today().isoformat()))
    if documents is not None:
        quoted = {one.source: register.sources[one.source] for one in update.evidence if one.source in register.sources}
        without = [source for source, record in quoted.items() if record.document is None]
        if without:
            raise EditError(f"no document is recorded for {', '.join(without)}, so the quote cannot be compared")
        alone = changed._replace(sources=quoted, recommendations={}, statuses={id: status}, matters={}, metrics={})
        first_line = status.origin.at("updates", len(status.updates) - 1).line
        compared = compare_with_documents(alone, app.documents(alone, Path(documents))).diagnostics
        # What the file had before is for `check`: here the new update alone is asked about.
        found += [one for one in compared if one.path != path or one.line >= first_line]
    if any(one.severity is Severity.ERROR for one in found):
        raise EditError("the update has faults", tuple(found))
    app.tell_faults(found)
    return new


def _show(app: App, file: "Path", path: str, change: Any) -> None:
    from recotrack.views.terminal.updating import diff_text

    before = file.read_bytes() if file.exists() else None
    app.put(diff_text(before, change(before), path, app.paint()))


def _tell(app: App, register: "Register", id: str, path: str) -> None:
    from recotrack.analysis.standing import standings_of
    from recotrack.views.labels import standing_label

    click.echo(f"wrote {path}", err=True)
    after_all = app.loaded(figures=False)
    if id not in after_all.recommendations:
        return
    before, after = (standing_label(standings_of(one)[id]) for one in (register, after_all))
    stands = f"stands as before: {after}" if before == after else f"stood: {before}; stands: {after}"
    click.echo(f"{id} {stands}", err=True)
