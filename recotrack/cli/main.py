"""The group of commands, and how every run ends.

Commands are named here with their modules and imported when called, so that `--help` and
completion start at once.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from recotrack import __version__
from recotrack.cli.app import App

COMMANDS = {
    "list": ("recotrack.cli.list", "List recommendations, open ones unless asked otherwise."),
    "show": ("recotrack.cli.show", "Show one recommendation with its thread, updates and evidence."),
    "diff": ("recotrack.cli.diff", "Compare two editions of a series."),
    "link": ("recotrack.cli.link", "Walk through proposals of lineage, to confirm or refuse each."),
    "update": ("recotrack.cli.update", "Append an update to the status file of a recommendation."),
    "import": ("recotrack.cli.importing", "Read a document, find its recommendations and write drafts."),
    "report": ("recotrack.cli.report", "Write the status report."),
    "changes": ("recotrack.cli.changes", "Tell what a change in git means for the record."),
    "history": ("recotrack.cli.history", "Show one recommendation through the commits."),
    "figures": ("recotrack.cli.figures", "Show numbers over time, with conflicts between sources."),
    "check": ("recotrack.cli.check", "Find every fault of the register."),
    "git-setup": ("recotrack.cli.git:setup", "Have git show records as text and merge status files."),
    "init": ("recotrack.cli.init", "Begin a register."),
    "schema": ("recotrack.cli.schema", "Print or write JSON Schema for editors."),
}
"""Each command's module and its short help, which the module's own must match."""

DRIVERS = {
    "git-text": "recotrack.cli.git:text",
    "git-merge": "recotrack.cli.git:merge",
    "git-diff": "recotrack.cli.git:diff",
}
"""Commands that git calls, by their modules; no help lists them."""


class Commands(click.Group):
    """A group that imports a command's module when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Gives the names in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Gives a command, imported; None where there is none of that name."""
        if cmd_name not in COMMANDS and cmd_name not in DRIVERS:
            return None
        module, _, name = (DRIVERS.get(cmd_name) or COMMANDS[cmd_name][0]).partition(":")
        command = getattr(import_module(module), name or "command")
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Finds the command of a call; suggests the nearest name where there is none."""
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in COMMANDS and name not in DRIVERS:
            from recotrack.model.suggestions import did_you_mean

            hint = did_you_mean(name, COMMANDS)
            raise click.UsageError(f"No such command {name!r}" + (f" ({hint})" if hint else "."), ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands, name="recotrack", context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "-C",
    "directory",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    default=os.curdir,
    help="Work as if started in DIR.",
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour: on a terminal (auto), always or never. NO_COLOR and FORCE_COLOR count where it is auto.",
)
@click.version_option(__version__, prog_name="recotrack", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context, directory: str, color: str) -> None:
    """Track what outside bodies recommend to a government, and what it does about it.

    A register is a folder of YAML records in git, found by walking up from the current folder
    to `recotrack.yaml`. Begin one with `recotrack init`.
    """
    ctx.obj = App(directory, color)


def main(args: Sequence[str] | None = None) -> int:
    """Runs the command line.

    Args:
        args: the words after the command's name; None takes those of the process.

    Returns:
        The exit code: 0 fine; 1 where `check` found errors or an asked condition is met; 2
        for wrong use or input that cannot be read; 130 where it was interrupted.
    """
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", None) or "").lower().replace("-", "")
        if encoding != "utf8" and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = cli.main(args=None if args is None else list(args), prog_name="recotrack", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        from recotrack.views.text import visible

        # Names of files and arguments may hold anything: none of it reaches the terminal as it is.
        vars(error)["message"] = "\n".join(map(visible, error.message.split("\n")))
        error.show()
        return 2
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted", err=True)
        return 130
    except SystemExit:
        # So click ends, and nothing else here, where the reader has gone (`| head`): nothing went wrong.
        return 0
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except OSError as error:
        from recotrack.views.text import visible

        where = f"{error.filename}: " if error.filename else ""
        click.echo(visible(f"Error: {where}{error.strerror or error}"), err=True)
        return 2
