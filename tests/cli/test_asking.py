"""Questions for what the options of `update` leave open, answered in turn."""

import sys
from collections.abc import Callable
from typing import Any

import click
import pytest

from recotrack.cli.asking import ask_what_is_missing
from tests.builder import Builder

Ask = Callable[..., dict[str, Any]]
NOTHING_SAID: dict[str, Any] = {
    **dict.fromkeys(("date", "covers", "implementation", "basis", "via", "summary", "alternative", "because")),
    **dict.fromkeys(("searched", "source", "place", "quote", "says", "applies_to"), ()),
}


@pytest.fixture
def ask(build: Builder, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Asks with the answers given, as on a terminal; an empty answer takes the default."""
    build.write("recotrack.yaml", "series: {gov: {government: true}}\n")
    build.source("tr-2024", published="2024-06-24", covers={"from": "2023-04-01", "to": "2024-03-31"})
    build.source("gov-2023", covers=2023)
    build.source("or-2023", issuer="Others")
    build.recommendation("tr-2024-01")
    register = build.load()

    class Terminal:
        def isatty(self) -> bool:
            return True

    def call(*answers: str, **said: Any) -> dict[str, Any]:
        left = list(answers)

        def prompt(text: str, default: str | None = None, **_: Any) -> str:
            answer = left.pop(0)
            return default if answer == "" and default is not None else answer

        monkeypatch.setattr(sys, "stdin", Terminal())
        monkeypatch.setattr(click, "prompt", prompt)
        found, asked = ask_what_is_missing(register, "tr-2024-01", NOTHING_SAID | said)
        assert asked
        assert left == []
        return found

    return call


def test_answers_are_put_on_single_spaces_and_an_empty_period_is_not_stated(ask: Ask) -> None:
    found = ask(
        *("tr-2024", " Part  1 ", "It  was not\tdone. ", "no_action", ""),
        *("", "not_implemented", "  ", "Nothing  was done. ", ""),
    )
    assert (found["source"], found["place"], found["quote"]) == (("tr-2024",), ("Part 1",), ("It was not done.",))
    assert (found["basis"], found["summary"], found["covers"]) == ("issuing_body", "Nothing was done.", "")


@pytest.mark.parametrize(("source", "basis"), [("gov-2023", "government_claim"), ("or-2023", "third_party")])
def test_the_likely_basis_follows_from_who_is_quoted(ask: Ask, source: str, basis: str) -> None:
    answers = ("nobody", source, "Part 1", "Done.", "-", "", "", "implemented", "Done.", "2023")
    assert ask(*answers)["basis"] == basis


def test_what_was_searched_and_a_date_are_asked_where_nothing_is_quoted(ask: Ask) -> None:
    found = ask("", "own_assessment", "insufficient_evidence", "tr-2024 gov-2023", "Not told.", "")
    assert found["searched"] == ("tr-2024", "gov-2023")
    assert ask("", "own_assessment", "not_assessed", "Not yet.", "", "2024-07-01")["date"] == "2024-07-01"


def test_a_quote_without_its_source_and_place_is_completed(ask: Ask) -> None:
    said = {"quote": ("Done.",), "implementation": "implemented", "basis": "issuing_body", "summary": "Done."}
    found = ask("tr-2024", "Part 1", "2023", **said)
    assert (found["source"], found["place"], found["covers"]) == (("tr-2024",), ("Part 1",), "2023")


def test_a_source_that_is_not_there_is_refused_before_any_question(ask: Ask) -> None:
    with pytest.raises(click.UsageError, match="no source 'tr-2034'"):
        ask(source=("tr-2034",), quote=("Done.",))
