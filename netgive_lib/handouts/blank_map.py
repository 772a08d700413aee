"""The blank map: you in the middle of five rings, with slices to name."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from netgive_lib.charts.sheet import COLORS, STRONG, Disc, Rule, Words, lines_to_write_on, paragraph
from netgive_lib.handouts.parts import MARGIN, YOURS, foot, head
from netgive_lib.layout import RING_WORDS
from netgive_lib.layout.polar import TURN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netgive_lib.charts.sheet import Mark, Paper

_SECTORS = 6
_RADII = (0.31, 0.5, 0.68, 0.845, 1.0)
"""Where rings 1 to 5 end, in shares of the rim: the inner ones are wider, for their names are written larger."""


def blank_map(paper: Paper) -> Iterator[Mark]:
    """The map as wide as the paper, and below it how to fill it in."""
    yield from head(
        paper,
        0,
        "Your map",
        "You are in the middle. Write people you know around you, the close ones near. Initials are enough.",
    )
    x, rim = paper.width / 2, paper.width / 2 - 62
    y = 94 + rim + 20
    yield from _rings(x, y, rim)
    yield from _map_key(paper, y + rim + 46)
    yield foot(paper, YOURS)


def _rings(x: float, y: float, rim: float) -> Iterator[Mark]:
    """The rings around you, slices with a lane outside for their names, and the rings' words at twelve o'clock."""
    lane, middle = rim + 20, 25.0
    yield Disc(x, y, lane)
    radii = [rim * share for share in _RADII]
    for radius, fill in zip(reversed(radii), reversed(_tints()), strict=True):
        yield Disc(x, y, radius, fill, width=0.7)
    yield Disc(x, y, middle, COLORS.ink, COLORS.ink)
    yield Words(x, y + 4, "you", 11.5, "#ffffff", weight="bold", align="center")
    for sector in range(_SECTORS):
        sin, cos = _direction((sector + 0.5) / _SECTORS)
        yield Rule(x + sin * middle, y - cos * middle, x + sin * rim, y - cos * rim, 1.0, dotted=True)
        yield Rule(x + sin * rim, y - cos * rim, x + sin * lane, y - cos * lane)
    for ring, (radius, words) in enumerate(zip(radii, RING_WORDS, strict=True), 1):
        yield Words(x, y - radius + 11, f"{ring}  {words}", 7.5, COLORS.soft, align="center")
    yield Words(x, y - rim - 6.5, "where from?", 7.5, COLORS.soft, style="italic", align="center")


def _tints() -> tuple[str, ...]:
    """Light enough to write on, and to cost little ink."""
    return ("#efebe2", "#f4f1ea", "#f8f6f1", "#fbfaf7", "#ffffff")


def _direction(share: float) -> tuple[float, float]:
    """Sine and cosine of a part of the whole turn, clockwise from twelve o'clock."""
    return math.sin(share * TURN), math.cos(share * TURN)


def _map_key(paper: Paper, y: float) -> Iterator[Mark]:
    """How to fill the map in, in three columns."""
    gap = 20.0
    room = (paper.width - 2 * MARGIN - 2 * gap) / 3
    starts = [MARGIN + column * (room + gap) for column in range(3)]
    titles = ("1. Write", "2. Mark", "3. Look")
    for start, title in zip(starts, titles, strict=True):
        yield Words(start, y, title, 11, STRONG, weight="bold")
    writing = (
        "Start with the last ten people you spoke to. Then go slice by slice: work, school, family, the club. "
        "Name each slice in the lane outside."
    )
    looking = (
        "Who matters and has gone quiet? In which slice do all tails point one way? Whom did you forget?"
    )
    yield from paragraph(starts[0], y + 16, room, writing, size=9)
    yield from paragraph(starts[2], y + 16, room, looking, size=9)
    yield from _dots_explained(starts[1], y + 16)
    count = int((paper.height - 44 - (y + 72)) // 20) + 1
    yield from lines_to_write_on(starts[2], y + 72, starts[2] + room, count, 20)


def _dots_explained(x: float, y: float) -> Iterator[Mark]:
    """The dots that people draw beside the names; a tail points to who got more."""
    words = ("in touch", "gone quiet", "tail to you: they gave more", "tail away: you gave more")
    for row, (text, fill, tail) in enumerate(
        zip(words, (COLORS.ink, "#ffffff", COLORS.ink, COLORS.ink), (0, 0, -1, 1), strict=True)
    ):
        middle = y - 3 + row * 14.5
        if tail:
            yield Rule(x + 12, middle, x + 12 + tail * 11, middle, 1.6, COLORS.ink)
        yield Disc(x + 12, middle, 4, fill, COLORS.ink, 1.2)
        yield Words(x + 30, middle + 3, text, 9)
