"""netgive's own tables, brought in from a CSV folder: what a cell says there wins over what is kept."""

from __future__ import annotations

from collections import defaultdict, deque
from itertools import count
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.network import Network, fold
from netgive_lib.schema import EXCHANGES, ME, PEOPLE, TABLES, SchemaError, Table
from netgive_lib.sources.cards import READ_FROM, card
from netgive_lib.sources.decisions import Decisions
from netgive_lib.sources.exchanges import new_exchanges
from netgive_lib.sources.folder import WRONG
from netgive_lib.sources.found import Problem
from netgive_lib.sources.keys import digest, keys, person_id
from netgive_lib.sources.verdicts import Decision, judge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netgive_lib.sources.found import Found
    from netgive_lib.sources.merge import Report


def add_tables(network: Network, found: Found, report: Report) -> Network:
    """With the rows of `found.tables` put in; a column that a table does not have keeps what it held.

    A row that names nobody, or that the schema refuses, becomes a problem.
    """
    tables = _as_decided(found.tables, Decisions.of(network).into)
    people = tables.get("people")
    if people is not None:
        network = _with_people(network, people, report)
    for name, table in TABLES.items():
        rows = tables.get(name)
        if rows is None or name == "people" or not rows.height:
            continue
        rows = _naming_people(network, table, rows, report)
        if name == "exchanges":
            network = _with_exchanges(network, rows, report)
        else:
            network = _with_rows(network, table, rows, report)
    return network


def _as_decided(tables: dict[str, pl.DataFrame], into: dict[str, str]) -> dict[str, pl.DataFrame]:
    """The tables of an old export as they are to be read now: who was merged since goes by the other's id."""
    decided = {}
    for name, rows in tables.items():
        if name == "people" and "id" in rows.columns:
            rows = rows.filter(~pl.col("id").is_in(list(into)).fill_null(value=False))
        people = [c.name for c in TABLES[name].columns if c.person and c.name in rows.columns]
        decided[name] = rows.with_columns(pl.col(people).replace(into)) if into and people else rows
    return decided


def _with_people(network: Network, people: pl.DataFrame, report: Report) -> Network:
    read = people.height
    people = people.unique(maintain_order=True)
    ids = _ids_of_people(network, people)
    people = people.with_columns(id=pl.Series(ids, dtype=pl.String)).unique(
        "id", keep="last", maintain_order=True
    )
    new = len(set(ids) - set(network.people["id"]) - {ME})
    report.people_read += read - (ME in ids)
    report.people_new += new
    report.people_merged += read - (ME in ids) - new
    return _put(network, PEOPLE, people, report)


def _ids_of_people(network: Network, people: pl.DataFrame) -> list[str]:
    """The id of each row: its own, else that of the person with the same values or key, else a new one."""
    by_key: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in network.people.iter_rows(named=True):
        for key, own in keys(row["url"], row["emails"], row["phones"]):
            if own:
                by_key[key].append(row)
    ids = _known_ids(network, PEOPLE, people)
    rows = list(people.iter_rows(named=True))
    own_keys = [
        [key for key, own in keys(row.get("url"), row.get("emails"), row.get("phones")) if own]
        for row in rows
    ]
    known = [
        id or _certain(row, [there for key in found for there in by_key.get(key, ())])
        for id, row, found in zip(ids, rows, own_keys, strict=True)
    ]
    taken = set(filter(None, known))
    return [id or _made_id(row, found, taken) for id, row, found in zip(known, rows, own_keys, strict=True)]


def _certain(row: dict[str, Any], near: list[dict[str, Any]]) -> str | None:
    """The id of the first of those `near` who is certainly the person of the row: a couple may share a mailbox."""
    theirs = card(dict.fromkeys(READ_FROM) | row) if near else None
    same = (there["id"] for there in near if theirs and judge(card(there), theirs).decision is Decision.SAME)
    return next(same, None)


def _made_id(row: dict[str, Any], own_keys: list[str], taken: set[str]) -> str:
    """An id that follows from the row, so that it is found again; another one for another row of that name."""
    if own_keys:
        return person_id(row.get("name"), own_keys[0])
    described = fold(f"{row.get('name')}|{row.get('organization')}")
    ids = (person_id(row.get("name"), f"{described}|{nth}" if nth else described) for nth in count())
    id = next(id for id in ids if id not in taken)
    taken.add(id)
    return id


def _known_ids(network: Network, table: Table, rows: pl.DataFrame) -> list[str | None]:
    """The id of each row: its own, else that of a row which is there and has the same values; else None.

    Only the columns that `rows` has are compared. Of several equal rows, each is found once.
    """
    own = rows["id"].to_list() if "id" in rows.columns else [None] * rows.height
    if None not in own:
        return own
    given, columns = set(own), [name for name in rows.columns if name in table.schema and name != "id"]
    there: dict[tuple[Any, ...], deque[str]] = defaultdict(deque)
    for id, *values in network.table(table.name).select("id", *columns).iter_rows():
        if id not in given:
            there[_comparable(values)].append(id)
    equal = (there.get(_comparable(values)) for values in rows.select(columns).iter_rows())
    return [id or (ids.popleft() if ids else None) for id, ids in zip(own, equal, strict=True)]


