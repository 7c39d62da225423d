"""Faults that a comparison with the documents finds."""

from recotrack.analysis.quotes import Document
from tests.builder import Builder
from tests.checks.planting import Planted, each, found_in, plant, planted, told

AT = "recommendations/tr-2024/02.yaml"
STATUS = "status/tr-2024/02.yaml"

TR_2024 = Document(
    "Prioritized recommendations: Train all labor inspec-\ntors. Screen migrants.\n"
    "Officials trained some inspectors. Nobody was screened. In the north, nobody was screened.\n"
)

PLANTED = (
    planted(
        "document-unusable",
        "a document that is not the one recorded",
        "sources/tr-2025.yaml:7:11 error document-unusable",
        new_source=f"""
            id: tr-2025
            series: tr
            issuer: Office of Reports
            title: Report 2025
            country: UTO
            year: 2025
            document: {{file: tr-2025.txt, sha256: {"0" * 64}}}
            """,
    )._replace(documents={"tr-2025": Document(None, "the document tr-2025.txt is not the one recorded")}),
    planted(
        "text-not-in-document",
        "one word changed",
        f"{AT}:5:7 error text-not-in-document",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            text: Screen all migrants.
            """,
    )._replace(documents={"tr-2024": TR_2024}),
    planted(
        "text-not-in-document",
        "a lead-in that is nowhere",
        f"{AT}:5:10 error text-not-in-document",
        recommendation="""
            id: tr-2024-02
            source: tr-2024
            year: 2024
            number: 2
            lead_in: "The police should:"
            text: Screen migrants.
            """,
    )._replace(documents={"tr-2024": TR_2024}),
    planted(
        "quote-not-in-document",
        "words that the document does not have",
        f"{STATUS}:7:49 error quote-not-in-document",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-24
                implementation: not_implemented
                basis: issuing_body
                evidence:
                  - {source: tr-2024, place: Part 1, quote: No one was screened., says: no_action}
            """,
    )._replace(documents={"tr-2024": TR_2024}),
    planted(
        "quote-not-unique",
        "words that stand twice",
        f"{STATUS}:9:16 warning quote-not-unique",
        status="""
            recommendation: tr-2024-02
            updates:
              - date: 2024-06-24
                implementation: not_implemented
                basis: issuing_body
                evidence:
                  - source: tr-2024
                    place: Part 1
                    quote: was screened.
            """,
    )._replace(documents={"tr-2024": TR_2024}),
)


@each(PLANTED)
def test_planted(build: Builder, fault: Planted) -> None:
    plant(build, fault)
    assert told(found_in(build)) == ()  # Without the documents there is nothing to find.
    assert told(found_in(build, fault.documents)) == fault.expected
