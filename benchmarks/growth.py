"""How our own work grows with the network."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import planning
from benchmarks.pictures import drawn
from benchmarks.report import Growth
from benchmarks.sizes import SIZES, Size, network_of
from benchmarks.timing import in_turn, once
from netgive_lib.graph import constraint
from netgive_lib.offers import suggest_offers
from netgive_lib.store import Store
from netgive_lib.ties import ties

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def sizes_up_to(most: Size) -> list[Size]:
    """The sizes that are measured, at `most` at the largest."""
    return sorted({min(size, most) for size in SIZES.values()})


def growth(sizes: Sequence[Size]) -> list[Growth]:
    """What each kind of work takes at each size."""
    by_size = [dict(_times(size)) for size in sizes]
    return [Growth(work, tuple(times[work] for times in by_size)) for work in by_size[0]]


def _times(size: Size) -> Iterator[tuple[str, float]]:
    """Seconds that each kind of work takes."""
    network, today = network_of(size)
    yield "ties table", in_turn(lambda: ties(network, today), rounds=3)[0].wall
    yield "graph", in_turn(lambda: network.graph(today), rounds=3)[0].wall
    graph = network.graph(today)
    yield "constraint of everyone", in_turn(lambda: constraint(graph), rounds=3)[0].wall
    offers = suggest_offers(network, today)
    yield "offers for everyone", in_turn(lambda: suggest_offers(network, today), rounds=2)[0].wall
    yield (
        "plan, given the offers",
        in_turn(lambda: planning.planned(network, offers, today), rounds=3)[0].wall,
    )
    with tempfile.TemporaryDirectory() as folder:
        picture, file = Path(folder) / "map.svg", Path(folder) / "my-network.netgive"
        yield "map, from tables to SVG", in_turn(lambda: drawn(network, today, picture), rounds=3)[0].wall
        yield "save all of a new network", once(lambda: Store(file).create(network))[0].wall
        yield "open the file", in_turn(lambda: Store(file).load(), rounds=3)[0].wall
