"""The graph as a file for Gephi, beside NetworkX writing the same graph."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx

from benchmarks.compare import Other, compared
from benchmarks.sizes import LARGE, MEDIUM, Size, network_of
from netgive_lib.graph_files import moments, plain, save

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.report import Row


def rows(most: Size) -> Iterator[Row]:
    """The rows of this group, at `most` at the largest."""
    with tempfile.TemporaryDirectory() as name:
        ours, theirs = Path(name) / "ours.gexf", Path(name) / "theirs.gexf"
        size = min(LARGE, most)
        network, today = network_of(size)
        ready = _writable(plain(network, today))
        same = Other("nx.write_gexf of the ready graph, without places", lambda: nx.write_gexf(ready, theirs))
        yield from compared(
            "graph to GEXF, with places", size, lambda: save(network, today, ours), [same], rounds=2
        )
        size = min(MEDIUM, most)
        small, day = network_of(size)
        each = Other(
            "nx.write_gexf of each month's ready graph",
            lambda: [nx.write_gexf(graph, theirs) for graph in graphs],
        )
        graphs = [_writable(plain(small, month)) for month in moments(small, day, "month")]
        yield from compared(
            f"graph through {len(graphs)} months to GEXF",
            size,
            lambda: save(small, day, ours, every="month"),
            [each],
            rounds=2,
        )


def _writable(graph: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """The same without what GEXF can't hold: null and lists."""
    for *_, values in [*graph.nodes(data=True), *graph.edges(data=True)]:
        for name in [name for name, value in values.items() if value is None or isinstance(value, list)]:
            del values[name]
    return graph
