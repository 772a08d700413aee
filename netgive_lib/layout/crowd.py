"""Which of many boxes have no room in a crowd, found for all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_PIXEL = 2.0
"""How wide the squares are in which middles are counted: much less than a word is high."""


def hold_a_middle(boxes: Floats, discs: Floats) -> NDArray[np.bool_]:
    """Which boxes hold the middle of a disc for certain: one in a square pixel that is wholly theirs.

    `boxes` has the columns left, top, right, bottom, `discs` x and y first. It is a sieve: a box that it lets
    through may touch a disc nevertheless, but in a crowd it lets few through.
    """
    if not len(boxes) or not len(discs):
        return np.zeros(len(boxes), dtype=np.bool_)
    pixels = np.floor(discs[:, :2] / _PIXEL).astype(np.int64)
    origin = pixels.min(axis=0)
    wide, high = pixels.max(axis=0) - origin + 1
    # How many middles lie left of and above each pixel: of those in a box, four such numbers tell.
    counts = np.zeros((wide + 1, high + 1), dtype=np.int32)
    np.add.at(counts, tuple((pixels - origin).T + 1), 1)
    counts = counts.cumsum(axis=0, dtype=np.int32).cumsum(axis=1, dtype=np.int32)
    left, top = np.ceil(boxes[:, :2] / _PIXEL).astype(np.int64).T - origin[:, None]
    right, bottom = np.floor(boxes[:, 2:] / _PIXEL).astype(np.int64).T - origin[:, None]
    left, right, top, bottom = (
        left.clip(0, wide),
        right.clip(0, wide),
        top.clip(0, high),
        bottom.clip(0, high),
    )
    within = counts[right, bottom] - counts[left, bottom] - counts[right, top] + counts[left, top]
    held: NDArray[np.bool_] = (within > 0) & (left < right) & (top < bottom)
    return held
