from typing import Any

import pytest

from recotrack.model.kinds import Text
from recotrack.model.nodes import MappingNode, Position
from recotrack.model.records import (
    Closing,
    Document,
    Evidence,
    Link,
    Matter,
    Period,
    Recommendation,
    Source,
    StatusFile,
)
from recotrack.model.register import Register
from recotrack.model.shapes import SOURCE
from recotrack.model.terms import (
    Basis,
    ClosingReason,
    Extent,
    Implementation,
    MatterRelation,
    Relation,
    Response,
    Says,
)
from recotrack.store.decode import decode, is_id
from recotrack.store.reader import read
from tests.builder import Builder
from tests.store.told import told

SOURCE_PATH = "sources/tr-2023.yaml"
SOURCE_LINES = {
    "id": "tr-2023",
    "series": "tr",
    "issuer": "Office of Reports",
    "title": "Report",
    "country": "UTO",
    "year": "2023",
}
RECOMMENDATION_PATH = "recommendations/tr-2023/01.yaml"
RECOMMENDATION_LINES = {
    "id": "tr-2023-01",
    "source": "tr-2023",
    "year": "2023",
    "number": "1",
    "text": "Do what is right.",
}
STATUS_PATH = "status/tr-2023/01.yaml"
SHA256 = "0123456789abcdef" * 4


def lines(record: dict[str, str]) -> str:
    """Gives a record as text, a line a key."""
    return "".join(f"{key}: {value}\n" for key, value in record.items())


def with_source(build: Builder, **keys: str) -> Register:
    """Loads a source; further keys stand from line 7 on."""
    build.write(SOURCE_PATH, lines(SOURCE_LINES | keys))
    return build.load()


def with_recommendation(build: Builder, **keys: str) -> Register:
    """Loads a recommendation; further keys stand from line 6 on."""
    build.source("tr-2023")
    build.write(RECOMMENDATION_PATH, lines(RECOMMENDATION_LINES | keys))
    return build.load()


def with_status(build: Builder, text: str) -> Register:
    """Loads a status file as it is written."""
    build.source("tr-2023")
    build.recommendation("tr-2023-01")
    build.write(STATUS_PATH, text)
    return build.load()


def only(register: Register) -> tuple[int, int, str, str, str | None]:
    """Gives line, column, code, message and hint of the only fault."""
    assert len(register.faults) == 1, told(register.faults)
    fault = register.faults[0]
    return fault.line, fault.column, fault.code, fault.message, fault.hint


# What is read


def test_every_key_of_a_source(build: Builder) -> None:
    register = with_source(
        build,
        covers="{from: 2022-04-01, to: 2023-03}",
        published="2023-06",
        language="en",
        extent="extract",
        rating="1.10",
        url="https://example.org/r",
        archived="https://example.org/a",
        document=f"{{file: a.txt, sha256: {SHA256}}}",
        note="yes",
    )
    assert register.faults == ()
    source = register.sources["tr-2023"]
    assert source == Source(
        id="tr-2023",
        series="tr",
        issuer="Office of Reports",
        title="Report",
        country="UTO",
        year=2023,
        covers=Period("2022-04-01", "2023-03"),
        published="2023-06",
        language="en",
        extent=Extent.EXTRACT,
        rating="1.10",
        url="https://example.org/r",
        archived="https://example.org/a",
        document=Document("a.txt", SHA256),
        note="yes",
        origin=source.origin,
    )
    assert source.origin.path == SOURCE_PATH
    assert source.origin.at("covers", "to") == Position(SOURCE_PATH, 7, 32)


