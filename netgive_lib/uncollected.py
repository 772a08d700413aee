"""Work in which Python does not look for garbage meanwhile."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nobody look for cycles among values until the block ends: not for work that leaves cycles behind.

    Reading 30,000 rows, or making a graph of them, makes millions of small values that are all kept. Looking through
    them, again and again as they become more, takes a third of the time and finds nothing. So would looking through all
    of them once when the block ends: they then count as old, and are looked at when that many more have become so.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()  # moves all there is among the old values, unseen
            gc.enable()
