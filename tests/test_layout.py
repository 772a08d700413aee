import math
import random
from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgive_lib.layout import NO_CIRCLE, OTHER_CIRCLES, RING_WORDS, map_layout
from netgive_lib.layout.polar import MOST_DOTS
from netgive_lib.lettering import text_width
from netgive_lib.network import Network
from netgive_lib.sample import load_sample
from netgive_lib.ties import PACE, ties

TODAY = date(2026, 11, 2)
EDGE = 1e-6


def network(size, seed=1, circles=6, unrated=0.2, alone=0.1, name="Mina Lindqvist", ring=None):
    """A made-up network: many far out, few close, tabs that lean both ways."""
    draw = random.Random(seed)
    ids = [f"p{number:05d}" for number in range(size)]
    rings = [
        ring or (None if draw.random() < unrated else draw.choices((1, 2, 3, 4, 5), (1, 2, 5, 9, 25))[0])
        for _ in ids
    ]
    known = [
        None if not circles or draw.random() < alone else f"circle {int(draw.random() ** 2 * circles)}"
        for _ in ids
    ]
    people = pl.DataFrame(
        {"id": ids, "name": [name] * size, "ring": rings, "circle": known},
        schema={"id": pl.String, "name": pl.String, "ring": pl.Int64, "circle": pl.String},
    )
    rows = []
    for number in range(size * 3):
        id = draw.choice(ids)
        actor, other = ("me", id) if draw.random() < 0.5 else (id, "me")
        day = TODAY - timedelta(days=draw.randrange(1500))
        kind = draw.choice(("give", "give", "ask", "touch"))
        rows.append((f"e{number}", day, actor, kind, other, float(draw.choice((1, 2, 3)))))
    columns = ("id", "date", "actor", "kind", "other", "weight")
    empty = Network(people=people)
    return empty.with_rows("exchanges", pl.DataFrame(rows, schema=columns, orient="row")) if rows else empty


def laid_out(net, width=960):
    return map_layout(net.others, ties(net, TODAY), width=width)


def overlapping_dots(dots):
    """Pairs of dots that overlap, found by sweeping from left to right."""
    found = []
    rows = sorted(dots.select("x", "y", "r", "id").iter_rows())
    widest = max((r for _, _, r, _ in rows), default=0.0)
    for i, (x, y, r, id) in enumerate(rows):
        for other_x, other_y, other_r, other in rows[i + 1 :]:
            if other_x - x > r + widest:
                break
            if math.hypot(other_x - x, other_y - y) < r + other_r - EDGE:
                found.append((id, other))
    return found


def angle_and_radius(layout, x, y):
    dx, dy = x - layout.measures.center, y - layout.measures.center
    return math.atan2(dx, -dy) % math.tau, math.hypot(dx, dy)


def assert_sound(layout, net):
    """Everything that must hold for every map."""
    assert overlapping_dots(layout.dots) == []
    drawn = layout.dots["id"].to_list() + layout.members["id"].to_list()
    assert sorted(drawn) == sorted(net.others["id"])
    assert layout.cells["count"].sum() == layout.members.height == layout.parts["count"].sum()
    assert_in_their_cells(layout)
    assert_names_clear(layout)


def assert_in_their_cells(layout):
    bands = {
        ring: (inner, outer)
        for ring, inner, outer in layout.rings.select("ring", "inner", "outer").iter_rows()
    }
    sectors = {
        c: (start, end) for c, start, end in layout.sectors.select("circle", "start", "end").iter_rows()
    }
    for dot in layout.dots.iter_rows(named=True):
        angle, radius = angle_and_radius(layout, dot["x"], dot["y"])
        inner, outer = bands[dot["ring"]]
        assert inner - EDGE <= radius - dot["r"] and radius + dot["r"] <= outer + EDGE
        start, end = sectors[dot["circle"]]
        assert start - EDGE <= angle <= end + EDGE


def assert_names_clear(layout):
    size, boxes = layout.measures.width, layout.labels.select("left", "top", "right", "bottom").rows()
    for i, (left, top, right, bottom) in enumerate(boxes):
        assert 0 <= left < right <= size and 0 <= top < bottom <= size
        for a, b, c, d in boxes[i + 1 :]:
            assert not (a < right and left < c and b < bottom and top < d)
        for x, y, r in layout.dots.select("x", "y", "r").iter_rows():
            dx, dy = max(left - x, x - right, 0), max(top - y, y - bottom, 0)
            assert math.hypot(dx, dy) >= r - EDGE


