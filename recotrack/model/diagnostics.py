"""Faults of a register as values: a place, a stable code and a message for people."""

from collections.abc import Iterable
from typing import NamedTuple

from recotrack.model.nodes import Position
from recotrack.model.terms import Severity


class Diagnostic(NamedTuple):
    """One located finding about a record."""

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str | None = None

    @property
    def position(self) -> Position:
        """The place it is about."""
        return Position(self.path, self.line, self.column)


WARNINGS = frozenset(
    {
        "claim-without-government",
        "contradiction-without-overlap",
        "figure-not-in-quote",
        "finding-rests-on-claim",
        "lineage-over-edition",
        "lineage-other-series",
        "mention-not-in-text",
        "no-later-evidence",
        "quote-not-unique",
        "quote-too-long",
        "regression-without-summary",
        "stray-file",
        "undeclared-series",
        "update-before-recommendation",
    }
)
"""Codes of faults that do not make a record wrong; every other code is an error."""


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Gives diagnostics by path, line and column, each once."""
    return tuple(sorted(set(diagnostics), key=lambda one: (*one[:6], one.hint or "")))


def fault(code: str, position: Position, message: str, hint: str | None = None) -> Diagnostic:
    """Makes a diagnostic; its severity is that of its code.

    Args:
        code: a stable name of the kind of fault, with a section of its own in
            `docs/checks.md`.
        position: the place it is about.
        message: what is wrong.
        hint: what to do about it.
    """
    severity = Severity.WARNING if code in WARNINGS else Severity.ERROR
    return Diagnostic(*position, code, severity, message, hint)
