"""Two versions of a status file that both grew, as one: updates are only added, so both can be kept."""

from recotrack.model.dates import last_day
from recotrack.model.records import StatusFile, Update
from recotrack.store.editing.updates import EditError, append_update, status_of


def merge_status(base: bytes, ours: bytes, theirs: bytes, path: str) -> bytes:
    """Merges two versions of a status file.

    Args:
        base: the version that both come from; empty where both began the file.
        ours: one of them.
        theirs: the other.
        path: what faults call it.

    Returns:
        A file with the updates of both, the new ones in the order of their dates. What else
        one side alone changed is kept.

    Raises:
        EditError: a version has faults, takes away or alters an update, or both sides changed
            the same other thing: that is for people to merge.
    """
    one, other = status_of(ours, path), status_of(theirs, path)
    old = status_of(base, path) if base.strip() else one._replace(updates=(), response=None, closed=None)
    if one.recommendation != other.recommendation:
        raise EditError("the two are of different recommendations")
    mine, yours = _added(old, one), _added(old, other)
    yours = [update for update in yours if update not in mine]
    _refuse_both(old, one, other)
    rest_is_mine = _rest(other) == _rest(old)
    in_order = not mine or not yours or _latest(mine) <= _earliest(yours)
    reverse = not mine or not yours or _latest(yours) <= _earliest(mine)
    if rest_is_mine and in_order:
        start, more = ours, yours
    elif _rest(one) == _rest(old) and reverse:
        start, more = theirs, mine
    elif _rest(one) == _rest(old) == _rest(other) and base.strip():
        start, more = base, sorted([*mine, *yours], key=lambda update: last_day(update.date))
    else:
        start, more = (ours, yours) if rest_is_mine else (theirs, mine)
    for update in more:
        start = append_update(start, path, one.recommendation, update)
    return start


def _added(old: StatusFile, new: StatusFile) -> list[Update]:
    """Gives the updates that came in; refuses where one was altered or taken away."""
    left = list(new.updates)
    for update in old.updates:
        if update not in left:
            raise EditError(f"the update of {update.date} was altered or removed; updates are only added")
        left.remove(update)
    return left


def _refuse_both(old: StatusFile, one: StatusFile, other: StatusFile) -> None:
    for name in ("response", "closed"):
        before, mine, yours = (getattr(status, name) for status in (old, one, other))
        if mine != before and yours != before and mine != yours:
            raise EditError(f"both sides changed `{name}`")


def _rest(status: StatusFile) -> tuple[object, object]:
    return status.response, status.closed


def _latest(updates: list[Update]) -> str:
    return max(last_day(update.date) for update in updates)


def _earliest(updates: list[Update]) -> str:
    return min(last_day(update.date) for update in updates)
