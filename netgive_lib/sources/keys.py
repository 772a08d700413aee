"""What tells that two descriptions mean the same person: addresses, profiles and phones, written one way."""

from __future__ import annotations

import hashlib
import re
import string
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias, TypeVar
from urllib.parse import unquote

from anyascii import anyascii

from netgive_lib.network import ID_ALPHABET, fold
from netgive_lib.sources.name_words import given_groups, word_set

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

Keys: TypeAlias = list[tuple[str, bool]]
"""The keys of one person, strongest first, each with whether it is theirs alone."""
Key = TypeVar("Key", bound="Hashable")

_OFFICES = word_set(
    "accounts admin administration admissions assistant billing book booking bookings bureau buero buro contact "
    "contacto contato contatti desk direction editor enquiries enquiry events finance frontdesk general hallo hello "
    "help helpdesk hi hola hr inbox info infos jobs kontakt mail marketing media news newsletter noreply office orders "
    "people post postmaster press presse reception recepcion redaktion reservations sales secretariat secretary "
    "sekretariat service shop staff store studio support team ventas vertrieb verwaltung webmaster welcome"
)
_HOUSEHOLDS = word_set(
    "all both casa fam famiglia familia familie famille family home house household parents us we"
)
_JOINING = word_set("and und et y e og och en the n")
"""Words that join two names in the mailbox of a couple: `ana.and.rui`."""
_JOINERS = ("and", "und", "et", "en", "og", "och")
"""Those that join them in one word as well: `alexandsam`. One letter alone is in too many names."""
_GMAIL = frozenset({"gmail.com", "googlemail.com"})
_WORD = re.compile(r"[^\W\d_]+")
_EXTENSION = re.compile(
    r"(?:;\s*ext=|(?<![^\W\d_])(?:ext|extension|x|durchwahl|dw|poste)\.?|#)\s*\d+\s*$", re.IGNORECASE
)
_ONE_PERSONS_PROFILE = re.compile(r"(?:linkedin\.com/(?:in|pub)|xing\.com/profile|orcid\.org)/[^/]+")
_LANGUAGE_OF_A_PROFILE = re.compile(r"(linkedin\.com/in/[^/]+)/[a-z]{2}(?:[-_][a-z]{2})?$")
_AS_READERS_WRITE_IT = re.compile(r"linkedin\.com/in/[a-z0-9-]+")
_HOST = re.compile(
    r"^(?:[a-z][a-z0-9+.-]*://)?(?:www\.)?(?:[a-z]{2,3}\.(?=linkedin\.com))?(?:m\.(?=linkedin\.com))?"
)


def email_key(address: str) -> str:
    """An e-mail address as a key: addresses that reach one mailbox give the same.

    Case does not count, nor does a tag after a plus (RFC 5233), nor do dots at Gmail.

    >>> email_key("Zoe.Obi+news@GoogleMail.com")
    'email:zoeobi@gmail.com'
    """
    box, _, domain = address.strip().casefold().rpartition("@")
    box, domain = box.split("+")[0] or box, domain.rstrip(".")
    if domain in _GMAIL:
        box, domain = box.replace(".", ""), "gmail.com"
    return f"email:{box}@{domain}" if box else f"email:{domain}"


def is_shared_mailbox(address: str) -> bool:
    """Whether the name of a mailbox says that an office, a family or a couple reads it.

    >>> [is_shared_mailbox(f"{box}@a.example") for box in ("info", "ana.and.rui", "alexandsam", "ana")]
    [True, True, True, False]
    """
    box, words = _box(address)
    return not words or is_household(address) or not _OFFICES.isdisjoint((*words, box.replace("-", "")))


def is_household(address: str) -> bool:
    """Whether the name of a mailbox says that a family or a couple reads it.

    >>> [is_household(f"{box}@a.example") for box in ("info", "familie.obi", "ana.and.rui")]
    [False, True, True]
    """
    box, words = _box(address)
    joined = len(words) > 2 and any(word in _JOINING for word in words[1:-1])
    joined = joined or (len(words) == 1 and _is_of_two(words[0]))
    return joined or "&" in box or not _HOUSEHOLDS.isdisjoint((*words, box.replace("-", "")))


def _box(address: str) -> tuple[str, list[str]]:
    """The name of a mailbox without its tag, and the words in it."""
    box = address.strip().casefold().rpartition("@")[0].split("+")[0]
    return box, _WORD.findall(box)


def _is_of_two(word: str) -> bool:
    """Whether a word is two given names that are joined, such as `alexandsam`."""
    for joiner in _JOINERS:
        first, found, second = word.partition(joiner)
        while found and second:
            if given_groups(first) and given_groups(second):
                return True
            more, found, second = second.partition(joiner)
            first += joiner + more
    return False


