"""The tab page as HTML: the whole in figures, and whom you owe, with ways to even it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.introductions import introduction_offers
from netgive_lib.offers import suggest_offers
from netgive_lib.tab import balances, overall

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network

_SHOWN, _WAYS = 5, 3


def figures(network: Network, today: date) -> str:
    """The tab of the whole network in four figures."""
    whole = overall(network, today)
    share = "–" if whole.share_without_ask is None else f"{whole.share_without_ask:.0%}"
    leaning = whole.theirs + whole.mine
    tab = "–" if whole.tab is None else f"{whole.tab:.0%}"
    told = (
        (share, "of your contacts carried no ask"),
        (tab, "of all that was given came from you"),
        (f"{whole.split:,}", "tab is split" if whole.split == 1 else "tabs are split"),
        (f"{leaning:,}", "leans to one side" if leaning == 1 else "lean to one side"),
    )
    items = "".join(f"<li><b>{figure}</b>{words}</li>" for figure, words in told)
    return f'<ul class="ng-figures">{items}</ul>'


def if_everyone_kept_score(network: Network, today: date) -> str:
    """What it would look like if everyone stopped until the tab is even, and why not to."""
    whole = overall(network, today)
    people = whole.split + whole.theirs + whole.mine
    if not people:
        return "<p>Nothing is on the tab yet.</p>"
    left = f"{whole.still_open} of the {people} people with whom something passed"
    return (
        f"<p>If everyone kept score, and waited until the tab is even, you would be in touch with {left}. "
        f"With {whole.theirs} they would wait for you, and with {whole.mine} you would wait for them.</p>"
        "<p>So do not keep score. The tab is here to show you for whom it is worth thinking of something, "
        "and nobody else ever sees it.</p>"
    )


def owed(network: Network, today: date) -> str:
    """To whom you owe most, each with up to three ways to even it."""
    rows = balances(network, today).filter(pl.col("side") == "theirs").head(_SHOWN)
    if not rows.height:
        return "<p>You owe nobody, as far as is noted here.</p>"
    items = "".join(
        f"<li><b>{escape(name)}</b> gave you {received:.1f}, you gave {given:.1f}.{_ways(network, id, today)}</li>"
        for id, name, given, received in rows.select("id", "name", "given", "received").iter_rows()
    )
    return f'<ol class="ng-offers">{items}</ol>'


def _ways(network: Network, person: str, today: date) -> str:
    """Ways to even one tab: what you have that fits, then introductions, then a thank-you that is always there."""
    columns = ("title", "fit")
    found = suggest_offers(network, today, person).select(columns).to_dicts()
    found += introduction_offers(network, today, person).select(columns).to_dicts()
    titles = [row["title"] for row in sorted(found, key=lambda row: -row["fit"])][:_WAYS]
    titles += ["Tell them what came of what they gave you", "Thank them where others read it"]
    items = "".join(f"<li>{escape(title)}</li>" for title in titles[:_WAYS])
    return f"<ul>{items}</ul>"


def owing(network: Network, today: date) -> str:
    """Who got more from you than they gave, and why that is no debt."""
    rows = balances(network, today).filter(pl.col("side") == "mine").reverse().head(_SHOWN)
    if not rows.height:
        return "<p>Nobody got more from you than you from them, as far as is noted.</p>"
    names = ", ".join(escape(name) for name in rows["name"])
    return (
        f"<p>{names}. They owe you nothing: what you gave was a gift. If one of them would like to even it, let "
        "them; an ask that is easy to answer can be a kindness too.</p>"
    )
