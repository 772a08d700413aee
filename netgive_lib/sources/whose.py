"""Whose mail or calendar it is: which addresses are the owner's own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable

    Groups = Callable[[], Iterable[Collection["Key"]]]

Key = TypeVar("Key", bound="Hashable")


@dataclass(frozen=True)
class Signs:
    """What makes an address the owner's. The numbers are ours."""

    sure_share: float = 0.02
    """Part of the sure signs (sent by, delivered to) that an address needs besides the most frequent one."""
    first_share: float = 0.5
    """Part of all mails or meetings that has to hold an address before it is taken for the owner's."""
    further_share: float = 0.8
    """Part of those that hold no own address yet, for each further one."""
    further_least: int = 3
    """So many of those there have to be."""
    most: int = 8
    """No one is taken to have more addresses than this."""


SIGNS = Signs()


def own(groups: Groups[Key], sure: Counter[Key], signs: Signs = SIGNS) -> tuple[list[Key], list[Key]]:
    """The owner's addresses, the surest first; and if none can be told, those between which it is undecided.

    Args:
        groups: Gives, each time it is called, the addresses of each mail or meeting.
        sure: Addresses that something says are the owner's (a mail was delivered to them), with how often.
        signs: What is enough.

    >>> meetings = [["me", "zoe"], ["me", "max"], ["me", "max", "zoe"]]
    >>> own(lambda: meetings, Counter())
    (['me'], [])
    >>> own(lambda: [["me", "zoe"]], Counter())
    ([], ['me', 'zoe'])

    """
    mine = _sure(sure, signs)
    while len(mine) < signs.most:
        left = frozenset(mine)
        counted, total = _counted(groups, left)
        if not counted:
            break
        most = max(counted.values())
        top = sorted((key for key, count in counted.items() if count == most), key=str)
        share = signs.further_share if mine else signs.first_share
        if most <= share * total or (mine and total < signs.further_least):
            break
        if len(top) > 1:
            return mine, [] if mine else top[: signs.most]
        if mine and not _knows_several(groups, left, top[0]):
            break
        mine.append(top[0])
    return mine, []


def _sure(sure: Counter[Key], signs: Signs) -> list[Key]:
    total = sum(sure.values())
    ranked = sure.most_common(signs.most)
    return [
        key
        for rank, (key, count) in enumerate(ranked)
        if rank == 0 or count > max(1, signs.sure_share * total)
    ]


def _counted(groups: Groups[Key], left: frozenset[Key]) -> tuple[Counter[Key], int]:
    """In how many groups without one of `left` each key is, and how many there are; a group of one says nothing."""
    counted: Counter[Key] = Counter()
    total = 0
    for group in groups():
        if len(group) > 1 and left.isdisjoint(group):
            counted.update(set(group))
            total += 1
    return counted, total


def _knows_several(groups: Groups[Key], left: frozenset[Key], key: Key) -> bool:
    """Whether a key is with more than one other in the groups that are left: a pen friend is not me."""
    others: set[Key] = set()
    for group in groups():
        if key in group and left.isdisjoint(group):
            others.update(group)
            if len(others) > 2:
                return True
    return False
