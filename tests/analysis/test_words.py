import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recotrack.analysis.words import WordChange, levelled, same_words, word_changes

TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(["the", "police", "and", "victims", "NGOs’", "anti-trafficking", ",", ";", "–", "_"])).map(
        " ".join
    ),
    st.lists(st.sampled_from(["a", "b", " ", "\n", "\u00a0", "-", "’", "_", "."])).map("".join),
)


def rebuilt(changes: tuple[WordChange, ...], *ops: str) -> str:
    return "".join(change.text for change in changes if change.op in ops)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Train Police", "train police"),
        ("Train the police, prosecutors; and judges.", "train the police prosecutors and judges"),
        ("  Train\n the\tpolice ", "train the police"),
        ("anti-trafficking", "antitrafficking"),
        ("NGOs’ anti-trafficking work.", "ngos antitrafficking work"),
        ("the “hotline” (free)", "the hotline free"),
        ("victims – and witnesses", "victims and witnesses"),
        ("victims—and witnesses", "victims and witnesses"),
        ("victims - and witnesses", "victims and witnesses"),
        ("snake_case", "snake case"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Article 144-1", "article 1441"),
        ("", ""),
        ("…!", ""),
    ],
)
def test_levelled(text: str, level: str) -> None:
    assert levelled(text) == level


@pytest.mark.parametrize("hyphen", ["", "-", "\u00ad", "\u2010", "\u2011"])
def test_hyphens_of_several_kinds_are_one(hyphen: str) -> None:
    assert levelled(f"anti{hyphen}trafficking law") == "antitrafficking law"


@pytest.mark.parametrize("apostrophe", ["", "'", "\u2019", "\u2018", "\u02bc"])
def test_apostrophes_straight_and_curly_are_one(apostrophe: str) -> None:
    assert (
        levelled(f"the victims{apostrophe} right, the victim{apostrophe}s right")
        == "the victims right the victims right"
    )


@pytest.mark.parametrize("dash", ["–", "—", "/", ", "])
def test_other_punctuation_divides_words(dash: str) -> None:
    assert levelled(f"police{dash}courts") == "police courts"


def test_letters_of_other_scripts_stay() -> None:
    assert levelled("Məhkəmə və Прокуратура.") == "məhkəmə və прокуратура"


def test_the_dotted_capital_i_is_levelled_to_its_small_letter() -> None:
    assert same_words("DƏNİZ İDARƏSİ", "dəniz idarəsi")


def test_composed_and_decomposed_letters_are_the_same_words() -> None:
    assert same_words("Protégé", unicodedata.normalize("NFD", "Protégé"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Train police.", "train police"),
        ("Provide NGOs' shelters with funds;", "Provide NGOs’ shelters with funds."),
        ("Fund co\u2011operation, now", "fund cooperation now"),
    ],
)
def test_same_words(one: str, other: str) -> None:
    assert same_words(one, other)
    assert same_words(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Train police", "Police train"),
        ("Train police", "Train the police"),
        ("Train police", "Trainpolice"),
        ("Fund 10 shelters", "Fund 1 0 shelters"),
    ],
)
def test_other_words(one: str, other: str) -> None:
    assert not same_words(one, other)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_equal_and_deleted_runs_rebuild_the_text_before(before: str, after: str) -> None:
    assert rebuilt(word_changes(before, after), "equal", "delete") == before


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_equal_and_inserted_runs_rebuild_the_text_after(before: str, after: str) -> None:
    assert rebuilt(word_changes(before, after), "equal", "insert") == after


@settings(deadline=None)
@given(TEXTS)
def test_a_text_against_itself_is_one_equal_run(text: str) -> None:
    assert word_changes(text, text) == ((WordChange("equal", text),) if text else ())


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_no_run_is_empty_or_follows_its_like(before: str, after: str) -> None:
    changes = word_changes(before, after)
    assert all(change.text for change in changes)
    pairs = [(one.op, two.op) for one, two in pairwise(changes)]
    allowed = {("equal", "delete"), ("equal", "insert"), ("delete", "insert"), ("delete", "equal"), ("insert", "equal")}
    assert set(pairs) <= allowed


@settings(deadline=None)
@given(TEXTS.filter(bool))
def test_an_empty_side_makes_one_run(text: str) -> None:
    assert word_changes("", text) == (WordChange("insert", text),)
    assert word_changes(text, "") == (WordChange("delete", text),)


def test_two_empty_texts_have_no_runs() -> None:
    assert word_changes("", "") == ()


def test_words_put_in() -> None:
    assert word_changes("Train police on referral.", "Train police and judges on referral.") == (
        WordChange("equal", "Train police"),
        WordChange("insert", " and judges"),
        WordChange("equal", " on referral."),
    )


