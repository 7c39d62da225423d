"""A register's first year in git, commit by commit, made with the commands and told in every format."""

import json
import os
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from tests.builder import Builder
from tests.cli.conftest import Snapshot
from tests.cli.test_import import SETTINGS, report
from tests.conftest import Run

OLD = ["Increase funding for shelters.", "Lift the moratorium on labor inspections.", "Train the police on screening."]
MIDDLE = [
    "Lift the moratorium on labor inspections.",
    "Increase funding for shelters run by NGOs.",
    "Publish court decisions.",
]
NEW = [
    "Increase funding for shelters run by NGOs.",
    "Lift the moratorium on labor inspections and strengthen the Labor Inspectorate.",
    "Publish court decisions.",
    "Train the police on screening.",
]
STEPS = (
    "begin",
    "next-edition",
    "lineage",
    "findings",
    "claim",
    "latest-edition",
    "links",
    "back",
    "mistake",
    "layout",
    "rename",
    "merge",
)
"""Tags of the commits, oldest first."""

FORMS = {"text": "txt", "markdown": "md", "json": "json", "github": "github.txt"}


class Year:
    """Does what people did, and commits it."""

    def __init__(self, build: Builder, run: Run) -> None:
        self.build = build
        self.run = run
        self.record = build.root / "recommendations"

    def commit(self, tag: str, message: str) -> None:
        self.build.commit(message)
        self.build.git("tag", tag)

    def imported(self, year: int, demands: list[str], published: str) -> None:
        path = self.build.root.parent / f"{year}.txt"
        path.write_text(report(year, demands), encoding="utf-8")
        self.run("import", str(path), "--series", "tip", "--published", published)

    def update(self, id: str, level: str, source: str, summary: str, quote: str, *words: str) -> None:
        says = "action" if level in ("implemented", "partly_implemented") else "no_action"
        place = ("--source", source, "--place", "Prosecution", "--quote", quote, "--says", says)
        basis = () if "--basis" in words else ("--basis", "issuing_body")
        self.run("update", id, "--implementation", level, "--summary", summary, *basis, *place, *words)

    def edited(self, path: str, old: str, new: str) -> None:
        full = self.build.root / path
        text = full.read_text(encoding="utf-8")
        assert old in text
        full.write_text(text.replace(old, new), encoding="utf-8", newline="")

    def all(self) -> None:
        self.build.write("recotrack.yaml", SETTINGS)
        self.imported(2022, OLD, "2022-07-19")
        self.commit("begin", "Begin with the report of 2022")
        self.imported(2023, MIDDLE, "2023-06-15")
        self.commit("next-edition", "Import the report of 2023, its lineage proposed")
        self.run("link", "--accept", "0.9")
        self.run(
            *("link", "tip-2022-01", "tip-2023-02", "--confirm", "--rationale", "The same funding, said of NGOs."),
            *("--relation", "narrowed"),
        )
        self.commit("lineage", "Confirm what 2023 repeats")
        self.update(
            *("tip-2022-02", "implemented", "tip-2023", "The moratorium ended."),
            "The government lifted the moratorium on inspections.",
        )
        self.update(
            *("tip-2022-01", "not_implemented", "tip-2023", "Funding stayed as it was."),
            *("The government did not increase funding for shelters.", "--applies-to", "tip-2022-03"),
        )
        self.commit("findings", "Record what the report of 2023 finds")
        self.build.write(
            "sources/gov-2023.yaml",
            "id: gov-2023\nseries: gov\nissuer: Government of Utopia\ntitle: Report on 2023\ncountry: UTO\n"
            "year: 2023\npublished: 2024-02-01\n",
        )
        self.edited("recotrack.yaml", "  upr:", "  gov: {issuer: Government of Utopia, government: true}\n  upr:")
        self.update(
            *("tip-2023-02", "implemented", "gov-2023", "The government says that it doubled the funding."),
            *("Funding for shelters was doubled.", "--basis", "government_claim"),
        )
        self.commit("claim", "Record what the government says of 2023")
        self.imported(2024, NEW, "2024-06-24")
        self.commit("latest-edition", "Import the report of 2024")
        self.run("link", "--accept", "0.9")
        merged = (
            "--confirm",
            "--rationale",
            "The moratorium, and the Inspectorate besides.",
            "--relation",
            "broadened",
        )
        self.run("link", "tip-2023-01", "tip-2024-02", *merged)
        self.run("link", "tip-2022-03", "tip-2024-04", "--confirm", "--relation", "reintroduced")
        self.commit("links", "Confirm what 2024 takes up again")
        self.update(
            *("tip-2022-02", "not_implemented", "tip-2024", "The moratorium is in force again."),
            *("The moratorium on inspections remained in force.", "--applies-to", "tip-2023-01"),
        )
        self.commit("back", "Record that the moratorium returned")
        self.edited("recommendations/tip-2023/03.yaml", "Publish court decisions.", "Publish all court decisions.")
        self.commit("mistake", "Tidy texts")
        self.edited("recommendations/tip-2023/03.yaml", "Publish all court decisions.", "Publish court decisions.")
        self.edited("status/tip-2022/02.yaml", "updates:", "# The moratorium of 2015.\nupdates:")
        self.commit("layout", "Take the words of the report again; say what the moratorium is")
        old = self.record / "tip-2024/04.yaml"
        old.rename(self.record / "tip-2024/05.yaml")
        self.edited("recommendations/tip-2024/05.yaml", "tip-2024-04", "tip-2024-05")
        self.edited("recommendations/tip-2024/05.yaml", "number: 4", "number: 5")
        self.commit("rename", "Number as the report does")
        self.build.git("checkout", "-q", "-b", "side")
        self.update(
            *("tip-2023-03", "partly_implemented", "tip-2024", "Some decisions were published."),
            *("Courts published some decisions.",),
        )
        self.commit("side", "Record what 2024 finds of court decisions")
        self.build.git("checkout", "-q", "main")
        self.update(
            *("tip-2023-03", "implemented", "gov-2023", "The government says that all are published."),
            *("All decisions were published.", "--basis", "government_claim"),
        )
        self.build.commit("Record the government's word on court decisions")
        self.run("git-setup", "--yes")


