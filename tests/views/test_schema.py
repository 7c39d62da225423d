"""`views.schema`: JSON Schema that an independent validator reads, and that fits the project's own records."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from recotrack.model.kinds import Field, Many, Shape, Table
from recotrack.model.shapes import SHAPES
from recotrack.views.schema import schema_text

ROOT = Path(__file__).resolve().parents[2]
PLACES = {
    "register": ["recotrack.yaml"],
    "source": ["sources/*.yaml"],
    "recommendation": ["recommendations/*/*.yaml"],
    "status": ["status/[!m]*/*.yaml"],
    "matter": ["status/matters/*.yaml"],
    "metric": ["figures/*.yaml"],
}


class Loader(yaml.SafeLoader):
    """Reads YAML as editors do: numbers and truth typed, dates left as text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def validator(name: str) -> Draft7Validator:
    return Draft7Validator(json.loads(schema_text(SHAPES[name])))


def faults(name: str, record: object) -> list[str]:
    return [error.message for error in validator(name).iter_errors(record)]


def records(name: str) -> Iterator[tuple[Path, Any]]:
    for pattern in PLACES[name]:
        for path in sorted(ROOT.glob(pattern)):
            yield path, yaml.load(path.read_text(encoding="utf-8"), Loader)


EVIDENCE = {"source": "tr-2022", "place": "Part 1", "quote": "It was done.", "says": "action"}
SIDE = {"summary": "It was done.", "evidence": [EVIDENCE]}
MINIMAL: dict[str, dict[str, Any]] = {
    "register": {},
    "source": {"id": "tr-2022", "series": "tr", "issuer": "Office", "title": "Report", "country": "UTO", "year": 2022},
    "recommendation": {"id": "tr-2022-01", "source": "tr-2022", "year": 2022, "number": 1, "text": "Do it."},
    "status": {"recommendation": "tr-2022-01", "updates": []},
    "matter": {
        "id": "inspections",
        "title": "Inspections",
        "recommendations": ["tr-2022-01"],
        "relation": "scope_differs",
        "summary": "Both can be true.",
        "claim": SIDE,
        "finding": SIDE | {"basis": "issuing_body"},
    },
}
UPDATE = {"date": "2022-07-19", "implementation": "implemented", "basis": "issuing_body", "evidence": [EVIDENCE]}
REQUIRED = [(name, key) for name, record in MINIMAL.items() for key in record]


@pytest.mark.parametrize("name", SHAPES)
def test_schema_is_one_of_draft_07(name: str) -> None:
    Draft7Validator.check_schema(json.loads(schema_text(SHAPES[name])))


@pytest.mark.parametrize("name", SHAPES)
def test_every_key_is_described(name: str) -> None:
    """Editors show the description while a person types."""

    def undescribed(schema: dict[str, Any]) -> list[str]:
        found = []
        for key, part in schema.get("properties", {}).items():
            found += [] if part.get("description") or key in ("from", "to") else [key]
            found += undescribed(part) + undescribed(part.get("items", {}))
        return found

    assert undescribed(json.loads(schema_text(SHAPES[name]))) == []


@pytest.mark.parametrize(("name", "least"), [("register", 1), ("source", 5), ("recommendation", 99), ("status", 13)])
def test_records_of_the_project_are_accepted(name: str, least: int) -> None:
    found = list(records(name))
    assert len(found) >= least
    assert {str(path): faults(name, record) for path, record in found if faults(name, record)} == {}


@pytest.mark.parametrize("name", MINIMAL)
def test_fewest_keys_are_accepted(name: str) -> None:
    assert faults(name, MINIMAL[name]) == []


@pytest.mark.parametrize(("name", "key"), REQUIRED)
def test_missing_key_is_refused(name: str, key: str) -> None:
    record = {other: value for other, value in MINIMAL[name].items() if other != key}
    assert faults(name, record) == [f"'{key}' is a required property"]


@pytest.mark.parametrize("name", MINIMAL)
def test_unknown_key_is_refused(name: str) -> None:
    (message,) = faults(name, MINIMAL[name] | {"unknwon": 1})
    assert "'unknwon' was unexpected" in message


def _nested(shape: Shape) -> Iterator[tuple[str, Field]]:
    for key, field in shape.fields.items():
        kind = field.kind.of if isinstance(field.kind, Many | Table) else field.kind
        if isinstance(kind, Shape):
            yield key, field
            yield from _nested(kind)


