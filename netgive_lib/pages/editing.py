"""What is edited of one person: an input for each column, and the way back from what it holds to the column's value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import marimo as mo

from netgive_lib.describe import birthday_in_words
from netgive_lib.pages import furniture
from netgive_lib.schema import RINGS, STANDING
from netgive_lib.sources import dates, fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_NOT_RATED = "not rated"
_LISTS = ("topics", "roles", "emails", "phones")
_SENIORITY = {words: value for value, words in furniture.SENIORITY_IN_WORDS.items()} | {"not said": None}
_EITHER_WAY = re.compile(r"(\d{1,2})\s*[/-]\s*(\d{1,2})\s*[/-]\s*(?:\d{4}|\d{2})$")
"""A day in figures whose first may be the day or the month."""
_MONTHS = 12


def parsed(field: str, value: Any) -> Any:
    """The value of a column from what an input holds: a ring from its label, a list from text with commas.

    Raises `ValueError`, as a sentence, for an address, a phone number or a birthday that is none.
    """
    if field == "ring":
        return None if value in (None, _NOT_RATED) else int(value)
    if field == "emails":
        return _each(value, r"[,;\n]", fields.emails, "an e-mail address", "zoe@example.org")
    if field == "phones":
        # Some write a pause as a comma, with nothing after it.
        return _each(value, r"[;\n]|,\s", fields.phones, "a phone number", "+44 20 7946 0018")
    if field == "birthday":
        return _birthday(value.strip())
    if field in _LISTS:
        return [item.strip() for item in re.split(r"[,;\n]", value) if item.strip()] or None
    return value.strip() or None if isinstance(value, str) else value


def _each(
    text: str,
    between: str,
    read: Callable[[str, Callable[[str], None]], list[str]],
    what: str,
    example: str,
) -> list[str] | None:
    """What `read` makes of each part of a text; raises `ValueError` for one of which it makes nothing."""
    found: list[str] = []
    for part in filter(None, map(str.strip, re.split(between, text))):
        values = read(part, lambda _: None)
        if not values:
            raise ValueError(f"“{part[:60]}” is not {what}. One looks like {example}.")
        found += values
    return list(dict.fromkeys(found)) or None


def _birthday(text: str) -> str | None:
    """A birthday as the table has it, from a day in words or figures, with its year or without."""
    if not text:
        return None
    either = _EITHER_WAY.match(text)
    first, second = (int(either[1]), int(either[2])) if either else (0, 0)
    if first != second and first <= _MONTHS >= second:
        raise ValueError(f"“{text}” can be two days. Write the month as a word, such as 15 June 1988.")
    try:
        found = dates.birthday(text, day_first=second <= _MONTHS)
    except ValueError:
        found = None
    bare = text.rstrip(".")
    # A leap year, so that the 29th of February has its day.
    without_year = (dates.day(f"{bare}{year}") for year in (" 2000", ", 2000", ".2000"))
    day = found or next((f"--{day:%m-%d}" for day in without_year if day), None)
    if day is None:
        raise ValueError(
            f"“{text[:40]}” is not a day. Write it like 15 June 1988, or 15 June without the year."
        )
    return day


def edit_fields(
    person: Mapping[str, Any], saves: Callable[[str, str], Callable[[Any], None]]
) -> dict[str, Any]:
    """An input for each column that a person edits by hand; `saves(column, words)` gives what saves a change."""

    def text(field: str, words: str, hint: str = "") -> Any:
        value = person[field]
        shown = ", ".join(value or ()) if field in _LISTS else value or ""
        return mo.ui.text(
            birthday_in_words(shown) if field == "birthday" else shown,
            label=words[:1].upper() + words[1:],
            placeholder=hint,
            full_width=True,
            on_change=saves(field, words),
        )

    ring = str(person["ring"]) if person["ring"] else _NOT_RATED
    standing = {
        field: mo.ui.checkbox(
            value=bool(person[field]),
            label=furniture.STANDING_IN_WORDS[field][:1].upper() + furniture.STANDING_IN_WORDS[field][1:],
            on_change=saves(field, "the standing"),
        )
        for field in STANDING
    }
    return {
        "ring": mo.ui.radio(
            [*map(str, RINGS), _NOT_RATED],
            value=ring,
            inline=True,
            label="Ring",
            on_change=saves("ring", "the ring"),
        ),
        "circle": text("circle", "circle", "where you know them from"),
        "topics": text("topics", "topics", "what they care about, with commas between"),
        "seniority": mo.ui.radio(
            _SENIORITY,
            value=next(words for words, value in _SENIORITY.items() if value == person["seniority"]),
            inline=True,
            label="At work",
            on_change=saves("seniority", "seniority"),
        ),
        "roles": text("roles", "roles", "mentor, peer, client, friend"),
        **standing,
        "note": mo.ui.text_area(
            person["note"] or "", label="Note", full_width=True, rows=3, on_change=saves("note", "the note")
        ),
        "leave_alone": mo.ui.switch(
            value=bool(person["leave_alone"]),
            label="Leave alone: never suggest them",
            on_change=saves("leave_alone", "leave alone"),
        ),
        "name": text("name", "name"),
        "organization": text("organization", "organization"),
        "title": text("title", "title"),
        "city": text("city", "city", "where they live"),
        "emails": text("emails", "e-mail", "with commas between, if they have several"),
        "phones": text("phones", "phone", "with commas between, if they have several"),
        "birthday": text("birthday", "birthday", "15 June 1988, or 15 June"),
    }
