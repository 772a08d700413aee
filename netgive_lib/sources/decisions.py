"""What a person has decided about two people: that they are one, or that they are not.

A decision is kept in `settings`: `different:<id>:<id>` with the day, and `merged:<kept>:<gone>` with all that
the merge changed, so that it can be taken apart again and an old export still finds who is meant. Beside them
`described:<id>` keeps who was meant by a description that has no key of its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.network import UnknownPersonError
from netgive_lib.schema import ME, TABLES

if TYPE_CHECKING:
    from netgive_lib.network import Network

_DIFFERENT = "different"
_MERGED = "merged"
_DESCRIBED = "described"


def _setting(kind: str, *ids: str) -> str:
    """The name of the setting that keeps a decision about one or two ids."""
    return ":".join((kind, *(id.replace("%", "%25").replace(":", "%3A") for id in ids)))


def _ids(setting: str) -> list[str]:
    return [id.replace("%3A", ":").replace("%25", "%") for id in setting.split(":")[1:]]


@dataclass(frozen=True)
class Decisions:
    """All that has been decided in a network."""

    apart: frozenset[frozenset[str]]
    """Pairs of ids of which the person said that they are two people."""
    into: dict[str, str]
    """The id of someone who was merged -> the id that they have now."""
    gone: list[dict[str, Any]]
    """The rows of everyone who was merged into another, as they were."""
    described: dict[str, str]
    """The id that a description would have of its own -> the id of the person it was found to mean."""

    @classmethod
    def of(cls, network: Network) -> Decisions:
        """The decisions that are kept in the settings of a network."""
        kinds = f"^(?:{_DIFFERENT}|{_MERGED}):[^:]+:[^:]+$|^{_DESCRIBED}:[^:]+$"
        merged, apart, gone, described = {}, [], [], {}
        for name, value in network.settings.filter(pl.col("name").str.contains(kinds)).iter_rows():
            one, *other = _ids(name)
            if name.startswith(_DESCRIBED):
                described[one] = value
            elif name.startswith(_DIFFERENT):
                apart.append((one, *other))
            elif (record := _record(value)) is not None:
                merged[other[0]] = one
                gone.append(_typed("people", [record["gone"]]).row(0, named=True))
        there = set(network.people["id"])
        into = {id: now for id in merged if (now := _end(merged, id)) in there and id not in there}
        described = {id: now for id, was in described.items() if (now := into.get(was, was)) in there}
        pairs = frozenset(frozenset(into.get(id, id) for id in pair) for pair in apart)
        return cls(pairs, into, [row for row in gone if row["id"] in into], described)

    def different(self, a: str, b: str) -> bool:
        """Whether the person said that these are two people."""
        return frozenset((a, b)) in self.apart


def _end(merged: dict[str, str], id: str) -> str:
    """Whom a merged person is by now, after all later merges."""
    seen = {id}
    while id in merged and merged[id] not in seen:
        id = merged[id]
        seen.add(id)
    return id


def _record(value: str | None) -> dict[str, Any] | None:
    """The record of a merge; None for a setting that somebody else put there."""
    try:
        record: dict[str, Any] = json.loads(value or "")
        _typed("people", [record["gone"]])
        for when in ("before", "after"):
            _typed("people", [{"id": ME, **record[when]}])
        for name, rows in (
            ("exchanges", record["dropped"]),
            *(("ties", ties) for ties in record["ties"].values()),
        ):
            TABLES[name].conform(_typed(name, rows))
        whole = all(len(of) == 2 for moved in record["moved"].values() for of in moved)
    except (ValueError, TypeError, KeyError, AttributeError, pl.exceptions.PolarsError):
        return None
    return record if whole and record["moved"].keys() <= TABLES.keys() else None


def described(network: Network, meant: dict[str, str]) -> Network:
    """With it kept who was meant by descriptions: the id that one would have of its own -> the person's id."""
    return network.with_settings({_setting(_DESCRIBED, id): now for id, now in meant.items()})


