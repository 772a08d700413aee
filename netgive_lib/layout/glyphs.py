"""People who are too many for dots: one glyph for each ring and circle, and what it is made of."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.layout.polar import TURN
from netgive_lib.lettering import text_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from netgive_lib.layout.measures import Measures
    from netgive_lib.layout.polar import Cell

SIDES = ("theirs", "split", "mine", "none")
"""Who gave more, in the order in which a glyph shows it; "none" where nothing was given."""
_SHAPE = {
    **dict.fromkeys(("inner", "outer", "start", "end"), pl.Float64),
    "label": pl.String,
    **dict.fromkeys(("x", "y", "angle"), pl.Float64),
}
_PART = {
    "cell": pl.String,
    "side": pl.String,
    "dormant": pl.Boolean,
    **dict.fromkeys(("inner", "outer", "start", "end"), pl.Float64),
    "count": pl.Int64,
}


def glyphs(members: pl.DataFrame, shapes: Mapping[tuple[int, int], Cell], measures: Measures) -> pl.DataFrame:
    """The `cells` of a `MapLayout`: a row for each (ring, sector) of `shapes`.

    `members`: cell (the glyph's id), ring (0 to 5), sector, circle, tab and dormant of each person.
    """
    counted = (
        members.group_by("cell", "ring", "sector", "circle")
        .agg(
            count=pl.len().cast(pl.Int64),
            tab=pl.col("tab").mean(),
            dormant=pl.col("dormant").mean().fill_null(0.0),
        )
        .sort("ring", "sector")
    )
    drawn = [
        _glyph(shapes[ring, sector], count, measures)
        for ring, sector, count in counted.select("ring", "sector", "count").iter_rows()
    ]
    return counted.select(
        pl.col("cell").alias("id"),
        ring=pl.when(pl.col("ring") < 5).then(pl.col("ring") + 1),
        circle="circle",
        count="count",
        tab="tab",
        dormant="dormant",
    ).hstack(pl.DataFrame(drawn, schema=_SHAPE, orient="row"))


def _glyph(
    cell: Cell, count: int, measures: Measures
) -> tuple[float, float, float, float, str, float, float, float]:
    """The shape of a glyph, its label ("" if that does not fit), where that stands, and its angle in degrees.

    Where it has no room level, it may have some along the arc.
    """
    inner, outer = cell.band.inner + 2, cell.band.outer - 2
    middle = (inner + outer) / 2
    own = [sign for sign in cell.signs if sign.near > inner]
    hidden = max((sign.hides(max(sign.near, inner), 4) for sign in own), default=0.0)
    start, end = max(cell.start + 2 / middle, hidden), min(cell.end - 2 / middle, TURN - hidden)
    angle = (start + end) / 2
    text = f"{count:,}"
    half, high = text_width(text, measures.sign_size * 1.1) / 2 + 4, measures.sign_size / 2 + 3
    depth, length = (outer - inner) / 2, (end - start) * middle / 2
    across, along = abs(math.sin(angle)), abs(math.cos(angle))
    turned = 0.0
    if half * across + high * along >= depth or half * along + high * across >= length:
        turned = math.degrees(angle) - (180 if math.cos(angle) < 0 else 0)
        text = text if high < depth and half < length else ""
    turned -= 360 if turned > 180 else 0
    return inner, outer, start, end, text, *measures.at(angle, middle), turned


def glyph_parts(members: pl.DataFrame, cells: pl.DataFrame) -> pl.DataFrame:
    """The `parts` of a `MapLayout`: each glyph shared out by who gave more, then by who is in touch.

    `members`: cell, side and dormant of each person; `cells`: what `glyphs` gives.
    """
    counted = members.group_by(
        "cell", pl.col("side").fill_null("none"), pl.col("dormant").fill_null(value=False)
    ).len()
    numbers = {(cell, side, dormant): number for cell, side, dormant, number in counted.iter_rows()}
    rows = [part for cell in cells.iter_rows(named=True) for part in _shared_out(cell, numbers)]
    return pl.DataFrame(rows, schema=_PART, orient="row")


def _shared_out(
    cell: Mapping[str, float], numbers: Mapping[tuple[float, str, bool], int]
) -> Iterator[tuple[float | str | bool, ...]]:
    """The parts of one glyph: sides one after the other along the arc, who is in touch nearer to you."""
    start, squares = cell["start"], (cell["inner"] ** 2, cell["outer"] ** 2)
    for side in SIDES:
        awake, asleep = (numbers.get((cell["id"], side, dormant), 0) for dormant in (False, True))
        both = awake + asleep
        if not both:
            continue
        end = start + (cell["end"] - cell["start"]) * both / cell["count"]
        border = math.sqrt(squares[0] + (squares[1] - squares[0]) * awake / both)
        if awake:
            yield cell["id"], side, False, cell["inner"], border, start, end, awake
        if asleep:
            yield cell["id"], side, True, border, cell["outer"], start, end, asleep
        start = end
