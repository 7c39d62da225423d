"""Lineage comes into the file of a recommendation, and nothing else changes."""

import re
from random import Random
from typing import Any

import pytest

from recotrack.model.records import Link, Recommendation, Refusal
from recotrack.model.terms import Relation
from recotrack.store.editing.lineage import recommendation_of, write_lineage
from recotrack.store.editing.updates import EditError
from tests.store.styles import Writer

PATH = "recommendations/tr-2024/01.yaml"
NEW = Link("tr-2023-09", Relation.MERGED, True, "Both ask: # the same, in “other” words. " * 4 + "End.")
HEAD = "id: tr-2024-01\nsource: tr-2024\nyear: 2024\nnumber: 1\ntext: Train all judges.\n"


def record(random: Random) -> dict[str, Any]:
    """Gives a recommendation as plain values, with any lineage or none."""
    made: dict[str, Any] = {
        "id": "tr-2024-01",
        "source": "tr-2024",
        "year": 2024,
        "number": 1,
        "text": "Train all judges, and pay: them #1.",
    }
    ids = ["tr-2023-01", "tr-2023-02", "tr-2023-03"]
    if random.random() < 0.7:
        made["continues"] = [
            {"id": id, "relation": "reworded", "confirmed": random.choice([True, False])}
            | ({"rationale": random.choice(["Same words.", "a: b # c"])} if random.random() < 0.5 else {})
            for id in ids[: random.choice([0, 1, 2, 3])]
        ]
    if random.random() < 0.5:
        made["related"] = ["or-2016-01", "or-2016-02"][: random.choice([0, 1, 2])]
    if random.random() < 0.5:
        made["refused"] = [{"id": "tr-2023-08", "rationale": "another demand"}, {"id": "tr-2023-07"}][
            : random.choice([0, 1, 2])
        ]
    return made


def changes(old: Recommendation, random: Random) -> Recommendation:
    """Gives the recommendation with one to three decisions taken."""
    new = old
    for _ in range(random.choice([1, 1, 2, 3])):
        links = new.continues or ()
        match random.randrange(5):
            case 0:
                new = new._replace(continues=(*(link for link in links if link.id != NEW.id), NEW))
            case 1 if links:
                changed = links[0]._replace(relation=Relation.SPLIT, confirmed=True, rationale="Now: # read.")
                new = new._replace(continues=(changed, *links[1:]))
            case 2 if links:
                gone = random.choice(links)
                left: tuple[Link, ...] | None = tuple(link for link in links if link is not gone)
                left = left or (() if random.random() < 0.5 else None)
                refused = tuple(one for one in new.refused if one.id != gone.id)
                new = new._replace(continues=left, refused=(*refused, Refusal(gone.id, random.choice([None, "no"]))))
            case 3:
                new = new._replace(related=(*(id for id in new.related if id != "or-2016-03"), "or-2016-03"))
            case _:
                new = new._replace(continues=new.continues or ())
    return new


@pytest.mark.parametrize("block", range(10))
def test_files_of_every_style(block: int) -> None:
    refused = 0
    for seed in range(block * 200, block * 200 + 200):
        random = Random(seed)
        text = Writer(seed).file(record(random))
        old = recommendation_of(text.encode("utf-8"), PATH)
        wanted = changes(old, random)
        try:
            new = write_lineage(text.encode("utf-8"), PATH, wanted).decode("utf-8")
        except EditError as error:
            if "brackets" not in str(error) and "by hand" not in str(error):
                pytest.fail(f"seed {seed}: {error}\n{text}")
            refused += 1
            continue
        comments = re.findall("# (?:a comment: of .its. own|- not an entry)", text)
        left = re.findall("# (?:a comment: of .its. own|- not an entry)", new)
        taken_out = len(wanted.refused) > len(old.refused)
        assert left == comments or (taken_out and len(left) < len(comments)), f"seed {seed}:\n{text}"
        if "\r\n" in text and not re.search("[\r\n]", text.replace("\r\n", "")):
            assert not re.search("[\r\n]", new.replace("\r\n", "")), f"seed {seed}: another line end came in"
        if wanted == old:
            assert new == text
    assert refused < 20, "a file that cannot be changed is rare"


def written(text: str, **changed: Any) -> str:
    old = recommendation_of(text.encode("utf-8"), PATH)
    return write_lineage(text.encode("utf-8"), PATH, old._replace(**changed)).decode("utf-8")


def test_a_link_is_added_in_lines_of_its_own() -> None:
    link = Link("tr-2023-01", Relation.REWORDED, True)
    new = written(HEAD + "themes: [a]\nrationale: Why.\n", continues=(link,))
    assert new == HEAD + (
        "themes: [a]\ncontinues:\n  - id: tr-2023-01\n    relation: reworded\n    confirmed: true\nrationale: Why.\n"
    )


def test_only_the_words_that_change_are_changed() -> None:
    text = HEAD + (
        "continues:   # read by two\n  # the first\n  - id: tr-2023-01  # as it was\n    relation: reworded\n"
        "    confirmed: false # not yet\n    rationale: >-\n      Same\n      demand.\n"
        "  - {id: tr-2023-02, relation: reworded}\n"
    )
    links = (Link("tr-2023-01", Relation.MERGED, True, "Same demand."), Link("tr-2023-02", Relation.MERGED, True))
    wanted = text.replace("relation: reworded\n    confirmed: false", "relation: merged\n    confirmed: true")
    wanted = wanted.replace("relation: reworded}", "relation: merged, confirmed: true}")
    assert written(text, continues=links) == wanted


def test_a_refused_draft_leaves_an_empty_list() -> None:
    text = HEAD + "continues:\n  # drafts\n  - {id: tr-2023-01, relation: reworded}\nrelated: [or-2016-01] # see\n"
    new = written(text, continues=(), refused=(Refusal("tr-2023-01", "no"),))
    assert new == HEAD + (
        "continues: []\n  # drafts\nrelated: [or-2016-01] # see\n"
        "refused:\n  - id: tr-2023-01\n    rationale: >-\n      no\n"
    )


def test_a_key_is_taken_out() -> None:
    text = HEAD + "continues:\n  - {id: tr-2023-01, relation: reworded}\nrefused:\n  - {id: x}\nrationale: Why.\n"
    assert written(text, continues=None, refused=()) == HEAD + "rationale: Why.\n"
    with pytest.raises(EditError, match="by hand"):
        written(text.replace("reworded}", "reworded} # note"), continues=None)


def test_an_empty_list_with_a_comment_grows_below_it() -> None:
    new = written(HEAD + "continues: []   # looked\n", continues=(Link("tr-2023-01", Relation.REWORDED, True),))
    assert new.endswith("continues:   # looked\n  - id: tr-2023-01\n    relation: reworded\n    confirmed: true\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD.replace("all", "some"), "the file was changed meanwhile"),
        (HEAD + "contineus: []\n", "the file has faults"),
        ("id: [\n", "the file cannot be read"),
    ],
)
def test_what_is_refused(text: str, message: str) -> None:
    wanted = recommendation_of(HEAD.encode("utf-8"), PATH)._replace(continues=())
    with pytest.raises(EditError) as caught:
        write_lineage(text.encode("utf-8"), PATH, wanted)
    assert str(caught.value) == message


def test_a_comment_in_brackets_is_not_lost() -> None:
    text = HEAD + "continues: [\n  {id: tr-2023-01, relation: reworded}, # the first\n]\n"
    with pytest.raises(EditError, match="by hand"):
        written(text, continues=(Link("tr-2023-01", Relation.MERGED, True),))
