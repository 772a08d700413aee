"""The weeks that a plan looks ahead, and the days in them on which it puts moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.weeks import monday, moves_a_week, quiet_dates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netgive_lib.network import Network

_SATURDAY = 5
LONGEST = 104
"""The most weeks that a plan looks ahead: what comes after two years is guesswork."""


class PlanError(ValueError):
    """A plan can't be made as it was asked for. The message says why, in one sentence."""


@dataclass(frozen=True)
class Horizon:
    """The weeks from a day on."""

    today: date
    mondays: tuple[date, ...]
    """One for each week; `today` is in the first, or on the weekend before it."""
    per_week: int
    """The most moves in a week."""
    quiet: frozenset[date]
    """Days without moves."""

    @property
    def last(self) -> date:
        """The last day of the last week."""
        return self.mondays[-1] + timedelta(days=6)

    def week_of(self, day: date) -> int:
        """The number of the week that a day is in; the days before the first Monday are in the first."""
        return max(0, (day - self.mondays[0]).days // 7)

    @property
    def open_days(self) -> pl.DataFrame:
        """The weekdays from `today` on that are not quiet. Columns: week (0, 1, …), day; sorted."""
        days = [
            (week, day)
            for week, begins in enumerate(self.mondays)
            for weekday in range(5)
            if (day := begins + timedelta(days=weekday)) >= self.today and day not in self.quiet
        ]
        return pl.DataFrame(days, schema={"week": pl.Int64, "day": pl.Date}, orient="row")


def horizon(
    network: Network, today: date, weeks: int, per_week: int | None = None, quiet_weeks: Iterable[date] = ()
) -> Horizon:
    """The `weeks` weeks from `today` on, with what the settings say.

    The first week is the one that `today` is in, or the next one if that has no weekday left. `per_week`: default is
    the setting `moves_a_week`. `quiet_weeks`: days; the weeks that they are in are quiet, as are the days of the
    setting `quiet_dates`. Raises `PlanError` for a number that is out of bounds.
    """
    if not 1 <= weeks <= LONGEST:
        raise PlanError(f"A plan is for 1 to {LONGEST} weeks; {weeks} is outside.")
    per_week = moves_a_week(network) if per_week is None else per_week
    if per_week < 0:
        raise PlanError(f"The moves a week can't be {per_week}.")
    start = monday(today)
    if today.weekday() >= _SATURDAY and today < date.max - timedelta(days=7):
        start += timedelta(days=7)
    if (date.max - start).days < 7 * weeks:
        raise PlanError(
            f"A plan from {today} on would go beyond the year {date.max.year}, the last there is."
        )
    mondays = tuple(start + timedelta(days=7 * week) for week in range(weeks))
    quiet = {monday(day) + timedelta(days=ahead) for day in quiet_weeks for ahead in range(7)}
    return Horizon(today, mondays, per_week, quiet_dates(network) | quiet)