def test_every_key_of_a_recommendation(build: Builder) -> None:
    register = with_recommendation(
        build,
        section="Part 1",
        lead_in="'Stakeholders are invited to consider:'",
        made_by="[Utopia, Atlantis]",
        themes="[prevention]",
        mentions="[The Inspectorate]",
        addressees="[The Ministry]",
        continues="[{id: tr-2018-01, relation: merged, confirmed: true, rationale: why}, {id: b, relation: split}]",
        related="[gov-2021-01]",
        rationale="because",
    )
    assert register.faults == ()
    recommendation = register.recommendations["tr-2023-01"]
    assert recommendation == Recommendation(
        id="tr-2023-01",
        source="tr-2023",
        year=2023,
        number=1,
        text="Do what is right.",
        section="Part 1",
        lead_in="Stakeholders are invited to consider:",
        made_by=("Utopia", "Atlantis"),
        themes=("prevention",),
        mentions=("The Inspectorate",),
        addressees=("The Ministry",),
        continues=(Link("tr-2018-01", Relation.MERGED, True, "why"), Link("b", Relation.SPLIT)),
        related=("gov-2021-01",),
        rationale="because",
        origin=recommendation.origin,
    )
    assert recommendation.origin.at("continues", 1, "id") == Position(RECOMMENDATION_PATH, 12, 87)


def test_nobody_has_looked_and_none_was_found_differ(build: Builder) -> None:
    build.source("tr-2023")
    build.recommendation("tr-2023-01")
    build.recommendation("tr-2023-02", continues=[])
    recommendations = build.load().recommendations
    assert recommendations["tr-2023-01"].continues is None
    assert recommendations["tr-2023-02"].continues == ()


def test_every_key_of_a_status_file(build: Builder) -> None:
    register = with_status(
        build,
        "recommendation: tr-2023-01\n"
        "response: {response: partly_accepted, date: 2023, source: gov-2021, place: p. 1, quote: Yes and no.}\n"
        "updates:\n"
        "  - date: 2024-02-29\n"
        "    covers: 2023-05\n"
        "    implementation: not_implemented\n"
        "    basis: third_party\n"
        "    via: tr-2023\n"
        "    summary: Nothing was done.\n"
        "    alternative: {implementation: partly_implemented, because: one may differ}\n"
        "    searched: [tr-2023]\n"
        "    evidence: [{source: tr-2023, place: Part 1, quote: Nothing., says: no_action}]\n"
        "    applies_to: [tr-2018-01]\n"
        "closed: {date: 2024-03-01, reason: overtaken_by_events, summary: It is moot., evidence: []}\n",
    )
    assert register.faults == ()
    status = register.statuses["tr-2023-01"]
    assert isinstance(status, StatusFile)
    [update] = status.updates
    assert update.date == "2024-02-29"
    assert update.covers == Period("2023-05", "2023-05")
    assert (update.implementation, update.basis) == (Implementation.NOT_IMPLEMENTED, Basis.THIRD_PARTY)
    assert (update.via, update.summary) == ("tr-2023", "Nothing was done.")
    assert update.alternative == (Implementation.PARTLY_IMPLEMENTED, "one may differ")
    assert update.searched == ("tr-2023",)
    assert update.evidence == (Evidence("tr-2023", "Part 1", "Nothing.", Says.NO_ACTION),)
    assert update.applies_to == ("tr-2018-01",)
    assert status.response == (Response.PARTLY_ACCEPTED, "2023", "gov-2021", "Yes and no.", "p. 1")
    assert status.closed == Closing("2024-03-01", ClosingReason.OVERTAKEN_BY_EVENTS, "It is moot.")


def test_every_key_of_a_matter(build: Builder) -> None:
    build.matter("inspections", "tr-2023-01", relation="contradiction")
    matter = build.load().matters["inspections"]
    assert isinstance(matter, Matter)
    assert matter.title == "Matter inspections"
    assert matter.recommendations == ("tr-2023-01",)
    assert matter.relation is MatterRelation.CONTRADICTION
    assert matter.summary == "Both can be true."
    assert matter.claim == (
        "It was done.",
        (Evidence("gov-2021", "Part 1", "It was done.", Says.ACTION),),
        *_side(2021),
    )
    assert matter.finding == (
        "It was not done.",
        (Evidence("tr-2023", "Part 1", "It was not done.", Says.NO_ACTION),),
        *_side(2022, Basis.ISSUING_BODY),
    )


