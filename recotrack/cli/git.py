"""`recotrack git-setup`, and the drivers that it has git call."""

import sys
from typing import TYPE_CHECKING

import click

from recotrack.cli.app import App

if TYPE_CHECKING:
    from pathlib import Path

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


@click.command()
@click.option("--yes", is_flag=True, help="Do it without asking.")
@click.pass_obj
def setup(app: App, yes: bool) -> None:
    """Have git show records as text and merge status files.

    Shows first what it would do: lines for .gitattributes, which is committed, and settings of this
    repository alone. `git diff` then compares words and not layout, and two branches that each
    append an update merge to both. Where recotrack is missing, git falls back to the text.
    """
    from shlex import quote

    from recotrack.store.revisions import Repository, RevisionError
    from recotrack.store.writing import edit_file

    try:
        repository = Repository(app.root())
        path = app.root() / ".gitattributes"
        missing = _missing(path)
        unset = {name: value for name, value in CONFIGURATION.items() if repository.setting(name) != value}
        if not missing and not unset:
            click.echo("git is set up already", err=True)
            return
        for line in missing:
            click.echo(f".gitattributes: {line}")
        for name, value in unset.items():
            click.echo(f"git config {name} {quote(value)}")
        if not yes and not click.confirm("Do it?", err=True):
            click.echo("nothing was changed", err=True)
            return
        if missing:
            edit_file(path, lambda before: _with_lines(before, missing), root=app.root())
        for name, value in unset.items():
            repository.set(name, value)
    except RevisionError as error:
        raise click.UsageError(str(error)) from None
    click.echo("done; commit .gitattributes, and have colleagues run this in their clones", err=True)


def _missing(path: "Path") -> list[str]:
    held = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [line for line in ATTRIBUTES if line not in held]


def _with_lines(before: bytes | None, lines: list[str]) -> bytes:
    text = (before or b"").decode("utf-8")
    lead = "" if not text or text.endswith("\n") else "\n"
    return (text + lead + "".join(f"{line}\n" for line in lines)).encode("utf-8")


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
