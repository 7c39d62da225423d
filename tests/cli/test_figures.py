"""`figures`: metrics listed, and one shown whole."""

import json

import pytest

from tests.builder import Builder, value
from tests.cli.conftest import Snapshot
from tests.conftest import Run


def test_whole_output(run: Run, sample: Builder, snapshot: Snapshot) -> None:
    snapshot("figures.txt", run("figures").out)


@pytest.mark.parametrize("width", ["50", "100"])
def test_whole_output_of_a_metric(
    run: Run, sample: Builder, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    snapshot(f"figures-convictions-{width}.txt", run("figures", "convictions").out)


def test_json(run: Run, sample: Builder) -> None:
    found = json.loads(run("figures", "convictions", "--format", "json").out)
    assert found["schema_version"] == 1
    (metric,) = found["metrics"]
    assert [one["value"] for one in metric["values"]] == [1500, 10, 11, 6, 3]
    assert metric["values"][0]["covers"] == {"from": "2005", "to": "2020"}
    assert metric["values"][0]["about"] == "more_than"
    assert [[one["value"] for one in conflict["values"]] for conflict in metric["conflicts"]] == [[10, 11]]
    assert metric["sums"][0]["adds_up"] is False
    assert metric["sums"][0]["difference"] == -1
    assert metric["remarks"][0]["text"] == "Courts count from autumn."


def test_json_of_all(run: Run, sample: Builder) -> None:
    found = json.loads(run("figures", "--format", "json").out)
    assert [metric["metric"] for metric in found["metrics"]] == ["convictions", "tier"]
    assert found["metrics"][1]["values"][0]["value"] == "Tier 2"


def test_fractions_are_numbers(run: Run, build: Builder) -> None:
    build.source("tr-2023")
    build.metric("share", value(2.7, 2021))
    (metric,) = json.loads(run("figures", "--format", "json").out)["metrics"]
    assert metric["values"][0]["value"] == 2.7


def test_as_of_a_day_the_later_sources_are_not_known(run: Run, sample: Builder) -> None:
    assert "11" in run("figures", "convictions").out
    earlier = run("figures", "convictions", "--as-of", "2022-12-31").out
    assert "GOV 2022" not in earlier
    assert "do not agree" not in earlier
    assert "'2022-13-01' is not a date" in run("figures", "--as-of", "2022-13-01", code=2).err


def test_an_unknown_metric(run: Run, sample: Builder) -> None:
    assert "no metric 'conviction'. Near it: convictions" in run("figures", "conviction", code=2).err
    assert "no metric 'zzz'.\n" in run("figures", "zzz", code=2).err


def test_a_metric_of_which_nothing_was_known_yet(run: Run, sample: Builder) -> None:
    assert "No value of tier was known on 2020-01-01." in run("figures", "tier", "--as-of", "2020-01-01", code=2).err


def test_no_figures(run: Run, build: Builder) -> None:
    assert run("figures").out == "No figure is recorded yet.\n"


def test_a_fault_in_figures_hides_nothing_from_list(run: Run, sample: Builder) -> None:
    """No standing depends on figures."""
    before = run("list").out
    sample.write("figures/bad.yaml", "metric: bad\n")
    assert run("list").out == before
    assert "figures/bad.yaml:1:1: missing-key" in run("figures", code=2).err
    assert "figures/bad.yaml:1:1: missing-key" in run("check", code=1).out


def test_a_revision(run: Run, sample: Builder) -> None:
    sample.commit()
    before = run("figures", "convictions").out
    sample.metric("convictions", value(1, 2021, "tr-2022"))
    assert run("figures", "convictions", "--rev", "HEAD").out == before


def test_changes_tell_of_figures(run: Run, sample: Builder) -> None:
    sample.commit()
    sample.metric("tier", value("Tier 3", 2022, "tr-2022"), unit="tier", title="Rating")
    sample.metric("fines", value(1, 2021, "tr-2022"))
    told = run("changes").out
    assert "warning: the value of 2022: Tier 2 (tr-2022) is gone" in told
    assert "value added: 2022: Tier 3 (tr-2022)" in told
    assert "metric added: Metric fines" in told


def test_all_values_of_the_sample_are_sound(run: Run, sample: Builder) -> None:
    assert "figures/" not in run("check", code=0).out
