"""Whom to reconnect with, as a picture: what is new with them across, how willing they are up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import polars as pl

from netgive_lib.charts.frame import empty, framed, selected
from netgive_lib.charts.marks import PICK
from netgive_lib.charts.naming import shown_names
from netgive_lib.charts.theme import THEMES
from netgive_lib.describe import day_in_words
from netgive_lib.lettering import Page, text_width
from netgive_lib.reconnect import reconnections

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.charts.theme import Theme, ThemeName
    from netgive_lib.network import Network

_HEIGHT, _MOST = 460.0, 400
"""The height of the plot, and the most people in it."""
_SIZE = 10.5
_RULE = "all but those to be left alone"
_NEAR = 0.4
"""On an axis shorter than this, one digit would not tell its figures apart."""


def reconnect_chart(
    network: Network,
    today: date,
    *,
    width: float = 960,
    theme: ThemeName = "light",
    anonymous: bool = False,
    direction: float | None = None,
    selectable: bool = False,
) -> alt.LayerChart:
    """Everyone by novelty and engagement (see `netgive_lib.reconnect`): up and to the right is worth most.

    Hollow dots are dormant ties, and the size is the value in the `direction` (default: the setting). With
    `selectable` the chart has a point selection called `pick` over `id`.
    """
    colors = THEMES[theme]
    found = reconnections(network, today, direction).filter(~pl.col("leave_alone"))
    rows = found.head(_MOST)
    if not rows.height:
        words = "Nobody is here yet. Bring people in on your map, and they appear here."
        return empty(words, width=width, theme=theme)
    dots = _dots(rows, shown_names(network, anonymous=anonymous), colors, anonymous)
    across, up = _bounds(dots["novelty"]), _bounds(dots["engagement"])
    x, y = _axes(across, up)
    points = _points(dots, anonymous=anonymous, selectable=selectable).encode(x=x, y=y)
    layers: list[alt.Chart] = [points, _names(dots, across, up, width, colors).encode(x=x, y=y)]
    rule = "those worth most, without those to be left alone" if rows.height < found.height else _RULE
    shows = selected(rows.height, network.size, rule)
    if selectable:
        layers[0] = points.add_params(alt.selection_point(name=PICK, fields=["id"], toggle=False))
        ring = alt.Chart(dots.select("id", "novelty", "engagement")).mark_point(
            filled=False, stroke=colors.ink, strokeWidth=2, size=420, opacity=1, aria=False
        )
        layers.append(ring.encode(x=x, y=y).transform_filter({"param": PICK, "empty": False}))
    return framed(
        layers,
        width=width,
        height=_HEIGHT,
        title="Whom to reconnect with: hollow has gone quiet, large is worth most",
        shows=shows,
        words=f"{_words(dots, today)} {shows}.",
        theme=theme,
    )


def _axes(across: list[float], up: list[float]) -> tuple[alt.X, alt.Y]:
    return (
        alt.X(
            "novelty:Q",
            scale=alt.Scale(domain=across, nice=False),
            axis=_axis(across),
            title="Novelty: they know what your friends do not →",
        ),
        alt.Y(
            "engagement:Q",
            scale=alt.Scale(domain=up, nice=False),
            axis=_axis(up),
            title="Engagement: they trust you and answer →",
        ),
    )


def _axis(domain: list[float]) -> alt.Axis:
    """An axis on which no two figures look alike, however near to each other people are."""
    near = domain[-1] - domain[0] < _NEAR
    # No grid: its lines would run through names.
    return alt.Axis(format=".2f" if near else ".1f", tickCount=5, grid=False)


def _points(dots: pl.DataFrame, *, anonymous: bool, selectable: bool) -> alt.Chart:
    drawn: alt.Chart = (
        alt.Chart(dots.drop("text"))
        .mark_point(opacity=1, strokeWidth=1.6, cursor="pointer" if selectable else "default")
        .encode(
            size=alt.Size("value:Q", scale=alt.Scale(domain=[0, 1], range=[20, 260]), legend=None),
            fill=alt.Fill("fill:N", scale=None, legend=None),
            stroke=alt.Stroke("line:N", scale=None, legend=None),
            description=alt.Description("name:N"),
            tooltip=[
                alt.Tooltip("name:N", title="Name"),
                alt.Tooltip("value:Q", title="Value", format=".2f"),
                alt.Tooltip("novelty:Q", title="Novelty", format=".2f"),
                alt.Tooltip("engagement:Q", title="Engagement", format=".2f"),
                alt.Tooltip("last:N", title="Last contact"),
                *([] if anonymous else [alt.Tooltip("why:N", title="Why")]),
            ],
        )
    )
    return drawn


def _dots(rows: pl.DataFrame, names: dict[str, str], colors: Theme, anonymous: bool) -> pl.DataFrame:
    days = [day_in_words(day) if day else "none on record" for day in rows["last_contact"]]
    name = pl.col("id").replace_strict(names, return_dtype=pl.String)
    return rows.select(
        pl.lit("").alias("id") if anonymous else pl.col("id"),
        name.alias("name"),
        name.alias("text"),
        "novelty",
        "engagement",
        "value",
        "dormant",
        (pl.lit("") if anonymous else pl.col("why")).alias("why"),
        pl.Series("last", days, dtype=pl.String),
        fill=pl.when("dormant").then(pl.lit(colors.ground)).otherwise(pl.lit(colors.tab[2])),
        line=pl.when("dormant").then(pl.lit(colors.tab[4])).otherwise(pl.lit(colors.tab_line[2])),
    )


def _bounds(values: pl.Series) -> list[float]:
    """The part of 0 to 1 that is worth showing, with some air around it."""
    low, high = float(str(values.min())), float(str(values.max()))
    return [max(-0.04, low - 0.06), min(1.04, high + 0.06)]


def _names(
    dots: pl.DataFrame, across: list[float], up: list[float], width: float, colors: Theme
) -> alt.Chart:
    """The names that fit above their dots, those worth most first."""
    page, kept = Page(), []
    wide = max(200.0, width - 90)
    places = [
        (
            wide * (x - across[0]) / (across[1] - across[0]),
            _HEIGHT * (up[1] - y) / (up[1] - up[0]),
            3 + 6 * value,
        )
        for x, y, value in dots.select("novelty", "engagement", "value").iter_rows()
    ]
    for x, y, r in places:
        page.take_disc(x, y, r)
    for (x, y, r), name in zip(places, dots["text"], strict=True):
        half = text_width(name, _SIZE) / 2
        box = (x - half, y - r - 14, x + half, y - r - 3)
        fits = box[0] > 0 and box[2] < wide and page.is_free(box)
        if fits:
            page.take(box)
        kept.append(fits)
    named = dots.select("text", "novelty", "engagement").filter(pl.Series(kept, dtype=pl.Boolean))
    drawn: alt.Chart = (
        alt.Chart(named).mark_text(fontSize=_SIZE, dy=-14, color=colors.ink, aria=False).encode(text="text:N")
    )
    return drawn


def _words(dots: pl.DataFrame, today: date) -> str:
    best = dots.sort(["value", "name"], descending=[True, False]).head(5)["name"]
    quiet = int(dots["dormant"].sum())
    return (
        f"{dots.height} people by novelty and engagement on {day_in_words(today)}; {quiet} have gone quiet. "
        f"Worth most: {', '.join(best)}."
    )
