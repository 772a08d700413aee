"""The map, from the tables to an SVG, beside what one would draw with NetworkX."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import altair as alt
import networkx as nx
import vl_convert

from benchmarks.compare import Other, compared
from benchmarks.report import Row, Target
from benchmarks.sizes import MEDIUM, Size, network_of
from netgive_lib.charts.map import network_map
from netgive_lib.charts.save import save

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from netgive_lib.network import Network


def rows(most: Size) -> Iterator[Row]:
    """The rows of this group, at `most` at the largest."""
    size = min(MEDIUM, most)
    network, today = network_of(size)
    plain: nx.Graph[str] = nx.Graph(network.graph(today).edges())
    altair = Other(
        "nx.spring_layout, nx_altair, SVG", lambda: with_nx_altair(plain), needs=["nx_altair", "pandas"]
    )
    plotted = Other("nx.spring_layout, matplotlib, SVG", lambda: with_matplotlib(plain), needs=["matplotlib"])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.svg"
        yield from compared(
            "map, from tables to SVG",
            size,
            lambda: drawn(network, today, path),
            [altair, plotted],
            Target(faster=10),
            _LIMIT,
            rounds=3,
        )


_LIMIT = (
    "drawing the SVG, which is done by Vega and takes over half of the time; placing everyone takes a tenth. What "
    "NetworkX takes is nearly all `spring_layout`, and with nx_altair a frame filled cell by cell."
)


def drawn(network: Network, today: date, path: Path) -> None:
    """Our map of the network, as a file."""
    save(network_map(network, today), path)


def with_nx_altair(graph: nx.Graph[str]) -> str:
    """The graph as nx_altair draws it, as SVG."""
    import nx_altair  # type: ignore[import-untyped]

    chart = nx_altair.draw_networkx(graph, pos=nx.spring_layout(graph, seed=1), node_size=20, width=0.5)
    with alt.data_transformers.enable("default", max_rows=None):
        svg: str = vl_convert.vegalite_to_svg(chart.properties(width=960, height=960).to_dict(validate=False))
    return svg


def with_matplotlib(graph: nx.Graph[str]) -> bytes:
    """The graph as NetworkX draws it with matplotlib, as SVG."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context({"svg.fonttype": "none"}):
        figure = Figure(figsize=(9.6, 9.6))
        nx.draw_networkx(
            graph, nx.spring_layout(graph, seed=1), ax=figure.subplots(), node_size=20, width=0.5, font_size=6
        )
        picture = io.BytesIO()
        figure.savefig(picture, format="svg")
    return picture.getvalue()
