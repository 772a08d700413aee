"""What the plain charts share: their size, their look, their titles, and the words of an empty one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt
import polars as pl

from netgive_lib.charts.sheet import wrapped
from netgive_lib.charts.theme import THEMES
from netgive_lib.describe import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netgive_lib.charts.theme import ThemeName


_TITLE, _BELOW = 14.0, 11.0
"""The font sizes of a title and of what stands below it."""
_BOLD = 1.09
"""How much wider bold letters are."""
_LINE, _APART = 1.25, 12.0
"""From one line of a title to the next, in font sizes; from the title to the picture, in pixels."""
_LEFT, _AIR = 8.0, 10.0
"""What is left free beside a title, and above it."""


def framed(
    layers: Sequence[alt.Chart],
    *,
    width: float,
    height: float,
    title: str,
    words: str,
    theme: ThemeName,
    shows: str = "",
) -> alt.LayerChart:
    """The layers as one chart: `title` above it, in as many lines as it needs, `words` as its text alternative.

    `width` is that of the whole picture, axes included; `height` that of what is drawn between the axes. `shows`
    stands below the title and says what is in the picture: how many, and whom, where not everyone is.
    """
    config: dict[str, Any] = {
        **_titled(theme),
        "padding": {"left": _LEFT, "right": 16, "top": _AIR, "bottom": 10},
        "autosize": {"type": "fit-x", "contains": "padding"},
    }
    return alt.LayerChart(
        layer=list(layers),
        width=width,
        height=height,
        title=_title(title, shows, width),
        description=words,
        config=config,
    )


def placed(
    layers: Sequence[alt.Chart],
    *,
    width: float,
    height: float,
    title: str,
    words: str,
    theme: ThemeName,
    shows: str,
) -> alt.LayerChart:
    """The same of layers whose marks stand at pixels of their own choice, from 0 to `width` and to `height`."""
    above = _title(title, shows, width)
    lines = _TITLE * len(above.text) + _BELOW * len(above.subtitle)
    look = _titled(theme)
    config: dict[str, Any] = {
        **look,
        "title": {**look["title"], "dx": _LEFT},
        "padding": {"left": 0, "right": 0, "top": _AIR + _LINE * lines + _APART, "bottom": 0},
    }
    return alt.LayerChart(
        layer=list(layers), width=width, height=height, title=above, description=words, config=config
    )


def _titled(theme: ThemeName) -> dict[str, Any]:
    """The config of a look, and in it how a title is set: one that is put in place of ours looks like ours."""
    look = THEMES[theme].config()
    set_in = {
        "fontSize": _TITLE,
        "fontWeight": "bold",
        "lineHeight": _LINE * _TITLE,
        "subtitleFontSize": _BELOW,
        "subtitleLineHeight": _LINE * _BELOW,
        "subtitlePadding": 4,
        "offset": _APART - 2,
    }
    return {**look, "title": {**look["title"], **set_in}}


def _title(title: str, shows: str, width: float) -> alt.TitleParams:
    room = width - 5 * _LEFT
    below = wrapped(shows, _BELOW, room) if shows else alt.Undefined
    return alt.TitleParams(wrapped(title, _TITLE * _BOLD, room), subtitle=below)


def selected(shown: int, there: int, rule: str, who: str = "people") -> str:
    """How many are in a picture, of how many; and by what `rule`, where not all are.

    >>> selected(30, 1200, "those who matter most"), selected(1, 1, "all but two", "people with a tab")
    ('30 of 1,200 people: those who matter most', '1 person with a tab')
    """
    all_ = counted(there, who)
    return f"{shown:,} of {all_}: {rule}" if shown < there else all_


def shown_in(chart: alt.LayerChart) -> str:
    """What a picture says of itself below its title; why there is nothing in it; "" where it says nothing."""
    title = chart.title
    if not isinstance(title, alt.TitleParams):
        return ""
    if not title.text:
        return str(chart.description)
    return " ".join(title.subtitle) if isinstance(title.subtitle, list) else ""


def empty(words: str, *, width: float, theme: ThemeName) -> alt.LayerChart:
    """A chart that says why there is nothing in it yet."""
    size = 13.0
    lines = wrapped(words, size, width - 5 * _LEFT)
    drawn = (
        alt.Chart(pl.DataFrame({"text": ["\n".join(lines)]}))
        .mark_text(fontSize=size, color=THEMES[theme].ink, align="center", lineBreak="\n")
        .encode(text="text:N")
    )
    return framed([drawn], width=width, height=120, title="", words=words, theme=theme)
