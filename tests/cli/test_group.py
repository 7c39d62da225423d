"""The group of commands: help, exit codes, streams, colour, pager, pipes and completion."""

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from recotrack import __version__
from recotrack.cli.main import COMMANDS, cli, main
from tests.builder import Builder
from tests.cli.conftest import Ended, Spawn
from tests.conftest import Run

ESCAPE = "\x1b"
READING = [
    ("list",),
    ("list", "--all"),
    ("show", "tr-2022-02"),
    ("show", "tr-2022-03"),
    ("diff", "2021", "2022"),
    ("report", "-o", "-"),
    ("check",),
]
"""Calls that print something of the sample."""


# Names and help


def test_commands_are_those_of_the_contract() -> None:
    assert list(COMMANDS) == [
        *(
            "list",
            "show",
            "diff",
            "link",
            "update",
            "import",
            "report",
            "changes",
            "history",
            "figures",
            "check",
            "git-setup",
            "init",
            "schema",
        )
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_short_help_is_the_commands_own(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert command.get_short_help_str(limit=200) == COMMANDS[name][1]


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_names_every_command(run: Run, option: str) -> None:
    ran = run(option)
    for name, (_, about) in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(about)}$", ran.out, re.MULTILINE)
    assert ran.err == ""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run: Run, name: str) -> None:
    assert run(name, "--help").out.startswith(f"Usage: recotrack {name}")


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_help_fits_eighty_columns(run: Run, words: list[str]) -> None:
    assert max(map(len, run(*words).out.splitlines())) <= 80


def test_help_needs_no_register(run: Run, tmp_path: Path) -> None:
    assert run("list", "--help", root=tmp_path).out


def test_version(run: Run) -> None:
    assert run("--version").out == f"recotrack {__version__}\n"


def test_no_command_shows_the_help(spawn: Spawn) -> None:
    assert spawn(code=2).told == spawn("--help").out.decode()


@pytest.mark.parametrize(
    ("word", "meant"), [("lst", "list"), ("chek", "check"), ("change", "changes"), ("reports", "report")]
)
def test_unknown_command_suggests_the_nearest(run: Run, word: str, meant: str) -> None:
    ran = run(word, code=2)
    assert f"No such command {word!r} (did you mean `{meant}`?)" in ran.err
    assert ran.out == ""


def test_unknown_command_like_no_other(run: Run) -> None:
    ran = run("xyzzy", code=2)
    assert "No such command 'xyzzy'" in ran.err
    assert "did you mean" not in ran.err.lower()


