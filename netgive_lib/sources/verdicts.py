"""Whether two cards are one person's: certainly, perhaps, or not.

What speaks for and against is weighed as in record linkage (Fellegi and Sunter, "A theory for record linkage",
Journal of the American Statistical Association 64, 1969): each comparison adds a weight, and a sum above a
threshold is worth a person's look. What is certain is not a question of sums: it follows a few strict rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from netgive_lib.sources.cards import domain_of, may_be_of_a_job, same_organization, work_domain
from netgive_lib.sources.keys import email_key, is_household
from netgive_lib.sources.name_parts import Script
from netgive_lib.sources.personal_names import (
    Likeness,
    address_spells,
    compare,
    is_at_the_family,
    is_for_a_family,
    is_of_the_family,
    names_both,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netgive_lib.sources.cards import Card


class Decision(Enum):
    """What is to be done with two descriptions."""

    SAME = "same"
    MAYBE = "maybe"
    DIFFERENT = "different"


class Verdict(NamedTuple):
    """What was found of two cards."""

    decision: Decision
    why: str
    """In words, for the person who decides; empty where there is nothing to decide."""
    score: float
    by_key: bool = False
    """Whether they share a profile, an address or a phone."""


def _of_names() -> dict[Likeness, float]:
    return {
        Likeness.SAME: 5.0,
        Likeness.FORMER: 4.0,
        Likeness.SPELLED: 3.0,
        Likeness.REORDERED: 2.5,
        Likeness.SHORTER: 2.5,
        Likeness.NICKNAME: 2.0,
        Likeness.CUT: 1.5,
        Likeness.TYPO: 1.5,
        Likeness.READ: 0.5,
        Likeness.INITIAL: 0.0,
        Likeness.ONE_WORD: 0.0,
        Likeness.SURNAME_CHANGED: -2.0,
        Likeness.UNTOLD: -1.0,
    }


@dataclass(frozen=True)
class Weights:
    """How much each comparison counts, for or against two cards being one person's.

    All are ours, set by hand and checked on the labelled pairs in `tests/pairs.csv`.
    """

    names: Mapping[Likeness, float] = field(default_factory=_of_names)
    """For each way in which two names are alike; names that differ are not one person's."""
    own_key: float = 8.0
    """A mailbox that is one person's, or a profile."""
    shared_key: float = 5.0
    """A phone, which a household or an office may share."""
    office_key: float = 2.0
    """The mailbox of an office, or a website."""
    organization: float = 3.0
    """The same organization, or an e-mail address at it."""
    title: float = 1.5
    city: float = 1.0
    circle: float = 1.0
    birthday: float = 5.0
    day_of_birth: float = 3.0
    """The same birthday where the year is not known of both."""
    connected_on: float = 4.0
    mutual: float = 0.75
    """For each person whom both know, up to three."""
    other_generation: float = -20.0
    """Junior and senior."""
    one_generation: float = -1.5
    """One of the two is a junior or senior."""
    other_address: float = -4.0
    """Mr and Mrs, or the assistant, the office or the family of one."""
    other_birthday: float = -10.0
    other_profile: float = -5.0
    other_organization: float = -2.0
    other_city: float = -3.0
    other_title: float = -1.0
    """At one organization, and without a word in common; elsewhere it says nothing."""
    other_mailbox: float = -1.5
    """Two mailboxes at one organization."""
    numbered_mailbox: float = -6.0
    """Two mailboxes at one organization that differ by a number alone: the second Ana got `ana2`."""
    threshold: float = 2.5
    """From here on the two are shown to the person."""


WEIGHTS = Weights()

_SURE_IN_A_FAMILY = frozenset({Likeness.SAME, Likeness.FORMER, Likeness.SPELLED, Likeness.REORDERED})
"""With one of these a mailbox that may be a family's is proof."""
_SURE_NAMES = _SURE_IN_A_FAMILY | {Likeness.SHORTER, Likeness.NICKNAME, Likeness.ONE_WORD}
"""With one of these a mailbox of one's own is proof; with a slip or another family name it is not."""


class _Weighed:
    """The sum so far, and what to say of it."""

    def __init__(self) -> None:
        self.score = 0.0
        self.agreeing: list[str] = []
        self.differing: list[str] = []

    def add(self, weight: float, what: str) -> None:
        self.score += weight
        (self.agreeing if weight > 0 else self.differing).append(what)

    def sentence(self, likeness: Likeness) -> str:
        """What speaks for and against, as one sentence."""
        parts = [likeness.value]
        if self.agreeing:
            parts.append(f"they share {_listed(self.agreeing)}")
        if self.differing:
            parts.append(f"but not {_listed(self.differing)}")
        return f"{'; '.join(parts)}."


def _listed(things: list[str]) -> str:
    *first, last = dict.fromkeys(things)
    return f"{', '.join(first)} and {last}" if first else last


