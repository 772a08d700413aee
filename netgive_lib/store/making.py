"""How a file comes into being: whole or not at all, and never in the place of another."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from netgive_lib import sql
from netgive_lib.store.whole import APPLICATION_ID, FORMAT, StoreError

DEFAULT_NAME = "my-network.netgive"


def reserved(path: Path) -> Path:
    """A new empty file under a temporary name in `path`'s folder, readable by its owner only."""
    try:
        handle, name = tempfile.mkstemp(prefix=".netgive-", dir=path.parent)
    except OSError as error:
        folder = path.parent
        why = error.strerror if folder.is_dir() else f"there is no folder {folder}"
        raise StoreError(f"{path} can't be made: {why}.") from error
    os.close(handle)
    return Path(name)


def make_tables(path: Path) -> None:
    """Turn an empty file into a netgive file with empty tables."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("BEGIN")
        for statement in sql.create_statements():
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {FORMAT}")
        db.execute("COMMIT")
        db.execute("PRAGMA journal_mode = WAL")


def put_in_place(temporary: Path, path: Path) -> None:
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
