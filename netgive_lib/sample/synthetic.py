"""Made-up networks of any size, with the skew that real ones have: for trying things out, and for timing.

As for the people, all is drawn and worked on such that a seed gives an equal network on every machine: see
`netgive_lib.sample.made_up`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import isqrt
from typing import Any

import polars as pl

from netgive_lib import schema
from netgive_lib.network import Network
from netgive_lib.sample import made_up
from netgive_lib.sample.made_up import Dice, days_before, words
from netgive_lib.schema import ME, RINGS
from netgive_lib.ties import PACE

STORY_DAY = date(2026, 11, 2)
"""The day that it always is in the samples."""


@dataclass(frozen=True)
class Shape:
    """How a made-up network is shaped. Where no source is named, the figures are ours, after the story's."""

    layers: tuple[int, int, int, int] = (5, 10, 35, 100)
    """The most people in rings 1 to 4: layers of about 5, 15, 50 and 150 (Dunbar, Proc. R. Soc. A
    476:20200446, 2020), each without those inside it. Whoever else is rated is in ring 5."""
    ring_shares: tuple[float, float, float, float] = (0.055, 0.11, 0.22, 0.33)
    """The shares of rings 1 to 4 while there are too few people to fill the layers."""
    unrated: float = 1 / 3
    """The share of people in no ring, in a large network."""
    unrated_half: int = 200
    """In a network of this many people that share is half as large."""
    history: int = 2922
    """How many days the exchanges reach back: eight years."""
    unrated_rhythm: int = 1460
    """Days between two contacts with someone unrated; for the others `ties.PACE` says it."""
    gone_quiet: float = 0.3
    """The share of ties that ended three rhythms ago or earlier."""
    latest: float = 1.5
    """So many rhythms ago at most was the latest contact with the others."""
    silent: float = 0.25
    """The share of ring 5 and of the unrated with whom hardly anything ever passed."""
    circles: int = 3
    """How many circles there are in the smallest network. Their number grows with the root of its size."""
    neighbours: tuple[float, ...] = (0.8, 0.55, 0.3)
    """How likely one knows the next, the second next and the third next person of one's circle: ties
    cluster as in the lattice of Watts and Strogatz (Nature 393:440, 1998)."""
    across: float = 0.08
    """Ties between any two people, as a share of the people."""
    meetings: float = 0.4
    """The share of exchanges that are halves of meetings."""
    letters: float = 0.24
    """… that are messages with an answer, or the answer."""
    granted: float = 0.08
    """… that are asks, or the give that answered one."""
    returned: float = 0.12
    """… that are gives which were returned, or the return: where such are many, the tab is split."""
    messages: float = 0.06
    """… that are messages without an answer."""
    asks: float = 0.02
    """… that are asks without an answer. The rest are gives without a return."""


SHAPE = Shape()


@dataclass(frozen=True)
class _Event:
    """What one kind of event leaves in the table of exchanges."""

    first: str
    words: str
    channels: tuple[str, ...]
    second: str | None = None
    """What comes back from the other side, if anything does."""
    within: int = 0
    """So many days later at most."""
    answer: str | None = None
    """The words for it; the same words if it is None."""


_EVENTS = {
    "meetings": _Event("touch", "meeting", ("in person",) * 6 + ("call",), "touch"),
    "letters": _Event("touch", "message", ("message", "email", "linkedin"), "touch", 4, "reply"),
    "granted": _Event("ask", "ask", ("message", "in person", "email"), "give", 10),
    "returned": _Event("give", "give", ("message", "in person", "email"), "give", 120, "give"),
    "messages": _Event("touch", "message", ("message", "email", "linkedin")),
    "asks": _Event("ask", "ask", ("message", "email")),
    "gives": _Event("give", "give", ("message", "in person", "email")),
}
_WEIGHTS = (1.0,) * 8 + (2.0,) * 3 + (3.0,)
_SOON = ("news", "talk", "invitation", "latest")
"""The kinds of asset that do not keep."""


