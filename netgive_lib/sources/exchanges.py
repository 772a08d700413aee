"""The exchanges and ties of a source, added to a network once, however often the source is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.schema import EXCHANGES, ME
from netgive_lib.sources.keys import digest

if TYPE_CHECKING:
    from netgive_lib.network import Network
    from netgive_lib.sources.found import Found
    from netgive_lib.sources.merge import Report

_SAME = ("source", "actor", "other", "date", "kind", "what", "channel", "weight")


def add_exchanges(network: Network, found: Found, ids: dict[str, str], report: Report) -> Network:
    """With the exchanges and ties of `found`; `ids` gives the person behind each `ref`."""
    network = _with_ties(network, found, ids, report)
    rows = []
    with_nobody = 0
    for happened in found.exchanges:
        actor, other = ids.get(happened.actor), ids.get(happened.other)
        if actor is None or other is None:
            with_nobody += 1
        elif actor != other:
            rows.append(
                {
                    "date": happened.date,
                    "actor": actor,
                    "kind": happened.kind,
                    "other": other,
                    "what": happened.what,
                    "weight": happened.weight,
                    "channel": happened.channel,
                    "source": found.format,
                }
            )
    report.exchanges_read += len(found.exchanges)
    report.skip("messages and the like with people you never wrote to", with_nobody)
    if not rows:
        return network
    schema = {name: dtype for name, dtype in EXCHANGES.schema.items() if name != "id"}
    return with_new_exchanges(network, pl.DataFrame(rows, schema=schema, orient="row"), report)


def with_new_exchanges(network: Network, rows: pl.DataFrame, report: Report) -> Network:
    """With those of `rows` (exchanges without ids) that are not there yet.

    Equal rows are counted: where a file holds five messages of one day and three are there, two are added.
    """
    nth = pl.int_range(pl.len()).over(_SAME).alias("nth")
    there = network.exchanges.select(*_SAME).with_columns(nth)
    fresh = rows.with_columns(nth).join(
        there, on=[*_SAME, "nth"], how="anti", nulls_equal=True, maintain_order="left"
    )
    if not fresh.height:
        return network
    ids = [digest(*row, length=12) for row in fresh.select(*_SAME, "nth").iter_rows()]
    report.exchanges_new += fresh.height
    return network.with_rows("exchanges", fresh.drop("nth").with_columns(pl.Series("id", ids)))


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
