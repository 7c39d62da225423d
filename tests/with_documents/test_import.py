"""Each document of the first register gives its list in one command, the texts as they are recorded."""

import json
import shutil
from pathlib import Path

import pytest

from recotrack.store.load import load
from recotrack.store.worktree import WorkTree
from tests.conftest import Run

LISTS = (
    ("000_433c819035f0b218.txt", "us-tip-2018", 9),
    ("001_2da4f0a57673f1b2.txt", "us-tip-2023", 11),
    ("002_76aa4bf42a0c2a1c.txt", "iom-2016", 66),
    ("004_2cfe65466dc30a10.txt", "us-tip-2024", 13),
)


@pytest.fixture
def register(repository: Path, tmp_path: Path) -> Path:
    """The settings of the first register without its records."""
    shutil.copy(repository / "recotrack.yaml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(("name", "source", "count"), LISTS)
def test_the_list_of_a_document(
    run: Run, documents: Path, repository: Path, register: Path, name: str, source: str, count: int
) -> None:
    series, _, year = source.rpartition("-")
    run("-C", str(register), "import", str(documents / name), "--series", series, "--year", year)
    recorded = load(WorkTree(repository)).recommendations
    drafts = load(WorkTree(register)).recommendations
    assert len(drafts) == count
    for id, draft in drafts.items():
        assert (draft.text, draft.section, draft.lead_in) == (
            recorded[id].text,
            recorded[id].section,
            recorded[id].lead_in,
        )
    assert run("-C", str(register), "check", "--documents", str(documents)).code == 0


def test_the_report_of_the_government_has_none(run: Run, documents: Path, repository: Path) -> None:
    path = str(documents / "003_da943ab115de1b51.txt")
    found = json.loads(run("-C", str(repository), "import", path, "--dry-run", "--format", "json").out)
    assert found["drafts"] == []
    assert "no heading of recommendations" in found["because"]


def test_what_is_recorded_is_not_written_again(run: Run, documents: Path, repository: Path) -> None:
    path = str(documents / "004_2cfe65466dc30a10.txt")
    ran = run("-C", str(repository), "import", path)
    assert "us-tip-2024 is recorded already, with the same 13 texts. Nothing was written." in ran.err