def test_words_taken_out() -> None:
    assert word_changes("Train police and judges on referral.", "Train police on referral.") == (
        WordChange("equal", "Train police"),
        WordChange("delete", " and judges"),
        WordChange("equal", " on referral."),
    )


def test_words_replaced_are_taken_out_first() -> None:
    assert word_changes("Train the police on referral.", "Train the judges on referral.") == (
        WordChange("equal", "Train the"),
        WordChange("delete", " police"),
        WordChange("insert", " judges"),
        WordChange("equal", " on referral."),
    )


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("anti-trafficking", "anti-slavery"),
        ("NGOs'work", "NGOs'task"),
        ("victim’s", "victim’x"),
        ("co\u2011operation", "co\u2011ordination"),
        ("well\u2010being", "well\u2010earned"),
    ],
)
def test_a_word_with_a_hyphen_or_an_apostrophe_is_one(word: str, other: str) -> None:
    assert word_changes(f"Fund the {word} office now", f"Fund the {other} office now") == (
        WordChange("equal", "Fund the"),
        WordChange("delete", f" {word}"),
        WordChange("insert", f" {other}"),
        WordChange("equal", " office now"),
    )


def test_a_word_whose_case_differs_is_taken_out_and_put_in() -> None:
    assert word_changes("Train all Police on referral", "Train all police on referral") == (
        WordChange("equal", "Train all"),
        WordChange("delete", " Police"),
        WordChange("insert", " police"),
        WordChange("equal", " on referral"),
    )


def test_words_of_another_case_are_told_with_what_stands_beside_them() -> None:
    assert word_changes("Do TRAIN THE POLICE now", "Do it: train the police now") == (
        WordChange("equal", "Do"),
        WordChange("delete", " TRAIN THE POLICE"),
        WordChange("insert", " it: train the police"),
        WordChange("equal", " now"),
    )


def test_a_single_shared_word_between_changes_of_case_is_folded_as_well() -> None:
    assert word_changes("Do ALL the POLICE now", "Do all the police now") == (
        WordChange("equal", "Do"),
        WordChange("delete", " ALL the POLICE"),
        WordChange("insert", " all the police"),
        WordChange("equal", " now"),
    )


def test_punctuation_is_a_change() -> None:
    assert word_changes("Train the police.", "Train the police") == (
        WordChange("equal", "Train the police"),
        WordChange("delete", "."),
    )


def test_a_single_shared_word_between_changes_is_folded_into_them() -> None:
    assert word_changes("Now train police and fund shelters.", "Now hire judges and open offices.") == (
        WordChange("equal", "Now"),
        WordChange("delete", " train police and fund shelters"),
        WordChange("insert", " hire judges and open offices"),
        WordChange("equal", "."),
    )


def test_a_single_shared_word_with_punctuation_is_folded_as_well() -> None:
    changes = word_changes("Now train police, and, fund shelters now", "Now hire judges, and, open offices now")
    assert [change.op for change in changes] == ["equal", "delete", "insert", "equal"]


def test_two_shared_words_between_changes_stay() -> None:
    assert word_changes("Now train police and also fund it", "Now hire judges and also open it") == (
        WordChange("equal", "Now"),
        WordChange("delete", " train police"),
        WordChange("insert", " hire judges"),
        WordChange("equal", " and also"),
        WordChange("delete", " fund"),
        WordChange("insert", " open"),
        WordChange("equal", " it"),
    )


@pytest.mark.parametrize(
    ("before", "after"), [("Train and fund", "Hire and open"), ("Train police and fund it", "Hire judges and open all")]
)
def test_a_single_shared_word_alone_is_folded_so_that_nothing_stays(before: str, after: str) -> None:
    assert word_changes(before, after) == (WordChange("delete", before), WordChange("insert", after))


@pytest.mark.parametrize(
    ("before", "after", "ops"),
    [
        ("Train police", "Train judges", ["equal", "delete", "insert"]),
        ("Old police", "New police", ["delete", "insert", "equal"]),
    ],
)
def test_a_single_shared_word_at_an_end_stays(before: str, after: str, ops: list[str]) -> None:
    assert [change.op for change in word_changes(before, after)] == ops


def test_frequent_words_of_long_texts_are_compared_like_others() -> None:
    """Left to itself, difflib takes for noise what fills more than a hundredth of 200 words."""
    words = [word for index in range(150) for word in ("the", f"word{index}")]
    shortened = [word for index, word in enumerate(words) if index != 101]  # word50
    changes = word_changes(" ".join(words), " ".join(shortened))
    assert [change for change in changes if change.op != "equal"] == [WordChange("delete", " word50")]
    repeated = " train the police" * 100
    assert word_changes(f"Do{repeated}", f"Now{repeated}") == (
        WordChange("delete", "Do"),
        WordChange("insert", "Now"),
        WordChange("equal", repeated),
    )