@pytest.mark.parametrize("name", SHAPES)
def test_unknown_keys_are_refused_at_every_depth(name: str) -> None:
    schema = json.loads(schema_text(SHAPES[name]))
    closed = schema_objects(schema)
    assert len(closed) >= len(list(_nested(SHAPES[name])))
    assert all(one["additionalProperties"] is not True for one in closed)
    assert all("properties" not in one or one["additionalProperties"] is False for one in closed)


def schema_objects(schema: Any) -> list[dict[str, Any]]:
    """Gives every schema of a mapping within a schema."""
    found = []
    if isinstance(schema, dict):
        found += [schema] if schema.get("type") == "object" else []
        found += [one for part in schema.values() for one in schema_objects(part)]
    elif isinstance(schema, list):
        found += [one for part in schema for one in schema_objects(part)]
    return found


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("source", {"id": "TR 2022"}),
        ("source", {"id": "x" * 101}),
        ("source", {"year": "2022"}),
        ("source", {"year": 1799}),
        ("source", {"extent": "part"}),
        ("source", {"published": "2022-13"}),
        ("source", {"published": "soon"}),
        ("source", {"covers": {"from": 2021}}),
        ("source", {"covers": {"from": 2021, "to": 2022, "until": 2023}}),
        ("source", {"document": {"file": "a.txt", "sha256": "0" * 63}}),
        ("source", {"title": ""}),
        ("recommendation", {"number": 0}),
        ("recommendation", {"number": 1.5}),
        ("recommendation", {"themes": "prevention"}),
        ("recommendation", {"continues": [{"id": "tr-2021-01"}]}),
        ("recommendation", {"continues": [{"id": "tr-2021-01", "relation": "resolved"}]}),
        ("recommendation", {"continues": [{"id": "tr-2021-01", "relation": "merged", "confirmed": "yes"}]}),
        ("recommendation", {"text": None}),
        ("status", {"updates": None}),
        ("status", {"updates": [UPDATE | {"date": "2022-7"}]}),
        ("status", {"updates": [UPDATE | {"date": "last year"}]}),
        ("status", {"updates": [UPDATE | {"implementation": "done"}]}),
        ("status", {"updates": [UPDATE | {"basis": "hearsay"}]}),
        ("status", {"updates": [UPDATE | {"evidence": [EVIDENCE | {"says": "something"}]}]}),
        ("status", {"updates": [UPDATE | {"unknown": 1}]}),
        ("status", {"closed": {"date": "2022-07-19", "reason": "resolved", "summary": "Done."}}),
        ("status", {"response": {"response": "accepted", "date": "2022"}}),
        ("matter", {"recommendations": []}),
        ("matter", {"relation": "conflict"}),
        ("matter", {"claim": SIDE | {"evidence": []}}),
        ("matter", {"claim": SIDE | {"basis": "government_claim"}}),
        ("register", {"format": 2}),
        ("register", {"series": {"tr": {"cadence": "often"}}}),
        ("register", {"series": {"T R": {}}}),
        ("register", {"taxonomies": {"bodies": {}}}),
    ],
    ids=str,
)
def test_wrong_values_are_refused(name: str, keys: dict[str, Any]) -> None:
    assert faults(name, MINIMAL[name] | keys)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("source", {"published": 2022, "covers": 2021, "note": 12, "rating": "Tier 2"}),
        ("source", {"published": "2022-07", "covers": {"from": "2021-04-01", "to": 2022}, "country": "NO"}),
        ("recommendation", {"continues": [], "related": ["na-2016-01"], "made_by": ["NO", "SE"]}),
        ("recommendation", {"continues": [{"id": "tr-2021-01", "relation": "merged", "confirmed": False}]}),
        ("recommendation", {"text": "2022", "section": "3.1", "lead_in": "To do so:"}),
        ("status", {"updates": [UPDATE | {"covers": 2021, "applies_to": ["na-2016-01"], "via": "tr-2022"}]}),
        ("status", {"closed": {"date": "2022-07-19", "reason": "superseded", "summary": "Another one."}}),
        ("register", {"format": 1, "series": {"tr": {}}, "taxonomies": {"themes": {"prevention": "Prevention"}}}),
    ],
    ids=str,
)
def test_right_values_are_accepted(name: str, keys: dict[str, Any]) -> None:
    assert faults(name, MINIMAL[name] | keys) == []
