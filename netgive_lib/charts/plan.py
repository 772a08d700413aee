"""The plan as a calendar: a row a week, a column a weekday, and in each day whom you write to with what."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import altair as alt
import polars as pl

from netgive_lib.charts.frame import empty
from netgive_lib.charts.naming import shown_names
from netgive_lib.charts.theme import THEMES
from netgive_lib.describe import day_in_words
from netgive_lib.lettering import fitted, text_width
from netgive_lib.plan import make_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from netgive_lib.charts.theme import Theme, ThemeName
    from netgive_lib.network import Network
    from netgive_lib.plan import Plan

_LEFT, _TOP, _ROW, _LINE = 64.0, 56.0, 46.0, 14.0
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Sat", "Sun")


def plan_chart(
    network: Network,
    today: date,
    *,
    width: float = 960,
    theme: ThemeName = "light",
    anonymous: bool = False,
    plan: Plan | None = None,
) -> alt.LayerChart:
    """A plan as a calendar; default is the best plan for eight weeks. Days that you keep quiet are hatched."""
    colors = THEMES[theme]
    plan = plan or make_plan(network, today)
    if not plan.moves.height:
        nothing = "Nothing is planned. Write down what you could bring, and the weeks fill."
        return empty(nothing, width=width, theme=theme)
    names = shown_names(network, anonymous=anonymous)
    days, words = _laid_out(plan, names, width, colors, anonymous)
    # An ask rides along: said by the word, not by colour alone.
    title = pl.DataFrame({"x": [8.0], "y": [16.0], "text": [_title(plan)]})
    layers = [_boxes(days, colors), *_texts(words), _text(title, 14, colors.ink, bold=True)]
    bottom = _TOP + sum(_heights(plan)) + 8
    return alt.LayerChart(
        layer=layers,
        width=width,
        height=bottom,
        description=_said(plan, names, anonymous),
        config={**colors.config(), "padding": 0},
    )


def _title(plan: Plan) -> str:
    first, last = plan.horizon.mondays[0], plan.horizon.last
    return f"The plan, {day_in_words(first)} to {day_in_words(last)}"


def _by_day(plan: Plan) -> dict[date, list[dict[str, object]]]:
    by_day: dict[date, list[dict[str, object]]] = {}
    for move in plan.moves.iter_rows(named=True):
        by_day.setdefault(move["on"], []).append(move)
    return by_day


def _heights(plan: Plan) -> Iterator[float]:
    """How high each week is: two lines for each move of its fullest day."""
    by_day = _by_day(plan)
    for monday in plan.horizon.mondays:
        most = max(len(by_day.get(monday + timedelta(days=n), ())) for n in range(7))
        yield max(_ROW, 18 + 2 * _LINE * most + 6)


def _weekend(plan: Plan) -> bool:
    """Whether anything is on a weekend, as a birthday may be."""
    return any(day.weekday() > 4 for day in plan.moves["on"])


def _laid_out(
    plan: Plan, names: dict[str, str], width: float, colors: Theme, anonymous: bool
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The days as boxes (x, y, x2, y2, fill, told), and the words (x, y, text, color, bold)."""
    columns = 7 if _weekend(plan) else 5
    wide = (width - _LEFT) / columns
    by_day = _by_day(plan)
    boxes = []
    words = [
        (_LEFT + n * wide + 6, _TOP - 10, fitted(_WEEKDAYS[n], 11, wide - 8), colors.soft, False)
        for n in range(columns)
    ]
    top = _TOP
    for monday, high in zip(plan.horizon.mondays, _heights(plan), strict=True):
        words.append((8.0, top + 14, f"{monday.day} {monday:%b}", colors.soft, False))
        for n in range(columns):
            day = monday + timedelta(days=n)
            x = _LEFT + n * wide
            moves = by_day.get(day, [])
            told = "; ".join(_told(move, names, anonymous) for move in moves)
            quiet = day in plan.horizon.quiet or day < plan.horizon.today
            fill = colors.fit[0] if moves else colors.ground if quiet else colors.rings[3]
            boxes.append((x, top, x + wide - 4, top + high - 4, fill, told))
            words.append((x + 6, top + 10, str(day.day), colors.soft, False))
            for place, move in enumerate(moves):
                y = top + 24 + place * 2 * _LINE
                words.append((x + 6, y, _name(names[str(move["person"])], wide - 14), colors.ink, True))
                offer = str(move["kind"] or "") if anonymous else str(move["offer"])
                line = f"{offer} + an ask" if move["ask"] else offer
                words.append((x + 6, y + _LINE, fitted(line, 11, wide - 14), colors.ink, False))
        top += high
    return (
        pl.DataFrame(boxes, schema=["x", "y", "x2", "y2", "fill", "told"], orient="row"),
        pl.DataFrame(words, schema=["x", "y", "text", "color", "bold"], orient="row"),
    )


def _name(name: str, room: float) -> str:
    """A name that fits: whole, or else its first word."""
    return name if text_width(name, 11) * 1.07 <= room else fitted(name.split(" ")[0], 11, room)


def _told(move: dict[str, object], names: dict[str, str], anonymous: bool) -> str:
    who = names[str(move["person"])]
    return f"{who}: {move['kind']}" if anonymous else f"{who}: {move['offer']}. {move['why']}"


def _at() -> dict[str, alt.X | alt.Y]:
    return {"x": alt.X("x:Q", scale=None, axis=None), "y": alt.Y("y:Q", scale=None, axis=None)}


def _boxes(days: pl.DataFrame, colors: Theme) -> alt.Chart:
    drawn: alt.Chart = (
        alt.Chart(days)
        .mark_rect(cornerRadius=4, stroke=colors.line, strokeWidth=1)
        .encode(
            **_at(),
            x2=alt.X2("x2"),
            y2=alt.Y2("y2"),
            fill=alt.Fill("fill:N", scale=None, legend=None),
            description=alt.Description("told:N"),
            tooltip=[alt.Tooltip("told:N", title="Planned")],
        )
    )
    return drawn


def _texts(words: pl.DataFrame) -> list[alt.Chart]:
    return [
        _text(some.drop("bold", "color"), 11, str(color), bold=bool(bold))
        for (color, bold), some in words.group_by("color", "bold", maintain_order=True)
    ]


def _text(rows: pl.DataFrame, size: float, color: str, *, bold: bool) -> alt.Chart:
    drawn: alt.Chart = (
        alt.Chart(rows)
        .mark_text(
            fontSize=size,
            fontWeight="bold" if bold else "normal",
            align="left",
            baseline="middle",
            color=color,
            aria=False,
        )
        .encode(**_at(), text="text:N")
    )
    return drawn


def _said(plan: Plan, names: dict[str, str], anonymous: bool) -> str:
    moves = "; ".join(
        f"{day_in_words(row['on'])}: {names[row['person']]}" + ("" if anonymous else f", {row['offer']}")
        for row in plan.moves.iter_rows(named=True)
    )
    return f"{_title(plan)}. {moves}."
