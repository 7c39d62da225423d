from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recotrack.analysis.comparison import (
    Comparison,
    EditionChange,
    EditionLink,
    compare_editions,
    recommendations_of,
)
from recotrack.analysis.words import WordChange
from recotrack.model.records import Link, Recommendation
from recotrack.model.register import Register
from recotrack.model.terms import Cadence, ChangeKind, Relation
from tests.analysis.registers import bare_link, bare_recommendation, bare_register, loaded
from tests.builder import Builder, evidence, link, update

A, B, C = "tr-2018-01", "tr-2018-02", "tr-2018-03"
P, Q, R = "tr-2023-01", "tr-2023-02", "tr-2023-03"
X, Y = "tr-2024-01", "tr-2024-02"
NAMES = {"A": A, "B": B, "C": C, "P": P, "Q": Q, "R": R, "X": X, "Y": Y}

Told = tuple[str, tuple[str, ...], tuple[str, ...]]


def compared(register: Register, first: str, second: str) -> Comparison:
    return compare_editions(register, register.sources[first], register.sources[second])


def told(comparison: Comparison) -> list[Told]:
    return [(str(change.kind), change.earlier, change.later) for change in comparison.changes]


def changes(register: Register, first: str = "tr-2018", second: str = "tr-2023") -> list[Told]:
    return told(compared(register, first, second))


def only(comparison: Comparison) -> EditionChange:
    (change,) = comparison.changes
    return change


def pair(relation: Relation, before: str = "Train police.", after: str = "Train judges.") -> Register:
    """Gives a register of two editions with one recommendation each, linked."""
    return bare_register([bare_recommendation(A, before), bare_recommendation(P, after, (bare_link(A, relation),))])


def simple(**continues: tuple[Link, ...] | None) -> Register:
    """Gives a register by the names above (`A=()`, `P=(bare_link(A),)`)."""
    return bare_register(
        bare_recommendation(NAMES[name], f"Demand {name}.", links) for name, links in continues.items()
    )


class TestKinds:
    def test_repeated(self) -> None:
        register = pair(Relation.REPEATED, "Train police.", "Train police")
        assert changes(register) == [("repeated", (A,), (P,))]

    @pytest.mark.parametrize("relation", [Relation.REWORDED, Relation.NARROWED, Relation.BROADENED])
    def test_reworded_narrowed_and_broadened_are_a_persons_word(self, relation: Relation) -> None:
        assert changes(pair(relation)) == [(str(relation), (A,), (P,))]

    @pytest.mark.parametrize("relation", [Relation.MERGED, Relation.SPLIT, Relation.REINTRODUCED])
    @pytest.mark.parametrize(("after", "kind"), [("train police", "repeated"), ("Train judges.", "reworded")])
    def test_a_relation_of_more_than_the_two_is_told_by_the_words(
        self, relation: Relation, after: str, kind: str
    ) -> None:
        assert changes(pair(relation, "Train police.", after)) == [(kind, (A,), (P,))]

    def test_merged_is_one_change_with_all_ids_as_written(self) -> None:
        merged = tuple(bare_link(id, Relation.MERGED) for id in (C, A))
        assert changes(simple(A=(), B=(), C=(), P=merged)) == [("merged", (C, A), (P,)), ("dropped", (B,), ())]

    def test_split_is_one_change_with_all_ids_at_its_first_part(self) -> None:
        split = (bare_link(A, Relation.SPLIT),)
        assert changes(simple(A=(), P=(), Q=split, R=split)) == [("new", (), (P,)), ("split", (A,), (Q, R))]

    def test_new_and_dropped(self) -> None:
        assert changes(simple(A=(), B=(), P=(), Q=(bare_link(A),))) == [
            ("new", (), (P,)),
            ("reworded", (A,), (Q,)),
            ("dropped", (B,), ()),
        ]

    def test_many_to_many(self) -> None:
        """A is split into P and Q; Q merges it with B."""
        register = simple(
            A=(),
            B=(),
            P=(bare_link(A, Relation.SPLIT),),
            Q=(bare_link(A, Relation.SPLIT), bare_link(B, Relation.MERGED)),
        )
        assert changes(register) == [("split", (A,), (P, Q)), ("merged", (A, B), (Q,))]

    def test_changes_stand_in_the_order_of_the_later_list_then_the_earlier(self) -> None:
        register = simple(A=(), B=(), C=(), P=(bare_link(C),), Q=(), R=(bare_link(A),))
        assert [change[2] or change[1] for change in changes(register)] == [(P,), (Q,), (R,), (B,)]

    def test_order_is_by_number_not_by_id(self) -> None:
        register = bare_register([bare_recommendation(id) for id in (A, "tr-2023-100", "tr-2023-11", P)])
        assert [r.id for r in recommendations_of(register, register.sources["tr-2023"])] == [
            P,
            "tr-2023-11",
            "tr-2023-100",
        ]

    def test_recommendations_of_other_sources_are_left_out(self) -> None:
        others = [bare_recommendation("gov-2018-01"), bare_recommendation("gov-2023-01", continues=None)]
        register = bare_register([*simple(A=(), P=(), X=()).recommendations.values(), *others])
        assert changes(register) == [("new", (), (P,)), ("dropped", (A,), ())]


