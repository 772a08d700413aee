"""The mailboxes and e-mails of one source, understood together: whose they are, and who is in touch with them.

A person is someone I wrote to, or someone who wrote to me and got an answer.
"""

from __future__ import annotations

from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from netgive_lib.schema import ME
from netgive_lib.sources.addresses import is_machine
from netgive_lib.sources.found import Found, Someone
from netgive_lib.sources.linkedin_people import Owner, folded
from netgive_lib.sources.mail_headers import header_fields, is_sent_folder, list_address, mail
from netgive_lib.sources.mail_log import MOST_ADDRESSES, MailLog
from netgive_lib.sources.mbox import LONGEST_HEAD, heads
from netgive_lib.sources.touches import CROWD, Noticed, Touches
from netgive_lib.sources.whose import own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from netgive_lib.sources.mbox import Head, Readable

FORMAT = "mailbox (mbox)"
CHANNEL = "email"
MOST_IDS = 1_000_000
"""So many mails are remembered to tell one that comes twice. After that, only the day keeps it from counting."""


class Mailboxes:
    """What several mailboxes and single e-mails hold, while they are read one after another."""

    def __init__(self, me: str | None, today: date) -> None:
        """`me` is the owner's own address (or several, with commas) or name, where it is known."""
        self._told = Owner.told(me)
        self._today = today
        self._log = MailLog()
        self._ids: set[int] = set()
        self._lists: set[str] = set()
        self._noticed = Noticed()
        self._mailboxes: list[str] = []
        self._mails: list[str] = []

    def add(self, file: str, stream: Readable, tell: Callable[[int], None] = lambda _: None) -> None:
        """Read one mailbox or e-mail; `tell` is told how many bytes of it are read."""
        sent = any(map(is_sent_folder, PurePath(file).with_suffix("").parts))
        is_mailbox = False
        for head in heads(stream, tell):
            is_mailbox = is_mailbox or head.line > 1
            self._add_one(file, head, sent)
        (self._mailboxes if is_mailbox else self._mails).append(file)

    def _add_one(self, file: str, head: Head, sent: bool) -> None:
        if head.lines is None:
            too_long = f"The head of this mail is longer than {LONGEST_HEAD:,} bytes. It was not read."
            self._noticed.problem(file, head.line, too_long)
            return
        fields = header_fields(head.lines)
        if self._is_there(fields.get("message-id")):
            self._noticed.skipped["mails that are there twice"] += 1
            return
        result = mail(fields, self._today, sent, lambda text: self._noticed.problem(file, head.line, text))
        if not isinstance(result, str):
            self._log.add(result)
            return
        self._noticed.skipped[result] += 1
        its_list = list_address(fields)
        if its_list and len(self._lists) < MOST_ADDRESSES:
            self._lists.add(its_list)

    def _is_there(self, message_id: str | None) -> bool:
        if not message_id:
            return False
        number = hash(message_id)
        there = number in self._ids
        if not there and len(self._ids) < MOST_IDS:
            self._ids.add(number)
        return there

    def found(self) -> Found:
        """The people and contacts, once everything is in."""
        found = Found(FORMAT)
        mine = self._mine()
        log = self._log
        if log.left_out:
            self._noticed.skipped["mails beyond the number that is read"] += log.left_out
        if mine:
            self._touch(set(mine), found)
            found.me = Someone(ME, _first(log.names[number] for number in mine))
            found.me.emails = list(dict.fromkeys(log.addresses[number] for number in mine))
        whose = f", yours: {', '.join(found.me.emails)}" if found.me else ""
        found.files = [(file, f"{FORMAT}{whose}") for file in self._mailboxes]
        if self._mails:
            more = f" and {len(self._mails) - 1:,} more" if len(self._mails) > 1 else ""
            found.files.append((f"{self._mails[0]}{more}", f"e-mail{whose}"))
        self._noticed.report(found)
        return found

    def _mine(self) -> list[int]:
        """The owner's addresses, as they are told or as the mails tell."""
        log, told = self._log, self._told
        mine = log.numbers_of(told.emails)
        mine += [
            number
            for number, name in enumerate(log.names)
            if name and told.names and folded(name) in told.names
        ]
        if mine or not log.addresses:
            return mine
        mine, doubtful = own(log.groups, log.sure)
        if not mine:
            between = (
                f" It may be {' or '.join(log.addresses[number] for number in doubtful)}." if doubtful else ""
            )
            self._noticed.problem(
                self._first_file(),
                None,
                f"It can't be told which address in this mail is yours, so nobody was taken from it.{between} "
                "Say which one it is (--me ADDRESS) and import the file again.",
            )
        elif told.emails:
            self._noticed.problem(
                self._first_file(),
                None,
                f"{told.emails[0]} is in none of these mails. {log.addresses[mine[0]]} was taken for yours.",
            )
        return mine

    def _first_file(self) -> str:
        return next(iter(self._mailboxes or self._mails), "")

    def _touch(self, mine: set[int], found: Found) -> None:
        """Add the contacts between the owner and others, and these others."""
        log = self._log
        touches = Touches()
        nobody = {
            number
            for number, address in enumerate(log.addresses)
            if number not in mine and (is_machine(address) or address in self._lists)
        }
        involved: dict[int, bool] = {}
        for ordinal, everyone in log.mails():
            day = date.fromordinal(ordinal)
            weight = CROWD.weight(len(everyone) - 1)
            sender, others = everyone[0], everyone[1:]
            if sender in mine:
                for other in set(others) - mine - nobody:
                    involved[other] = True
                    touches.add(ME, self._ref(other), (day,), weight)
            elif mine.isdisjoint(others):
                self._noticed.skipped["mails that were not addressed to you"] += 1
            else:
                involved.setdefault(sender, False)
                touches.add(self._ref(sender), ME, (day,), weight)
        touches.tell(self._noticed, self._first_file())
        found.people = [self._someone(number, reached) for number, reached in sorted(involved.items())]
        found.exchanges = touches.happened(CHANNEL)

    def _someone(self, number: int, reached: bool) -> Someone:
        address = self._log.addresses[number]
        return Someone(self._ref(number), self._log.names[number], emails=[address], known=reached)

    def _ref(self, number: int) -> str:
        return f"mail:{self._log.addresses[number]}"


def _first(names: Iterable[str | None]) -> str | None:
    return next(filter(None, names), None)
