"""How well each thing that you could bring fits each person: the parts of the score, and the score.

    fit = connection × kind × freshness × novelty

- connection = 1 − (1 − topic) (1 − `asked_counts` · asked). Without any, there is no offer.
- topic = 1 − Π (1 − `one_topic` · strength) over the topics that connect the two. The strength of one is
  where it stands (their own topics 1, less for job title, note and circle), times 1 for the same topic or
  `topics.CLOSE` for a neighbouring one, times its rarity.
- rarity = `least_rarity` + (1 − `least_rarity`) · ln((1 + N) / (1 + n)) / ln((1 + N) / 2), where N people have
  topics and n of them this one: the smoothed inverse document frequency (Spärck Jones, J. Documentation
  28:11–21, 1972), scaled so that a topic that one person has counts 1.
- asked = the best match of an ask, halved every `ask_half_life` days, and times `answered_counts` once it was
  answered.
- kind = `least_kind` + (1 − `least_kind`) · kind_fit.
- freshness: `evergreen` without a last day; else rising to 1 on the last day; none after it.
- novelty = 1 − `tired` · 2^(−days / `rest`) since you last brought that kind of thing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.offers.history import held_back, last_of_kind, named_cities
from netgive_lib.topics import how_many_care, thesaurus_of
from netgive_lib.topics import interests as facts

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network
    from netgive_lib.topics import Thesaurus


@dataclass(frozen=True)
class Weights:
    """The parameters of the score of an offer, in one place. All are ours, and all can be changed."""

    topics: float = 1.0
    """How much a topic counts that stands among a person's topics."""
    title: float = 0.6
    """The same for one that follows from their job title."""
    note: float = 0.6
    """The same for one that your note on them names."""
    circle: float = 0.4
    """The same for one that is where you know them from."""
    one_topic: float = 0.8
    """The connection that the rarest shared topic makes alone."""
    least_rarity: float = 0.25
    """How much a topic still counts that everyone cares about."""
    asked_counts: float = 0.8
    """The connection that a fresh, open ask makes alone."""
    ask_half_life: float = 730.0
    """Days after which an ask counts half as much."""
    answered_counts: float = 0.5
    """How much an ask counts once you have given them something for it."""
    least_kind: float = 0.5
    """How much a connection counts when the kind does not fit at all."""
    evergreen: float = 0.8
    """The freshness of a thing without a last day, and of one whose last day is far off."""
    urgency: float = 30.0
    """Days before the last day at which half of the urgency is there."""
    tired: float = 0.5
    """How much of the novelty is gone on the day on which you brought that kind of thing."""
    rest: float = 90.0
    """Days after which half of it is back."""
    same_thing: float = 0.75
    """The share of the telling words of a text that makes it the same thing as a title."""

    def rarity(self, people: int, caring: int) -> float:
        """How much a topic counts that `caring` of `people` care about: `least_rarity` to 1."""
        if people < 2 or caring < 2:
            return 1.0
        share = math.log((1 + people) / (1 + caring)) / math.log((1 + people) / 2)
        return self.least_rarity + (1 - self.least_rarity) * max(0.0, share)


WEIGHTS = Weights()

FIT_OF_KIND: dict[str, tuple[float, float, float, float]] = {
    "news": (0.6, 0.7, 0.6, 0.6),
    "talk": (0.5, 0.7, 0.6, 0.6),
    "taste": (0.6, 0.6, 0.5, 0.6),
    "invitation": (0.6, 0.6, 0.6, 0.6),
    "introduction": (0.8, 0.7, 0.6, 0.7),
    "skill": (0.6, 0.6, 0.4, 0.6),
    "latest": (0.4, 0.6, 1.0, 0.6),
    "story": (0.6, 0.6, 0.5, 0.6),
    "recognition": (1.0, 0.6, 0.3, 0.6),
}
"""Kind -> how it fits someone junior, a peer, someone senior, and someone of whom that isn't said; ours."""
_DECIMALS = 12
BONUS = 0.2
"""What a circumstance adds to the fit of a kind, or takes from it; ours. See `kind_fit`."""


