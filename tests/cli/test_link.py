"""`link`: a list, a walk, single decisions, and what it refuses."""

import json
import sys
from collections.abc import Callable
from typing import Any

import click
import pytest

from tests.analysis.test_linking import BEGGING, BOTH, CAPACITY, MORATORIUM, SHELTER
from tests.builder import Builder, link
from tests.conftest import Ran, Run


@pytest.fixture
def editions(build: Builder) -> Builder:
    """Two editions in files as people write them; the second is unread. Another series overlaps."""
    for source in ("tr-2023", "tr-2024", "gov-2022"):
        build.source(source)
    for id, text in (
        ("tr-2023-01", SHELTER),
        ("tr-2023-02", MORATORIUM),
        ("tr-2023-03", CAPACITY),
        ("tr-2024-01", SHELTER),
        ("tr-2024-02", BOTH),
        ("tr-2024-03", BEGGING),
        ("gov-2022-01", "The moratorium on inspections of labor should be lifted."),
    ):
        source, _, number = id.rpartition("-")
        build.write(
            f"recommendations/{source}/{number}.yaml",
            f"id: {id}\nsource: {source}\nyear: {source[-4:]}\nnumber: {int(number)}\ntext: >-\n  {text}\n",
        )
    return build


Walk = Callable[..., Ran]


