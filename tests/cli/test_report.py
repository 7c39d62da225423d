"""`recotrack report`: the status report, the same byte for byte."""

import re
from pathlib import Path

import pytest

from tests.builder import Builder
from tests.cli.conftest import Snapshot, Spawn
from tests.conftest import Run


@pytest.fixture
def report(run: Run, sample: Builder) -> str:
    """The report of the sample."""
    return run("report", "-o", "-").out


def test_whole_output(report: str, snapshot: Snapshot) -> None:
    snapshot("report.md", report)


def test_report_of_an_empty_register(run: Run, build: Builder, snapshot: Snapshot) -> None:
    snapshot("report-empty.md", run("report", "-o", "-").out)


# Where it is written


def test_default_place(run: Run, sample: Builder, report: str) -> None:
    before = set(sample.root.rglob("*"))
    ran = run("report")
    written = sample.root / "reports" / "status.md"
    assert ran.out == ""
    assert ran.err == "wrote reports/status.md\n"
    assert written.read_bytes() == report.encode()
    assert set(sample.root.rglob("*")) - before == {written, written.parent}


def test_default_place_is_the_registers_own(run: Run, sample: Builder) -> None:
    run("report", root=sample.root / "recommendations" / "tr-2018")
    assert (sample.root / "reports" / "status.md").is_file()
    assert not (sample.root / "recommendations" / "tr-2018" / "reports").exists()


def test_named_file_counts_from_the_folder(run: Run, sample: Builder, report: str) -> None:
    assert run("report", "-o", "new/folder/out.md", root=sample.root / "status").out == ""
    assert (sample.root / "status" / "new" / "folder" / "out.md").read_bytes() == report.encode()
    assert not (sample.root / "reports").exists()


def test_report_replaces_the_earlier_one(run: Run, sample: Builder, report: str) -> None:
    path = sample.write("reports/status.md", "old\n")
    run("report")
    assert path.read_bytes() == report.encode()
    assert [one.name for one in path.parent.iterdir()] == ["status.md"]


def test_link_is_not_written_through(run: Run, sample: Builder, tmp_path: Path) -> None:
    target = tmp_path / "target.md"
    target.write_text("mine\n", encoding="utf-8")
    (sample.root / "reports").mkdir()
    (sample.root / "reports" / "status.md").symlink_to(target)
    run("report", code=2)
    assert target.read_text(encoding="utf-8") == "mine\n"


def test_broken_register_leaves_the_report_alone(run: Run, sample: Builder) -> None:
    path = sample.write("reports/status.md", "old\n")
    sample.write("recommendations/tr-2018/01.yaml", "a: 1\na: 2\n")
    run("report", code=2)
    assert path.read_text(encoding="utf-8") == "old\n"


# Determinism


def test_same_bytes_whatever_the_seed_of_hashes(sample: Builder, spawn: Spawn) -> None:
    """Also in another folder, at another width, in another time zone and with colour asked for."""
    one = spawn("report", "-o", "-", PYTHONHASHSEED="1").out
    two = spawn(
        "report", "-o", "-", PYTHONHASHSEED="2", COLUMNS="40", TZ="Asia/Baku", FORCE_COLOR="1", LC_ALL="C.UTF-8"
    ).out
    assert one == two


def test_same_bytes_from_a_revision(run: Run, sample: Builder, report: str) -> None:
    sample.commit()
    sample.recommendation("tr-2022-04", "Altered.", continues=[])
    assert run("report", "-o", "-", "--rev", "HEAD").out == report
    assert run("report", "-o", "-").out != report


def test_ends_of_lines(report: str) -> None:
    assert report.endswith("\n")
    assert not report.endswith("\n\n")
    assert "\n\n\n" not in report
    assert [line for line in report.splitlines() if line != line.rstrip()] == []


# What it holds


def test_parts_in_their_order(report: str) -> None:
    assert re.findall(r"^## (.*)$", report, re.MULTILINE) == [
        "What this register holds, and what it does not",
        "Counts of open recommendations",
        "Open recommendations by age",
        "What changed from TR 2021 to TR 2022",
        "Claims and findings",
        "What to notice",
        "Figures that do not agree, or do not add up",
        "Every recommendation",
    ]


