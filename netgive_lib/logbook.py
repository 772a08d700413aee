"""The logbook: noting what passed between you and someone, and reading it back in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.describe import day_in_words
from netgive_lib.schema import ME

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network

WAYS: dict[str, tuple[tuple[str, bool], ...]] = {
    "I gave them something": (("give", True),),
    "They gave me something": (("give", False),),
    "I asked them for something": (("ask", True),),
    "They asked me for something": (("ask", False),),
    "We met or talked": (("touch", True), ("touch", False)),
    "I wrote, without asking": (("touch", True),),
    "They wrote, without asking": (("touch", False),),
}
"""What happened -> the exchanges that it is: their kind, and whether they come from me."""

SIZES = {"small": 1, "medium": 2, "large": 3}
"""How much it was -> the weight of the exchange."""


def logged(network: Network, way: str, other: str, what: str, on: date, size: str = "small") -> Network:
    """With one of the `WAYS` put on the tab; meeting counts as a touch from each to the other.

    Raises `SchemaError` for someone who is not there, `KeyError` for a way or size that is none.
    """
    for kind, from_me in WAYS[way]:
        actor, to = (ME, other) if from_me else (other, ME)
        verb = {"give": network.give, "ask": network.ask, "touch": network.touch}[kind]
        network = verb(to, what.strip() or None, on=on, actor=actor, weight=SIZES[size])
    return network


_SAID = {
    ("give", True): "you gave",
    ("give", False): "they gave you",
    ("ask", True): "you asked for",
    ("ask", False): "they asked for",
    ("touch", True): "you were in touch",
    ("touch", False): "they were in touch",
}
_BOTH = "you were both in touch"


def lately(network: Network, person: str, most: int = 5) -> list[str]:
    """The latest of what passed between me and this person, one line each, the newest first.

    A touch in both directions on one day is one line: they met, or one wrote and the other answered.
    """
    theirs = network.exchanges.filter(
        ((pl.col("actor") == ME) & (pl.col("other") == person))
        | ((pl.col("actor") == person) & (pl.col("other") == ME))
    ).with_columns(mine=pl.col("actor") == ME)
    lines: dict[tuple[date, str, str | None], str] = {}
    for row in theirs.sort("date", descending=True, maintain_order=True).iter_rows(named=True):
        said = _SAID[row["kind"], row["mine"]]
        if row["kind"] == "touch":
            key = (row["date"], "touch", row["what"])
            said = said if lines.get(key, said) == said else _BOTH
        else:
            key = (row["date"], row["id"], row["what"])
        if key not in lines and len(lines) == most:
            break
        lines[key] = said
    return [_line(day, what, said) for (day, _, what), said in lines.items()]


def _line(day: date, what: str | None, said: str) -> str:
    """One line: when, and what passed."""
    if what is None:
        return f"{day_in_words(day)}: {said}" + ("" if "touch" in said else " something")
    if what.rstrip("\"')”’").endswith((".", "?", "!", "…")):  # a whole sentence, in their words or yours
        return f"{day_in_words(day)}: {said.removesuffix(' for')}: “{what}”"
    return f"{day_in_words(day)}: {said}{':' if 'touch' in said else ''} {what}"
