"""Handouts to print: the blank map, the offer sheet, the ask card, and the card for the ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgive_lib.charts.save import save
from netgive_lib.charts.sheet import A4, printed
from netgive_lib.handouts.ask_card import ask_card
from netgive_lib.handouts.blank_map import blank_map
from netgive_lib.handouts.offer_sheet import offer_sheet
from netgive_lib.handouts.ring_card import ring_card

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import altair as alt

    from netgive_lib.charts.sheet import Mark, Paper

HANDOUTS: dict[str, tuple[Callable[[Paper], Iterator[Mark]], str]] = {
    "blank-map": (blank_map, "A blank map: you in the middle of five rings, with six slices to name."),
    "offer-sheet": (
        offer_sheet,
        "Nine kinds of things you could bring, each with a question and three lines.",
    ),
    "ask-card": (ask_card, "A card for one clear ask, with questions to hold it against."),
    "ring-card": (ring_card, "Two cards for the ring, each with an ask, offers, and room for who can help."),
}
"""Name -> how it is drawn, and its text alternative."""


def handout(name: str, paper: Paper = A4) -> alt.LayerChart:
    """One handout as a chart of the size of the paper. Raises `KeyError` for a name that `HANDOUTS` has not."""
    draw, words = HANDOUTS[name]
    return printed(paper, draw(paper), words)


def save_all(folder: Path, paper: Paper = A4) -> list[Path]:
    """Write every handout to `folder` as a PDF of one page, and make the folder if it is not there.

    Raises `OSError` if a file can't be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.pdf" for name in HANDOUTS]
    for path in paths:
        save(handout(path.stem, paper), path)
    return paths
