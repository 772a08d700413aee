"""Structural holes: how far someone's contacts know each other without them. Exact, and fast for thousands.

NetworkX visits every pair of a node's neighbours, and everybody is a neighbour of `me`. But a detour from u to v
by way of w counts only where all three have ties, and so it is enough to list the triangles: each once, from the
corner with the fewest ties. A node that everybody knows then comes last, and costs one step a tie, not one a pair.
"""

from __future__ import annotations

import itertools
import math
from contextlib import suppress
from dataclasses import dataclass
from numbers import Real
from typing import TYPE_CHECKING, TypeVar

import networkx as nx
import polars as pl

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator

    Node = TypeVar("Node", bound=Hashable)

_MOST_WEDGES = 4_000_000
"""So many pairs of ties are looked at in one go, which keeps dense graphs within a few hundred megabytes."""
_STRONGEST = 1e100
"""What products of sums of it can still be told from infinity."""
_LOOP = pl.col("u") == pl.col("v")


@dataclass(frozen=True)
class Brokerage:
    """How many pairs of someone's contacts are linked by them, and have no tie of their own."""

    contacts: int
    """People they have a tie with, in either direction."""
    pairs: int
    """Pairs of these."""
    open: int
    """Pairs with no tie between them, in either direction: the structural holes spanned."""

    @property
    def share(self) -> float:
        """The share of the pairs that are open, 0 to 1; nan with fewer than two contacts."""
        return self.open / self.pairs if self.pairs else math.nan


def brokerage(graph: nx.Graph[Node], node: Node) -> Brokerage:
    """The structural holes that `node` spans: the pairs of its contacts with no tie between them.

    Direction and weight of edges do not matter, and self-loops do not count. (All the roles of Gould & Fernandez,
    Sociological Methodology 19, 1989, taken together and read without directions.) Raises `nx.NodeNotFound`.

    >>> brokerage(nx.star_graph(4), 0)
    Brokerage(contacts=4, pairs=6, open=6)
    """
    _check_there(graph, [node])
    contacts = set(nx.all_neighbors(graph, node)) - {node}
    # An edge that also runs the other way is met from both ends: it counts half each time.
    tied = sum(
        0.5 if graph.has_edge(b, a) else 1.0
        for a in contacts
        for b in graph.adj[a]
        if b in contacts and a != b
    )
    pairs = math.comb(len(contacts), 2)
    return Brokerage(len(contacts), pairs, pairs - round(tied))


def constraint(
    graph: nx.Graph[Node], nodes: Iterable[Node] | None = None, weight: str | None = None
) -> dict[Node, float]:
    """Burt's constraint: how far the contacts of each node are one closed group.

    c(u) = sum over contacts v of (p_uv + sum over w of p_uw * p_wv)^2, where p_uv is the share of u's ties
    that goes to v, and a tie's strength is the sum of its edges both ways. It is high where all contacts know
    each other or one of them is nearly everything, low where many have not met (R. S. Burt, Structural Holes,
    Harvard University Press 1992, chapter 2).

    nodes: for whom, in that order; None for everyone. weight: the edge attribute that is a tie's strength, never
    negative. An edge without it counts 1; so does every edge if it is None.

    The answer is that of `nx.constraint(graph, nodes, weight)`, node by node: a self-loop counts twice, a tie of
    weight 0 is a contact all the same, and a node with no edge going out is nan. (Where no nodes are named and
    SciPy is installed, NetworkX takes another way, which leaves ties of weight 0 out, spreads nan from nodes
    whose ties all weigh 0, and has a value for nodes that only have edges coming in.)

    Raises `nx.NodeNotFound`, and `ValueError` for a weight that is negative, no number, or beyond all measure.

    >>> constraint(nx.star_graph(4), [0, 1])
    {0: 0.25, 1: 1.0}
    """
    wanted, ties = _read(graph, nodes, weight)
    detours = [
        steps.with_columns(through=steps["through"] / ties.total[steps["u"]] / ties.total[steps["w"]])
        .group_by("u", "v")
        .agg(pl.col("through").sum())
        for steps in itertools.chain(_triangles(ties.pairs), [_loop_steps(ties.pairs)])
    ]
    around = pl.concat(detours).group_by("u", "v").agg(pl.col("through").sum())
    invested = pl.col("share") + pl.col("through").fill_null(0.0)
    sums = (
        ties.pairs.with_columns(share=pl.col("strength") / ties.total[ties.pairs["u"]])
        .join(around, on=["u", "v"], how="left")
        .group_by("u")
        .agg(value=(invested**2).sum())
    )
    return _answer(wanted, sums, {node for node in wanted if not graph.adj[node]})


