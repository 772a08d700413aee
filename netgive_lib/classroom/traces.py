"""Keeps a class off the disk: marimo's log, its list of recent files, and its settings go nowhere."""

from __future__ import annotations

import os
import signal
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def no_traces() -> Iterator[None]:
    """Until the block ends, marimo knows nothing of this account's settings, and leaves nothing in it.

    It has to be imported inside. Its log, where a participant's words could stand, has no place at all; what
    it can't do without is a folder of its own with an empty file of settings, gone at the end.
    """
    with tempfile.TemporaryDirectory(prefix="netgive-class-") as folder:
        settings = Path(folder) / "marimo" / "marimo.toml"
        settings.parent.mkdir()
        settings.touch()
        os.environ |= {
            "XDG_CONFIG_HOME": folder,
            "XDG_STATE_HOME": folder,
            "XDG_CACHE_HOME": str(Path(os.devnull) / "nowhere"),
        }
        # Whoever ends the class in another way than with Ctrl+C ends it as cleanly.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        yield
