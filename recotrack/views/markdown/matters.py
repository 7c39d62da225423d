"""The report's section on claims and findings: both sides, each in its own words."""

from recotrack.model.records import Matter
from recotrack.model.register import Register
from recotrack.views.labels import covers_label, relation_label, side_basis, side_labels
from recotrack.views.markdown.record import link, passage_line
from recotrack.views.markdown.text import escaped
from recotrack.views.text import counted

_ABOUT = (
    "Each matter sets what the government says of its own action beside what another body says on the same subject, "
    "both in their own words. Where both can be true, it is said."
)


def matters_lines(register: Register) -> list[str]:
    """Gives the section line by line; nothing where there is no matter."""
    if not register.matters:
        return []
    lines = ["## Claims and findings", "", f"{_ABOUT} {counted(len(register.matters), 'matter')}.", ""]
    for matter in register.matters.values():
        lines += _matter(register, matter)
    return lines


def _matter(register: Register, matter: Matter) -> list[str]:
    # The id stands in the heading, so that a link to it holds whatever else the page has.
    lines = [f"### Matter {matter.id}", "", f"**{escaped(matter.title)}**", ""]
    for label, side in side_labels(matter):
        who = f"{escaped(side_basis(register, side))}; {covers_label(side.covers)}"
        lines.append(f"- {label} ({who}): {escaped(side.summary)}")
        lines += [passage_line(register, evidence) for evidence in side.evidence]
    lines.append(f"- {escaped(relation_label(matter))}. {escaped(matter.summary)}")
    known = [id for id in matter.recommendations if id in register.recommendations]
    return [*lines, f"- Concerns: {', '.join(map(link, known)) or 'no recommendation that is loaded'}", ""]