@pytest.mark.parametrize(
    "words",
    [
        ("--nothing",),
        ("list", "--nothing"),
        ("list", "unwanted"),
        ("list", "--format", "yaml"),
        ("list", "--year", "soon"),
        ("list", "--status", "resolved"),
        ("--color", "sometimes", "list"),
        ("show",),
        ("diff", "2018"),
        ("changes", "a", "b"),
        ("schema", "nothing"),
        ("check", "--documents", "nowhere"),
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_two_and_says_why(run: Run, sample: Builder, words: tuple[str, ...]) -> None:
    ran = run(*words, code=2)
    assert ran.out == ""
    assert "Error: " in ran.err


@pytest.mark.parametrize(
    ("words", "meant"), [(("list", "--stat", "x"), "--status"), (("list", "--them", "x"), "--theme")]
)
def test_unknown_option_suggests_the_nearest(run: Run, words: tuple[str, ...], meant: str) -> None:
    assert meant in run(*words, code=2).err


# Where the register is


@pytest.mark.parametrize("below", [".", "recommendations", "recommendations/tr-2018", "status/matters", "sources"])
def test_root_is_found_by_walking_up(run: Run, sample: Builder, below: str) -> None:
    assert run("list", root=sample.root / below) == run("list")


def test_root_is_the_nearest(run: Run, build: Builder) -> None:
    build.source("tr-2022")
    build.recommendation("tr-2022-01", "Of the outer register.")
    inner = Builder(build.root / "inner")
    inner.source("tr-2022")
    inner.recommendation("tr-2022-01", "Of the inner register.")
    (inner.root / "sources" / "deeper").mkdir()
    ran = run("list", root=inner.root / "sources" / "deeper")
    assert "Of the inner register." in ran.out
    assert "outer" not in ran.out


def test_current_folder_counts_without_c(sample: Builder, spawn: Spawn) -> None:
    assert spawn("list").out == spawn("-C", "recommendations", "list").out


@pytest.mark.parametrize("command", ["list", "check", "report", "changes"])
def test_no_register_at_or_above(run: Run, tmp_path: Path, command: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    ran = run(command, root=elsewhere, code=2)
    assert "recotrack.yaml" in ran.err
    assert "recotrack init" in ran.err
    assert ran.out == ""
    assert list(elsewhere.iterdir()) == []


def test_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    assert "nowhere" in run("list", root=tmp_path / "nowhere", code=2).err


def test_folder_called_recotrack_yaml_is_no_register(run: Run, tmp_path: Path) -> None:
    (tmp_path / "odd" / "recotrack.yaml").mkdir(parents=True)
    run("list", root=tmp_path / "odd", code=2)


# How runs end


def test_interrupted_run_ends_with_130(run: Run, sample: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(tree: object, folders: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("recotrack.store.load.load", interrupt)
    ran = run("list", code=130)
    assert ran.out == ""
    assert ran.err.strip() == "interrupted"


def test_interrupted_process_ends_with_130(
    sample: Builder, script: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    """The process waits for a reader of a full pipe when it is interrupted."""
    for number in range(5, 60):
        sample.recommendation(f"tr-2022-{number:02}", "Do what is right." * 300, continues=[])
    process = subprocess.Popen(
        [script, "list", "--format", "json"],
        cwd=sample.root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    select.select([process.stdout], [], [], 20)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)
    assert process.returncode == 130
    assert told.decode().strip() == "interrupted"


def test_system_error_is_told_in_a_line(run: Run, sample: Builder) -> None:
    (sample.root / "file").write_text("", encoding="utf-8")
    ran = run("report", "-o", "file/below.md", code=2)
    assert len(ran.err.splitlines()) == 1
    assert ran.err.startswith("Error: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("words", [("list",), ("list", "--format", "json"), ("--help",)], ids=" ".join)
def test_full_disk_is_told_in_a_line(
    sample: Builder, script: Path, environment: dict[str, str], words: tuple[str, ...]
) -> None:
    with open("/dev/full", "wb") as full:
        run = subprocess.run(
            [script, *words], cwd=sample.root, env=environment, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert run.returncode == 2
    assert b"No space left" in run.stderr
    assert b"Traceback" not in run.stderr


def test_module_does_what_the_command_does(sample: Builder, spawn: Spawn, environment: dict[str, str]) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "recotrack", "list"], cwd=sample.root, env=environment, capture_output=True, check=True
    )
    assert run.stdout == spawn("list").out


# Data on stdout, messages on stderr


@pytest.mark.parametrize(
    "words", [*READING, ("list", "--format", "json"), ("show", "tr-2022-02", "--format", "json")], ids=" ".join
)
def test_data_alone_is_on_stdout(run: Run, sample: Builder, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert "Error" not in ran.out
    assert ran.out.endswith("\n")
    assert not ran.out.endswith("\n\n")


def test_what_is_not_shown_is_told_on_stderr(run: Run, sample: Builder) -> None:
    shown = run("list", "--format", "json")
    everything = run("list", "--format", "json", "--all")
    hidden = len(json.loads(everything.out)["recommendations"]) - len(json.loads(shown.out)["recommendations"])
    assert hidden == 8
    assert shown.err == ""
    table = run("list")
    assert table.err.startswith("8 more ")
    assert "--all" in table.err
    assert run("list", "--all").err == ""


# Colour


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_nothing_is_coloured_without_a_terminal(run: Run, sample: Builder, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert ESCAPE not in ran.out + ran.err


@pytest.mark.parametrize(
    ("option", "variables", "coloured"),
    [
        ([], {}, False),
        (["--color", "auto"], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "never"], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        ([], {"FORCE_COLOR": ""}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_option_beats_no_color_beats_force_color(
    run: Run,
    sample: Builder,
    monkeypatch: pytest.MonkeyPatch,
    option: list[str],
    variables: dict[str, str],
    coloured: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert (ESCAPE in run(*option, "list").out) is coloured


@pytest.mark.parametrize("words", [words for words in READING if words[0] != "report"], ids=" ".join)
def test_every_command_can_be_coloured(run: Run, sample: Builder, words: tuple[str, ...]) -> None:
    assert ESCAPE in run("--color", "always", *words).out


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_colour_adds_nothing_but_colour(run: Run, sample: Builder, words: tuple[str, ...]) -> None:
    coloured = run("--color", "always", *words).out
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == run(*words).out


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_colour_ends_in_its_line(run: Run, sample: Builder, words: tuple[str, ...]) -> None:
    for line in run("--color", "always", *words).out.splitlines():
        codes = re.findall(r"\x1b\[([0-9;]*)m", line)
        assert not codes or codes[-1] == "0"


@pytest.mark.parametrize("form", ["json", "markdown", "github"])
def test_other_formats_are_never_coloured(run: Run, sample: Builder, form: str) -> None:
    sample.commit()
    sample.recommendation("tr-2018-03", "Target campaigns to migrant workers.", themes=["prevention"])
    assert ESCAPE not in run("--color", "always", "changes", "--format", form).out


# Terminal


@pytest.fixture
def on_terminal(sample: Builder, script: Path, environment: dict[str, str]) -> Callable[..., Ended]:
    """Runs the installed script on a terminal of its own; gives what the terminal was sent."""

    def call(*words: str, lines: int = 1000, **variables: str) -> Ended:
        master, slave = pty.openpty()
        termios.tcsetwinsize(slave, (lines, 80))
        process = subprocess.Popen(
            [script, *words],
            cwd=sample.root,
            env=environment | {"TERM": "xterm", "PAGER": "sed s/^/paged:/"} | variables,
            stdin=slave,
            stdout=slave,
            stderr=subprocess.DEVNULL,
        )
        os.close(slave)
        sent = b""
        until = time.monotonic() + 20
        while time.monotonic() < until:
            try:
                chunk = os.read(master, 65536)
            except OSError:
                break
            if not chunk:
                break
            sent += chunk
        os.close(master)
        return Ended(process.wait(timeout=20), sent, b"")

    return call


def test_terminal_is_coloured(on_terminal: Callable[..., Ended]) -> None:
    assert b"\x1b[" in on_terminal("list").out


@pytest.mark.parametrize(
    ("words", "variables"),
    [(["list"], {"NO_COLOR": "1"}), (["--color", "never", "list"], {}), (["list"], {"TERM": "dumb"})],
)
def test_terminal_is_not_coloured_where_asked(
    on_terminal: Callable[..., Ended], words: list[str], variables: dict[str, str]
) -> None:
    assert b"\x1b[" not in on_terminal(*words, **variables).out


def test_pager_where_the_output_is_longer_than_the_terminal(on_terminal: Callable[..., Ended]) -> None:
    ended = on_terminal("list", lines=10)
    assert ended.code == 0
    assert ended.out.count(b"paged:") > 10


@pytest.mark.parametrize(
    ("lines", "variables"), [(1000, {}), (10, {"TERM": "dumb"})], ids=["short enough", "dumb terminal"]
)
def test_no_pager(on_terminal: Callable[..., Ended], lines: int, variables: dict[str, str]) -> None:
    assert b"paged:" not in on_terminal("list", lines=lines, **variables).out


def test_no_pager_without_a_terminal(sample: Builder, spawn: Spawn) -> None:
    assert b"paged:" not in spawn("list", PAGER="sed s/^/paged:/", TERM="xterm", LINES="5").out


# Pipes and encodings


@pytest.mark.parametrize("words", [("list",), ("check",), ("report", "-o", "-"), ("--help",)], ids=" ".join)
def test_reader_that_has_gone(
    sample: Builder, script: Path, environment: dict[str, str], words: tuple[str, ...]
) -> None:
    """Nothing is wrong for the command where nobody reads on: it ends with 0 and says nothing."""
    read, write = os.pipe()
    os.close(read)
    run = subprocess.run(
        [script, *words],
        cwd=sample.root,
        env=environment,
        stdout=write,
        stderr=subprocess.PIPE,
        timeout=20,
        check=False,
    )
    os.close(write)
    told = run.stderr.decode()
    assert "Traceback" not in told
    assert "Error" not in told
    assert "Broken pipe" not in told
    assert run.returncode == 0


@pytest.mark.parametrize("words", [("list",), ("report", "-o", "-")], ids=" ".join)
def test_head_takes_the_first_line(
    repository: Path, script: Path, environment: dict[str, str], words: tuple[str, ...]
) -> None:
    writer = subprocess.Popen(
        [script, "-C", repository, *words], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    head = subprocess.run(["head", "-n", "1"], stdin=writer.stdout, capture_output=True, timeout=20, check=True)
    assert writer.stdout is not None
    writer.stdout.close()
    assert writer.stderr is not None
    told = writer.stderr.read().decode()
    writer.stderr.close()
    assert head.stdout.count(b"\n") == 1
    assert writer.wait(timeout=20) == 0
    assert "Traceback" not in told
    assert "Broken pipe" not in told


def test_both_streams_gone(sample: Builder, script: Path, environment: dict[str, str]) -> None:
    read, write = os.pipe()
    os.close(read)
    run = subprocess.run([script, "list"], cwd=sample.root, env=environment, stdout=write, stderr=write, check=False)
    os.close(write)
    assert run.returncode == 0


PRINTING = pytest.mark.parametrize("words", [("list",), ("report", "-o", "-")], ids=" ".join)


@PRINTING
def test_output_that_is_not_utf8(sample: Builder, spawn: Spawn, words: tuple[str, ...]) -> None:
    """What the encoding lacks is escaped, the rest is as ever."""
    out = spawn(*words, PYTHONIOENCODING="latin-1").out
    assert out == spawn(*words).out.decode().encode("latin-1", "backslashreplace")


@PRINTING
def test_output_called_ascii(sample: Builder, spawn: Spawn, words: tuple[str, ...]) -> None:
    """ASCII mostly means that nobody has set an encoding: click prints UTF-8 then."""
    assert spawn(*words, PYTHONIOENCODING="ascii").out == spawn(*words).out


@pytest.mark.parametrize("encoding", ["latin-1", "cp1251"])
def test_json_stays_json_whatever_the_encoding(sample: Builder, spawn: Spawn, encoding: str) -> None:
    sample.recommendation("tr-2022-04", "Écrire à São Tomé: żółw, ₼ and \U0001f6d1.", continues=[])
    out = spawn("list", "--format", "json", PYTHONIOENCODING=encoding).out
    assert json.loads(out.decode(encoding)) == json.loads(spawn("list", "--format", "json").out)


def test_locale_without_utf8(sample: Builder, spawn: Spawn) -> None:
    assert b"TR 2022" in spawn("list", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0").out


# Completion


def complete(spawn: Spawn, shell: str, *words: str) -> list[str]:
    """Gives what completion offers for the last of the words."""
    line = " ".join(["recotrack", *words])
    cursor = words[-1] if shell == "fish" else str(len(words))
    ended = spawn(_RECOTRACK_COMPLETE=f"{shell}_complete", COMP_WORDS=line, COMP_CWORD=cursor)
    lines = [line for line in ended.out.decode().splitlines() if line]
    if shell == "zsh":
        assert len(lines) % 3 == 0
        return [value for kind, value in zip(lines[::3], lines[1::3], strict=True) if kind == "plain"]
    return [line.removeprefix("plain,").split("\t")[0] for line in lines]


SHELLS = pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])


@SHELLS
def test_completion_script(spawn: Spawn, shell: str) -> None:
    out = spawn(_RECOTRACK_COMPLETE=f"{shell}_source").out.decode()
    assert f"_RECOTRACK_COMPLETE={shell}_complete" in out


@SHELLS
def test_completion_of_commands(spawn: Spawn, shell: str) -> None:
    assert complete(spawn, shell, "ch") == ["changes", "check"]


@SHELLS
def test_completion_of_options(spawn: Spawn, shell: str) -> None:
    assert complete(spawn, shell, "list", "--so") == ["--source", "--sort"]


@SHELLS
def test_completion_of_values(spawn: Spawn, shell: str) -> None:
    assert complete(spawn, shell, "list", "--status", "not") == ["not_assessed", "not_implemented"]


@SHELLS
def test_completion_of_ids(sample: Builder, spawn: Spawn, shell: str) -> None:
    assert complete(spawn, shell, "show", "tr-2018-") == ["tr-2018-01", "tr-2018-02", "tr-2018-03"]


def test_completion_of_ids_of_sources(sample: Builder, spawn: Spawn) -> None:
    assert complete(spawn, "bash", "list", "--source", "na") == ["na-2016"]
    assert complete(spawn, "bash", "diff", "tr-2018", "tr-202") == ["tr-2021", "tr-2022"]


def test_completion_of_ids_in_another_folder(sample: Builder, spawn: Spawn, tmp_path: Path) -> None:
    other = Builder(tmp_path / "other")
    other.source("tr-1999")
    other.recommendation("tr-1999-01")
    assert complete(spawn, "bash", "-C", "../other", "show", "tr") == ["tr-1999-01"]


def test_completion_where_no_register_is(build: Builder, spawn: Spawn) -> None:
    (build.root / "recotrack.yaml").unlink()
    assert complete(spawn, "bash", "show", "tr") == []


def test_completion_in_a_broken_register(sample: Builder, spawn: Spawn) -> None:
    sample.write("recommendations/tr-2018/01.yaml", "[" * 25_000)
    assert "tr-2018-02" in complete(spawn, "bash", "show", "tr-2018")


def test_completion_offers_no_name_that_is_not_an_id(sample: Builder, spawn: Spawn) -> None:
    """A shell takes what is offered as words of a command."""
    for name in ("$(touch x)", "1;ls", "a b", "`ls`", "01\n02"):
        sample.write(f"recommendations/tr-2018/{name}.yaml", "{}")
        sample.write(f"sources/tr-2018{name}.yaml", "{}")
    assert complete(spawn, "bash", "show", "tr-2018") == ["tr-2018-01", "tr-2018-02", "tr-2018-03"]
    assert complete(spawn, "bash", "list", "--source", "tr-2018") == ["tr-2018"]


def test_completion_in_bash_itself(sample: Builder, script: Path, environment: dict[str, str]) -> None:
    lines = (
        'eval "$(_RECOTRACK_COMPLETE=bash_source recotrack)"',
        "COMP_WORDS=(recotrack show tr-2021-0); COMP_CWORD=2",
        "$(complete -p recotrack | sed 's/.*-F //; s/ .*//') recotrack",
        'printf "%s\\n" "${COMPREPLY[@]}"',
    )
    path = f"{script.parent}{os.pathsep}{environment.get('PATH', '')}"
    run = subprocess.run(
        ["bash", "--norc", "-c", "\n".join(lines)],
        cwd=sample.root,
        env=environment | {"PATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == [f"tr-2021-0{number}" for number in range(1, 7)]


# Any input


ODD = [
    ("list", "--search", "\u202e"),
    ("diff", "2021", "\u202e"),
    ("changes", ".."),
    ("changes", "--", "--output=stolen"),
    ("list", "--rev", "--output=stolen"),
    ("report", "-o", ""),
    ("report", "-o", "."),
    ("list", "--as-of", "9" * 5000),
    ("list", "--year", "9" * 5000),
    ("list", "--year", "-1"),
    ("show", ""),
    ("show", "x" * 100_000),
    ("init", "", "--title", "\x1b"),
    ("schema", "-o", "recotrack.yaml"),
]


@pytest.mark.parametrize("words", ODD, ids=lambda words: ascii(" ".join(words))[:40])
def test_odd_words(sample: Builder, capfd: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    before = sorted(sample.root.rglob("*"))
    code = main(["-C", str(sample.root), *words])
    err = capfd.readouterr().err
    assert code in (0, 2)
    assert code == 0 or err
    assert sorted(sample.root.rglob("*")) == before


@pytest.mark.parametrize(
    "words",
    [("show", b"\xff"), ("list", "--search", b"\xff"), ("changes", b"\xff"), ("init", b"new", "--title", b"\xff")],
)
def test_words_that_are_not_utf8(sample: Builder, script: Path, words: tuple[str | bytes, ...]) -> None:
    run = subprocess.run([script, *words], cwd=sample.root, capture_output=True, check=False)
    assert b"Traceback" not in run.stderr
    assert run.returncode == (0 if "list" in words else 2)
    assert not (sample.root / "new").exists()


def test_main_gives_its_code(sample: Builder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(sample.root), "show", "nothing"]) == 2
    assert main(["-C", str(sample.root), "check"]) == 0
    assert "nothing" in capsys.readouterr().err