class TestReintroduced:
    AGAIN = (bare_link(A, Relation.REINTRODUCED),)

    def test_in_an_edition_before_the_earlier_but_not_in_it(self) -> None:
        register = simple(A=(), P=(), X=self.AGAIN)
        assert changes(register, "tr-2023", "tr-2024") == [("reintroduced", (A,), (X,)), ("dropped", (P,), ())]

    def test_one_that_is_in_the_earlier_as_well_is_not(self) -> None:
        register = simple(A=(), P=(bare_link(A),), X=(bare_link(P),))
        assert changes(register, "tr-2023", "tr-2024") == [("reworded", (P,), (X,))]

    def test_several_earlier_ones_are_one_change(self) -> None:
        again = (*self.AGAIN, bare_link(B, Relation.REINTRODUCED))
        register = simple(A=(), B=(), P=(), X=again)
        assert changes(register, "tr-2023", "tr-2024")[0] == ("reintroduced", (A, B), (X,))

    def test_a_part_of_a_split_is_told_as_such(self) -> None:
        split = bare_link(P, Relation.SPLIT)
        register = simple(A=(), P=(), X=(split, *self.AGAIN), Y=(split,))
        assert changes(register, "tr-2023", "tr-2024") == [("split", (P,), (X, Y))]

    def test_over_an_edition_between(self) -> None:
        """2016 made it, 2018 did not, 2023 did again and 2024 continues that."""
        old = bare_recommendation("tr-2016-01")
        register = simple(
            A=(), P=(bare_link("tr-2016-01", Relation.REINTRODUCED),), X=(bare_link(P, Relation.REPEATED),)
        )
        register = bare_register([old, *register.recommendations.values()])
        comparison = compared(register, "tr-2018", "tr-2024")
        assert told(comparison) == [("reintroduced", ("tr-2016-01",), (X,)), ("dropped", (A,), ())]
        assert comparison.links == (EditionLink("tr-2016-01", X, Relation.REINTRODUCED, None, True),)

    def test_read_backwards_it_is_dropped(self) -> None:
        """It is in the first edition that was named and not in the second."""
        register = simple(A=(), P=(), X=self.AGAIN)
        assert sorted(changes(register, "tr-2024", "tr-2023")) == [("dropped", (X,), ()), ("new", (), (P,))]

    def test_what_continues_another_series_alone_is_new(self) -> None:
        register = simple(A=(), P=(bare_link("ngo-2016-01", Relation.REWORDED),))
        register = bare_register([bare_recommendation("ngo-2016-01"), *register.recommendations.values()])
        assert changes(register) == [("new", (), (P,)), ("dropped", (A,), ())]


