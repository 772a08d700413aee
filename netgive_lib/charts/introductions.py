"""Introductions as small triads: you, two people you know, and the tie between them that is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import polars as pl

from netgive_lib.charts.frame import empty, placed
from netgive_lib.charts.naming import naming_nobody, shown_names
from netgive_lib.charts.sheet import wrapped
from netgive_lib.charts.theme import THEMES
from netgive_lib.describe import counted, day_in_words
from netgive_lib.introductions import suggest_introductions
from netgive_lib.lettering import fitted

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.charts.theme import Theme, ThemeName
    from netgive_lib.network import Network

_WIDE, _HIGH = 300.0, 150.0
"""The least width of one triad, and its height."""


def introductions_chart(
    network: Network,
    today: date,
    *,
    width: float = 960,
    theme: ThemeName = "light",
    anonymous: bool = False,
    most: int = 9,
) -> alt.LayerChart:
    """The `most` best introductions, each as a triangle: the dashed side is the tie that is yours to make.

    What the two have for each other stands on that side.
    """
    colors = THEMES[theme]
    found = suggest_introductions(network, today, most=most)
    if not found.height:
        nobody = "No two people stand out yet. Note what people care about, and some will."
        return empty(nobody, width=width, theme=theme)
    names = shown_names(network, anonymous=anonymous)
    if anonymous:
        topics = naming_nobody(network, found["topics"].explode().drop_nulls(), "topic")
        found = found.with_columns(pl.col("topics").list.eval(pl.element().replace(topics)))
    columns = max(1, int(width // _WIDE))
    wide = width / columns
    rows = -(-found.height // columns)
    corners, sides, words = _laid_out(found, names, columns, wide, colors, anonymous)
    return placed(
        [*_lines(sides), _dots(corners, anonymous, colors), *_texts(words, anonymous)],
        width=width,
        height=rows * _HIGH,
        title=f"Introductions waiting to be made, {day_in_words(today)}",
        shows=f"{counted(found.height, 'pairs')} who do not know each other, the best first",
        words=_said(found, names),
        theme=theme,
    )


def _laid_out(
    found: pl.DataFrame, names: dict[str, str], columns: int, wide: float, colors: Theme, anonymous: bool
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Corners (x, y, fill, told), sides (x, y, x2, y2, missing), and words (x, y, text, align, color, size, told)."""
    corners, sides, words = [], [], []
    for place, row in enumerate(found.iter_rows(named=True)):
        left, top = (place % columns) * wide, (place // columns) * _HIGH
        me = (left + wide / 2, top + _HIGH - 28)
        a, b = (left + wide * 0.2, top + 44), (left + wide * 0.8, top + 44)
        told = "" if anonymous else f"{row['why_a']} {row['why_b']}"  # it names people
        sides += [(*me, *a, False), (*me, *b, False), (*a, *b, True)]
        corners += [(*me, colors.ink, told), (*a, colors.tab[4], told), (*b, colors.tab[4], told)]
        room = 0.4 * wide - 6  # as far as to the name of the neighbour, on either side
        for (x, y), id in ((a, row["a"]), (b, row["b"])):
            words.append((x, y - 16, fitted(names[id], 11.5, room), "center", colors.ink, 11.5, told))
        words.append((me[0], me[1] + 16, "you", "center", colors.soft, 10.5, told))
        for line, text in enumerate(_lines_of(", ".join(row["topics"]), 0.34 * wide)):
            words.append((left + wide / 2, top + 58 + 13 * line, text, "center", colors.soft, 10.5, told))
    return (
        pl.DataFrame(corners, schema=["x", "y", "fill", "told"], orient="row"),
        pl.DataFrame(sides, schema=["x", "y", "x2", "y2", "missing"], orient="row").with_columns(
            line=pl.when("missing").then(pl.lit(colors.tab[4])).otherwise(pl.lit(colors.tab_line[2]))
        ),
        pl.DataFrame(words, schema=["x", "y", "text", "align", "color", "size", "told"], orient="row"),
    )


def _lines_of(topics: str, room: float) -> list[str]:
    """What the two have in common, in two lines at most: below them the sides of the triangle come near."""
    lines = wrapped(topics, 10.5, room)
    return [*lines[:1], fitted(" ".join(lines[1:]), 10.5, room)] if len(lines) > 1 else lines


def _at() -> dict[str, alt.X | alt.Y]:
    return {"x": alt.X("x:Q", scale=None, axis=None), "y": alt.Y("y:Q", scale=None, axis=None)}


def _lines(sides: pl.DataFrame) -> list[alt.Chart]:
    return [
        alt.Chart(sides.filter(missing=missing).drop("missing"))
        .mark_rule(aria=False, strokeWidth=2.2 if missing else 1.2, strokeDash=[6, 5] if missing else [1, 0])
        .encode(
            **_at(), x2=alt.X2("x2"), y2=alt.Y2("y2"), stroke=alt.Stroke("line:N", scale=None, legend=None)
        )
        for missing in (False, True)
    ]


def _dots(corners: pl.DataFrame, anonymous: bool, colors: Theme) -> alt.Chart:
    drawn: alt.Chart = (
        alt.Chart(corners)
        .mark_point(opacity=1, size=130, strokeWidth=2, stroke=colors.ground, aria=False)
        .encode(
            **_at(),
            fill=alt.Fill("fill:N", scale=None, legend=None),
            tooltip=[] if anonymous else [alt.Tooltip("told:N", title="Why")],
        )
    )
    return drawn


def _texts(words: pl.DataFrame, anonymous: bool) -> list[alt.Chart]:
    return [
        alt.Chart(of_size.drop("size"))
        .mark_text(fontSize=float(str(size)), baseline="middle", align=alt.ExprRef("datum.align"), aria=False)
        .encode(
            **_at(),
            text="text:N",
            color=alt.Color("color:N", scale=None, legend=None),
            tooltip=[] if anonymous else [alt.Tooltip("told:N", title="Why")],
        )
        for (size,), of_size in words.group_by("size", maintain_order=True)
    ]


def _said(found: pl.DataFrame, names: dict[str, str]) -> str:
    pairs = "; ".join(f"{names[a]} and {names[b]}" for a, b in found.select("a", "b").iter_rows())
    return f"Pairs whom you know, and who do not know each other, the best first: {pairs}."
