"""Introductions: which people you know should meet, and what each of the two would get from it.

An introduction costs you one message, and closes a structural hole: two people with something for each other, and
you the only way from one to the other (Burt, Structural Holes, 1992). It is yours to make where you have standing
with both; a stranger can't introduce anybody.

    score = fit × hole × yours

- fit = √(for A × for B): both must have something for the other. What B has for A is 1 − Π (1 − near × strength ×
  rarity) over the topics that A cares about, or asked you for, and that B could serve. near: 1 for the topic itself,
  `topics.CLOSE` for a neighbouring one. strength: 1 where B does it, less where B gave you such a thing, works where
  it is at home, or only cares about it too. rarity: 1 for a topic that only two people share, less for common ones.
- hole: 1 where they are from different circles and share no contact but you; less where they may meet anyway.
- yours = √(standing with A × standing with B): by ring, trust and warmth.

The parameters are those of `netgive_lib.introductions.facts.Matching`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.describe import name_of, who_in_words
from netgive_lib.introductions.facts import MATCHING, Matching
from netgive_lib.introductions.history import acquainted
from netgive_lib.introductions.pairs import best_pairs
from netgive_lib.introductions.words import in_sentence, why
from netgive_lib.schema import ME
from netgive_lib.topics import thesaurus_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from netgive_lib.network import Network
    from netgive_lib.topics import Thesaurus

_INTRODUCTION = pl.Schema(
    {
        **dict.fromkeys(("a", "a_name", "b", "b_name"), pl.String()),
        **dict.fromkeys(("fit", "hole", "yours", "score"), pl.Float64()),
        **dict.fromkeys(("why_a", "why_b"), pl.String()),
        "topics": pl.List(pl.String()),
    }
)
_MOST_TOPICS = 4


def suggest_introductions(
    network: Network,
    today: date,
    person: str | None = None,
    most: int = 50,
    matching: Matching = MATCHING,
) -> pl.DataFrame:
    """Whom to introduce to whom: a row a pair, each pair once, the best first.

    Never two who know each other, by a tie or an exchange; nobody to be left alone, or who does not know you;
    and no two whom you introduced before, or chose not to.

    Columns:
        a, a_name, b, b_name: the two, in the order of `people`; a is `person` if one is named.
        fit, hole, yours, score: 0 to 1, see the module. score is the product of the others.
        why_a: what b has for a, in a sentence; why_b: what a has for b.
        topics: what it is about, at most four.

    Raises `UnknownPersonError` if `person` is nobody's id.
    """
    if person is not None:
        network.person(person)
    found = best_pairs(network, today, person, most, matching)
    people = found.people.rows_by_key("place", named=True, unique=True, include_key=True)
    facts = found.facts.rows_by_key(["for", "from"], named=True)
    words = thesaurus_of(network)
    rows = []
    for pair in found.ranked.iter_rows(named=True):
        a, b = people[pair["a"]], people[pair["b"]]
        for_a, for_b = facts[pair["a"], pair["b"]], facts[pair["b"], pair["a"]]
        named = {"a": a["id"], "a_name": name_of(a), "b": b["id"], "b_name": name_of(b)}
        told = {"why_a": why(a, b, for_a, words), "why_b": why(b, a, for_b, words)}
        rows.append({**pair, **named, **told, "topics": _topics([*for_a, *for_b], words)})
    return pl.DataFrame(rows, schema=_INTRODUCTION, orient="row")


def _topics(facts: Iterable[dict[str, Any]], words: Thesaurus) -> list[str]:
    """What facts are about, the strongest first."""
    strongest = sorted(facts, key=lambda fact: -fact["value"])
    named = {fact["key"]: words.names.get(fact["key"]) or fact["topic"] for fact in strongest}
    return [in_sentence(topic, words) for topic in named.values() if topic][:_MOST_TOPICS]


def introduction_offers(
    network: Network, today: date, person: str, most: int = 5, matching: Matching = MATCHING
) -> pl.DataFrame:
    """The best introductions for one person as offers, in rows as `offers.suggest_offers` gives them.

    Columns: person, name, kind ("introduction"), asset (null), title, fit (the score of the introduction), why.
    Raises `UnknownPersonError` if `person` is nobody's id.
    """
    best = suggest_introductions(network, today, person, most, matching)
    return best.select(
        person="a",
        name="a_name",
        kind=pl.lit("introduction"),
        asset=pl.lit(None, pl.String),
        title=pl.lit("An introduction to ") + pl.col("b_name"),
        fit="score",
        why="why_a",
    )


@dataclass(frozen=True)
class Triad:
    """You and two people, as a little picture shows them."""

    nodes: pl.DataFrame
    """id, label (the name), detail (what they do and where), x, y. In the order me, a, b."""
    edges: pl.DataFrame
    """a, b, label (the circle, or how they know each other; null if unknown), known, x, y, x2, y2. Of each two."""


_CORNERS = ((0.5, math.sqrt(3) / 2), (0.0, 0.0), (1.0, 0.0))
"""A triangle with sides of 1, y upwards, you at the top."""


def triad(network: Network, today: date, a: str, b: str) -> Triad:
    """You, `a` and `b` at the corners of a triangle whose sides are 1 long, and what is between each two.

    Raises `UnknownPersonError` if one of them is nobody's id.
    """
    people = [network.person(id) for id in (ME, a, b)]
    places = dict(zip((ME, a, b), _CORNERS, strict=True))
    nodes = [(p["id"], name_of(p), who_in_words(p), *places[p["id"]]) for p in people]
    two = pl.col("a").is_in([a, b]) & pl.col("b").is_in([a, b])
    known = bool(acquainted(network, today).filter(two).height)
    how = network.ties.filter(two)["how"]
    edges = [
        (ME, a, people[1]["circle"], True),
        (ME, b, people[2]["circle"], True),
        (a, b, how[0] if len(how) else None, known),
    ]
    place = {"id": pl.String, "label": pl.String, "detail": pl.String, "x": pl.Float64, "y": pl.Float64}
    ends = {"a": pl.String, "b": pl.String, "label": pl.String, "known": pl.Boolean}
    ends |= dict.fromkeys(("x", "y", "x2", "y2"), pl.Float64)
    return Triad(
        pl.DataFrame(nodes, schema=place, orient="row"),
        pl.DataFrame(
            [(*edge, *places[edge[0]], *places[edge[1]]) for edge in edges], schema=ends, orient="row"
        ),
    )
