"""What holds for every picture of the sample: it fits its width, says whom it shows, and has a key."""

from __future__ import annotations

import math
import re
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import altair as alt
import polars as pl
import pytest
import vl_convert

from netgive_lib.charts.frame import selected, shown_in
from netgive_lib.charts.pictures import PICTURES
from netgive_lib.charts.ring import _curve
from netgive_lib.lettering import text_width
from netgive_lib.network import Network
from netgive_lib.sample import load_sample
from netgive_lib.ties import ties

TODAY = date(2026, 11, 2)
WIDTHS = (300, 360, 480, 640, 960)


@pytest.fixture(scope="module")
def network():
    return load_sample("story")


def drawn(name, network, **how):
    return PICTURES[name](network, TODAY, **how).to_dict()


def rows(spec, column="text"):
    """The rows of all layers that have this column."""
    return [row for rows in spec["datasets"].values() for row in rows if column in row]


def tooltips(spec):
    return [tip["title"] for layer in spec["layer"] for tip in layer["encoding"].get("tooltip", ())]


def places(element, text, x=0.0, y=0.0):
    """Where a text starts in an SVG, in pixels."""
    dx, dy = re.match(r"translate\(([^,]+),([^)]+)\)", element.get("transform", "translate(0,0)")).groups()
    x, y = x + float(dx), y + float(dy)
    if element.text == text:
        yield x, y
    for child in element:
        yield from places(child, text, x, y)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", sorted(set(PICTURES) - {"map"}))
def test_a_title_fits_its_picture(name, width, network):
    title = drawn(name, network, width=width)["title"]
    assert title["text"] and title["subtitle"]
    for line in title["text"]:
        assert 8 + text_width(line, 14) * 1.09 <= width - 8
    for line in title["subtitle"]:
        assert 8 + text_width(line, 11) <= width - 8


@pytest.mark.parametrize("name", sorted(set(PICTURES) - {"map"}))
def test_another_title_has_room_above_the_picture(name, network):
    spec = PICTURES[name](network, TODAY, width=360).properties(title="Another").to_dict()
    ((x, y),) = places(ElementTree.fromstring(vl_convert.vegalite_to_svg(spec)), "Another")
    assert x >= 8 and y - 11 >= 4  # y is the line on which the letters stand


def test_a_picture_of_some_says_how_many_and_which(network):
    everyone, tabs = network.size, ties(network, TODAY)["tab"].count()
    said = {name: shown_in(draw(network, TODAY)) for name, draw in PICTURES.items()}
    assert said["offers"].startswith(f"30 of {everyone} people: those who matter most")
    assert said["tab"] == f"30 of {tabs} people with a tab: those with whom most was given and got"
    assert said["warmth"] == f"80 of {everyone} people: those with a ring and a contact on record"
    assert said["reconnect"] == f"{everyone - 1} of {everyone} people: all but those to be left alone"
    assert said["plan"] == "16 moves in 8 weeks, with 16 people"
    for name in ("offers", "tab", "warmth", "reconnect"):
        assert drawn(name, network)["description"].endswith(f"{said[name]}.")
    whole = drawn("tab", network, most=tabs)
    assert whole["title"]["subtitle"] == [f"{tabs} people with a tab"]


def test_a_picture_with_nothing_in_it_says_why():
    assert shown_in(PICTURES["offers"](Network(), TODAY)).startswith("Nothing to bring yet.")
    assert shown_in(PICTURES["map"](Network(), TODAY)) == ""
    assert shown_in(PICTURES["tab"](Network(), TODAY).properties(title="Mine")) == ""
    assert selected(0, 0, "none") == "0 people"


def test_the_key_of_the_offers_holds_in_both_themes(network):
    legends = []
    for theme in ("light", "dark"):
        for layer in drawn("offers", network, theme=theme)["layer"]:
            legends += [layer["encoding"]["color"]["legend"]["title"]] if "color" in layer["encoding"] else []
    assert legends == ["Fit: 0 little, 1 much"] * 2


