"""The map in the browser: until it is first there, and after a change; beside a bare notebook with the same chart."""

from __future__ import annotations

import json
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import browser
from benchmarks.report import Row, Target
from benchmarks.sizes import MEDIUM, SMALL, Size, network_of
from netgive_lib.charts.map import map_drawing
from netgive_lib.pages.inputs import embedding
from netgive_lib.rating import rating_queue
from netgive_lib.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from playwright.sync_api import Browser, Page

    Server = Callable[[], AbstractContextManager[str]]

FIRST = "first picture in the browser, from the command that starts the server"
AGAIN = "first picture in the browser, for the next who comes"
CHANGE = "a change in a workbook, to the redrawn picture"
BARE = "a bare marimo notebook with the same chart, ready-made"
WITHIN, MOST = Target(within=1.5), Target(most=0.3)
SERVERS, VISITS, CHANGES = 3, 2, 6
WIDTH = 621
"""Of the picture in a window of `browser.WINDOW`, in pixels."""
_NOTEBOOK = """
import marimo

app = marimo.App(width="full")


@app.cell
def _():
    import json
    from pathlib import Path

    import altair as alt
    import marimo as mo

    charts = json.loads((Path(__file__).parent / "charts.json").read_text())
    return alt, charts, mo


@app.cell
def _(mo):
    which = mo.ui.radio(["1", "2"], value="1")
    which
    return (which,)


@app.cell
def _(alt, charts, mo, which):
    chart = alt.Chart.from_dict(charts[int(which.value) - 1], validate=False)
    mo.ui.altair_chart(chart, chart_selection=False, legend_selection=False)
    return


if __name__ == "__main__":
    app.run()
"""


def rows(most: Size) -> Iterator[Row]:
    """The rows of this group, at `most` at the largest."""
    small, medium = min(SMALL, most), min(MEDIUM, most)
    if needs := browser.lacking():
        yield Row.unmeasured(FIRST, small, BARE, needs, WITHIN)
        yield Row.unmeasured(CHANGE, medium, BARE, needs, MOST)
        return
    with browser.browser() as opened:
        yield from _first_rows(opened, small)
        yield _change_row(opened, medium)


_FIRST = (
    "marimo's own page: some three hundred scripts, which Chromium reads and runs before it asks for any cell, "
    "whoever's page it is. What our pages import is imported meanwhile. Once the server is there, the next picture "
    "takes it a tenth of a second."
)
_CHANGE = (
    "half of it is the browser's, for the bare notebook too: Vega compiles the chart and draws every mark again. "
    "Ours is saving the change, laying the map out, and the words, cards and exercises that follow from it."
)


def _first_rows(opened: Browser, size: Size) -> Iterator[Row]:
    """Until the picture is there: from the command that starts the server, and for the next who comes."""
    with tempfile.TemporaryDirectory() as name:
        ours, bare = _servers(Path(name), size)
        visits = [(_visits(opened, ours), _visits(opened, bare)) for _ in range(SERVERS)]
    first, again = ([min(min(of[i][part]) for of in visits) for i in (0, 1)] for part in _PARTS)
    yield Row(FIRST, str(size), first[0], BARE, first[1], WITHIN, limit=_FIRST)
    yield Row(AGAIN, str(size), again[0], BARE, again[1], WITHIN)


_PARTS = (slice(1), slice(1, None))
"""Of the visits of one server: the first, and those after it."""


def _visits(opened: Browser, server: Server) -> list[float]:
    """Seconds until the picture is there, visit by visit, each with a browser that has kept nothing.

    For the first one from the start of the server, which is for some long before it answers, and for others not.
    """
    begin = time.perf_counter()
    with server() as address:
        starting = time.perf_counter() - begin
        first, *others = (browser.first_picture(opened, address) for _ in range(1 + VISITS))
    return [starting + first, *others]


def _change_row(opened: Browser, size: Size) -> Row:
    """From a click on a ring to the picture in which the person stands there."""
    with tempfile.TemporaryDirectory() as name:
        ours, bare = _servers(Path(name), size)
        with ours() as address, browser.page_of(opened, address) as page:
            page.locator(".ng-rate-row").first.wait_for()
            changed = _best(page, lambda turn: _rate(page, turn))
        with bare() as address, browser.page_of(opened, address) as page:
            other = _best(page, lambda turn: page.get_by_role("radio", name=str(2 - turn % 2)).click())
    return Row(CHANGE, str(size), changed, BARE, other, MOST, limit=_CHANGE)


def _rate(page: Page, turn: int) -> None:
    """Put the first person of the page into a ring, another one each time."""
    row = page.locator(".ng-rate-row").first
    row.get_by_role("radio", name=f"ring {1 + turn % 5}").click()


def _best(page: Page, change: Callable[[int], None]) -> float:
    """The best of several changes of a page's picture, in seconds."""
    browser.settle(page)
    return min(browser.redrawn(page, partial(change, turn)) for turn in range(CHANGES))


def _servers(folder: Path, size: Size) -> tuple[Server, Server]:
    """Our pages on a network of this size, and the bare notebook with the pictures that they show."""
    network, today = network_of(size)
    file, notebook = folder / "my-network.netgive", folder / "bare.py"
    Store(file).create(network)
    first = rating_queue(network, today)["id"][0]
    changed = network.edit(first, ring=1 if network.person(first)["ring"] != 1 else 2)
    drawings = [map_drawing(of, today, width=WIDTH, selectable=True) for of in (network, changed)]
    charts = [drawing.chart().properties(usermeta=embedding(drawing)).to_dict() for drawing in drawings]
    (folder / "charts.json").write_text(json.dumps(charts), encoding="utf-8")
    notebook.write_text(_NOTEBOOK, encoding="utf-8")
    ours = ("netgive_lib", "open", "--no-browser", "--file", str(file), "--today", str(today))
    bare = ("marimo", "run", str(notebook), "--headless", "--no-token")
    return lambda: browser.served(*ours, path="map"), lambda: browser.served(*bare)
