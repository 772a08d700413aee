"""Which names stand in the map, and where: as many as fit beside their dots without touching anything."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from netgive_lib.describe import name_of
from netgive_lib.layout.crowd import hold_a_middle
from netgive_lib.lettering import Page, fitted, text_width

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from netgive_lib.layout.crowd import Floats
    from netgive_lib.layout.measures import Measures
    from netgive_lib.lettering import Box

_LABEL = {
    **dict.fromkeys(("id", "text"), pl.String),
    **dict.fromkeys(("x", "y"), pl.Float64),
    "align": pl.String,
    **dict.fromkeys(("left", "top", "right", "bottom"), pl.Float64),
}
_MOST_TRIES = 160
"""So many names are tried at most: in a crowd few more would find room."""
_AIR = 3.0
_PLACES, _ASLANT = 8, 4
"""How many places each name has to stand at, and from which on they are aslant of its dot."""
_ALIGN = {0.0: "left", 0.5: "center", 1.0: "right"}
"""Which part of a name stands left of its anchor -> how it is aligned there."""


def names_that_fit(dots: pl.DataFrame, cells: pl.DataFrame, page: Page, measures: Measures) -> pl.DataFrame:
    """The `labels` of a `MapLayout`.

    `dots`: those of the layout with name, given_name, emails and phones, the most important first. `cells`: the glyphs.
    `page` holds what else must stay free.

    Each name stands at the first of its places that is free. Where the whole name has no room, the given name may have
    some. A name aslant of its dot keeps clear of the lines of other names: close under one, it would seem to go on.
    """
    tried, discs = _tried(dots.head(_MOST_TRIES), measures), _discs(dots, cells, measures)
    for x, y, r in discs.tolist():
        page.take_disc(x, y, r)
    places, boxes = _places(tried, measures)
    possible = _inside(boxes, measures) & ~hold_a_middle(boxes, discs)
    ids, texts = tried["id"].to_list(), tried["text"].to_list()
    rows, named, lines = [], set(), Page()
    for found in np.flatnonzero(possible).tolist():
        number = found // _PLACES
        if ids[number] in named:
            continue
        box = tuple(boxes[found].tolist())
        if page.is_free(box) and (found % _PLACES < _ASLANT or lines.is_free(_aired(box))):
            page.take(box)
            lines.take(box)
            named.add(ids[number])
            x, y, before = places[found].tolist()
            rows.append((ids[number], texts[number], x, y, _ALIGN[before], *box))
    return pl.DataFrame(rows, schema=_LABEL, orient="row")


def _aired(box: Box) -> Box:
    """A box with air above and below it."""
    left, top, right, bottom = box
    return left, top - _AIR, right, bottom + _AIR


# Where names can stand


def _tried(dots: pl.DataFrame, measures: Measures) -> pl.DataFrame:
    """The names to try, in turn: the columns of `dots`, the text, and how wide it is."""
    size, rows = measures.name_size, []
    people = dots.select("id", "name", "given_name", "emails", "phones").to_dicts()
    for number, dot in enumerate(people):
        for name in dict.fromkeys(filter(None, (name_of(dot), dot["given_name"]))):
            text = fitted(name, size, measures.name_room)
            rows.append((number, text, text_width(text, size)))
    schema = {"number": pl.UInt32, "text": pl.String, "wide": pl.Float64}
    texts = pl.DataFrame(rows, schema=schema, orient="row")
    return dots[texts["number"]].hstack(texts)


def _places(tried: pl.DataFrame, measures: Measures) -> tuple[Floats, Floats]:
    """`_PLACES` rows for each name: x and y of its anchor and which part of it stands left of that; and its box.

    Beside its dot, above or below it, then aslant; away from the middle first.
    """
    x, y, r, wide = (tried[column].to_numpy()[:, None] for column in ("x", "y", "r", "wide"))
    dx, dy = ((tried[f"tail_{of}"] - tried[of]).fill_null(0.0).to_numpy()[:, None] for of in ("x", "y"))
    half, slant = measures.name_size * 1.1 / 2, r * 0.7 + 1
    right, left = x + np.maximum(r, dx) + _AIR, x - np.maximum(r, -dx) - _AIR
    below, above = y + np.maximum(r, dy) + half + 1, y - np.maximum(r, -dy) - half - 1
    lower, upper = y + (slant + half), y - (slant + half)
    outward = x >= measures.center
    places = (
        (np.where(outward, right, left), y, np.where(outward, 0.0, 1.0)),
        (np.where(outward, left, right), y, np.where(outward, 1.0, 0.0)),
        (x, below, 0.5),
        (x, above, 0.5),
        (x + slant, lower, 0.0),
        (x + slant, upper, 0.0),
        (x - slant, lower, 1.0),
        (x - slant, upper, 1.0),
    )
    at, line, before = (
        np.hstack([np.broadcast_to(of, x.shape) for of in column]) for column in zip(*places, strict=True)
    )
    start = at - wide * before
    boxes = np.stack([start, line - half, start + wide, line + half], axis=-1)
    return np.stack([at, line, before], axis=-1).reshape(-1, 3), boxes.reshape(-1, 4)


def _inside(boxes: Floats, measures: Measures) -> NDArray[np.bool_]:
    """Whether each box lies within the rim."""
    far = np.abs(boxes - measures.center)
    return np.hypot(np.maximum(far[:, 0], far[:, 2]), np.maximum(far[:, 1], far[:, 3])) <= measures.rim + 2


# What is in the way


def _discs(dots: pl.DataFrame, cells: pl.DataFrame, measures: Measures) -> Floats:
    """What names must not touch, as discs: x, y, radius."""
    middle = [[measures.center, measures.center, measures.hole - 4]]
    bodies = dots.select("x", "y", pl.col("r") + 1).to_numpy()
    tails = dots.drop_nulls("tail_x").select("tail_x", "tail_y", r=pl.lit(2.0)).to_numpy()
    return np.concatenate([middle, bodies, tails, *(_outline(cell, measures) for cell in cells.to_dicts())])


def _outline(cell: dict[str, Any], measures: Measures) -> Floats:
    """Discs along the outline of a glyph, which keep names that start outside from running into it."""
    sides = max(2, math.ceil((cell["outer"] - cell["inner"]) / 8))
    steps = max(2, math.ceil((cell["end"] - cell["start"]) * cell["outer"] / 8))
    angles = np.linspace(cell["start"], cell["end"], steps + 1)
    radii = np.linspace(cell["inner"], cell["outer"], sides + 1)
    angle = np.concatenate([angles, angles, *(np.full_like(radii, cell[end]) for end in ("start", "end"))])
    radius = np.concatenate(
        [*(np.full_like(angles, cell[edge]) for edge in ("inner", "outer")), radii, radii]
    )
    x, y = measures.center + radius * np.sin(angle), measures.center - radius * np.cos(angle)
    return np.column_stack([x, y, np.full_like(x, 7)])