def judge(a: Card, b: Card, mutual: int = 0, weights: Weights = WEIGHTS) -> Verdict:
    """Whether two cards are one person's. `mutual`: how many people both are known to know."""
    likeness = compare(a.name, b.name)
    if likeness is Likeness.DIFFERENT:
        return Verdict(Decision.DIFFERENT, "", 0.0)
    weighed = _Weighed()
    weighed.score += weights.names[likeness]
    _weigh_keys(a, b, weighed, weights)
    _weigh_work(a, b, weighed, weights)
    _weigh_life(a, b, weighed, weights)
    if mutual:
        weighed.add(weights.mutual * min(mutual, 3), "people whom both know")
    by_key = bool((a.profile and a.profile == b.profile) or a.own & b.own or a.shared & b.shared)
    if _is_certain(a, b, likeness, weighed):
        return Verdict(Decision.SAME, weighed.sentence(likeness), weighed.score, by_key)
    if weighed.score >= weights.threshold:
        return Verdict(Decision.MAYBE, weighed.sentence(likeness), weighed.score, by_key)
    return Verdict(Decision.DIFFERENT, "", weighed.score, by_key)


def _weigh_keys(a: Card, b: Card, weighed: _Weighed, weights: Weights) -> None:
    if a.profile and b.profile:
        same = a.profile == b.profile
        weighed.add(weights.own_key if same else weights.other_profile, "the profile")
    for key in sorted(a.own & b.own)[:1]:
        weighed.add(weights.own_key, f"the e-mail address {key.split(':', 1)[1]}")
    for key in sorted(a.shared & b.shared)[:2]:
        kind, value = key.split(":", 1)
        said = {"phone": "the phone", "url": "the website", "email": "the mailbox"}[kind]
        weighed.add(weights.shared_key if kind == "phone" else weights.office_key, f"{said} {value}")
    if not a.own & b.own:
        _weigh_mailboxes(a, b, weighed, weights)


def _weigh_mailboxes(a: Card, b: Card, weighed: _Weighed, weights: Weights) -> None:
    """Two mailboxes at one organization, which hardly anyone has."""
    for one, other in ((x, y) for x in a.emails for y in b.emails if x != y):
        (box, _, domain), (other_box, _, other_domain) = one.rpartition("@"), other.rpartition("@")
        if domain == other_domain and work_domain(one):
            numbered = re.sub(r"\d+", "", box) == re.sub(r"\d+", "", other_box)
            weighed.add(weights.numbered_mailbox if numbered else weights.other_mailbox, "the mailbox")
            return


def _weigh_work(a: Card, b: Card, weighed: _Weighed, weights: Weights) -> None:
    same = same_organization(a.organization, b.organization)
    known_by_address = (
        bool(a.domains & b.domains)
        or domain_of(a.organization, b.domains)
        or domain_of(b.organization, a.domains)
    )
    if same or known_by_address:
        weighed.add(weights.organization, "the organization")
    elif same is False:
        weighed.add(weights.other_organization, "the organization")
    if a.title and a.title == b.title:
        weighed.add(weights.title, "the title")
    elif a.title and b.title and (same or known_by_address) and not {*a.title.split()} & {*b.title.split()}:
        weighed.add(weights.other_title, "the title")


def _weigh_life(a: Card, b: Card, weighed: _Weighed, weights: Weights) -> None:
    if a.city and b.city:
        alike = _same_place(a.city, b.city)
        weighed.add(weights.city if alike else weights.other_city, "the city")
    if a.circle and a.circle == b.circle:
        weighed.add(weights.circle, "the circle")
    if a.connected_on and a.connected_on == b.connected_on:
        weighed.add(weights.connected_on, "the day you connected")
    if a.birthday and b.birthday:
        if a.birthday == b.birthday and _has_year(a.birthday):
            weighed.add(weights.birthday, "the birthday")
        elif _same_birthday(a.birthday, b.birthday):
            weighed.add(weights.day_of_birth, "the birthday")
        else:
            weighed.add(weights.other_birthday, "the birthday")
    if a.name.generation != b.name.generation:
        both = a.name.generation and b.name.generation
        weighed.add(weights.other_generation if both else weights.one_generation, "junior or senior")
    addressed = {a.name.addressed, b.name.addressed}
    if len(addressed) > 1 and (None not in addressed or addressed & {"both", "beside"}):
        weighed.add(weights.other_address, "the form of address")


def _same_place(one: str, other: str) -> bool:
    return one == other or bool(
        set(one.split()) >= set(other.split()) or set(one.split()) <= set(other.split())
    )


def _has_year(birthday: str) -> bool:
    """Whether a birthday has its year, and is no day that programs put where none is known."""
    return not birthday.startswith("--") and not birthday.endswith("-01-01")


def _same_birthday(one: str, other: str) -> bool:
    yearless = one.startswith("--") or other.startswith("--")
    return one == other or (yearless and one[-5:] == other[-5:])


