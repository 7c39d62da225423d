"""Registers made for a test: the fewest keys that are valid, the rest by name."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from recotrack.model.register import Register
from recotrack.store.load import load
from recotrack.store.worktree import WorkTree

ISSUER = "Office of Reports"
GOVERNMENT = "Government of Utopia"

_GIT_ENVIRONMENT = {
    "GIT_AUTHOR_NAME": "A Monitor",
    "GIT_AUTHOR_EMAIL": "monitor@example.org",
    "GIT_AUTHOR_DATE": "2024-07-01T12:00:00+00:00",
    "GIT_COMMITTER_NAME": "A Monitor",
    "GIT_COMMITTER_EMAIL": "monitor@example.org",
    "GIT_COMMITTER_DATE": "2024-07-01T12:00:00+00:00",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


class Builder:
    """Writes records below a folder. Every file is JSON, which the YAML reader reads as well.

    The register has the series `tr` (annual, short name TR) by ISSUER and `gov` by GOVERNMENT.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.write(
            "recotrack.yaml",
            {
                "format": 1,
                "title": "Recommendations to Utopia",
                "country": "UTO",
                "series": {
                    "tr": {"title": "Test report", "short": "TR", "issuer": ISSUER, "cadence": "annual"},
                    "gov": {"short": "GOV", "issuer": GOVERNMENT, "cadence": "annual"},
                },
                "taxonomies": {"themes": {"prevention": "Prevention", "protection": "Protection"}},
            },
        )

    def write(self, path: str, record: Any) -> Path:
        """Writes a record (or text as it stands) and gives its path."""
        full = self.root / path
        full.parent.mkdir(parents=True, exist_ok=True)
        text = record if isinstance(record, str) else json.dumps(record, ensure_ascii=False, indent=1) + "\n"
        full.write_text(text, encoding="utf-8", newline="")
        return full

    def source(self, id: str, **keys: Any) -> Path:
        """Writes a source; its series and year are read off an id like `tr-2023`."""
        series, _, year = id.rpartition("-")
        issuer = GOVERNMENT if series == "gov" else ISSUER
        record = {"id": id, "series": series, "issuer": issuer, "title": f"Report {id}", "country": "UTO"}
        return self.write(f"sources/{id}.yaml", record | {"year": int(year)} | keys)

    def recommendation(self, id: str, text: str = "Do what is right.", **keys: Any) -> Path:
        """Writes a recommendation; source, year and number are read off an id like `tr-2023-07`."""
        source, _, number = id.rpartition("-")
        record = {"id": id, "source": source, "year": int(source[-4:]), "number": int(number), "text": text}
        return self.write(f"recommendations/{source}/{number}.yaml", record | keys)

    def status(self, id: str, *updates: dict[str, Any], **keys: Any) -> Path:
        """Writes a status file; see `update`."""
        source, _, number = id.rpartition("-")
        return self.write(f"status/{source}/{number}.yaml", {"recommendation": id, "updates": list(updates)} | keys)

    def matter(self, id: str, *recommendations: str, **keys: Any) -> Path:
        """Writes a matter between a claim of gov-2021 and a finding of tr-2023, which must be sources."""
        record = {
            "id": id,
            "title": f"Matter {id}",
            "recommendations": list(recommendations),
            "relation": "scope_differs",
            "summary": "Both can be true.",
            "claim": {"summary": "It was done.", "covers": 2021, "evidence": [evidence("gov-2021", "It was done.")]},
            "finding": {
                "summary": "It was not done.",
                "covers": 2022,
                "basis": "issuing_body",
                "evidence": [evidence("tr-2023", "It was not done.", says="no_action")],
            },
        }
        return self.write(f"status/matters/{id}.yaml", record | keys)

    def metric(self, id: str, *values: dict[str, Any], **keys: Any) -> Path:
        """Writes a metric; see `value`."""
        record = {"metric": id, "title": f"Metric {id}", "unit": "persons", "values": list(values)}
        return self.write(f"figures/{id}.yaml", record | keys)

    def load(self) -> Register:
        """Loads what was written."""
        return load(WorkTree(self.root))

    def git(self, *words: str) -> str:
        """Runs git in the folder, with fixed names, dates and no configuration from outside."""
        run = subprocess.run(
            ["git", *words],
            cwd=self.root,
            env={**os.environ, **_GIT_ENVIRONMENT},
            capture_output=True,
            text=True,
            check=True,
        )
        return run.stdout

    def commit(self, message: str = "change") -> str:
        """Commits all that is in the folder (a repository is made where there is none); gives the id."""
        if not (self.root / ".git").exists():
            self.git("init", "-q", "-b", "main")
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD").strip()


def evidence(source: str, quote: str, *, says: str = "action", place: str = "Part 1") -> dict[str, str]:
    """Gives a passage."""
    return {"source": source, "place": place, "quote": quote, "says": says}


def value(number: Any, covers: Any, source: str = "tr-2023", **keys: Any) -> dict[str, Any]:
    """Gives a value of a metric, with a quote that has it and nothing else."""
    return {"value": number, "covers": covers, "source": source, "place": "Part 1", "quote": f"It was {number}."} | keys


def update(date: str, implementation: str, basis: str = "issuing_body", **keys: Any) -> dict[str, Any]:
    """Gives an update."""
    return {"date": date, "implementation": implementation, "basis": basis} | keys


def link(id: str, relation: str = "reworded", *, confirmed: bool = True, **keys: Any) -> dict[str, Any]:
    """Gives a link of lineage."""
    return {"id": id, "relation": relation, "confirmed": confirmed} | keys
