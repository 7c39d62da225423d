import pytest

from recotrack.model.diagnostics import WARNINGS, Diagnostic, fault, in_order
from recotrack.model.nodes import Position
from recotrack.model.terms import Severity


def test_a_fault_has_its_place_and_words() -> None:
    made = fault("bad-id", Position("sources/a.yaml", 3, 14), "what is wrong", "what to do")
    assert made == Diagnostic("sources/a.yaml", 3, 14, "bad-id", Severity.ERROR, "what is wrong", "what to do")
    assert made.position == Position("sources/a.yaml", 3, 14)
    assert fault("bad-id", Position("sources/a.yaml"), "what is wrong").hint is None


@pytest.mark.parametrize("code", sorted(WARNINGS))
def test_warnings(code: str) -> None:
    assert fault(code, Position("a"), "m").severity is Severity.WARNING


@pytest.mark.parametrize("code", ["undeclared-series", "stray-file"])
def test_what_the_design_calls_a_warning_is_one(code: str) -> None:
    assert code in WARNINGS


@pytest.mark.parametrize("code", ["bad-id", "yaml-anchor", "unknown-key", "unreadable", "misplaced-file", "a-new-code"])
def test_every_other_fault_is_an_error(code: str) -> None:
    assert fault(code, Position("a"), "m").severity is Severity.ERROR


def test_diagnostics_are_in_order_of_place_and_each_once() -> None:
    faults = [
        fault("b", Position("a", 10, 1), "m", "h"),
        fault("a", Position("b", 1, 1), "m"),
        fault("b", Position("a", 2, 1), "m"),
        fault("a", Position("a", 2, 1), "m", "h"),
        fault("a", Position("a", 2, 1), "m"),
        fault("c", Position("a", 2, 10), "m"),
    ]
    ordered = in_order([*faults, *faults])
    assert [f"{one.position} {one.code} {one.hint}" for one in ordered] == [
        "a:2:1 a None",
        "a:2:1 a h",
        "a:2:1 b None",
        "a:2:10 c None",
        "a:10:1 b h",
        "b:1:1 a None",
    ]
    assert in_order(reversed(faults)) == ordered
    assert in_order(()) == ()
