"""`show`: one recommendation with all that is known of it."""

from recotrack.analysis.lineage import graph_of, successors_of, thread_of
from recotrack.analysis.signals import signals_of_step
from recotrack.analysis.standing import Entry, Standing
from recotrack.analysis.words import word_changes
from recotrack.model.records import Evidence, Matter, Recommendation, Side
from recotrack.model.register import Register
from recotrack.views.comparing import SIGNALS, signal_sentence
from recotrack.views.labels import (
    basis_label,
    covers_label,
    currency_label,
    editions_label,
    flag_sentence,
    relation_label,
    side_basis,
    side_labels,
    source_label,
    standing_label,
    when_label,
)
from recotrack.views.paint import Paint
from recotrack.views.terminal.words import marked_lines
from recotrack.views.text import counted, in_words, shortened, visible, wrapped, years


def show_text(register: Register, standings: dict[str, Standing], id: str, *, width: int, paint: Paint) -> str:
    """Gives the text of a recommendation, its standing, its thread over the years and its updates."""
    page = _Page(register, standings, max(width, 40), paint)
    page.head(id)
    page.facts(id)
    page.thread(id)
    page.refused(id)
    page.related(id)
    page.updates(id)
    page.matters(id)
    return "\n".join(page.lines) + "\n"


class _Page:
    def __init__(self, register: Register, standings: dict[str, Standing], width: int, paint: Paint) -> None:
        self.register = register
        self.standings = standings
        self.graph = graph_of(register)
        self.width = width
        self.paint = paint
        self.lines: list[str] = []

    def say(self, text: str, indent: str = "", rest: str | None = None) -> None:
        self.lines += wrapped(visible(text), self.width, first=indent, rest=indent if rest is None else rest)

    def title(self, text: str) -> None:
        self.lines += ["", *(self.paint.bold(line) for line in wrapped(text, self.width))]

    def fact(self, name: str, text: str) -> None:
        self.lines += wrapped(visible(text), self.width, first=f"{name:<12}", rest=" " * 12)

    def head(self, id: str) -> None:
        recommendation = self.register.recommendations[id]
        source = self.register.source_of(recommendation)
        self.lines.append(self.paint.bold(id))
        published = f", published {source.published}" if source.published else ", date of publication unknown"
        extract = "; extract" if source.extent == "extract" else ""
        self.say(f"{source.title}, recommendation {recommendation.number} ({source.issuer}{published}{extract})")
        self.lines.append("")
        if recommendation.section:
            self.say(f"{recommendation.section}", "  ")
        if recommendation.lead_in:
            self.say(recommendation.lead_in, "  ")
        begin = "… " if recommendation.lead_in else ""
        self.say(begin + recommendation.text, "  ")
        self.lines.append("")

    def facts(self, id: str) -> None:
        recommendation, standing = self.register.recommendations[id], self.standings[id]
        label = standing_label(standing)
        if standing.finding is not None:
            who = basis_label(self.register, standing.finding, recommendation)
            label += f" ({who}, {standing.finding.update.date})"
        self.fact("Standing", f"{'open' if standing.open else 'not open'}; {label}")
        for successor in successors_of(self.graph, id):
            other = self.standings[successor]
            state = "open" if other.open else "not open"
            self.fact("Judged at", f"{successor} ({state}; {standing_label(other)})")
        if standing.claim is not None:
            claim = standing.claim.update
            self.fact("Claim", f"{in_words(claim.implementation)}, says the government ({claim.date})")
        if standing.closed:
            closing = self.register.statuses[id].closed
            assert closing is not None
            self.fact("Closed", f"{closing.date}, {in_words(closing.reason)}: {closing.summary}")
        made = counted(standing.times_made, "loaded edition")
        self.fact(
            "Made", f"in {made}: {years(standing.editions)}; {currency_label(self.register, recommendation, standing)}"
        )
        waiting = [link.id for link in recommendation.continues or () if not link.confirmed]
        if waiting:
            told = f"{counted(len(waiting), 'proposed link')} waiting for a decision, not counted: {', '.join(waiting)}"
            self.fact("Proposed", f"{told} (recotrack link {id})")
        self.fact("Editions", editions_label(self.register, self.register.series_of(recommendation)))
        status = self.register.statuses.get(id)
        if status is not None and status.response is not None:
            response = status.response
            where = source_label(self.register, response.source)
            self.fact("Response", f'{in_words(response.response)} ({response.date}, {where}): "{response.quote}"')
        else:
            self.fact("Response", "unknown")
        for name, words in (
            ("Themes", recommendation.themes),
            ("Mentions", recommendation.mentions),
            ("Addressees", recommendation.addressees),
            ("Made by", recommendation.made_by),
        ):
            if words:
                self.fact(name, ", ".join(words))
        for flag in standing.flags:
            self.fact("Flag", f"{flag}: {flag_sentence(self.register, standing, flag)}")
        if recommendation.rationale:
            self.fact("Rationale", recommendation.rationale)

    def thread(self, id: str) -> None:
        standing = self.standings[id]
        if len({line.since for line in standing.lines}) > 1:
            self.title("Lines")
            for line in standing.lines:
                text = shortened(visible(self.register.recommendations[line.id].text), max(self.width, 60))
                self.say(f"since {line.since}: {text} ({line.id})", "  ", "    ")
        thread = thread_of(self.register, self.graph, id)
        if len(thread) == 1 and not self.register.recommendations[id].continues:
            self.title("Thread")
            self.say(self._alone(standing), "  ")
            return
        self.title("Thread, with the words that changed")
        for other in thread:
            self._member(other, here=other == id)
        if any(signals_of_step(self.register, other) for other in thread):
            self.say(SIGNALS, "  ")

    def _alone(self, standing: Standing) -> str:
        recommendation = self.register.recommendations[standing.id]
        if standing.unread:
            return "Lineage has not been read."
        if recommendation.continues is None:
            return "No earlier edition is loaded, and no later one continues it."
        return "It continues no recommendation of a loaded edition, and none continues it."

    def _member(self, id: str, *, here: bool) -> None:
        recommendation = self.register.recommendations[id]
        links = [link for link in recommendation.continues or () if link.id in self.register.recommendations]
        confirmed = [link for link in links if link.confirmed]
        kinds = ", ".join(dict.fromkeys(str(link.relation) for link in confirmed))
        text = f"{recommendation.year}  {id}"
        text += f"  {kinds} from {', '.join(link.id for link in confirmed)}" if confirmed else ""
        self.lines += ["  " + (self.paint.bold(line) if here else line) for line in wrapped(text, self.width - 2)]
        before = " ".join(self.register.recommendations[link.id].text for link in confirmed)
        if confirmed:
            changes = word_changes(before, recommendation.text)
            self.lines += marked_lines(changes, self.width, self.paint, "        ")
        else:
            self.say(recommendation.text, "        ")
        for signal in signals_of_step(self.register, id):
            self.lines += [
                self.paint.yellow(line)
                for line in wrapped(signal_sentence(signal), self.width, first=" " * 8, rest=" " * 10)
            ]
        for link in links:
            if link.rationale:
                state = "" if link.confirmed else "proposed, not confirmed: "
                name = f"{link.id}: " if len(links) > 1 else ""
                self.lines += [
                    self.paint.dim(line)
                    for line in wrapped(
                        visible(f"({state}{name}{link.rationale})"), self.width, first=" " * 8, rest=" " * 9
                    )
                ]

    def refused(self, id: str) -> None:
        refused = self.register.recommendations[id].refused
        if not refused:
            return
        self.title("Read against, and found to be another demand")
        for one in refused:
            self.say(one.id + (f": {one.rationale}" if one.rationale else ""), "  ", "    ")

    def related(self, id: str) -> None:
        if not self.standings[id].related:
            return
        self.title("Related: asks the same or overlaps, without being continued")
        for other in self.standings[id].related:
            recommendation = self.register.recommendations[other]
            self.lines.append(f"  {other}")
            if recommendation.lead_in:
                self.say(recommendation.lead_in, "        ")
                self.say("… " + recommendation.text, "        ")
            else:
                self.say(recommendation.text, "        ")

    def updates(self, id: str) -> None:
        self.title("Updates")
        entries = self.standings[id].entries
        if not entries:
            self.say("None recorded: what the government did about it is not known here.", "  ")
        for entry in entries:
            self._update(entry, self.register.recommendations[id])

    def _update(self, entry: Entry, recommendation: Recommendation) -> None:
        update = entry.update
        who = basis_label(self.register, entry, recommendation)
        level = in_words(update.implementation)
        text = f"{update.date}  {level}, {when_label(entry)} ({who}; {covers_label(update.covers)})"
        self.lines += wrapped(visible(text), self.width, first="  ", rest="    ")
        if update.summary:
            self.say(update.summary, "    ")
        if update.alternative:
            other = update.alternative
            self.say(f"Arguable: {in_words(other.implementation)}. {other.because}", "    ")
        if update.searched:
            names = ", ".join(source_label(self.register, source) for source in update.searched)
            self.say(f"Searched: {names}", "    ")
        for evidence in update.evidence:
            self._evidence(evidence)
        if entry.home != recommendation.id:
            self.say(f"(recorded at {entry.home})", "    ")

    def _evidence(self, evidence: Evidence) -> None:
        says = f" [{in_words(evidence.says)}]" if evidence.says else ""
        where = f"{source_label(self.register, evidence.source)}, {evidence.place}"
        self.say(f'{where}{says}: "{evidence.quote}"', "    - ", "      ")

    def matters(self, id: str) -> None:
        for name in self.standings[id].matters:
            matter: Matter = self.register.matters[name]
            self.title(f"Claim beside finding: {visible(matter.title)}")
            for label, side in side_labels(matter):
                self._side(label, side)
            self.say(f"{relation_label(matter)}. {matter.summary}", "  ", "    ")

    def _side(self, label: str, side: Side) -> None:
        who = side_basis(self.register, side)
        self.say(f"{label} ({who}; {covers_label(side.covers)}): {side.summary}", "  ", "    ")
        for evidence in side.evidence:
            self._evidence(evidence)
