"""What one person works on: their own file, or a sample's copy that is gone when they leave."""

from __future__ import annotations

import os
import threading
from datetime import date
from typing import TYPE_CHECKING, Any

from netgive_lib.memory_store import LARGEST, MemoryStore, from_bytes
from netgive_lib.sample import load_sample, sample_today
from netgive_lib.store import Store, default_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from netgive_lib.classroom.room import Room
    from netgive_lib.network import Network

SAMPLE = "story"
"""The sample that is shown to someone who has no file yet."""
SERVED = "NETGIVE_SERVED"
"""Set in the environment of a server: to `CLASS`, where each person has a desk of their own."""
CLASS = "class"
ALONE = "alone"
"""The seat of someone who works without a class."""


class Desk:
    """One person's own file and their copy of a sample, which of the two they look at, and the room they are in."""

    def __init__(
        self,
        own: Store | Path | str | None = None,
        *,
        sample: str | None = None,
        today: date | None = None,
        room: Room | None = None,
        seat: str = ALONE,
        private_link: str = "",
        facilitates: bool = False,
    ) -> None:
        """Work on `own`; on the sample called `sample` if it is given or there is no file yet.

        In a class, `room` is what its people share, `seat` this person's place in it, `private_link` the path
        that opens it on another device, and `facilitates` says whether they run the class.
        """
        self.own = own if isinstance(own, Store) else Store(default_path(own))
        self.sample_name = sample or SAMPLE
        self.on_sample = sample is not None or not self.own.exists()
        self.seat = seat
        self.private_link = private_link
        self.facilitates = facilitates
        self._chosen_day = today
        self._room = room
        self._sample: MemoryStore | None = None
        self._lock = threading.Lock()

    @property
    def in_class(self) -> bool:
        """Whether others are in the room."""
        return self.seat != ALONE

    @property
    def store(self) -> Store:
        """What is looked at now. The sample's copy is made when it is first asked for."""
        if not self.on_sample:
            return self.own
        with self._lock:
            if self._sample is None:
                largest = self.own.largest if isinstance(self.own, MemoryStore) else LARGEST
                copy = MemoryStore(f"{self.sample_name}.netgive", largest)
                copy.create(load_sample(self.sample_name), "opened the sample")
                self._sample = copy
            return self._sample

    @property
    def room(self) -> Room:
        """What the people of the class share; for someone alone, a room with made-up people in it."""
        with self._lock:
            if self._room is None:
                from netgive_lib.classroom.rehearsal import rehearsed_room

                self._room = rehearsed_room(self.seat)
            return self._room

    def start_own(self) -> None:
        """Turn to one's own file, and make it if there is none. Raises `StoreError`."""
        with self._lock:
            if not self.own.exists():
                self.own.create()
            self.on_sample = False

    def show_sample(self) -> None:
        """Turn to the sample."""
        self.on_sample = True

    def restore(self, data: bytes) -> Network:
        """Go on from a saved `.netgive` file: one's own network becomes what is in it, which can be undone.

        Raises `StoreError` for a file that can't be used, and then changes nothing.
        """
        network = from_bytes(data)
        self.own.save(self.own.load(), network, "went on from a saved file")
        self.on_sample = False
        return network

    def today(self, network: Network) -> date:
        """The day to answer for: the one chosen, else the sample's own, else today where the person is."""
        return self._chosen_day or sample_today(network) or date.today()  # noqa: DTZ011


_find: Callable[[Any], Desk] | None = None


def use(desk: Desk) -> None:
    """Make `desk` the one that every page of this process works on."""
    use_each(lambda _: desk)


def use_each(find: Callable[[Any], Desk]) -> None:
    """Let `find` say which desk a page works on, from the page's request."""
    global _find
    _find = find


def current(request: Any = None) -> Desk:
    """The desk for a page's request: the server's, else one for `$NETGIVE_FILE` or this folder.

    Raises `LookupError` where each person has their own, and the request is nobody's.
    """
    if _find is None and os.environ.get(SERVED) == CLASS:
        raise LookupError("This process serves a class, and knows of nobody in it.")
    if _find is None:
        use(Desk(os.environ.get("NETGIVE_FILE")))
    assert _find is not None
    return _find(request)
