"""Records that were only renamed, and files of which only the layout changed."""

from collections.abc import Collection, Mapping
from typing import Any

from recotrack.analysis.review.change import Change
from recotrack.model.terms import Severity

_LINKS = ("lineage-confirmed", "lineage-proposed")


def with_renames(found: list[Change]) -> list[Change]:
    """Takes a recommendation removed and one added with the same words, and their status files, for one renamed."""
    gone = {_words_of(one): one for one in found if one.kind == "recommendation-removed"}
    ids: dict[str, str] = {}
    kept: list[Change] = []
    for one in found:
        old = gone.get(_words_of(one)) if one.kind == "recommendation-added" else None
        if old is None or old.id in ids.values():
            kept.append(one)
            continue
        ids[one.id] = old.id
        message = f"renamed: it was {old.id}, with the same words"
        kept.append(Change("recommendation-renamed", one.id, one.path, old.before, one.after, Severity.NOTICE, message))
    if not ids:
        return found
    gone_links = {one.id: one.before.get("continues") for one in kept if one.kind == "recommendation-renamed"}
    olds = {old: new for new, old in ids.items()}
    statuses = {change.id: change for change in kept if change.kind == "status-removed" and change.id in olds}
    result: list[Change] = []
    renamed: list[Change] = []
    moved: set[str] = set()
    for before, change in statuses.items():
        new = olds[before]
        added = next((one for one in kept if one.kind == "status-added" and one.id == new), None)
        if added is not None and change.before.get("updates") == added.after.get("updates"):
            moved |= {before, new}
            message = f"its status file was renamed: it was {change.path}"
            renamed.append(Change("status-renamed", new, added.path, change.path, added.path, Severity.INFO, message))
    for change in kept:
        if change.kind == "recommendation-removed" and change.id in olds:
            continue
        if change.id in ids and change.kind in _LINKS and change.after in (gone_links.get(change.id) or ()):
            continue
        if change.id in moved and change.kind in ("status-removed", "status-added", "update-added", "closed"):
            continue
        result.append(change)
    return result + renamed


def _words_of(change: Change) -> tuple[Any, Any]:
    record = change.before if change.before is not None else change.after
    return (record.get("lead_in"), record.get("text")) if isinstance(record, dict) else (None, None)


def formatting(
    changes: tuple[Change, ...], base: Mapping[str, str], head: Mapping[str, str], faulty: Collection[str] = ()
) -> tuple[Change, ...]:
    """Tells of files that changed without any change of what they say.

    Args:
        changes: what was told of the same two states.
        base: ids of contents by path, before.
        head: the same, after.
        faulty: paths of files that cannot be read: what changed in them is not known, and they are told as that.
    """
    told = {change.path for change in changes}
    found = []
    for path in sorted(base.keys() & head.keys()):
        if base[path] != head[path] and path in faulty and path not in told:
            message = "it changed, and cannot be read: what changed is not known"
            found.append(Change("fault", path, path, None, f"{path}:1:1", Severity.WARNING, message))
        elif base[path] != head[path] and path not in told:
            message = "its layout or its comments alone changed"
            found.append(Change("formatting", path, path, None, None, Severity.INFO, message))
    return tuple(found)
