"""A real class on this machine: participants without a browser, and hostile ones."""

from __future__ import annotations

import json
import os
import re
from urllib.parse import urlencode, urlsplit

import pytest
from websockets.exceptions import InvalidStatus

from netgive_lib.classroom.sockets import READY
from netgive_lib.network import Network
from netgive_lib.store import Store
from tests.in_class import PASSWORD, Client, classroom


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with classroom(tmp_path_factory.mktemp("class")) as told:
        yield told


def test_two_real_pages_keep_apart_what_marimo_alone_would_not(served):
    ana, ben = Client(served.address), Client(served.address)
    with ana.page("/map/", "s_ana001") as told:
        files = set(re.findall(r"@file/(\d+-[\w.-]+)", "".join(told)))
        assert (
            files == set()
        )  # widgets carry their scripts; what a page does have, the guard's own tests keep
        for name in ("1-1-abcdefgh.csv",):
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
    form = urlencode({"password": PASSWORD.upper().replace("-", " ")})
    status, headers, _ = stranger.ask(
        "/auth/login", "POST", form, Content_Type="application/x-www-form-urlencoded"
    )
    assert status == 303
    assert headers["set-cookie"].startswith("netgive_seat")


def test_a_class_writes_nothing_to_the_disk_and_never_opens_the_hosts_file(tmp_path):
    host = tmp_path / "host.netgive"
    Store(host).create(Network().add("Host's Own Contact"))
    os.utime(host, (1, 1))
    before = sorted(tmp_path.iterdir())
    with classroom(tmp_path) as told:
        client = Client(told.address)
        for number, path in enumerate(("/", "/map/", "/offers/")):
            assert client.ask(path)[0] == 200
            with client.page(path, f"s_abcde{number}") as heard:
                assert "Host's Own Contact" not in "".join(heard)
                assert "Marguerite" in "".join(heard) or path == "/"
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


def test_the_way_in_is_printed_and_the_facilitators_link_opens_a_class_that_is_rehearsed(tmp_path):
    with classroom(tmp_path, "--rehearse") as told:
        assert re.fullmatch(r"[a-z]+(-[a-z]+){3}", told.password)
        assert Client(told.address, told.password).ask("/")[0] == 200
        leader = Client(told.address, None)
        status, headers, _ = leader.ask(urlsplit(told.facilitator).path)
        assert status == 303
        leader.cookie = headers["set-cookie"].split(";")[0]
        assert leader.ask("/facilitate/")[0] == 200
        with leader.page("/facilitate/", "s_leader") as heard:
            assert "24 asks" in "".join(heard)


def test_a_page_tells_when_it_is_ready_in_the_words_that_turns_wait_for(served):
    with Client(served.address).page("/", "s_ready01") as heard:
        assert heard[-1].startswith(READY)


def test_what_the_class_is_at_is_told_to_those_who_have_a_seat(served):
    status, headers, body = Client(served.address).ask("/now")
    assert (status, headers["cache-control"]) == (200, "no-store")
    assert json.loads(body) == {"words": "", "page": "", "left": None, "label": ""}
    assert Client(served.address, None).ask("/now")[0] == 403
