"""Faults of reading and decoding: one or a few for each code; `tests/store` tests the readers in depth."""

import socket
from pathlib import Path

import pytest

from tests.builder import Builder
from tests.checks.planting import Planted, each, found_in, plant, plant_clean, planted, told

AT = "recommendations/tr-2024/02.yaml"

PLANTED = (
    planted(
        "yaml-syntax",
        "a colon in plain text",
        f"{AT}:5:13 error yaml-syntax",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen: migrants.
            """,
    ),
    planted(
        "yaml-syntax",
        "a control character",
        f"{AT}:5:14 error yaml-syntax",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen \x07migrants.
            """,
    ),
    planted(
        "yaml-key",
        "a list as a key",
        f"{AT}:2:3 error yaml-key",
        recommendation="""
            id: tr-2024-02
            ? [source, year]
            : tr-2024
            """,
    ),
    planted(
        "yaml-anchor",
        "a value with a name",
        f"{AT}:2:9 error yaml-anchor",
        recommendation="""
            id: tr-2024-02
            source: &tr tr-2024
            """,
    ),
    planted(
        "yaml-alias",
        "a value from elsewhere",
        f"{AT}:2:9 error yaml-alias",
        recommendation="""
            id: tr-2024-02
            source: *tr
            """,
    ),
    planted(
        "yaml-tag",
        "a type written out",
        f"{AT}:4:9 error yaml-tag",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: !!int 2
            """,
    ),
    planted(
        "yaml-merge-key",
        "keys from elsewhere",
        f"{AT}:2:1 error yaml-merge-key",
        recommendation="""
            id: tr-2024-02
            <<: {source: tr-2024}
            """,
    ),
    planted(
        "yaml-duplicate-key",
        "two texts",
        f"{AT}:6:1 error yaml-duplicate-key",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            text: Screen all migrants.
            """,
    ),
    planted(
        "yaml-many-documents",
        "a second document",
        f"{AT}:6:1 error yaml-many-documents",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            ---
            id: tr-2024-03
            """,
    ),
    planted(
        "yaml-too-deep",
        "32 lists in one mapping",
        f"{AT}:2:40 error yaml-too-deep",
        recommendation=f"""
            id: tr-2024-02
            themes: {"[" * 40}{"]" * 40}
            """,
    ),
    planted(
        "text-cut-short",
        "the rest of a text behind a number sign",
        f"{AT}:5:7 error text-cut-short",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024  # a comment is welcome here
            number: 2
            text: Screen migrants #and their children.
            """,
    ),
    planted(
        "yaml-too-large",
        "more values than a record can have",
        f"{AT}:2:10000 error yaml-too-large",
        recommendation=f"""
            id: tr-2024-02
            themes: [{"a," * 60_000}]
            """,
    ),
    planted(
        "file-too-large",
        "over 1 MiB",
        f"{AT}:1:1 error file-too-large",
        recommendation=f"""
            text: {"word " * 250_000}
            """,
    ),
    planted("empty-file", "nothing", f"{AT}:1:1 error empty-file", recommendation=""),
    planted("empty-file", "a remark alone", f"{AT}:1:1 error empty-file", recommendation="# to be written\n"),
    planted(
        "unknown-key",
        "a slip of the hand",
        f"{AT}:6:1 error unknown-key",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            theme: [prevention]
            """,
    ),
    planted(
        "missing-key",
        "a recommendation without its words",
        f"{AT}:1:1 error missing-key",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            """,
    ),
    planted(
        "missing-key",
        "an update without its basis",
        "status/tr-2024/02.yaml:3:5 error missing-key",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-24
                implementation: not_assessed
            """,
    ),
    planted(
        "missing-key",
        "a closing without its reason",
        "status/tr-2024/02.yaml:3:9 error missing-key",
        status="""
            recommendation: tr-2024-02
            updates: []
            closed: {date: 2024-09-01, summary: The law has changed.}
            """,
    ),
    planted(
        "wrong-type",
        "text where a list is wanted",
        f"{AT}:6:9 error wrong-type",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            themes: prevention
            """,
    ),
    planted(
        "wrong-value",
        "a relation that is none",
        f"{AT}:7:32 error wrong-value",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Adopt a plan.
            continues:
              - {id: tr-2023-02, relation: copied, confirmed: true}
            """,
    ),
    planted(
        "wrong-value",
        "yes is not true",
        f"{AT}:7:53 error wrong-value",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Adopt a plan.
            continues:
              - {id: tr-2023-02, relation: repeated, confirmed: yes}
            """,
    ),
    planted(
        "empty-value",
        "a key without a value",
        f"{AT}:6:11 error empty-value",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            continues:
            """,
    ),
    planted(
        "empty-value",
        "a matter of no recommendation",
        "status/matters/training.yaml:3:18 error empty-value",
        matter="""
            id: training
            title: Training of inspectors
            recommendations: []
            relation: scope_differs
            summary: Both can be true.
            claim:
              summary: All were trained.
              evidence:
                - {source: gov-2021, place: Part 1, quote: All inspectors were trained.}
            finding:
              summary: Some were trained.
              evidence:
                - {source: tr-2023, place: Part 1, quote: Some inspectors were trained.}
            """,
    ),
    planted(
        "uneven-space",
        "two spaces in a text",
        f"{AT}:5:7 error uneven-space",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen  migrants.
            """,
    ),
    planted(
        "bad-id",
        "capitals in an id",
        f"{AT}:6:10 error bad-id",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            themes: [Prevention]
            """,
    ),
    planted(
        "bad-number",
        "a number with a leading zero",
        f"{AT}:4:9 error bad-number",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 02
            text: Screen migrants.
            """,
    ),
    planted(
        "bad-date",
        "a day that no calendar has",
        "status/tr-2024/02.yaml:3:11 error bad-date",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2023-02-29
                implementation: not_assessed
                basis: own_assessment
            """,
    ),
    planted(
        "period-backwards",
        "a period that ends before it begins",
        "status/tr-2024/02.yaml:4:13 error period-backwards",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-24
                covers: {from: 2024-03, to: 2023-04}
                implementation: not_assessed
                basis: own_assessment
            """,
    ),
    planted(
        "id-not-path",
        "an id that the path does not tell",
        f"{AT}:1:5 error id-not-path",
        recommendation="""
            id: tr-2024-03
            source: tr-2024
            year: 2024
            number: 2
            text: Screen migrants.
            """,
    ),
    Planted(
        "bad-file-name",
        "a file named in one digit",
        {"recommendations/tr-2024/3.yaml": "id: tr-2024-03\n"},
        ("recommendations/tr-2024/3.yaml:1:1 error bad-file-name",),
    ),
    Planted(
        "bad-id",
        "a folder with a space",
        {"recommendations/tr 2024/01.yaml": "id: tr-2024-01\n"},
        ("recommendations/tr 2024/01.yaml:1:1 error bad-id",),
    ),
    Planted(
        "misplaced-file",
        "a record too deep down",
        {"sources/2024/tr-2024.yaml": "id: tr-2024\n"},
        ("sources/2024/tr-2024.yaml:1:1 error misplaced-file",),
    ),
    Planted(
        "misplaced-file",
        "an ending that nothing reads",
        {"status/tr-2024/02.yml": "recommendation: tr-2024-02\n"},
        ("status/tr-2024/02.yml:1:1 error misplaced-file",),
    ),
    Planted(
        "stray-file",
        "notes among the records",
        {"recommendations/tr-2024/notes.txt": "ask again\n"},
        ("recommendations/tr-2024/notes.txt:1:1 warning stray-file",),
    ),
    planted(
        "missing-source",
        "a folder without its source",
        "recommendations/xr-2023/01.yaml:2:9 error missing-source",
        strange="""
            id: xr-2023-01
            source: xr-2023
            year: 2023
            number: 1
            text: Ratify the protocol.
            """,
    ),
    Planted(
        "missing-recommendation",
        "a status file without its recommendation",
        {"status/tr-2024/09.yaml": "updates: []\nrecommendation: tr-2024-09\n"},
        ("status/tr-2024/09.yaml:2:17 error missing-recommendation",),
    ),
)

NOT_AS_TEXT = {"not-utf8", "not-regular-file", "unreadable"}
"""Codes of faults that no text of a file shows: each has a test of its own here."""


@each(PLANTED)
def test_planted(build: Builder, fault: Planted) -> None:
    plant(build, fault)
    assert told(found_in(build)) == fault.expected


def test_not_utf8(build: Builder) -> None:
    plant_clean(build)
    (build.root / AT).write_bytes("id: tr-2024-02\ntext: Café, cafés\n".encode("latin-1"))
    assert told(found_in(build)) == (f"{AT}:2:10 error not-utf8",)


def test_not_regular_file(build: Builder) -> None:
    plant_clean(build)
    (build.root / "sources" / "tr-2025.yaml").symlink_to("tr-2024.yaml")
    assert told(found_in(build)) == ("sources/tr-2025.yaml:1:1 error not-regular-file",)


def test_unreadable(build: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket is there and cannot be opened, whoever runs the tests."""
    plant_clean(build)
    # Relative, since the path of a socket may be short only.
    monkeypatch.chdir(build.root / "sources")
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("tr-2025.yaml")
    assert Path("tr-2025.yaml").exists()
    assert told(found_in(build)) == ("sources/tr-2025.yaml:1:1 error unreadable",)
