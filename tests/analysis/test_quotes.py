from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recotrack.analysis.quotes import Compared, Document, Haystack, compare_with_documents
from recotrack.model.terms import Severity
from tests.analysis.registers import loaded
from tests.builder import Builder, evidence, update


class TestCount:
    @pytest.mark.parametrize(
        ("text", "quote", "times"),
        [
            ("The police trained judges.", "police trained", 1),
            ("The police trained judges.", "The police trained judges.", 1),
            ("The police trained judges.", "the police", 0),
            ("The police trained judges.", "police judges", 0),
            ("The police trained judges.", "judges", 1),
            ("", "judges", 0),
            ("judges", "", 0),
            ("judges - police", "-", 0),
        ],
    )
    def test_a_quote_is_verbatim_and_contiguous(self, text: str, quote: str, times: int) -> None:
        assert Haystack(text).count(quote) == times

    @pytest.mark.parametrize(
        "text",
        [
            "The police\ntrained judges",
            "The police \r\n  trained judges",
            "The police\n\n\ntrained judges",
            "The\u00a0police\ttrained\u00a0judges",
            "The police\u00a0\n\u202ftrained \u3000judges",
            "\n\n The police trained judges \n",
            "The\fpolice\vtrained judges",
        ],
    )
    def test_white_space_of_all_kinds_is_one_space(self, text: str) -> None:
        haystack = Haystack(text)
        assert haystack.count("The police trained judges") == 1
        assert haystack.count("police trained") == 1

    def test_a_space_that_is_not_there_is_missed(self) -> None:
        assert Haystack("The policetrained judges").count("police trained") == 0
        assert Haystack("The police trained judges").count("policetrained") == 0

    @pytest.mark.parametrize("end", ["\n", "  \n", "\r\n", "\n   ", "\n\n", "\n \n\t\n", "\u00a0\n"])
    @pytest.mark.parametrize("quote", ["the anti-trafficking law", "the antitrafficking law"])
    def test_a_hyphen_at_the_end_of_a_line_is_the_words_or_the_lines(self, end: str, quote: str) -> None:
        assert Haystack(f"Amend the anti-{end}trafficking law now").count(quote) == 1

    def test_a_hyphen_at_the_end_of_a_line_is_no_space(self) -> None:
        haystack = Haystack("the anti-\ntrafficking law")
        assert haystack.count("anti trafficking") == 0
        assert haystack.count("anti- trafficking") == 0

    @pytest.mark.parametrize(
        ("text", "quote", "times"),
        [
            ("the anti-trafficking law", "anti-trafficking", 1),
            ("the anti-trafficking law", "antitrafficking", 0),
            ("the antitrafficking law", "anti-trafficking", 0),
            ("the re-sign-\ning", "re-signing", 1),
            ("the re-sign-\ning", "re-sign-ing", 1),
            ("the re-sign-\ning", "resigning", 0),
            ("co-\noperate and co-\nordinate", "cooperate and co-ordinate", 1),
            ("co-\noperate and co-\nordinate", "co-operate and coordinate", 1),
            ("victims -\nand witnesses", "victims - and witnesses", 1),
            ("victims -\nand witnesses", "victims and witnesses", 0),
            ("short-\n- and long-term", "short- - and", 1),
        ],
    )
    def test_any_other_hyphen_counts(self, text: str, quote: str, times: int) -> None:
        assert Haystack(text).count(quote) == times

    @pytest.mark.parametrize(
        ("text", "quote", "times"),
        [
            ("policemen", "police", 0),
            ("transpolice", "police", 0),
            ("apolice", "police", 0),
            ("thepolice", "police", 0),
            ("the policemen and the police", "the police", 1),
            ("(police)", "police", 1),
            ("police’s", "police", 1),
            ("police-led", "police", 1),
            ("led-police", "police", 1),
            ("in 2023", "202", 0),
            ("in 2023", "23", 0),
            ("anti-\ntrafficking law", "trafficking law", 0),
            ("traffi-\ncking law", "cking law", 0),
            ("the traffi-\ncking", "the traffi", 0),
            ("the anti-\ntrafficking", "the anti", 0),
            ("həmkar", "kar", 0),
            ("NGOs (such", "NGOs (", 1),
            ("end. Begin", ". Begin", 1),
        ],
    )
    def test_it_begins_and_ends_with_whole_words(self, text: str, quote: str, times: int) -> None:
        """A hyphen at the end of a line may join the two halves of one word, so neither half is a word."""
        assert Haystack(text).count(quote) == times

    @pytest.mark.parametrize(
        ("text", "quote", "times"),
        [
            ("police police policemen police", "police", 3),
            ("the law, the law-\nful, the law", "the law", 2),
            ("anti-trafficking; anti-\ntrafficking; antitrafficking", "anti-trafficking", 2),
            ("no no no", "no no", 2),
            ("a b a b a", "a b a", 2),
        ],
    )
    def test_every_place_counts(self, text: str, quote: str, times: int) -> None:
        assert Haystack(text).count(quote) == times

    def test_a_quote_that_begins_or_ends_with_a_hyphen(self) -> None:
        haystack = Haystack("pre- and post-trial care, short-term")
        assert haystack.count("pre- and post-trial") == 1
        assert haystack.count("pre-") == 1
        assert haystack.count("-term") == 1
        assert Haystack("-term work").count("-term work") == 1
        assert Haystack("care pre").count("pre-") == 0
        assert Haystack("term work").count("-term") == 0

    @settings(deadline=None)
    @given(st.lists(st.sampled_from(["police", "law", "co-operate", "the", "NGOs’"]), min_size=1), st.data())
    def test_every_run_of_words_is_found_however_the_lines_break(self, words: list[str], data: st.DataObject) -> None:
        breaks = st.sampled_from([" ", "\n", " \n\n ", "\u00a0"])
        text = "".join(word + data.draw(breaks) for word in words).replace(
            "co-o", data.draw(st.sampled_from(["co-o", "co-\no"]))
        )
        first = data.draw(st.integers(0, len(words) - 1))
        last = data.draw(st.integers(first + 1, len(words)))
        quote = words[first:last]
        times = sum(words[at : at + len(quote)] == quote for at in range(len(words)))
        assert Haystack(text).count(" ".join(quote)) == times