class TestUnread:
    def test_it_is_neither_new_nor_is_anything_dropped(self) -> None:
        assert changes(simple(A=(), B=(), P=None, Q=(bare_link(A),))) == [
            ("unread", (), (P,)),
            ("reworded", (A,), (Q,)),
            ("unread", (B,), ()),
        ]

    def test_a_proposal_alone_leaves_it_unread(self) -> None:
        comparison = compared(simple(A=(), P=(bare_link(A, confirmed=False),)), "tr-2018", "tr-2023")
        assert told(comparison) == [("unread", (), (P,)), ("unread", (A,), ())]
        assert comparison.links == (EditionLink(A, P, Relation.REWORDED, None, False),)

    def test_a_proposal_beside_a_confirmed_link_counts_as_link_alone(self) -> None:
        comparison = compared(simple(A=(), B=(), P=(bare_link(B, confirmed=False), bare_link(A))), "tr-2018", "tr-2023")
        assert told(comparison) == [("reworded", (A,), (P,)), ("dropped", (B,), ())]
        assert comparison.links == (
            EditionLink(A, P, Relation.REWORDED, None, True),
            EditionLink(B, P, Relation.REWORDED, None, False),
        )

    def test_a_proposal_that_leads_out_of_the_two_editions_is_left_out(self) -> None:
        comparison = compared(simple(A=(), P=(), X=(bare_link(A, confirmed=False),)), "tr-2023", "tr-2024")
        assert told(comparison) == [("unread", (), (X,)), ("unread", (P,), ())]
        assert comparison.links == ()

    def test_an_unread_edition_between_settles_nothing(self) -> None:
        """X continues P, but what P continues nobody has looked at."""
        register = simple(A=(), P=None, X=(bare_link(P),))
        assert changes(register, "tr-2018", "tr-2024") == [("unread", (), (X,)), ("unread", (A,), ())]

    def test_one_between_that_nothing_continues_does_not_matter(self) -> None:
        """Somebody has read the lineage of the whole later list, and A is not in it."""
        assert changes(simple(A=(), P=None, X=()), "tr-2018", "tr-2024") == [
            ("new", (), (X,)),
            ("dropped", (A,), ()),
        ]

    def test_unread_editions_before_and_after_do_not_matter(self) -> None:
        register = simple(A=None, B=None, P=(bare_link(A),), X=None)
        register = bare_register([bare_recommendation("tr-2016-01"), *register.recommendations.values()])
        assert changes(register) == [("reworded", (A,), (P,)), ("dropped", (B,), ())]

    def test_read_backwards_it_stays_unread(self) -> None:
        assert sorted(changes(simple(A=(), P=None), "tr-2023", "tr-2018")) == [
            ("unread", (), (A,)),
            ("unread", (P,), ()),
        ]


class TestComposed:
    def register(self, middle: str = "Demand P.", last: str = "Demand X.") -> Register:
        return bare_register(
            [
                bare_recommendation(A, "Demand A."),
                bare_recommendation(P, middle, (bare_link(A, Relation.BROADENED),)),
                bare_recommendation(X, last, (bare_link(P, Relation.NARROWED),)),
            ]
        )

    def test_over_a_loaded_edition_between(self) -> None:
        comparison = compared(self.register(), "tr-2018", "tr-2024")
        assert told(comparison) == [("reworded", (A,), (X,))]
        assert comparison.links == (EditionLink(A, X, Relation.REWORDED, None, True),)
        assert comparison.loaded_between == (2023,)

    def test_the_same_words_at_both_ends_are_repeated(self) -> None:
        comparison = compared(self.register(last="demand a"), "tr-2018", "tr-2024")
        assert told(comparison) == [("repeated", (A,), (X,))]
        assert comparison.links == (EditionLink(A, X, Relation.REPEATED, None, True),)

    def test_a_proposal_over_the_edition_between_does_not_name_the_relation(self) -> None:
        proposed = bare_link(A, Relation.NARROWED, confirmed=False)
        comparison = compared(simple(A=(), P=(bare_link(A),), X=(bare_link(P), proposed)), "tr-2018", "tr-2024")
        assert told(comparison) == [("reworded", (A,), (X,))]
        assert comparison.links == (
            EditionLink(A, X, Relation.REWORDED, None, True),
            EditionLink(A, X, Relation.NARROWED, None, False),
        )

    def test_a_merge_and_a_split_between_are_told_at_the_ends(self) -> None:
        register = simple(
            A=(),
            B=(),
            P=(bare_link(A, Relation.MERGED), bare_link(B, Relation.MERGED)),
            X=(bare_link(P, Relation.SPLIT),),
            Y=(bare_link(P, Relation.SPLIT),),
        )
        assert changes(register, "tr-2018", "tr-2024") == [
            ("split", (A,), (X, Y)),
            ("split", (B,), (X, Y)),
            ("merged", (A, B), (X,)),
            ("merged", (A, B), (Y,)),
        ]

    def test_what_was_split_and_merged_again_is_one_to_one(self) -> None:
        register = simple(
            A=(),
            P=(bare_link(A, Relation.SPLIT),),
            Q=(bare_link(A, Relation.SPLIT),),
            X=(bare_link(P, Relation.MERGED), bare_link(Q, Relation.MERGED)),
        )
        assert changes(register, "tr-2018", "tr-2024") == [("reworded", (A,), (X,))]

    def test_a_link_that_jumps_the_edition_between_counts(self) -> None:
        register = simple(A=(), P=(), X=(bare_link(A, Relation.REINTRODUCED),))
        assert changes(register, "tr-2018", "tr-2024") == [("reworded", (A,), (X,))]

    def test_what_came_between_and_went_again_is_in_neither(self) -> None:
        assert changes(simple(A=(), P=(), X=(bare_link(A),)), "tr-2018", "tr-2024") == [("reworded", (A,), (X,))]

    def test_what_the_edition_between_made_first_is_new(self) -> None:
        assert changes(simple(A=(), P=(), X=(bare_link(P),)), "tr-2018", "tr-2024") == [
            ("new", (), (X,)),
            ("dropped", (A,), ()),
        ]

    def test_a_cycle_ends(self) -> None:
        register = simple(A=(), P=(bare_link(X),), X=(bare_link(P),))
        assert changes(register, "tr-2018", "tr-2024") == [("new", (), (X,)), ("dropped", (A,), ())]


