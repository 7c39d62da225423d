"""What was found in a text."""

from typing import NamedTuple


class Item(NamedTuple):
    """One recommendation as the document has it, with the heading and the words that its group stands under."""

    text: str
    section: str | None = None
    lead_in: str | None = None


class LeftOut(NamedTuple):
    """A passage that was passed over, and why."""

    text: str
    why: str


class Found(NamedTuple):
    """The list of a document.

    `layout` says how it is laid out, and `because` what it was recognised by. Without `items`,
    `because` tells why there are none. `cut` tells that the document ends within its last item.
    """

    items: tuple[Item, ...]
    layout: str
    because: str
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()
    cut: bool = False
