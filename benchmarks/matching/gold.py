"""The gold pairs, read."""

from pathlib import Path
from typing import NamedTuple

import yaml

from benchmarks.matching.counts import rows

HERE = Path(__file__).parent
Place = tuple[int, int]

LEARNED = ["Monaco", "Tonga", "Poland", "United Kingdom", "Luxembourg", "South Africa", "Netherlands", "Switzerland"]
LEARNED += ["Czech Republic", "Ukraine"]
"""The States to learn from."""

APART = ["Liechtenstein", "San Marino"]
"""The States set aside."""


class Pair(NamedTuple):
    """Two lists with their links, by places from 0; `unsure` are neither asked for nor counted as wrong."""

    name: str
    earlier: list[str]
    later: list[str]
    links: dict[Place, str]
    unsure: frozenset[Place]


def gold(half: str) -> list[Pair]:
    """Gives the pairs of `odd` or `even` numbers."""
    found = []
    for path in sorted((HERE / "gold").glob("*.yaml")):
        if int(path.name[:2]) % 2 != (half == "odd"):
            continue
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        links = {(one["from"] - 1, one["to"] - 1): one for one in data["links"]}
        sure = {place: one["label"] for place, one in links.items() if one.get("sure", True)}
        found.append(Pair(path.stem, data["earlier"], data["later"], sure, frozenset(links.keys() - sure.keys())))
    return found


def upr(folder: Path, states: list[str]) -> list[Pair]:
    """Gives the two cycles of States, from UPR Info's files in a folder."""
    all_rows = rows(folder)
    found = []
    for state in states:
        own = [row for row in all_rows if row["To"] == state]
        earlier = [row["Text"] for row in own if int(row["Session"]) <= 12]
        later = [row["Text"] for row in own if int(row["Session"]) > 12]
        links: dict[Place, str] = {}
        unsure = set()
        for line in (HERE / "upr" / f"{state.replace(' ', '-')}.tsv").read_text(encoding="utf-8").splitlines()[1:]:
            one, other, sure = map(int, line.split())
            if sure:
                links[one - 1, other - 1] = ""
            else:
                unsure.add((one - 1, other - 1))
        found.append(Pair(state, earlier, later, links, frozenset(unsure)))
    return found
