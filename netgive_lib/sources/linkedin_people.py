"""Who is meant in LinkedIn's export: the people whom its rows mention, and the member whose export it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from netgive_lib.network import fold
from netgive_lib.schema import ME
from netgive_lib.sources import fields
from netgive_lib.sources.found import Someone

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEARLY_EVERY = 0.9

folded = lru_cache(maxsize=65_536)(fold)


class Side(NamedTuple):
    """One side of a message or invitation: the name as shown, and the profile if the row has it."""

    name: str | None
    url: str | None = None

    @property
    def nobody(self) -> bool:
        """Whether this is no one who could be known."""
        return not (self.url or self.name)


class Mentions:
    """The people whom rows mention, each described once."""

    def __init__(self) -> None:
        self._by_key: dict[str, Someone] = {}

    def __iter__(self) -> Iterator[Someone]:
        return iter(self._by_key.values())

    def of(self, side: Side, organization: str | None = None) -> Someone:
        """The description of whoever this is: by profile, else by name and organization."""
        key = side.url or f"{folded(side.name or '')} {folded(organization or '')}"
        someone = self._by_key.get(key)
        if someone is None:
            someone = Someone(
                f"mentioned:{key}", side.name, url=side.url, organization=organization, known=False
            )
            self._by_key[key] = someone
        elif someone.name is None:
            someone.name = side.name
        return someone


@dataclass
class Owner:
    """The member whose export it is, as far as that is known."""

    name: str | None = None
    given_name: str | None = None
    url: str | None = None
    emails: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    """Every name they go by in the rows, folded."""

    @classmethod
    def told(cls, me: str | None) -> Owner:
        """From what the person says: an e-mail address, a profile address or a name."""
        owner = cls()
        if not me:
            return owner
        owner.url = fields.profile(me)
        if owner.url is None and "@" in me:
            owner.emails = fields.emails(me, lambda _: None)
        elif owner.url is None:
            owner.called(fields.member_name(me))
        return owner

    @property
    def known(self) -> bool:
        """Whether rows can be told to be theirs."""
        return bool(self.url or self.names)

    def called(self, name: str | None, given_name: str | None = None) -> None:
        """Take note of a name they go by; the first is the one to keep."""
        if name:
            self.names.add(folded(name))
            if self.name is None:
                self.name, self.given_name = name, given_name

    def is_me(self, side: Side) -> bool:
        """Whether this side is the owner: the profile decides, the name only where a profile is missing."""
        if side.url and self.url:
            return side.url == self.url
        return bool(side.name) and folded(side.name or "") in self.names

    def described(self) -> Someone | None:
        """The owner as a description, if anything is known."""
        someone = Someone(
            ME, self.name, self.given_name, self.emails, url=self.url, topics=list(dict.fromkeys(self.topics))
        )
        return someone if any((self.name, self.url, self.emails, self.topics)) else None


def settle(owner: Owner, mine: list[Side], senders: list[Side], conversations: list[set[Side]]) -> None:
    """Fill in who the owner is.

    Args:
        owner: What is known so far: told, or from the profile.
        mine: Sides that a direction says are the owner's.
        senders: Who sent each message.
        conversations: Who takes part in each.

    """
    if not owner.known:
        names = Counter(side.name for side in mine if side.name)
        owner.called(_most(names))
    if owner.url is None:
        seen = [*mine, *senders, *(side for sides in conversations for side in sides)]
        called_so = [side.url for side in seen if side.url and side.name and folded(side.name) in owner.names]
        owner.url = _most(Counter(called_so))
    if not owner.known:
        owner.url = in_every([{side.url for side in sides if side.url} for sides in conversations])
    if not owner.known:
        name = in_every([{side.name for side in sides if side.name} for sides in conversations])
        owner.called(name)
    for side in [*mine, *senders]:
        if side.url and side.url == owner.url:
            owner.called(side.name)


def _most(counted: Counter[str]) -> str | None:
    return max(counted, key=counted.__getitem__) if counted else None


def in_every(conversations: list[set[str]]) -> str | None:
    """Who takes part in (nearly) every conversation of two or more, if it is one; else None.

    >>> in_every([{"me", "zoe"}, {"me", "max"}, {"me", "max", "zoe"}]), in_every([{"me", "zoe"}])
    ('me', None)
    """
    of_several = [members for members in conversations if len(members) > 1]
    counted = Counter(member for members in of_several for member in members).most_common(2)
    if not counted or counted[0][1] < max(2, _NEARLY_EVERY * len(of_several)):
        return None
    return counted[0][0] if len(counted) == 1 or counted[1][1] < counted[0][1] else None
