"""What a document is an edition of: said, stated in it, or known from the register."""

from typing import Any

import pytest

from recotrack.importing.origin import origin_of
from recotrack.importing.sourcing import describe, source_of
from recotrack.model.records import Series, Settings
from tests.analysis.registers import bare_recommendation, bare_register, bare_source

HEAD = (
    "2024 Trafficking in Persons Report: Utopia\nUTOPIA (Tier 2 Watch List)\nThe Government of the Republic of Utopia "
    "does not fully meet the minimum standards; Utopia was downgraded to Tier 2 Watch List."
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (HEAD, (2024, "Republic of Utopia", "Tier 2 Watch List")),
        ("TRAFFICKING IN PERSONS REPORT JUNE 2019\nFoo remained on Tier 1.", (2019, None, "Tier 1")),
        ("2023 Trafficking in Persons Report\n2024 Trafficking in Persons Report", (None, None, None)),
        ("The government of Utopia is kind.", (None, "Utopia", None)),
        ("Nothing.", (None, None, None)),
    ],
)
def test_what_a_document_says_of_itself(text: str, wanted: tuple[Any, ...]) -> None:
    assert tuple(origin_of(text)) == wanted


def test_the_series_is_known_by_its_title_or_because_there_is_no_other() -> None:
    register = bare_register([bare_recommendation("tr-2023-01")])
    several = register._replace(
        settings=Settings(series={"a": Series(title="Trafficking in Persons Reports"), "b": Series(title="Other")})
    )
    assert describe(several, HEAD, {}).series == "a"
    assert describe(several, "UTOPIA: Tier 2", {}).series == "a"
    assert describe(several, "A letter.", {}).series is None
    assert describe(register, "A letter.", {}).known_by["series"] == "the register has no other"


def test_the_country_of_the_other_editions() -> None:
    register = bare_register([bare_recommendation("tr-2023-01")])
    described = describe(register, "", {"year": 2025})
    assert (described.country, described.known_by["country"]) == ("UTO", "that of the other editions")
    assert described.missing == ()
    empty = bare_register([])
    assert describe(empty, "", {}).missing == ("--series", "--year", "--country", "--issuer")


def test_issuer_and_title_are_those_of_the_series() -> None:
    register = bare_register([bare_recommendation("tr-2023-01")])
    said = {"year": 2025, "url": "https://example.org"}
    source = source_of(register, describe(register, "", said), said, None, cut=False)
    assert (source.id, source.issuer, source.title) == ("tr-uto-2025", "Office of Reports", "Report tr-2025")
    assert (source.url, source.document, source.extent) == ("https://example.org", None, None)
    assert source_of(register, describe(register, "", {"year": 2023}), {}, None, cut=False) == bare_source("tr-2023")