def different(network: Network, a: str, b: str, *, on: date | None = None) -> Network:
    """With the decision, taken `on` a day, that `a` and `b` are two people. Raises `UnknownPersonError`."""
    _both(network, a, b)
    return network.with_settings({_setting(_DIFFERENT, *sorted((a, b))): on.isoformat() if on else None})


def same(network: Network, keep: str, other: str) -> Network:
    """With `other` merged into `keep`, and a record of it.

    What `keep` says stays, what only `other` says is added, lists are united. Everything that names `other`
    names `keep` from then on, under the same ids; what passed between the two, and their tie, goes.
    Raises `UnknownPersonError`.
    """
    _both(network, keep, other)
    if other == ME:
        raise UnknownPersonError("You are the middle of your own network: merge the other person into you.")
    kept, gone = network.person(keep), network.person(other)
    filled = {
        column: value for column in kept if (value := _filled(kept[column], gone[column])) != kept[column]
    }
    filled.pop("id", None)
    record: dict[str, Any] = {
        "gone": gone,
        "before": {column: kept[column] for column in filled},
        "after": filled,
        "moved": {},
        "dropped": [],
        "ties": {"removed": [], "added": []},
    }
    if filled:
        network = network.edit(keep, **filled)
    tables = {"people": network.people.filter(pl.col("id") != other)}
    for name, table in TABLES.items():
        columns = [column.name for column in table.columns if column.person]
        if name != "ties" and columns:
            tables[name] = _moved(network.table(name), columns, keep, other, record, name)
    tables["ties"] = _moved_ties(network.ties, keep, other, record)
    tables["settings"] = network.settings.filter(
        pl.col("name") != _setting(_DIFFERENT, *sorted((keep, other)))
    )
    value = json.dumps(record, ensure_ascii=False, default=str)
    return replace(network, **tables).with_settings({_setting(_MERGED, keep, other): value})


def _both(network: Network, a: str, b: str) -> None:
    """Raise `UnknownPersonError` unless both are there and two."""
    network.person(a)
    network.person(b)
    if a == b:
        raise UnknownPersonError("Choose two people: this is the same one twice.")


def _filled(old: Any, more: Any) -> Any:
    return united(old, more) if isinstance(old or more, list) else more if old is None else old


def _moved(
    rows: pl.DataFrame, columns: list[str], keep: str, other: str, record: dict[str, Any], name: str
) -> pl.DataFrame:
    """The rows with `keep` where `other` was named; the record learns which."""
    put = rows.with_columns(pl.col(columns).replace(other, keep))
    if len(columns) == 2:
        between = put[columns[0]] == put[columns[1]]
        record["dropped"] = rows.filter(between).to_dicts()
        rows, put = rows.filter(~between), put.filter(~between)
    moved = [[id, column] for column in columns for id in rows.filter(pl.col(column) == other)["id"]]
    if moved:
        record["moved"][name] = moved
    return put


def _moved_ties(ties: pl.DataFrame, keep: str, other: str, record: dict[str, Any]) -> pl.DataFrame:
    """The ties with those of `other` given to `keep`, unless it had them; the record learns which."""
    theirs = (pl.col("a") == other) | (pl.col("b") == other)
    removed, rest = ties.filter(theirs), ties.filter(~theirs)
    moved = removed.with_columns(pl.col("a", "b").replace(other, keep)).filter(pl.col("a") != pl.col("b"))
    moved = moved.with_columns(a=pl.min_horizontal("a", "b"), b=pl.max_horizontal("a", "b"))
    added = moved.join(rest, on=["a", "b"], how="anti", maintain_order="left")
    record["ties"] = {"removed": removed.to_dicts(), "added": added.to_dicts()}
    return pl.concat([rest, added])


