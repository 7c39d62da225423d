"""What changed in the records, each told by its kind."""

from difflib import SequenceMatcher
from typing import Any

from recotrack.analysis.plain import plain
from recotrack.analysis.review.change import Change
from recotrack.model.records import Closing, Figure, Link, Metric, Recommendation, Source, StatusFile, Update
from recotrack.model.register import Register
from recotrack.model.terms import Severity

PUBLISHED = ("source", "text", "lead_in", "section", "made_by", "year", "number")
"""Fields of a recommendation that its source fixes."""


_CLASSIFYING = ("themes", "mentions", "addressees", "rationale")


def changed_records(base: Register, head: Register) -> list[Change]:
    """Gives what changed in settings, sources, recommendations, status files, matters and figures, and in faults."""
    unreadable = base.unreadable | head.unreadable
    return [
        *_settings(base, head),
        *_records("source", base.sources, head.sources, _source, unreadable),
        *_records("recommendation", base.recommendations, head.recommendations, _recommendation, unreadable),
        *_records("status", base.statuses, head.statuses, _status, unreadable),
        *_records("matter", base.matters, head.matters, _matter, unreadable),
        *_records("metric", base.metrics, head.metrics, _metric, unreadable),
        *_faults(base, head),
    ]


def _records(
    name: str, old: dict[str, Any], new: dict[str, Any], compare: Any, unreadable: frozenset[str]
) -> list[Change]:
    """Compares records by id; of one that cannot be read on a side, its fault is told and nothing else."""
    found: list[Change] = []
    for id in sorted((old.keys() | new.keys()) - unreadable):
        before, after = old.get(id), new.get(id)
        if before is None and after is not None:
            found.append(_added(name, id, after))
            if isinstance(after, Recommendation):
                found += [_link(id, after.origin.path, link.id, None, link) for link in after.continues or ()]
            if isinstance(after, StatusFile):
                found += _status(id, after._replace(updates=(), response=None, closed=None), after)
        elif before is not None and after is None:
            what = _title(before)
            path = before.origin.path
            found.append(
                Change(f"{name}-removed", id, path, plain(before), None, Severity.WARNING, f"{name} removed: {what}")
            )
        elif before is not None and after is not None and before._replace(origin=after.origin) != after:
            found += compare(id, before, after)
    return found


def _added(name: str, id: str, record: Any) -> Change:
    severity = Severity.INFO if name == "status" else Severity.NOTICE
    message = "status file begun" if name == "status" else f"{name} added: {_title(record)}"
    return Change(f"{name}-added", id, record.origin.path, None, plain(record), severity, message)


def _title(record: Any) -> str:
    if isinstance(record, Recommendation):
        return f"{record.lead_in} … {record.text}" if record.lead_in else record.text
    return record.recommendation if isinstance(record, StatusFile) else str(record.title)


def _settings(base: Register, head: Register) -> list[Change]:
    old, new = base.settings, head.settings
    if old.origin is not None and new.origin is None and "recotrack" not in head.unreadable:
        message = "recotrack.yaml removed: what it says of series and themes no longer holds"
        path = old.origin.path
        return [Change("settings-removed", "register", path, plain(old), None, Severity.WARNING, message)]
    if new.origin is None or old.origin is None or old._replace(origin=new.origin) == new:
        return []
    return _fields("register", new.origin.path, old, new, "settings-changed", Severity.NOTICE)


def _field(id: str, path: str, name: str, before: Any, after: Any, kind: str, severity: Severity) -> Change:
    message = f"{name.replace('_', '-')} changed"
    if isinstance(before, tuple) and isinstance(after, tuple) and not hasattr(before, "_fields"):
        message += f": {', '.join(map(str, before)) or 'none'} → {', '.join(map(str, after)) or 'none'}"
    elif isinstance(before, dict) and isinstance(after, dict):
        keys = sorted(before.keys() | after.keys())
        told = [(key, "added" if key not in before else "removed" if key not in after else "changed") for key in keys]
        message = f"{name}: " + ", ".join(f"{key} {how}" for key, how in told if before.get(key) != after.get(key))
    return Change(kind, id, path, plain(before), plain(after), severity, message)


