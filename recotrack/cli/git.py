"""`recotrack git-setup`, and the drivers that it has git call."""

import sys
from typing import TYPE_CHECKING

import click

from recotrack.cli.app import App

if TYPE_CHECKING:
    pass

ATTRIBUTES = (
    "recommendations/**/*.yaml diff=recotrack",
    "status/**/*.yaml diff=recotrack",
    "status/*/*.yaml merge=recotrack-status",
    "status/matters/*.yaml !merge",
)
"""Lines of .gitattributes, for the folder of the register."""

CONFIGURATION = {
    # Where the command is not there or fails, git shows and merges the text as it is.
    "diff.recotrack.textconv": 'sh -c \'recotrack git-text "$1" 2>/dev/null || cat "$1"\' -',
    "merge.recotrack-status.name": "updates of both sides are kept",
    "merge.recotrack-status.driver": (
        "recotrack git-merge %O %A %B %P 2>/dev/null || git merge-file -L ours -L base -L theirs %A %O %B"
    ),
}
"""What is set in the configuration of the repository, which no clone takes over."""

DRIVER = {
    # git gives up a whole diff where a driver fails, so this one never does.
    "diff.recotrack.command": (
        'sh -c \'recotrack git-diff "$@" 2>/dev/null || '
        '{ echo "$1"; git --no-pager diff --no-index --no-ext-diff --no-textconv -- "$2" "$5"; true; }\' -'
    )
}
"""What is set as well where the diff driver is asked for."""


@click.command()
@click.option("--diff-driver", is_flag=True, help="Have `git diff` tell changes in words, in place of lines.")
@click.option("--undo", is_flag=True, help="Take it all back.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@click.pass_obj
def setup(app: App, diff_driver: bool, undo: bool, yes: bool) -> None:
    """Have git show records as text and merge status files.

    Shows first what it would do: lines for .gitattributes, which is committed, and settings of this
    repository alone. `git diff` then compares words and not layout, and two branches that each
    append an update merge to both. With --diff-driver it tells each record's changes as
    `recotrack changes` does; `git diff --no-ext-diff` still shows lines. Where recotrack is missing,
    git falls back to the text.
    """
    from shlex import quote

    from recotrack.store.revisions import Repository, RevisionError
    from recotrack.store.writing import edit_file

    wanted: dict[str, str | None] = {**CONFIGURATION, **(DRIVER if diff_driver else {})}
    if undo:
        wanted = dict.fromkeys({**CONFIGURATION, **DRIVER})
    try:
        repository = Repository(app.root())
        path = app.root() / ".gitattributes"
        held = path.read_text(encoding="utf-8").splitlines(keepends=True) if path.is_file() else []
        lines = _without(held) if undo else _with(held)
        settings = {name: value for name, value in wanted.items() if repository.setting(name) != value}
        if lines == held and not settings:
            click.echo("git is set up like this already", err=True)
            return
        for sign, some, others in (("-", held, lines), ("+", lines, held)):
            for line in some:
                if line not in others:
                    click.echo(f".gitattributes: {sign} {line.rstrip()}")
        for name, value in settings.items():
            click.echo(f"git config --unset {name}" if value is None else f"git config {name} {quote(value)}")
        if not yes and not click.confirm("Do it?", err=True):
            click.echo("nothing was changed", err=True)
            return
        if lines != held:
            edit_file(path, lambda _: "".join(lines).encode("utf-8"), root=app.root())
        for name, value in settings.items():
            repository.set(name, value)
    except RevisionError as error:
        raise click.UsageError(str(error)) from None
    click.echo(
        "done" if undo else "done; commit .gitattributes, and have colleagues run this in their clones", err=True
    )


def _with(held: list[str]) -> list[str]:
    """Gives the lines of .gitattributes, ours among them."""
    missing = [f"{line}\n" for line in ATTRIBUTES if line not in [one.rstrip() for one in held]]
    if missing and held and not held[-1].endswith("\n"):
        held = [*held[:-1], held[-1] + "\n"]
    return held + missing


def _without(held: list[str]) -> list[str]:
    return [line for line in held if line.rstrip() not in ATTRIBUTES]


@click.command(hidden=True, context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def diff(app: App, words: tuple[str, ...]) -> None:
    """Tell what changed in one record, for `git diff`: git gives path, old file, id, mode, and the new likewise.

    Of a renamed file nine words come, and of one that could not be merged the path alone.
    """
    import os
    from pathlib import Path

    from recotrack.analysis.review import review_records
    from recotrack.store.load import load_alone
    from recotrack.views.paint import Paint
    from recotrack.views.terminal.changing import record_changes_text

    if len(words) < 7:
        click.echo(f"{words[0] if words else '?'}: not merged")
        return
    path = words[7] if len(words) > 7 else words[0]
    sides = ((words[0], words[1]), (path, words[4]))
    base, head = (load_alone(at, None if file == os.devnull else Path(file).read_bytes()) for at, file in sides)
    if base is None or head is None or base.faults or head.faults:
        raise click.exceptions.Exit(1)
    paint = Paint(True) if os.environ.get("GIT_PAGER_IN_USE") and not os.environ.get("NO_COLOR") else app.paint()
    name = path if path == words[0] else f"{words[0]} → {path}"
    click.echo(record_changes_text(name, review_records(base, head), width=app.width(), paint=paint), color=True)


@click.command(hidden=True)
@click.argument("file", type=click.Path())
def text(file: str) -> None:
    """Print a record as text for `git diff`; any other file as it is."""
    from pathlib import Path

    from recotrack.model.records import Recommendation, StatusFile
    from recotrack.model.shapes import RECOMMENDATION, STATUS
    from recotrack.store.decode import decode
    from recotrack.store.reader import read
    from recotrack.views.textconv import record_text

    data = Path(file).read_bytes()
    node, _ = read(data, file)
    for shape in (RECOMMENDATION, STATUS):
        record = decode(node, shape, file)[0] if node is not None else None
        if isinstance(record, Recommendation | StatusFile):
            click.echo(record_text(record), nl=False)
            return
    sys.stdout.buffer.write(data)


@click.command(hidden=True)
@click.argument("base", type=click.Path())
@click.argument("ours", type=click.Path())
@click.argument("theirs", type=click.Path())
@click.argument("path", required=False, default="status file")
def merge(base: str, ours: str, theirs: str, path: str) -> int:
    """Merge two versions of a status file into OURS; exit with 1 where that is for people to do."""
    from pathlib import Path

    from recotrack.store.editing.merging import merge_status
    from recotrack.store.editing.updates import EditError

    try:
        merged = merge_status(Path(base).read_bytes(), Path(ours).read_bytes(), Path(theirs).read_bytes(), path)
    except EditError as error:
        click.echo(f"{path}: {error}", err=True)
        return 1
    Path(ours).write_bytes(merged)
    return 0
