"""The ask card: one ask, with what makes it clear, and questions to hold it against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgive_lib.asks import EASY_OUTS
from netgive_lib.charts.sheet import COLORS, STRONG, Box, Rule, Words, lines_to_write_on, paragraph
from netgive_lib.handouts.parts import MARGIN, PALE, YOURS, foot, head, tick_box
from netgive_lib.wording.codes import MOST_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netgive_lib.charts.sheet import Mark, Paper

_TESTS = (
    "Could they answer today, from where they are?",
    "Is it one question, and not two?",
    "Is it plain where it ends, and by which day?",
    "Do they see why you ask them and not just anybody?",
    "Would it please them even if they say no?",
    "Would you be glad to get this?",
)


def ask_card(paper: Paper) -> Iterator[Mark]:
    """The fields of one ask, lines to write it out, and questions to hold it against."""
    yield from head(
        paper,
        0,
        "Ask clearly",
        "One person, one question, small enough to answer today. A clear ask is a kindness.",
    )
    right, answers = paper.width - MARGIN, MARGIN + 160
    fields = (
        ("To whom", "", 1),
        ("What I bring", "Good for them. It is no payment.", 2),
        ("Why them", "What do they know best?", 1),
        ("My one ask", "One sentence, and a question.", 2),
    )
    y = 118.0
    for title, hint, count in fields:
        yield from _field(y, title, hint)
        yield from lines_to_write_on(answers, y + 4, right, count, 22)
        y += 22 * count + 18
    yield from _field(y, "How big", "")
    yield from _sizes(answers, y, right)
    yield from _field(y + 36, "By when", "A day that leaves them time.")
    yield Rule(answers, y + 40, right, y + 40)
    yield from _field(y + 76, "The easy no", f"“{EASY_OUTS[2]}”")
    yield Rule(answers, y + 80, right, y + 80)
    y += 124
    yield Words(MARGIN, y, "In my own words", 11.5, STRONG, weight="bold")
    yield Words(right, y, f"{MOST_WORDS} words at most", 8.8, COLORS.soft, align="right")
    tests = paper.height - 124
    count = int((tests - 38 - y) // 22)
    yield from lines_to_write_on(MARGIN, y + 24, right, count, 22)
    yield from _tests(paper, tests)
    yield foot(paper, YOURS)


def _field(y: float, title: str, hint: str) -> Iterator[Mark]:
    """The name of a field, with a hint below it."""
    yield Words(MARGIN, y, title, 11.5, STRONG, weight="bold")
    yield from paragraph(MARGIN, y + 13, 150, hint, size=8.5, color=COLORS.soft)


def _sizes(x: float, y: float, right: float) -> Iterator[Mark]:
    """Sizes to tick, and a line for another one."""
    for text, width in (("ten minutes", 84), ("one page", 74), ("one name", 74)):
        yield tick_box(x, y)
        yield Words(x + 14, y, text)
        x += width
    yield tick_box(x, y)
    yield Rule(x + 14, y + 4, right, y + 4)


def _tests(paper: Paper, y: float) -> Iterator[Mark]:
    """The questions to hold an ask against before it is sent."""
    half = paper.width / 2 - MARGIN
    yield Box(MARGIN, y - 19, paper.width - MARGIN, y + 78, PALE, COLORS.line)
    yield Words(MARGIN + 12, y, "Before you send it", 11.5, STRONG, weight="bold")
    for place, text in enumerate(_TESTS):
        x, row = MARGIN + 12 + half * (place // 3), y + 21 + 21 * (place % 3)
        yield tick_box(x, row)
        yield Words(x + 15, row, text, 9)
