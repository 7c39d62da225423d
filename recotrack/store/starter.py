"""What a new register consists of."""

import json
from pathlib import Path

from recotrack.model.shapes import SHAPES
from recotrack.store.tree import FOLDERS, ROOT_FILE
from recotrack.store.writing import write_text

GLOBS: dict[str, str | list[str]] = {
    "register": ROOT_FILE,
    "source": "sources/*.yaml",
    "recommendation": "recommendations/*/*.yaml",
    "status": ["status/*/*.yaml", "!status/matters/*.yaml"],
    "matter": "status/matters/*.yaml",
    "metric": "figures/*.yaml",
}
"""Which files each schema is for, as yaml-language-server matches them: the exception comes last."""


class StarterError(Exception):
    """A register that cannot be begun there; the message is for people."""


def begin(root: Path, *, title: str, country: str | None, schemas: dict[str, str]) -> tuple[str, ...]:
    """Writes a new register.

    Args:
        root: its folder; made where it is missing.
        title: title of the register.
        country: the country concerned, where it is one.
        schemas: JSON Schema as text, by file type.

    Returns:
        The paths written, relative to `root`.

    Raises:
        StarterError: there is a register already, or the words cannot stand in it.
        OSError: it cannot be written.
    """
    if (root / ROOT_FILE).exists() or (root / ROOT_FILE).is_symlink():
        raise StarterError(f"there is a register already: {root / ROOT_FILE}")
    for name, words in (("title", title), ("country", country)):
        if words is not None and (not words.strip() or not words.isprintable()):
            raise StarterError(f"the {name} must be one line of text")
    made = []
    files = {f"schemas/{name}.schema.json": text for name, text in schemas.items()}
    files[".vscode/settings.json"] = editor_settings()
    for folder in FOLDERS:
        files[f"{folder}/.gitkeep"] = ""
    files[ROOT_FILE] = _settings(title, country)
    for path, text in files.items():
        if (root / path).exists():
            continue
        write_text(root / path, text)
        made.append(path)
    return tuple(made)


def editor_settings() -> str:
    """Gives settings that tie the schemas to the files, as VS Code's YAML extension reads them."""
    schemas = {f"./schemas/{name}.schema.json": GLOBS[name] for name in SHAPES}
    return json.dumps({"yaml.schemas": schemas}, indent=2) + "\n"


def _settings(title: str, country: str | None) -> str:
    def quoted(text: str) -> str:
        return json.dumps(text, ensure_ascii=False)

    lines = [
        "# The register as a whole. Records are one file each:",
        "#   sources/ID.yaml                         a published document",
        "#   recommendations/SOURCE/NUMBER.yaml      one demand, verbatim",
        "#   status/SOURCE/NUMBER.yaml               government action against it",
        "#   status/matters/ID.yaml                  a claim beside a finding",
        "#   figures/METRIC.yaml                     a number over time",
        "format: 1",
        f"title: {quoted(title)}",
        *([f"country: {quoted(country)}"] if country else ["# country: AZE"]),
        "",
        "# The series that are followed. The cadence (annual, biennial, irregular, once) tells",
        "# which editions are missing where years are compared.",
        "# series:",
        "#   us-tip:",
        "#     title: Trafficking in Persons Report",
        "#     short: TIP",
        "#     issuer: US Department of State",
        "#     cadence: annual",
        "",
        "# The themes that records choose from; without the list any id is a theme.",
        "# taxonomies:",
        "#   themes:",
        "#     prevention: Prevention",
    ]
    return "\n".join(lines) + "\n"
