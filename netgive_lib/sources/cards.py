"""What is known of one person, made ready to be compared with another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from netgive_lib.network import fold
from netgive_lib.sources.keys import keys
from netgive_lib.sources.name_parts import PersonalName, parse
from netgive_lib.sources.name_words import given_groups, is_wife_of, word_set
from netgive_lib.sources.personal_names import is_named_after, mailbox_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from netgive_lib.sources.found import Someone

READ_FROM = (
    "name",
    "emails",
    "phones",
    "url",
    "organization",
    "title",
    "city",
    "circle",
    "birthday",
    "connected_on",
)
"""The columns of `people` that are compared."""

_PROVIDERS = word_set(
    "gmail googlemail yahoo ymail rocketmail outlook hotmail live msn icloud me mac aol gmx web t-online freenet "
    "proton protonmail pm tutanota tuta fastmail hey zoho mail posteo mailbox yandex ya bk list inbox rambler qq "
    "163 126 sina sohu naver daum hanmail orange free wanadoo laposte sfr libero virgilio tin alice uol terra bol "
    "comcast verizon att sbcglobal btinternet sky virginmedia ntlworld talktalk bluewin seznam centrum wp o2 onet "
    "interia rediffmail bigpond optusnet shaw rogers telus ziggo kpnmail planet xs4all telenet skynet telia "
    "example home post email webmail family"
)
"""Whose addresses anyone can have: the first label of the domain."""
_SECOND_LEVEL = word_set("co com org net ac edu gov gob gouv or ne go example")
_LEGAL_FORMS = word_set(
    "ab ag aps as bv co company corp corporation eg ev gmbh group holding holdings inc incorporated kg kk "
    "limited llc llp ltd nv oy oyj plc pte pty pvt sa sarl sas se sl spa srl the and und of de"
)
_GENERIC = word_set(
    "university universitat universite universidad universidade college school institute hospital clinic bank "
    "hotel studio studios atelier agency museum city council ministry department centre center national "
    "international royal new st saint global digital design media general first american british german"
)
_PLACES = {
    "koln": "cologne", "munchen": "munich", "wien": "vienna", "praha": "prague", "warszawa": "warsaw", "roma": "rome",
    "firenze": "florence", "venezia": "venice", "napoli": "naples", "milano": "milan", "torino": "turin",
    "den haag": "the hague", "moskva": "moscow", "peking": "beijing", "bombay": "mumbai", "calcutta": "kolkata",
    "kiev": "kyiv", "lisboa": "lisbon", "nyc": "new york", "sf": "san francisco", "la": "los angeles",
    "bruxelles": "brussels", "brussel": "brussels", "antwerpen": "antwerp", "geneve": "geneva", "genf": "geneva",
    "zurich": "zuerich", "kobenhavn": "copenhagen", "goteborg": "gothenburg", "sevilla": "seville",
    "krakau": "krakow", "cracow": "krakow", "breslau": "wroclaw", "danzig": "gdansk", "posen": "poznan",
    "stettin": "szczecin", "pressburg": "bratislava", "laibach": "ljubljana", "mailand": "milan", "rom": "rome",
    "venedig": "venice", "florenz": "florence", "neapel": "naples", "genova": "genoa", "genua": "genoa",
    "moskau": "moscow", "lissabon": "lisbon", "lisbonne": "lisbon", "londres": "london", "londra": "london",
    "londen": "london", "warschau": "warsaw", "varsovie": "warsaw", "prag": "prague", "vienne": "vienna",
    "bruselas": "brussels", "ginebra": "geneva", "nueva york": "new york", "new york city": "new york",
    "athen": "athens", "athenes": "athens", "bukarest": "bucharest", "belgrad": "belgrade", "tokio": "tokyo",
    "pekin": "beijing", "kairo": "cairo", "strassburg": "strasbourg", "nizza": "nice", "anvers": "antwerp",
    "gent": "ghent", "gand": "ghent", "luttich": "liege", "luik": "liege", "brugge": "bruges", "bale": "basel",
    "luzern": "lucerne", "kopenhagen": "copenhagen", "copenhague": "copenhagen", "saloniki": "thessaloniki",
    "sankt petersburg": "saint petersburg", "st petersburg": "saint petersburg",
    "athina": "athens", "bucuresti": "bucharest", "beograd": "belgrade", "bangalore": "bengaluru", "madras": "chennai",
}  # fmt: skip
"""Other names of cities, folded."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of one person. Texts are folded: see `netgive_lib.network.fold`."""

    name: PersonalName
    name_from_address: bool
    """Whether the name is only read from an e-mail address."""
    profile: str | None
    own: frozenset[str]
    """The keys that are theirs alone, but for the profile: e-mail addresses."""
    shared: frozenset[str]
    """The keys that others may share: phones, websites, the mailboxes of offices and households."""
    emails: tuple[str, ...]
    domains: frozenset[str]
    """Domains of e-mail addresses that belong to an organization."""
    organization: tuple[str, ...]
    """The words of its name, without its legal form."""
    title: str
    city: str
    circle: str
    birthday: str | None
    connected_on: date | None

    @property
    def phones(self) -> frozenset[str]:
        """The keys that are phones."""
        return frozenset(key for key in self.shared if key.startswith("phone:"))


