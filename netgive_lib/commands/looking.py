"""Commands that show what is there: people, chart, graph."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netgive_lib.commands.common import FILE, JSON, TODAY, day_for, network_in, refusals
from netgive_lib.describe import counted

if TYPE_CHECKING:
    from datetime import date

    import altair as alt

    from netgive_lib.charts.theme import ThemeName

PICTURES = ("map", "offers", "introductions", "plan", "reconnect", "warmth", "tab", "months")
"""Those of `netgive_lib.charts.pictures`, named here so that `--help` need not load Altair."""
_CALLED = {
    "offers": "what you could bring",
    "reconnect": "whom to reconnect with",
    "months": "give and ask by month",
}
"""What a picture is called in a sentence, where it is not “the” and its name."""
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
        network = network_in(file)
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
    from netgive_lib.charts import fonts, save

    with refusals():
        save.check_suffix(output)
        drawn, shows = (
            _ring_drawn(cards, width=width, theme=theme, anonymous=anonymous)
            if cards
            else _network_drawn(picture, file, today, width=width, theme=theme, anonymous=anonymous)
        )
        save.save(drawn, output, scale=scale)
    click.echo(f"{output}: {_CALLED.get(picture, f'the {picture}')}{shows}")
    if output.suffix.lower() in (".png", ".pdf"):
        _tell_lacking(fonts.lacking(save.content(drawn, ".svg").decode()), output)


def _tell_lacking(letters: list[str], output: Path) -> None:
    """Say which letters are boxes in a file: it looks as if nothing was wrong until somebody opens it."""
    if letters:
        some = ", ".join(letters[:5]) + (" and others" if len(letters) > 5 else "")
        click.echo(
            f"No font on this machine has {some}: in {output} you see boxes. Install a font that has them, such as "
            "one of Google's Noto fonts, or save as .svg or .html, which use the fonts of whoever opens them.",
            err=True,
        )


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

    network = network_in(file)
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
        network = network_in(file)
        written = graph_files.save(network, day_for(network, today), output, every=every)
    people, edges = counted(written.number_of_nodes(), "people"), counted(written.number_of_edges(), "edges")
    click.echo(f"{output}: {people}, {edges}.")
