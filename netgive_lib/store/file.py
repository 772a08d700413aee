"""A network's file: opened for each call, closed after it."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from netgive_lib import changes, schema, sql
from netgive_lib.network import Network
from netgive_lib.store import packing
from netgive_lib.store.making import DEFAULT_NAME, make_tables, put_in_place, reserved
from netgive_lib.store.reading import SMALL, read_row_by_row, read_tables
from netgive_lib.store.whole import (
    LARGE,
    StoreError,
    check_format,
    check_header,
    check_pages,
    damaged,
    explained,
    log_of,
    looks_of,
    size_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KEPT_CHANGES = 100
"""How many changes back `undo` reaches."""
WAIT = 30.0
"""In seconds: how long another program may hold the file before we give up."""
_locks: dict[Path, threading.RLock] = {}


def default_path(chosen: str | os.PathLike[str] | None = None) -> Path:
    """The file to use: the one chosen, else `$NETGIVE_FILE`, else `my-network.netgive` in this folder."""
    return Path(chosen or os.environ.get("NETGIVE_FILE") or DEFAULT_NAME)


@dataclass(frozen=True)
class Change:
    """One line of the file's history."""

    number: int
    at: datetime
    what: str


class Store:
    """A network's file. It is opened for each call and closed after it; any thread may call."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(os.path.realpath(path))  # by any other name it is the same file, with the same lock
        self._lock = _locks.setdefault(self.path, threading.RLock())
        self._whole: tuple[int, ...] | None = None

    def __repr__(self) -> str:
        return f"Store({str(self.path)!r})"

    def exists(self) -> bool:
        """Whether the file is there. Raises `StoreError` if that can't be found out."""
        with self._explained():
            return self.path.exists()

    def create(self, network: Network | None = None, what: str = "began") -> None:
        """Make the file, readable by its owner only, holding `network`.

        It appears whole or not at all. Raises `StoreError` if something is at this path already.
        """
        temporary = reserved(self.path)
        try:
            with self._explained():
                if log_of(self.path).exists() and not self.exists():
                    # SQLite would take what is in it for changes to the new file.
                    raise StoreError(
                        f"{log_of(self.path)} is left from a file that is gone. Move it away first."
                    )
                make_tables(temporary)
                if network is not None:
                    Store(temporary).save(Network(), network, what)
                put_in_place(temporary, self.path)
        finally:
            temporary.unlink(missing_ok=True)
            _locks.pop(temporary, None)

    def load(self) -> Network:
        """The network in the file at one moment, empty if there is no file yet. Raises `StoreError`."""
        if not self.exists():
            return Network()
        # Closing a file drops every lock that the process holds on it, and ADBC brings its own copy of
        # SQLite, which does not know of the other's: so within a process only one of the two has it open.
        with self._lock:
            with self._reading() as db:
                self._check_whole(db)
                str(self.path).encode()  # ADBC can't take any other name: refuse it before the file has grown
                if size_of(self.path) + size_of(log_of(self.path)) <= SMALL:
                    db.execute("BEGIN")  # all tables as they are at one moment
                    return Network(**read_row_by_row(db))
            with self._explained():
                return Network(**read_tables(self.path, WAIT))

    def save(self, before: Network, after: Network, what: str) -> bool:
        """Write what turns `before` into `after`, as one transaction named `what` in the history.

        The file is made if it is not there. What others have written in the meantime stays, down to the
        single cell; where two change the same cell, the later one counts. When this returns, the change is
        on the disk. Gives whether there was anything to write. Raises `StoreError`, and saves nothing, for
        a change to a row that somebody has removed in the meantime.
        """
        found = changes.between(before, after)
        if not self.exists():
            self._create_unless_there()
        if found:
            with self._writing() as db:
                for change in found:
                    packing.before(db, change)
                gone = sum(change.removed.height for change in found if change.table is schema.PEOPLE)
                with sql.children_indexed(db, gone):
                    undo = {change.table.name: sql.write(db, change) for change in found}
                now = datetime.now(UTC).isoformat(timespec="seconds")
                db.execute(
                    "INSERT INTO history (at, what, undo) VALUES (?, ?, ?)",
                    (now, what.encode(errors="replace").decode(), json.dumps(undo, ensure_ascii=False)),
                )
                kept = "SELECT change FROM history ORDER BY change DESC LIMIT ?"
                db.execute(f"DELETE FROM history WHERE change NOT IN ({kept})", (KEPT_CHANGES,))
            self._pack_if_due()
        return bool(found)

    def change(self, what: str, verb: Callable[[Network], Network]) -> Network:
        """Load, apply `verb`, save; gives the new network. Raises `StoreError`."""
        before = self.load()
        after = verb(before)
        self.save(before, after, what)
        return after

    def undo(self) -> Change | None:
        """Take the latest change back; gives it, or None if there is none left. Raises `StoreError`."""
        if not self.exists():
            return None
        with self._writing() as db:
            row = db.execute(
                "SELECT change, at, what, undo FROM history ORDER BY change DESC LIMIT 1"
            ).fetchone()
            if row is None:
                return None
            undo = json.loads(row[3])
            people = undo.get(schema.PEOPLE.name, {})
            with sql.children_indexed(db, len(people.get("added", [])) + len(people.get("removed", []))):
                for table in reversed(schema.TABLES.values()):
                    sql.unwrite(db, table, undo.get(table.name, {}))
            db.execute("DELETE FROM history WHERE change = ?", (row[0],))
            return Change(row[0], datetime.fromisoformat(row[1]), row[2])

    def history(self) -> list[Change]:
        """The changes that can be undone, latest first. Raises `StoreError`."""
        if not self.exists():
            return []
        with self._reading() as db:
            rows = db.execute("SELECT change, at, what FROM history ORDER BY change DESC").fetchall()
            return [Change(number, datetime.fromisoformat(at), what) for number, at, what in rows]

    def version(self) -> int:
        """A number that is another one after every change, whoever made it; -1 without a file."""
        if not self.exists():
            return -1
        with self._reading() as db:
            row = db.execute("SELECT changes FROM state").fetchone()
            if row is None:
                raise damaged(self.path, "its count of changes is gone")
            return int(row[0])

    # Inside

    def _pack_if_due(self) -> None:
        """Make a large file quick to open again, where too much has changed since it last was.

        What was to be saved is on the disk by now: if this fails, opening takes longer, and that is all.
        """
        with suppress(StoreError):
            if size_of(self.path) + size_of(log_of(self.path)) < LARGE:
                return
            with self._reading() as db:
                if not packing.is_due(db):
                    return
            version, network = self.version(), self.load()
            with self._transaction() as db:
                if db.execute("SELECT changes FROM state").fetchone() == (version,):  # else: next time
                    packing.pack(db, network)

    def _create_unless_there(self) -> None:
        try:
            self.create()
        except StoreError:
            if not self.exists():  # else another process was quicker
                raise

    def _check_whole(self, db: sqlite3.Connection) -> None:
        """Refuse a damaged file. It is not gone through again while it looks as it did when it was whole."""
        looks = looks_of(self.path)
        if looks != self._whole:
            check_pages(self.path, db)
            self._whole = looks

    def _is_whole(self) -> None:
        """Note how the file looks: it was whole, and what was written since is ours."""
        self._whole = looks_of(self.path)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        with explained(self.path):
            yield

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._explained():
            check_header(self.path)
            with closing(sqlite3.connect(self.path, timeout=WAIT, isolation_level=None)) as db:
                check_format(self.path, int(db.execute("PRAGMA user_version").fetchone()[0]))
                if not packing.is_as_made(db):
                    raise StoreError(
                        f"{self.path} holds more than netgive puts into a file, so it is not opened. "
                        "Go back to a copy, or start a new file with --file."
                    )
                yield db

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One change: a transaction that also moves the count of changes."""
        with self._transaction() as db:
            yield db
            if db.execute("UPDATE state SET changes = changes + 1").rowcount != 1:
                raise damaged(self.path, "its count of changes is gone")

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """One transaction, which is on the disk when the block ends, or leaves nothing if it raises."""
        with self._reading() as db:
            self._check_whole(db)
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA synchronous = FULL")
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
        self._is_whole()