def _is_certain(a: Card, b: Card, likeness: Likeness, weighed: _Weighed) -> bool:
    """Whether the two are one beyond doubt.

    A profile is proof unless the names have nothing in common, a mailbox of one's own unless they differ by
    more than a spelling. A phone, and a name with the same organization, are proof only where the names are
    the same in full and nothing else on the two cards differs.
    """
    against = {"junior or senior", "the birthday", "the form of address"} & set(weighed.differing)
    if against or a.name_from_address or b.name_from_address:
        return False
    if a.profile and a.profile == b.profile:
        return True
    if a.profile and b.profile:
        return False
    if a.own & b.own:
        return _is_owner(a, b, likeness, weighed)
    named = _is_one_name(a, b, likeness) and a.name.whole and b.name.whole
    if not named or weighed.differing or _differs_silently(a, b):
        return False
    by_shared_key = any(_tells(key, a, b) for key in a.shared & b.shared)
    at_work = same_organization(a.organization, b.organization) or _names_workplace(a, b)
    if a.name.frequent or b.name.frequent:  # two of them at one place are no rarity
        at_work = at_work and _same_title(a, b)
    return by_shared_key or at_work or _same_dates(a, b)


def _is_one_name(a: Card, b: Card, likeness: Likeness) -> bool:
    """Whether the names are the same, be it that one is spelled without umlauts: Müller and Mueller."""
    spelled = likeness is Likeness.SPELLED and not a.name.spellings.isdisjoint(b.name.spellings)
    return likeness is Likeness.SAME or spelled


def _tells(key: str, a: Card, b: Card) -> bool:
    """Whether a key that others may have too is proof with the same full name.

    Father and son may have one name and one mailbox for the family or its firm, and two of a frequent name may
    be reached through the switchboard of one employer.
    """
    kind, value = key.split(":", 1)
    if kind == "email":
        return not (is_household(value) or is_at_the_family(value, a.name))
    at_work = same_organization(a.organization, b.organization)
    return kind != "phone" or not at_work or not (a.name.frequent or b.name.frequent) or _same_title(a, b)


def _same_title(a: Card, b: Card) -> bool:
    return bool(a.title) and a.title == b.title


def _same_dates(a: Card, b: Card) -> bool:
    """Whether they were born on one day, or you connected with them on one: with a name in full it is proof."""
    born = a.birthday is not None and a.birthday == b.birthday and _has_year(a.birthday)
    return born or (a.connected_on is not None and a.connected_on == b.connected_on)


def _is_owner(a: Card, b: Card, likeness: Likeness, weighed: _Weighed) -> bool:
    """Whether two cards with the same mailbox of one's own are its owner's.

    A mailbox at an organization that is not named after them may go with the job, as admissions@ does.
    """
    if not a.name.words or not b.name.words:
        return True
    shared = [address for address in a.emails if email_key(address) in b.own]
    fuller = max(a.name, b.name, key=lambda name: [*map(len, name.words)])
    if likeness is Likeness.INITIAL:
        return any(address_spells(address, fuller) for address in shared)
    if all(may_be_of_a_job(address, a.organization or b.organization, a.name, b.name) for address in shared):
        other_job = a.title and b.title and a.title != b.title
        other_phones = a.phones - b.phones and b.phones - a.phones
        rare = not (a.name.frequent or b.name.frequent)
        if all(is_at_the_family(address, fuller) for address in shared) and not _agree_elsewhere(a, b):
            return False
        return _is_one_name(a, b, likeness) and rare and not (weighed.differing or other_job or other_phones)
    scripts = {a.name.script, b.name.script}
    if Script.VOWELLESS in scripts and len(scripts) > 1:
        return False  # Hassan and Hussein have the same consonants
    if any(names_both(address, a.name, b.name) for address in shared):
        return False
    of_the_family = all(is_of_the_family(address, fuller) for address in shared)
    if of_the_family and {"the title", "the city"} & set(weighed.differing):
        return False  # a father and a son may have one name
    if all(is_for_a_family(address, fuller) for address in shared) and not _agree_elsewhere(a, b):
        return False
    return likeness in (_SURE_IN_A_FAMILY if of_the_family else _SURE_NAMES)


def _agree_elsewhere(a: Card, b: Card) -> bool:
    """Whether more than a mailbox tells that they are not two of a family with one name."""
    return _same_dates(a, b) or _same_title(a, b)


def _differs_silently(a: Card, b: Card) -> bool:
    """Whether the cards differ in what most people have several of, which may mean two people or nothing."""
    return (
        bool(a.emails and b.emails and set(a.emails).isdisjoint(b.emails))
        or bool(a.phones and b.phones and not a.phones & b.phones)
        or bool(a.title and b.title and a.title != b.title)
        or bool(a.circle and b.circle and a.circle != b.circle)
        or bool(a.organization and b.organization and a.organization != b.organization)
        or bool(a.connected_on and b.connected_on and a.connected_on != b.connected_on)
    )


def _names_workplace(a: Card, b: Card) -> bool:
    """Whether the e-mail address of one is at a domain that is the other's organization, spelled out."""
    return "".join(a.organization) in b.domains or "".join(b.organization) in a.domains
