"""The reconnect page as HTML: who went quiet and why it is worth it, the plan in words, who is held back."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib import nuisance
from netgive_lib.describe import day_in_words, name_of
from netgive_lib.glad import glad_of_a_touch
from netgive_lib.namesakes import told_apart
from netgive_lib.reconnect import reconnections
from netgive_lib.ties import ties

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from netgive_lib.moves import NextMove
    from netgive_lib.network import Network
    from netgive_lib.plan import Plan

_SHOWN = 8
_WARM = 5
DELIGHTED = (
    "They may be more pleased than you think: in experiments with over 5,900 people, being reached out to was "
    "appreciated more than the sender thought, most of all as a surprise (Liu and others, JPSP 124, 2023)."
)


def warm_up(network: Network, today: date) -> list[tuple[str, str]]:
    """(name, id) of people you already talk to: the warmest of the inner rings who may be contacted."""
    rows = (
        ties(network, today)
        .filter(pl.col("warmth").is_not_null() & ~pl.col("dormant"))
        .sort(["ring", "warmth", "id"], descending=[False, True, False])
    )
    resting = set(nuisance.held_back(network, today)["person"])
    names = told_apart(network)
    return [(names[id], id) for id in rows["id"] if id not in resting][:_WARM]


def quiet_ones(network: Network, today: date, direction: float, person: str | None = None) -> str:
    """The best to reconnect with of those who went quiet, or the one who was picked: the two parts of the value."""
    rows = reconnections(network, today, direction).filter(~pl.col("leave_alone"))
    rows = rows.filter(pl.col("id") == person) if person else rows.filter("dormant").head(_SHOWN)
    if not rows.height:
        return "<p>Nobody has gone quiet, as far as is noted here.</p>"
    items = "".join(
        f"<li><b>{escape(row['name'])}</b> {_parts(row)}<br>{escape(row['why'])}</li>"
        for row in rows.iter_rows(named=True)
    )
    return f'<ol class="ng-offers">{items}</ol><p class="ng-said">{DELIGHTED}</p>'


def _parts(row: Mapping[str, Any]) -> str:
    return (
        f'<span class="ng-fit">value {row["value"]:.2f}: novelty {row["novelty"]:.2f}, '
        f"engagement {row['engagement']:.2f}</span>"
    )


def moves(plan: Plan) -> str:
    """The moves of a plan, by day."""
    if not plan.moves.height:
        return "<p>Nothing can be planned: there is nothing to bring yet, or nobody who may be contacted.</p>"
    items = "".join(_move(row) for row in plan.moves.iter_rows(named=True))
    return f'<ol class="ng-offers">{items}</ol>'


def _move(row: Mapping[str, Any]) -> str:
    ask = " <small>with an ask</small>" if row["ask"] else ""
    who = f"{day_in_words(row['on'])}, {escape(row['name'])}"
    return f"<li><b>{who}</b>{ask}<br>{escape(row['offer'])}<br><small>{escape(row['why'])}</small></li>"


def held_back(plan: Plan) -> str:
    """Who is not in the plan, and why."""
    rows = plan.held_back.to_dicts()
    items = "".join(
        f"<li><b>{escape(row['name'])}</b>: {escape(' '.join(row['reasons']))}</li>" for row in rows
    )
    return f'<ul class="ng-offers">{items}</ul>' if items else "<p>Nobody.</p>"


def think_first(plan: Plan, served: bool) -> str:
    """For whom there is nothing to bring yet, with the way to their brainstorm."""
    rows: Iterable[Mapping[str, Any]] = plan.think_first.head(12).iter_rows(named=True)
    items = "".join(f"<li><b>{escape(row['name'])}</b>: {escape(row['why'])}</li>" for row in rows)
    link = ' <a href="/offers">Find something for them</a>' if served else ""
    if not items:
        return "<p>Nobody: for everyone who may be contacted there is something to bring.</p>"
    return f'<p>No move without an offer.{link}</p><ul class="ng-offers">{items}</ul>'


def touches(network: Network, today: date) -> str:
    """Five people who would be glad of a word that asks for nothing."""
    rows = glad_of_a_touch(network, today)
    if not rows.height:
        return "<p>Nobody this week: you have been in touch with all who are near.</p>"
    items = "".join(
        f"<li><b>{escape(row['name'])}</b><br>{escape(row['why'])}</li>" for row in rows.iter_rows(named=True)
    )
    return f'<ol class="ng-offers">{items}</ol>'


def next_in_words(move: NextMove | None, network: Network) -> str:
    """When someone is next, and with what."""
    if move is None:
        return ""
    name = escape(name_of(network.person(move.person)))
    bring = f" with “{escape(move.offer)}”" if move.offer else ""
    return f"<p>Next time: {name}, from {day_in_words(move.on)}{bring}. {escape(move.why)}</p>"
