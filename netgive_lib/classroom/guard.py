"""The guard in front of marimo: knows each participant by their seat, and lets them reach only what is theirs."""

from __future__ import annotations

import asyncio
import hmac
import time
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.responses import RedirectResponse, Response

from netgive_lib.classroom import asgi
from netgive_lib.classroom.guesses import Guesses
from netgive_lib.classroom.ownership import Ownership
from netgive_lib.classroom.paths import FACILITATOR_PAGE, Asked, Paths
from netgive_lib.classroom.seats import USER_KEY, ClassFullError
from netgive_lib.memory_store import LARGEST, to_bytes
from netgive_lib.store import DEFAULT_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netgive_lib.classroom.asgi import App, Message, Receive, Scope, Send
    from netgive_lib.classroom.seats import Seat, Seats

LARGEST_BODY = LARGEST * 4 // 3 + 1_000_000
"""The longest body of a request, in bytes: an upload of the largest file, as marimo writes it."""
LARGEST_FORM = 10_000
"""The longest body of a sign-in."""
MOST_SOCKETS = 16
"""How many pages one seat may have open at once, on all its devices."""
_TOO_MANY = "Too many wrong passwords came from here. Wait a minute, then try again."
_POLICY_VIOLATION, _TRY_LATER = 1008, 1013


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
        self._facilitator_key = facilitator_key
        self._paths = Paths(pages)
        self._cookie = cookie
        self._owned = Ownership()
        self._sockets: Counter[str] = Counter()
        self._guesses = Guesses()
        self._names = asgi.own_names()
        self._facilitator: Seat | None = None

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

    def _seat(self, scope: Scope) -> Seat | None:
        return self._seats.find(asgi.cookies(scope).get(self._cookie, ""))

    # HTTP

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = self._asked(scope, scope["method"])
        if not asgi.is_addressed_here(scope, self._names):
            answer: Response | None = asgi.refusal(
                403, "netgive answers only its own pages, by its own address."
            )
        elif asked is None:
            answer = asgi.refusal(404, "There is no such page here.")
        else:
            answer = await self._answer(asked, scope, receive, send)
        if answer is not None:
            await answer(scope, receive, send)

    async def _answer(self, asked: Asked, scope: Scope, receive: Receive, send: Send) -> Response | None:
        """Our own answer; None where marimo gave one."""
        if asked.kind == "sign in":
            return await self._sign_in(scope, receive, send)
        if asked.kind == "seat":
            return self._to_seat(asked.name, scope)
        if asked.kind == "facilitator":
            return self._to_facilitator(asked.name)
        seat = self._seat(scope)
        if seat is None:
            return await self._of_nobody(asked, scope, receive, send)
        if asked.page == FACILITATOR_PAGE and not seat.desk.facilitates:
            return asgi.refusal(403, "This page is for whoever runs the class.")
        match asked.kind:
            case "save":
                return await self._save(seat)
            case "file" if not self._owned.may_read(seat.id, asked.name):
                return asgi.refusal(404, "There is no such file here.")
            case "kernel" if not self._owned.owns_session(seat.id, asgi.header(scope, b"marimo-session-id")):
                return asgi.refusal(403, "This is not your page. Open it again.")
            case "page":
                if _query(scope, "access_token"):
                    return RedirectResponse(_address(asked.page), 303)
                self._seats.room.at_step(seat.id, asked.page)
        return await self._pass_on(asked, scope, receive, send, seat)

    async def _of_nobody(self, asked: Asked, scope: Scope, receive: Receive, send: Send) -> Response | None:
        """What someone without a seat gets: the way to the sign-in, and marimo's own pictures and scripts."""
        if asked.kind == "page" and (guess := _query(scope, "access_token")):
            return self._with_password(guess, asked.page, scope)
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
        return await self._through(inner, receive, asgi.made_safe(send, keep=asked.kind == "asset"))

    async def _through(
        self, scope: Scope, receive: Receive, send: Send, most: int = LARGEST_BODY
    ) -> Response | None:
        """Let marimo answer; gives a refusal in its place where the body is too long."""
        body = asgi.Body(receive, most)
        declared = asgi.header(scope, b"content-length")
        body.too_large = declared.isdecimal() and int(declared) > most

        async def unless_too_large(message: Message) -> None:
            if not body.too_large:
                await send(message)

        if not body.too_large:
            try:
                await self._app(scope, body.receive, unless_too_large)
            except Exception:
                if not body.too_large:  # else it is marimo's surprise that the rest of the body did not come
                    raise
        size = f"{LARGEST / 1_000_000:g} MB"
        return (
            asgi.refusal(413, f"That is too large: a file can have {size} at most here.")
            if body.too_large
            else None
        )

    # Coming in

    async def _sign_in(self, scope: Scope, receive: Receive, send: Send) -> Response | None:
        """The sign-in page, which is marimo's own; whoever has the password gets a seat."""
        # The form forgets where it was to lead, but its own address has it.
        asked_at = urlsplit(asgi.header(scope, b"referer")).query.encode()
        page = self._page_in(_query(scope, "next") or _query({"query_string": asked_at}, "next"))
        tries = scope["method"] == "POST"
        if tries and not self._guesses.begin(_sender(scope), time.monotonic()):
            return asgi.refusal(429, _TOO_MANY)
        right = False

        async def watched(message: Message) -> None:
            nonlocal right
            if message["type"] == "http.response.start":
                right = tries and message["status"] == 302
            if not right:
                await safe(message)

        safe = asgi.made_safe(send, keep=False)
        query = urlencode({"next": _address(page)}).encode()
        inner = asgi.passed_on(scope, query=query, password=None, user={})
        refused = await self._through(inner, receive, watched, LARGEST_FORM)
        return self._seated(scope, page) if right else refused

    def _with_password(self, guess: str, page: str, scope: Scope) -> Response:
        """The sign-in by an address that holds the password, as the QR code has it."""
        if not self._guesses.begin(_sender(scope), time.monotonic()):
            return asgi.refusal(429, _TOO_MANY)
        if not hmac.compare_digest(guess.encode(), self._password.encode()):
            return RedirectResponse("/auth/login?" + urlencode({"next": _address(page)}), 303)
        return self._seated(scope, page)

    def _seated(self, scope: Scope, page: str) -> Response:
        """On to a page, with the seat that the browser has already, or a new one."""
        self._guesses.forgive(_sender(scope))
        try:
            seat = self._seat(scope) or self._seats.take()
        except ClassFullError as error:
            return asgi.refusal(503, str(error))
        return self._led_to(page, seat)

    def _led_to(self, page: str, seat: Seat) -> Response:
        answer = asgi.private(RedirectResponse(_address(page), 303))
        answer.headers["Referrer-Policy"] = "no-referrer"
        answer.set_cookie(self._cookie, seat.signed, path="/", httponly=True, samesite="lax")
        return answer

    def _to_seat(self, signed: str, scope: Scope) -> Response:
        """A private link: this seat on one more device.

        It asks before it does so: else a link could bring somebody to a seat that its sender can see into.
        """
        seat = self._seats.find(signed)
        if seat is None:
            return asgi.refusal(404, "This link belongs to no seat of this class. Sign in with the password.")
        if scope["method"] == "POST":
            return self._led_to("/", seat)
        warning = "The seat that this browser has now is left behind. Save your work first."
        return asgi.page(
            "Your seat, on this device",
            "Go on here only if you made this link yourself, on another device of yours. Whoever made it can see"
            " everything that you put in.",
            *([warning] if self._seat(scope) else []),
            button="It is mine: go on",
        )

    def _to_facilitator(self, key: str) -> Response:
        """The link for whoever runs the class."""
        if not hmac.compare_digest(key.encode(), self._facilitator_key.encode()):
            return asgi.refusal(404, "There is no such page here.")
        if self._facilitator is None:
            self._facilitator = self._seats.take(facilitates=True)
        return self._led_to(self._page_in(FACILITATOR_PAGE), self._facilitator)

    def _page_in(self, path: str) -> str:
        """The page that a path leads to; the first one if it leads to none of ours."""
        wanted = path.rstrip("/") or "/"
        return wanted if wanted in self._paths.pages else "/"

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
        asked, seat = self._asked(scope, "WEBSOCKET"), self._seat(scope)
        session = _query(scope, "session_id")
        if (
            not asgi.is_addressed_here(scope, self._names)
            or asked is None
            or seat is None
            or (asked.page == FACILITATOR_PAGE and not seat.desk.facilitates)
            or not self._owned.claim_session(seat.id, session)
        ):
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
            return
        if self._sockets[seat.id] >= MOST_SOCKETS:
            await send({"type": "websocket.close", "code": _TRY_LATER})
            return
        query = urlencode({"session_id": session}).encode()
        inner = asgi.passed_on(scope, query=query, password=self._password, user={USER_KEY: seat.id})

        async def watched(message: Message) -> None:
            if message["type"] == "websocket.send":
                self._owned.note_files(seat.id, message.get("text") or "")
            await send(message)

        self._sockets[seat.id] += 1
        try:
            await self._app(inner, receive, watched)
        finally:
            self._sockets[seat.id] -= 1


def _query(scope: Scope, name: str) -> str:
    """A value of the query, "" if it is not there or there twice."""
    values = [value for key, value in parse_qsl(scope["query_string"].decode("latin-1")) if key == name]
    return values[0] if len(values) == 1 else ""


def _sender(scope: Scope) -> str:
    return scope["client"][0] if scope.get("client") else ""


def _address(page: str) -> str:
    return page if page == "/" else f"{page}/"
