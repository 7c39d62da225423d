"""Profiles: how another issuer lays its lists out, or what the columns of a table mean, in a few lines of YAML."""

from enum import StrEnum
from typing import NamedTuple

from recotrack.model.kinds import Choice, Field, Many, Shape, Table, Text


class Layout(StrEnum):
    """What divides a list."""

    MARKS = "marks"
    PARAGRAPHS = "paragraphs"
    LINES = "lines"
    SEMICOLONS = "semicolons"
    SENTENCES = "sentences"


class Columns(NamedTuple):
    """The columns of a table by what they mean; `values` says what the values of a column stand for."""

    text: str
    number: str | None = None
    year: str | None = None
    country: str | None = None
    section: str | None = None
    lead_in: str | None = None
    made_by: str | None = None
    themes: str | None = None
    addressees: str | None = None
    values: dict[str, dict[str, str]] = {}


class Profile(NamedTuple):
    """How documents of one issuer are laid out.

    `heading` and `end` are the words that a line begins with, before the list and after it;
    `bullet` are the marks that its items begin with. `rows` are the columns of a table.
    """

    heading: tuple[str, ...] = ()
    bullet: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    layout: Layout | None = None
    encoding: str | None = None
    columns: Columns | None = None


PROFILE = Shape(
    "profile",
    "How the documents of an issuer are laid out.",
    Profile,
    {
        "heading": Field(Many(Text()), "Words that the line before the list begins with; any of them."),
        "bullet": Field(Many(Text()), "Marks that items begin with, where they are none of the usual ones."),
        "end": Field(Many(Text()), "Words that the line after the list begins with; any of them."),
        "layout": Field(Choice(Layout), "What divides the list, where that is not to be found by evidence."),
        "encoding": Field(Text(), "The encoding of texts and tables that are not UTF-8, such as latin-1."),
        "columns": Field(
            Shape(
                "columns",
                "Columns of a CSV file, or keys of a JSON file, by what they mean.",
                Columns,
                {
                    "text": Field(Text(), "The demand.", required=True),
                    "number": Field(Text(), "Its number in its edition; else they are counted."),
                    "year": Field(Text(), "The edition."),
                    "country": Field(Text(), "The country."),
                    "section": Field(Text(), "The heading it stands under."),
                    "lead_in": Field(Text(), "Words that lead its group in."),
                    "made_by": Field(Text(), "Who made it."),
                    "themes": Field(Text(), "Its themes, with commas or semicolons between."),
                    "addressees": Field(Text(), "Bodies it addresses."),
                    "values": Field(
                        Table(Table(Text(), free=True), free=True),
                        "What values of a column stand for: a session for its year, say.",
                    ),
                },
            ),
            "The columns of a table.",
        ),
    },
)
"""The shape of a profile's file."""
