"""Calendars (iCalendar, RFC 5545): who met whom, and when.

The events are cut out first and read one by one, so that one which can't be read costs nothing but itself, and
only their people and dates are handed to the library: no title, no place, no description.
"""

from __future__ import annotations

import re
import warnings
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from netgive_lib.schema import ME
from netgive_lib.sources.addresses import address
from netgive_lib.sources.found import Found, Someone
from netgive_lib.sources.ical_event import ALONE, event
from netgive_lib.sources.linkedin_people import Owner, folded
from netgive_lib.sources.recurrence import days
from netgive_lib.sources.tabular import decode
from netgive_lib.sources.touches import CROWD, Noticed, Touches
from netgive_lib.sources.whose import own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, tzinfo

    from netgive_lib.sources.ical_event import Event

FORMAT = "calendar (iCalendar)"
CHANNEL = "meeting"
MOST_EVENTS = 100_000
PATIENCE = 10_000_000
"""So many days of series are looked at in all, times the people there. Ten thousand weekly meetings need fewer."""

_MARK = re.compile(
    rb"^(?:(BEGIN:VEVENT)|(END:VEVENT|BEGIN:VCALENDAR|END:VCALENDAR)|"
    rb"(METHOD|X-WR-CALNAME|X-WR-TIMEZONE)(?:;[^:\r\n]{0,200})?:([^\r\n]{0,300}))[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)


class Block(NamedTuple):
    """The lines of one event, and what its calendar says of all."""

    line: int
    lines: bytes
    ended: bool
    """Whether its END:VEVENT is there."""
    method: str
    name: str
    zone: str
    position: int


def blocks(data: bytes) -> Iterator[Block]:
    """The events in a file, cut out and not yet read."""
    begun: int | None = None
    line, counted = 1, 0
    said: dict[str, str] = {}
    for mark in _MARK.finditer(data):
        if begun is not None:
            yield _block(data, line, begun, mark.start(), mark[0][:10].upper() == b"END:VEVENT", said)
            begun = None
        if mark[1]:
            begun = mark.end()
            line += data.count(b"\n", counted, mark.start())
            counted = mark.start()
        elif mark[3]:
            said[mark[3].decode("ascii").upper()] = decode(mark[4]).strip()
        elif mark[2].upper() == b"BEGIN:VCALENDAR":
            said = {}
    if begun is not None:
        yield _block(data, line, begun, len(data), False, said)


def _block(data: bytes, line: int, begun: int, end: int, ended: bool, said: dict[str, str]) -> Block:
    of = said.get
    return Block(
        line,
        data[begun:end],
        ended,
        of("METHOD", "").casefold(),
        of("X-WR-CALNAME", ""),
        of("X-WR-TIMEZONE", ""),
        end,
    )


def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):  # unknown, or no name at all: a path, a folder
        return None


