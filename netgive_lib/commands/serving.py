"""Commands that serve the workbooks: open, classroom."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from netgive_lib.commands.common import FILE, TODAY, refusals, store_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


SHORTEST_PASSWORD = 8
"""How many letters a class's password has at least."""


@contextmanager
def until_interrupted(farewell: str) -> Iterator[None]:
    """Ctrl+C is how a server is meant to end: say goodbye then, and do not call it aborted."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo(farewell)


@click.command("open")
@click.option("--sample", "sample_name", metavar="NAME", help="Look at a sample instead of your file.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="[default: a free one]")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@FILE
@TODAY
def open_(sample_name: str | None, port: int, no_browser: bool, file: str | None, today: date | None) -> None:
    """Open the workbooks in your browser, on your file. Only this machine can reach them."""
    from netgive_lib import server
    from netgive_lib.sample import NAMES

    if sample_name is not None and sample_name not in NAMES:
        raise click.UsageError(f"There is no sample {sample_name!r}. There is {', '.join(NAMES)}.")
    with refusals():
        store = store_of(file)
        store.version()  # a file that can't be opened is refused here, before there is a page
        with until_interrupted("netgive is closed."):
            server.run(store.path, sample=sample_name, port=port, browser=not no_browser, today=today)


@click.command("classroom")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 lets the room in.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="[default: a free one]")
@click.option("--password", help="What the participants sign in with [default: made up, and shown].")
@click.option("--rehearse", is_flag=True, help="Seat 24 made-up participants, to try a session alone.")
@TODAY
def classroom(host: str, port: int, password: str | None, rehearse: bool, today: date | None) -> None:
    """Serve the workbooks to a class: a network for each, in memory only."""
    from netgive_lib.classroom.traces import no_traces

    if password is not None and not (
        len(password) >= SHORTEST_PASSWORD and password.isascii() and password.isprintable()
    ):
        raise click.UsageError(
            f"The password needs {SHORTEST_PASSWORD} letters at least, all of them plain: a to z, digits and signs."
        )
    # Many small networks at once: threads that each table is split among would only wait for each other.
    os.environ.setdefault("POLARS_MAX_THREADS", "1")
    with refusals(), no_traces():
        from netgive_lib.classroom import server

        with until_interrupted("The class is over. Nothing that anyone put in is kept here."):
            server.run(host, port=port, password=password, rehearse=rehearse, today=today)
