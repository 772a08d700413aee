"""Which two people could be introduced: their score, and the facts that it comes from.

People are numbered by their place in `people` here: whole numbers are joined far faster than ids.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.introductions.facts import GUIDING, employer, haves, wants
from netgive_lib.introductions.history import acquainted, introduced
from netgive_lib.ties import ties
from netgive_lib.topics import thesaurus_of

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.introductions.facts import Matching
    from netgive_lib.network import Network

_AT_FIRST = 2000
"""So many pairs are looked at first for contacts in common; more if the best may be among the rest."""
_WAY = ["for", "from"]


@dataclass(frozen=True)
class Pairs:
    """The pairs that could be introduced, and why."""

    people: pl.DataFrame
    """Those who are in them, see `within_reach`."""
    ranked: pl.DataFrame
    """a, b (places), fit, hole, yours, score: the best first."""
    facts: pl.DataFrame
    """Their facts in both directions, see `facts`."""


def best_pairs(network: Network, today: date, person: str | None, most: int, matching: Matching) -> Pairs:
    """The `most` best pairs of people who have not met; with `person` as a, if one is named."""
    people = within_reach(network, today, matching)
    want, have = _topics_of(network, people, today, matching)
    met = _placed(acquainted(network, today), people)
    known = pl.concat([met, _placed(introduced(network, today), people)])
    one = None if person is None else people.filter(pl.col("id") == person)["place"]
    pairs = _candidates(want, have, one, matching).join(known, on=["a", "b"], how="anti")
    found = facts(pairs, want, have, people, matching)
    ranked = _best(_weighed(pairs, found, people, matching), met, most, matching)
    ends = pl.concat([ranked["a"], ranked["b"]]).implode()
    told = found.join(_both_ways(ranked), on=_WAY, how="semi", maintain_order="left")
    return Pairs(people.filter(pl.col("place").is_in(ends)), ranked, told)


def within_reach(network: Network, today: date, matching: Matching) -> pl.DataFrame:
    """Those whom it is yours to introduce: not left alone, and not said to be strangers to you.

    Columns: those of `people`, and place; yours, 0 to 1; employer; junior, guide, client: whether they are.
    """
    rings = dict(enumerate(matching.ring, 1))
    by_ring = pl.col("ring").replace_strict(rings, default=matching.unrated, return_dtype=pl.Float64)
    trust = pl.when(pl.col("trusts").eq_missing(other=False)).then(matching.no_trust).otherwise(1.0)
    alive = matching.cold + (1 - matching.cold) * pl.col("warmth").fill_null(0.0)
    roles = pl.col("roles").fill_null([])
    places = {place: employer(place) for place in network.others["organization"].unique()}
    return (
        network.others.with_row_index("place")
        .filter(~pl.col("leave_alone").fill_null(value=False), pl.col("knows").fill_null(value=True))
        .join(ties(network, today).select("id", "warmth"), on="id", maintain_order="left")
        .with_columns(
            yours=by_ring * trust * alive,
            employer=pl.col("organization").replace_strict(places, return_dtype=pl.String),
            junior=pl.col("seniority").eq_missing("junior"),
            guide=pl.col("seniority").eq_missing("senior")
            | (roles.list.set_intersection(list(GUIDING)).list.len() > 0),
            client=roles.list.contains("client"),
        )
    )


def facts(
    pairs: pl.DataFrame, want: pl.DataFrame, have: pl.DataFrame, people: pl.DataFrame, matching: Matching
) -> pl.DataFrame:
    """What each of a pair has for the other: a row for each topic and direction, the strongest first.

    Columns: for, from (places: who is served, and by whom); value, 0 to 1; key, topic, asked, near as in `wants`;
    how, words as in `haves`, and how is also "client": they are one, and care for what the other does.
    """
    own = have.filter(pl.col("how") == "does").select("place", "key", own=matching.own_trade)
    served = (
        _both_ways(pairs)
        .join(have, left_on="from", right_on="place")
        .join(want, left_on=["for", "key"], right_on=["place", "key"])
        .filter((pl.col("how") != "gave") | (pl.col("near") == 1))
        .join(own, left_on=["for", "key"], right_on=["place", "key"], how="left")
        .with_columns(
            value=pl.col("near") * pl.col("strength") * pl.col("rarity") * pl.col("own").fill_null(1.0)
        )
    )
    clients = people.filter("client").select("place")
    custom = (
        served.filter(pl.col("how") == "does", pl.col("near") == 1, pl.col("topic").is_not_null())
        .join(clients, left_on="for", right_on="place", how="semi")
        .join(clients, left_on="from", right_on="place", how="anti")
        .with_columns(how=pl.lit("client"), value=matching.client * pl.col("rarity"))
        .rename({"for": "from", "from": "for"})
    )
    columns = [*_WAY, "value", "key", "topic", "asked", "near", "how", "words"]
    # One topic of theirs counts once, however many things would serve it; and so does one thing.
    return (
        pl.concat([served.select(columns), custom.select(columns)])
        .sort([*_WAY, "value", "key", "topic", "asked"], descending=[False, False, True, False, False, False])
        .unique([*_WAY, "topic", "asked"], keep="first", maintain_order=True)
        .unique([*_WAY, "key"], keep="first", maintain_order=True)
    )


def _topics_of(
    network: Network, people: pl.DataFrame, today: date, matching: Matching
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """`wants` and `haves` by place, with yours; what is wanted also with the rarity of its topic.

    rarity = least + (1 - least) * ln((1 + N) / n) / ln((1 + N) / 2), where n of N people have to do with a topic:
    1 where only two have.
    """
    words = thesaurus_of(network)
    places = people.select("place", "yours", person="id")
    want = wants(network, people, today, words, matching).join(places, on="person").drop("person")
    have = haves(network, people, today, words, matching).join(places, on="person").drop("person")
    exact = want.filter(pl.col("near") == 1, pl.col("topic").is_not_null())
    named = pl.concat([exact.select("place", "key"), have.select("place", "key")]).unique()
    everyone = 1 + max(2, named["place"].n_unique())
    share = ((everyone / pl.len()).log() / math.log(everyone / 2)).clip(0.0, 1.0)
    rarity = named.group_by("key").agg(rarity=matching.least_rarity + (1 - matching.least_rarity) * share)
    return want.join(rarity, on="key"), have


def _candidates(
    want: pl.DataFrame, have: pl.DataFrame, one: pl.Series | None, matching: Matching
) -> pl.DataFrame:
    """a, b: pairs of whom one has something for the other, each once.

    Of a topic that many share, only those are tried whom it is most of all yours to introduce: a few common
    topics would else make pairs by the million.
    """
    if one is None:
        most = matching.most_a_topic
        sides = [(_foremost(want, "near", most), _foremost(have, "strength", most))]
    else:
        theirs = pl.col("place").is_in(one.implode())
        sides = [(want.filter(theirs), have), (want, have.filter(theirs))]
    served = pl.concat(
        some_want.join(some_have, on="key", suffix="_from") for some_want, some_have in sides
    ).filter(pl.col("place") != pl.col("place_from"))
    low, high = pl.min_horizontal("place", "place_from"), pl.max_horizontal("place", "place_from")
    turned = pl.lit(value=False) if one is None else high.is_in(one.implode())
    likely = pl.col("near") * pl.col("strength") * pl.col("rarity") * pl.col("yours") * pl.col("yours_from")
    return (
        served.group_by(
            a=pl.when(turned).then(high).otherwise(low), b=pl.when(turned).then(low).otherwise(high)
        )
        .agg(likely=likely.max())
        .sort("likely", "a", "b", descending=[True, False, False])
        .head(matching.most_pairs)
        .select("a", "b")
    )


def _foremost(rows: pl.DataFrame, weight: str, most: int) -> pl.DataFrame:
    """Of each topic the `most` rows that weigh most."""
    return (
        rows.sort(pl.col(weight) * pl.col("yours"), "place", descending=[True, False])
        .group_by("key", maintain_order=True)
        .head(most)
    )


def _weighed(
    pairs: pl.DataFrame, found: pl.DataFrame, people: pl.DataFrame, matching: Matching
) -> pl.DataFrame:
    """a, b, fit, apart (the hole, contacts in common aside), yours: of pairs where both have something."""
    about = people.select("place", "yours", "circle", "employer", "junior", "guide")
    sides = found.group_by(_WAY).agg(missed=(1 - pl.col("value")).product())
    both = (
        pairs.join(sides, left_on=["a", "b"], right_on=_WAY)
        .join(sides, left_on=["b", "a"], right_on=_WAY, suffix="_b")
        .join(about, left_on="a", right_on="place")
        .join(about, left_on="b", right_on="place", suffix="_b")
    )
    to_a = _served("missed", pl.col("junior"), pl.col("guide_b") & ~pl.col("junior_b"), matching)
    to_b = _served("missed_b", pl.col("junior_b"), pl.col("guide") & ~pl.col("junior"), matching)
    same_circle = (
        pl.when(pl.col("circle").is_null() | pl.col("circle_b").is_null())
        .then(matching.unknown_circle)
        .when(pl.col("circle") == pl.col("circle_b"))
        .then(matching.same_circle)
        .otherwise(1.0)
    )
    colleagues = (pl.col("employer") == pl.col("employer_b")).fill_null(value=False)
    return both.select(
        "a",
        "b",
        fit=(to_a * to_b).sqrt(),
        apart=same_circle * pl.when(colleagues).then(matching.same_employer).otherwise(1.0),
        yours=(pl.col("yours") * pl.col("yours_b")).sqrt(),
    )


def _served(missed: str, junior: pl.Expr, guide: pl.Expr, matching: Matching) -> pl.Expr:
    """How far one is served by the other, 0 to 1; some more where someone junior meets someone who can guide."""
    guided = pl.when(junior & guide).then(1 - matching.guidance).otherwise(1.0)
    return 1 - pl.col(missed) * guided


def _best(weighed: pl.DataFrame, met: pl.DataFrame, most: int, matching: Matching) -> pl.DataFrame:
    """a, b, fit, hole, yours, score: the `most` best.

    Contacts in common only ever make a score smaller: they are looked up for the first pairs, and for more of
    them until no pair that is left could come before the last that is given.
    """
    ranked = weighed.with_columns(at_best=pl.col("fit") * pl.col("apart") * pl.col("yours")).sort(
        "at_best", "a", "b", descending=[True, False, False]
    )
    size = max(_AT_FIRST, most)
    while True:
        best = _with_holes(ranked.head(size), met, matching).head(most)
        rest = ranked["at_best"].slice(size, 1)
        if not len(rest) or (best.height == most and (most == 0 or best["score"][-1] >= rest[0])):
            return best
        size *= 4


def _with_holes(pairs: pl.DataFrame, met: pl.DataFrame, matching: Matching) -> pl.DataFrame:
    """The pairs with their hole and score, the best first."""
    common = (
        pairs.select("a", "b")
        .join(met.rename({"b": "contact"}), on="a")
        .join(met.select(b="a", contact="b"), on=["b", "contact"], how="semi")
        .group_by("a", "b")
        .agg(common=pl.len())
    )
    halving = matching.halving_contacts
    hole = pl.col("apart") * halving / (halving + pl.col("common").fill_null(0))
    return (
        pairs.join(common, on=["a", "b"], how="left")
        .with_columns(hole=hole)
        .with_columns(score=pl.col("fit") * pl.col("hole") * pl.col("yours"))
        # Beyond the ninth digit a score is noise of the sums, which must not decide an order.
        .sort(pl.col("score").round(9), "a", "b", descending=[True, False, False])
        .select("a", "b", "fit", "hole", "yours", "score")
    )


def _placed(pairs: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """a, b: places in the place of ids."""
    places = people.select("place", "id")
    return (
        pairs.join(places, left_on="a", right_on="id")
        .join(places, left_on="b", right_on="id", suffix="_b")
        .select(a="place", b="place_b")
    )


def _both_ways(pairs: pl.DataFrame) -> pl.DataFrame:
    """for, from: each pair in both directions."""
    there, back = {"a": "for", "b": "from"}, {"b": "for", "a": "from"}
    return pl.concat([pairs.select("a", "b").rename(there), pairs.select("b", "a").rename(back)])
