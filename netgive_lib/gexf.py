"""GEXF, the format of Gephi: with places, colours and sizes, and with what changes through time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

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


def through_time(
    graph: nx.DiGraph[str], moments: Sequence[tuple[date, nx.DiGraph[str]]], least: float
) -> None:
    """Turn what the edges carry into what it was at each of `moments`, until the next; no weight is under `least`.

    An edge begins with its first exchange. One along which nothing passed is there all the time: nobody noted when
    the two met.
    """
    graph.graph |= {"mode": "dynamic", "timeformat": "date"}
    days = [day.isoformat() for day, _ in moments]
    spans = [*pairwise(days), (days[-1], None)]
    values: dict[tuple[str, str], dict[str, list[tuple[Any, str, str | None]]]] = {}
    for (start, end), (_, then) in zip(spans, moments, strict=True):
        for u, v, edge in then.edges(data=True):
            if edge["count"]:
                kept = values.setdefault((u, v), {name: [] for name in _DYNAMIC})
                now = edge | {_WEIGHT: max(edge["weight"], least)}
                for name in _DYNAMIC:
                    value = round(now[name], 6) if isinstance(now[name], float) else now[name]
                    kept[name].append((value, start, end))
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
