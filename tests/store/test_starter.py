import json
import os
from pathlib import Path

import pytest

from recotrack.model.register import Register
from recotrack.model.shapes import SHAPES
from recotrack.store.load import load
from recotrack.store.starter import GLOBS, StarterError, begin, editor_settings
from recotrack.store.worktree import WorkTree, find_root

SCHEMAS = {name: f'{{"title": "{name}"}}\n' for name in SHAPES}
MADE = [
    "schemas/register.schema.json",
    "schemas/source.schema.json",
    "schemas/recommendation.schema.json",
    "schemas/status.schema.json",
    "schemas/matter.schema.json",
    "schemas/metric.schema.json",
    ".vscode/settings.json",
    "figures/.gitkeep",
    "recommendations/.gitkeep",
    "sources/.gitkeep",
    "status/.gitkeep",
    "recotrack.yaml",
]


def start(root: Path, title: str = "A title", country: str | None = None) -> tuple[str, ...]:
    return begin(root, title=title, country=country, schemas=SCHEMAS)


def loaded(root: Path) -> Register:
    """Loads what must be without fault."""
    register = load(WorkTree(root))
    assert register.faults == ()
    return register


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("folder", [".", "a/b/register"])
def test_makes_a_register(tmp_path: Path, folder: str) -> None:
    root = tmp_path / folder
    assert list(start(root)) == MADE
    assert sorted(files(root)) == sorted(MADE)
    for name, text in SCHEMAS.items():
        assert (root / f"schemas/{name}.schema.json").read_text(encoding="utf-8") == text
    assert find_root(root / "sources") is not None
    settings = loaded(root).settings
    assert (settings.format, settings.title, settings.country) == (1, "A title", None)
    assert (settings.series, settings.taxonomies) == ({}, {})


def test_is_complete_only_with_its_root_file() -> None:
    """It is written last: where a run is interrupted, a second one goes on."""
    assert MADE[-1] == "recotrack.yaml"


@pytest.mark.parametrize(
    "title",
    [
        'He said: "no"',
        "it's: a #title",
        "{a: b}",
        "- a",
        "&a *b !c",
        "Сделайте это — “now” 😀",
        "back\\slash \\n",
        "NO",
        "1.10",
        "null",
        "~",
        "%TAG",
        " spaced ",
        "'",
        '"',
        "\\",
        "x" * 5000,
    ],
)
def test_a_title_survives_loading(tmp_path: Path, title: str) -> None:
    start(tmp_path, title=title, country=title)
    settings = loaded(tmp_path).settings
    assert (settings.title, settings.country) == (title, title)


@pytest.mark.parametrize(
    "words", ["", " ", "a\nb", "a\tb", "a\x1b[31m", "a\u2028b", "a\0", "a\x85b", "\ud800", "a\u202eb"]
)
@pytest.mark.parametrize("name", ["title", "country"])
def test_words_that_are_not_one_line_of_text(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(StarterError, match=rf"^the {name} must be one line of text$"):
        start(tmp_path / "new", **{name: words})
    assert not (tmp_path / "new").exists()


def test_a_second_call_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    start(tmp_path)
    (tmp_path / "schemas/source.schema.json").unlink()
    before = files(tmp_path)
    with pytest.raises(StarterError) as refused:
        start(tmp_path, title="Another")
    assert str(refused.value) == f"there is a register already: {tmp_path / 'recotrack.yaml'}"
    assert files(tmp_path) == before


@pytest.mark.parametrize("target", ["settings.yaml", "nowhere.yaml"])
def test_a_link_counts_as_a_register(tmp_path: Path, target: str) -> None:
    (tmp_path / "settings.yaml").write_text("format: 1\n", encoding="utf-8")
    (tmp_path / "recotrack.yaml").symlink_to(target)
    with pytest.raises(StarterError, match=r"^there is a register already"):
        start(tmp_path)
    assert sorted(os.listdir(tmp_path)) == ["recotrack.yaml", "settings.yaml"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    there = {
        ".vscode/settings.json": b"{}",
        "schemas/source.schema.json": b"mine",
        "sources/.gitkeep": b"mine too",
        "sources/a.txt": b"x",
        "README.md": b"y",
    }
    for path, data in there.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    made = start(tmp_path)
    assert list(made) == [path for path in MADE if path not in there]
    assert {path: data for path, data in files(tmp_path).items() if path in there} == there


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file", encoding="utf-8")
    with pytest.raises(OSError, match="a"):
        start(tmp_path / "a")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "a file"


def test_what_is_commented_out_is_valid(tmp_path: Path) -> None:
    start(tmp_path)
    path = tmp_path / "recotrack.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    keys = ("# country:", "# series:", "# taxonomies:", "#   ")
    head = lines.index("format: 1")
    opened = [line.removeprefix("# ") if line.startswith(keys) else line for line in lines[head:]]
    path.write_text("\n".join(opened) + "\n", encoding="utf-8")
    settings = loaded(tmp_path).settings
    assert settings.country == "AZE"
    assert list(settings.series) == ["us-tip"]
    assert settings.series["us-tip"].cadence == "annual"
    assert settings.taxonomies == {"themes": {"prevention": "Prevention"}}


def test_editors_find_every_schema() -> None:
    settings = json.loads(editor_settings())
    assert settings == {"yaml.schemas": {f"./schemas/{name}.schema.json": GLOBS[name] for name in SHAPES}}
    assert list(GLOBS) == list(SHAPES)
