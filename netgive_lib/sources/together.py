"""Several sources as one: what each found, put together, and the owner taken out of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.schema import ME
from netgive_lib.sources import linkedin
from netgive_lib.sources.found import Found
from netgive_lib.sources.linkedin_people import Owner, Side

if TYPE_CHECKING:
    from netgive_lib.sources.found import Someone


def together(founds: list[Found]) -> Found:
    """Several as one. LinkedIn's gives the name if it is among them; an exchange keeps the one it comes from."""
    formats = list(dict.fromkeys(found.format for found in founds))
    whole = Found(linkedin.FORMAT if linkedin.FORMAT in formats else " and ".join(formats))
    for found in founds:
        whole.people += found.people
        whole.me = _one_me(whole.me, found.me)
        for happened in found.exchanges if found.format != whole.format else ():
            happened.source = happened.source or found.format
        whole.exchanges += found.exchanges
        whole.ties += found.ties
        whole.problems += found.problems
        whole.files += found.files
        for name, frame in found.tables.items():
            there = whole.tables.get(name)
            whole.tables[name] = frame if there is None else pl.concat([there, frame], how="diagonal")
        for reason, count in found.skipped.items():
            whole.skipped[reason] = whole.skipped.get(reason, 0) + count
    return whole


def _one_me(one: Someone | None, other: Someone | None) -> Someone | None:
    """The owner, with what both sources know of them; what the first says goes first."""
    if one is None or other is None:
        return one or other
    return replace(
        one,
        name=one.name or other.name,
        given_name=one.given_name or other.given_name,
        emails=list(dict.fromkeys([*one.emails, *other.emails])),
        url=one.url or other.url,
        topics=list(dict.fromkeys([*one.topics, *other.topics])),
    )


def take_out_owner(found: Found, me: str | None) -> None:
    """Your own entry in an address book is you, and nobody you know."""
    owner = Owner.told(me)
    if found.me:
        owner.emails = list(dict.fromkeys([*owner.emails, *found.me.emails]))
    mine = [someone for someone in found.people if _is_owner(someone, owner)]
    for someone in mine:
        found.people.remove(someone)
        if found.me is None:
            found.me = replace(someone, ref=ME)
        else:
            found.me.emails = list(dict.fromkeys([*found.me.emails, *someone.emails]))


def _is_owner(someone: Someone, owner: Owner) -> bool:
    if not someone.known or not (owner.known or owner.emails):
        return False
    return owner.is_me(Side(someone.name, someone.url)) or not set(owner.emails).isdisjoint(someone.emails)
