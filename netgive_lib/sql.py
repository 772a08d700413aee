"""How the tables stand in SQLite: the statements that make and change them, and each value's way in and out."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.schema import ME, TABLES, TYPE_OF_KIND, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netgive_lib.changes import TableChange

_SQL_TYPE = {
    "text": "TEXT",
    "whole": "INTEGER",
    "number": "REAL",
    "yesno": "INTEGER",
    "date": "TEXT",
    "list": "TEXT",
}
_EXTRA_CHECKS = {
    "ties": ("a < b",),
    "exchanges": ("actor <> other",),
}
_KEPT_BESIDE = (
    """CREATE TABLE history (
    change INTEGER PRIMARY KEY, at TEXT NOT NULL, what TEXT NOT NULL,
    undo TEXT NOT NULL CHECK (json_valid(undo))
) STRICT""",
    "CREATE TABLE state (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), changes INTEGER NOT NULL) STRICT",
    # Starts anywhere: a file that was deleted and made again is not taken for the one that it was.
    "INSERT INTO state VALUES (1, abs(random() % 1000000000000))",
    f"INSERT INTO people (id) VALUES ('{ME}')",  # in every network: never a change, never undone
)


def quoted(name: str) -> str:
    """A column's name as an SQL identifier: one of them, `on`, is a word of SQL."""
    return f'"{name}"'


def create_statements() -> Iterator[str]:
    """The statements that make an empty file's tables."""
    for table in TABLES.values():
        rules = [_column(table, column) for column in table.columns]
        rules.append(f"PRIMARY KEY ({', '.join(map(quoted, table.key))})")
        rules += [f"CHECK ({check})" for check in _EXTRA_CHECKS.get(table.name, ())]
        yield f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(rules) + "\n) STRICT, WITHOUT ROWID"
    yield from _KEPT_BESIDE


def _column(table: Table, column: Column) -> str:
    name = quoted(column.name)
    rule = f"{name} {_SQL_TYPE[column.kind]}"
    if column.required or column.name in table.key:
        rule += " NOT NULL"
    if column.allowed:
        choices = ", ".join(
            f"'{value}'" if isinstance(value, str) else str(value) for value in column.allowed
        )
        rule += f" CHECK ({name} IN ({choices}))"
    if column.at_most is not None:
        rule += f" CHECK ({name} > 0 AND {name} <= {column.at_most})"
    if column.kind == "yesno":
        rule += f" CHECK ({name} IN (0, 1))"
    if column.kind == "date":
        rule += f" CHECK (date({name}) IS {name})"
    if column.kind == "list":
        rule += f" CHECK (json_type({name}) = 'array')"
    if column.person:
        rule += " REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED"
    return rule


def select(table: Table) -> str:
    """The query that reads a whole table through ADBC, to be decoded by `decoded`.

    ADBC learns a column's type from its first rows, and takes one that starts with NULLs for numbers: text
    is never NULL on this way, and an empty one is turned back by `decoded`.
    """
    columns = [
        quoted(c.name)
        if c.kind in ("whole", "number", "yesno")
        else f"coalesce({quoted(c.name)}, '') AS {quoted(c.name)}"
        for c in table.columns
    ]
    return f"SELECT {', '.join(columns)} FROM {table.name}"


def decoded(table: Table, frame: pl.DataFrame) -> pl.DataFrame:
    """A frame as `select` reads it, with the table's schema."""
    if not frame.height:
        return table.empty()
    return frame.select(_decoded(column) for column in table.columns)


def _decoded(column: Column) -> pl.Expr:
    value = pl.col(column.name)
    if column.kind in ("whole", "number", "yesno"):
        return value.cast(TYPE_OF_KIND[column.kind])
    # SQLite and ADBC take any bytes for text; Polars, which relies on UTF-8, checks them on the way from binary.
    value = value.cast(pl.Binary).cast(pl.String)
    text = pl.when(value != "").then(value)
    if column.kind == "date":
        return text.str.to_date("%Y-%m-%d").alias(column.name)
    if column.kind == "list":
        return text.str.json_decode(pl.List(pl.String())).alias(column.name)
    return text.alias(column.name)