def card(row: Mapping[str, Any] | Someone) -> Card:
    """The card of a row of `people`, or of what a source says of someone."""
    if not isinstance(row, dict):
        row = {name: getattr(row, name) for name in READ_FROM}
    found = dict(keys(row["url"], row["emails"], row["phones"]))
    profile = next((key for key, own in found.items() if own and key.startswith("url:")), None)
    emails = tuple(address.strip().casefold() for address in row["emails"] or ())
    personal = [address for address in emails if found.get(_key(address), False)]
    name = _name(parse(row["name"]), personal)
    return Card(
        name=name,
        name_from_address=not row["name"] and bool(name.words),
        profile=profile,
        own=frozenset(key for key, own in found.items() if own and key != profile),
        shared=frozenset(key for key, own in found.items() if not own),
        emails=emails,
        domains=frozenset(filter(None, map(work_domain, emails))),
        organization=organization_words(row["organization"]),
        title=fold(row["title"] or ""),
        city=_city(row["city"]),
        circle=fold(row["circle"] or ""),
        birthday=row["birthday"],
        connected_on=row["connected_on"],
    )


def _key(address: str) -> str:
    return keys(None, [address], None)[0][0]


def _name(name: PersonalName, addresses: Iterable[str]) -> PersonalName:
    """The name with what an e-mail address says of it: what an initial stands for, or a former family name."""
    for address in addresses:
        words = tuple(map(fold, mailbox_words(address)))
        if len(words) > 1 and not name.words:
            return name.renamed(words)
        if len(name.words) < 2 or not words:
            continue
        given, *middle, family = name.words
        first, last = words[0], words[-1]
        if len(given) == 1 and len(first) > 2 and first[0] == given:
            if last == family or (len(words) == 1 and given_groups(first)):
                name = name.renamed((first, *middle, family))
        elif len(words) > 1 and first == given and len(last) > 2 and not _is_there(last, name):
            name = name.with_former(last)
    return name


def _is_there(family: str, name: PersonalName) -> bool:
    """Whether a family name is in a name, or is that of the husband after whom a woman in Hungary is called."""
    return family in name.words or is_wife_of(name.words[-1], family)


@lru_cache(maxsize=16_384)
def organization_words(organization: str | None) -> tuple[str, ...]:
    """The words of an organization's name, without its legal form.

    >>> organization_words("Acme Studio Ltd."), organization_words("The Müller GmbH & Co. KG")
    (('acme', 'studio'), ('muller',))
    """
    words = re.findall(r"[^\W_]+", re.sub(r"(?<=\b\w)\.(?=\w\b)", "", fold(organization or "")))
    return tuple(word for word in words if word not in _LEGAL_FORMS) or tuple(words)


@lru_cache(maxsize=16_384)
def work_domain(address: str) -> str | None:
    """The label of an e-mail address's domain that names the organization; None where anyone can have one.

    >>> [work_domain(f"zoe@{domain}") for domain in ("acme.co.uk", "mail.acme.com", "gmail.com", "acme.example")]
    ['acme', 'acme', None, 'acme']
    """
    labels = address.rpartition("@")[2].rstrip(".").split(".")
    while len(labels) > 2 and labels[-2] in _SECOND_LEVEL:
        labels = labels[:-1]
    label = labels[-2] if len(labels) > 1 else labels[0]
    return None if label in _PROVIDERS or not label else label


def may_be_of_a_job(address: str, organization: tuple[str, ...], *names: PersonalName) -> bool:
    """Whether a mailbox of an organization is named after none of these people, so that others may come to read it.

    >>> [may_be_of_a_job(f"{box}@acme.example", (), parse("Zoe Obi")) for box in ("kitchen", "zoe", "zobi")]
    [True, False, False]
    >>> may_be_of_a_job("acmestudio@gmail.com", organization_words("Acme Studio"), parse("Zoe Obi"))
    True
    """
    named_after_work = organization and "".join(organization) in "".join(map(fold, mailbox_words(address)))
    if not named_after_work and work_domain(address) is None:
        return False
    return not any(is_named_after(address, name) for name in names)


def same_organization(one: tuple[str, ...], other: tuple[str, ...]) -> bool | None:
    """Whether two organizations are one; None where that can't be said.

    >>> same_organization(("acme",), ("acme", "studio")), same_organization(("acme",), ("blau",))
    (True, False)
    """
    if not one or not other:
        return None
    if "".join(one) == "".join(other) or _initials(one) == "".join(other) or _initials(other) == "".join(one):
        return True
    short, long = sorted((one, other), key=len)
    if long[: len(short)] == short and not _GENERIC.issuperset(short):
        return True
    return None if set(one) & set(other) - _GENERIC else False


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words) if len(words) > 2 else ""


def domain_of(organization: tuple[str, ...], domains: Iterable[str]) -> bool:
    """Whether one of the domains is named after the organization.

    >>> domain_of(("acme", "studio"), ["acme-studio"]), domain_of(("acme", "studio"), ["blau"])
    (True, False)
    """
    if not organization:
        return False
    whole = "".join(organization)
    names = {whole, _initials(organization)}
    if len(organization[0]) > 3 and organization[0] not in _GENERIC:
        names.add(organization[0])
    return any(domain.replace("-", "") in names for domain in domains)


@lru_cache(maxsize=16_384)
def _city(city: str | None) -> str:
    """The city without its country, under one of its names."""
    first = re.sub(r"^greater ", "", fold(city or "").split(",")[0].strip())
    first = re.sub(r" (metropolitan )?area$", "", first)
    return _PLACES.get(first, first)
