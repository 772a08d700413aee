"""Commands that show what is there: people, chart, graph."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netgive_lib.commands.common import FILE, JSON, TODAY, day_for, refusals, store_of
from netgive_lib.describe import counted

if TYPE_CHECKING:
    from datetime import date

    import altair as alt

    from netgive_lib.charts.theme import ThemeName

PICTURES = ("map", "offers", "introductions", "plan", "reconnect", "warmth", "tab", "months")
"""Those of `netgive_lib.charts.pictures`, named here so that `--help` need not load Altair."""
RING = "ring"
"""The one picture that is not drawn from a network but from a group's cards."""


@click.command()
@FILE
@TODAY
@JSON
def people(file: str | None, today: date | None, as_json: bool) -> None:
    """List everyone: ring, warmth, tab, and a reason not to write now, if there is one."""
    from netgive_lib.listing import people_listed, people_told

    with refusals():
        network = store_of(file).load()
        rows = people_listed(network, day_for(network, today))
    click.echo(json.dumps(rows, ensure_ascii=False) if as_json else people_told(rows))


@click.command()
@click.argument("picture", type=click.Choice([*PICTURES, RING]))
@click.argument("cards", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o", "output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file."
)
@click.option("--width", type=click.IntRange(300, 4000), default=960, show_default=True, help="In pixels.")
@click.option("--scale", type=click.FloatRange(0.5, 8), default=2.0, show_default=True, help="For PNG.")
@click.option(
    "--theme",
    type=click.Choice(["light", "dark"]),
    default="light",
    show_default=True,
    help="For paper, or for a dark page.",
)
@click.option("--anonymous", is_flag=True, help="No names: numbers in their place.")
@FILE
@TODAY
def chart(
    picture: str,
    cards: tuple[Path, ...],
    output: Path,
    width: int,
    scale: float,
    theme: ThemeName,
    anonymous: bool,
    file: str | None,
    today: date | None,
) -> None:
    """Draw a picture to a file: .svg, .png, .pdf, .html (works offline) or .json (Vega-Lite).

    The ring is drawn from CARDS, as `netgive ring` reads them; the other pictures from your network.
    """
    if (picture == RING) != bool(cards):
        raise click.UsageError(
            "The ring is drawn from cards: netgive chart ring cards/*.json -o ring.svg"
            if picture == RING
            else f"The {picture} is drawn from your network. Cards are for the ring alone."
        )
    from netgive_lib.charts import save

    with refusals():
        save.check_suffix(output)
        drawn, shows = (
            _ring_drawn(cards, width=width, theme=theme, anonymous=anonymous)
            if cards
            else _network_drawn(picture, file, today, width=width, theme=theme, anonymous=anonymous)
        )
        save.save(drawn, output, scale=scale)
    click.echo(f"{output}: the {picture}{shows}")


def _ring_drawn(cards: tuple[Path, ...], **look: Any) -> tuple[alt.LayerChart, str]:
    """The picture of a group's cards, and who is in it."""
    from netgive_lib.charts.ring import ring_chart
    from netgive_lib.ring import match, read_cards

    ring = match(read_cards(cards))
    return ring_chart(ring, **look), f" of {counted(len(ring.cards), 'people')}."


def _network_drawn(
    picture: str, file: str | None, today: date | None, **look: Any
) -> tuple[alt.LayerChart, str]:
    """A picture of the network in a file, and who is in it: what the picture itself says of that, or everyone."""
    from netgive_lib.charts.frame import shown_in
    from netgive_lib.charts.pictures import PICTURES as DRAWN

    network = store_of(file).load()
    drawn = DRAWN[picture](network, day_for(network, today), **look)
    shows = shown_in(drawn).removesuffix(".")
    return drawn, f". {shows}." if shows else f" of {counted(network.size, 'people')}."


@click.command()
@click.option(
    "-o", "output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file."
)
@click.option(
    "--every",
    type=click.Choice(["month", "year"]),
    help="For .gexf: the weights as they stood at the end of each.",
)
@FILE
@TODAY
def graph(output: Path, every: str | None, file: str | None, today: date | None) -> None:
    """Write the graph to a file: .graphml or .gexf (for Gephi), .json (node-link) or .csv (edges)."""
    from netgive_lib import graph_files

    with refusals():
        graph_files.check_suffix(output, every)
        network = store_of(file).load()
        written = graph_files.save(network, day_for(network, today), output, every=every)
    people, edges = counted(written.number_of_nodes(), "people"), counted(written.number_of_edges(), "edges")
    click.echo(f"{output}: {people}, {edges}.")
