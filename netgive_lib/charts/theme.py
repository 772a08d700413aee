"""One look for every picture: paper and ink, orange for what they gave, purple for what you gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from netgive_lib.ties import PACE, ROUNDING

if TYPE_CHECKING:
    from collections.abc import Sequence

ThemeName = Literal["light", "dark"]
FONT = "Helvetica Neue, Helvetica, Arial, sans-serif"
"""On every system one of these is there, and they are all about as wide."""


@dataclass(frozen=True)
class Theme:
    """The colours of one look, as hexadecimal strings.

    The scale of the tab runs from orange over neutral to purple. That holds for every common kind of colour
    blindness, and its ends differ in lightness, so that they differ in black and white too.
    """

    ground: str
    ink: str
    soft: str
    line: str
    rings: tuple[str, str, str, str, str]
    """Behind rings 1 to 5."""
    tab: tuple[str, str, str, str, str]
    """They gave much more, they gave more, split, you gave more, you gave much more."""
    tab_line: tuple[str, str, str, str, str]
    """The same for lines, strong enough on every ring."""
    none: str
    """Where nothing was given, in either direction."""
    none_line: str
    fit: tuple[str, str, str]
    """A scale of one colour, for how well an offer fits: little, some, much."""

    def config(self) -> dict[str, Any]:
        """The Vega-Lite config of this look, to give to a chart as its `config`: nothing is registered."""
        words = {"labelColor": self.soft, "titleColor": self.soft, "labelFont": FONT, "titleFont": FONT}
        quiet = {"domainColor": self.line, "gridColor": self.line, "tickColor": self.line}
        return {
            "background": self.ground,
            "font": FONT,
            "padding": 0,
            "autosize": {"type": "none"},
            "view": {"stroke": None},
            "axis": {**words, **quiet},
            "legend": words,
            "title": {"color": self.ink, "subtitleColor": self.soft, "anchor": "start"},
        }


class _Themes(dict[str, Theme]):
    """The looks by name; one that is not there is a `ValueError` that names those that are."""

    def __missing__(self, name: str) -> Theme:
        raise ValueError(f"There is no theme {name!r}. There is {', '.join(self)}. Put your own into THEMES.")


THEMES = _Themes(
    {
        "light": Theme(
            ground="#faf9f6",
            ink="#23211f",
            soft="#5d5851",
            line="#ddd8cf",
            rings=("#e9e3d6", "#eee9de", "#f2eee5", "#f5f2eb", "#f8f6f1"),
            tab=("#e0781c", "#f2b983", "#b9b3a8", "#a48fd0", "#4b2c86"),
            tab_line=("#c4610c", "#d98f4a", "#8f897e", "#7d61b8", "#4b2c86"),
            none="#e3ded4",
            none_line="#a8a297",
            fit=("#e4dcf2", "#a48fd0", "#4b2c86"),
        ),
        "dark": Theme(
            ground="#1b1a1d",
            ink="#edeae4",
            soft="#b6b0a6",
            line="#403d45",
            rings=("#37343c", "#312f36", "#2c2a30", "#27252a", "#212024"),
            tab=("#e57c1b", "#ad7547", "#7d7871", "#8f80bd", "#cfbfff"),
            tab_line=("#f08c2e", "#c98a58", "#989288", "#a595d6", "#cfbfff"),
            none="#3f3c42",
            none_line="#7d7871",
            fit=("#37304a", "#8571bd", "#cfbfff"),
        ),
    }
)

_STRONG = 0.2
"""A share of the tab below this, or above one minus this, takes the strongest colour."""


def tab_color(five: Sequence[str], none: str) -> pl.Expr:
    """The colour for the column `tab`, in the five steps of `Theme.tab`; `none` where nothing was given."""
    low, high = PACE.split
    tab = pl.col("tab")
    return (
        pl.when(tab.is_null())
        .then(pl.lit(none))
        .when(tab < _STRONG)
        .then(pl.lit(five[0]))
        .when(tab < low - ROUNDING)
        .then(pl.lit(five[1]))
        .when(tab <= high + ROUNDING)
        .then(pl.lit(five[2]))
        .when(tab <= 1 - _STRONG)
        .then(pl.lit(five[3]))
        .otherwise(pl.lit(five[4]))
    )
