"""Decisions on links, written one by one."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import click

from recotrack.cli.app import App

if TYPE_CHECKING:
    from recotrack.analysis.linking import Candidate, Changed
    from recotrack.model.records import Recommendation
    from recotrack.model.register import Register

_CHOICES = {
    "a": "accept",
    "n": "accept as narrowed",
    "b": "accept as broadened",
    "r": "refuse, and remember it",
    "s": "skip",
    "q": "quit",
}


class Desk:
    """Where decisions are taken: each is checked against the rules, written, and told.

    `register` is as it is after what was decided so far.
    """

    def __init__(self, app: App, register: "Register", *, dry_run: bool) -> None:
        self.app = app
        self.register = register
        self.dry_run = dry_run
        self.written = 0
        self._asked = 0

    def confirm(self, candidate: "Candidate", rationale: str | None, waiting: "Sequence[Candidate]") -> None:
        """Confirms a link; what else waits for the same recommendation is recorded unconfirmed.

        Raises:
            click.ClickException: a rule forbids it, or the record cannot be changed.
        """
        from recotrack.analysis.linking import confirm

        self._write(confirm(self.register, candidate, _single_spaced(rationale), waiting))

    def reject(self, candidate: "Candidate", rationale: str | None) -> None:
        """Refuses a link; raises as `confirm` does."""
        from recotrack.analysis.linking import reject

        self._write(reject(self.register, candidate, _single_spaced(rationale)))

    def accept(self, plain: "Sequence[Candidate]", everything: "Sequence[Candidate]") -> None:
        """Confirms the links given, without a question, and tells what is left."""
        from recotrack.model.terms import Relation

        taken = {(one.earlier, one.later) for one in plain}
        left = [one for one in everything if (one.earlier, one.later) not in taken]
        for candidate in plain:
            waiting = [one for one in left if one.later == candidate.later]
            assert candidate.score is not None
            why = (
                "Same words."
                if candidate.relation is Relation.REPEATED
                else (f"Accepted by its matching score of {candidate.score:.2f}, not read against the text.")
            )
            self.confirm(candidate, why, waiting)
        click.echo(f"{len(plain)} confirmed, {len(left)} left to decide: `recotrack link`", err=True)

    def walk(self, lineage: "Sequence[Candidate]", related: "Sequence[Candidate]", *, ask_the_rest: bool) -> None:
        """Asks about each proposal in turn; what was decided is written at once."""
        if not lineage and not related:
            click.echo("No link waits for a decision.", err=True)
        try:
            skipped = self._walk(lineage, "")
            if ask_the_rest:
                self._rest(skipped)
            if related:
                click.echo("\nBetween series: these may be related; nothing is continued by it.", err=True)
            self._walk(related, "related ")
        except _QuitError:
            pass
        left = len(lineage) + len(related) - self._asked
        click.echo(f"{self.written} decided" + (f", {left} not asked about yet" if left else ""), err=True)

    def _walk(self, candidates: "Sequence[Candidate]", kind: str) -> set[str]:
        """Asks about each; gives the later recommendations of those that were skipped."""
        skipped = set()
        for place, candidate in enumerate(candidates):
            self._show(candidate, f"[{kind}{place + 1} of {len(candidates)}]")
            self._asked += 1
            waiting = [one for one in candidates[place + 1 :] if one.later == candidate.later]
            while (decided := self._decided(candidate, waiting)) is None:
                pass
            if not decided:
                skipped.add(candidate.later)
        return skipped

    def _decided(self, candidate: "Candidate", waiting: "Sequence[Candidate]") -> bool | None:
        """Asks about one; tells whether it was decided, and gives None where that failed and is to be asked again."""
        from recotrack.model.terms import Relation

        choices = [key for key in _CHOICES if candidate.relation is not None or key not in "nb"]
        question = ", ".join(f"{key} {_CHOICES[key]}" for key in choices)
        answer = str(click.prompt(question, type=click.Choice(choices), show_choices=False, default="s", err=True))
        if answer == "q":
            raise _QuitError
        if answer == "s":
            return False
        rationale = None
        if candidate.relation is not None or answer == "r":  # Being related is written without a reason.
            why = click.prompt("Why (empty: no rationale)", default="", show_default=False, err=True)
            rationale = str(why) or None
        relation = {"n": Relation.NARROWED, "b": Relation.BROADENED}.get(answer, candidate.relation)
        try:
            if answer == "r":
                self.reject(candidate, rationale)
            else:
                self.confirm(candidate._replace(relation=relation), rationale, waiting)
        except click.ClickException as error:
            error.show()
            return None
        return True

    def _rest(self, skipped: "Collection[str]") -> None:
        """Asks of those without a proposal whether they continue none: matching may have missed what a reader sees."""
        from recotrack.analysis.linking import continues_none
        from recotrack.analysis.standing import standings_of
        from recotrack.views.text import visible

        unread = [id for id, standing in standings_of(self.register).items() if standing.unread]
        unread = [id for id in unread if self.register.recommendations[id].continues is None and id not in skipped]
        for id in unread:
            click.echo(err=True)
            click.echo(visible(f"{id}: {self.register.recommendations[id].text}"), err=True)
            question = "No link is left to decide. Record that somebody looked and it continues none? (y, n, q)"
            answer = click.prompt(
                question, type=click.Choice(["y", "n", "q"]), show_choices=False, default="n", err=True
            )
            if answer == "q":
                raise _QuitError
            if answer == "y":
                self._write(continues_none(self.register, id))

    def _show(self, candidate: "Candidate", head: str) -> None:
        from recotrack.views.paint import Paint
        from recotrack.views.terminal.linking import candidate_lines

        paint = Paint(self.app.paint().on)
        lines = candidate_lines(self.register, candidate, self.app.width(), paint)
        click.echo("\n" + "\n".join([head, *lines]), err=True, color=paint.on)

    def _write(self, changed: "Changed") -> None:
        from recotrack.analysis.linking import with_changes

        after = with_changes(self.register, changed)
        self.app.refuse_new_faults(self.register, after)
        for id, record in changed.items():
            self._write_one(self.register.recommendations[id].origin.path, record)
        self.register = after
        self.written += 1

    def _write_one(self, path: str, wanted: "Recommendation") -> None:
        from recotrack.store.editing.lineage import write_lineage
        from recotrack.store.editing.updates import EditError
        from recotrack.store.writing import edit_file

        file = self.app.root() / path

        def change(before: bytes | None) -> bytes:
            if before is None:
                raise EditError("the file is gone")
            return write_lineage(before, path, wanted)

        try:
            if self.dry_run:
                from recotrack.views.terminal.updating import diff_text

                before = file.read_bytes()
                self.app.put(diff_text(before, change(before), path, self.app.paint()))
                return
            edit_file(file, change, root=self.app.root())
        except EditError as error:
            self.app.tell_faults(error.found)
            raise click.ClickException(f"{path}: {error}. Nothing was written to it.") from None
        links = ", ".join(f"{link.id} ({link.relation})" for link in wanted.continues or () if link.confirmed)
        click.echo(f"wrote {path}" + (f": {wanted.id} continues {links}" if links else ""), err=True)


class _QuitError(Exception):
    """The walk was ended."""


def _single_spaced(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text is not None else None
