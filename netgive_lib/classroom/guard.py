"""The guard in front of marimo: knows each participant by their seat, and lets them reach only what is theirs."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import JSONResponse, RedirectResponse, Response

from netgive_lib.classroom import asgi
from netgive_lib.classroom.agenda import now_on
from netgive_lib.classroom.entrance import Entrance
from netgive_lib.classroom.ownership import Ownership
from netgive_lib.classroom.paths import FACILITATOR_PAGE, Asked, Paths
from netgive_lib.classroom.seats import USER_KEY
from netgive_lib.classroom.sockets import Sockets
from netgive_lib.classroom.turns import Turns
from netgive_lib.memory_store import LARGEST, to_bytes
from netgive_lib.scripts import Scripts
from netgive_lib.store import DEFAULT_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netgive_lib.classroom.asgi import App, Message, Receive, Scope, Send
    from netgive_lib.classroom.seats import Seat, Seats

LARGEST_BODY = LARGEST * 4 // 3 + 1_000_000
"""The longest body of a request, in bytes: an upload of the largest file, as marimo writes it."""
_POLICY_VIOLATION = 1008


class Guard:
    """Around marimo's application: who is not known is led to its sign-in, and nobody reaches what is another's."""

    def __init__(
        self,
        app: App,
        seats: Seats,
        *,
        password: str,
        facilitator_key: str,
        pages: Iterable[str],
        cookie: str = "netgive_seat",
    ) -> None:
        """`app` is signed in to with `password`; `cookie` is where a browser keeps its seat."""
        self._app = app
        self._seats = seats
        self._password = password
        self._paths = Paths(pages)
        self._entrance = Entrance(
            app,
            seats,
            password=password,
            facilitator_key=facilitator_key,
            pages=self._paths.pages,
            cookie=cookie,
        )
        self._owned = Ownership()
        self._turns = Turns()
        self._sockets = Sockets(app, self._owned, self._turns)
        self._scripts = Scripts()
        self._names = asgi.own_names()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or open one socket."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        else:
            await self._http(scope, receive, send)

    def _asked(self, scope: Scope, method: str) -> Asked | None:
        return self._paths.asked(method, scope["path"], scope.get("raw_path") or scope["path"].encode())

    # HTTP

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = self._asked(scope, scope["method"])
        if not asgi.is_addressed_here(scope, self._names):
            answer: Response | None = asgi.refusal(
                403, "netgive answers only its own pages, by its own address."
            )
        elif asked is None:
            answer = asgi.refusal(404, "There is no such page here.")
        elif asked.kind == "asset" and self._scripts.answers(scope):
            answer = None
            await self._scripts(scope, receive, asgi.made_safe(send, keep=True))
        else:
            answer = await self._answer(asked, scope, receive, send)
        if answer is not None:
            await answer(scope, receive, send)

    async def _answer(self, asked: Asked, scope: Scope, receive: Receive, send: Send) -> Response | None:
        """Our own answer; None where marimo gave one."""
        if asked.kind == "sign in":
            return await self._entrance.sign_in(scope, receive, send)
        if asked.kind == "seat":
            return self._entrance.to_seat(asked.name, scope)
        if asked.kind == "facilitator":
            return self._entrance.to_facilitator(asked.name)
        seat = self._entrance.seat_of(scope)
        if seat is None:
            return await self._of_nobody(asked, scope, receive, send)
        if asked.page == FACILITATOR_PAGE and not seat.desk.facilitates:
            return asgi.refusal(403, "This page is for whoever runs the class.")
        match asked.kind:
            case "save":
                return await self._save(seat)
            case "now":
                return asgi.private(JSONResponse(now_on(self._seats.room.state())))
            case "file" if not self._owned.may_read(seat.id, asked.name):
                return asgi.refusal(404, "There is no such file here.")
            case "kernel" if not self._owned.owns_session(seat.id, asgi.header(scope, b"marimo-session-id")):
                return asgi.refusal(403, "This is not your page. Open it again.")
            case "page":
                if asgi.query(scope, "access_token"):
                    return RedirectResponse(asgi.address(asked.page), 303)
                self._seats.room.at_step(seat.id, asked.page)
                return await self._in_turn(asked, scope, receive, send, seat)
        return await self._pass_on(asked, scope, receive, send, seat)

    async def _of_nobody(self, asked: Asked, scope: Scope, receive: Receive, send: Send) -> Response | None:
        """What someone without a seat gets: the way to the sign-in, and marimo's own pictures and scripts."""
        if asked.kind == "page" and (guess := asgi.query(scope, "access_token")):
            return self._entrance.with_password(guess, asked.page, scope)
        if asked.kind in ("page", "slash", "asset"):
            return await self._pass_on(asked, scope, receive, send, None)
        return asgi.refusal(403, "Open the first page, and sign in.")

    async def _pass_on(
        self, asked: Asked, scope: Scope, receive: Receive, send: Send, seat: Seat | None
    ) -> Response | None:
        inner = asgi.passed_on(
            scope,
            query=scope["query_string"] if asked.kind == "file" else b"",
            password=self._password if seat else None,
            user={USER_KEY: seat.id} if seat else {},
        )
        return await asgi.through(
            self._app, inner, receive, asgi.made_safe(send, keep=asked.kind == "asset"), LARGEST_BODY
        )

    async def _in_turn(
        self, asked: Asked, scope: Scope, receive: Receive, send: Send, seat: Seat
    ) -> Response | None:
        """A page, which marimo makes of its notebook."""
        turn = await self._turns.begin()

        async def sent(message: Message) -> None:
            turn.end()  # it is made: however slowly it is read, nobody waits for that
            await send(message)

        try:
            return await self._pass_on(asked, scope, receive, sent, seat)
        finally:
            turn.end()

    async def _save(self, seat: Seat) -> Response:
        """One's own network, to keep."""
        if not seat.desk.own.exists():
            return asgi.refusal(404, "You have no network of your own yet. Start with your own people first.")
        data = await asyncio.to_thread(lambda: to_bytes(seat.desk.own.load()))
        saved = Response(data, media_type="application/octet-stream")
        saved.headers["Content-Disposition"] = f'attachment; filename="{DEFAULT_NAME}"'
        return asgi.private(saved)

    # Sockets

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked, seat = self._asked(scope, "WEBSOCKET"), self._entrance.seat_of(scope)
        session = asgi.query(scope, "session_id")
        resumed = seat is not None and self._owned.owns_session(seat.id, session)
        if (
            not asgi.is_addressed_here(scope, self._names)
            or asked is None
            or seat is None
            or (asked.page == FACILITATOR_PAGE and not seat.desk.facilitates)
            or not self._owned.claim_session(seat.id, session)
        ):
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
            return
        query = urlencode({"session_id": session}).encode()
        inner = asgi.passed_on(scope, query=query, password=self._password, user={USER_KEY: seat.id})
        await self._sockets.open(seat.id, inner, receive, send, fresh=not resumed)
