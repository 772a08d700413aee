"""A large table packed: the same rows a second time in the file, as Parquet, which reads many times faster.

SQLite gives one cell at a time, and half a million exchanges have millions of them. So a file that has grown
large also holds its large tables as Parquet, each in one value of the table `packed`. The rows themselves stay
what counts. Triggers, which any program that writes to the file sets off, keep the ids of all rows that have
changed since; whoever reads takes those from the rows. A pack that does not fit is not used.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib import schema, sql

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from netgive_lib.changes import TableChange
    from netgive_lib.network import Network

PACKED_TABLES = ("people", "exchanges")
"""The tables that grow large. Each has one key, its `id`."""
FEW_ROWS = 10_000
"""A table with fewer rows is not packed, and packed anew after as many changes."""

_TABLES = (
    "CREATE TABLE IF NOT EXISTS packed (name TEXT PRIMARY KEY, height INTEGER NOT NULL, "
    "checksum INTEGER NOT NULL, parquet BLOB NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS changed_since_packed (name TEXT NOT NULL, id TEXT NOT NULL, "
    "PRIMARY KEY (name, id)) STRICT, WITHOUT ROWID",
)
_OF_EVENT = {"insert": ("NEW",), "update": ("OLD", "NEW"), "delete": ("OLD",)}


def _note(name: str, row: str) -> str:
    """The step of a trigger that notes a row's id."""
    return (  # in a trigger, SQLite would not heed an OR IGNORE
        f"INSERT INTO changed_since_packed SELECT '{name}', {row}.id WHERE NOT EXISTS "
        f"(SELECT 1 FROM changed_since_packed WHERE name = '{name}' AND id = {row}.id);"
    )


_TRIGGERS = {
    name: {
        f"{name}_after_{event}": f"CREATE TRIGGER {name}_after_{event} AFTER {event.upper()} ON {name} BEGIN "
        + " ".join(_note(name, row) for row in rows)
        + " END"
        for event, rows in _OF_EVENT.items()
    }
    for name in PACKED_TABLES
}
TRIGGERS = frozenset(text for of_table in _TRIGGERS.values() for text in of_table.values())
"""The triggers' statements, as SQLite keeps them: no others belong into a file of ours."""


def is_as_made(db: sqlite3.Connection) -> bool:
    """Whether a file has no triggers, views or virtual tables but ours: those of others run when it is used."""
    # A virtual table has no page of its own. As bytes, since in a damaged file a text may be none.
    query = "SELECT CAST(type AS BLOB), rootpage, CAST(sql AS BLOB) FROM sqlite_schema"
    ours = {text.encode() for text in TRIGGERS}
    return not any(
        made not in ours and (not root or kind not in (b"table", b"index"))
        for kind, root, made in db.execute(query)
    )


def _is_set_up(db: sqlite3.Connection) -> bool:
    return db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'packed'").fetchone() is not None


def before(db: sqlite3.Connection, change: TableChange) -> None:
    """Drop the table's pack before a change of so many rows that noting each would cost time."""
    name, edited = change.table.name, sum(frame.height for frame in change.edited.values())
    many = change.added.height + change.removed.height + edited >= FEW_ROWS
    if many and name in PACKED_TABLES and _is_set_up(db):
        _forget(db, name)


def _forget(db: sqlite3.Connection, name: str) -> None:
    for trigger in _TRIGGERS[name]:
        db.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    db.execute("DELETE FROM packed WHERE name = ?", (name,))
    db.execute("DELETE FROM changed_since_packed WHERE name = ?", (name,))


def is_due(db: sqlite3.Connection) -> bool:
    """Whether a large table is not packed, or many rows have changed since."""
    packed: set[str] = set()
    if _is_set_up(db):
        if db.execute("SELECT count(*) FROM changed_since_packed").fetchone()[0] >= FEW_ROWS:
            return True
        packed = {name for (name,) in db.execute("SELECT name FROM packed")}
    return any(
        db.execute(f"SELECT 1 FROM {name} LIMIT 1 OFFSET {FEW_ROWS - 1}").fetchone() is not None
        for name in PACKED_TABLES
        if name not in packed
    )


def pack(db: sqlite3.Connection, network: Network) -> None:
    """Pack the large tables of `network`, which is what the file holds in the transaction of `db`."""
    for statement in _TABLES:
        db.execute(statement)
    for name in PACKED_TABLES:
        _forget(db, name)
        frame = network.table(name)
        if frame.height < FEW_ROWS:
            continue
        buffer = io.BytesIO()
        frame.sort("id").write_parquet(buffer, statistics=False)
        data = buffer.getvalue()
        db.execute("INSERT INTO packed VALUES (?, ?, ?, ?)", (name, frame.height, zlib.crc32(data), data))
        for text in _TRIGGERS[name].values():
            db.execute(text)


def unpacked(query: Callable[[str], pl.DataFrame]) -> Iterator[tuple[str, pl.DataFrame]]:
    """The tables that are packed, with what has changed since, by name. `query` runs a query in one transaction."""
    if not query("SELECT name FROM sqlite_schema WHERE name = 'packed'").height:
        return
    for name, height, checksum, data in query(
        "SELECT name, height, checksum, parquet FROM packed"
    ).iter_rows():
        if name not in PACKED_TABLES or zlib.crc32(data) != checksum:
            continue
        table = schema.TABLES[name]
        rows = _rows(table, data, height)
        if rows is not None:
            yield name, _brought_up_to_date(rows, table, query)


def _rows(table: schema.Table, data: bytes, height: int) -> pl.DataFrame | None:
    """What is packed; None where it is not what it says, or claims more rows than so few bytes can hold."""
    try:
        if height > len(data) or pl.read_parquet_schema(io.BytesIO(data)) != table.schema:
            return None
        found = pl.scan_parquet(io.BytesIO(data)).select(pl.len()).collect().item()
        return pl.read_parquet(io.BytesIO(data)) if found == height else None
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError):
        return None


def _brought_up_to_date(
    rows: pl.DataFrame, table: schema.Table, query: Callable[[str], pl.DataFrame]
) -> pl.DataFrame:
    """The packed rows with all that has changed since, in the order of the ids, as the table itself has them."""
    changed = f"SELECT id FROM changed_since_packed WHERE name = '{table.name}'"
    gone = query(changed)
    if not gone.height:
        return rows
    fresh = sql.decoded(table, query(f"{sql.select(table)} WHERE id IN ({changed})"))
    return rows.join(gone, on="id", how="anti", maintain_order="left").merge_sorted(fresh.sort("id"), "id")
