"""Sparks: short questions that draw out what you could bring, in general and to one person."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.describe import name_of
from netgive_lib.mattering import most_worth
from netgive_lib.offers import suggest_offers
from netgive_lib.offers.words import called, clipped, in_sentence, short_title, when
from netgive_lib.resources import folder
from netgive_lib.schema import ME
from netgive_lib.topics import thesaurus_of
from netgive_lib.weeks import yearly

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from netgive_lib.network import Network

SOON_DAYS = 45
"""A birthday is named in a spark so many days before it; ours."""
SILENT_DAYS = 90
"""After so many days without contact a spark asks what happened since; ours."""
_TELLING = frozenset({"topic", "asked", "gave", "given", "note", "birthday", "meet", "asset", "silence"})
"""Facts that are about this person alone: in each round they come before job, city and the like."""
_FEW = 3
"""Of asks, gives and things that fit, so many are taken at most."""
_LONGEST = 110


@dataclass(frozen=True)
class Spark:
    """One question."""

    id: str
    """The same for the same question about the same fact."""
    about: str
    """The kind of fact that it starts from: topic, gave, silence … or anyone."""
    text: str


@dataclass(frozen=True)
class _Fact:
    about: str
    key: str
    fields: Mapping[str, str]


@lru_cache(maxsize=1)
def _questions() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((folder("data") / "sparks.json").read_text(encoding="utf-8"))
    return read


def asset_sparks() -> dict[str, tuple[str, ...]]:
    """Questions that draw out what you have: kind of asset -> two or three."""
    return {kind: tuple(texts) for kind, texts in _questions()["assets"].items()}


def sparks_for(network: Network, today: date, person: str, seen: frozenset[str] = frozenset()) -> list[Spark]:
    """Questions that fit one person, each naming a fact about them; then some that fit anyone.

    The kinds of facts take turns, so that no five that follow each other are of one kind. The order depends on
    the person and the day, and is the same whenever it is asked for. Those whose ids are in `seen` are left
    out. Raises `UnknownPersonError`.
    """
    row = network.person(person)
    name = called(row)
    sparks: dict[str, list[Spark]] = {}
    for fact in _facts(network, today, row):
        for number, template in enumerate(_questions()["person"][fact.about]):
            id = f"{fact.about}{number}:{fact.key}"
            text = template.format(name=name, **fact.fields)
            sparks.setdefault(fact.about, []).append(Spark(id, fact.about, text))
    anyone = [
        Spark(f"anyone{number}", "anyone", template.format(name=name))
        for number, template in enumerate(_questions()["anyone"])
    ]

    def turn(text: str) -> str:
        return hashlib.sha256(f"{person} {today} {text}".encode()).hexdigest()

    placed = []
    for about, group in sparks.items():
        group.sort(key=lambda spark: turn(spark.id))
        placed += [(round_, about not in _TELLING, turn(about), spark) for round_, spark in enumerate(group)]
    ordered = [spark for *_, spark in sorted(placed, key=lambda place: place[:3])]
    ordered += sorted(anyone, key=lambda spark: turn(spark.id))
    return [spark for spark in ordered if spark.id not in seen]


def _facts(network: Network, today: date, row: Mapping[str, Any]) -> Iterator[_Fact]:
    """What is known of someone, a fact at a time."""
    words = thesaurus_of(network)
    for topic in dict.fromkeys(topic.strip() for topic in row["topics"] or [] if topic.strip()):
        yield _Fact("topic", topic, {"topic": in_sentence(topic, words)})
    for column in ("title", "organization", "circle", "city", "note"):
        text = clipped(row[column] or "", _LONGEST).rstrip(".")
        if text and not (column == "organization" and text.casefold() in _NO_ORGANIZATION):
            yield _Fact(column, "", {column: _ended(text) if column == "note" else text})
    if row["seniority"]:
        yield _Fact(row["seniority"], "", {})
    for answer in ("respects", "sees_potential"):
        if row[answer]:
            yield _Fact(answer, "", {})
    for role in row["roles"] or []:
        if role.strip() and role.casefold() not in ("friend", "peer"):
            yield _Fact("role", role, {"role": role.strip()})
    yield from _passed(network, today, row["id"])
    yield from _days(network, today, row)
    yield from _things(network, today, row["id"])
    yield from _meetings(network, row)


_NO_ORGANIZATION = frozenset({"freelance", "self-employed", "retired", "independent", "none", "-"})


def _ended(note: str) -> str:
    """A note with a mark at its end."""
    return note if note.endswith(("…", "?", "!")) else f"{note}."


def _passed(network: Network, today: date, person: str) -> Iterator[_Fact]:
    """What they asked you for, what they gave you, and what you gave them: the latest of each."""
    told = network.exchanges.filter((pl.col("date") <= today) & (pl.col("what").str.strip_chars() != ""))
    ways = {"asked": ("ask", person, ME), "gave": ("give", person, ME), "given": ("give", ME, person)}
    for about, (kind, actor, other) in ways.items():
        rows = told.filter(
            (pl.col("kind") == kind) & (pl.col("actor") == actor) & (pl.col("other") == other)
        ).sort("date", "id", descending=[True, False])
        for id, day, what in rows.select("id", "date", "what").head(_FEW).iter_rows():
            said = when(day, today)
            first = said[:1].upper() + said[1:]
            yield _Fact(
                about, id, {"when": said, "when_first": first, "what": clipped(what, _LONGEST).rstrip(".")}
            )


def _days(network: Network, today: date, row: Mapping[str, Any]) -> Iterator[_Fact]:
    """A birthday that comes soon, and a long silence."""
    for day in yearly(row["birthday"], today, today + timedelta(days=SOON_DAYS)):
        yield _Fact("birthday", "", {"day": f"{day.day} {day:%B}"})
    both = ((pl.col("actor") == ME) & (pl.col("other") == row["id"])) | (
        (pl.col("other") == ME) & (pl.col("actor") == row["id"])
    )
    days: list[date] = network.exchanges.filter(both & (pl.col("date") <= today))["date"].to_list()
    last = max(days, default=today)
    if (today - last).days > SILENT_DAYS:
        yield _Fact("silence", "", {"when": when(last, today)})


def _things(network: Network, today: date, person: str) -> Iterator[_Fact]:
    """What you could bring that fits them best."""
    if person != ME:
        offers = suggest_offers(network, today, person).head(_FEW)
        for id, title in offers.select("asset", "title").iter_rows():
            yield _Fact("asset", id, {"title": short_title(title)})


def _meetings(network: Network, row: Mapping[str, Any]) -> Iterator[_Fact]:
    """Who shares a topic with them and, as far as is noted, does not know them: the rarest topics first."""
    words = thesaurus_of(network)
    mine = {words.key(topic): topic for topic in row["topics"] or [] if topic.strip()}
    known = set(network.ties.filter(pl.col("a") == row["id"])["b"])
    known |= set(network.ties.filter(pl.col("b") == row["id"])["a"]) | {row["id"]}
    sharing: dict[str, list[tuple[str, str]]] = {}
    others = network.others.filter(~pl.col("leave_alone").fill_null(value=False))
    for other in others.filter(pl.col("name").is_not_null()).iter_rows(named=True):
        for key in {words.key(topic) for topic in other["topics"] or []} & mine.keys():
            apart = not other["circle"] or other["circle"] != row["circle"]
            if other["id"] not in known and apart:
                sharing.setdefault(key, []).append((other["id"], name_of(other)))
    rare = sorted(sharing.items(), key=lambda shared: (len(shared[1]), shared[0]))
    for key, people in rare[:_FEW]:
        id, name = people[0]
        yield _Fact("meet", id, {"other": name, "topic": in_sentence(mine[key], words)})


def next_person(network: Network, today: date, person: str | None, passed: set[str]) -> str | None:
    """Whom to think about after `person`: the first of `people_who_matter` who was not passed yet, None for nobody.

    `person` is added to `passed`. When all were passed, they come again from the first.
    """
    people = people_who_matter(network, today)["person"].to_list()
    if person is not None:
        passed.add(person)
    left = [id for id in people if id not in passed]
    if not left:
        passed.intersection_update({person})
        left = [id for id in people if id != person] or people
    return left[0] if left else None


def people_who_matter(network: Network, today: date) -> pl.DataFrame:
    """Whom to think about next: people of rings 1 to 3 for whom nothing is planned.

    Those without an open offer come first, and among them who matters most (`netgive_lib.mattering`). While
    nobody has a ring, everyone counts. Columns: person, name, ring, open_offers (ideas and chosen ones).
    """
    worth = most_worth(network, today).filter(~pl.col("leave_alone").fill_null(value=False))
    if worth["ring"].null_count() < worth.height:
        worth = worth.filter(pl.col("ring") <= 3)
    planned = network.moves.filter(pl.col("status") == "planned").select(id="person")
    is_open = pl.col("status").is_in(["idea", "chosen"])
    offers = network.offers.filter(is_open).group_by(id="person").agg(open_offers=pl.len().cast(pl.Int64))
    rows = worth.join(planned, on="id", how="anti", maintain_order="left").join(
        offers, on="id", how="left", maintain_order="left"
    )
    names = [name_of(row) for row in rows.iter_rows(named=True)]
    return (
        rows.with_columns(pl.col("open_offers").fill_null(0), name=pl.Series(names, dtype=pl.String))
        .select("name", "ring", "open_offers", person="id")
        .select("person", "name", "ring", "open_offers")
        .sort(pl.col("open_offers") > 0, maintain_order=True)
    )
