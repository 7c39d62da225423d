"""Rows of a CSV or JSON file as recommendations, by what its columns mean."""

import csv
import io
import json
from collections.abc import Iterator
from typing import NamedTuple

from recotrack.importing.documents.errors import DocumentError
from recotrack.importing.finding.found import Item, LeftOut
from recotrack.importing.profile import Columns

MOST_ROWS = 1_000_000
MOST_COLUMNS = 500


class Row(NamedTuple):
    """One recommendation of a table; `edition` is its country and year as the table gives them, or None."""

    item: Item
    country: str | None
    year: str | None
    number: str | None
    made_by: tuple[str, ...]
    themes: tuple[str, ...]
    addressees: tuple[str, ...]


def rows_of(data: bytes, encoding: str | None, columns: Columns) -> tuple[list[Row], list[LeftOut]]:
    """Reads a table.

    Args:
        data: a CSV file with a line of headings, or a JSON file that is, or has somewhere at its
            top, a list of objects.
        encoding: that of the file, where it is not UTF-8.
        columns: what its columns mean.

    Returns:
        The rows that have a text, in order, and those passed over.

    Raises:
        DocumentError: it is no such table, or a column is not there.
    """
    try:
        text = data.decode(encoding or "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        hint = "name its encoding, as --encoding latin-1" if encoding is None else "it has another encoding"
        raise DocumentError(f"line {line} is not {encoding or 'UTF-8'}; {hint}") from None
    except (LookupError, ValueError):
        raise DocumentError(f"there is no encoding {encoding!r}") from None
    rows = _json(text) if text.lstrip()[:1] in ("[", "{") else _csv(text)
    found: list[Row] = []
    left: list[LeftOut] = []
    for number, row in enumerate(rows, start=1):
        if number == 1:
            _check_columns(columns, row)
        if number > MOST_ROWS:
            raise DocumentError(f"the table has more than {MOST_ROWS} rows")
        read = _row(row, columns)
        if read.item.text:
            found.append(read)
        else:
            left.append(LeftOut(f"row {number}", "it has no text"))
    return found, left


def _csv(text: str) -> Iterator[dict[str, str]]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    head = text.partition("\n")[0]
    delimiter = max(",;\t|", key=head.count)
    if head.count(delimiter) > MOST_COLUMNS:
        raise DocumentError(f"the table has more than {MOST_COLUMNS} columns")
    csv.field_size_limit(4_000_000)
    try:
        for row in csv.DictReader(io.StringIO(text), delimiter=delimiter, restkey="", restval=""):
            yield {str(key): str(value) for key, value in row.items() if key}
    except csv.Error as error:
        raise DocumentError(f"it is no CSV file: {error}") from None


def _json(text: str) -> Iterator[dict[str, str]]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DocumentError(f"it is no JSON file: {error}") from None
    if isinstance(value, dict):
        value = next(
            (one for one in value.values() if isinstance(one, list) and one and isinstance(one[0], dict)), None
        )
    if not isinstance(value, list):
        raise DocumentError("the JSON file has no list of objects at its top")
    for one in value:
        if not isinstance(one, dict):
            raise DocumentError("the list in the JSON file holds something else than objects")
        yield {str(key): _flat(inner) for key, inner in one.items()}


def _flat(value: object) -> str:
    if isinstance(value, list):
        return ";".join(str(one) for one in value if one is not None and not isinstance(one, list | dict))
    # A lone surrogate, which JSON can write and nothing else can hold, becomes a mark of replacement.
    return "" if value is None or isinstance(value, dict) else str(value).encode("utf-8", "replace").decode("utf-8")


def _check_columns(columns: Columns, row: dict[str, str]) -> None:
    for name, column in columns._asdict().items():
        if isinstance(column, str) and column not in row:
            known = ", ".join(list(row)[:20])
            raise DocumentError(f"there is no column {column!r} for `{name}`; the columns are: {known}")


def _row(row: dict[str, str], columns: Columns) -> Row:
    def value(name: str) -> str:
        column = getattr(columns, name)
        if column is None:
            return ""
        text = " ".join(str(row.get(column, "")).split())
        return columns.values.get(column, {}).get(text, text)

    def several(name: str) -> tuple[str, ...]:
        # A comma divides themes; the name of a State may have one ("Korea, Republic of").
        text = value(name)
        parts = text.split(";") if ";" in text or name == "made_by" else text.split(",")
        return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))

    item = Item(value("text"), value("section") or None, value("lead_in") or None)
    return Row(
        item,
        value("country") or None,
        value("year") or None,
        value("number") or None,
        several("made_by"),
        several("themes"),
        several("addressees"),
    )