@pytest.fixture
def walk(editions: Builder, run: Run, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Runs the command as on a terminal with answers given in turn; all must be used."""

    class Terminal:
        def isatty(self) -> bool:
            return True

    def call(*words: str, answers: list[str], code: int = 0) -> Ran:
        left = list(answers)

        def prompt(text: str, default: str = "", type: Any = None, **_: Any) -> str:
            answer = left.pop(0) or default
            assert type is None or answer in type.choices, (text, answer)
            return answer

        monkeypatch.setattr(sys, "stdin", Terminal())
        monkeypatch.setattr(click, "prompt", prompt)
        ran = run("link", *words, code=code)
        assert left == []
        return ran

    return call


def text_of(build: Builder, id: str) -> str:
    source, _, number = id.rpartition("-")
    return (build.root / "recommendations" / source / f"{number}.yaml").read_text(encoding="utf-8")


def test_the_list(editions: Builder, run: Run) -> None:
    out = run("link").out
    assert out.startswith(
        "3 links of lineage to decide on, confirmed by nobody\n\nrepeated  tr-2023-01 → tr-2024-01  (score 1.00)\n"
    )
    assert "merged  tr-2023-02 → tr-2024-02  (score 0." in out
    assert "  carried by: lift, moratorium, inspections, labor\n" in out
    assert "Between series: 2 pairs that may be related (nothing is continued by it)" in out
    assert out.index("Between series") > out.rindex("merged ")
    assert run("link", "--series", "tr").out.count("Between series") == 0
    assert run("link", "--related").out.startswith("0 links")


def test_json(editions: Builder, run: Run) -> None:
    found = json.loads(run("link", "--format", "json").out)
    assert found["schema_version"] == 1
    assert [(one["from"], one["to"], one["relation"], one["confirmed"]) for one in found["proposals"]] == [
        ("tr-2023-01", "tr-2024-01", "repeated", False),
        ("tr-2023-02", "tr-2024-02", "merged", False),
        ("tr-2023-03", "tr-2024-02", "merged", False),
    ]
    assert {one["to"] for one in found["related"]} == {"tr-2023-02", "tr-2024-02"}
    only = json.loads(run("link", "tr-2023-01", "--format", "json").out)
    assert [one["to"] for one in only["proposals"]] == ["tr-2024-01"]


def test_plain_cases_are_accepted_at_once(editions: Builder, run: Run) -> None:
    ran = run("link", "--accept", "0.95")
    assert ran.err.splitlines()[-1] == "1 confirmed, 2 left to decide: `recotrack link`"
    assert text_of(editions, "tr-2024-01").endswith(
        "continues:\n  - id: tr-2023-01\n    relation: repeated\n    confirmed: true\n"
        "    rationale: >-\n      Same words.\n"
    )
    assert "continues" not in text_of(editions, "tr-2024-02")
    for earlier in ("tr-2023-02", "tr-2023-03"):
        run("link", earlier, "tr-2024-02", "--confirm")
    assert text_of(editions, "tr-2024-02").count("relation: merged\n    confirmed: true") == 2
    assert run("link", "--series", "tr").out.startswith("0 links")
    assert run("check").code == 0


def test_a_dry_run_writes_nothing(editions: Builder, run: Run) -> None:
    before = text_of(editions, "tr-2024-01")
    out = run("link", "--accept", "0.95", "--dry-run").out
    assert "+continues:" in out
    assert text_of(editions, "tr-2024-01") == before


def test_one_link(editions: Builder, run: Run) -> None:
    assert "reworded" not in run("link", "tr-2024-02", "tr-2023-02").out
    run("link", "tr-2024-02", "tr-2023-02", "--relation", "broadened", "--rationale", " The  inspectorate is added. ")
    assert text_of(editions, "tr-2024-02").endswith(
        "    relation: broadened\n    confirmed: true\n    rationale: >-\n      The inspectorate is added.\n"
    )
    assert "(score 0." in (shown := run("link", "tr-2024-02", "tr-2023-02").out)
    assert ", confirmed)" in shown
    changed = ("link", "tr-2024-02", "tr-2023-02", "--relation", "narrowed")
    assert "The recorded rationale speaks of `broadened`" in run(*changed, code=2).err
    run("link", "tr-2023-02", "tr-2024-02", "--refuse", "--rationale", "No.")
    assert text_of(editions, "tr-2024-02").endswith(
        "continues: []\nrefused:\n  - id: tr-2023-02\n    rationale: >-\n      No.\n"
    )
    assert "It is refused already" in run("link", "tr-2023-02", "tr-2024-02", "--refuse", code=2).err
    assert ", refused)" in run("link", "tr-2024-02", "tr-2023-02").out
    run("link", "gov-2022-01", "tr-2023-02", "--confirm")
    assert text_of(editions, "tr-2023-02").endswith("related:\n  - gov-2022-01\n")
    assert run("check").code == 0


def test_a_walk(editions: Builder, walk: Walk) -> None:
    ran = walk(answers=["a", "", "r", "It is about inspections.", "b", "Wider: # now", "y", "a", "s"])
    assert ran.err.splitlines()[-1] == "5 decided"
    assert "[1 of 3]\nrepeated  tr-2023-01 → tr-2024-01" in ran.err
    assert text_of(editions, "tr-2024-02").partition("continues")[2] == (
        ":\n  - id: tr-2023-03\n    relation: broadened\n    confirmed: true\n    rationale: >-\n      Wider: # now\n"
        "refused:\n  - id: tr-2023-02\n    rationale: >-\n      It is about inspections.\n"
    )
    assert text_of(editions, "tr-2024-03").endswith("continues: []\n")
    assert editions.load().faults == ()


def test_who_quits_keeps_what_was_decided(editions: Builder, walk: Walk) -> None:
    assert walk(answers=["a", "", "q"]).err.endswith("1 decided, 3 not asked about yet\n")
    assert "confirmed: true" in text_of(editions, "tr-2024-01")
    assert "continues" not in text_of(editions, "tr-2024-02")


def test_what_was_skipped_is_not_called_read(editions: Builder, walk: Walk) -> None:
    walk("--series", "tr", answers=["s", "s", "s", "n"])
    assert all("continues" not in text_of(editions, f"tr-2024-0{number}") for number in (1, 2, 3))


def test_nothing_waits(build: Builder, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("link").out == "0 links of lineage to decide on, confirmed by nobody\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("tr-2024-9",), "has no recommendation 'tr-2024-9'"),
        (("tr-2024-01", "tr-2024-01"), "One recommendation, or two different ones."),
        (("--confirm",), "take two recommendations"),
        (("tr-2023-01", "tr-2024-01", "--confirm", "--refuse"), "confirmed or refused, not both"),
        (("--accept", "0.9", "--related"), "--accept goes with neither"),
        (("--rationale", "x"), "--rationale goes with"),
        (("--accept", "2"), "is not in the range"),
        (("--accept", "0.8"), "is not in the range"),
        (("tr-2023-01", "tr-2024-01", "--relation", "reworded"), "Their words are the same"),
        (("tr-2023-01", "tr-2024-02", "--relation", "repeated"), "Their words are not the same"),
        (("gov-2022-01", "tr-2023-02", "--confirm", "--rationale", "x"), "no rationale of its own"),
        (("--series", "xx"), "has no series 'xx'"),
        (("gov-2022-01", "tr-2024-02", "--relation", "narrowed"), "They are of different series"),
        (("tr-2024-01", "tr-2024-02", "--confirm"), "a rule forbids it"),
    ],
)
def test_what_is_refused(editions: Builder, run: Run, words: tuple[str, ...], message: str) -> None:
    assert message in run("link", *words, code=2).err
    assert "continues" not in text_of(editions, "tr-2024-02")


def test_a_link_over_an_edition_says_what_it_is(editions: Builder, run: Run) -> None:
    editions.source("tr-2025")
    editions.recommendation("tr-2025-01", MORATORIUM)
    run("link", "tr-2023-02", "tr-2025-01", "--confirm")
    assert "reintroduced" in text_of(editions, "tr-2025-01")
    run("link", "tr-2023-01", "tr-2024-01", "--confirm")
    editions.recommendation("tr-2025-02", SHELTER)
    ran = run("link", "tr-2023-01", "tr-2025-02", "--relation", "reintroduced", code=2)
    assert "tr-2024-01 continues tr-2023-01: it was not absent in between" in ran.err
    ran = run("link", "tr-2023-02", "tr-2025-01", "--relation", "repeated")
    assert "lineage-over-edition warning" in ran.err


def test_a_file_changed_meanwhile_is_left_alone(editions: Builder, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from recotrack.store import writing

    path = editions.root / "recommendations/tr-2024/01.yaml"
    real = writing.edit_file

    def late(file: Any, change: Any, **keys: Any) -> None:
        path.write_text(path.read_text().replace(SHELTER, "Another demand."))
        real(file, change, **keys)

    monkeypatch.setattr(writing, "edit_file", late)
    ran = run("link", "tr-2023-01", "tr-2024-01", "--confirm", code=2)
    assert "the file was changed meanwhile. Nothing was written to it." in ran.err


def test_drafts_are_proposed_with_what_they_are(editions: Builder, run: Run) -> None:
    editions.recommendation("tr-2024-03", BEGGING, continues=[link("tr-2023-01", confirmed=False)])
    assert "(not proposed by matching, recorded" in run("link").out
