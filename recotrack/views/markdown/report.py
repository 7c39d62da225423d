"""The status report in Markdown.

The same register gives the same bytes: no clock is read, and every list has an order.
"""

from itertools import groupby

from recotrack.analysis.comparison import Comparison, compare_editions, recommendations_of
from recotrack.analysis.lineage import editions_of, graph_of, not_loaded, thread_of
from recotrack.analysis.selection import Query, select
from recotrack.analysis.standing import Entry, Standing
from recotrack.analysis.words import word_changes
from recotrack.model.records import Evidence, Recommendation, Side, Source
from recotrack.model.register import Register
from recotrack.model.terms import Currency, Extent, Flag, Implementation
from recotrack.views.comparing import extract_sentences, missing_sentence, state_label, summary
from recotrack.views.labels import (
    basis_label,
    covers_label,
    currency_label,
    editions_label,
    flag_sentence,
    series_label,
    source_label,
    standing_label,
    when_label,
)
from recotrack.views.markdown.text import changed, escaped, table
from recotrack.views.text import counted, in_words, listed, years

_FLAG_TITLES = {
    Flag.CONTESTED: "Contested: claim and finding contradict each other",
    Flag.CLAIM_AND_FINDING: "Claims beside findings",
    Flag.CLAIMED: "Claimed, without a finding",
    Flag.IMPLEMENTED_BUT_REPEATED: "Implemented, and made again",
    Flag.DROPPED_UNRESOLVED: "No longer made, and unresolved",
    Flag.REGRESSED: "Regressed",
    Flag.REPEATED: "Made again in the same words",
    Flag.UNREAD: "Lineage not read",
}


def report_markdown(register: Register, standings: dict[str, Standing]) -> str:
    """Gives the status report of a register."""
    report = _Report(register, standings)
    report.head()
    report.holdings()
    if not register.recommendations:
        report.say("No recommendation is recorded yet.")
        return "\n".join(report.lines).rstrip("\n") + "\n"
    report.counts()
    report.open_by_age()
    report.last_step()
    report.flags()
    report.all()
    return "\n".join(report.lines).rstrip("\n") + "\n"


