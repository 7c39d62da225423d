"""How the tests of this folder write down what was found."""

from collections.abc import Iterable

from recotrack.model.diagnostics import Diagnostic


def told(faults: Iterable[Diagnostic]) -> list[str]:
    """Gives each fault as `path:line:column: code`."""
    return [f"{fault.position}: {fault.code}" for fault in faults]
