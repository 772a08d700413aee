"""The card for the ring: an ask, offers, and room for who can help. Two on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgive_lib.charts.sheet import COLORS, STRONG, Box, Rule, Words, lines_to_write_on
from netgive_lib.handouts.parts import MARGIN, PALE, head, tick_box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netgive_lib.charts.sheet import Mark, Paper

_SEEN = "Everyone in the room sees this card. Put nothing on it that you would not say aloud."


def ring_card(paper: Paper) -> Iterator[Mark]:
    """Two cards on a page, with a line to cut along."""
    half = paper.height / 2
    yield Rule(0, half, paper.width, half, 1.0, dotted=True)
    for top in (0.0, half):
        yield from _half_a_page(paper, top, half)


def _half_a_page(paper: Paper, top: float, height: float) -> Iterator[Mark]:
    yield from head(
        paper,
        top,
        "My card for the ring",
        "One ask that matters to you, and what you could bring to others. Any name will do.",
    )
    right, answers, y = paper.width - MARGIN, MARGIN + 92, top + 102
    columns = right - 112
    yield Words(MARGIN, y, "My name", 11.5, STRONG, weight="bold")
    yield Rule(answers, y + 4, right, y + 4)
    yield Words(MARGIN, y + 30, "I ask", 11.5, STRONG, weight="bold")
    yield from lines_to_write_on(answers, y + 34, right, 2, 21)
    yield Words(MARGIN, y + 83, "It is about", 11.5, STRONG, weight="bold")
    yield Rule(answers, y + 87, columns - 12, y + 87)
    yield Words(columns, y + 83, "by", 9, COLORS.soft)
    yield Rule(columns + 16, y + 87, right, y + 87)
    yield Words(MARGIN, y + 114, "I offer", 11.5, STRONG, weight="bold")
    yield Words(columns, y + 102, "about", 8, COLORS.soft)
    yield from lines_to_write_on(answers, y + 118, columns - 12, 3, 21)
    yield from lines_to_write_on(columns, y + 118, right, 3, 21)
    yield from _helpers(paper, top + height - 102)
    yield Words(paper.width / 2, top + height - 18, _SEEN, 8, COLORS.soft, align="center")


def _helpers(paper: Paper, y: float) -> Iterator[Mark]:
    """Where others write themselves in."""
    right = paper.width - MARGIN
    yield Box(MARGIN, y - 17, right, y + 64, PALE, COLORS.line)
    yield Words(
        MARGIN + 12, y, "Others write here: who can help, or knows someone who can", 9.5, weight="bold"
    )
    for row in (1, 2):
        line = y + 4 + 24 * row
        yield Rule(MARGIN + 12, line, right - 200, line)
        for x, text in ((right - 186, "I can help"), (right - 104, "I know someone")):
            yield tick_box(x, line - 3)
            yield Words(x + 14, line - 3, text, 9)
