"""vCards, 2.1 to 4.0, as phones, mail programs and address books write them."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from netgive_lib.network import fold
from netgive_lib.sources import dates, fields
from netgive_lib.sources.found import Found, Problem, Someone, SourceError
from netgive_lib.sources.tabular import MOST_PROBLEMS
from netgive_lib.sources.vcard_lines import cards

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netgive_lib.sources.vcard_lines import Card
    from netgive_lib.sources.vcard_property import Property

FORMAT = "vCard"

_LONGEST_LINE = 2_000
"""So much of an address, a number or a profile is looked at, in characters."""
_NO_PERSON = {
    "group": "groups",
    "org": "contacts that are an organization and no person",
    "location": "contacts that are a place or a device",
    "device": "contacts that are a place or a device",
    "application": "contacts that are a place or a device",
}
"""What KIND says of a card that describes no person (RFC 6350, 6.1.4; RFC 6473; RFC 6869)."""
_NOBODY = "contacts without a name, an e-mail address or a phone"
_INSIDE = "cards inside somebody else's card"
_SYSTEM_GROUPS = frozenset(
    {"mycontacts", "my contacts", "contacts", "all contacts", "starred", "starred in android", "favorites"}
    | {"favourites", "unfiled", "uncategorized", "uncategorised", "vcard"}
)
_NOT_FOR_TALK = frozenset({"fax", "pager", "modem"})
_URI = re.compile(r"(?:tel|callto|sms):", re.IGNORECASE)
_SLUG = re.compile(r"[\w%-]{2,100}")
_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_SELF = "me"


def read_vcards(data: bytes, file: str) -> Found:
    """The people in a file of vCards.

    A card that can't be read becomes a problem, as does a part of one; its neighbours are not touched. Groups,
    organizations and cards that say nothing are counted as skipped. A person's circle is their first category,
    else the first group in the file that has them as a member.

    Args:
        data: The file as it is, in any encoding.
        file: Its name, for the report.

    Raises:
        SourceError: There is no card in it.

    """
    book = _Book(file)
    for card in cards(data, book.problem):
        book.add(card)
    return book.found()


class _Book:
    """One file while its cards are taken in."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._people: list[Someone] = []
        self._problems: list[Problem] = []
        self._skipped: Counter[str] = Counter()
        self._by_uid: dict[str, Someone | None] = {}
        """None where several cards have the same UID, so that it tells nothing."""
        self._groups: list[tuple[str, list[str]]] = []
        self._related: list[tuple[str, str, str]] = []

    def problem(self, line: int | None, problem: str) -> None:
        """Note what is wrong with a card; where much is wrong, not every one."""
        if len(self._problems) == MOST_PROBLEMS:
            problem = "From here on, problems are not listed any more."
        if len(self._problems) <= MOST_PROBLEMS:
            self._problems.append(Problem(self._file, line, problem))

    def add(self, card: Card) -> None:
        """Take in one card."""
        self._skipped.update({_INSIDE: card.inner} if card.inner else {})
        kind = card.text("KIND", "X-ADDRESSBOOKSERVER-KIND").casefold()
        someone = _someone(card, self.problem)
        reason = _NO_PERSON.get(kind) or _no_person(card, someone)
        if card.fault:
            left = "Nothing in it says whose card it is, so it was left out."
            rest = left if reason == _NOBODY else "What is whole in it was read."
            self.problem(card.line, f"{card.fault} {rest}")
        if kind == "group":
            members = card.named("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER")
            self._groups.append((card.text("FN", "N"), [_uid(member) for member in members]))
        if reason is None:
            self._keep(card, someone)
        elif not (card.fault and reason == _NOBODY):
            self._skipped[reason] += 1

    def _keep(self, card: Card, someone: Someone) -> None:
        self._people.append(someone)
        for uid in map(_uid, card.named("UID")):
            self._by_uid[uid] = None if uid in self._by_uid else someone
        for related in card.named("RELATED"):
            how = ", ".join(sorted(related.types - {"pref"}))
            if how != _SELF:
                self._related.append((someone.ref, _uid(related), how or "related"))

    def found(self) -> Found:
        """All that was found. Raises `SourceError` if there was no card."""
        if not (self._people or self._problems or self._skipped):
            raise SourceError(
                f"{self._file} holds no vCard: none begins with BEGIN:VCARD on a line of its own."
            )
        for group, members in self._groups:
            for uid in members:
                member = self._by_uid.get(uid)
                if member and not member.circle:
                    member.circle = _circle([group])
        ties = [
            (ref, other.ref, how)
            for ref, uid, how in self._related
            if (other := self._by_uid.get(uid)) and other.ref != ref
        ]
        return Found(
            FORMAT,
            self._people,
            ties=ties,
            problems=sorted(self._problems[:MOST_PROBLEMS], key=_line) + self._problems[MOST_PROBLEMS:],
            files=[(self._file, FORMAT)],
            skipped=dict(self._skipped),
        )


def _line(problem: Problem) -> int:
    return problem.line or 0


