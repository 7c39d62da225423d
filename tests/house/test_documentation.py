"""What the documents show works as it stands there."""

import re
from pathlib import Path

from recotrack.analysis.checks import check
from tests.builder import Builder


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