class Calendars:
    """What several calendars of one source hold, while they are read one after another."""

    def __init__(self, me: str | None, today: date) -> None:
        """`me` is the owner's own address (or several, with commas) or name, where it is known."""
        self._told = Owner.told(me)
        self._today = today
        self._noticed = Noticed()
        self._files: list[str] = []
        self._events: dict[tuple[str, date | None], Event] = {}
        self._read = 0
        self._calendar_names: set[str] = set()
        self._patience = PATIENCE

    def add(self, file: str, data: bytes, progress: Callable[[float], None] = lambda _: None) -> None:
        """Read one calendar; `progress` is told how far it is, from 0 to 1."""
        self._files.append(file)
        if b"\0" in data or data.startswith((b"\xff\xfe", b"\xfe\xff")):
            data = decode(data).encode()
        if b"\n" not in data:
            data = data.replace(b"\r", b"\n")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library warns of time zones that it has to guess
            block = None
            for block in blocks(data):
                progress(block.position / len(data))
                if self._read >= MOST_EVENTS:
                    self._noticed.skipped[f"events beyond the first {MOST_EVENTS:,}"] += 1
                else:
                    self._add_one(file, block)
        if block is None:
            self._noticed.problem(file, None, "There is no event in this calendar.")

    def _add_one(self, file: str, block: Block) -> None:
        def problem(text: str) -> None:
            self._noticed.problem(file, block.line, text)

        if not block.ended:
            problem("The end of this event is missing. What is there of it was read.")
        found = event(block.lines, _zone(block.zone), problem)
        if isinstance(found, str):
            self._noticed.skipped[found] += 1
            return
        self._read += 1
        found.cancelled = found.cancelled or block.method == "cancel"
        self._calendar_names.add(block.name)
        key = (found.uid or f"{file}:{block.line}", found.instead_of)
        there = self._events.get(key)
        if there is not None:
            self._noticed.skipped["events that are there twice"] += 1
        if there is None or found.sequence >= there.sequence:
            self._events[key] = found

    def found(self) -> Found:
        """The people and meetings, once all calendars are in."""
        found = Found(FORMAT)
        mine = self._mine()
        if mine is not None:
            self._touch(set(mine), found)
        if mine:
            name = next(
                filter(None, (one.names.get(who) for who in mine for one in self._events.values())), None
            )
            found.me = Someone(ME, name, emails=mine)
        whose = f", yours: {', '.join(mine)}" if mine else ""
        found.files = [(file, f"{FORMAT}{whose}") for file in self._files]
        self._noticed.report(found)
        return found

    def _mine(self) -> list[str] | None:
        """The owner's addresses; [] if they are in none of the events, None if they can't be told."""
        events = self._events.values()
        groups = [list(one.names) for one in events if not one.cancelled]
        there = {who: name for one in events for who, name in one.names.items()}
        told = [who for who in self._told.emails if who in there]
        told += [who for who, name in there.items() if name and folded(name) in self._told.names]
        if told or not groups:
            return told
        named = [who for name in self._calendar_names if (who := address(name)) in there and who]
        mine, doubtful = own(lambda: groups, Counter(named if len(named) == 1 else ()))
        if doubtful:
            self._noticed.problem(
                self._files[0],
                None,
                f"It can't be told which address in this calendar is yours: it may be {' or '.join(doubtful)}. "
                "Nobody was taken from it. Say which one it is (--me ADDRESS) and import the file again.",
            )
            return None
        if self._told.emails and mine:
            self._noticed.problem(
                self._files[0],
                None,
                f"{self._told.emails[0]} is in none of these events. {mine[0]} was taken for yours.",
            )
        elif not mine and any(len(group) > 1 for group in groups):
            self._noticed.problem(
                self._files[0],
                None,
                "None of the addresses is in most of these events, so none was taken for yours. If one is, say so "
                "(--me ADDRESS) and import the file again.",
            )
        return mine

    def _touch(self, mine: set[str], found: Found) -> None:
        """Add what took place between the owner and others, and these others."""
        touches = Touches()
        people: dict[str, Someone] = {}
        replaced: defaultdict[str, set[date]] = defaultdict(set)
        for uid, instead_of in self._events:
            replaced[uid].update({instead_of} if instead_of else ())
        for (uid, instead_of), one in self._events.items():
            reason = self._no_meeting(one, mine)
            if reason:
                self._noticed.skipped[reason] += 1
                continue
            without = one.without if instead_of else one.without | replaced[uid]
            others = [who for who in one.present if who not in mine]
            held = [day for day in self._days(one, len(others)) if day not in without]
            self._met(touches, held, others)
            for who in others if held else ():
                someone = people.setdefault(who, Someone(f"meeting:{who}", emails=[who], known=False))
                someone.name = someone.name or one.names[who]
                someone.known = someone.known or len(others) < CROWD.most
        if self._patience <= 0:
            self._noticed.problem(
                self._files[0], None, f"These events repeat too often: the first {PATIENCE:,} days were read."
            )
        touches.tell(self._noticed, self._files[0])
        found.people = list(people.values())
        found.exchanges = touches.happened(CHANNEL)

    def _no_meeting(self, one: Event, mine: set[str]) -> str | None:
        """Why an event is no contact with anyone; None if it is."""
        if one.cancelled:
            return "events that were cancelled"
        if not mine.isdisjoint(one.absent):
            return "events that you declined"
        if one.start > self._today and not one.also:
            return "events that are still to come"
        if mine.issuperset(one.present):
            return ALONE
        if self._patience <= 0:
            return "events beyond the number of days that is read"
        return None

    def _days(self, one: Event, people: int) -> list[date]:
        """The days on which an event took place, up to today."""
        found = [day for day in one.also if day <= self._today]
        if one.rule is None:
            return [*found, one.start] if one.start <= self._today else found
        series, looked_at = days(one.rule, one.start, self._today, self._patience)
        self._patience -= looked_at + len(series) * people
        return found + series

    def _met(self, touches: Touches, days: list[date], others: list[str]) -> None:
        weight = CROWD.weight(len(others) + 1)
        for who in others if days else ():
            touches.add(f"meeting:{who}", ME, days, weight)
            if len(others) < CROWD.most:
                touches.add(ME, f"meeting:{who}", days, weight)
