"""Ours beside what one would pick instead, at each size: where it is worth it, and where it is not."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx

from benchmarks.compare import Other
from benchmarks.keeping import from_parquet, to_parquet
from benchmarks.needs import lacking
from benchmarks.pictures import drawn, with_matplotlib, with_nx_altair
from benchmarks.report import Beside
from benchmarks.sizes import MEDIUM, Size, network_of
from benchmarks.tables import bare_group_by, looked_at, pandas_of, with_a_loop, with_pandas
from benchmarks.timing import in_turn
from netgive_lib.graph import constraint
from netgive_lib.store import Store
from netgive_lib.ties import ties

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

TOO_LONG = MEDIUM
"""In a network larger than this, `spring_layout` and a constraint over matrices take minutes, or all of the memory."""


def beside(sizes: Sequence[Size]) -> list[Beside]:
    """Each kind of work beside each of its others, with how many times less ours took at each size."""
    at = [{(work, words): ratio for work, words, ratio in _ratios(size)} for size in sizes]
    pairs = dict.fromkeys(pair for ratios in at for pair in ratios)
    return [Beside(*pair, tuple(ratios.get(pair) for ratios in at)) for pair in pairs]


def _ratios(size: Size) -> Iterator[tuple[str, str, float]]:
    """The work, what it is measured beside, and how many times less ours took."""
    network, today = network_of(size)
    frame = network.exchanges.select("date", "actor", "other", "kind", "weight")
    in_pandas = pandas_of(frame)
    group_by = Other("one bare Polars group_by", lambda: bare_group_by(frame))
    sums = Other("the sums alone in pandas", lambda: with_pandas(in_pandas(), today), needs=["pandas"])
    loop = Other("the exchanges put into NetworkX in a loop", lambda: looked_at(with_a_loop(network, today)))
    yield from _compared("ties table", lambda: ties(network, today), [group_by, sums])
    yield from _compared("graph, every edge looked at", lambda: looked_at(network.graph(today)), [loop])
    graph = network.graph(today)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if size <= TOO_LONG:
            scipy = Other("nx.constraint(g), by way of SciPy", lambda: nx.constraint(graph))
            yield from _compared("constraint of everyone", lambda: constraint(graph), [scipy])
            plain: nx.Graph[str] = nx.Graph(graph.edges())
            altair = Other(
                "spring_layout, nx_altair", lambda: with_nx_altair(plain), needs=["nx_altair", "pandas"]
            )
            plotted = Other("spring_layout, matplotlib", lambda: with_matplotlib(plain), needs=["matplotlib"])
            picture = folder / "map.svg"
            yield from _compared("map, to SVG", lambda: drawn(network, today, picture), [altair, plotted])
        store = Store(folder / "my-network.netgive")
        store.create(network)
        to_parquet(network, folder)
        parquet = Other("the same tables from Parquet", lambda: from_parquet(folder))
        yield from _compared("open the file", store.load, [parquet])


def _compared(
    work: str, ours: Callable[[], object], others: Sequence[Other]
) -> Iterator[tuple[str, str, float]]:
    there = [other for other in others if not lacking(*other.needs)]
    best, *rest = in_turn(ours, *(other.work for other in there), rounds=3)
    for other, took in zip(there, rest, strict=True):
        yield work, other.words, took.wall / best.wall
