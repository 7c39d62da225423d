"""The part of two registers that a change can touch: what differs, and all that its standing hangs on.

A review of a few files must not read a register of a hundred thousand. What differs is found by
the ids of contents. From there it grows, on both sides, by what a standing is computed from: what a
recommendation continues and is continued by, the updates that speak to it, their sources, and the
editions of its series. What refers to an id is found by the letters of the id. The rest is the
same on both sides, and so is what follows from it.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from recotrack.model.records import StatusFile
from recotrack.model.register import Register
from recotrack.store.load import Loader, load
from recotrack.store.revisions import Commit, Repository, RevisionError
from recotrack.store.tree import FOLDERS, ROOT_FILE, StoredFile, recommendation_path, status_path
from recotrack.store.worktree import WorkTree, fingerprint

_MOST_FILES = 4000
_MOST_ROUNDS = 20


class Compared(NamedTuple):
    """Two registers, as far as what differs between them goes; of files that differ, the ids of contents by path."""

    base: Register
    head: Register
    base_prints: dict[str, str]
    head_prints: dict[str, str]


def load_both(repository: Repository, base: Commit, head: Commit | WorkTree) -> Compared:
    """Loads what two states of a register differ in, and all that bears on its standing.

    Args:
        repository: where the commits are.
        base: the earlier state.
        head: the later: a commit, or the files on disk.

    Returns:
        Registers whose review is that of the whole ones. They are the whole ones where the change is
        large, or goes to what everything hangs on.

    Raises:
        RevisionError: git cannot read them.
    """
    changed = _changed(repository, base, head)
    prints = (
        {path: one.before for path, one in changed.items() if one.before},
        {path: one.after for path, one in changed.items() if one.after},
    )
    try:
        return Compared(*_Around(repository, base, changed).grown(), *prints)
    except (_TooMuchError, RevisionError):
        later = head if isinstance(head, WorkTree) else repository.tree(head)
        return Compared(load(repository.tree(base)), load(later), *prints)


class _Changed(NamedTuple):
    """A path that differs: on each side the id of its contents (None where there are none), and the file."""

    before: str | None
    after: str | None
    old: StoredFile | None
    new: StoredFile | None


class _TooMuchError(Exception):
    """The change reaches so far that the whole is to be read."""


def _changed(repository: Repository, base: Commit, head: Commit | WorkTree) -> dict[str, _Changed]:
    new: dict[str, StoredFile] = {}
    if isinstance(head, WorkTree):
        held = repository.tree(base).fingerprints()
        gone = dict(held)
        for file in head.files():
            sha = gone.pop(file.path, None)
            if file.fault is not None or sha is None or fingerprint(file.data, like=sha) != sha:
                new[file.path] = file
        like = next(iter(held.values()), "")
        prints = {path: (sha, None) for path, sha in gone.items()} | {
            path: (held.get(path), None if file.fault else fingerprint(file.data, like=like))
            for path, file in new.items()
        }
    else:
        prints = repository.differing(base, head)
        new = _files(repository, head, [path for path, (_, sha) in prints.items() if sha])
    old = _files(repository, base, [path for path, (sha, _) in prints.items() if sha])
    return {
        path: _Changed(before, after, old.get(path), new.get(path)) for path, (before, after) in sorted(prints.items())
    }


def _files(repository: Repository, commit: Commit, paths: list[str]) -> dict[str, StoredFile]:
    found = {}
    for at in range(0, len(paths), 1000):
        found.update({file.path: file for file in repository.tree(commit, paths[at : at + 1000]).files()})
    return found


class _Around:
    """Grows what is loaded on both sides until nothing that bears on the change is missing."""

    def __init__(self, repository: Repository, base: Commit, changed: dict[str, _Changed]) -> None:
        self._repository = repository
        self._base = base
        self._changed = changed
        self._sides = (Loader(), Loader())
        self._taken: set[str] = set()
        self._affected: set[str] = set()
        """Recommendations whose standing may differ."""
        self._heirs: set[str] = set()
        """Those of them whose ancestors may."""
        self._looked_for: set[str] = set()

    def grown(self) -> tuple[Register, Register]:
        """Gives both sides.

        Raises:
            _TooMuchError: it would be too much.
            RevisionError: git cannot read it.
        """
        self._take_changed()
        self._begin()
        for _ in range(_MOST_ROUNDS):
            while missing := self._next_to() - self._taken:
                self._take(missing)
            if not self._refer():
                old, new = self._sides
                return old.finish(), new.finish()
        raise _TooMuchError

    def _take_changed(self) -> None:
        if len(self._changed) > _MOST_FILES or any(path in self._changed for path in (ROOT_FILE, *FOLDERS)):
            raise _TooMuchError
        for path, one in self._changed.items():
            for loader, sha, file in zip(self._sides, one[:2], one[2:], strict=True):
                if file is not None:
                    if path.startswith("sources/") and file.fault is not None:
                        raise _TooMuchError  # whose recommendations are these?
                    loader.take(file)
                elif sha is not None:
                    raise _TooMuchError  # its name is no text
        self._taken.update(self._changed)
        self._take([ROOT_FILE])

    def _take(self, paths: Iterable[str]) -> None:
        """Takes files that are the same on both sides."""
        wanted = sorted(set(paths) - self._taken)
        self._taken.update(wanted)
        if len(self._taken) > _MOST_FILES:
            raise _TooMuchError
        if wanted:
            for file in _files(self._repository, self._base, wanted).values():
                for loader in self._sides:
                    loader.take(file)

    def _both(self, name: str) -> Iterator[tuple[str, Any]]:
        for loader in self._sides:
            yield from loader.records[name].items()

    def _pair(self, name: str, id: str) -> tuple[Any, Any]:
        old, new = self._sides
        return old.records[name].get(id), new.records[name].get(id)

    def _begin(self) -> None:
        """Marks what the changed files speak of, and takes the editions where these may differ."""
        sources = {
            path.removesuffix(".yaml").partition("/")[2] for path in self._changed if path.startswith("sources/")
        }
        lists = set(sources)
        linked: set[str] = set()
        if sources:
            self._looked_for |= sources
            self._take(self._mentioning(sorted(sources)))
        come_or_gone = {source for source in sources if None in self._pair("source", source)}
        told = {id for path in self._changed if (id := _id_of(path))}
        told |= {id for id, one in self._both("recommendation") if one.source in come_or_gone}
        self._take(path for id in told for path in (recommendation_path(id), status_path(id)))
        for id in told:
            before, after = self._pair("recommendation", id)
            known = [one for one in (before, after) if one is not None]
            whole = len(known) == 2 and not come_or_gone.intersection(one.source for one in known)
            self._affected.add(id)
            self._affected.update(other for one in self._pair("status", id) for other in _targets(one))
            if not whole or before.source != after.source or before.year != after.year:
                lists.update((id.rpartition("-")[0], *(one.source for one in known)))
            if not whole or before.continues != after.continues:
                parents = {link.id for one in known for link in one.continues or ()}
                self._heirs.add(id)
                self._affected |= parents
                linked.update(other.rpartition("-")[0] for other in (id, *parents))
        for id, status in self._both("status"):
            if any(one.source in sources for update in status.updates for one in update.evidence):
                self._affected.update((id, *_targets(status)))
        if lists:
            self._take_series(self._series(lists))
        if linked:
            self._take_lists(linked)

    def _series(self, sources: set[str]) -> set[str]:
        """Gives the sources of the series and countries that some sources are of."""
        self._take(f"sources/{id}.yaml" for id in sources)
        keys = {(one.series, one.country) for id, one in self._both("source") if id in sources}
        countries = sorted({country for _, country in keys})
        if all(country.isascii() and country.isalnum() for country in countries):
            self._take(self._repository.mentioning(self._base, countries, ["sources"]))
        else:
            self._take(path for *_, path in self._repository.listed(self._base, ["sources"]))
        return {id for id, one in self._both("source") if (one.series, one.country) in keys}

    def _take_series(self, sources: set[str]) -> None:
        folders = [f"{folder}/{id}" for id in sorted(sources) for folder in ("recommendations", "status")]
        if folders:
            self._take(path for *_, path in self._repository.listed(self._base, folders))
        self._affected.update(id for id, one in self._both("recommendation") if one.source in sources)

    def _take_lists(self, linked: set[str]) -> None:
        """Takes, of the series of some sources, one recommendation of each edition, and all of those after the first.

        So it is known which editions have a list, and which lists nobody has read.
        """
        series = self._series(linked)
        editions = {id: one for id, one in self._both("source") if id in series}
        first: dict[tuple[str, str], int] = {}
        for id, one in editions.items():
            if id in linked:
                key = (one.series, one.country)
                first[key] = min(one.year, first.get(key, one.year))
        folders = [f"recommendations/{id}" for id in sorted(series)]
        wanted: list[str] = []
        taken: set[str] = set()
        for *_, path in self._repository.listed(self._base, folders) if folders else ():
            source = path.split("/")[1]
            one = editions[source]
            after = one.year > first.get((one.series, one.country), one.year)
            if after or (source not in taken and path not in self._changed):
                taken.add(source)
                wanted.append(path)
        self._take(wanted)

    def _next_to(self) -> set[str]:
        """Gives the paths of what the records that are loaded belong to, and of the ancestors of heirs."""
        wanted = {path for id in self._affected for path in (recommendation_path(id), status_path(id))}
        wanted.update(f"sources/{one.source}.yaml" for _, one in self._both("recommendation"))
        for id, status in self._both("status"):
            wanted.add(recommendation_path(id))
            wanted.update(f"sources/{one.source}.yaml" for update in status.updates for one in update.evidence)
        line = list(self._heirs)
        known = set(line)
        for id in line:
            for one in self._pair("recommendation", id):
                above = {link.id for link in (one and one.continues) or ()} - known
                known |= above
                line += above
                wanted.update(map(recommendation_path, above))
        return wanted

    def _refer(self) -> bool:
        """Takes what refers to those affected; tells whether there is more to grow by."""
        children: dict[str, list[str]] = {}
        for id, one in self._both("recommendation"):
            for link in one.continues or ():
                if link.confirmed:
                    children.setdefault(link.id, []).append(id)
        line = list(self._heirs)
        for id in line:
            new = set(children.get(id, ())) - self._heirs
            self._heirs |= new
            line += new
        self._affected |= self._heirs
        ids = sorted(self._affected - self._looked_for)
        self._looked_for.update(ids)
        if ids:
            self._take(self._mentioning(ids))
        return bool(ids)

    def _mentioning(self, ids: list[str]) -> set[str]:
        return self._repository.mentioning(self._base, ids, ["recommendations", "status"])


def _id_of(path: str) -> str:
    """Gives the id of the recommendation that a path is of, or of whose status file it is; else nothing."""
    folder, *names = path.removesuffix(".yaml").split("/")
    return "-".join(names) if folder in ("recommendations", "status") and len(names) == 2 else ""


def _targets(status: StatusFile | None) -> set[str]:
    return {other for update in status.updates for other in update.applies_to} if status else set()
