"""Dates as exports write them: by year and era, by language, and with a month before or after the day."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from netgive_lib.network import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_MONTHS_OF = {
    "English": "january february march april may june july august september october november december",
    "German": "januar februar märz april mai juni juli august september oktober november dezember",
    "French": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "Spanish": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "Portuguese": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "Italian": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "Dutch": "januari februari maart april mei juni juli augustus september oktober november december",
    "abbreviations": "jän - mrz - - - - - - - - -",
    "more abbreviations": "- - mrt - - - - - - - - -",
}
_NUMBERS = re.compile(r"(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,4})(?!\d)")
_DAY_THEN_MONTH = re.compile(
    r"(\d{1,2})(?:er|st|nd|rd|th|\.|º|°)?[\s-]*(?:de\s+)?([^\W\d_]+)\.?,?[\s-]*(?:de\s+)?(\d{4}|\d{2})\b"
)
_MONTH_THEN_DAY = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_NO_YEAR = re.compile(r"-{2}(\d{2})-?(\d{2})$")
_ANY_LEAP_YEAR = 2000
_UNKNOWN_YEAR = re.compile(r"(?:1604|00\d\d)-?(?=\d{2}-?\d{2}(?!\d))")
"""What Apple, and programs that leave the year empty, write where it is not known."""
_LONGEST = 60
_EARLIEST, _LATEST = 1850, 2150


def _months() -> dict[str, int]:
    """Each month's name, and each beginning of it of three letters or more that no other month shares."""
    numbers: dict[str, set[int]] = {}
    for names in _MONTHS_OF.values():
        for number, month in enumerate(fold(names).split(), start=1):
            for end in range(3, len(month) + 1):
                numbers.setdefault(month[:end], set()).add(number)
    return {month: found.pop() for month, found in numbers.items() if len(found) == 1}


_MONTHS = _months()


def day_comes_first(cells: Iterable[str], otherwise: bool) -> bool:
    """Whether the dates of a column such as 3/11/2019 have the day first: one of them above 12 tells.

    Where none tells, or they tell both, it is `otherwise`.

    >>> day_comes_first(["3/11/2019", "28/2/2019"], otherwise=False)
    True
    """
    first = second = False
    for cell in cells:
        numbers = _NUMBERS.match(cell)
        if numbers and numbers[2] != "." and len(numbers[1]) < 3:
            first = first or int(numbers[1]) > 12
            second = second or int(numbers[3]) > 12
    return first if first != second else otherwise


def days(cells: Iterable[str]) -> dict[str, date | None]:
    """The date of each cell of a column, by its text: many rows have the same."""
    different = dict.fromkeys(cells)
    day_first = day_comes_first(different, otherwise=False)
    return {text: day(text, day_first) for text in different}


def day(text: str, day_first: bool = False, century: int | None = 2000) -> date | None:
    """The date at the start of a text, whatever time follows; None if it can't be read.

    A year of two digits is in `century`; if that is None, in the hundred years up to 2030.

    >>> day("3-Nov-19"), day("12 mars 2021"), day("11/3/18, 9:05 AM")
    (datetime.date(2019, 11, 3), datetime.date(2021, 3, 12), datetime.date(2018, 11, 3))
    """
    return _day(text.strip()[:_LONGEST], day_first, century)


@lru_cache(maxsize=65_536)
def _day(text: str, day_first: bool, century: int | None) -> date | None:
    parts = _by_numbers(text, day_first) or _by_name(text)
    if parts is None:
        return None
    written, month, number = parts
    year = int(written)
    if len(written) < 3:
        year += century if century is not None else (2000 if year <= 30 else 1900)
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return found if _EARLIEST <= year <= _LATEST else None


def _by_numbers(text: str, day_first: bool) -> tuple[str, int, int] | None:
    """(year as written, month, day) of a date in figures."""
    numbers = _NUMBERS.match(text)
    if numbers is None:
        return None
    one, mark, two, three = numbers[1], numbers[2], int(numbers[3]), numbers[4]
    if len(one) >= 3:
        return one, two, int(three)
    # A dot stands between day and month only where the day comes first.
    return (three, two, int(one)) if day_first or mark == "." else (three, int(one), two)


def _by_name(text: str) -> tuple[str, int, int] | None:
    """(year as written, month, day) of a date whose month has its name."""
    plain = fold(text)
    found = _DAY_THEN_MONTH.match(plain)
    if found:
        number, month, year = found.groups()
    else:
        found = _MONTH_THEN_DAY.match(plain)
        if found is None:
            return None
        month, number, year = found.groups()
    return (year, _MONTHS[month], int(number)) if month in _MONTHS else None


def birthday(text: str, day_first: bool = False) -> str | None:
    """A birthday as `1988-06-15`, or `--12-01` where the year is missing; None for none, such as `0/0/00`.

    Apple's year 1604 is a missing one: its birthdays come by way of Google, too.

    A year of two digits is the latest such that is not to come.

    Raises `ValueError`, as a sentence, for a day that does not exist, can't be read, or is still to come.

    >>> birthday("--12-01"), birthday("17.05.1985"), birthday("1604-04-09")
    ('--12-01', '1985-05-17', '--04-09')
    """
    text = text.strip()[:_LONGEST]
    year = _UNKNOWN_YEAR.match(text)
    text = f"--{text[year.end() :]}" if year else text
    if not re.search(r"[1-9]", text):
        return None
    short = _NO_YEAR.match(text)
    found = day(f"{_ANY_LEAP_YEAR}-{short[1]}-{short[2]}" if short else text, day_first, century=None)
    if found is None:
        raise ValueError(f"The birthday {text[:40]!r} is not a day that can be read. It was left out.")
    if found > date.today() and re.search(r"\d{4}", text) is None:  # noqa: DTZ011 - the day where the person is
        found = day(text, day_first, century=1900) or found
    if found > date.today():  # noqa: DTZ011
        raise ValueError(f"The birthday {text[:40]!r} is still to come. It was left out.")
    return f"--{found:%m-%d}" if short else found.isoformat()
