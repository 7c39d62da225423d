import pytest

from recotrack.analysis.editions import EditionError, find_editions
from recotrack.model.register import Register
from tests.analysis.registers import loaded
from tests.builder import Builder


def found(register: Register, first: str, second: str, **within: str) -> tuple[str, str]:
    one, two = find_editions(register, first, second, **within)
    return one.id, two.id


def refused(register: Register, first: str, second: str, **within: str) -> str:
    with pytest.raises(EditionError) as raised:
        find_editions(register, first, second, **within)
    return str(raised.value)


@pytest.fixture
def register(build: Builder) -> Register:
    """Two series over the same years, one of them of two countries, and a report without a list."""
    for id in ("tr-2018", "tr-2023", "ngo-2018", "ngo-2023"):
        build.source(id)
        build.recommendation(f"{id}-01")
    for year in (2018, 2023):
        build.source(f"tr-arc-{year}", series="tr", country="ARC")
        build.recommendation(f"tr-arc-{year}-01")
    build.source("gov-2018")
    build.source("gov-2023")
    build.source("iom-2016")
    build.recommendation("iom-2016-01")
    return loaded(build)


@pytest.fixture
def plain(build: Builder) -> Register:
    """One series with lists, and a series without."""
    for id in ("tr-2018", "tr-2023", "tr-2024"):
        build.source(id)
        build.recommendation(f"{id}-01")
    for id in ("gov-2018", "gov-2023", "gov-2021"):
        build.source(id)
    return loaded(build)


@pytest.mark.parametrize(
    ("first", "second", "editions"),
    [
        ("2018", "2023", ("tr-2018", "tr-2023")),
        ("2023", "2018", ("tr-2023", "tr-2018")),
        ("2024", "2024", ("tr-2024", "tr-2024")),
        ("tr-2018", "tr-2023", ("tr-2018", "tr-2023")),
        ("tr-2018", "2023", ("tr-2018", "tr-2023")),
        ("2018", "tr-2023", ("tr-2018", "tr-2023")),
        ("gov-2018", "gov-2023", ("gov-2018", "gov-2023")),
        ("gov-2018", "2023", ("gov-2018", "gov-2023")),
        ("2021", "2023", ("gov-2021", "gov-2023")),
    ],
)
def test_years_and_ids(plain: Register, first: str, second: str, editions: tuple[str, str]) -> None:
    assert found(plain, first, second) == editions


def test_a_series_without_a_list_gives_way(plain: Register) -> None:
    assert found(plain, "2018", "2023") == ("tr-2018", "tr-2023")
    assert found(plain, "2018", "2023", series="gov") == ("gov-2018", "gov-2023")


def test_one_of_the_two_with_a_list_will_do(build: Builder) -> None:
    for id in ("tr-2018", "tr-2023", "gov-2018", "gov-2023"):
        build.source(id)
    build.recommendation("tr-2018-01")
    assert found(loaded(build), "2018", "2023") == ("tr-2018", "tr-2023")


@pytest.mark.parametrize(
    ("within", "editions"),
    [
        ({"series": "ngo"}, ("ngo-2018", "ngo-2023")),
        ({"series": "tr", "country": "UTO"}, ("tr-2018", "tr-2023")),
        ({"series": "tr", "country": "ARC"}, ("tr-arc-2018", "tr-arc-2023")),
        ({"country": "arc"}, ("tr-arc-2018", "tr-arc-2023")),
    ],
)
def test_series_and_country_narrow(register: Register, within: dict[str, str], editions: tuple[str, str]) -> None:
    assert found(register, "2018", "2023", **within) == editions


def test_an_id_tells_series_and_country(register: Register) -> None:
    assert found(register, "2018", "tr-arc-2023") == ("tr-arc-2018", "tr-arc-2023")


def test_years_that_fit_several_series(register: Register) -> None:
    assert refused(register, "2018", "2023") == (
        "2018 and 2023 fit several series: ngo (UTO), tr (ARC), tr (UTO). Name one with --series or --country."
    )


def test_a_series_of_several_countries(register: Register) -> None:
    assert refused(register, "2018", "2023", series="tr") == (
        "2018 and 2023 fit several series: tr (ARC), tr (UTO). Name one with --series or --country."
    )


def test_editions_of_two_series_are_no_pair(register: Register) -> None:
    assert refused(register, "tr-2018", "ngo-2023") == (
        "tr-2018 and ngo-2023 are not editions of one series and country."
    )


def test_editions_of_two_countries_are_no_pair(register: Register) -> None:
    assert refused(register, "tr-2018", "tr-arc-2023") == (
        "tr-2018 and tr-arc-2023 are not editions of one series and country."
    )


def test_years_of_two_series_are_no_pair(plain: Register) -> None:
    assert refused(plain, "2021", "2024") == "gov-2021 and tr-2024 are not editions of one series and country."


@pytest.mark.parametrize(
    ("first", "second", "within", "says"),
    [
        ("2019", "2023", {}, "No edition 2019 is loaded."),
        ("2018", "2022", {}, "No edition 2022 is loaded."),
        ("tr-2019", "2023", {}, "No edition tr-2019 is loaded."),
        ("2018", "2024", {"series": "gov"}, "No edition 2024 of gov is loaded."),
        ("2018", "2023", {"country": "ARC"}, "No edition 2018 of ARC is loaded."),
        ("2018", "2023", {"series": "tr", "country": "ARC"}, "No edition 2018 of tr of ARC is loaded."),
        ("tr-2018", "tr-2023", {"series": "gov"}, "No edition tr-2018 of gov is loaded."),
        ("TR-2018", "2023", {}, "No edition TR-2018 is loaded."),
    ],
)
def test_what_is_not_loaded(plain: Register, first: str, second: str, within: dict[str, str], says: str) -> None:
    assert refused(plain, first, second, **within) == (
        f"{says} Loaded: gov-2018, gov-2021, gov-2023, tr-2018, tr-2023, tr-2024."
    )


def test_an_empty_register_has_none(build: Builder) -> None:
    assert refused(loaded(build), "2018", "2023") == "No edition 2018 is loaded. Loaded: none."
