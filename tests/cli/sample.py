"""The fixed register of the snapshots: every kind of change, standing and flag, and hostile text.

The test report (`tr`) has the editions 2018, 2021 and 2022: a split, a merge of it, a demand that
nobody makes any more, one that is closed. The needs assessment (`na`) has sections and lead-ins.
The series `1e` is not declared; its ids and texts look like numbers.
"""

from tests.builder import GOVERNMENT, ISSUER, Builder, evidence, link, update, value

OFFICE = "Office of Migration"
EXPERTS = "Group of Experts"

HOSTILE = (
    "Refer \x1b[31mred\x1b[0m cases \u202eback\u202c to <script>alert(1)</script> | `code`, *stars*, "
    "[a link](https://example.org) within 24 hours"
)
"""Escape codes, marks of direction, HTML and Markdown in one demand."""

WIDE = "被害者を保護する施設を全国に設置し、通訳を配置するとともに、職員の研修を行う。 Bakı şəhərində də"
"""Characters two columns wide, without a space to wrap at, and letters of Azerbaijani."""

_INDICATORS = "In order to strengthen referral, stakeholders are invited to consider:"
_FUNDING = "In order to fund shelters | hotlines, the authorities are encouraged to consider:"


def write_sample(build: Builder) -> Builder:
    """Writes the register of the snapshots."""
    build.write("recotrack.yaml", _SETTINGS)
    _sources(build)
    _first_editions(build)
    _last_edition(build)
    _other_series(build)
    _action(build)
    return build


_SETTINGS = {
    "format": 1,
    "title": "Recommendations to Utopia <draft>",
    "country": "UTO",
    "series": {
        "tr": {"title": "Test report", "short": "TR", "issuer": ISSUER, "cadence": "annual"},
        "na": {"title": "Needs assessment", "short": "NA", "issuer": OFFICE, "cadence": "once"},
        "exp": {"title": "Reports of the experts", "issuer": EXPERTS, "cadence": "irregular"},
        "gov": {"short": "GOV", "issuer": GOVERNMENT, "cadence": "annual"},
    },
    "taxonomies": {"themes": {"prevention": "Prevention", "protection": "Protection | care", "funding": "1e3"}},
}


def _sources(build: Builder) -> None:
    build.source(
        "tr-2018",
        published="2018-06-28",
        covers={"from": "2017-04-01", "to": "2018-03-31"},
        extent="whole",
        rating="Tier 2",
    )
    build.source("tr-2021", published="2021-07-01", extent="whole", rating="Tier 2")
    build.source(
        "tr-2022",
        published="2022-07-19",
        covers={"from": "2021-04-01", "to": "2022-03-31"},
        extent="extract",
        rating="Tier 2",
        note="An extract: the introduction and the list, *no* narrative.",
    )
    build.source("na-2016", issuer=OFFICE, title="Needs assessment of 2016", published="2016")
    build.source("gov-2022", title="Report of the government on 2022", published="2023-03-01", covers=2022)
    build.source(
        "exp-2023",
        issuer=EXPERTS,
        title="Report of the experts on 2023",
        published="2023-06-15",
        url="https://example.org/2023",
    )
    build.write(
        "sources/1e.yaml",
        {"id": "1e", "series": "1e", "issuer": "0123.10", "title": "1e5", "country": "UTO", "year": 2015},
    )


def _first_editions(build: Builder) -> None:
    build.recommendation("tr-2018-01", "Investigate offenses, and punish offenders", themes=["prevention"])
    build.recommendation(
        "tr-2018-02",
        "strengthen the capacity of the Labor Inspectorate to identify victims",
        themes=["protection"],
        mentions=["Labor Inspectorate"],
    )
    build.recommendation("tr-2018-03", "target awareness campaigns to migrant workers.", themes=["prevention"])
    split = link("tr-2018-01", "split", rationale="One sentence became two.")
    build.recommendation("tr-2021-01", "Investigate offenses.", themes=["prevention"], continues=[split])
    build.recommendation(
        "tr-2021-02", "Punish offenders with adequate sentences.", themes=["prevention"], continues=[split]
    )
    build.recommendation(
        "tr-2021-03",
        "Strengthen the capacity of the Labor Inspectorate to identify victims.",
        themes=["protection"],
        mentions=["Labor Inspectorate"],
        continues=[link("tr-2018-02", "repeated")],
    )
    build.recommendation("tr-2021-04", "Lift the moratorium on inspections.", themes=["protection"], continues=[])
    build.recommendation("tr-2021-05", "Refer cases within 48 hours", themes=["protection"], continues=[])
    build.recommendation("tr-2021-06", "Publish the plan of action for 2020.", themes=["funding"], continues=[])


def _last_edition(build: Builder) -> None:
    build.recommendation(
        "tr-2022-01",
        "Investigate offenses and punish offenders, officials among them, with adequate sentences.",
        themes=["prevention"],
        continues=[link("tr-2021-01", "merged"), link("tr-2021-02", "merged", rationale="Both in one sentence.")],
    )
    build.recommendation(
        "tr-2022-02",
        "Lift the moratorium on inspections and strengthen the capacity of the Labor Inspectorate to identify victims.",
        themes=["prevention", "protection"],
        mentions=["Labor Inspectorate"],
        continues=[link("tr-2021-03", "merged"), link("tr-2021-04", "merged")],
        related=["na-2016-02"],
    )
    build.recommendation(
        "tr-2022-03",
        HOSTILE,
        themes=["protection"],
        continues=[link("tr-2021-05", rationale="Half the time, & \x1b[1mmore\x1b[0m.")],
    )
    build.recommendation("tr-2022-04", WIDE, themes=["protection"], continues=[])


