"""Which names stand in the map, and where: as many as fit beside their dots without touching anything."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.describe import name_of
from netgive_lib.lettering import fitted, text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netgive_lib.layout.measures import Measures
    from netgive_lib.lettering import Box, Page

_LABEL = {
    **dict.fromkeys(("id", "text"), pl.String),
    **dict.fromkeys(("x", "y"), pl.Float64),
    "align": pl.String,
    **dict.fromkeys(("left", "top", "right", "bottom"), pl.Float64),
}
_MOST_TRIES = 160
"""So many names are tried at most: in a crowd few more would find room."""
_AIR = 3.0


def names_that_fit(dots: pl.DataFrame, cells: pl.DataFrame, page: Page, measures: Measures) -> pl.DataFrame:
    """The `labels` of a `MapLayout`.

    `dots`: those of the layout with name, given_name, emails and phones, the most important first. `cells`: the glyphs.
    `page` holds what else must stay free.
    """
    middle = measures.center
    page.take_disc(middle, middle, measures.hole - 4)
    for x, y, r, tail_x, tail_y in dots.select("x", "y", "r", "tail_x", "tail_y").iter_rows():
        page.take_disc(x, y, r + 1)
        if tail_x is not None:
            page.take_disc(tail_x, tail_y, 2)
    for cell in cells.iter_rows(named=True):
        _take_outline(page, cell, measures)
    rows = []
    for dot in dots.head(_MOST_TRIES).iter_rows(named=True):
        label = _name(dot, page, measures)
        if label is not None:
            page.take(label[5:])
            rows.append(label)
    return pl.DataFrame(rows, schema=_LABEL, orient="row")


def _take_outline(page: Page, cell: dict[str, Any], measures: Measures) -> None:
    """Keep the outline of a glyph free, which keeps names that start outside from running into it."""
    sides = max(2, math.ceil((cell["outer"] - cell["inner"]) / 8))
    steps = max(2, math.ceil((cell["end"] - cell["start"]) * cell["outer"] / 8))
    for i in range(steps + 1):
        angle = cell["start"] + (cell["end"] - cell["start"]) * i / steps
        for radius in (cell["inner"], cell["outer"]):
            page.take_disc(*measures.at(angle, radius), 7)
    for i in range(sides + 1):
        radius = cell["inner"] + (cell["outer"] - cell["inner"]) * i / sides
        for angle in (cell["start"], cell["end"]):
            page.take_disc(*measures.at(angle, radius), 7)


def _name(
    dot: dict[str, Any], page: Page, measures: Measures
) -> tuple[str, str, float, float, str, float, float, float, float] | None:
    """The name of one person at the first of its places that is free; None if none is.

    Where the whole name has no room, the given name may have some.
    """
    size = measures.name_size
    high = size * 1.1
    for name in dict.fromkeys(filter(None, (name_of(dot), dot["given_name"]))):
        text = fitted(name, size, measures.name_room)
        for x, y, align, box in _places(dot, text_width(text, size), high, measures):
            if _inside(box, measures) and page.is_free(box):
                return dot["id"], text, x, y, align, *box
    return None


def _inside(box: Box, measures: Measures) -> bool:
    """Whether a box lies within the rim."""
    far = max(abs(box[0] - measures.center), abs(box[2] - measures.center))
    high = max(abs(box[1] - measures.center), abs(box[3] - measures.center))
    return math.hypot(far, high) <= measures.rim + 2


def _places(
    dot: dict[str, Any], wide: float, high: float, measures: Measures
) -> Iterator[tuple[float, float, str, Box]]:
    """Where a name can stand: beside its dot, above or below it, then aslant; away from the middle first."""
    x, y, r = dot["x"], dot["y"], dot["r"]
    dx, dy = (dot["tail_x"] - x, dot["tail_y"] - y) if dot["tail_x"] is not None else (0.0, 0.0)
    right, left = x + max(r, dx) + _AIR, x - max(r, -dx) - _AIR
    below, above = y + max(r, dy) + high / 2 + 1, y - max(r, -dy) - high / 2 - 1
    slant = r * 0.7 + 1
    beside = [
        (right, y, "left"),
        (left, y, "right"),
        (x, below, "center"),
        (x, above, "center"),
        *((x + slant, y + side * (slant + high / 2), "left") for side in (1, -1)),
        *((x - slant, y + side * (slant + high / 2), "right") for side in (1, -1)),
    ]
    if x < measures.center:
        beside[0], beside[1] = beside[1], beside[0]
    for at, line, align in beside:
        start = at - {"left": 0.0, "center": wide / 2, "right": wide}[align]
        yield at, line, align, (start, line - high / 2, start + wide, line + high / 2)