@pytest.fixture
def year(build: Builder, run: Run, script: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")
    Year(build, run).all()
    build.git("merge", "-q", "--no-edit", "side")
    build.git("tag", "merge")
    return build


def test_every_commit_is_told(year: Builder, run: Run, snapshot: Snapshot) -> None:
    for form, ending in FORMS.items():
        told = []
        for before, after in pairwise(STEPS):
            subject = year.git("log", "-1", "--format=%s", after).strip()
            told.append(f"===== {after}: {subject}\n\n" + run("changes", f"{before}..{after}", "--format", form).out)
            if form == "json":
                json.loads(told[-1].partition("\n\n")[2])
        snapshot(f"year.{ending}", "\n".join(told))


def test_one_recommendation_through_the_year(year: Builder, run: Run, snapshot: Snapshot) -> None:
    ids = ("tip-2022-02", "tip-2023-03", "tip-2024-05")
    told = "\n".join(run("history", id).out for id in ids)
    for sha, tag in reversed([(year.git("rev-parse", tag).strip(), tag) for tag in STEPS]):
        told = told.replace(sha[:10], tag).replace(sha[:7], tag)
    snapshot("year-history.txt", told)


def test_what_the_register_said_at_a_commit(year: Builder, run: Run) -> None:
    def standing(*words: str) -> str:
        found = json.loads(run("list", "--all", "--format", "json", *words).out)["recommendations"]
        return str(next(one["implementation"] for one in found if one["id"] == "tip-2022-02"))

    assert standing() == "not_implemented"
    assert standing("--rev", "claim") == "implemented"  # what the files said then
    assert standing("--as-of", "2024-06-01") == "implemented"  # what was known of the world
    assert standing("--rev", "lineage") == "not_assessed"


def test_the_merge_keeps_both(year: Builder) -> None:
    run = subprocess.run(["git", "log", "-1", "--format=%P"], cwd=year.root, capture_output=True, text=True, check=True)
    assert len(run.stdout.split()) == 2
    assert [one.basis for one in year.load().statuses["tip-2023-03"].updates] == ["government_claim", "issuing_body"]
