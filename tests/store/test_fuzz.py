"""The reader against generated input by the thousand: it answers, and never raises."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recotrack.model.shapes import SHAPES
from recotrack.store.decode import decode
from recotrack.store.reader import read

_PIECES = st.sampled_from(
    [
        "a",
        ": ",
        "- ",
        "\n",
        "  ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "? ",
        "&a ",
        "*a",
        "!!str ",
        "<<: ",
        '"',
        "'",
        "|-\n",
        ">-\n",
    ]
) | st.sampled_from(
    ["# c", "---\n", "...\n", "%TAG ! !\n", "\ufeff", "\u2028", "\x85", "\t", "\r\n", "\x00", "é", "id"]
)

pytestmark = pytest.mark.slow


@settings(max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=200))
def test_bytes(data: bytes) -> None:
    node, found = read(data, "x.yaml")
    assert node is None or not found


@settings(max_examples=40_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_PIECES, max_size=40).map("".join), st.sampled_from(sorted(SHAPES)))
def test_pieces_of_yaml(text: str, name: str) -> None:
    node, found = read(text.encode(), "x.yaml")
    assert node is None or not found
    if node is not None:
        record, faults = decode(node, SHAPES[name], "x.yaml")
        assert (record is None) == bool(faults)
