"""Asks: a request from draft to answer, and the message that carries it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import polars as pl

from netgive_lib.network import new_id
from netgive_lib.schema import ME, SchemaError
from netgive_lib.ties import PACE, ties
from netgive_lib.wording.codes import MOST_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from netgive_lib.network import Network

EASY_OUTS = (
    "If this is a bad time, no answer is fine too.",
    "A no is quite all right.",
    "I quite understand if you can't.",
    "If you'd rather not, that's absolutely fine.",
)
"""Ways to make a no easy."""


# From draft to answer


def draft(network: Network, person: str, text: str, on: date) -> tuple[Network, str]:
    """With an ask that is not made yet; gives the network and the ask's id. Raises `SchemaError`."""
    id = new_id()
    row = {"id": id, "person": person, "text": text.strip(), "status": "draft", "created": on}
    return network.with_rows("asks", pl.DataFrame([row])), id


def made(network: Network, ask: str, on: date, *, weight: float = 1, channel: str | None = None) -> Network:
    """With this draft sent on that day: it is on the tab as an ask of mine. Raises `SchemaError`."""
    row = _ask(network, ask)
    if row["status"] != "draft":
        raise SchemaError("asks: this one was made already")
    network = network.with_rows("asks", pl.DataFrame({"id": [ask], "status": ["made"], "created": [on]}))
    return network.ask(row["person"], row["text"], on=on, weight=weight, channel=channel)


def answered(network: Network, ask: str, on: date, *, granted: bool, weight: float = 1) -> Network:
    """With the answer to an ask. A granted one is on the tab as their give. Raises `SchemaError`."""
    row = _ask(network, ask)
    if row["status"] != "made":
        raise SchemaError("asks: only an ask that was made and is still open has an answer")
    status = "granted" if granted else "declined"
    network = network.with_rows("asks", pl.DataFrame({"id": [ask], "status": [status]}))
    if granted:
        return network.give(ME, row["text"], actor=row["person"], on=on, weight=weight)
    return network.touch(ME, "declined an ask", actor=row["person"], on=on)


def _ask(network: Network, id: str) -> dict[str, Any]:
    rows = network.asks.filter(pl.col("id") == id)
    if not rows.height:
        raise SchemaError(f"asks: there is no ask {id!r}")
    return rows.row(0, named=True)


# The message


@dataclass(frozen=True)
class Message:
    """What you would send. netgive itself never sends anything."""

    subject: str
    body: str

    @property
    def words(self) -> int:
        """How many words the body has."""
        return len(self.body.split())

    @property
    def too_long(self) -> bool:
        """Whether it has more words than a busy person reads."""
        return self.words > MOST_WORDS

    def mailto(self, address: str | None) -> str:
        """A link that opens it in a mail program, addressed if an address is known."""
        to = quote(address or "", safe="@")
        return f"mailto:{to}?subject={quote(self.subject)}&body={quote(self.body.replace(chr(10), chr(13) + chr(10)))}"


def message(
    person: Mapping[str, Any], me: Mapping[str, Any], *, opening: str, offer: str, ask: str, easy_out: str
) -> Message:
    """The message in the order that makes it easy to answer: what you share, what you bring, the ask, the way out.

    `person` and `me` are rows of `people`. Parts that are empty are left out.
    """
    hello = f"Hi {person['given_name'] or (person['name'] or '').split(' ')[0]}".strip() + ","
    parts = [hello, opening, offer, " ".join(filter(None, (ask.strip(), easy_out.strip())))]
    name = me["given_name"] or me["name"]
    body = "\n\n".join(part.strip() for part in [*parts, name or ""] if part.strip())
    return Message(subject=_subject(offer or ask), body=body)


def _subject(text: str) -> str:
    """The beginning of what it is about, as a subject line."""
    words = text.strip().split("\n")[0].split(". ")[0].rstrip(".?")
    return words if len(words) <= 60 else f"{words[:60].rsplit(' ', 1)[0]} …"


def openings(network: Network, person: str, today: date) -> list[str]:
    """First sentences from what you share with someone, the most particular first; never empty.

    They are made to be edited: only you know how you two talk.
    """
    row, me = network.person(person), network.person(ME)
    tie = ties(network, today).row(by_predicate=pl.col("id") == person, named=True)
    between = network.exchanges.filter(
        (pl.col("date") <= today)
        & pl.col("what").is_not_null()
        & (
            ((pl.col("actor") == person) & (pl.col("other") == ME))
            | ((pl.col("actor") == ME) & (pl.col("other") == person))
        )
    ).sort("date", descending=True, maintain_order=True)
    received = between.filter((pl.col("actor") == person) & (pl.col("kind") == "give"))
    met = between.filter(pl.col("kind") == "touch")
    mine = {topic.casefold() for topic in me["topics"] or ()}
    shared = [topic for topic in row["topics"] or () if topic.casefold() in mine]
    found = []
    if received.height:
        found.append(f"Thank you again for {_inside(received['what'][0])}.")
    if met.height:
        found.append(f"I have been thinking back to {_inside(met['what'][0])}.")
    found += [f"Whenever I come across something about {topic}, I think of you." for topic in shared[:2]]
    long_ago = tie["gap"] is None or tie["gap"] > 3 * PACE.rhythm[(tie["ring"] or 5) - 1]
    if row["circle"]:
        found.append(f"I often think of {_inside(row['circle'])}.")
    found.append("It has been too long." if long_ago else "I hope your week is a good one.")
    return found


def _inside(text: str) -> str:
    """A noted phrase as it stands within a sentence: no full stop at its end."""
    phrase = text.strip().rstrip(".")
    head = phrase.split(" ")[0]
    return phrase[0].lower() + phrase[1:] if head in ("The", "A", "An") else phrase
