"""A page is told of a cell that runs only where that takes long; and then that it has ended."""

import time
from types import SimpleNamespace

import marimo
import pytest
from marimo._ast.compiler import compile_cell
from marimo._messaging.serde import deserialize_kernel_message

from netgive_lib.prepared import WRITTEN_FOR

pytestmark = pytest.mark.skipif(
    not marimo.__version__.startswith(WRITTEN_FOR), reason="another marimo, which is left as it is"
)
SHORT = 0.02


class Stream:
    """The way to a page, as far as one is written to."""

    def __init__(self):
        self.got = []

    def write(self, message):
        said = deserialize_kernel_message(message)
        self.got.append((said.cell_id, said.status))

    def waits_for(self, number):
        """The first `number` messages, as soon as they are there."""
        end = time.monotonic() + 10
        while len(self.got) < number and time.monotonic() < end:
            time.sleep(SHORT / 4)
        return self.got


@pytest.fixture
def running(monkeypatch):
    from netgive_lib.prepared import running

    monkeypatch.setattr(running, "PATIENCE", SHORT)
    monkeypatch.setattr(running, "_long", running._Long())
    return running


@pytest.fixture
def page(running, monkeypatch):
    """The page whose cells run."""
    stream = Stream()
    monkeypatch.setattr(running, "get_context", lambda: SimpleNamespace(stream=stream))
    return stream


def ran(code, cell_id):
    """A cell that has run well before."""
    cell = compile_cell(code, cell_id)
    cell.set_run_result_status("success")
    return cell


@pytest.mark.parametrize("before", [None, "exception", "cancelled", "interrupted"])
def test_of_its_first_run_and_of_one_after_a_failure_the_page_is_told_all(running, page, before):
    cell = compile_cell("x = 1", "new")
    if before:
        cell.set_run_result_status(before)
    for status in ("queued", "running"):
        running.set_runtime_state(cell, status)
    cell.set_run_result_status("success")
    running.set_runtime_state(cell, "idle")
    assert page.got == [("new", "queued"), ("new", "running"), ("new", "idle")]
    for status in ("queued", "running", "idle"):
        running.set_runtime_state(cell, status)
    assert len(page.got) == 3


def test_of_a_short_cell_nothing_is_said(running, page):
    cell = ran("x = 1", "short")
    for status in ("queued", "running", "idle"):
        running.set_runtime_state(cell, status)
        assert cell.runtime_state == status
    time.sleep(5 * SHORT)
    assert page.got == []


def test_of_a_long_cell_it_is_said_that_it_runs_and_that_it_has_run(running, page):
    short, long = ran("x = 1", "short"), ran("y = 1", "long")
    for _ in range(2):  # the thread waits for the next when there was none for a while
        page.got.clear()
        for cell in (short, long):
            running.set_runtime_state(cell, "queued")
        running.set_runtime_state(short, "running")
        running.set_runtime_state(short, "idle")
        running.set_runtime_state(long, "running")
        assert page.waits_for(1) == [("long", "running")]
        time.sleep(3 * SHORT)
        running.set_runtime_state(long, "idle")
        assert page.got == [("long", "running"), ("long", "idle")]
        time.sleep(3 * SHORT)


def test_each_page_hears_of_its_own_cells(running, page):
    other = Stream()
    mine, theirs = ran("x = 1", "same"), ran("x = 1", "same")
    running.set_runtime_state(mine, "running")
    running.set_runtime_state(theirs, "running", other)
    assert page.waits_for(1) == other.waits_for(1) == [("same", "running")]
    running.set_runtime_state(theirs, "idle", other)
    assert len(other.got) == 2 and len(page.got) == 1


def test_a_cell_that_was_put_off_is_said_to_be_so(running, page):
    cell = ran("x = 1", "off")
    running.set_runtime_state(cell, "queued")
    running.set_runtime_state(cell, "disabled-transitively")
    assert page.got == [("off", "disabled-transitively")]


def test_without_a_page_the_state_is_kept_all_the_same(running):
    cell = ran("x = 1", "nowhere")
    running.set_runtime_state(cell, "running")
    assert cell.runtime_state == "running"
