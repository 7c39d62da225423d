from pathlib import Path

import pytest

from recotrack.model.records import Series, Settings
from recotrack.model.terms import Cadence, Severity
from recotrack.store.reader import MAX_BYTES
from tests.builder import Builder, update
from tests.store.told import told

SOURCE = "id: tr-2023\nseries: tr\nissuer: A\ntitle: T\ncountry: UTO\nyear: 2023\n"
RECOMMENDATION = "id: tr-2023-01\nsource: tr-2023\nyear: 2023\nnumber: 1\ntext: Do it.\n"
STATUS = "recommendation: tr-2023-01\nupdates: []\n"
MATTER = (
    "id: a\ntitle: A\nrecommendations: [tr-2023-01]\nrelation: contradiction\nsummary: s\n"
    "claim: {summary: c, evidence: [{source: gov-2021, place: p, quote: q}]}\n"
    "finding: {summary: f, evidence: [{source: tr-2023, place: p, quote: q}]}\n"
)


@pytest.fixture
def whole(build: Builder) -> Builder:
    """A register with a record of each kind."""
    build.source("tr-2023")
    build.source("gov-2021")
    build.recommendation("tr-2023-01")
    build.recommendation("tr-2023-02")
    build.status("tr-2023-01", update("2024-06-24", "not_implemented"))
    build.matter("inspections", "tr-2023-01")
    return build


def test_a_record_of_each_kind(whole: Builder) -> None:
    register = whole.load()
    assert register.faults == ()
    assert list(register.sources) == ["gov-2021", "tr-2023"]
    assert list(register.recommendations) == ["tr-2023-01", "tr-2023-02"]
    assert list(register.statuses) == ["tr-2023-01"]
    assert list(register.matters) == ["inspections"]
    assert register.settings.title == "Recommendations to Utopia"


def test_records_know_their_files(whole: Builder) -> None:
    register = whole.load()
    assert register.sources["tr-2023"].origin.path == "sources/tr-2023.yaml"
    assert register.recommendations["tr-2023-02"].origin.path == "recommendations/tr-2023/02.yaml"
    assert register.statuses["tr-2023-01"].origin.path == "status/tr-2023/01.yaml"
    assert register.matters["inspections"].origin.path == "status/matters/inspections.yaml"


def test_a_register_without_records_is_valid(build: Builder) -> None:
    register = build.load()
    assert register.faults == ()
    assert (register.sources, register.recommendations, register.statuses, register.matters) == ({}, {}, {}, {})


def test_a_register_without_status_files_is_valid(build: Builder) -> None:
    build.source("tr-2023")
    build.recommendation("tr-2023-01")
    register = build.load()
    assert register.faults == ()
    assert list(register.recommendations) == ["tr-2023-01"]


def test_records_are_in_the_order_of_ids(build: Builder) -> None:
    """Not in that of paths: `a-b.yaml` comes before `a.yaml`, and the folder `a` before `a-b`."""
    for id in ("tr-2023", "tr-2023-annex-2023", "tr-2018"):
        build.source(id, series="tr")
        for number in ("100", "11", "02"):
            build.recommendation(f"{id}-{number}")
            build.status(f"{id}-{number}")
    for id in ("a", "a-b", "a.b"):
        build.matter(id, "tr-2023-02")
    register = build.load()
    assert register.faults == ()
    for records in (register.sources, register.recommendations, register.statuses, register.matters):
        assert list(records) == sorted(records)


# Paths


@pytest.mark.parametrize(
    ("path", "text", "place", "message"),
    [
        ("sources/tr-2022.yaml", SOURCE, "1:5", "`id` is tr-2023, but its path says tr-2022"),
        ("recommendations/tr-2023/02.yaml", RECOMMENDATION, "1:5", "`id` is tr-2023-01, but its path says tr-2023-02"),
        ("recommendations/tr-2022/01.yaml", RECOMMENDATION, "1:5", "`id` is tr-2023-01, but its path says tr-2022-01"),
        (
            "recommendations/tr-2023/001.yaml",
            RECOMMENDATION,
            "1:5",
            "`id` is tr-2023-01, but its path says tr-2023-001",
        ),
        (
            "status/tr-2023/02.yaml",
            "updates: []\nrecommendation: tr-2023-01\n",
            "2:17",
            "`recommendation` is tr-2023-01, but its path says tr-2023-02",
        ),
        ("status/matters/b.yaml", MATTER, "1:5", "`id` is a, but its path says b"),
    ],
)
def test_id_not_path(build: Builder, path: str, text: str, place: str, message: str) -> None:
    build.source("tr-2022")
    build.write(path, text)
    register = build.load()
    assert [(str(fault.position), fault.code, fault.message) for fault in register.faults] == [
        (f"{path}:{place}", "id-not-path", message)
    ]
    assert not register.recommendations
    assert not register.statuses
    assert not register.matters