class TestMissing:
    def test_years_not_loaded_are_named(self) -> None:
        comparison = compared(simple(A=(), P=()), "tr-2018", "tr-2023")
        assert (comparison.missing, comparison.loaded_between) == ((2019, 2020, 2021, 2022), ())

    def test_also_when_the_years_are_swapped(self) -> None:
        comparison = compared(simple(A=(), P=()), "tr-2023", "tr-2018")
        assert comparison.missing == (2019, 2020, 2021, 2022)
        assert (comparison.earlier.id, comparison.later.id) == ("tr-2023", "tr-2018")

    def test_a_loaded_one_between_is_not_missing(self) -> None:
        comparison = compared(simple(A=(), P=(), X=()), "tr-2018", "tr-2024")
        assert (comparison.missing, comparison.loaded_between) == ((2019, 2020, 2021, 2022), (2023,))

    def test_unknown_where_the_cadence_does_not_tell(self) -> None:
        register = bare_register([bare_recommendation(A), bare_recommendation(P)], cadence=Cadence.IRREGULAR)
        assert compared(register, "tr-2018", "tr-2023").missing is None

    def test_the_series_is_named(self) -> None:
        assert compared(simple(A=(), P=()), "tr-2018", "tr-2023").series == "tr"


class TestMirrored:
    @pytest.mark.parametrize(
        ("relation", "kind"),
        [
            (Relation.NARROWED, "broadened"),
            (Relation.BROADENED, "narrowed"),
            (Relation.REWORDED, "reworded"),
        ],
    )
    def test_a_pair(self, relation: Relation, kind: str) -> None:
        comparison = compared(pair(relation), "tr-2023", "tr-2018")
        assert told(comparison) == [(kind, (P,), (A,))]
        assert comparison.links == (EditionLink(P, A, Relation(kind), None, True),)

    def test_merge_and_split_new_and_dropped(self) -> None:
        register = simple(
            A=(),
            B=(),
            C=(),
            P=(bare_link(A, Relation.MERGED), bare_link(B, Relation.MERGED)),
            Q=(),
        )
        comparison = compared(register, "tr-2023", "tr-2018")
        assert sorted(told(comparison)) == [("dropped", (Q,), ()), ("new", (), (C,)), ("split", (P,), (A, B))]
        assert comparison.links == (
            EditionLink(P, A, Relation.SPLIT, None, True),
            EditionLink(P, B, Relation.SPLIT, None, True),
        )

    def test_the_words_lead_the_other_way(self) -> None:
        assert only(compared(pair(Relation.REWORDED), "tr-2023", "tr-2018")).words == (
            WordChange("equal", "Train"),
            WordChange("delete", " judges"),
            WordChange("insert", " police"),
            WordChange("equal", "."),
        )

    def test_changes_stay_in_the_order_of_the_newer_list(self) -> None:
        register = simple(A=(), B=(), C=(), P=(bare_link(C),), Q=(), R=(bare_link(A),))
        swapped = changes(register, "tr-2023", "tr-2018")
        assert [change[1] or change[2] for change in swapped] == [(P,), (Q,), (R,), (B,)]


