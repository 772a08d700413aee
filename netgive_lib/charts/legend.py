"""Legends that are drawn as part of a picture, in rows: that of the map, and one of dots for other pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.layout import RING_WORDS
from netgive_lib.lettering import text_width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from netgive_lib.charts.theme import Theme
    from netgive_lib.layout import MapLayout

_GAP, _NEXT = 5.0, 18.0


@dataclass(frozen=True)
class Legend:
    """What the legend draws, as frames: dots (x, y, size, fill, line, width), tails, and words."""

    dots: pl.DataFrame
    tails: pl.DataFrame
    words: pl.DataFrame
    height: float
    """How much room it takes, in pixels."""


@dataclass(frozen=True)
class _Item:
    """One thing in a row: a dot, or words."""

    text: str = ""
    bold: bool = False
    r: float = 0.0
    fill: str = ""
    line: str = ""
    width: float = 1.0
    tail: int = 0
    """-1 to the left, 1 to the right."""
    after: float = _GAP

    def room(self, size: float) -> float:
        """How wide it is."""
        if self.text:
            return text_width(self.text, size) * (1.07 if self.bold else 1)
        return 2 * self.r + (_TAIL if self.tail else 0)


_TAIL = 5.0
Entry = list[_Item]
"""What stays together on one row."""


def legend(
    layout: MapLayout, theme: Theme, caption: str, translations: Mapping[str, str] | None = None
) -> Legend:
    """The legend of a map: what colour, tails, size and hollow dots mean, and `caption` at the end.

    `translations` has other words for these, by ours.
    """
    size = layout.measures.name_size
    left = 14.0 if layout.measures.phone else 24.0
    entries = [
        *_tab(layout, theme),
        _sizes(layout, theme),
        _hollow(theme),
        *_blocks(layout),
        *_rings(layout),
        [_Item(caption)],
    ]
    width = layout.measures.width
    return _set(_translated(entries, translations), left, width, size, width)


def dots_legend(
    theme: Theme, width: float, size: float, top: float, translations: Mapping[str, str] | None = None
) -> Legend:
    """What colours and hollow dots mean, in a picture without tails: letters of `size`, from `top` on down."""
    r = size / 2
    scale = [_Item(r=r, fill=fill, line=line) for fill, line in zip(theme.tab, theme.tab_line, strict=True)]
    entries = [
        [_Item("they gave more"), *scale, _Item("you gave more", after=_NEXT)],
        _nothing(theme, r),
        _hollow(theme),
    ]
    return _set(_translated(entries, translations), 8.0, width, size, top)


def _translated(entries: Sequence[Entry], translations: Mapping[str, str] | None) -> list[Entry]:
    """The same in other words, before they are set: each takes the room that it needs."""
    words = translations or {}
    return [[replace(item, text=words.get(item.text, item.text)) for item in entry] for entry in entries]


def _tab(layout: MapLayout, theme: Theme) -> list[Entry]:
    r = layout.measures.name_size / 2
    phone = layout.measures.phone
    scale = zip(theme.tab, theme.tab_line, (-1, -1, 0, 1, 1), strict=True)
    return [
        [
            *([] if phone else [_Item("Colour and tail:", bold=True, after=8)]),
            _Item("tail to you: they gave more" if phone else "towards you, they gave more", after=8),
            *(_Item(r=r, fill=fill, line=line, tail=tail, after=6) for fill, line, tail in scale),
            _Item("away: you gave more" if phone else "away from you, you gave more", after=_NEXT),
        ],
        _nothing(theme, r),
    ]


def _nothing(theme: Theme, r: float) -> Entry:
    return [
        _Item(r=r, fill=theme.none, line=theme.none_line, width=0.8),
        _Item("nothing given yet", after=_NEXT),
    ]


def _sizes(layout: MapLayout, theme: Theme) -> Entry:
    radii = [layout.measures.radius(step, layout.scale) for step in range(5)]
    dots = [_Item(r=r, fill=theme.tab[2], line=theme.tab_line[2], after=4) for r in radii]
    return [
        _Item("Size:", bold=True, after=8),
        _Item("little"),
        *dots,
        _Item("much passed between you", after=_NEXT),
    ]


def _hollow(theme: Theme) -> Entry:
    return [
        _Item(r=5.5, fill=theme.ground, line=theme.tab_line[2], width=2),
        _Item("hollow: gone quiet", after=_NEXT),
    ]


def _blocks(layout: MapLayout) -> list[Entry]:
    """What the glyphs mean, where there are any."""
    if not layout.cells.height:
        return []
    return [
        [
            _Item("Blocks:", bold=True, after=8),
            _Item("as many people as the number says, by colour; those gone quiet hollow", after=_NEXT),
        ]
    ]


def _rings(layout: MapLayout) -> list[Entry]:
    """The rings in words, where the map has only their numbers."""
    if not layout.measures.phone:
        return []
    rings = [[_Item(f"{ring} {words}", after=10)] for ring, words in enumerate(RING_WORDS, 1)]
    return [
        [_Item("Rings:", bold=True, after=8), *rings[0]],
        *rings[1:],
        [_Item("? not rated yet", after=_NEXT)],
    ]


def _set(entries: Sequence[Entry], left: float, width: float, size: float, top: float) -> Legend:
    """Set the entries in rows, from `top` on down."""
    dots, tails, words = [], [], []
    leading = size * 2.1
    x, y = left, top + size
    for entry in entries:
        room = sum(item.room(size) + item.after for item in entry) - entry[-1].after
        if x > left and x + room > width - left:
            x, y = left, y + leading
        for item in entry:
            if x > left and x + item.room(size) > width - left:
                x, y = left, y + leading
            if item.text:
                words.append((x, y, item.text, item.bold))
            else:
                middle = x + item.r + (_TAIL if item.tail < 0 else 0)
                dots.append((middle, y, (2 * item.r) ** 2, item.fill, item.line, item.width))
                if item.tail:
                    tails.append((middle, y, middle + item.tail * (item.r + _TAIL), y, item.line))
            x += item.room(size) + item.after
    return Legend(
        pl.DataFrame(dots, schema=["x", "y", "size", "fill", "line", "width"], orient="row"),
        pl.DataFrame(tails, schema=["x", "y", "x2", "y2", "line"], orient="row"),
        pl.DataFrame(words, schema=["x", "y", "text", "bold"], orient="row"),
        y + leading - top,
    )