def generate(
    people: int, exchanges: int, seed: int, today: date = STORY_DAY, shape: Shape = SHAPE
) -> Network:
    """A made-up network of exactly so many people and exchanges, whose setting `today` is that day.

    Inner rings exchange far more often, at about the rhythms of `ties.PACE`; a few people have most of it;
    many ties have gone quiet; tabs lean both ways. Raises `ValueError` for sizes that can't be.
    """
    if people < 0 or exchanges < 0:
        raise ValueError("The number of people and of exchanges can't be below 0.")
    if exchanges and not people:
        raise ValueError("With nobody there, nothing can pass: ask for one person at least.")
    dice = Dice(seed)
    bonds = _bonds(people, dice, shape)
    me = {"id": ME, "name": "Robin Sample", "given_name": "Robin", "emails": ["robin.sample@example.com"]}
    return Network(
        people=pl.concat([_rows("people", [me]), made_up.people(bonds, dice, today)]),
        ties=_ties(bonds, dice, shape),
        exchanges=_exchanges(bonds, exchanges, dice, today, shape),
        assets=_assets(dice, today),
        settings=_rows("settings", [{"name": "today", "value": today.isoformat()}]),
    )


def _rows(table: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=dict(schema.TABLES[table].schema), orient="row")


def _bonds(count: int, dice: Dice, shape: Shape) -> pl.DataFrame:
    """Who there is, and what is behind each tie: a row a person.

    Columns: given, family, id; circle (its number); ring; began, ended (days before today between which we
    were in contact); pull (how often, against the others); lean (how likely it is me who gives).
    """
    named = made_up.names(count, dice)
    circles = min(len(words()["circles"]), shape.circles + isqrt(count) // 3)
    sizes = pl.Series([1 / (place + 1) for place in range(circles)]).cum_sum()
    ring = pl.Series(_rings(count, shape), dtype=pl.Int64)
    rhythm = ring.replace_strict(
        dict(zip(RINGS, PACE.rhythm, strict=True)), default=shape.unrated_rhythm, return_dtype=pl.Float64
    )
    quiet = dice.chance(shape.gone_quiet, count).cast(pl.Float64)
    missed = quiet * (dice.low(count) * 6 + 3.1) + (1 - quiet) * dice.roll(count) * shape.latest
    ended = (rhythm * missed).clip(upper_bound=shape.history - 60)
    began = ended + 30 + dice.roll(count) * (shape.history - 30 - ended)
    silent = dice.chance(shape.silent, count) & (ring.fill_null(RINGS[-1]) == RINGS[-1])
    # A log-logistic of shape 2 has a heavy tail, and needs no more than a square root. The root of the rhythm
    # as well: much of what passes between close people is never noted, and so it fits what the story holds.
    spread = dice.roll(count)
    pull = (spread / (1 - spread) / rhythm).sqrt() * (1 - 0.999 * silent.cast(pl.Float64))
    return named.with_columns(
        circle=sizes.search_sorted(dice.roll(count) * sizes[-1]).cast(pl.Int64),
        ring=ring,
        began=began,
        ended=ended,
        pull=pull,
        lean=(dice.roll(count) + dice.roll(count)) / 2,
    )


def _rings(count: int, shape: Shape) -> list[int | None]:
    """The ring of each person, the inner ones first and the unrated last."""
    unrated = int(count * shape.unrated * count / (count + shape.unrated_half))
    rings: list[int | None] = []
    for ring, most, share in zip(RINGS, shape.layers, shape.ring_shares, strict=False):
        rings += [ring] * min(most, int(count * share + 0.5), count - unrated - len(rings))
    rings += [RINGS[-1]] * (count - unrated - len(rings))
    return rings + [None] * unrated


def _ties(bonds: pl.DataFrame, dice: Dice, shape: Shape) -> pl.DataFrame:
    """Who knows whom: neighbours within each circle, and a few people from anywhere."""
    people = dice.shuffled(bonds.select("id", "circle")).sort("circle", maintain_order=True)
    names = pl.Series(words()["circles"])
    pairs = []
    for step, share in enumerate(shape.neighbours, start=1):
        pair = people.select(a="id", b=pl.col("id").shift(-step), how=names.gather(people["circle"])).filter(
            dice.chance(share, people.height) & (people["circle"] == people["circle"].shift(-step))
        )
        pairs.append(pair)
    number = int(people.height * shape.across)
    a, b = (people["id"].gather(dice.below(people.height, number)) for _ in range(2))
    pairs.append(pl.DataFrame({"a": a, "b": b, "how": pl.repeat("met by chance", number, eager=True)}))
    return (
        pl.concat(pairs)
        .filter(pl.col("a") != pl.col("b"))
        .select(pl.min_horizontal("a", "b").alias("a"), pl.max_horizontal("a", "b").alias("b"), "how")
        .unique(("a", "b"), keep="first", maintain_order=True)
    )


def _exchanges(bonds: pl.DataFrame, count: int, dice: Dice, today: date, shape: Shape) -> pl.DataFrame:
    """Exactly `count` exchanges, in the order of their dates."""
    numbers = {
        name: int(count * getattr(shape, name) / (2 if event.second else 1))
        for name, event in _EVENTS.items()
        if name != "gives"
    }
    numbers["gives"] = count - sum(n * (2 if _EVENTS[name].second else 1) for name, n in numbers.items())
    rows = pl.concat([_happened(bonds, _EVENTS[name], n, dice) for name, n in numbers.items()])
    rows = rows.with_row_index("place").sort(["age", "place"], descending=[True, False])
    return rows.select(
        pl.concat_str(pl.lit("e"), pl.int_range(1, count + 1)).alias("id"),
        days_before(today, rows["age"]).alias("date"),
        *("actor", "kind", "other", "what", "weight", "channel"),
        pl.lit("made up").alias("source"),
    )


def _happened(bonds: pl.DataFrame, event: _Event, count: int, dice: Dice) -> pl.DataFrame:
    """The rows of `count` events of one kind: all that came first, then all that came back."""
    pull = bonds["pull"].cum_sum()
    with_whom = bonds[pull.search_sorted(dice.roll(count) * (pull[-1] if count else 0)).cast(pl.Int64)]
    began, ended, lean = (with_whom[name] for name in ("began", "ended", "lean"))
    # The farther back, the less of it is on record.
    recent = dice.roll(count)
    age = (ended + (began - ended) * recent * recent.sqrt()).cast(pl.Int64)
    # Whoever is the likelier to give is the less likely to ask.
    mine = dice.chance({"give": lean, "ask": 1 - lean}.get(event.first, 0.5), count)
    first = pl.select(
        age=age,
        actor=pl.when(mine).then(pl.lit(ME)).otherwise(with_whom["id"]),
        other=pl.when(mine).then(with_whom["id"]).otherwise(pl.lit(ME)),
        kind=pl.lit(event.first),
        what=dice.pick(words()[event.words], count),
        weight=pl.lit(1.0) if event.first == "touch" else dice.pick(_WEIGHTS, count),
        channel=dice.pick(event.channels, count),
    )
    if event.second is None:
        return first
    back = first.with_columns(
        age=pl.max_horizontal(age - dice.below(event.within + 1, count), ended.cast(pl.Int64)),
        actor="other",
        other="actor",
        kind=pl.lit(event.second),
        what=dice.pick(words()[event.answer], count) if event.answer else "what",
    )
    return pl.concat([first, back])


def _assets(dice: Dice, today: date) -> pl.DataFrame:
    """Two things to bring of each kind."""
    kinds = [kind for kind in schema.ASSET_KINDS for _ in range(2)]
    topics = dice.pick(words()["topics"], len(kinds), skewed=True)
    days = dice.below(90, len(kinds))
    rows = [
        {
            "id": f"a{number}",
            "kind": kind,
            "title": words()["asset"][kind].format(topic=topic),
            "topics": [topic],
            "good_until": today + timedelta(days=14 + left) if kind in _SOON else None,
        }
        for number, (kind, topic, left) in enumerate(zip(kinds, topics, days, strict=True), start=1)
    ]
    return _rows("assets", rows)