def _side(year: int, basis: Basis | None = None) -> tuple[Any, ...]:
    return Period(str(year), str(year)), basis, None


@pytest.mark.parametrize(
    "written",
    ["NO", "1:30", "1.10", "0123", "2018_1", "2018-13-45", "true", "on", "1e3", "0x10", "=", "2023-06-15", ".inf"],
)
def test_text_is_never_guessed_to_be_something_else(build: Builder, written: str) -> None:
    register = with_source(build, country=written, title=written, rating=written)
    assert register.faults == ()
    source = register.sources["tr-2023"]
    assert (source.country, source.title, source.rating) == (written, written, written)


@pytest.mark.parametrize("written", ["'null'", '"~"', "'NULL'", ">-\n  null"])
def test_quoted_null_is_text(build: Builder, written: str) -> None:
    register = with_source(build, rating=written)
    assert register.faults == ()
    assert register.sources["tr-2023"].rating in ("null", "~", "NULL")


def test_five_thousand_digits_are_text_where_text_is_wanted(build: Builder) -> None:
    assert with_source(build, rating="9" * 5000).sources["tr-2023"].rating == "9" * 5000


# wrong-type


def test_a_file_that_is_no_mapping(build: Builder) -> None:
    build.write(SOURCE_PATH, "# a list\n- id: tr-2023\n")
    assert only(build.load()) == (
        2,
        1,
        "wrong-type",
        "a list where a mapping is wanted",
        f"keys of source: {', '.join(SOURCE.fields)}",
    )


@pytest.mark.parametrize(
    ("key", "written", "column", "message"),
    [
        ("rating", "[a]", 9, "a list where text is wanted"),
        ("rating", "{a: b}", 9, "a mapping where text is wanted"),
        ("published", "[2023]", 12, "a list where a date is wanted"),
        ("published", "{from: 2023, to: 2024}", 12, "a mapping where a date is wanted"),
        ("covers", "[2022, 2023]", 9, "a list where a date is wanted"),
        ("extent", "[whole]", 9, "a list where a word is wanted"),
        ("document", "a.txt", 11, "text where a mapping is wanted"),
        ("document", "null", 11, "nothing where a mapping is wanted"),
        ("document", "[]", 11, "a list where a mapping is wanted"),
    ],
)
def test_wrong_type(build: Builder, key: str, written: str, column: int, message: str) -> None:
    register = with_source(build, **{key: written})
    assert register.sources == {}
    assert only(register)[:4] == (7, column, "wrong-type", message)


@pytest.mark.parametrize(
    ("key", "written", "column", "message"),
    [
        ("themes", "prevention", 9, "text where a list is wanted"),
        ("themes", "{prevention: true}", 9, "a mapping where a list is wanted"),
        ("themes", "''", 9, "text where a list is wanted"),
        ("continues", "[tr-2018-01]", 13, "text where a mapping is wanted"),
        ("related", "[[tr-2018-01]]", 11, "a list where an id is wanted"),
        ("continues", "[{id: a, relation: split, confirmed: [true]}]", 49, "a list where true or false is wanted"),
    ],
)
def test_wrong_type_in_a_list(build: Builder, key: str, written: str, column: int, message: str) -> None:
    assert only(with_recommendation(build, **{key: written}))[:4] == (6, column, "wrong-type", message)


def test_wrong_type_of_a_number(build: Builder) -> None:
    assert only(with_source(build, year="[2023]"))[:4] == (6, 7, "wrong-type", "a list where a whole number is wanted")


# unknown-key, missing-key


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("publishd", "did you mean `published`?"),
        ("Rating", "did you mean `rating`?"),
        ("extend", "did you mean `extent`?"),
        ("quux", None),
        ("''", None),
        ("<", None),
    ],
)
def test_unknown_key_suggests_the_nearest(build: Builder, key: str, hint: str | None) -> None:
    register = with_source(build, **{key: "a"})
    name = key.strip("'")
    assert only(register) == (7, 1, "unknown-key", f"unknown key `{name}` in source", hint)
    assert register.sources == {}


