"""The list in a text: single cases that the corpus does not single out, and laws for any text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recotrack.importing.finding.dividing import at_glue, at_semicolons, own_text
from recotrack.importing.finding.finding import find
from recotrack.importing.finding.joining import Joiner
from recotrack.importing.finding.lines import lines_of
from recotrack.importing.finding.marks import mark_of
from recotrack.importing.finding.wording import is_demand, is_narrative, leads_in
from recotrack.importing.profile import Layout, Profile

DEMANDS = ["Train all judges.", "Fund shelters for men.", "Lift the moratorium on inspections.", "Publish statistics."]
AFTER = "\n\nPROSECUTION\n\nThe government made no progress."


def texts(text: str, profile: Profile | None = None) -> list[str]:
    return [item.text for item in find(text, profile or Profile()).items]


@pytest.mark.parametrize("mark", ["•", "●", "▪", "*", "-", "–", "—", "\uf0b7", "\ufffd"])
def test_every_mark(mark: str) -> None:
    body = "\n".join(f"{mark} {one}" for one in DEMANDS)
    assert texts(f"Prioritized Recommendations:\n{body}{AFTER}") == DEMANDS


@pytest.mark.parametrize("shape", ["{}.", "{})", "({})"])
def test_every_number(shape: str) -> None:
    body = "\n".join(f"{shape.format(number)} {one}" for number, one in enumerate(DEMANDS, 1))
    assert texts(f"RECOMMENDATIONS FOR UTOPIA\n{body}{AFTER}") == DEMANDS
    alone = "\n".join(f"{shape.format(number)}\n{one}" for number, one in enumerate(DEMANDS, 1))
    assert texts(f"RECOMMENDATIONS FOR UTOPIA\n{alone}{AFTER}") == DEMANDS


@pytest.mark.parametrize(
    "heading",
    [
        "PRIORITIZED RECOMMENDATIONS:",
        "Prioritised recommendations",
        "Recommendations for the Government of Utopia",
        "RECOMMENDATIONS FOR THE REPUBLIC OF UTOPIA:",
        "Key Recommendations to the Government:",
        "4. Recommendations",
        "IV. RECOMMENDATIONS",
        "## Recommendations",
        "**Prioritized Recommendations:**",
        "Conclusions and recommendations",
        "Prioritized Recommendations (continued)",
    ],
)
def test_every_heading(heading: str) -> None:
    body = "\n\n".join(DEMANDS)
    found = find(f"UTOPIA: Tier 2\n\nThe Government of Utopia does not.\n\n{heading}\n\n{body}{AFTER}")
    assert [item.text for item in found.items] == DEMANDS
    assert heading.strip("*") in found.because.replace("*", "")


@pytest.mark.parametrize(
    "heading",
    [
        "Status of previous recommendations",
        "Follow-up to recommendations of 2019",
        "The recommendations were discussed.",
    ],
)
def test_what_is_no_heading(heading: str) -> None:
    found = find(f"{heading}\n\n• {DEMANDS[0]} [Implemented]\n• {DEMANDS[1]} [Not implemented]\n\nAfter that it ended.")
    assert found.items == ()


def test_what_is_printed_on_pages_is_told() -> None:
    text = (
        "Prioritized Recommendations\n• Train all judges in\n\n12\n\nUTOPIA\n\nthe capital.\n• Fund shelters.\n" + AFTER
    )
    found = find(text)
    assert [item.text for item in found.items] == ["Train all judges in the capital.", "Fund shelters."]
    assert [one.text for one in found.left_out] == ["12", "UTOPIA"]


def test_the_larger_of_two_lists_is_taken_and_the_other_told() -> None:
    short = "\n".join(f"• {one}" for one in DEMANDS[:2])
    long = "\n".join(f"• {one}" for one in DEMANDS)
    found = find(f"Key recommendations\n{short}\n\nIntroduction\n\nWords of it.\n\nRecommendations\n{long}{AFTER}")
    assert [item.text for item in found.items] == DEMANDS
    assert [one.why for one in found.left_out] == ["another list of 2 stands under this heading"]


def test_characters_that_do_not_show_are_told() -> None:
    found = find("Recommendations\n\u200b• Train all jud\u00adges.\n• Fund shelters.\n")
    assert [item.text for item in found.items] == ["Train all judges.", "Fund shelters."]
    assert any("do not show" in note for note in found.notes)


HEADED = Profile(heading=("Demands",))


@pytest.mark.parametrize(
    ("profile", "body"),
    [
        (HEADED._replace(bullet=("→",)), "Demands\n→ Judges: train them\n→ Shelters: more"),
        (
            HEADED._replace(end=("Thanks",), layout=Layout.LINES),
            "Demands:\nJudges: train them\nShelters: more\nThanks\nto all",
        ),
        (HEADED._replace(layout=Layout.PARAGRAPHS), "Demands\n\nJudges: train\nthem\n\nShelters: more\n"),
        (HEADED._replace(layout=Layout.SEMICOLONS), "Demands: Judges: train them; and Shelters: more"),
        (HEADED._replace(layout=Layout.SENTENCES), "Demands\nJudges: train them. Shelters: more"),
        (HEADED._replace(layout=Layout.MARKS), "Demands\n1. Judges: train them\n2. Shelters: more"),
    ],
)
def test_profiles(profile: Profile, body: str) -> None:
    found = [text.rstrip(".") for text in texts(f"A report.\n\n{body}\n", profile)]
    assert found == ["Judges: train them", "Shelters: more"]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["identi-", "fication of victims"], "identification of victims"),
        (["victim-", "centered care; victim-centered"], "victim-centered care; victim-centered"),
        (["a trauma-", "informed way"], "a trauma-informed way"),
        (["anti-", "trafficking"], "anti-trafficking"),
        (["re-", "traumatization"], "re-traumatization"),
        (["inter-", "views"], "interviews"),
        (["government-", "and NGO-run"], "government- and NGO-run"),
        (["2020–", "2024"], "2020–2024"),
        (["the dam –", "and others"], "the dam – and others"),
        (["article 12-", "1 of it"], "article 12-1 of it"),
    ],
)
def test_words_broken_at_a_line_end(lines: list[str], wanted: str) -> None:
    assert Joiner(lines).joined(lines) == wanted


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("• x", ("bullet", "•")),
        ("-x", None),
        ("- x", ("dash", "-")),
        ("o X", ("dash", "o")),
        ("o x", None),
        ("12. x", ("number", ".")),
        ("2021. Replace", ("number", ".")),
        ("(a) x", ("letter", "()")),
        ("1.5 million", None),
        ("*Emphasis* it", None),
        ("*Train", ("bullet", "*")),
    ],
)
def test_marks(text: str, mark: tuple[str, str] | None) -> None:
    found = mark_of(text)
    if text.startswith("2021"):
        assert found is None, "four digits are a year"
        return
    assert (found and (found.kind, found.sign)) == mark


def test_dividing() -> None:
    assert at_semicolons("a (b; c); “d; e”; and f") == ["a (b; c)", "“d; e”", "f"]
    assert at_glue("Train judges.Fund shelters, e.g.women.Publish it (now).Go on, U.S. aid.") == [
        "Train judges.",
        "Fund shelters, e.g.women.",
        "Publish it (now).",
        "Go on, U.S. aid.",
    ]
    assert own_text("a; b; and") == "a; b"


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("Vigorously investigate.", True),
        ("In cooperation with NGOs, screen migrants.", True),
        ("training labour inspectors", True),
        ("Do not penalize victims.", True),
        ("The government increased efforts.", False),
        ("Police opened 12 cases.", False),
        ("In 2019, courts convicted ten.", False),
        ("Facebook", False),
    ],
)
def test_what_reads_as_a_demand(text: str, demand: bool) -> None:
    assert is_demand(text) is demand


def test_narrative_and_lead_ins() -> None:
    assert is_narrative("The government maintained efforts.")
    assert not is_narrative("The government should report.")
    assert leads_in("Stakeholders are invited to consider:")
    assert not leads_in("The courts convicted:")


_WORDS = (
    *(
        "Recommendations",
        "PRIORITIZED RECOMMENDATIONS:",
        "• ",
        "1. ",
        "(a) ",
        "; ",
        "; and ",
        "\n",
        "\n\n",
        "\f",
        "-\n",
    ),
    *("Train judges.", "fund shelters", "PROSECUTION", "12", "The government did.", "should consider:", "\u00ad", "“"),
    *(")", " * "),
)
_PARTS = st.sampled_from(_WORDS)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(_PARTS, max_size=60).map("".join)))
def test_any_text_is_read(text: str) -> None:
    found = find(text)
    assert found.because
    words = "".join("".join(line.text.split()) for line in lines_of(text).lines)
    for item in found.items:
        assert item.text == " ".join(item.text.split()) != ""
        # Nothing is made up: but for hyphens at line ends, every character stands in the document.
        assert set(item.text.replace(" ", "")) <= set(words)


_UNITS = (
    *(
        "•",
        "• x",
        "; ",
        "(",
        "1. ",
        "a",
        "A ",
        "\n",
        "\f",
        "-\n",
        "Recommendations\n",
        "Recommendations: ",
        "should:\n",
    ),
    *("Train. ", "Train judges.", "12\n", "\n12\n\n", "**", "> ", "[a](http://b)", "x;\n", " * ", "REPORT 12\n"),
    *("\u00ad\n", "• x\n", "Train x\n", "x\n\n", "PROSECUTION\n"),
)


@pytest.mark.slow
@pytest.mark.parametrize("unit", _UNITS)
def test_no_text_takes_long(unit: str) -> None:
    """Twice the text takes about twice the time: measured as a ratio, with room for the machine."""

    def cost(size: int) -> float:
        text = "RECOMMENDATIONS FOR UTOPIA:\n" + unit * (size // len(unit)) + AFTER
        begun = time.process_time()
        find(text)
        return time.process_time() - begun

    small, large = cost(200_000), cost(1_600_000)
    assert large < 30 * max(small, 0.02), f"{small:.2f} s, then {large:.2f} s for eight times as much"
