"""Logging in one line: "gave Noor a playlist, 12 March" becomes an entry, to be shown before it is saved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from netgive_lib.describe import day_in_words, name_of
from netgive_lib.logbook import SIZES, logged
from netgive_lib.network import UnknownPersonError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netgive_lib.network import Network

EXAMPLES = (
    "gave Noor a playlist, 12 March",
    "got a reference from Katarzyna yesterday",
    "asked Halvard for a look at the rate card on 3 November",
    "met Aiko for coffee last Friday",
    "Leo asked me for feedback",
    "wrote to Elif two weeks ago",
)


class LogLineError(ValueError):
    """A line that can't be understood. The message is one sentence that says what to write."""


@dataclass(frozen=True)
class Entry:
    """What one line says: one of `netgive_lib.logbook.WAYS`, with whom, what, when and how much."""

    way: str
    other: str
    what: str
    on: date
    size: str = "small"

    def apply(self, network: Network) -> Network:
        """With this entry put on the tab."""
        return logged(network, self.way, self.other, self.what, self.on, self.size)

    def in_words(self, network: Network) -> str:
        """The entry as a sentence, for a person to confirm."""
        name = name_of(network.person(self.other))
        said = _BACK[self.way].format(name=name, what=self.what or "something")
        if self.what and "{what}" not in _BACK[self.way]:
            said += f": {self.what}"
        return f"{day_in_words(self.on)}: {said}. Size: {self.size}."


_BACK = {
    "I gave them something": "you gave {name} {what}",
    "They gave me something": "{name} gave you {what}",
    "I asked them for something": "you asked {name} for {what}",
    "They asked me for something": "{name} asked you for {what}",
    "We met or talked": "you and {name} met or talked",
    "I wrote, without asking": "you wrote to {name}",
    "They wrote, without asking": "{name} wrote to you",
}
_GAVE = r"gave|sent|lent|brought|bought|showed|passed|handed|made|offered"
_MET = (
    r"met(?: up)?(?: with)?|saw|visited|called|phoned|rang|talked (?:to|with)|spoke (?:to|with)|chatted (?:to|with)"
    r"|(?:had )?(?:lunch|coffee|dinner|tea|a drink|drinks|a walk|a call|breakfast) with|caught up with|ran into"
)
_FORMS: tuple[tuple[str, str], ...] = (
    (rf"(?:i )?(?:{_GAVE}) (?P<who_what>.+)", "I gave them something"),
    (r"(?:i )?(?:got|received|had|was given) (?P<what>.+) from (?P<who>.+)", "They gave me something"),
    (r"(?:i )?asked (?P<who>.+?) (?:for|to|about|if|whether) (?P<what>.+)", "I asked them for something"),
    (rf"(?:i |we )?(?:{_MET}) (?P<who_what>.+)", "We met or talked"),
    (r"(?:i )?(?:wrote|e-?mailed|texted|messaged)(?: to)? (?P<who_what>.+)", "I wrote, without asking"),
    (r"(?:i )?heard from (?P<who_what>.+)", "They wrote, without asking"),
    (rf"(?P<who>.+?) (?:{_GAVE}) (?:me|us) (?P<what>.+)", "They gave me something"),
    (r"(?P<who>.+?) asked(?: me| us)? (?:for|to|about|if|whether) (?P<what>.+)", "They asked me for something"),
    (r"(?P<who>.+?) (?:wrote|e-?mailed|texted|messaged|called|phoned|rang)(?: me| us)?(?P<what>.*)",
     "They wrote, without asking"),
)  # fmt: skip
"""Form of a line -> the way. `who_what` is a name with the rest of the sentence behind it."""
_LINK = re.compile(r"^(?:for|about|at|on|over|and|that|to|with|in|:|,|-)\s+", re.IGNORECASE)
_SIZE = re.compile(r"[,;(]?\s*\b(?:(?P<size>small|medium|large)|(?P<big>big))\b\s*\)?\s*$", re.IGNORECASE)
_LONGEST_NAME = 5
"""Words."""


def parse(line: str, network: Network, today: date) -> Entry:
    """What a line says. Raises `LogLineError`: no verb, nobody by that name, several, or a day to come.

    >>> from datetime import date
    >>> from netgive_lib.network import Network
    >>> network = Network().add("Noor Haddad")
    >>> parse("gave Noor a playlist, 12 March", network, date(2026, 11, 2)).in_words(network)
    '12 March 2026: you gave Noor Haddad a playlist. Size: small.'
    """
    text = " ".join(line.split()).rstrip(".! ")
    if not text:
        raise LogLineError(f"Write what happened, such as “{EXAMPLES[0]}”.")
    text, size = _take_size(text)
    text, day = _take_day(text, today)
    if day > today:
        raise LogLineError(f"{day_in_words(day)} is still to come. The tab holds what has happened.")
    problem: UnknownPersonError | None = None
    for form, way in _FORMS:
        found = re.fullmatch(form, text, re.IGNORECASE)
        if not found:
            continue
        try:
            who, what = _parts(found.groupdict(), network)
        except UnknownPersonError as error:
            problem = problem or error
            continue
        return Entry(way, who, what, day, size)
    if problem:
        raise LogLineError(str(problem))
    raise LogLineError(
        "Start with what happened and with whom: “gave Noor …”, “got … from Noor”, “asked Noor for …”, “met Noor …”."
    )


def _take_size(text: str) -> tuple[str, str]:
    """The line without a size at its end, and the size."""
    found = _SIZE.search(text)
    if not found or found.start() == 0:
        return text, next(iter(SIZES))
    return text[: found.start()].rstrip(" ,;("), "large" if found["big"] else found["size"].lower()


def _parts(groups: dict[str, str | None], network: Network) -> tuple[str, str]:
    """(who, what): the id of the person named, and the rest."""
    if groups.get("who") is not None:
        return network.find(_unquoted(groups["who"] or "")), _tidy(groups["what"] or "")
    words = (groups["who_what"] or "").split(" ")
    problem: UnknownPersonError | None = None
    for count in range(min(_LONGEST_NAME, len(words)), 0, -1):
        try:
            who = network.find(_unquoted(" ".join(words[:count])))
        except UnknownPersonError as error:
            problem = error
            continue
        return who, _tidy(" ".join(words[count:]))
    raise problem or UnknownPersonError("Say with whom.")


def _unquoted(name: str) -> str:
    return name.strip(" ,:;“”\"'")


def _tidy(what: str) -> str:
    return _LINK.sub("", what.strip(" ,:;-")).strip(" ,:;")


# Days

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
        r"(?:last |this )?(?P<weekday>mon|tues?|wednes|thurs?|fri|satur|sun)day",
    )
)

_OF_THE_THING = re.compile(r"\b(?:for|of|about|until|till|by)(?: the)?$", re.IGNORECASE)
"""Before a date, it says what was given and not when: tickets for 12 December, a map of 3 May."""


def _take_day(text: str, today: date) -> tuple[str, date]:
    """The line without the day it names, and that day; today if it names none."""
    for form in _DAYS:
        for found in reversed(list(form.finditer(text))):
            groups = found.groupdict()
            if (groups.get("month") or groups.get("iso")) and _OF_THE_THING.search(text[: found.start()]):
                continue
            day = next(_days(found, today), None)
            if day is not None:
                rest = f"{text[: found.start()]} {text[found.end() :]}"
                return " ".join(rest.split()).strip(" ,;"), day
    return text, today


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
            yield today - timedelta(days=(today.weekday() - wanted) % 7 or 7)
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
