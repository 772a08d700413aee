"""Reading every table of a file as it stood at one moment."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib import schema, sql
from netgive_lib.store import packing

if TYPE_CHECKING:
    from pathlib import Path

SMALL = 1_000_000
"""In bytes: a file up to this is read row by row sooner than ADBC, which reads much faster, is imported."""
_ROWS_AT_ONCE = 65_536
"""So many rows come in one piece: with ADBC's own 1,024, reading 500,000 takes a tenth longer."""


def read_tables(path: Path, wait: float) -> dict[str, pl.DataFrame]:
    """Every table of the file as it stood at one moment. `wait`: seconds to wait for others.

    Raises `sqlite3.Error`, and what Polars raises for values that are not what their column holds.
    """
    from adbc_driver_sqlite import dbapi

    try:
        with (
            closing(dbapi.connect(str(path))) as db,
            db.cursor() as cursor,
        ):  # one transaction until it is closed
            cursor.execute(f"PRAGMA busy_timeout = {wait * 1000:.0f}")
            cursor.adbc_statement.set_options(**{"adbc.sqlite.query.batch_rows": str(_ROWS_AT_ONCE)})

            def query(text: str) -> pl.DataFrame:
                return pl.read_database(text, cursor)

            packed = dict(packing.unpacked(query))
            return {
                name: packed[name] if name in packed else sql.decoded(table, query(sql.select(table)))
                for name, table in schema.TABLES.items()
            }
    except dbapi.Error as error:
        why = str(error).splitlines()[0]
        raise (sqlite3.OperationalError if "locked" in why else sqlite3.DatabaseError)(why) from error


def read_row_by_row(db: sqlite3.Connection) -> dict[str, pl.DataFrame]:
    """Every table as it stands.

    Raises `sqlite3.Error`, and what Polars raises for values that are not what their column holds.
    """
    return {name: _read(db, table) for name, table in schema.TABLES.items()}


def _read(db: sqlite3.Connection, table: schema.Table) -> pl.DataFrame:
    stored = {
        column.name: pl.Float64 if column.kind == "number" else
        pl.Int64 if column.kind in ("whole", "yesno") else pl.String
        for column in table.columns
    }  # fmt: skip
    try:
        rows = db.execute(sql.select(table)).fetchall()
        frame = pl.DataFrame(rows, schema=stored, orient="row")
    except TypeError as error:  # a word in the place of a number
        raise sqlite3.DatabaseError(str(error)) from error
    except sqlite3.OperationalError as error:
        if "UTF-8" in str(error):  # else somebody else holds the file
            raise sqlite3.DatabaseError(str(error)) from error
        raise
    return sql.decoded(table, frame)
