import pytest

from recotrack.model.records import Period, Settings
from recotrack.model.register import Register
from tests.builder import Builder


@pytest.mark.parametrize(
    ("period", "text"),
    [(Period("2023", "2023"), "2023"), (Period("2022-04-01", "2023-03-31"), "2022-04-01 to 2023-03-31")],
)
def test_a_period_in_words(period: Period, text: str) -> None:
    assert str(period) == text


def test_records_cannot_be_changed(build: Builder) -> None:
    build.source("tr-2023")
    build.recommendation("tr-2023-01")
    register = build.load()
    source, recommendation = register.sources["tr-2023"], register.recommendations["tr-2023-01"]
    for record in (register, register.settings, source, recommendation, source.origin, source.origin.node):
        for name in record._fields:
            with pytest.raises(AttributeError):
                setattr(record, name, None)
        with pytest.raises(AttributeError):
            setattr(record, "another", None)  # noqa: B010


def test_a_register_knows_source_and_series_of_a_recommendation(build: Builder) -> None:
    build.source("tr-2023", country="ATL")
    build.recommendation("tr-2023-01")
    register = build.load()
    recommendation = register.recommendations["tr-2023-01"]
    assert register.source_of(recommendation) is register.sources["tr-2023"]
    assert register.series_of(recommendation) == ("tr", "ATL")


def test_settings_of_which_nothing_is_known() -> None:
    assert Register(Settings(), {}, {}, {}, {}).faults == ()
    assert Settings() == (1, None, None, False, {}, {}, None)
