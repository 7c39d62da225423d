"""JSON Schema (draft-07) of the file types, for editors that complete and check while typing.

Made from the same table that reads the files. Where YAML as editors read it takes text for a
number (an id or a period may be one), both are allowed; a text `true` wants quotes there.
Source: JSON Schema: A Vocabulary for Structural Validation, draft-07.
"""

import json
from typing import Any, assert_never

from recotrack.model.kinds import (
    ID_PATTERN,
    Choice,
    Day,
    Field,
    Id,
    Kind,
    Many,
    Quantity,
    Sha256,
    Shape,
    Span,
    Table,
    Text,
    Truth,
    Whole,
)

_DAY = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_PARTIAL = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"


_NUMBER = r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,6})?"


def schema_text(shape: Shape) -> str:
    """Gives the JSON Schema of a file type as JSON text."""
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"recotrack {shape.name}"}
    return json.dumps({**schema, **_schema(shape), "title": schema["title"]}, ensure_ascii=False, indent=2) + "\n"


def _schema(kind: Kind) -> dict[str, Any]:
    match kind:
        case Text():
            return {"type": ["string", "number"], "minLength": 1}
        case Id():
            return {"type": ["string", "number"], "pattern": f"^{ID_PATTERN}$"}
        case Whole(least=least, most=most):
            return {"type": "integer", "minimum": least, "maximum": most}
        case Truth():
            return {"type": "boolean"}
        case Day(partial=partial):
            return _day(partial)
        case Span():
            ends = {
                "from": _day(True) | {"description": "Its first year, month or day."},
                "to": _day(True) | {"description": "Its last year, month or day."},
            }
            period = {
                "title": "period",
                "type": "object",
                "properties": ends,
                "required": ["from", "to"],
                "additionalProperties": False,
            }
            return {"anyOf": [_day(True), period]}
        case Sha256():
            return {"type": "string", "pattern": "^[0-9a-f]{64}$"}
        case Choice(words=words):
            return {"type": "string", "enum": [str(word) for word in words]}
        case Many(of=of, least=least):
            return {"type": "array", "items": _schema(of)} | ({"minItems": least} if least else {})
        case Quantity():
            return {"type": ["string", "number"], "minLength": 1, "pattern": f"^({_NUMBER}|[^-+.0-9].*)$"}
        case Table(of=of):
            return {
                "type": "object",
                "additionalProperties": _schema(of),
                "propertyNames": {"pattern": f"^{ID_PATTERN}$"},
            }
        case Shape():
            return _object(kind)
        case _:
            assert_never(kind)


def _object(shape: Shape) -> dict[str, Any]:
    required = [key for key, field in shape.fields.items() if field.required]
    return {
        "title": shape.name,
        "description": shape.about,
        "type": "object",
        "properties": {key: _property(field) for key, field in shape.fields.items()},
        "additionalProperties": False,
    } | ({"required": required} if required else {})


def _property(field: Field) -> dict[str, Any]:
    return {**_schema(field.kind), "description": field.about}


def _day(partial: bool) -> dict[str, Any]:
    if not partial:
        return {"type": "string", "pattern": f"^{_DAY}$"}
    return {"type": ["string", "integer"], "pattern": f"^{_PARTIAL}$", "minimum": 1000, "maximum": 9999}
