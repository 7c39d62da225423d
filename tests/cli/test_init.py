"""`recotrack init`: a new register that works at once."""

import json
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

from recotrack.model.shapes import SHAPES
from tests.builder import Builder
from tests.conftest import Run

MADE = {
    ".vscode/settings.json",
    "figures/.gitkeep",
    "recommendations/.gitkeep",
    "recotrack.yaml",
    *(f"schemas/{name}.schema.json" for name in ("register", "source", "recommendation", "status", "matter", "metric")),
    "sources/.gitkeep",
    "status/.gitkeep",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is no register."""
    path = tmp_path / "new"
    path.mkdir()
    return path


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_files_that_are_made(run: Run, folder: Path) -> None:
    ran = run("init", root=folder)
    assert files(folder) == MADE
    assert ran.out == ""
    assert {line.removeprefix("made ") for line in ran.err.splitlines() if line.startswith("made ")} == MADE


def test_new_register_is_clean_and_empty(run: Run, folder: Path) -> None:
    run("init", root=folder)
    checked = run("check", root=folder)
    assert checked.out == ""
    assert checked.err.startswith("0 errors, 0 warnings")
    assert run("list", root=folder).out == "No recommendation is recorded yet.\n"
    assert run("report", "-o", "-", root=folder).out.startswith("# Recommendations and their implementation\n")


def test_another_folder(run: Run, folder: Path) -> None:
    run("init", "deep/er", root=folder)
    assert files(folder / "deep" / "er") == MADE


def test_title_and_country_are_text(run: Run, folder: Path) -> None:
    title = 'NO: "quoted", #comment, 0123, \\ and Bakı şəhəri'
    run("init", "--title", title, "--country", "NO", root=folder)
    run("check", root=folder)
    written = (folder / "recotrack.yaml").read_text(encoding="utf-8")
    assert 'country: "NO"' in written
    assert json.loads(re.findall(r"^title: (.*)$", written, re.MULTILINE)[0]) == title


@pytest.mark.parametrize("title", ["", "  ", "two\nlines", "\x1b[31m", "\u202e", "\u2028"], ids=ascii)
def test_title_that_is_no_line_of_text(run: Run, folder: Path, title: str) -> None:
    assert "title" in run("init", "--title", title, root=folder, code=2).err
    assert files(folder) == set()


def test_register_that_is_there_already(run: Run, sample: Builder) -> None:
    before = {path: path.read_bytes() for path in sample.root.rglob("*") if path.is_file()}
    ran = run("init", code=2)
    assert "there is a register already" in " ".join(ran.err.split())
    assert {path: path.read_bytes() for path in sample.root.rglob("*") if path.is_file()} == before


def test_files_that_are_there_are_kept(run: Run, folder: Path) -> None:
    (folder / ".vscode").mkdir()
    kept = folder / ".vscode" / "settings.json"
    kept.write_text("{}", encoding="utf-8")
    ran = run("init", root=folder)
    assert kept.read_text(encoding="utf-8") == "{}"
    assert "settings.json" not in ran.err


def test_folder_that_is_a_file(run: Run, folder: Path) -> None:
    (folder / "file").write_text("", encoding="utf-8")
    assert "file" in run("init", "file", root=folder, code=2).err


def test_schemas_are_those_of_the_command(run: Run, folder: Path) -> None:
    run("init", root=folder)
    for name in SHAPES:
        assert (folder / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8") == run("schema", name).out


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("recotrack.yaml", "register"),
        ("sources/tr-2022.yaml", "source"),
        ("recommendations/tr-2022/01.yaml", "recommendation"),
        ("recommendations/matters/01.yaml", "recommendation"),
        ("status/tr-2022/01.yaml", "status"),
        ("status/moldova-upr-2022/01.yaml", "status"),
        ("status/matters/inspections.yaml", "matter"),
    ],
)
def test_editors_take_one_schema_for_each_file(run: Run, folder: Path, path: str, name: str) -> None:
    run("init", root=folder)
    settings = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    taken = []
    for schema, globs in settings["yaml.schemas"].items():
        globs = [globs] if isinstance(globs, str) else globs
        wanted = any(_matches(path, glob) for glob in globs if not glob.startswith("!"))
        if wanted and not any(_matches(path, glob[1:]) for glob in globs if glob.startswith("!")):
            taken.append(schema)
    assert taken == [f"./schemas/{name}.schema.json"]


def _matches(path: str, glob: str) -> bool:
    """Tells whether a glob takes a path: `*` stays within a folder, and a leading `/` is the root."""
    parts, wanted = path.split("/"), glob.lstrip("/").split("/")
    return len(parts) == len(wanted) and all(map(fnmatch, parts, wanted))
