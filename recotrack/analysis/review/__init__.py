"""What a change of the records means: two registers compared, told record by record."""

from recotrack.analysis.review.change import Change, weight
from recotrack.analysis.review.moved import moved_standings
from recotrack.analysis.review.placing import placed
from recotrack.analysis.review.records import PUBLISHED, changed_records
from recotrack.analysis.review.renaming import formatting, with_renames
from recotrack.model.register import Register

__all__ = ["PUBLISHED", "Change", "formatting", "review", "review_records", "weight"]


def review_records(base: Register, head: Register) -> tuple[Change, ...]:
    """Tells what changed in the records themselves, the weightiest first; of no standing that moved by it."""
    return tuple(sorted(with_renames(changed_records(base, head)), key=weight))


def review(base: Register, head: Register) -> tuple[Change, ...]:
    """Tells what leads from one register to another.

    Returns:
        The changes of one id together, the id with the weightiest of them first (see `weight`),
        and of one id the weightiest first (of a recommendation that came in, that it did).
        What takes a record or an update away, or alters a published text, an update, a
        response or a closing, is a warning, and so is a step down, a confirmed link lost and a
        file that cannot be read any more; other changes are notices or less. Files
        that could not be read on either side are told by what `Register.faults` says of them.
    """
    found = list(placed(with_renames(changed_records(base, head)), head)) + moved_standings(base, head)
    heaviest: dict[str, int] = {}
    for change in found:
        heaviest[change.id] = min(weight(change), heaviest.get(change.id, weight(change)))
    return tuple(
        sorted(found, key=lambda one: (heaviest[one.id], one.id, one.kind != "recommendation-added", weight(one)))
    )