def _no_person(card: Card, someone: Someone) -> str | None:
    """Why a card is passed over; None for a person."""
    if not (someone.name or someone.emails or someone.phones or someone.url or someone.organization):
        return _NOBODY
    shown_as_company = card.text("X-ABSHOWAS").casefold() == "company"
    given, _, family, _ = _name_parts(card)
    named_after = not (given and family) and fold(someone.name or "") == fold(someone.organization or "")
    if someone.organization and (shown_as_company or named_after or not (someone.name or someone.url)):
        return _NO_PERSON["org"]
    return None


def _someone(card: Card, problem: Callable[[int | None, str], None]) -> Someone:
    emails = list(dict.fromkeys(_emails(card, problem)))
    phones = list(dict.fromkeys(_phones(card, problem)))
    categories = [part for each in card.named("CATEGORIES") for part in each.parts(";,")]
    topics = [part for each in card.named("INTEREST", "HOBBY", "EXPERTISE") for part in each.parts(",")]
    name = _name(card, [*emails, *phones])
    return Someone(
        str(card.line),
        name,
        fields.given_name(_name_parts(card)[0]) if name else None,
        emails,
        phones,
        _profile(card),
        fields.name(next(filter(None, _parts(card, "ORG")), "")),
        fields.name(card.text("TITLE", "ROLE")),
        fields.name(next(filter(None, (_city(address) for address in card.named("ADR"))), "")),
        _circle(categories),
        list(dict.fromkeys(filter(None, map(fields.name, topics)))),
        birthday=_birthday(card, problem),
        note=fields.note("\n".join(each.text for each in card.named("NOTE"))),
    )


def _parts(card: Card, name: str) -> list[str]:
    """The parts of the first property of this name."""
    return next((each.parts() for each in card.named(name)), [])


def _name_parts(card: Card) -> list[str]:
    """Given, middle and family name, and what comes after it; "" for those that are missing."""
    written = next((each.names() for each in card.named("N")), [])
    family, given, middle, _, suffix, *_ = (*written, *("",) * 5)
    return [given, middle, family, suffix]


def _name(card: Card, addresses: list[str]) -> str | None:
    """The name as it is shown, else put together from its parts, else a nickname.

    Programs that know no name show an address or a number in its place: that is none.
    """
    given, middle, family, suffix = _name_parts(card)
    shown = card.text("FN")
    if given and shown == f"{family}, {given}":
        shown = ""
    names = (shown, fields.whole_name(given, middle, family, suffix), card.text("NICKNAME"))
    no_names = set(map(_squeezed, addresses))
    whole = next((name for name in map(fields.name, names) if name and _squeezed(name) not in no_names), None)
    return fields.with_maiden_name(whole, card.text("X-MAIDENNAME"))


def _squeezed(text: str) -> str:
    return re.sub(r"[\s().-]+", "", text).casefold()


def _emails(card: Card, problem: Callable[[int | None, str], None]) -> Iterator[str]:
    for each in card.named("EMAIL"):
        yield from fields.emails(each.words[:_LONGEST_LINE], partial(problem, each.line))


def _phones(card: Card, problem: Callable[[int | None, str], None]) -> Iterator[str]:
    """The numbers, those that nobody answers last."""
    for each in sorted(card.named("TEL"), key=lambda tel: not tel.types.isdisjoint(_NOT_FOR_TALK)):
        number = each.words[:_LONGEST_LINE]
        uri = _URI.match(number)
        if uri:
            # RFC 3966: after a semicolon come an extension and the like, which are not part of the number.
            number = number[uri.end() :].partition(";")[0]
        yield from fields.phones(number, partial(problem, each.line))


def _profile(card: Card) -> str | None:
    for each in card.named("X-LINKEDIN", "X-SOCIALPROFILE", "SOCIALPROFILE", "URL"):
        text = each.words[:_LONGEST_LINE]
        service = each.parameters.get("SERVICE-TYPE", "").casefold()
        linkedin = each.name == "X-LINKEDIN" or service == "linkedin" or "linkedin" in each.types
        url = fields.profile(f"linkedin.com/in/{text}" if linkedin and _SLUG.fullmatch(text) else text)
        if url:
            return url
    return None


def _city(address: Property) -> str:
    _, _, _, city, *_ = (*address.parts(), "", "", "", "")
    return city


def _circle(labels: list[str]) -> str | None:
    """The first label of their own: those of the address book itself, such as "myContacts", are no circle."""
    names = filter(None, map(fields.name, labels))
    own = (name for name in names if not name.startswith("*") and name.casefold() not in _SYSTEM_GROUPS)
    return next(own, None)


def _uid(property: Property) -> str:
    return property.words.casefold().removeprefix("urn:uuid:")


def _birthday(card: Card, problem: Callable[[int | None, str], None]) -> str | None:
    for each in card.named("BDAY"):
        text = each.words
        date = _DATE.match(text)
        if date:
            year, month, day = date.groups()
            unknown = year == each.parameters.get("X-APPLE-OMIT-YEAR")
            text = f"{'-' if unknown else year}-{month}-{day}"
        try:
            return dates.birthday(text)
        except ValueError as error:
            problem(each.line, str(error))
    return None