@pytest.mark.parametrize("width", (390, 690, 960))
def test_a_name_on_the_line_of_a_sign_keeps_clear_of_it(width):
    """Else both would be read as one."""
    for net in (load_sample("story"), network(150)):
        layout = laid_out(net, width)
        boxes = layout.labels.select("left", "top", "right", "bottom").rows()
        for x, y, label in layout.rings.select("x", "y", "label").iter_rows():
            half = text_width(label, layout.measures.sign_size) / 2
            air = min(half, 15)
            for left, top, right, bottom in boxes:
                if top < y < bottom:
                    assert right <= x - half - air or left >= x + half + air


def test_a_name_is_not_set_close_under_another_unless_beside_its_own_dot():
    layout = laid_out(network(150))
    dots = dict(layout.dots.select("id", "y").iter_rows())
    labels = layout.labels.select("id", "y", "left", "top", "right", "bottom", "align").rows()
    aslant = [row for row in labels if row[6] != "center" and row[1] != pytest.approx(dots[row[0]])]
    assert aslant
    place = {row[0]: number for number, row in enumerate(labels)}
    for id, _, left, top, right, bottom, _ in aslant:
        for _, _, a, b, c, d, _ in labels[: place[id]]:  # those that were set before it
            assert not (a < right and left < c and b < bottom + 3 - EDGE and top - 3 + EDGE < d)


@pytest.mark.parametrize("width", (390, 690, 960))
@pytest.mark.parametrize("size", (0, 1, 3, 12, 150, 1500))
def test_nothing_overlaps_at_any_size(size, width):
    net = network(size)
    assert_sound(laid_out(net, width), net)


@settings(max_examples=40, deadline=None)
@given(
    size=st.integers(0, 90),
    seed=st.integers(0, 999),
    circles=st.sampled_from((0, 1, 2, 7, 40)),
    unrated=st.sampled_from((0.0, 0.3, 1.0)),
    width=st.sampled_from((320, 390, 700, 960)),
    name=st.sampled_from(
        ("Bo", "山田太郎", "محمد عبد الله", "Maximiliana Featherstonehaugh-Konstantinopolitanska")
    ),
)
def test_nothing_overlaps_in_any_network(size, seed, circles, unrated, width, name):
    net = network(size, seed, circles, unrated, name=name)
    assert_sound(laid_out(net, width), net)


def test_the_order_of_rows_does_not_matter():
    net = network(200)
    tied = ties(net, TODAY)
    first = map_layout(net.others, tied)
    second = map_layout(net.others.sample(fraction=1, shuffle=True, seed=3), tied.reverse())
    for frame in ("dots", "labels", "sectors", "rings", "cells", "parts"):
        assert getattr(first, frame).equals(getattr(second, frame)), frame


def test_thousands_become_glyphs_and_the_inner_rings_stay_dots():
    net = network(8000)
    layout = laid_out(net)
    assert_sound(layout, net)
    assert layout.dots.height <= MOST_DOTS
    assert layout.cells.height > 0
    assert layout.cells.filter(pl.col("ring") <= 2).is_empty()


def test_the_parts_of_a_glyph_fill_it_and_are_as_large_as_their_counts():
    layout = laid_out(network(8000))
    area = (pl.col("outer") ** 2 - pl.col("inner") ** 2) * (pl.col("end") - pl.col("start")) / 2
    whole = layout.cells.select("id", area=area / pl.col("count"))
    parts = layout.parts.select("cell", each=area / pl.col("count")).join(
        whole, left_on="cell", right_on="id"
    )
    assert parts.select((pl.col("each") / pl.col("area") - 1).abs().max()).item() < 1e-9


@pytest.mark.parametrize("width", [390, 620, 960])
def test_a_glyph_says_how_many_it_stands_for_level_or_else_along_its_arc(width):
    layout = laid_out(network(8000), width)
    cells, size = layout.cells.filter(pl.col("label") != ""), layout.measures.sign_size
    assert cells.height > 0.9 * layout.cells.height
    assert cells["angle"].is_between(-90, 90).all()  # never upside down
    assert (cells["angle"] != 0).any() or width == 960
    for row in cells.iter_rows(named=True):
        wide, deep = text_width(row["label"], size), row["outer"] - row["inner"]
        tilt = (row["start"] + row["end"]) / 2 - math.radians(row["angle"])
        # How far the text reaches from the middle of the band outwards, were the band straight.
        assert wide * abs(math.sin(tilt)) + size * abs(math.cos(tilt)) < deep


