"""The exchanges and ties of a source, added to a network once, however often the source is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.schema import EXCHANGES, ME
from netgive_lib.sources.keys import digest

if TYPE_CHECKING:
    from netgive_lib.network import Network
    from netgive_lib.sources.found import Found
    from netgive_lib.sources.merge import Report

_ONE_CONTACT = ("date", "actor", "other", "channel")
_ONE_BY_ONE = ("linkedin",)
"""Channels whose contacts are not counted by the day."""
_SAME = ("source", "actor", "other", "date", "kind", "what", "channel", "weight")

_SCHEMA = {name: dtype for name, dtype in EXCHANGES.schema.items() if name != "id"} | {"between": pl.String()}


def add_exchanges(
    network: Network, found: Found, ids: dict[str, str], described: dict[str, str], report: Report
) -> Network:
    """With the exchanges and ties of `found`.

    `ids` gives the person behind each `ref`, `described` the id that the description has by itself.
    """
    network = _with_ties(network, found, ids, report)
    columns: dict[str, list[Any]] = {name: [] for name in _SCHEMA}  # far smaller than row by row
    with_nobody = 0
    for happened in found.exchanges:
        actor, other = ids.get(happened.actor), ids.get(happened.other)
        if actor is None or other is None:
            with_nobody += 1
        elif actor != other:
            between = f"{described[happened.actor]} {described[happened.other]}"
            row = (
                happened.date,
                actor,
                happened.kind,
                other,
                happened.what,
                happened.weight,
                happened.channel,
            )
            for column, value in zip(
                columns.values(), (*row, happened.source or found.format, between), strict=True
            ):
                column.append(value)
    report.exchanges_read += len(found.exchanges)
    report.skip("messages and the like with people you never wrote to", with_nobody)
    if not columns["date"]:
        return network
    fresh = _once_a_day(network, new_exchanges(network, pl.DataFrame(columns, schema=_SCHEMA)))
    report.exchanges_new += fresh.height
    return network.with_rows("exchanges", fresh) if fresh.height else network


def new_exchanges(network: Network, rows: pl.DataFrame) -> pl.DataFrame:
    """Those of `rows` (exchanges without ids) that are not there yet, with ids that follow from what they say.

    Equal rows are counted: where a file holds five messages of one day and three are there, two are new. A
    column `between`, if there is one, names the two people as the source does: an id made from it stays the
    same when the people behind it have been merged or parted since.
    """
    if "between" not in rows.columns:
        rows = rows.with_columns(between=pl.concat_str("actor", "other", separator=" "))
    said = ("between", *(name for name in _SAME if name not in ("actor", "other")))
    rows = rows.with_columns(nth=_nth(_SAME), nth_said=_nth(said))
    ids = [digest(*row, length=12) for row in rows.select(*said, "nth_said").iter_rows()]
    there = network.exchanges.with_columns(nth=_nth(_SAME))
    return (
        rows.with_columns(pl.Series("id", ids, dtype=pl.String))
        .join(there, on="id", how="anti", maintain_order="left")
        .join(there, on=[*_SAME, "nth"], how="anti", nulls_equal=True, maintain_order="left")
        .drop("nth", "nth_said", "between")
    )


def _once_a_day(network: Network, rows: pl.DataFrame) -> pl.DataFrame:
    """Those of `rows` that are no contact which is told of already: a touch counts once a day.

    A meeting in two calendars, a mail in two mailboxes or at two addresses of one person are one contact from
    one to the other through one channel; the largest is kept. LinkedIn's messages are kept one by one.
    """
    counted = (pl.col("kind") == "touch") & ~pl.col("channel").is_in(_ONE_BY_ONE)  # null, too, is not counted
    told = network.exchanges.filter(pl.col("kind") == "touch")
    touches = rows.filter(counted).sort("weight", descending=True, maintain_order=True)
    touches = touches.unique(_ONE_CONTACT, keep="first").join(told, on=_ONE_CONTACT, how="anti")
    return rows.filter(~counted.fill_null(value=False) | pl.col("id").is_in(touches["id"].implode()))


def _nth(same: tuple[str, ...]) -> pl.Expr:
    """Which of the rows that are equal in these columns a row is, from 0."""
    return pl.int_range(pl.len()).over(same)


def _with_ties(network: Network, found: Found, ids: dict[str, str], report: Report) -> Network:
    report.ties_read += len(found.ties)
    pairs = {}
    for a, b, how in found.ties:
        one, other = ids.get(a), ids.get(b)
        if one and other and one != other and ME not in (one, other):
            pairs[min(one, other), max(one, other)] = how
    there = set(network.ties.select("a", "b").iter_rows())
    fresh = [{"a": a, "b": b, "how": how} for (a, b), how in pairs.items() if (a, b) not in there]
    report.ties_new += len(fresh)
    return network.with_ties(pl.DataFrame(fresh)) if fresh else network
