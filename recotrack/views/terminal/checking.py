"""`check`: diagnostics for people and editors."""

from recotrack.model.diagnostics import Diagnostic
from recotrack.model.terms import Severity
from recotrack.views.paint import Paint
from recotrack.views.text import counted, visible


def diagnostic_line(diagnostic: Diagnostic, paint: Paint) -> str:
    """Gives a diagnostic as `path:line:col: CODE message (hint)`."""
    code = paint.red(diagnostic.code) if diagnostic.severity is Severity.ERROR else paint.yellow(diagnostic.code)
    hint = f" ({visible(diagnostic.hint)})" if diagnostic.hint else ""
    kind = "" if diagnostic.severity is Severity.ERROR else f"{diagnostic.severity}: "
    return f"{visible(str(diagnostic.position))}: {code} {kind}{visible(diagnostic.message)}{hint}"


def check_text(diagnostics: tuple[Diagnostic, ...], paint: Paint) -> str:
    """Gives a line for each diagnostic; nothing where there is none."""
    return "".join(diagnostic_line(diagnostic, paint) + "\n" for diagnostic in diagnostics)


def tally(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Counts errors and warnings in words."""
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    return f"{counted(errors, 'error')}, {counted(len(diagnostics) - errors, 'warning')}"
