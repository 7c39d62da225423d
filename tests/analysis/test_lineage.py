import pytest

from recotrack.analysis.lineage import (
    Graph,
    Line,
    ancestors,
    editions_of,
    graph_of,
    lines_of,
    loaded_years,
    not_loaded,
    successors_of,
    thread_of,
)
from recotrack.model.records import Link, Recommendation
from recotrack.model.register import Register
from recotrack.model.terms import Cadence, Relation
from tests.analysis.registers import bare_link, bare_recommendation, bare_register

SERIES = ("tr", "UTO")


def register_of(**continues: str) -> Register:
    """Gives a register of recommendations like `a18`: number 1 of tr-2018; the values name what they continue."""
    return bare_register(_recommendation(name, parents.split()) for name, parents in continues.items())


def _id(name: str) -> str:
    return f"tr-20{name[1:]}-{ord(name[0]) - ord('a') + 1:02}"


def _recommendation(name: str, parents: list[str]) -> Recommendation:
    return bare_recommendation(_id(name), continues=tuple(bare_link(_id(parent)) for parent in parents))


def ids(names: str) -> tuple[str, ...]:
    return tuple(_id(name) for name in names.split())


def up(graph: Graph, id: str) -> tuple[str, ...]:
    return tuple(link.id for link in graph.parents.get(id, ()))


def down(graph: Graph, id: str) -> tuple[str, ...]:
    return tuple(child for child, _ in graph.children.get(id, ()))


MERGE = {"a18": "", "b18": "", "a23": "b18", "b23": "", "a24": "b23 a23 a18"}
DIAMOND = {"a18": "", "a23": "a18", "b23": "a18", "a24": "a23 b23"}


def test_parents_stand_as_written_and_children_by_id() -> None:
    graph = graph_of(register_of(**MERGE, b24="a18"))
    assert up(graph, _id("a24")) == ids("b23 a23 a18")
    assert down(graph, _id("a18")) == ids("a24 b24")
    assert down(graph, _id("b18")) == ids("a23")


def test_what_has_no_link_is_not_among_the_keys() -> None:
    graph = graph_of(register_of(**MERGE))
    assert set(graph.parents) == set(ids("a23 a24"))
    assert set(graph.children) == set(ids("a18 b18 a23 b23"))


def test_the_relation_is_kept_both_ways() -> None:
    link = bare_link("tr-2018-01", Relation.NARROWED)
    register = bare_register([bare_recommendation("tr-2018-01"), bare_recommendation("tr-2023-01", continues=(link,))])
    graph = graph_of(register)
    assert graph.parents["tr-2023-01"] == (link,)
    assert graph.children["tr-2018-01"] == (("tr-2023-01", link),)


@pytest.mark.parametrize(
    "link",
    [
        pytest.param(bare_link("tr-2018-01", confirmed=False), id="not-confirmed"),
        pytest.param(bare_link("tr-2018-99"), id="unknown"),
        pytest.param(bare_link("tr-2023-01"), id="itself"),
    ],
)
def test_links_that_do_not_count_are_left_out(link: Link) -> None:
    later = bare_recommendation("tr-2023-01", continues=(link,))
    assert graph_of(bare_register([bare_recommendation("tr-2018-01"), later])) == Graph({}, {})


def test_lineage_that_nobody_read_is_without_links() -> None:
    register = bare_register([bare_recommendation("tr-2018-01"), bare_recommendation("tr-2023-01", continues=None)])
    assert graph_of(register) == Graph({}, {})


def test_ancestors_stand_nearest_first() -> None:
    register = register_of(**{"a16": "", **MERGE, "b18": "a16"})
    assert ancestors(graph_of(register), _id("a24")) == ids("b23 a23 a18 b18 a16")
    assert ancestors(graph_of(register), _id("a16")) == ()


