"""A simulated tie as a picture: warmth and the tab through two years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import polars as pl

from netgive_lib.charts.frame import framed
from netgive_lib.charts.theme import THEMES
from netgive_lib.ties import PACE

if TYPE_CHECKING:
    from netgive_lib.charts.theme import ThemeName

WARMTH, TAB = "warmth", "the tab (your share of what was given)"


def simulation_chart(days: pl.DataFrame, *, width: float = 960, theme: ThemeName = "light") -> alt.LayerChart:
    """The frame of `netgive_lib.simulation.simulate` as two lines, and the band in which the tab is split."""
    colors = THEMES[theme]
    months = pl.col("day") / (365 / 12)
    long = pl.concat(
        [
            days.select(month=months, value=pl.col(column), what=pl.lit(what))
            for column, what in (("warmth", WARMTH), ("tab", TAB))
        ]
    ).drop_nulls()
    low, high = PACE.split
    band = pl.DataFrame({"low": [low], "high": [high]})
    key = alt.Legend(title=None, orient="top", labelLimit=320, symbolType="stroke", symbolSize=400)
    y = alt.Y("value:Q", title=None, scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format=".1f", tickCount=5))
    lines = (
        alt.Chart(long)
        .mark_line(strokeWidth=2.2)
        .encode(
            x=alt.X(
                "month:Q",
                title="months",
                axis=alt.Axis(tickMinStep=3, format="d"),
                scale=alt.Scale(nice=False),
            ),
            y=y,
            color=alt.Color(
                "what:N",
                scale=alt.Scale(domain=[WARMTH, TAB], range=[colors.tab[0], colors.tab[4]]),
                legend=key,
            ),
            strokeDash=alt.StrokeDash(
                "what:N", scale=alt.Scale(domain=[WARMTH, TAB], range=[[1, 0], [6, 3]]), legend=key
            ),
        )
    )
    split = (
        alt.Chart(band)
        .mark_rect(color=colors.line, opacity=0.45, aria=False)
        .encode(y=alt.Y("low:Q"), y2=alt.Y2("high"))
    )
    last = days.row(-1, named=True)
    tab = "nothing on it" if last["tab"] is None else f"{last['tab']:.0%} yours"
    return framed(
        [split, lines],
        width=width,
        height=240,
        title="Two years of one tie (the grey band: the tab is split)",
        words=f"After {last['day']} days the warmth is {last['warmth']:.2f} and the tab is {tab}.",
        theme=theme,
    )