@pytest.mark.parametrize("folder", ["recommendations", "status"])
@pytest.mark.parametrize("name", ["1", "7", "one", "01a", "1-2", "123456", "1.0", "01.bak"])
def test_bad_file_name(whole: Builder, folder: str, name: str) -> None:
    whole.write(f"{folder}/tr-2023/{name}.yaml", "not: read\n")
    register = whole.load()
    assert told(register.faults) == [f"{folder}/tr-2023/{name}.yaml:1:1: bad-file-name"]
    assert register.faults[0].message == f"`{name}.yaml` is not a number"
    assert register.faults[0].hint == "name it by its number in two digits or more: 07.yaml"


@pytest.mark.parametrize("number", ["00001", "99999"])
def test_numbers_of_five_digits_are_names(build: Builder, number: str) -> None:
    build.source("tr-2023")
    build.recommendation(f"tr-2023-{number}")
    register = build.load()
    assert register.faults == ()
    assert list(register.recommendations) == [f"tr-2023-{number}"]


@pytest.mark.parametrize(
    "path",
    [
        "sources/TR-2023.yaml",
        "sources/tr 2023.yaml",
        "sources/é.yaml",
        "sources/-a.yaml",
        "sources/_a.yaml",
        f"sources/{'a' * 101}.yaml",
        "sources/a\nb.yaml",
        "sources/a.yaml\n.yaml",
        "recommendations/TR/01.yaml",
        "recommendations/a b/01.yaml",
        "recommendations/tr-2023/²¹.yaml",
        "recommendations/tr-2023/０１.yaml",
        "status/TR/01.yaml",
        "status/matters/A.yaml",
        "status/Matters/a.yaml",
    ],
)
def test_bad_id_of_a_path(build: Builder, path: str) -> None:
    build.write(path, "not: read\n")
    register = build.load()
    assert [(fault.path, fault.line, fault.column, fault.code) for fault in register.faults] == [(path, 1, 1, "bad-id")]


@pytest.mark.parametrize(
    "path",
    [
        "sources/tr-2024.yml",
        "sources/tr-2024.YAML",
        "sources/tr-2024.YML",
        "sources/tr/2024.yaml",
        "sources/tr/2024.yml",
        "recommendations/tr-2023-03.yaml",
        "recommendations/tr-2023/03.yml",
        "recommendations/tr-2023/old/03.yaml",
        "status/tr-2023-02.yaml",
        "status/tr-2023/old/02.yaml",
        "status/inspections.yaml",
        "status/matters/old/b.yaml",
        "status/tr-2023/02.yml",
    ],
)
def test_misplaced_file(whole: Builder, path: str) -> None:
    before = whole.load()
    whole.write(path, SOURCE)
    register = whole.load()
    assert told(register.faults) == [f"{path}:1:1: misplaced-file"]
    assert register.faults[0].severity is Severity.ERROR
    assert register._replace(faults=()) == before


@pytest.mark.parametrize(
    "path",
    [
        "sources/notes.txt",
        "sources/tr-2023.yaml.bak",
        "sources/tr-2023.yaml~",
        "sources/tr-2023",
        "recommendations/tr-2023/01.json",
        "status/Thumbs.db",
        "status/matters/notes",
    ],
)
def test_stray_file_is_a_warning(whole: Builder, path: str) -> None:
    before = whole.load()
    whole.write(path, "what it says does not matter: [")
    register = whole.load()
    assert told(register.faults) == [f"{path}:1:1: stray-file"]
    assert register.faults[0].severity is Severity.WARNING
    assert register._replace(faults=()) == before


@pytest.mark.parametrize(
    "path",
    [
        "sources/README.md",
        "sources/readme",
        "recommendations/README.txt",
        "recommendations/tr-2023/ReadMe.md",
        "status/matters/README.md",
        "sources/.gitkeep",
        "sources/.tr-2024.yaml",
        "sources/.tr-2023.yaml.swp",
        "recommendations/.DS_Store",
        "recommendations/.trash/01.yaml",
        "recommendations/tr-2023/.old/03.yaml",
        "status/.git/config",
        "notes.yaml",
        "assessments/a.yaml",
        "reports/a.md",
        "other/sources/a.yaml",
        "recotrack.yml",
    ],
)
def test_what_is_no_record_is_ignored(whole: Builder, path: str) -> None:
    before = whole.load()
    whole.write(path, "what it says does not matter: [")
    assert whole.load() == before


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "\ufeff"])
@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("sources/tr-2024.yaml", "source"),
        ("recommendations/tr-2023/03.yaml", "recommendation"),
        ("status/tr-2023/02.yaml", "status"),
        ("status/matters/b.yaml", "matter"),
    ],
)
def test_empty_file(whole: Builder, path: str, wanted: str, text: str) -> None:
    whole.write(path, text)
    register = whole.load()
    assert told(register.faults) == [f"{path}:1:1: empty-file"]
    assert register.faults[0].message == f"the file is empty where a {wanted} is wanted"