def test_an_ancestor_by_two_ways_is_given_once() -> None:
    assert ancestors(graph_of(register_of(**DIAMOND)), _id("a24")) == ids("a23 b23 a18")


def test_ancestors_of_one_are_not_those_of_its_sibling() -> None:
    register = register_of(a18="", b18="", a23="a18", b23="b18")
    assert ancestors(graph_of(register), _id("a23")) == ids("a18")


def lines(register: Register, name: str) -> tuple[Line, ...]:
    return lines_of(register, graph_of(register), _id(name))


def test_one_without_ancestors_is_its_own_line() -> None:
    register = register_of(**MERGE)
    assert lines_of(register, graph_of(register), _id("b23")) == (Line(_id("b23"), 2023),)


def test_a_chain_is_one_line_since_its_root() -> None:
    assert lines(register_of(a18="", a23="a18", a24="a23"), "a24") == ((_id("a18"), 2018),)


def test_each_line_has_its_own_since() -> None:
    register = register_of(a18="", a23="a18", b23="", a24="b23 a23")
    assert lines(register, "a24") == ((_id("a18"), 2018), (_id("b23"), 2023))


def test_lines_of_one_year_stand_by_id() -> None:
    assert lines(register_of(a18="", b18="", a23="b18 a18"), "a23") == ((_id("a18"), 2018), (_id("b18"), 2018))


def test_a_diamond_is_one_line() -> None:
    assert lines(register_of(**DIAMOND), "a24") == ((_id("a18"), 2018),)


def test_lines_are_not_those_of_descendants() -> None:
    register = register_of(a18="", b18="", a23="a18 b18")
    assert lines(register, "a18") == ((_id("a18"), 2018),)


def test_the_thread_is_all_that_lineage_ties_together() -> None:
    register = register_of(a18="", b18="", c18="", a23="a18", b23="b18 a18", c23="c18", a24="b23", b24="")
    graph = graph_of(register)
    whole = ids("a18 b18 a23 b23 a24")
    assert {thread_of(register, graph, id) for id in whole} == {whole}
    assert thread_of(register, graph, _id("c23")) == ids("c18 c23")
    assert thread_of(register, graph, _id("b24")) == ids("b24")


def test_walks_end_in_a_cycle() -> None:
    register = register_of(a18="a24", a23="a18", a24="a23", b24="a24")
    graph = graph_of(register)
    assert ancestors(graph, _id("a24")) == ids("a23 a18")
    assert ancestors(graph, _id("b24")) == ids("a24 a23 a18")
    assert thread_of(register, graph, _id("a18")) == ids("a18 a23 a24 b24")
    assert lines(register, "a24") == ((_id("a24"), 2024),)
    assert lines(register, "b24") == ((_id("b24"), 2024),)


def test_a_line_beside_a_cycle_is_kept() -> None:
    assert lines(register_of(a18="", a23="b23 a18", b23="a23"), "a23") == ((_id("a18"), 2018),)


def test_a_long_chain_is_walked_without_recursion() -> None:
    chain = [bare_recommendation("tr-1800-01")]
    chain += [
        bare_recommendation(f"tr-{year}-01", continues=(bare_link(f"tr-{year - 1}-01"),)) for year in range(1801, 2999)
    ]
    register = bare_register(chain)
    graph = graph_of(register)
    assert len(ancestors(graph, "tr-2998-01")) == 1198
    assert lines_of(register, graph, "tr-2998-01") == (Line("tr-1800-01", 1800),)


def test_successors_are_the_newest_that_continue_it() -> None:
    graph = graph_of(register_of(a18="", b18="", a23="a18", b23="a18 b18", a24="a23", b24="a23", c24=""))
    assert successors_of(graph, _id("a18")) == ids("b23 a24 b24")
    assert successors_of(graph, _id("b18")) == ids("b23")
    assert successors_of(graph, _id("a23")) == ids("a24 b24")
    assert successors_of(graph, _id("a24")) == ()
    assert successors_of(graph, _id("c24")) == ()


