"""`recotrack schema`: JSON Schema for editors, printed or written."""

import json
from pathlib import Path

import pytest

from recotrack.model.shapes import SHAPES
from tests.builder import Builder
from tests.conftest import Run

NAMES = ["register", "source", "recommendation", "status", "matter", "metric"]


def test_types_are_the_file_types() -> None:
    assert list(SHAPES) == NAMES


def test_types_are_listed(run: Run) -> None:
    lines = run("schema").out.splitlines()
    assert [line.split()[0] for line in lines] == NAMES
    assert "sources/ID.yaml" in lines[1]


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_printed(run: Run, name: str) -> None:
    ran = run("schema", name)
    schema = json.loads(ran.out)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["type"] == "object"
    assert ran.out.endswith("}\n")
    assert ran.err == ""


def test_schemas_are_written(run: Run, build: Builder) -> None:
    run("schema", "-o", "editor/schemas")
    folder = build.root / "editor" / "schemas"
    assert {path.name for path in folder.iterdir()} == {f"{name}.schema.json" for name in NAMES}
    for name in NAMES:
        assert (folder / f"{name}.schema.json").read_text(encoding="utf-8") == run("schema", name).out


def test_one_schema_is_written(run: Run, build: Builder) -> None:
    run("schema", "status", "-o", "out")
    assert [path.name for path in (build.root / "out").iterdir()] == ["status.schema.json"]


def test_no_register_is_needed(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    assert run("schema", "source", root=folder).out


def test_unknown_type(run: Run) -> None:
    ran = run("schema", "sourcs", code=2)
    assert ran.out == ""
    assert "source" in ran.err
