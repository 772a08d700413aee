"""The tab as a whole: who is ahead, what was split, and how many contacts carried no ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.describe import name_of
from netgive_lib.schema import ME
from netgive_lib.ties import PACE, Pace, ties

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network


def balances(network: Network, today: date, pace: Pace = PACE) -> pl.DataFrame:
    """Everyone with whom something was given, those to whom you owe most first.

    Columns: id, name, given, received (decayed sums, see `netgive_lib.ties.ties`), balance (given minus
    received), tab, side.
    """
    names = {row["id"]: name_of(row) for row in network.others.iter_rows(named=True)}
    return (
        ties(network, today, pace)
        .filter(pl.col("tab").is_not_null())
        .select(
            "id",
            pl.col("id").replace_strict(names, return_dtype=pl.String).alias("name"),
            "given",
            "received",
            (pl.col("given") - pl.col("received")).alias("balance"),
            "tab",
            "side",
        )
        .sort("balance", "id")
    )


@dataclass(frozen=True)
class Overall:
    """The tab of a whole network at one day. Sums are decayed weights."""

    given: float
    received: float
    mine: int
    """People to whom you gave more."""
    theirs: int
    """People who gave you more."""
    split: int
    contacts: int
    """Days on which you approached someone, each person counted once a day."""
    without_ask: int
    """Those of them on which you asked that person for nothing."""

    @property
    def tab(self) -> float | None:
        """Your share of all that was given, 0 to 1; None where nothing was."""
        whole = self.given + self.received
        return self.given / whole if whole else None

    @property
    def share_without_ask(self) -> float | None:
        """The share of your contacts that carried no ask, 0 to 1; None without a contact."""
        return self.without_ask / self.contacts if self.contacts else None

    @property
    def still_open(self) -> int:
        """With how many people you would still be in touch if everyone waited until the tab is even."""
        return self.split


def overall(network: Network, today: date, pace: Pace = PACE) -> Overall:
    """The tab of the whole network at `today`."""
    rows = balances(network, today, pace)
    sides = dict(rows["side"].value_counts().iter_rows())
    approaches = approached(network, today)
    return Overall(
        given=float(rows["given"].sum()),
        received=float(rows["received"].sum()),
        mine=sides.get("mine", 0),
        theirs=sides.get("theirs", 0),
        split=sides.get("split", 0),
        contacts=approaches.height,
        without_ask=int((~approaches["ask"]).sum()),
    )


def approached(network: Network, today: date) -> pl.DataFrame:
    """A row for each person and day on which I approached them, oldest first.

    Columns: date, person, ask (whether I asked them for something on that day).
    """
    return (
        network.exchanges.filter((pl.col("actor") == ME) & (pl.col("date") <= today))
        .group_by("date", person="other")
        .agg(ask=(pl.col("kind") == "ask").any())
        .sort("date", "person")
    )
