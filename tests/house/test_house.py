"""What holds for the whole repository: lint, layout, types, rooms, start-up, and no traces of a machine."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from recotrack.model.shapes import SHAPES
from tests.conftest import Run

MOST_LINES = 400

_FOLDERS = re.compile(r"(?<![\w.~-])/(?:home|Users|root|work)/\w|\b[A-Z]:\\Users\\\w", re.ASCII)
"""A folder of somebody's own, as a path begins in one."""


def tool(name: str) -> str:
    """Gives a command that is installed beside the interpreter."""
    return str(Path(sys.executable).with_name(name))


def passes(repository: Path, *words: str) -> None:
    run = subprocess.run(words, cwd=repository, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, f"{' '.join(words)}\n{run.stdout}{run.stderr}"


def files(repository: Path) -> list[Path]:
    """Gives the files of the repository, committed or not, but none that git ignores."""
    run = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = [repository / name for name in run.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def test_lint(repository: Path) -> None:
    passes(repository, tool("ruff"), "check", "--no-cache", ".")


def test_layout(repository: Path) -> None:
    passes(repository, tool("ruff"), "format", "--check", "--no-cache", ".")


def test_types(repository: Path) -> None:
    passes(repository, tool("mypy"))


def test_rooms(repository: Path) -> None:
    passes(repository, tool("lint-imports"), "--no-cache")


def test_no_module_is_long(repository: Path) -> None:
    modules = sorted((repository / "recotrack").rglob("*.py"))
    assert modules
    lines = {str(path.relative_to(repository)): len(path.read_text(encoding="utf-8").splitlines()) for path in modules}
    assert {path: count for path, count in lines.items() if count > MOST_LINES} == {}


def test_no_file_names_a_folder_of_this_machine(repository: Path) -> None:
    found = {}
    for path in files(repository):
        text = path.read_bytes().decode("utf-8", "replace")
        places = [match[0] for match in _FOLDERS.finditer(text)]
        places += [
            str(own) for own in (Path.home(), repository) if re.search(rf"(?<![\w.~-]){re.escape(str(own))}/", text)
        ]
        if places:
            found[str(path.relative_to(repository))] = places
    assert found == {}


@pytest.mark.parametrize("folder", ["home", "root", "Users", "work"])
def test_such_a_folder_would_be_found(folder: str) -> None:
    for before in ("", "see ", "'", "(", "=", "file://"):
        assert _FOLDERS.search(f"{before}/{folder}/x"), before
    for before in ("https://example.org", "..", "a", "a/b"):
        assert not _FOLDERS.search(f"{before}/{folder}/x"), before


def test_every_file_is_text_of_ours(repository: Path) -> None:
    """UTF-8, with plain line ends and one at the end; snapshots of empty outputs are empty.

    Documents to be imported are as such documents are found.
    """
    odd = []
    for path in files(repository):
        data = path.read_bytes()
        data.decode("utf-8")
        if path.parent.name == "corpus":
            continue
        if b"\r" in data or (data and not data.endswith(b"\n")):
            odd.append(str(path.relative_to(repository)))
    assert odd == []


# Start-up


def imported(code: str) -> set[str]:
    """Gives the modules that are loaded after a piece of code; what it prints is left out."""
    lines = ("import sys", code, "print()", "print(*sorted(sys.modules))")
    run = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True)
    return set(run.stdout.splitlines()[-1].split())


HEAVY = {"yaml", "git", "tabulate", "json", "jsonschema", "tempfile", "hashlib", "dataclasses"}
"""Modules that cost at start; each is imported where it is used."""


def test_command_line_imports_nothing_heavy() -> None:
    loaded = imported("import recotrack.cli.main") - imported("import click")
    assert "recotrack.cli.main" in loaded
    assert loaded & HEAVY == set()
    assert {name for name in loaded if name.startswith("recotrack.")} == {
        "recotrack.cli",
        "recotrack.cli.app",
        "recotrack.cli.main",
    }


@pytest.mark.parametrize(
    ("words", "unwanted"),
    [
        (["--help"], HEAVY),
        (["list", "--format", "json"], {"git", "tabulate", "hashlib", "jsonschema"}),
        (["list"], {"git", "hashlib", "jsonschema"}),
        (["check"], {"git", "tabulate", "json", "jsonschema"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_commands_import_what_they_use(repository: Path, words: list[str], unwanted: set[str]) -> None:
    loaded = imported(f"from recotrack.cli.main import main; main(['-C', {str(repository)!r}, *{words!r}])")
    assert "recotrack.cli.main" in loaded
    assert (loaded - imported("import click")) & unwanted == set()


# Schemas


def test_schemas_in_the_repository_are_those_written_now(run: Run, repository: Path) -> None:
    folder = repository / "schemas"
    committed = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*") if path.is_file()}
    written = {f"{name}.schema.json": run("schema", name).out for name in SHAPES}
    assert committed in ({}, written), "run `recotrack schema -o schemas`"
