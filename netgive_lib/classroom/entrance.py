"""How one comes in to a class: by the password, by a private link to one's own seat, by the facilitator's link."""

from __future__ import annotations

import hmac
import time
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.responses import RedirectResponse, Response

from netgive_lib.classroom import asgi
from netgive_lib.classroom.guesses import Guesses
from netgive_lib.classroom.paths import FACILITATOR_PAGE
from netgive_lib.classroom.seats import ClassFullError

if TYPE_CHECKING:
    from collections.abc import Set

    from netgive_lib.classroom.asgi import App, Message, Receive, Scope, Send
    from netgive_lib.classroom.seats import Seat, Seats

LARGEST_FORM = 10_000
"""The longest body of a sign-in, in bytes."""
_TOO_MANY = "Too many wrong passwords came from here. Wait a minute, then try again."


class Entrance:
    """Finds the seat of who comes, and gives one to whoever has the password."""

    def __init__(
        self, app: App, seats: Seats, *, password: str, facilitator_key: str, pages: Set[str], cookie: str
    ) -> None:
        """`app` has the sign-in page; `cookie` is where a browser keeps its seat."""
        self._app = app
        self._seats = seats
        self._password = password
        self._facilitator_key = facilitator_key
        self._pages = pages
        self._cookie = cookie
        self._guesses = Guesses()
        self._facilitator: Seat | None = None

    def seat_of(self, scope: Scope) -> Seat | None:
        """The seat that a request's cookie holds; None if it holds none of this class."""
        return self._seats.find(asgi.cookies(scope).get(self._cookie, ""))

    async def sign_in(self, scope: Scope, receive: Receive, send: Send) -> Response | None:
        """The sign-in page, which is marimo's own; whoever has the password gets a seat."""
        # The form forgets where it was to lead, but its own address has it.
        asked_at = urlsplit(asgi.header(scope, b"referer")).query.encode()
        page = self._page_in(asgi.query(scope, "next") or asgi.query({"query_string": asked_at}, "next"))
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
        query = urlencode({"next": asgi.address(page)}).encode()
        inner = asgi.passed_on(scope, query=query, password=None, user={})
        refused = await asgi.through(self._app, inner, self._spelled(receive), watched, LARGEST_FORM)
        return self._seated(scope, page) if right else refused

    def _spelled(self, receive: Receive) -> Receive:
        """`receive`, with the password of the form spelled as it is, if it was only written otherwise."""

        async def whole() -> Message:
            body, more = b"", True
            while more and len(body) <= LARGEST_FORM:
                message = await receive()
                if message["type"] != "http.request":
                    return message
                body, more = body + message.get("body", b""), message.get("more_body", False)
            form = dict(parse_qsl(body.decode("latin-1"))) if not more else {}
            if plain(form.get("password", "")) == plain(self._password):
                body = urlencode({**form, "password": self._password}).encode()
            return {"type": "http.request", "body": body, "more_body": more}

        return whole

    def with_password(self, guess: str, page: str, scope: Scope) -> Response:
        """The sign-in by an address that holds the password, as the QR code has it."""
        if not self._guesses.begin(_sender(scope), time.monotonic()):
            return asgi.refusal(429, _TOO_MANY)
        if not hmac.compare_digest(plain(guess).encode(), plain(self._password).encode()):
            return RedirectResponse("/auth/login?" + urlencode({"next": asgi.address(page)}), 303)
        return self._seated(scope, page)

    def _seated(self, scope: Scope, page: str) -> Response:
        """On to a page, with the seat that the browser has already, or a new one."""
        self._guesses.forgive(_sender(scope))
        try:
            seat = self.seat_of(scope) or self._seats.take()
        except ClassFullError as error:
            return asgi.refusal(503, str(error))
        return self._led_to(page, seat)

    def _led_to(self, page: str, seat: Seat) -> Response:
        answer = asgi.private(RedirectResponse(asgi.address(page), 303))
        answer.headers["Referrer-Policy"] = "no-referrer"
        answer.set_cookie(self._cookie, seat.signed, path="/", httponly=True, samesite="lax")
        return answer

    def to_seat(self, signed: str, scope: Scope) -> Response:
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
            *([warning] if self.seat_of(scope) else []),
            button="It is mine: go on",
        )

    def to_facilitator(self, key: str) -> Response:
        """The link for whoever runs the class."""
        if not hmac.compare_digest(key.encode(), self._facilitator_key.encode()):
            return asgi.refusal(404, "There is no such page here.")
        if self._facilitator is None:
            self._facilitator = self._seats.take(facilitates=True)
        return self._led_to(self._page_in(FACILITATOR_PAGE), self._facilitator)

    def _page_in(self, path: str) -> str:
        """The page that a path leads to; the first one if it leads to none of ours."""
        wanted = path.rstrip("/") or "/"
        return wanted if wanted in self._pages else "/"


def plain(password: str) -> str:
    """A password without what gets lost when it is read out to a room: case, and what stands between its words.

    >>> plain("Lamp-river tree-SPOON"), plain("lamp–river—tree‑spoon")
    ('lamprivertreespoon', 'lamprivertreespoon')
    """
    return "".join(filter(str.isalnum, password.casefold())) or password


def _sender(scope: Scope) -> str:
    return scope["client"][0] if scope.get("client") else ""
