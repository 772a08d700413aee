"""The day that a line names: "12 March", "last Friday", "two weeks ago"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBERS |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>\d{4}))?"
_DAYS = tuple(
    re.compile(rf"[,;(]?\s*\b(?:on )?(?:the )?{form}\)?(?=$|[\s,;.)])", re.IGNORECASE)
    for form in (
        r"(?P<iso>\d{4}-\d{2}-\d{2})",
        rf"{_DAY}(?: of)? {_MONTH}{_YEAR}",
        rf"{_MONTH} {_DAY}{_YEAR}",
        r"(?P<word>today|yesterday|this morning|last night|tonight|the day before yesterday)",
        rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)}) (?P<unit>day|week|month|year)s? ago",
        r"last (?P<last>week|month)",
        r"(?P<which>last |this )?(?P<weekday>mon|tues?|wednes|thurs?|fri|satur|sun)day",
    )
)

_OF_THE_THING = re.compile(r"\b(?:for|of|about|until|till|by)(?: the)?$", re.IGNORECASE)
"""Before a date, it says what was given and not when: tickets for 12 December, a map of 3 May."""


_LONGEST_MONTH = 31
_IN_YEAR = re.compile(r",?\s*\bin ((?:19|20|21)\d\d)$")
_ELSE = re.compile(r"\b(?:for|of|about|until|till|by)\b", re.IGNORECASE)


class NoSuchDayError(ValueError):
    """A line names a day that there is not. The message is a sentence that says what to write."""


def take_day(text: str, today: date) -> tuple[str, date]:
    """A line without the day it names, and that day; today if it names none.

    Raises `NoSuchDayError` for a day that is none, such as 31 February, and for a year without a day.

    >>> take_day("met Noor, 12 March", date(2026, 11, 2))
    ('met Noor', datetime.date(2026, 3, 12))
    """
    for form in _DAYS:
        for found in reversed(list(form.finditer(text))):
            groups = found.groupdict()
            if (groups.get("month") or groups.get("iso")) and _OF_THE_THING.search(text[: found.start()]):
                continue
            day = next(_days(found, today), None)
            if day is not None:
                rest = f"{text[: found.start()]} {text[found.end() :]}"
                return " ".join(rest.split()).strip(" ,;"), day
            if groups.get("iso") or (groups.get("month") and _is_a_day(found)):
                said = found[0].strip(" ,;()").removeprefix("on ").removeprefix("the ")
                raise NoSuchDayError(f"There is no {said}. Write a day such as 12 March.")
    year = _IN_YEAR.search(text)
    if year and not _ELSE.search(text[: year.start()]):
        to_come = f"{year[1]} is still to come. The tab holds what has happened."
        raise NoSuchDayError(
            to_come if int(year[1]) > today.year else f"Write the day too, such as 12 March {year[1]}."
        )
    return text, today


def _is_a_day(found: re.Match[str]) -> bool:
    """Whether a number beside a month is meant for a day of it: "met May 45 minutes" has none."""
    return found.start("day") < found.start("month") or int(found["day"]) <= _LONGEST_MONTH


def _days(found: re.Match[str], today: date) -> Iterator[date]:
    """The day that is meant, if it is one: without a year the latest that is not to come."""
    groups = found.groupdict()
    try:
        if groups.get("iso"):
            yield date.fromisoformat(groups["iso"])
        elif groups.get("month"):
            yield from _of_month(groups, today)
        elif groups.get("word"):
            back = {"yesterday": 1, "last night": 1, "the day before yesterday": 2}
            yield today - timedelta(days=back.get(groups["word"].lower(), 0))
        elif groups.get("unit"):
            count = groups["count"].lower()
            number = _NUMBERS.get(count) or int(count)
            yield today - timedelta(
                days=number * {"day": 1, "week": 7, "month": 30, "year": 365}[groups["unit"].lower()]
            )
        elif groups.get("last"):
            yield today - timedelta(days={"week": 7, "month": 30}[groups["last"].lower()])
        else:
            wanted = _WEEKDAYS.index(groups["weekday"][:3].lower())
            same = 0 if (groups["which"] or "").lower() == "this " else 7
            yield today - timedelta(days=(today.weekday() - wanted) % 7 or same)
    except (ValueError, OverflowError):
        return


def _of_month(groups: dict[str, str], today: date) -> Iterator[date]:
    month, day = _MONTHS.index(groups["month"][:3].lower()) + 1, int(groups["day"])
    if groups["year"]:
        yield date(int(groups["year"]), month, day)
        return
    for year in range(today.year, today.year - 5, -1):
        try:
            meant = date(year, month, day)
        except ValueError:
            continue  # 29 February
        if meant <= today:
            yield meant
            return