def encoded(table: Table, frame: pl.DataFrame) -> pl.DataFrame:
    """A frame (any columns of the table, in any order) as SQLite holds it.

    Dates are in ISO form, lists are JSON, "" and [] are null.
    """
    columns = {column.name: column for column in table.columns}
    return frame.select(_encoded(columns[name], frame[name]) for name in frame.columns)


def _encoded(column: Column, values: pl.Series) -> pl.Series | pl.Expr:
    if column.kind == "list":
        texts = [json.dumps(items, ensure_ascii=False) if items else None for items in values.to_list()]
        return pl.Series(column.name, texts, dtype=pl.String)
    value = pl.col(column.name)
    if column.kind == "date":
        return value.dt.to_string("%Y-%m-%d")
    return pl.when(value != "").then(value) if column.kind == "text" else value


def _where(table: Table) -> str:
    return " AND ".join(f"{quoted(name)} = ?" for name in table.key)


def write(db: sqlite3.Connection, change: TableChange) -> dict[str, Any]:
    """Write one table's change; gives what `unwrite` needs to take it back."""
    table, where = change.table, _where(change.table)
    key = list(table.key)
    removed = []
    for of_row in change.removed.iter_rows():
        old = db.execute(f"DELETE FROM {table.name} WHERE {where} RETURNING *", of_row).fetchone()
        if old is not None:
            removed.append(old)
    added, cells = change.added.select(key), []
    met = _insert(db, table, encoded(table, change.added)) if added.height else added
    if met.height:
        added = added.join(met, on=key, how="anti")
        cells = [met.select(*key, column).drop_nulls() for column in table.schema if column not in key]
    cells += [encoded(table, of_column) for of_column in change.edited.values()]
    edited: dict[str, list[list[Any]]] = {}
    for of_column in cells:
        column = of_column.columns[-1]
        put = [_edit(db, table, of_row, column, value) for *of_row, value in of_column.iter_rows()]
        edited.setdefault(column, []).extend(put)
    return {"removed": removed, "added": added.rows(), "edited": edited}


def _insert(db: sqlite3.Connection, table: Table, rows: pl.DataFrame) -> pl.DataFrame:
    """Insert rows; gives those whose key is there already, added by another process in the meantime."""
    marks = ", ".join("?" * len(table.columns))
    insert = f"INSERT INTO {table.name} VALUES ({marks}) ON CONFLICT DO NOTHING"
    before = db.total_changes
    db.execute("SAVEPOINT inserting")
    db.executemany(insert, rows.iter_rows())
    if db.total_changes - before == rows.height:
        return rows.clear()
    db.execute("ROLLBACK TO inserting")  # and one by one, to see which
    return rows.filter(pl.Series([db.execute(insert, row).rowcount == 0 for row in rows.iter_rows()]))


def _edit(db: sqlite3.Connection, table: Table, key: list[Any], column: str, value: object) -> list[Any]:
    """Put a value into one cell; gives the key and what was there before."""
    name, where = quoted(column), _where(table)
    old = db.execute(f"SELECT {name} FROM {table.name} WHERE {where}", key).fetchone()
    if old is None:
        raise sqlite3.IntegrityError(f"a row of {table.name} is no longer there")
    db.execute(f"UPDATE {table.name} SET {name} = ? WHERE {where}", (value, *key))
    return [*key, old[0]]


def unwrite(db: sqlite3.Connection, table: Table, undo: dict[str, Any]) -> None:
    """Take one table's change back."""
    where = _where(table)
    db.executemany(f"DELETE FROM {table.name} WHERE {where}", undo.get("added", []))
    for column, cells in undo.get("edited", {}).items():
        statement = f"UPDATE {table.name} SET {quoted(column)} = ? WHERE {where}"
        db.executemany(statement, [(old, *key) for *key, old in cells])
    marks = ", ".join("?" * len(table.columns))
    db.executemany(f"INSERT INTO {table.name} VALUES ({marks})", undo.get("removed", []))
