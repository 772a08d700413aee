"""The best assignment of people to weeks, as a flow of least cost.

Everything that limits a plan is a capacity in one network, so that the optimum is exact and whole (a network with whole
capacities has a whole flow of least cost: Ahuja, Magnanti & Orlin, Network Flows, 1993):

    you -> each person (1) -> their circle in that week (variety) -> the week (its room) -> done

A unit of flow is a move; it costs minus what the move is worth. Room that nobody fills goes straight from you to done,
at no cost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import polars as pl

if TYPE_CHECKING:
    from collections.abc import Mapping

SCALE = 1_000_000
"""Scores become whole numbers of so many parts: NetworkX's simplex is sure to end with the optimum on whole costs."""


def best_assignment(
    worth: pl.DataFrame, room: Mapping[int, int], circle_room: Mapping[tuple[str, int], int]
) -> pl.DataFrame:
    """Who moves in which week, such that the sum of the scores is as high as it can be.

    `worth`: a row for each person and week that are possible together. Columns: person, week, circle (may be
    null), score (0 to 1). `room`: week -> how many moves it takes. `circle_room`: (circle, week) -> how many of
    them may be with people of that circle; a pair that is not in it, and no circle, are not limited.

    Each person gets one week at most. Gives columns person and week, sorted by week and person. The order of the rows
    of `worth` makes no difference. A score that rounds to no millionth is worth no move.
    """
    gain = (pl.col("score") * SCALE).round().cast(pl.Int64)
    gains = worth.select("person", "week", "circle", gain=gain).filter(pl.col("gain") > 0)
    kept = _that_can_matter(gains, room, circle_room)
    chosen: list[tuple[str, int]] = []
    if kept.height:
        _, flow = nx.network_simplex(_network(kept, room, circle_room))
        chosen = [
            (person, to[2])
            for person in kept["person"].unique().to_list()
            for to, units in flow["person", person].items()
            if units
        ]
    rows = pl.DataFrame(chosen, schema={"person": pl.String, "week": pl.Int64}, orient="row")
    return rows.sort("week", "person")


def _that_can_matter(
    gains: pl.DataFrame, room: Mapping[int, int], circle_room: Mapping[tuple[str, int], int]
) -> pl.DataFrame:
    """The rows of `gains` among which there is an optimum, sorted.

    Why the best few are enough:

    1. Let k be the most people of a circle that a plan can hold. Take an optimal plan with someone in a week who is
       not among the best k of their circle there. Of these k, at most k - 1 are in the plan, since the plan holds k of
       the circle at most and one of them is not among these. Put one who is free in that place: every capacity is
       used as before, and the sum is no lower.
    2. Let C be the most people in a plan, r the room of a week, and K the largest k of a circle that is limited. Take
       someone in that week who is not among its best (r - 1) K + C rows that are left. At most r - 1 circles are full
       in the week without them, and those hold at most (r - 1) K of these rows. Of the C others or more, at most C - 1
       are in the plan. Put one who is free in that place: their circle has room, and the sum is no lower.

    Each step leaves one place less to which this applies, and ends in an optimal plan that has only rows kept here.
    """
    schema = {"circle": pl.String, "week": pl.Int64, "limit": pl.Int64}
    limits = pl.DataFrame(
        [(*pair, limit) for pair, limit in circle_room.items()], schema=schema, orient="row"
    )
    rooms = pl.DataFrame(list(room.items()), schema={"week": pl.Int64, "room": pl.Int64}, orient="row")
    usable = (
        gains.join(rooms, on="week")
        .join(limits, on=["circle", "week"], how="left")
        .filter(pl.min_horizontal("room", "limit") > 0)
    )
    place = pl.min_horizontal("room", "limit")
    of_circle = (
        usable.unique(["circle", "week"])
        .group_by("circle")
        .agg(most=place.sum(), limited=pl.col("limit").is_not_null().any())
    )
    largest = of_circle.filter("limited")["most"].max() or 0
    enough = (pl.col("room") - 1) * pl.lit(largest, pl.Int64) + sum(room.values())
    return (
        usable.join(of_circle, on="circle", nulls_equal=True)
        .sort(["gain", "person"], descending=[True, False])
        .filter(pl.int_range(pl.len()).over("circle", "week") < pl.col("most"))
        .filter(pl.int_range(pl.len()).over("week") < enough)
        .sort("person", "week")
        .select("person", "week", "circle", "gain")
    )


def _network(
    kept: pl.DataFrame, room: Mapping[int, int], circle_room: Mapping[tuple[str, int], int]
) -> nx.DiGraph[Any]:
    """The flow network of the rows of `kept`; nodes are tuples, so that no name can be taken for another."""
    open_weeks = sorted(set(kept["week"].to_list()))
    whole = sum(room[week] for week in open_weeks)
    you, done = ("you",), ("done",)
    graph: nx.DiGraph[Any] = nx.DiGraph()
    graph.add_node(you, demand=-whole)
    graph.add_node(done, demand=whole)
    graph.add_edge(you, done, weight=0)
    for week in open_weeks:
        graph.add_edge(("week", week), done, capacity=room[week], weight=0)
    for person, week, circle, gain in kept.select("person", "week", "circle", "gain").iter_rows():
        of_circle = ("circle", circle, week)
        limit = circle_room.get((circle, week), room[week])
        graph.add_edge(you, ("person", person), capacity=1, weight=0)
        graph.add_edge(("person", person), of_circle, capacity=1, weight=-gain)
        graph.add_edge(of_circle, ("week", week), capacity=limit, weight=0)
    return graph
