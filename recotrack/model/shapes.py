"""The shape of each file type: one table that reading, checking and JSON Schema share.

A shape lists the keys of a mapping in the order they are usually written. `store.decode`
turns located nodes into records by it, `views.schema` turns it into JSON Schema.
"""

from recotrack.model import records, terms
from recotrack.model.kinds import (
    Choice,
    Day,
    Field,
    Id,
    Many,
    Quantity,
    Sha256,
    Shape,
    Span,
    Table,
    Text,
    Truth,
    Whole,
)

_YEAR = Whole(1800, 2999)
_IDS = Many(Id())
_TEXTS = Many(Text())

SERIES = Shape(
    "series",
    "The editions of one kind by one issuer.",
    records.Series,
    {
        "title": Field(Text(), "Title of the series."),
        "short": Field(Text(), "Short name, shown with the year: `TIP` gives `TIP 2024`."),
        "issuer": Field(Text(), "The body that publishes it."),
        "cadence": Field(Choice(terms.Cadence), "How often it appears; editions that are missing are named by it."),
        "government": Field(Truth(), "Whether the government itself publishes it, so that what it says is a claim."),
    },
)

SETTINGS = Shape(
    "register",
    "recotrack.yaml: the register as a whole.",
    records.Settings,
    {
        "format": Field(Whole(1, 1), "Version of the file formats; 1."),
        "title": Field(Text(), "Title of the register."),
        "country": Field(Text(), "The country concerned (ISO 3166-1 alpha-3), where it is one."),
        "hide_contributors": Field(Truth(), "Whether `history` leaves out who made a change."),
        "series": Field(Table(SERIES), "The series that the register follows."),
        "taxonomies": Field(
            Shape(
                "taxonomies",
                "The lists of words that records choose from.",
                dict,
                {"themes": Field(Table(Text()), "Themes: id and title.")},
            ),
            "The lists of words that records choose from.",
        ),
    },
    located=True,
)

DOCUMENT = Shape(
    "document",
    "The text that quotes are checked against.",
    records.Document,
    {
        "file": Field(Text(), "File name, looked up in the folder given to `check --documents`.", required=True),
        "sha256": Field(Sha256(), "SHA-256 of the file.", required=True),
    },
)

SOURCE = Shape(
    "source",
    "sources/ID.yaml: a published document.",
    records.Source,
    {
        "id": Field(Id(), "Id of the source; the file's name without `.yaml`.", required=True),
        "series": Field(Id(), "The series it is an edition of.", required=True),
        "issuer": Field(Text(), "The body that published it.", required=True),
        "title": Field(Text(), "Title of the document.", required=True),
        "country": Field(Text(), "The country it speaks of (ISO 3166-1 alpha-3).", required=True),
        "year": Field(_YEAR, "The edition.", required=True),
        "covers": Field(Span(), "The period judged, where the document or its series says."),
        "published": Field(Day(partial=True), "Day of publication, as far as known."),
        "language": Field(Text(), "Language of the text at hand (ISO 639)."),
        "extent": Field(Choice(terms.Extent), "Whether the whole document was at hand or an extract."),
        "rating": Field(Text(), "The rating it gives the country, in its own words."),
        "url": Field(Text(), "Where it is published."),
        "archived": Field(Text(), "Where an archived copy is."),
        "document": Field(DOCUMENT, "The text that quotes are checked against."),
        "note": Field(Text(), "What is uncertain or peculiar about this source."),
    },
    located=True,
)

LINK = Shape(
    "link",
    "An earlier recommendation that this one continues.",
    records.Link,
    {
        "id": Field(Id(), "The earlier recommendation.", required=True),
        "relation": Field(Choice(terms.Relation), "How it is continued.", required=True),
        "confirmed": Field(Truth(), "Whether a person stands by it; only then it moves standing."),
        "rationale": Field(Text(), "Why, and what is arguable."),
    },
)

REFUSAL = Shape(
    "refusal",
    "A recommendation that this one was read against, without continuing it or being related to it.",
    records.Refusal,
    {
        "id": Field(Id(), "The other recommendation.", required=True),
        "rationale": Field(Text(), "Why, and what is arguable."),
    },
)

