"""Hints in the wording: which there are, and that the same words give none."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recotrack.analysis.signals import STEP_NAMES, STEPS, WORDS, signals_of, signals_of_step
from recotrack.model.terms import Relation
from tests.analysis.registers import bare_link, bare_recommendation, bare_register


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("Train police.", "Continue to train police.", [("gains-continue", "", "continue")]),
        ("Continuing to train police", "train police", [("loses-continue", "continuing", "")]),
        ("Allocate adequate funds.", "Allocate funds.", [("loses-adequate", "adequate", "")]),
        ("Enforce the law.", "Fully enforce the law.", [("gains-fully", "", "fully")]),
        ("Consider ratifying it.", "Ratify it.", [("loses-consider", "consider", "")]),
        ("Develop an action plan.", "Implement an action plan.", [("verb-step", "develop", "implement")]),
        ("Develop and implement SOPs.", "Implement SOPs.", [("verb-step", "develop", "implement")]),
        ("Use the SOPs.", "Draft new SOPs.", [("verb-step", "use", "draft")]),
        (
            "For children, develop a mechanism for referral.",
            "For children, operationalise a mechanism for referral.",
            [("verb-step", "develop", "operationalise")],
        ),
        ("Increase and improve training.", "Improve and increase training.", []),
        ("Develop SOPs.", "Draft SOPs.", []),
        ("Train judges.", "Train prosecutors.", []),
    ],
)
def test_signals(before: str, after: str, wanted: list[tuple[str, str, str]]) -> None:
    assert [(one.kind, one.before, one.after) for one in signals_of(before, after)] == wanted


def test_a_step_tells_its_way() -> None:
    (there,) = signals_of("Develop a plan.", "Implement a plan.")
    assert there.hint == "a later step: it was to prepare it, it is to carry it out"
    (back,) = signals_of("Implement a plan.", "Develop a plan.")
    assert back.hint == "an earlier step: it was to carry it out, it is to prepare it"


@given(st.text(), st.text())
def test_any_text_is_read_and_the_same_gives_none(one: str, other: str) -> None:
    assert signals_of(one, one) == ()
    kinds = {f"{way}-{kind}" for way in ("gains", "loses") for kind in WORDS} | {"verb-step"}
    assert {signal.kind for signal in signals_of(one, other)} <= kinds


def test_of_a_step_the_parents_together_tell() -> None:
    register = bare_register(
        [
            bare_recommendation("tr-2023-01", "Train police."),
            bare_recommendation("tr-2023-02", "Continue to train judges."),
            bare_recommendation(
                "tr-2024-01",
                "Continue to train police and judges.",
                (bare_link("tr-2023-01", Relation.MERGED), bare_link("tr-2023-02", Relation.MERGED)),
            ),
            bare_recommendation("tr-2024-02", "Continue to train police.", (bare_link("tr-2023-01", confirmed=False),)),
            bare_recommendation("tr-2024-03", "Train judges.", (bare_link("tr-2023-02", Relation.SPLIT),)),
            bare_recommendation("tr-2024-04", "Train judges.", (bare_link("tr-2023-02"),)),
        ]
    )
    told = {id: [one.kind for one in signals_of_step(register, id)] for id in register.recommendations}
    assert {id: kinds for id, kinds in told.items() if kinds} == {"tr-2024-04": ["loses-continue"]}


def test_the_documentation_has_the_very_words(repository: Path) -> None:
    text = (repository / "docs" / "matching.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d) \| ([^|]+) \| ([^|]+) \|$", text, re.MULTILINE)
    assert rows == [
        (str(number), name, ", ".join(verbs))
        for number, (name, verbs) in enumerate(zip(STEP_NAMES, STEPS, strict=True), start=1)
    ]
    for kind, (words, gained, lost) in WORDS.items():
        assert f"| `{kind}` | {', '.join(words)} | {gained} | {lost} |" in text
