"""What each person cares for, and what they could be to somebody else: the facts that introductions rest on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.network import fold
from netgive_lib.schema import ME
from netgive_lib.topics.spelling import phrase_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from netgive_lib.network import Network
    from netgive_lib.topics import Thesaurus

_NO_EMPLOYER = frozenset(
    {"freelance", "freelancer", "self-employed", "self employed", "independent", "retired", "student"}
    | {"unemployed", "none", "various", "n/a", "-"}
)

GUIDING = ("mentor", "adviser", "sponsor")
"""The roles of those who can show someone junior the way."""


@dataclass(frozen=True)
class Matching:
    """The parameters of introductions, in one place. All can be changed, and all are ours.

    For two people who have not met, the score is fit x hole x yours. That an introduction is worth most where
    nobody else could make it follows Burt (Structural Holes, 1992); the weights are our judgement.
    """

    works: float = 0.6
    """What it counts that someone works where a topic is at home. That they do it counts 1."""
    gave: float = 0.4
    """… that they gave you something of the kind."""
    cares: float = 0.5
    """… that they only care for the same."""
    own_trade: float = 0.6
    """What all of this counts, times, for someone who does the same: what is new comes from elsewhere (Burt,
    "Structural Holes and Good Ideas", American Journal of Sociology 110(2), 2004)."""
    client: float = 0.4
    """… that they are a client of yours and care for what the other does."""
    guidance: float = 0.3
    """What someone senior, a mentor, an adviser or a sponsor is, beside topics, to someone junior."""
    ask_half_life: float = 180.0
    """Days after which what someone asked you for counts half."""
    ask_forgotten: float = 0.2
    """An ask that counts less than this is passed over."""
    same_circle: float = 0.5
    """How much of a hole is left where both are in one circle: they may well have met."""
    unknown_circle: float = 0.75
    """… where the circle of one is not known."""
    same_employer: float = 0.3
    """… where both work at the same place."""
    halving_contacts: float = 2.0
    """So many contacts in common, you aside, halve the hole."""
    ring: tuple[float, float, float, float, float] = (1.0, 1.0, 0.9, 0.8, 0.5)
    """How far it is yours to introduce someone, for rings 1 to 5."""
    unrated: float = 0.4
    """… for someone in no ring."""
    no_trust: float = 0.6
    """… times this for someone who does not trust you."""
    cold: float = 0.8
    """… times this for a tie with no warmth left, rising to 1 with full warmth."""
    least_rarity: float = 0.25
    """How much a topic still counts that everyone has something to do with."""
    most_a_topic: int = 60
    """So many of those who want a topic, and of those who have it, are tried with each other."""
    most_pairs: int = 30_000
    """So many pairs are weighed, the likeliest first."""


MATCHING = Matching()


def employer(organization: str | None) -> str | None:
    """The organization, unless it only says that someone works for nobody.

    >>> employer("Freelance"), employer("Halfmoon Type")
    (None, 'Halfmoon Type')
    """
    plain = fold(organization or "")
    return None if not plain or plain in _NO_EMPLOYER or "(retired)" in plain else organization


def guiding_roles(person: Mapping[str, Any]) -> list[str]:
    """In what someone has guided you: "mentor", "adviser" or "sponsor"."""
    return [role for role in GUIDING if role in (person["roles"] or ())]


def wants(
    network: Network, people: pl.DataFrame, today: date, words: Thesaurus, matching: Matching
) -> pl.DataFrame:
    """What each of `people` cares for, or asked me for: a row for each topic that would serve.

    Columns: person; key of the topic; near: 1 for the topic itself, less for those close to it and for what was
    asked a while ago; topic: in their words, null for an ask; asked: what they asked for, null for a topic.
    """
    topics = _topics(people)
    around = _table(topics["words"], lambda topic: words.around(topic).items(), "near")
    named = _namer(topics["words"], words)
    asks = _to_me("ask", network, people, today).with_columns(
        near=2.0 ** (-pl.col("days") / matching.ask_half_life)
    )
    asks = asks.filter(pl.col("near") >= matching.ask_forgotten)
    in_asks = _table(asks["words"], lambda what: [(key, 1.0) for key in named(what)], "whole")
    return (
        pl.concat(
            [
                topics.join(around, on="words").select(
                    "person", "key", "near", topic="words", asked=pl.lit(None, pl.String)
                ),
                asks.join(in_asks, on="words").select(
                    "person", "key", "near", topic=pl.lit(None, pl.String), asked="words"
                ),
            ]
        )
        .sort("near", "topic", "asked", descending=[True, False, False])
        .unique(["person", "key", "topic", "asked"], keep="first", maintain_order=True)
    )


def haves(
    network: Network, people: pl.DataFrame, today: date, words: Thesaurus, matching: Matching
) -> pl.DataFrame:
    """What each of `people` has for someone who cares for a topic: a row for each topic, at its strongest.

    Columns: person; key of the topic; strength, 0 to 1; how: "does" (by their title), "works" (by where they work),
    "gave" (they gave me something of the kind) or "cares" (a topic of theirs); words: those that say so.
    """
    topics = _topics(people)
    named = _namer(topics["words"], words)
    titles = people.select(person="id", words="title").drop_nulls()
    places = people.select(
        person="id", words=pl.col("organization").map_elements(employer, pl.String)
    ).drop_nulls()
    found = [
        ("does", 1.0, titles, lambda title: [(key, 1.0) for key in _in_title(title, words, named)]),
        ("works", matching.works, places, lambda place: [(key, 1.0) for key in named(place)]),
        (
            "gave",
            matching.gave,
            _to_me("give", network, people, today),
            lambda what: [(k, 1.0) for k in named(what)],
        ),
        ("cares", matching.cares, topics, lambda topic: _kinds(topic, words)),
    ]
    return (
        pl.concat(
            who.join(_table(who["words"], keys, "near"), on="words").select(
                "person", "key", strength=weight * pl.col("near"), how=pl.lit(how), words="words"
            )
            for how, weight, who, keys in found
        )
        .sort("strength", "words", descending=[True, False])
        .unique(["person", "key"], keep="first", maintain_order=True)
    )


def _topics(people: pl.DataFrame) -> pl.DataFrame:
    """person, words: a row for each topic that someone cares about."""
    return people.select(person="id", words="topics").explode("words").drop_nulls()


def _table(texts: pl.Series, keys: Callable[[str], Iterable[tuple[str, float]]], value: str) -> pl.DataFrame:
    """words, key, and a number in the column `value`: what `keys` finds in each text, each text once."""
    rows = [(text, key, number) for text in texts.unique() for key, number in keys(text) if key]
    return pl.DataFrame(rows, schema={"words": pl.String, "key": pl.String, value: pl.Float64}, orient="row")


def _namer(topics: pl.Series, words: Thesaurus) -> Callable[[str], frozenset[str]]:
    """Which topics a text names: those of the thesaurus, and whatever else people care about here."""
    also = {phrase_form(topic): words.key(topic) for topic in topics.unique().sort()}
    return cache(lambda text: words.mentioned(text, also))


def _in_title(title: str, words: Thesaurus, named: Callable[[str], frozenset[str]]) -> frozenset[str]:
    """The keys of the topics that a job title is about."""
    return named(title) | {words.key(topic) for _, topic in words.topics_of_title(title)}


def _kinds(topic: str, words: Thesaurus) -> Iterator[tuple[str, float]]:
    """The key of a topic; for one that the thesaurus does not hold, also what it is a kind of."""
    key = words.key(topic)
    yield key, 1.0
    if key not in words.names:
        yield from ((other, near) for other, near in words.around(topic).items() if other != key)


def _to_me(kind: str, network: Network, people: pl.DataFrame, today: date) -> pl.DataFrame:
    """person, words, days: what people asked of me, or gave me, and how many days ago."""
    return network.exchanges.filter(
        pl.col("date") <= today,
        pl.col("kind") == kind,
        pl.col("other") == ME,
        pl.col("what").is_not_null(),
        pl.col("actor").is_in(people["id"].implode()),
    ).select(person="actor", words="what", days=(pl.lit(today) - pl.col("date")).dt.total_days())
