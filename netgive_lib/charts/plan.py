"""The plan as a calendar: a row a week, a column a weekday, and in each day whom you write to with what.

Where days would be too narrow for names, it is a list: a row a week, and in it a box a day on which something is.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

import altair as alt
import polars as pl

from netgive_lib.charts.frame import empty, placed
from netgive_lib.charts.naming import shown_names
from netgive_lib.charts.theme import THEMES
from netgive_lib.describe import counted, day_in_words
from netgive_lib.lettering import fitted, text_width
from netgive_lib.plan import make_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from netgive_lib.charts.theme import Theme, ThemeName
    from netgive_lib.network import Network
    from netgive_lib.plan import Plan

_LEFT, _TOP, _ROW, _LINE = 64.0, 20.0, 46.0, 14.0
_EMPTY = 26.0
"""How high a week is in the list, with nothing in it."""
_NARROW = 76.0
"""Days narrower than this have no room for most given names."""
_BOLD = 1.07
"""How much wider bold letters are."""
_DAY = 56.0
"""The room for a day before what is on it, in the list."""
_Box = tuple[float, float, float, float, str, str]
_Word = tuple[float, float, str, str, bool, str]
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
    """A plan as a calendar, or as a list where it is narrow; default is the best plan for eight weeks.

    Days that you keep quiet have no colour.
    """
    colors = THEMES[theme]
    plan = plan or make_plan(network, today)
    if not plan.moves.height:
        nothing = "Nothing is planned. Write down what you could bring, and the weeks fill."
        return empty(nothing, width=width, theme=theme)
    names = shown_names(network, anonymous=anonymous)
    lay_out = _listed if (width - _LEFT) / _columns(plan) < _NARROW else _laid_out
    days, words = lay_out(plan, _called(plan, names), width, colors, anonymous)
    # An ask rides along: said by the word, not by colour alone.
    return placed(
        [*_boxes(days, colors), *_texts(words)],
        width=width,
        height=float(str(days["y2"].max())) + 12,
        title=_title(plan),
        shows=_shows(plan),
        words=_said(plan, names, anonymous),
        theme=theme,
    )


def _title(plan: Plan) -> str:
    first, last = plan.horizon.mondays[0], plan.horizon.last
    return f"The plan, {day_in_words(first)} to {day_in_words(last)}"


def _shows(plan: Plan) -> str:
    people = counted(plan.moves["person"].n_unique(), "people")
    return f"{counted(plan.moves.height, 'moves')} in {counted(len(plan.horizon.mondays), 'weeks')}, with {people}"


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


def _columns(plan: Plan) -> int:
    """How many days a week has: seven if anything is on a weekend, as a birthday may be."""
    return 7 if any(day.weekday() > 4 for day in plan.moves["on"]) else 5


def _laid_out(
    plan: Plan, names: dict[str, _Called], width: float, colors: Theme, anonymous: bool
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The calendar: days as boxes (x, y, x2, y2, fill, told), and words (x, y, text, color, bold, told)."""
    columns = _columns(plan)
    wide = (width - _LEFT) / columns
    by_day = _by_day(plan)
    boxes = []
    words = [
        (_LEFT + n * wide + 6, _TOP - 10, fitted(_WEEKDAYS[n], 11, wide - 8), colors.soft, False, "")
        for n in range(columns)
    ]
    top = _TOP
    for monday, high in zip(plan.horizon.mondays, _heights(plan), strict=True):
        words.append((8.0, top + 14, f"{monday.day} {monday:%b}", colors.soft, False, ""))
        for n in range(columns):
            day = monday + timedelta(days=n)
            x = _LEFT + n * wide
            moves = by_day.get(day, [])
            told = "; ".join(_told(move, names, anonymous) for move in moves)
            quiet = day in plan.horizon.quiet or day < plan.horizon.today
            fill = colors.fit[0] if moves else colors.ground if quiet else colors.rings[3]
            boxes.append((x, top, x + wide - 4, top + high - 4, fill, told))
            words.append((x + 6, top + 10, str(day.day), colors.soft, False, ""))
            for place, move in enumerate(moves):
                y = top + 24 + place * 2 * _LINE
                words += _written(move, names, (x + 6, y), wide - 14, colors, anonymous)
        top += high
    return _frames(boxes, words)


