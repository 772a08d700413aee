"""Burt's constraint of everyone, beside NetworkX."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import networkx as nx

from benchmarks.report import Row, Target
from benchmarks.sizes import MEDIUM, Size, network_of
from benchmarks.timing import Took, in_turn, once
from netgive_lib.graph import constraint
from netgive_lib.schema import ME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WORK = "constraint of everyone"
SAMPLE = 40
"""So many people are asked of NetworkX's plain way, which takes minutes for all."""


def rows(most: Size) -> Iterator[Row]:
    """The rows of this group, at `most` at the largest."""
    size = min(MEDIUM, most)
    network, today = network_of(size)
    graph = network.graph(today)
    others = [node for node in graph if node != ME]
    sample = others[:: max(1, len(others) // SAMPLE)]
    found = constraint(graph)
    took, of_sample = once(lambda: nx.constraint(graph, sample))
    _check(found, of_sample)
    _check(found, nx.constraint(graph))
    share = len(sample) / len(others)
    plain = Took(took.wall / share, took.cpu / share)
    ours, arrays = in_turn(lambda: constraint(graph), lambda: nx.constraint(graph))
    way = f"nx.constraint(g, list(g)), reckoned from {len(sample)} people, without you, who would take far longer"
    yield Row.timed(WORK, size, ours, way, plain, Target(faster=100), limit=_LIMIT)
    yield Row.timed(WORK, size, ours, "nx.constraint(g), which goes by way of SciPy", arrays)


_LIMIT = (
    "reading the edges out of NetworkX's dicts, and listing the triangles, each once. Equal to NetworkX to 1e-9, "
    "checked in each run. The target is about NetworkX's plain way, which is the one that it takes as soon as nodes "
    "are named. With no nodes named it goes over SciPy's matrices, which is fast too, and differs where a tie weighs "
    "nothing or leads only one way."
)


def _check(ours: Mapping[str, float], theirs: Mapping[str, float]) -> None:
    """Raise `ArithmeticError` where the two differ by more than 1e-9."""
    for node, value in theirs.items():
        if not (
            math.isclose(ours[node], value, abs_tol=1e-9) or (math.isnan(ours[node]) and math.isnan(value))
        ):
            raise ArithmeticError(f"The constraint of {node} is {ours[node]}, and NetworkX says {value}.")
