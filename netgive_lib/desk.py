"""What one person works on: their own file, or a sample's copy that is gone when they leave."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from netgive_lib.sample import load_sample, sample_today
from netgive_lib.store import Store, default_path

if TYPE_CHECKING:
    from netgive_lib.network import Network

SAMPLE = "story"
"""The sample that is shown to someone who has no file yet."""


class Desk:
    """One person's own file and their copy of a sample, and which of the two they look at."""

    def __init__(
        self, own: Path | str | None = None, *, sample: str | None = None, today: date | None = None
    ) -> None:
        """Work on the file `own`; on the sample called `sample` if it is given or there is no file yet."""
        self.own = Store(default_path(own))
        self.sample_name = sample or SAMPLE
        self.on_sample = sample is not None or not self.own.exists()
        self._chosen_day = today
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    @property
    def store(self) -> Store:
        """The file that is looked at now. The sample's copy is made when it is first asked for."""
        if not self.on_sample:
            return self.own
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="netgive-sample-")
        copy = Store(Path(self._folder.name) / f"{self.sample_name}.netgive")
        if not copy.exists():
            copy.create(load_sample(self.sample_name), "opened the sample")
        return copy

    def start_own(self) -> None:
        """Turn to one's own file, and make it if there is none. Raises `StoreError`."""
        if not self.own.exists():
            self.own.create()
        self.on_sample = False

    def show_sample(self) -> None:
        """Turn to the sample."""
        self.on_sample = True

    def today(self, network: Network) -> date:
        """The day to answer for: the one chosen, else the sample's own, else today where the person is."""
        return self._chosen_day or sample_today(network) or date.today()  # noqa: DTZ011


_desk: Desk | None = None


def use(desk: Desk) -> None:
    """Make `desk` the one that every page of this process works on."""
    global _desk
    _desk = desk


def current() -> Desk:
    """The desk of this process: the server's, else one for `$NETGIVE_FILE` or this folder."""
    global _desk
    if _desk is None:
        _desk = Desk(os.environ.get("NETGIVE_FILE"))
    return _desk
