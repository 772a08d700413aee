"""Cells of an address book as values: names, e-mail addresses, phones, profiles."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_NAME = 200
_LOOKED_AT = 4 * LONGEST_NAME
_LONGEST_PHONE = 60
_NO_SYMBOLS = re.compile(r"[\w .,'’()-]*")
"""A text without anything that is left out of a name, as most are in any script."""
_JOINERS = "\u200c\u200d"
"""They shape letters in Persian and Indic names, so they stay, unlike the other invisible characters."""
_LEFT_OVER = re.compile(r"[\ufe0f\u20e3]|\B[\u200c\u200d]+|[\u200c\u200d]+\B")
"""What remains of an emoji when its symbols are gone."""
_NOBODY = "linkedin member"
"""What LinkedIn calls someone who has left or hidden."""
_AS_LINKEDIN_WRITES_IT = re.compile(r"https://www\.(linkedin\.com/in/[a-z0-9-]+)")
_PROFILE = re.compile(r"linkedin\.com/(?:mwlite/)?in/([^/?#\s,;]+)", re.IGNORECASE)
_ONE_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")
_THREE_DIGITS = re.compile(r"(?:\D*\d){3}")
_BETWEEN_EMAILS = re.compile(r"\s*:::\s*|[;,\n]+")
_BETWEEN_PHONES = re.compile(r"\s*:::\s*|[;\n]+")
_DEGREES = frozenset(
    {"phd", "dphil", "edd", "jd", "md", "mba", "emba", "llm", "llb", "msc", "bsc", "meng", "beng", "mpa"}
    | {"mph", "dba", "dds", "dvm", "rn", "pmp", "cpa", "cfa", "acca", "fcca", "frsa", "cissp", "csm", "esq"}
)
_GENERATIONS = frozenset({"jr", "jnr", "sr", "snr", "junior", "senior", "ii", "iii", "iv"})
"""What tells a father from his son: it is part of the name, wherever it stands."""
_AFTER_A_COMMA = _DEGREES | _GENERATIONS | {"ma", "ba", "mfa", "bfa", "ms", "bs", "pe", "ra"}
_TITLES = frozenset(
    {"dr", "dra", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "rev", "herr", "frau"}
    | {"ing", "mag", "dipl", "dott", "dottssa", "avv", "mme", "mlle", "sra", "srta", "engr"}
    | {"mudr", "mgr", "phdr", "rndr", "judr", "sig", "sigra"}
)
_EAST_ASIAN = re.compile(r"[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]+")
_WITH_SPACE = re.compile(r"[\u3040-\u30ff]")


def name(text: str) -> str | None:
    r"""A name or another single line: no control characters, no marks that turn the text, not too long.

    >>> name("  Zoë\u202e\n Obi ")
    'Zoë Obi'
    """
    return _name(text[:_LOOKED_AT])


@lru_cache(maxsize=65_536)
def _name(text: str) -> str | None:
    if not text.isprintable():
        text = "".join(map(_visible, text))
    return " ".join(text.split())[:LONGEST_NAME].rstrip() or None


def _visible(letter: str) -> str:
    if letter.isspace():
        return " "
    return letter if unicodedata.category(letter)[0] != "C" or letter in _JOINERS else ""


def whole_name(given: str, middle: str, family: str, suffix: str = "") -> str:
    """The parts of a name in the order in which they are said: in East Asian scripts the family name is first.

    Of what stands after a name, only what tells a father from his son is kept.

    >>> whole_name("James", "K.", "Okafor", "Jr."), whole_name("小明", "", "王"), whole_name("さくら", "", "山田")
    ('James K. Okafor Jr.', '王小明', '山田 さくら')
    """
    if not given.isascii() and _EAST_ASIAN.fullmatch(given) and _EAST_ASIAN.fullmatch(family):
        between = " " if len(family) > 1 or _WITH_SPACE.search(given) else ""
        return f"{family}{between}{given}"
    return " ".join(filter(None, (given, middle, family, suffix if suffix and is_generation(suffix) else "")))


def with_maiden_name(whole: str | None, maiden: str) -> str | None:
    """A name with the family name that the person had before, as it is then shown, and known again by.

    >>> with_maiden_name("Zoe Obi", "Mori"), with_maiden_name("Zoe Mori-Obi", "Mori"), with_maiden_name(None, "Mori")
    ('Zoe Obi (née Mori)', 'Zoe Mori-Obi', None)
    """
    before = name(maiden)
    if whole is None or before is None or before.casefold() in whole.casefold():
        return whole
    return name(f"{whole} (née {before})")


def given_name(text: str) -> str | None:
    """A given name without the titles that some write before it, and without what stands in brackets.

    >>> given_name("Prof. Dr. Amélie"), given_name("Dr."), given_name("Jean-Luc (JL)")
    ('Amélie', 'Dr.', 'Jean-Luc')
    """
    return _given_name(text) if len(text) <= LONGEST_NAME else _given_name.__wrapped__(text)


@lru_cache(maxsize=16_384)
def _given_name(text: str) -> str | None:
    bare = re.sub(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])", "", text) if "(" in text or "[" in text else text
    words = (name(bare) or name(text) or "").split()
    while len(words) > 1 and words[0].replace(".", "").casefold() in _TITLES:
        words.pop(0)
    return " ".join(words) or None


def member_name(text: str) -> str | None:
    """A name as a LinkedIn member writes it, without emoji, marks and degrees; None for "LinkedIn Member".

    >>> member_name("Jane Roe, Ph.D. 🚀"), member_name("Yo-Yo Ma"), member_name("Ana R., MBA, PMP®")
    ('Jane Roe', 'Yo-Yo Ma', 'Ana R.')
    """
    return _member_name(text[:_LOOKED_AT])


@lru_cache(maxsize=65_536)
def _member_name(text: str) -> str | None:
    plain = text
    if not _NO_SYMBOLS.fullmatch(text) and not text.isascii():
        plain = _LEFT_OVER.sub("", "".join(map(_no_symbol, text)))
    whole = name(plain) or name(text)
    if whole is None or whole.casefold() == _NOBODY:
        return None
    words = (_without_degrees(whole) if "," in whole else whole).split()
    while len(words) > 2 and words[-1].replace(".", "").casefold() in _DEGREES:
        words.pop()
    return " ".join(words) or whole


def members_given_name(text: str) -> str | None:
    """The given name of a LinkedIn member, from the cell for it.

    >>> members_given_name("Dr. Jane 🚀")
    'Jane'
    """
    return _members_given_name(text[:_LOOKED_AT])


@lru_cache(maxsize=16_384)
def _members_given_name(text: str) -> str | None:
    return given_name(_member_name(text) or "")


def _without_degrees(whole: str) -> str:
    first, *rest = (part.strip() for part in whole.split(","))
    generation = next(filter(is_generation, rest), "")
    rest = [part for part in rest if not all(map(is_after_a_comma, part.split()))]
    return ", ".join([f"{first} {generation}".strip(), *rest])


def _no_symbol(letter: str) -> str:
    return "" if unicodedata.category(letter) in ("So", "Sk", "Co", "Cs", "Cn") else letter


def is_generation(word: str) -> bool:
    """Whether a word tells a father from his son.

    >>> is_generation("Jr."), is_generation("III"), is_generation("Ph.D.")
    (True, True, False)
    """
    return word.strip(" .").casefold() in _GENERATIONS


def is_after_a_comma(word: str) -> bool:
    """Whether a word after a comma is a degree or the like, and not part of the name.

    >>> [is_after_a_comma(word) for word in ("Ph.D.", "FACP", "Jr.", "Obi")]
    [True, True, True, False]
    """
    bare = word.replace(".", "").strip("()")
    shouted = 1 < len(bare) <= 6 and bare.isupper() and bare.isascii()
    return shouted or bare.casefold() in _AFTER_A_COMMA


def emails(text: str, problem: Callable[[str], None]) -> list[str]:
    """The e-mail addresses in a cell, in small letters; what is none is reported.

    >>> emails("mailto:Zoe@Example.org ::: max@example.org", print)
    ['zoe@example.org', 'max@example.org']
    """
    if not text:
        return []
    if _ONE_ADDRESS.fullmatch(text):
        return [text.casefold()[:LONGEST_NAME]]
    found = []
    for part in _BETWEEN_EMAILS.split(text):
        address = part.strip().removesuffix(">").rpartition("<")[2].strip()
        address = re.sub(r"^mailto:", "", address, flags=re.IGNORECASE).casefold()
        before, _, after = address.partition("@")
        if before and after and "@" not in after and address.isprintable() and " " not in address:
            found.append(address[:LONGEST_NAME])
        elif address:
            problem(f"{part.strip()[:60]!r} is not an e-mail address. It was left out.")
    return list(dict.fromkeys(found))


def phones(text: str, problem: Callable[[str], None]) -> list[str]:
    """The phone numbers in a cell, as written; what is none is reported."""
    if not text:
        return []
    found = []
    for part in filter(None, map(str.strip, _BETWEEN_PHONES.split(text))):
        number = name(part) or ""
        if _THREE_DIGITS.match(number) and len(number) <= _LONGEST_PHONE:
            found.append(number)
        else:
            problem(f"{part[:60]!r} is not a phone number. It was left out.")
    return list(dict.fromkeys(found))


def profile(text: str) -> str | None:
    """The LinkedIn profile in a text, always written the same way; None if there is none.

    >>> profile("https://www.linkedin.com/in/Zo%C3%AB-Obi/?trk=x"), profile("example.org")
    ('linkedin.com/in/zoë-obi', None)
    """
    if written := _AS_LINKEDIN_WRITES_IT.fullmatch(text):
        return written[1]
    found = _PROFILE.search(text)
    if found is None:
        return None
    slug = found[1].casefold()
    if "%" in slug or not slug.isascii():
        slug = name(unicodedata.normalize("NFC", unquote(slug).casefold())) or ""
    return f"linkedin.com/in/{slug}" if slug else None


def note(text: str) -> str | None:
    r"""A text of several lines, or None; its lines end as they do elsewhere, whatever wrote it.

    >>> note("tea\r\nno cake\r\n")
    'tea\nno cake'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").strip() or None