def phone_key(number: str) -> str | None:
    """A phone number as a key: its last eight digits, with which "+32 2 555 01 01" is "02 555 01 01".

    Countries differ in what stands before, and a contact rarely says which country's it is. An extension is
    left out. None for a number of fewer than seven digits, or of one digit over and over, which says nothing
    about who it belongs to.

    >>> phone_key("+44 (0)20 7946 0123") == phone_key("(020) 7946-0123 ext. 12")
    True
    """
    digits = re.sub(r"\D", "", _EXTENSION.sub("", number).replace("(0)", ""))
    return f"phone:{digits[-8:]}" if len(digits) >= 7 and len(set(digits[-7:])) > 1 else None


def url_key(url: str) -> str:
    """A profile's address as a key, whatever its scheme, host for a country, language, or percent signs.

    >>> url_key("https://uk.LinkedIn.com/in/Zo%C3%AB-Obi/en?trk=x")
    'url:linkedin.com/in/zoë-obi'
    """
    bare = _HOST.sub("", url.strip().casefold()).split("?")[0].split("#")[0].rstrip("/")
    if "%" in bare or not bare.isascii():
        bare = unicodedata.normalize("NFC", unquote(bare).casefold())
    if bare.startswith("linkedin.com/"):
        bare = _LANGUAGE_OF_A_PROFILE.sub(r"\1", bare.replace("/mwlite/", "/"))
    return f"url:{bare}"


def is_profile(key: str) -> bool:
    """Whether a key is the profile of one person, and not the page of a company or any other website.

    >>> is_profile(url_key("linkedin.com/in/zoe-obi")), is_profile(url_key("linkedin.com/company/blau"))
    (True, False)
    """
    return _ONE_PERSONS_PROFILE.fullmatch(key.removeprefix("url:")) is not None


@lru_cache(maxsize=65_536)
def key_of_url(url: str) -> tuple[str, bool]:
    """The key of a profile's address or another website, with whether it is one person's profile."""
    if _AS_READERS_WRITE_IT.fullmatch(url):
        return f"url:{url}", True
    key = url_key(url)
    return key, is_profile(key)


def keys(url: str | None, emails: Iterable[str] | None, phones: Iterable[str] | None) -> Keys:
    """The keys of one person, strongest first, each with whether it is theirs alone.

    A phone, a website or a mailbox such as info@ may be shared by a household or an office.
    """
    found = [key_of_url(url)] if url else []
    if emails:
        found += ((email_key(address), not is_shared_mailbox(address)) for address in emails)
    if phones:
        found += ((phone, False) for phone in map(phone_key, phones) if phone)
    return found


def repeated(of_each: Iterable[Iterable[Key]]) -> set[Key]:
    """The keys that occur more than once, among the keys of each person.

    Most people have nothing in common with anyone, and need not be looked at any further.

    >>> sorted(repeated([["a", "b"], ["b", "c"], ["c", "d"]]))
    ['b', 'c']
    """
    counted = Counter(chain.from_iterable(of_each))
    return {key for key, count in counted.items() if count > 1}


_LETTERS = bytes(ord(ID_ALPHABET[byte % 32]) for byte in range(256))
_SMALL = bytes(
    byte if chr(byte) in string.ascii_lowercase + string.digits else ord(" ") for byte in range(256)
)
"""Small letters and digits as they are, a blank for all else: in bytes far faster than by a pattern."""


def digest(*parts: object, length: int) -> str:
    """A short text of `length` letters and digits that is always the same for the same parts."""
    return _digest("\x1f".join(map(str, parts)), length)


def _digest(text: str, length: int) -> str:
    return hashlib.blake2b(text.encode(), digest_size=length).digest().translate(_LETTERS).decode()


def person_id(name: str | None, key: str) -> str:
    """A short id that can be read: the name in plain letters and six more that follow from `key`.

    Without a name they are twelve: then nothing else tells one id from another.

    >>> person_id("Zoë Obi", "email:zoe@example.com")[:8], person_id("王小明", "email:wang@example.com")[:13]
    ('zoe-obi-', 'wangxiaoming-')
    """
    text = name or ""
    plain = text.casefold() if text.isascii() else _in_plain_letters(text)
    words = plain.encode().translate(_SMALL).split()
    slug = b"-".join(words).decode()[:40].rstrip("-")
    return f"{slug}-{_digest(key, 6)}" if slug else f"p-{_digest(key, 12)}"


def _in_plain_letters(name: str) -> str:
    folded = fold(name)
    return folded if folded.isascii() else anyascii(name).casefold()
