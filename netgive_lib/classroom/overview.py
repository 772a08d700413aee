"""The class in numbers: what the facilitator sees of its networks. No names, no contacts, nobody alone."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.schema import ASSET_KINDS, ME, RINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from netgive_lib.classroom.room import Room
    from netgive_lib.network import Network


@dataclass(frozen=True)
class Hiding:
    """What keeps one person's figures from being read out of the class's. Both are ours."""

    fewest: int = 3
    """A figure that fewer networks than this stand behind is not shown."""
    rounded_to: int = 10
    """Sums are rounded to this, so that one more network does not tell its own."""


HIDING = Hiding()


@dataclass(frozen=True)
class Overview:
    """A class in numbers. What too few people stand behind is None, or left out."""

    seats: int
    """How many seats are taken."""
    steps: Mapping[str, int]
    """Step -> how many seats are at it."""
    solved: Mapping[str, int]
    """Exercise -> how many seats solved it."""
    cards: int
    """How many cards are in the ring,"""
    asks: int
    """how many asks, and"""
    served: int
    """how many of them have a helper."""
    networks: int | None
    """How many have people of their own in their network."""
    rings: Mapping[int, float] | None
    """Ring -> how many people it holds in the middling network (the median)."""
    passed: Mapping[str, int] | None
    """`given`, `received`, `asked`, `was_asked` -> how many such exchanges all have together, rounded."""
    kinds: Mapping[str, int]
    """Kind of asset -> how many people have something of it to bring."""


def overview(room: Room, hiding: Hiding = HIDING) -> Overview:
    """The class as it is now, for the facilitator's page."""
    networks, ring = room.networks(), room.ring()
    enough = len(networks) >= hiding.fewest
    return Overview(
        seats=room.seats(),
        steps=dict(room.steps()),
        solved=dict(room.solved()),
        cards=len(ring.cards),
        asks=ring.asks,
        served=ring.served,
        networks=len(networks) if enough else None,
        rings=_rings(networks, hiding),
        passed=_passed(networks, hiding),
        kinds=_kinds(networks, hiding),
    )


def _rings(networks: Iterable[Network], hiding: Hiding) -> dict[int, float] | None:
    """How many people each ring holds in the middling network of those that have any rated."""
    counted = [network.others["ring"].drop_nulls() for network in networks]
    counted = [rated for rated in counted if len(rated)]
    if len(counted) < hiding.fewest:
        return None
    return {ring: float(median(int((rated == ring).sum()) for rated in counted)) for ring in RINGS}


def _passed(networks: Sequence[Network], hiding: Hiding) -> dict[str, int] | None:
    """How many gives and asks there were in both directions, in all networks that have any."""
    mine = pl.col("actor") == ME
    counted = [
        network.exchanges.select(
            given=(mine & (pl.col("kind") == "give")).sum(),
            received=(~mine & (pl.col("kind") == "give")).sum(),
            asked=(mine & (pl.col("kind") == "ask")).sum(),
            was_asked=(~mine & (pl.col("kind") == "ask")).sum(),
        )
        for network in networks
    ]
    counted = [row for row in counted if row.sum_horizontal()[0]]
    if len(counted) < hiding.fewest:
        return None
    sums = pl.concat(counted).sum().row(0, named=True)
    return {name: round(number / hiding.rounded_to) * hiding.rounded_to for name, number in sums.items()}


def _kinds(networks: Iterable[Network], hiding: Hiding) -> dict[str, int]:
    """How many networks hold something of each kind, where enough do."""
    held = [set(network.assets["kind"]) for network in networks]
    numbers = {kind: sum(kind in kinds for kinds in held) for kind in ASSET_KINDS}
    return {kind: number for kind, number in numbers.items() if number >= hiding.fewest}
