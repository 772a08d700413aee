"""The tab as pictures: what passed with each person, and month by month."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Any

import altair as alt
import polars as pl

from netgive_lib.charts.frame import empty, framed, selected
from netgive_lib.charts.naming import shown_names
from netgive_lib.charts.theme import THEMES
from netgive_lib.describe import day_in_words
from netgive_lib.lettering import text_width
from netgive_lib.schema import ME
from netgive_lib.ties import ties

if TYPE_CHECKING:
    from netgive_lib.charts.theme import Theme, ThemeName
    from netgive_lib.network import Network

_ROW, _WHO, _LETTERS = 19.0, 180, 11.0
_LEAST = 0.25
"""The share of the axis that the side has at least on which less passed, in what passed on both."""
_SIDES = (("← what you got", "what you gave →"), ("← got", "gave →"))
"""What the two sides are called, and where there is little room."""
GAVE, GOT = "you gave", "you got"
_KINDS = ["you gave", "you asked", "they gave", "they asked"]
_TWO_ROWS = 370
"""In a picture narrower than this, the four of them do not stand in one row."""
_MONTH = 78
"""So far apart are months written under the axis, in pixels."""
_FIGURE = "format(abs(datum.value), datum.value == 0 || abs(datum.value) >= 0.001 ? ',.3~r' : '.1e')"
"""Any amount in few signs: what passed decades ago weighs next to nothing."""
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
    """What was given between you and each of the `most` people with whom most was.

    To whom you owe most stands first, who owes you most last.

    What you got runs to the left and what you gave to the right, in decayed weights (see
    `netgive_lib.ties.ties`). The mark on each bar is what you gave less what you got.
    """
    colors = THEMES[theme]
    tied = ties(network, today).filter(pl.col("tab").is_not_null())
    rows = _tab_rows(tied, shown_names(network, anonymous=anonymous), most)
    if not rows.height:
        return empty(_NOTHING, width=width, theme=theme)
    order, height = rows["who"].to_list(), _ROW * rows.height
    across = _across(rows)
    x = alt.X("amount:Q", title=None, scale=alt.Scale(domain=across), axis=_both_ways(width))
    y = alt.Y("who:N", sort=order, title=None, axis=alt.Axis(labelLimit=_WHO, ticks=False, domain=False))
    ends = (
        alt.Chart(rows)
        .mark_tick(thickness=4, height=16, fill=colors.ink, stroke=colors.ground, strokeWidth=1, opacity=1)
        .encode(
            y=y,
            x=alt.X("middle:Q"),
            tooltip=[alt.Tooltip("who:N", title="Who"), alt.Tooltip("balance:N", title="The tab")],
        )
    )
    rule = "those with whom most was given and got"
    shows = selected(rows.height, tied.height, rule, "people with a tab")
    return framed(
        [_bars(rows, colors).encode(x=x, y=y), ends, *_sides(order, across, width, colors)],
        width=width,
        height=height,
        title="The tab: the mark shows to which side it leans",
        shows=shows,
        words=f"{_tab_words(rows, today)} {shows}.",
        theme=theme,
    )


def _bars(rows: pl.DataFrame, colors: Theme) -> alt.Chart:
    """What you got, below zero, and what you gave, above."""
    long = pl.concat(
        [
            rows.select("who", "balance", amount=-pl.col("received"), what=pl.lit(GOT), size="received"),
            rows.select("who", "balance", amount="given", what=pl.lit(GAVE), size="given"),
        ]
    )
    drawn: alt.Chart = (
        alt.Chart(long)
        .mark_bar(height=11, cornerRadius=2)
        .encode(
            color=alt.Color(
                "what:N",
                scale=alt.Scale(domain=[GOT, GAVE], range=[colors.tab[0], colors.tab[4]]),
                legend=alt.Legend(title=None, orient="top"),
            ),
            tooltip=[
                alt.Tooltip("who:N", title="Who"),
                alt.Tooltip("what:N", title="What"),
                alt.Tooltip("size:Q", title="How much", format=",.3~r"),
                alt.Tooltip("balance:N", title="The tab"),
            ],
        )
    )
    return drawn


def _across(rows: pl.DataFrame) -> list[float]:
    """From what you got at most to what you gave at most, either side wide enough for its words."""
    got, gave = float(str(rows["received"].max())), float(str(rows["given"].max()))
    least = _LEAST * (got + gave)
    return [-1.04 * max(got, least), 1.04 * max(gave, least)]


def _sides(order: list[str], across: list[float], width: float, colors: Theme) -> list[alt.Chart]:
    """Under the axis, on its side of zero, what each direction is."""
    names = min(_WHO, max(text_width(name, 10) for name in order))
    room = min(-across[0], across[1]) / (across[1] - across[0]) * (width - names - 40)
    got, gave = next(
        (both for both in _SIDES if max(text_width(text, _LETTERS) for text in both) + 8 <= room), _SIDES[-1]
    )
    set_in: dict[str, Any] = {"fontSize": _LETTERS, "color": colors.soft, "baseline": "top", "aria": False}
    sides: list[tuple[str, dict[str, Any]]] = [
        (got, {"align": "right", "dx": -6}),
        (gave, {"align": "left", "dx": 6}),
    ]
    return [
        alt.Chart(pl.DataFrame({"zero": [0.0], "text": [text]}))
        .mark_text(**set_in, **side)
        .encode(x=alt.X("zero:Q"), y=alt.value(alt.expr("height + 24")), text="text:N")
        for text, side in sides
    ]


def _both_ways(width: float) -> alt.Axis:
    """An axis on which both directions count up from the middle."""
    return alt.Axis(labelExpr=_FIGURE, grid=True, tickCount=max(4, min(12, width // 60)))


def _tab_rows(tied: pl.DataFrame, names: dict[str, str], most: int) -> pl.DataFrame:
    """who, given, received, middle (given minus received), balance (in words); to whom you owe most first."""
    sides = {"mine": "you gave more", "theirs": "they gave more", "split": "split"}
    return (
        tied.sort(pl.col("given") + pl.col("received"), "id", descending=[True, False])
        .head(most)
        .with_columns(middle=pl.col("given") - pl.col("received"))
        .sort(["middle", "id"])
        .select(
            pl.col("id").replace_strict(names, return_dtype=pl.String).alias("who"),
            "given",
            "received",
            "middle",
            balance=pl.col("side").replace_strict(sides, return_dtype=pl.String),
        )
    )


def _tab_words(rows: pl.DataFrame, today: date) -> str:
    leans = dict(rows["balance"].value_counts().iter_rows())
    first, last = rows.row(0, named=True), rows.row(-1, named=True)
    return (
        f"The tab with {rows.height} people on {day_in_words(today)}: with {leans.get('they gave more', 0)} they "
        f"gave more, with {leans.get('you gave more', 0)} you gave more, with {leans.get('split', 0)} it is split. "
        f"You owe most to {first['who']} (got {_figure(first['received'])}, gave {_figure(first['given'])}); "
        f"you gave most beyond what you got to {last['who']} "
        f"(got {_figure(last['received'])}, gave {_figure(last['given'])})."
    )


def _figure(amount: float) -> str:
    """An amount with one decimal, or with one digit that tells where that would be 0.0."""
    return f"{amount:.1f}" if amount >= 0.05 or amount == 0 else f"{amount:.1g}"


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
        before = monthly(network, today, 12 * today.year).height
        since = f"Nothing was given or asked in the {months} months until {day_in_words(today)}."
        words = f"{since} The tab has what was before." if before else _NOTHING
        return empty(words, width=width, theme=theme)
    bars = _month_bars(rows, _months_until(today, months), width, colors)
    totals = dict(rows.group_by("what").agg(pl.col("count").sum()).iter_rows())
    said = ", ".join(f"{kind} {totals.get(kind, 0)} times" for kind in _KINDS)
    return framed(
        [bars],
        width=width,
        height=200,
        title="Give and ask, month by month",
        shows=f"With everyone, in the {months} months until {day_in_words(today)}",
        words=f"Gives and asks by month until {day_in_words(today)}: {said}.",
        theme=theme,
    )


def _months_until(today: date, months: int) -> list[date]:
    """The first days of the last `months` months, the present one too."""
    number = today.year * 12 + today.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(number - months + 1, number + 1)]


def _month_bars(rows: pl.DataFrame, span: list[date], width: float, colors: Theme) -> alt.Chart:
    """A bar a month, in both directions; the first and the last stand wholly within the plot."""
    range_ = [colors.tab[4], colors.tab[3], colors.tab[0], colors.tab[1]]
    thick = max(3.0, min(18.0, (width - 120) / len(span) * 0.7))
    labelled = span[:: -math.ceil(_MONTH * len(span) / width)]
    heights = rows.group_by("month", pl.col("signed") > 0).agg(pl.col("amount").sum())["amount"]
    highest = max(heights.to_list())
    drawn: alt.Chart = (
        alt.Chart(rows)
        .mark_bar(size=thick, stroke=colors.ground, strokeWidth=0.5)
        .encode(
            x=alt.X(
                "month:T",
                title=None,
                scale=alt.Scale(domain=[_moment(span[0]), _moment(span[-1])], padding=thick / 2 + 2),
                axis=alt.Axis(
                    format="%b %Y",
                    grid=False,
                    labelOverlap=True,
                    labelFlush=False,
                    values=[_moment(month) for month in labelled],
                ),
            ),
            y=alt.Y(
                "signed:Q",
                title="to you ↓\u2003\u2003from you ↑",
                # The same both ways, so that the two words of its title meet at the line.
                scale=alt.Scale(domain=[-highest, highest], nice=True),
                axis=_both_ways(300),
            ),
            color=alt.Color(
                "what:N",
                scale=alt.Scale(domain=_KINDS, range=range_),
                legend=alt.Legend(title=None, orient="top", columns=2 if width < _TWO_ROWS else 4),
            ),
            tooltip=[
                alt.Tooltip("month:T", title="Month", format="%B %Y"),
                alt.Tooltip("what:N", title="What"),
                alt.Tooltip("amount:Q", title="How much", format=",.3~r"),
                alt.Tooltip("count:Q", title="How often"),
            ],
        )
    )
    return drawn


def _moment(day: date) -> alt.DateTime:
    return alt.DateTime(year=day.year, month=day.month, date=day.day)


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
