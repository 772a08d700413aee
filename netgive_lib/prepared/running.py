"""What a page is told of a cell that runs: only where that takes long enough to be seen."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from marimo._messaging.notification_utils import CellNotificationUtils
from marimo._runtime.context import ContextNotInitializedError, get_context

if TYPE_CHECKING:
    from marimo._ast.cell import CellImpl, RuntimeStateType
    from marimo._messaging.types import Stream

PATIENCE = 0.25
"""Seconds that a cell may run before its page is told."""


def set_runtime_state(cell: CellImpl, status: RuntimeStateType, stream: Stream | None = None) -> None:
    """In the place of marimo's, which tells the page that a cell is planned, that it runs and that it has run.

    A click runs some twenty cells, most for a millisecond. Three messages for each cost the server as much again, the
    page greys all out that is about to change, and both are done before it draws. Of the first run, and of one after
    a failure, the page is told all: else it takes no click on what is in the cell, or goes on to show it as failed.
    """
    cell._status.state = status
    try:
        stream = stream or get_context().stream
    except ContextNotInitializedError:
        return
    went_well = cell.run_result_status == "success"
    if status == "running" and went_well:
        _long.begins(cell, stream)
    elif not (status == "queued" and went_well) and _long.ends(cell):
        CellNotificationUtils.broadcast_status(cell.cell_id, status, stream)


@dataclass
class _Run:
    """A cell that runs."""

    cell: CellImpl
    stream: Stream
    due: float
    """When its page is told, on the clock of `time.monotonic`."""


class _Long:
    """The cells that run, of all pages, and a thread that tells a page of those that take long."""

    def __init__(self) -> None:
        self._runs: dict[int, _Run] = {}
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._waits = False
        """Whether the thread has to be woken: not at every cell, only at the first for a while."""

    def begins(self, cell: CellImpl, stream: Stream) -> None:
        """`cell` runs from now on."""
        with self._changed:
            self._runs[id(cell)] = _Run(cell, stream, time.monotonic() + PATIENCE)
            if self._thread is None:
                self._thread = threading.Thread(target=self._tell, name="netgive-running", daemon=True)
                self._thread.start()
            if self._waits:
                self._waits = False
                self._changed.notify()

    def ends(self, cell: CellImpl) -> bool:
        """`cell` has run. Gives whether its page has to know: it does not if it never knew that the cell ran."""
        with self._changed:
            return self._runs.pop(id(cell), None) is None

    def _tell(self) -> None:
        """Tell the page of each cell that still runs when it is due."""
        while True:
            with self._changed:
                while not self._runs:
                    self._waits = True
                    self._changed.wait()
            time.sleep(PATIENCE)
            with self._changed:
                now = time.monotonic()
                late = [key for key, run in self._runs.items() if run.due <= now]
                for run in map(self._runs.pop, late):
                    # Within the lock: once the cell has ended, nobody says that it runs.
                    CellNotificationUtils.broadcast_status(run.cell.cell_id, "running", run.stream)


_long = _Long()
