"""What commands share: the register they work on, the terminal, and how they print."""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from recotrack.analysis.quotes import Document
    from recotrack.model.diagnostics import Diagnostic
    from recotrack.model.register import Register
    from recotrack.store.around import Compared
    from recotrack.views.paint import Paint

_SHOWN_FAULTS = 20


class App:
    """One run of the command line: where it works and how it prints."""

    def __init__(self, directory: str, color: str) -> None:
        self._directory = directory
        self._color = color

    @property
    def directory(self) -> "Path":
        """The folder that the run counts as started in."""
        from pathlib import Path

        return Path(self._directory)

    def root(self) -> "Path":
        """Gives the root of the register as a path; see `folder`."""
        from pathlib import Path

        return Path(self.folder())

    def folder(self) -> str:
        """Gives the root of the register.

        Raises:
            click.UsageError: there is none at or above the folder.
        """
        from recotrack.store.worktree import find_root

        root = find_root(self._directory)
        if root is None:
            raise click.UsageError(
                "No register here: no recotrack.yaml in this folder or above it. "
                "Begin one with `recotrack init`, or name its folder with -C."
            )
        return root

    def register(self, revision: str | None = None, *, figures: bool = False) -> "Register":
        """Loads the register, and ends the run where a record cannot be read.

        Args:
            revision: a git revision; None takes the work tree.
            figures: whether figures are wanted as well; no standing depends on them.
        """
        register = self.loaded(revision, figures=figures)
        self.refuse_faults(register.faults)
        return register

    def loaded(self, revision: str | None = None, *, figures: bool = True) -> "Register":
        """Loads the register, its faults among it.

        Args:
            revision: a git revision; None takes the work tree.
            figures: whether to read figures as well.
        """
        from recotrack.store.load import load
        from recotrack.store.tree import FOLDERS, STANDING_FOLDERS
        from recotrack.store.worktree import WorkTree

        folders = FOLDERS if figures else STANDING_FOLDERS
        if revision is None:
            return load(WorkTree(self.folder()), folders)
        from recotrack.store.revisions import Repository, RevisionError

        try:
            repository = Repository(self.root())
            commit = repository.resolve(revision)
            if not repository.has_register(commit):
                raise click.UsageError(f"`{revision}` holds no recotrack.yaml at this place.")
            return load(repository.tree(commit), folders)
        except RevisionError as error:
            raise click.UsageError(str(error)) from None

    def compared(self, first: str, second: str | None) -> "Compared":
        """Loads two states of the register as far as they differ; see `load_both`.

        Args:
            first: a git revision.
            second: another; None takes the work tree.
        """
        from recotrack.store.around import load_both
        from recotrack.store.revisions import Repository, RevisionError
        from recotrack.store.worktree import WorkTree

        try:
            repository = Repository(self.root())
            base = repository.resolve(first)
            return load_both(
                repository, base, WorkTree(self.folder()) if second is None else repository.resolve(second)
            )
        except RevisionError as error:
            raise click.UsageError(str(error)) from None

    def as_of(self, register: "Register", day: str) -> "Register":
        """Gives a register as it stood on a day (`--as-of`)."""
        from recotrack.analysis.as_of import as_of
        from recotrack.model.dates import is_date

        if not is_date(day):
            raise click.BadParameter(f"{day!r} is not a date of the calendar (YYYY-MM-DD).", param_hint="--as-of")
        return as_of(register, day)

    def refuse_unknown(self, noun: str, id: str, known: "Collection[str]") -> None:
        """Ends the run where an id is none of those known, and names the nearest."""
        if id in known:
            return
        from difflib import get_close_matches

        close = get_close_matches(id, known, n=3)
        hint = f" Near it: {', '.join(close)}." if close else ""
        raise click.UsageError(f"This register has no {noun} {id!r}.{hint}")

    def documents(self, register: "Register", folder: "Path") -> "dict[str, Document]":
        """Reads the documents of a register's sources from a folder, by id of the source."""
        from recotrack.analysis.quotes import Document
        from recotrack.importing.confined import document_text
        from recotrack.importing.finding.lines import running_text
        from recotrack.store.documents import DocumentError, read_document

        texts: dict[str, Document] = {}
        for source in register.sources.values():
            if source.document is not None:
                try:
                    text = read_document(folder, source, document_text)
                    running = running_text(text)
                    texts[source.id] = Document(text, None, running if running != text else None)
                except DocumentError as error:
                    texts[source.id] = Document(None, str(error))
        return texts

    def merge_base(self, one: str, other: str) -> str:
        """Gives the id of the commit at which two revisions parted."""
        from recotrack.store.revisions import Repository, RevisionError

        try:
            repository = Repository(self.root())
            return repository.common(repository.resolve(one), repository.resolve(other)).sha
        except RevisionError as error:
            raise click.UsageError(str(error)) from None

    def prefix(self) -> str:
        """Gives the way from the top of the git repository to the register, with a final `/`; empty at the top."""
        folder = self.folder()
        above = folder
        while not os.path.exists(os.path.join(above, ".git")):
            if above == os.path.dirname(above):
                return ""
            above = os.path.dirname(above)
        way = os.path.relpath(folder, above).replace(os.sep, "/")
        return "" if way == "." else f"{way}/"

    def refuse_faults(self, faults: "tuple[Diagnostic, ...]") -> None:
        """Ends the run with exit code 2 where a record cannot be read."""
        from recotrack.model.terms import Severity

        errors = [fault for fault in faults if fault.severity is Severity.ERROR]
        if not errors:
            return
        self.tell_faults(errors[:_SHOWN_FAULTS])
        more = len(errors) - _SHOWN_FAULTS
        click.echo(f"… and {more} more: `recotrack check` names all.\n" if more > 0 else "", err=True, nl=False)
        click.echo(
            "Nothing is shown: with records that cannot be read it would be incomplete. Mend them first.", err=True
        )
        raise click.exceptions.Exit(2)

    def refuse_new_faults(self, before: "Register", after: "Register") -> None:
        """Tells the faults that a change would add, and ends the run where one of them is an error.

        Raises:
            click.ClickException: there is an error among them.
        """
        from datetime import date

        from recotrack.analysis.checks import added_faults
        from recotrack.model.terms import Severity

        found = added_faults(before, after, date.today().isoformat())
        self.tell_faults(found)
        if any(one.severity is Severity.ERROR for one in found):
            raise click.ClickException("a rule forbids it. Nothing was written.")

    def faults_of(self, register: "Register") -> "tuple[Diagnostic, ...]":
        """Gives every fault of a register, as of today."""
        from datetime import date

        from recotrack.analysis.checks import check

        return check(register, date.today().isoformat())

    def tell_faults(self, faults: "Iterable[Diagnostic]") -> None:
        """Prints diagnostics as messages."""
        from recotrack.views.paint import Paint
        from recotrack.views.terminal.checking import diagnostic_line

        for fault in faults:
            click.echo(diagnostic_line(fault, Paint(self._colored(sys.stderr))), err=True, color=True)

    def paint(self) -> "Paint":
        """Gives the colours for standard output."""
        from recotrack.views.paint import Paint

        return Paint(self._colored(sys.stdout))

    def width(self) -> int:
        """Gives the columns of the terminal; 80 where there is none."""
        from shutil import get_terminal_size

        return max(get_terminal_size((80, 24)).columns, 20)

    def put(self, text: str) -> None:
        """Prints a result; through a pager where it is longer than the terminal."""
        if sys.stdout is not None and sys.stdout.isatty() and os.environ.get("PAGER") != "":
            from shutil import get_terminal_size

            if text.count("\n") >= get_terminal_size((80, 24)).lines and os.environ.get("TERM", "dumb") != "dumb":
                os.environ.setdefault("LESS", "-RFX")
                click.echo_via_pager(text.rstrip("\n"), color=self.paint().on)
                return
        click.echo(text, nl=False, color=True)

    def _colored(self, stream: Any) -> bool:
        if self._color != "auto":
            return self._color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return stream is not None and bool(stream.isatty()) and os.environ.get("TERM") != "dumb"


