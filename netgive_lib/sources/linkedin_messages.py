"""LinkedIn's messages: who wrote to whom, and when. Their text is passed over and never kept."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netgive_lib.schema import ME
from netgive_lib.sources import dates, fields
from netgive_lib.sources.found import Happened
from netgive_lib.sources.linkedin_people import Side, folded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from netgive_lib.sources.linkedin_people import Mentions, Owner
    from netgive_lib.sources.tabular import Row, Table

CHANNEL = "linkedin"
BROADCAST = 8
"""A message to more than this many people is a broadcast: each of them got a part of it."""

_LONGEST_NAME_IN_PARTS = 4
_BETWEEN_URLS = re.compile(r"[,;\s]+")
_DRAFT = ("ismessagedraft", "isconversationdraft")
_YES = ("yes", "true", "1")


@dataclass(slots=True)
class Message:
    """One message that passed between people."""

    day: date
    sender: Side
    recipients: tuple[Side, ...]
    conversation: str
    outgoing: bool | None
    """Whether the owner sent it, where the row says so."""


@dataclass(slots=True)
class _Raw:
    """One message as its row has it."""

    line: int
    date: str
    sender: Side
    to: str
    urls: str
    conversation: str
    direction: str


def read_messages(table: Table) -> list[Message]:
    """The messages in a table; adverts, drafts and the like are counted there as skipped."""
    raw = []
    names = _Names()
    for row in table.rows():
        reason = _no_contact(row)
        if reason:
            table.skipped[reason] += 1
        else:
            message = _raw(row)
            raw.append(message)
            names.learn(row["from"], message.sender, message.conversation)
    day_first = dates.day_comes_first((message.date for message in raw), otherwise=False)
    messages = []
    for message in raw:
        day = dates.day(message.date, day_first)
        if day is None:
            table.problem(message.line, f"The date {message.date[:40]!r} of this message can't be read.")
        else:
            messages.append(_message(message, day, names))
    return messages


def _no_contact(row: Row) -> str | None:
    """Why this message is no contact with anyone; None if it is."""
    if any(row[column].casefold() in _YES for column in _DRAFT):
        return "drafts that were never sent"
    folder = row["folder"].casefold()
    if folder == "spam":
        return "messages in the spam folder"
    marks = f"{folder} {row['conversationtitle']} {row['subject']}".casefold()
    if "sponsored" in marks or "/company/" in row["senderprofileurl"]:
        return "adverts"
    return None


def _raw(row: Row) -> _Raw:
    sender, to = row["from"], row["to"]
    return _Raw(
        row.line,
        row["date"],
        Side(fields.member_name(sender), fields.profile(row["senderprofileurl"])),
        to,
        row["recipientprofileurls"],
        # Exports of 2018 have no number for a conversation: it is whoever takes part.
        row["conversationid"] or " ".join(sorted((sender, to))),
        row["direction"].casefold(),
    )


def _message(raw: _Raw, day: date, names: _Names) -> Message:
    outgoing = {"outgoing": True, "incoming": False}.get(raw.direction)
    return Message(
        day,
        names.completed(raw.sender, raw.conversation),
        names.recipients(raw.to, raw.urls, raw.conversation),
        raw.conversation,
        outgoing,
    )


class _Names:
    """What the rows together tell about names and profiles, as a single row often lacks one of them."""

    def __init__(self) -> None:
        self._written: set[str] = set()
        """The names of senders, letter by letter: some hold a comma."""
        self._name_of: dict[str, str] = {}
        self._urls_of: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        """The profiles that go by a name within a conversation, and ("" for it) anywhere."""
        self._recipients: dict[tuple[str, str, str], tuple[Side, ...]] = {}

    def learn(self, written: str, sender: Side, conversation: str) -> None:
        """Take note of a sender, as `written` and as understood."""
        self._written.add(written)
        if sender.url and sender.name:
            self._name_of[sender.url] = sender.name
            for where in (conversation, ""):
                self._urls_of[where, folded(sender.name)].add(sender.url)

    def completed(self, side: Side, conversation: str) -> Side:
        """The side with the name or profile that other rows give it, where only one comes into question."""
        if side.url:
            return Side(self._name_of.get(side.url, side.name), side.url)
        name = folded(side.name or "")
        for where in (conversation, ""):
            urls = self._urls_of.get((where, name), ())
            if len(urls) == 1:
                return Side(side.name, next(iter(urls)))
        return side

    def recipients(self, to: str, urls: str, conversation: str) -> tuple[Side, ...]:
        """Everyone a message went to, each once."""
        key = (to, urls, conversation)
        if key not in self._recipients:
            sides = self._paired(
                to, [url for part in _BETWEEN_URLS.split(urls) if (url := fields.profile(part))]
            )
            self._recipients[key] = tuple(dict.fromkeys(self.completed(side, conversation) for side in sides))
        return self._recipients[key]

    def _paired(self, to: str, urls: list[str]) -> list[Side]:
        """Names with profiles if there are as many; else the profiles alone, or the names if there are none."""
        names = [to] if len(urls) == 1 else list(self._parted(to))
        if not urls:
            return [Side(fields.member_name(name)) for name in names if name]
        if len(names) != len(urls):
            return [Side(None, url) for url in urls]
        return [Side(fields.member_name(name), url) for name, url in zip(names, urls, strict=True)]

    def _parted(self, to: str) -> Iterator[str]:
        """The names that `", "` joins, although some hold that themselves."""
        parts = to.split(", ")
        while parts:
            longest = min(_LONGEST_NAME_IN_PARTS, len(parts))
            taken = next((n for n in range(longest, 1, -1) if ", ".join(parts[:n]) in self._written), 1)
            while taken < len(parts) and all(map(fields.is_after_a_comma, parts[taken].split())):
                taken += 1
            yield ", ".join(parts[:taken])
            parts = parts[taken:]


def mine(messages: list[Message]) -> Iterator[Side]:
    """The sides that the column `Direction` of older exports says are the owner's."""
    for message in messages:
        if message.outgoing:
            yield message.sender
        elif message.outgoing is False and len(message.recipients) == 1:
            yield message.recipients[0]


