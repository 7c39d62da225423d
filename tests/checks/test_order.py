"""How the diagnostics of a register come: in order, each once, and each fault by itself."""

import pytest

from tests.builder import Builder, evidence, update
from tests.checks.planting import found_in, plant_clean, told


def test_by_path_then_line_then_column_then_code(build: Builder) -> None:
    """Lines and columns as numbers, not as text; faults of reading among those of the rules."""
    plant_clean(build)
    build.write("status/tr-2024/02.yaml", "recommendation: tr-2024-02\nupdates: none\n")
    build.write("sources/note.txt", "ask again\n")
    build.write(
        "recommendations/tr-2024/02.yaml",
        "number: 3\nid: tr-2024-02\nsource: tr-2024\nyear: 2024\ntext: Screen migrants.\n"
        "related:\n  - tr-2024-02\n  - no-2020-01\n\n\nthemes: [abcd, bcde]\n",
    )
    assert told(found_in(build)) == (
        "recommendations/tr-2024/02.yaml:1:9 error number-gap",
        "recommendations/tr-2024/02.yaml:1:9 error number-not-file",
        "recommendations/tr-2024/02.yaml:7:5 error related-self",
        "recommendations/tr-2024/02.yaml:8:5 error unknown-recommendation",
        "recommendations/tr-2024/02.yaml:11:10 error unknown-theme",
        "recommendations/tr-2024/02.yaml:11:16 error unknown-theme",
        "sources/note.txt:1:1 warning stray-file",
        "status/tr-2024/02.yaml:2:10 error wrong-type",
    )


def test_two_of_one_place_and_code_by_message(build: Builder) -> None:
    """An update from before seven recommendations: the order must not hang on how texts hash."""
    build.source("tr-2020")
    build.source("tr-2024")
    build.recommendation("tr-2020-01", "Act.")
    numbers = [f"{number:02}" for number in range(1, 8)]
    for number in numbers:
        build.recommendation(f"tr-2024-{number}", "Act.")
    targets = [f"tr-2024-{number}" for number in reversed(numbers)]
    build.status("tr-2020-01", update("2022-06-15", "insufficient_evidence", searched=["tr-2020"], applies_to=targets))
    found = found_in(build)
    assert [one.code for one in found] == ["update-before-recommendation"] * 7
    assert [(one.line, one.column, one.message) for one in found] == sorted(
        (one.line, one.column, one.message) for one in found
    )


def test_each_once(build: Builder) -> None:
    """A target that stands twice is examined twice and told once."""
    plant_clean(build)
    targets = ["tr-2024-02", "tr-2024-02"]
    build.status("tr-2018-02", update("2022-06-15", "insufficient_evidence", searched=["tr-2018"], applies_to=targets))
    assert [one.code for one in found_in(build)] == ["update-before-recommendation", "double-entry"]


def test_every_fault_is_told(build: Builder) -> None:
    """The first never hides the others, in a file or between files."""
    plant_clean(build)
    build.write("recommendations/tr-2024/03.yaml", "id: Tr\nnumbr: 3\ntext: {}\n")
    build.write("recommendations/tr-2024/04.yaml", "id: [\n")
    assert told(found_in(build)) == (
        "recommendations/tr-2024/03.yaml:1:1 error missing-key",
        "recommendations/tr-2024/03.yaml:1:1 error missing-key",
        "recommendations/tr-2024/03.yaml:1:1 error missing-key",
        "recommendations/tr-2024/03.yaml:1:5 error bad-id",
        "recommendations/tr-2024/03.yaml:2:1 error unknown-key",
        "recommendations/tr-2024/03.yaml:3:7 error wrong-type",
        "recommendations/tr-2024/04.yaml:2:1 error yaml-syntax",
    )


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("sources/tr-2024.yaml", "id: [\n", "sources/tr-2024.yaml:2:1 error yaml-syntax"),
        (
            "recommendations/tr-2023/01.yaml",
            "id: [\n",
            "recommendations/tr-2023/01.yaml:2:1 error yaml-syntax",
        ),
        ("recotrack.yaml", "titel: Recommendations\n", "recotrack.yaml:1:1 error unknown-key"),
    ],
    ids=["source", "recommendation", "settings"],
)
def test_a_faulty_file_is_not_called_absent(build: Builder, path: str, text: str, expected: str) -> None:
    """A file that cannot be read is one fault: what refers to it is not at fault."""
    plant_clean(build)
    said = evidence("tr-2024", "Nobody was screened.", says="no_action")
    build.status("tr-2023-02", update("2024-06-24", "not_implemented", evidence=[said]))
    build.write(path, text)
    assert told(found_in(build)) == (expected,)
