"""marimo's scripts: from one place, kept by the browser, and nothing else from there."""

import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor

import pytest

from netgive_lib.scripts import AT, Scripts


@pytest.fixture
def folder(tmp_path):
    scripts = tmp_path / "assets"
    scripts.mkdir()
    (scripts / "index-abc.js").write_text("let a = 1;\n" * 500)
    (scripts / "font-abc.woff2").write_bytes(b"wOF2" * 200)
    (scripts / "within").mkdir()
    (tmp_path / "secret.js").write_text("secret")
    return scripts


def asked(scripts, path, method="GET", **headers):
    sent = []

    async def send(message):
        sent.append(message)

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    given = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "headers": given}
    assert scripts.answers(scope)
    with ThreadPoolExecutor(1) as thread:  # a browser test may have left a loop running in this one
        thread.submit(asyncio.run, scripts(scope, receive, send)).result()
    told = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], told, b"".join(message.get("body", b"") for message in sent[1:])


def test_a_script_is_packed_and_kept_for_good(folder):
    status, headers, body = asked(Scripts(folder), f"{AT}index-abc.js", accept_encoding="gzip, deflate, br")
    plain = (folder / "index-abc.js").read_bytes()
    assert status == 200 and gzip.decompress(body) == plain and len(body) < len(plain) / 10
    assert headers["content-encoding"] == "gzip" and headers["vary"] == "Accept-Encoding"
    assert "immutable" in headers["cache-control"] and "javascript" in headers["content-type"]
    assert int(headers["content-length"]) == len(body)


@pytest.mark.parametrize("accepted", [{}, {"accept_encoding": "br"}, {"accept_encoding": "gzip;q=0"}])
def test_who_cannot_unpack_gets_it_plain(folder, accepted):
    _, headers, body = asked(Scripts(folder), f"{AT}index-abc.js", **accepted)
    assert body == (folder / "index-abc.js").read_bytes() and "content-encoding" not in headers


def test_a_font_that_is_packed_already_is_not_packed_again(folder):
    _, headers, body = asked(Scripts(folder), f"{AT}font-abc.woff2", accept_encoding="gzip")
    assert body == b"wOF2" * 200 and "content-encoding" not in headers


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../secret.js", "within", "within/", "none.js", "index-abc.js/", "\0", "./index-abc.js"],
)
def test_nothing_else_is_there(folder, name):
    status, headers, body = asked(Scripts(folder), AT + name, accept_encoding="gzip")
    assert status == 404 and b"secret" not in body and "immutable" not in headers.get("cache-control", "")


def test_only_what_is_beneath_the_path_is_answered(folder):
    scripts = Scripts(folder)
    for scope in (
        {"type": "websocket", "path": f"{AT}index-abc.js"},
        {"type": "http", "method": "POST", "path": f"{AT}index-abc.js"},
        {"type": "http", "method": "GET", "path": "/map/assets/index-abc.js"},
        {"type": "http", "method": "GET", "path": "/assets"},
    ):
        assert not scripts.answers(scope)


def test_each_is_read_and_packed_once(folder):
    scripts = Scripts(folder)
    first = asked(scripts, f"{AT}index-abc.js", accept_encoding="gzip")[2]
    (folder / "index-abc.js").write_text("changed")
    assert asked(scripts, f"{AT}index-abc.js", accept_encoding="gzip")[2] == first


def test_all_that_marimo_has_is_there():
    scripts = Scripts()
    styles = [name for name in scripts._files if name.endswith(".css")]
    assert len(scripts._files) > 100 and styles
    assert asked(scripts, AT + styles[0])[0] == 200
