"""Hostile registers: every command says where the fault is, or shows text as text."""

import io
import json
import re
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recotrack.cli.main import main
from tests.builder import Builder
from tests.conftest import Run

HEAD = "id: tr-2022-01\nsource: tr-2022\nyear: 2022\nnumber: 1\n"
ALIASES = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
MERGES = "".join(f"m{n}: &m{n}\n  <<: [{', '.join([f'*m{n - 1}'] * 9)}]\n" for n in range(1, 9))

HOSTILE = {
    "duplicate key": (HEAD + "text: One.\ntext: Two.\n", 6, 1, "yaml-duplicate-key"),
    "duplicate key, quoted": (HEAD + 'text: One.\n"text": Two.\n', 6, 1, "yaml-duplicate-key"),
    "alias bomb": (HEAD + "a0: &a0 [x, x]\n" + ALIASES, 5, 5, "yaml-anchor"),
    "alias": (HEAD + "text: *somewhere\n", 5, 7, "yaml-alias"),
    "merge bomb": (HEAD + "m0: &m0 {a: 1}\n" + MERGES, 5, 5, "yaml-anchor"),
    "merge key": (HEAD + "<<: {text: One.}\n", 5, 1, "yaml-merge-key"),
    "25,000 brackets": ("[" * 25_000, 1, 33, "yaml-too-deep"),
    "25,000 braces": ("{" * 25_000, 1, 2, "yaml-key"),
    "25,000 dashes": ("- " * 25_000, 1, 65, "yaml-too-deep"),
    "tag": (HEAD + "text: !!python/object/apply:os.system ['true']\n", 5, 7, "yaml-tag"),
    "own tag": (HEAD + "text: !text One.\n", 5, 7, "yaml-tag"),
    "plain tag": (HEAD + "text: !!str One.\n", 5, 7, "yaml-tag"),
    "no YAML": (HEAD + "text: 'One.\n", 6, 1, "yaml-syntax"),
    "control character": (HEAD + "text: One.\x07\n", 5, 11, "yaml-syntax"),
    "two documents": (HEAD + "text: One.\n---\nid: x\n", 6, 1, "yaml-many-documents"),
    "empty": ("", 1, 1, "empty-file"),
    "a list": ("- one\n", 1, 1, "wrong-type"),
    "unknown key": (HEAD + "text: One.\ntheme: []\n", 6, 1, "unknown-key"),
    "integer of 5,000 digits": (HEAD.replace("number: 1", "number: " + "9" * 5000), 4, 9, "bad-number"),
    "no such day": (HEAD + "text: One.\ncontinues: 2018-13-45\n", 6, 12, "wrong-type"),
    "Norway": (HEAD.replace("year: 2022", "year: NO"), 3, 7, "bad-number"),
}


@pytest.fixture
def hostile(build: Builder) -> Builder:
    """A register with a sound recommendation beside which a hostile one is written."""
    build.source("tr-2022")
    build.recommendation("tr-2022-02", "Sound.")
    return build


@pytest.mark.parametrize("name", HOSTILE)
def test_list_refuses(run: Run, hostile: Builder, name: str) -> None:
    text, line, column, code = HOSTILE[name]
    hostile.write("recommendations/tr-2022/01.yaml", text)
    ran = run("list", code=2)
    assert ran.out == ""
    assert f"recommendations/tr-2022/01.yaml:{line}:{column}: {code} " in ran.err


@pytest.mark.parametrize("name", HOSTILE)
def test_check_finds(run: Run, hostile: Builder, name: str) -> None:
    text, line, column, code = HOSTILE[name]
    hostile.write("recommendations/tr-2022/01.yaml", text)
    ran = run("check", "--format", "json", code=1)
    places = [(one["path"], one["line"], one["column"], one["code"]) for one in json.loads(ran.out)["diagnostics"]]
    assert ("recommendations/tr-2022/01.yaml", line, column, code) in places


@pytest.mark.parametrize("command", ["show tr-2022-02", "diff 2022 2022", "report"])
def test_other_commands_refuse(run: Run, hostile: Builder, command: str) -> None:
    hostile.write("recommendations/tr-2022/01.yaml", HEAD + "text: One.\ntext: Two.\n")
    ran = run(*command.split(), code=2)
    assert ran.out == ""
    assert "recommendations/tr-2022/01.yaml:6:1: yaml-duplicate-key " in ran.err


