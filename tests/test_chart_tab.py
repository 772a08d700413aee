"""The tab and warmth pictures: what they show follows from the tables, for any network."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import polars as pl
import pytest
import vl_convert
from hypothesis import given

from netgive_lib.charts.frame import shown_in
from netgive_lib.charts.tab import monthly, months_chart, tab_chart
from netgive_lib.charts.theme import tab_color
from netgive_lib.charts.warmth import warmth_chart
from netgive_lib.network import Network
from netgive_lib.sample import generate, load_sample
from netgive_lib.sample.synthetic import STORY_DAY
from netgive_lib.ties import ties
from tests.strategies import networks

TODAY = date(2026, 11, 2)


def data(chart):
    """All rows of all layers."""
    return [row for rows in chart.to_dict()["datasets"].values() for row in rows]


@pytest.fixture
def network():
    people = pl.DataFrame({"id": ["ana", "ben", "chi"], "name": ["Ana", "Ana", None], "ring": [1, 2, 3]})
    network = Network().with_people(people)
    network = network.give("ana", on=TODAY, weight=3).give("me", actor="ana", on=TODAY, weight=1)
    return network.give("me", actor="ben", on=TODAY, weight=2).touch("chi", on=date(2026, 5, 6))


def test_the_tab_has_both_sides_the_one_you_owe_first(network):
    rows = [row for row in data(tab_chart(network, TODAY)) if "what" in row]
    sides = {(row["who"], row["what"]): row["amount"] for row in rows}
    # Two of one name are told apart in all pictures alike, by their ids.
    assert sides == {("Ana", "you got"): -1, ("Ana", "you gave"): 3} | {
        ("Ana (2)", "you got"): -2,
        ("Ana (2)", "you gave"): 0,
    }
    assert "You owe most to Ana (2) (got 2.0, gave 0.0)" in tab_chart(network, TODAY).to_dict()["description"]
    namesakes = network.edit("ana", organization="Blue Lantern")
    assert {row["who"] for row in data(tab_chart(namesakes, TODAY)) if "who" in row} == {
        "Ana, Blue Lantern",
        "Ana",
    }


def test_months_are_a_diary_of_undecayed_weights(network):
    network = network.ask("ana", on=date(2026, 10, 30)).ask("me", actor="ana", on=date(2026, 10, 1), weight=2)
    rows = monthly(network, TODAY, 2).rows()
    october, november = date(2026, 10, 1), date(2026, 11, 1)
    assert rows == [
        (october, "they asked", 2.0, -2.0, 1),
        (october, "you asked", 1.0, 1.0, 1),
        (november, "they gave", 3.0, -3.0, 2),
        (november, "you gave", 3.0, 3.0, 1),
    ]
    assert monthly(network, TODAY, 1)["month"].unique().to_list() == [november]


def test_those_shown_are_those_between_whom_and_you_most_was_given(network):
    for _ in range(9):  # contacts are in no bar
        network = network.touch("ben", on=TODAY)
    network = network.give("chi", on=TODAY, weight=3).give("chi", on=TODAY, weight=2)
    shown = {row["who"] for row in data(tab_chart(network, TODAY, most=1)) if "who" in row}
    assert shown == {"chi"}


def test_the_span_of_the_months_is_shown_whole_and_no_month_is_named_twice(network):
    for months, width in ((1, 960), (2, 300), (36, 960), (36, 300)):
        chart = months_chart(network, TODAY, months=months, width=width).to_dict()
        x, y = (chart["layer"][0]["encoding"][axis] for axis in "xy")
        first, last = ((moment["year"], moment["month"]) for moment in x["scale"]["domain"])
        assert (2026 - first[0]) * 12 + 11 - first[1] == months - 1 and last == (2026, 11)
        named = [(moment["year"], moment["month"]) for moment in x["axis"]["values"]]
        assert len(set(named)) == len(named) >= 1 and named[0] == last
        assert all(first <= month <= last for month in named)
        assert len(named) * 60 <= width or len(named) == 1
        assert y["scale"]["domain"] == [-3, 3]


def test_the_words_under_the_tab_follow_another_height(network):
    def under(chart):
        svg = ElementTree.fromstring(vl_convert.vegalite_to_svg(chart.to_dict()))
        texts = svg.iter("{http://www.w3.org/2000/svg}text")
        return next(text.get("transform") for text in texts if text.text == "what you gave →")

    chart = tab_chart(network, TODAY)
    ys = [
        float(re.search(r",([\d.]+)\)", under(drawn))[1]) for drawn in (chart, chart.properties(height=338))
    ]
    assert ys[1] - ys[0] == 300  # two rows of 19 pixels before


def test_amounts_of_decades_ago_are_told_apart_on_the_axis():
    long_ago = date(1990, 1, 1)
    old = Network().add("Ana", id="ana", ring=1).give("ana", on=long_ago, weight=3)
    chart = tab_chart(old, TODAY)
    assert "You owe most to Ana (got 0.0, gave 2e-11)" in chart.to_dict()["description"]
    svg = vl_convert.vegalite_to_svg(chart.to_dict())
    ticks = [text for text in re.findall(r">([\d.e−-]+)</text>", svg) if "e" in text]
    assert len(set(ticks)) > 2 and max(map(ticks.count, ticks)) <= 2  # to the left and to the right


def test_months_without_anything_say_whether_there_was_something_before():
    old = Network().add("Ana", id="ana", ring=1).give("ana", on=date(2020, 1, 1))
    assert "until 2 November 2026. The tab has what was before." in shown_in(months_chart(old, TODAY))
    assert shown_in(months_chart(Network(), TODAY)).startswith("Nothing is on the tab yet.")


def test_warmth_that_shows_nobody_says_what_is_missing():
    rated = Network().add("Ana", ring=1).add("Ben")
    assert shown_in(warmth_chart(rated, TODAY)).startswith(
        "Of the people in a ring (1) none has had a contact"
    )
    assert shown_in(warmth_chart(Network().add("Ben"), TODAY)).startswith("Warmth needs a ring and a contact")


def test_a_ring_of_too_many_for_dots_is_columns_that_count_everyone():
    network = generate(12_000, 40_000, seed=1)
    chart = warmth_chart(network, STORY_DAY)
    rows = data(chart)
    columns = [row for row in rows if "count" in row]
    dots = sum("name" in row and "warmth" in row for row in rows)
    there = ties(network, STORY_DAY)
    assert sum(row["count"] for row in columns) + dots == there["warmth"].count()
    assert {row["ring"] for row in columns} == {5}
    hollow = sum(row["count"] for row in columns if row["fill"] == chart.to_dict()["config"]["background"])
    assert hollow == there.filter((pl.col("ring") == 5) & pl.col("dormant")).height > 0
    assert shown_in(chart).endswith("Columns where dots have no room: the higher, the more people")
    for row in columns:
        assert 36 + 4 * 96 <= row["y"] <= row["y2"] <= 36 + 5 * 96 and row["x2"] > row["x"] >= 90


def test_warmth_stands_one_step_to_the_right_for_each_missed_rhythm(network):
    network = network.edit("ana", ring=3).edit("ben", ring=3)
    network = network.touch("ben", on=TODAY)
    rows = {row["name"]: row for row in data(warmth_chart(network, TODAY)) if "warmth" in row}
    step = rows["chi"]["x"] - min(row["x"] for row in rows.values())
    assert rows["chi"]["warmth"] == 0.5  # 180 days, one rhythm of ring 3
    assert step == pytest.approx((960 - 96 - 24) / 6, abs=0.2)


@given(networks())
def test_every_network_has_its_pictures(network):
    for draw in (tab_chart, months_chart, warmth_chart):
        chart = draw(network, TODAY, width=390, theme="dark").to_dict()
        assert chart["description"]
    told = sum("warmth" in row for row in data(warmth_chart(network, TODAY)))
    assert told == ties(network, TODAY)["warmth"].count()


def test_no_name_is_in_an_anonymous_picture_and_numbers_are_the_maps():
    network = load_sample("story")
    ids = sorted(network.others["id"])
    for draw in (tab_chart, warmth_chart):
        rows = data(draw(network, TODAY, anonymous=True))
        names = {row.get("who") or row.get("name") for row in rows} - {None}
        assert names
        assert names <= {f"no. {place}" for place in range(1, len(ids) + 1)}


@pytest.mark.parametrize(("tab", "color"), [
    (None, "none"), (0.0, "a"), (0.19, "a"), (0.2, "b"), (0.39, "b"), (0.4 - 1e-6, "b"), (0.4 - 1e-12, "c"),
    (0.4, "c"), (0.6, "c"), (0.6 + 1e-12, "c"), (0.6 + 1e-6, "d"), (0.8, "d"), (0.81, "e"), (1.0, "e"),
])  # fmt: skip
def test_a_tab_that_is_off_in_its_last_digit_has_the_colour_of_the_side_that_it_is_on(tab, color):
    """Two gives for three received are split, though their decayed sums may say 0.39999999999999997."""
    frame = pl.DataFrame({"tab": [tab]}, schema={"tab": pl.Float64})
    assert frame.select(color=tab_color("abcde", "none"))["color"].item() == color
