"""The room: what the people of a class share. Their cards for the ring, hands, steps, and the facilitator's clock.

Everything is in memory, and any thread may call. Nobody's contacts are in it.
"""

from __future__ import annotations

import re
import threading
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from netgive_lib.network import fold
from netgive_lib.ring import Card, CardError, Hand, Ring, match, read_card

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from netgive_lib.network import Network

How = Literal["can help", "knows someone"]
LONGEST_NAME = 60
"""How many letters a name in the ring has at most: it must fit into the picture."""
LONGEST_TIMER = 240
"""How many minutes a timer runs at most."""
_LONGEST_LABEL = 120


@dataclass(frozen=True)
class Timer:
    """What the clock on the wall counts down to."""

    ends_at: datetime
    label: str = ""

    def left(self, now: datetime | None = None) -> int:
        """How many seconds are left; 0 when it is over."""
        return max(0, round((self.ends_at - (now or datetime.now(UTC))).total_seconds()))


@dataclass(frozen=True)
class RoomState:
    """The room at one moment, for a page to draw."""

    version: int
    cards: Mapping[str, Card]
    """Seat -> the card that it put in the middle, in the order in which they came."""
    hands: tuple[Hand, ...]
    """Who says that they can help, by the names on the cards; the first hand first."""
    timer: Timer | None
    current: str
    """The exercise or step that the facilitator chose for all, "" if none."""


@dataclass
class _Place:
    """One seat's place in the room."""

    network: Callable[[], Network | None]
    step: str = ""
    solved: set[str] = field(default_factory=set)