def test_a_lone_circle_of_everyone_is_one_glyph_when_it_must_be():
    net = network(5000, circles=0, ring=5)
    layout = laid_out(net)
    assert layout.dots.is_empty() and layout.cells["id"].to_list() == [f"cell:5:{NO_CIRCLE}"]
    assert layout.cells["label"].to_list() == ["5,000"]


def test_small_circles_share_a_sector_and_people_without_one_have_theirs():
    net = network(400, circles=40)
    sectors = laid_out(net).sectors
    assert sectors.height == 12
    assert sectors["circle"].to_list()[-2:] == [OTHER_CIRCLES, NO_CIRCLE]
    assert sectors["count"].sum() == 400
    assert sectors["end"][-1] == pytest.approx(math.tau)
    assert sectors["start"].to_list()[1:] == sectors["end"].to_list()[:-1]


def test_a_larger_circle_has_a_larger_sector():
    people = pl.DataFrame(
        {"name": ["A"] * 50, "circle": ["big"] * 40 + ["small"] * 10, "id": [f"p{i}" for i in range(50)]}
    )
    sectors = laid_out(Network(people=people)).sectors
    big, small = sectors.with_columns(wide=pl.col("end") - pl.col("start"))["wide"]
    assert big > 1.5 * small


def test_a_long_name_of_a_circle_is_cut_to_its_own_arc():
    people = pl.DataFrame(
        {"id": ["a", "b"], "name": ["A", "B"], "circle": ["Alumni of a very old school " * 4, "B"]}
    )
    labels = laid_out(Network(people=people), 390).sectors["label"]
    assert labels[0].endswith("…") and labels[1] == "B"


def test_a_dot_grows_with_what_passed_and_its_tail_shows_who_gave_more():
    net = Network().add("Taker", ring=3).add("Giver", ring=3).add("Quiet", ring=3)
    taker, giver, quiet = (net.find(name) for name in ("Taker", "Giver", "Quiet"))
    for _ in range(6):
        net = net.give(taker, on=TODAY, weight=3)
    net = net.give("me", on=TODAY, actor=giver)
    layout = laid_out(net)
    dots = {dot["id"]: dot for dot in layout.dots.iter_rows(named=True)}
    assert dots[taker]["r"] > dots[giver]["r"] > dots[quiet]["r"]

    def outwards(dot):
        return (
            angle_and_radius(layout, dot["tail_x"], dot["tail_y"])[1]
            - angle_and_radius(layout, dot["x"], dot["y"])[1]
        )

    assert outwards(dots[taker]) > dots[taker]["r"]
    assert outwards(dots[giver]) < -dots[giver]["r"]
    assert dots[quiet]["tail_x"] is None


def test_nearer_people_get_their_names_first():
    layout = laid_out(network(1500))
    named = layout.dots.join(layout.labels, on="id", how="semi")
    inner, outer = (
        named.filter(pl.col("ring").is_in(rings)).height
        / layout.dots.filter(pl.col("ring").is_in(rings)).height
        for rings in ([1, 2], [4, 5])
    )
    assert inner > outer


def test_there_is_no_band_for_the_unrated_when_there_are_none():
    assert laid_out(network(20, ring=2)).rings["ring"].to_list() == [1, 2, 3, 4, 5]
    assert laid_out(network(20, unrated=1.0)).rings["ring"].to_list() == [1, 2, 3, 4, 5, None]


def test_the_words_of_the_rings_are_their_rhythms():
    days = {"weekly": 7, "monthly": 30, "twice a year": 180, "yearly": 365, "every two years": 730}
    assert tuple(days[words] for words in RING_WORDS) == PACE.rhythm


@pytest.mark.parametrize("width", [0, -5, 60, float("nan")])
def test_a_map_too_narrow_for_anybody_is_refused_in_a_sentence(width):
    with pytest.raises(ValueError, match="120 at least"):
        map_layout(Network().others, ties(Network(), TODAY), width=width)
