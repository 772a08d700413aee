"""The rating queue: ten people at a time, each put into a ring by one key or one click."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import anywidget
import traitlets

from netgive_lib.widgets import script

if TYPE_CHECKING:
    import polars as pl

_HERE = Path(__file__).parent


class RatingQueue(anywidget.AnyWidget):
    """Rows of people with five choices each.

    `people`: dicts with id, name, who, contact. `rings`: what the five rings mean, in words. `ratings`:
    id -> ring, kept up to date as the person chooses; 0 stands for "not sure yet".
    """

    _esm = script(_HERE / "rating.js")
    _css = _HERE / "rating.css"
    people = traitlets.List(traitlets.Dict()).tag(sync=True)
    rings = traitlets.List(traitlets.Unicode()).tag(sync=True)
    ratings = traitlets.Dict().tag(sync=True)


def rating_widget(queue: pl.DataFrame, rings: dict[int, str]) -> RatingQueue:
    """The widget for the rows of a `rating_queue`; `rings` says what each ring means."""
    return RatingQueue(people=queue.to_dicts(), rings=[rings[ring] for ring in sorted(rings)])
