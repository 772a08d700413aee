"""Whose is what inside marimo: its sessions, and the files that it makes for their pages.

marimo lets whoever knows a session's id speak to it, and whoever knows a file's name read it. Ids are short and
made by the browser, names are made by a generator that can be foretold. So each belongs to a seat here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_SESSIONS = 2000
"""How many sessions one seat may ever have: a reload every six seconds, for three hours."""
MOST_FILES = 5000
"""How many files of a seat are remembered, the latest first. marimo itself keeps those on show."""

_SESSION = re.compile(r"s_[0-9a-z]{6,32}")
_FILE = re.compile(r"@file/(\d+-[A-Za-z0-9_.-]+)")


class Ownership:
    """Which seat a session and a file belong to. Called from the event loop alone."""

    def __init__(self, most_sessions: int = MOST_SESSIONS, most_files: int = MOST_FILES) -> None:
        self._most_sessions = most_sessions
        self._most_files = most_files
        self._sessions: dict[str, str] = {}
        self._numbers: dict[str, int] = defaultdict(int)
        self._files: dict[str, str | None] = {}
        self._latest: dict[str, dict[str, None]] = defaultdict(dict)

    def claim_session(self, seat: str, session: str) -> bool:
        """Let a seat open a session: a new one becomes its own. Gives whether it is."""
        owner = self._sessions.get(session)
        if owner is not None or not _SESSION.fullmatch(session):
            return owner == seat
        if self._numbers[seat] >= self._most_sessions:
            return False
        self._numbers[seat] += 1
        self._sessions[session] = seat
        return True

    def owns_session(self, seat: str, session: str) -> bool:
        """Whether a seat opened this session."""
        return self._sessions.get(session) == seat

    def note_files(self, seat: str, text: str) -> None:
        """Note the files that a page is told of. Whoever is told of one may read it."""
        if "@file/" in text:
            self._note(seat, _FILE.findall(text))

    def _note(self, seat: str, names: Iterable[str]) -> None:
        latest = self._latest[seat]
        for name in names:
            owner = self._files.setdefault(name, seat)
            if owner is None:
                continue
            if owner != seat:
                # marimo never tells two of one name: somebody guessed it, and had their page repeat it.
                self._files[name] = None
                continue
            latest.pop(name, None)
            latest[name] = None
            if len(latest) > self._most_files:
                oldest = next(iter(latest))
                del latest[oldest]
                if self._files.get(oldest) == seat:
                    del self._files[oldest]

    def may_read(self, seat: str, name: str) -> bool:
        """Whether a file is this seat's, and nobody else's."""
        return self._files.get(name) == seat
