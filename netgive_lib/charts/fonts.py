"""Which letters a picture can have: .png and .pdf are drawn with the fonts of this machine, and it may lack some."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache

import vl_convert

_COMMON = "\u0000-\u017f\u0370-\u03ff\u0400-\u052f\u2000-\u22ff"
"""Latin, Greek and Cyrillic, and the signs and arrows of our own words: any font has them."""
_RARE = re.compile(f"[^{_COMMON}]")
"""Letters that fonts may lack which have most others, such as Vietnamese ones, Hebrew and Arabic."""
_IN_NO_FONT = "\U0010fffd"
"""A letter of nobody's: it is drawn as what stands where a letter is lacking."""


def readable(svg: str) -> str:
    """The picture for a renderer that takes any font, a bold serif too, for a text with a letter that its font lacks.

    Such texts ask for DejaVu Sans, which has more letters than most, before the last resort. Where one of the first
    fonts of the list has a letter it is used as ever, and so it is for all other texts.
    """
    return re.sub(r"<text .*?</text>", _with_rare_letters, svg, flags=re.DOTALL)


def _with_rare_letters(text: re.Match[str]) -> str:
    drawn = text[0].partition(">")[2]
    return text[0].replace(", sans-serif", ", DejaVu Sans, sans-serif", 1) if _RARE.search(drawn) else text[0]


def lacking(svg: str) -> list[str]:
    """Letters in the texts of a picture that no font of this machine has, one of each script.

    In a .png they are boxes, and what one copies from a .pdf is another letter. Programs that show .svg and .html
    use fonts of their own.
    """
    of_script: dict[str, str] = {}
    for text in re.findall(r"<text [^>]*>(.*?)</text>", svg, flags=re.DOTALL):
        for letter in _RARE.findall(text):
            if unicodedata.category(letter)[0] not in "MCZ":
                of_script.setdefault(unicodedata.name(letter, "?").split()[0], letter)
    return [letter for letter in of_script.values() if not _has_font(letter)]


@cache
def _has_font(letter: str) -> bool:
    return _drawn(letter) != _drawn(_IN_NO_FONT)


@cache
def _drawn(letter: str) -> bytes:
    text = f'<text x="4" y="24" font-size="20" font-family="Arial, sans-serif">{html.escape(letter)}</text>'
    return vl_convert.svg_to_png(
        readable(f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="32">{text}</svg>')
    )
