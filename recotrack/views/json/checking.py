"""`check`: diagnostics."""

from recotrack.model.diagnostics import Diagnostic
from recotrack.views.json.layout import dumped


def check_json(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Gives diagnostics."""
    return dumped({"diagnostics": [diagnostic._asdict() for diagnostic in diagnostics]})
