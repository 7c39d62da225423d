"""What a change touches, against the whole: the review of the two must be the same."""

import random
from pathlib import Path
from typing import Any

import pytest

from recotrack.analysis.review import Change, review
from recotrack.store import around
from recotrack.store.around import load_both
from recotrack.store.load import load
from recotrack.store.revisions import Repository
from recotrack.store.worktree import WorkTree
from tests.builder import Builder, evidence, link, update

SERIES = ("tr", "gov", "un")
LEVELS = ("not_implemented", "partly_implemented", "implemented", "insufficient_evidence")


class Random:
    """A register with editions of three series, changed at random."""

    def __init__(self, root: Path, seed: int) -> None:
        self.dice = random.Random(seed)
        self.made = Builder(root)
        self.sources: dict[str, dict[str, Any]] = {}
        self.records: dict[str, dict[str, Any]] = {}
        self.statuses: dict[str, dict[str, Any]] = {}
        for series in SERIES:
            for year in sorted(self.dice.sample(range(2015, 2022), 3)):
                self.edition(f"{series}-{year}")
        for id in self.some(self.records, 8):
            self.grow(id)
        self.save()

    def some(self, among: Any, most: int) -> list[Any]:
        return self.dice.sample(sorted(among), min(len(among), self.dice.randint(1, most)))

    def edition(self, source: str) -> None:
        issuer = self.dice.choice(["One", "Two"])
        self.sources[source] = {"country": self.dice.choice(["UTO", "UTO", "ARC"]), "issuer": issuer}
        for number in range(1, self.dice.randint(2, 5)):
            self.record(f"{source}-{number:02}")

    def record(self, id: str) -> None:
        self.records[id] = {"text": f"Do {self.dice.randint(1, 9)}."}
        self.relink(id)

    def relink(self, id: str) -> None:
        earlier = [other for other in self.records if other[-7:-3] < id[-7:-3]]
        same = [other for other in earlier if other[:2] == id[:2]]
        pool = same if self.dice.random() < 0.8 else earlier
        confirmed = self.dice.random() < 0.8
        links = [link(other, confirmed=confirmed) for other in self.some(pool, 2)] if pool else []
        match self.dice.randint(0, 5):
            case 0:
                self.records[id].pop("continues", None)
            case 1:
                self.records[id]["continues"] = []
            case _:
                self.records[id]["continues"] = links

    def grow(self, id: str) -> None:
        status = self.statuses.setdefault(id, {"updates": []})
        keys: dict[str, Any] = {}
        if self.dice.random() < 0.4:
            keys["applies_to"] = self.some(self.records, 2)
        source = self.dice.choice(sorted(self.sources))
        basis = self.dice.choice(["issuing_body", "third_party", "government_claim"])
        date = f"20{self.dice.randint(16, 24)}-0{self.dice.randint(1, 9)}-01"
        status["updates"].append(
            update(date, self.dice.choice(LEVELS), basis, evidence=[evidence(source, "A passage.")], **keys)
        )

    def change(self) -> None:
        id = self.dice.choice(sorted(self.records))
        source = self.dice.choice(sorted(self.sources))
        match self.dice.randint(0, 12):
            case 0 | 1 | 2:
                self.grow(id)
            case 3 | 4:
                self.relink(id)
            case 5:
                self.records[id]["text"] = "Do otherwise."
            case 6:
                del self.records[id]
                self.statuses.pop(id, None)
            case 7:
                self.edition(f"{self.dice.choice(SERIES)}-{self.dice.randint(2012, 2024)}")
            case 8:
                self.sources[source]["issuer"] = "Three"
            case 9:
                self.sources[source]["country"] = "ARC"
            case 10:
                if self.statuses:
                    self.statuses[self.dice.choice(sorted(self.statuses))]["closed"] = {
                        "date": "2024-01-01",
                        "reason": "superseded",
                        "summary": "Gone.",
                    }
            case 11:
                if self.statuses:
                    del self.statuses[self.dice.choice(sorted(self.statuses))]["updates"][-1:]
            case _:
                self.record(f"{source}-{self.dice.randint(6, 9):02}")

    def save(self) -> None:
        for folder in ("sources", "recommendations", "status"):
            for path in (self.made.root / folder).rglob("*.yaml"):
                path.unlink()
        for id, keys in self.sources.items():
            self.made.source(id, **keys)
        for id, keys in self.records.items():
            path = self.made.recommendation(id, **keys)
            if self.dice.random() < 0.2:  # the same record in a spelling that no search for letters finds
                path.write_text(path.read_text().replace('"id": "tr', '"id": "\\x74r').replace('"un-2', '"\\u0075n-2'))
        for id, keys in self.statuses.items():
            self.made.status(id, *keys["updates"], **{name: one for name, one in keys.items() if name != "updates"})

    def damage(self) -> None:
        """Breaks or removes one file, whichever it is."""
        paths = sorted(path for path in self.made.root.rglob("*.yaml") if path.name != "recotrack.yaml")
        path = self.dice.choice(paths)
        if self.dice.random() < 0.5:
            path.write_text("a: [")
        else:
            path.unlink()


