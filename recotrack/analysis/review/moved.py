"""Standings that moved, and what moved them."""

from recotrack.analysis.plain import plain
from recotrack.analysis.review.change import Change
from recotrack.analysis.standing import Standing, standings_of
from recotrack.model.register import Register
from recotrack.model.terms import LEVELS, Severity


def moved_standings(base: Register, head: Register) -> list[Change]:
    """Tells the standings that moved, of recommendations that both registers hold."""
    old, new = standings_of(base), standings_of(head)
    found = []
    for id in sorted(old.keys() & new.keys()):
        one, two = old[id], new[id]
        path = head.recommendations[id].origin.path
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
        if one.currency != two.currency:
            message = f"among the loaded editions it was {one.currency} and is {two.currency}"
            found.append(
                Change("currency-changed", id, path, str(one.currency), str(two.currency), Severity.NOTICE, message)
            )
        if one.open != two.open:
            kind, message = ("opened", "is open again") if two.open else ("no-longer-open", "is no longer open")
            found.append(Change(kind, id, path, one.open, two.open, Severity.NOTICE, message))
    return found


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


def _listed(years: tuple[int, ...]) -> str:
    return ", ".join(map(str, years))


def _words(term: str) -> str:
    return term.replace("_", " ")
