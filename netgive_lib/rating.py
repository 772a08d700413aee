"""Whom to ask about next: the people whose ring nobody has said yet, the likeliest to be close first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.describe import contact_in_words, name_of, who_in_words
from netgive_lib.schema import RINGS
from netgive_lib.ties import contact_days, ties

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from netgive_lib.network import Network

RINGS_IN_WORDS = {
    1: "inner circle: you would call them in trouble",
    2: "close: you talk about real things",
    3: "friendly: you would have coffee, and enjoy it",
    4: "known: you greet each other and know the story",
    5: "far: you would have to say who you are",
}


def rating_queue(network: Network, today: date, *, after: frozenset[str] = frozenset()) -> pl.DataFrame:
    """Everyone who is unrated, the likeliest to be close first; the ids in `after` come at the end.

    More exchanges, decayed by age, come first; among equals the later contact, then the later connection.
    Columns: id, name, who (what they do and where), contact (what is known of your contact, in words).
    """
    queue = (
        network.others.filter(pl.col("ring").is_null())
        .join(ties(network, today).drop("ring"), on="id", how="left", maintain_order="left")
        .with_columns(later=pl.col("id").is_in(list(after)))
        .sort(
            ["later", "passed", "last_contact", "connected_on", "name", "id"],
            descending=[False, True, True, True, False, False],
            nulls_last=True,
        )
    )
    days = contact_days(network, today)
    rows = [
        {
            "id": row["id"],
            "name": name_of(row),
            "who": who_in_words(row),
            "contact": contact_in_words(days.get(row["id"], 0), row["last_contact"]),
        }
        for row in queue.iter_rows(named=True)
    ]
    return pl.DataFrame(
        rows, schema={"id": pl.String, "name": pl.String, "who": pl.String, "contact": pl.String}
    )


class RatingRounds:
    """The rating queue, ten people at a time."""

    def __init__(self) -> None:
        self._shown: list[str] = []
        self._passed: frozenset[str] = frozenset()
        self._seen: dict[str, int] = {}

    def ten(self, network: Network, today: date) -> pl.DataFrame:
        """The next ten rows of the `rating_queue`."""
        queue = rating_queue(network, today, after=self._passed).head(10)
        self._shown, self._seen = queue["id"].to_list(), {}
        return queue

    def chosen(self, ratings: Mapping[str, int]) -> list[tuple[str, int]]:
        """The (person, ring) that are new in `ratings`, which holds all choices so far; 0 is no ring."""
        fresh = [(id, ring) for id, ring in ratings.items() if self._seen.get(id) != ring]
        self._seen = dict(ratings)
        return [(id, ring) for id, ring in fresh if ring in RINGS]

    def pass_on(self) -> None:
        """Ask about those of these ten who have no ring yet only when all others have one."""
        self._passed |= {id for id in self._shown if self._seen.get(id) not in RINGS}
