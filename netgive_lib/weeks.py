"""Weeks and quiet days: when you want to move at all, and how often."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netgive_lib.network import Network

MOVES_A_WEEK = 2
"""How many moves a week while the setting `moves_a_week` says nothing. Ours: few enough to do each one well."""

_DAY = r"\d{4}-\d{2}-\d{2}"
_SPAN = re.compile(rf"({_DAY})(?:/({_DAY}))?")
_MONTH_AND_DAY = re.compile(r"(?:\d{4}|-)-(\d{2})-(\d{2})")


def monday(day: date) -> date:
    """The Monday of the week that a day is in.

    >>> monday(date(2026, 11, 8))
    datetime.date(2026, 11, 2)
    """
    return day - timedelta(days=day.weekday())


def moves_a_week(network: Network) -> int:
    """The setting `moves_a_week`, else `MOVES_A_WEEK`. Raises `ValueError` for what is no whole number."""
    return _whole(network, "moves_a_week", MOVES_A_WEEK)


def least_wait(network: Network) -> int:
    """The setting `quiet_days`: how long at least you keep quiet after a contact without an answer, in days.

    0 while nothing is set. Raises `ValueError` for what is no whole number.
    """
    return _whole(network, "quiet_days", 0)


def _whole(network: Network, name: str, default: int) -> int:
    text = network.setting(name, str(default)).strip()
    if not (text.isascii() and text.isdecimal() and len(text) < 5):
        raise ValueError(
            f"The setting {name} is {text!r}. It has to be a whole number, such as {default or 14}."
        )
    return int(text)


def quiet_dates(network: Network) -> frozenset[date]:
    """The days of the setting `quiet_dates`: days and spans, such as `2026-12-21/2027-01-03; 2027-02-14`.

    Both ends of a span are quiet. Raises `ValueError` for what can't be read.
    """
    days: set[date] = set()
    for part in network.setting("quiet_dates").split(";"):
        if part.strip():
            first, last = _span(part.strip())
            days |= {first + timedelta(days=ahead) for ahead in range((last - first).days + 1)}
    return frozenset(days)


def _span(text: str) -> tuple[date, date]:
    """The first and the last day of a part of the setting `quiet_dates`."""
    found = _SPAN.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        first = date.fromisoformat(found[1])
        last = date.fromisoformat(found[2] or found[1])
    except ValueError:
        raise ValueError(
            f"The setting quiet_dates has {text!r} in it. Write days such as 2026-12-24 or spans such as "
            "2026-12-21/2027-01-03, with ; between them."
        ) from None
    if last < first or (last - first).days > 366:
        raise ValueError(
            f"The setting quiet_dates has the span {text!r}. Its first day has to come before its last, "
            "and it may be a year long at most."
        )
    return first, last


def yearly(day: str | date | None, first: date, last: date) -> list[date]:
    """When a birthday or an anniversary comes round from `first` to `last`, both included.

    `day` is a date, or a text: `1988-06-15`, or `--06-15` without its year. Nothing for a text that is neither.
    The 29th of February is kept on the 28th in other years.

    >>> yearly("--01-02", date(2026, 12, 28), date(2027, 12, 31))
    [datetime.date(2027, 1, 2)]
    """
    found = _MONTH_AND_DAY.fullmatch(str(day or ""))
    if found is None:
        return []
    month, number = int(found[1]), int(found[2])
    days = (_on(year, month, number) for year in range(first.year, last.year + 1))
    return [on for on in days if on is not None and first <= on <= last]


def _on(year: int, month: int, day: int) -> date | None:
    """A day of a month in a year; None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, 2, 28) if (month, day) == (2, 29) else None
