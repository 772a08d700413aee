"""A class of made-up people, to rehearse with alone: their cards for the ring, and a network for each."""

from __future__ import annotations

from datetime import timedelta
from functools import cache, partial
from typing import TYPE_CHECKING

from netgive_lib.classroom.room import Room
from netgive_lib.resources import folder
from netgive_lib.ring import read_cards
from netgive_lib.sample import generate
from netgive_lib.sample.synthetic import STORY_DAY
from netgive_lib.schema import ME

if TYPE_CHECKING:
    from netgive_lib.network import Network
    from netgive_lib.ring import Card

_SEAT = "made-up-{}"
_KNOW_EACH_OTHER = (1, 2, 7)
"""Each knows those who sit so many places further on, so that the networks overlap."""


@cache
def cards() -> tuple[Card, ...]:
    """The cards of the 24 made-up participants, from `data/class/cards.json`."""
    return tuple(read_cards([folder("data") / "class" / "cards.json"]))


@cache
def network(place: int) -> Network:
    """The network of the made-up participant at `place`, counted from 0: 30 to 76 people, some of the class among them.

    Raises `IndexError` if there is no such place.
    """
    mine = cards()[place]
    made = generate(30 + 2 * place, 150 + 10 * place, seed=place)
    made = made.edit(ME, name=mine.name, given_name=mine.name.split()[0], emails=[])
    for step in _KNOW_EACH_OTHER:
        other = cards()[(place + step) % len(cards())]
        id = f"class-{(place + step) % len(cards())}"
        made = made.add(other.name, id=id, circle="the course", ring=2 + step % 3)
        made = made.give(id, "a seat kept free", on=STORY_DAY - timedelta(days=30 * step), source="made up")
    return made


def rehearsed_room(*seats: str) -> Room:
    """A room with these seats, and the cards of the made-up class in its ring."""
    room = Room()
    fill(room, networks=False)
    for seat in seats:
        room.join(seat)
    return room


def fill(room: Room, *, networks: bool = True) -> None:
    """Seat the made-up participants in a room: with their cards, and with `networks` for the overview."""
    for place, card in enumerate(cards()):
        seat = _SEAT.format(place + 1)
        if networks:
            room.join(seat, partial(network, place))
        room.put(seat, card)
