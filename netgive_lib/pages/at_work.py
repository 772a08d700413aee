"""A workbook at work: the file behind it, the day, how it is looked at, and saving."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from netgive_lib import desk as desks
from netgive_lib.store import Session, StoreError
from netgive_lib.workshop import solved, with_solved

_TURNED = (
    "In another window you turned to your other network. This page shows that one from now on: load it again, "
    "and see where you want to write."
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from netgive_lib.network import Network
    from netgive_lib.workshop import Exercise

VIEW_COOKIE = "netgive_view"
"""Set by the pages' own script: the colour scheme and the width of the window, `dark.390`."""
SERVED = desks.SERVED
"""Set in the environment of the server, where the pages can link to each other."""


@dataclass(frozen=True)
class Said:
    """What the page says after something was done: that it is saved, or why it is not."""

    saved: bool
    text: str


class Page:
    """A workbook at work: the file behind it, the day, and how it is looked at."""

    def __init__(self, meta: Any) -> None:
        """Open a desk's file for a page; `meta` is what `mo.app_meta()` gives, and says whose desk it is."""
        self.desk = desks.current(meta.request)
        self.session = Session(self.desk.store)
        self.served = SERVED in os.environ
        cookies = meta.request.cookies if meta.request else {}
        scheme, _, width = str(cookies.get(VIEW_COOKIE, "")).partition(".")
        self.theme = scheme if scheme in ("light", "dark") else meta.theme
        self.window = int(width) if width.isdigit() else 1200
        self.picked: str | None = None
        """The person whose card is open: drawn with a ring when the picture is drawn again."""

    @property
    def network(self) -> Network:
        """The network as it was last saved or read."""
        return self.session.network

    @property
    def today(self) -> date:
        """The day that the page answers for."""
        return self.desk.today(self.network)

    @property
    def store_name(self) -> str:
        """What names this network in files that are made from it."""
        return self.desk.own.path.name

    @property
    def picture_width(self) -> int:
        """How wide the picture is, in pixels: the left column of a wide window, all of a narrow one."""
        if self.window < 1000:
            return max(320, min(self.window - 28, 900))
        return min(690, int((self.window - 130) * 0.54))

    def do(self, what: str, verb: Callable[[Network], Network]) -> Said:
        """Apply and save; when this says saved, it is on the disk, or in a class where "save my work" finds it."""
        if self._turned():
            return Said(saved=False, text=f"Not saved. {_TURNED}")
        try:
            self.session.do(what, verb)
        except (StoreError, LookupError, ValueError) as error:
            return Said(saved=False, text=f"Not saved. {error}")
        return Said(saved=True, text=f"Saved: {what}.")

    def done(self, what: str) -> Said:
        """What the page says after something that is kept elsewhere than in the file."""
        return Said(saved=True, text=f"Done: {what}.")

    def refused(self, why: str) -> Said:
        """What the page says when something can't be done."""
        return Said(saved=False, text=why)

    def note_solved(self, exercise: Exercise) -> None:
        """Keep that an exercise was solved, the first time it was."""
        if not solved(self.network, [exercise]):
            self.do("solved an exercise", lambda network: with_solved(network, exercise, self.today))
        self.desk.room.note_solved(self.desk.seat, exercise.name)

    def undo(self) -> Said:
        """Take the latest change back."""
        if self._turned():
            return Said(saved=False, text=f"Nothing changed. {_TURNED}")
        try:
            change = self.session.undo()
        except StoreError as error:
            return Said(saved=False, text=f"Nothing changed. {error}")
        return Said(
            saved=True, text=f"Taken back: {change.what}." if change else "There is nothing to take back."
        )

    def _turned(self) -> bool:
        """Whether another window turned to the other network: then this page looks at that one from now on."""
        if self.session.store is self.desk.store:
            return False
        self.session = Session(self.desk.store)
        return True

    def turn_to(self, sample: bool) -> Said:
        """Show the sample, or one's own file, which is made if there is none."""
        try:
            if sample:
                self.desk.show_sample()
            else:
                self.desk.start_own()
            self.session = Session(self.desk.store)
        except StoreError as error:
            return Said(saved=False, text=str(error))
        return Said(
            saved=True,
            text="You are looking at the sample."
            if sample
            else f"You are in your own file, {self.desk.own.path.name}.",
        )
