"""What tells that two descriptions mean the same person."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from netgive_lib.network import ID_ALPHABET, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHARED_MAILBOXES = frozenset(
    {"admin", "bookings", "contact", "contacto", "enquiries", "hallo", "hello", "hi", "hola", "info", "jobs"}
    | {"kontakt", "mail", "office", "post", "press", "reception", "sales", "service", "studio", "support"}
    | {"team", "welcome"}
)
_TITLES = frozenset(
    {"dr", "mr", "mrs", "ms", "miss", "prof", "sir", "dame", "herr", "frau", "mme", "sr", "sra", "jr"}
    | {"phd", "mba", "md"}
)


def email_key(address: str) -> str:
    """An e-mail address as a key."""
    return f"email:{address.strip().casefold()}"


def phone_key(number: str) -> str | None:
    """A phone number as a key: its last nine digits, with which "+44 20 7946 0123" is "020 7946 0123".

    None for a number of fewer than seven digits, which says nothing about who it belongs to.

    >>> phone_key("+44 20 7946 0123") == phone_key("(020) 7946-0123")
    True
    """
    digits = re.sub(r"\D", "", number)
    return f"phone:{digits[-9:]}" if len(digits) >= 7 else None


def url_key(url: str) -> str:
    """A profile's address as a key, whether or not it carries its scheme, `www` or a last slash."""
    bare = re.sub(r"^(https?://)?(www\.)?", "", url.strip().casefold())
    return f"url:{bare.split('?')[0].rstrip('/')}"


def keys(
    url: str | None, emails: Iterable[str] | None, phones: Iterable[str] | None
) -> Iterator[tuple[str, bool]]:
    """The keys of one person, strongest first, each with whether it is theirs alone.

    A phone or a mailbox such as info@ may be shared by a household or an office: there the names must agree.
    """
    if url:
        yield url_key(url), True
    for address in emails or ():
        yield email_key(address), address.split("@")[0].casefold() not in _SHARED_MAILBOXES
    for number in phones or ():
        key = phone_key(number)
        if key:
            yield key, False


def name_parts(name: str | None) -> frozenset[str]:
    """The words of a name without titles, to compare it by.

    >>> sorted(name_parts("Dr. Zoë Obi-Lane"))
    ['lane', 'obi', 'zoe']
    """
    return frozenset(re.findall(r"\w+", fold(name or ""))) - _TITLES


def names_agree(one: str | None, other: str | None) -> bool:
    """Whether two names can be one person's: one holds all the words of the other, or one is missing.

    >>> names_agree("Zoë Obi", "Obi, Zoe"), names_agree("Zoë Obi", "Max Obi")
    (True, False)
    """
    a, b = name_parts(one), name_parts(other)
    return a <= b or b <= a


def digest(*parts: object, length: int) -> str:
    """A short text of `length` letters and digits that is always the same for the same parts."""
    raw = hashlib.blake2b("\x1f".join(map(str, parts)).encode(), digest_size=length).digest()
    return "".join(ID_ALPHABET[byte % 32] for byte in raw)


def person_id(name: str | None, key: str) -> str:
    """A short id that can be read: the name in plain letters and four more that follow from `key`.

    >>> person_id("Zoë Obi", "email:zoe@example.com")[:8]
    'zoe-obi-'
    """
    plain = re.sub(r"[^a-z0-9]+", "-", fold(name or "").encode("ascii", "ignore").decode()).strip("-")
    return f"{plain[:40].strip('-') or 'p'}-{digest(key, length=4)}"