def test_unknown_key_of_great_length(build: Builder) -> None:
    build.write(SOURCE_PATH, lines(SOURCE_LINES) + f"? {'x' * 500_000}\n: a\n")
    assert only(build.load())[:3] == (7, 3, "unknown-key")


def test_unknown_key_in_the_depth_names_its_mapping(build: Builder) -> None:
    register = with_recommendation(build, continues="[{id: a, relation: split, confirm: true}]")
    assert only(register) == (6, 38, "unknown-key", "unknown key `confirm` in link", "did you mean `confirmed`?")


def test_unknown_key_in_a_period(build: Builder) -> None:
    register = with_source(build, covers="{from: 2022, to: 2023, until: 2024}")
    assert only(register) == (7, 32, "unknown-key", "unknown key `until` in a period", "a period has `from` and `to`")


@pytest.mark.parametrize("key", list(SOURCE_LINES))
def test_missing_key_of_a_source(build: Builder, key: str) -> None:
    build.write(SOURCE_PATH, "# a source\n" + lines({name: SOURCE_LINES[name] for name in SOURCE_LINES if name != key}))
    register = build.load()
    assert register.sources == {}
    assert only(register) == (2, 1, "missing-key", f"source has no `{key}`", SOURCE.fields[key].about)


@pytest.mark.parametrize("key", list(RECOMMENDATION_LINES))
def test_missing_key_of_a_recommendation(build: Builder, key: str) -> None:
    build.source("tr-2023")
    kept = {name: value for name, value in RECOMMENDATION_LINES.items() if name != key}
    build.write(RECOMMENDATION_PATH, lines(kept))
    assert only(build.load())[:4] == (1, 1, "missing-key", f"recommendation has no `{key}`")


def test_missing_keys_of_a_status_file(build: Builder) -> None:
    register = with_status(build, "{}\n")
    assert told(register.faults) == [f"{STATUS_PATH}:1:1: missing-key"] * 2
    assert [fault.message for fault in register.faults] == ["status has no `recommendation`", "status has no `updates`"]


def test_missing_keys_in_the_depth_stand_at_their_mapping(build: Builder) -> None:
    register = with_status(
        build, "recommendation: tr-2023-01\nupdates:\n  - date: 2024-01-01\n    evidence:\n      - place: p. 1\n"
    )
    assert [f"{fault.line}.{fault.column} {fault.message}" for fault in register.faults] == [
        "3.5 update has no `basis`",
        "3.5 update has no `implementation`",
        "5.9 evidence has no `quote`",
        "5.9 evidence has no `source`",
    ]


@pytest.mark.parametrize(("written", "missing"), [("{from: 2022}", "to"), ("{to: 2022}", "from")])
def test_missing_end_of_a_period(build: Builder, written: str, missing: str) -> None:
    register = with_source(build, covers=written)
    assert only(register) == (7, 9, "missing-key", f"a period has no `{missing}`", "a period has `from` and `to`")


# empty-value


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL", "''", '""', "' '", '"\\n"', "'\u00a0'", ">-"])
@pytest.mark.parametrize(
    ("key", "wanted"),
    [("rating", "text"), ("published", "a date"), ("covers", "a date"), ("extent", "a word")],
)
def test_empty_value(build: Builder, key: str, wanted: str, written: str) -> None:
    register = with_source(build, **{key: written})
    line, _, code, message, hint = only(register)
    assert (line, code) == (7, "empty-value")
    assert message == f"nothing where {wanted} is wanted"
    assert hint == "leave the key out where nothing is known"
    assert register.sources == {}


@pytest.mark.parametrize(("written", "column"), [("null", 9), ("  ''", 11), ("~", 9)])
def test_empty_value_stands_at_the_value(build: Builder, written: str, column: int) -> None:
    assert only(with_source(build, rating=written))[:3] == (7, column, "empty-value")


