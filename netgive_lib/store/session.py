"""A file that a page keeps open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgive_lib.network import Network

if TYPE_CHECKING:
    from collections.abc import Callable

    from netgive_lib.store.file import Change, Store


class Session:
    """A file that a page keeps open: the network as last seen, and verbs that save before they return."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.network = Network()
        self._version: int | None = None
        self.refresh()

    def refresh(self) -> Network:
        """The network as the file has it now; it is read again only if somebody changed the file."""
        version = self.store.version()
        if version != self._version:
            self.network, self._version = self.store.load(), version
        return self.network

    def do(self, what: str, verb: Callable[[Network], Network]) -> Network:
        """Apply `verb` to the network as it is now and save the change. Raises `StoreError`."""
        before = self.refresh()
        after = verb(before)
        wrote = self.store.save(before, after, what)
        # Where somebody else wrote in between, the version has moved by more than that: read again.
        self.network, self._version = after, (self._version or 0) + wrote
        return self.refresh()

    def undo(self) -> Change | None:
        """Take the latest change back. Raises `StoreError`."""
        undone = self.store.undo()
        self.refresh()
        return undone
