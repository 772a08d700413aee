"""Whether a text is in English, the one language that the patterns know."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

OTHER_LANGUAGE = "This does not seem to be in English. The check knows English only, and so it says nothing to it: you decide."
"""What is said to a text that can't be judged."""

_LIKELY = (
    *("de", "fr", "es", "pt", "it", "nl", "ca", "sv", "da", "no", "is", "fi", "et", "lv", "lt"),
    *("pl", "cs", "sk", "sl", "hr", "hu", "ro", "sq", "tr", "id", "vi"),
)
"""Languages in Latin letters. Among all that py3langid knows, names alone look like one or the other rare one."""
_FURTHER = 12.0
"""So much likelier, as a logarithm, another language has to be. A few words tell nothing, and are taken as English.

In tests/languages_corpus.csv and tests/wording_corpus.csv no English text is above 8, and none in another below 19.
"""
_FEWEST_WORDS = 2
"""One word in Latin letters, or the same again and again, can be a name, or a key held down."""
_READ_CHARACTERS = 2_000
_NO_WORDS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|^[ \t]{0,8}>.*$", re.MULTILINE)
"""Addresses, and lines of the mail that is answered to."""


def is_english(text: str) -> bool:
    """Whether a text is in English, or too short to tell.

    >>> is_english("a seat at the film club"), is_english("ein Platz im Filmklub"), is_english("jazz")
    (True, False, True)
    """
    return _is_english(_NO_WORDS.sub(" ", text[:_READ_CHARACTERS]))


@lru_cache(maxsize=1024)
def _is_english(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    if sum(map(_is_latin, letters)) * 2 < len(letters):
        return False
    if len(set(text.split())) < _FEWEST_WORDS:
        return True
    # Its model takes half a second to unpack, and most of the time nobody asks.
    import py3langid  # type: ignore[import-untyped]

    scores = dict(py3langid.rank(text.encode("utf-8", "replace").decode()))
    return bool(max(scores[language] for language in _LIKELY) - scores["en"] < _FURTHER)


def _is_latin(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith("LATIN")