def connections(
    network: Network, words: Thesaurus, people: pl.DataFrame, weights: Weights = WEIGHTS
) -> pl.DataFrame:
    """What connects people with assets, apart from asks: a row for each topic of a person and asset.

    Columns: person, asset, via, words, about, share, rarity, strength; the strongest first within a pair.
    """
    topics = facts.asset_topics(network.assets, words)
    known = facts.interests(people, words)
    found = facts.matches(known["term"], topics, words)
    total, caring = how_many_care(network, words)
    rare = pl.DataFrame(
        [(key, weights.rarity(total, caring[key])) for key in found["key"].unique(maintain_order=True)],
        schema={"key": pl.String, "rarity": pl.Float64},
        orient="row",
    )
    where = {via: getattr(weights, via) for via in ("topics", "title", "note", "circle")}
    return (
        known.join(found, on="term", maintain_order="left")
        # That you know someone from climbing says nothing of what is merely close to it; nor does a note.
        .filter((pl.col("share") == 1) | pl.col("via").is_in(["topics", "title"]))
        .join(rare, on="key", maintain_order="left")
        .with_columns(where=pl.col("via").replace_strict(where, return_dtype=pl.Float64))
        .with_columns(strength=pl.col("where") * pl.col("share") * pl.col("rarity"))
        .sort("strength", "share", descending=True, maintain_order=True)
        .unique(["person", "asset", "key"], keep="first", maintain_order=True)
        .select("person", "asset", "via", "words", "about", "share", "rarity", "strength")
    )


def asks(
    network: Network, words: Thesaurus, people: pl.DataFrame, today: date, weights: Weights = WEIGHTS
) -> pl.DataFrame:
    """The best ask of each person for each asset: person, asset, asked (0 to 1), ask (its words), asked_on."""
    made = facts.asks_of_me(network, today).join(people.select(person="id"), on="person", how="semi")
    topics = facts.asset_topics(network.assets, words)
    age = (pl.lit(today) - pl.col("date")).dt.total_days()
    counts = pl.when("answered").then(weights.answered_counts).otherwise(1.0)
    return (
        made.join(facts.asked_for(made["words"], network.assets, topics, words), on="words")
        .with_columns(asked=pl.col("match") * counts * 2.0 ** (-age / weights.ask_half_life))
        .sort("asked", "date", "words", descending=[True, True, False])
        .unique(["person", "asset"], keep="first", maintain_order=True)
        .select("person", "asset", "asked", ask="words", asked_on="date")
    )


def kind_fit() -> pl.Expr:
    """How an asset's kind fits a person, 0 to 1: `FIT_OF_KIND`, and `BONUS` more or less where it is so said.

    More: an invitation, taste or story for rings 1 to 3; news and talk for a peer or client by role; taste for
    who names the very topic; a skill, twice, for who asked for such. Less: an invitation for ring 5, and for
    who lives in another city than where it is.
    """
    column = pl.col("seniority").replace_strict(
        {"junior": 0, "peer": 1, "senior": 2}, default=3, return_dtype=pl.Int64
    )
    base = pl.coalesce(
        *(
            pl.when((pl.col("kind") == kind) & (column == at)).then(fit)
            for kind, fits in FIT_OF_KIND.items()
            for at, fit in enumerate(fits)
        )
    )
    kind = pl.col("kind")
    roles = pl.col("roles").list.eval(pl.element().str.to_lowercase())
    work = pl.any_horizontal(roles.list.contains(role) for role in ("peer", "client"))
    so = [
        (kind.is_in(["invitation", "taste", "story"]) & (pl.col("ring") <= 3), 1),
        (kind.is_in(["news", "talk"]) & work, 1),
        ((kind == "taste") & pl.col("very_topic"), 1),
        ((kind == "skill") & (pl.col("asked") > 0), 2),
        ((kind == "invitation") & (pl.col("ring") == 5), -1),
        ((kind == "invitation") & pl.col("elsewhere"), -1),
    ]
    added = pl.sum_horizontal(pl.when(said).then(BONUS * times).otherwise(0.0) for said, times in so)
    return (base + added).clip(0.0, 1.0)


