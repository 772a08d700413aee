"""Where everything stands in the map: a pure function of the tables, linear in the number of people.

You are in the middle. Angles run clockwise from twelve o'clock, in radians; x and y are pixels from the top left.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from netgive_lib.layout.glyphs import glyph_parts, glyphs
from netgive_lib.layout.measures import Measures
from netgive_lib.layout.naming import names_that_fit
from netgive_lib.layout.polar import TURN, Band, Cell, Sign, Spot, bands, divide, need, spots
from netgive_lib.lettering import Page, fitted, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

RING_WORDS = ("weekly", "monthly", "twice a year", "yearly", "every two years")
"""How often rings 1 to 5 are in contact: the rhythms of `netgive_lib.ties.PACE`, in words."""
UNRATED_WORDS = "not rated yet"
OTHER_CIRCLES, NO_CIRCLE = "other circles", "no circle yet"
SIZE_STEPS = (0.5, 2.0, 5.0, 10.0)
"""What passed (`passed` of the ties) from which a dot takes the next size."""

_SCALES = (1.2, 1.1, 1.0, 0.92, 0.84, 0.77, 0.7, 0.64, 0.58, 0.53)
_SMALLER = (0.8, 0.64, 0.5, 0.4)
_FEW = 12
"""So many people are never gathered into one glyph: their dots get smaller instead."""


@dataclass(frozen=True)
class MapLayout:
    """Positions, as frames. Lengths are pixels, angles radians unless said.

    Attributes:
        measures: the lengths that everything follows from; the map is a square of `measures.width`.
        scale: by how much the dots are scaled, 1 for those of a map with room.
        dots: id, x, y, r, ring (null: unrated), circle (its sector), lane, tail_x, tail_y. A tail shows who
            gave more: it points to you where they did, away from you where you did; null for neither.
        labels: id, text, x, y, align (left/center/right), left, top, right, bottom. People's names.
        sectors: circle, label (cut to fit), start, end, x, y, angle (of the text, in degrees), count.
        rings: ring, inner, outer, label, x, y, count.
        cells: id, ring, circle, inner, outer, start, end, count, tab (mean), dormant (share), label, x, y, angle
            (of the label, in degrees). People who are too many for dots: one glyph for each ring and circle; label
            "" if it does not fit.
        parts: cell, side (of `SIDES`), dormant, inner, outer, start, end, count. What each glyph is made of.
        members: id, cell. Who is counted in which glyph.

    """

    measures: Measures
    scale: float
    dots: pl.DataFrame
    labels: pl.DataFrame
    sectors: pl.DataFrame
    rings: pl.DataFrame
    cells: pl.DataFrame
    parts: pl.DataFrame
    members: pl.DataFrame


class _Person(NamedTuple):
    id: str
    ring: int
    """0 to 4, and 5 for the unrated."""
    sector: int
    step: int
    tail: int
    """-1 they gave more, 1 you gave more, 0 neither."""


class _Dot(NamedTuple):
    id: str
    x: float
    y: float
    r: float
    ring: int
    sector: int
    lane: int
    tail_x: float | None
    tail_y: float | None


_DOT = {
    "id": pl.String,
    **dict.fromkeys(("x", "y", "r"), pl.Float64),
    **dict.fromkeys(("ring", "sector", "lane"), pl.Int64),
    **dict.fromkeys(("tail_x", "tail_y"), pl.Float64),
}
_Groups = dict[tuple[int, int], list[_Person]]
"""(ring, sector) -> who is there, by id."""


@dataclass(frozen=True)
class _Plan:
    """How the disc is divided, and where the dots of each cell stand."""

    rings: list[Band]
    signs: list[Sign]
    sectors: list[tuple[float, float]]
    scale: float
    placed: dict[tuple[int, int], list[_Dot]]
    """The cells that are drawn one by one; the others become glyphs."""

    def cell(self, key: tuple[int, int]) -> Cell:
        """The cell of a ring and a sector."""
        ring, sector = key
        lean = 0.5 if len(self.sectors) == 1 else 0.3 + (ring * 0.618 + sector * 0.382) % 1 * 0.4
        near = tuple(self.signs[max(0, ring - 1) : ring + 1])
        return Cell(self.rings[ring], *self.sectors[sector], near, lean)


LEAST_WIDTH = 120
"""In pixels; the rings of a narrower map have no room between them."""


def map_layout(people: pl.DataFrame, ties: pl.DataFrame, *, width: float = 960) -> MapLayout:
    """Where each person, name, ring and circle stands in a map `width` pixels wide.

    `people` is `network.others`, `ties` the frame of `netgive_lib.ties.ties`. The order of their rows does
    not matter. No dot overlaps another, and no name a dot, a name or a glyph. Raises `ValueError` for a width
    under `LEAST_WIDTH`.
    """
    if not width >= LEAST_WIDTH:
        raise ValueError(
            f"A map {width:g} pixels wide has no room for anybody. Make it {LEAST_WIDTH} at least."
        )
    measures = Measures(width)
    everyone, circles = _with_sectors(people.join(ties.drop("ring"), on="id", how="left"), measures.sectors)
    groups: _Groups = {}
    for row in everyone.select(_Person._fields).iter_rows():
        groups.setdefault((row[1], row[2]), []).append(_Person(*row))
    counts = [sum(len(g) for (_, s), g in groups.items() if s == sector) for sector in range(len(circles))]
    plan = _plan(groups, counts, measures)
    dots = _dot_frame(plan, circles)
    members = everyone.join(dots, on="id", how="anti").with_columns(cell=_cell_id(circles))
    shapes = {key: plan.cell(key) for key in groups if key not in plan.placed}
    cells = glyphs(members.with_columns(circle=_circle(circles)), shapes, measures)
    return MapLayout(
        measures=measures,
        scale=plan.scale,
        dots=dots,
        labels=_labels(dots, cells, everyone, plan.signs, measures),
        sectors=_sector_frame(circles, counts, plan.sectors, measures),
        rings=_ring_frame(plan, groups, measures),
        cells=cells,
        parts=glyph_parts(members, cells),
        members=members.select("id", "cell"),
    )


def _with_sectors(people: pl.DataFrame, most: int) -> tuple[pl.DataFrame, list[str]]:
    """The people with the columns of `_Person`, by id; and the circle of each sector.

    The largest circles have a sector each, by name; the others share one, and those without a circle another.
    """
    named = people.with_columns(circle=pl.col("circle").str.strip_chars().replace("", None))
    sizes = (
        named.drop_nulls("circle").group_by("circle").len().sort(["len", "circle"], descending=[True, False])
    )
    alone = named["circle"].null_count() > 0
    room = most - alone
    kept = sizes["circle"].to_list()
    if len(kept) > room:
        kept = kept[: room - 1]
    kept.sort(key=lambda circle: (circle.casefold(), circle))
    circles = kept + [OTHER_CIRCLES] * (sizes.height > len(kept)) + [NO_CIRCLE] * alone
    sector = (
        pl.when(pl.col("circle").is_null())
        .then(len(circles) - 1)
        .otherwise(
            pl.col("circle").replace_strict(
                kept, list(range(len(kept))), default=len(kept), return_dtype=pl.Int64
            )
        )
    )
    tails = {"theirs": -1, "split": 0, "mine": 1}
    return (
        named.with_columns(
            sector=sector,
            ring=pl.col("ring").fill_null(6) - 1,
            step=pl.sum_horizontal(pl.col("passed").fill_null(0) >= step for step in SIZE_STEPS),
            tail=pl.col("side").replace_strict(tails, default=0, return_dtype=pl.Int64),
        ).sort("id"),
        circles,
    )


# Rings, sectors and dots


def _plan(groups: _Groups, counts: Sequence[int], measures: Measures) -> _Plan:
    """The largest dots with which everyone who is drawn one by one has a place."""
    per_ring = [sum(len(group) for (ring, _), group in groups.items() if ring == r) for r in range(6)]
    rings = bands(per_ring, measures.hole, measures.rim)
    signs = _signs(rings, measures)

    def divided(scale: float) -> _Plan:
        return _Plan(rings, signs, _divided(groups, counts, rings, scale, measures), scale, {})

    def fits(scale: float) -> bool:
        plan = divided(scale)
        return all(
            rings[key[0]].crowded or _spots(group, plan.cell(key), scale, measures)
            for key, group in groups.items()
        )

    plan = divided(_SCALES[bisect_left(_SCALES, True, hi=len(_SCALES) - 1, key=fits)])
    for key, group in groups.items():
        plan.placed[key] = _dots(group, plan.cell(key), plan.scale, measures)
    for key, group in groups.items():
        if not plan.placed[key] and len(group) <= _FEW:
            tries = (_dots(group, plan.cell(key), plan.scale * smaller, measures) for smaller in _SMALLER)
            plan.placed[key] = next(filter(None, tries), [])
    return replace(plan, placed={key: found for key, found in plan.placed.items() if found})


def _signs(rings: Sequence[Band], measures: Measures) -> list[Sign]:
    """Where the rings' labels hang, just inside the outer line of each."""
    size = measures.sign_size
    return [
        Sign(text_width(_sign_text(ring, band, size), size) / 2, band.outer - size - 3, band.outer - 2)
        for ring, band in enumerate(rings)
        if band.outer > band.inner
    ]


