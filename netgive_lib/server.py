"""The workbooks in the browser: one server on this machine, for this machine alone."""

from __future__ import annotations

import asyncio
import os
import socket
import threading
import time
import webbrowser
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import marimo
import uvicorn

from netgive_lib import desk, resources
from netgive_lib.pages.at_work import SERVED
from netgive_lib.prepared import import_all, prepare, read
from netgive_lib.scripts import BASE, Scripts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping
    from datetime import date
    from pathlib import Path

    Scope = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
    Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
    App = Callable[[Scope, Receive, Send], Awaitable[None]]

HOST = "127.0.0.1"
NOTEBOOKS = {
    "/": "start_here.py",
    "/map": "map_your_network.py",
    "/offers": "what_you_bring.py",
    "/reconnect": "keep_in_touch.py",
    "/ask": "ask_clearly.py",
    "/tab": "split_the_tab.py",
    "/ring": "the_ring.py",
    "/facilitate": "facilitate.py",
}
"""The notebook behind each page."""
_SESSION_SECONDS = 600
_FIRST = ("/", "/map")
"""The pages that one sees first: the others are got ready when they are asked for."""
_LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})


class LocalOnly:
    """Lets only this machine's own pages in.

    A page of some other site that is open in the same browser could otherwise reach the server, by a name
    that points to 127.0.0.1 or by a socket, which browsers don't hold to one origin.
    """

    def __init__(self, app: App, ready: threading.Event | None = None) -> None:
        """Around `app`, whose pages may not run before they are `ready`."""
        self._app = app
        self._ready = ready
        self._scripts = Scripts(pack=False)  # within one machine, packing takes longer than sending

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on if it was sent to this machine by one of its own pages."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif _is_local(scope):
            if scope["type"] == "websocket" and self._ready and not self._ready.is_set():
                await asyncio.to_thread(self._ready.wait)
            await (self._scripts if self._scripts.answers(scope) else self._app)(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await send(
                {"type": "http.response.start", "status": 403, "headers": [(b"content-type", b"text/plain")]}
            )
            await send({"type": "http.response.body", "body": b"netgive answers only pages of this machine."})


def _is_local(scope: Scope) -> bool:
    headers = dict(scope["headers"])
    host = urlsplit(f"//{headers.get(b'host', b'').decode('latin-1')}")
    origin = headers.get(b"origin")
    if host.hostname not in _LOCAL_NAMES:
        return False
    return origin is None or urlsplit(origin.decode("latin-1")).netloc == host.netloc


def notebooks() -> dict[str, Path]:
    """The file behind each page. The longest path first: a page at "" answers for every path that no other took."""
    folder = resources.folder("workbooks")
    return {path: folder / NOTEBOOKS[path] for path in sorted(NOTEBOOKS, reverse=True)}


def build(ready: threading.Event | None = None) -> App:
    """The pages as one ASGI application, on the desk of this process; none runs before they are `ready`."""
    prepare()
    builder = marimo.create_asgi_app(quiet=True, session_ttl=_SESSION_SECONDS, asset_url=BASE)
    for path, notebook in notebooks().items():
        builder = builder.with_app(path=path.rstrip("/"), root=str(notebook))
    return LocalOnly(builder.build(), ready)


def listening(address: tuple[str, int], family: socket.AddressFamily = socket.AF_INET) -> socket.socket:
    """A socket that takes connections at an address. Raises `OSError` if it is taken, or not this machine's."""
    made = socket.create_server(address, family=family)
    # Its protocol has to be named: else asyncio does not know it for TCP, and leaves on what holds each small message
    # back until the one before is acknowledged, for up to 40 ms.
    return socket.socket(made.family, made.type, socket.IPPROTO_TCP, fileno=made.detach())


def run(
    file: Path, *, sample: str | None = None, port: int = 0, browser: bool = True, today: date | None = None
) -> None:
    """Serve the workbooks on `file` until interrupted; print the address, and open it if `browser`.

    `sample` shows a sample first; port 0 takes a free one. Raises `OSError` if the port is taken.
    """
    desk.use(desk.Desk(file, sample=sample, today=today))
    os.environ[SERVED] = "1"
    sock = listening((HOST, port))
    address = f"http://{HOST}:{sock.getsockname()[1]}/"
    ready, files = threading.Event(), notebooks()
    config = uvicorn.Config(
        build(ready), log_level="warning", ws_per_message_deflate=False, timeout_graceful_shutdown=1
    )
    modules = read(files[path] for path in _FIRST)
    server = uvicorn.Server(config)
    threading.Thread(target=_import, args=(modules, ready), daemon=True).start()
    threading.Thread(target=_announce, args=(server, address, browser), daemon=True).start()
    server.run([sock])


def _import(modules: list[tuple[str, str]], ready: threading.Event) -> None:
    """Import what the first pages need while the browser still reads marimo's scripts, which takes it longer."""
    try:
        import_all(modules)
    finally:
        ready.set()  # what can't be imported, the page itself says better


def _announce(server: uvicorn.Server, address: str, browser: bool) -> None:
    """Say where the pages are, as soon as they answer."""
    while not server.started:
        time.sleep(0.05)
    print(f"netgive is open at {address}  (Ctrl+C ends it)", flush=True)  # noqa: T201
    if browser:
        webbrowser.open(address)
