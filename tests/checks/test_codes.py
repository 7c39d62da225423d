"""Every code of a diagnostic is planted by a test and explained in docs/checks.md."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from recotrack.model.diagnostics import WARNINGS, fault
from recotrack.model.nodes import Position
from recotrack.model.terms import Severity
from tests.builder import Builder
from tests.checks import (
    test_documents,
    test_figures,
    test_lineage,
    test_matters,
    test_reading,
    test_recommendations,
    test_sources,
    test_status,
)
from tests.checks.planting import plant_clean
from tests.conftest import Run

MODULES = (
    test_reading,
    test_sources,
    test_recommendations,
    test_lineage,
    test_status,
    test_matters,
    test_figures,
    test_documents,
)
MAKERS = {"fault", "note", "refuse", "_refuse"}
"""Functions whose first argument is a code."""


def codes_of(text: str) -> Iterator[str]:
    """Yields the codes that a module makes diagnostics with."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)
        if name not in MAKERS or not node.args:
            continue
        match node.args[0]:
            case ast.Constant(value=str(code)):
                yield code
            case ast.IfExp(body=ast.Constant(value=str(one)), orelse=ast.Constant(value=str(other))):
                yield from (one, other)
            case ast.Name(id="code"):
                pass  # Handed on by one of the makers.
            case other:
                pytest.fail(f"line {node.lineno}: this test cannot tell the code of `{ast.unparse(other)}`")


@pytest.fixture
def codes(repository: Path) -> set[str]:
    files = (repository / "recotrack").rglob("*.py")
    return {code for path in files for code in codes_of(path.read_text(encoding="utf-8"))}


@pytest.fixture
def sections(repository: Path) -> dict[str, str]:
    parts = re.split(r"^## (.+)$", (repository / "docs" / "checks.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {code.strip("`"): text for code, text in zip(parts[1::2], parts[2::2], strict=True)}


def test_codes_are_found_however_they_are_written() -> None:
    text = 'fault("a-b", x)\nself.note("c", x)\nraise self._refuse("d" if x else "e", y)\nfault(code, x)\nother("f")'
    assert set(codes_of(text)) == {"a-b", "c", "d", "e"}


def test_there_are_codes(codes: set[str]) -> None:
    assert len(codes) > 60
    assert {"yaml-syntax", "lineage-cycle", "number-gap", "quote-not-in-document"} < codes


def test_codes_name_faults_in_words(codes: set[str]) -> None:
    assert [code for code in codes if not re.fullmatch("[a-z]+(-[a-z0-9]+)*", code)] == []


def test_every_code_is_planted(codes: set[str]) -> None:
    plants = {one.code for module in MODULES for one in module.PLANTED}
    assert plants | test_reading.NOT_AS_TEXT == codes


def test_what_is_not_planted_as_text_has_a_test_of_its_own() -> None:
    assert all(hasattr(test_reading, f"test_{code.replace('-', '_')}") for code in test_reading.NOT_AS_TEXT)


def test_every_plant_expects_its_code() -> None:
    for module in MODULES:
        for one in module.PLANTED:
            assert one.code in {expected.rpartition(" ")[2] for expected in one.expected}, one.name


def test_every_code_has_a_section(codes: set[str], sections: dict[str, str]) -> None:
    assert set(sections) == codes


def test_sections_stand_in_order(sections: dict[str, str]) -> None:
    assert list(sections) == sorted(sections)


def test_sections_tell_the_severity(codes: set[str], sections: dict[str, str]) -> None:
    for code, text in sections.items():
        severity = fault(code, Position("a"), "b").severity
        assert text.lstrip().startswith(f"{severity.capitalize()}. "), code


def test_sections_are_short(sections: dict[str, str]) -> None:
    """Two to five lines; examples are not counted."""
    for code, text in sections.items():
        prose = re.sub(r"^```yaml\n.*?^```\n", "", text, flags=re.MULTILINE | re.DOTALL)
        assert 2 <= len([line for line in prose.splitlines() if line.strip()]) <= 5, code


def test_warnings_are_codes(codes: set[str]) -> None:
    assert codes > WARNINGS


def test_the_sample_is_what_is_printed(build: Builder, run: Run, repository: Path) -> None:
    plant_clean(build)
    build.write(
        "recommendations/tr-2024/02.yaml",
        "id: tr-2024-02\nsource: tr-2024\nyear: 2024\nnumber: 2\ntext: Screen migrants.\n"
        "themes: [prevention, detection]\n",
    )
    build.write(
        "status/tr-2024/02.yaml",
        "recommendation: tr-2024-02\nupdates:\n  - date: 2024-06-24\n    implementation: not_implemented\n"
        "    basis: issuing_body\n    evidence:\n      - source: tr-2024\n        place: Part 1\n"
        f"        quote: {' '.join(['word'] * 57)}\n",
    )
    page = (repository / "docs" / "checks.md").read_text(encoding="utf-8")
    assert f"\n```\n{run('check', code=1).out}```\n" in page


@pytest.mark.parametrize(
    ("code", "severity"), [("lineage-over-edition", Severity.WARNING), ("lineage-cycle", Severity.ERROR)]
)
def test_a_code_has_one_severity(code: str, severity: Severity) -> None:
    assert fault(code, Position("a.yaml", 2, 3), "b", "c") == ("a.yaml", 2, 3, code, severity, "b", "c")
