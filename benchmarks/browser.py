"""Chromium, the servers that it looks at, and when a picture is there, by the page's own clock."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from benchmarks.needs import lacking as lacking_packages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, ViewportSize

WINDOW: ViewportSize = {"width": 1280, "height": 900}
PATIENCE = 60.0
"""Seconds until a server or a picture that does not come is given up."""
_QUIET = 1_500
"""Milliseconds that a page is left alone, so that nothing of the last change goes on."""
_FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]
_WATCH = """
(() => {
  // marimo draws a chart in a shadow tree; Vega puts a new <svg> or <canvas> there for each new chart, and all its
  // marks into it at one go.
  const fill = CanvasRenderingContext2D.prototype.fill;
  CanvasRenderingContext2D.prototype.fill = function (...all) {
    this.canvas.filled = (this.canvas.filled || 0) + 1;
    return fill.apply(this, all);
  };
  const marks = (of) => (of.tagName === "CANVAS" ? of.filled : of.querySelectorAll(".mark-symbol path").length);
  const picture = () => {
    for (const host of document.querySelectorAll("marimo-vega")) {
      const drawn = host.shadowRoot?.querySelector("svg.marks, canvas.marks");
      if (drawn && marks(drawn) > 20) return drawn;
    }
    return null;
  };
  // In the frame after the one in which it is there, it has been painted.
  const when = (there, told) => {
    const look = () => requestAnimationFrame(there() ? () => told(performance.now()) : look);
    look();
  };
  window.firstPicture = new Promise(told => when(picture, told));
  window.timeTheNext = () => {
    const old = picture();
    window.nextPicture = new Promise(told => addEventListener("click", () => {
      const begin = performance.now();
      when(() => picture() && picture() !== old, end => told(end - begin));
    }, {capture: true, once: true}));
  };
})();
"""


def lacking() -> str:
    """What has to be installed before a page can be looked at; "" if all is there."""
    return lacking_packages("playwright") or ("" if _chromium() else "needs Chromium")


def _chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@contextmanager
def browser() -> Iterator[Browser]:
    """A Chromium without a window, until the block ends."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=_chromium(), args=_FLAGS)
        yield opened
        opened.close()


@contextmanager
def served(*command: str, path: str = "") -> Iterator[str]:
    """`python -m` with a command that serves pages, until the block ends; gives the address of one of them."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, "-m", *command, "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            _wait_for(port, server)
            yield f"http://127.0.0.1:{port}/{path}"
        finally:
            server.terminate()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server takes connections. Raises `RuntimeError` if it ends, or does not in time."""
    begin = time.perf_counter()
    while server.poll() is None and time.perf_counter() - begin < PATIENCE:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("A server for the benchmarks did not start.")


@contextmanager
def page_of(opened: Browser, address: str) -> Iterator[Page]:
    """A page, in a browser that has kept nothing from before."""
    context = opened.new_context(viewport=WINDOW)
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    page.add_init_script(_WATCH)
    page.goto(address)
    try:
        yield page
    finally:
        context.close()


def first_picture(opened: Browser, address: str) -> float:
    """Seconds from asking for a page until its picture is painted."""
    with page_of(opened, address) as page:
        seconds = _seconds(page, "firstPicture")
        settle(page)
    return seconds


def settle(page: Page) -> None:
    """Wait until a page has its picture, and has come to rest."""
    _seconds(page, "firstPicture")
    page.wait_for_timeout(_QUIET)


def redrawn(page: Page, change: Callable[[], None]) -> float:
    """Seconds from the click of `change` until the picture that follows is painted."""
    page.evaluate("timeTheNext()")
    change()
    seconds = _seconds(page, "nextPicture")
    page.wait_for_timeout(_QUIET)
    return seconds


def _seconds(page: Page, promise: str) -> float:
    """What a promise of `_WATCH` says, in seconds."""
    return float(page.evaluate(f"window.{promise}")) / 1000
