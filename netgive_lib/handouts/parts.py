"""What all handouts have: margins, a head, a foot, and boxes to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgive_lib.charts.sheet import COLORS, STRONG, Box, Rule, Words, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netgive_lib.charts.sheet import Mark, Paper

MARGIN = 45.0
"""Points left and right."""
YOURS = "This sheet is yours. Take it home: nobody collects it."
PALE = COLORS.rings[4]
"""Behind boxes."""


def head(paper: Paper, top: float, title: str, lead: str) -> Iterator[Mark]:
    """The title with a line below it."""
    right = paper.width - MARGIN
    yield Words(MARGIN, top + 48, title, 24, weight="bold")
    yield Words(right, top + 48, "netgive", 10, STRONG, weight="bold", align="right")
    yield Rule(MARGIN, top + 58, right, top + 58, 1.2, STRONG)
    yield from paragraph(MARGIN, top + 76, right - MARGIN, lead, size=10.5, color=COLORS.soft)


def foot(paper: Paper, text: str) -> Words:
    """A line in the middle of the lower margin."""
    return Words(paper.width / 2, paper.height - 24, text, 8, COLORS.soft, align="center")


def tick_box(x: float, y: float) -> Box:
    """A box to tick, beside words whose baseline is at `y`."""
    return Box(x, y - 8, x + 9, y + 1)
