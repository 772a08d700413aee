"""The three dicts of a graph, made from the tables person by person as somebody asks.

A `nx.DiGraph` holds a dict of attributes for each person (`_node`), and for each the dicts of where edges lead to
(`_succ`) and where they come from (`_pred`), in which each edge's own dict is entered twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from threading import RLock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import polars as pl

from netgive_lib.schema import ME
from netgive_lib.uncollected import uncollected
from netgive_lib.when_asked import WhenAsked, unmade

if TYPE_CHECKING:
    from collections.abc import Mapping

Attributes: TypeAlias = dict[str, Any]
Row: TypeAlias = dict[str, Attributes]
"""The edges of one person, by who is at the other end."""

_NOTHING: Attributes = {"give": 0.0, "ask": 0.0, "touch": 0.0, "last": None, "count": 0}
_PEOPLE_FOR_ONE, _EDGES_FOR_ONE = 100, 1000
"""So many people, or edges, are made at once in the time that it takes to find and make those of one person."""
_MOST_SINGLY = 16
"""However many there are: in a large graph one takes longer to find."""


class Rows(NamedTuple):
    """What a `nx.DiGraph` holds, by the names that it has there."""

    node: dict[str, Attributes]
    succ: dict[str, Row]
    pred: dict[str, Row]


def rows_of(people: pl.DataFrame, ties: pl.DataFrame, passed: pl.DataFrame) -> Rows:
    """The rows of a graph, none of which is made yet.

    people and ties are tables of a network, and `passed` is what `netgive_lib.ties.edges` says of it.
    """
    ids = people["id"].to_list()
    edges, keys = _Edges(ids, ties, passed), unmade(ids)
    return Rows(
        WhenAsked(keys, _People(people)),
        WhenAsked(keys, _Side(edges, "actor", "other")),
        WhenAsked(keys, _Side(edges, "other", "actor")),
    )


class _People:
    """Makes the attributes of people: their row of `people`, without the id."""

    def __init__(self, people: pl.DataFrame) -> None:
        self.lock = RLock()
        self.singly = min(_MOST_SINGLY, people.height // _PEOPLE_FOR_ONE)
        self._people = people.clone()  # theirs may get another column

    def one(self, id: str) -> Attributes:
        return self._people.filter(pl.col("id") == id).drop("id").row(0, named=True)

    def all(self) -> Mapping[str, Attributes]:
        names = [name for name in self._people.columns if name != "id"]
        with uncollected():
            each = zip(*(_values(self._people[name]) for name in names), strict=True)
            return {
                id: {name: value for name, value in zip(names, row)}  # noqa: B905, C416 - twice as fast as dict()
                for id, row in zip(self._people["id"].to_list(), each, strict=True)
            }


def _values(column: pl.Series) -> list[Any]:
    """The values of a column. Polars makes a series of each list on its way, which takes twice as long."""
    if column.dtype != pl.List(pl.String):
        return column.to_list()
    lengths = column.list.len()
    texts = iter(column.filter(lengths > 0).explode().to_list())
    return [None if length is None else list(islice(texts, length)) for length in lengths.to_list()]


@dataclass(frozen=True)
class _Side:
    """Makes the rows of one side: those where edges lead to are found by `actor`, where they come from by `other`."""

    edges: _Edges
    by: str
    end: str

    @property
    def lock(self) -> RLock:
        return self.edges.lock

    @property
    def singly(self) -> int:
        return self.edges.singly

    def one(self, id: str) -> Row:
        if id == ME:
            return self.edges.mine(self.by, self.end).copy()
        return self.edges.near(id, self.by, self.end)

    def all(self) -> Mapping[str, Row]:
        return self.edges.by_person(self.by, self.end)


class _Edges:
    """All edges: both ways between me and everyone and two who know each other, and those along which something passed.

    In a row they come in this order. What passed goes to the place of an edge that is there already.
    """

    def __init__(self, ids: list[str], ties: pl.DataFrame, passed: pl.DataFrame) -> None:
        self.lock = RLock()
        self._ids, self._ties, self._passed = ids, ties.clone(), passed.clone()
        self._one_by_one: dict[tuple[str, str], Attributes] = {}
        """By actor and other, the edges in rows of those who were asked for one by one."""
        self._mine: dict[str, Row] = {}
        """By side, the edges between me and everyone. They are half of all, and each of them is in a row of mine."""

    @property
    def singly(self) -> int:
        """None once all edges are there: to enter them is the smaller part."""
        size = 2 * len(self._ids) + 2 * self._ties.height + self._passed.height
        return 0 if "_others" in vars(self) else min(_MOST_SINGLY, size // _EDGES_FOR_ONE)

    def mine(self, by: str, end: str) -> Row:
        """My row on one side, to be copied."""
        if by not in self._mine:
            others = pl.DataFrame({"id": [id for id in self._ids if id != ME]}, schema={"id": pl.String})
            passed = self._passed.filter(pl.col(by) == ME).select(pl.col(end).alias("id"), *_NOTHING)
            figures = others.join(passed, on="id", how="left", maintain_order="left").with_columns(
                pl.col("give", "ask", "touch", "count").fill_null(0)
            )
            with uncollected():
                row = dict(zip(others["id"].to_list(), _figures(figures), strict=True))
            for (actor, other), edge in self._one_by_one.items():
                if (actor if by == "actor" else other) == ME:
                    row[other if by == "actor" else actor] = edge
            self._mine[by] = row
        return self._mine[by]

    def near(self, id: str, by: str, end: str) -> Row:
        """The row of one other person. Its edges are kept for the rows of those at the other end."""
        a, b = pl.col("a"), pl.col("b")
        known = self._ties.filter((a == id) | (b == id)).select(pl.when(a == id).then(b).otherwise(a))
        row: dict[str, Attributes | None] = dict.fromkeys([ME, *known.to_series().to_list()])
        passed = self._passed.filter(pl.col(by) == id)
        row.update(zip(passed[end].to_list(), _figures(passed), strict=True))
        row[ME] = self._mine.get(end, {}).get(id, row[ME])
        kept = self._one_by_one
        return {
            other: kept.setdefault((id, other) if by == "actor" else (other, id), edge or _NOTHING.copy())
            for other, edge in row.items()
        }

    def by_person(self, by: str, end: str) -> dict[str, Row]:
        """The rows of everyone, on one side."""
        mine, theirs = self.mine(by, end), self.mine(end, by)
        with uncollected():
            ends, edges = self._others
            rows = {id: {ME: edge} for id, edge in theirs.items()}
            rows[ME] = mine.copy()
            for id, other, edge in zip(ends[by], ends[end], edges, strict=True):
                rows[id][other] = edge
        for (actor, other), edge in self._one_by_one.items():
            id, at = (actor, other) if by == "actor" else (other, actor)
            rows[id][at] = edge
        return rows

    @cached_property
    def _others(self) -> tuple[dict[str, list[str]], list[Attributes]]:
        """The edges between others: who is at either end, and each edge, but for those made one by one."""
        ties = self._ties.filter(pl.col("a") != ME, pl.col("b") != ME)
        passed = self._passed.filter(pl.col("actor") != ME, pl.col("other") != ME)
        a, b = ties["a"].to_list(), ties["b"].to_list()
        both_ways = {"actor": zip(a, b, strict=True), "other": zip(b, a, strict=True)}
        ends = {side: [*chain.from_iterable(ab), *passed[side].to_list()] for side, ab in both_ways.items()}
        return ends, [_NOTHING.copy() for _ in range(2 * len(a))] + _figures(passed)


def _figures(passed: pl.DataFrame) -> list[Attributes]:
    """The attributes of edges along which something passed."""
    return [
        {"give": give, "ask": ask, "touch": touch, "last": last, "count": count}
        for give, ask, touch, last, count in zip(*(passed[name].to_list() for name in _NOTHING), strict=True)
    ]
