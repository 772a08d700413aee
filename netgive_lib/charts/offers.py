"""What you could bring to whom, as a picture: people down, assets across, the fit as colour."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import altair as alt
import polars as pl

from netgive_lib.charts.frame import empty, framed, selected
from netgive_lib.charts.marks import PICK
from netgive_lib.charts.naming import shown_names
from netgive_lib.charts.theme import THEMES
from netgive_lib.describe import day_in_words, each_once
from netgive_lib.lettering import fitted, text_width
from netgive_lib.offers import matrix
from netgive_lib.schema import ASSET_KINDS

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.charts.theme import Theme, ThemeName
    from netgive_lib.network import Network

_CELL = 20.0
_HEADS = (230.0, 360.0)
"""How long the titles above the columns are at least and at most; in between, a quarter of the width."""
_WHO, _LETTERS = 170, 10.5
_UPRIGHT = 22.0
"""Columns narrower than this have upright titles: slanted ones would run into each other."""
_RULE = "those who matter most, without those to be left alone"
BETWEEN = "|"
"""Stands between the person and the asset in the id of a cell that can be clicked."""


def offers_chart(
    network: Network,
    today: date,
    *,
    width: float = 960,
    theme: ThemeName = "light",
    anonymous: bool = False,
    most: int = 30,
    selectable: bool = False,
) -> alt.LayerChart:
    """The `most` people who matter × your assets: the stronger a cell, the better the one fits the other.

    An empty cell has nothing that connects the two, or was offered before. With `selectable` the chart has
    a point selection called `pick` over `id`, which is the person's id, `|` and the asset's.
    """
    colors = THEMES[theme]
    cells = matrix(network, today, most=most)
    if not cells.height:
        words = "Nothing to bring yet. Write down a few things that you have, and this fills itself."
        return empty(words, width=width, theme=theme)
    names = shown_names(network, anonymous=anonymous)
    head = min(max(_HEADS[0], width / 4), _HEADS[1])
    shown = _labelled(cells, names, head, anonymous)
    rows = list(dict.fromkeys(shown["who"]))
    columns = list(dict.fromkeys(shown.sort("place")["what"]))
    x, y = _axes(rows, columns, width, head)
    ground = alt.Chart(shown.select("who", "what")).mark_rect(
        stroke=colors.ground, strokeWidth=2, color=colors.rings[3], aria=False
    )
    offers = shown.drop_nulls("fit")
    fits = _fits(offers, colors, anonymous=anonymous, selectable=selectable).encode(x=x, y=y)
    layers = [ground.encode(x=x, y=y), fits]
    shows = selected(len(rows), network.size, _RULE)
    if selectable:
        pick = alt.selection_point(name=PICK, fields=["id"], toggle=False)
        layers[1] = fits.add_params(pick)
        ring = alt.Chart(offers).mark_rect(filled=False, stroke=colors.ink, strokeWidth=2.5, aria=False)
        layers.append(ring.encode(x=x, y=y).transform_filter({"param": PICK, "empty": False}))
    return framed(
        layers,
        width=width,
        height=_CELL * len(rows),
        title=f"What you could bring, {day_in_words(today)}",
        shows=shows,
        words=f"{_words(shown, len(rows), len(columns))} {shows}.",
        theme=theme,
    )


def _axes(rows: list[str], columns: list[str], width: float, head: float) -> tuple[alt.X, alt.Y]:
    """Assets across, with their titles above, and people down."""
    across = alt.Axis(
        orient="top",
        labelAngle=-90 if _column(rows, columns, width) < _UPRIGHT else -50,
        labelLimit=int(head),
        labelOverlap=False,
        ticks=False,
        domain=False,
        labelPadding=6,
    )
    down = alt.Axis(labelLimit=_WHO, ticks=False, domain=False)
    return (
        alt.X("what:N", sort=columns, title=None, axis=across),
        alt.Y("who:N", sort=rows, title=None, axis=down),
    )


def _fits(offers: pl.DataFrame, colors: Theme, *, anonymous: bool, selectable: bool) -> alt.Chart:
    """The cells whose person and asset fit each other, by how much."""
    # The figures say which end is which: in the light theme the stronger colour is darker, in the dark one paler.
    legend = alt.Legend(title="Fit: 0 little, 1 much", orient="bottom", gradientLength=160, titleLimit=300)
    scale = alt.Scale(domain=[0, 0.5, 1], range=list(colors.fit), interpolate="rgb")
    drawn: alt.Chart = (
        alt.Chart(offers)
        .mark_rect(stroke=colors.ground, strokeWidth=2, cursor="pointer" if selectable else "default")
        .encode(
            color=alt.Color("fit:Q", scale=scale, legend=legend),
            description=alt.Description("said:N"),
            tooltip=[
                alt.Tooltip("who:N", title="Who"),
                alt.Tooltip("whole:N", title="What"),
                alt.Tooltip("fit:Q", title="Fit", format=".2f"),
                *([] if anonymous else [alt.Tooltip("why:N", title="Why")]),
            ],
        )
    )
    return drawn


def _column(rows: list[str], columns: list[str], width: float) -> float:
    """About how wide a column is, if all titles are slanted to the right."""
    names = min(_WHO, max(text_width(name, _LETTERS) for name in rows))
    overhang = 0.65 * text_width(columns[-1], _LETTERS)
    return (width - names - overhang - 40) / len(columns)


def _labelled(cells: pl.DataFrame, names: dict[str, str], head: float, anonymous: bool) -> pl.DataFrame:
    """The cells with what rows and columns are called; equal titles are told apart."""
    assets = sorted(
        cells.select("asset", "kind", "title").unique().iter_rows(),
        key=lambda asset: (ASSET_KINDS.index(asset[1]), asset[2].casefold(), asset[0]),
    )
    titles = {id: title for id, _, title in assets}
    if anonymous:  # a title may name somebody
        nth: Counter[str] = Counter()
        for id, kind, _ in assets:
            nth[kind] += 1
            titles[id] = f"{kind} {nth[kind]}"
    places = {id: place for place, id in enumerate(titles)}
    asset = pl.col("asset")
    return cells.select(
        "fit",
        pl.format(f"{{}}{BETWEEN}{{}}", "person", "asset").alias("id")
        if not anonymous
        else pl.lit("").alias("id"),
        pl.col("person").replace_strict(names, return_dtype=pl.String).alias("who"),
        asset.replace_strict(_headings(titles, 0.9 * head), return_dtype=pl.String).alias("what"),
        asset.replace_strict(titles, return_dtype=pl.String).alias("whole"),
        (pl.lit("") if anonymous else pl.col("why")).alias("why"),
        asset.replace_strict(places, return_dtype=pl.Int64).alias("place"),
    ).with_columns(said=pl.format("{}: {}", "who", "whole"))


def _headings(titles: dict[str, str], room: float) -> dict[str, str]:
    """What fits above a column. Of titles that begin alike the end is kept too."""
    short = {id: fitted(title, _LETTERS, room) for id, title in titles.items()}
    alike = Counter(short.values())
    for id, heading in short.items():
        whole = " ".join(titles[id].split())
        if alike[heading] > 1 and heading != whole:
            short[id] = f"{fitted(whole, _LETTERS, 0.45 * room)}{_end(whole, 0.55 * room)}"
    return {id: heading for heading, id in each_once((heading, id) for id, heading in short.items()).items()}


def _end(text: str, room: float) -> str:
    """The last letters of a text, as many as fit."""
    kept = 0
    while kept < len(text) and text_width(text[-kept - 1 :], _LETTERS) <= room:
        kept += 1
    return text[len(text) - kept :].lstrip()


def _words(shown: pl.DataFrame, people: int, assets: int) -> str:
    offers = shown.drop_nulls("fit")
    said = f"{people} people by {assets} things you could bring; {offers.height} pairs fit each other."
    if not offers.height:
        return said
    best = offers.sort(["fit", "who", "what"], descending=[True, False, False]).head(3)
    pairs = "; ".join(f"{who}: {whole}" for who, whole in best.select("who", "whole").iter_rows())
    return f"{said} The best: {pairs}."
