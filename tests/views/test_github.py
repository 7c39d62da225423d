"""`views.github`: annotations that no text of a record can break."""

import pytest

from recotrack.model.diagnostics import fault
from recotrack.model.nodes import Position
from recotrack.views.github import check_github


def test_error_and_warning() -> None:
    place = Position("sources/a.yaml", 3, 12)
    found = (
        fault("unknown-theme", place, "no such theme"),
        fault("undeclared-series", place, "no series", "declare it"),
    )
    assert check_github(found) == (
        "::error file=sources/a.yaml,line=3,col=12,title=unknown-theme::no such theme\n"
        "::warning file=sources/a.yaml,line=3,col=12,title=undeclared-series::no series (declare it)\n"
    )


def test_none() -> None:
    assert check_github(()) == ""


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("50% done", "50%25 done"),
        ("a\n::error::b", "a\\x0a::error::b"),
        ("a\r\nb", "a\\x0d\\x0ab"),
        ("\x1b[31m\u202e", "\\x1b[31m\\u202e"),
    ],
    ids=ascii,
)
def test_message_stays_in_its_line(message: str, shown: str) -> None:
    out = check_github((fault("unknown-theme", Position("a.yaml"), message),))
    assert out == f"::error file=a.yaml,line=1,col=1,title=unknown-theme::{shown}\n"


def test_path_stays_in_its_property() -> None:
    out = check_github((fault("stray-file", Position("sources/a,line=9::b\n%.txt"), "stray"),))
    assert out == "::warning file=sources/a%2Cline=9%3A%3Ab\\x0a%25.txt,line=1,col=1,title=stray-file::stray\n"