class TestEmptyLists:
    def test_both(self) -> None:
        register = bare_register([], editions=["tr-2018", "tr-2023"])
        assert compared(register, "tr-2018", "tr-2023").changes == ()

    def test_the_later(self) -> None:
        """No list was recorded, so nobody can say that something was dropped from it."""
        register = bare_register([bare_recommendation(A)], editions=["tr-2023"])
        assert changes(register) == [("unread", (A,), ())]

    def test_the_earlier(self) -> None:
        register = bare_register([bare_recommendation(P)], editions=["tr-2018"])
        assert changes(register) == [("new", (), (P,))]


class TestItself:
    def test_all_repeated(self) -> None:
        comparison = compared(simple(A=(), P=None, Q=(bare_link(A),)), "tr-2023", "tr-2023")
        assert told(comparison) == [("repeated", (P,), (P,)), ("repeated", (Q,), (Q,))]
        assert comparison.links == tuple(EditionLink(id, id, Relation.REPEATED, None, True) for id in (P, Q))
        assert comparison.changes[0].words == (WordChange("equal", "Demand P."),)
        assert (comparison.missing, comparison.loaded_between) == ((), ())


class TestWords:
    def test_of_one_and_one(self) -> None:
        assert only(compared(pair(Relation.REWORDED), "tr-2018", "tr-2023")).words == (
            WordChange("equal", "Train"),
            WordChange("delete", " police"),
            WordChange("insert", " judges"),
            WordChange("equal", "."),
        )

    def test_of_several_in_one(self) -> None:
        register = bare_register(
            [
                bare_recommendation(A, "Train police."),
                bare_recommendation(B, "Fund shelters."),
                bare_recommendation(P, "Train police. Build shelters.", (bare_link(A), bare_link(B))),
            ]
        )
        words = only(compared(register, "tr-2018", "tr-2023")).words
        assert rebuilt(words, "equal", "delete") == "Train police. Fund shelters."
        assert rebuilt(words, "equal", "insert") == "Train police. Build shelters."

    def test_of_new_and_dropped(self) -> None:
        new, dropped = compared(simple(A=(), P=()), "tr-2018", "tr-2023").changes
        assert new.words == (WordChange("insert", "Demand P."),)
        assert dropped.words == (WordChange("delete", "Demand A."),)


def rebuilt(words: tuple[WordChange, ...], *ops: str) -> str:
    return "".join(change.text for change in words if change.op in ops)