def effective_size(
    graph: nx.Graph[Node], nodes: Iterable[Node] | None = None, weight: str | None = None
) -> dict[Node, float]:
    """Burt's effective size: how many contacts each node has, less what they repeat of each other.

    e(u) = sum over contacts v of (1 - sum over contacts w of p_uw * m_vw), where p_uw is the share of u's ties
    that goes to w, and m_vw the strength of v's tie with w over v's strongest (Burt 1992, chapter 2). Without
    weights and directions this is n - 2t/n, for n contacts with t ties among them (S. P. Borgatti, "Structural
    Holes: Unpacking Burt's Redundancy Measures", Connections 20(1):35-38, 1997).

    nodes, weight, and what is raised: as for `constraint`. The answer is that of
    `nx.effective_size(graph, nodes, weight)`, node by node; nan for a node with no edge going out to another.

    >>> effective_size(nx.star_graph(4), [0, 1])
    {0: 4.0, 1: 1.0}
    """
    wanted, ties = _read(graph, nodes, weight)
    loops = _loop_steps(ties.pairs)
    if weight is None and not graph.is_directed():
        # NetworkX takes Borgatti's form here: one's own loop is left out, and that of a contact is one tie more.
        at_contacts = loops.filter(pl.col("u") != pl.col("v"), pl.col("v") == pl.col("w"))
        loops = pl.concat([at_contacts, at_contacts])
        ties = _Ties.of(ties.pairs.filter(~_LOOP), len(ties.total))
    repeated = [
        steps.with_columns(through=steps["through"] / ties.total[steps["u"]] / ties.most[steps["v"]])
        .group_by("u")
        .agg(pl.col("through").sum())
        for steps in itertools.chain(_triangles(ties.pairs), [loops])
    ]
    sums = (
        ties.pairs.group_by("u")
        .len()
        .join(pl.concat(repeated).group_by("u").agg(pl.col("through").sum()), on="u", how="left")
        .select("u", value=pl.col("len") - pl.col("through").fill_null(0.0))
    )
    return _answer(wanted, sums, {node for node in wanted if set(graph.adj[node]) <= {node}})


@dataclass(frozen=True)
class _Ties:
    """The ties of a graph whose nodes are numbered."""

    pairs: pl.DataFrame
    """u, v, strength: two rows a tie, one for a self-loop."""
    total: pl.Series
    """By number, the sum of each node's ties."""
    most: pl.Series
    """By number, the strength of each node's strongest tie."""

    @classmethod
    def of(cls, pairs: pl.DataFrame, size: int) -> _Ties:
        """The ties of a graph of `size` nodes.

        Sums of 0 are put as 1: whatever is divided by them is 0, and stays so.
        """
        sums = pairs.group_by("u").agg(total=pl.col("strength").sum(), most=pl.col("strength").max())
        each = pl.select(u=pl.int_range(size, dtype=pl.Int64)).join(
            sums, on="u", how="left", maintain_order="left"
        )
        return cls(pairs, each["total"].replace(0.0, 1.0), each["most"].replace(0.0, 1.0))

    def near(self, asked: pl.Series) -> _Ties:
        """Only the ties among those who are `asked` for and their contacts, with the sums of all."""
        contacts = self.pairs.filter(pl.col("u").is_in(asked.implode()))["v"]
        near = pl.concat([asked, contacts]).unique().implode()
        return _Ties(
            self.pairs.filter(pl.col("u").is_in(near), pl.col("v").is_in(near)), self.total, self.most
        )


def _read(
    graph: nx.Graph[Node], nodes: Iterable[Node] | None, weight: str | None
) -> tuple[dict[Node, int], _Ties]:
    """The numbers of `nodes`, and the ties that their measures follow from."""
    number = {node: i for i, node in enumerate(graph)}
    rows = [(number[u], number[v], w) for u, v, w in _edges(graph, weight)]
    edges = pl.DataFrame(rows, schema={"u": pl.Int64, "v": pl.Int64, "strength": pl.Float64}, orient="row")
    if not graph.is_directed():  # an edge is one in either direction; a loop is only one
        edges = edges.with_columns(strength=pl.col("strength") * pl.when(_LOOP).then(1.0).otherwise(2.0))
    both = pl.concat([edges, edges.select(u="v", v="u", strength="strength")])
    ties = _Ties.of(both.group_by("u", "v").agg(pl.col("strength").sum()), len(number))
    if nodes is None:
        return number, ties
    nodes = list(nodes)
    _check_there(graph, nodes)
    wanted = {node: number[node] for node in nodes}
    return wanted, ties.near(pl.Series(list(wanted.values()), dtype=pl.Int64))


