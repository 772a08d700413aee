"""A network kept in memory alone, and whole `.netgive` files as bytes: for a class, where nothing is on a disk."""

from __future__ import annotations

import sqlite3
import struct
import threading
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import polars as pl

from netgive_lib import sql
from netgive_lib.network import Network
from netgive_lib.schema import SchemaError
from netgive_lib.store import APPLICATION_ID, DEFAULT_NAME, FORMAT, Store, StoreError, packing
from netgive_lib.store.reading import read_row_by_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netgive_lib.store import Change

LARGEST = 64_000_000
"""How large a network in memory, or a file that is read as bytes, may be, in bytes."""

_PAGE = 4096
_WAL = b"\x02\x02"
_NO_WAL = b"\x01\x01"
"""Bytes 18 and 19 of a file: whether it has a log beside it, which SQLite can't have in memory."""
_MOST_STEPS = 200_000_000
"""So many steps of SQLite's machine, some seconds, are enough for any file of ours."""
_FUNCTIONS = frozenset({"coalesce", "date", "json_type", "json_valid"})
"""What our tables' own rules and our queries call."""


Did = TypeVar("Did")


class _FullError(StoreError):
    """What was to be saved does not fit."""


class MemoryStore(Store):
    """A `Store` without a file: the same changes, the same history, in memory. Any thread may call.

    It is a private SQLite database, so that what two devices of one person save at once comes together as
    it does in a file, down to the single cell. `path` is only the name that it has when it is saved.
    """

    def __init__(self, name: str = DEFAULT_NAME, largest: int = LARGEST) -> None:
        """Without a network yet, as a `Store` is without a file.

        It may grow to `largest` bytes, with what can be undone: of that the oldest goes first when it is full.
        """
        self.path = Path(name)
        self.largest = largest
        self._lock = threading.RLock()
        self._db: sqlite3.Connection | None = None
        self._loaded: tuple[int, Network] | None = None

    def __repr__(self) -> str:
        return f"MemoryStore({self.path.name!r})"

    def exists(self) -> bool:
        """Whether it holds a network yet."""
        return self._db is not None

    def create(self, network: Network | None = None, what: str = "began") -> None:
        """Begin with `network`. Raises `StoreError` if there is one already, or if it is too large."""
        with self._lock:
            if self._db is not None:
                raise StoreError(f"{self.path} is there already.")
            self._db = _empty(self.largest)
            try:
                if network is not None:
                    self.save(Network(), network, what)
            except BaseException:
                self._db = None
                raise

    def load(self) -> Network:
        """The network as it is now, empty if there is none yet. Raises `StoreError`."""
        with self._lock:
            if self._db is None:
                return Network()
            version = self.version()
            if self._loaded is None or self._loaded[0] != version:
                with self._reading() as db:
                    self._loaded = version, Network(**read_row_by_row(db))
            return self._loaded[1]

    def save(self, before: Network, after: Network, what: str) -> bool:
        """As `Store.save`. When it is full, the oldest changes are those that can be undone no more."""
        return self._making_room(lambda: super(MemoryStore, self).save(before, after, what), keep=0)

    def undo(self) -> Change | None:
        """As `Store.undo`."""
        return self._making_room(super().undo, keep=1)

    def _making_room(self, act: Callable[[], Did], keep: int) -> Did:
        """What `act` gives, once so much of the history is forgotten that it fits; all of it stays if it never does.

        The latest `keep` changes are not forgotten.
        """
        forgotten: list[tuple[object, ...]] = []
        with self._lock:
            while True:
                try:
                    return act()
                except _FullError:
                    oldest = self._forget(keep)
                    forgotten += oldest
                    if oldest:
                        continue
                    with self._transaction() as db:
                        db.executemany(
                            "INSERT INTO history (change, at, what, undo) VALUES (?, ?, ?, ?)", forgotten
                        )
                    raise

    def _forget(self, keep: int) -> list[tuple[object, ...]]:
        """Take the oldest quarter of the history out; gives it. Nothing if there are only the `keep` latest."""
        if self._db is None:
            return []
        with self._transaction() as db:
            count = int(db.execute("SELECT count(*) FROM history").fetchone()[0])
            oldest = min(-(-count // 4), max(0, count - keep))
            rows = db.execute(
                "SELECT change, at, what, undo FROM history ORDER BY change LIMIT ?", (oldest,)
            ).fetchall()
            db.executemany("DELETE FROM history WHERE change = ?", [row[:1] for row in rows])
            return rows

    # Inside: all else of `Store` works through these

    def _create_unless_there(self) -> None:
        with self._lock:
            if self._db is None:
                self.create()

    def _pack_if_due(self) -> None:
        """A class's networks are small, and loading one again is only for what changed."""

    def _check_whole(self, db: sqlite3.Connection) -> None:
        """Nobody else can have damaged it."""

    def _is_whole(self) -> None:
        """There is nothing to note."""

    @contextmanager
    def _explained(self) -> Iterator[None]:
        with super()._explained():
            try:
                yield
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
                    raise
                raise _FullError(f"A network can be {_in_words(self.largest)} at most here.") from error

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._explained():
            if self._db is None:
                raise StoreError(f"{self.path} is not there yet.")
            yield self._db


def to_bytes(network: Network) -> bytes:
    """`network` as a whole `.netgive` file, which `Store` opens like any other. Raises `StoreError`.

    Its history is empty: what was changed before it was saved is nobody's business who gets the file.
    """
    store = MemoryStore()
    store.create(network)
    with store._reading() as db:
        db.execute("DELETE FROM history")
        data = bytearray(db.serialize())
    data[18:20] = _WAL
    return bytes(data)


def from_bytes(data: bytes, name: str = "This file", largest: int = LARGEST) -> Network:
    """The network in a `.netgive` file's bytes. Nothing touches the disk, and nothing in the file is run.

    Raises `StoreError`, in one sentence that begins with `name`, for a file that is too large, damaged,
    written by a newer netgive, or something else.
    """
    if len(data) > largest:
        raise StoreError(f"{name} is too large: it can be {_in_words(largest)} at most.")
    _check_header(data, name)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        try:
            db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, largest)
            db.deserialize(data[:18] + _NO_WAL + data[20:])
            db.execute("PRAGMA temp_store = MEMORY")
            db.set_progress_handler(_Steps(_MOST_STEPS), 1_000_000)
            # Somebody else made this file: its tables may compute what they hold, or be no tables at all.
            db.set_authorizer(_only_reading)
            _check_tables(db, name)
            return Network(**read_row_by_row(db))
        except StoreError:
            raise
        except (sqlite3.Error, pl.exceptions.PolarsError, SchemaError, ValueError) as error:
            why = " ".join(str(error).split())[:200]
            raise StoreError(
                f"{name} is damaged ({why}). Go back to a copy that you saved earlier."
            ) from error


def _check_header(data: bytes, name: str) -> None:
    if not data:
        raise StoreError(f"{name} is empty. Choose one that you saved with netgive.")
    if len(data) < 100 or not data.startswith(b"SQLite format 3\0"):
        raise StoreError(f"{name} is not a netgive file. Choose one that ends in .netgive.")
    version, application = struct.unpack(">I", data[60:64])[0], struct.unpack(">I", data[68:72])[0]
    if application != APPLICATION_ID:
        raise StoreError(f"{name} is some other program's file. Choose one that ends in .netgive.")
    if version > FORMAT:
        raise StoreError(f"{name} was written by a newer netgive. Update netgive to open it.")
    if version < FORMAT:
        raise StoreError(f"{name} is damaged (it has no version). Go back to a copy that you saved earlier.")


def _check_tables(db: sqlite3.Connection, name: str) -> None:
    """Refuse a file that is damaged, or whose tables are made by rules of its own."""
    rows = db.execute("SELECT type, rootpage, sql FROM sqlite_schema").fetchall()
    # A virtual table has no page of its own, and an index of ours no statement.
    if any(
        not root or kind not in ("table", "index") or (kind == "index" and made)
        for kind, root, made in rows
        if made not in packing.TRIGGERS
    ):
        raise StoreError(f"{name} holds more than netgive puts into a file, so it is not opened.")
    found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise sqlite3.DatabaseError(found)


class _Steps:
    """Stops SQLite after so many steps: what takes longer was made to take long."""

    def __init__(self, most: int) -> None:
        self._left = most // 1_000_000

    def __call__(self) -> bool:
        self._left -= 1
        return self._left < 0


def _only_reading(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    """What a statement on somebody else's file may do: read tables, and check them."""
    allowed = (
        action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)
        or (action == sqlite3.SQLITE_PRAGMA and first == "quick_check")
        or (action == sqlite3.SQLITE_FUNCTION and second in _FUNCTIONS)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _empty(largest: int) -> sqlite3.Connection:
    """A database in memory with the tables of a netgive file, and nothing in them."""
    db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    db.execute(f"PRAGMA page_size = {_PAGE}")
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in sql.create_statements():
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {FORMAT}")
    db.execute(f"PRAGMA max_page_count = {largest // _PAGE}")
    return db


def _in_words(size: int) -> str:
    return f"{size / 1_000_000:g} MB"
