"""Faults planted in a register that is clean without them."""

from collections.abc import Iterable, Mapping
from textwrap import dedent
from typing import NamedTuple

import pytest

from recotrack.analysis.checks import check
from recotrack.analysis.quotes import Document, compare_with_documents
from recotrack.model.diagnostics import Diagnostic
from tests.builder import Builder, evidence, link, update

TODAY = "2024-12-31"


class Planted(NamedTuple):
    """One fault: the files that hold it, as written, and what `check` says of them.

    `expected` has a word for each diagnostic, in order: `path:line:column severity code`. It is
    that of `code` alone unless another one cannot but come with it. `documents` are compared
    as well where there are any.
    """

    code: str
    name: str
    files: Mapping[str, str]
    expected: tuple[str, ...]
    documents: Mapping[str, Document] = {}


def planted(code: str, name: str, *expected: str, **files: str) -> Planted:
    """Makes a fault; a file's name stands for its path in `PATHS`."""
    return Planted(code, name, {PATHS[key]: dedent(text).lstrip("\n") for key, text in files.items()}, expected)


PATHS = {
    "settings": "recotrack.yaml",
    "gov_source": "sources/gov-2023.yaml",
    "new_source": "sources/tr-2025.yaml",
    "strange_source": "sources/xr-2023.yaml",
    "second_of_2018": "recommendations/tr-2018/02.yaml",
    "second_of_2023": "recommendations/tr-2023/02.yaml",
    "third_of_2023": "recommendations/tr-2023/03.yaml",
    "recommendation": "recommendations/tr-2024/02.yaml",
    "first_of_2025": "recommendations/tr-2025/01.yaml",
    "third": "recommendations/tr-2024/03.yaml",
    "fourth": "recommendations/tr-2024/04.yaml",
    "other": "recommendations/or-2023/01.yaml",
    "strange": "recommendations/xr-2023/01.yaml",
    "status": "status/tr-2024/02.yaml",
    "earlier_status": "status/tr-2023/02.yaml",
    "metric": "figures/convictions.yaml",
    "matter": "status/matters/training.yaml",
}

SETTINGS = """\
format: 1
title: Recommendations to Utopia
country: UTO
series:
  tr: {short: TR, issuer: Office of Reports, cadence: annual}
  or: {short: OR, issuer: Other Office, cadence: irregular}
  gov: {short: GOV, issuer: Government of Utopia, cadence: annual}
taxonomies:
  themes: {prevention: Prevention, protection: Protection}
"""


WITH_GOVERNMENT = SETTINGS.replace("Government of Utopia,", "Government of Utopia, government: true,")
"""The settings, with the series `gov` marked as the government's own."""


def plant_clean(build: Builder) -> None:
    """Writes a small register without any fault; nothing refers to tr-2024-02, the last of its list."""
    build.write("recotrack.yaml", SETTINGS)
    build.source("tr-2018", published="2018-06-28")
    build.source("tr-2023", published="2023-06-15")
    build.source("tr-2024", published="2024-06-24")
    build.source("gov-2021", published="2022-03")
    build.source("or-2023", issuer="Other Office", published="2023-11-30")
    build.recommendation("tr-2018-01", "Train labor inspectors.")
    build.recommendation("tr-2018-02", "Fund shelters.")
    build.recommendation("tr-2023-01", "Train all labor inspectors.", continues=[link("tr-2018-01", "broadened")])
    build.recommendation("tr-2023-02", "Adopt a plan.", continues=[])
    build.recommendation("tr-2023-03", "Publish court statistics.", continues=[])
    build.recommendation("tr-2024-01", "Train all labor inspectors.", continues=[link("tr-2023-01", "repeated")])
    build.recommendation("tr-2024-02", "Screen migrants.", continues=[])
    build.recommendation("or-2023-01", "Ratify the protocol.")
    said = evidence("tr-2024", "Officials trained some inspectors.")
    build.status("tr-2023-01", update("2024-06-24", "partly_implemented", evidence=[said]))
    build.status("tr-2024-01", update("2024-06-24", "partly_implemented", evidence=[said]))


def plant(build: Builder, fault: Planted) -> None:
    """Writes the clean register with a fault in it."""
    plant_clean(build)
    for path, text in fault.files.items():
        build.write(path, text)


def found_in(build: Builder, documents: Mapping[str, Document] | None = None) -> tuple[Diagnostic, ...]:
    """Gives what `check` finds, and after it what a comparison with documents finds."""
    register = build.load()
    found = check(register, TODAY)
    return (*found, *compare_with_documents(register, documents).diagnostics) if documents else found


def told(diagnostics: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Gives place, severity and code of diagnostics, as `Planted.expected` has them."""
    return tuple(f"{one.position} {one.severity} {one.code}" for one in diagnostics)


def each(faults: Iterable[Planted]) -> pytest.MarkDecorator:
    """Parametrizes a test with faults."""
    return pytest.mark.parametrize("fault", [pytest.param(one, id=f"{one.code}: {one.name}") for one in faults])