RECOMMENDATION = Shape(
    "recommendation",
    "recommendations/SOURCE/NUMBER.yaml: one demand as published, verbatim.",
    records.Recommendation,
    {
        "id": Field(Id(), "Source id, `-`, number in two digits or more.", required=True),
        "source": Field(Id(), "The source; the name of the folder.", required=True),
        "year": Field(_YEAR, "The edition; the year of the source.", required=True),
        "number": Field(Whole(1, 99999), "Its place in the source's list.", required=True),
        "section": Field(Text(verbatim=True), "Heading it stands under."),
        "lead_in": Field(Text(verbatim=True), "Words that introduce its group, shown with it always."),
        "made_by": Field(_TEXTS, "Who made it, where the source relays others (States in a UPR cycle)."),
        "text": Field(Text(verbatim=True), "The demand, verbatim.", required=True),
        "themes": Field(_IDS, "Themes of the register's own list."),
        "mentions": Field(_TEXTS, "Bodies that the text names, in its words."),
        "addressees": Field(_TEXTS, "Bodies that the text or its lead-in addresses, in its words."),
        "continues": Field(
            Many(LINK), "Earlier recommendations it continues. No key: nobody has looked; []: looked, none."
        ),
        "related": Field(_IDS, "Recommendations that ask the same or overlap, without being continued."),
        "refused": Field(Many(REFUSAL), "Proposed links that a person has refused; they are not proposed again."),
        "rationale": Field(Text(), "Why lineage and relations were read so, and what is arguable."),
    },
    located=True,
)

EVIDENCE = Shape(
    "evidence",
    "One contiguous verbatim passage.",
    records.Evidence,
    {
        "source": Field(Id(), "The source quoted.", required=True),
        "place": Field(Text(), "Where in it: section or page.", required=True),
        "quote": Field(Text(verbatim=True), "The passage, verbatim and contiguous.", required=True),
        "says": Field(
            Choice(terms.Says), "What it says about action on the demand; left out for an outcome or a circumstance."
        ),
    },
)

ALTERNATIVE = Shape(
    "alternative",
    "Another reading that can be defended.",
    records.Alternative,
    {
        "implementation": Field(Choice(terms.Implementation), "The other level.", required=True),
        "because": Field(Text(), "Why it can be defended.", required=True),
    },
)

UPDATE = Shape(
    "update",
    "One dated entry; updates are only added.",
    records.Update,
    {
        "date": Field(Day(partial=True), "Day of publication of what it rests on, as far as known.", required=True),
        "covers": Field(Span(), "The time it speaks of, where known."),
        "implementation": Field(Choice(terms.Implementation), "How far the demand is met.", required=True),
        "basis": Field(Choice(terms.Basis), "Who says so.", required=True),
        "via": Field(Id(), "The source that relays it, where one body quotes another."),
        "summary": Field(Text(), "One sober sentence."),
        "alternative": Field(ALTERNATIVE, "Another reading that can be defended."),
        "searched": Field(_IDS, "Sources searched, where the evidence is insufficient."),
        "evidence": Field(Many(EVIDENCE), "Quoted passages."),
        "applies_to": Field(_IDS, "Other recommendations it speaks to; shown at each."),
    },
)

STATUS = Shape(
    "status",
    "status/SOURCE/NUMBER.yaml: government action against one recommendation.",
    records.StatusFile,
    {
        "recommendation": Field(Id(), "The recommendation; folder and file name mirror it.", required=True),
        "response": Field(
            Shape(
                "response",
                "What the government said of the recommendation.",
                records.ResponseEntry,
                {
                    "response": Field(Choice(terms.Response), "Its answer.", required=True),
                    "date": Field(Day(partial=True), "When it answered.", required=True),
                    "source": Field(Id(), "Where it is on record.", required=True),
                    "place": Field(Text(), "Where in that source."),
                    "quote": Field(Text(verbatim=True), "Its words, verbatim.", required=True),
                },
            ),
            "What the government said of the recommendation.",
        ),
        "updates": Field(Many(UPDATE), "Dated entries.", required=True),
        "closed": Field(
            Shape(
                "closed",
                "Closed without having been implemented.",
                records.Closing,
                {
                    "date": Field(Day(), "Since when.", required=True),
                    "reason": Field(Choice(terms.ClosingReason), "Why.", required=True),
                    "summary": Field(Text(), "The reasons in a sentence.", required=True),
                    "evidence": Field(Many(EVIDENCE), "Quoted passages."),
                },
            ),
            "Closed without having been implemented.",
        ),
    },
    located=True,
)

