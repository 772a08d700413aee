"""The offer sheet: nine kinds of things to bring, a question each, and lines to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgive_lib.charts.sheet import COLORS, STRONG, Rule, Words, lines_to_write_on, paragraph
from netgive_lib.describe import KINDS_IN_WORDS
from netgive_lib.handouts.parts import MARGIN, YOURS, foot, head
from netgive_lib.sparks import asset_sparks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netgive_lib.charts.sheet import Mark, Paper


def offer_sheet(paper: Paper) -> Iterator[Mark]:
    """A row for each kind: its question, what I have, and for whom."""
    yield from head(
        paper,
        0,
        "What you bring",
        "Read the question, write what comes to mind, and beside it someone whom it would please.",
    )
    have, whom, right = MARGIN + 185, paper.width - MARGIN - 118, paper.width - MARGIN
    top, bottom = 104.0, paper.height - 42
    yield Words(have, top, "What I have", 8.5, COLORS.soft, weight="bold")
    yield Words(whom, top, "For whom", 8.5, COLORS.soft, weight="bold")
    height = (bottom - top - 8) / len(KINDS_IN_WORDS)
    apart = (height - 9) / 3
    for row, (kind, title) in enumerate(KINDS_IN_WORDS.items()):
        y = top + 8 + row * height
        yield Rule(MARGIN, y, right, y, 0.8, COLORS.line)
        yield Words(MARGIN, y + 18, title, 11.5, STRONG, weight="bold")
        yield from paragraph(MARGIN, y + 33, 168, asset_sparks()[kind][0], size=8.8, color=COLORS.soft)
        yield from lines_to_write_on(have, y + apart, whom - 14, 3, apart)
        yield from lines_to_write_on(whom, y + apart, right, 3, apart)
    yield foot(paper, f"Empty rows are no verdict: three full ones are plenty. {YOURS}")