def _sign_text(ring: int, band: Band, size: float) -> str:
    """What a ring's label says: its number, and how often where there is room for it."""
    long = UNRATED_WORDS if ring == 5 else f"{ring + 1} {RING_WORDS[ring]}"
    short = "?" if ring == 5 else str(ring + 1)
    return long if size > 9 and text_width(long, size) < 1.2 * band.middle else short


def _spacing(group: Sequence[_Person], scale: float, measures: Measures) -> tuple[list[float], float]:
    """What each dot of a cell keeps free around its middle, and how far apart lanes are."""
    radii = [radius * scale + 1 + 0.6 * scale for radius in measures.radii]
    reaches = [radii[person.step] for person in group]
    return reaches, 2 * max(reaches) + (_tail(scale) if any(person.tail for person in group) else 0)


def _tail(scale: float) -> float:
    """How long a tail is."""
    return 1.5 + 3 * scale


def _divided(
    groups: _Groups, counts: Sequence[int], rings: Sequence[Band], scale: float, measures: Measures
) -> list[tuple[float, float]]:
    """The sectors, each wide enough for its people at this scale where all together can be."""
    needs = [0.0] * len(counts)
    for (ring, sector), group in groups.items():
        if not rings[ring].crowded:
            reaches, deep = _spacing(group, scale, measures)
            wanted = need(reaches, rings[ring], deep)
            needs[sector] = max(needs[sector], wanted)
    return divide(needs, counts, TURN / 2.5 / max(4, len(counts)))


