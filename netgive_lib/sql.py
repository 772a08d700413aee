"""How the tables stand in SQLite: the statements that make and change them, and each value's way in and out."""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.schema import ME, TABLES, TYPE_OF_KIND, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
_FEW = 20
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
    # With its table's name before it, a column that is missing is an error: alone, SQLite takes it for a text.
    columns = [(c, f"{table.name}.{quoted(c.name)}") for c in table.columns]
    values = [
        name if c.kind in ("whole", "number", "yesno") else f"coalesce({name}, '') AS {quoted(c.name)}"
        for c, name in columns
    ]
    return f"SELECT {', '.join(values)} FROM {table.name}"


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


def _columns(table: Table) -> str:
    return ", ".join(quoted(column.name) for column in table.columns)


def _insert_statement(table: Table) -> str:
    marks = ", ".join("?" * len(table.columns))
    return f"INSERT INTO {table.name} ({_columns(table)}) VALUES ({marks})"


def _where(table: Table) -> str:
    return " AND ".join(f"{quoted(name)} = ?" for name in table.key)


def write(db: sqlite3.Connection, change: TableChange) -> dict[str, Any]:
    """Write one table's change; gives what `unwrite` needs to take it back."""
    table, key = change.table, list(change.table.key)
    delete = f"DELETE FROM {table.name} WHERE {_where(table)} RETURNING {_columns(table)}"
    removed = []
    for of_row in change.removed.iter_rows():
        old = db.execute(delete, of_row).fetchone()
        if old is not None:
            removed.append(old)
    added, cells = change.added.select(key), []
    met = _insert(db, table, encoded(table, change.added)) if added.height else added
    if met.height:
        added = added.join(met, on=key, how="anti")
        cells = [met.select(*key, column).drop_nulls() for column in table.schema if column not in key]
    cells += [encoded(table, of_column) for of_column in change.edited.values()]
    frames = ((of_column.columns[-1], of_column.iter_rows()) for of_column in cells)
    edited: dict[str, list[list[Any]]] = {}
    for of_key, values in _by_row(table, frames).items():
        for column, old in _edit(db, table, of_key, values).items():
            edited.setdefault(column, []).append([*of_key, old])
    return {"removed": removed, "added": added.rows(), "edited": edited}


def _by_row(
    table: Table, cells: Iterable[tuple[str, Iterable[Sequence[Any]]]]
) -> dict[tuple[Any, ...], dict[str, Any]]:
    """Cells, given by column as (*key, value), by the key of their row: {key: {column: value}}.

    A row changes in one step, since its cells may only be allowed together: where an exchange is turned
    round, `actor` alone would be the same as `other`.
    """
    rows: dict[tuple[Any, ...], dict[str, Any]] = {}
    width = len(table.key)
    for column, of_column in cells:
        for cell in of_column:
            rows.setdefault(tuple(cell[:width]), {})[column] = cell[width]
    return rows


def _insert(db: sqlite3.Connection, table: Table, rows: pl.DataFrame) -> pl.DataFrame:
    """Insert rows; gives those whose key is there already, added by another process in the meantime."""
    insert = f"{_insert_statement(table)} ON CONFLICT DO NOTHING"
    db.execute("SAVEPOINT inserting")
    if db.executemany(insert, rows.iter_rows()).rowcount == rows.height:  # without what triggers add
        return rows.clear()
    db.execute("ROLLBACK TO inserting")  # and one by one, to see which
    return rows.filter(pl.Series([db.execute(insert, row).rowcount == 0 for row in rows.iter_rows()]))


def _edit(
    db: sqlite3.Connection, table: Table, key: tuple[Any, ...], values: dict[str, Any]
) -> dict[str, Any]:
    """Put values into cells of one row; gives what was there before."""
    where, names = _where(table), list(map(quoted, values))
    old = db.execute(f"SELECT {', '.join(names)} FROM {table.name} WHERE {where}", key).fetchone()
    if old is None:
        raise sqlite3.IntegrityError(f"a row of {table.name} is no longer there")
    put = ", ".join(f"{name} = ?" for name in names)
    db.execute(f"UPDATE {table.name} SET {put} WHERE {where}", (*values.values(), *key))
    return dict(zip(values, old, strict=True))


@contextmanager
def children_indexed(db: sqlite3.Connection, people: int) -> Iterator[None]:
    """For so many people who go, or come back: an index of every column that names people, until the block ends.

    SQLite looks for what names each of them, in all tables, row by row without one. Few of them are sooner looked
    for than an index is made, and a file has none otherwise.
    """
    columns = [
        (table.name, column.name) for table in TABLES.values() for column in table.columns if column.person
    ]
    columns = columns if people > _FEW else []
    for table, column in columns:
        db.execute(f"CREATE INDEX names_people_{table}_{column} ON {table} ({quoted(column)})")
    yield
    for table, column in columns:
        db.execute(f"DROP INDEX names_people_{table}_{column}")


def unwrite(db: sqlite3.Connection, table: Table, undo: dict[str, Any]) -> None:
    """Take one table's change back."""
    db.executemany(f"DELETE FROM {table.name} WHERE {_where(table)}", undo.get("added", []))
    for key, values in _by_row(table, undo.get("edited", {}).items()).items():
        _edit(db, table, key, values)
    db.executemany(_insert_statement(table), undo.get("removed", []))
