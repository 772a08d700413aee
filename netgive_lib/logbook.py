"""Noting what passed: the ways in which two people exchange something, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