def test_a_successor_by_two_ways_is_given_once() -> None:
    assert successors_of(graph_of(register_of(**DIAMOND)), _id("a18")) == ids("a24")


def test_the_search_for_successors_ends_in_a_cycle() -> None:
    graph = graph_of(register_of(a18="a24", a23="a18", a24="a23", b24="a24"))
    assert successors_of(graph, _id("a18")) == ids("b24")


def years_and_countries() -> Register:
    """Gives lists of 2018, 2023 and 2024 and one of another country; gov-2021 and tr-2025 have none."""
    made = [bare_recommendation(f"tr-{year}-01") for year in (2023, 2018, 2024)]
    register = bare_register([*made, bare_recommendation("arc-2020-01")], editions=["gov-2021", "tr-2025"])
    register.sources["arc-2020"] = register.sources["arc-2020"]._replace(series="tr", country="ARC")
    return register


@pytest.mark.parametrize(
    ("series", "years"),
    [
        (SERIES, (2018, 2023, 2024, 2025)),
        (("tr", "ARC"), (2020,)),
        (("gov", "UTO"), (2021,)),
        (("none", "UTO"), ()),
    ],
)
def test_loaded_years_are_those_of_series_and_country(series: tuple[str, str], years: tuple[int, ...]) -> None:
    assert loaded_years(years_and_countries(), series) == years


@pytest.mark.parametrize(
    ("series", "years"),
    [(SERIES, (2018, 2023, 2024)), (("tr", "ARC"), (2020,)), (("gov", "UTO"), ()), (("none", "UTO"), ())],
)
def test_a_source_without_a_list_is_no_edition(series: tuple[str, str], years: tuple[int, ...]) -> None:
    assert editions_of(years_and_countries(), series) == years


@pytest.mark.parametrize(
    ("cadence", "loaded", "first", "last", "missing"),
    [
        (Cadence.ANNUAL, "2018 2023", 2018, 2023, (2019, 2020, 2021, 2022)),
        (Cadence.ANNUAL, "2018 2020 2023", 2018, 2023, (2019, 2021, 2022)),  # of 2020 no list, but the document
        (Cadence.ANNUAL, "2023 2024", 2023, 2024, ()),
        (Cadence.ANNUAL, "2023", 2023, 2023, ()),
        (Cadence.ANNUAL, "2016 2018 2023 2026", 2018, 2023, (2019, 2020, 2021, 2022)),
        (Cadence.BIENNIAL, "2016 2022", 2016, 2022, (2018, 2020)),
        (Cadence.BIENNIAL, "2016 2018 2022", 2016, 2022, (2020,)),
        (Cadence.BIENNIAL, "2016 2018", 2016, 2018, ()),
        (Cadence.ONCE, "2016 2022", 2016, 2022, ()),
        (Cadence.IRREGULAR, "2016 2022", 2016, 2022, None),
        (None, "2016 2022", 2016, 2022, None),
    ],
)
def test_not_loaded(
    cadence: Cadence | None, loaded: str, first: int, last: int, missing: tuple[int, ...] | None
) -> None:
    register = bare_register([], editions=[f"tr-{year}" for year in loaded.split()], cadence=cadence)
    assert not_loaded(register, SERIES, first, last) == missing


def test_what_is_not_loaded_of_an_undeclared_series_is_unknown() -> None:
    register = bare_register([], editions=["tr-2018", "tr-2023"])
    register = register._replace(settings=register.settings._replace(series={}))
    assert not_loaded(register, SERIES, 2018, 2023) is None


def test_an_edition_of_another_country_is_not_the_missing_one() -> None:
    register = bare_register([], editions=["tr-2022", "tr-2024"])
    register.sources["x"] = register.sources["tr-2022"]._replace(id="x", country="ARC", year=2023)
    assert not_loaded(register, SERIES, 2022, 2024) == (2023,)
