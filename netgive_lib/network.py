"""The value: a person's network as a frozen set of tables, and the verbs that give a changed one."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib import schema
from netgive_lib.called import SeveralPeopleError, Someone, UnknownPersonError, fold, meant
from netgive_lib.schema import ME, SchemaError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    import networkx as nx

    from netgive_lib.plan import Plan

__all__ = [
    "ID_ALPHABET",
    "TABLE_NAMES",
    "Network",
    "SeveralPeopleError",
    "UnknownPersonError",
    "fold",
    "new_id",
]

ID_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"


def new_id() -> str:
    """A short random id: two processes that add a row at the same moment never choose the same one."""
    return "".join(secrets.choice(ID_ALPHABET) for _ in range(10))


@dataclass(frozen=True, eq=False)
class Network:
    """A person's network: eight tables with the schemas of `netgive_lib.schema`.

    Nothing is changed in place: each verb returns a new `Network`. The row `me` is always in `people`.
    Making one raises `SchemaError` if a table breaks its schema or names a person who is not there.
    """

    people: pl.DataFrame = field(default_factory=schema.PEOPLE.empty)
    ties: pl.DataFrame = field(default_factory=schema.TIES.empty)
    exchanges: pl.DataFrame = field(default_factory=schema.EXCHANGES.empty)
    assets: pl.DataFrame = field(default_factory=schema.ASSETS.empty)
    offers: pl.DataFrame = field(default_factory=schema.OFFERS.empty)
    asks: pl.DataFrame = field(default_factory=schema.ASKS.empty)
    moves: pl.DataFrame = field(default_factory=schema.MOVES.empty)
    settings: pl.DataFrame = field(default_factory=schema.SETTINGS.empty)

    def __post_init__(self) -> None:
        for name, table in schema.TABLES.items():
            object.__setattr__(self, name, table.conform(getattr(self, name)))
        if ME not in self.people["id"]:
            me = schema.PEOPLE.conform(pl.DataFrame({"id": [ME]}))
            object.__setattr__(self, "people", pl.concat([me, self.people]))
        self._check_people_named(schema.TABLES)

    def __repr__(self) -> str:
        return f"<Network of {self.size} people, {self.exchanges.height} exchanges>"

    def _check_people_named(self, tables: Iterable[str]) -> None:
        """Raise `SchemaError` if a row of these names someone who is not in `people`, or the same one twice."""
        everyone = self.people.select("id")
        for name in tables:
            table, frame = schema.TABLES[name], self.table(name)
            if not frame.height:
                continue
            named = [column.name for column in table.columns if column.person]
            for column in named:
                missing = frame.select(column).join(everyone, left_on=column, right_on="id", how="anti")
                if missing.height:
                    raise SchemaError(f"{name}: {column} {missing[column][0]!r} is nobody in people")
            if len(named) == 2 and frame.filter(pl.col(named[0]) == pl.col(named[1])).height:
                raise SchemaError(f"{name}: {named[0]} and {named[1]} are the same person in a row")

    # Looking things up

    @property
    def size(self) -> int:
        """How many people there are, without me."""
        return self.people.height - 1

    @cached_property
    def others(self) -> pl.DataFrame:
        """`people` without me."""
        return self.people.filter(pl.col("id") != ME)

    def table(self, name: str) -> pl.DataFrame:
        """The table called `name`."""
        frame: pl.DataFrame = getattr(self, name)
        return frame

    def person(self, id: str) -> dict[str, Any]:
        """The row of one person, as a dict. Raises `UnknownPersonError`."""
        rows = self.people.filter(pl.col("id") == id)
        if not rows.height:
            raise UnknownPersonError(
                f"Nobody here is known as {id!r}. Perhaps they were removed, or joined with someone else."
            )
        return rows.row(0, named=True)

    def find(self, words: str, *, part: bool = True) -> str:
        """The id of the person whom `words` mean: an id, an e-mail address, a name, some words of it, or a part.

        What is more exact counts first: "Luc" is Luc, and Lucy only where there is no Luc. Jürgen, Juergen and
        Jurgen are one name. An id in brackets after a name tells who of several is meant. `part`: whether less than
        a whole word will do.

        Raises `SeveralPeopleError`, naming them; `UnknownPersonError`, naming who comes nearest, if it is nobody.
        """
        if words == ME:
            return ME
        shown = self.others.select("id", "name", "given_name", "emails", "organization", "city")
        return meant(words, [Someone(*row) for row in shown.iter_rows()], part=part)

    def setting(self, name: str, default: str = "") -> str:
        """The value of a setting, or `default`."""
        return self._settings.get(name) or default

    @cached_property
    def _settings(self) -> dict[str, str | None]:
        return dict(self.settings.iter_rows())

    # Verbs

    def with_people(self, people: pl.DataFrame) -> Network:
        """With the rows of `people` added, or put in the place of the rows with the same id.

        Columns that `people` does not have keep what they held. Raises `SchemaError`.
        """
        return self._put("people", people)

    def with_ties(self, ties: pl.DataFrame) -> Network:
        """With the alter-alter ties of `ties` (a, b, how) added; each is kept with its ids in order."""
        a, b = pl.min_horizontal("a", "b"), pl.max_horizontal("a", "b")
        ordered = schema.TIES.typed(ties).with_columns(a=a, b=b)
        return self._put("ties", ordered.unique(("a", "b"), keep="last", maintain_order=True))

    def with_rows(self, table: str, rows: pl.DataFrame) -> Network:
        """With `rows` added to the table called `table`, or put in the place of those with the same key."""
        return self.with_ties(rows) if table == "ties" else self._put(table, rows)

    def add(self, name: str, **values: object) -> Network:
        """With a new person of this name and these columns. Raises `SchemaError`."""
        return self._put("people", _frame([{"id": new_id(), "name": name, **values}], "people"))

    def edit(self, person: str, **values: object) -> Network:
        """With these columns of one person changed. Raises `UnknownPersonError`, `SchemaError`."""
        if "id" in values:
            raise SchemaError("people: an id stays what it is, since other tables name it")
        self.person(person)
        row = _frame([{"id": person, **values}], "people")
        return self._put("people", row.select("id", *values))

    def without(self, person: str) -> Network:
        """Without this person, and without every row that names them."""
        self.person(person)
        if person == ME:
            raise UnknownPersonError("You are the middle of your own network, and stay in it.")
        kept: dict[str, pl.DataFrame] = {"people": self.people.filter(pl.col("id") != person)}
        for name, table in schema.TABLES.items():
            for column in table.columns:
                if column.person:
                    kept[name] = kept.get(name, self.table(name)).filter(pl.col(column.name) != person)
        return replace(self, **kept)

    def give(self, other: str, what: str | None = None, *, on: date, **more: Any) -> Network:
        """With something that I gave `other` on that day. `more`: weight, channel, source, actor."""
        return self._exchange("give", other, what, on, **more)

    def ask(self, other: str, what: str | None = None, *, on: date, **more: Any) -> Network:
        """With something that I asked of `other` on that day. `more`: weight, channel, source, actor."""
        return self._exchange("ask", other, what, on, **more)

    def touch(self, other: str, what: str | None = None, *, on: date, **more: Any) -> Network:
        """With a contact that was neither give nor ask. `more`: weight, channel, source, actor."""
        return self._exchange("touch", other, what, on, **more)

    def _exchange(
        self,
        kind: str,
        other: str,
        what: str | None,
        on: date,
        *,
        actor: str = ME,
        weight: float = 1,
        channel: str | None = None,
        source: str | None = "me",
    ) -> Network:
        row = {
            "id": new_id(),
            "date": on,
            "actor": actor,
            "kind": kind,
            "other": other,
            "what": what,
            "weight": weight,
            "channel": channel,
            "source": source,
        }
        return self._put("exchanges", _frame([row], "exchanges"))

    def with_settings(self, values: Mapping[str, str | None]) -> Network:
        """With these settings set."""
        return self._put("settings", _frame([{"name": n, "value": v} for n, v in values.items()], "settings"))

    def _put(self, name: str, rows: pl.DataFrame) -> Network:
        """With `rows` inserted or, where the key is there already, their columns put over the old ones."""
        table = schema.TABLES[name]
        old = self.table(name)
        key = list(table.key)
        rows = table.typed(rows)
        given = [column for column in rows.columns if column not in key]
        fresh = rows.join(old, on=key, how="anti", maintain_order="left")
        if fresh.height < rows.height:
            marked = rows.with_columns(pl.lit(value=True).alias("__put"))
            joined = old.join(marked, on=key, how="left", suffix="__put", maintain_order="left")
            put = pl.col("__put").fill_null(value=False)
            old = joined.select(
                pl.when(put).then(f"{c}__put").otherwise(c).alias(c) if c in given else pl.col(c)
                for c in table.schema
            )
        return self._with(name, pl.concat([old, table.conform(fresh)]))

    def _with(self, name: str, frame: pl.DataFrame) -> Network:
        """With `frame` as the table called `name`, which names everyone that it did before.

        The other tables were checked when this network was made. To check half a million exchanges again would take
        longer than all else that follows from a note about someone.
        """
        changed = object.__new__(Network)
        for other in TABLE_NAMES:
            object.__setattr__(changed, other, self.table(other))
        object.__setattr__(changed, name, schema.TABLES[name].conform(frame))
        changed._check_people_named([name])
        return changed

    # Up the layers

    def graph(self, today: date) -> nx.DiGraph[str]:
        """The network as it stands at `today`, as a NetworkX graph: see `netgive_lib.graph.build`."""
        from netgive_lib import graph  # the graph is made from the value: imported here, on use

        return graph.build(self, today)

    def plan(self, today: date, **more: Any) -> Plan:
        """The best plan from `today` on: see `netgive_lib.plan.make_plan`."""
        from netgive_lib import plan

        return plan.make_plan(self, today, **more)

    def done(self, move: str, on: date, **more: Any) -> Network:
        """With a planned move done on that day: see `netgive_lib.moves.done`."""
        from netgive_lib import moves

        return moves.done(self, move, on, **more)


def _frame(rows: list[dict[str, Any]], name: str) -> pl.DataFrame:
    """Rows as a frame with the schema of a table. Raises `SchemaError` for what it can't hold."""
    table = schema.TABLES[name]
    extra = [column for row in rows for column in row if column not in table.schema]
    if extra:
        raise SchemaError(f"{name} has no column {extra[0]!r}; its columns are {', '.join(table.schema)}")
    try:
        return table.conform(pl.DataFrame(rows, schema=dict(table.schema), orient="row"))
    except (pl.exceptions.PolarsError, TypeError, UnicodeEncodeError) as error:
        raise SchemaError(f"{name}: {str(error).splitlines()[0]}") from error


TABLE_NAMES = tuple(f.name for f in fields(Network))
