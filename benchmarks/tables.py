"""The graph and the table of ties, beside one bare `group_by` of Polars, pandas, and a plain loop."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import networkx as nx
import polars as pl

from benchmarks.compare import Other, compared
from benchmarks.report import Row, Target
from benchmarks.sizes import LARGE, Size, network_of
from netgive_lib.schema import EXCHANGE_KINDS, ME
from netgive_lib.ties import PACE, ties

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    import pandas as pd

    from netgive_lib.network import Network

WITHIN = Target(within=3)


def rows(most: Size) -> Iterator[Row]:
    """The rows of this group, at `most` at the largest."""
    size = min(LARGE, most)
    network, today = network_of(size)
    frame = network.exchanges.select("date", "actor", "other", "kind", "weight")
    graph = network.graph(today)
    nodes, pairs = list(graph), list(graph.edges())
    in_pandas = pandas_of(frame)

    def both() -> tuple[pl.DataFrame, nx.DiGraph[str]]:
        return ties(network, today), network.graph(today)

    group_by = Other("one bare Polars group_by", lambda: bare_group_by(frame))
    bare = Other(
        "NetworkX given ready pairs, without attributes", lambda: looked_at(bare_graph(nodes, pairs))
    )
    loop = Other("the exchanges put into NetworkX in a loop", lambda: looked_at(with_a_loop(network, today)))
    sums = Other("the sums alone in pandas", lambda: with_pandas(in_pandas(), today), needs=["pandas"])
    yield from compared("graph and ties table", size, both, [group_by], WITHIN, _GRAPH)
    yield from compared("ties table", size, lambda: ties(network, today), [group_by, sums], WITHIN, _TIES)
    yield from compared(
        "graph, one person's ties", size, lambda: network.graph(today)[nodes[-1]], [group_by, loop]
    )
    yield from compared("graph, your ties", size, lambda: network.graph(today)[ME], [group_by, loop])
    whole = "graph, and every edge of it looked at once"
    yield from compared(whole, size, lambda: looked_at(network.graph(today)), [group_by, bare, loop])
    yield from compared(bare.words, size, bare.work, [group_by])


_TIES = "hashing the names of both sides of half a million rows, which the bare `group_by` does as well."
_GRAPH = (
    "the ties table. The graph adds only the names of its people: NetworkX keeps a dict for each person and each edge, "
    "and ours are made when somebody first asks for that person. So this row is not the time of a whole graph. Whoever "
    "looks at every edge has all of their dicts made, which takes several times the `group_by`, as it does when "
    "NetworkX is given ready pairs (the rows below). Those with 22 columns a person are then still unmade."
)


def looked_at(graph: nx.DiGraph[str]) -> int:
    """How many edges there are, found by going through all of them with their attributes."""
    return sum(1 for _ in graph.edges(data=True))


def bare_group_by(exchanges: pl.DataFrame) -> pl.DataFrame:
    """The least that is asked of the rows: by pair, one sum, the latest day and how many."""
    return exchanges.group_by("actor", "other").agg(pl.col("weight").sum(), pl.col("date").max(), pl.len())


def bare_graph(nodes: list[str], pairs: list[tuple[str, str]]) -> nx.DiGraph[str]:
    """NetworkX's own time for a graph of this shape."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(pairs)
    return graph


def pandas_of(exchanges: pl.DataFrame) -> Callable[[], pd.DataFrame]:
    """Gives the exchanges as pandas would have them; the best round is one in which that is done already."""

    @cache
    def made() -> pd.DataFrame:
        import pandas as pd

        return pd.DataFrame(exchanges.to_dict(as_series=False)).astype({"date": "datetime64[s]"})

    return made


def with_pandas(exchanges: pd.DataFrame, today: date) -> pd.DataFrame:
    """The sums of `netgive_lib.ties.edges`, as one would write them in pandas."""
    import pandas as pd

    upto = exchanges[exchanges["date"] <= pd.Timestamp(today)]
    age = (pd.Timestamp(today) - upto["date"]).dt.days
    decayed = upto.assign(decayed=upto["weight"] * 0.5 ** (age / PACE.half_life))
    sums = decayed.groupby(["actor", "other", "kind"])["decayed"].sum().unstack("kind", fill_value=0)
    by_pair = decayed.groupby(["actor", "other"])["date"]
    return sums.assign(last=by_pair.max(), count=by_pair.size())


def with_a_loop(network: Network, today: date) -> nx.DiGraph[str]:
    """The graph, as one would write it with NetworkX alone."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for row in network.people.iter_rows(named=True):
        graph.add_node(row.pop("id"), **row)
    columns = ("actor", "other", "kind", "weight", "date")
    for actor, other, kind, weight, day in network.exchanges.select(columns).iter_rows():
        if day > today:
            continue
        if not graph.has_edge(actor, other):
            graph.add_edge(actor, other, **dict.fromkeys(EXCHANGE_KINDS, 0.0), last=day, count=0)
        edge = graph.edges[actor, other]
        edge[kind] += weight * 0.5 ** ((today - day).days / PACE.half_life)
        edge["last"], edge["count"] = max(edge["last"], day), edge["count"] + 1
    return graph
