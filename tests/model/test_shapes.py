from collections.abc import Iterator
from typing import Any

import pytest

from recotrack.model.kinds import Many, Shape, Table
from recotrack.model.shapes import SHAPES


def below(shape: Shape) -> Iterator[Shape]:
    """Gives a shape and every one in it."""
    yield shape
    for field in shape.fields.values():
        kind = field.kind
        while isinstance(kind, Many | Table):
            kind = kind.of
        if isinstance(kind, Shape):
            yield from below(kind)


ALL = {shape.name: shape for one in SHAPES.values() for shape in below(one)}
WITH_RECORDS: dict[str, Any] = {name: shape for name, shape in ALL.items() if hasattr(shape.make, "_fields")}


def test_file_types() -> None:
    assert list(SHAPES) == ["register", "source", "recommendation", "status", "matter", "metric"]
    assert all(shape.located for shape in SHAPES.values())


@pytest.mark.parametrize("name", list(ALL))
def test_every_key_is_explained(name: str) -> None:
    shape = ALL[name]
    assert shape.about.endswith(".")
    assert [key for key, field in shape.fields.items() if not field.about.endswith(".")] == []


@pytest.mark.parametrize("name", list(WITH_RECORDS))
def test_keys_are_the_fields_of_the_record(name: str) -> None:
    """A side of a matter that is the government's has neither basis nor via."""
    shape = WITH_RECORDS[name]
    fields = set(shape.make._fields) - ({"origin"} if shape.located else set())
    assert fields - set(shape.fields) == ({"basis", "via"} if name in ("claim", "concession") else set())
    assert set(shape.fields) <= fields


@pytest.mark.parametrize("name", list(WITH_RECORDS))
def test_what_is_required_has_no_default(name: str) -> None:
    shape = WITH_RECORDS[name]
    required = {key for key, field in shape.fields.items() if field.required}
    assert required == set(shape.make._fields) - set(shape.make._field_defaults) - {"origin"}


@pytest.mark.parametrize(
    ("name", "required"),
    [
        ("register", []),
        ("source", ["id", "series", "issuer", "title", "country", "year"]),
        ("recommendation", ["id", "source", "year", "number", "text"]),
        ("status", ["recommendation", "updates"]),
    ],
)
def test_what_the_files_need(name: str, required: list[str]) -> None:
    assert [key for key, field in SHAPES[name].fields.items() if field.required] == required
