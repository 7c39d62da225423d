"""`recotrack import` of tables: rows of many editions at once."""

import re
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from recotrack.cli.app import App

if TYPE_CHECKING:
    from recotrack.importing.drafts import Edition
    from recotrack.importing.finding.found import LeftOut
    from recotrack.importing.profile import Profile
    from recotrack.importing.table import Row
    from recotrack.model.records import Source
    from recotrack.model.register import Register

_MANY = 20
"""Editions from which progress is told."""


def import_table(
    app: App,
    register: "Register",
    data: bytes,
    name: str,
    profile: "Profile",
    said: dict[str, Any],
    *,
    dry_run: bool,
    form: str,
) -> None:
    """Imports a table: an edition for each country and year in it; those that are recorded are left alone."""
    from recotrack.importing.confined import MAX_TABLE_BYTES
    from recotrack.importing.documents.errors import DocumentError
    from recotrack.importing.table import rows_of

    assert profile.columns is not None
    if len(data) > MAX_TABLE_BYTES:
        raise DocumentError(f"it is over {MAX_TABLE_BYTES // 1024 // 1024} MiB; divide it")
    rows, left = rows_of(data, profile.encoding, profile.columns)
    editions = _editions(register, rows, said, name, data)
    if dry_run or form == "json":
        from recotrack.views.json.importing import tables_json
        from recotrack.views.terminal.importing import tables_text

        done = [edition for edition, _ in _built(register, editions)]
        app.put(tables_json(done, left) if form == "json" else tables_text(done, left, width=app.width()))
    if dry_run:
        return
    _write_all(app, register, editions, left)


def _editions(
    register: "Register", rows: "list[Row]", said: dict[str, Any], name: str, data: bytes
) -> "list[tuple[Source, list[Row]]]":
    """Gives the rows by their editions, by country and year."""
    from hashlib import sha256

    from recotrack.importing.documents.errors import DocumentError
    from recotrack.importing.sourcing import describe, source_of

    digest = sha256(data).hexdigest()
    document = None if name == "-" else (name, digest)
    groups: dict[tuple[str | None, str | None], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.country, row.year), []).append(row)
    made: dict[str, tuple[Source, list[Row]]] = {}
    for (country, year), own in groups.items():
        given = dict(said)
        if country is not None and not said["country"]:
            given["country"] = country
        if year is not None and not said["year"]:
            if not (re.fullmatch(r"[0-9]{4}", year) and 1800 <= int(year) <= 2999):
                raise click.UsageError(
                    f"{year!r} is no year: name the column of years, or what its values stand for, in the profile."
                )
            given["year"] = int(year)
        described = describe(register, "", given)
        if described.missing:
            raise click.UsageError(f"Missing: {', '.join(described.missing)}.")
        source = source_of(register, described, given, document, cut=False)
        first, held = made.setdefault(source.id, (source, []))
        if first.country != source.country:
            both = f"{first.country!r} and {source.country!r}"
            raise DocumentError(f"{both} would have one id, {source.id}: name codes for them in the profile")
        held.extend(own)
    return sorted(made.values(), key=lambda one: (one[0].country, one[0].year, one[0].id))


def _with_lineage(register: "Register", source: "Source", rows: "list[Row]") -> "Edition":
    from recotrack.importing.drafts import edition_with_lineage, recommendations_in

    return edition_with_lineage(register, source, recommendations_in(source, rows, _themes(register)))


def _themes(register: "Register") -> dict[str, str]:
    """Gives the themes that the register declares, by their ids and titles in lower case."""
    declared = register.settings.taxonomies.get("themes", {})
    return {id: id for id in declared} | {title.casefold(): id for id, title in declared.items()}


def _built(
    register: "Register", editions: "Iterable[tuple[Source, list[Row]]]"
) -> "Iterator[tuple[Edition, Register]]":
    """Yields each edition with its lineage, and the register with it, so that the next is matched with it."""
    for source, rows in editions:
        edition = _with_lineage(register, source, rows)
        register = register._replace(
            sources={**register.sources, source.id: source},
            recommendations={**register.recommendations, **{one.id: one for one in edition.recommendations}},
        )
        yield edition, register


def _refuse_faults(app: App, register: "Register", editions: "list[tuple[Source, list[Row]]]") -> None:
    """Ends the run where an edition would have faults; each is checked alone, without lineage."""
    from recotrack.importing.drafts import recommendations_in
    from recotrack.model.terms import Severity

    bare = register._replace(sources={}, recommendations={}, statuses={}, matters={}, metrics={}, faults=())
    for source, rows in editions:
        drafts = recommendations_in(source, rows, _themes(register))
        alone = bare._replace(sources={source.id: source}, recommendations={one.id: one for one in drafts})
        found = [one for one in app.faults_of(alone) if one.severity is Severity.ERROR]
        if found:
            app.tell_faults(found[:20])
            raise click.ClickException(f"{source.id} would have {len(found)} faults. Nothing was written.")


def _tell_codes(editions: "list[tuple[Source, list[Row]]]") -> None:
    """Tells the countries that are named otherwise than by a code."""
    odd = [one for one in dict.fromkeys(source.country for source, _ in editions) if not re.fullmatch("[A-Z]{3}", one)]
    if odd:
        more = f" and {len(odd) - 3} more" if len(odd) > 3 else ""
        named = ", ".join(odd[:3]) + more
        click.echo(f"note: {named}: no codes of ISO 3166-1; `values` in the profile can give them", err=True)


def _write_all(
    app: App, register: "Register", editions: "list[tuple[Source, list[Row]]]", left: "list[LeftOut]"
) -> None:
    """Writes edition after edition; each is whole once it is there, and what is recorded is passed over."""
    from recotrack.store.editing.editions import write_edition
    from recotrack.store.editing.updates import EditError
    from recotrack.views.text import counted

    written = recommendations = continuing = 0
    known = {recommendation.source for recommendation in register.recommendations.values()}
    everything = len(editions)
    editions = [one for one in editions if one[0].id not in known]
    _refuse_faults(app, register, editions)
    bar = click.progressbar(editions, label="writing editions", file=sys.stderr, hidden=len(editions) < _MANY)
    with bar as going:
        for edition, _ in _built(register, going):
            try:
                write_edition(app.root(), edition.source, edition.recommendations)
            except EditError as error:
                app.tell_faults(error.found)
                raise click.ClickException(f"{error}. {counted(written, 'edition')} were written before it.") from None
            written += 1
            recommendations += len(edition.recommendations)
            continuing += sum(bool(one.continues) for one in edition.recommendations)
    _tell_codes(editions)
    passed = everything - written
    click.echo(
        f"wrote {counted(written, 'edition')} with {counted(recommendations, 'recommendation')}, "
        f"{continuing} of which may continue earlier ones; confirm with recotrack link",
        err=True,
    )
    if passed:
        click.echo(f"{counted(passed, 'edition')} recorded already: left as they are", err=True)
    for one in left[:20]:
        click.echo(f"left out: {one.text}: {one.why}", err=True)