@pytest.mark.parametrize("key", ["year", "id", "title"])
def test_empty_value_of_a_required_key(build: Builder, key: str) -> None:
    register = with_source(build, **{key: "null"})
    assert only(register)[0] == list(SOURCE_LINES).index(key) + 1
    assert only(register)[2] == "empty-value"


@pytest.mark.parametrize("written", ["", "null", "~"])
def test_a_list_left_empty(build: Builder, written: str) -> None:
    register = with_recommendation(build, continues=written)
    _, _, code, message, hint = only(register)
    assert (code, message, hint) == ("empty-value", "nothing where a list is wanted", "write [] for none")


def test_empty_entry_of_a_list(build: Builder) -> None:
    register = with_recommendation(build, themes="[prevention, null]")
    assert only(register)[:4] == (6, 22, "empty-value", "nothing where an id is wanted")


@pytest.mark.parametrize(
    ("keys", "place"),
    [({"recommendations": []}, "4.21"), ({"claim": {"summary": "It was done.", "evidence": []}}, "11.15")],
)
def test_lists_that_need_an_entry(build: Builder, keys: dict[str, Any], place: str) -> None:
    build.matter("a", *([] if "recommendations" in keys else ["tr-2023-01"]), **keys)
    register = build.load()
    line, column, code, message, _ = only(register)
    assert (f"{line}.{column}", code) == (place, "empty-value")
    assert message == "a list of 0 where at least 1 is wanted"
    assert register.matters == {}


# uneven-space


@pytest.mark.parametrize(
    "written",
    [
        "'Do  it.'",
        "' Do it.'",
        "'Do it. '",
        '"Do\\tit."',
        '"Do it.\\n"',
        "'Do\u00a0it.'",
        "'Do\u2009it.'",
        '"Do\\u2028it."',
        "|\n  Do it.",
        "|-\n  Do\n  it.",
        ">\n  Do it.",
    ],
)
@pytest.mark.parametrize("key", ["section", "lead_in"])
def test_uneven_space(build: Builder, key: str, written: str) -> None:
    line, column, code, _, hint = only(with_recommendation(build, **{key: written}))
    assert (line, column, code) == (6, len(key) + 3, "uneven-space")
    assert hint == "put it on single spaces; `>-` folds lines"


def test_uneven_space_in_a_text_and_a_quote(build: Builder) -> None:
    assert only(with_recommendation(build, text="'Do  it.'"))[:3] == (5, 7, "uneven-space")
    build.recommendation("tr-2023-01")
    build.write(
        STATUS_PATH,
        "recommendation: tr-2023-01\nupdates: []\n"
        "closed:\n  date: 2024-01-01\n  reason: superseded\n  summary: a  b\n  evidence:\n"
        "    - source: tr-2023\n      place: a  b\n      quote: a  b\n",
    )
    assert only(build.load())[:3] == (10, 14, "uneven-space")


@pytest.mark.parametrize("written", [">-\n  Do\n  it.", "Do\n  it.", "'Do\n  it.'", '"Do \\\n  it."'])
def test_folded_lines(build: Builder, written: str) -> None:
    assert with_recommendation(build, text=written).recommendations["tr-2023-01"].text == "Do it."


def test_space_that_nobody_quotes_is_free(build: Builder) -> None:
    register = with_source(build, note="|\n  One  line.\n  Another.")
    assert register.faults == ()
    assert register.sources["tr-2023"].note == "One  line.\nAnother.\n"


# bad-id


@pytest.mark.parametrize(
    "written", ["A", "-a", ".a", "_a", "a b", "a/b", "é", "a" * 101, "'a\n\n  b'", "../a", '"a\\n"', '"a\\0"', "²"]
)
def test_bad_id(build: Builder, written: str) -> None:
    line, column, code, _, hint = only(with_source(build, series=written))
    assert (line, column, code) == (2, 9, "bad-id")
    assert hint is not None
    assert hint.startswith("an id is a-z, 0-9")


