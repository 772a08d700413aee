"""A class at work: many sessions with one real `netgive classroom`, each at the pace of a person.

Each participant signs in, opens the map, rates ten people, opens the page of the plan, and stays until all are done.
What is timed is what they wait for: a page that is ready, a map that is redrawn, a plan that is there.
"""

from __future__ import annotations

import asyncio
import http.client
import json
import random
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect

from benchmarks.report import Row, Target
from benchmarks.sizes import SMALL, Size

if TYPE_CHECKING:
    from collections.abc import Iterator

A_CLASS, A_HALL = 30, 100
ARRIVING = 1.8
"""Seconds from one who comes in to the next, on average."""
THINKING = 10.0
"""Seconds that a person thinks about the next person, on average."""
RATED = 10
PATIENCE = 120
PASSWORD = "plain-password"
_LIMIT = (
    "one Python process, in which one thread computes at a time. Two thirds of its time are marimo's server, which "
    "passes on some thirty messages for each rating, and sets up a session for each page. An eighth is the map. While "
    "all come in, a machine of this size is nearly filled: on one that is a third slower they queue, and wait for "
    "seconds. More cores would help only more processes."
)


@dataclass
class Waited:
    """What people waited for, in seconds, and what went wrong."""

    pages: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def rows(most: Size) -> Iterator[Row]:
    """The rows of this group: a class and a hall full, or ten people where no more than the small size is asked for."""
    for count in (A_CLASS, A_HALL) if most > SMALL else (A_HALL // 10,):
        yield from _rows_of(count)


def _rows_of(count: int) -> Iterator[Row]:
    """What so many participants waited for, and what they took."""
    size = f"{count} participants, the sample each"
    with tempfile.TemporaryDirectory() as folder, _class(Path(folder)) as (address, process):
        waited = asyncio.run(_all_at_work(address, count))
        memory = _peak_megabytes(process)
    slowest = _percentile(waited.answers, 95)
    yield Row("class: an answer, 95 of 100 are quicker", size, slowest, target=Target(most=1), limit=_LIMIT)
    yield Row("class: an answer, half are quicker", size, _percentile(waited.answers, 50))
    yield Row("class: a page until it is ready, 95 of 100", size, _percentile(waited.pages, 95), limit=_LIMIT)
    yield Row("class: memory of the server", size, memory, target=Target(most=3_000), unit="MB")
    yield Row("class: errors", size, float(len(waited.errors)), target=Target(most=0), unit="in all")
    for error in waited.errors[:3]:
        print(f"  {error}", file=sys.stderr)


@contextmanager
def _class(folder: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A class server of its own, until the block ends: its host and port, and its process."""
    command = [sys.executable, "-m", "netgive_lib", "classroom", "--password", PASSWORD, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            yield urlsplit(next(word for word in line.split() if word.startswith("http"))).netloc, process
        finally:
            process.terminate()


async def _all_at_work(address: str, count: int) -> Waited:
    """Let all participants come, work and stay; gives what they waited for."""
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(64))
    waited, left = Waited(), asyncio.Barrier(count)
    coming = ARRIVING * count
    await asyncio.gather(*(_participant(address, n, coming, waited, left) for n in range(count)))
    return waited


async def _participant(
    address: str, number: int, coming: float, waited: Waited, left: asyncio.Barrier
) -> None:
    """One participant from the sign-in until all are done."""
    dice = random.Random(number)
    await asyncio.sleep(dice.uniform(0, coming))
    try:
        answer = await asyncio.to_thread(_get, address, f"/?access_token={PASSWORD}", "")
        cookie = answer[1].split(";")[0]
        started = time.perf_counter()
        async with await _opened(address, "/map/", cookie, f"s_{number:06d}") as page:
            ready = await _ready(page)
            waited.pages.append(time.perf_counter() - started)
            await _rate(address, page, ready, cookie, f"s_{number:06d}", dice, waited)
            started = time.perf_counter()
            async with await _opened(address, "/reconnect/", cookie, f"s_{number:06d}p") as plan:
                await _ready(plan)
                waited.pages.append(time.perf_counter() - started)
                await left.wait()
    except (OSError, ValueError, KeyError, TimeoutError, http.client.HTTPException) as error:
        waited.errors.append(repr(error)[:200])
        await left.wait()


async def _opened(address: str, path: str, cookie: str, session: str) -> connect:
    await asyncio.to_thread(_get, address, path, cookie)
    headers = {"Cookie": cookie, "Origin": f"http://{address}"}
    uri = f"ws://{address}{path}ws?session_id={session}"
    return connect(uri, additional_headers=headers, max_size=None, open_timeout=PATIENCE)


@dataclass(frozen=True)
class Ready:
    """What a page said of itself while it started."""

    picture: str = ""
    model: str = ""
    people: tuple[str, ...] = ()


async def _ready(page: ClientConnection) -> Ready:
    """Wait until a page has run once."""
    found: dict[str, Any] = {}
    while True:
        said = await _said(page)
        data = said.get("data", {})
        if said["op"] == "kernel-ready" and "picture" in data["names"]:
            found["picture"] = data["cell_ids"][data["names"].index("picture")]
        state = data.get("message", {}).get("state", {}) if said["op"] == "model-lifecycle" else {}
        if "ratings" in state:
            found["model"] = data["model_id"]
            found["people"] = tuple(person["id"] for person in state["people"])
        if said["op"] == "completed-run":
            return Ready(**found)


async def _rate(
    address: str,
    page: ClientConnection,
    ready: Ready,
    cookie: str,
    session: str,
    dice: random.Random,
    waited: Waited,
) -> None:
    """Rate ten people, and wait each time until the map is drawn again."""
    ratings: dict[str, int] = {}
    for person in ready.people[:RATED]:
        await asyncio.sleep(dice.expovariate(1 / THINKING))
        ratings[person] = dice.randint(1, 5)
        started = time.perf_counter()
        message = {"method": "update", "state": {"ratings": dict(ratings)}, "bufferPaths": []}
        body = {"modelId": ready.model, "message": message, "buffers": []}
        status = await asyncio.to_thread(
            _post, address, "/map/api/kernel/set_model_value", cookie, session, body
        )
        if status != 200:
            waited.errors.append(f"a rating was answered with {status}")
            continue
        await _drawn_again(page, ready.picture)
        waited.answers.append(time.perf_counter() - started)


async def _drawn_again(page: ClientConnection, picture: str) -> None:
    """Wait until the cell with the picture has shown it, and all that follows from it has run."""
    drawn = False
    while True:
        said = await _said(page)
        if said["op"] == "cell-op" and said["data"]["cell_id"] == picture:
            drawn = drawn or said["data"].get("output") is not None
        if drawn and said["op"] == "completed-run":
            return


async def _said(page: ClientConnection) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(await asyncio.wait_for(page.recv(), PATIENCE))
    return said


def _get(address: str, path: str, cookie: str) -> tuple[int, str]:
    """The status of a page, and the cookie that it sets."""
    connection = http.client.HTTPConnection(address, timeout=PATIENCE)
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.getheader("set-cookie") or ""


def _post(address: str, path: str, cookie: str, session: str, body: dict[str, Any]) -> int:
    headers = {"Cookie": cookie, "Marimo-Session-Id": session, "Content-Type": "application/json"}
    connection = http.client.HTTPConnection(address, timeout=PATIENCE)
    connection.request("POST", path, json.dumps(body), {**headers, "Origin": f"http://{address}"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def _percentile(values: list[float], percent: int) -> float:
    """The value that so many of a hundred are not above; nan if there is none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)] if ordered else float("nan")


def _peak_megabytes(process: subprocess.Popen[str]) -> float:
    """The most memory that a process has had at once (Linux tells); nan elsewhere."""
    status = Path(f"/proc/{process.pid}/status")
    if not status.exists():
        return float("nan")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
