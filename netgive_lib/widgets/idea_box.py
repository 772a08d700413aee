"""The idea box: a line to type in and a clock beside it; each line that is finished becomes an idea."""

from __future__ import annotations

from pathlib import Path

import anywidget
import traitlets

from netgive_lib.widgets import script

_HERE = Path(__file__).parent
SECONDS = 180
"""Three minutes: long enough to get past the first, easy ideas, short enough not to polish them. Ours."""


class IdeaBox(anywidget.AnyWidget):
    """A text line and a countdown.

    `ideas`: the finished lines so far, oldest first. `draft`: what is being typed, told a quarter of a second
    after the last key. `label`: what the line is called for screen readers. The clock starts with the first
    key, and only shows the time: ideas are taken after it too.
    """

    _esm = script(_HERE / "idea_box.js")
    _css = _HERE / "idea_box.css"
    label = traitlets.Unicode("An idea").tag(sync=True)
    placeholder = traitlets.Unicode("").tag(sync=True)
    seconds = traitlets.Int(SECONDS).tag(sync=True)
    ideas = traitlets.List(traitlets.Unicode()).tag(sync=True)
    draft = traitlets.Unicode("").tag(sync=True)
