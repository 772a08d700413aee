"""The network as a NetworkX graph, and the measures of its structural holes.

`constraint`, `effective_size` and `brokerage` work on any NetworkX graph; they come from `netgive_lib.structure`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from netgive_lib.graph_rows import rows_of
from netgive_lib.structure import Brokerage, brokerage, constraint, effective_size
from netgive_lib.ties import PACE, Pace, edges

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

    Exchanges after `today` are not in it. A person's attributes and edges are made when somebody first asks for them,
    or all at once for whoever goes through all. Nothing else about the graph is special.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    inside: Any = graph  # the type stubs don't tell of what NetworkX keeps in there
    inside._node, inside._adj, inside._pred = rows_of(
        network.people, network.ties, edges(network, today, pace)
    )
    return graph