def _other_series(build: Builder) -> None:
    section = "Referral & care"
    build.recommendation(
        "na-2016-01", "drafting indicators", section=section, lead_in=_INDICATORS, themes=["protection"]
    )
    build.recommendation(
        "na-2016-02",
        "training inspectors of the Labor Inspectorate",
        section=section,
        lead_in=_INDICATORS,
        themes=["protection"],
        mentions=["Labor Inspectorate"],
    )
    build.recommendation(
        "na-2016-03", "paying shelters in advance", section=section, lead_in=_FUNDING, addressees=["authorities"]
    )
    for number, text in ((1, "0123.10"), (2, "1e400")):
        record = {"id": f"1e-{number:02}", "source": "1e", "year": 2015, "number": number, "text": text}
        build.write(f"recommendations/1e/{number:02}.yaml", record)


def _action(build: Builder) -> None:
    build.status(
        "tr-2018-02",
        update(
            "2021-07-01",
            "implemented",
            summary="All inspectors were trained.",
            evidence=[evidence("tr-2021", "The government trained all inspectors.", place="Protection")],
        ),
    )
    build.status("tr-2018-03", update("2021-07-01", "insufficient_evidence", searched=["tr-2021"]))
    build.status(
        "tr-2021-06",
        closed={"date": "2022-07-19", "reason": "overtaken_by_events", "summary": "The plan ended in 2020."},
    )
    build.status(
        "tr-2022-01",
        update(
            "2022-07-19",
            "partly_implemented",
            covers={"from": "2021-04-01", "to": "2022-03-31"},
            summary="Ten offenders were convicted.",
            alternative={"implementation": "not_implemented", "because": "no official was among them."},
            evidence=[evidence("tr-2022", "Courts convicted 10 offenders.", place="Introduction")],
        ),
        response={
            "response": "partly_accepted",
            "date": "2023",
            "source": "gov-2022",
            "quote": "We share the aim of this recommendation.",
        },
    )
    build.status(
        "tr-2022-02",
        update(
            "2022-07-19",
            "not_implemented",
            summary="The moratorium stayed.",
            evidence=[evidence("tr-2022", "The moratorium continued.", says="no_action", place="Introduction")],
            applies_to=["na-2016-02"],
        ),
        update(
            "2023-03-01",
            "implemented",
            "government_claim",
            covers=2022,
            evidence=[evidence("gov-2022", "Inspections were carried out.", place="Part 3")],
        ),
    )
    build.status(
        "tr-2022-03",
        update(
            "2023-06-15",
            "partly_implemented",
            "third_party",
            via="exp-2023",
            summary="Half of the cases, \u202esays\u202c a \x1b[7mboard\x1b[0m.",
            evidence=[{"source": "exp-2023", "place": "Part |2|", "quote": "One in two cases took <b>a day</b>."}],
        ),
        update("2023-09-01", "not_implemented", "own_assessment", summary="No case since.", evidence=[_NO_CASE]),
    )
    build.matter(
        "inspections",
        "tr-2022-02",
        title="Inspections | moratorium",
        claim={
            "summary": "Inspections took place.",
            "covers": 2022,
            "evidence": [evidence("gov-2022", "Inspections were carried out.", place="Part 3")],
        },
        finding={
            "summary": "None took place.",
            "covers": {"from": "2022-01-01", "to": "2022-03-31"},
            "basis": "issuing_body",
            "evidence": [evidence("tr-2022", "The moratorium continued.", says="no_action", place="Introduction")],
        },
        relation="contradiction",
        summary="Both speak of the first months of 2022.",
        concession={
            "summary": "More inspectors are needed.",
            "covers": 2022,
            "evidence": [evidence("gov-2022", "We lack inspectors.", says="no_action", place="Part 4")],
        },
    )
    build.metric(
        "convictions",
        value(10, 2021, "tr-2022", quote="Courts convicted 10 offenders."),
        value(11, 2021, "gov-2022", stated="restated", quote="The courts convicted 11."),
        value(6, 2021, "tr-2022", by={"sex": "female"}, quote="Of them six were women | <b>."),
        value(3, 2021, "tr-2022", by={"sex": "male"}, stated="implied", quote="The others were men.", note="Or boys."),
        value(1500, {"from": 2005, "to": 2020}, "gov-2022", about="more_than", quote="more than 1,500 in all"),
        title="Offenders convicted | <all>",
        remarks=[{"text": "Courts count from autumn.", "covers": 2021, "evidence": [_NO_CASE]}],
    )
    build.metric("tier", value("Tier 2", 2022, "tr-2022", quote="It remained on Tier 2."), unit="tier", title="Rating")


_NO_CASE = evidence("exp-2023", "No case was referred after June.", says="no_action", place="Protection")
