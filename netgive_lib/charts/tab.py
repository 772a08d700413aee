"""The tab as pictures: what passed with each person, and month by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import polars as pl

from netgive_lib.charts.frame import empty, framed
from netgive_lib.charts.naming import shown_names
from netgive_lib.charts.theme import THEMES
from netgive_lib.describe import day_in_words
from netgive_lib.schema import ME
from netgive_lib.ties import ties

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.charts.theme import ThemeName
    from netgive_lib.network import Network

_ROW = 19.0
GAVE, GOT = "you gave", "you got"
_NOTHING = "Nothing is on the tab yet. Note what you gave and what you got, and it appears here."


def tab_chart(
    network: Network,
    today: date,
    *,
    width: float = 960,
    theme: ThemeName = "light",
    anonymous: bool = False,
    most: int = 30,
) -> alt.LayerChart:
    """What passed between you and each of the `most` people with whom most did, the most one-sided first.

    What you got runs to the left and what you gave to the right, in decayed weights (see
    `netgive_lib.ties.ties`). A pale band marks where the tab counts as split.
    """
    colors = THEMES[theme]
    rows = _tab_rows(network, today, anonymous, most)
    if not rows.height:
        return empty(_NOTHING, width=width, theme=theme)
    order = rows["who"].to_list()
    y = alt.Y("who:N", sort=order, title=None, axis=alt.Axis(labelLimit=180, ticks=False, domain=False))
    long = pl.concat(
        [
            rows.select("who", "balance", amount=-pl.col("received"), what=pl.lit(GOT), size="received"),
            rows.select("who", "balance", amount="given", what=pl.lit(GAVE), size="given"),
        ]
    )
    bars = (
        alt.Chart(long)
        .mark_bar(height=11, cornerRadius=2)
        .encode(
            y=y,
            x=alt.X("amount:Q", title="← what you got\u2003\u2003\u2003what you gave →", axis=_both_ways()),
            color=alt.Color(
                "what:N",
                scale=alt.Scale(domain=[GOT, GAVE], range=[colors.tab[0], colors.tab[4]]),
                legend=None,
            ),
            tooltip=[
                alt.Tooltip("who:N", title="Who"),
                alt.Tooltip("what:N", title="What"),
                alt.Tooltip("size:Q", title="How much", format=".1f"),
                alt.Tooltip("balance:N", title="The tab"),
            ],
        )
    )
    ends = (
        alt.Chart(rows)
        .mark_tick(thickness=3, height=15, color=colors.ink)
        .encode(y=y, x=alt.X("middle:Q"), tooltip=[alt.Tooltip("balance:N", title="The tab")])
    )
    return framed(
        [bars, ends],
        width=width,
        height=_ROW * rows.height,
        title="The tab: the mark shows to which side it leans",
        words=_tab_words(rows, today),
        theme=theme,
    )


def _both_ways() -> alt.Axis:
    """An axis on which both directions count up from the middle."""
    return alt.Axis(labelExpr="format(abs(datum.value), '~g')", grid=True)


def _tab_rows(network: Network, today: date, anonymous: bool, most: int) -> pl.DataFrame:
    """who, given, received, middle (given minus received), balance (in words); the most one-sided first."""
    names = shown_names(network, anonymous=anonymous)
    sides = {"mine": "you gave more", "theirs": "they gave more", "split": "split"}
    return (
        ties(network, today)
        .filter(pl.col("tab").is_not_null())
        .sort(["passed", "id"], descending=[True, False])
        .head(most)
        .with_columns(middle=pl.col("given") - pl.col("received"))
        .sort(["middle", "id"])
        .select(
            _told_apart(pl.col("id").replace_strict(names, return_dtype=pl.String)).alias("who"),
            "given",
            "received",
            "middle",
            balance=pl.col("side").replace_strict(sides, return_dtype=pl.String),
        )
    )


def _told_apart(name: pl.Expr) -> pl.Expr:
    """Names in which the second of two that are equal carries a number."""
    nth = pl.int_range(pl.len()).over(name)
    return pl.when(nth > 0).then(pl.format("{} ({})", name, nth + 1)).otherwise(name)


def _tab_words(rows: pl.DataFrame, today: date) -> str:
    leans = dict(rows["balance"].value_counts().iter_rows())
    first, last = rows.row(0, named=True), rows.row(-1, named=True)
    return (
        f"The tab with {rows.height} people on {day_in_words(today)}: with {leans.get('they gave more', 0)} they "
        f"gave more, with {leans.get('you gave more', 0)} you gave more, with {leans.get('split', 0)} it is split. "
        f"You owe most to {first['who']} (got {first['received']:.1f}, gave {first['given']:.1f}); "
        f"you gave most beyond what you got to {last['who']} "
        f"(got {last['received']:.1f}, gave {last['given']:.1f})."
    )


def months_chart(
    network: Network,
    today: date,
    *,
    width: float = 960,
    theme: ThemeName = "light",
    anonymous: bool = False,
    months: int = 36,
) -> alt.LayerChart:
    """Gives and asks month by month over the last `months`: yours above the line, theirs below.

    The heights are sums of the exchanges' weights, not decayed: it is a diary, not a balance. It names
    nobody, `anonymous` or not.
    """
    del anonymous
    colors = THEMES[theme]
    rows = monthly(network, today, months)
    if not rows.height:
        return empty(_NOTHING, width=width, theme=theme)
    kinds = ["you gave", "you asked", "they gave", "they asked"]
    range_ = [colors.tab[4], colors.tab[3], colors.tab[0], colors.tab[1]]
    bars = (
        alt.Chart(rows)
        .mark_bar(
            size=max(3.0, min(18.0, (width - 120) / months * 0.7)), stroke=colors.ground, strokeWidth=0.5
        )
        .encode(
            x=alt.X("month:T", title=None, axis=alt.Axis(format="%b %Y", grid=False, labelOverlap=True)),
            y=alt.Y("signed:Q", title="to you ↓\u2003\u2003from you ↑", axis=_both_ways()),
            color=alt.Color(
                "what:N",
                scale=alt.Scale(domain=kinds, range=range_),
                legend=alt.Legend(title=None, orient="top"),
            ),
            tooltip=[
                alt.Tooltip("month:T", title="Month", format="%B %Y"),
                alt.Tooltip("what:N", title="What"),
                alt.Tooltip("amount:Q", title="How much", format=".1f"),
                alt.Tooltip("count:Q", title="How often"),
            ],
        )
    )
    totals = dict(rows.group_by("what").agg(pl.col("count").sum()).iter_rows())
    said = ", ".join(f"{kind} {totals.get(kind, 0)} times" for kind in kinds)
    return framed(
        [bars],
        width=width,
        height=200,
        title="Give and ask, month by month",
        words=f"Gives and asks by month until {day_in_words(today)}: {said}.",
        theme=theme,
    )


def monthly(network: Network, today: date, months: int) -> pl.DataFrame:
    """What passed between me and all others: a row for each month and kind in which something did.

    Columns: month (its first day), what (you gave, you asked, they gave, they asked), amount (sum of
    weights), signed (below zero where it came from them), count.
    """
    first = pl.lit(today).dt.month_start().dt.offset_by(f"-{months - 1}mo")
    mine = pl.col("actor") == ME
    what = pl.when(mine).then(pl.lit("you ")).otherwise(pl.lit("they ")) + pl.col("kind").replace_strict(
        {"give": "gave", "ask": "asked"}, default=None, return_dtype=pl.String
    )
    return (
        network.exchanges.filter(
            pl.col("kind").is_in(["give", "ask"]),
            pl.col("date").is_between(first, pl.lit(today)),
            mine | (pl.col("other") == ME),
        )
        .group_by(month=pl.col("date").dt.month_start(), what=what, mine=mine)
        .agg(amount=pl.col("weight").sum(), count=pl.len())
        .with_columns(signed=pl.when("mine").then("amount").otherwise(-pl.col("amount")))
        .sort("month", "what")
        .select("month", "what", "amount", "signed", "count")
    )
