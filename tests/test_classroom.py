"""A class: everyone sees what is theirs, and nothing else, whatever they ask for."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlencode, urlsplit

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from netgive_lib import desk as desks
from netgive_lib.classroom import guard as guards
from netgive_lib.classroom import invitation
from netgive_lib.classroom.guard import LARGEST_BODY, MOST_SOCKETS, Guard
from netgive_lib.classroom.guesses import MOST_GUESSES, Guesses
from netgive_lib.classroom.ownership import Ownership
from netgive_lib.classroom.paths import Paths
from netgive_lib.classroom.room import Room
from netgive_lib.classroom.seats import USER_KEY, ClassFullError, Seats
from netgive_lib.memory_store import from_bytes, to_bytes
from netgive_lib.network import Network
from netgive_lib.store import Store, StoreError
from tests.browser import netgive, says, window

PASSWORD = "plain-lamp-river-swan"
HOST = "192.168.1.5:8000"
PAGES = ("/", "/map", "/facilitate")
OWN = Network().add("Only Mine", id="mine")


# A guard around an application that does nothing but note what reaches it


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
        sent = asyncio.run(self.talk("http", path, seat, method, query, headers, host, cookie, messages))
        start = next(message for message in sent if message["type"] == "http.response.start")
        told = {name.decode(): value.decode() for name, value in start["headers"]}
        return Answer(start["status"], told, b"".join(message.get("body", b"") for message in sent))

    def open(
        self, session, seat=None, *, path="/ws", headers=(("origin", f"http://{HOST}"),), query="", host=HOST
    ):
        query = "&".join(filter(None, [urlencode({"session_id": session}), query]))
        sent = asyncio.run(self.talk("websocket", path, seat, "GET", query, headers, host, None, []))
        return not any(message["type"] == "websocket.close" for message in sent)

    async def talk(self, kind, path, seat, method, query, headers, host, cookie, messages):
        sent = []

        async def send(message):
            sent.append(message)

        async def receive():
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


@pytest.fixture
def rig():
    return Rig()


def header(scope, name):
    return [value for key, value in scope["headers"] if key == name.encode()]


# Coming in


def test_without_a_seat_marimo_is_asked_only_for_its_sign_in_and_never_as_somebody(rig):
    for path in ("/", "/map", "/map/", "/assets/index-Ab1.js", "/auth/login"):
        rig.ask(path, headers=[("Authorization", f"Bearer {PASSWORD}"), ("Cookie", "session_8000=abc")])
    assert len(rig.reached) == 5
    assert all(scope["user"] == {} and not header(scope, "authorization") for scope in rig.reached)
    assert all(not header(scope, "cookie") for scope in rig.reached)
    for path in ("/my-network.netgive", "/@file/5-1-abcdefgh.csv", "/map/@file/5-1-abcdefgh.csv"):
        assert rig.ask(path).status == 403
    assert rig.ask("/api/kernel/set_ui_element_value", method="POST").status == 403
    assert not rig.open("s_aaaaaa")
    assert len(rig.reached) == 5


def test_the_right_password_gives_a_seat_of_its_own_in_a_cookie_that_no_script_reads(rig):
    rig.status = 302
    answer = rig.ask(
        "/auth/login", method="POST", headers=[("Referer", f"http://{HOST}/auth/login?next=%2Fmap%2F")]
    )
    assert (answer.status, answer.headers["location"]) == (303, "/map/")
    cookie = answer.headers["set-cookie"]
    assert re.fullmatch(r"netgive_seat=[\w.-]{60,}; HttpOnly; Path=/; SameSite=lax", cookie)
    seat = rig.seats.find(cookie.split("=")[1].split(";")[0])
    assert seat not in (None, rig.ana, rig.ben)
    assert len(rig.seats) == 3


def test_a_wrong_password_gives_nothing(rig):
    answer = rig.ask("/auth/login", method="POST")
    assert (answer.status, answer.headers.get("set-cookie")) == (200, None)
    assert rig.ask("/", query="access_token=wrong").headers["location"] == "/auth/login?next=%2F"
    assert len(rig.seats) == 2


def test_the_address_of_the_qr_code_signs_in_and_a_seat_is_kept(rig):
    first = rig.ask("/map/", query=urlencode({"access_token": PASSWORD}))
    assert (first.status, first.headers["location"], len(rig.seats)) == (303, "/map/", 3)
    again = rig.ask("/", rig.ana, query=urlencode({"access_token": PASSWORD}))
    assert (again.status, len(rig.seats)) == (303, 3)
    assert rig.reached == []


@pytest.mark.parametrize(
    "where", ["//evil.example", "/\\evil.example", "https://evil.example/", "/nowhere", ""]
)
def test_signing_in_leads_nowhere_else(rig, where):
    rig.status = 302
    answer = rig.ask("/auth/login", method="POST", query=urlencode({"next": where}))
    assert answer.headers["location"] == "/"


def test_guessing_has_an_end_and_others_are_not_kept_out():
    guesses = Guesses(most=3, seconds=60)
    assert [guesses.begin("a", now) for now in (0, 1, 2, 3, 59)] == [True, True, True, False, False]
    assert guesses.begin("b", 3)
    assert guesses.begin("a", 60.5)
    for now in range(70, 100):
        assert guesses.begin("c", now)
        guesses.forgive("c")


def test_after_ten_wrong_passwords_even_the_right_one_has_to_wait(rig):
    for _ in range(MOST_GUESSES):
        assert rig.ask("/", query="access_token=wrong").status == 303
    assert rig.ask("/", query=urlencode({"access_token": PASSWORD})).status == 429
    assert rig.ask("/auth/login", method="POST").status == 429
    assert rig.ask("/auth/login").status == 200


def test_a_class_has_so_many_seats_and_says_when_it_is_full():
    seats = Seats(Room(), most=2)
    seats.take()
    seats.take()
    with pytest.raises(ClassFullError, match="All 2 seats are taken"):
        seats.take()
    assert seats.take(facilitates=True).desk.facilitates


# Whose seat it is


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
        f"{token[:-1]}A.{signature}",
        f"{signed}.{signature}",
        "",
        ".",
        "None",
        "é",
    )


def test_a_seat_that_is_forged_or_of_an_earlier_class_is_nobodys(rig):
    earlier = Rig()
    assert rig.seats.find(rig.ana.signed) is rig.ana
    for forged in (*changed(rig.ana.signed), earlier.ana.signed):
        assert rig.seats.find(forged) is None
        if forged.isascii():
            assert rig.ask("/my-network.netgive", cookie=f"netgive_seat={forged}").status == 403


def test_what_was_signed_for_another_seat_does_not_sign_this_one(rig):
    ana, ben = rig.ana.signed.rpartition("."), rig.ben.signed.rpartition(".")
    assert rig.seats.find(f"{ana[0]}.{ben[2]}") is None


def test_what_opens_a_seat_is_never_what_the_server_calls_it(rig):
    assert rig.seats.find(rig.ana.id) is None
    assert rig.ana.id not in rig.ana.signed
    rig.ask("/map/", rig.ana)
    (scope,) = rig.reached
    assert scope["user"] == {USER_KEY: rig.ana.id}
    assert rig.ana.signed not in str(scope)


def test_two_cookies_of_the_same_name_or_two_headers_are_no_way_in(rig):
    both = [("cookie", f"netgive_seat={rig.ana.signed}"), ("cookie", f"netgive_seat={rig.ben.signed}")]
    assert rig.ask("/my-network.netgive", headers=both).status == 403


@pytest.mark.parametrize(
    "headers",
    [
        [
            ("X-Forwarded-For", "127.0.0.1"),
            ("X-Forwarded-Host", "evil.example"),
            ("Forwarded", "for=127.0.0.1"),
        ],
        [(USER_KEY, "x"), ("X-Netgive-Seat", "x"), ("User", "x"), ("X-Remote-User", "x"), ("X-User", "x")],
        [("Marimo-Stable-Session-Id", "x"), ("X-Notebook-Id", "../secret"), ("Marimo-Server-Token", "y")],
    ],
)
def test_no_header_speaks_for_somebody(rig, headers):
    rig.ask("/map/", rig.ana, headers=headers)
    (scope,) = rig.reached
    assert scope["user"] == {USER_KEY: rig.ana.id}
    assert header(scope, "authorization") == [f"Bearer {PASSWORD}".encode()]
    names = {name for name, _ in scope["headers"]}
    assert names <= {b"host", b"authorization", b"marimo-server-token"}


def test_a_page_is_told_its_colours_and_no_other_cookie(rig):
    for cookie in (f"netgive_view=dark.390; other=1; netgive_seat={rig.ana.signed}", "netgive_view=<b>"):
        rig.ask("/", cookie=cookie)
    assert [header(scope, "cookie") for scope in rig.reached] == [[b"netgive_view=dark.390"], []]


def test_the_desk_comes_from_the_guard_alone(rig):
    find = rig.seats.desk_for
    assert find(SimpleNamespace(user={USER_KEY: rig.ana.id})) is rig.ana.desk
    for request in (
        None,
        SimpleNamespace(user=None),
        SimpleNamespace(user={}),
        SimpleNamespace(user={USER_KEY: None}),
        SimpleNamespace(user={USER_KEY: rig.ana.signed}, headers={USER_KEY: rig.ana.id}),
        SimpleNamespace(user={"username": rig.ana.id}, cookies={USER_KEY: rig.ana.id}),
    ):
        with pytest.raises(LookupError, match="nobody's seat"):
            find(request)


def test_a_process_that_serves_a_class_never_falls_back_on_the_hosts_file(monkeypatch, tmp_path):
    monkeypatch.setattr(desks, "_find", None)
    monkeypatch.setenv("NETGIVE_FILE", str(tmp_path / "host.netgive"))
    monkeypatch.setenv(desks.SERVED, desks.CLASS)
    with pytest.raises(LookupError, match="knows of nobody"):
        desks.current(None)
    monkeypatch.setenv(desks.SERVED, "1")
    assert desks.current(None).own.path.name == "host.netgive"


# What is asked for


@pytest.mark.parametrize(
    ("method", "path"),
    [
        *(("GET", f"{page}{below}") for page in ("", "/map") for below in (
            "/api/status", "/api/sessions", "/api/version", "/api/environment", "/api/usage",
            "/api/status/connections", "/api/files/roots", "/api/files/download", "/api/packages/list",
            "/api/documentation/snippets", "/api/ai/mcp/status", "/api/kernel/status", "/api/lsp/health",
            "/sse", "/ws", "/terminal/ws", "/public/x", "/og/thumbnail", "/auth/token", "/docs", "/openapi.json",
            "/.env", "/assets/.env", "/assets/..", "/assets/../index.html", "/assets//x", "/@file/", "/@file/x",
            "/@file/../x", "/seat/", "/my-network.netgive/", "/api/kernel/set_ui_element_value",
        )),
        *(("POST", f"{page}/api/{below}") for page in ("", "/map") for below in (
            "kernel/instantiate", "kernel/execute", "kernel/run", "kernel/interrupt", "kernel/shutdown",
            "kernel/restart_session", "kernel/takeover", "kernel/scratchpad/run", "kernel/pdb/pm", "kernel/save",
            "kernel/read_code", "kernel/rename", "kernel/copy", "kernel/delete", "kernel/stdin", "kernel/format",
            "kernel/save_user_config", "kernel/save_app_config", "kernel/install_missing_packages",
            "export/html", "export/script", "export/ipynb", "export/pdf", "export/markdown", "document/transaction",
            "home/running_notebooks", "home/shutdown_session", "home/workspace_files", "home/recent_files",
            "files/list_files", "files/file_details", "files/create", "files/delete", "files/update", "files/search",
            "files/open", "files/move", "secrets/keys", "secrets/create", "ai/chat", "ai/completion",
            "ai/invoke_tool", "packages/add", "packages/remove", "lsp/restart", "storage/download",
            "storage/list_entries", "sql/validate", "datasources/preview_column", "cache/clear",
        )),
        ("PUT", "/"), ("DELETE", "/my-network.netgive"), ("POST", "/"), ("POST", "/my-network.netgive"),
        ("OPTIONS", "/"), ("PATCH", "/map/"), ("TRACE", "/"), ("GET", ""), ("GET", "*"), ("GET", "http://x/"),
        ("GET", "//"), ("GET", "//map/"), ("GET", "/map//"), ("GET", "/./map/"), ("GET", "/map/../"),
        ("GET", "/%6dap/"), ("GET", "/map%2f"), ("GET", "/%2e%2e/"), ("GET", "/map/%2e%2e/my-network.netgive"),
        ("GET", "/seat/../my-network.netgive"), ("GET", "/seat/%2e%2e/my-network.netgive"), ("GET", "/seat/a/b"),
        ("GET", "/map\\..\\"), ("GET", "/map;x"), ("GET", "/map/\n"), ("GET", "/map/%00"), ("GET", "/MAP/"),
        ("GET", "/map/map/"), ("GET", "/offers/"), ("GET", "/map/my-network.netgive"), ("GET", "/map/seat/x"),
        ("POST", "/map/auth/login"), ("GET", "/auth/login/"), ("GET", "/@file/1-%2e%2e.csv"), ("GET", "/é"),
    ],
)  # fmt: skip
def test_what_no_page_needs_is_not_there_even_for_who_has_a_seat(rig, method, path):
    assert rig.ask(path, rig.ana, method=method).status == 404
    assert rig.reached == []


def test_the_paths_of_marimos_run_mode_are_all_that_is_left():
    paths = Paths(PAGES)
    asked = {
        ("GET", "/"): ("page", "/", ""),
        ("HEAD", "/map/"): ("page", "/map", ""),
        ("GET", "/map"): ("slash", "/map", ""),
        ("GET", "/assets/a/b-c.woff2"): ("asset", "/", ""),
        ("GET", "/map/@file/12-34-abcdefgh.arrow"): ("file", "/map", "12-34-abcdefgh.arrow"),
        ("POST", "/map/api/kernel/function_call"): ("kernel", "/map", ""),
        ("WEBSOCKET", "/map/ws"): ("socket", "/map", ""),
        ("POST", "/seat/ab.c-d"): ("seat", "/", "ab.c-d"),
        ("GET", "/my-network.netgive"): ("save", "/", ""),
    }
    for (method, path), (kind, page, name) in asked.items():
        found = paths.asked(method, path, path.encode())
        assert (found.kind, found.page, found.name) == (kind, page, name)


@pytest.mark.parametrize(
    ("host", "origin", "page", "socket"),
    [
        (HOST, None, True, False),
        (HOST, f"http://{HOST}", True, True),
        ("localhost:8000", "http://localhost:8000", True, True),
        ("[fe80::1]:8000", "http://[fe80::1]:8000", True, True),
        (HOST, "http://192.168.1.5:9000", False, False),
        (HOST, "http://192.168.1.6:8000", False, False),
        (HOST, "https://evil.example", False, False),
        (HOST, "null", False, False),
        (HOST, "", False, False),
        (HOST, "http://[", False, False),
        ("evil.example:8000", "http://evil.example:8000", False, False),
        ("192.168.1.5.evil.example", None, False, False),
        ("evil.example", None, False, False),
        ("[", None, False, False),
        ("", None, False, False),
        (None, None, False, False),
    ],
)
def test_only_pages_of_this_address_are_answered(rig, host, origin, page, socket):
    headers = [("origin", origin)] if origin is not None else []
    assert (rig.ask("/", rig.ana, host=host, headers=headers).status == 200) == page
    assert rig.open("s_aaaaaa", rig.ana, host=host, headers=headers) == socket


# Whose is what inside marimo


def test_a_session_is_its_first_seats_alone(rig):
    assert rig.open("s_aaaaaa", rig.ana)
    assert not rig.open("s_aaaaaa", rig.ben)
    assert not rig.open("s_aaaaaa", rig.ben, path="/map/ws")
    assert rig.open("s_aaaaaa", rig.ana)
    for session, seat, status in (
        ("s_aaaaaa", rig.ana, 200),
        ("s_aaaaaa", rig.ben, 403),
        ("s_bbbbbb", rig.ben, 403),
        ("", rig.ana, 403),
    ):
        for verb in ("set_ui_element_value", "set_model_value", "function_call"):
            headers = [("Marimo-Session-Id", session)]
            assert rig.ask(f"/api/kernel/{verb}", seat, method="POST", headers=headers).status == status
    both = [("Marimo-Session-Id", "s_aaaaaa"), ("Marimo-Session-Id", "s_zzzzzz")]
    assert rig.ask("/api/kernel/function_call", rig.ana, method="POST", headers=both).status == 403


@pytest.mark.parametrize(
    "session",
    ["", "x", "s_", "s_AAAAAA", "s_aaaaaa&kiosk=true", "../s_aaaaaa", "s_aaaaaa\n", "s_" + "a" * 40],
)
def test_a_session_has_the_form_that_marimos_pages_give_it(rig, session):
    assert not rig.open(session, rig.ana)


def test_nothing_else_of_a_question_reaches_marimo(rig):
    assert rig.open("s_aaaaaa", rig.ana, query="kiosk=true&file=/etc/passwd&access_token=x")
    rig.ask("/", rig.ana, query="file=/etc/passwd&kiosk=true&view-as=present")
    assert [scope["query_string"] for scope in rig.reached] == [b"session_id=s_aaaaaa", b""]
    assert not rig.open("s_aaaaaa", rig.ana, query="session_id=s_bbbbbb")


def test_a_file_is_read_only_by_whose_page_was_told_of_it(rig):
    rig.tells = ['{"url": "./@file/20-7-abcdefgh.csv"}', "&quot;./@file/5-7-ijklmnop.arrow&quot;"]
    assert rig.open("s_aaaaaa", rig.ana)
    for name in ("20-7-abcdefgh.csv", "5-7-ijklmnop.arrow"):
        assert rig.ask(f"/map/@file/{name}", rig.ana).status == 200
        assert rig.ask(f"/map/@file/{name}", rig.ben).status == 404
        assert rig.ask(f"/@file/{name}").status == 403
    assert rig.ask("/@file/21-7-abcdefgh.csv", rig.ana).status == 404


def test_a_file_whose_name_was_guessed_and_repeated_is_nobodys_any_more(rig):
    rig.tells = ["a note that says ./@file/20-7-abcdefgh.csv"]
    rig.open("s_bbbbbb", rig.ben)
    rig.open("s_aaaaaa", rig.ana)
    for seat in (rig.ana, rig.ben):
        assert rig.ask("/@file/20-7-abcdefgh.csv", seat).status == 404


def test_of_many_files_the_latest_are_remembered_and_a_flood_costs_only_ones_own():
    owned = Ownership(most_files=3)
    owned.note_files("ana", "@file/1-1-a.csv")
    for number in range(10):
        owned.note_files("ben", f"@file/{number}-2-b.csv @file/7-2-b.csv")
    assert owned.may_read("ana", "1-1-a.csv")
    assert [number for number in range(10) if owned.may_read("ben", f"{number}-2-b.csv")] == [7, 8, 9]


def test_sessions_of_one_seat_have_an_end():
    owned = Ownership(most_sessions=2)
    assert [owned.claim_session("ana", f"s_aaaaa{n}") for n in (1, 2, 3, 1)] == [True, True, False, True]
    assert owned.claim_session("ben", "s_aaaaa3")


def test_one_seat_can_not_take_every_socket():
    gone = asyncio.Event()

    async def many():
        async def inner(*_):
            await gone.wait()

        rig = Rig(inner)
        headers = [("origin", f"http://{HOST}")]
        opened = [
            asyncio.create_task(
                rig.talk("websocket", "/ws", seat, "GET", f"session_id=s_aaaaaa{n}", headers, HOST, None, [])
            )
            for n, seat in enumerate([rig.ana] * (MOST_SOCKETS + 1) + [rig.ben])
        ]
        await asyncio.sleep(0)
        gone.set()
        return [not sent for sent in await asyncio.gather(*opened)]

    assert asyncio.run(many()) == [True] * MOST_SOCKETS + [False, True]


def test_a_page_of_the_facilitator_is_nobody_elses(rig):
    assert rig.ask("/facilitate/", rig.ana).status == 403
    assert not rig.open("s_aaaaaa", rig.ana, path="/facilitate/ws")
    for key in ("", "x", "keykey", rig.ana.signed.replace(".", "")):
        assert rig.ask(f"/facilitator/{key}", rig.ana).status == 404
    answer = rig.ask("/facilitator/key")
    assert (answer.status, answer.headers["location"]) == (303, "/facilitate/")
    cookie = answer.headers["set-cookie"].split(";")[0]
    assert rig.ask("/facilitate/", cookie=cookie).status == 200
    assert rig.seats.room.seats() == 2


def test_the_room_is_told_at_which_step_a_seat_is_and_nothing_more(rig):
    rig.ask("/map/", rig.ana)
    rig.ask("/", rig.ben)
    rig.ask("/facilitate/", rig.ben)
    assert rig.seats.room.steps() == {"/map": 1, "/": 1}


# Bodies, answers


@pytest.mark.parametrize("declared", [True, False])
def test_a_body_that_is_too_long_is_refused_in_a_sentence(monkeypatch, declared):
    monkeypatch.setattr(guards, "LARGEST_FORM", 100_000)
    rig = Rig()
    body = b"x" * 200_000
    headers = [("content-length", str(len(body)))] if declared else []
    answer = rig.ask("/auth/login", method="POST", body=body, headers=headers)
    assert answer.status == 413
    assert b"too large" in answer.body
    assert rig.reached == []


def test_an_upload_that_declares_too_much_is_refused_before_it_is_read(rig):
    rig.open("s_aaaaaa", rig.ana)
    rig.reached.clear()
    headers = [("Marimo-Session-Id", "s_aaaaaa"), ("content-length", str(LARGEST_BODY + 1))]
    answer = rig.ask("/api/kernel/set_ui_element_value", rig.ana, method="POST", headers=headers)
    assert (answer.status, rig.reached) == (413, [])


def test_marimos_own_mistakes_are_not_hidden():
    async def broken(*_):
        raise RuntimeError("marimo's own")

    with pytest.raises(RuntimeError, match="marimo's own"):
        Rig(broken).ask("/", Rig().ana)


def test_no_answer_carries_marimos_cookies_or_lets_other_sites_read_it(rig):
    for seat in (rig.ana, None):
        answer = rig.ask("/", seat)
        assert answer.headers["x-own"] == "1"
        assert not {"set-cookie", "access-control-allow-origin"} & set(answer.headers)
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["x-content-type-options"] == "nosniff"


# The work


def test_ones_work_is_saved_as_a_file_and_only_ones_own(rig):
    assert rig.ask("/my-network.netgive", rig.ana).status == 404
    rig.ana.desk.own.create(OWN)
    rig.ben.desk.own.create(Network().add("Of Ben"))
    saved = rig.ask("/my-network.netgive", rig.ana)
    assert saved.headers["content-disposition"] == 'attachment; filename="my-network.netgive"'
    assert saved.headers["cache-control"] == "no-store"
    assert from_bytes(saved.body).others["name"].to_list() == ["Only Mine"]
    assert b"Of Ben" not in saved.body
    assert rig.ask("/my-network.netgive").status == 403


def test_next_week_one_goes_on_from_the_file_and_can_take_that_back(rig):
    desk = rig.ana.desk
    desk.start_own()
    desk.own.change("added", lambda network: network.add("Here already", id="here"))
    assert desk.restore(to_bytes(OWN)).size == 1
    assert desk.own.load().others["name"].to_list() == ["Only Mine"]
    assert not desk.on_sample
    desk.own.undo()
    assert desk.own.load().others["name"].to_list() == ["Here already"]


def test_a_file_that_is_none_changes_nothing(rig):
    desk = rig.ana.desk
    with pytest.raises(StoreError, match="not a netgive file"):
        desk.restore(b"PK\x03\x04" + bytes(500))
    assert (desk.own.exists(), desk.on_sample) == (False, True)


def test_each_seat_has_a_sample_of_its_own(rig):
    for seat in (rig.ana, rig.ben):
        assert seat.desk.store.load().size == 90
    rig.ana.desk.store.change("added", lambda network: network.add("Chi"))
    assert (rig.ana.desk.store.load().size, rig.ben.desk.store.load().size) == (91, 90)
    assert rig.seats.room.networks() == []


def test_a_private_link_asks_before_it_brings_a_device_to_a_seat(rig):
    link = rig.ana.desk.private_link
    shown = rig.ask(link, rig.ben)
    assert shown.status == 200
    assert b"Whoever made it can see" in shown.body
    assert b"left behind" in shown.body
    assert "set-cookie" not in shown.headers
    assert b"left behind" not in rig.ask(link).body
    taken = rig.ask(link, method="POST", headers=[("origin", f"http://{HOST}")])
    assert (taken.status, taken.headers["location"]) == (303, "/")
    assert taken.headers["set-cookie"].startswith(f"netgive_seat={rig.ana.signed};")
    assert taken.headers["cache-control"] == "no-store"
    assert taken.headers["referrer-policy"] == "no-referrer"
    for forged in filter(None, changed(rig.ana.signed)):
        assert rig.ask(f"/seat/{forged}", method="POST").status == 404
    assert rig.ask(link, method="POST", headers=[("origin", "https://evil.example")]).status == 403


# The invitation


def test_a_made_up_password_is_plain_words_and_never_the_same():
    made = {invitation.made_up_password() for _ in range(50)}
    assert len(made) == 50
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+){3}", password) for password in made)
    assert len(set(invitation.words())) == len(invitation.words()) >= 256


def test_the_qr_code_holds_the_address_that_signs_in():
    asked = invitation.Invitation("http://192.168.1.5:8000/", "two words&more", "key")
    assert asked.join_address == "http://192.168.1.5:8000/?access_token=two%20words%26more"
    assert asked.facilitator_address == "http://192.168.1.5:8000/facilitator/key"
    svg = invitation.qr_svg(asked.join_address, "Join <the> class")
    assert svg.startswith("<svg")
    assert "<the>" not in svg
    assert len(invitation.qr_text(asked.join_address).splitlines()) > 10


def test_the_address_to_tell_is_one_that_the_room_can_reach(monkeypatch):
    monkeypatch.setattr(invitation, "lan_address", lambda: "192.168.1.5")
    assert invitation.reachable_at("0.0.0.0") == "192.168.1.5"
    assert invitation.reachable_at("127.0.0.1") == "127.0.0.1"
    assert invitation.reachable_at("::1") == "[::1]"
    monkeypatch.setattr(invitation, "lan_address", lambda: None)
    assert invitation.reachable_at("0.0.0.0") == "127.0.0.1"


@pytest.mark.parametrize("password", ["short", "größer-als-acht", "new\nline-here"])
def test_a_password_that_would_not_do_is_refused(run, password):
    done = run("classroom", "--password", password)
    assert done.exit_code == 2
    assert "8 letters at least" in done.stderr


# A real class


@contextlib.contextmanager
def classroom(folder, *arguments):
    """A class whose home, working folder and temporary files are inside `folder`; gives its address."""
    with pytest.MonkeyPatch.context() as patch:
        for name, variable in (("home", "HOME"), ("temporary", "TMPDIR"), ("temporary", "SQLITE_TMPDIR")):
            (folder / name).mkdir(exist_ok=True)
            patch.setenv(variable, str(folder / name))
        for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            patch.delenv(variable, raising=False)
        patch.setenv("NETGIVE_FILE", str(folder / "host.netgive"))
        (folder / "work").mkdir(exist_ok=True)
        patch.chdir(folder / "work")
        patch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))
        with netgive("classroom", "--password", PASSWORD, *arguments) as address:
            yield address


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("class")
    with classroom(folder) as address:
        yield SimpleNamespace(address=address, folder=folder)


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


def test_two_real_pages_keep_apart_what_marimo_alone_would_not(served):
    ana, ben = Client(served.address), Client(served.address)
    with ana.page("/map/", "s_ana001") as told:
        files = set(re.findall(r"@file/(\d+-[\w.-]+)", "".join(told)))
        assert files
        for name in files:
            assert ana.ask(f"/map/@file/{name}")[0] == 200
            assert ben.ask(f"/map/@file/{name}")[0] == 404
            assert Client(served.address, None).ask(f"/map/@file/{name}")[0] == 403
        body = {"objectIds": [], "values": []}
        assert ana.send("/map/", "s_ana001", body) == 200
        assert ben.send("/map/", "s_ana001", body) == 403
        assert ben.send("/map/", "s_ana001", {}, "function_call") == 403
        with pytest.raises(InvalidStatus) as refused, ben.page("/map/", "s_ana001"):
            pass
        assert refused.value.response.status_code == 403
    with pytest.raises(InvalidStatus), ben.page("/map/", "s_ana001"):
        pass


def test_real_requests_of_all_sorts_get_nothing(served):
    ana = Client(served.address)
    stranger = Client(served.address, None)
    for path in (
        "/my-network.netgive",
        "/@file/1-1-a.csv",
        "/api/sessions",
        "/api/status",
        "/seat/../my-network.netgive",
    ):
        assert stranger.ask(path)[0] in (403, 404)
    assert stranger.ask("/")[1]["location"].startswith("/auth/login")
    assert stranger.ask("/", Authorization=f"Bearer {PASSWORD}")[0] == 303
    with pytest.raises(InvalidStatus), stranger.page("/", "s_abcdef"):
        pass
    for path in ("/api/sessions", "/map/api/sessions", "/map/../api/sessions", "/%2e%2e/api/sessions", "//api/sessions",
                 "/map/%2e%2e/api/sessions", "/api%2fsessions", "/sse?session_id=s_abcdef", "/auth/token"):  # fmt: skip
        assert ana.ask(path)[0] == 404
    assert ana.ask("/", Host="evil.example")[0] == 403
    assert ana.ask("/", X_Forwarded_Host="evil.example", X_Forwarded_For="10.0.0.1")[0] == 200
    form = urlencode({"password": "wrong"})
    status, headers, body = stranger.ask(
        "/auth/login", "POST", form, Content_Type="application/x-www-form-urlencoded"
    )
    assert (status, headers.get("set-cookie")) == (200, None)
    assert b"Invalid password" in body


def test_a_class_writes_nothing_to_the_disk_and_never_opens_the_hosts_file(tmp_path):
    host = tmp_path / "host.netgive"
    Store(host).create(Network().add("Host's Own Contact"))
    os.utime(host, (1, 1))
    before = sorted(tmp_path.iterdir())
    with classroom(tmp_path) as address:
        client = Client(address)
        for number, path in enumerate(("/", "/map/", "/offers/")):
            assert client.ask(path)[0] == 200
            with client.page(path, f"s_abcde{number}") as told:
                assert "Host's Own Contact" not in "".join(told)
                assert "Marguerite" in "".join(told) or path == "/"
        written = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert {path.name for path in written} <= {"host.netgive", "marimo.toml", "recent_files.toml"}
        assert not any(b"Marguerite" in path.read_bytes() for path in written)
    assert sorted(path for path in tmp_path.iterdir() if path not in before) == [
        tmp_path / "home",
        tmp_path / "temporary",
        tmp_path / "work",
    ]
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [host]
    assert host.stat().st_mtime == 1


def test_the_facilitators_link_and_the_password_are_printed(tmp_path):
    with classroom(tmp_path, "--rehearse") as address:
        assert Client(address).ask("/")[0] == 200


# In browsers


def signed_in(page, address):
    page.goto(address + "map")
    page.locator("#password").fill(PASSWORD)
    page.locator("button").click()
    says(page, "Your map")


def added(page, name):
    page.get_by_text("Bring people in", exact=True).first.click()
    page.get_by_text("Add one person by hand").click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_role("button", name="Add them").click()
    says(page, f"Saved: added {name}")


@pytest.mark.browser
def test_two_participants_at_once_see_their_own_people_alone_and_a_phone_sees_the_same(served, browser):
    address = served.address
    with window(browser) as ana, window(browser) as ben, window(browser, width=390) as phone:
        for page, name in ((ana, "Ana's Aunt"), (ben, "Ben's Boss")):
            signed_in(page, address)
            page.goto(address)
            page.get_by_role("button", name="Start with my own people").click()
            says(page, "nobody is in it yet")
            page.goto(address + "map")
            added(page, name)
        for page, own, other in ((ana, "Ana's Aunt", "Ben's Boss"), (ben, "Ben's Boss", "Ana's Aunt")):
            page.reload()
            page.locator(f'svg [aria-label="{own}"]').first.wait_for(state="attached")
            assert other not in page.content()
        (cookie,) = (c for c in ana.context.cookies() if c["name"].startswith("netgive_seat"))
        phone.goto(f"{address}seat/{cookie['value']}")
        phone.get_by_role("button", name="It is mine: go on").click()
        says(phone, "netgive")
        phone.goto(address + "map")
        phone.locator('svg [aria-label="Ana\'s Aunt"]').first.wait_for(state="attached")
        saved = phone.context.request.get(f"{address}my-network.netgive")
        assert from_bytes(saved.body()).others["name"].to_list() == ["Ana's Aunt"]


@pytest.mark.browser
def test_a_wrong_password_leads_back_to_the_sign_in(served, browser):
    with window(browser) as page:
        page.goto(served.address)
        page.locator("#password").fill("not-this-one")
        page.locator("button").click()
        says(page, "Invalid password")


def test_a_lost_connection_loses_nothing(served):
    client = Client(served.address)
    with client.page("/", "s_lost01"):
        pass
    with contextlib.suppress(ConnectionClosed), client.page("/", "s_lost02") as told:
        assert "It works" in "".join(told)