@pytest.mark.parametrize(
    "path", ["recotrack.yaml", "sources/tr-2022.yaml", "status/tr-2022/02.yaml", "status/matters/m.yaml"]
)
def test_every_file_is_guarded(run: Run, hostile: Builder, path: str) -> None:
    hostile.write(path, "[" * 25_000)
    assert f"{path}:1:33: yaml-too-deep " in run("list", code=2).err
    assert f"{path}:1:33: yaml-too-deep " in run("check", code=1).out


def test_bytes_that_are_not_utf8(run: Run, hostile: Builder) -> None:
    path = hostile.write("recommendations/tr-2022/01.yaml", HEAD)
    path.write_bytes(HEAD.encode() + b"text: caf\xe9\n")
    assert "recommendations/tr-2022/01.yaml:5:10: not-utf8 " in run("list", code=2).err
    assert "recommendations/tr-2022/01.yaml:5:10: not-utf8 " in run("check", code=1).out


def test_file_over_the_limit(run: Run, hostile: Builder) -> None:
    hostile.write("recommendations/tr-2022/01.yaml", "#" * (1024 * 1024 + 1))
    assert "recommendations/tr-2022/01.yaml:1:1: file-too-large " in run("list", code=2).err


def test_hostile_revision(run: Run, hostile: Builder) -> None:
    hostile.write("recommendations/tr-2022/01.yaml", "[" * 25_000)
    hostile.commit()
    (hostile.root / "recommendations/tr-2022/01.yaml").unlink()
    hostile.recommendation("tr-2022-01", "Sound.")
    run("list")
    assert "recommendations/tr-2022/01.yaml:1:33: yaml-too-deep " in run("list", "--rev", "HEAD", code=2).err
    run("changes")