_SIDE: dict[str, Field] = {
    "summary": Field(Text(), "What is said, in a sober sentence.", required=True),
    "covers": Field(Span(), "The time it speaks of, where known."),
    "evidence": Field(Many(EVIDENCE, least=1), "Quoted passages.", required=True),
}

MATTER = Shape(
    "matter",
    "status/matters/ID.yaml: a claim beside a finding.",
    records.Matter,
    {
        "id": Field(Id(), "Id of the matter; the file's name without `.yaml`.", required=True),
        "title": Field(Text(), "The subject.", required=True),
        "recommendations": Field(Many(Id(), least=1), "Recommendations that it concerns.", required=True),
        "relation": Field(Choice(terms.MatterRelation), "How the two sides relate.", required=True),
        "summary": Field(Text(), "Why they are judged to relate so.", required=True),
        "claim": Field(
            Shape("claim", "What the government says.", records.Side, _SIDE),
            "What the government says.",
            required=True,
        ),
        "finding": Field(
            Shape(
                "finding",
                "What another body says.",
                records.Side,
                {
                    **_SIDE,
                    "basis": Field(Choice(terms.Basis), "Who says so."),
                    "via": Field(Id(), "The source that relays it, where one body quotes another."),
                },
            ),
            "What another body says.",
            required=True,
        ),
        "concession": Field(
            Shape("concession", "What the government itself says is lacking or still to be done.", records.Side, _SIDE),
            "What the government itself says is lacking or still to be done.",
        ),
    },
    located=True,
)

_BY = Table(Text())

TERM = Shape(
    "term",
    "Values named in a sum.",
    records.Term,
    {
        "metric": Field(Id(), "The metric; left out for the one that the sum stands in."),
        "by": Field(_BY, "The part that is meant; left out for the whole."),
    },
)

METRIC = Shape(
    "metric",
    "figures/METRIC.yaml: a number followed over time.",
    records.Metric,
    {
        "metric": Field(Id(), "Id of the metric; the file's name without `.yaml`.", required=True),
        "title": Field(Text(), "What is counted.", required=True),
        "unit": Field(Text(), "What it is counted in.", required=True),
        "note": Field(Text(), "What holds for all its values."),
        "values": Field(
            Many(
                Shape(
                    "figure",
                    "One value, as one source gives it.",
                    records.Figure,
                    {
                        "value": Field(Quantity(), "A number in digits (210161, 2.7), or words.", required=True),
                        "covers": Field(Span(), "The time it is of.", required=True),
                        "by": Field(_BY, "The part it counts, by dimension; left out for the whole."),
                        "about": Field(Choice(terms.Hedge), "How the source hedges it."),
                        "stated": Field(Choice(terms.Stated), "How it is known, where it is not plainly stated."),
                        "computation": Field(Text(), "How it was computed."),
                        "source": Field(Id(), "The source quoted.", required=True),
                        "place": Field(Text(), "Where in it: section or page.", required=True),
                        "quote": Field(Text(verbatim=True), "The passage, verbatim and contiguous.", required=True),
                        "note": Field(Text(), "What exactly is counted, or what is odd."),
                    },
                ),
                least=1,
            ),
            "Every value that any source gives.",
            required=True,
        ),
        "sums": Field(
            Many(
                Shape(
                    "sum",
                    "Values that may be expected to add up.",
                    records.Sum,
                    {
                        "covers": Field(Span(), "The time that all of them are of.", required=True),
                        "source": Field(Id(), "The source that gives all of them.", required=True),
                        "total": Field(TERM, "The total.", required=True),
                        "parts": Field(Many(TERM, least=2), "The parts.", required=True),
                        "because": Field(Text(), "Why they may be expected to add up.", required=True),
                    },
                )
            ),
            "Sums to be shown, whether or not they add up.",
        ),
        "remarks": Field(
            Many(
                Shape(
                    "remark",
                    "What two values alone do not show.",
                    records.Remark,
                    {
                        "text": Field(Text(), "The remark.", required=True),
                        "covers": Field(Span(), "The time it concerns."),
                        "evidence": Field(Many(EVIDENCE), "Quoted passages."),
                    },
                )
            ),
            "Remarks, as on conflicts that two values alone do not show.",
        ),
    },
    located=True,
)

SHAPES = {shape.name: shape for shape in (SETTINGS, SOURCE, RECOMMENDATION, STATUS, MATTER, METRIC)}
"""The file types by name."""
