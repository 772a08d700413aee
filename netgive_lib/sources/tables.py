"""netgive's own tables, brought in from a CSV folder: what a cell says there wins over what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.network import Network, fold
from netgive_lib.schema import EXCHANGES, ME, PEOPLE, TABLES, SchemaError, Table
from netgive_lib.sources.exchanges import new_exchanges
from netgive_lib.sources.found import Problem
from netgive_lib.sources.keys import digest, keys, person_id

if TYPE_CHECKING:
    from netgive_lib.sources.found import Found
    from netgive_lib.sources.merge import Report


def add_tables(network: Network, found: Found, report: Report) -> Network:
    """With the rows of `found.tables` put in; a column that a table does not have keeps what it held.

    A row that names nobody, or that the schema refuses, becomes a problem.
    """
    people = found.tables.get("people")
    if people is not None:
        network = _with_people(network, people, report)
    for name, table in TABLES.items():
        rows = found.tables.get(name)
        if rows is None or name == "people" or not rows.height:
            continue
        rows = _naming_people(network, table, rows, report)
        if name == "exchanges":
            network = _with_exchanges(network, rows, report)
        else:
            network = _with_rows(network, table, rows, report)
    return network


def _with_people(network: Network, people: pl.DataFrame, report: Report) -> Network:
    there = set(network.people["id"])
    if "id" not in people.columns:
        people = people.with_columns(id=pl.lit(None, dtype=pl.String))
    ids = _ids_of_people(network, people)
    people = people.with_columns(id=pl.Series(ids, dtype=pl.String)).unique(
        "id", keep="last", maintain_order=True
    )
    report.people_read += len(ids) - (ME in ids)
    new = len(set(ids) - there - {ME})
    report.people_new += new
    report.people_merged += len(ids) - (ME in ids) - new
    return _tried(network, PEOPLE, people, report)


def _ids_of_people(network: Network, people: pl.DataFrame) -> list[str]:
    """The id of each row: its own, else that of the person with the same key, else a new one."""
    by_key: dict[str, str] = {}
    for row in network.people.iter_rows(named=True):
        for key, own in keys(row["url"], row["emails"], row["phones"]):
            if own:
                by_key.setdefault(key, row["id"])
    ids = []
    for row in people.iter_rows(named=True):
        found = [key for key, own in keys(row.get("url"), row.get("emails"), row.get("phones")) if own]
        made = person_id(
            row.get("name"), found[0] if found else fold(f"{row.get('name')}|{row.get('organization')}")
        )
        ids.append(row["id"] or next((by_key[key] for key in found if key in by_key), made))
    return ids


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
    return rows


def _with_exchanges(network: Network, rows: pl.DataFrame, report: Report) -> Network:
    """Exchanges with an id are put in under it; those without are added unless the same are there."""
    report.exchanges_read += rows.height
    defaults = {"weight": pl.lit(1.0), "what": pl.lit(None, dtype=pl.String)}
    defaults |= {name: pl.lit(None, dtype=pl.String) for name in ("id", "channel", "source")}
    rows = rows.with_columns(
        value.alias(name) for name, value in defaults.items() if name not in rows.columns
    )
    rows = rows.with_columns(pl.col("weight").fill_null(1.0))
    given = rows.filter(pl.col("id").is_not_null())
    before = network.exchanges.height
    network = _tried(network, EXCHANGES, given, report)
    network = _tried(
        network, EXCHANGES, new_exchanges(network, rows.filter(pl.col("id").is_null()).drop("id")), report
    )
    report.exchanges_new += network.exchanges.height - before
    return network


def _with_rows(network: Network, table: Table, rows: pl.DataFrame, report: Report) -> Network:
    if table.key == ("id",) and "id" not in rows.columns:
        rows = rows.with_columns(id=pl.lit(None, dtype=pl.String))
    if table.key == ("id",):
        ids = [
            row[0] or digest(*row[1:], length=10) for row in rows.select("id", pl.exclude("id")).iter_rows()
        ]
        rows = rows.with_columns(id=pl.Series(ids, dtype=pl.String))
    before = network.table(table.name).height
    network = _tried(network, table, rows.unique(table.key, keep="last", maintain_order=True), report)
    if table.name == "ties":
        report.ties_read += rows.height
        report.ties_new += network.ties.height - before
    return network


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
