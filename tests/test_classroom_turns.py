"""The sockets of a class: so many for each seat, and each started in its turn."""

from __future__ import annotations

import asyncio

import pytest

from netgive_lib.classroom.ownership import Ownership
from netgive_lib.classroom.sockets import MOST_SOCKETS, READY, Sockets
from netgive_lib.classroom.turns import Turns
from tests.in_class import CONNECT, HOST, PASSWORD, Rig, alone

ACCEPT = {"type": "websocket.accept"}
GONE = {"type": "websocket.disconnect", "code": 1001}
DONE = {"type": "websocket.send", "text": READY + "}"}


class Line:
    """A browser's end of a socket."""

    def __init__(self, *said):
        self.said = asyncio.Queue()
        self.heard = []
        for message in (CONNECT, *said):
            self.said.put_nowait(message)

    async def receive(self):
        return await self.said.get()

    async def send(self, message):
        self.heard.append(message)


class Marimo:
    """An application that accepts, and says that a page is ready when it is let."""

    def __init__(self):
        self.started = []
        self.may_finish = asyncio.Event()

    async def __call__(self, scope, receive, send):
        self.started.append(scope["name"])
        assert await receive() == CONNECT
        await send(ACCEPT)
        await self.may_finish.wait()
        await send(DONE)
        assert await receive() == GONE


async def settled():
    """Let all that can go on go on."""
    for _ in range(20):
        await asyncio.sleep(0)


def opened(sockets, name, line, *, fresh=True):
    return asyncio.create_task(sockets.open(name, {"name": name}, line.receive, line.send, fresh=fresh))


def sockets_of(app, patience=60.0):
    return Sockets(app, Ownership(), Turns(patience))


def test_a_page_is_accepted_at_once_and_starts_when_the_one_before_is_ready():
    async def two():
        app = Marimo()
        sockets, ana, ben = sockets_of(app), Line(), Line()
        tasks = [opened(sockets, "ana", ana), opened(sockets, "ben", ben)]
        await settled()
        assert (ana.heard, ben.heard, app.started) == ([ACCEPT], [ACCEPT], ["ana"])
        app.may_finish.set()
        await settled()
        assert app.started == ["ana", "ben"]
        assert ana.heard == ben.heard == [ACCEPT, DONE]
        for line in (ana, ben):
            line.said.put_nowait(GONE)
        await asyncio.gather(*tasks)

    alone(two())


def test_a_page_that_comes_back_waits_for_nobody_and_is_accepted_by_marimo():
    async def back():
        app = Marimo()
        sockets, ana, ben = sockets_of(app), Line(), Line(GONE)
        starting = opened(sockets, "ana", ana)
        await settled()
        coming_back = opened(sockets, "ben", ben, fresh=False)
        await settled()
        assert app.started == ["ana", "ben"]
        app.may_finish.set()
        await coming_back
        assert ben.heard == [ACCEPT, DONE]
        ana.said.put_nowait(GONE)
        await starting

    alone(back())


@pytest.mark.parametrize("said", [GONE, {"type": "websocket.receive", "text": "x" * 1000}])
def test_who_goes_or_speaks_while_waiting_is_let_go_and_holds_up_nobody(said):
    async def gone():
        app = Marimo()
        sockets, ana, ben, chi = sockets_of(app), Line(), Line(said), Line()
        tasks = [opened(sockets, name, line) for name, line in (("ana", ana), ("ben", ben), ("chi", chi))]
        await settled()
        assert (tasks[1].done(), app.started) == (True, ["ana"])
        app.may_finish.set()
        await settled()
        assert app.started == ["ana", "chi"]
        for line in (ana, chi):
            line.said.put_nowait(GONE)
        await asyncio.gather(*tasks)

    alone(gone())


