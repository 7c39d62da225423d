"""What the documents show works as it stands there."""

import re
from pathlib import Path

from recotrack.analysis.checks import check
from tests.builder import Builder
from tests.conftest import Run


def test_the_register_of_the_documentation_is_clean(repository: Path, build: Builder) -> None:
    text = (repository / "docs" / "records.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n# (\S+?),?(?: [^\n]*)?\n(.*?)```", text, re.DOTALL)
    assert len(blocks) == 6
    for path, body in blocks:
        build.write(path, body)
    build.write("sources/tr-2023.yaml", (build.root / "sources/tr-2024.yaml").read_text().replace("2024", "2023"))
    build.source("gov-2023", published="2024-02-01")
    build.recommendation("tr-2023-01", "Train all judges.")
    build.recommendation("tr-2023-02", "Fund shelters.")
    register = build.load()
    assert check(register, "2024-12-31") == ()
    assert list(register.recommendations) == ["tr-2023-01", "tr-2023-02", "tr-2024-01"]
    assert list(register.matters) == ["training"]
    assert list(register.metrics) == ["judges-trained"]


def test_ci_runs_the_two_commands_of_the_readme(repository: Path) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    commands = [line for line in readme.splitlines() if line.startswith("python3 -m venv")]
    assert len(commands) == 2
    script = (repository / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [line for line in script if line.startswith("python3 -m venv")] == commands


def test_every_command_is_in_the_readme(repository: Path) -> None:
    from recotrack.cli.main import COMMANDS

    readme = (repository / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"recotrack {name}" not in readme] == ["schema"]


def test_the_profiles_of_the_documentation_work(repository: Path, build: Builder, run: Run, tmp_path: Path) -> None:
    text = (repository / "docs" / "import.md").read_text(encoding="utf-8")
    profile, table = re.findall(r"```yaml\n# \S+\n(.*?)```", text, re.DOTALL)
    (document,) = re.findall(r"```\n(Report on .*?)```", text, re.DOTALL)
    for name, words in (("p.yaml", profile), ("t.yaml", table), ("visit.txt", document)):
        (tmp_path / name).write_text(words, encoding="utf-8")
    (tmp_path / "rows.csv").write_bytes(
        "To,Text,From,Session\rUTO,Ratify it at the café,Ruritania,3\r".encode("latin-1")
    )
    profiled = ("--profile", str(tmp_path / "p.yaml"), "--series", "tr", "--year", "2024")
    run("import", str(tmp_path / "visit.txt"), *profiled)
    run("import", str(tmp_path / "rows.csv"), "--profile", str(tmp_path / "t.yaml"), "--series", "gov")
    found = {id: r.text for id, r in build.load().recommendations.items()}
    assert found == {
        "gov-2008-01": "Ratify it at the café",
        "tr-2024-01": "Judges: train them in all districts",
        "tr-2024-02": "More places in shelters",
    }
