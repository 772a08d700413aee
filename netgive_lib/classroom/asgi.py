"""Small things that the guard does to requests and responses, in the terms of ASGI."""

from __future__ import annotations

import ipaddress
import re
import socket
from html import escape
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from starlette.responses import HTMLResponse, PlainTextResponse

from netgive_lib.memory_store import LARGEST

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, MutableMapping

    from starlette.responses import Response

    Message = MutableMapping[str, Any]
    Scope = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[Message]]
    Send = Callable[[Message], Awaitable[None]]
    App = Callable[[Scope, Receive, Send], Awaitable[None]]

_PASSED_ON = frozenset(
    b"""accept accept-encoding accept-language connection content-length content-type host if-modified-since
    if-none-match marimo-session-id marimo-server-token origin range sec-websocket-extensions sec-websocket-key
    sec-websocket-protocol sec-websocket-version transfer-encoding upgrade user-agent""".split()
)
"""The headers that reach marimo: no credentials, nothing that a proxy would add, no id but the session's own."""
_SAFE = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
_DROPPED = ("set-cookie", "access-control-", *(name.decode() for name, _ in _SAFE))
_STYLE = "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}"
_STYLE += "button{font:inherit;padding:.5rem 1rem}:root{color-scheme:light dark}"


def header(scope: Scope, name: bytes) -> str:
    """The value of a header, "" if it is not there or there twice."""
    values = [value for key, value in scope["headers"] if key.lower() == name]
    return values[0].decode("latin-1") if len(values) == 1 else ""


def cookies(scope: Scope) -> dict[str, str]:
    """The cookies of a request, without those that can't be read."""
    found: dict[str, str] = {}
    for part in re.split(r";\s*", header(scope, b"cookie")):
        try:
            found |= {name: morsel.value for name, morsel in SimpleCookie(part).items()}
        except CookieError:
            continue
    return found


def query(scope: Scope, name: str) -> str:
    """A value of the query, "" if it is not there or there twice."""
    values = [value for key, value in parse_qsl(scope["query_string"].decode("latin-1")) if key == name]
    return values[0] if len(values) == 1 else ""


def address(page: str) -> str:
    """Where a page of marimo's is: "/map" is at "/map/"."""
    return page if page == "/" else f"{page}/"


def is_addressed_here(scope: Scope, names: Iterable[str]) -> bool:
    """Whether a request was sent to this machine, by its address or one of `names`, by one of its own pages.

    A name that somebody else made point here is not ours. A socket has to say which page opened it, since
    browsers hold sockets to no origin.
    """
    try:
        host = urlsplit(f"//{header(scope, b'host')}")
        name = host.hostname or ""
        origin = header(scope, b"origin")
        sent_by = urlsplit(origin).netloc if origin else None
    except ValueError:
        return False
    if not _is_address(name) and name not in names:
        return False
    if sent_by is None:
        sends_origin = any(key.lower() == b"origin" for key, _ in scope["headers"])
        return scope["type"] == "http" and not sends_origin
    return sent_by == host.netloc


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def own_names() -> frozenset[str]:
    """The names under which a room may know this machine, beside its addresses."""
    name = socket.gethostname().lower()
    return frozenset({"localhost", name, f"{name.split('.')[0]}.local"})


def passed_on(scope: Scope, *, query: bytes, password: str | None, user: dict[str, Any]) -> Scope:
    """A request as marimo gets it, with nothing of its sender's making that could speak for somebody else.

    It is signed in with `password`, if that is given. `user` is what a page's `app_meta().request.user` will be.
    """
    headers = [(name.lower(), value) for name, value in scope["headers"] if name.lower() in _PASSED_ON]
    view = cookies(scope).get("netgive_view", "")
    if re.fullmatch(r"[a-z]+\.\d{1,5}", view):
        headers.append((b"cookie", f"netgive_view={view}".encode()))
    if password is not None:
        headers.append((b"authorization", b"Bearer " + password.encode()))
    clean = {
        key: scope[key] for key in scope if key not in ("headers", "query_string", "user", "auth", "session")
    }
    return {**clean, "headers": headers, "query_string": query, "user": user}


class Body:
    """A request's body that may not be longer than `most` bytes: once it is, marimo gets no more of it."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._left = most
        self.too_large = False

    async def receive(self) -> Message:
        """The next part; as if the sender had gone away once there is too much."""
        message = await self._receive()
        self._left -= len(message.get("body") or b"")
        if self._left < 0:
            self.too_large = True
            return {"type": "http.disconnect"}
        return message


async def through(app: App, scope: Scope, receive: Receive, send: Send, most: int) -> Response | None:
    """Let `app` answer; gives a refusal in its place where the body has more than `most` bytes."""
    body = Body(receive, most)
    declared = header(scope, b"content-length")
    body.too_large = declared.isdecimal() and int(declared) > most

    async def unless_too_large(message: Message) -> None:
        if not body.too_large:
            await send(message)

    if not body.too_large:
        try:
            await app(scope, body.receive, unless_too_large)
        except Exception:
            if not body.too_large:  # else it is the app's surprise that the rest of the body did not come
                raise
    if not body.too_large:
        return None
    return refusal(413, f"That is too large: a file can have {LARGEST / 1_000_000:g} MB at most here.")


def made_safe(send: Send, *, keep: bool) -> Send:
    """`send`, without marimo's own cookies; with `keep` False, nothing of it stays in the browser."""

    async def safe(message: Message) -> None:
        if message["type"] == "http.response.start":
            dropped = (*_DROPPED, "cache-control") if not keep else _DROPPED
            kept = [
                (name, value)
                for name, value in message.get("headers", ())
                if not name.decode("latin-1").lower().startswith(dropped)
            ]
            more = _SAFE if keep else (*_SAFE, (b"cache-control", b"no-store"))
            message = {**message, "headers": [*kept, *more]}
        await send(message)

    return safe


def refusal(status: int, sentence: str) -> Response:
    """A refusal in one sentence."""
    return private(PlainTextResponse(sentence, status_code=status))


def page(title: str, *paragraphs: str, button: str = "") -> Response:
    """A small page of our own: a title, paragraphs, and perhaps a button that sends it back."""
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    form = f'<form method="post"><button>{escape(button)}</button></form>' if button else ""
    response = HTMLResponse(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>netgive: {escape(title)}</title><style>{_STYLE}</style>"
        f"<main><h1>{escape(title)}</h1>{text}{form}</main></html>"
    )
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"
    )
    return private(response)


def private(response: Response) -> Response:
    """A response that nothing keeps, and whose address no other page learns."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["X-Frame-Options"] = "DENY"
    return response
