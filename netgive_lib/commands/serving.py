"""Commands that serve the workbooks: open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netgive_lib.commands.common import FILE, TODAY, refusals, store_of

if TYPE_CHECKING:
    from datetime import date


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
        server.run(store.path, sample=sample_name, port=port, browser=not no_browser, today=today)