def test_titles_of_offers_are_told_apart_from_left_to_right():
    longer = "An introduction to someone who lives for nothing but %s in a harbour town"
    titles = {
        "a": ("story", "How we lost it"),
        "b": ("news", longer % "choirs"),
        "c": ("news", longer % "sails"),
        "d": ("news", longer % "sails"),
    }
    assets = [{"id": id, "kind": kind, "title": title} for id, (kind, title) in titles.items()]
    network = Network().add("Ana", ring=1).with_rows("assets", pl.DataFrame(assets))
    axis = drawn("offers", network)["layer"][0]["encoding"]["x"]
    assert axis["sort"] == [
        "An introduction to…choirs in a harbour town",
        "An introduction to…t sails in a harbour town",
        "An introduction to…t sails in a harbour town (2)",
        "How we lost it",
    ]
    assert all(text_width(heading, 10.5) <= axis["axis"]["labelLimit"] for heading in axis["sort"])
    hidden = drawn("offers", network, anonymous=True)["layer"][0]["encoding"]["x"]
    assert hidden["sort"] == ["news 1", "news 2", "news 3", "story 1"]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_words_above_the_warmth_stand_apart(width, network):
    spec = drawn("warmth", network, width=width)
    heads = [row for row in rows(spec) if row.get("align") and row["y"] == 26]
    spans = []
    for row in heads:
        wide = text_width(row["text"], 10)
        left = row["x"] - {"left": 0, "center": wide / 2, "right": wide}[row["align"]]
        spans.append((left, left + wide))
    assert spans == sorted(spans) and len(spans) == 8
    assert spans[0][0] >= 8 and spans[-1][1] <= width - 7
    assert all(end < start for (_, end), (start, _) in pairwise(spans))
    assert heads[-1]["text"] in ("1/64 or less", "≤ 1/64")


def test_the_colours_of_the_warmth_have_a_key(network):
    words = {row["text"] for row in rows(drawn("warmth", network))}
    assert {"they gave more", "you gave more", "nothing given yet", "hollow: gone quiet"} <= words


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("one_way", (False, True))
def test_the_directions_of_the_tab_stand_on_their_side_of_zero(width, one_way, network):
    if one_way:
        network = Network().add("Ana")
        network = network.give(network.find("Ana"), on=TODAY)
    layers = drawn("tab", network, width=width)["layer"]
    assert layers[0]["encoding"]["color"]["legend"] == {"title": None, "orient": "top"}
    low, high = layers[0]["encoding"]["x"]["scale"]["domain"]
    assert low < 0 < high and min(-low, high) >= 0.2 * (high - low)
    sides = [layer["mark"] for layer in layers if layer["mark"]["type"] == "text"]
    assert [(side["align"], side["dx"] < 0) for side in sides] == [("right", True), ("left", False)]


def test_the_first_and_the_last_month_stand_within_the_plot(network):
    layer = drawn("months", network)["layer"][0]
    assert layer["encoding"]["x"]["scale"]["padding"] > layer["mark"]["size"] / 2


def test_the_legend_of_the_months_is_set_in_two_rows_where_it_is_narrow(network):
    columns = [
        drawn("months", network, width=width)["layer"][0]["encoding"]["color"]["legend"]["columns"]
        for width in WIDTHS
    ]
    assert columns == [2, 2, 4, 4, 4]


@pytest.mark.parametrize("width", (300, 360, 480))
def test_a_narrow_plan_is_a_list_with_whole_names(width, network):
    spec = drawn("plan", network, width=width)
    planned = {told.split(":")[0] for row in rows(spec, "told") for told in [row["told"]] if told}
    words = {row["text"] for row in rows(spec)}
    assert len(planned) == 16 and planned <= words
    assert "Monday" not in words and "Monday" in {row["text"] for row in rows(drawn("plan", network))}
    assert max(row["x2"] for row in rows(spec, "x2")) <= width - 8


def test_two_of_one_first_name_keep_more_of_their_names_in_a_narrow_plan():
    names = {
        "f": "Maximiliana Featherstonehaugh-Konstantinopolitanska",
        "z": "Maximiliana Zeppelinova-Featherstone-Konstantinopolitanska",
        "i": "Ida Lo",
    }
    network = Network()
    for id, name in names.items():
        network = network.add(name, id=id, ring=2, topics=["film"]).touch(id, on=date(2026, 3, 1))
    assets = [{"id": str(n), "kind": "news", "title": f"A film {n}", "topics": ["film"]} for n in range(3)]
    network = network.with_rows("assets", pl.DataFrame(assets))
    words = {row["text"] for row in rows(drawn("plan", network, width=390))}
    long = {word for word in words if word.startswith("Maximiliana")}
    assert "Ida Lo" in words and len(long) == 2
    assert {word[:13] for word in long} == {"Maximiliana F", "Maximiliana Z"}


