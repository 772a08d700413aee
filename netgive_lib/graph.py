"""The network as a NetworkX graph, and the measures of its structural holes.

`constraint`, `effective_size` and `brokerage` work on any NetworkX graph; they come from `netgive_lib.structure`.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import networkx as nx
import polars as pl

from netgive_lib.schema import ME
from netgive_lib.structure import Brokerage, brokerage, constraint, effective_size
from netgive_lib.ties import PACE, Pace, edges
from netgive_lib.uncollected import uncollected

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network

__all__ = ["Brokerage", "brokerage", "build", "constraint", "effective_size"]


def build(network: Network, today: date, pace: Pace = PACE) -> nx.DiGraph[str]:
    """The network as it stands at `today`, as a plain `nx.DiGraph`.

    Each person is a node (`me` included) with their row of `people` as attributes. An edge u -> v is there
    where u ever gave, asked or touched v, and both ways where the two are known to know each other; I know
    everyone in `people`. Edge attributes:

    - give: what u gave v; ask: what u asked of v; touch: the contacts. Sums of the exchanges' weights, each
      halved for every `pace.half_life` days of age; 0.0 where nothing passed.
    - last: the date of the latest exchange from u to v; None if there was none.
    - count: how many exchanges they come from.

    Exchanges after `today` are not in it.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    with uncollected():
        _add_people(graph, network.people)
        _add_known(graph, network.ties)
        _add_passed(graph, edges(network, today, pace))
    return graph


class _Inside:
    """The three dicts in which a `nx.DiGraph` keeps its nodes and edges.

    `add_nodes_from` and `add_edges_from` copy the attributes they are given and look each name up several times; to
    put made dicts where they belong takes a third of that. A test holds the graph equal to one that NetworkX fills.
    """

    def __init__(self, graph: nx.DiGraph[str]) -> None:
        dicts: Any = graph  # which the type stubs don't tell of
        self.nodes: dict[str, dict[str, Any]] = dicts._node
        self.succ: dict[str, dict[str, dict[str, Any]]] = dicts._succ
        self.pred: dict[str, dict[str, dict[str, Any]]] = dicts._pred


def _add_people(graph: nx.DiGraph[str], people: pl.DataFrame) -> None:
    """A node for each row, with its other columns as attributes."""
    into, names = _Inside(graph), [name for name in people.columns if name != "id"]
    rows = zip(*(_values(people[name]) for name in names), strict=True)
    for id, row in zip(people["id"].to_list(), rows, strict=True):
        into.nodes[id] = {name: value for name, value in zip(names, row)}  # noqa: B905, C416 - twice as fast as dict()
        into.succ[id], into.pred[id] = {}, {}


def _values(column: pl.Series) -> list[Any]:
    """The values of a column. Polars makes a series of each list on its way, which takes twice as long."""
    if column.dtype != pl.List(pl.String):
        return column.to_list()
    lengths = column.list.len()
    texts = iter(column.filter(lengths > 0).explode().to_list())
    return [None if length is None else list(islice(texts, length)) for length in lengths.to_list()]


def _add_known(graph: nx.DiGraph[str], ties: pl.DataFrame) -> None:
    """Edges both ways between me and everyone, and between two who know each other, along which nothing passed."""
    succ, pred = (into := _Inside(graph)).succ, into.pred
    nothing = {"give": 0.0, "ask": 0.0, "touch": 0.0, "last": None, "count": 0}
    from_me, to_me = succ[ME], pred[ME]
    for id in graph:
        if id != ME:
            from_me[id] = pred[id][ME] = nothing.copy()
            to_me[id] = succ[id][ME] = nothing.copy()
    for a, b in zip(ties["a"].to_list(), ties["b"].to_list(), strict=True):
        succ[a][b] = pred[b][a] = nothing.copy()
        succ[b][a] = pred[a][b] = nothing.copy()


def _add_passed(graph: nx.DiGraph[str], passed: pl.DataFrame) -> None:
    """An edge for each row of what passed, in the place of one that is there already."""
    succ, pred = (into := _Inside(graph)).succ, into.pred
    columns = ("actor", "other", "give", "ask", "touch", "last", "count")
    rows = zip(*(passed[name].to_list() for name in columns), strict=True)
    for u, v, give, ask, touch, last, count in rows:
        succ[u][v] = pred[v][u] = {
            "give": give,
            "ask": ask,
            "touch": touch,
            "last": last,
            "count": count,
        }