def formats(*names: str, default: str | None = None) -> Callable[[Any], Any]:
    """Gives the option `--format` with the formats of a command, the first of them by default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(names),
        default=default or names[0],
        show_default=True,
        help="Format of the output.",
    )


def complete_ids(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Completes ids of recommendations from the names of their files."""
    names = (f"{path.parent.name}-{path.stem}" for path in _files(ctx, "recommendations/*/*.yaml"))
    return _ids(names, incomplete)


def complete_sources(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Completes ids of sources from the names of their files."""
    return _ids((path.stem for path in _files(ctx, "sources/*.yaml")), incomplete)


def complete_metrics(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Completes ids of metrics from the names of their files."""
    return _ids((path.stem for path in _files(ctx, "figures/*.yaml")), incomplete)


def _ids(names: "Iterable[str]", incomplete: str) -> list[str]:
    """Gives the names that are ids and go on from what was typed: a shell may run any other."""
    import re

    from recotrack.model.kinds import ID_PATTERN

    return sorted(name for name in names if name.startswith(incomplete) and re.fullmatch(ID_PATTERN, name))


def _files(ctx: click.Context, pattern: str) -> "list[Path]":
    from pathlib import Path

    from recotrack.store.worktree import find_root

    root = find_root(str(ctx.find_root().params.get("directory") or ""))
    return list(Path(root).glob(pattern)) if root else []
