"""On which days something takes place that repeats, from its first day to a last one.

`dateutil.rrule` is not used: it minds the end only when a day comes out, so that a rule without any day, such as
the 30th of February, keeps it busy for seconds, and one by the second for ever. Here only days count, each period
is looked at once, and none after the last day. The tests hold it equal to dateutil.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WITHIN_A_DAY = ("SECONDLY", "MINUTELY", "HOURLY")


@dataclass(frozen=True)
class Rule:
    """How something repeats (RFC 5545, 3.3.10), as far as days go. An empty tuple sets no condition."""

    every: str
    """DAILY, WEEKLY, MONTHLY or YEARLY."""
    interval: int = 1
    count: int | None = None
    until: date | None = None
    """The last day on which it can take place."""
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    weekdays: tuple[tuple[int, int], ...] = ()
    """(which one, 0 for each; weekday, 0 for Monday)."""
    positions: tuple[int, ...] = ()
    """Which of the days of a period, 1 the first and -1 the last."""
    week_start: int = 0


def rule(parts: dict[str, list[Any]], until: date | None) -> Rule:
    """The rule with these parts, as icalendar's `vRecur` gives them. Raises `ValueError` if it is none to follow."""
    every = str(parts["FREQ"][0]).upper() if parts.get("FREQ") else ""
    if every in _WITHIN_A_DAY:
        raise ValueError("It repeats within a day.")
    if (
        every not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
        or parts.get("BYWEEKNO")
        or parts.get("BYEASTER")
    ):
        raise ValueError("It repeats in a way that can't be followed.")
    interval = int(parts.get("INTERVAL", [1])[0])
    if interval < 1:
        raise ValueError("It repeats in a way that can't be followed.")
    return Rule(
        every,
        interval,
        int(parts["COUNT"][0]) if parts.get("COUNT") else None,
        until,
        _numbers(parts.get("BYMONTH")),
        _numbers(parts.get("BYMONTHDAY")),
        _numbers(parts.get("BYYEARDAY")),
        tuple(_weekday(str(text)) for text in parts.get("BYDAY", ())),
        _numbers(parts.get("BYSETPOS")),
        _weekday(str(parts["WKST"][0]))[1] if parts.get("WKST") else 0,
    )


def _numbers(values: Iterable[Any] | None) -> tuple[int, ...]:
    return tuple(int(value) for value in values or ())


def _weekday(text: str) -> tuple[int, int]:
    """The number and the weekday of, say, `-1FR`; raises `ValueError` if it is none."""
    text = text.strip().upper()
    return int(text[:-2] or 0), _WEEKDAYS.index(text[-2:])


def days(rule: Rule, first: date, last: date, most: int = 100_000) -> tuple[list[date], int]:
    """The days up to `last`, and how many were looked at for them: not many more than `most`, whatever the rule.

    The first day is always one of them.

    >>> days(Rule("MONTHLY", weekdays=((-1, 4),)), date(2026, 1, 30), date(2026, 3, 31))[0]
    [datetime.date(2026, 1, 30), datetime.date(2026, 2, 27), datetime.date(2026, 3, 27)]
    """
    if first > last:
        return [], 1
    found = [first]
    last = min(last, rule.until or last)
    if rule.every == "WEEKLY" and not (rule.weekdays or rule.month_days or rule.year_days):
        rule = replace(rule, weekdays=((0, first.weekday()),))
    every_day = _every_day(rule, first, last)
    looked_at = sum(map(len, every_day))
    if every_day and looked_at <= most:
        ordinals = sorted(ordinal for one in every_day for ordinal in one if ordinal > first.toordinal())
        later = ordinals if rule.count is None else ordinals[: max(0, rule.count - 1)]
        return [first, *map(date.fromordinal, later)], looked_at
    looked_at = 0
    for period in _periods(rule, first, last):
        looked_at += len(period) + len(rule.positions) + 1
        if looked_at > most:
            break
        found += (day for day in _chosen(rule, period) if first < day <= last)
        if rule.count is not None and len(found) >= rule.count:
            return found[: max(1, rule.count)], looked_at
    return found, looked_at


def _every_day(rule: Rule, first: date, last: date) -> list[range]:
    """All days of a rule that leaves none of its days out, as most do, by number; [] for any other rule."""
    if rule.months or rule.month_days or rule.year_days or rule.positions:
        return []
    begin, end = first.toordinal(), last.toordinal() + 1
    if rule.every == "DAILY" and not rule.weekdays:
        return [range(begin, end, rule.interval)]
    if rule.every == "WEEKLY":
        begin -= (first.weekday() - rule.week_start) % 7
        offsets = {(weekday - rule.week_start) % 7 for _, weekday in rule.weekdays}
        return [range(begin + offset, end, 7 * rule.interval) for offset in offsets]
    return []


