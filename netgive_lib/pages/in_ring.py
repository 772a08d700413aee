"""The ring page: cards from what is typed, and what came of them as HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from netgive_lib.ring import Brought, Card

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netgive_lib.classroom.room import RoomState, Timer
    from netgive_lib.network import Network
    from netgive_lib.ring import Ring

_ASSETS_SUGGESTED = 3


def card_from(values: Mapping[str, str]) -> Card:
    """The card that a form holds: name, ask, topics with commas between, offers one a line."""
    return Card(
        name=values["name"].strip(),
        ask=" ".join(values["ask"].split()),
        topics=tuple(topic.strip() for topic in values["topics"].split(",") if topic.strip()),
        offers=tuple(
            Brought(line.strip(" -•\t")) for line in values["offers"].splitlines() if line.strip(" -•\t")
        ),
    )


def first_card(network: Network) -> Card:
    """A card to begin with, from what you wrote down to bring."""
    me = network.person("me")
    titles = network.assets["title"].to_list()[:_ASSETS_SUGGESTED]
    return Card(me["name"] or "", "", (), tuple(Brought(title) for title in titles))


def asks_of_others(state: RoomState, seat: str) -> dict[str, str]:
    """Label -> name of everyone else who asks for something."""
    cards = [card for of_seat, card in state.cards.items() if of_seat != seat and card.ask]
    return {f"{card.name}: {card.ask}": card.name for card in cards}


def outcome(ring: Ring) -> str:
    """Who helps whom, the circles of giving, and the asks that are open."""
    if not ring.cards:
        return "<p>The middle is still empty. Put your card in.</p>"
    cycles = "".join(
        f'<li class="ng-cycle">A circle of giving: {escape(" helps ".join([*cycle, cycle[0]]))}.</li>'
        for cycle in ring.cycles
    )
    matches = "".join(
        f"<li><b>{escape(match.giver)}</b> can help <b>{escape(match.asker)}</b>. {escape(match.why)}</li>"
        for match in ring.matches
    )
    helped = {match.asker for match in ring.matches}
    waiting = "".join(
        f"<li><b>{escape(card.name)}</b>: {escape(card.ask)}</li>"
        for card in ring.cards
        if card.ask and card.name not in helped
    )
    still = f"<h4>Still open: who knows someone?</h4><ul class='ng-offers'>{waiting}</ul>" if waiting else ""
    return (
        f'<div class="ng-report"><p><b>{ring.served} of {ring.asks}</b> asks have a helper.</p>'
        f'<ul class="ng-offers">{cycles}{matches}</ul>{still}</div>'
    )


def hands_in_words(state: RoomState) -> str:
    """Who raised a hand for whom."""
    items = "".join(
        f"<li>{escape(hand.giver)} {'can help' if hand.how == 'can help' else 'knows someone for'} "
        f"{escape(hand.asker)}</li>"
        for hand in state.hands
    )
    return f'<ul class="ng-offers">{items}</ul>' if items else "<p>Nobody has raised a hand yet.</p>"


def clock(timer: Timer | None) -> str:
    """The clock on the wall."""
    if timer is None:
        return ""
    minutes, seconds = divmod(timer.left(), 60)
    label = f" {escape(timer.label)}" if timer.label else ""
    return f'<p class="ng-clock" role="timer"><b>{minutes}:{seconds:02}</b>{label}</p>'
