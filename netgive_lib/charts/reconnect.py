"""Whom to reconnect with, as a picture: what is new with them across, how willing they are up."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import altair as alt
import polars as pl

from netgive_lib.charts.frame import empty, framed, selected
from netgive_lib.charts.marks import PICK
from netgive_lib.charts.naming import shown_names
from netgive_lib.charts.theme import THEMES
from netgive_lib.describe import day_in_words
from netgive_lib.lettering import Page, fitted, text_width
from netgive_lib.reconnect import reconnections

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.charts.theme import Theme, ThemeName
    from netgive_lib.network import Network

_HEIGHT, _MOST = 460.0, 400
"""The height of the plot, and the most people in it."""
_SIZE = 10.5
_RULE = "all but those to be left alone"
_AIR = 0.06
"""What is left free around the outermost people, in parts of an axis from 0 to 1."""
_SPOT, _STEP = 5.0, 8.0
"""Dots nearer to each other than the first, in pixels, count as on one spot; there they stand the second apart."""
_GOLDEN = math.pi * (3 - math.sqrt(5))
"""The angle from one seed to the next: turned by it, none lie behind each other (Vogel, Math. Biosci. 44:179, 1979)."""
_AWAY = 17.0
"""From the middle of a dot to that of its name."""
_SAME = 1e-6
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

    Hollow dots are dormant ties, and the size is the value in the `direction` (default: the setting). Dots that
    would lie on each other stand side by side; what is said of each is its own. With `selectable` the chart has
    a point selection called `pick` over `id`.
    """
    colors = THEMES[theme]
    found = reconnections(network, today, direction).filter(~pl.col("leave_alone"))
    rows = found.head(_MOST)
    if not rows.height:
        words = "Nobody is here yet. Bring people in on your map, and they appear here."
        return empty(words, width=width, theme=theme)
    dots = _dots(rows, shown_names(network, anonymous=anonymous), colors, anonymous)
    across, up = _bounds(dots["novelty"]), _bounds(dots["engagement"])
    dots = _beside(dots, across, up, max(200.0, width - 90))
    x, y = _axes(across, up)
    points = _points(dots, colors, anonymous=anonymous, selectable=selectable).encode(x=x, y=y)
    layers = [points, *(names.encode(x=x, y=y) for names in _names(dots, across, up, width, colors))]
    rule = "those worth most, without those to be left alone" if rows.height < found.height else _RULE
    shows = selected(rows.height, network.size, rule)
    if selectable:
        layers[0] = points.add_params(alt.selection_point(name=PICK, fields=["id"], toggle=False))
        ring = alt.Chart(dots.select("id", "across", "up")).mark_point(
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
            "across:Q",
            scale=alt.Scale(domain=across, nice=False),
            axis=_axis(across),
            title="Novelty: they know what your friends do not →",
        ),
        alt.Y(
            "up:Q",
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


def _points(dots: pl.DataFrame, colors: Theme, *, anonymous: bool, selectable: bool) -> alt.Chart:
    drawn: alt.Chart = (
        alt.Chart(dots.drop("text"))
        .mark_point(opacity=1, strokeWidth=1.6, cursor="pointer" if selectable else "default")
        .encode(
            size=_sizes(dots["value"], colors),
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
    return [max(-_AIR, low - _AIR), min(1 + _AIR, high + _AIR)]


def _sizes(values: pl.Series, colors: Theme) -> alt.Size:
    """From the least worth to the most, among those who are there; smaller where they are many."""
    low, high, (least, most) = _span(values)
    if high - low < _SAME:  # nothing to tell apart
        return alt.Size(value=most)
    legend = alt.Legend(
        title="Worth",
        titleOrient="left",
        orient="top",
        values=[low, (low + high) / 2, high],
        format=".2f",
        symbolFillColor=colors.tab[2],
        symbolStrokeColor=colors.tab_line[2],
    )
    scale = alt.Scale(domain=[low, high], range=[least, most], nice=False, zero=False)
    return alt.Size("value:Q", scale=scale, legend=legend)


def _span(values: pl.Series) -> tuple[float, float, tuple[float, float]]:
    """The least worth and the most, and how large their dots are, in square pixels."""
    largest = min(300.0, max(90.0, 40_000 / len(values)))
    return float(str(values.min())), float(str(values.max())), (largest / 10, largest)


def _beside(dots: pl.DataFrame, across: list[float], up: list[float], wide: float) -> pl.DataFrame:
    """With `across` and `up`: where each dot stands. Those on one spot stand around it, like seeds of a sunflower."""
    pixels = wide / (across[1] - across[0]), _HEIGHT / (up[1] - up[0])
    placed = dots.with_columns(
        spot=pl.struct(
            (pl.col("novelty") * pixels[0] / _SPOT).round(),
            (pl.col("engagement") * pixels[1] / _SPOT).round(),
        )
    ).with_columns(nth=pl.int_range(pl.len()).over("spot"), there=pl.len().over("spot"))
    step = pl.min_horizontal(pl.lit(_STEP), 0.9 * _AIR * min(pixels) / pl.col("there").sqrt())
    away, turn = step * pl.col("nth").sqrt(), pl.col("nth") * _GOLDEN
    return placed.with_columns(
        across=pl.col("novelty") + away * turn.cos() / pixels[0],
        up=pl.col("engagement") + away * turn.sin() / pixels[1],
    ).drop("spot", "nth", "there")


def _names(
    dots: pl.DataFrame, across: list[float], up: list[float], width: float, colors: Theme
) -> list[alt.Chart]:
    """The names that fit above their dots, those worth most first; and those that fit below, in a second layer."""
    page, wide = Page(), max(200.0, width - 90)
    texts = [fitted(name, _SIZE, max(90.0, 0.3 * wide)) for name in dots["text"]]
    low, high, (least, most) = _span(dots["value"])
    places = [
        (
            wide * (x - across[0]) / (across[1] - across[0]),
            _HEIGHT * (up[1] - y) / (up[1] - up[0]),
            math.sqrt((least + (most - least) * (value - low) / max(high - low, _SAME)) / math.pi),
        )
        for x, y, value in dots.select("across", "up", "value").iter_rows()
    ]
    for x, y, r in places:
        page.take_disc(x, y, r)
    kept: dict[int, list[int]] = {-1: [], 1: []}
    for place, ((x, y, _), name) in enumerate(zip(places, texts, strict=True)):
        wing = text_width(name, _SIZE) / 2
        for side, rows in kept.items():
            near, far = sorted(y + side * (_AWAY + half) for half in (-_SIZE / 2, _SIZE / 2))
            box = (x - wing, near, x + wing, far)
            if box[0] > 0 and box[2] < wide and near > 0 and far < _HEIGHT and page.is_free(box):
                page.take(box)
                rows.append(place)
                break
    return [
        alt.Chart(dots.select("across", "up", text=pl.Series(texts, dtype=pl.String))[rows])
        .mark_text(fontSize=_SIZE, dy=_AWAY * side, color=colors.ink, aria=False)
        .encode(text="text:N")
        for side, rows in kept.items()
    ]


def _words(dots: pl.DataFrame, today: date) -> str:
    best = dots.sort(["value", "name"], descending=[True, False]).head(5)["name"]
    quiet = int(dots["dormant"].sum())
    return (
        f"{dots.height} people by novelty and engagement on {day_in_words(today)}; {quiet} have gone quiet. "
        f"Worth most: {', '.join(best)}."
    )