def _fields(
    id: str, path: str, old: Any, new: Any, kind: str, severity: Severity, names: tuple[str, ...] | None = None
) -> list[Change]:
    return [
        _field(id, path, name, getattr(old, name), getattr(new, name), kind, severity)
        for name in names or old._fields
        if name != "origin" and getattr(old, name) != getattr(new, name)
    ]


def _source(id: str, before: Source, after: Source) -> list[Change]:
    return _fields(id, after.origin.path, before, after, "source-changed", Severity.NOTICE)


def _matter(id: str, before: Any, after: Any) -> list[Change]:
    return _fields(id, after.origin.path, before, after, "matter-changed", Severity.NOTICE)


def _metric(id: str, before: Metric, after: Metric) -> list[Change]:
    """Tells values added (a notice) from values altered or removed (warnings: the record only grows)."""
    path = after.origin.path
    found = _fields(id, path, before, after, "metric-changed", Severity.NOTICE, ("title", "unit", "note"))
    found += [
        Change("figure-removed", id, path, plain(one), None, Severity.WARNING, f"the value of {_figure(one)} is gone")
        for one in before.values
        if one not in after.values
    ]
    found += [
        Change("figure-added", id, path, None, plain(one), Severity.NOTICE, f"value added: {_figure(one)}")
        for one in after.values
        if one not in before.values
    ]
    for name in ("sums", "remarks"):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            found.append(Change("metric-changed", id, path, plain(old), plain(new), Severity.INFO, f"{name} changed"))
    return found


def _figure(one: Figure) -> str:
    part = "".join(f", {name} {value}" for name, value in one.by.items())
    return f"{one.covers}{part}: {one.value} ({one.source})"


def _recommendation(id: str, before: Recommendation, after: Recommendation) -> list[Change]:
    path = after.origin.path
    found = []
    for name in PUBLISHED:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            message = (
                "the published text was altered"
                if name == "text"
                else f"the published {name.replace('_', '-')} was altered"
            )
            kind = "text-altered" if name == "text" else "publication-altered"
            found.append(Change(kind, id, path, plain(old), plain(new), Severity.WARNING, message))
    found += _lineage(id, path, before, after)
    added = sorted(set(after.related) - set(before.related))
    removed = sorted(set(before.related) - set(after.related))
    found += [Change("related-added", id, path, None, other, Severity.INFO, f"related to {other}") for other in added]
    found += [
        Change("related-removed", id, path, other, None, Severity.NOTICE, f"no longer related to {other}")
        for other in removed
    ]
    found += _refusals(id, path, before, after)
    return found + _fields(id, path, before, after, "classification-changed", Severity.INFO, _CLASSIFYING)


def _refusals(id: str, path: str, before: Recommendation, after: Recommendation) -> list[Change]:
    old, new = ({one.id: one for one in record.refused} for record in (before, after))
    found = []
    for other in sorted(old.keys() | new.keys()):
        one, two = old.get(other), new.get(other)
        if one is None:
            message = f"a link to {other} was refused"
            found.append(Change("link-refused", id, path, None, plain(two), Severity.INFO, message))
        elif two is None:
            message = f"the refusal of {other} was taken back"
            found.append(Change("refusal-removed", id, path, plain(one), None, Severity.NOTICE, message))
        elif one != two:
            message = f"the rationale of the refusal of {other} changed"
            found.append(Change("refusal-changed", id, path, plain(one), plain(two), Severity.INFO, message))
    return found


def _lineage(id: str, path: str, before: Recommendation, after: Recommendation) -> list[Change]:
    if before.continues == after.continues:
        return []
    found: list[Change] = []
    if before.continues is None:
        message = "lineage was read" + ("" if after.continues else ": continues none")
        found.append(Change("lineage-read", id, path, None, plain(after.continues), Severity.NOTICE, message))
    elif after.continues is None:
        message = "lineage counts as unread again"
        found.append(Change("lineage-unread", id, path, plain(before.continues), None, Severity.WARNING, message))
    old = {link.id: link for link in before.continues or ()}
    new = {link.id: link for link in after.continues or ()}
    for other in sorted(old.keys() | new.keys()):
        one, two = old.get(other), new.get(other)
        if one != two:
            found.append(_link(id, path, other, one, two))
    return found