def test_what_the_reader_refuses_keeps_its_place(whole: Builder) -> None:
    whole.write("recommendations/tr-2023/02.yaml", RECOMMENDATION + "themes: &a [prevention]\n")
    register = whole.load()
    assert told(register.faults) == ["recommendations/tr-2023/02.yaml:6:9: yaml-anchor"]
    assert list(register.recommendations) == ["tr-2023-01"]


# What belongs together


def test_missing_source(build: Builder) -> None:
    build.source("tr-2018")
    build.write("recommendations/tr-2023/01.yaml", "# why\n" + RECOMMENDATION)
    register = build.load()
    assert told(register.faults) == ["recommendations/tr-2023/01.yaml:3:9: missing-source"]
    assert register.faults[0].message == "the source tr-2023 is not in the register"
    assert register.faults[0].hint == "did you mean `tr-2018`?"
    assert register.recommendations == {}


def test_missing_source_that_is_like_none(build: Builder) -> None:
    build.write("recommendations/tr-2023/01.yaml", RECOMMENDATION)
    assert build.load().faults[0].hint == "add sources/tr-2023.yaml"


def test_missing_recommendation(build: Builder) -> None:
    build.source("tr-2023")
    build.recommendation("tr-2023-02")
    build.write("status/tr-2023/01.yaml", STATUS)
    register = build.load()
    assert told(register.faults) == ["status/tr-2023/01.yaml:1:17: missing-recommendation"]
    assert register.faults[0].message == "the recommendation tr-2023-01 is not in the register"
    assert register.faults[0].hint == "did you mean `tr-2023-02`?"
    assert register.statuses == {}


def test_missing_recommendation_that_is_like_none(build: Builder) -> None:
    build.write("status/tr-2023/01.yaml", STATUS)
    assert build.load().faults[0].hint == "add the recommendation, or remove the status file"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (SOURCE.replace("year: 2023", "year: '2023'"), "6:7: bad-number"),
        (SOURCE.replace("id: tr-2023", "id: tr-2022"), "1:5: id-not-path"),
        (SOURCE + "note: &a b\n", "7:7: yaml-anchor"),
        ("", "1:1: empty-file"),
        ("#" * (MAX_BYTES + 1), "1:1: file-too-large"),
        (None, "1:1: not-regular-file"),
    ],
)
def test_what_belongs_to_a_source_with_a_fault_is_left_out_without_another(
    whole: Builder, text: str | None, fault: str
) -> None:
    if text is None:
        (whole.root / "sources/tr-2023.yaml").rename(whole.root / "elsewhere")
        (whole.root / "sources/tr-2023.yaml").symlink_to("../elsewhere")
    else:
        whole.write("sources/tr-2023.yaml", text)
    register = whole.load()
    assert told(register.faults) == [f"sources/tr-2023.yaml:{fault}"]
    assert list(register.sources) == ["gov-2021"]
    assert (register.recommendations, register.statuses) == ({}, {})
    assert register.unreadable == {"tr-2023", "tr-2023-01", "tr-2023-02"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (RECOMMENDATION + "year: 2023\n", "6:1: yaml-duplicate-key"),
        (RECOMMENDATION.replace("Do it.", "'Do  it.'"), "5:7: uneven-space"),
        (RECOMMENDATION.replace("tr-2023-01", "tr-2023-02"), "1:5: id-not-path"),
        ("", "1:1: empty-file"),
    ],
)
def test_a_status_file_of_a_recommendation_with_a_fault_is_left_out_without_another(
    whole: Builder, text: str, fault: str
) -> None:
    whole.write("recommendations/tr-2023/01.yaml", text)
    register = whole.load()
    assert told(register.faults) == [f"recommendations/tr-2023/01.yaml:{fault}"]
    assert list(register.recommendations) == ["tr-2023-02"]
    assert register.statuses == {}
    assert register.unreadable == {"tr-2023-01"}


@pytest.mark.parametrize("text", ["", "updates: []\n", "a: &b c\n", None])
def test_a_status_file_with_a_fault_leaves_its_recommendation_readable(whole: Builder, text: str | None) -> None:
    if text is None:
        (whole.root / "status/tr-2023/01.yaml").unlink()
        (whole.root / "status/tr-2023/01.yaml").symlink_to("elsewhere")
    else:
        whole.write("status/tr-2023/01.yaml", text)
    register = whole.load()
    assert {fault.path for fault in register.faults} == {"status/tr-2023/01.yaml"}
    assert list(register.recommendations) == ["tr-2023-01", "tr-2023-02"]
    assert "tr-2023-01" not in register.unreadable


