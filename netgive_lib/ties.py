"""What is so today, from the tables alone: what passed along each edge, and how each tie stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.remember import remembered
from netgive_lib.schema import EXCHANGE_KINDS, ME, RINGS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from netgive_lib.network import Network


@dataclass(frozen=True)
class Pace:
    """The parameters of every figure about a tie, in one place. All can be changed.

    The rhythms of rings 1 and 2 follow the contact rates that Dunbar reviews (Proc. R. Soc. A
    476:20200446, 2020); those further out, the half-life and the thresholds are ours.
    """

    rhythm: tuple[int, int, int, int, int] = (7, 30, 180, 365, 730)
    """Days between two contacts that keep a tie alive, for rings 1 to 5."""
    half_life: float = 365.0
    """Days after which what passed weighs half as much."""
    dormant_under: float = 1 / 8
    """A tie that was alive is dormant below this warmth: after three missed rhythms."""
    split: tuple[float, float] = (0.4, 0.6)
    """The tab is split when your share of it lies between these, bounds included."""


PACE = Pace()
BATCH = 2_000_000
"""So many exchanges are read at a time where all of them may not fit in memory."""
_PRAISE = r"^an? (?:recommendation|endorsement)\b"
_PARTS = 2
"""So many batches are added up on their own before they are added to the rest."""
ROUNDING = 1e-9
"""Decayed sums are off in their last digits: 2 given for 3 received would leave the split on some days."""
_SUMS = ("given", "received", "asked", "asked_of_me", "touches")
_COLUMNS = (
    *("id", "ring", "last_contact", "gap", "warmth", "dormant"),
    *_SUMS,
    *("passed", "exchanges", "tab", "side"),
)


def is_praise() -> pl.Expr:
    """Whether an exchange is praise that others read, such as a recommendation: nobody waits for its answer."""
    return ((pl.col("kind") == "give") & pl.col("what").str.contains(_PRAISE)).fill_null(value=False)


def decayed_sums(exchanges: pl.LazyFrame, today: date, pace: Pace = PACE) -> pl.LazyFrame:
    """What passed from one person to another up to `today`: a row for each ordered pair with an exchange.

    `exchanges` has at least the columns date, actor, other, kind and weight of the table of that name. Columns of
    the answer: actor, other; give, ask, touch (sums of weights, each halved for every `pace.half_life` days of age);
    last (date of the latest exchange); count (exchanges). Exchanges after `today` are left out. A pair comes where its
    first exchange is.

    Nothing is read before it is collected. For more exchanges than fit in memory there is `summed_in_batches`.
    """
    age = (pl.lit(today) - pl.col("date")).dt.total_days()
    # Half a million exchanges are of a few thousand days: a power for each day, and none for each exchange.
    factors = 2.0 ** (-pl.int_range(0, age.max().fill_null(0) + 1) / pace.half_life)
    decayed = pl.col("weight") * factors.gather(age)
    of_kind = [pl.when(pl.col("kind") == kind).then("decayed").otherwise(0.0) for kind in EXCHANGE_KINDS]
    return (
        exchanges.filter(pl.col("date") <= today)
        .select("actor", "other", "kind", "date", decayed=decayed)
        .group_by("actor", "other", maintain_order=True)
        .agg(
            *(part.sum().alias(kind) for part, kind in zip(of_kind, EXCHANGE_KINDS, strict=True)),
            last=pl.col("date").max(),
            count=pl.len().cast(pl.Int64),
        )
    )


def summed_in_batches(
    exchanges: pl.LazyFrame, today: date, pace: Pace = PACE, rows_at_a_time: int = BATCH
) -> pl.DataFrame:
    """The `decayed_sums` of more exchanges than fit in memory, from Parquet for instance; the pairs in any order.

    So many rows are read at a time, and added to the sums of those before. In memory are only the pairs, a few times
    over, and one batch. Polars' own streaming engine keeps a part of a sum whenever pairs come in turn, and so in the
    end nearly every row: 4 GB for 50 million exchanges between a million pairs.
    """
    used = exchanges.select("date", "actor", "other", "kind", "weight")
    parts: list[pl.DataFrame] = []
    for batch in used.collect_batches(chunk_size=rows_at_a_time, maintain_order=False, lazy=True):
        parts.append(decayed_sums(batch.lazy(), today, pace).collect(engine="in-memory"))
        if len(parts) > _PARTS:
            parts = [_added_up(parts)]
    return _added_up(parts or [decayed_sums(used.head(0), today, pace).collect()])


def _added_up(parts: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """The sums of several batches as those of all of them."""
    return (
        pl.concat(parts)
        .group_by("actor", "other")
        .agg(pl.col(*EXCHANGE_KINDS).sum(), pl.col("last").max(), pl.col("count").sum())
    )


def edges(network: Network, today: date, pace: Pace = PACE) -> pl.DataFrame:
    """The `decayed_sums` of a network's exchanges, the same to the last digit each time.

    Columns: actor, other, give, ask, touch, last, count.
    """
    return _edges(network.exchanges, today, pace)


@remembered
def _edges(exchanges: pl.DataFrame, today: date, pace: Pace) -> pl.DataFrame:
    # The streaming engine adds up in the order in which its threads are done: sums would differ in their last digits.
    return decayed_sums(exchanges.lazy(), today, pace).collect(engine="in-memory")


@remembered
def ties(network: Network, today: date, pace: Pace = PACE) -> pl.DataFrame:
    """How my tie with each person stands at `today`: a row a person, in the order of `people`, without me.

    Columns:
        id: the person.
        ring: 1 to 5, null while unrated.
        last_contact: the latest exchange between us, in either direction; null if there was none.
        gap: days from then to `today`.
        warmth: 2^(-gap / rhythm of the ring), 0 to 1; null while unrated or never in contact.
        dormant: warmth below `pace.dormant_under`; false where warmth is null.
        given, received: what I gave them, and they me; asked, asked_of_me: what I asked of them, and they
            of me; touches: contacts in both directions. All decayed sums, see `edges`.
        passed: the sum of those five.
        exchanges: how many rows they come from.
        tab: given / (given + received), 0 to 1; null where nothing passed.
        side: "mine" (I gave more), "theirs", or "split"; null where nothing passed.
    """
    rhythm = pl.col("ring").replace_strict(
        dict(zip(RINGS, pace.rhythm, strict=True)), return_dtype=pl.Float64
    )
    gap = (pl.lit(today) - pl.col("last_contact")).dt.total_days()
    return (
        _beside_mine(network.others.lazy().select("id", "ring"), edges(network, today, pace))
        .with_columns(gap=gap)
        .with_columns(
            warmth=2.0 ** (-pl.col("gap") / rhythm),
            passed=pl.sum_horizontal(_SUMS),
            tab=pl.when(pl.col("given") + pl.col("received") > 0).then(
                pl.col("given") / (pl.col("given") + pl.col("received"))
            ),
        )
        .with_columns(
            dormant=(pl.col("warmth") < pace.dormant_under).fill_null(value=False), side=_side(pace)
        )
        .select(_COLUMNS)
        .collect(engine="in-memory")
    )


@remembered
def contact_days(network: Network, today: date) -> dict[str, int]:
    """On how many days up to `today` I was in contact with each person, in either direction; who never was is left out.

    A meeting is an exchange each way, and so is a message and its answer: their number says less.
    """
    mine = pl.col("actor") == ME
    rows = (
        network.exchanges.lazy()
        .filter((pl.col("date") <= today) & (mine | (pl.col("other") == ME)))
        .group_by(id=pl.when(mine).then("other").otherwise("actor"))
        .agg(pl.col("date").n_unique())
        .collect()
    )
    return dict(rows.iter_rows())


def _side(pace: Pace) -> pl.Expr:
    """Who gave more, where anything passed."""
    low, high = pace.split
    return (
        pl.when(pl.col("tab") > high + ROUNDING)
        .then(pl.lit("mine"))
        .when(pl.col("tab") < low - ROUNDING)
        .then(pl.lit("theirs"))
        .when(pl.col("tab").is_not_null())
        .then(pl.lit("split"))
    )


def _beside_mine(people: pl.LazyFrame, passed: pl.DataFrame) -> pl.LazyFrame:
    """The same people, in their order, with the edges between me and each of them side by side.

    There is one edge each way at most, so that nothing has to be grouped.
    """
    from_me = (
        passed.lazy()
        .filter(pl.col("actor") == ME)
        .select("last", "touch", "count", id="other", given="give", asked="ask")
    )
    to_me = (
        passed.lazy()
        .filter(pl.col("other") == ME)
        .select("last", "touch", "count", id="actor", received="give", asked_of_me="ask")
    )
    return (
        people.join(from_me, on="id", how="left", maintain_order="left")
        .join(to_me, on="id", how="left", maintain_order="left", suffix="_back")
        .with_columns(pl.col("given", "received", "asked", "asked_of_me").fill_null(0.0))
        .with_columns(
            last_contact=pl.max_horizontal("last", "last_back"),
            touches=pl.sum_horizontal("touch", "touch_back"),
            exchanges=pl.sum_horizontal("count", "count_back"),
        )
    )
