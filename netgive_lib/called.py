"""Who is meant by a name, or by what else somebody is called."""

from __future__ import annotations

import difflib
import re
import unicodedata
from itertools import filterfalse
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WITHOUT_STROKES = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}
)
_TWO_LETTERS = re.compile(r"([aou])e(?=\w)")
"""How a letter with an umlaut is written where there is none."""
_IN_BRACKETS = re.compile(r".*\((\S+)\)\s*", re.DOTALL)


class UnknownPersonError(LookupError):
    """Nobody in the network, or more than one person, is meant by what was given."""


class SeveralPeopleError(UnknownPersonError):
    """More than one person may be meant."""


def fold(text: str) -> str:
    """`text` without case, accents and doubled spaces, to compare names by.

    >>> fold("  José  ÁLVAREZ ")
    'jose alvarez'
    """
    if text.isascii():  # most names are, and this is asked of every one of them
        return " ".join(text.casefold().split())
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_WITHOUT_STROKES)
    return " ".join("".join(filterfalse(unicodedata.combining, plain)).split())


class Someone(NamedTuple):
    """A person, as far as it matters what they are called."""

    id: str
    name: str | None
    given_name: str | None
    emails: Sequence[str] | None
    organization: str | None
    city: str | None

    @property
    def told_apart(self) -> str:
        """They among others of their name, with the id that tells who is meant."""
        where = f" at {self.organization}" if self.organization else f" in {self.city}" if self.city else ""
        return f"{self.name}{where} ({self.id})"


def meant(words: str, people: Sequence[Someone], *, part: bool = True) -> str:
    """The id of the one of `people` whom `words` mean; see `netgive_lib.network.Network.find`."""
    in_brackets = _IN_BRACKETS.fullmatch(words)
    ids = {someone.id for someone in people}
    for id in (words, in_brackets[1] if in_brackets else ""):
        if id in ids:
            return id
    wanted = fold(words)
    if not wanted:
        raise UnknownPersonError("Say who: a name, part of one, an e-mail address or an id.")
    for candidates in _called(words, people, part=part):
        if len(candidates) == 1:
            return candidates[0].id
        if candidates:
            several = ", ".join(someone.told_apart for someone in candidates[:5])
            raise SeveralPeopleError(f"{words!r} could be {several}. Use the id in brackets.")
    names = [fold(someone.name or "") for someone in people]
    near = difflib.get_close_matches(wanted, names, 3, 0.6)
    like = [str(someone.name) for someone, name in zip(people, names, strict=True) if name in near]
    hint = f" Did you mean {', '.join(like[:3])}?" if like else ""
    raise UnknownPersonError(f"Nobody here is called {words!r}.{hint}")


def _called(words: str, people: Sequence[Someone], *, part: bool) -> Iterator[list[Someone]]:
    """Whom `words` may mean, the most exact first: by address, whole name, whole words, and a part of one."""
    wanted, exact = fold(words), f" {' '.join(words.casefold().split())} "
    plain = f" {_without_umlauts(wanted)} "
    yield [someone for someone in people if wanted in map(fold, someone.emails or [])]
    whole = [someone for someone in people if _without_umlauts(fold(someone.name or "")) == plain.strip()]
    yield [someone for someone in whole if f" {(someone.name or '').casefold()} " == exact]
    yield whole
    spaced = [(someone, f" {someone.name or ''} , {someone.given_name or ''} ") for someone in people]
    yield [someone for someone, text in spaced if exact in text.casefold()]
    yield [someone for someone, text in spaced if plain in f" {_without_umlauts(fold(text))} "]
    if part:
        yield [someone for someone in people if wanted in fold(someone.name or "")]


def _without_umlauts(folded: str) -> str:
    return _TWO_LETTERS.sub(r"\1", folded)
