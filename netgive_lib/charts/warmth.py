"""Warmth as a picture: how many rhythms each tie has missed, ring by ring."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import altair as alt
import polars as pl

from netgive_lib.charts.columns import columns_chart
from netgive_lib.charts.frame import empty, placed, selected
from netgive_lib.charts.layers import key_marks
from netgive_lib.charts.legend import dots_legend
from netgive_lib.charts.marks import PICK
from netgive_lib.charts.naming import shown_names
from netgive_lib.charts.theme import THEMES, tab_color
from netgive_lib.describe import day_in_words
from netgive_lib.layout import RING_WORDS
from netgive_lib.lettering import Page, fitted, text_width
from netgive_lib.schema import RINGS
from netgive_lib.ties import PACE, ties

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from netgive_lib.charts.theme import Theme, ThemeName
    from netgive_lib.network import Network

_FARTHEST = 6.0
"""Missed rhythms at the right end: whoever is further out stands there."""
_SIZES = (10.0, 7.0, 5.0, 3.4, 2.2)
"""Diameters of the dots, the largest that fit being taken."""
_BAND = 96.0
_HEAD = 36.0
"""What stands above the bands: where a tie is dormant, and under it the warmth at each line."""
_BOTTOM = _HEAD + _BAND * len(RINGS)
_MARGIN = 96.0
_LETTERS, _SMALL = 10.5, 10.0
_APART = 5.0
"""What is free between two names in a row."""


def warmth_chart(
    network: Network,
    today: date,
    *,
    width: float = 960,
    theme: ThemeName = "light",
    anonymous: bool = False,
    selectable: bool = False,
    translations: Mapping[str, str] | None = None,
) -> alt.LayerChart:
    """Everyone with a ring and a contact, placed by how many rhythms of their ring they have missed.

    One missed rhythm halves the warmth, so that the axis is warmth too, on a scale of halves. Beyond
    three, at `PACE.dormant_under`, a tie is dormant. A row of bands, ring 1 on top.
    With `selectable` the chart has a point selection called `pick` over `id`. `translations` has other words for
    those of the key, by ours.
    """
    colors = THEMES[theme]
    dots = _dots(network, today, width, colors, anonymous)
    if not dots.height:
        return empty(_nobody(network), width=width, theme=theme)
    alone, crowd = dots.filter(pl.col("diameter") > 0), dots.filter(pl.col("diameter") == 0)
    columns = [columns_chart(crowd, _BAND - 14, colors)] if crowd.height else []
    names = _texts(_names(alone, width), colors.ink, _LETTERS)
    key = dots_legend(colors, width, _LETTERS, _BOTTOM + 4, translations)
    legend = [of.chart() for of in key_marks(key, _LETTERS, colors)]
    # An id is often made of the name: nobody sees it, but it would be in the file.
    points = _points(alone if selectable and not anonymous else alone.drop("id"), selectable=selectable)
    shows = selected(dots.height, network.size, "those with a ring and a contact on record")
    shows += ". Columns where dots have no room: the higher, the more people" if columns else ""
    return placed(
        [*_ground(width, colors), *columns, points, names, *legend],
        width=width,
        height=_BOTTOM + key.height + 4,
        title=f"Warmth, {day_in_words(today)}: each line to the right is one more rhythm without contact",
        shows=shows,
        words=f"{_words(dots, today)} {shows}.",
        theme=theme,
    )


def _nobody(network: Network) -> str:
    """Why there is nobody in the picture."""
    rated = network.others["ring"].count()
    if rated:
        without = f"Of the people in a ring ({rated}) none has had a contact that is on record."
        return f"{without} Note one, and it shows here."
    return "Warmth needs a ring and a contact: put a few people in a ring first."


def _points(dots: pl.DataFrame, *, selectable: bool) -> alt.Chart:
    """A dot a person, with what there is to tell of them."""
    drawn: alt.Chart = (
        alt.Chart(dots.drop("dormant"))
        .mark_point(opacity=1, strokeWidth=1.2, cursor="pointer" if selectable else "default")
        .encode(
            x=alt.X("x:Q", scale=None, axis=None),
            y=alt.Y("y:Q", scale=None, axis=None),
            size=alt.Size("area:Q", scale=None, legend=None),
            fill=alt.Fill("fill:N", scale=None, legend=None),
            stroke=alt.Stroke("line:N", scale=None, legend=None),
            description=alt.Description("name:N"),
            tooltip=[
                alt.Tooltip("name:N", title="Name"),
                alt.Tooltip("ring:Q", title="Ring"),
                alt.Tooltip("warmth:Q", title="Warmth", format=".2f"),
                alt.Tooltip("last:N", title="Last contact"),
            ],
        )
    )
    return (
        drawn.add_params(alt.selection_point(name=PICK, fields=["id"], toggle=False)) if selectable else drawn
    )


def _across(missed: float, width: float) -> float:
    """Where so many missed rhythms stand, in pixels."""
    return _MARGIN + (width - _MARGIN - 24) * missed / _FARTHEST


def _dots(network: Network, today: date, width: float, colors: Theme, anonymous: bool) -> pl.DataFrame:
    """A row a person: id, name, ring, x, y, diameter, area, warmth, last (in words), dormant, fill, line."""
    names = shown_names(network, anonymous=anonymous)
    missed = pl.col("gap") / pl.col("ring").replace_strict(RINGS, PACE.rhythm, return_dtype=pl.Float64)
    rows = (
        ties(network, today)
        .filter(pl.col("warmth").is_not_null())
        .with_columns(missed=missed.clip(upper_bound=_FARTHEST))
        .sort("ring", "missed", "id")
    )
    placed = _in_lanes(rows.select("ring", "missed").rows(), width)
    days = [day_in_words(day) for day in rows["last_contact"]]
    return rows.select(
        "id",
        "ring",
        "warmth",
        "dormant",
        pl.col("id").replace_strict(names, return_dtype=pl.String).alias("name"),
        *(pl.Series(name, values, dtype=pl.Float64) for name, values in _columns(placed).items()),
        pl.Series("last", days, dtype=pl.String),
        fill=pl.when("dormant").then(pl.lit(colors.ground)).otherwise(tab_color(colors.tab, colors.none)),
        line=tab_color(colors.tab_line, colors.none_line),
    ).with_columns(area=pl.col("diameter") ** 2)


def _columns(placed: list[tuple[float, float, float]]) -> dict[str, list[float]]:
    return {name: [spot[at] for spot in placed] for at, name in enumerate(("x", "y", "diameter"))}


def _in_lanes(rows: list[tuple[int, float]], width: float) -> list[tuple[float, float, float]]:
    """Where each dot stands, as x, y and diameter: the largest with which its band has room for all, 0 if none has."""
    placed: list[tuple[float, float, float]] = []
    for ring in RINGS:
        xs = [_across(missed, width) for r, missed in rows if r == ring]
        size, lanes = next(
            ((size, lanes) for size in _SIZES if (lanes := _lanes(xs, size))),
            (0.0, [0] * len(xs)),
        )
        sides = [(lane + 1) // 2 * (1 if lane % 2 else -1) for lane in lanes]  # 0, 1, -1, 2, -2 …
        middle = _HEAD + (ring - 0.5) * _BAND
        placed += [(round(x, 1), middle + side * (size + 1), size) for x, side in zip(xs, sides, strict=True)]
    return placed


def _lanes(xs: list[float], size: float) -> list[int] | None:
    """The lane of each dot, the first that is free there; None if there are not enough lanes."""
    ends: list[float] = [-math.inf] * int((_BAND - 6) // (size + 1))
    lanes = []
    for x in xs:
        free = next((lane for lane, end in enumerate(ends) if end <= x - size - 1), None)
        if free is None:
            return None
        ends[free] = x
        lanes.append(free)
    return lanes


def _names(dots: pl.DataFrame, width: float) -> pl.DataFrame:
    """text, x, y, align: the names that fit beside their dots, above or below, the coldest of each ring first."""
    page = Page()
    for x, y, size in dots.select("x", "y", "diameter").iter_rows():
        page.take_disc(x, y, size / 2 + 1)
    rows, right, room = [], dots["x"].max() or 0.0, max(90.0, 0.3 * width)
    for whole, x, y in dots.sort(["ring", "warmth", "id"]).head(120).select("name", "x", "y").iter_rows():
        name = fitted(whole, _LETTERS, room)
        wide = text_width(name, _LETTERS)
        for at, down, align in (
            (x - 8, 0, "right"),
            (x + 8, 0, "left"),
            (x, -12, "center"),
            (x, 12, "center"),
        ):
            left = at - {"right": wide, "left": 0.0, "center": wide / 2}[align]
            # Apart from other names, and close to its own dot.
            air = (0 if align == "left" else _APART, 0 if align == "right" else _APART)
            box = (left - air[0], y + down - 6, left + wide + air[1], y + down + 6)
            in_band = (y + down - 6 - _HEAD) // _BAND == (y + down + 6 - _HEAD) // _BAND
            at_edge = left + wide > float(str(right)) + 20
            if left > _MARGIN - 20 and in_band and not at_edge and page.is_free(box):
                page.take(box)
                rows.append((name, at, y + down, align))
                break
    return pl.DataFrame(rows, schema=["text", "x", "y", "align"], orient="row")


def _ground(width: float, colors: Theme) -> list[alt.Chart]:
    """The bands of the rings, the dormant zone, the lines at each missed rhythm and their words."""
    x = alt.X("x:Q", scale=None, axis=None)
    y = alt.Y("y:Q", scale=None, axis=None)
    to = {"x": x, "y": y, "x2": alt.X2("x2"), "y2": alt.Y2("y2")}
    bands = pl.DataFrame(
        {
            "x": [0.0] * 5,
            "x2": [width] * 5,
            "y": [_HEAD + (ring - 1) * _BAND for ring in RINGS],
            "y2": [_HEAD + ring * _BAND - 2 for ring in RINGS],
            "fill": list(colors.rings),
        }
    )
    asleep = _across(-math.log2(PACE.dormant_under), width)
    lines = [(_across(n, width), _HEAD, _BOTTOM) for n in range(int(_FARTHEST) + 1)]
    rules = pl.DataFrame([(a, b, a, c) for a, b, c in lines], schema=["x", "y", "x2", "y2"], orient="row")
    zone = pl.DataFrame({"x": [asleep], "y": [_HEAD], "x2": [width], "y2": [_BOTTOM]})
    rings = [
        (f"{ring} {words}", 8.0, _HEAD + (ring - 0.5) * _BAND, "left")
        for ring, words in zip(RINGS, RING_WORDS, strict=True)
    ]
    words = pl.DataFrame(
        [("dormant →", asleep, 10.0, "left"), *_heads(width), *rings],
        schema=["text", "x", "y", "align"],
        orient="row",
    )
    return [
        alt.Chart(bands).mark_rect(aria=False).encode(**to, fill=alt.Fill("fill:N", scale=None, legend=None)),
        alt.Chart(zone).mark_rect(aria=False, color=colors.line, opacity=0.35).encode(**to),
        alt.Chart(rules).mark_rule(aria=False, color=colors.line).encode(**to),
        _texts(words, colors.soft, _SMALL),
    ]


def _heads(width: float) -> list[tuple[str, float, float, str]]:
    """What the lines mean: the warmth at each, as far as there is room; at the last stands all that is colder."""
    y, right = _HEAD - 10, width - 8
    half = text_width("1/32", _SMALL) / 2 + 4
    room = right - _across(_FARTHEST - 1, width) - half
    coldest = f"1/{2**_FARTHEST:.0f}"
    last = next(
        (text for text in (f"{coldest} or less", f"≤ {coldest}") if text_width(text, _SMALL) <= room), coldest
    )
    steps = [(f"1/{2**n}" if n else "1", _across(n, width), y, "center") for n in range(int(_FARTHEST))]
    return [("warmth", 8.0, y, "left"), *steps, (last, right, y, "right")]


def _texts(rows: pl.DataFrame, color: str, size: float) -> alt.Chart:
    drawn: alt.Chart = (
        alt.Chart(rows)
        .mark_text(
            fontSize=size, color=color, baseline="middle", align=alt.ExprRef("datum.align"), aria=False
        )
        .encode(x=alt.X("x:Q", scale=None, axis=None), y=alt.Y("y:Q", scale=None, axis=None), text="text:N")
    )
    return drawn


def _words(dots: pl.DataFrame, today: date) -> str:
    parts = []
    for ring in RINGS:
        band = dots.filter(pl.col("ring") == ring)
        if band.height:
            parts.append(f"ring {ring}: {band.height}, of whom {int(band['dormant'].sum())} are dormant")
    return f"How warm each tie is on {day_in_words(today)}, by ring. {'; '.join(parts)}."