class Room:
    """What a class shares. Each change gives it a new `version`, which pages can poll."""

    def __init__(self, address: str = "", join: str = "") -> None:
        """A room without anybody in it.

        `address` is where its pages are, for the wall; `join` the address that signs in by itself, for a QR code.
        """
        self.address = address
        self.join_address = join
        self._lock = threading.RLock()
        self._matching = threading.Lock()
        """Held by whoever works out the ring; always taken before `_lock`."""
        self._version = 0
        self._places: dict[str, _Place] = {}
        self._cards: dict[str, Card] = {}
        self._hands: dict[tuple[str, str], How] = {}
        self._timer: Timer | None = None
        self._current = ""
        self._ring: tuple[int, Ring] | None = None
        self._ring_changed = 0

    # Looking

    @property
    def version(self) -> int:
        """A number that is another one after every change."""
        return self._version

    def state(self) -> RoomState:
        """The room as it is now."""
        with self._lock:
            cards = dict(self._cards)
            hands = tuple(
                Hand(cards[giver].name, cards[asker].name, how)
                for (giver, asker), how in self._hands.items()
                if giver in cards and asker in cards
            )
            return RoomState(self._version, cards, hands, self._timer, self._current)

    def card(self, seat: str) -> Card | None:
        """The card of a seat, or None while it has put none in the middle."""
        return self._cards.get(seat)

    def ring(self) -> Ring:
        """Who helps whom, as the cards and hands are now. Worked out once for each change of them.

        Meanwhile the room goes on: only those who look at the ring wait for it.
        """
        with self._matching:
            with self._lock:
                changed, state = self._ring_changed, self.state()
            if self._ring is None or self._ring[0] != changed:
                self._ring = changed, match(list(state.cards.values()), state.hands)
            return self._ring[1]

    def seats(self) -> int:
        """How many seats are taken."""
        return len(self._places)

    def steps(self) -> Counter[str]:
        """How many seats are at which step. Numbers of seats only: not whose, nor what is in them."""
        with self._lock:
            return Counter(place.step for place in self._places.values() if place.step)

    def solved(self) -> Counter[str]:
        """How many seats have solved which exercise."""
        with self._lock:
            return Counter(name for place in self._places.values() for name in place.solved)

    def networks(self) -> list[Network]:
        """The networks of those who work on their own people, in no order that tells whose each is.

        For `overview.overview` alone, which gives only numbers of many of them together.
        """
        with self._lock:
            looks = [place.network for place in self._places.values()]
        found = [network for network in (look() for look in looks) if network is not None and network.size]
        return sorted(found, key=lambda network: network.size)

    # A seat's own doing

    def join(self, seat: str, network: Callable[[], Network | None] = lambda: None) -> None:
        """Take a seat; `network` gives what the overview may count."""
        with self._lock:
            self._places[seat] = _Place(network)
            self._changed()

    def put(self, seat: str, card: Card) -> Card:
        """Put a seat's card in the middle, in place of the one it had; gives it as it was put.

        Hands that were raised for its ask stay up as long as the ask has the same words.

        Raises `CardError` for a card that can't be used, or whose name is somebody else's.
        """
        card = read_card(card.as_json(), "Your card")
        if len(card.name) > LONGEST_NAME:
            raise CardError(
                f"Your name has {len(card.name)} letters. Take one with {LONGEST_NAME} at most: any will do."
            )
        if not card.ask and not card.offers:
            raise CardError("Your card has neither an ask nor an offer. Write one of them at least.")
        with self._lock:
            taken = {fold(other.name) for of_seat, other in self._cards.items() if of_seat != seat}
            if fold(card.name) in taken:
                raise CardError(
                    f"Somebody here is {card.name} already. Add an initial, or take another name."
                )
            before = self._cards.get(seat)
            if before and _words(before.ask) != _words(card.ask):
                self._hands = {pair: how for pair, how in self._hands.items() if pair[1] != seat}
            self._cards[seat] = card
            self._changed(ring=True)
        return card

    def withdraw(self, seat: str) -> None:
        """Take a seat's card out of the middle, and every hand that it raised or that was raised for it."""
        with self._lock:
            if self._cards.pop(seat, None) is not None:
                self._hands = {pair: how for pair, how in self._hands.items() if seat not in pair}
                self._changed(ring=True)

    def raise_hand(self, seat: str, for_name: str, how: How = "can help") -> None:
        """Say that this seat can help whoever has this name, or knows someone who can. Raises `CardError`."""
        with self._lock:
            if seat not in self._cards:
                raise CardError("Put a card in the middle first, so that they know who you are.")
            asker = self._seat_of(for_name)
            if asker == seat:
                raise CardError("This ask is your own.")
            if not self._cards[asker].ask:
                raise CardError(f"{self._cards[asker].name} asks for nothing.")
            if self._hands.get((seat, asker)) != how:
                self._hands[seat, asker] = how
                self._changed(ring=True)

    def lower_hand(self, seat: str, for_name: str) -> None:
        """Take a raised hand back. Raises `CardError` if nobody has this name."""
        with self._lock:
            if self._hands.pop((seat, self._seat_of(for_name)), None) is not None:
                self._changed(ring=True)

    def at_step(self, seat: str, step: str) -> None:
        """Note at which step, such as "/map", a seat is."""
        with self._lock:
            place = self._places.get(seat)
            if place is not None and place.step != step:
                place.step = step
                self._changed()

    def note_solved(self, seat: str, exercise: str) -> None:
        """Note that a seat solved an exercise."""
        with self._lock:
            place = self._places.get(seat)
            if place is not None and exercise not in place.solved:
                place.solved.add(exercise)
                self._changed()

    # The facilitator's doing

    def show(self, current: str) -> None:
        """Choose the exercise or step that all are asked to turn to; "" for none."""
        with self._lock:
            self._current = current[:_LONGEST_LABEL]
            self._changed()

    def start_timer(self, minutes: float, label: str = "", now: datetime | None = None) -> Timer:
        """Start the clock, from `now`, in place of any that runs. Raises `ValueError` for no such time."""
        if not 0 < minutes <= LONGEST_TIMER:
            raise ValueError(f"A timer runs for up to {LONGEST_TIMER} minutes, and longer than none.")
        with self._lock:
            ends_at = (now or datetime.now(UTC)) + timedelta(minutes=minutes)
            self._timer = Timer(ends_at, label[:_LONGEST_LABEL])
            self._changed()
            return self._timer

    def stop_timer(self) -> None:
        """Stop the clock."""
        with self._lock:
            self._timer = None
            self._changed()

    # Inside

    def _seat_of(self, name: str) -> str:
        for seat, card in self._cards.items():
            if fold(card.name) == fold(name):
                return seat
        raise CardError(f"Nobody in the ring is called {name!r} now.")

    def _changed(self, *, ring: bool = False) -> None:
        self._version += 1
        self._ring_changed += int(ring)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))
