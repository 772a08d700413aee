"""People, days and contacts in words."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

KINDS_IN_WORDS = {
    "news": "News",
    "talk": "Talk of the trade",
    "taste": "Taste",
    "invitation": "An invitation",
    "introduction": "An introduction",
    "skill": "A skill",
    "latest": "The latest thing",
    "story": "A story",
    "recognition": "Recognition",
}
"""What each kind of asset is called on pages and sheets."""


def counted(count: int, things: str) -> str:
    """A number of things, which are given in the plural.

    >>> counted(1_200, "people"), counted(1, "people"), counted(1, "events that were cancelled")
    ('1,200 people', '1 person', '1 event that was cancelled')
    """
    if count == 1:
        things = _SEVERAL.sub(lambda noun: noun[1] or "person", things, count=1)
        things = _VERB.sub(lambda verb: f"that {_OF_ONE[verb[1]]}", things, count=1)
    return f"{count:,} {things}"


_SEVERAL = re.compile(r"\b(?:people|(\w+?)(?:(?<=ss|ch|sh)es|s))\b")
_BIRTHDAY = re.compile(r"(?:(\d{4})|-)-(\d{2})-(\d{2})")
_ANY_LEAP_YEAR = 2000
_OF_ONE = {"are": "is", "were": "was", "say": "says", "work": "works"}
_VERB = re.compile(rf"\bthat ({'|'.join(_OF_ONE)})\b")


def day_in_words(day: date) -> str:
    """A day as people write it, on every system.

    >>> from datetime import date
    >>> day_in_words(date(2026, 3, 2))
    '2 March 2026'
    """
    return f"{day.day} {day:%B %Y}"


def birthday_in_words(birthday: str) -> str:
    """A birthday of the table `people` as people write it, with its year or without.

    >>> birthday_in_words("1988-06-15"), birthday_in_words("--12-01"), birthday_in_words("in spring")
    ('15 June 1988', '1 December', 'in spring')
    """
    found = _BIRTHDAY.fullmatch(birthday)
    try:
        day = date(int(found[1] or _ANY_LEAP_YEAR), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return birthday
    if found is None or day is None:
        return birthday
    return day_in_words(day) if found[1] else f"{day.day} {day:%B}"


def name_of(person: Mapping[str, Any]) -> str:
    """What to call someone: their name, else their first e-mail address or phone, else their id."""
    for value in (person["name"], person["emails"], person["phones"]):
        said = str(value[0] if isinstance(value, list) else value) if value else ""
        if said and not said.isspace():
            return said
    return str(person["id"])


def each_once(labelled: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Label -> id; a label that comes again has its number behind it, since a box shows each label once.

    >>> each_once([("a map", "x"), ("a map", "y")])
    {'a map': 'x', 'a map (2)': 'y'}
    """
    options: dict[str, str] = {}
    seen: dict[str, int] = {}
    for label, id in labelled:
        free = label
        while free in options:
            seen[label] = seen.get(label, 1) + 1
            free = f"{label} ({seen[label]})"
        options[free] = id
    return options


def who_in_words(person: Mapping[str, Any]) -> str:
    """What someone does and where, in one line; nothing if it isn't known."""
    return ", ".join(
        str(part) for part in (person["title"], person["organization"], person["circle"]) if part
    )


def contact_in_words(days: int, last: date | None) -> str:
    """On how many days you were in contact and when last, in one line."""
    if not days or last is None:
        return "no contact on record"
    if days == 1:
        return f"in contact once, on {day_in_words(last)}"
    return f"in contact on {days} days, last on {day_in_words(last)}"


def listed(items: Iterable[str]) -> str:
    """Several things in one phrase, each once.

    >>> listed(["vCard", "LinkedIn export", "vCard"])
    'vCard and LinkedIn export'
    """
    *first, last = dict.fromkeys(items)
    return f"{', '.join(first)} and {last}" if first else last
