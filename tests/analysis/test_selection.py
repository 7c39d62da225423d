from typing import Any

import pytest

from recotrack.analysis.selection import SORTS, Group, Query, asks_for_settled, select
from recotrack.analysis.standing import standings_of
from recotrack.model.register import Register
from recotrack.model.terms import Currency, Flag, Implementation
from tests.analysis.registers import loaded
from tests.builder import Builder, evidence, link, update


@pytest.fixture
def register(build: Builder) -> Register:
    """Three editions of one series, one of another, and one of another country.

    2018: 1 is continued, 2 absent, 3 absent and implemented. 2023: 1 is continued though
    implemented, 2 absent. 2024: 1 goes back to 2018, 2 and 3 are its own, 4 is closed.
    """
    for year in (2018, 2023, 2024):
        build.source(f"tr-{year}", published=f"{year}-06-15")
    build.source("ngo-2016", issuer="Watch of Utopia")
    build.source("tr-arc-2020", series="tr", country="ARC")
    later: dict[str, Any] = {"evidence": [evidence("tr-2024", "They did.")]}

    def made(id: str, text: str = "Do what is right.", **keys: Any) -> None:
        build.recommendation(id, text, **{"continues": [], **keys})

    made("tr-2018-01", "Train police.", themes=["prevention"])
    made("tr-2018-02", "Fund shelters.", themes=["protection", "prevention"], addressees=["Ministry of Finance"])
    made("tr-2018-03", "Adopt a plan.", themes=["protection"])
    made("tr-2023-01", "Train police.", continues=[link("tr-2018-01", "repeated")], mentions=["the Police Academy"])
    made("tr-2023-02", "Lift the moratorium.")
    made("tr-2024-01", "Train the police.", continues=[link("tr-2023-01")], themes=["prevention"])
    made("tr-2024-02", "Inspect farms.", addressees=["Labour Inspectorate", "Ministry of Labour"])
    made("tr-2024-03", "Publish data.", section="Statistics", lead_in="The Government is urged to:")
    made("tr-2024-04", "Ratify the convention.")
    made("ngo-2016-01", "Consider a hotline.", made_by=["Ruritania"], themes=["protection"])
    made("tr-arc-2020-01", "Train guards.")
    build.status("tr-2018-03", update("2024-06-15", "implemented", **later))
    build.status("tr-2023-01", update("2024-06-15", "implemented", **later))
    build.status("tr-2023-02", update("2024-06-15", "not_implemented", **later))
    build.status("tr-2024-02", update("2024-06-15", "partly_implemented", **later))
    build.status("tr-2024-03", update("2024-06-15", "implemented", "government_claim", **later))
    build.status("tr-2024-04", closed={"date": "2024-07-01", "reason": "superseded", "summary": "A law did it."})
    return loaded(build)


OPEN = "tr-2024-01 tr-2024-02 tr-2024-03 tr-2023-02 tr-2018-02 tr-arc-2020-01 ngo-2016-01"


def chosen(register: Register, **query: Any) -> list[str]:
    """Gives the ids in the order shown."""
    groups = select(register, standings_of(register), Query(**query))
    return [id for group in groups for id in group.ids]


def test_open_ones_alone(register: Register) -> None:
    assert chosen(register) == OPEN.split()


def test_all(register: Register) -> None:
    assert sorted(chosen(register, all=True)) == list(register.recommendations)