def _comparable(values: Iterable[Any]) -> tuple[Any, ...]:
    """The values of a row, of which "" and [] are None, as a cell can't tell them apart."""
    return tuple(
        tuple(value) or None if isinstance(value, list) else None if value == "" else value
        for value in values
    )


def _naming_people(network: Network, table: Table, rows: pl.DataFrame, report: Report) -> pl.DataFrame:
    """Only the rows whose people are there; the others become problems."""
    for column in table.columns:
        if not column.person or column.name not in rows.columns:
            continue
        known = pl.col(column.name).is_in(network.people["id"].implode()).fill_null(value=False)
        for missing in rows.filter(~known)[column.name].unique(maintain_order=True):
            problem = f"{column.name} {missing!r} is nobody in people: add them there, or correct the id."
            report.problems.append(Problem(f"{table.name}.csv", None, problem))
        rows = rows.filter(known)
    named = [column.name for column in table.columns if column.person and column.name in rows.columns]
    if len(named) == len(("one", "other")):
        apart = rows.filter(pl.col(named[0]) != pl.col(named[1]))
        if apart.height < rows.height:
            same = (
                f"{named[0]} and {named[1]} are the same person by now in {rows.height - apart.height} rows."
            )
            report.problems.append(Problem(f"{table.name}.csv", None, f"{same} They were left out."))
        rows = apart
    return rows


def _with_exchanges(network: Network, rows: pl.DataFrame, report: Report) -> Network:
    """Exchanges that are there are put in under their id; others are added unless the same are there."""
    report.exchanges_read += rows.height
    before = network.exchanges.height
    rows = rows.with_columns(id=pl.Series(_known_ids(network, EXCHANGES, rows), dtype=pl.String))
    rows = _telling_enough(network, EXCHANGES, rows, report)
    there = pl.col("id").is_in(network.exchanges["id"].implode()).fill_null(value=False)
    fresh = rows.filter(~there)
    network = _put(network, EXCHANGES, _last_of_each(rows.filter(there)), report)
    missing = [pl.lit(None, dtype).alias(n) for n, dtype in EXCHANGES.schema.items() if n not in rows.columns]
    fresh = (
        fresh.select(pl.exclude(WRONG)).with_columns(missing).with_columns(pl.col("weight").fill_null(1.0))
    )
    network = _put(network, EXCHANGES, _last_of_each(fresh.filter(pl.col("id").is_not_null())), report)
    without_id = fresh.filter(pl.col("id").is_null()).select(pl.exclude("id"))
    network = _put(network, EXCHANGES, new_exchanges(network, without_id), report)
    report.exchanges_new += network.exchanges.height - before
    return network


def _last_of_each(rows: pl.DataFrame) -> pl.DataFrame:
    return rows.unique("id", keep="last", maintain_order=True)


def _with_rows(network: Network, table: Table, rows: pl.DataFrame, report: Report) -> Network:
    if table.key == ("id",):
        values = rows.select(pl.exclude("id", WRONG)).iter_rows()
        known = _known_ids(network, table, rows)
        ids = [id or digest(*of_row, length=10) for id, of_row in zip(known, values, strict=True)]
        rows = rows.with_columns(id=pl.Series(ids, dtype=pl.String))
    before = network.table(table.name).height
    network = _put(network, table, rows.unique(table.key, keep="last", maintain_order=True), report)
    if table.name == "ties":
        report.ties_read += rows.height
        report.ties_new += network.ties.height - before
    return network


def _put(network: Network, table: Table, rows: pl.DataFrame, report: Report) -> Network:
    """With `rows` put in; where a cell was wrong, the one that is there stays."""
    rows = _telling_enough(network, table, rows, report)
    if WRONG in rows.columns:
        there, key = network.table(table.name), list(table.key)
        joined = rows.join(there, on=key, how="left", suffix="_there", maintain_order="left")
        kept = pl.col(WRONG).fill_null([])
        rows = joined.select(
            name
            if name in key
            else pl.when(kept.list.contains(name)).then(f"{name}_there").otherwise(name).alias(name)
            for name in rows.columns
            if name != WRONG
        )
    return _tried(network, table, rows, report)


def _telling_enough(network: Network, table: Table, rows: pl.DataFrame, report: Report) -> pl.DataFrame:
    """Without those new rows that a column is missing for which each has to have; they become one problem."""
    needed = [column.name for column in table.columns if column.required and column.name != "weight"]
    missing = [name for name in needed if name not in rows.columns]
    known = rows.join(network.table(table.name), on=list(table.key), how="semi", maintain_order="left")
    new = rows.height - known.height
    if not missing or not new:
        return rows
    left_out = "A new row was" if new == 1 else f"{new:,} new rows were"
    problem = f"There is no column {missing[0]!r}, which each row needs. {left_out} left out."
    report.problems.append(Problem(f"{table.name}.csv", None, problem))
    return known


def _tried(network: Network, table: Table, rows: pl.DataFrame, report: Report) -> Network:
    """With the rows that the schema takes; each other one becomes a problem, found by halving."""
    if not rows.height:
        return network
    try:
        return network.with_rows(table.name, rows)
    except SchemaError as error:
        if rows.height == 1:
            report.problems.append(Problem(f"{table.name}.csv", None, str(error)))
            return network
    half = rows.height // 2
    return _tried(_tried(network, table, rows.head(half), report), table, rows.tail(-half), report)
