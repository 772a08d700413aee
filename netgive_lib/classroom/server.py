"""The server of a class: the workbooks for many people at once, each with a network of their own, in memory."""

from __future__ import annotations

import gc
import os
import secrets
import socket
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import marimo
import uvicorn

from netgive_lib import desk
from netgive_lib.classroom import invitation, rehearsal
from netgive_lib.classroom.guard import Guard
from netgive_lib.classroom.invitation import Invitation
from netgive_lib.classroom.room import Room
from netgive_lib.classroom.seats import Seats
from netgive_lib.prepared import get_ready, prepare
from netgive_lib.scripts import BASE
from netgive_lib.server import NOTEBOOKS, listening, notebooks

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.classroom.asgi import App

COMPUTING_SECONDS = 0.03
"""How long the thread of one page computes before another may. With Python's own 5 ms, a class at work spends an eighth
more on turning from one to the next, and one in twenty waits a third longer."""
SESSION_SECONDS = 300
"""How long marimo keeps a page whose device has gone silent: when it wakes up sooner, it goes on where it was.
Later it starts anew, with the same seat and the same work."""


class _Server(uvicorn.Server):
    """A server that ends the pages with it.

    marimo is not told of the end where it is one application among others. Its threads, one for each page,
    would keep the process, with everybody's networks in it.
    """

    def __init__(self, config: uvicorn.Config, pages: Any) -> None:
        super().__init__(config)
        self._pages = pages

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop serving, then end every page."""
        await super().shutdown(sockets)
        for route in self._pages.routes:
            state = getattr(getattr(route, "app", None), "state", None)
            if state is not None:
                await state.session_manager.shutdown()


def pages(password: str) -> Any:
    """The workbooks as marimo's application, behind its sign-in."""
    prepare()
    builder = marimo.create_asgi_app(
        quiet=True,
        token=password,
        session_ttl=SESSION_SECONDS,
        asset_url=BASE,
        html_head=Path(__file__).with_name("now.html").read_text(encoding="utf-8"),
    )
    for path, notebook in notebooks().items():
        builder = builder.with_app(path=path.rstrip("/"), root=str(notebook))
    return builder.build()


def guarded(pages: App, seats: Seats, asked: Invitation, port: int) -> App:
    """The pages behind the guard. From now on each of them works on its seat's desk."""
    desk.use_each(seats.desk_for)
    os.environ[desk.SERVED] = desk.CLASS
    return Guard(
        pages,
        seats,
        password=asked.password,
        facilitator_key=asked.facilitator_key,
        pages=NOTEBOOKS,
        cookie=f"netgive_seat_{port}",  # browsers tell hosts apart, but not ports
    )


def run(
    host: str = "127.0.0.1",
    *,
    port: int = 0,
    password: str | None = None,
    rehearse: bool = False,
    today: date | None = None,
) -> None:
    """Serve a class until interrupted, and print how to get in; port 0 takes a free one.

    `rehearse` seats 24 made-up participants. Nothing is written to this machine's disk, and all is gone at the
    end. Raises `OSError` if the port is taken or the host is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = listening((host, port), family)
    port = sock.getsockname()[1]
    address = f"http://{invitation.reachable_at(host)}:{port}/"
    asked = Invitation(address, password or invitation.made_up_password(), secrets.token_urlsafe(24))
    room = Room(asked.address, asked.join_address)
    if rehearse:
        rehearsal.fill(room)
    application = pages(asked.password)
    get_ready(notebooks().values())
    gc.freeze()  # what has been imported is there to stay: nobody need look through it for garbage while a class waits
    sys.setswitchinterval(COMPUTING_SECONDS)
    config = uvicorn.Config(
        guarded(application, Seats(room, today=today), asked, port),
        log_level="warning",
        proxy_headers=False,  # nobody stands between: what a header says of the sender is made up
        server_header=False,
        ws_max_size=1_000_000,
        ws_per_message_deflate=False,  # packing what is sent would take longer than sending it, in one room
        timeout_graceful_shutdown=1,
    )
    server = _Server(config, application)
    threading.Thread(target=_announce, args=(server, asked, host), daemon=True).start()
    server.run([sock])


def _announce(server: uvicorn.Server, asked: Invitation, host: str) -> None:
    """Say how to get in, as soon as the pages answer."""
    while not server.started:
        threading.Event().wait(0.05)
    lines = [
        f"The class is open at {asked.address}  (Ctrl+C ends it)",
        f"Password: {asked.password}",
        f"For you alone: {asked.facilitator_address}",
        "Each participant's network is in memory only, and gone at the end: let them save their work first.",
    ]
    if host not in ("127.0.0.1", "localhost", "::1"):
        lines.append("What passes through the room's network can be read by whoever runs it.")
    print("\n".join(lines), flush=True)  # noqa: T201
    if host not in ("127.0.0.1", "localhost", "::1"):
        with suppress(UnicodeEncodeError):  # a terminal that has no blocks to draw with
            print(invitation.qr_text(asked.join_address), flush=True)  # noqa: T201
