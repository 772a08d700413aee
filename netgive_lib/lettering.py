"""Room for words in a picture: how wide a text is, how to cut it, and where it can stand."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from math import floor

_WIDTHS = {
    222: "ijl'’|",
    278: " !,./:;I[]\\ft·",
    333: '()-`r{}"',
    500: "ckJsvxyz*",
    556: "abdeghnopqu0123456789?L_$#–",
    611: "FTZ^~+<=>",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    944: "W%—…",
    1015: "@",
}
"""Widths of Helvetica, and of Arial and Liberation Sans which share them, in thousandths of the size."""
_WIDTH_OF = {letter: width / 1000 for width, letters in _WIDTHS.items() for letter in letters}
_UNKNOWN, _WIDE = 0.68, 1.12
_RARE = re.compile("[\u0180-\u024f\u0300-\u036f\u1e00-\u1eff]")
"""Latin letters that fonts may lack which have most others: Vietnamese ones, those of Pinyin and of transcriptions."""
_IN_DEJAVU = 1.14
_RIGHT_TO_LEFT = "\u200f"
"""A mark without width, which has the sign before it go with the text from right to left."""
_SPARE = 1.03
"""A little more than the letters need, for fonts that stand in for Helvetica."""

Box = tuple[float, float, float, float]
"""left, top, right, bottom"""


@lru_cache(maxsize=4096)
def _letter(letter: str) -> float:
    """The width of one character at size 1."""
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Mn", "Me"):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    return _WIDTH_OF.get(letter) or _WIDTH_OF.get(unicodedata.normalize("NFKD", letter)[0], _UNKNOWN)


def text_width(text: str, size: float) -> float:
    """How wide `text` is at a font size, in the unit of `size`: an estimate, rather too wide than too narrow.

    >>> text_width("Ines", 100) < text_width("INES", 100) < text_width("紗織紗織", 100)
    True
    """
    return sum(map(_letter, text)) * size * _SPARE * _wider(text)


def _wider(text: str) -> float:
    """How much wider a text is drawn for a letter that Helvetica's like may lack: then all of it is in DejaVu Sans."""
    return 1.0 if text.isascii() or not _RARE.search(text) else _IN_DEJAVU


def fitted(text: str, size: float, room: float) -> str:
    """`text` in one line, cut with an ellipsis where it is wider than `room`; "" if not even that fits.

    >>> fitted("Harbour & Pike", 10, 200), fitted("Harbour  & Pike", 10, 40), fitted("Harbour", 10, 8)
    ('Harbour & Pike', 'Harbo…', '')
    """
    line = " ".join(text.split())
    left = room / (size * _SPARE * _wider(line))
    if sum(map(_letter, line)) <= left:
        return line
    left -= _letter("…")
    kept = 0
    for letter in line:
        left -= _letter(letter)
        if left < 0:
            break
        kept += 1
    if not kept:
        return ""
    # In a line from left to right, what follows Arabic or Hebrew would stand before it.
    strong = next((side for letter in reversed(line[:kept]) if (side := _direction(letter))), "L")
    return f"{line[:kept].rstrip()}…" + (_RIGHT_TO_LEFT if strong == "R" else "")


def _direction(letter: str) -> str:
    """In which direction a letter is read: "L", "R", or "" for a sign that goes with its neighbours."""
    return {"L": "L", "R": "R", "AL": "R"}.get(unicodedata.bidirectional(letter), "")


class Page:
    """The boxes and discs that are taken on a page, found again through a grid hash."""

    _SQUARE = 1 / 32

    def __init__(self) -> None:
        self._taken: dict[tuple[int, int], list[Box]] = {}
        self._discs: dict[tuple[int, int], list[tuple[float, float, float]]] = {}

    def _squares(self, box: Box) -> list[tuple[int, int]]:
        left, top, right, bottom = (floor(edge * self._SQUARE) for edge in box)
        return [(column, row) for column in range(left, right + 1) for row in range(top, bottom + 1)]

    def take(self, box: Box) -> None:
        """Keep a box free of everything that comes later."""
        for square in self._squares(box):
            self._taken.setdefault(square, []).append(box)

    def take_disc(self, x: float, y: float, r: float) -> None:
        """Keep a disc free of everything that comes later."""
        for square in self._squares((x - r, y - r, x + r, y + r)):
            self._discs.setdefault(square, []).append((x, y, r))

    def is_free(self, box: Box) -> bool:
        """Whether nothing that is taken reaches into `box`."""
        left, top, right, bottom = box
        for square in self._squares(box):
            for a, b, c, d in self._taken.get(square, ()):
                if a < right and left < c and b < bottom and top < d:
                    return False
            for x, y, r in self._discs.get(square, ()):
                dx = max(left - x, x - right, 0.0)
                dy = max(top - y, y - bottom, 0.0)
                if dx * dx + dy * dy < r * r:
                    return False
        return True
