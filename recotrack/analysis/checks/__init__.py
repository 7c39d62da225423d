"""Faults of a register that no single file shows: each rule is a function that yields diagnostics."""

from collections import Counter

from recotrack.analysis.checks.figures import check_figures
from recotrack.analysis.checks.lineage import check_lineage
from recotrack.analysis.checks.matters import check_matters
from recotrack.analysis.checks.recommendations import check_recommendations
from recotrack.analysis.checks.sources import check_sources
from recotrack.analysis.checks.status import check_status
from recotrack.model.diagnostics import Diagnostic, in_order
from recotrack.model.register import Register


def check(register: Register, today: str) -> tuple[Diagnostic, ...]:
    """Finds every fault of a register.

    Args:
        register: what was loaded, with the faults of loading.
        today: the day that nothing may be dated after, as `YYYY-MM-DD`.

    Returns:
        The diagnostics in order of path, line and column; each code has a section in
        `docs/checks.md`.
    """
    found = [
        *register.faults,
        *check_sources(register, today),
        *check_recommendations(register),
        *check_lineage(register),
        *check_status(register, today),
        *check_matters(register),
        *check_figures(register),
    ]
    return in_order(found)


def added_faults(before: Register, after: Register, today: str) -> tuple[Diagnostic, ...]:
    """Gives the faults that a register has and had not before a change."""
    # Counted, not looked up: a change may repeat a fault that is there already.
    left = Counter((one.path, one.code, one.message) for one in check(before, today))
    found = []
    for one in check(after, today):
        key = (one.path, one.code, one.message)
        left[key] -= 1
        if left[key] < 0:
            found.append(one)
    return tuple(found)
