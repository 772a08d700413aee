"""One event of a calendar: on which days it took place, and who was there. Its text is never looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from icalendar import Event as Parsed
from icalendar.parser import Contentline
from icalendar.prop import vBroken

from netgive_lib.sources.addresses import address, is_machine, shown_name
from netgive_lib.sources.recurrence import rule
from netgive_lib.sources.tabular import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import tzinfo

    from netgive_lib.sources.recurrence import Rule

MOST_LINES = 1_500
"""An event with more people and dates than this is none that anyone went to."""
LONGEST_LINE = 4_000
EARLIEST = date(1970, 1, 1)
"""Where the clocks of computers begin: a meeting before that is a mistake."""
ALONE = "events with nobody else"
UNREADABLE = "events that can't be read"

_LINE = re.compile(
    rb"^(?:(BEGIN|END):|(?:UID|SEQUENCE|DTSTART|RRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|ATTENDEE|ORGANIZER)[;:])"
    rb"[^\n]*+(?:\n[ \t][^\n]*+)*+",
    re.IGNORECASE | re.MULTILINE,
)
_FOLD = re.compile(rb"\r?\n[ \t]")
_ZONE = re.compile(r";TZID=(?:\"[^\"\n]*\"|[^:;\n]*)", re.IGNORECASE)
_START = re.compile(
    r"DTSTART(?:;[^:\"]*)?:(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?\s*", re.IGNORECASE | re.ASCII
)
_NO_RULE = "It repeats in a way that can't be followed."
_content_line: Any = Contentline  # it has no types
_NO_PERSON = ("resource", "room", "group")
_ONLY_TOLD = "non-participant"
_OF_PEOPLE = (b"ATTENDEE", b"ORGANIZER")
_PLAIN = (b"UID", b"STATUS", b"SEQUENCE")
_NOT_THERE = ("declined", "delegated")


@dataclass(slots=True)
class Event:
    """One VEVENT, as far as it tells who met whom and when."""

    uid: str
    sequence: int
    start: date
    cancelled: bool
    rule: Rule | None = None
    instead_of: date | None = None
    """The day of a series whose place this event takes."""
    also: set[date] = field(default_factory=set)
    without: set[date] = field(default_factory=set)
    names: dict[str, str | None] = field(default_factory=dict)
    """Address -> name of everyone who was asked, the organizer among them; no rooms, no machines."""
    absent: set[str] = field(default_factory=set)
    """Those of them who declined."""

    @property
    def present(self) -> list[str]:
        """The addresses of those who did not decline."""
        return [address for address in self.names if address not in self.absent]


def event(block: bytes, zone: tzinfo | None, problem: Callable[[str], None]) -> Event | str:
    """The event whose lines these are; the reason, in the plural, if it is none that people met at.

    What can't be read `problem` is told, as a sentence. `zone` is the calendar's own, for times in UTC. What
    lies within the event, as an alarm does, is passed over.
    """
    dates: list[str] = []
    people: list[str] = []
    plain: dict[str, str] = {}
    for line in _lines(block):
        if len(dates) + len(people) == MOST_LINES:
            problem(f"This event has more than {MOST_LINES:,} people and dates. It was left out.")
            return UNREADABLE
        name = line[:9].upper()
        if len(line) > LONGEST_LINE:
            problem(f"A line of this event is longer than {LONGEST_LINE:,} bytes. That line was left out.")
        elif name.startswith(_PLAIN):
            before, _, value = decode(line).partition(":")
            plain[before.partition(";")[0].upper()] = value.strip()
        else:
            (people if name.startswith(_OF_PEOPLE) else dates).append(decode(line))
    if not people and not any(line[:10].upper() == "RECURRENCE" for line in dates):
        return ALONE
    parsed, start = None, _plain_start(dates, zone)
    if start is None:
        parsed = _parsed("\r\n".join(("BEGIN:VEVENT", *dates, "END:VEVENT", "")))
        start = _value(_first(parsed, "DTSTART"), zone) if parsed else None
    if start is None:
        problem("This event does not say when it starts, or not so that it can be read. It was left out.")
        return UNREADABLE
    if start.date() < EARLIEST:
        problem(f"This event starts on {start.date()}, which can't be right. It was left out.")
        return UNREADABLE
    found = _event(plain, start)
    if parsed is not None:
        _repeat(found, parsed, start, problem)
    for person in filter(None, map(_person, people)):
        found.names[person.address] = found.names.get(person.address) or person.name
        if person.absent:
            found.absent.add(person.address)
    return found


def _lines(block: bytes) -> Iterator[bytes]:
    """The lines that matter, unfolded, without those of what lies within the event."""
    depth = 0
    for found in _LINE.finditer(block):
        if found[1]:
            depth = max(0, depth + (1 if found[1].upper() == b"BEGIN" else -1))
        elif depth == 0:
            line = found[0]
            # One that is too long stays so without its folds, of which there may be millions.
            yield line if len(line) > 8 * LONGEST_LINE else _FOLD.sub(b"", line).rstrip(b"\r")


def _parsed(text: str) -> Any:
    """The event as the library reads it; None if it can't. A time zone that trips it is left out."""
    for attempt in (text, _ZONE.sub("", text)):
        try:
            return Parsed.from_ical(attempt)
        except Exception:  # whatever trips the library costs this event alone
            continue
    return None