def _periods(rule: Rule, first: date, last: date) -> Iterator[list[date]]:
    """The days of each period that come into question, period by period, none that begins after `last`."""
    end = last.toordinal()
    if rule.every == "DAILY":
        for ordinal in range(first.toordinal(), end + 1, rule.interval):
            yield [date.fromordinal(ordinal)]
    elif rule.every == "WEEKLY":
        offsets = sorted({(weekday - rule.week_start) % 7 for _, weekday in rule.weekdays}) or range(7)
        begin = first.toordinal() - (first.weekday() - rule.week_start) % 7
        for ordinal in range(begin, end + 1, 7 * rule.interval):
            yield [date.fromordinal(ordinal + offset) for offset in offsets if ordinal + offset <= end]
    elif rule.every == "MONTHLY":
        for month in range(12 * first.year + first.month - 1, 12 * last.year + last.month, rule.interval):
            yield _month(rule, first, month // 12, month % 12 + 1)
    else:
        for year in range(first.year, last.year + 1, rule.interval):
            yield _year(rule, first, year)


def _month(rule: Rule, first: date, year: int, month: int) -> list[date]:
    length = monthrange(year, month)[1]
    numbers = set(rule.month_days)
    if not (rule.month_days or rule.weekdays or rule.year_days):
        numbers = {first.day}
    if not numbers:
        return [date(year, month, number) for number in _in_month(rule, date(year, month, 1), length)]
    numbers = {number if number > 0 else length + 1 + number for number in numbers}
    return [date(year, month, number) for number in sorted(numbers) if 1 <= number <= length]


def _in_month(rule: Rule, begin: date, length: int) -> Iterable[int]:
    """The days of a month on which it can take place by its weekdays: each day if it has none."""
    if not rule.weekdays:
        return range(1, length + 1)
    found: set[int] = set()
    for which, weekday in rule.weekdays:
        there = range(1 + (weekday - begin.weekday()) % 7, length + 1, 7)
        if which and rule.every == "MONTHLY":
            place = which - 1 if which > 0 else len(there) + which
            found.update(there[place : place + 1] if place >= 0 else ())
        else:
            found.update(there)
    return sorted(found)


def _year(rule: Rule, first: date, year: int) -> list[date]:
    bare = not (rule.month_days or rule.weekdays or rule.year_days)
    months = rule.months or ((first.month,) if bare else range(1, 13))
    return [
        day for month in sorted(set(months)) if 1 <= month <= 12 for day in _month(rule, first, year, month)
    ]


def _chosen(rule: Rule, period: list[date]) -> list[date]:
    """The days of a period on which it takes place."""
    narrowed = rule.months or rule.month_days or rule.year_days or rule.positions
    if not narrowed and (rule.every == "WEEKLY" or (rule.every == "DAILY" and not rule.weekdays)):
        return period  # the weekdays of a week are chosen already, and most series are such
    chosen = [
        day
        for day in period
        if (not rule.months or day.month in rule.months)
        and (not rule.month_days or _is_month_day(day, rule.month_days))
        and (not rule.year_days or _is_year_day(day, rule.year_days))
        and (not rule.weekdays or any(_is_weekday(rule, day, *weekday) for weekday in rule.weekdays))
    ]
    if not rule.positions:
        return chosen
    places = {place - 1 if place > 0 else len(chosen) + place for place in rule.positions}
    return [chosen[place] for place in sorted(places) if 0 <= place < len(chosen)]


def _is_month_day(day: date, numbers: tuple[int, ...]) -> bool:
    return day.day in numbers or day.day - 1 - monthrange(day.year, day.month)[1] in numbers


def _is_year_day(day: date, numbers: tuple[int, ...]) -> bool:
    number = day.timetuple().tm_yday
    length = date(day.year, 12, 31).timetuple().tm_yday
    return number in numbers or number - 1 - length in numbers


def _is_weekday(rule: Rule, day: date, which: int, weekday: int) -> bool:
    """Whether a day is that weekday, and the one of that number in its month or year."""
    if day.weekday() != weekday:
        return False
    if not which or rule.every in ("DAILY", "WEEKLY"):
        return True
    if rule.every == "MONTHLY" or rule.months:
        before, length = day.day - 1, monthrange(day.year, day.month)[1]
    else:
        before = day.timetuple().tm_yday - 1
        length = date(day.year, 12, 31).timetuple().tm_yday
    return which in (before // 7 + 1, -((length - 1 - before) // 7 + 1))
