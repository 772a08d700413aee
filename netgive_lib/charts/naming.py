"""What people are called in pictures: by name, or by a number that is the same in all of them."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from typing import TYPE_CHECKING

from netgive_lib.namesakes import told_apart
from netgive_lib.network import fold
from netgive_lib.schema import ME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netgive_lib.network import Network

_WORDS = re.compile(r"\w+")
_UNBROKEN = re.compile("[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]")
"""Chinese, Korean and Japanese: no blank stands between family name and given name."""
_KANA = re.compile("[\u3040-\u30ff]")
_IN_ANY_NAME = {"the", "and"}


def numbers(network: Network) -> dict[str, str]:
    """Id -> a number for everyone but me, with leading zeros to sort by.

    Ids come from names: in their order, whoever knows a few of the people could tell where others stand. So does a
    digest of the id alone. Here it depends on everybody: only who knows all of the people could work it out.
    """
    everyone = blake2b("\n".join(sorted(network.others["id"])).encode()).digest()
    ids = sorted(network.others["id"], key=lambda id: blake2b(id.encode(), key=everyone).digest())
    digits = len(str(len(ids)))
    return {id: str(place).zfill(digits) for place, id in enumerate(ids, 1)}


def shown_names(network: Network, *, anonymous: bool) -> dict[str, str]:
    """Id -> what a picture calls each person, no two the same; me is "you"."""
    if anonymous:
        shown = {id: f"no. {number.lstrip('0')}" for id, number in numbers(network).items()}
    else:
        shown = told_apart(network)
    return {ME: "you", **shown}


def naming_nobody(network: Network, texts: Iterable[str], instead: str) -> dict[str, str]:
    """Text -> the same, or `instead` with a number where it has a part of somebody's name, or an organization.

    Circles and topics are what you wrote: "Family of Noor" is a name too. Some that name nobody go with them.
    """
    people = network.people.select("name", "given_name", "organization")
    names = {word for row in people.iter_rows() for text in row[:2] for word in _words(text)}
    unbroken = {part for row in people.iter_rows() for text in row[:2] for part in _parts(text)}
    organizations = {_spaced(name) for name in people["organization"].drop_nulls()} - {"  "}
    shown: dict[str, str] = {}
    for text in sorted(set(texts)):
        named = (
            any(_names(word, names) for word in _words(text))
            or any(name in _spaced(text) for name in organizations)
            or any(part in fold(text) for part in unbroken)
        )
        shown[text] = f"{instead} {1 + sum(text != of for text, of in shown.items())}" if named else text
    return shown


def _names(word: str, names: set[str]) -> bool:
    """Whether a word is one of the names, or comes from one that is long enough to tell, such as "Haddads"."""
    return any(word[:end] in names for end in (*range(4, len(word)), len(word)))


def _words(text: str | None) -> Iterator[str]:
    """The words that could be a name."""
    return (word for word in _WORDS.findall(fold(text or "")) if len(word) > 1 and word not in _IN_ANY_NAME)


def _parts(text: str | None) -> Iterator[str]:
    """What can be found inside a text without blanks: the words of other scripts than Latin, and their names.

    In a Chinese, Korean or Japanese word the family name comes first, in one sign or two; what follows is the given
    name. Longer family names begin with a sign of their own.
    """
    for word in _WORDS.findall(unicodedata.normalize("NFC", text or "")):
        if _UNBROKEN.search(word):
            parts = {word} if _KANA.match(word) else {word[:1], word[1:], word[2:]} - {""}
            # A lone kana is in every sentence.
            yield from (fold(part) for part in parts if len(part) > 1 or not _KANA.match(part))
        elif len(word) > 1 and not fold(word).isascii():
            yield fold(word)


def _spaced(text: str) -> str:
    """The words of a text between blanks, to look for whole ones."""
    return f" {' '.join(_WORDS.findall(fold(text)))} "
