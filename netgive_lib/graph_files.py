"""The graph as a file that other programs read: GraphML, GEXF, node-link JSON, and edges as CSV."""

from __future__ import annotations

import csv
import json
import math
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import networkx as nx
import polars as pl

from netgive_lib import cells
from netgive_lib.charts.theme import THEMES, tab_color
from netgive_lib.describe import name_of
from netgive_lib.gexf import through_time, write_gexf
from netgive_lib.graph import build
from netgive_lib.layout import map_layout
from netgive_lib.schema import EXCHANGE_KINDS, ME
from netgive_lib.ties import edges, ties

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from netgive_lib.network import Network

SUFFIXES = (".graphml", ".gexf", ".json", ".csv")
LEAST_WEIGHT = 0.001
"""In GraphML and GEXF no edge weighs less: Gephi leaves out edges that weigh nothing."""
_WIDTH = 2000.0
"""The width of the square that positions lie in."""
_FIGURES = ("ring", "warmth", "dormant", "given", "received", "asked", "tab", "side", "passed")
"""What of the ties table goes with each person."""


def check_suffix(path: Path, every: str | None = None) -> None:
    """Raise `ValueError` if a graph can't be saved under this name."""
    if path.suffix.lower() not in SUFFIXES:
        raise ValueError(
            f"{path.name}: a graph can't be saved as that. "
            f"End the name in one of {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}."
        )
    if every and path.suffix.lower() != ".gexf":
        raise ValueError(f"{path.name}: only .gexf holds a network through time. End the name in .gexf.")


def save(network: Network, today: date, path: Path, *, every: str | None = None) -> nx.DiGraph[str]:
    """Write the graph at `today` to `path` in the format of its suffix; gives what was written.

    GraphML and GEXF carry each person's position, colour and size on the map, for Gephi, and a tie along which
    nothing passed weighs `LEAST_WEIGHT` there, so that Gephi keeps it. With `every`
    ("month" or "year", .gexf only) what the edges carry is written as it stood at the end of each.
    Raises `ValueError` for any other suffix and for more through time than Gephi opens, and `OSError` if the
    file can't be written.
    """
    check_suffix(path, every)
    graph = plain(network, today)
    match path.suffix.lower():
        case ".json":
            content = json.dumps(nx.node_link_data(graph, edges="edges"), ensure_ascii=False)
            path.write_text(content, encoding="utf-8")
        case ".csv":
            _write_edges(graph, path)
        case ".graphml":
            nx.write_graphml(_flat(_placed(graph, network, today)), path)
        case _:
            placed = _flat(_placed(graph, network, today))
            if every:
                days = list(moments(network, today, every))
                through_time(placed, [(day, edges(network, day)) for day in days], LEAST_WEIGHT)
            write_gexf(placed, path)
    return graph


def plain(network: Network, today: date) -> nx.DiGraph[str]:
    """`Network.graph` with the figures of `ties` on its nodes, and every value as JSON holds it.

    Dates are text in ISO form; null is None. Each node has a `label`. NetworkX reads it back equal from
    node-link JSON.
    """
    graph = build(network, today)
    figures = {row["id"]: row for row in ties(network, today).iter_rows(named=True)}
    for id, node in graph.nodes(data=True):
        label = name_of({**node, "id": id}) if id != ME else node["name"] or "me"
        node |= {"label": label, **{name: figures.get(id, {}).get(name) for name in _FIGURES}}
        node |= {name: _iso(value) for name, value in node.items()}
    for _, _, edge in graph.edges(data=True):
        edge["last"] = _iso(edge["last"])
        edge["weight"] = sum(edge[kind] for kind in EXCHANGE_KINDS)
    return graph


def moments(network: Network, today: date, every: str) -> Iterator[date]:
    """The last days of all months or years from the first exchange on, and `today` at the end."""
    first = network.exchanges.filter(pl.col("date") <= today)["date"].min()
    day = first if isinstance(first, date) else today
    while True:
        following = (
            date(day.year + 1, 1, 1)
            if every == "year" or day.month == 12
            else date(day.year, day.month + 1, 1)
        )
        if following > today:
            break
        yield following - timedelta(days=1)
        day = following
    yield today


def _iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _write_edges(graph: nx.DiGraph[str], path: Path) -> None:
    """One row an edge, with the names of both ends."""
    figures = ("weight", *EXCHANGE_KINDS, "last", "count")
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["source", "target", "source_name", "target_name", *figures])
        for u, v, edge in graph.edges(data=True):
            names = (cells.defused(graph.nodes[end]["label"]) for end in (u, v))
            values = ("" if edge[name] is None else edge[name] for name in figures)
            rows.writerow([cells.defused(u), cells.defused(v), *names, *values])


def _flat(graph: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """The same with attributes as XML formats and Gephi take them: lists joined by `; `, none null, no weight 0."""
    for _, node in graph.nodes(data=True):
        _flatten(node)
    for _, _, edge in graph.edges(data=True):
        _flatten(edge)
        edge["weight"] = max(edge["weight"], LEAST_WEIGHT)
    return graph


def _flatten(values: dict[str, Any]) -> None:
    for name, value in list(values.items()):
        if value is None:
            del values[name]
        elif isinstance(value, list):
            values[name] = "; ".join(map(_valid_in_xml, value))
        elif isinstance(value, str):
            values[name] = _valid_in_xml(value)


def _valid_in_xml(text: str) -> str:
    """`text` without the control characters that no XML file may hold."""
    return "".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))


def _placed(graph: nx.DiGraph[str], network: Network, today: date) -> nx.DiGraph[str]:
    """The same with x, y, size and a colour (r, g, b) for each node, as they are on the map."""
    tied, colors = ties(network, today), THEMES["light"]
    layout = map_layout(network.others, tied, width=_WIDTH)
    spots = {id: (x, y, r) for id, x, y, r in layout.dots.select("id", "x", "y", "r").iter_rows()}
    spots |= _in_glyphs(layout.cells, layout.members, layout.measures.center)
    fills = dict(tied.select("id", tab_color(colors.tab, colors.none).alias("fill")).iter_rows())
    middle = layout.measures.center
    spots[ME] = (middle, middle, layout.measures.hole)
    for id, node in graph.nodes(data=True):
        x, y, r = spots[id]
        red, green, blue = bytes.fromhex(fills.get(id, colors.ink)[1:])
        # Gephi's y axis points up.
        node |= {"x": x - middle, "y": middle - y, "size": 2 * r, "r": red, "g": green, "b": blue}
    return graph


def _in_glyphs(
    glyphs: pl.DataFrame, members: pl.DataFrame, middle: float
) -> dict[str, tuple[float, float, float]]:
    """A place for everyone who on the map is counted in a glyph: evenly along the middle of its arc."""
    spots = {}
    arcs = {row["id"]: row for row in glyphs.iter_rows(named=True)}
    for (cell,), inside in members.sort("id").group_by("cell", maintain_order=True):
        arc = arcs[str(cell)]
        for place, id in enumerate(inside["id"]):
            angle = arc["start"] + (arc["end"] - arc["start"]) * (place + 0.5) / inside.height
            # Neighbours stand at different depths, so that their dots do not lie on each other.
            depth = 0.2 + 0.6 * ((place * 0.618) % 1)
            radius = arc["inner"] + (arc["outer"] - arc["inner"]) * depth
            spots[id] = (middle + radius * math.sin(angle), middle - radius * math.cos(angle), 3.0)
    return spots