ALL = {"all": True}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ({"status": (Implementation.PARTLY_IMPLEMENTED,)}, "tr-2024-02"),
        (
            {"status": (Implementation.PARTLY_IMPLEMENTED, Implementation.NOT_IMPLEMENTED)},
            "tr-2024-02 tr-2023-02",
        ),
        ({"status": (Implementation.INSUFFICIENT_EVIDENCE,)}, ""),
        ({"source": ("tr-2024",)}, "tr-2024-01 tr-2024-02 tr-2024-03"),
        ({"source": ("tr-2024", "ngo-2016")}, "tr-2024-01 tr-2024-02 tr-2024-03 ngo-2016-01"),
        ({"source": ("tr-2024",), **ALL}, "tr-2024-01 tr-2024-02 tr-2024-03 tr-2024-04"),
        ({"source": ("tr",)}, ""),
        ({"series": ("ngo",)}, "ngo-2016-01"),
        ({"series": ("ngo", "tr")}, OPEN),
        ({"country": ("ARC",)}, "tr-arc-2020-01"),
        ({"country": ("arc",)}, "tr-arc-2020-01"),
        ({"country": ("UTO", "arc")}, OPEN),
        ({"year": (2018,)}, "tr-2018-02"),
        ({"year": (2018, 2016)}, "tr-2018-02 ngo-2016-01"),
        ({"theme": ("prevention",)}, "tr-2024-01 tr-2018-02"),
        ({"theme": ("prevention", "protection")}, "tr-2024-01 tr-2018-02 ngo-2016-01"),
        ({"theme": ("prevent",)}, ""),
        ({"addressee": ("ministry",)}, "tr-2024-02 tr-2018-02"),
        ({"addressee": ("labour INSPECT",)}, "tr-2024-02"),
        ({"addressee": ("finance", "labour")}, "tr-2024-02 tr-2018-02"),
        ({"addressee": ("Police Academy",), **ALL}, ""),
        ({"addressee": ("Inspectorate Ministry",)}, ""),
        ({"flag": (Flag.DROPPED_UNRESOLVED,)}, "tr-2023-02 tr-2018-02"),
        ({"flag": (Flag.CLAIMED, Flag.DROPPED_UNRESOLVED)}, "tr-2024-03 tr-2023-02 tr-2018-02"),
        ({"flag": (Flag.REPEATED,)}, ""),
        ({"flag": (Flag.REPEATED,), **ALL}, "tr-2023-01"),
        ({"flag": (Flag.CONTESTED,), **ALL}, ""),
    ],
)
def test_a_filter_and_alternatives_within_it(register: Register, query: dict[str, Any], ids: str) -> None:
    assert chosen(register, **query) == ids.split()


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("train", "tr-2024-01 tr-arc-2020-01"),
        ("POLICE train", "tr-2024-01"),
        ("polic", "tr-2024-01"),
        ("tr-2024-02", "tr-2024-02"),
        ("urged", "tr-2024-03"),
        ("data", "tr-2024-03"),
        ("statistic", "tr-2024-03"),
        ("ruritania", "ngo-2016-01"),
        ("police moratorium", ""),
        ("", OPEN),
    ],
)
def test_search_wants_every_word_or_a_part_of_it(register: Register, words: str, ids: str) -> None:
    assert chosen(register, search=words) == ids.split()


def test_search_looks_at_the_bodies_that_a_text_names(register: Register) -> None:
    assert chosen(register, search="academy", all=True) == ["tr-2023-01"]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ({"theme": ("prevention",), "series": ("tr",), "year": (2018,)}, "tr-2018-02"),
        ({"theme": ("prevention",), "search": "train"}, "tr-2024-01"),
        ({"country": ("UTO",), "search": "train"}, "tr-2024-01"),
        ({"source": ("tr-2024",), "year": (2018,)}, ""),
        ({"status": (Implementation.NOT_ASSESSED,), "flag": (Flag.CLAIMED,)}, "tr-2024-03"),
        ({"addressee": ("ministry",), "flag": (Flag.DROPPED_UNRESOLVED,)}, "tr-2018-02"),
    ],
)
def test_filters_narrow_each_other(register: Register, query: dict[str, Any], ids: str) -> None:
    assert chosen(register, **query) == ids.split()


def test_implemented_ones_are_shown_where_asked_for_by_status(register: Register) -> None:
    assert chosen(register, status=(Implementation.IMPLEMENTED,)) == ["tr-2018-03", "tr-2023-01"]


def test_implemented_but_repeated_ones_are_shown_where_asked_for_by_flag(register: Register) -> None:
    assert chosen(register, flag=(Flag.IMPLEMENTED_BUT_REPEATED,)) == ["tr-2023-01"]