def conversations(messages: list[Message]) -> list[set[Side]]:
    """Who takes part in each conversation."""
    sides: defaultdict[str, set[Side]] = defaultdict(set)
    for message in messages:
        sides[message.conversation].update((message.sender, *message.recipients))
    return list(sides.values())


def touches(messages: list[Message], owner: Owner, mentions: Mentions, table: Table) -> Iterator[Happened]:
    """The contacts between the owner and others; messages that are none are counted in `table`."""
    if messages and not owner.known:
        table.skipped["messages that may or may not be yours"] += len(messages)
        table.problem(
            None,
            "It can't be told which of these people is you, so the messages were left out. "
            "Say what your own profile address is and import the file again.",
        )
        return
    for message in messages:
        count = len(message.recipients)
        weight = 1.0 if count <= BROADCAST else round(1 / count, 4)
        pairs = _pairs(message, owner, mentions)
        if isinstance(pairs, str):
            table.skipped[pairs] += 1
        else:
            for actor, other in pairs:
                yield Happened(message.day, actor, "touch", other, weight=weight, channel=CHANNEL)


def _pairs(message: Message, owner: Owner, mentions: Mentions) -> list[tuple[str, str]] | str:
    """(actor, other) of each contact that the message is; the reason if it is none."""
    if owner.is_me(message.sender):
        others = [side for side in message.recipients if not side.nobody and not owner.is_me(side)]
        return [(ME, mentions.of(side).ref) for side in others] or "messages to nobody who can be known"
    if message.sender.nobody:
        return "messages from nobody who can be known"
    if message.recipients and not any(map(owner.is_me, message.recipients)):
        return "messages between others"
    return [(mentions.of(message.sender).ref, ME)]