def test_link_that_leads_out(run: Run, hostile: Builder, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text(HEAD + "text: A secret.\n", encoding="utf-8")
    (hostile.root / "recommendations" / "tr-2022" / "01.yaml").symlink_to(secret)
    for command, code in (("list", 2), ("check", 1)):
        ran = run(command, code=code)
        assert "recommendations/tr-2022/01.yaml:1:1: not-regular-file " in ran.out + ran.err
        assert "secret" not in ran.out + ran.err


def test_many_faults_are_counted_not_all_shown(run: Run, hostile: Builder) -> None:
    for number in range(3, 40):
        hostile.write(f"recommendations/tr-2022/{number:02}.yaml", "[]\n")
    ran = run("list", code=2)
    assert ran.err.count("wrong-type") == 20
    assert "17 more" in ran.err
    assert len(run("check", code=1).out.splitlines()) >= 37


# Text that would trick a terminal, wherever a record may hold text

TRICK = "x\x1b[31m\x1b]0;y\x07\u202ez\u2066\u200b\x9b1m&lt;<b>|`*_"
LINES = TRICK + "\u2028\n# heading\t\r- x"
"""Verbatim text has single spaces; other text may hold lines."""

SHOWING = {
    "list --all": 0,
    "list --all --sort id": 0,
    "list --all --format json": 0,
    "list --source zz": 2,
    "show tr-2021-01": 0,
    "show tr-2022-01": 0,
    "show tr-2022-02": 0,
    "show tr-2022-01 --format json": 0,
    "diff 2021 2022": 0,
    "diff 2021 2022 --format json": 0,
    "diff 2022 1999": 2,
    "diff tr-2021 gov-2021": 2,
    "report -o -": 0,
    "check": 0,
    "check --format github": 0,
    "check --format json": 0,
    "check --format sarif": 0,
    "check --documents .": 1,
    "changes": 0,
    "changes --format markdown": 0,
    "changes --format github": 0,
    "changes --format json": 0,
}
"""Calls and the codes they end with."""


def _write_tricky(build: Builder, text: str, lines: str) -> None:
    """Writes records with `text` where it is verbatim and `lines` elsewhere, all in escapes of JSON."""

    def write(path: str, **keys: object) -> None:
        build.write(path, json.dumps(keys) + "\n")

    series = {"title": lines, "issuer": lines, "cadence": "annual"}
    write(
        "recotrack.yaml",
        format=1,
        title=lines,
        country=lines,
        series={"tr": series | {"short": lines}, "gov": series | {"short": "GOV"}},
        taxonomies={"themes": {"prevention": lines}},
    )
    described = dict.fromkeys(("issuer", "title", "country", "rating", "url", "archived", "note", "language"), lines)
    for series_id, year in (("tr", 2021), ("tr", 2022), ("gov", 2021)):
        id = f"{series_id}-{year}"
        document = {"file": lines, "sha256": "0" * 64}
        write(f"sources/{id}.yaml", id=id, series=series_id, year=year, document=document, **described)
    passage = {"source": "tr-2022", "place": lines, "quote": text}
    for year, number in ((2021, 1), (2022, 1), (2022, 2)):
        id = f"tr-{year}-0{number}"
        split = {"id": "tr-2021-01", "relation": "split", "confirmed": True, "rationale": lines}
        write(
            f"recommendations/tr-{year}/0{number}.yaml",
            id=id,
            source=f"tr-{year}",
            year=year,
            number=number,
            section=text,
            lead_in=text,
            text=text,
            rationale=lines,
            made_by=[lines],
            mentions=[text, lines],
            addressees=[text],
            themes=["prevention"],
            continues=[split] if year == 2022 else [],
        )
        one = {
            "date": "2022-12-31",
            "implementation": "partly_implemented",
            "basis": "issuing_body",
            "summary": lines,
            "alternative": {"implementation": "implemented", "because": lines},
            "evidence": [passage],
        }
        closed = {"date": "2023-01-01", "reason": "superseded", "summary": lines}
        response = {"response": "noted", "date": "2022", "source": "gov-2021", "quote": text, "place": lines}
        keys = {"closed": closed} if number == 2 else {}
        write(f"status/tr-{year}/0{number}.yaml", recommendation=id, updates=[one], response=response, **keys)
    side = {"summary": lines, "evidence": [passage]}
    write(
        "status/matters/m.yaml",
        id="m",
        title=lines,
        recommendations=["tr-2022-01"],
        relation="scope_differs",
        summary=lines,
        claim=side,
        finding=side,
    )


@pytest.fixture(scope="module")
def repository_of_tricks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository made once and copied."""
    build = Builder(tmp_path_factory.mktemp("tricky"))
    _write_tricky(build, "before", "before")
    build.commit()
    _write_tricky(build, TRICK, LINES)
    build.write("sources/\x1b[31m\u202e.txt", "")
    return build.root


@pytest.fixture
def tricky(build: Builder, repository_of_tricks: Path) -> Builder:
    """A register in which every text is hostile, committed with other texts before."""
    copytree(repository_of_tricks, build.root, dirs_exist_ok=True)
    return build


@pytest.mark.parametrize(("command", "code"), SHOWING.items())
def test_nothing_tricks_a_terminal(run: Run, tricky: Builder, command: str, code: int) -> None:
    ran = run(*command.split(), code=code)
    for character in "\x1b\x07\x9b\r\t\u202e\u2066\u200b\u2028":
        assert character not in ran.out, ascii(ran.out)[:3000]
        assert character not in ran.err, ascii(ran.err)[:3000]
    assert "\n# heading" not in ran.out + ran.err


def test_words_that_a_message_takes_from_records(run: Run, build: Builder) -> None:
    for name, country in (("a", TRICK), ("b", TRICK + "!")):
        for year in (2021, 2022):
            build.write(f"sources/tr-{name}-{year}.yaml", json.dumps(_source(f"tr-{name}-{year}", year, country)))
    told = run("diff", "2021", "2022", code=2).err
    assert "several series" in told
    for character in "\x1b\x07\x9b\u202e":
        assert character not in told


def _source(id: str, year: int, country: str) -> dict[str, object]:
    return {"id": id, "series": "tr", "issuer": "Office", "title": "Report", "country": country, "year": year}


@pytest.mark.parametrize("command", ["report -o -", "changes --format markdown"])
def test_nothing_is_markup(run: Run, tricky: Builder, command: str) -> None:
    out = run(*command.split()).out
    assert re.findall(r".{0,60}(?<!\\)<b", out) == []
    assert re.findall(r".{0,60}(?<!\\)&lt;", out) == []
    assert "\\<b\\>\\|\\`\\*\\_" in out


@pytest.mark.parametrize("command", ["show tr-2022-01", "report -o -"])
def test_every_text_is_shown(run: Run, tricky: Builder, command: str) -> None:
    out = "".join(run(*command.split()).out.split()).replace("\\\\", "\\")
    assert out.count("\\x9b1m") > 10


# Any bytes


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_end_in_a_diagnostic(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        build = Builder(Path(folder))
        build.source("tr-2022")
        build.write("recommendations/tr-2022/01.yaml", "").write_bytes(data)
        for command, code in (("list", 2), ("check", 1)):
            out, err = io.StringIO(), io.StringIO()
            with redirect_stdout(out), redirect_stderr(err):
                assert main(["-C", folder, command]) == code
            assert "recommendations/tr-2022/01.yaml:" in out.getvalue() + err.getvalue()
