"""The file: one SQLite file that keeps a network, changed one transaction at a time.

What is saved is the change between two networks, never the whole state, so that two workbooks, or a workbook
and the command line, can have the file open at once.
"""

from __future__ import annotations

import json
import os
import sqlite3
import struct
import tempfile
import threading
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib import changes, schema, sql
from netgive_lib.network import Network

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

APPLICATION_ID = 0x6E676976
"""Tells a netgive file from any other SQLite file: "ngiv" in ASCII."""
FORMAT = 1
"""The version of the tables, kept as the file's `user_version`."""
KEPT_CHANGES = 100
"""How many changes back `undo` reaches."""
DEFAULT_NAME = "my-network.netgive"

_WAIT = 30.0
_CHECKED_WHOLE_UP_TO = 8_000_000
"""In bytes. A check of so much takes about 70 ms; one of 30,000 people as long as reading them."""
_ROWS_AT_ONCE = 65_536
"""So many rows come in one piece: with ADBC's own 1,024, reading 500,000 takes a tenth longer."""
_locks: dict[Path, threading.RLock] = {}


class StoreError(Exception):
    """The file can't be read or written. The message is one sentence for the person whose file it is."""


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
        temporary = self._reserved()
        try:
            with self._explained():
                if self._log().exists() and not self.exists():
                    # SQLite would take what is in it for changes to the new file.
                    raise StoreError(f"{self._log()} is left from a file that is gone. Move it away first.")
                _make_tables(temporary)
                if network is not None:
                    Store(temporary).save(Network(), network, what)
                _put_in_place(temporary, self.path)
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
            with self._explained():
                return Network(**_read_tables(self.path))

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
                undo = {change.table.name: sql.write(db, change) for change in found}
                now = datetime.now(UTC).isoformat(timespec="seconds")
                db.execute(
                    "INSERT INTO history (at, what, undo) VALUES (?, ?, ?)",
                    (now, what.encode(errors="replace").decode(), json.dumps(undo, ensure_ascii=False)),
                )
                kept = "SELECT change FROM history ORDER BY change DESC LIMIT ?"
                db.execute(f"DELETE FROM history WHERE change NOT IN ({kept})", (KEPT_CHANGES,))
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
                raise self._damaged("its count of changes is gone")
            return int(row[0])

    # Inside

    def _log(self) -> Path:
        """Where SQLite keeps what is written but not yet in the file itself."""
        return self.path.with_name(self.path.name + "-wal")

    def _create_unless_there(self) -> None:
        try:
            self.create()
        except StoreError:
            if not self.exists():  # else another process was quicker
                raise

    def _reserved(self) -> Path:
        """A new empty file under a temporary name in the same folder, readable by its owner only."""
        try:
            handle, name = tempfile.mkstemp(prefix=".netgive-", dir=self.path.parent)
        except OSError as error:
            folder = self.path.parent
            why = error.strerror if folder.is_dir() else f"there is no folder {folder}"
            raise StoreError(f"{self.path} can't be made: {why}.") from error
        os.close(handle)
        return Path(name)

    def _check_header(self) -> None:
        """Refuse a file that is not ours, by its first bytes alone, before SQLite touches it."""
        if not self.path.is_file():
            raise StoreError(f"{self.path} is not a file. Choose one with --file.")
        with self.path.open("r+b") as file:  # SQLite would leave a log beside one that it may only read
            head = file.read(100)
        if not head:
            raise StoreError(
                f"{self.path} is empty. Delete it to begin a new file in its place, or choose another with --file."
            )
        if len(head) < 100 or not head.startswith(b"SQLite format 3\0"):
            raise StoreError(f"{self.path} is not a netgive file. Choose another with --file.")
        version, application = struct.unpack(">I", head[60:64])[0], struct.unpack(">I", head[68:72])[0]
        if application != APPLICATION_ID:
            raise StoreError(
                f"{self.path} is some other program's file, not netgive's. Choose another with --file."
            )
        self._check_format(version)

    def _check_format(self, version: int) -> None:
        if version > FORMAT:
            raise StoreError(f"{self.path} was written by a newer netgive. Update netgive to open it.")
        if version < FORMAT:
            raise self._damaged("it has no version")

    def _check_whole(self, db: sqlite3.Connection) -> None:
        """Refuse a damaged file; where a full check would take long, reading the tables has to find it."""
        pages = int(db.execute("PRAGMA page_count").fetchone()[0])
        # While this connection is open its log does not shrink: without one, nobody moves pages now.
        size = self.path.stat().st_size
        if size != pages * int(db.execute("PRAGMA page_size").fetchone()[0]) and not _size(self._log()):
            raise self._damaged("it ends in the middle")
        if size <= _CHECKED_WHOLE_UP_TO:
            found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
            if found != "ok":
                raise self._damaged(found)

    def _damaged(self, why: str) -> StoreError:
        return StoreError(
            f"{self.path} is damaged ({' '.join(why.split())}). It has been left as it is: "
            "go back to a copy, or start a new file with --file."
        )

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what SQLite, ADBC and Polars raise into a `StoreError` that says what to do."""
        try:
            yield
        except FileExistsError:
            raise StoreError(f"{self.path} is there already. Choose another name, or move it away.") from None
        except OSError as error:
            raise StoreError(f"{self.path} can't be used: {error.strerror}.") from error
        except sqlite3.OperationalError as error:
            if "locked" in str(error) or "busy" in str(error):
                raise StoreError(
                    f"{self.path} is in use by another program. Try again in a moment."
                ) from error
            why = "its folder can't be written to" if "unable to open" in str(error) else error
            raise StoreError(f"{self.path} can't be used: {why}.") from error
        except sqlite3.IntegrityError as error:
            raise StoreError(
                f"Nothing was saved: the change does not fit what {self.path.name} holds by now ({error}). "
                "Load it again and repeat the change."
            ) from error
        except UnicodeEncodeError as error:
            raise StoreError(
                f"{str(self.path)!a} can't be used: its name is not UTF-8. Rename it."
            ) from error
        except (sqlite3.DatabaseError, pl.exceptions.PolarsError, ValueError) as error:
            raise self._damaged(str(error)) from error

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._explained():
            self._check_header()
            with closing(sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None)) as db:
                self._check_format(int(db.execute("PRAGMA user_version").fetchone()[0]))
                yield db

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, which is on the disk when the block ends, or leaves nothing if it raises."""
        with self._reading() as db:
            self._check_whole(db)
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA synchronous = FULL")
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                if db.execute("UPDATE state SET changes = changes + 1").rowcount != 1:
                    raise self._damaged("its count of changes is gone")
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise


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


