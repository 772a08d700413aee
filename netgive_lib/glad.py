"""Keep in touch when you need nothing: who would be glad of a touch this week."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.describe import day_in_words
from netgive_lib.plan.candidates import standing
from netgive_lib.plan.worth import occasions
from netgive_lib.weeks import monday

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network


def glad_of_a_touch(network: Network, today: date, most: int = 5) -> pl.DataFrame:
    """The people who would be gladdest of a word from you this week that asks for nothing, the gladdest first.

    glad = engagement x (1 - warmth), and 1 for whoever has their birthday in what is left of the week. Engagement is
    that of `netgive_lib.reconnect.reconnections`. Being thought of is welcome above all where it comes as a surprise
    (Liu, Rim, Min & Min 2023), and where there was something between you; that the two are multiplied is ours. Without
    a ring, the warmth counts as the middle.

    Left out are people with whom you never were in contact, whom a nuisance rule or a skip holds back, whose rhythm
    says that it is early, with whom you have a move planned this week, and those of whom you have something to ask: a
    touch is best when there is nothing else on your mind. At most two come from one circle.

    Columns: person, name, ring, circle, last_contact, glad (0 to 1), why (one or two sentences).
    """
    sunday = monday(today) + timedelta(days=6)
    birthdays = (
        occasions(network, today, sunday)
        .filter(pl.col("occasion") == "birthday")
        .select("falls_on", id="person")
    )
    planned = network.moves.filter(
        (pl.col("status") == "planned") & pl.col("on").is_between(monday(today), sunday)
    )
    asking = network.asks.filter(pl.col("status").is_in(["draft", "made"]))
    people = standing(network, today).filter(
        (pl.col("reasons").list.len() == 0)
        & (pl.col("days") > 0)
        & ~pl.col("id").is_in([*planned["person"], *asking["person"]])
    )
    glad = pl.col("engagement") * (1 - pl.col("warmth").fill_null(0.5))
    ranked = (
        people.join(birthdays, on="id", how="left", maintain_order="left")
        .filter(pl.col("falls_on").is_not_null() | (pl.col("earliest") <= sunday))
        .with_columns(glad=pl.when(pl.col("falls_on").is_not_null()).then(1.0).otherwise(glad))
        .sort(["glad", "id"], descending=[True, False])
        .filter(pl.col("circle").is_null() | (pl.int_range(pl.len()).over("circle") < 2))
        .head(most)
    )
    whys = pl.Series("why", [_why(row) for row in ranked.iter_rows(named=True)], pl.String)
    shown = ("name", "ring", "circle", "last_contact", "glad")
    return ranked.select(pl.col("id").alias("person"), *shown).with_columns(whys)


def _why(row: dict[str, Any]) -> str:
    """Why they would be glad."""
    if row["falls_on"] is not None:
        return f"Their birthday is on {day_in_words(row['falls_on'])}."
    quiet = f"You were last in contact on {day_in_words(row['last_contact'])}"
    if row["answered"]:
        before = (
            "the one time" if row["contacts"] == 1 else f"{row['answered']} of the {row['contacts']} times"
        )
        if row["answered"] == row["contacts"] > 1:
            before = "each time"
        return f"{quiet}. Something came back {before} you got in touch."
    return f"{quiet}. {'A surprise is welcome' if row['dormant'] else 'A word is welcome'} when nothing hangs on it."
