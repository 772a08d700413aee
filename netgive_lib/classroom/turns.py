"""Pages start one after the other: each is sooner at work than if all of a class started at once."""

from __future__ import annotations

import asyncio

PATIENCE = 2.0
"""After so many seconds the next page starts, whether or not the one before is ready."""


class Turns:
    """Who may start now, in the order in which they came. Called from the event loop alone.

    With a marimo that `prepared` does not know, each page parses its notebook, and CPython up to 3.12 now and then
    fails when two threads do that at once ("AST constructor recursion depth mismatch", gh-106905).
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._lock = asyncio.Lock()

    async def begin(self) -> Turn:
        """Wait for a turn. It ends when it is given back, or after `patience` seconds."""
        await self._lock.acquire()
        return Turn(self._lock, self._patience)


class Turn:
    """A turn to start. It is over when it is given back, and does not wait for ever for that."""

    def __init__(self, lock: asyncio.Lock, patience: float) -> None:
        self._lock = lock
        self._timer = asyncio.get_running_loop().call_later(patience, self.end)
        self._ended = False

    def end(self) -> None:
        """Let the next one start. A second time, this does nothing."""
        if not self._ended:
            self._ended = True
            self._timer.cancel()
            self._lock.release()
