"""The ask page: what holds an ask back, what could stand beside it, and the asks that are open."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.describe import day_in_words, each_once
from netgive_lib.introductions import introduction_offers
from netgive_lib.namesakes import told_apart
from netgive_lib.nuisance import said_once
from netgive_lib.offers import suggest_offers
from netgive_lib.wording import check_ask, is_english

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from netgive_lib.network import Network
    from netgive_lib.nuisance import Reason
    from netgive_lib.wording import Finding

_SUGGESTED = 4


def reasons_listed(reasons: Sequence[Reason]) -> str:
    """Why not to ask someone now, and from when it will be fine."""
    items = "".join(f"<li>{escape(reason.text)}{_until(reason)}</li>" for reason in said_once(reasons))
    return f'<div class="ng-box ng-wrong"><b>Not now.</b><ul>{items}</ul></div>' if items else ""


def _until(reason: Reason) -> str:
    return f" <b>Fine again from {day_in_words(reason.until)}.</b>" if reason.until else ""


def read_along(ask: str, way_out: str) -> tuple[str, list[Finding]]:
    """What is read of an ask while it is typed, with its way out behind it, and what could be better.

    What you bring stands in a box of its own, and is not missed here. An ask in another language is read alone: the way
    out is in English, and would have all of it taken for that.
    """
    if not is_english(ask):
        return ask.strip(), []
    said = f"{ask.strip()} {way_out}".strip() if ask.strip() else ""
    return said, [finding for finding in check_ask(said) if finding.code != "AS7"] if said else []


def held_back(
    person: str | None, reasons: Sequence[Reason], findings: Sequence[Finding], ask: str, offer: str
) -> str:
    """What is still missing before there is a message; nothing if nothing is."""
    if not person:
        return _missing("Choose one person first. An ask to everybody is an ask to nobody.")
    if reasons:
        return _missing("This ask is held back, for the reason on the left. Nothing stops you from giving.")
    if not ask.strip():
        return _missing("Say what you need, in a sentence.")
    if not offer.strip():
        return _missing(
            "Without something that you bring, this ask is held back. Choose an offer, or write one in your own words."
        )
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        return _missing(f"One thing first. {errors[0].message} {errors[0].hint}")
    return ""


def _missing(text: str) -> str:
    return f'<div class="ng-box" role="status"><b>Your message will stand here.</b><span>{escape(text)}</span></div>'


def offers_for(network: Network, person: str, today: date) -> dict[str, str]:
    """What could stand beside an ask -> the sentence for the message: offers chosen, then suggestions.

    The text of an offer that was written stays as it is; what is only suggested is put as an offer.
    """
    kept = network.offers.filter((pl.col("person") == person) & pl.col("status").is_in(["chosen", "idea"]))
    found = {row["text"]: row["text"] for row in kept.sort("status").to_dicts() if row["text"]}
    rows = suggest_offers(network, today, person).head(_SUGGESTED).to_dicts()
    rows += introduction_offers(network, today, person).head(2).to_dicts()
    for row in rows:
        title = row["title"].strip().rstrip(".")
        found.setdefault(
            f"{title}: {row['why']}", f"I have something for you: {title[0].lower()}{title[1:]}."
        )
    return found


def open_asks(network: Network) -> dict[str, str]:
    """Label -> id of the asks that were made and have no answer yet."""
    names = told_apart(network)
    rows = network.asks.filter(pl.col("status") == "made").to_dicts()
    return each_once((f"{names[row['person']]}: {row['text'] or 'an ask'}", row["id"]) for row in rows)
