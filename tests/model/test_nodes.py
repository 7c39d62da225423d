import pytest

from recotrack.model.nodes import MappingNode, Origin, Position, ScalarNode, SequenceNode


def scalar(text: str, line: int, column: int) -> ScalarNode:
    return ScalarNode(text, line, column, True)


# id: a
# updates:
#   - date: b
#     evidence: [c, d]
#   - {}
ORIGIN = Origin(
    "status/a/01.yaml",
    MappingNode(
        {
            "id": (scalar("id", 1, 1), scalar("a", 1, 5)),
            "updates": (
                scalar("updates", 2, 1),
                SequenceNode(
                    [
                        MappingNode(
                            {
                                "date": (scalar("date", 3, 5), scalar("b", 3, 11)),
                                "evidence": (
                                    scalar("evidence", 4, 5),
                                    SequenceNode([scalar("c", 4, 16), scalar("d", 4, 19)], 4, 15),
                                ),
                            },
                            3,
                            5,
                        ),
                        MappingNode({}, 5, 5),
                    ],
                    3,
                    3,
                ),
            ),
        },
        1,
        1,
    ),
)


def test_a_position_is_written_as_editors_read_it() -> None:
    assert str(Position("sources/a.yaml", 3, 14)) == "sources/a.yaml:3:14"
    assert str(Position("sources/a.yaml")) == "sources/a.yaml:1:1"


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        ((), "1:1"),
        (("id",), "1:5"),
        (("updates",), "3:3"),
        (("updates", 0), "3:5"),
        (("updates", 0, "date"), "3:11"),
        (("updates", 0, "evidence"), "4:15"),
        (("updates", 0, "evidence", 1), "4:19"),
        (("updates", 1), "5:5"),
    ],
)
def test_the_place_of_a_part(steps: tuple[str | int, ...], place: str) -> None:
    assert str(ORIGIN.at(*steps)) == f"status/a/01.yaml:{place}"


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        (("title",), "1:1"),
        (("id", "x"), "1:5"),
        (("id", 0), "1:5"),
        (("updates", 2), "3:3"),
        (("updates", "date"), "3:3"),
        ((0,), "1:1"),
        (("updates", 1, "evidence", 0, "quote"), "5:5"),
        (("updates", 0, "evidence", 7, "quote"), "4:15"),
        (("updates", 0, "summary"), "3:5"),
    ],
)
def test_where_the_way_ends_early_the_last_part_is_meant(steps: tuple[str | int, ...], place: str) -> None:
    assert str(ORIGIN.at(*steps)) == f"status/a/01.yaml:{place}"
