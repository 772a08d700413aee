"""Made-up people: chance that is the same everywhere, and names, jobs and topics drawn with it.

All chance comes from `random.Random(seed).random()`, the one sequence that Python keeps from version to
version. It is worked on in Polars with sums, products, quotients and square roots alone: those are rounded
in the same way everywhere, so that a seed gives equal people on every machine.
"""

from __future__ import annotations

import json
import random
import re
from datetime import date
from functools import lru_cache
from typing import Any

import polars as pl

from netgive_lib import schema
from netgive_lib.network import fold
from netgive_lib.resources import folder
from netgive_lib.schema import RINGS

_DOMAINS = ("example.com", "example.org", "example.net")
_ROLES = ("friend", "peer", "adviser", "client", "connector", "mentor", "sponsor")
_FIRST_BIRTHDAY = (date(1950, 1, 1) - date(1970, 1, 1)).days
_PIECE = 100_000


class Dice:
    """Numbers spread evenly from 0 to 1, always the same for the same seed, and what is drawn with them."""

    def __init__(self, seed: int) -> None:
        self._next = random.Random(seed).random

    def roll(self, count: int) -> pl.Series:
        """`count` numbers. They are boxed in pieces, to keep the memory for millions of them low."""
        pieces = [min(_PIECE, count - start) for start in range(0, count, _PIECE)] or [0]
        return pl.concat([pl.Series([self._next() for _ in range(n)], dtype=pl.Float64) for n in pieces])

    def low(self, count: int) -> pl.Series:
        """The same, with small numbers far more often."""
        rolled = self.roll(count)
        return rolled * rolled

    def below(self, end: int, count: int) -> pl.Series:
        """`count` whole numbers from 0 to `end` - 1."""
        return (self.roll(count) * end).cast(pl.Int64)

    def chance(self, share: float | pl.Series, count: int) -> pl.Series:
        """`count` times whether something happens that does so in this share of the cases."""
        return self.roll(count) < share

    def some(self, values: pl.Series, share: float | pl.Series) -> pl.Series:
        """`values` in this share of the cases, and null in the others."""
        return pl.select(pl.when(self.chance(share, len(values))).then(values)).to_series()

    def pick(self, words: list[str] | tuple[Any, ...], count: int, *, skewed: bool = False) -> pl.Series:
        """`count` of `words`; the first ones far more often if it is skewed."""
        rolled = self.low(count) if skewed else self.roll(count)
        return pl.Series(words).gather((rolled * len(words)).cast(pl.Int64))

    def shuffled(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The rows in another order."""
        return frame[self.roll(frame.height).arg_sort()]


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """What there is to draw from: `data/words.json`, lists of words under the name of what they are."""
    read: dict[str, Any] = json.loads((folder("data") / "words.json").read_text(encoding="utf-8"))
    return read


def names(count: int, dice: Dice) -> pl.DataFrame:
    """`count` different names: given, family, and the id made from both.

    Both parts are of one culture while there are enough such names. Raises `ValueError` for more people than
    there are names.
    """
    given, family = (_in_plain(kind) for kind in ("given", "family"))
    pairs = given.join(family.with_row_index("place"), how="cross")
    same = pl.col("culture") == pl.col("culture_right")
    pairs = pl.concat([dice.shuffled(pairs.filter(same)), dice.shuffled(pairs.filter(~same))])
    if count > pairs.height * family.height:
        raise ValueError(f"There are names for {pairs.height * family.height:,} people, and no more.")
    person = pl.int_range(count, eager=True)
    pairs = pairs[person % pairs.height]
    # When all have been used, people have a second family name as well, another one in each round.
    lap = person // (given.height * family.height)
    second = family[(pairs["place"].cast(pl.Int64) + lap) % family.height]
    doubled = pl.when(lap > 0)
    return pairs.select(
        "given",
        family=pl.col("family") + doubled.then("-" + second["family"]).otherwise(pl.lit("")),
        id=pl.concat_str("given_plain", "family_plain", separator="-")
        + doubled.then("-" + second["family_plain"]).otherwise(pl.lit("")),
    )


def _in_plain(kind: str) -> pl.DataFrame:
    """The words for given or family names, with their culture, and in letters that fit into an address."""
    rows = [
        (culture, word, re.sub(r"[^a-z0-9]+", "-", fold(word)))
        for culture, row in enumerate(words()[kind])
        for word in row
    ]
    return pl.DataFrame(rows, schema=["culture", kind, f"{kind}_plain"], orient="row")


def people(bonds: pl.DataFrame, dice: Dice, today: date) -> pl.DataFrame:
    """The table of people without me, for `bonds` with given, family, id, circle, ring and began.

    Much of it is empty, as it is in an address book. Addresses are unmistakably nobody's.
    """
    count, known, ids, ring = bonds.height, words(), bonds["id"], bonds["ring"]
    rated = ring.is_not_null().cast(pl.Float64)
    close = (len(RINGS) + 1 - ring) / (len(RINGS) + 1)
    circle = pl.Series(known["circles"]).gather(bonds["circle"])
    url = dice.some("https://www.linkedin.com/in/" + ids + "-sample", 0.7)
    frame = pl.DataFrame(
        {
            "id": ids,
            "name": bonds["given"] + " " + bonds["family"],
            "given_name": bonds["given"],
            "emails": dice.some(ids + "@" + dice.pick(_DOMAINS, count), 0.6),
            "url": url,
            "organization": dice.some(dice.pick(known["organizations"], count, skewed=True), 0.9),
            "title": dice.some(dice.pick(known["titles"], count), 0.9),
            "city": dice.some(dice.pick(known["cities"], count, skewed=True), 0.8),
            "circle": dice.some(circle, 0.7 + 0.27 * rated),
            "ring": ring,
            "seniority": dice.some(dice.pick(("junior", "peer", "peer", "senior"), count), 0.2 + 0.8 * rated),
            **{name: dice.some(pl.repeat(True, count, eager=True), close) for name in schema.STANDING},
            "roles": dice.some(dice.pick(_ROLES, count), close * 0.7),
            "topics": _topics(bonds["circle"], dice),
            "birthday": dice.some(_birthdays(count, dice), 0.3),
            "connected_on": pl.select(
                pl.when(url.is_not_null()).then(days_before(today, bonds["began"]))
            ).to_series(),
            "leave_alone": dice.some(pl.repeat(True, count, eager=True), 0.01),
        }
    )
    lists = (
        pl.when(pl.col(name).is_not_null()).then(pl.concat_list(name)).alias(name)
        for name in ("emails", "roles")
    )
    return schema.PEOPLE.conform(frame.with_columns(*lists, sources=pl.lit(["made up"])))


def _birthdays(count: int, dice: Dice) -> pl.Series:
    """Birthdays as address books have them: some without the year."""
    born = (dice.below(20_000, count) + _FIRST_BIRTHDAY).cast(pl.Int32).cast(pl.Date)
    whole, without_year = born.dt.to_string("%Y-%m-%d"), born.dt.to_string("--%m-%d")
    return pl.select(pl.when(dice.chance(0.7, count)).then(whole).otherwise(without_year)).to_series()


def days_before(today: date, before: pl.Series) -> pl.Series:
    """The dates that lie so many days before `today`."""
    return (pl.Series([today]).cast(pl.Int32) - before.cast(pl.Int32)).cast(pl.Date)


def _topics(circle: pl.Series, dice: Dice) -> pl.Series:
    """Up to four topics a person. Each circle has topics that are common in it, and a long tail of others."""
    topics, count = pl.Series(words()["topics"]), len(circle)
    drawn = [
        topics.gather((circle * 11 + (dice.low(count) * len(topics)).cast(pl.Int64)) % len(topics))
        for _ in range(4)
    ]
    known = pl.concat_list(drawn).list.unique(maintain_order=True).list.head(pl.lit(dice.below(5, count)))
    return pl.select(pl.when(known.list.len() > 0).then(known)).to_series()