def test_a_narrow_plan_says_which_weeks_are_empty(network):
    from netgive_lib.plan import make_plan

    plan = make_plan(network, TODAY, quiet_weeks=[date(2026, 11, 9)])
    spec = PICTURES["plan"](network, TODAY, width=360, plan=plan).to_dict()
    assert [row["text"] for row in rows(spec)].count("quiet") == 1


def test_a_tooltip_has_something_to_tell(network):
    told = [layer for layer in drawn("plan", network)["layer"] if "tooltip" in layer["encoding"]]
    spec = drawn("plan", network)
    # The words lie on the box of their day, and would hide its tooltip if they had none.
    assert [layer["mark"]["type"] for layer in told] == ["rect", "text", "text"]
    assert all(row["told"] for layer in told for row in spec["datasets"][layer["data"]["name"]])
    assert "Why" in tooltips(drawn("introductions", network))
    assert tooltips(drawn("introductions", network, anonymous=True)) == []
    assert "Works at" in tooltips(drawn("map", network))
    assert "Works at" not in tooltips(drawn("map", network, anonymous=True))


def test_people_who_are_worth_the_same_stand_side_by_side_and_keep_their_figures():
    network = Network()
    for letter in "abcdefghijklmnopqrstuvwxyz":
        network = network.add(f"Ana {letter}")
    spec = drawn("reconnect", network)
    points = rows(spec, "novelty")
    assert len({(row["novelty"], row["engagement"], row["value"]) for row in points}) == 1
    assert "scale" not in spec["layer"][0]["encoding"]["size"]  # no key of sizes that are all the same
    x, y = (spec["layer"][0]["encoding"][axis]["scale"]["domain"] for axis in "xy")
    spots = [(870 * row["across"] / (x[1] - x[0]), 460 * row["up"] / (y[1] - y[0])) for row in points]
    apart = [math.dist(one, other) for i, one in enumerate(spots) for other in spots[:i]]
    assert min(apart) >= 7.9
    assert all(x[0] < row["across"] < x[1] and y[0] < row["up"] < y[1] for row in points)


def test_the_key_of_sizes_is_of_the_sizes_that_are_there(network):
    spec = drawn("reconnect", network)
    values = [row["value"] for row in rows(spec, "novelty")]
    size = spec["layer"][0]["encoding"]["size"]
    assert size["scale"]["domain"] == [min(values), max(values)]
    assert size["scale"]["range"][1] == 10 * size["scale"]["range"][0]
    assert size["legend"]["values"] == pytest.approx(
        [min(values), (min(values) + max(values)) / 2, max(values)]
    )


def test_names_above_and_below_their_dots_are_on_no_other_name(network):
    spec = drawn("reconnect", network)
    svg = ElementTree.fromstring(vl_convert.vegalite_to_svg(spec))
    names = [row["name"] for row in rows(spec, "novelty")]
    boxes = [(x, y, text_width(name, 10.5)) for name in names for x, y in places(svg, name)]
    assert len(boxes) > 40
    for place, (x, y, wide) in enumerate(boxes):
        for other_x, other_y, other_wide in boxes[:place]:
            assert abs(x - other_x) >= (wide + other_wide) / 2 - 1 or abs(y - other_y) >= 10


def test_no_line_runs_through_the_names_of_whom_to_reconnect_with(network):
    encoding = drawn("reconnect", network)["layer"][0]["encoding"]
    assert [encoding[axis]["axis"]["grid"] for axis in "xy"] == [False, False]


@pytest.mark.parametrize("start", ((700.0, 600.0), (380.0, 110.0)))
def test_an_arrow_ends_close_to_its_dot_however_long_it_is(start):
    end = (330.0, 100.0)
    assert math.dist(_curve(start, end, 400)[-1], end) == pytest.approx(12, abs=0.2)


def test_every_picture_is_altairs_to_restyle(network):
    assert {type(draw(network, TODAY)) for draw in PICTURES.values()} == {alt.LayerChart}


def test_a_topic_that_names_somebody_is_a_number_in_an_anonymous_introduction():
    topics = ["photos of Zeynep", "letterpress"]
    network = Network()
    for name in ("Zeynep Kaya", "Hugo Bellamy"):
        network = network.add(name, topics=topics, ring=2)
    named = str(drawn("introductions", network))
    assert "Zeynep" in named and "letterpress" in named
    unnamed = str(drawn("introductions", network, anonymous=True))
    assert "Zeynep" not in unnamed and "topic 1" in unnamed and "letterpress" in unnamed
