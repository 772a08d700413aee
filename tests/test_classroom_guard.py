"""The guard of a class: everyone sees what is theirs, and nothing else, whatever they ask for."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from netgive_lib import desk as desks
from netgive_lib.classroom.ownership import Ownership
from netgive_lib.classroom.paths import Paths
from netgive_lib.classroom.seats import USER_KEY
from tests.in_class import HOST, PAGES, PASSWORD, Rig, changed, header


@pytest.fixture
def rig():
    return Rig()


# Whose seat it is


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