def _edges(graph: nx.Graph[Node], weight: str | None) -> Iterable[tuple[Node, Node, float]]:
    """Every edge of the graph with its weight, 1 where it has none."""
    if weight is None:
        return ((u, v, 1.0) for u, v in graph.edges())
    return ((u, v, _strength(u, v, weight, w)) for u, v, w in graph.edges(data=weight, default=1.0))


def _strength(u: object, v: object, weight: str, value: object) -> float:
    """The weight of an edge. Raises `ValueError` if it is none that a sum can be made of."""
    with suppress(OverflowError):
        strength = float(value) if isinstance(value, Real) else math.nan
        if 0 <= strength <= _STRONGEST:
            return strength
    raise ValueError(
        f"The {weight!r} of the edge from {u!r} to {v!r} is {str(value)[:40]}. It has to be a number from 0 to "
        f"{_STRONGEST:g}, the strength of the tie."
    )


def _triangles(pairs: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Every three nodes that all have ties, in each of their six orders, in batches.

    Columns: u, v, w; through: the strength of the tie of u and w, times that of v and w.
    """
    forward = _forward(pairs)
    closing = forward.select(b="a", c="b", bc="ab")
    batch = (
        forward.group_by("a", maintain_order=True)
        .agg(cost=pl.len().cast(pl.Int64) ** 2)
        .select("a", batch=pl.col("cost").cum_sum() // _MOST_WEDGES)
    )
    for part in forward.join(batch, on="a").partition_by("batch", include_key=False):
        wedges = part.join(part.select("a", c="b", ac="ab", key_c="key_b"), on="a")
        closed = wedges.filter(pl.col("key_b") < pl.col("key_c")).join(closing, on=["b", "c"])
        for u, v, w in itertools.permutations("abc"):
            uw, vw = "".join(sorted(u + w)), "".join(sorted(v + w))
            yield closed.select(u=u, v=v, w=w, through=pl.col(uw) * pl.col(vw))


def _forward(pairs: pl.DataFrame) -> pl.DataFrame:
    """Each tie once, from the end with fewer ties to the one with more.

    Columns: a, b: the ends; ab: the strength; key_a, key_b: their places in the order of how many ties they have.
    """
    keys = pairs.group_by("u").len().sort("len", "u").select("u", key=pl.int_range(pl.len(), dtype=pl.Int64))
    return (
        pairs.join(keys.rename({"key": "key_a"}), on="u")
        .join(keys.select(v="u", key_b="key"), on="v")
        .filter(pl.col("key_a") < pl.col("key_b"))
        .select("key_a", "key_b", a="u", b="v", ab="strength")
    )


def _loop_steps(pairs: pl.DataFrame) -> pl.DataFrame:
    """What `_triangles` leaves out: u, v and w where two or all of them are one node with a self-loop."""
    at = pairs.filter(_LOOP).select("u", loop="strength")
    ties = pairs.filter(~_LOOP).join(at, on="u")
    strength, loop = pl.col("strength"), pl.col("loop")
    return pl.concat(
        [
            ties.select("u", "v", w="u", through=loop * strength),
            ties.select(u="v", v="u", w="u", through=strength * loop),
            ties.select("u", v="u", w="v", through=strength**2),
            at.select("u", v="u", w="u", through=loop**2),
        ]
    )


def _answer(wanted: dict[Node, int], sums: pl.DataFrame, alone: Collection[Node]) -> dict[Node, float]:
    """The value of each node that is wanted; nan for those who are `alone`."""
    values = dict(sums.iter_rows())
    return {node: math.nan if node in alone else values[number] for node, number in wanted.items()}


def _check_there(graph: nx.Graph[Node], nodes: Iterable[Node]) -> None:
    """Raise `nx.NodeNotFound` for the first of `nodes` that the graph does not have."""
    for node in nodes:
        if node not in graph:
            raise nx.NodeNotFound(f"{node!r} is not in the graph.")
