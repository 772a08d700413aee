"""GEXF, the format of Gephi: with places, colours and sizes, and with what changes through time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
from networkx.readwrite.gexf import GEXFWriter

from netgive_lib.schema import EXCHANGE_KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    import networkx as nx

_WEIGHT = "Weight"
"""The title under which Gephi knows an edge's weight that changes."""
_DYNAMIC = (*EXCHANGE_KINDS, "last", "count", _WEIGHT)
_DECIMALS = 6
MOST_VALUES = 2_000_000
"""A file of so many values through time is about 160 MB, and takes Gephi some gigabytes of memory."""


class TooLargeError(ValueError):
    """The file would have more in it than its readers take. The message says what to do instead."""


def write_gexf(graph: nx.DiGraph[str], path: Path) -> None:
    """Write a graph whose nodes have x, y, size and a colour (r, g, b). Raises `OSError`.

    In two things the file differs from what NetworkX writes. Its graph has no name, which no schema of GEXF allows;
    and the id of a weight through time is the one by which Gephi knows it.
    """
    writer = GEXFWriter()
    writer.add_graph(_with_viz(graph))
    root = writer.xml
    for element in root.iter("graph"):
        element.attrib.pop("name", None)
    ids = {found.get("id") for found in root.iter("attribute") if found.get("title") == _WEIGHT}
    for tag, key in (("attribute", "id"), ("attvalue", "for")):
        for element in root.iter(tag):
            if element.get(key) in ids:
                element.set(key, "weight")
    with path.open("wb") as file:
        writer.write(file)


def _with_viz(graph: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """The same with GEXF's own elements for position, colour and size."""
    for _, node in graph.nodes(data=True):
        x, y, size = (node.pop(name) for name in ("x", "y", "size"))
        red, green, blue = (node.pop(name) for name in "rgb")
        node["viz"] = {
            "position": {"x": x, "y": y, "z": 0.0},
            "size": size,
            "color": {"r": red, "g": green, "b": blue, "a": 1.0},
        }
    return graph


def through_time(graph: nx.DiGraph[str], moments: Sequence[tuple[date, pl.DataFrame]], least: float) -> None:
    """Turn what the edges carry into what it was at each of `moments`, until the next; no weight is under `least`.

    Each moment comes with `ties.edges` of that day. A value is written once for all moments at which it stays the
    same. An edge begins at the first of them that is not before its first exchange. One along which nothing passed is
    there all the time: nobody noted when the two met. Raises `TooLargeError` for more than `MOST_VALUES` values.
    """
    days = [day.isoformat() for day, _ in moments]
    stood = _stood(moments, least)
    _refuse_too_many(sum(spans.height for spans in stood.values()))
    graph.graph |= {"mode": "dynamic", "timeformat": "date"}
    values: dict[tuple[str, str], dict[str, list[tuple[Any, str, str | None]]]] = {}
    for name, spans in stood.items():
        for u, v, *span in spans.iter_rows():
            values.setdefault((u, v), {}).setdefault(name, []).append(tuple(span))
    nothing = {**dict.fromkeys(EXCHANGE_KINDS, 0.0), "count": 0, _WEIGHT: least}
    # What changes for one edge changes for all: some readers take one list of attributes, of one kind.
    always = {name: [(value, days[0], None)] for name, value in nothing.items()}
    for u, v, edge in graph.edges(data=True):
        for name in (*EXCHANGE_KINDS, "last", "count"):
            edge.pop(name, None)
        if (u, v) in values:
            edge.update(values[u, v], start=values[u, v]["count"][0][1])
        else:
            edge.update(always)


def _stood(moments: Sequence[tuple[date, pl.DataFrame]], least: float) -> dict[str, pl.DataFrame]:
    """For each name in `_DYNAMIC` a row for each time that its value was another: actor, other, value, start, end.

    The days are text in ISO form. The last row of an edge has no end.
    """
    weight = pl.sum_horizontal(EXCHANGE_KINDS).clip(lower_bound=least)
    rows = (
        pl.concat(edges.with_columns(weight.alias(_WEIGHT), start=pl.lit(day)) for day, edges in moments)
        .with_columns(pl.col(pl.Float64).round(_DECIMALS), pl.col("start", "last").dt.to_string("iso"))
        .sort("actor", "other", "start")
    )
    begins = pl.struct("actor", "other").rle_id().diff().fill_null(1) != 0
    spans = {}
    for name in _DYNAMIC:
        kept = rows.filter(begins | pl.col(name).ne_missing(pl.col(name).shift()))
        end = pl.when(~begins.shift(-1, fill_value=True)).then(pl.col("start").shift(-1))
        spans[name] = kept.select("actor", "other", pl.col(name).alias("value"), "start", end=end)
    return spans


def _refuse_too_many(values: int) -> None:
    if values > MOST_VALUES:
        raise TooLargeError(
            f"This network through time would be a file of {values:,} values, and Gephi opens up to about "
            f"{MOST_VALUES:,}. Take --every year, or leave --every out for the network as it is now."
        )
