"""Small random networks, for hypothesis, and how to compare what a file kept of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl
from hypothesis import strategies as st

from netgive_lib import schema
from netgive_lib.network import Network

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netgive_lib.schema import Column, Table

FIRST, LAST = date(2019, 1, 1), date(2026, 12, 31)
"""Between these days everything happens in a random network."""

_words = st.sampled_from(["", "Zoë Obi", 'O"Neil', "a; b", "null", "[]", "0", "Łukasz\u0000", "\U0001f33b"])
_texts = _words | st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
_of_kind: dict[str, st.SearchStrategy[Any]] = {
    "text": _texts,
    "whole": st.integers(-(2**63), 2**63 - 1),
    "yesno": st.booleans(),
    "date": st.dates(FIRST, LAST),
    "list": st.lists(_texts, max_size=3),
}


def days() -> st.SearchStrategy[date]:
    """A day on which a random network may be looked at, or on which something in it happened."""
    return st.dates(FIRST, LAST)


def _values(column: Column, people: list[str]) -> st.SearchStrategy[Any]:
    if column.person:
        return st.sampled_from(people)
    if column.at_most is not None:
        return st.sampled_from([0.25, 0.7, 1.0, 2.0, column.at_most])
    values = st.sampled_from(column.allowed) if column.allowed else _of_kind[column.kind]
    if column.required:
        return values.filter(lambda value: value != "")
    return st.none() | values


@st.composite
def _rows(draw: st.DrawFn, table: Table, keys: list[tuple[str, ...]], people: list[str]) -> pl.DataFrame:
    """A row for each key. Only some of the columns that may be null have values: to draw all takes long."""
    optional = [c for c in table.columns if not c.required and c.name not in table.key]
    filled = draw(st.lists(st.sampled_from(optional), unique=True, max_size=4)) if keys and optional else []
    filled += [c for c in table.columns if c.required]
    rows = []
    for key in keys:
        row = dict(zip(table.key, key, strict=True)) | {c.name: draw(_values(c, people)) for c in filled}
        if table.name == "exchanges" and row["actor"] == row["other"]:
            row["other"] = people[people.index(row["actor"]) - 1]
        rows.append(row)
    return pl.DataFrame(rows, schema=table.schema, orient="row")


@st.composite
def networks(draw: st.DrawFn, most_exchanges: int = 4, tables: Iterable[str] = schema.TABLES) -> Network:
    """A network of up to five people, any value in any column, rows in any order; only `tables` have rows.

    Ids come from a small pool, so that two networks have rows in common.
    """
    ids = draw(st.lists(st.sampled_from([schema.ME, *"abcde"]), unique=True, max_size=6))
    people = [schema.ME, *(id for id in ids if id != schema.ME)]
    frames = {}
    for name in tables:
        if name == "people":
            keys = [(id,) for id in ids]
        elif name == "ties":
            pairs = [(a, b) for a in people for b in people if a < b]
            keys = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=3)) if pairs else []
        else:
            most = most_exchanges if name == "exchanges" else 2
            numbers = draw(st.lists(st.integers(0, most), unique=True, max_size=most))
            keys = [(f"{name}{number}",) for number in numbers if name != "exchanges" or len(people) > 1]
        frames[name] = draw(_rows(schema.TABLES[name], keys, people))
    return Network(**frames)


def kept(network: Network) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of each table as a file keeps them: sorted by key, with "" and [] as null."""
    rows = {}
    for name, table in schema.TABLES.items():
        frame = network.table(name).sort(table.key)
        rows[name] = [tuple(None if value in ("", []) else value for value in row) for row in frame.rows()]
    return rows
