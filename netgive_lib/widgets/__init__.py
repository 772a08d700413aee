"""Controls that marimo does not have: anywidgets, each with its script and style beside it."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def script(path: Path) -> str:
    """A widget's script as an address that holds it.

    As a file, marimo would serve it for as long as the cell that made the widget has not run again, and a page that
    asks for it a moment later would get an error and show nothing.
    """
    return f"data:text/javascript;base64,{base64.b64encode(path.read_bytes()).decode()}"
