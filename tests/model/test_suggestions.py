import pytest

from recotrack.model.suggestions import did_you_mean


@pytest.mark.parametrize(
    ("word", "question"),
    [
        ("publishd", "did you mean `published`?"),
        ("Year", "did you mean `year`?"),
        ("year", "did you mean `year`?"),
        ("qqq", None),
        ("", None),
        ("published" + "x" * 1_000_000, None),
    ],
)
def test_the_nearest_word_is_asked_for(word: str, question: str | None) -> None:
    assert did_you_mean(word, ("published", "year", "years ago")) == question


def test_where_nothing_is_known_nothing_is_asked() -> None:
    assert did_you_mean("year", ()) is None
    assert did_you_mean("year", iter(["yeer"])) == "did you mean `yeer`?"
