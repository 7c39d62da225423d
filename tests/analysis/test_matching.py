"""Matching: what survives a rewording, what is another demand, and the laws of comparing."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recotrack.analysis.matching.abbreviations import expansions, written_out
from recotrack.analysis.matching.demands import meanings
from recotrack.analysis.matching.issues import issues_of, shared
from recotrack.analysis.matching.language import concepts, levelled_text, stem_of, stemmed, topics_in
from recotrack.analysis.matching.match import match
from recotrack.analysis.matching.treaties import treaties_in

CRPD = {"treatycrpd", "treatyopcrpd"}

EDITION = [
    "Vigorously investigate and prosecute trafficking crimes and convict traffickers.",
    "Increase the number of labor inspectors.",
    "Train judges on restitution in criminal cases.",
    "Implement standard operating procedures for screening migrants, asylum-seekers, and children begging.",
    "Allocate adequate funding to shelters run by non-governmental organizations.",
    "Lift the moratorium on scheduled and unannounced inspections.",
    "Strengthen the capacity of the Labor Inspectorate to identify and refer victims of forced labor.",
    "Adopt a national action plan with the Ministry of Social Affairs.",
]


def pairs(earlier: list[str], later: list[str]) -> set[tuple[int, int]]:
    return {(one.earlier, one.later) for one in match(earlier, later)}


def test_an_edition_against_itself_is_all_repeated() -> None:
    found = match(EDITION, EDITION)
    assert {(one.earlier, one.later) for one in found if one.score == 1.0} == {(i, i) for i in range(len(EDITION))}
    assert pairs(EDITION, EDITION) == {(i, i) for i in range(len(EDITION))}


@pytest.mark.parametrize(
    ("place", "later"),
    [
        (0, "Vigorously investigate and prosecute trafficking offences and seek adequate penalties for traffickers."),
        (1, "Significantly increase the number of labour inspectors nationwide."),
        (2, "Training judges on restitution in criminal trafficking cases;"),
        (3, "Implement SOPs to screen for victims among migrants, asylum seekers, children begging, and refugees."),
        (4, "Increase funding for NGO-run shelters."),
        (5, "lift the moratorium on unannounced labor inspections"),
        (6, "Build the capacity of the labour inspectorate to identify and refer forced labour victims."),
        (7, "Adopt the NAP drafted with the MSA."),
    ],
)
def test_a_rewording_is_found(place: int, later: str) -> None:
    others = ["Ratify the 2000 UN TIP Protocol.", "Provide interpreters at border crossings."]
    assert pairs(EDITION, [*others, later]) == {(place, 2)}


@pytest.mark.parametrize(
    "later",
    [
        "Publish the fees that recruitment agencies charge.",
        "Increase efforts to raise awareness among tourists.",
        "Train diplomats on the rights of domestic staff.",
        "Amend the penal code to criminalize the purchase of organs.",
    ],
)
def test_a_shared_opening_or_subject_is_no_link(later: str) -> None:
    assert pairs(EDITION, [later]) == set()


def test_the_number_of_inspectors_is_not_their_training() -> None:
    later = ["Require victim identification training for labor inspectors.", "Increase the number of labor inspectors."]
    assert {place for place in pairs(EDITION, later) if place[0] == 1} == {(1, 1)}


def test_a_merge_keeps_both_parents_and_a_split_both_children() -> None:
    merged = (
        "Lift the moratorium on scheduled and unannounced inspections and strengthen the capacity of the Labor "
        "Inspectorate to identify and refer victims of forced labor."
    )
    assert pairs(EDITION, [merged]) == {(5, 0), (6, 0)}
    assert pairs([merged], EDITION) == {(0, 5), (0, 6)}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(EDITION), unique=True), st.lists(st.sampled_from(EDITION), unique=True), st.integers())
def test_swapping_mirrors_and_shuffling_changes_nothing(one: list[str], other: list[str], seed: int) -> None:
    found = match(one, other)
    swapped = {(link.later, link.earlier, link.score) for link in match(other, one)}
    assert {(link.earlier, link.later, link.score) for link in found} == swapped
    places = list(range(len(other)))
    Random(seed).shuffle(places)
    shuffled = match(one, [other[place] for place in places])
    assert {(link.earlier, places[link.later], link.score) for link in shuffled} == {
        (link.earlier, link.later, link.score) for link in found
    }


@pytest.mark.parametrize(("earlier", "later"), [([], []), (EDITION, []), ([], EDITION), (["", "…"], ["", "…"])])
def test_nothing_matches_nothing(earlier: list[str], later: list[str]) -> None:
    assert match(earlier, later) == ()


def test_a_proposal_tells_the_words_that_carry_it() -> None:
    (one,) = match(EDITION[5:6], ["lift the moratorium on unannounced labor inspections"])
    assert {"moratorium", "unannounc"} <= set(one.words)


def test_abbreviations_are_written_out() -> None:
    texts = ["Ask the Ministry of Internal Affairs (MIA) to act.", "Allow victims to enter MIA-run shelters."]
    known = expansions(texts)
    assert known == {"MIA": "Ministry of Internal Affairs"}
    assert written_out(texts[1], known) == "Allow victims to enter Ministry of Internal Affairs-run shelters."


def test_an_abbreviation_of_the_field_is_not_guessed() -> None:
    texts = ["Ratify the CED.", "Report to the committee on enforced disappearances."]
    assert expansions(texts) == {}


def test_an_abbreviation_that_nobody_defines_is_found_by_its_letters() -> None:
    texts = [
        "Fund the office of the national anti-slavery coordinator.",
        "Ask the VAC.",
        "Open a victim assistance center.",
    ]
    assert expansions(texts)["VAC"] == "victim assistance center"
    assert expansions(["Ask the VAC.", "Open a victim assistance center.", "Use the vehicle access code."]) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("labour", "labor"),
        ("organisation", "organizations"),
        ("identify", "identification"),
        ("offences", "offense"),
        ("centres", "center"),
        ("ratify", "ratification"),
        ("inspectors", "inspections"),
    ],
)
def test_forms_of_a_word(one: str, other: str) -> None:
    assert stem_of(one) == stem_of(other) != ""


@pytest.mark.parametrize(
    ("text", "treaties"),
    [
        ("Ratify CEDAW and its Optional Protocol", {"treatycedaw", "treatyopcedaw"}),
        ("Accede to the Optional Protocol to the Convention against Torture", {"treatyopcat"}),
        ("Sign and ratify OP-CAT", {"treatyopcat"}),
        ("Ratify the Optional Protocol to the CRC on a communications procedure", {"treatyopcrccommunications"}),
        ("Ratify the Second Optional Protocol to ICCPR", {"treatyopiccprsecond"}),
        ("Accede to CEDAW without reservations", {"treatycedaw"}),
        ("Withdraw its reservations to CEDAW", {"reservation treatycedaw"}),
        ("Ratify the two international covenants", {"treatyiccpr", "treatyicescr"}),
        ("Ratify the core human rights treaties, such as CAT", {"core", "treatycat"}),
        ("Ratify the core international human rights treaties", {"core"}),
        ("Implement the Convention on the Rights of the Child", set()),
        ("Ratify the Convention on the Rights of Persons with Disabilities and the Optional Protocol thereto", CRPD),
        ("Adhere to the Convention on the Protection of the Rights of All Migrants Workers", {"treatyicrmw"}),
        ("Ratify the Kampala amendments to the Rome Statute", {"treatykampala"}),
        ("Ratify the Rome Statute and its Kampala amendments", {"treatyrome", "treatykampala"}),
        ("Ratify ILO Convention No. 189 on domestic workers", {"treatyilodomesticwork"}),
        ("Ratify CAT and adopt a law in accordance with CEDAW", {"treatycat"}),
    ],
)
def test_treaties(text: str, treaties: set[str]) -> None:
    assert treaties_in(levelled_text(text)) == treaties


def test_access_is_not_accession_and_a_penalty_not_its_opposite() -> None:
    earlier = ["Ensure that detainees have access to a lawyer.", "Punish officials complicit in trafficking."]
    later = [
        "Accede to the Convention on the Rights of Persons with Disabilities.",
        "Refrain from punishing victims for offenses that traffickers made them commit.",
    ]
    assert pairs(earlier, later) == set()


def test_a_repeated_demand_is_not_merged_with_one_that_adds_no_clause() -> None:
    earlier = [EDITION[6], "Strengthen the Labor Inspectorate.", *EDITION[:3]]
    assert pairs(earlier, EDITION) == {(0, 6), (2, 0), (3, 1), (4, 2)}


def test_a_small_list_beside_one_in_which_demands_recur_is_read_as_such() -> None:
    earlier = ["Ratify the Convention against Torture.", "Combat violence against women."]
    wishes = ["Ratify CAT", "Sign and ratify the Convention against Torture", "Accede to CAT as soon as possible"]
    later = [*wishes, "Ratify CAT and its Optional Protocol", "Consider ratifying CAT", *EDITION]
    assert {place for place in pairs(earlier, later) if place[0] == 0} == {(0, j) for j in range(5)}
    assert not {j for _, j in pairs(earlier, later)} - set(range(5))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Recommended that limits be set for detention.", "limits be set for detention."),
        ("While commending the steps taken, recommended to Utopia to train judges.", "utopia to train judges."),
        ("The NPM recommends that prisoners be seen by a doctor.", "prisoners be seen by a doctor."),
        ("GRETA urges the Utopian authorities to train all judges.", "train all judges."),
        ("In keeping with its commitments, train more judges.", "train more judges."),
        (
            "Follow up on the recommendations of the Committee against Torture to train judges well.",
            "train judges well.",
        ),
    ],
)
def test_who_recommends_is_left_out(text: str, level: str) -> None:
    assert levelled_text(text).strip() == level


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("minority", "minors"),
        ("informal", "inform"),
        ("criminal", "criminalize"),
        ("employer", "employment"),
        ("authorities", "authorized"),
        ("access", "accede"),
        ("investigators", "investigate"),
    ],
)
def test_words_of_another_meaning_stay_apart(one: str, other: str) -> None:
    assert concepts().get(stem_of(one), stem_of(one)) != concepts().get(stem_of(other), stem_of(other))


def test_topics_are_named_by_words_or_by_words_together() -> None:
    violence, women = (topics_in([stem_of(word)]) for word in ("violence", "women"))
    assert violence == frozenset()
    assert topics_in([stem_of("violence"), stem_of("women")]) > women != frozenset()


def test_meanings_are_of_one_length() -> None:
    assert len({len(numbers) for numbers in meanings().all().values()}) == 1
    assert all(any(numbers) for numbers in meanings().all().values())


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Establish a national institution on human rights", "establish a nhri"),
        ("Amend the law so that same-sex relations are not a crime", "decriminalize the law so that lgbt"),
        ("Raise aid to 0.7 per cent of GDP", "raise aid to developmentaid"),
        ("Enhance women’s participation in politics", "enhance womenparticipation women in politics"),
        ("Combat drop-out rates", "combat schooling education"),
        ("Fight racist attacks", "fight hatecrime racist"),
    ],
)
def test_phrases_stand_for_what_they_mean(text: str, level: str) -> None:
    assert levelled_text(text).split() == level.split()


def test_listed_stems_are_those_that_the_rules_make() -> None:
    words = ["traffickers", "labour", "organisation", "minority", "policies", "referrals", "children"]
    assert [stem_of(word) for word in words] == [stemmed(word) for word in words]


def test_issues_are_told_by_words() -> None:
    prison, jail, school = (issues_of([stem_of(word)]) for word in ("detention", "detainees", "education"))
    assert shared(prison, jail)[0] > 0.8 > shared(prison, school)[0]
    assert shared(prison, school) == shared(school, prison)
    assert shared({}, prison) == (0.0, 0.0, 0.0, 0.0)


def test_of_lists_too_long_only_the_same_words_are_linked(monkeypatch: pytest.MonkeyPatch) -> None:
    from recotrack.analysis.matching import match as module

    monkeypatch.setattr(module, "MOST_PAIRS", 5)
    found = match(["Train judges.", "Fund shelters.", "..."], ["Fund more shelters.", "train JUDGES", "..."])
    assert [(one.earlier, one.later, one.score) for one in found] == [(0, 1, 1.0)]
