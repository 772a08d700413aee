"""A page to print: words, lines, boxes and discs at their places, as a chart of the size of the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import altair as alt
import polars as pl

from netgive_lib.charts.theme import FONT, THEMES
from netgive_lib.lettering import text_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COLORS = THEMES["light"]
STRONG = COLORS.tab[4]
"""The one colour on a page, dark enough to be read in black and white."""
LEADING = 1.38
"""From one line of text to the next, in font sizes."""


class Paper(NamedTuple):
    """A size of paper, in points (1/72 inch)."""

    width: float
    height: float


A4 = Paper(595.28, 841.89)
LETTER = Paper(612.0, 792.0)


class Words(NamedTuple):
    """One line of text; x and y are where its baseline starts, or its middle or end by `align`."""

    x: float
    y: float
    text: str
    size: float = 9.5
    color: str = COLORS.ink
    weight: Literal["normal", "bold"] = "normal"
    style: Literal["normal", "italic"] = "normal"
    align: Literal["left", "center", "right"] = "left"


class Rule(NamedTuple):
    """A straight line."""

    x: float
    y: float
    x2: float
    y2: float
    width: float = 0.6
    line: str = COLORS.none_line
    dotted: bool = False


class Box(NamedTuple):
    """A rectangle, from its top left corner to its bottom right one."""

    x: float
    y: float
    x2: float
    y2: float
    fill: str = "#ffffff"
    line: str = COLORS.none_line
    width: float = 0.8


class Disc(NamedTuple):
    """A circle, filled or not, around x and y."""

    x: float
    y: float
    radius: float
    fill: str = "#ffffff"
    line: str = COLORS.none_line
    width: float = 0.6


Mark = Words | Rule | Box | Disc


def wrapped(text: str, size: float, room: float) -> list[str]:
    """`text` in lines that are no wider than `room`; a word that is wider stands alone.

    >>> wrapped("You know more people than you think.", 10, 120)
    ['You know more people', 'than you think.']
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def paragraph(
    x: float, y: float, room: float, text: str, *, size: float = 9.5, color: str = COLORS.ink
) -> Iterator[Words]:
    """`text` in lines of at most `room` points, the first baseline at `y`."""
    for row, line in enumerate(wrapped(text, size, room)):
        yield Words(x, y + row * size * LEADING, line, size, color)


def lines_to_write_on(x: float, y: float, x2: float, count: int, apart: float) -> Iterator[Rule]:
    """`count` lines from `x` to `x2`, the first at `y`."""
    for row in range(count):
        yield Rule(x, y + row * apart, x2, y + row * apart)


def printed(paper: Paper, marks: Iterable[Mark], words: str) -> alt.LayerChart:
    """The page as a chart: discs below, then boxes, lines and words. `words` is its text alternative."""
    marks = list(marks)
    discs = pl.DataFrame([mark for mark in marks if isinstance(mark, Disc)], orient="row")
    boxes = pl.DataFrame([mark for mark in marks if isinstance(mark, Box)], orient="row")
    rules = pl.DataFrame([mark for mark in marks if isinstance(mark, Rule)], orient="row")
    texts = pl.DataFrame([mark for mark in marks if isinstance(mark, Words)], orient="row")
    layers = [_discs(discs)] if discs.height else []
    layers += [_boxes(boxes)] if boxes.height else []
    for dotted, rows in rules.group_by("dotted", maintain_order=True) if rules.height else ():
        layers.append(_rules(rows, [0.1, 3] if dotted[0] else [1, 0]))
    for (weight, style, align), rows in texts.group_by("weight", "style", "align", maintain_order=True):
        mark = alt.MarkDef("text", fontWeight=weight, fontStyle=style, align=align, baseline="alphabetic")
        layers.append(_texts(rows, mark))
    return alt.LayerChart(
        layer=layers,
        width=paper.width,
        height=paper.height,
        description=words,
        config={**COLORS.config(), "background": "#ffffff", "font": FONT},
    )


def _at() -> dict[str, Any]:
    return {"x": alt.X("x:Q", scale=None, axis=None), "y": alt.Y("y:Q", scale=None, axis=None)}


def _painted() -> dict[str, Any]:
    return {
        "fill": alt.Fill("fill:N", scale=None, legend=None),
        "stroke": alt.Stroke("line:N", scale=None, legend=None),
        "strokeWidth": alt.StrokeWidth("width:Q", scale=None, legend=None),
    }


def _discs(rows: pl.DataFrame) -> alt.Chart:
    sized = rows.with_columns(size=(2 * pl.col("radius")) ** 2).drop("radius")
    size = alt.Size("size:Q", scale=None, legend=None)
    drawn: alt.Chart = alt.Chart(sized).mark_point(opacity=1).encode(**_at(), **_painted(), size=size)
    return drawn


def _boxes(rows: pl.DataFrame) -> alt.Chart:
    drawn: alt.Chart = (
        alt.Chart(rows)
        .mark_rect(cornerRadius=2, opacity=1)
        .encode(**_at(), **_painted(), x2=alt.X2("x2"), y2=alt.Y2("y2"))
    )
    return drawn


def _rules(rows: pl.DataFrame, dash: list[float]) -> alt.Chart:
    painted = {name: channel for name, channel in _painted().items() if name != "fill"}
    drawn: alt.Chart = (
        alt.Chart(rows.drop("dotted"))
        .mark_rule(strokeDash=dash, strokeCap="round")
        .encode(**_at(), **painted, x2=alt.X2("x2"), y2=alt.Y2("y2"))
    )
    return drawn


def _texts(rows: pl.DataFrame, mark: alt.MarkDef) -> alt.Chart:
    drawn: alt.Chart = alt.Chart(rows.select("x", "y", "text", "size", "color"), mark=mark).encode(
        **_at(),
        text="text:N",
        size=alt.Size("size:Q", scale=None, legend=None),
        color=alt.Color("color:N", scale=None, legend=None),
    )
    return drawn
