"""netgive's own CSV files, one a table, as `netgive export` writes them and a spreadsheet leaves them."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib import cells
from netgive_lib.schema import TABLES
from netgive_lib.sources import fields
from netgive_lib.sources.found import Found

if TYPE_CHECKING:
    from netgive_lib.schema import Column
    from netgive_lib.schema import Table as Schema
    from netgive_lib.sources.tabular import Header, Row, Table

FORMAT = "netgive CSV"
WRONG = "wrong"
"""A column beside a table's own, where a cell was wrong: the names of the row's columns that are null for it."""

# A table is recognised by one of these sets of columns: other people's files have names, notes and the like too.
_TELLING: dict[str, list[set[str]]] = {
    "people": [
        {name}
        for name in ("given_name", "ring", "seniority", "sees_potential", "leave_alone", "connected_on")
    ],
    "ties": [{"a", "b"}],
    "exchanges": [{"actor", "other"}],
    "assets": [{"kind", "title", column} for column in ("id", "topics", "good_until", "note")],
    "offers": [{"person", "text", "kind"}, {"person", "asset"}],
    "asks": [{"person", "text", "status"}, {"person", "text", "created"}],
    "moves": [{"person", "on"}, {"person", "status", "offer"}],
    "settings": [{"name", "value"}],
}
_UNKNOWN_ALLOWED = 0.25
_NAMES = ("name", "given_name")
_TWO = 2
_MADE_IF_MISSING = ("id", "weight")
"""Columns that may be empty although a row needs them: whoever puts the rows in fills them."""


def table_of(header: Header, file: str) -> str | None:
    """Which of netgive's tables has this header; None if none has.

    The file's name breaks a tie, and tells where no column does that other people's files lack: a `people.csv`
    with `id` and `name` alone is netgive's.
    """
    there = {name.casefold() for name in header.cells if name}
    named = TABLES.get(PurePosixPath(file.casefold()).name.partition(".")[0])
    if named and set(named.key) <= there <= set(named.schema):
        return named.name
    fitting = [
        name
        for name, table in TABLES.items()
        if any(columns <= there for columns in _TELLING[name])
        and len(there - set(table.schema)) <= _UNKNOWN_ALLOWED * len(there)
    ]
    if "settings" in fitting and len(there) > len(TABLES["settings"].schema):
        fitting.remove("settings")
    return min(
        fitting,
        key=lambda name: (len(there - set(TABLES[name].schema)), name not in file.casefold()),
        default=None,
    )


def read(name: str, table: Table) -> Found:
    """The rows of the table called `name`, in `Found.tables`, with those columns that the file has."""
    schema = TABLES[name]
    table = replace(table, trusted=True)
    columns = _columns(schema, table)
    rows = [values for row in table.rows() if (values := _values(schema, columns, table, row)) is not None]
    types = {column.name: schema.schema[column.name] for column in columns.values()}
    frame = pl.DataFrame(rows, schema=types | {WRONG: pl.List(pl.String)}, orient="row")
    if frame[WRONG].null_count() == frame.height:
        frame = frame.drop(WRONG)
    found = Found(FORMAT, tables={name: frame}, files=[(table.file, f"netgive {name}")])
    table.report(found)
    return found


def _columns(schema: Schema, table: Table) -> dict[int, Column]:
    """Which column each cell belongs to; a heading that is unknown, or there twice, becomes a problem."""
    known = {column.name: column for column in schema.columns}
    columns: dict[int, Column] = {}
    for index, heading in enumerate(table.header.cells):
        column = known.pop(heading.casefold(), None)
        if column is not None:
            columns[index] = column
        elif heading:
            reason = (
                "is there twice" if heading.casefold() in schema.schema else f"is unknown in {schema.name}"
            )
            table.problem(table.header.last_line, f"The column {heading[:40]!r} {reason}. It was left out.")
    return columns


def _values(schema: Schema, columns: dict[int, Column], table: Table, row: Row) -> list[Any] | None:
    """The values of a row and what was `WRONG` in it; None if one is missing without which it means nothing."""
    values: list[Any] = []
    wrong: list[str] = []
    whole = True
    for index, column in columns.items():
        needed = (column.required or column.name in schema.key) and column.name not in _MADE_IF_MISSING
        try:
            value = _value(column, row.cells[index])
            if value is None and needed:
                raise ValueError(f"{column.name} is empty.")
        except ValueError as error:
            value = None
            whole = whole and not needed
            kept = "The row was left out." if needed else "The rest of the row was kept."
            table.problem(row.line, f"{error} {kept}")
            wrong.append(column.name)
        values.append(value)
    people = [(column.name, row.cells[index].strip()) for index, column in columns.items() if column.person]
    if whole and len(people) == _TWO and people[0][1] == people[1][1]:
        table.problem(
            row.line, f"{people[0][0]} and {people[1][0]} are the same person. The row was left out."
        )
        return None
    return [*values, wrong or None] if whole else None


def _value(column: Column, cell: str) -> Any:
    """The value of a cell. Raises `ValueError`, as a sentence."""
    try:
        value = cells.read(column, cell)
    except OverflowError:
        value = math.inf
    if column.kind in ("whole", "number") and value is not None and not math.isfinite(value):
        raise ValueError(f"{column.name} {cell.strip()[:40]!r} is not a number.")
    if column.allowed and value is not None and value not in column.allowed:
        choices = ", ".join(map(str, column.allowed))
        raise ValueError(f"{column.name} {cell.strip()[:40]!r} is none of {choices}.")
    if column.at_most is not None and value is not None and not 0 < value <= column.at_most:
        raise ValueError(f"{column.name} {cell.strip()[:40]!r} is not {column.rule}.")
    return fields.name(value) if column.name in _NAMES and value is not None else value