class TestDeparture:
    TEXT = "The Government is urged to train all police officers and to fund the shelters."

    @pytest.mark.parametrize(
        ("quote", "message"),
        [
            ("Ministers are urged", "not even its first word `Ministers` is there"),
            ("trai", "not even its first word `trai` is there"),
            ("The Government was urged", "it agrees as far as `The Government`, not in `was`"),
            (
                "urged to train all police officers or to fund",
                "it agrees as far as `train all police officers`, not in `or`",
            ),
            ("to fund the shelter", "it agrees as far as `to fund the`, not in `shelter`"),
            ("to fund the shelters;", "it agrees as far as `to fund the`, not in `shelters;`"),
            ("The police", "it agrees as far as `The`, not in `police`"),
        ],
    )
    def test_it_tells_how_far_the_quote_agrees(self, quote: str, message: str) -> None:
        haystack = Haystack(self.TEXT)
        assert haystack.count(quote) == 0
        assert haystack.departure(quote) == message


class TestCompareWithDocuments:
    TEXT = (
        "Prioritized Recommendations\nThe Government is urged to:\n"
        "Train the police. Fund shel-\nters. They trained no police. They opened no shelter. They opened no shelter.\n"
    )

    @pytest.fixture
    def register(self, build: Builder) -> Builder:
        build.source("tr-2023")
        build.source("gov-2021")
        build.recommendation("tr-2023-01", "Train the police.", lead_in="The Government is urged to:")
        build.recommendation("tr-2023-02", "Fund shelters.", section="Prioritized Recommendations")
        return build

    def compared(self, build: Builder, **texts: str) -> Compared:
        documents = {id.replace("_", "-"): Document(text) for id, text in texts.items()}
        return compare_with_documents(loaded(build), documents)

    def told(self, compared: Compared) -> list[tuple[str, int, int, str]]:
        return [(found.path, found.line, found.column, found.code) for found in compared.diagnostics]

    def said(self, *passages: dict[str, str], **keys: Any) -> dict[str, Any]:
        return update("2023-06-15", "not_implemented", evidence=list(passages), **keys)

    def test_all_is_there(self, register: Builder) -> None:
        register.status("tr-2023-01", self.said(evidence("tr-2023", "They trained no police.")))
        assert self.compared(register, tr_2023=self.TEXT) == Compared(2, 1, 1, ("gov-2021",), ())

    def test_texts_that_are_not(self, register: Builder) -> None:
        register.recommendation(
            "tr-2023-02", "Fund all shelters.", section="Recommendations of all", lead_in="It is urged to:"
        )
        compared = self.compared(register, tr_2023=self.TEXT)
        assert compared[:4] == (2, 0, 1, ("gov-2021",))
        path = "recommendations/tr-2023/02.yaml"
        code = "text-not-in-document"
        assert self.told(compared) == [(path, 6, 10, code), (path, 7, 13, code), (path, 8, 13, code)]
        assert [found.message for found in compared.diagnostics] == [
            "the text is not in the document: it agrees as far as `Fund`, not in `all`",
            "the section is not in the document: it agrees as far as `Recommendations`, not in `of`",
            "the lead-in is not in the document: not even its first word `It` is there",
        ]
        assert {found.severity for found in compared.diagnostics} == {Severity.ERROR}

    def test_a_quote_that_is_not(self, register: Builder) -> None:
        register.write(
            "status/tr-2023/01.yaml",
            "recommendation: tr-2023-01\n"
            "updates:\n"
            "  - date: 2023-06-15\n"
            "    implementation: not_implemented\n"
            "    basis: issuing_body\n"
            "    evidence:\n"
            "      - {source: tr-2023, place: Part 1, quote: They trained no police.}\n"
            "      - source: tr-2023\n"
            "        place: Part 1\n"
            "        quote: They trained no officers.\n",
        )
        compared = self.compared(register, tr_2023=self.TEXT)
        assert compared.quotes == 2
        (found,) = compared.diagnostics
        assert self.told(compared) == [("status/tr-2023/01.yaml", 10, 16, "quote-not-in-document")]
        assert found.severity is Severity.ERROR
        assert found.message == (
            "the quote is not in the document: it agrees as far as `They trained no`, not in `officers.`"
        )

    def test_a_quote_that_stands_more_than_once(self, register: Builder) -> None:
        register.status("tr-2023-01", self.said(evidence("tr-2023", "They opened no shelter.")))
        (found,) = self.compared(register, tr_2023=self.TEXT).diagnostics
        assert (found.code, found.severity) == ("quote-not-unique", Severity.WARNING)
        assert found.message == "the quote stands 2 times in the document"
        assert found.hint == "lengthen it until it stands once"

    def test_quotes_of_every_kind_of_place(self, register: Builder) -> None:
        gone = "It is not there."
        register.write(
            "status/tr-2023/01.yaml",
            "recommendation: tr-2023-01\n"
            f"response: {{response: noted, date: 2021, source: gov-2021, quote: {gone}}}\n"
            "updates: []\n"
            "closed:\n"
            "  date: 2024-01-01\n"
            "  reason: superseded\n"
            "  summary: A law did it.\n"
            "  evidence:\n"
            f"    - {{source: tr-2023, place: Part 1, quote: {gone}}}\n",
        )
        register.matter("inspections", "tr-2023-01")
        compared = self.compared(register, tr_2023=self.TEXT, gov_2021="Nothing.")
        assert compared[:4] == (2, 4, 2, ())
        code = "quote-not-in-document"
        lines = [found[:2] for found in self.told(compared)]
        assert {found.code for found in compared.diagnostics} == {code}
        assert self.told(compared)[-2:] == [
            ("status/tr-2023/01.yaml", 2, 66, code),
            ("status/tr-2023/01.yaml", 9, 47, code),
        ]
        matter = (register.root / "status/matters/inspections.yaml").read_text("utf-8").splitlines()
        quoted = [number for number, line in enumerate(matter, 1) if '"quote"' in line]
        assert lines[:2] == [("status/matters/inspections.yaml", number) for number in quoted]

    def test_a_quote_counts_once_a_source_and_is_told_at_each_place(self, register: Builder) -> None:
        gone = evidence("tr-2023", "It is not there.")
        register.status("tr-2023-01", self.said(gone), self.said(gone, evidence("gov-2021", "It is not there.")))
        register.status("tr-2023-02", self.said(gone))
        compared = self.compared(register, tr_2023=self.TEXT, gov_2021="Nothing.")
        assert compared.quotes == 2
        assert [found.path for found in compared.diagnostics] == ["status/tr-2023/01.yaml"] * 3 + [
            "status/tr-2023/02.yaml"
        ]

    def test_what_has_no_document_is_passed_over_and_named(self, register: Builder) -> None:
        register.status("tr-2023-01", self.said(evidence("tr-2023", "It is not there.")))
        assert self.compared(register) == Compared(0, 0, 0, ("gov-2021", "tr-2023"), ())
        assert self.compared(register, gov_2021="Nothing.") == Compared(0, 0, 1, ("tr-2023",), ())

    def test_an_empty_document_holds_nothing(self, register: Builder) -> None:
        compared = self.compared(register, tr_2023="")
        assert compared[:4] == (2, 0, 1, ("gov-2021",))
        assert [found.code for found in compared.diagnostics] == ["text-not-in-document"] * 4

    def test_a_document_that_is_of_no_use_is_told_at_its_place(self, register: Builder) -> None:
        register.write(
            "sources/tr-2023.yaml",
            "id: tr-2023\nseries: tr\nissuer: Office of Reports\ntitle: Report\ncountry: UTO\nyear: 2023\n"
            f"document:\n  file: a.txt\n  sha256: {'0' * 64}\n",
        )
        documents = {"tr-2023": Document(None, "the checksum is another"), "gov-2021": Document("Nothing.")}
        compared = compare_with_documents(loaded(register), documents)
        assert compared[:4] == (0, 0, 1, ("tr-2023",))
        (found,) = compared.diagnostics
        assert self.told(compared) == [("sources/tr-2023.yaml", 8, 3, "document-unusable")]
        assert (found.message, found.severity) == ("the checksum is another", Severity.ERROR)
