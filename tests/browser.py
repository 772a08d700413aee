"""Driving the workbooks in Chromium: a server on a file of its own, and pages that may not leave this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]
PATIENCE = 60_000
"""Milliseconds that a step may take: the machines that run the tests share their cores."""


def chromium_path():
    """Where Chromium is. Without one the tests skip, unless $NETGIVE_BROWSER says that they must run."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("NETGIVE_BROWSER") == "required":
            pytest.fail("The browser tests are required, and there is no Chromium on this machine.")
        pytest.skip("NO BROWSER TEST RUNS: there is no Chromium on this machine.")
    return path


@contextmanager
def netgive(*arguments):
    """`netgive` with a command that serves pages, until the block ends; gives its address."""
    command = [sys.executable, "-m", "netgive_lib", *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as server:
        try:
            line = server.stdout.readline()
            address = next((word for word in line.split() if word.startswith("http")), None)
            assert address, f"no address in {line!r}"
            yield address
        finally:
            server.terminate()


def is_here(address):
    """Whether an address is on this machine, or loads nothing at all."""
    parts = urlsplit(address)
    return parts.scheme in ("data", "blob", "about") or parts.hostname == "127.0.0.1"


@contextmanager
def window(browser, *, width=1280, height=900, dark=False):
    """A page in a window of its own. At the end it must not have failed, nor asked another machine for anything."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        accept_downloads=True,
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(PATIENCE)
    asked, failed = [], []
    context.on("request", lambda request: asked.append(request.url))
    context.on("weberror", lambda error: failed.append(str(error.error)))
    try:
        yield context.new_page()
        assert [address for address in asked if not is_here(address)] == []
        assert asked
        assert failed == []
    finally:
        context.close()


def says(page, text):
    """Wait until the page says `text`."""
    page.get_by_text(text).first.wait_for()


def fits(page):
    """Whether nothing is wider than the window."""
    return page.evaluate("document.querySelector('#App').scrollWidth <= window.innerWidth + 1")