@pytest.mark.parametrize(
    ("text", "unreadable"),
    [("", False), ("format: 1\n", False), ("format: 2\n", True), ("a: &b c\n", True), ("[]\n", True)],
)
def test_settings_with_a_fault_are_unreadable(whole: Builder, text: str, unreadable: bool) -> None:
    whole.write("recotrack.yaml", text)
    assert whole.load().unreadable == ({"recotrack"} if unreadable else set())


def test_what_is_readable_is_not_unreadable(whole: Builder) -> None:
    whole.write("sources/notes.txt", "")
    whole.write("sources/README.md", "")
    assert whole.load().unreadable == frozenset()


def test_every_faulty_file_is_told_in_the_order_of_paths(whole: Builder) -> None:
    whole.write("status/tr-2023/02.yaml", "updates: 1\n")
    whole.write("status/a.txt", "")
    whole.write("sources/b.yml", "")
    whole.write("recotrack.yaml", "format: 1\nthemes: []\ntitel: x\n")
    whole.write("recommendations/tr-2023/9.yaml", "")
    register = whole.load()
    assert told(register.faults) == [
        "recommendations/tr-2023/9.yaml:1:1: bad-file-name",
        "recotrack.yaml:2:1: unknown-key",
        "recotrack.yaml:3:1: unknown-key",
        "sources/b.yml:1:1: misplaced-file",
        "status/a.txt:1:1: stray-file",
        "status/tr-2023/02.yaml:1:1: missing-key",
        "status/tr-2023/02.yaml:1:10: wrong-type",
    ]
    assert list(register.recommendations) == ["tr-2023-01", "tr-2023-02"]
    assert list(register.statuses) == ["tr-2023-01"]


# recotrack.yaml


@pytest.mark.parametrize("text", ["", "# nothing\n", "\ufeff", "{}\n", "format: 1\n"])
def test_settings_may_say_nothing(whole: Builder, text: str) -> None:
    whole.write("recotrack.yaml", text)
    register = whole.load()
    assert register.faults == ()
    assert register.settings._replace(origin=None) == Settings()
    assert len(register.recommendations) == 2


def test_every_setting(build: Builder) -> None:
    build.write(
        "recotrack.yaml",
        "format: 1\ntitle: 1.10\ncountry: NO\n"
        "series:\n  tr: {}\n  us-tip: {title: T, short: S, issuer: I, cadence: biennial}\n"
        "taxonomies:\n  themes: {prevention: Prevention, no: 'No'}\n",
    )
    register = build.load()
    assert register.faults == ()
    settings = register.settings
    assert (settings.format, settings.title, settings.country) == (1, "1.10", "NO")
    assert settings.series == {"tr": Series(), "us-tip": Series("T", "S", "I", Cadence.BIENNIAL)}
    assert settings.taxonomies == {"themes": {"prevention": "Prevention", "no": "No"}}
    assert settings.origin is not None
    assert str(settings.origin.at("series", "us-tip", "cadence")) == "recotrack.yaml:6:52"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("- format\n", ["1:1: wrong-type"]),
        ("format: 2\n", ["1:9: bad-number"]),
        ("title:\n", ["1:7: empty-value"]),
        ("series: {tr: {cadence: yearly}}\n", ["1:24: wrong-value"]),
        ("series: {tr: {cadense: annual}}\n", ["1:15: unknown-key"]),
        ("series: {tr: null}\n", ["1:14: wrong-type"]),
        ("series: {Tr: {}}\n", ["1:10: bad-id"]),
        ("taxonomies: {themes: [prevention]}\n", ["1:22: wrong-type"]),
        ("taxonomies: {themes: {prevention: }}\n", ["1:35: empty-value"]),
        ("taxonomies: {topics: {}}\n", ["1:14: unknown-key"]),
        ("format: 1\nformat: 1\n", ["2:1: yaml-duplicate-key"]),
    ],
)
def test_faults_of_settings_keep_no_record_from_loading(whole: Builder, text: str, faults: list[str]) -> None:
    whole.write("recotrack.yaml", text)
    register = whole.load()
    assert told(register.faults) == [f"recotrack.yaml:{fault}" for fault in faults]
    assert register.settings == Settings()
    assert len(register.recommendations) == 2


def test_an_unreadable_root_file_is_a_fault(whole: Builder) -> None:
    Path(whole.root, "recotrack.yaml").unlink()
    register = whole.load()
    assert told(register.faults) == ["recotrack.yaml:1:1: unreadable"]
    assert len(register.recommendations) == 2
