"""The words: every table and column of a network, in one place.

The tables of a `Network`, the SQLite file, the CSV folder and the importers all follow from `TABLES`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import polars as pl

ME = "me"
"""The id of the person whose network it is: the ego, a node like the others."""

TYPE_OF_KIND: dict[str, pl.DataType] = {
    "text": pl.String(),
    "whole": pl.Int64(),
    "number": pl.Float64(),
    "yesno": pl.Boolean(),
    "date": pl.Date(),
    "list": pl.List(pl.String()),
}
Kind = Literal["text", "whole", "number", "yesno", "date", "list"]

RINGS = (1, 2, 3, 4, 5)
"""How close, from the inner ring (1) to the outer (5)."""
STANDING = ("knows", "trusts", "respects", "sees_potential")
"""The four yes/no answers about how someone sees you."""
SENIORITY = ("junior", "peer", "senior")
EXCHANGE_KINDS = ("give", "ask", "touch")
ASSET_KINDS = (
    "news",
    "talk",
    "taste",
    "invitation",
    "introduction",
    "skill",
    "latest",
    "story",
    "recognition",
)
OFFER_STATUS = ("idea", "chosen", "given", "dropped")
ASK_STATUS = ("draft", "made", "granted", "declined")
MOVE_STATUS = ("planned", "done", "skipped")
LARGEST_WEIGHT = 3
"""An exchange weighs 1 (small), 2 or 3 (large); a part of one weighs less than 1."""


class SchemaError(ValueError):
    """A table does not have the columns or the values that its schema asks for."""


@dataclass(frozen=True)
class Column:
    """One column: its name, what kind of value it holds, and what is allowed in it."""

    name: str
    kind: Kind = "text"
    allowed: tuple[str | int, ...] = ()
    required: bool = False
    person: bool = False
    """Whether the value is the id of a row in `people`."""
    at_most: float | None = None
    """The largest number that is allowed; all of them are above 0."""

    @property
    def rule(self) -> str:
        """What is allowed, in words."""
        if self.at_most is not None:
            return f"above 0, and {self.at_most:g} at most"
        return f"one of {', '.join(map(str, self.allowed))}"

    def refused(self, values: pl.Series) -> list[object]:
        """Those of `values` that are not allowed here."""
        if self.at_most is not None:
            return values.filter(~values.is_between(0, self.at_most, closed="right")).to_list()
        if self.allowed:
            return sorted(set(values.drop_nulls().unique()) - set(self.allowed))
        return []


@dataclass(frozen=True)
class Table:
    """One table: its columns in order, and the columns that tell its rows apart."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @cached_property
    def schema(self) -> pl.Schema:
        """The Polars schema of the table."""
        return pl.Schema({column.name: TYPE_OF_KIND[column.kind] for column in self.columns})

    def empty(self) -> pl.DataFrame:
        """A frame with this table's columns and no row."""
        return pl.DataFrame(schema=self.schema)

    def conform(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The frame with exactly this table's columns, in order, in their types.

        Columns that are missing are filled with null. Raises `SchemaError` for a column that the table
        does not have, a value that can't be cast, a key that is null or twice there, or a value that is
        not allowed.
        """
        whole = frame
        if frame.schema != self.schema:
            whole = self.typed(frame).select(
                pl.col(name) if name in frame.columns else pl.lit(None, dtype).alias(name)
                for name, dtype in self.schema.items()
            )
        if whole.height:
            self._check(whole)
        return whole

    def typed(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The frame with the columns that it has in this table's types; the key has to be among them.

        Raises `SchemaError` for a column that the table does not have, and a value that can't be cast.
        """
        extra = [name for name in frame.columns if name not in self.schema]
        if extra:
            raise SchemaError(
                f"{self.name} has no column {extra[0]!r}; its columns are {', '.join(self.schema)}"
            )
        missing = [name for name in self.key if name not in frame.columns]
        if missing:
            raise SchemaError(f"{self.name}: the column {missing[0]!r} has to be there: it tells rows apart")
        try:
            return frame.cast({name: self.schema[name] for name in frame.columns})
        except pl.exceptions.PolarsError as error:
            raise SchemaError(f"{self.name}: {str(error).splitlines()[0]}") from error

    def _check(self, frame: pl.DataFrame) -> None:
        """Raise `SchemaError` at the first rule that a value of `frame` breaks."""
        for column in self.columns:
            values = frame[column.name]
            empty = values.null_count() + (int((values == "").sum()) if column.kind == "text" else 0)
            if (column.required or column.name in self.key) and empty:
                raise SchemaError(f"{self.name}: {column.name} is empty in {empty} rows")
            refused = column.refused(values)
            if refused:
                raise SchemaError(f"{self.name}: {column.name} can't be {refused[0]!r}; it is {column.rule}")
        keys = frame.select(self.key)
        # What hashes apart is not the same, and numbers are compared in a quarter of the time that texts take.
        if keys.hash_rows().n_unique() < frame.height and keys.n_unique() < frame.height:
            raise SchemaError(f"{self.name}: two rows have the same {' and '.join(self.key)}")


def _col(
    name: str,
    kind: Kind = "text",
    *allowed: str | int,
    required: bool = False,
    person: bool = False,
    at_most: float | None = None,
) -> Column:
    return Column(name, kind, allowed, required, person, at_most)


PEOPLE = Table(
    "people",
    ("id",),
    (
        _col("id"),
        _col("name"),
        _col("given_name"),
        _col("emails", "list"),
        _col("phones", "list"),
        _col("url"),
        _col("organization"),
        _col("title"),
        _col("city"),
        _col("circle"),
        _col("ring", "whole", *RINGS),
        _col("seniority", "text", *SENIORITY),
        *(_col(name, "yesno") for name in STANDING),
        _col("roles", "list"),
        _col("topics", "list"),
        # Text, not a date: many address books keep a birthday without its year (--12-01).
        _col("birthday"),
        _col("connected_on", "date"),
        _col("leave_alone", "yesno"),
        _col("note"),
        _col("sources", "list"),
    ),
)
TIES = Table(
    "ties",
    ("a", "b"),
    (_col("a", person=True), _col("b", person=True), _col("how")),
)
EXCHANGES = Table(
    "exchanges",
    ("id",),
    (
        _col("id"),
        _col("date", "date", required=True),
        _col("actor", required=True, person=True),
        _col("kind", "text", *EXCHANGE_KINDS, required=True),
        _col("other", required=True, person=True),
        _col("what"),
        _col("weight", "number", required=True, at_most=LARGEST_WEIGHT),
        _col("channel"),
        _col("source"),
    ),
)
ASSETS = Table(
    "assets",
    ("id",),
    (
        _col("id"),
        _col("kind", "text", *ASSET_KINDS, required=True),
        _col("title", required=True),
        _col("topics", "list"),
        _col("good_until", "date"),
        _col("note"),
    ),
)
OFFERS = Table(
    "offers",
    ("id",),
    (
        _col("id"),
        _col("person", required=True, person=True),
        _col("asset"),
        _col("kind", "text", *ASSET_KINDS),
        _col("text"),
        _col("status", "text", *OFFER_STATUS, required=True),
        _col("created", "date"),
    ),
)
ASKS = Table(
    "asks",
    ("id",),
    (
        _col("id"),
        _col("person", required=True, person=True),
        _col("text"),
        _col("status", "text", *ASK_STATUS, required=True),
        _col("created", "date"),
    ),
)
MOVES = Table(
    "moves",
    ("id",),
    (
        _col("id"),
        _col("person", required=True, person=True),
        _col("on", "date"),
        _col("channel"),
        _col("offer"),
        _col("ask"),
        _col("status", "text", *MOVE_STATUS, required=True),
        _col("note"),
    ),
)
SETTINGS = Table("settings", ("name",), (_col("name"), _col("value")))

TABLES: dict[str, Table] = {
    table.name: table for table in (PEOPLE, TIES, EXCHANGES, ASSETS, OFFERS, ASKS, MOVES, SETTINGS)
}
"""Every table, parents before the tables that name their rows."""
