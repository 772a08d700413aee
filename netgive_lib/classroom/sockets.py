"""The sockets that pages have open to marimo: so many for each seat, started in turn, and what they tell."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netgive_lib.classroom.asgi import App, Message, Receive, Scope, Send
    from netgive_lib.classroom.ownership import Ownership
    from netgive_lib.classroom.turns import Turn, Turns

MOST_SOCKETS = 16
"""How many pages one seat may have open at once, on all its devices."""
READY = '{"op": "completed-run"'
"""How marimo begins to say that a page has run once."""

_TRY_LATER = 1013


class Sockets:
    """The sockets of a class. Called from the event loop alone."""

    def __init__(self, app: App, owned: Ownership, turns: Turns) -> None:
        self._app = app
        self._owned = owned
        self._turns = turns
        self._open: Counter[str] = Counter()

    async def open(self, seat: str, scope: Scope, receive: Receive, send: Send, *, fresh: bool) -> None:
        """Let a seat's page talk to marimo until it goes. A `fresh` one waits for its turn to start.

        Whether it may open is decided before: from here on it is accepted.
        """
        if self._open[seat] >= MOST_SOCKETS:
            await send({"type": "websocket.close", "code": _TRY_LATER})
            return
        self._open[seat] += 1
        try:
            if fresh:
                await self._start(seat, scope, receive, send)
            else:
                await self._app(scope, receive, self._watched(seat, send))
        finally:
            self._open[seat] -= 1

    async def _start(self, seat: str, scope: Scope, receive: Receive, send: Send) -> None:
        # A page gives up on a socket that does not open within ten seconds: it opens at once, and waits then.
        opening = await receive()
        await send({"type": "websocket.accept"})
        arriving = asyncio.ensure_future(receive())
        try:
            turn = await self._turn_unless(arriving)
            if turn is None:
                return
            try:
                received = _after(opening, arriving, receive)
                await self._app(scope, received, self._watched(seat, send, turn))
            finally:
                turn.end()
        finally:
            arriving.cancel()

    async def _turn_unless(self, arriving: asyncio.Future[Message]) -> Turn | None:
        """A turn; None if something arrives before: a page says nothing by its socket, so that it is gone."""
        waiting = asyncio.ensure_future(self._turns.begin())
        both: list[asyncio.Future[Any]] = [arriving, waiting]
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            _give_back(waiting)
            raise
        if arriving.done():
            _give_back(waiting)
            return None
        return waiting.result()

    def _watched(self, seat: str, send: Send, turn: Turn | None = None) -> Send:
        """`send`, noting the files that a page is told of. With its `turn`, the page is accepted already."""

        async def watched(message: Message) -> None:
            if turn and message["type"] == "websocket.accept":
                return
            if message["type"] == "websocket.send":
                text = message.get("text") or ""
                self._owned.note_files(seat, text)
                if turn and text.startswith(READY):
                    turn.end()
            await send(message)

        return watched


def _give_back(waiting: asyncio.Future[Turn]) -> None:
    """End a turn that nobody waits for any more, whether it has come or not."""
    if not waiting.cancel():
        waiting.result().end()


def _after(opening: Message, arriving: asyncio.Future[Message], receive: Receive) -> Receive:
    """`receive`, once these two have been received."""
    opened: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
    opened.set_result(opening)
    first = [opened, arriving]

    async def received() -> Message:
        if not first:
            return await receive()
        message = await asyncio.shield(first[0])  # not lost if whoever waits for it is cancelled
        del first[0]
        return message

    return received
