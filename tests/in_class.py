"""A class for tests: a guard around an application of no use, and a real one with participants."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlencode, urlsplit

from websockets.sync.client import connect

from netgive_lib.classroom.guard import Guard
from netgive_lib.classroom.room import Room
from netgive_lib.classroom.seats import Seats

PASSWORD = "plain-lamp-river-swan"
HOST = "192.168.1.5:8000"
PAGES = ("/", "/map", "/facilitate")
CONNECT = {"type": "websocket.connect"}


def alone(coroutine):
    """Run a coroutine in a thread of its own: a browser test may have left a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


@dataclass
class Answer:
    status: int
    headers: dict
    body: bytes = b""


class Rig:
    """A class of two, and what came through to marimo."""

    def __init__(self, inner=None):
        self.seats = Seats(Room())
        self.reached = []
        self.tells = []
        self.guard = Guard(
            inner or self.inner, self.seats, password=PASSWORD, facilitator_key="key", pages=PAGES
        )
        self.ana, self.ben = self.seats.take(), self.seats.take()

    async def inner(self, scope, receive, send):
        if scope["type"] == "websocket":
            self.reached.append(scope)
            assert await receive() == CONNECT
            await send({"type": "websocket.accept"})
            for text in self.tells:
                await send({"type": "websocket.send", "text": text})
            return
        while (message := await receive()).get("more_body"):
            pass
        if message["type"] == "http.disconnect":
            raise RuntimeError("the body broke off")
        self.reached.append(scope)
        headers = [(b"set-cookie", b"session=x"), (b"access-control-allow-origin", b"*"), (b"x-own", b"1")]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": b"marimo"})

    status = 200

    def ask(self, path, seat=None, *, method="GET", query="", headers=(), body=b"", host=HOST, cookie=None):
        parts = [body[at : at + 65536] for at in range(0, len(body), 65536)] or [b""]
        messages = [{"type": "http.request", "body": p, "more_body": p is not parts[-1]} for p in parts]
        sent = alone(self.talk("http", path, seat, method, query, headers, host, cookie, messages))
        start = next(message for message in sent if message["type"] == "http.response.start")
        told = {name.decode(): value.decode() for name, value in start["headers"]}
        return Answer(start["status"], told, b"".join(message.get("body", b"") for message in sent))

    def open(
        self, session, seat=None, *, path="/ws", headers=(("origin", f"http://{HOST}"),), query="", host=HOST
    ):
        query = "&".join(filter(None, [urlencode({"session_id": session}), query]))
        sent = alone(self.talk("websocket", path, seat, "GET", query, headers, host, None, [CONNECT]))
        if sent[0]["type"] == "websocket.accept":
            return True
        assert sent == [{"type": "websocket.close", "code": 1008}]  # before it is accepted: a 403
        return False

    async def talk(self, kind, path, seat, method, query, headers, host, cookie, messages):
        sent = []

        async def send(message):
            sent.append(message)

        async def receive():
            if not messages:
                await asyncio.Event().wait()
            return messages.pop(0)

        given = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers]
        given += [(b"host", host.encode())] if host is not None else []
        cookie = f"netgive_seat={seat.signed}" if seat else cookie
        given += [(b"cookie", cookie.encode("latin-1"))] if cookie else []
        raw, _, _ = path.partition("?")
        scope = {
            "type": kind,
            "path": re.sub("%([0-9a-fA-F]{2})", lambda found: chr(int(found[1], 16)), raw),
            "raw_path": raw.encode(),
            "query_string": query.encode(),
            "headers": given,
            "client": ("192.168.1.9", 5000),
        }
        await self.guard(scope | ({"method": method} if kind == "http" else {}), receive, send)
        return sent


def header(scope, name):
    return [value for key, value in scope["headers"] if key == name.encode()]


@contextlib.contextmanager
def classroom(folder, *options):
    """A class whose home, working folder and temporary files are inside `folder`; gives what it prints."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    for name, variable in (("home", "HOME"), ("temporary", "TMPDIR"), ("temporary", "SQLITE_TMPDIR")):
        (folder / name).mkdir(exist_ok=True)
        environment[variable] = str(folder / name)
    (folder / "work").mkdir(exist_ok=True)
    environment["NETGIVE_FILE"] = str(folder / "host.netgive")
    environment["PYTHONPATH"] = str(Path(__file__).parent.parent)
    command = [sys.executable, "-m", "netgive_lib", "classroom", *(options or ("--password", PASSWORD))]
    printing = {"stdout": subprocess.PIPE, "text": True, "encoding": "utf-8"}
    with subprocess.Popen(command, cwd=folder / "work", env=environment, **printing) as server:
        try:
            address, password, facilitator = (server.stdout.readline() for _ in range(3))
            yield SimpleNamespace(
                address=re.search(r"http\S+", address)[0],
                password=password.removeprefix("Password: ").strip(),
                facilitator=re.search(r"http\S+", facilitator)[0],
            )
        finally:
            server.terminate()


class Client:
    """A participant without a browser."""

    def __init__(self, address, password=PASSWORD):
        self.host = urlsplit(address).netloc
        self.cookie = ""
        if password:
            _, headers, _ = self.ask("/?" + urlencode({"access_token": password}))
            self.cookie = headers["set-cookie"].split(";")[0]

    def ask(self, path, method="GET", body=None, **headers):
        connection = http.client.HTTPConnection(self.host)
        try:
            given = {
                "Cookie": self.cookie,
                **{name.replace("_", "-"): value for name, value in headers.items()},
            }
            connection.request(method, path, body, given)
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    @contextlib.contextmanager
    def page(self, path, session):
        """A page at work, as the list of what marimo told it until it was done."""
        headers = {"Cookie": self.cookie, "Origin": f"http://{self.host}"}
        with connect(f"ws://{self.host}{path}ws?session_id={session}", additional_headers=headers) as socket:
            told = []
            while not told or '"completed-run"' not in told[-1]:
                told.append(socket.recv(timeout=60))
            yield told

    def send(self, path, session, body, verb="set_ui_element_value"):
        headers = {
            "Content-Type": "application/json",
            "Marimo-Session-Id": session,
            "Origin": f"http://{self.host}",
        }
        return self.ask(f"{path}api/kernel/{verb}", "POST", json.dumps(body), **headers)[0]


def changed(signed):
    """Forgeries of a signed seat."""
    token, _, signature = signed.rpartition(".")
    yield from (
        token,
        f"{token}.",
        f".{signature}",
        signature,
        f"{signed}x",
        signed[:-1],
        signed[1:],
        signed.upper(),
    )
    yield from (
        f"{token}x.{signature}",
        f"{token[:-1]}{'B' if token[-1] == 'A' else 'A'}.{signature}",
        f"{signed}.{signature}",
        "",
        ".",
        "None",
        "é",
    )
