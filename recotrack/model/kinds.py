"""The kinds of values that records hold: what `shapes` builds the file types from."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, NamedTuple

ID_PATTERN = "[a-z0-9][a-z0-9._-]{0,99}"


class Text:
    """Text; `verbatim` where it is quoted, so that its white space must be single."""

    def __init__(self, *, verbatim: bool = False) -> None:
        self.verbatim = verbatim


class Id:
    """An id of a source, a recommendation, a series, a theme or a matter."""


class Whole:
    """A whole number."""

    def __init__(self, least: int, most: int) -> None:
        self.least = least
        self.most = most


class Truth:
    """`true` or `false`."""


class Day:
    """A date; with `partial`, a year or a month will do."""

    def __init__(self, *, partial: bool = False) -> None:
        self.partial = partial


class Span:
    """A period: a year, or a mapping with `from` and `to`."""


class Sha256:
    """A checksum in 64 lower-case hexadecimal digits."""


class Choice:
    """One word of a closed list."""

    def __init__(self, words: type[StrEnum]) -> None:
        self.words = words


class Many:
    """A list; `least` entries at the least."""

    def __init__(self, of: "Kind", *, least: int = 0) -> None:
        self.of = of
        self.least = least


class Quantity:
    """A number in digits with a point, or words that begin with none."""


class Table:
    """A mapping whose keys are ids of the register's own, or any words where `free`."""

    def __init__(self, of: "Kind", *, free: bool = False) -> None:
        self.of = of
        self.free = free


class Shape(NamedTuple):
    """A mapping with known keys; `make` builds the record from their values."""

    name: str
    about: str
    make: Callable[..., Any]
    fields: dict[str, "Field"]
    located: bool = False


class Field(NamedTuple):
    """One key of a shape."""

    kind: "Kind"
    about: str
    required: bool = False


Kind = Text | Id | Whole | Truth | Day | Span | Sha256 | Choice | Many | Quantity | Table | Shape