def _listed(
    plan: Plan, names: dict[str, _Called], width: float, colors: Theme, anonymous: bool
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The list, as `_laid_out` has the calendar: a box a day on which something is, or one for an empty week."""
    by_day, boxes, words = _by_day(plan), [], []
    x, right, top = _LEFT, width - 8, 4.0
    for monday in plan.horizon.mondays:
        days = [day for n in range(7) if (day := monday + timedelta(days=n)) in by_day]
        words.append((8.0, top + 14, f"{monday.day} {monday:%b}", colors.soft, False, ""))
        if not days:
            quiet = all(monday + timedelta(days=n) in plan.horizon.quiet for n in range(5))
            boxes.append((x, top, right, top + _EMPTY, colors.ground if quiet else colors.rings[3], ""))
            words.append((x + 8, top + 13, "quiet" if quiet else "nothing", colors.soft, False, ""))
            top += _EMPTY + 4
        for day in days:
            bottom = top + 8 + 2 * _LINE * len(by_day[day])
            told = "; ".join(_told(move, names, anonymous) for move in by_day[day])
            boxes.append((x, top, right, bottom, colors.fit[0], told))
            words.append((x + 8, top + 12, f"{day:%a} {day.day}", colors.soft, False, ""))
            for place, move in enumerate(by_day[day]):
                y, room = top + 12 + place * 2 * _LINE, right - x - _DAY - 8
                words += _written(move, names, (x + _DAY, y), room, colors, anonymous)
            top = bottom + 4
        top += 6
    return _frames(boxes, words)


def _frames(boxes: list[_Box], words: list[_Word]) -> tuple[pl.DataFrame, pl.DataFrame]:
    return (
        pl.DataFrame(boxes, schema=["x", "y", "x2", "y2", "fill", "told"], orient="row"),
        pl.DataFrame(words, schema=["x", "y", "text", "color", "bold", "told"], orient="row"),
    )


def _written(
    move: dict[str, object],
    names: dict[str, _Called],
    at: tuple[float, float],
    room: float,
    colors: Theme,
    anonymous: bool,
) -> list[_Word]:
    """A move in two lines: whom you write to, and with what."""
    (x, y), told = at, _told(move, names, anonymous)
    return [
        (x, y, names[str(move["person"])].within(room), colors.ink, True, told),
        (x, y + _LINE, _brought(move, room, anonymous), colors.ink, False, told),
    ]


def _brought(move: dict[str, object], room: float, anonymous: bool) -> str:
    """What a move brings, and whether an ask rides along, cut to its room."""
    offer = str(move["kind"] or "") if anonymous else str(move["offer"])
    return fitted(f"{offer} + an ask" if move["ask"] else offer, 11, room)


class _Called(NamedTuple):
    """What someone is called where there is room, and where there is little."""

    name: str
    short: str

    def within(self, room: float) -> str:
        """What fits, in bold letters."""
        return (
            self.name if text_width(self.name, 11) * _BOLD <= room else fitted(self.short, 11, room / _BOLD)
        )


def _called(plan: Plan, names: dict[str, str]) -> dict[str, _Called]:
    """Everyone in the plan: in short by the first word of their name, unless somebody else in it has that too."""
    first = {id: names[id].split(" ")[0] for id in plan.moves["person"].unique()}
    shared = Counter(first.values())
    return {id: _Called(names[id], names[id] if shared[word] > 1 else word) for id, word in first.items()}


def _told(move: dict[str, object], names: dict[str, _Called], anonymous: bool) -> str:
    who = names[str(move["person"])].name
    return f"{who}: {move['kind']}" if anonymous else f"{who}: {move['offer']}. {move['why']}"


def _at() -> dict[str, alt.X | alt.Y]:
    return {"x": alt.X("x:Q", scale=None, axis=None), "y": alt.Y("y:Q", scale=None, axis=None)}


def _boxes(days: pl.DataFrame, colors: Theme) -> list[alt.Chart]:
    """The days without anything, of which there is nothing to tell, and those with something."""
    planned = pl.col("told") != ""
    drawn = []
    for some, told in ((days.filter(~planned), False), (days.filter(planned), True)):
        chart = alt.Chart(some).mark_rect(cornerRadius=4, stroke=colors.line, strokeWidth=1, aria=told)
        fill = alt.Fill("fill:N", scale=None, legend=None)
        boxes = chart.encode(**_at(), x2=alt.X2("x2"), y2=alt.Y2("y2"), fill=fill)
        if told:
            tooltip = [alt.Tooltip("told:N", title="Planned")]
            boxes = boxes.encode(description=alt.Description("told:N"), tooltip=tooltip)
        drawn += [boxes] if some.height else []
    return drawn


def _texts(words: pl.DataFrame) -> list[alt.Chart]:
    drawn = []
    for (color, bold, told), some in words.group_by(
        "color", "bold", pl.col("told") != "", maintain_order=True
    ):
        rows = some.select("x", "y", "text", *(["told"] if told else []))
        texts = _text(rows, 11, str(color), bold=bool(bold))
        # Words lie on the box of their day, and would hide what it tells.
        drawn.append(texts.encode(tooltip=[alt.Tooltip("told:N", title="Planned")]) if told else texts)
    return drawn


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
