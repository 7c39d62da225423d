"""Workflow commands that annotate a pull request on GitHub."""

from recotrack.analysis.review import Change
from recotrack.model.diagnostics import Diagnostic
from recotrack.model.nodes import Position
from recotrack.model.terms import Severity
from recotrack.views.text import visible

_LEVELS = {
    Severity.INFO: "notice",
    Severity.NOTICE: "notice",
    Severity.WARNING: "warning",
    Severity.ERROR: "error",
}


def check_github(diagnostics: tuple[Diagnostic, ...], prefix: str = "") -> str:
    """Gives an annotation for each diagnostic; `prefix` leads from the repository's top to the register."""
    return "".join(
        _annotation(
            diagnostic.severity,
            diagnostic.position._replace(path=prefix + diagnostic.path),
            diagnostic.code,
            diagnostic.message + (f" ({diagnostic.hint})" if diagnostic.hint else ""),
        )
        for diagnostic in diagnostics
    )


def changes_github(changes: tuple[Change, ...], prefix: str = "") -> str:
    """Gives an annotation for each change, at the line that it is about; see `check_github`."""
    return "".join(
        _annotation(
            change.severity, Position(prefix + change.path, change.line), change.kind, f"{change.id}: {change.message}"
        )
        for change in changes
    )


def _annotation(severity: Severity, position: Position, title: str, message: str) -> str:
    place = f"file={_property(position.path)},line={position.line},col={position.column},title={_property(title)}"
    return f"::{_LEVELS[severity]} {place}::{_data(visible(message))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
