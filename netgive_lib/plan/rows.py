"""The rows of a plan: what a move says, and the day of its week that it is on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.describe import day_in_words
from netgive_lib.weeks import monday

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Mapping
    from datetime import date

    from netgive_lib.plan.horizon import Horizon

MOVES = pl.Schema(
    {
        "person": pl.String(),
        "name": pl.String(),
        "on": pl.Date(),
        "week": pl.Date(),  # its Monday
        "offer": pl.String(),  # what you bring, in words
        "kind": pl.String(),
        "asset": pl.String(),
        "offer_id": pl.String(),  # the row of `offers`, if you have thought of it yourself
        "why": pl.String(),
        "score": pl.Float64(),
        "ask": pl.String(),  # the row of `asks` that rides along
        "move": pl.String(),  # the row of `moves`, if it was planned before
        "fixed": pl.Boolean(),  # whether the day was chosen by hand
    }
)
"""The columns of `Plan.moves`."""

_FIRST_CHOICE = (1, 3, 2, 0, 4)
"""The weekdays on which moves are put, Tuesday (1) and Thursday before the others. Ours."""


def as_move(row: Mapping[str, Any], on: date, **more: Any) -> dict[str, Any]:
    """A row of `netgive_lib.plan.worth.worth` as a row of `MOVES`, on a day. `more`: ask, move, fixed."""
    move = {
        "person": row["id"],
        "name": row["name"],
        "on": on,
        "week": monday(on),
        "offer": row["title"],
        "kind": row["kind"],
        "asset": row["asset"],
        "offer_id": row["offer"],
        "why": _why(row),
        "score": row["score"],
        "fixed": False,
    }
    return move | more


def _why(row: Mapping[str, Any]) -> str:
    """Why this offer, and why then."""
    offer = (row["why"] or "").strip()
    return f"{offer} {_why_then(row)}".strip()


def _why_then(row: Mapping[str, Any]) -> str:
    if row["occasion"] == "birthday":
        return f"Their birthday is on {day_in_words(row['falls_on'])}."
    if row["occasion"] == "anniversary":
        years = "a year" if row["years"] == 1 else f"{row['years']} years"
        return f"On {day_in_words(row['falls_on'])} it is {years} since you connected."
    if row["last_contact"] is None:
        return "There is no contact on record yet."
    last = day_in_words(row["last_contact"])
    return f"It has been quiet since {last}." if row["dormant"] else f"You were last in contact on {last}."


def spread(
    rows: pl.DataFrame, horizon: Horizon, taken: Counter[date]
) -> Iterator[tuple[dict[str, Any], date]]:
    """Each row of `worth` that was chosen, with its day: on weekdays, and few on the same one.

    A birthday is kept on the day itself, weekend or not. Whoever has the fewest days to choose from is placed first.
    `taken`: day -> how many moves are on it already; not changed.
    """
    by_week = dict(horizon.open_days.group_by("week").agg("day").iter_rows())
    load = taken.copy()
    placed = []
    for row in rows.iter_rows(named=True):
        days = [day for day in by_week[row["week"]] if _suits(day, row)]
        placed.append((_near_occasion(row, days, horizon) or days, row))
    for days, row in sorted(placed, key=lambda pair: (len(pair[0]), pair[1]["id"])):
        on = min(days, key=lambda day: (load[day], (*_FIRST_CHOICE, 5, 6).index(day.weekday())))
        load[on] += 1
        yield row, on


def _suits(day: date, row: Mapping[str, Any]) -> bool:
    """Whether a day is neither too early for the person nor too late for the offer."""
    return bool(row["first"] <= day and (row["latest"] is None or day <= row["latest"]))


def _near_occasion(row: Mapping[str, Any], days: list[date], horizon: Horizon) -> list[date]:
    """The one day that is nearest to an occasion; nothing in a plain week."""
    falls_on = row["falls_on"] if row["occasion"] else None
    if falls_on is None:
        return []
    in_time = row["latest"] is None or falls_on <= row["latest"]
    if row["occasion"] == "birthday" and in_time and falls_on not in horizon.quiet:
        return [falls_on]
    return [min(days, key=lambda day: (abs(day - falls_on), day))]
