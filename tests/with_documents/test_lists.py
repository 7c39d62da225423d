"""The lists are complete: texts and separators rebuild each list of a document, character by character.

A list is cut out of its document by the headings around it, never by the records. White space is
levelled where the document breaks a line, and nowhere else.
"""

import re
from collections.abc import Callable, Sequence
from itertools import groupby

import pytest

from recotrack.model.records import Recommendation
from recotrack.model.register import Register
from tests.with_documents.conftest import Text

List = Sequence[Recommendation]


def between(text: str, start: str, end: str | None) -> str:
    """Gives what stands between two headings, each of which is a line that stands once."""
    (first,) = re.finditer(rf"^\s*{start}\s*$", text, re.MULTILINE)
    rest = text[first.end() :]
    if end is None:
        return rest
    (last,) = re.finditer(rf"^\s*{end}\s*$", rest, re.MULTILINE)
    return rest[: last.start()]


def levelled(text: str) -> str:
    """Makes each break of a line a space; none after a hyphen, which in these lists belongs to its word."""
    return re.sub(r"\s*\n\s*", " ", re.sub(r"-\s*\n\s*", "-", text)).strip()


# The lists as the documents have them


def list_of_2018(text: Text) -> str:
    return levelled(between(text("us-tip-2018"), "RECOMMENDATIONS FOR AZERBAIJAN", "PROSECUTION"))


def list_of_2023(text: Text) -> str:
    return between(text("us-tip-2023"), "Prioritized Recommendations", None).strip("\n")


def list_of_2024(text: Text) -> str:
    return between(text("us-tip-2024"), "PRIORITIZED RECOMMENDATIONS:", "PROSECUTION").strip("\n")


def list_of_iom(text: Text) -> str:
    heading = r"3\.1\. Identification and referral"
    return "3.1. Identification and referral " + levelled(
        between(text("iom-2016"), heading, r"C\. Interview tool template")
    )


# The lists as the records rebuild them


def one_sentence(members: List) -> str:
    *others, last = (member.text for member in members)
    return "; ".join(others) + "; and " + last


def paragraphs(members: List) -> str:
    return "\n\n".join(member.text for member in members)


def one_line(members: List) -> str:
    return " * ".join(member.text for member in members)


def sections(members: List) -> str:
    parts = []
    for number, (section, in_section) in enumerate(groupby(members, key=lambda member: member.section), start=1):
        parts.append(f"3.{number}. {section}")
        for lead_in, group in groupby(in_section, key=lambda member: member.lead_in):
            parts += [str(lead_in), bullets(list(group))]
    return " ".join(parts)


def bullets(group: List) -> str:
    """Every bullet ends in a semicolon, the last but one in `; and`, the last and one of five in a full stop."""
    ends = [";"] * (len(group) - 2) + ["; and", ""][-len(group) :]
    return " ".join(
        f"● {member.text}{'' if member.text.endswith('.') else end}" for member, end in zip(group, ends, strict=True)
    )


LISTS: dict[str, tuple[int, Callable[[Text], str], Callable[[List], str]]] = {
    "us-tip-2018": (9, list_of_2018, one_sentence),
    "us-tip-2023": (11, list_of_2023, paragraphs),
    "us-tip-2024": (13, list_of_2024, one_line),
    "iom-2016": (66, list_of_iom, sections),
}


def members_of(register: Register, source: str) -> list[Recommendation]:
    found = [member for member in register.recommendations.values() if member.source == source]
    return sorted(found, key=lambda member: member.number)


@pytest.mark.parametrize("source", LISTS)
def test_list_is_rebuilt(text: Text, register: Register, source: str) -> None:
    count, cut, rebuilt = LISTS[source]
    members = members_of(register, source)
    assert len(members) == count
    assert rebuilt(members) == cut(text)


def test_iom_list_has_as_many_bullets_and_lead_ins(text: Text, register: Register) -> None:
    """Counted in the document alone: every group begins with a paragraph that ends in a colon."""
    cut = between(text("iom-2016"), r"3\.1\. Identification and referral", r"C\. Interview tool template")
    assert cut.count("●") == 66
    leads = [part for part in re.split(r"\n\s*\n|●", cut) if part.rstrip().endswith(":")]
    assert len(leads) == 21
    assert len({(member.section, member.lead_in) for member in members_of(register, "iom-2016")}) == 21


@pytest.mark.parametrize("source", LISTS)
def test_a_changed_character_is_noticed(text: Text, register: Register, source: str) -> None:
    _, cut, rebuilt = LISTS[source]
    members, whole = members_of(register, source), cut(text)
    for index, member in enumerate(members):
        middle = len(member.text) // 2
        for altered in (
            member.text[1:],
            member.text[:-1],
            member.text + ".",
            member.text.swapcase(),
            member.text[:middle] + " " + member.text[middle:],
            member.text.replace("’", "'") if "’" in member.text else member.text + "’",
        ):
            others = [*members[:index], member._replace(text=altered), *members[index + 1 :]]
            assert rebuilt(others) != whole, altered


@pytest.mark.parametrize("source", LISTS)
def test_a_missing_double_or_moved_one_is_noticed(text: Text, register: Register, source: str) -> None:
    _, cut, rebuilt = LISTS[source]
    members, whole = members_of(register, source), cut(text)
    for index in range(1, len(members)):
        assert rebuilt([*members[:index], *members[index + 1 :]]) != whole
        assert rebuilt([*members[:index], members[index], *members[index:]]) != whole
        assert rebuilt([*members[: index - 1], members[index], members[index - 1], *members[index + 1 :]]) != whole


def test_a_changed_lead_in_or_section_is_noticed(text: Text, register: Register) -> None:
    members, whole = members_of(register, "iom-2016"), list_of_iom(text)
    for name in ("lead_in", "section"):
        for words in dict.fromkeys(getattr(member, name) for member in members):
            altered = [
                member._replace(**{name: words[:-1]}) if getattr(member, name) == words else member
                for member in members
            ]
            assert sections(altered) != whole, words