def told(changes: tuple[Change, ...]) -> list[Any]:
    return [(one.kind, one.id, one.path, one.severity, one.message, one.before, one.after) for one in changes]


@pytest.mark.parametrize("seed", [*range(12), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(12, 120))])
def test_the_part_tells_what_the_whole_does(tmp_path: Path, seed: int) -> None:
    made = Random(tmp_path / "register", seed)
    made.made.commit()
    for step in range(3):
        for _ in range(made.dice.randint(1, 4)):
            made.change()
        made.save()
        if step == 2:
            made.damage()
        repository = Repository(made.made.root)
        work = WorkTree(made.made.root)
        base = repository.resolve("HEAD")
        whole = told(review(load(repository.tree(base)), load(work)))
        part = load_both(repository, base, work)
        assert told(review(part.base, part.head)) == whole
        made.made.commit()
        head = repository.resolve("HEAD")
        for one, two in ((base, head), (head, base)):
            whole = told(review(load(repository.tree(one)), load(repository.tree(two))))
            part = load_both(repository, one, two)
            assert told(review(part.base, part.head)) == whole


@pytest.fixture
def kept(build: Builder) -> Builder:
    """A register in which few records bear on one another."""
    for year in (2021, 2022, 2023):
        build.source(f"tr-{year}")
        for number in range(1, 6):
            before = f"tr-{year - 1}-{number:02}"
            build.recommendation(f"tr-{year}-{number:02}", continues=[link(before)] if year > 2021 else [])
            build.status(f"tr-{year}-{number:02}", update("2024-01-01", "not_implemented"))
    build.commit()
    return build


def no_whole(*_: object) -> None:
    raise AssertionError("the whole was read")


def test_an_update_takes_what_speaks_to_it_alone(kept: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(around, "load", no_whole)
    kept.status("tr-2021-02", update("2024-01-01", "not_implemented"), update("2024-02-01", "implemented"))
    kept.status("tr-2023-05", update("2024-01-01", "not_implemented", applies_to=["tr-2021-02"]))
    repository = Repository(kept.root)
    part = load_both(repository, repository.resolve("HEAD"), WorkTree(kept.root))
    # The second is changed, the third continues the first, and the fourth the second does not.
    assert {"tr-2021-02", "tr-2022-02", "tr-2023-05"} <= part.base.recommendations.keys()
    assert not {"tr-2021-01", "tr-2022-01", "tr-2022-04"} & part.base.recommendations.keys()
    assert set(part.base_prints) == {"status/tr-2021/02.yaml", "status/tr-2023/05.yaml"}


def test_an_edition_takes_its_series(kept: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(around, "load", no_whole)
    kept.source("gov-2022")
    kept.recommendation("gov-2022-01")
    kept.commit()
    kept.source("tr-2024")
    kept.recommendation("tr-2024-01", continues=[link("tr-2023-01")])
    repository = Repository(kept.root)
    part = load_both(repository, repository.resolve("HEAD"), WorkTree(kept.root))
    assert len(part.base.recommendations) == 15
    assert "gov-2022-01" not in part.head.recommendations


def test_settings_take_the_whole(kept: Builder) -> None:
    kept.write("recotrack.yaml", (kept.root / "recotrack.yaml").read_text().replace("Utopia", "Arcadia"))
    repository = Repository(kept.root)
    part = load_both(repository, repository.resolve("HEAD"), WorkTree(kept.root))
    assert len(part.base.recommendations) == len(part.head.recommendations) == 15


def test_a_repository_with_ids_of_sha_256(build: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(around, "load", no_whole)
    build.git("init", "-q", "-b", "main", "--object-format=sha256")
    build.source("tr-2023")
    build.recommendation("tr-2023-01")
    build.commit()
    repository = Repository(build.root)
    part = load_both(repository, repository.resolve("HEAD"), WorkTree(build.root))
    assert part.base_prints == part.head_prints == {}