@pytest.mark.parametrize("written", ["a", "0", "a.b_c-d", "a" * 100, "no", "1.10", "2023"])
def test_good_id(build: Builder, written: str) -> None:
    register = with_source(build, series=written)
    assert register.faults == ()
    assert register.sources["tr-2023"].series == written


def test_bad_ids_in_a_list_stand_where_they_are(build: Builder) -> None:
    register = with_recommendation(build, related="[a, B, c, D]")
    assert told(register.faults) == [f"{RECOMMENDATION_PATH}:6:14: bad-id", f"{RECOMMENDATION_PATH}:6:20: bad-id"]
    assert [fault.message for fault in register.faults] == ["`B` is not an id", "`D` is not an id"]


@pytest.mark.parametrize(
    ("text", "right"), [("a", True), ("a\n", False), ("", False), ("a" * 100, True), ("a:b", False)]
)
def test_is_id(text: str, right: bool) -> None:
    assert is_id(text) is right


# bad-number


@pytest.mark.parametrize(
    "written",
    ["'2023'", '"2023"', "02023", "2_023", "2023.0", "+2023", "-1", "2e3", "0x7e7", "two", "٢٠٢٣", "1:30", "²"],
)
def test_bad_number(build: Builder, written: str) -> None:
    text = written.strip("'\"")
    assert only(with_source(build, year=written)) == (
        6,
        7,
        "bad-number",
        f"`{text}` is not a whole number",
        "digits alone, no quotes, no leading zero",
    )


def test_bad_number_of_five_thousand_digits(build: Builder) -> None:
    line, column, code, message, _ = only(with_source(build, year="9" * 5000))
    assert (line, column, code) == (6, 7, "bad-number")
    assert message == f"`{'9' * 39}…` is not a whole number"


@pytest.mark.parametrize(("written", "good"), [("1799", False), ("1800", True), ("2999", True), ("3000", False)])
def test_years_have_bounds(build: Builder, written: str, good: bool) -> None:
    register = with_source(build, year=written)
    if good:
        assert register.sources["tr-2023"].year == int(written)
    else:
        assert only(register) == (6, 7, "bad-number", f"{written} is not between 1800 and 2999", None)


@pytest.mark.parametrize(("written", "good"), [("0", False), ("99999", True), ("100000", False), ("01", False)])
def test_numbers_have_bounds(build: Builder, written: str, good: bool) -> None:
    register = with_recommendation(build, number=written)
    if good:
        assert register.recommendations["tr-2023-01"].number == int(written)
    else:
        assert only(register)[:3] == (4, 9, "bad-number")


@pytest.mark.parametrize("written", ["2", "0", "'1'", "1.0", ""])
def test_format_of_another_version(build: Builder, written: str) -> None:
    build.write("recotrack.yaml", f"format: {written}\n")
    register = build.load()
    line, _, code, _, _ = only(register)
    assert (line, code) == (1, "bad-number" if written else "empty-value")


# wrong-value


@pytest.mark.parametrize("written", ["yes", "True", "TRUE", "on", "1", "'true'", '"false"', "no"])
def test_truth_is_true_or_false(build: Builder, written: str) -> None:
    register = with_recommendation(build, continues=f"[{{id: a, relation: split, confirmed: {written}}}]")
    assert only(register)[:3] == (6, 49, "wrong-value")
    assert only(register)[4] == "write true or false"


@pytest.mark.parametrize(("written", "value"), [("true", True), ("false", False)])
def test_truth(build: Builder, written: str, value: bool) -> None:
    register = with_recommendation(build, continues=f"[{{id: a, relation: split, confirmed: {written}}}]")
    assert register.recommendations["tr-2023-01"].continues == (Link("a", Relation.SPLIT, value),)


@pytest.mark.parametrize(
    ("written", "hint"),
    [("extrct", "did you mean `extract`?"), ("Whole", "did you mean `whole`?"), ("x", None)],
)
def test_a_word_outside_its_list(build: Builder, written: str, hint: str | None) -> None:
    assert only(with_source(build, extent=written)) == (
        7,
        9,
        "wrong-value",
        f"`{written}` is not one of whole, extract",
        hint,
    )


