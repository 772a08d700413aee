"""The seats of a class: one for each participant, found again by a signed, unguessable token."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from itsdangerous import BadSignature, Signer

from netgive_lib.desk import Desk
from netgive_lib.memory_store import MemoryStore

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.classroom.room import Room
    from netgive_lib.network import Network

MOST_SEATS = 500
"""How many seats a class has: room for a lecture, and an end to what a mischief-maker can take."""
LARGEST_NETWORK = 32_000_000
"""How large one participant's network may grow, in bytes: some 50,000 people."""
USER_KEY = "netgive_seat"
"""Under this key the guard tells a page whose request it is. No header and no cookie can set it."""


class ClassFullError(Exception):
    """Every seat is taken. The message is one sentence."""


@dataclass(frozen=True)
class Seat:
    """One participant's place: a token that only they have, and their own desk."""

    id: str
    """Tells the seat from others inside the server. It opens nothing."""
    signed: str
    """What their cookie and their private link hold."""
    desk: Desk


class Seats:
    """The seats of one class, in memory. Any thread may call."""

    def __init__(self, room: Room, *, most: int = MOST_SEATS, today: date | None = None) -> None:
        """No seat yet. What was signed by another class, or an earlier one, means nothing to this one."""
        self.room = room
        self._most = most
        self._today = today
        self._signer = Signer(secrets.token_bytes(32), salt="netgive.seat")
        self._lock = threading.Lock()
        self._by_token: dict[str, Seat] = {}
        self._by_id: dict[str, Seat] = {}

    def __len__(self) -> int:
        return len(self._by_id)

    def take(self, *, facilitates: bool = False) -> Seat:
        """A new seat, with a desk of its own. Raises `ClassFullError`."""
        token, id = secrets.token_urlsafe(24), secrets.token_urlsafe(9)
        own = MemoryStore(largest=LARGEST_NETWORK)
        signed = self._signer.sign(token).decode()
        desk = Desk(
            own,
            today=self._today,
            room=self.room,
            seat=id,
            private_link=f"/seat/{signed}",
            facilitates=facilitates,
        )
        seat = Seat(id, signed, desk)
        with self._lock:
            if len(self._by_id) >= self._most and not facilitates:
                raise ClassFullError(f"All {self._most} seats are taken. Ask whoever runs the class.")
            self._by_token[token] = self._by_id[id] = seat
        if not facilitates:
            self.room.join(id, lambda: _own_network(desk))
        return seat

    def find(self, signed: str) -> Seat | None:
        """The seat whose cookie or link holds `signed`, or None if no seat of this class does."""
        try:
            token = self._signer.unsign(signed).decode()
        except (BadSignature, UnicodeError):
            return None
        return self._by_token.get(token)

    def desk_for(self, request: Any) -> Desk:
        """The desk for a page's request, as the guard let it through. Raises `LookupError` if it is nobody's."""
        id = (getattr(request, "user", None) or {}).get(USER_KEY)
        if id not in self._by_id:
            raise LookupError("This page belongs to nobody's seat. Open it again.")
        return self._by_id[id].desk


def _own_network(desk: Desk) -> Network | None:
    """What the overview may count: one's own people, never the sample."""
    return desk.own.load() if desk.own.exists() else None
