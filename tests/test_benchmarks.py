"""The benchmarks: that they run, and that their report says what was measured. Never how long anything took."""

from __future__ import annotations

import math

import pytest

from benchmarks import beside, exports, growth, holes, keeping, planning, report
from benchmarks.sizes import SIZES, SMALL, TINY, Size
from benchmarks.timing import Took, in_turn


def row(**changed):
    return report.Row("a walk", "40 / 300", 2.0, "a run", 1.0, **changed)


@pytest.mark.parametrize("group", [holes, exports, planning, keeping], ids=lambda group: group.__name__)
def test_each_group_measures_something_and_says_beside_what(group):
    rows = list(group.rows(TINY))
    assert rows
    for measured in rows:
        assert measured.work
        assert measured.size
        assert measured.ours > 0
        assert len(measured.cells()) == len(report.HEADINGS)
    assert any(measured.target or measured.against for measured in rows)


def test_the_growth_is_told_for_each_size_up_to_the_one_asked_for():
    assert growth.sizes_up_to(SMALL) == [SMALL]
    assert len(growth.sizes_up_to(max(SIZES.values()))) == len(SIZES)
    told = growth.growth([TINY])
    assert len(told) > 5
    assert all(len(one.seconds) == 1 and one.seconds[0] > 0 for one in told)


def test_each_size_is_compared_and_what_takes_too_long_is_left_out(monkeypatch):
    monkeypatch.setattr(beside, "TOO_LONG", TINY)
    larger = Size(60, 400)
    told = beside.beside([TINY, larger])
    # What draws with NetworkX, and pandas, may not be installed.
    always = {"ties table", "graph, every edge looked at", "constraint of everyone", "open the file"}
    assert {row.work for row in told} >= always
    for row in told:
        assert row.ratios[0] > 0
        assert (row.ratios[1] is None) == (row.work in ("map, to SVG", "constraint of everyone"))
    table = report.beside_table([TINY, larger], [report.Beside("a walk", "a run", (2.0, None))])
    assert table.splitlines()[-1] == "| a walk | a run | 2.0× faster |  |"


def test_one_limit_of_several_rows_is_told_once():
    page = report.page([row(limit="Legs."), report.Row("a swim", "1", 1.0, limit="Legs.")], "", "", 0.0)
    assert "- **a walk; a swim**: Legs." in page


def test_a_row_knows_whether_its_target_is_met():
    assert row().ratio == 0.5
    assert row().met is None
    assert row(target=report.Target(most=2)).met
    assert not row(target=report.Target(most=1.9)).met
    assert row(target=report.Target(within=2)).met
    assert not row(target=report.Target(within=1.5)).met
    assert not row(target=report.Target(faster=2)).met
    assert report.Row("a walk", "1", 1.0, "a run", 3.0, target=report.Target(faster=2)).met


def test_what_could_not_be_measured_is_neither_met_nor_missed():
    unmeasured = report.Row.unmeasured("a walk", "1", "a run", "needs shoes", report.Target(most=1))
    assert unmeasured.met is None
    assert "needs shoes" in " ".join(unmeasured.cells())
    assert report.missed([unmeasured]) == "Targets that are not met: none. Not measured: a walk."
    assert report.missed([row(target=report.Target(most=1))]) == "Targets that are not met: a walk."


def test_an_exponent_of_one_is_a_work_that_grows_as_its_data_do():
    assert report.Growth("a walk", (1.0, 10.0, 1000.0)).exponents([10, 100, 1000]) == pytest.approx([1, 2])


def test_the_page_has_a_row_for_each_and_warns_when_the_machine_was_busy():
    rows = [row(target=report.Target(most=1), limit="Legs."), row()]
    quiet, busy = (report.page(rows, "", "", load) for load in (0.0, 1e6))
    assert quiet.count("| a walk |") == 2
    assert "- **a walk**: Legs." in quiet
    assert "Other work was running" in busy
    assert "Other work was running" not in quiet


def test_the_best_round_of_each_counts_and_they_take_turns():
    order = []
    first, second = in_turn(lambda: order.append("a"), lambda: order.append("b"), rounds=3)
    assert isinstance(first, Took)
    assert not math.isnan(second.wall)
    assert "aa" not in "".join(order[-4:])


def test_nothing_at_all_is_a_figure_too():
    errors = report.Row("errors", "ten people", 0.0, target=report.Target(most=0), unit="in all")
    assert errors.met
    assert "0 in all" in errors.cells()