class TestLevel:
    """Level and `unresolved` tell where the demand stands now."""

    @pytest.fixture
    def merged(self, build: Builder) -> Builder:
        for year in (2018, 2023, 2024):
            build.source(f"tr-{year}")
        for id in (A, B, C):
            build.recommendation(id, continues=[])
        build.recommendation(P, "Do this and that.", continues=[link(A, "merged"), link(B, "merged")])
        build.recommendation(Q, "Do it.", continues=[])
        return build

    def state(self, build: Builder, kind: ChangeKind, first: str = "tr-2018") -> tuple[str, bool]:
        comparison = compared(loaded(build), first, "tr-2023")
        (change,) = [change for change in comparison.changes if change.kind is kind]
        return str(change.standing.implementation), change.unresolved

    LATER: dict[str, Any] = {"evidence": [evidence("tr-2024", "They did.")]}

    def test_it_is_that_of_the_later_one(self, merged: Builder) -> None:
        merged.status(A, update("2024-01-01", "implemented", **self.LATER))
        assert self.state(merged, ChangeKind.MERGED) == ("not_assessed", True)
        merged.status(P, update("2024-01-01", "partly_implemented", **self.LATER))
        assert self.state(merged, ChangeKind.MERGED) == ("partly_implemented", True)

    def test_implemented_by_a_finding_since_is_resolved(self, merged: Builder) -> None:
        merged.status(P, update("2024-01-01", "implemented", **self.LATER))
        assert self.state(merged, ChangeKind.MERGED) == ("implemented", False)

    @pytest.mark.parametrize(
        ("said", "level"),
        [
            (update("2023-06-15", "implemented", evidence=[evidence("tr-2023", "They did.")]), "implemented"),
            (update("2024-01-01", "implemented", "government_claim", **LATER), "not_assessed"),
            (update("2024-01-01", "insufficient_evidence", searched=["tr-2024"]), "insufficient_evidence"),
        ],
        ids=["baseline", "claim", "blank"],
    )
    def test_what_resolves_nothing(self, merged: Builder, said: dict[str, Any], level: str) -> None:
        merged.status(P, said)
        assert self.state(merged, ChangeKind.MERGED) == (level, True)

    def test_closed_is_resolved(self, merged: Builder) -> None:
        merged.status(Q, closed={"date": "2024-01-01", "reason": "superseded", "summary": "A law did it."})
        assert self.state(merged, ChangeKind.NEW) == ("not_assessed", False)

    @pytest.mark.parametrize(("level", "unresolved"), [("not_implemented", True), ("implemented", False)])
    def test_of_a_dropped_one_it_is_its_own(self, merged: Builder, level: str, unresolved: bool) -> None:
        merged.status(C, update("2024-01-01", level, **self.LATER))
        assert self.state(merged, ChangeKind.DROPPED) == (level, unresolved)

    def test_of_a_split_the_weakest_counts(self, merged: Builder) -> None:
        merged.recommendation(P, continues=[link(C, "split")])
        merged.recommendation(Q, "Do it.", continues=[link(C, "split")])
        merged.status(P, update("2024-01-01", "implemented", **self.LATER))
        assert self.state(merged, ChangeKind.SPLIT) == ("not_assessed", True)
        merged.status(Q, update("2024-01-01", "not_implemented", **self.LATER))
        assert self.state(merged, ChangeKind.SPLIT) == ("not_implemented", True)
        merged.status(Q, update("2024-01-01", "implemented", **self.LATER))
        assert self.state(merged, ChangeKind.SPLIT) == ("implemented", False)

    def test_one_that_a_yet_later_edition_continues_is_judged_there(self, merged: Builder) -> None:
        merged.recommendation(X, "Do it.", continues=[link(Q, "repeated")])
        merged.status(Q, update("2024-01-01", "implemented", **self.LATER))
        assert self.state(merged, ChangeKind.NEW) == ("not_assessed", True)
        merged.source("gov-2025")
        merged.status(
            X, update("2025-02-01", "implemented", "government_claim", evidence=[evidence("gov-2025", "Yes.")])
        )
        assert self.state(merged, ChangeKind.NEW) == ("not_assessed", True)
        merged.status(
            X, update("2025-02-01", "partly_implemented", "third_party", evidence=[evidence("gov-2025", "Yes.")])
        )
        assert self.state(merged, ChangeKind.NEW) == ("partly_implemented", True)


class Lineages(NamedTuple):
    """A register of editions, oldest first."""

    register: Register
    editions: tuple[str, ...]


RELATIONS = st.sampled_from([Relation.REPEATED, Relation.REWORDED, Relation.NARROWED, Relation.BROADENED])
TEXT = st.lists(st.sampled_from(["train", "police", "fund", "shelters", "now"]), min_size=1, max_size=4).map(" ".join)


