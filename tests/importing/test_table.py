"""Rows of tables: delimiters, line ends, faults, and editions with their lineage."""

import json

import pytest

from recotrack.importing.documents.errors import DocumentError
from recotrack.importing.drafts import slug
from recotrack.importing.profile import Columns
from recotrack.importing.table import MOST_COLUMNS, rows_of

COLUMNS = Columns("Text", made_by="From", themes="Issue")


def texts(data: bytes, encoding: str | None = None, columns: Columns = COLUMNS) -> list[str]:
    return [row.item.text for row in rows_of(data, encoding, columns)[0]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(delimiter: str, end: str) -> None:
    lines = [delimiter.join(("Text", "From", "Issue")), delimiter.join(('"a ""b"""', "x", ""))]
    assert texts((end.join(lines) + end).encode()) == ['a "b"']


def test_what_stands_in_a_row() -> None:
    rows, left = rows_of(b'Text,From,Issue\n a  b ,A;B,"x, y"\n,,\n', None, COLUMNS)
    assert [(row.item.text, row.made_by, row.themes) for row in rows] == [("a b", ("A", "B"), ("x", "y"))]
    assert [(one.text, one.why) for one in left] == [("row 2", "it has no text")]


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (b"Text\ncaf\xe9\n", None, "line 2 is not UTF-8; name its encoding"),
        (b"\xff", "ascii", "line 1 is not ascii"),
        (b"x", "klingon", "no encoding 'klingon'"),
        (b"x", "\0", "no encoding"),
        (b"Demand\nx\n", None, "there is no column 'Text' for `text`; the columns are: Demand"),
        (b"[1]", None, "something else than objects"),
        (b'{"a": 1}', None, "no list of objects"),
        (b"[" * 100_000, None, "no JSON file"),
        (b"," * (MOST_COLUMNS + 1), None, f"more than {MOST_COLUMNS} columns"),
        (b'Text,From,Issue\n"' + b"x" * 5_000_000, None, "no CSV file"),
    ],
)
def test_what_is_no_table(data: bytes, encoding: str | None, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        rows_of(data, encoding, COLUMNS)


def test_values_of_json() -> None:
    rows = [{"Text": "a\ud800b", "From": ["x", None, ["y"]], "Issue": {"deep": []}}]
    found, _ = rows_of(json.dumps(rows).encode(), None, COLUMNS)
    assert [(row.item.text, row.made_by, row.themes) for row in found] == [("a?b", ("x",), ())]


@pytest.mark.parametrize(("name", "id"), [("Kôrea", "korea"), ("Côte d'Ivoire", "cote-d-ivoire"), ("AZE", "aze")])
def test_names_as_ids(name: str, id: str) -> None:
    assert slug(name) == id