def test_a_word_may_be_quoted(build: Builder) -> None:
    assert with_source(build, extent="'whole'").sources["tr-2023"].extent is Extent.WHOLE


@pytest.mark.parametrize(
    ("implementation", "basis", "place"),
    [
        ("implemented_partly", "issuing_body", "4.21"),
        ("resolved", "issuing_body", "4.21"),
        ("implemented", "government", "5.12"),
    ],
)
def test_a_word_outside_its_list_in_an_update(build: Builder, implementation: str, basis: str, place: str) -> None:
    register = with_status(
        build,
        "recommendation: tr-2023-01\nupdates:\n"
        f"  - date: 2024-01-01\n    implementation: {implementation}\n    basis: {basis}\n",
    )
    line, column, code, _, _ = only(register)
    assert (f"{line}.{column}", code) == (place, "wrong-value")


@pytest.mark.parametrize(
    "written", ["0" * 63, "0" * 65, "A" * 64, "g" * 64, "0x" + "0" * 62, "'" + "0" * 63 + " '", "٠" * 64]
)
def test_checksum(build: Builder, written: str) -> None:
    register = with_source(build, document=f"{{file: a.txt, sha256: {written}}}")
    assert only(register) == (
        7,
        33,
        "wrong-value",
        "not a SHA-256 checksum",
        "64 hexadecimal digits, lower case",
    )


# bad-date, period-backwards


@pytest.mark.parametrize(
    "written",
    [
        "2018-13-45", "1:30", "2023-02-29", "1900-02-29", "2023-04-31", "2023-00", "2023-00-01", "2023-6-1", "0000",
        "23", "20230615", "2023-06-15T00:00:00", "2023-06-15 ", "15.06.2023", "June 2023", "2023-", "-2023", "２０２３",
        "2023/06/15", "9" * 5000,
    ],
)  # fmt: skip
@pytest.mark.parametrize("key", ["published", "covers"])
def test_bad_date(build: Builder, key: str, written: str) -> None:
    line, column, code, message, hint = only(with_source(build, **{key: f"'{written}'"}))
    assert (line, column, code) == (7, len(key) + 3, "bad-date")
    short = written if len(written) <= 40 else "9" * 39 + "…"
    assert message == f"`{short}` is not a date of the calendar"
    assert hint == "YYYY-MM-DD, or as far as known: YYYY-MM, YYYY"


@pytest.mark.parametrize("written", ["2018-13-45", "1:30"])
def test_bad_date_without_quotes(build: Builder, written: str) -> None:
    assert only(with_source(build, published=written))[:3] == (7, 12, "bad-date")


@pytest.mark.parametrize("written", ["2024", "2024-05", "2018-13-45", "1:30", "today"])
def test_a_closing_has_a_day(build: Builder, written: str) -> None:
    register = with_status(
        build,
        "recommendation: tr-2023-01\nupdates: []\n"
        f"closed:\n  date: {written}\n  reason: superseded\n  summary: A law asks more.\n",
    )
    assert only(register) == (4, 9, "bad-date", f"`{written}` is not a date of the calendar", "YYYY-MM-DD")
    assert register.statuses == {}


@pytest.mark.parametrize("written", ["2024", "2024-05", "2024-05-31"])
def test_an_update_is_dated_as_far_as_its_source_is(build: Builder, written: str) -> None:
    register = with_status(
        build,
        "recommendation: tr-2023-01\nupdates:\n"
        f"  - date: {written}\n    implementation: not_assessed\n    basis: issuing_body\n",
    )
    assert register.faults == ()
    assert register.statuses["tr-2023-01"].updates[0].date == written


@pytest.mark.parametrize("written", ["2023", "2023-06", "2024-02-29", "'2023'", "2000-02-29"])
def test_dates_as_far_as_known(build: Builder, written: str) -> None:
    register = with_source(build, published=written, covers=written)
    text = written.strip("'")
    assert register.sources["tr-2023"].published == text
    assert register.sources["tr-2023"].covers == Period(text, text)


