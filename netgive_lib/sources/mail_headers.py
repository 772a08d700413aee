"""What the head of a mail says: who wrote, to whom, and when. Bodies are never looked at."""

from __future__ import annotations

import email.utils
import re
from dataclasses import dataclass
from datetime import date, timedelta
from email.errors import HeaderParseError
from email.header import decode_header
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from netgive_lib.sources.addresses import address, is_machine, shown_name
from netgive_lib.sources.tabular import decode
from netgive_lib.sources.touches import CROWD

if TYPE_CHECKING:
    from collections.abc import Callable

EARLIEST = date(1971, 1, 1)
"""The year of the first e-mail: a date before it is a clock that was never set."""
LONGEST_LIST = 50_000
"""Characters of To, Cc or the like that are read; a hundred recipients with long names have half of that."""

_FIELDS = re.compile(
    r"\n(from|to|cc|bcc|date|message-id|delivered-to|x-delivered-to|x-original-to|envelope-to|list-id|list-post|"
    r"list-unsubscribe|precedence|auto-submitted|x-gmail-labels|x-spam-flag)[ \t]*:([^\n]*+(?:\n[ \t][^\n]*+)*+)",
    re.IGNORECASE | re.ASCII,
)
"""With the line break before the field, which is found far faster than the beginning of a line."""
_RECEIVED = re.compile(r"\nreceived:", re.IGNORECASE | re.ASCII)
_FOLD = re.compile(r"\r?\n[ \t]+")
_MAILTO = re.compile(r"<mailto:([^>?]+)", re.IGNORECASE)
_AT = re.compile(r"([\w.+-]+)(?: at |\s?[(\[]at[)\]]\s?)([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
"""How archives of lists hide an address: zoe at example.org."""
_ALL_PLAIN = re.compile(r'(?:"[^"\\]*+"|[^"()\\:;\[\]])*+')
"""A line in which each comma that is not in quotes stands between two parties."""
_PARTS = re.compile(r'(?:"[^"]*+"|[^",])++')
_PLAIN_PARTY = re.compile(
    r'\s*+(?:(?:"(?P<quoted>[^"]*+)"|(?P<name>[^<>@"]*+))\s*<(?P<address>[^<>@\s"]+@[^<>@\s"]+)>'
    r'|(?P<bare>[^<>@\s"]+@[^<>@\s"]+))\s*'
)
_PLAIN_DATE = re.compile(
    r"(?:[A-Z][a-z]{2}, +)?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) \d\d:\d\d"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LENIENT = {"strict": False} if getattr(email.utils, "supports_strict_parsing", False) else {}
"""A strict reading of addresses gives up the whole line for one comma too many."""
_LONGEST_WORD = 1_000
_CACHED = 300
_TO = ("to", "cc", "bcc")
_DELIVERED = ("delivered-to", "x-delivered-to", "x-original-to", "envelope-to")
_LISTS = ("list-id", "list-post", "list-unsubscribe")
_BULK = ("bulk", "list", "junk")
_SENT = frozenset(
    {
        "sent",
        "sent mail",
        "sent messages",
        "sent items",
        "outbox",
        "gesendet",
        "gesendete elemente",
        "envoyés",
    }
    | {"messages envoyés", "éléments envoyés", "enviados", "itens enviados", "elementos enviados"}
    | {"posta inviata", "inviata", "inviati", "verzonden", "verzonden items", "skickat", "sendt", "wysłane"}
)
_DRAFTS = frozenset(
    {"drafts", "draft", "entwürfe", "brouillons", "borradores", "rascunhos", "bozze", "concepten"}
)
_SPAM = frozenset({"spam", "junk", "correo no deseado", "posta indesiderata", "pourriel"})


class Party(NamedTuple):
    """An address, and the name shown with it."""

    address: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail that passed between people."""

    day: date
    sender: Party
    recipients: tuple[Party, ...]
    own: tuple[str, ...]
    """Addresses that this mail shows to be the owner's: it was delivered to them, or sent by them."""


def is_sent_folder(label: str) -> bool:
    """Whether a folder or label of this name holds what its owner wrote.

    >>> is_sent_folder("Sent Mail"), is_sent_folder("Gesendet"), is_sent_folder("Presents")
    (True, True, False)
    """
    return label.strip().casefold() in _SENT


def header_fields(head: bytes) -> dict[str, str]:
    """The header fields of a mail that are looked at, in small letters, each on one line; To and Cc are joined."""
    try:
        text = head.decode()
    except UnicodeDecodeError:
        text = decode(head)
    text = "\n" + text.replace("\0", "")
    fields: dict[str, str] = {}
    for written, value in _FIELDS.findall(text):
        name = written.lower()
        if "\n" in value:
            value = _FOLD.sub(" ", value)
        if name in fields and name in _TO:
            fields[name] += f", {value.strip()}"
        else:
            fields.setdefault(name, value.strip())
    if _RECEIVED.search(text):
        fields["received"] = ""
    return fields


def list_address(fields: dict[str, str]) -> str | None:
    """The address of the list that a mail came through, if it names one."""
    found = _MAILTO.search(fields.get("list-post", "")[:_LONGEST_WORD])
    return address(found[1]) if found else None


def mail(fields: dict[str, str], today: date, sent: bool, problem: Callable[[str], None]) -> Mail | str:
    """The mail with these `header_fields`; the reason, in the plural, if it is no contact between people.

    Args:
        fields: From `header_fields`.
        today: A mail of a later day (but for time zones) has a wrong date.
        sent: Whether it lies in a folder of sent mail.
        problem: Told, as a sentence, what can't be read.

    """
    labels = _labels(fields.get("x-gmail-labels", ""))
    reason = _no_contact(fields, labels)
    if reason:
        return reason
    senders = parties(fields.get("from", ""))
    if not senders:
        return "mails without a sender"
    if is_machine(senders[0].address):
        return "mails from machines"
    recipients = _recipients(fields)
    if isinstance(recipients, str):
        return recipients
    day = _day(fields.get("date", ""), today)
    if isinstance(day, str):
        problem(day)
        return "mails without a date that can be right"
    return Mail(
        day,
        senders[0],
        recipients,
        _own(fields, senders[0], recipients, sent or not labels.isdisjoint(_SENT)),
    )


def _labels(text: str) -> set[str]:
    return {label.strip(' "').casefold() for label in decoded(text).split(",")} if text else set()


def _no_contact(fields: dict[str, str], labels: set[str]) -> str | None:
    if not labels.isdisjoint(_DRAFTS):
        return "drafts that were never sent"
    if not labels.isdisjoint(_SPAM) or fields.get("x-spam-flag", "").casefold() == "yes":
        return "mails in spam"
    if any(name in fields for name in _LISTS) or fields.get("precedence", "").casefold() in _BULK:
        return "mails from lists and newsletters"
    if fields.get("auto-submitted", "no").casefold() != "no":
        return "mails from machines"
    return None


def _recipients(fields: dict[str, str]) -> tuple[Party, ...] | str:
    """Everyone a mail went to, each once; the reason if they are too many."""
    lines = [fields[name] for name in _TO if name in fields]
    crowd = f"mails to more than {CROWD.most} people"
    if sum(line.count("@") for line in lines) > 2 * CROWD.most or any(
        len(line) > LONGEST_LIST for line in lines
    ):
        return crowd
    found = {party.address: party for line in lines for party in parties(line)}
    return crowd if len(found) > CROWD.most else tuple(found.values())


def _own(fields: dict[str, str], sender: Party, recipients: tuple[Party, ...], sent: bool) -> tuple[str, ...]:
    if sent:
        return (sender.address,)
    for name in _DELIVERED:
        delivered = address(fields.get(name, ""))
        if delivered:
            return (delivered,)
    if "received" in fields and len(recipients) == 1:
        return (recipients[0].address,)
    return ()


def _day(text: str, today: date) -> date | str:
    """The day of a mail, as its sender's clock had it; the problem if it can't be right."""
    if not text:
        return "This mail has no date."
    plain = _PLAIN_DATE.match(text)
    try:
        if plain:  # as nearly all are
            day: date | None = date(int(plain[3]), _MONTHS.index(plain[2]) + 1, int(plain[1]))
        else:
            parts = email.utils.parsedate_tz(text[:100])
            day = date(*parts[:3]) if parts else None
    except (ValueError, TypeError, IndexError, OverflowError):
        day = None
    if day is None:
        return f"The date {text[:40]!r} of this mail can't be read."
    if not EARLIEST <= day <= today + timedelta(days=1):
        return f"The date {text[:40]!r} of this mail can't be right."
    return day


def parties(line: str) -> tuple[Party, ...]:
    """The addresses in a line such as `Zoe Obi <zoe@example.org>, max@example.org`, with their names.

    >>> parties("=?utf-8?q?Zo=C3=AB?= Obi <Zoe@Example.org>, max at example.org (Max)")
    (Party(address='zoe@example.org', name='Zoë Obi'), Party(address='max@example.org', name='Max'))
    """
    return _known_parties(line) if len(line) < _CACHED else _parties(line)


def _parties(line: str) -> tuple[Party, ...]:
    plain = [_plain_party(part) for part in _PARTS.findall(line)] if _ALL_PLAIN.fullmatch(line) else [None]
    if None in plain:
        return _any_parties(line)
    found: dict[str, Party] = {}
    for party in filter(None, plain):
        found.setdefault(party.address, party)
    return tuple(found.values())


@lru_cache(maxsize=16_384)
def _plain_party(text: str) -> Party | None:
    """The one party that is written so, as most are; None where it takes more to understand it."""
    parts = _PLAIN_PARTY.fullmatch(text)
    plain = address(parts["address"] or parts["bare"]) if parts else None
    if not parts or not plain:
        return None
    return Party(plain, shown_name(decoded(parts["quoted"] or (parts["name"] or "").strip())))


def _any_parties(line: str) -> tuple[Party, ...]:
    if " at " in line or "at)" in line or "at]" in line:
        line = _AT.sub(r"\1@\2", line)
    longest = min(LONGEST_LIST, _LONGEST_WORD * (1 + line.count("@")))
    try:
        pairs = email.utils.getaddresses([line[:longest]], **_LENIENT)
    except (ValueError, IndexError, TypeError, RecursionError):
        return ()
    found: dict[str, Party] = {}
    for name, written in pairs:
        plain = address(written)
        if plain:
            found.setdefault(plain, Party(plain, shown_name(decoded(name))))
    return tuple(found.values())


_known_parties = lru_cache(maxsize=16_384)(_parties)


def decoded(text: str) -> str:
    """A text with its encoded words (RFC 2047) as letters; one that is broken stays as it is.

    >>> decoded("=?iso-8859-1?Q?Zo=EB?="), decoded("=?no-such-set?Q?Zoe?="), decoded("=?utf-8?b?x?=")
    ('Zoë', 'Zoe', '=?utf-8?b?x?=')
    """
    if "=?" not in text:
        return text
    try:
        parts = decode_header(text[:_LONGEST_WORD])
    except (HeaderParseError, ValueError):
        return text
    return "".join(part if isinstance(part, str) else _in(part, charset) for part, charset in parts)


def _in(part: bytes, charset: str | None) -> str:
    try:
        return part.decode(charset or "ascii")
    except UnicodeDecodeError as error:
        if (
            error.end == len(part) and charset and charset.lower() == "utf-8"
        ):  # cut off within its last letter
            return part[: error.start].decode("utf-8", "ignore")
        return decode(part)
    except (LookupError, ValueError):
        return decode(part)
