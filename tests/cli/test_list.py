"""`recotrack list`: what it selects, in which order, how it fits the terminal, and its JSON."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from recotrack.model.terms import Basis, Currency, Flag, Implementation
from recotrack.views.text import width_of
from tests.builder import GOVERNMENT, Builder, evidence, link, update
from tests.cli.conftest import Snapshot
from tests.conftest import Run

List = Callable[..., list[dict[str, Any]]]

OPEN = [
    *("tr-2022-01", "tr-2022-02", "tr-2022-03", "tr-2022-04"),
    "tr-2018-03",
    *("na-2016-01", "na-2016-02", "na-2016-03"),
    *("1e-01", "1e-02"),
]
CONTINUED = [*(f"tr-2021-0{number}" for number in range(1, 6)), "tr-2018-01", "tr-2018-02"]
SETTLED = [*CONTINUED, "tr-2021-06"]


@pytest.fixture
def listed(run: Run, sample: Builder) -> List:
    """Gives what `list --format json` shows of the sample."""

    def call(*words: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(run("list", "--format", "json", *words).out)["recommendations"]
        return found

    return call


def ids(items: list[dict[str, Any]]) -> list[str]:
    return [item["id"] for item in items]


# Whole outputs


@pytest.mark.parametrize("width", [50, 80, 120])
def test_whole_output(
    run: Run, sample: Builder, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    snapshot(f"list-{width}.txt", run("list").out)


def test_whole_output_of_all(run: Run, sample: Builder, snapshot: Snapshot) -> None:
    snapshot("list-all-80.txt", run("list", "--all").out)


# Width


@pytest.mark.parametrize("width", [20, 32, 50, 63, 64, 66, 80, 99, 100, 120, 200])
def test_every_line_fits(run: Run, sample: Builder, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = [line for words in ("--all", "--sort=since") for line in run("list", words).out.splitlines()]
    assert [line for line in lines if width_of(line) > width] == []


@pytest.mark.parametrize("width", [24, 40, 64, 70, 80, 100, 120])
def test_every_line_fits_with_long_ids(run: Run, build: Builder, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    source = "tr-" + "committee-against-trafficking-" * 3 + "2022"
    build.write(
        f"sources/{source}.yaml",
        {"id": source, "series": "tr", "issuer": "X" * 150, "title": "T", "country": "UTO", "year": 2022},
    )
    build.recommendation(f"{source}-01", "W" * 300)
    build.recommendation(f"{source}-02", "Do what is right.", lead_in="W" * 300, section="W" * 300)
    monkeypatch.setenv("COLUMNS", str(width))
    ran = run("list")
    assert [line for line in ran.out.splitlines() if width_of(line) > width] == []
    assert source in ran.out.replace("\n", "").replace(" ", "") or width >= 64


def test_width_is_that_of_the_terminal_or_eighty(run: Run, sample: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    at_eighty = run("list").out
    monkeypatch.delenv("COLUMNS")
    assert run("list").out == at_eighty


@pytest.mark.parametrize("width", [50, 80, 120])
def test_nothing_is_lost_by_wrapping(run: Run, sample: Builder, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    words = run("list").out.split()
    for word in ("Labor", "\\x1b[31mred\\x1b[0m", "\\u202eback\\u202c", "<script>alert(1)</script>", "şəhərində"):
        assert word in words
    assert "被害者を保護する施設を全国に設置し、通訳を配置するとともに、職員の研修を行う。" in "".join(words)


# What the table tells


def test_text_that_looks_like_a_number_stays(run: Run, sample: Builder) -> None:
    words = run("list").out.split()
    for word in ("1e-01", "1e-02", "0123.10", "1e400"):
        assert word in words


def test_lead_in_stands_once_above_its_group(run: Run, sample: Builder) -> None:
    out = " ".join(run("list").out.split())
    first = "Referral & care. In order to strengthen referral, stakeholders are invited to consider:"
    second = "Referral & care. In order to fund shelters | hotlines, the authorities are encouraged to consider:"
    assert out.count(first) == out.count(second) == 1
    places = [out.index(word) for word in (first, "na-2016-01", "na-2016-02", second, "na-2016-03")]
    assert places == sorted(places)


def test_lead_in_is_shown_whatever_the_order(run: Run, sample: Builder) -> None:
    out = " ".join(run("list", "--search", "paying", "--sort", "since").out.split())
    assert "the authorities are encouraged to consider:" in out


def test_lines_of_different_age_are_told(run: Run, sample: Builder) -> None:
    out = " ".join(run("list", "--search", "moratorium").out.split())
    assert "since 2018: strengthen the capacity of the Labor Inspectorate" in out
    assert "(tr-2018-02)" in out
    assert "since 2021: Lift the moratorium on inspections. (tr-2021-04)" in out


def test_claim_stands_beside_the_finding(run: Run, sample: Builder) -> None:
    out = run("list", "--search", "moratorium").out
    assert "the government claims: implemented" in out
    assert "not implemented" in out


def test_editions_that_are_not_loaded_are_named(run: Run, sample: Builder) -> None:
    assert "TR: 2018, 2021, 2022 loaded; 2019, 2020 not loaded" in " ".join(run("list").out.split())


@pytest.mark.parametrize(
    "hidden",
    [{"closed": {"date": "2023-01-01", "reason": "superseded", "summary": "Another one asks for it."}}, {}],
    ids=["closed", "implemented"],
)
def test_nothing_open(run: Run, build: Builder, hidden: dict[str, Any]) -> None:
    build.source("tr-2021", published="2021-07-01")
    build.source("gov-2022", published="2022-07-01")
    build.recommendation("tr-2021-01")
    done = update("2022-07-01", "implemented", "third_party", evidence=[evidence("gov-2022", "It was done.")])
    build.status("tr-2021-01", *([] if hidden else [done]), **hidden)
    ran = run("list")
    assert ran.out == "No open recommendation matches.\n"
    assert "1 more" in ran.err


def test_empty_register(run: Run, build: Builder) -> None:
    assert run("list").out == "No recommendation is recorded yet.\n"
    assert json.loads(run("list", "--format", "json").out) == {
        "schema_version": 1,
        "series": [],
        "recommendations": [],
    }


# Order and selection


def test_newest_editions_then_absent_then_other_series(listed: List) -> None:
    assert ids(listed()) == OPEN


def test_all_adds_continued_ones(listed: List) -> None:
    found = ids(listed("--all"))
    assert sorted(found) == sorted(OPEN + SETTLED)
    assert [id for id in found if id in OPEN] == OPEN


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("--status not_implemented", ["tr-2022-02", "tr-2022-03", "na-2016-02"]),
        ("--status insufficient_evidence --status partly_implemented", ["tr-2022-01", "tr-2018-03"]),
        ("--status implemented", ["tr-2018-02"]),
        ("--source tr-2018", ["tr-2018-03"]),
        ("--source na-2016 --source 1e", ["na-2016-01", "na-2016-02", "na-2016-03", "1e-01", "1e-02"]),
        ("--series tr", OPEN[:5]),
        ("--country uto --series 1e", ["1e-01", "1e-02"]),
        ("--year 2018 --year 2015", ["tr-2018-03", "1e-01", "1e-02"]),
        ("--theme prevention", ["tr-2022-01", "tr-2022-02", "tr-2018-03"]),
        ("--theme funding", []),
        ("--theme funding --all", ["tr-2021-06"]),
        ("--addressee AUTHOR", ["na-2016-03"]),
        ("--addressee inspectorate", []),
        ("--flag regressed", ["tr-2022-03"]),
        ("--flag contested", ["tr-2022-02"]),
        ("--flag dropped-unresolved", ["tr-2018-03"]),
        ("--flag implemented-but-repeated", ["tr-2018-02"]),
        ("--flag repeated --all", ["tr-2021-03"]),
        ("--flag regressed --flag contested", ["tr-2022-02", "tr-2022-03"]),
        ("--flag unread --all", []),
        ("--search INSPECTORATE", ["tr-2022-02", "na-2016-02"]),
        ("--search ŞƏHƏRINDƏ", ["tr-2022-04"]),
        ("--theme prevention --year 2022 --search moratorium", ["tr-2022-02"]),
    ],
)
def test_selection(listed: List, words: str, expected: list[str]) -> None:
    assert ids(listed(*words.split())) == expected


def test_search_takes_all_words_in_any_order(listed: List) -> None:
    assert ids(listed("--search", "victims moratorium")) == ["tr-2022-02"]
    assert listed("--search", "victims nothing") == []


def test_search_finds_lead_ins_and_mentions(listed: List) -> None:
    assert ids(listed("--search", "shelters | hotlines")) == ["na-2016-03"]


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("id", ["1e-01", "1e-02", "na-2016-01"]),
        ("since", ["1e-01", "1e-02", "na-2016-01", "na-2016-02", "na-2016-03", "tr-2018-03", "tr-2022-01"]),
        ("times", ["tr-2022-01", "tr-2022-02", "tr-2022-03", "1e-01"]),
        ("status", ["1e-01", "1e-02", "na-2016-01", "na-2016-03", "tr-2022-04", "tr-2018-03", "na-2016-02"]),
        ("group", OPEN),
    ],
)
def test_sort(listed: List, sort: str, first: list[str]) -> None:
    found = ids(listed("--sort", sort))
    assert found[: len(first)] == first
    assert sorted(found) == sorted(OPEN)


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--source", "tr-2012", "did you mean `tr-2"),
        ("--source", "xyz", "known: 1e, exp-2023, gov-2022, na-2016, tr-2018, tr-2021, tr-2022"),
        ("--series", "trr", "did you mean `tr`?"),
        ("--theme", "preventions", "did you mean `prevention`?"),
    ],
)
def test_unknown_id_is_refused_rather_than_an_empty_list(
    run: Run, sample: Builder, option: str, value: str, told: str
) -> None:
    ran = run("list", option, value, code=2)
    assert ran.out == ""
    assert option in ran.err
    assert told in " ".join(ran.err.split())


# Another day, another revision


def test_as_of_a_day(listed: List) -> None:
    found = {item["id"]: item for item in listed("--as-of", "2022-12-31")}
    assert found["tr-2022-02"]["claim"] is None
    assert found["tr-2022-03"]["implementation"] == "not_assessed"
    assert found["tr-2022-01"]["implementation"] == "partly_implemented"


def test_as_of_a_day_before_the_newest_edition(listed: List) -> None:
    found = ids(listed("--as-of", "2021-12-31"))
    assert found[:6] == [f"tr-2021-0{number}" for number in range(1, 7)]
    assert not any(id.startswith("tr-2022") for id in found)


@pytest.mark.parametrize("day", ["2023-02-29", "2023-13-45", "2023", "yesterday", ""])
def test_as_of_no_day(run: Run, sample: Builder, day: str) -> None:
    ran = run("list", "--as-of", day, code=2)
    assert "--as-of" in ran.err
    assert ran.out == ""


def test_revision(run: Run, sample: Builder) -> None:
    before = run("list").out
    sample.commit()
    sample.recommendation("tr-2022-05", "Asked in the work tree alone.", continues=[])
    assert run("list", "--rev", "HEAD").out == before
    assert "work tree alone" in " ".join(run("list").out.split())


def test_revision_that_is_none(run: Run, sample: Builder) -> None:
    sample.commit()
    assert "nowhere" in run("list", "--rev", "nowhere", code=2).err


def test_revision_outside_git(run: Run, sample: Builder) -> None:
    assert "git" in run("list", "--rev", "HEAD", code=2).err


# JSON


TYPES: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "source": str,
    "year": int,
    "number": int,
    "text": str,
    "themes": list,
    "addressees": list,
    "mentions": list,
    "implementation": str,
    "basis": (str, type(None)),
    "as_of": (str, type(None)),
    "baseline": bool,
    "claim": (dict, type(None)),
    "arguable": bool,
    "open": bool,
    "currency": str,
    "first_year": int,
    "times_made": int,
    "editions": list,
    "lines": list,
    "continues": list,
    "continued_by": list,
    "related": list,
    "flags": list,
}
"""The keys of the contract."""


def test_json_has_the_keys_of_the_contract_with_their_types(run: Run, sample: Builder) -> None:
    whole = json.loads(run("list", "--all", "--format", "json").out)
    assert whole["schema_version"] == 1
    assert len(whole["recommendations"]) == 18
    for item in whole["recommendations"]:
        assert TYPES.keys() <= item.keys()
        for key, kind in TYPES.items():
            assert isinstance(item[key], kind), (item["id"], key)
            assert kind is not int or not isinstance(item[key], bool)
        for key in ("themes", "addressees", "mentions", "continues", "continued_by", "related", "flags"):
            assert all(isinstance(one, str) for one in item[key])
        assert item["implementation"] in list(Implementation)
        assert item["basis"] in [None, *Basis]
        assert item["currency"] in list(Currency)
        assert set(item["flags"]) <= set(Flag)
        assert all(isinstance(year, int) for year in item["editions"])
        assert item["times_made"] == len(item["editions"])
        assert all(line.keys() == {"id", "since"} for line in item["lines"])
        assert item["first_year"] == min(line["since"] for line in item["lines"])


def test_json_begins_with_its_version(run: Run, sample: Builder) -> None:
    assert run("list", "--format", "json").out.startswith('{"schema_version": 1')


def test_json_of_one(listed: List) -> None:
    (item,) = listed("--search", "moratorium")
    expected = {
        "id": "tr-2022-02",
        "source": "tr-2022",
        "year": 2022,
        "number": 2,
        "text": (
            "Lift the moratorium on inspections and strengthen the capacity of the Labor Inspectorate "
            "to identify victims."
        ),
        "themes": ["prevention", "protection"],
        "addressees": [],
        "mentions": ["Labor Inspectorate"],
        "implementation": "not_implemented",
        "basis": "issuing_body",
        "as_of": "2022-07-19",
        "baseline": True,
        "arguable": False,
        "open": True,
        "currency": "current",
        "first_year": 2018,
        "times_made": 3,
        "editions": [2018, 2021, 2022],
        "lines": [{"id": "tr-2018-02", "since": 2018}, {"id": "tr-2021-04", "since": 2021}],
        "continues": ["tr-2021-03", "tr-2021-04"],
        "continued_by": [],
        "related": ["na-2016-02"],
        "flags": ["contested"],
    }
    assert {key: item[key] for key in expected} == expected
    assert item["claim"]["implementation"] == "implemented"


def test_json_of_an_update_that_applies_elsewhere(listed: List) -> None:
    (item,) = listed("--source", "na-2016", "--status", "not_implemented")
    assert (item["id"], item["basis"], item["baseline"]) == ("na-2016-02", "third_party", False)
    assert item["related"] == ["tr-2022-02"]
    assert item["lead_in"] == "In order to strengthen referral, stakeholders are invited to consider:"
    assert item["section"] == "Referral & care"


def test_json_of_a_claim_alone(run: Run, build: Builder) -> None:
    build.source("tr-2021", published="2021-07-01")
    build.source("gov-2022", issuer=GOVERNMENT, published="2022-07-01")
    build.recommendation("tr-2021-01")
    claim = update("2022-07-01", "implemented", "government_claim", evidence=[evidence("gov-2022", "It was done.")])
    build.status("tr-2021-01", claim)
    (item,) = json.loads(run("list", "--format", "json").out)["recommendations"]
    assert (item["implementation"], item["basis"], item["as_of"]) == ("not_assessed", None, None)
    assert item["claim"]["implementation"] == "implemented"
    assert item["open"] is True
    assert item["flags"] == ["claimed"]


def test_json_of_unread_lineage(run: Run, build: Builder) -> None:
    for year in (2021, 2022):
        build.source(f"tr-{year}")
        build.recommendation(f"tr-{year}-01")
    build.recommendation("tr-2022-02", "Another.", continues=[link("tr-2021-01", confirmed=False)])
    found = {item["id"]: item for item in json.loads(run("list", "--format", "json").out)["recommendations"]}
    assert {id: "unread" in item["flags"] for id, item in found.items()} == {
        "tr-2021-01": False,
        "tr-2022-01": True,
        "tr-2022-02": True,
    }
    assert "dropped-unresolved" not in found["tr-2021-01"]["flags"]


def test_json_holds_no_character_that_tricks_a_terminal(run: Run, sample: Builder) -> None:
    out = run("list", "--format", "json").out
    assert "\x1b" not in out
    assert "\u202e" not in out
    (item,) = (item for item in json.loads(out)["recommendations"] if item["id"] == "tr-2022-03")
    assert item["text"].startswith("Refer \x1b[31mred\x1b[0m cases \u202eback\u202c")


# What a register does not have


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--year", "2020"), "this register has no year 2020"),
        (("--country", "AZE"), "this register has no country 'AZE' (known: UTO)"),
        (("--source", "tr-2030"), "this register has no source 'tr-2030'"),
    ],
)
def test_what_is_not_loaded_is_said_and_not_an_empty_list(
    run: Run, build: Builder, words: tuple[str, str], said: str
) -> None:
    build.source("tr-2023")
    build.recommendation("tr-2023-01")
    assert said in run("list", *words, code=2).err


def test_a_source_of_later_is_known_though_not_shown(run: Run, build: Builder) -> None:
    build.source("tr-2023", published="2023-06-15")
    build.recommendation("tr-2023-01")
    ran = run("list", "--source", "tr-2023", "--as-of", "2023-06-14")
    assert ran.out == "As the record stood on 2023-06-14\n\nNo recommendation is recorded yet.\n"


def test_search_looks_for_the_beginnings_of_words(run: Run, build: Builder) -> None:
    build.source("tr-2023")
    build.recommendation("tr-2023-01", "Elaborate a plan.")
    build.recommendation("tr-2023-02", "Inspect labour sites.")
    found = json.loads(run("list", "--search", "labo", "--format", "json").out)["recommendations"]
    assert [one["id"] for one in found] == ["tr-2023-02"]


def test_a_list_of_claims_and_findings_tells_both_sides(run: Run, sample: Builder) -> None:
    told = run("list", "--flag", "contested").out
    matter = told[told.index("Inspections | moratorium (tr-2022-02)") :]
    assert matter.splitlines()[:7] == [
        "Inspections | moratorium (tr-2022-02)",
        "  Claim (Government of Utopia; covers 2022): Inspections took place.",
        "  Finding (Office of Reports; covers 2022-01-01 to 2022-03-31): None took place.",
        "  The government itself says (Government of Utopia; covers 2022): More",
        "    inspectors are needed.",
        "  Contradiction over the same time. Both speak of the first months of 2022.",
        "",
    ]
    assert "Inspections | moratorium (tr-2022-02)" not in run("list").out


def test_a_contradiction_not_shown_to_be_of_one_time_is_said_to_be_so(run: Run, sample: Builder) -> None:
    sample.matter("inspections", "tr-2022-02", relation="contradiction", finding={
        "summary": "None took place.", "basis": "third_party", "via": "tr-2022",
        "evidence": [evidence("tr-2022", "Observers saw none.")],
    })  # fmt: skip
    told = " ".join(run("list", "--flag", "claim-and-finding").out.split())
    assert "Finding (third parties, relayed by Office of Reports; period not stated): None took place." in told
    assert "Contradiction though they are not shown to speak of the same time." in told
    assert "Claim (gov-2021; covers 2021): It was done." in told, "a source that is not there is named by its id"