def test_who_goes_while_starting_gives_the_turn_back():
    async def goes():
        async def app(scope, receive, _send):
            started.append(scope["name"])
            assert await receive() == CONNECT
            assert await receive() == GONE

        started, ana, ben = [], Line(), Line()
        sockets = sockets_of(app)
        tasks = [opened(sockets, "ana", ana), opened(sockets, "ben", ben)]
        for line in (ana, ben):
            await settled()
            line.said.put_nowait(GONE)
        await asyncio.gather(*tasks)
        assert started == ["ana", "ben"]

    alone(goes())


def test_a_page_that_breaks_or_is_broken_off_gives_its_turn_back():
    async def breaks():
        async def app(scope, *_):
            started.append(scope["name"])
            if scope["name"] == "broken":
                raise RuntimeError("marimo's own")
            await asyncio.Event().wait()

        started = []
        sockets = sockets_of(app)
        tasks = [opened(sockets, name, Line()) for name in ("broken", "cancelled", "waiting", "last")]
        await settled()
        with pytest.raises(RuntimeError, match="marimo's own"):
            await tasks[0]
        assert started == ["broken", "cancelled"]
        tasks[2].cancel()
        tasks[1].cancel()
        await settled()
        assert started == ["broken", "cancelled", "last"]
        tasks[3].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    alone(breaks())


def test_a_turn_is_not_waited_for_for_ever():
    async def slow():
        app = Marimo()
        sockets = sockets_of(app, patience=0.01)
        tasks = [opened(sockets, name, Line()) for name in ("ana", "ben", "chi")]
        while len(app.started) < 3:
            await asyncio.sleep(0.005)
        assert app.started == ["ana", "ben", "chi"]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    alone(slow())


def test_a_turn_given_back_twice_lets_one_start_and_not_two():
    async def twice():
        turns = Turns()
        first, waiting = await turns.begin(), [asyncio.create_task(turns.begin()) for _ in range(2)]
        first.end()
        first.end()
        await settled()
        assert [task.done() for task in waiting] == [True, False]
        waiting[0].result().end()
        (await waiting[1]).end()

    alone(twice())


def test_one_seat_can_not_take_every_socket():
    async def many():
        gone = asyncio.Event()

        async def app(*_):
            await gone.wait()

        sockets = sockets_of(app)
        names = ["ana"] * (MOST_SOCKETS + 1) + ["ben"]
        lines = [Line() for _ in names]
        tasks = [opened(sockets, *of, fresh=False) for of in zip(names, lines, strict=True)]
        await settled()
        gone.set()
        await asyncio.gather(*tasks)
        assert [line.heard for line in lines] == [[]] * MOST_SOCKETS + [
            [{"type": "websocket.close", "code": 1013}],
            [],
        ]
        again = Line()
        await opened(sockets, "ana", again, fresh=False)
        assert again.heard == []

    alone(many())


def test_a_reader_that_takes_no_answer_keeps_no_other_page_waiting():
    async def two():
        rig = Rig()
        stuck, answered = asyncio.Event(), []

        async def never(_message):
            stuck.set()
            await asyncio.Event().wait()

        async def receive():
            return {"type": "http.request", "body": b""}

        async def send(message):
            answered.append(message)

        def scope(seat):
            cookie = (b"cookie", f"netgive_seat={seat.signed}".encode())
            asked = {"type": "http", "method": "GET", "path": "/map/", "raw_path": b"/map/"}
            return asked | {"query_string": b"", "headers": [(b"host", HOST.encode()), cookie]}

        reading = asyncio.create_task(rig.guard(scope(rig.ana), receive, never))
        await stuck.wait()
        await rig.guard(scope(rig.ben), receive, send)
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
        assert [message["type"] for message in answered] == ["http.response.start", "http.response.body"]

    alone(two())


def test_a_seat_opens_a_session_once_in_turn_and_then_goes_on_in_it():
    rig = Rig()
    assert rig.open("s_aaaaaa", rig.ana)
    assert rig.open("s_aaaaaa", rig.ana)
    assert PASSWORD in str(rig.reached[0]["headers"])
    assert len(rig.reached) == 2
