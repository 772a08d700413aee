"""The server lets in this machine's own pages, and nobody else."""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest

from netgive_lib.server import LocalOnly, listening
from tests.browser import netgive


def alone(coroutine):
    """Run a coroutine in a thread of its own: a browser test may have left a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


async def answer(scope_type, headers):
    """What `LocalOnly` sends for a request with these headers, around an app that says 200."""
    sent = []

    async def app(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 200})

    async def send(message):
        sent.append(message)

    asked = {"type": scope_type, "method": "GET", "path": "/"}
    scope = {**asked, "headers": [(k.encode(), v.encode()) for k, v in headers.items()]}
    await LocalOnly(app)(scope, None, send)
    return sent[0].get("status", sent[0]["type"])


@pytest.mark.parametrize(
    ("headers", "let_in"),
    [
        ({"host": "127.0.0.1:8000"}, True),
        ({"host": "localhost:8000"}, True),
        ({"host": "[::1]:8000"}, True),
        ({"host": "127.0.0.1:8000", "origin": "http://127.0.0.1:8000"}, True),
        ({"host": "127.0.0.1:8000", "origin": "http://127.0.0.1:9000"}, False),
        ({"host": "127.0.0.1:8000", "origin": "https://elsewhere.example"}, False),
        ({"host": "127.0.0.1:8000", "origin": "null"}, False),
        ({"host": "rebound.example:8000"}, False),
        ({"host": "127.0.0.1.rebound.example"}, False),
        ({}, False),
    ],
)
def test_only_pages_of_this_machine_are_let_in(headers, let_in):
    assert (alone(answer("http", headers)) == 200) == let_in
    assert (alone(answer("websocket", headers)) != "websocket.close") == let_in


def test_it_answers_on_this_machine_alone_and_refuses_another_name(tmp_path):
    with netgive("open", "--no-browser", "--file", tmp_path / "n.netgive") as address:
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(address) as page:
            assert page.status == 200
        request = urllib.request.Request(address, headers={"Host": "rebound.example"})
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request)
        refused.value.close()
        assert refused.value.code == 403


def test_a_file_that_is_something_else_is_refused_before_there_is_a_page(tmp_path, run):
    file = tmp_path / "holiday.jpg"
    file.write_bytes(b"\xff\xd8\xff\xe0" * 50)
    done = run("open", "--no-browser", "--file", file)
    assert done.exit_code == 1
    assert "is not a netgive file" in done.stderr
    assert file.read_bytes() == b"\xff\xd8\xff\xe0" * 50


def test_a_port_that_is_taken_is_refused_in_a_sentence(tmp_path, run):
    with netgive("open", "--no-browser", "--file", tmp_path / "n.netgive") as address:
        port = address.rstrip("/").rsplit(":", 1)[1]
        done = run("open", "--no-browser", "--port", port, "--file", tmp_path / "n.netgive")
    assert done.exit_code == 1
    assert "in use" in done.stderr


def test_small_messages_are_not_held_back_until_the_one_before_is_acknowledged():
    async def held_back():
        met = asyncio.get_running_loop().create_future()

        class Meets(asyncio.Protocol):
            def connection_made(self, transport):
                met.set_result(
                    transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
                )
                transport.close()

        sock = listening(("127.0.0.1", 0))
        async with await asyncio.get_running_loop().create_server(Meets, sock=sock):
            _, writer = await asyncio.open_connection(*sock.getsockname())
            writer.close()
            return await met == 0

    assert not alone(held_back())


def test_a_page_is_answered_at_once_but_does_not_run_before_all_is_ready():
    async def reached():
        ready, met = threading.Event(), []

        async def app(scope, _receive, _send):
            met.append(scope["type"])

        pages = LocalOnly(app, ready)
        scope = {"method": "GET", "path": "/", "headers": [(b"host", b"127.0.0.1:8000")]}
        socket_opens = asyncio.create_task(pages({**scope, "type": "websocket"}, None, None))
        await asyncio.sleep(0.05)
        await pages({**scope, "type": "http"}, None, None)
        before = list(met)
        ready.set()
        await socket_opens
        return before, met

    assert alone(reached()) == (["http"], ["http", "websocket"])


@pytest.mark.parametrize(
    ("command", "farewell"),
    [
        (("open", "--no-browser", "--file", "n.netgive"), "netgive is closed."),
        (("classroom",), "The class is over. "),
    ],
)
def test_ctrl_c_ends_it_with_a_goodbye(tmp_path, command, farewell):
    arguments = [sys.executable, "-m", "netgive_lib", *command]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", cwd=tmp_path
    ) as server:
        assert "http://" in server.stdout.readline()
        server.send_signal(signal.SIGINT)
        said, complained = server.communicate(timeout=60)
    assert said.splitlines()[-1].startswith(farewell)
    assert (complained, server.returncode) == ("", 0)
