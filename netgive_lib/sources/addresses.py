"""E-mail addresses as mail and calendars write them: who is behind one, and which have nobody behind them."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from netgive_lib.sources import fields

_ADDRESS = re.compile(r"[^\s@<>()\[\]\",;:\\/]+@(?:[^\W_][\w-]*\.)+[^\W\d_][\w-]*")
_EXCHANGE = re.compile(r"imceaex-", re.IGNORECASE)
"""How Exchange writes an internal name as if it were an address."""
_MACHINE = re.compile(
    r"(?<![^\W\d_])(?:no[._-]?reply|do[._-]?not[._-]?reply|dont[._-]?reply|no[._-]?responder|"
    r"(?:bitte)?[._-]?nicht[._-]?antworten|ne[._-]?pas[._-]?repondre|non[._-]?rispondere|nao[._-]?responda|"
    r"mailer[._-]daemon)"
)
_MACHINES = frozenset(
    {"alert", "alerts", "bounce", "bounces", "cron", "daemon", "listserv", "mailer", "majordomo", "news"}
    | {"newsletter", "newsletters", "notification", "notifications", "notify", "postmaster", "reply", "root"}
    | {"undisclosed-recipients", "unsubscribe", "updates"}
)
_MACHINE_DOMAINS = frozenset(
    {"bounce", "bounces", "list", "lists", "listserv", "mailer", "noreply", "notification", "notifications"}
    | {"reply", "unsubscribe"}
)
"""First labels of domains that only machines have, as in x@reply.example.org."""
_LIST_ENDS = ("-bounces", "-owner", "-request", "-subscribe", "-unsubscribe")
_LISTS = frozenset({"googlegroups.com", "groups.io", "yahoogroups.com"})
_CALENDARS = "calendar.google.com"
_BESIDE = re.compile(r"(?<=\w)\s*(?:\([^()]*\)|\[[^\[\]]*\])$")
_VIA = re.compile(r"\s+(?:via|über|vía)\s+\S.*$", re.IGNORECASE)


def address(text: str) -> str | None:
    """The address in a text that should be one, in small letters; None if it is none.

    >>> address(" MAILTO:Zoe@Example.org "), address("/o=Org/cn=zoe"), address("invalid:nomail")
    ('zoe@example.org', None, None)
    """
    if len(text) > 2 * fields.LONGEST_NAME:
        return None
    plain = re.sub(r"^\s*mailto:", "", text, flags=re.IGNORECASE).strip(" \t\r\n<>'\"")
    plain = (unquote(plain) if "%" in plain else plain).casefold()
    if _EXCHANGE.match(plain) or not plain.isprintable() or len(plain) > fields.LONGEST_NAME:
        return None
    return plain if _ADDRESS.fullmatch(plain) else None


@lru_cache(maxsize=16_384)
def is_machine(address: str) -> bool:
    """Whether nobody is behind an address: a robot, a list, a room, a calendar.

    >>> [is_machine(a) for a in ("no-reply@example.org", "x@group.calendar.google.com", "zoe@example.org")]
    [True, True, False]
    """
    local, _, domain = address.rpartition("@")
    first, _, rest = domain.partition(".")
    return bool(
        _MACHINE.search(local)
        or re.split(r"[+=]", local)[0] in _MACHINES
        or local.endswith(_LIST_ENDS)
        or domain in _LISTS
        or (first in _MACHINE_DOMAINS and "." in rest)
        or domain == _CALENDARS
        or domain.endswith("." + _CALENDARS)
    )


def shown_name(text: str) -> str | None:
    """The name that is shown with an address; None where that is only the address again.

    >>> shown_name("'Obi, Zoe (Acme)'"), shown_name("zoe@example.org"), shown_name("Max Roe, PhD via Forum")
    ('Zoe Obi (Acme)', None, 'Max Roe')
    """
    name = fields.name(text.strip(" \t\r\n'\"")) if text else None
    if name is None or "@" in name:
        return None
    first, *rest = (part.strip() for part in _VIA.sub("", name).split(","))
    beside = _BESIDE.search(rest[-1]) if len(rest) == 1 else None
    if beside:  # an employer or a short form
        rest = [rest[0][: beside.start()]]
    # After a whole name come degrees, after a last name the first name, and only then degrees.
    whole = 0 if " " in first else 1
    generation = next(filter(fields.is_generation, rest[whole:]), None)
    rest = rest[:whole] + [
        part for part in rest[whole:] if not all(map(fields.is_after_a_comma, part.split()))
    ]
    if len(rest) == 1 and not any(map(str.isdecimal, rest[0])):
        first, rest = f"{rest[0]} {first}", []
    if generation:
        first = f"{first} {generation}"
    if beside:
        first = f"{first}{beside[0]}"
    return ", ".join([first, *rest]).strip("'\", ") or None
