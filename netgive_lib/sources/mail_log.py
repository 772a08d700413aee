"""Many mails in little memory: each in a few numbers, until it is known whose they are."""

from __future__ import annotations

from array import array
from collections import Counter
from typing import TYPE_CHECKING

from netgive_lib.sources.addresses import is_machine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netgive_lib.sources.mail_headers import Mail

MOST_ADDRESSES = 200_000
"""A long life of mail holds a quarter of that."""
MOST_NUMBERS = 50_000_000
"""Of four bytes each: ten million mails with three people on them."""


class MailLog:
    """Who wrote to whom on which day, with every address kept once."""

    def __init__(self) -> None:
        self.addresses: list[str] = []
        self.names: list[str | None] = []
        """The name that goes with each address: the one its owner gives, where they wrote at all."""
        self.sure: Counter[int] = Counter()
        """How often a mail shows that an address is the owner's."""
        self.left_out = 0
        """Mails beyond what memory is for."""
        self._index: dict[str, int] = {}
        self._own_name: set[int] = set()
        self._numbers = array("I")

    def add(self, mail: Mail) -> None:
        """Take note of a mail."""
        parties = (mail.sender, *mail.recipients)
        fresh = sum(party.address not in self._index for party in parties)
        if len(self.addresses) + fresh > MOST_ADDRESSES or len(self._numbers) > MOST_NUMBERS:
            self.left_out += 1
            return
        numbers = [self._number(party.address, party.name) for party in parties]
        if mail.sender.name and numbers[0] not in self._own_name:
            self.names[numbers[0]] = mail.sender.name
            self._own_name.add(numbers[0])
        self._numbers.append(mail.day.toordinal())
        self._numbers.append(len(numbers))
        self._numbers.extend(numbers)
        for address in mail.own:
            if not is_machine(address):
                self.sure[self._number(address, None)] += 1

    def _number(self, address: str, name: str | None) -> int:
        number = self._index.get(address)
        if number is None:
            number = self._index[address] = len(self.addresses)
            self.addresses.append(address)
            self.names.append(name)
        elif name and self.names[number] is None:
            self.names[number] = name
        return number

    def numbers_of(self, addresses: list[str]) -> list[int]:
        """Which of the addresses occur, by number."""
        return [self._index[address] for address in addresses if address in self._index]

    def groups(self) -> Iterator[array[int]]:
        """Everyone on each mail, its sender first."""
        return (everyone for _, everyone in self.mails())

    def mails(self) -> Iterator[tuple[int, array[int]]]:
        """(day, everyone on it with the sender first) of each mail; the day counts from year 1, as dates do."""
        at, numbers = 0, self._numbers
        while at < len(numbers):
            end = at + 2 + numbers[at + 1]
            yield numbers[at], numbers[at + 2 : end]
            at = end
