"""The sizes that are measured, and the made-up networks of these sizes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from netgive_lib.sample import generate, sample_today

if TYPE_CHECKING:
    from netgive_lib.network import Network

SEED = 2026


@dataclass(frozen=True, order=True)
class Size:
    """So many people, and so many exchanges."""

    people: int
    exchanges: int

    def __str__(self) -> str:
        return f"{self.people:,} / {self.exchanges:,}"


TINY = Size(40, 300)
SMALL, MEDIUM, LARGE, HUGE = (
    Size(150, 2_000),
    Size(1_500, 20_000),
    Size(30_000, 500_000),
    Size(300_000, 5_000_000),
)
SIZES = {"small": SMALL, "medium": MEDIUM, "large": LARGE, "huge": HUGE}


@lru_cache(maxsize=2)
def network_of(size: Size) -> tuple[Network, date]:
    """A made-up network of this size, and the day that it is in it."""
    network = generate(size.people, size.exchanges, SEED)
    return network, sample_today(network) or date.max
