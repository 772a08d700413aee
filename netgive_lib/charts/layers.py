"""The layers of the map, from the ground up: each takes positions and colours and gives marks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.charts.marks import Marks, at, painted, sized, spoken, to, told
from netgive_lib.layout import RING_WORDS, UNRATED_WORDS
from netgive_lib.layout.glyphs import SIDES
from netgive_lib.schema import ME, RINGS

if TYPE_CHECKING:
    from netgive_lib.charts.legend import Legend
    from netgive_lib.charts.theme import Theme
    from netgive_lib.layout import MapLayout

YOU = "you"
"""The name of the layer that the selection hangs on: you are always there."""
TOLD = {
    "name": "Name",
    "organization": "Works at",
    "in_ring": "Ring",
    "in_circle": "Circle",
    "last": "Last contact",
    "passed": "Between you",
}
"""The columns of a tooltip as far as they are known, and what they are called there."""
SIDE_WORDS = {"theirs": "they gave more", "split": "the tab is split", "mine": "you gave more"}
_RING_NAMES = [f"{ring}, {words}" for ring, words in enumerate(RING_WORDS, 1)]
_DOT = {"type": "point", "opacity": 1}


def _told_of(dots: pl.DataFrame) -> dict[str, str]:
    """The columns of the tooltip of these dots: where people have numbers, it says nothing of where they work."""
    return {column: title for column, title in TOLD.items() if column in dots.columns}


def ring_in_words() -> pl.Expr:
    """The column `ring` in words."""
    return pl.col("ring").replace_strict(RINGS, _RING_NAMES, default=UNRATED_WORDS, return_dtype=pl.String)


def ground(layout: MapLayout, colors: Theme) -> list[Marks]:
    """The rings, the unrated behind them within a dotted line, and the borders between circles."""
    middle = layout.measures.center
    rings = layout.rings.sort("outer", descending=True).select(
        x=pl.lit(middle),
        y=pl.lit(middle),
        size=(2 * pl.col("outer")) ** 2,
        fill=pl.col("ring").replace_strict(
            RINGS, colors.rings, default=colors.ground, return_dtype=pl.String
        ),
        rated=pl.col("ring").is_not_null(),
    )
    outline = {**_DOT, "aria": False, "stroke": colors.line, "strokeWidth": 1}
    drawn = [
        Marks(discs.drop("rated"), {**outline, "strokeDash": dash}, {**sized(), "fill": painted()["fill"]})
        for discs, dash in (
            (rings.filter(~pl.col("rated")), [1, 4]),
            (rings.filter("rated"), [1, 0]),
        )
        if discs.height
    ]
    return [*drawn, _borders(layout, colors)] if layout.sectors.height > 1 else drawn


def _borders(layout: MapLayout, colors: Theme) -> Marks:
    """The lines between circles; the one at twelve o'clock leaves room for the rings' labels."""
    measures = layout.measures
    hole, rim, clear = measures.hole, measures.rim, measures.sign_size * 0.8
    stops = [measures.center - y for y in layout.rings["y"]]
    spans = [(start, hole, rim) for start in layout.sectors["start"][1:]]
    spans += [
        (0.0, low + clear, high - clear)
        for low, high in zip([hole - clear, *stops], [*stops, rim + clear], strict=True)
        if high - low > 2 * clear
    ]
    lines = [(*measures.at(angle, low), *measures.at(angle, high)) for angle, low, high in spans]
    rows = pl.DataFrame(lines, schema=["x", "y", "x2", "y2"], orient="row")
    return Marks(rows, {"type": "rule", "aria": False, "color": colors.line, "strokeWidth": 1}, to())


def glyph_arcs(layout: MapLayout, colors: Theme) -> list[Marks]:
    """The glyphs that stand for people who are too many for dots."""
    if not layout.cells.height:
        return []
    titles = {"people": "People", "in_ring": "Ring", "in_circle": "Circle", "passed": "Between you"}
    middle = layout.measures.center
    mark = {"type": "arc", "x": middle, "y": middle, "strokeWidth": 1, "fillOpacity": 0.55, "cornerRadius": 2}
    polar = {"type": "quantitative", "scale": None, "stack": None}
    encoding = {
        **painted(),
        "theta": {"field": "start", **polar},
        "theta2": {"field": "end"},
        "radius": {"field": "inner", **polar},
        "radius2": {"field": "outer"},
        "description": spoken("people"),
        "tooltip": told(titles),
    }
    return [Marks(_glyph_rows(layout, colors), mark, encoding)]


def _glyph_rows(layout: MapLayout, colors: Theme) -> pl.DataFrame:
    """The parts of the glyphs with their looks, and the words of their tooltips."""
    fills = dict(zip(SIDES, (*colors.tab[1:4], colors.none), strict=True))
    lines = dict(zip(SIDES, (*colors.tab_line[1:4], colors.none_line), strict=True))
    side_words = {**SIDE_WORDS, "none": "nothing given yet"}
    parts = layout.parts.join(
        layout.cells.select("ring", "circle", cell="id", all="count"), on="cell", maintain_order="left"
    )
    counts = [f"{count:,} of {all_:,}" for count, all_ in parts.select("count", "all").iter_rows()]

    def by_side(choices: dict[str, str]) -> pl.Expr:
        return pl.col("side").replace_strict(choices, return_dtype=pl.String)

    return parts.select(
        pl.col("cell").alias("id"),
        "start",
        "end",
        "inner",
        "outer",
        fill=pl.when("dormant").then(pl.lit(colors.ground)).otherwise(by_side(fills)),
        line=by_side(lines),
        people=pl.Series(counts, dtype=pl.String),
        in_ring=ring_in_words(),
        in_circle=pl.col("circle"),
        passed=by_side(side_words) + pl.when("dormant").then(pl.lit(", gone quiet")).otherwise(pl.lit("")),
    )


def person_dots(dots: pl.DataFrame, layout: MapLayout) -> list[Marks]:
    """Everyone who is a dot, with their tails."""
    if not dots.height:
        return []
    tails = dots.drop_nulls("tail_x").select("x", "y", x2="tail_x", y2="tail_y", line="line")
    points = _points(
        dots.drop("tail_x", "tail_y", "r"),
        {"cursor": "pointer"},
        {"description": spoken("name"), "tooltip": told(_told_of(dots))},
    )
    return [_tails(tails, 1.6 if layout.scale > 0.7 else 1.2), points] if tails.height else [points]


def _points(rows: pl.DataFrame, mark: dict[str, Any], encoding: dict[str, Any]) -> Marks:
    """Dots with an outline: x, y, size, fill, line, width."""
    width = {"field": "width", "type": "quantitative", "scale": None, "legend": None}
    return Marks(rows, {**_DOT, **mark}, {**sized(), **painted(), "strokeWidth": width, **encoding})


def _tails(rows: pl.DataFrame, width: float) -> Marks:
    """Tails: x, y, x2, y2, line."""
    mark = {"type": "rule", "aria": False, "strokeWidth": width, "strokeCap": "round"}
    return Marks(rows, mark, {**to(), "stroke": painted()["stroke"]})


def picked_ring(points: list[Marks], colors: Theme, highlight: str | None, selectable: bool) -> list[Marks]:
    """A ring around who is picked of the `person_dots`: by a click where that is possible, else for good."""
    if not points:
        return []
    rows = points[-1].rows  # the same table, so that a page gets it once
    if not selectable:
        rows = rows.filter(pl.col("id") == (highlight or ""))
        if not rows.height:
            return []
    around = {"expr": "pow(sqrt(datum.size) + 8, 2)"}
    mark = {**_DOT, "aria": False, "stroke": colors.ink, "strokeWidth": 1.8, "filled": False, "size": around}
    return [Marks(rows, mark, at(), picked_only=selectable)]


def you(layout: MapLayout, colors: Theme) -> list[Marks]:
    """You in the middle."""
    measures = layout.measures
    me = pl.DataFrame({"id": [ME], "x": [measures.center], "y": [measures.center], "text": ["you"]})
    disc = me.drop("text").with_columns(size=pl.lit((2 * measures.hole - 12) ** 2))
    mark = {**_DOT, "aria": False, "fill": colors.ink, "stroke": colors.ink}
    return [
        Marks(disc, mark, sized(), name=YOU),
        _texts(me, size=measures.name_size, color=colors.ground, fontWeight="bold"),
    ]


def words(dots: pl.DataFrame, layout: MapLayout, colors: Theme) -> list[Marks]:
    """What rings and circles are called, who the dots are, and how many people a glyph stands for."""
    measures, soft, ink = layout.measures, colors.soft, colors.ink
    named = layout.labels.select("id", "text", "x", "y", "align").join(
        dots.select("id", *_told_of(dots)), on="id", maintain_order="left"
    )
    counts = layout.cells.filter(pl.col("label") != "").select("id", "x", "y", "angle", text="label")
    circles = layout.sectors.select("x", "y", "angle", text="label")
    drawn = [_texts(layout.rings.select("x", "y", text="label"), size=measures.sign_size, color=soft)]
    turned = {"expr": "datum.angle"}
    if circles.height:
        drawn.append(_texts(circles, size=measures.circle_size, color=soft, fontWeight="bold", angle=turned))
    if named.height:
        aligned = {"expr": "datum.align"}
        names = _texts(named, size=measures.name_size, color=ink, align=aligned, cursor="pointer")
        drawn.append(replace(names, encoding={**names.encoding, "tooltip": told(_told_of(dots))}))
    if counts.height:
        set_in: dict[str, Any] = {"size": measures.sign_size * 1.1, "fontWeight": "bold", "angle": turned}
        # A number is the whole glyph's, and not of the one part that it happens to stand on.
        halo: dict[str, Any] = {
            "color": colors.ground,
            "stroke": colors.ground,
            "strokeWidth": 5,
            "strokeJoin": "round",
        }
        drawn += [_texts(counts, **set_in, **halo, aria=False), _texts(counts, **set_in, color=ink)]
    return drawn


def _texts(rows: pl.DataFrame, *, size: float, color: str, **mark: Any) -> Marks:
    """Words: x, y, text."""
    set_in = {"type": "text", "fontSize": size, "color": color, "baseline": "middle", **mark}
    return Marks(rows, set_in, {**at(), "text": spoken("text"), "description": spoken("text")})


def key_marks(key: Legend, size: float, colors: Theme) -> list[Marks]:
    """A legend, its letters of `size`."""
    bold = pl.col("bold")
    drawn = [
        _tails(key.tails, 1.6),
        _points(key.dots, {"aria": False}, {}),
        _texts(
            key.words.filter(bold).drop("bold"), size=size, color=colors.ink, fontWeight="bold", align="left"
        ),
        _texts(key.words.filter(~bold).drop("bold"), size=size, color=colors.soft, align="left"),
    ]
    return [marks for marks in drawn if marks.rows.height]


def nobody(layout: MapLayout, colors: Theme) -> Marks:
    """What stands on an empty map."""
    middle = layout.measures.center
    words = {"x": [middle], "y": [middle * 1.35], "text": ["Nobody here yet: bring people in."]}
    return _texts(pl.DataFrame(words), size=layout.measures.circle_size, color=colors.ink)
