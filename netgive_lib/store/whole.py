"""Whether a file is one of ours, and whole; and what is said when it is not."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import contextmanager
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION_ID = 0x6E676976
"""Tells a netgive file from any other SQLite file: "ngiv" in ASCII."""
FORMAT = 1
"""The version of the tables, kept as the file's `user_version`."""
LARGE = 8_000_000
"""In bytes. A check of so much takes about 70 ms; one of 30,000 people as long as reading them."""


class StoreError(Exception):
    """The file can't be read or written. The message is one sentence for the person whose file it is."""


def damaged(path: Path, why: str) -> StoreError:
    """What is said of a file that does not hold what it should."""
    return StoreError(
        f"{path} is damaged ({' '.join(why.split())}). It has been left as it is: "
        "go back to a copy, or start a new file with --file."
    )


def log_of(path: Path) -> Path:
    """Where SQLite keeps what is written but not yet in the file itself."""
    return path.with_name(path.name + "-wal")


def size_of(path: Path) -> int:
    """How many bytes a file has; 0 if it is not there."""
    return path.stat().st_size if path.exists() else 0


def looks_of(path: Path) -> tuple[int, ...]:
    """What is another one after anything was written into a file, or another file put in its place; () without one."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return ()
    return (
        found.st_dev,
        found.st_ino,
        found.st_size,
        found.st_mtime_ns,
        found.st_ctime_ns,
        size_of(log_of(path)),
    )


def check_header(path: Path) -> None:
    """Refuse a file that is not ours, by its first bytes alone, before SQLite touches it."""
    if not path.is_file():
        raise StoreError(f"{path} is not a file. Choose one with --file.")
    with path.open("r+b") as file:  # SQLite would leave a log beside one that it may only read
        head = file.read(100)
    if not head:
        raise StoreError(
            f"{path} is empty. Delete it to begin a new file in its place, or choose another with --file."
        )
    if len(head) < 100 or not head.startswith(b"SQLite format 3\0"):
        raise StoreError(f"{path} is not a netgive file. Choose another with --file.")
    version, application = struct.unpack(">I", head[60:64])[0], struct.unpack(">I", head[68:72])[0]
    if application != APPLICATION_ID:
        raise StoreError(f"{path} is some other program's file, not netgive's. Choose another with --file.")
    check_format(path, version)


def check_format(path: Path, version: int) -> None:
    """Refuse a file whose tables are not of the version that we know."""
    if version > FORMAT:
        raise StoreError(f"{path} was written by a newer netgive. Update netgive to open it.")
    if version < FORMAT:
        raise damaged(path, "it has no version")


def check_pages(path: Path, db: sqlite3.Connection) -> None:
    """Refuse a damaged file; where a full check would take long, reading the tables has to find it."""
    pages = int(db.execute("PRAGMA page_count").fetchone()[0])
    # While this connection is open its log does not shrink: without one, nobody moves pages now.
    size = path.stat().st_size
    if size != pages * int(db.execute("PRAGMA page_size").fetchone()[0]) and not size_of(log_of(path)):
        raise damaged(path, "it ends in the middle")
    if size <= LARGE:
        found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise damaged(path, found)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite, ADBC and Polars raise into a `StoreError` that says what to do."""
    try:
        yield
    except FileExistsError:
        raise StoreError(f"{path} is there already. Choose another name, or move it away.") from None
    except OSError as error:
        raise StoreError(f"{path} can't be used: {error.strerror}.") from error
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise StoreError(f"{path} is in use by another program. Try again in a moment.") from error
        why = "its folder can't be written to" if "unable to open" in str(error) else error
        raise StoreError(f"{path} can't be used: {why}.") from error
    except sqlite3.IntegrityError as error:
        raise StoreError(
            f"Nothing was saved: the change does not fit what {path.name} holds by now ({error}). "
            "Load it again and repeat the change."
        ) from error
    except UnicodeEncodeError as error:
        raise StoreError(f"{str(path)!a} can't be used: its name is not UTF-8. Rename it.") from error
    except (sqlite3.DatabaseError, pl.exceptions.PolarsError, ValueError) as error:
        raise damaged(path, str(error)) from error