def _spots(group: Sequence[_Person], cell: Cell, scale: float, measures: Measures) -> list[Spot]:
    """A place for each of a cell's people, none if they do not fit."""
    return spots(cell, *_spacing(group, scale, measures), measures.name_room * 0.75)


def _dots(group: Sequence[_Person], cell: Cell, scale: float, measures: Measures) -> list[_Dot]:
    """The dots of a cell, none if they do not fit."""
    dots = []
    for person, spot in zip(group, _spots(group, cell, scale, measures), strict=False):
        x, y = measures.at(spot.angle, spot.radius)
        r = measures.radius(person.step, scale)
        end = measures.at(spot.angle, spot.radius + person.tail * (r + _tail(scale)))
        tail = end if person.tail else (None, None)
        dots.append(_Dot(person.id, x, y, r, person.ring, person.sector, spot.lane, *tail))
    return dots


# Frames


_RING = pl.when(pl.col("ring") < 5).then(pl.col("ring") + 1)
"""The ring as the tables have it: 1 to 5, null while unrated."""


def _dot_frame(plan: _Plan, circles: Sequence[str]) -> pl.DataFrame:
    """The `dots` of a `MapLayout`, by ring and id."""
    rows = [dot for key in sorted(plan.placed) for dot in plan.placed[key]]
    return (
        pl.DataFrame(rows, schema=_DOT, orient="row")
        .with_columns(ring=_RING, circle=_circle(circles))
        .drop("sector")
    )


