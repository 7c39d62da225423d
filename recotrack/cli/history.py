"""`recotrack history`."""

from typing import TYPE_CHECKING

import click

from recotrack.cli.app import App, complete_ids, formats

if TYPE_CHECKING:
    from recotrack.analysis.review import Change
    from recotrack.model.register import Register
    from recotrack.store.revisions import Commit, Logged, Repository
    from recotrack.views.history import Step

_MOST_RENAMES = 20


@click.command()
@click.argument("id", shell_complete=complete_ids)
@click.option("--rev", metavar="REV", default="HEAD", show_default=True, help="The commit up to which to look.")
@formats("text", "json")
@click.pass_obj
def command(app: App, id: str, rev: str, form: str) -> None:
    """Show one recommendation through the commits.

    Each commit that changed its record or its status file is told in words, oldest first, also from
    before the files were renamed. Who made it is told as git has it, and left out where
    recotrack.yaml has `hide_contributors: true`.
    """
    from recotrack.store.decode import is_id
    from recotrack.store.revisions import Repository, RevisionError
    from recotrack.views.history import history_json, history_text

    if not is_id(id):
        raise click.UsageError(f"{id!r} is no id of a recommendation.")
    settings = app.loaded(figures=False).settings
    try:
        repository = Repository(app.root())
        steps = _steps(repository, repository.resolve(rev), id)
    except RevisionError as error:
        raise click.UsageError(str(error)) from None
    if not steps:
        raise click.UsageError(f"No commit up to {rev!r} has a recommendation {id!r}.")
    if settings.hide_contributors:
        steps = [step._replace(who=None) for step in steps]
    if form == "json":
        app.put(history_json(id, steps))
    else:
        app.put(history_text(id, steps, width=app.width(), paint=app.paint()))


def _steps(repository: "Repository", head: "Commit", id: str) -> "list[Step]":
    """Gives the commits that changed a recommendation, oldest first, over renames."""
    from recotrack.store.revisions import Commit
    from recotrack.views.history import Step

    steps: list[Step] = []
    commit, current = head, id
    for _ in range(_MOST_RENAMES):
        paths = _paths(current)
        own: list[Step] = []
        earlier: tuple[Commit, str] | None = None
        for logged in repository.log(commit, paths[:2]):
            before_id = current
            if not own and logged.parent is not None and (old := repository.came_from(logged, paths[0])) is not None:
                before_id = _id(old) or current
                earlier = (Commit(logged.parent, logged.parent), before_id)
            changes = _changes(repository, logged, before_id, current)
            own.append(Step(logged.sha, logged.date, logged.author, logged.subject, changes))
        steps = own + steps
        if earlier is None:
            break
        commit, current = earlier
    return [step for step in steps if step.changes]


def _paths(id: str) -> tuple[str, ...]:
    """Gives the files of a recommendation: its record, its status file, its source."""
    source, _, number = id.rpartition("-")
    return (f"recommendations/{source}/{number}.yaml", f"status/{source}/{number}.yaml", f"sources/{source}.yaml")


def _id(path: str) -> str | None:
    parts = path.removesuffix(".yaml").split("/")
    return f"{parts[1]}-{parts[2]}" if len(parts) == 3 and parts[0] == "recommendations" else None


def _changes(repository: "Repository", logged: "Logged", before: str, after: str) -> "tuple[Change, ...]":
    from recotrack.analysis.review import review_records

    wanted = dict.fromkeys((*_paths(before), *_paths(after), "recotrack.yaml"))
    old = _loaded(repository, logged.parent, list(wanted))
    new = _loaded(repository, logged.sha, list(wanted))
    ids = {before, after, *(path for id in (before, after) for path in _paths(id))}
    return tuple(change for change in review_records(old, new) if change.id in ids)


def _loaded(repository: "Repository", sha: str | None, paths: list[str]) -> "Register":
    from recotrack.model.records import Settings
    from recotrack.model.register import Register
    from recotrack.store.load import load
    from recotrack.store.revisions import Commit

    if sha is None:
        return Register(Settings(), {}, {}, {}, {})
    return load(repository.tree(Commit(sha, sha), paths))