def take_apart(network: Network, keep: str, other: str, *, on: date | None = None) -> Network:
    """With the merge of `other` into `keep` taken back, and the decision, taken `on` a day, that they are two.

    Both are as they were, with what was theirs; what was changed or added since stays with `keep`.
    Raises `UnknownPersonError` if `keep` is not there, or `other` was not merged into it.
    """
    kept = network.person(keep)
    setting = _setting(_MERGED, keep, other)
    record = _record(network.setting(setting))
    if record is None:
        raise UnknownPersonError(f"Nobody with the id {other!r} was merged into {kept['name'] or keep}.")
    network = replace(network, settings=network.settings.filter(pl.col("name") != setting))
    network = network.with_people(_typed("people", [record["gone"]]))
    network = _emptied(network, keep, record)
    for name, moved in record["moved"].items():
        network = replace(network, **{name: _given_back(network.table(name), moved, keep, other)})
    network = network.with_rows("exchanges", _typed("exchanges", record["dropped"]))
    network = replace(network, ties=_ties_given_back(network, record["ties"]))
    return different(network, keep, other, on=on)


def _emptied(network: Network, keep: str, record: dict[str, Any]) -> Network:
    """The network with the row of `keep` without what the merge put into it."""
    if not record["after"]:
        return network
    before, after = (
        _typed("people", [{"id": keep, **record[when]}]).row(0, named=True) for when in ("before", "after")
    )
    now = network.person(keep)
    decisions = Decisions.of(network)
    others = [row for row in decisions.gone if decisions.into[row["id"]] == keep]
    put = {"id": keep}
    for column in record["after"]:
        still = (
            [item for row in others for item in row[column] or ()] if isinstance(after[column], list) else []
        )
        put[column] = _without(now[column], before[column], after[column], still)
    return network.with_people(_typed("people", [put]))


def _without(now: Any, before: Any, after: Any, still: list[str]) -> Any:
    """A value without what a merge put into it; what was changed since, or is `still` another's, stays."""
    if isinstance(after, list):
        kept = {*(before or ()), *still}
        return [item for item in now or () if item in kept or item not in after] or None
    return before if now == after else now


def _given_back(rows: pl.DataFrame, moved: list[list[str]], keep: str, other: str) -> pl.DataFrame:
    """The rows that the merge moved, with `other` where `keep` is named now."""
    for column in dict.fromkeys(column for _, column in moved):
        ids = [id for id, of in moved if of == column]
        theirs = pl.col("id").is_in(ids) & (pl.col(column) == keep)
        rows = rows.with_columns(pl.when(theirs).then(pl.lit(other)).otherwise(column).alias(column))
    return rows


def _ties_given_back(network: Network, ties: dict[str, list[dict[str, Any]]]) -> pl.DataFrame:
    """The ties as before the merge; those with people who have left since stay away."""
    added, removed = _typed("ties", ties["added"]), _typed("ties", ties["removed"])
    there = network.people["id"].implode()
    removed = removed.filter(pl.col("a").is_in(there) & pl.col("b").is_in(there))
    return pl.concat(
        [network.ties.join(added, on=["a", "b"], how="anti", maintain_order="left"), removed]
    ).unique(["a", "b"], keep="last", maintain_order=True)


def _typed(table: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Rows as JSON keeps them, with the types of a table."""
    if not rows:
        return TABLES[table].empty()
    schema = {name: dtype for name, dtype in TABLES[table].schema.items() if name in rows[0]}
    for name in [name for name, dtype in schema.items() if dtype == pl.Date()]:
        rows = [row | {name: date.fromisoformat(row[name])} if row[name] else row for row in rows]
    return TABLES[table].typed(pl.DataFrame(rows, schema=schema))


def united(old: list[str] | None, new: list[str] | None) -> list[str] | None:
    """Both lists as one, what was there first, each text once whatever its case."""
    if not new:
        return old or None
    seen = {text.casefold() for text in old or ()}
    added = []
    for text in new:
        if text.casefold() not in seen:
            seen.add(text.casefold())
            added.append(text)
    return [*(old or ()), *added] or None