class _Report:
    def __init__(self, register: Register, standings: dict[str, Standing]) -> None:
        self.register = register
        self.standings = standings
        self.graph = graph_of(register)
        self.lines: list[str] = []

    def say(self, *lines: str) -> None:
        self.lines += [*lines, ""]

    def head(self) -> None:
        title = self.register.settings.title or "Status of recommendations"
        self.say(f"# {escaped(title)}")
        self.say(
            "Every line below rests on a record of this register: texts and quotes are verbatim from the source named, "
            "and a level of implementation is what the newest recorded finding says, with who says so. "
            "*At publication* marks what the edition that makes a demand says of it itself: it is where the demand "
            "starts from, not progress since. What is not recorded is not known here."
        )

    def holdings(self) -> None:
        self.say("## What this register holds, and what it does not")
        rows = [self._source_row(source) for source in self._sources()]
        if not rows:
            self.say("No source is recorded yet.")
            return
        self.say(table(["Source", "Issuer", "Published", "Covers", "Rating", "Extent", "Recommendations"], rows))
        series = sorted({(source.series, source.country) for source in self.register.sources.values()})
        for one in series:
            newest = max(
                (source for source in self.register.sources.values() if (source.series, source.country) == one),
                key=lambda source: source.year,
            )
            label = escaped(editions_label(self.register, one))
            self.lines.append(f"- {label}; newest loaded: {escaped(source_label(self.register, newest))}.")
        for source in self._sources():
            if source.extent is Extent.EXTRACT:
                name = escaped(source_label(self.register, source))
                self.lines.append(f"- {name} was at hand as an extract: its silence proves nothing.")
            if source.note:
                self.lines.append(f"- {escaped(source_label(self.register, source))}: {escaped(source.note)}")
        silent = sum(not standing.entries for standing in self.standings.values())
        unread = sum(standing.unread for standing in self.standings.values())
        answered = sum(status.response is not None for status in self.register.statuses.values())
        total = len(self.standings)
        self.lines.append(f"- Of {counted(total, 'recommendation')}, {silent} have no recorded update.")
        self.lines.append(
            f"- The government's response is recorded for {answered}, and unknown for {total - answered}."
        )
        if unread:
            self.lines.append(f"- The lineage of {unread} has not been read.")
        self.say()

    def _sources(self) -> list[Source]:
        return sorted(self.register.sources.values(), key=lambda s: (s.series, s.country, s.year))

    def _source_row(self, source: Source) -> list[str]:
        number = len(recommendations_of(self.register, source))
        return [
            escaped(f"{source_label(self.register, source)}: {source.title}"),
            escaped(source.issuer),
            source.published or "unknown",
            str(source.covers or "not stated"),
            escaped(source.rating or "–"),
            source.extent or "not stated",
            str(number) if number else "none",
        ]

    def counts(self) -> None:
        self.say("## Counts of open recommendations")
        open_ones = [standing for standing in self.standings.values() if standing.open]
        rows = []
        for level in Implementation:
            found = [standing for standing in open_ones if standing.implementation is level]
            if not found:
                continue
            baseline = sum(standing.finding is not None and standing.finding.baseline for standing in found)
            arguable = sum(standing.arguable for standing in found)
            claimed = sum(Flag.CLAIMED in standing.flags for standing in found)
            rows.append([in_words(level), *map(str, (len(found), baseline, arguable, claimed))])
        rows.append(
            [
                "all",
                *(str(sum(int(row[column]) for row in rows)) for column in range(1, 5)),
            ]
        )
        self.say(table(["Implementation", "Open", "of these at publication", "arguable", "claimed"], rows))
        self.say("By theme; a recommendation with several themes counts in each.")
        titles = self.register.settings.taxonomies.get("themes", {})
        names = list(titles) or sorted({t for r in self.register.recommendations.values() for t in r.themes})
        levels = [level for level in Implementation if any(s.implementation is level for s in open_ones)]
        rows = []
        for theme in (*names, None):
            own = [s for s in open_ones if self._has(s.id, theme)]
            per_level = [str(sum(s.implementation is level for s in own)) for level in levels]
            if theme is not None or own:
                name = escaped(titles.get(theme, theme)) if theme else "*no theme*"
                rows.append([name, str(len(own)), *per_level])
        self.say(table(["Theme", "Open", *map(in_words, levels)], rows))

    def _has(self, id: str, theme: str | None) -> bool:
        themes = self.register.recommendations[id].themes
        return theme in themes if theme is not None else not themes

    def open_by_age(self) -> None:
        self.say("## Open recommendations by age")
        self.say("Since when a demand is made, by the oldest of its lines, and in how many loaded editions.")
        chosen = [
            (self.standings[id].first_year, (group.series, group.country), id)
            for group in select(self.register, self.standings, Query())
            for id in group.ids
        ]
        for (year, series), members in groupby(sorted(chosen, key=lambda one: one[:2]), key=lambda one: one[:2]):
            ids = [id for _, _, id in members]
            name = escaped(series_label(self.register, *series))
            self.say(f"### Since {year}: {counted(len(ids), 'recommendation')} ({name})")
            self._bullets(ids)

    def _bullets(self, ids: list[str]) -> None:
        lead: str | None = None
        for id in ids:
            recommendation, standing = self.register.recommendations[id], self.standings[id]
            if recommendation.lead_in != lead:
                lead = recommendation.lead_in
                if lead is not None:
                    if self.lines and self.lines[-1]:
                        self.say()
                    self.say(f"*{escaped(lead)}*")
            state = f"made {standing.times_made}×, {standing_label(standing)}"
            begin = "… " if lead is not None else ""
            self.lines.append(f"- {link(id)} ({state}): {begin}{escaped(recommendation.text)}")
            if len({line.since for line in standing.lines}) > 1:
                for line in standing.lines:
                    text = escaped(self.register.recommendations[line.id].text)
                    self.lines.append(f"  - since {line.since}: {text} ({link(line.id)})")
        self.say()

    def last_step(self) -> None:
        for series in sorted({self.register.series_of(r) for r in self.register.recommendations.values()}):
            loaded = editions_of(self.register, series)
            if len(loaded) < 2:
                continue
            earlier, later = (
                next(s for s in self._sources() if (s.series, s.country, s.year) == (*series, year))
                for year in loaded[-2:]
            )
            comparison = compare_editions(self.register, earlier, later)
            names = [source_label(self.register, source) for source in (earlier, later)]
            self.say(f"## What changed from {escaped(names[0])} to {escaped(names[1])}")
            sentences = [missing_sentence(comparison), *extract_sentences(self.register, comparison)]
            self.say(escaped(f"{summary(self.register, comparison)}. {' '.join(sentences)}"))
            self._comparison(comparison)

    def _comparison(self, comparison: Comparison) -> None:
        for change in comparison.changes:
            ids = " + ".join(map(link, change.earlier))
            ids += (" → " if change.earlier and change.later else "") + " + ".join(map(link, change.later))
            leads = dict.fromkeys(self.register.recommendations[id].lead_in for id in change.later or change.earlier)
            lead = "".join(f"*{escaped(one)}* … " for one in leads if one)
            self.lines.append(f"- **{change.kind}** {ids} ({state_label(change)}): {lead}{changed(change.words)}")
        self.say()

    def flags(self) -> None:
        self.say("## What to notice")
        found = False
        for flag, title in _FLAG_TITLES.items():
            ids = [id for id in self._order() if flag in self.standings[id].flags]
            if not ids:
                continue
            found = True
            self.say(f"### {title}: {len(ids)}")
            for id in ids:
                sentence = flag_sentence(self.register, self.standings[id], flag)
                recommendation = self.register.recommendations[id]
                lead = f"*{escaped(recommendation.lead_in)}* … " if recommendation.lead_in else ""
                self.lines.append(f"- {link(id)}: {lead}{escaped(recommendation.text)} — {escaped(sentence)}.")
            self.say()
        if not found:
            self.say("Nothing is flagged.")

    def _order(self) -> list[str]:
        groups = select(self.register, self.standings, Query(all=True))
        return [id for group in groups for id in group.ids]

    def _by_source(self) -> list[str]:
        series = list(dict.fromkeys(self.register.series_of(self.register.recommendations[id]) for id in self._order()))
        sources = sorted(self._sources(), key=lambda source: -source.year)
        return [
            recommendation.id
            for one in series
            for source in sources
            if (source.series, source.country) == one
            for recommendation in recommendations_of(self.register, source)
        ]

    def all(self) -> None:
        self.say("## Every recommendation")
        last = ""
        for id in self._by_source():
            recommendation = self.register.recommendations[id]
            if recommendation.source != last:
                last = recommendation.source
                self.say(f"### {escaped(source_label(self.register, last))}")
            self._recommendation(recommendation, self.standings[id])

    def _recommendation(self, recommendation: Recommendation, standing: Standing) -> None:
        id = recommendation.id
        self.say(f"#### {id}")
        if recommendation.lead_in is not None:
            section = f"{escaped(recommendation.section)}. " if recommendation.section else ""
            self.lines.append(f"> {section}*{escaped(recommendation.lead_in)}*")
            self.say(f"> … {escaped(recommendation.text)}")
        else:
            self.say(f"> {escaped(recommendation.text)}")
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
            relation = in_words(matter.relation)
            title = escaped(matter.title)
            self.lines.append(f"- Claim beside finding, {title} ({relation}): {escaped(matter.summary)}")
            self._side("Claim", matter.claim)
            self._side("Finding", matter.finding)
        self.say()

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
        text = f"- {update.date}: **{level}**, {when} ({who}; {covers_label(update)}{where})"
        self.lines.append(text + (f". {escaped(update.summary)}" if update.summary else ""))
        if update.alternative is not None:
            other = update.alternative
            self.lines.append(f"  - Arguable: {in_words(other.implementation)}. {escaped(other.because)}")
        if update.searched:
            names = ", ".join(source_label(self.register, source) for source in update.searched)
            self.lines.append(f"  - Searched: {escaped(names)}")
        self.lines += [self._passage(evidence) for evidence in update.evidence]

    def _side(self, label: str, side: Side) -> None:
        covers = f"covers {side.covers}" if side.covers else "period not stated"
        self.lines.append(f"  - {label} ({covers}): {escaped(side.summary)}")
        self.lines += ["  " + self._passage(evidence) for evidence in side.evidence]

    def _passage(self, evidence: Evidence) -> str:
        says = in_words(evidence.says) if evidence.says else "outcome"
        where = f"{source_label(self.register, evidence.source)}, {evidence.place}"
        return f"  - {escaped(where)} ({says}): “{escaped(evidence.quote)}”"


def link(id: str) -> str:
    """Gives an id as a link to its section of the report."""
    return f"[{id}](#{id.replace('.', '')})"
