"""What differs between two networks: the rows added and removed, and the cells edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib import schema

if TYPE_CHECKING:
    from netgive_lib.network import Network


@dataclass(frozen=True)
class TableChange:
    """What changed in one table."""

    table: schema.Table
    added: pl.DataFrame
    """Whole rows that were not there before."""
    removed: pl.DataFrame
    """The keys of the rows that are there no more."""
    edited: dict[str, pl.DataFrame]
    """Column name -> the key columns and the new value, for the rows in which it changed."""


def between(before: Network, after: Network) -> list[TableChange]:
    """What turns `before` into `after`: a `TableChange` for each table that differs, parents first.

    Two processes that each save only this lose nothing of each other's, down to the single cell.
    """
    found = []
    for name, table in schema.TABLES.items():
        old, new = before.table(name), after.table(name)
        if old is new or old.equals(new):
            continue
        found.append(_of_table(table, old, new))
    return [change for change in found if change.added.height or change.removed.height or change.edited]


def _of_table(table: schema.Table, old: pl.DataFrame, new: pl.DataFrame) -> TableChange:
    key = list(table.key)
    if new.height > old.height and new.head(old.height).equals(old):
        return TableChange(table, new.tail(-old.height) if old.height else new, old.select(key).clear(), {})
    both = old.join(new, on=key, how="inner", suffix="__new")
    differs = {c: pl.col(c).ne_missing(pl.col(f"{c}__new")) for c in table.schema if c not in key}
    anywhere = both.select(expression.any().alias(column) for column, expression in differs.items())
    edited = {
        column: both.filter(differs[column]).select(*key, pl.col(f"{column}__new").alias(column))
        for column in differs
        if anywhere[column][0]
    }
    added = new.join(old, on=key, how="anti", maintain_order="left")
    removed = old.join(new, on=key, how="anti", maintain_order="left").select(key)
    return TableChange(table, added, removed, edited)