def _plain_start(dates: list[str], zone: tzinfo | None) -> datetime | None:
    """When an event starts that has no other date, as most have none: without the library, which takes far longer.

    Where it takes place the day is the one that is written, whatever the time zone; only UTC is moved to `zone`.
    """
    written = _START.fullmatch(dates[0]) if len(dates) == 1 else None
    if written is None:
        return None
    *numbers, utc = written.groups()
    year, month, day, hour, minute, second = (int(number or 0) for number in numbers)
    try:
        start = datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 - where it takes place
    except ValueError:
        return None
    return _moment(start.replace(tzinfo=UTC), zone) if utc else start


def _event(plain: dict[str, str], start: datetime) -> Event:
    sequence = plain.get("SEQUENCE", "")
    return Event(
        plain.get("UID", ""),
        int(sequence) if sequence.isdecimal() and len(sequence) < 10 else 0,
        start.date(),
        plain.get("STATUS", "").casefold() == "cancelled",
    )


def _repeat(found: Event, parsed: Any, start: datetime, problem: Callable[[str], None]) -> None:
    """Add the days on which an event takes place again, or does not, or in whose place it stands."""
    instead_of = _value(_first(parsed, "RECURRENCE-ID"), start.tzinfo)
    found.instead_of = instead_of.date() if instead_of else None
    found.also = set(_dates(parsed, "RDATE", start))
    found.without = set(_dates(parsed, "EXDATE", start))
    if "RRULE" in parsed:
        try:
            parts = dict(_first(parsed, "RRULE") or {})
            found.rule = rule(parts, _until(parts, start))
        except (ValueError, TypeError, AttributeError, OverflowError) as error:
            why = str(error) if isinstance(error, ValueError) and str(error).startswith("It ") else _NO_RULE
            problem(f"{why} Only the first day of this event was counted.")


class _Person(NamedTuple):
    address: str
    name: str | None
    absent: bool


@lru_cache(maxsize=8_192)
def _person(line: str) -> _Person | None:
    """Who an ATTENDEE or ORGANIZER is; None for a room, a machine and whoever only gets a copy."""
    try:
        _, given, value = _content_line(line).parts()
    except ValueError:
        return None
    params = {name.upper(): str(text) for name, text in given.items()}
    who = address(value) or address(params.get("EMAIL", ""))
    nobody = (
        params.get("CUTYPE", "").casefold() in _NO_PERSON or params.get("ROLE", "").casefold() == _ONLY_TOLD
    )
    if who is None or nobody or is_machine(who):
        return None
    return _Person(who, shown_name(params.get("CN", "")), params.get("PARTSTAT", "").casefold() in _NOT_THERE)


def _every(parsed: Any, name: str) -> list[Any]:
    """The properties of this name, without those that could not be read."""
    values = parsed.get(name)
    several = values if isinstance(values, list) else [values]
    return [value for value in several if value is not None and not isinstance(value, vBroken)]


def _first(parsed: Any, name: str) -> Any:
    return next(iter(_every(parsed, name)), None)


def _value(prop: Any, zone: tzinfo | None) -> datetime | None:
    """The moment that a property holds, where it takes place: times in UTC are moved to `zone`."""
    return _moment(getattr(prop, "dt", None), zone)


def _moment(value: Any, zone: tzinfo | None) -> datetime | None:
    if isinstance(value, tuple):  # a period: when it begins
        value = value[0]
    if isinstance(value, datetime):
        if zone is not None and str(value.tzinfo) == "UTC":
            try:
                return value.astimezone(zone)
            except OverflowError:
                return value
        return value
    return datetime(value.year, value.month, value.day) if isinstance(value, date) else None  # noqa: DTZ001


def _dates(parsed: Any, name: str, start: datetime) -> Iterator[date]:
    for several in _every(parsed, name):
        for one in getattr(several, "dts", ()):
            moment = _value(one, start.tzinfo)
            if moment:
                yield moment.date()


def _until(parts: dict[str, list[Any]], start: datetime) -> date | None:
    """The last day of a series: that of UNTIL, or the day before if it ends earlier in the day than it starts."""
    value = next(iter(parts.get("UNTIL") or ()), None)
    moment = _moment(value, start.tzinfo)
    if moment is None:
        return None
    if isinstance(value, datetime) and moment.time() < start.time() and moment.date() > date.min:
        return moment.date() - timedelta(days=1)
    return moment.date()
