"""One recommendation in the report: its text, standing, thread and updates with evidence."""

from recotrack.analysis.lineage import Graph, not_loaded, thread_of
from recotrack.analysis.standing import Entry, Standing
from recotrack.analysis.words import word_changes
from recotrack.model.records import Evidence, Matter, Recommendation
from recotrack.model.register import Register
from recotrack.model.terms import Currency
from recotrack.views.labels import (
    basis_label,
    covers_label,
    currency_label,
    relation_label,
    source_label,
    standing_label,
    when_label,
)
from recotrack.views.markdown.text import changed, escaped
from recotrack.views.text import counted, in_words, listed, years


def record_lines(register: Register, standings: dict[str, Standing], graph: Graph, id: str) -> list[str]:
    """Gives the section of a recommendation, line by line, with an empty line at its end."""
    record = _Record(register, standings, graph)
    record.recommendation(id)
    return record.lines


def link(id: str) -> str:
    """Gives an id as a link to its section of the report."""
    return f"[{id}](#{id.replace('.', '')})"


def matter_link(matter: Matter) -> str:
    """Gives the title of a matter as a link to where the report tells it."""
    return f"[{escaped(matter.title)}](#matter-{matter.id.replace('.', '')})"


def passage_line(register: Register, evidence: Evidence) -> str:
    """Gives a passage with its source and place."""
    says = f" ({in_words(evidence.says)})" if evidence.says else ""
    where = f"{source_label(register, evidence.source)}, {evidence.place}"
    return f"  - {escaped(where)}{says}: “{escaped(evidence.quote)}”"


class _Record:
    def __init__(self, register: Register, standings: dict[str, Standing], graph: Graph) -> None:
        self.register = register
        self.standings = standings
        self.graph = graph
        self.lines: list[str] = []

    def say(self, *lines: str) -> None:
        self.lines += [*lines, ""]

    def recommendation(self, id: str) -> None:
        recommendation, standing = self.register.recommendations[id], self.standings[id]
        self.say(f"#### {id}")
        self._text(recommendation)
        label = standing_label(standing)
        if standing.finding is not None:
            who = basis_label(self.register, standing.finding, recommendation)
            label += f" ({escaped(who)}, {standing.finding.update.date})"
        self.lines.append(f"- Standing: {'open' if standing.open else 'not open'}; {label}")
        if standing.claim is not None:
            claim = standing.claim.update
            self.lines.append(f"- Claim of the government: {in_words(claim.implementation)} ({claim.date})")
        status = self.register.statuses.get(id)
        if status is not None and status.closed is not None:
            closed = status.closed
            self.lines.append(f"- Closed {closed.date}, {in_words(closed.reason)}: {escaped(closed.summary)}")
        if status is not None and status.response is not None:
            response = status.response
            where = escaped(source_label(self.register, response.source))
            self.lines.append(
                f"- Response: {in_words(response.response)} ({response.date}, {where}): “{escaped(response.quote)}”"
            )
        made = counted(standing.times_made, "loaded edition")
        current = escaped(currency_label(self.register, recommendation, standing))
        self.lines.append(f"- Made in {made}: {years(standing.editions)}; {current}{self._missing(standing)}")
        if standing.related:
            self.lines.append(f"- Related: {', '.join(map(link, standing.related))}")
        if recommendation.rationale:
            self.lines.append(f"- Rationale: {escaped(recommendation.rationale)}")
        self._thread(id)
        if not standing.entries:
            self.lines.append("- Updates: none recorded")
        for entry in standing.entries:
            self._update(entry, recommendation)
        for name in standing.matters:
            matter = self.register.matters[name]
            self.lines.append(f"- Claim beside finding: {matter_link(matter)} ({escaped(relation_label(matter))})")
        self.say()

    def _text(self, recommendation: Recommendation) -> None:
        section = f"{escaped(recommendation.section)}. " if recommendation.section else ""
        if recommendation.lead_in is not None:
            self.lines.append(f"> {section}*{escaped(recommendation.lead_in)}*")
            self.say(f"> … {escaped(recommendation.text)}")
        else:
            self.say(f"> {section}{escaped(recommendation.text)}")

    def _missing(self, standing: Standing) -> str:
        if standing.times_made < 2:
            return ""
        series = self.register.series_of(self.register.recommendations[standing.id])
        missing = not_loaded(self.register, series, standing.editions[0], standing.editions[-1])
        return f"; {years(missing)} not loaded" if missing else ""

    def _thread(self, id: str) -> None:
        thread = thread_of(self.register, self.graph, id)
        if len(thread) == 1:
            return
        if self.standings[id].currency is Currency.CONTINUED:
            newest = [other for other in thread if self.standings[other].currency is not Currency.CONTINUED]
            self.lines.append(f"- Thread: told at {listed(list(map(link, newest)))}")
            return
        self.lines.append("- Thread:")
        for other in thread:
            recommendation = self.register.recommendations[other]
            links = [
                one
                for one in recommendation.continues or ()
                if one.confirmed and one.id in self.register.recommendations
            ]
            kinds = ", ".join(dict.fromkeys(str(one.relation) for one in links))
            via = f" ({kinds} from {', '.join(link(one.id) for one in links)})" if links else ""
            before = " ".join(self.register.recommendations[one.id].text for one in links)
            text = changed(word_changes(before, recommendation.text)) if links else escaped(recommendation.text)
            self.lines.append(f"  - {recommendation.year} {link(other)}{via}: {text}")
            self.lines += [f"    - {link(one.id)}: {escaped(one.rationale)}" for one in links if one.rationale]

    def _update(self, entry: Entry, recommendation: Recommendation) -> None:
        update = entry.update
        who = escaped(basis_label(self.register, entry, recommendation))
        when = when_label(entry)
        where = f", recorded at {link(entry.home)}" if entry.home != recommendation.id else ""
        level = in_words(update.implementation)
        text = f"- {update.date}: **{level}**, {when} ({who}; {covers_label(update.covers)}{where})"
        self.lines.append(text + (f". {escaped(update.summary)}" if update.summary else ""))
        if update.alternative is not None:
            other = update.alternative
            self.lines.append(f"  - Arguable: {in_words(other.implementation)}. {escaped(other.because)}")
        if update.searched:
            names = ", ".join(source_label(self.register, source) for source in update.searched)
            self.lines.append(f"  - Searched: {escaped(names)}")
        self.lines += [passage_line(self.register, evidence) for evidence in update.evidence]