def test_every_recommendation_has_its_section(sample: Builder, report: str) -> None:
    files = (sample.root / "recommendations").glob("*/*.yaml")
    ids = sorted(f"{path.parent.name}-{path.stem}" for path in files)
    assert sorted(re.findall(r"^#### (.*)$", report, re.MULTILINE)) == ids


def test_every_link_leads_to_a_section(report: str) -> None:
    anchors = {heading.lower().replace(" ", "-") for heading in re.findall(r"^#+ (.*)$", report, re.MULTILINE)}
    links = set(re.findall(r"\]\(#([^)]*)\)", report))
    assert links <= anchors
    assert len(links) == 19


def test_links_of_ids_with_stops_lead_to_a_section(run: Run, build: Builder) -> None:
    """GitHub leaves full stops out of the anchors of headings, and keeps `_`."""
    record = {"id": "a.b_c-2022", "series": "a.b", "issuer": "I", "title": "T", "country": "UTO", "year": 2022}
    build.write("sources/a.b_c-2022.yaml", record)
    build.recommendation("a.b_c-2022-01")
    report = run("report", "-o", "-").out
    assert "#### a.b_c-2022-01" in report or "#### a.b\\_c-2022-01" in report
    assert "(#ab_c-2022-01)" in report


def test_what_is_not_loaded_is_named(report: str) -> None:
    assert "- TR: 2018, 2021, 2022 loaded; 2019, 2020 not loaded; newest loaded: TR 2022." in report
    assert "- TR 2022 was at hand as an extract: its silence proves nothing." in report


def test_counts_add_up(report: str) -> None:
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in report.splitlines() if line.startswith("|")]
    at = rows.index(["Implementation", "Open", "of these at publication", "arguable", "claimed"])
    counted = {row[0]: [int(cell) for cell in row[1:]] for row in rows[at + 2 : at + 7]}
    assert counted == {
        "not assessed": [5, 0, 0, 0],
        "insufficient evidence": [1, 0, 0, 0],
        "not implemented": [3, 1, 0, 0],
        "partly implemented": [1, 1, 1, 0],
        "all": [10, 2, 1, 0],
    }


def test_lead_ins_stand_with_their_recommendations(report: str) -> None:
    lead = "*In order to fund shelters \\| hotlines, the authorities are encouraged to consider:*"
    assert report.count(lead) == 3
    assert f"> Referral \\& care. {lead}\n> … paying shelters in advance\n" in report


# Text from records is text


def test_nothing_from_records_is_markup(report: str) -> None:
    assert re.findall(r"(?<!\\)[<`]", report) == []
    assert "\\<script\\>alert(1)\\</script\\> \\| \\`code\\`, \\*stars\\*, \\[a link\\]" in report
    assert "https://" not in report
    for character in ("\x1b", "\u202e", "\u202c"):
        assert character not in report


def test_tables_have_as_many_cells_in_every_row(report: str) -> None:
    tables: list[list[int]] = [[]]
    for line in report.splitlines():
        if line.startswith("|"):
            tables[-1].append(len(re.findall(r"(?<!\\)\|", line)))
        elif tables[-1]:
            tables.append([])
    counts = [table for table in tables if table]
    assert len(counts) == 3
    assert all(len(set(table)) == 1 for table in counts)


def test_text_that_looks_like_a_number_stays(report: str) -> None:
    cells = [cell.strip() for line in report.splitlines() if line.startswith("|") for cell in line.split("|")]
    assert "1e3" in cells
    assert "0123\\.10" in cells or "0123.10" in cells
    assert "1e 2015: 1e5" in cells
    assert "> 1e400\n" in report


def test_a_linked_folder_is_not_written_through(run: Run, build: Builder, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (build.root / "reports").symlink_to(tmp_path / "elsewhere")
    assert "reports/ is a link" in run("report", code=2).err
    assert list((tmp_path / "elsewhere").iterdir()) == []