@st.composite
def lineages(draw: st.DrawFn, read: bool = False) -> Lineages:
    """Draws two or three editions of up to four demands with any links between them.

    With `read`, each edition has a list, and somebody has confirmed the lineage of all.
    """
    years = ("2018", "2023", "2024")[: draw(st.integers(2, 3))]
    made: list[Recommendation] = []
    for year in years:
        earlier = [r.id for r in made]
        for number in range(1, draw(st.integers(int(read), 4)) + 1):
            links: tuple[Link, ...] | None = ()
            if earlier:
                confirmed = st.just(True) if read else st.booleans()
                one = st.builds(Link, st.sampled_from(earlier), RELATIONS, confirmed)
                some = st.lists(one, max_size=3, unique_by=lambda link: link.id).map(tuple)
                links = draw(some if read else st.none() | some)
            made.append(bare_recommendation(f"tr-{year}-{number:02}", draw(TEXT), links))
    editions = tuple(f"tr-{year}" for year in years)
    return Lineages(bare_register(made, editions=editions), editions)


MIRROR = {"merged": "split", "new": "dropped", "narrowed": "broadened"}
MIRROR |= {theirs: ours for ours, theirs in MIRROR.items()}


@settings(deadline=None)
@given(lineages())
def test_swapping_the_editions_mirrors_the_changes(drawn: Lineages) -> None:
    first, last = drawn.editions[0], drawn.editions[-1]
    there, back = compared(drawn.register, first, last), compared(drawn.register, last, first)
    mirrored = [(MIRROR.get(kind, kind), later, earlier) for kind, earlier, later in told(there)]
    assert sorted(told(back)) == sorted(mirrored)
    assert [(link.later, link.earlier) for link in there.links] == [(link.earlier, link.later) for link in back.links]


@settings(deadline=None)
@given(lineages(), st.data())
def test_every_recommendation_of_both_editions_is_told(drawn: Lineages, data: st.DataObject) -> None:
    first, second = (data.draw(st.sampled_from(drawn.editions)) for _ in range(2))
    comparison = compared(drawn.register, first, second)
    for source, side in ((first, "earlier"), (second, "later")):
        listed = {r.id for r in recommendations_of(drawn.register, drawn.register.sources[source])}
        mentioned = {id for change in comparison.changes for id in getattr(change, side)}
        assert listed <= mentioned
    assert len(set(told(comparison))) == len(comparison.changes)


@settings(deadline=None)
@given(lineages(), st.data())
def test_an_edition_against_itself_is_all_repeated(drawn: Lineages, data: st.DataObject) -> None:
    edition = data.draw(st.sampled_from(drawn.editions))
    listed = recommendations_of(drawn.register, drawn.register.sources[edition])
    assert changes(drawn.register, edition, edition) == [("repeated", (r.id,), (r.id,)) for r in listed]


@settings(deadline=None)
@given(lineages(), st.data())
def test_words_rebuild_the_texts(drawn: Lineages, data: st.DataObject) -> None:
    first, second = (data.draw(st.sampled_from(drawn.editions)) for _ in range(2))
    texts = {r.id: r.text for r in drawn.register.recommendations.values()}
    for change in compared(drawn.register, first, second).changes:
        assert rebuilt(change.words, "equal", "delete") == " ".join(texts[id] for id in change.earlier)
        assert rebuilt(change.words, "equal", "insert") == " ".join(texts[id] for id in change.later)


@settings(deadline=None)
@given(lineages(read=True))
def test_confirmed_lineage_alone_decides_what_is_linked(drawn: Lineages) -> None:
    """The first edition has none before it, so that all ways lead into it or nowhere."""
    first, last = drawn.editions[0], drawn.editions[-1]
    records = drawn.register.recommendations

    def roots(id: str) -> set[str]:
        if records[id].source == first:
            return {id}
        return {root for link in records[id].continues or () for root in roots(link.id)}

    comparison = compared(drawn.register, first, last)
    ends = {id: roots(id) for id in records if records[id].source == last}
    assert {(link.earlier, link.later) for link in comparison.links} == {(up, id) for id in ends for up in ends[id]}
    assert {later for kind, _, later in told(comparison) if kind == "new"} == {(id,) for id in ends if not ends[id]}
    merged = {later for kind, _, later in told(comparison) if kind == "merged"}
    assert merged == {(id,) for id, up in ends.items() if len(up) > 1}
    gone = {id for id in records if records[id].source == first} - {up for ups in ends.values() for up in ups}
    assert {earlier for kind, earlier, _ in told(comparison) if kind == "dropped"} == {(id,) for id in gone}
