"""Standings that moved, and what moved them."""

from collections.abc import Iterable

from recotrack.analysis.plain import plain
from recotrack.analysis.review.change import Change
from recotrack.analysis.standing import Standing, standings_of
from recotrack.model.register import Register
from recotrack.model.terms import LEVELS, Currency, Flag, Severity


def moved_standings(base: Register, head: Register) -> list[Change]:
    """Tells the standings that moved, of recommendations that both registers hold."""
    old, new = standings_of(base), standings_of(head)
    unread = {(*head.series_of(one), one.year) for id, one in head.recommendations.items() if new[id].unread}
    found = []
    for id in sorted(old.keys() & new.keys()):
        one, two = old[id], new[id]
        path = head.recommendations[id].origin.path
        joined = [other for other in two.continued_by if other not in one.continued_by]
        if one.implementation != two.implementation or _at_publication(one) != _at_publication(two):
            fell = (
                one.implementation in LEVELS
                and two.implementation in LEVELS
                and LEVELS.index(two.implementation) < LEVELS.index(one.implementation)
            )
            severity = Severity.WARNING if fell else Severity.NOTICE
            message = f"standing moved: {_told(one)} → {_told(two)}{_moved_by(one, two, id)}"
            found.append(
                Change("standing-moved", id, path, str(one.implementation), str(two.implementation), severity, message)
            )
        if one.editions != two.editions:
            message = f"made in {_listed(one.editions)} → {_listed(two.editions)}"
            editions = plain(one.editions), plain(two.editions)
            found.append(Change("editions-changed", id, path, *editions, Severity.NOTICE, message))
        if Flag.IMPLEMENTED_BUT_REPEATED in set(two.flags) - set(one.flags) or (two.closed and len(joined) > 0):
            what = "was closed" if two.closed else "stood at implemented"
            message = f"{what} and is asked for again, by {_listed(joined or two.continued_by)}"
            found.append(Change("asked-again", id, path, None, list(two.continued_by), Severity.NOTICE, message))
        if one.currency != two.currency:
            severity, message = _place(head, one, two, unread)
            found.append(Change("currency-changed", id, path, str(one.currency), str(two.currency), severity, message))
        if one.open != two.open and not (two.continued_by and not one.continued_by):
            kind, message = ("opened", "is open again") if two.open else ("no-longer-open", "is no longer open")
            found.append(Change(kind, id, path, one.open, two.open, Severity.NOTICE, message))
    return found


def _place(head: Register, one: Standing, two: Standing, unread: set[tuple[str, str, int]]) -> tuple[Severity, str]:
    """Tells a new place among the editions; that nobody has read the lineage after it is no finding (rule 7)."""
    record = head.recommendations[two.id]
    if two.currency is Currency.CONTINUED:
        return Severity.NOTICE, f"continued by {_listed(two.continued_by)}, and judged there now"
    lost = "nothing continues it any more" if one.currency is Currency.CONTINUED else ""
    if two.currency is Currency.CURRENT:
        return Severity.NOTICE, lost or "no later edition is loaded any more"
    if any(key[:2] == head.series_of(record) and key[2] > record.year for key in unread):
        return Severity.INFO, f"{lost + '; ' if lost else ''}a later edition is loaded, whose lineage is not read yet"
    return Severity.NOTICE, f"{lost + '; ' if lost else ''}no later edition that is loaded takes it up"


def _moved_by(one: Standing, two: Standing, id: str) -> str:
    """Tells what moved a standing: the update that counts now, or the one that counted and is gone."""
    old, new = one.finding or one.claim, two.finding or two.claim
    if new is not None and (old is None or old.update != new.update):
        where = f", recorded at {new.home}" if new.home != id else ""
        if old is not None and old.update not in [entry.update for entry in two.entries]:
            where += f"; the update of {old.update.date} that it stood by is not there any more"
        return f", by the update of {new.update.date} ({_words(new.update.basis)}{where})"
    if new is None and old is not None:
        return f": the update of {old.update.date} that it stood by is not there any more"
    return ""


def _at_publication(standing: Standing) -> bool:
    return standing.finding is not None and standing.finding.baseline


def _told(standing: Standing) -> str:
    return _words(standing.implementation) + (" at publication" if _at_publication(standing) else "")


def _listed(some: Iterable[object]) -> str:
    return ", ".join(map(str, some))


def _words(term: str) -> str:
    return term.replace("_", " ")