def _size(path: Path) -> int:
    """How many bytes a file has; 0 if it is not there."""
    return path.stat().st_size if path.exists() else 0


def _make_tables(path: Path) -> None:
    """Turn an empty file into a netgive file with empty tables."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("BEGIN")
        for statement in sql.create_statements():
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {FORMAT}")
        db.execute("COMMIT")
        db.execute("PRAGMA journal_mode = WAL")


def _put_in_place(temporary: Path, path: Path) -> None:
    """Give a finished file its name, without ever replacing one that is there."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError(path) from None
        temporary.rename(path)
    if os.name == "posix":  # the name, too, is on the disk before anyone says that something is saved
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            with suppress(OSError):  # some file systems can't promise it
                os.fsync(folder)
        finally:
            os.close(folder)


def _read_tables(path: Path) -> dict[str, pl.DataFrame]:
    """Every table of the file as it stood at one moment. Raises `sqlite3.Error`."""
    from adbc_driver_sqlite import dbapi

    try:
        with (
            closing(dbapi.connect(str(path))) as db,
            db.cursor() as cursor,
        ):  # one transaction until it is closed
            cursor.execute(f"PRAGMA busy_timeout = {_WAIT * 1000:.0f}")
            cursor.adbc_statement.set_options(**{"adbc.sqlite.query.batch_rows": str(_ROWS_AT_ONCE)})
            return {
                name: sql.decoded(table, pl.read_database(sql.select(table), cursor))
                for name, table in schema.TABLES.items()
            }
    except dbapi.Error as error:
        why = str(error).splitlines()[0]
        raise (sqlite3.OperationalError if "locked" in why else sqlite3.DatabaseError)(why) from error
