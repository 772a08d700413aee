"""The command that makes paper: handouts."""

from __future__ import annotations

from pathlib import Path

import click

from netgive_lib.commands.common import refusals


@click.command()
@click.argument("folder", default="handouts", type=click.Path(file_okay=False, path_type=Path))
@click.option("--letter", is_flag=True, help="For US letter paper [default: A4].")
def handouts(folder: Path, letter: bool) -> None:
    """Write sheets to print, as PDF, to FOLDER (handouts): a blank map, offers, an ask, cards for the ring."""
    from netgive_lib.charts.sheet import A4, LETTER
    from netgive_lib.handouts import save_all

    with refusals():
        paths = save_all(folder, LETTER if letter else A4)
    click.echo(f"{folder}: {', '.join(path.name for path in paths)}.")