@pytest.mark.parametrize(
    ("query", "settled"),
    [
        (Query(), False),
        (Query(status=(Implementation.NOT_IMPLEMENTED, Implementation.IMPLEMENTED)), True),
        (Query(status=(Implementation.PARTLY_IMPLEMENTED,)), False),
        (Query(flag=(Flag.IMPLEMENTED_BUT_REPEATED,)), True),
        (Query(flag=(Flag.REPEATED,)), False),
    ],
)
def test_what_asks_for_settled_ones(query: Query, settled: bool) -> None:
    assert asks_for_settled(query) is settled


def groups_of(register: Register, **query: Any) -> tuple[Group, ...]:
    return select(register, standings_of(register), Query(**query))


def test_groups_newest_series_first_in_it_current_then_absent_then_continued(register: Register) -> None:
    current, absent, continued = Currency.CURRENT, Currency.ABSENT, Currency.CONTINUED
    assert groups_of(register, all=True) == (
        Group("tr", "UTO", current, 2024, None, ("tr-2024-01", "tr-2024-02", "tr-2024-03", "tr-2024-04")),
        Group("tr", "UTO", absent, 2023, 2024, ("tr-2023-02",)),
        Group("tr", "UTO", absent, 2018, 2023, ("tr-2018-02", "tr-2018-03")),
        Group("tr", "UTO", continued, 2023, None, ("tr-2023-01",)),
        Group("tr", "UTO", continued, 2018, None, ("tr-2018-01",)),
        Group("tr", "ARC", current, 2020, None, ("tr-arc-2020-01",)),
        Group("ngo", "UTO", current, 2016, None, ("ngo-2016-01",)),
    )


def test_the_newest_loaded_edition_counts_also_where_nothing_of_it_is_shown(register: Register) -> None:
    assert [group.ids for group in groups_of(register, source=("ngo-2016", "tr-2018"))] == [
        ("tr-2018-02",),
        ("ngo-2016-01",),
    ]


def test_series_of_one_year_stand_by_name(build: Builder) -> None:
    for id in ("tr-2023", "ngo-2023", "tr-arc-2023"):
        keys = {"series": "tr", "country": "ARC"} if "arc" in id else {}
        build.source(id, **keys)
        build.recommendation(f"{id}-01", continues=[])
    assert chosen(loaded(build)) == ["ngo-2023-01", "tr-arc-2023-01", "tr-2023-01"]


def test_numbers_stand_in_order_beyond_two_digits(build: Builder) -> None:
    build.source("tr-2023")
    for number in ("100", "11", "02"):
        build.recommendation(f"tr-2023-{number}")
    for sort in ("group", "id"):
        assert chosen(loaded(build), sort=sort) == ["tr-2023-02", "tr-2023-11", "tr-2023-100"]


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ("id", "ngo-2016-01 tr-2018-02 tr-2023-02 tr-2024-01 tr-2024-02 tr-2024-03 tr-arc-2020-01"),
        ("since", "ngo-2016-01 tr-2018-02 tr-2024-01 tr-arc-2020-01 tr-2023-02 tr-2024-02 tr-2024-03"),
        ("times", "tr-2024-01 ngo-2016-01 tr-2018-02 tr-arc-2020-01 tr-2023-02 tr-2024-02 tr-2024-03"),
        ("status", "ngo-2016-01 tr-2018-02 tr-2024-01 tr-2024-03 tr-arc-2020-01 tr-2023-02 tr-2024-02"),
    ],
)
def test_any_other_order_gives_one_group(register: Register, sort: str, ids: str) -> None:
    assert groups_of(register, sort=sort) == (Group("", "", None, None, None, tuple(ids.split())),)


@pytest.mark.parametrize("sort", SORTS)
def test_every_order_shows_the_same(register: Register, sort: str) -> None:
    assert sorted(chosen(register, sort=sort)) == sorted(OPEN.split())


@pytest.mark.parametrize("sort", SORTS)
def test_nothing_to_show_is_no_group(register: Register, sort: str) -> None:
    assert groups_of(register, sort=sort, year=(1999,)) == ()


def test_every_recommendation_is_in_one_group_alone(register: Register) -> None:
    ids = chosen(register, all=True)
    assert len(ids) == len(set(ids)) == 11
