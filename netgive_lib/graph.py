"""The network as a NetworkX graph, and the measures of its structural holes.

`constraint`, `effective_size` and `brokerage` work on any NetworkX graph; they come from `netgive_lib.structure`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from netgive_lib.schema import EXCHANGE_KINDS, ME
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
    nothing = {**dict.fromkeys(EXCHANGE_KINDS, 0.0), "last": None, "count": 0}
    known = [(ME, id) for id in network.others["id"]] + network.ties.select("a", "b").rows()
    passed = edges(network, today, pace)
    graph: nx.DiGraph[str] = nx.DiGraph()
    with uncollected():
        graph.add_nodes_from((row.pop("id"), row) for row in network.people.iter_rows(named=True))
        graph.add_edges_from((pair for a, b in known for pair in ((a, b), (b, a))), **nothing)
        graph.add_edges_from(
            (row.pop("actor"), row.pop("other"), row) for row in passed.iter_rows(named=True)
        )
    return graph