def _link(id: str, path: str, other: str, one: Link | None, two: Link | None) -> Change:
    def told(kind: str, severity: Severity, message: str) -> Change:
        return Change(kind, id, path, plain(one), plain(two), severity, message)

    if two is None:
        lost = one is not None and one.confirmed
        message = f"{'confirmed' if lost else 'proposed'} link to {other} removed"
        return told("lineage-removed", Severity.WARNING if lost else Severity.INFO, message)
    if two.confirmed and (one is None or not one.confirmed):
        return told("lineage-confirmed", Severity.NOTICE, f"continues {other} ({two.relation}), confirmed")
    if one is None:
        return told("lineage-proposed", Severity.INFO, f"may continue {other} ({two.relation}), not confirmed")
    if one.confirmed and not two.confirmed:
        return told("lineage-unconfirmed", Severity.WARNING, f"the link to {other} is no longer confirmed")
    if one.relation != two.relation:
        message = f"the link to {other} was {one.relation}, is {two.relation}"
        return told("lineage-changed", Severity.NOTICE, message)
    return told("lineage-changed", Severity.INFO, f"the rationale of the link to {other} changed")


def _status(id: str, before: StatusFile, after: StatusFile) -> list[Change]:
    path = after.origin.path
    found = _updates(id, path, before.updates, after.updates)
    if before.response != after.response:
        if before.response is None:
            kind, severity, message = "response-recorded", Severity.NOTICE, "the government's response was recorded"
        else:
            kind, severity, message = "response-altered", Severity.WARNING, "the recorded response was altered"
        found.append(Change(kind, id, path, plain(before.response), plain(after.response), severity, message))
    return found + _closing(id, path, before.closed, after.closed)


def _closing(id: str, path: str, old: Closing | None, new: Closing | None) -> list[Change]:
    if old == new:
        return []
    if new is None:
        kind, severity, message = "reopened", Severity.WARNING, "no longer closed"
    elif old is not None:
        kind, severity, message = "closing-altered", Severity.WARNING, "the recorded closing was altered"
    else:
        kind, severity = "closed", Severity.NOTICE
        message = f"closed without implementation on {new.date}: {_words(new.reason)}"
    return [Change(kind, id, path, plain(old), plain(new), severity, message)]


def _updates(id: str, path: str, old: tuple[Update, ...], new: tuple[Update, ...]) -> list[Change]:
    """Pairs what stands at the same place between updates that stayed: altered, else added or removed."""
    found: list[Change] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gone, come = old[i1:i2], new[j1:j2]
        paired = min(len(gone), len(come))
        for one, two in zip(gone[:paired], come[:paired], strict=True):
            names = [name for name in one._fields if getattr(one, name) != getattr(two, name)]
            if names == ["evidence"] and two.evidence[: len(one.evidence)] == one.evidence:
                message = f"evidence added to the update of {one.date}"
                come_in = plain(two._replace(evidence=two.evidence[len(one.evidence) :]))
                found.append(Change("evidence-added", id, path, None, come_in, Severity.NOTICE, message))
                continue
            message = f"the update of {one.date} was altered ({', '.join(names)}); updates are only added"
            found.append(Change("update-altered", id, path, plain(one), plain(two), Severity.WARNING, message))
        for one in gone[paired:]:
            message = f"the update of {one.date} was removed; updates are only added"
            found.append(Change("update-removed", id, path, plain(one), None, Severity.WARNING, message))
        for two in come[paired:]:
            message = f"update of {two.date} added: {_words(two.implementation)} ({_words(two.basis)})"
            found.append(Change("update-added", id, path, None, plain(two), Severity.NOTICE, message))
    return found


def _faults(base: Register, head: Register) -> list[Change]:
    """Tells of files that cannot be read: a change hidden in one would not be told otherwise."""
    old = {(fault.path, fault.code, fault.message) for fault in base.faults}
    new = {(fault.path, fault.code, fault.message) for fault in head.faults}
    found = [
        Change(
            "fault",
            fault.path,
            fault.path,
            None,
            str(fault.position),
            Severity.WARNING,
            f"{fault.code}: {fault.message}",
        )
        for fault in head.faults
        if (fault.path, fault.code, fault.message) not in old
    ]
    return found + [
        Change(
            "fault-mended",
            fault.path,
            fault.path,
            str(fault.position),
            None,
            Severity.INFO,
            f"{fault.code}: {fault.message}",
        )
        for fault in base.faults
        if (fault.path, fault.code, fault.message) not in new
    ]


def _words(term: str) -> str:
    return term.replace("_", " ")