def _circle(circles: Sequence[str]) -> pl.Expr:
    """The circle of a sector."""
    return pl.col("sector").replace_strict(
        list(range(len(circles))), circles, default=None, return_dtype=pl.String
    )


def _cell_id(circles: Sequence[str]) -> pl.Expr:
    """The id of a glyph, such as `cell:3:the agency`; `cell:0:` for the unrated."""
    return pl.format("cell:{}:{}", _RING.fill_null(0), _circle(circles))


def _sector_frame(
    circles: Sequence[str], counts: Sequence[int], sectors: Sequence[tuple[float, float]], measures: Measures
) -> pl.DataFrame:
    """The `sectors` of a `MapLayout`: names on the tangent outside the rim, each cut to its own arc."""
    size, rows = measures.circle_size, []
    for circle, count, (start, end) in zip(circles, counts, sectors, strict=True):
        room = min((end - start) * measures.rim * 0.94, math.sqrt(8 * measures.rim * size * 0.6))
        label = fitted(circle, size * 1.06, room)
        bulge = text_width(label, size * 1.06) ** 2 / (16 * measures.rim)
        middle = (start + end) / 2
        x, y = measures.at(middle, measures.rim + 5 + size / 2 + bulge)
        flipped = 180 if TURN / 4 < middle < TURN * 3 / 4 else 0
        rows.append((circle, label, start, end, x, y, math.degrees(middle) + flipped, count))
    numbers = ("start", "end", "x", "y", "angle")
    return pl.DataFrame(
        rows,
        schema={
            "circle": pl.String,
            "label": pl.String,
            **dict.fromkeys(numbers, pl.Float64),
            "count": pl.Int64,
        },
        orient="row",
    )


def _ring_frame(plan: _Plan, groups: _Groups, measures: Measures) -> pl.DataFrame:
    """The `rings` of a `MapLayout`, from the inside."""
    rows = []
    for (ring, band), sign in zip(_shown(plan.rings), plan.signs, strict=True):
        text = _sign_text(ring, band, measures.sign_size)
        count = sum(len(group) for (r, _), group in groups.items() if r == ring)
        y = measures.center - (sign.near + sign.far) / 2
        rows.append((ring, band.inner, band.outer, text, measures.center, y, count))
    numbers = dict.fromkeys(("x", "y"), pl.Float64)
    return pl.DataFrame(
        rows,
        schema={
            "ring": pl.Int64,
            "inner": pl.Float64,
            "outer": pl.Float64,
            "label": pl.String,
            **numbers,
            "count": pl.Int64,
        },
        orient="row",
    ).with_columns(ring=_RING)


def _shown(rings: Sequence[Band]) -> list[tuple[int, Band]]:
    """The rings that have a band: all but the unrated when there are none."""
    return [(ring, band) for ring, band in enumerate(rings) if band.outer > band.inner]


def _labels(
    dots: pl.DataFrame, cells: pl.DataFrame, everyone: pl.DataFrame, signs: Sequence[Sign], measures: Measures
) -> pl.DataFrame:
    """The `labels` of a `MapLayout`: the nearest people first, then those with whom most passed."""
    ranked = dots.join(
        everyone.select("id", "name", "given_name", "emails", "phones", "passed"), on="id"
    ).sort(["ring", "passed", "id"], descending=[False, True, False], nulls_last=True)
    page = Page()
    for sign in signs:
        # On one line, a name that ends close to a sign in words would be read as one with it.
        middle, half = measures.center, sign.half + min(sign.half, measures.name_size * 1.5)
        page.take((middle - half, middle - sign.far, middle + half, middle - sign.near))
    return names_that_fit(ranked, cells, page, measures)
