"""The status report in Markdown.

The same register gives the same bytes: no clock is read, and every list has an order.
"""

from itertools import groupby

from recotrack.analysis.comparison import Comparison, compare_editions, recommendations_of
from recotrack.analysis.lineage import editions_of, graph_of
from recotrack.analysis.selection import Query, select
from recotrack.analysis.standing import Standing
from recotrack.model.records import Source
from recotrack.model.register import Register
from recotrack.model.terms import Extent, Flag, Implementation
from recotrack.views.comparing import extract_sentences, missing_sentence, state_label, summary
from recotrack.views.figures import trouble_of
from recotrack.views.labels import (
    editions_label,
    flag_sentence,
    series_label,
    source_label,
    standing_label,
)
from recotrack.views.markdown.matters import matters_lines
from recotrack.views.markdown.record import link, record_lines
from recotrack.views.markdown.text import changed, escaped, table
from recotrack.views.text import counted, in_words

_FLAG_TITLES = {
    Flag.CONTESTED: "Contested: claim and finding contradict each other",
    Flag.CLAIM_AND_FINDING: "Claims beside findings",
    Flag.CLAIMED: "Claimed, without a finding",
    Flag.IMPLEMENTED_BUT_REPEATED: "Implemented, and made again",
    Flag.DROPPED_UNRESOLVED: "No longer made, and unresolved",
    Flag.REGRESSED: "Regressed",
    Flag.REPEATED: "Made again in the same words",
    Flag.UNREAD: "Lineage not read",
    Flag.NO_UPDATE: "Nothing recorded of government action or inaction",
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
    report.lines += matters_lines(register)
    report.flags()
    report.figures()
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

    def figures(self) -> None:
        metrics = list(self.register.metrics.values())
        if not metrics:
            return
        values = sum(len(metric.values) for metric in metrics)
        self.say("## Figures that do not agree, or do not add up")
        self.say(
            f"Of {counted(len(metrics), 'metric')} with {counted(values, 'value')}. No value is preferred to another; "
            "The command *recotrack figures* shows each with its passage."
        )
        for metric in metrics:
            sentences = trouble_of(self.register, metric)
            if sentences:
                self.lines.append(f"- **{escaped(metric.title)}** ({escaped(metric.unit)})")
                self.lines += [f"  - {escaped(sentence)}" for sentence in sentences]
        self.say()

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
            self.lines += record_lines(self.register, self.standings, self.graph, id)
