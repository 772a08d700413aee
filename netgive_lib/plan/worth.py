"""What a move to someone is worth in each week of a plan, and with which of their offers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.plan.candidates import TERMS, Terms
from netgive_lib.weeks import monday, yearly

if TYPE_CHECKING:
    from netgive_lib.network import Network

_DECIMALS = 12
_OCCASION = {
    **dict.fromkeys(("person", "occasion"), pl.String),
    **dict.fromkeys(("monday", "falls_on"), pl.Date),
    "years": pl.Int64,
}


def occasions(network: Network, first: date, last: date) -> pl.DataFrame:
    """The birthdays of people, and the anniversaries of the day you met, from `first` to `last`.

    At most one for each person and week, the birthday before the anniversary. Columns: person, monday (of the week),
    falls_on, occasion ("birthday" or "anniversary"), years (since you met; null for a birthday).
    """
    rows = []
    dated = network.others.filter(pl.col("birthday").is_not_null() | pl.col("connected_on").is_not_null())
    for person, birthday, met in dated.select("id", "birthday", "connected_on").iter_rows():
        rows += [(person, "birthday", monday(day), day, None) for day in yearly(birthday, first, last)]
        rows += [
            (person, "anniversary", monday(day), day, day.year - met.year)
            for day in yearly(met, first, last)
            if day.year > met.year
        ]
    frame = pl.DataFrame(rows, schema=_OCCASION, orient="row")
    return frame.unique(["person", "monday"], keep="first", maintain_order=True)


def worth(
    people: pl.DataFrame,
    offers: pl.DataFrame,
    open_days: pl.DataFrame,
    occasions: pl.DataFrame,
    today: date,
    terms: Terms = TERMS,
) -> pl.DataFrame:
    """What a move to each person is worth in each week in which there can be one: a row for each such pair.

    score = value of the reconnection x fit of the offer x timing, each 0 to 1, where

        timing = 2^(-wait / max(rhythm, `terms.least_pace`)) x occasion

    `wait` counts the days from the one on which the tie was due, or from today, to the first day of that week that
    will do: the first factor is how much of the tie's warmth will be left. The offer is the one that fits best of
    those that are still good on that day. `people` and `offers` are those of `netgive_lib.plan.candidates`;
    `open_days` has the columns week (a number) and day, sorted by day; `occasions` see there.

    Columns: those of `people` without their why, and of `offers`; week, first (the day), occasion, falls_on,
    years (null in a plain week), timing, score.
    """
    best = (
        _reached(people.drop("why"), open_days)
        .join(_not_outdone(offers), left_on="id", right_on="person")
        .filter(pl.col("latest").is_null() | (pl.col("latest") >= pl.col("first")))
        .sort("id", "week", "rank")
        .unique(["id", "week"], keep="first", maintain_order=True)
        .drop("rank")
        .with_columns(monday=pl.col("first").dt.truncate("1w"))
        .join(occasions, left_on=["id", "monday"], right_on=["person", "monday"], how="left")
    )
    too_early = (pl.col("falls_on") < pl.col("earliest")).fill_null(value=False)
    occasion = pl.when(~too_early).then("occasion")
    plain, anniversary, birthday = terms.occasion
    counts = occasion.replace_strict(
        {"birthday": birthday, "anniversary": anniversary}, default=plain, return_dtype=pl.Float64
    ).fill_null(plain)
    wait = (pl.col("first") - pl.max_horizontal("due", pl.lit(today))).dt.total_days().clip(0)
    left = 2.0 ** (-wait / pl.max_horizontal("rhythm", pl.lit(terms.least_pace)))
    # In another order of the exchanges, the last digits of a value are others.
    return best.with_columns(occasion=occasion, timing=left * counts).with_columns(
        score=(pl.col("value") * pl.col("fit") * pl.col("timing")).round(_DECIMALS)
    )


def _reached(people: pl.DataFrame, open_days: pl.DataFrame) -> pl.DataFrame:
    """`people` x weeks, where the week has an open day that is not too early for them: `first`."""
    weeks = open_days.group_by("week").agg(begins=pl.col("day").min(), ends=pl.col("day").max()).sort("week")
    return (
        people.join(weeks, how="cross")
        .filter(pl.col("earliest") <= pl.col("ends"))
        .with_columns(reach=pl.max_horizontal("earliest", "begins"))
        .sort("reach")
        .join_asof(
            open_days.select(first="day").sort("first"), left_on="reach", right_on="first", strategy="forward"
        )
        .drop("begins", "ends", "reach")
    )


def _not_outdone(offers: pl.DataFrame) -> pl.DataFrame:
    """The offers that can be the best one on some day, since none that fits better keeps as long; with rank."""
    keeps = pl.col("latest").fill_null(date.max)
    longest_before = keeps.cum_max().shift(1).over("person")
    ranked = offers.with_columns(rank=pl.int_range(pl.len()).over("person"))
    return ranked.filter((keeps > longest_before).fill_null(value=True))