def test_bad_dates_of_a_period(build: Builder) -> None:
    register = with_source(build, covers="{from: 2022-13, to: 1:30}")
    assert told(register.faults) == [f"{SOURCE_PATH}:7:16: bad-date", f"{SOURCE_PATH}:7:29: bad-date"]


@pytest.mark.parametrize(
    ("start", "end"),
    [("2023", "2022"), ("2023-02-02", "2023-02-01"), ("2023", "2022-12-31"), ("2023-07", "2023-06-30")],
)
def test_period_backwards(build: Builder, start: str, end: str) -> None:
    assert only(with_source(build, covers=f"{{to: {end}, from: {start}}}")) == (
        7,
        9,
        "period-backwards",
        f"the period ends ({end}) before it begins ({start})",
        None,
    )


@pytest.mark.parametrize(
    ("start", "end"), [("2023", "2023"), ("2023-06", "2023"), ("2023", "2023-01"), ("2022", "2023")]
)
def test_periods_that_can_be(build: Builder, start: str, end: str) -> None:
    register = with_source(build, covers=f"{{from: {start}, to: {end}}}")
    assert register.sources["tr-2023"].covers == Period(start, end)


# All of them


def test_every_fault_of_a_file_is_told_and_the_other_files_load(build: Builder) -> None:
    build.source("tr-2018")
    build.recommendation("tr-2018-01")
    build.write(
        SOURCE_PATH,
        "id: tr-2023\nseries: TR\nissuer: null\ntitel: Report\ncountry: UTO\nyear: '2023'\n"
        "covers: {from: 2023, to: 2022}\npublished: 2018-13-45\nextent: part\n"
        "document: {file: [], sha256: 0}\n",
    )
    register = build.load()
    assert told(register.faults) == [
        f"{SOURCE_PATH}:1:1: missing-key",
        f"{SOURCE_PATH}:2:9: bad-id",
        f"{SOURCE_PATH}:3:9: empty-value",
        f"{SOURCE_PATH}:4:1: unknown-key",
        f"{SOURCE_PATH}:6:7: bad-number",
        f"{SOURCE_PATH}:7:9: period-backwards",
        f"{SOURCE_PATH}:8:12: bad-date",
        f"{SOURCE_PATH}:9:9: wrong-value",
        f"{SOURCE_PATH}:10:18: wrong-type",
        f"{SOURCE_PATH}:10:30: wrong-value",
    ]
    assert list(register.sources) == ["tr-2018"]
    assert list(register.recommendations) == ["tr-2018-01"]


def test_a_bad_id_and_a_bad_value_of_one_entry_are_both_told(build: Builder) -> None:
    build.write("recotrack.yaml", "format: 1\nseries:\n  TR: {cadence: daily}\n  tr: {short: TR}\n")
    register = build.load()
    assert told(register.faults) == ["recotrack.yaml:3:3: bad-id", "recotrack.yaml:3:17: wrong-value"]


@pytest.mark.parametrize("written", ["tr", "[tr]", "null"])
def test_a_table_is_a_mapping(build: Builder, written: str) -> None:
    build.write("recotrack.yaml", f"format: 1\nseries: {written}\n")
    assert only(build.load())[:3] == (2, 9, "wrong-type")


def test_decode_gives_a_record_or_faults() -> None:
    node, _ = read(lines(SOURCE_LINES).encode(), "a.yaml")
    assert isinstance(node, MappingNode)
    record, found = decode(node, SOURCE, "a.yaml")
    assert found == []
    assert isinstance(record, Source)
    assert record.origin == ("a.yaml", node)
    record, found = decode(node.entries["id"][1], SOURCE, "a.yaml")
    assert record is None
    assert told(found) == ["a.yaml:1:5: wrong-type"]
    assert isinstance(SOURCE.fields["title"].kind, Text)
