"""The people of a ring who are too many for dots, as columns: the higher one is, the more of them stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import polars as pl

if TYPE_CHECKING:
    from netgive_lib.charts.theme import Theme

_WIDE, _GAP = 6.0, 1.0
"""From one column to the next, and what is free between them, in pixels."""


def columns_chart(people: pl.DataFrame, height: float, colors: Theme) -> alt.Chart:
    """The columns around the middle of each ring's band, the highest of a ring `height` pixels high.

    Heights are as the square roots of the numbers: one day on which hundreds came would leave nothing of the others.

    `people`: ring, x and y (the middle of the band), warmth, dormant. Those of people who are dormant are hollow.
    """
    asleep = pl.col("dormant")
    rows = (
        people.group_by("ring", "y", "dormant", left=(pl.col("x") // _WIDE) * _WIDE)
        .agg(count=pl.len(), warmth=pl.col("warmth").mean())
        .with_columns(half=(pl.col("count") / pl.col("count").max().over("ring")).sqrt() * height / 2)
        .sort("ring", "left", "dormant")
        .select(
            "ring",
            "count",
            "warmth",
            x="left",
            x2=pl.col("left") + _WIDE - _GAP,
            y=(pl.col("y") - pl.col("half")).round(1),
            y2=(pl.col("y") + pl.col("half")).round(1),
            fill=pl.when(asleep).then(pl.lit(colors.ground)).otherwise(pl.lit(colors.tab[2])),
        )
    )
    drawn: alt.Chart = (
        alt.Chart(rows)
        .mark_rect(stroke=colors.tab_line[2], strokeWidth=0.8, aria=False)
        .encode(
            x=alt.X("x:Q", scale=None, axis=None),
            y=alt.Y("y:Q", scale=None, axis=None),
            x2="x2",
            y2="y2",
            fill=alt.Fill("fill:N", scale=None, legend=None),
            tooltip=[
                alt.Tooltip("count:Q", title="People", format=","),
                alt.Tooltip("ring:Q", title="Ring"),
                alt.Tooltip("warmth:Q", title="Warmth, on average", format=".2f"),
            ],
        )
    )
    return drawn