def scores(
    network: Network, today: date, person: str | None = None, weights: Weights = WEIGHTS
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Every pair of a person and an asset that something connects, and the `connections` they come from.

    Columns of the first: person, asset, kind, topic, asked, kind_fit, freshness, novelty, fit (each 0 to 1), ask,
    asked_on, last_of_kind, and held (why it must not be offered: a code of `netgive_lib.offers.history.WHY_HELD`, or
    null).
    """
    people = network.others if person is None else network.others.filter(pl.col("id") == person)
    words = thesaurus_of(network)
    linked = connections(network, words, people, weights)
    topic = linked.group_by("person", "asset", maintain_order=True).agg(
        topic=1 - (1 - weights.one_topic * pl.col("strength")).product(),
        very_topic=((pl.col("via") == "topics") & (pl.col("share") == 1)).any(),
    )
    asked = asks(network, words, people, today, weights)
    pairs = topic.join(asked, on=["person", "asset"], how="full", coalesce=True)
    return _with_parts(pairs, network, people, today, weights), linked


def _with_parts(
    pairs: pl.DataFrame, network: Network, people: pl.DataFrame, today: date, weights: Weights
) -> pl.DataFrame:
    """The pairs with the parts of the score that don't come from what connects them, and the score."""
    about = people.select("seniority", "ring", "roles", "city", person="id")
    assets = network.assets.select("kind", "good_until", asset="id")
    days = (pl.col("good_until") - pl.lit(today)).dt.total_days()
    rested = (pl.lit(today) - pl.col("last_of_kind")).dt.total_days().clip(0)
    far = weights.evergreen + (1 - weights.evergreen) * 2.0 ** (-days / weights.urgency)
    return (
        pairs.join(about, on="person")
        .join(assets, on="asset")
        .join(named_cities(network), on="asset", how="left")
        .join(last_of_kind(network, today), on=["person", "kind"], how="left")
        .join(held_back(network, today, weights.same_thing), on=["person", "asset"], how="left")
        .with_columns(
            pl.col("topic", "asked").fill_null(0.0),
            pl.col("very_topic").fill_null(value=False),
            elsewhere=(pl.col("city").str.to_lowercase() != pl.col("place").str.to_lowercase()).fill_null(
                value=False
            ),
            freshness=pl.when(days.is_null())
            .then(weights.evergreen)
            .when(days >= 0)
            .then(far)
            .otherwise(0.0),
            novelty=1 - (weights.tired * 2.0 ** (-rested / weights.rest)).fill_null(0.0),
        )
        .with_columns(kind_fit=kind_fit())
        .with_columns(fit=fit(weights))
        # Where a row stands in a frame decides which instruction computes it: the last bit would differ.
        .with_columns(pl.col("topic", "asked", "freshness", "novelty", "fit").round(_DECIMALS))
        .select(
            *("person", "asset", "kind", "topic", "asked", "kind_fit", "freshness", "novelty", "fit"),
            *("ask", "asked_on", "last_of_kind", "held"),
        )
    )


def fit(weights: Weights = WEIGHTS) -> pl.Expr:
    """The score from its parts: see the module."""
    connection = 1 - (1 - pl.col("topic")) * (1 - weights.asked_counts * pl.col("asked"))
    kind = weights.least_kind + (1 - weights.least_kind) * pl.col("kind_fit")
    return (connection * kind * pl.col("freshness") * pl.col("novelty")).clip(0.0, 1.0)
