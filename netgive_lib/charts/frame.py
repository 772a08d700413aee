"""What the plain charts share: their size, their look, their axes, and the words of an empty one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt
import polars as pl

from netgive_lib.charts.sheet import wrapped
from netgive_lib.charts.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netgive_lib.charts.theme import ThemeName


_TITLE = 14.0
_BOLD = 1.09
"""How much wider bold letters are."""


def framed(
    layers: Sequence[alt.Chart], *, width: float, height: float, title: str, words: str, theme: ThemeName
) -> alt.LayerChart:
    """The layers as one chart: `title` above it, in as many lines as it needs, `words` as its text alternative.

    `width` is that of the whole picture, axes included; `height` that of what is drawn between the axes.
    """
    config: dict[str, Any] = {
        **THEMES[theme].config(),
        "padding": {"left": 8, "right": 16, "top": 10, "bottom": 10},
        "autosize": {"type": "fit-x", "contains": "padding"},
    }
    return alt.LayerChart(
        layer=list(layers),
        width=width,
        height=height,
        title=alt.TitleParams(
            wrapped(title, _TITLE * _BOLD, width - 40), fontSize=_TITLE, fontWeight="bold", offset=10
        ),
        description=words,
        config=config,
    )


def empty(words: str, *, width: float, theme: ThemeName) -> alt.LayerChart:
    """A chart that says why there is nothing in it yet."""
    drawn = (
        alt.Chart(pl.DataFrame({"text": [words]}))
        .mark_text(fontSize=13, color=THEMES[theme].ink, align="center")
        .encode(text="text:N")
    )
    return framed([drawn], width=width, height=120, title="", words=words, theme=theme)
