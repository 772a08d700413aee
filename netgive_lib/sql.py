"""How the tables stand in SQLite: the statements that make them, and each value's way in and out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.schema import LARGEST_WEIGHT, ME, TABLES, TYPE_OF_KIND, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    "exchanges": ("actor <> other", f"weight > 0 AND weight <= {LARGEST_WEIGHT}"),
}
_KEPT_BESIDE = (
    """CREATE TABLE history (
    change INTEGER PRIMARY KEY, at TEXT NOT NULL, what TEXT NOT NULL,
    undo TEXT NOT NULL CHECK (json_valid(undo))
) STRICT""",
    "CREATE TABLE state (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), changes INTEGER NOT NULL) STRICT",
    "INSERT INTO state VALUES (1, 0)",
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
    text = pl.when(value != "").then(value)
    if column.kind == "date":
        return text.str.to_date("%Y-%m-%d").alias(column.name)
    if column.kind == "list":
        return text.str.json_decode(pl.List(pl.String())).alias(column.name)
    return text.alias(column.name)


def encoded(column: Column, value: Any) -> Any:
    """One Python value as SQLite holds it: dates in ISO form, lists as JSON, "" and [] as NULL."""
    if value is None or value == "" or value == []:
        return None
    if column.kind == "date":
        return value.isoformat()
    if column.kind == "list":
        return json.dumps(value, ensure_ascii=False)
    return value


def encoded_rows(table: Table, frame: pl.DataFrame) -> Iterator[tuple[Any, ...]]:
    """The rows of `frame` (any columns of the table, in any order) as SQLite holds them."""
    columns = {column.name: column for column in table.columns}
    chosen = [columns[name] for name in frame.columns]
    for row in frame.iter_rows():
        yield tuple(encoded(column, value) for column, value in zip(chosen, row, strict=True))
