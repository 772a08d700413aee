"""Replies that several exercises share: to a choice among sentences, to a guess, and to names typed in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.describe import contact_in_words, name_of
from netgive_lib.network import fold
from netgive_lib.ties import contact_days, ties
from netgive_lib.workshop import Feedback

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from netgive_lib.network import Network

# What people put before an item of a list: a dash, a dot, "2." or "2)".
_BULLET = re.compile(r"^\s*(?:[-–•*]+\s*|\d{1,2}[.)]\s+)?")


def to_choice(right: str, replies: Mapping[str, str]) -> Callable[[Any, Network, date], Feedback]:
    """The check of a choice among fixed sentences; `replies` holds what to say to each, also to the right one."""

    def check(answer: Any, network: Network, today: date) -> Feedback:
        del network, today
        if answer not in replies:
            return Feedback(right=False, text="Choose one of those above.")
        return Feedback(right=answer == right, text=replies[answer])

    return check


def to_guess(guess: int, count: int, among: int, where: str, closer: str) -> Feedback:
    """What to say to a guess of `count` people out of `among` that are `where`; `closer` helps who is off by one."""
    if not among:
        text = f"Nobody is {where} yet. Rate a few people on the map first, then guess."
        return Feedback(right=False, text=text)
    if guess == count:
        return Feedback(right=True, text=f"Yes, {count} of {among}.")
    if guess > among:
        return Feedback(right=False, text=f"There are only {among} people {where}. Guess again.")
    if abs(guess - count) == 1:
        return Feedback(right=False, text=f"Very near: off by one. {closer}")
    return Feedback(right=False, text=f"It is {'fewer' if guess > count else 'more'} than that. Guess again.")


def taken_as_it_is(judge: str) -> Feedback:
    """What to say to an answer in a language that the wording check does not know; `judge` is what to look for."""
    return Feedback(
        right=True,
        text=f"This is not in English, the only language that is checked here. So judge it yourself: {judge}",
        judged=False,
    )


def lines_of(answer: str) -> list[str]:
    r"""The lines of an answer that say something, without dashes and numbers before them.

    >>> lines_of("1. Noor: a map\n\n- Ruth: a print")
    ['Noor: a map', 'Ruth: a print']
    """
    lines = (_BULLET.sub("", line).strip() for line in answer.splitlines())
    return [line for line in lines if line]


def called(network: Network, name: str) -> list[str]:
    """The ids of those in whose name each word of `name` stands, whatever its case and accents."""
    words = set(fold(name).split())
    return [
        id
        for id, whole in network.others.select("id", "name").iter_rows()
        if words and words <= set(fold(whole or "").split())
    ]


def where_they_stand(network: Network, today: date, name: str) -> str:
    """The ring of whoever is called `name`, and when you were last in contact, in one sentence."""
    found = called(network, name)
    if not found:
        return f"{name} is not on your map yet."
    if len(found) > 1:
        return f"{len(found)} people on your map are called {name}."
    tie = ties(network, today).row(by_predicate=pl.col("id") == found[0], named=True)
    days = contact_days(network, today).get(found[0], 0)
    ring = f"in ring {tie['ring']}" if tie["ring"] else "in no ring yet"
    return f"{name_of(network.person(found[0]))} is {ring}, {contact_in_words(days, tie['last_contact'])}."
