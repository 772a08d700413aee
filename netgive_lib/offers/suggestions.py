"""What you could bring, to whom, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.describe import day_in_words, name_of
from netgive_lib.mattering import most_worth
from netgive_lib.offers.history import WHY_HELD
from netgive_lib.offers.scoring import WEIGHTS, Weights, scores
from netgive_lib.offers.words import Facts, called, cares_about, does, when, why, you_have
from netgive_lib.schema import ME
from netgive_lib.topics import Thesaurus, thesaurus_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from netgive_lib.network import Network

PARTS = ("topic", "kind_fit", "freshness", "novelty", "asked")
_SUGGESTION = {
    **dict.fromkeys(("person", "name", "kind", "asset", "title"), pl.String),
    "fit": pl.Float64,
    "why": pl.String,
    **dict.fromkeys(PARTS, pl.Float64),
}


def suggest_offers(
    network: Network, today: date, person: str | None = None, weights: Weights = WEIGHTS
) -> pl.DataFrame:
    """What is worth bringing to whom: a row a person and asset, people in their order, the best first for each.

    Something has to connect the two; the score is that of `netgive_lib.offers.scoring`. Nothing is suggested that
    is past its last day, was offered or brought to them before, or came from them; nor anything for people who
    are to be left alone. Of two that fit equally well the one that ends sooner comes first.

    Columns: person, name, kind, asset (its id), title, fit (0 to 1), why (one sentence), and the parts of the
    score, each 0 to 1: topic, kind_fit, freshness, novelty, asked.

    Raises `UnknownPersonError` if `person` is nobody's id.
    """
    if person is not None:
        network.person(person)
    scored, links = scores(network, today, person, weights)
    order = network.people.select(person="id").with_row_index("place")
    titles = network.assets.select("title", "good_until", asset="id")
    rows = (
        scored.filter(pl.col("held").is_null() & (pl.col("fit") > 0))
        .join(order, on="person")
        .join(titles, on="asset")
        .sort(
            ["place", "fit", "good_until", "title", "asset"],
            descending=[False, True, False, False, False],
            nulls_last=True,
        )
    )
    people = network.others.rows_by_key("id", named=True, unique=True, include_key=True)
    named = pl.DataFrame(
        [(id, name_of(row)) for id, row in people.items()],
        {"person": pl.String, "name": pl.String},
        orient="row",
    )
    reasons = _reasons(network, rows, links, people, today)
    whole = rows.with_columns(why=pl.Series(reasons, dtype=pl.String)).join(
        named, on="person", maintain_order="left"
    )
    return whole.select(_SUGGESTION.keys())


def _reasons(
    network: Network,
    rows: pl.DataFrame,
    links: pl.DataFrame,
    people: Mapping[Any, dict[str, Any]],
    today: date,
) -> list[str]:
    """The sentence for each row."""
    words = thesaurus_of(network)
    linked = links.join(rows, on=["person", "asset"], how="semi", maintain_order="left")
    of_pair = linked.rows_by_key(["person", "asset"], named=True)
    have = {asset["id"]: you_have(asset) for asset in network.assets.iter_rows(named=True)}
    last = _last_given(network, today)
    found = []
    for row in rows.select("person", "asset", "kind", "ask", "asked_on").iter_rows(named=True):
        facts = _facts(people[row["person"]], of_pair.get((row["person"], row["asset"]), []), row, last)
        found.append(why(facts, row["kind"], have[row["asset"]], today, words))
    return found


def _facts(
    person: Mapping[str, Any],
    links: list[dict[str, Any]],
    row: Mapping[str, Any],
    last: Mapping[Any, tuple[date | None, date | None]],
) -> Facts:
    gave, got = last.get(person["id"], (None, None))
    return Facts(called(person), person["seniority"], links, row["ask"], row["asked_on"], gave, got)


def _last_given(network: Network, today: date) -> dict[str, tuple[date | None, date | None]]:
    """When I last gave each person something, and they me."""
    mine = pl.col("actor") == ME
    gives = network.exchanges.filter(
        (pl.col("kind") == "give") & (pl.col("date") <= today) & (mine | (pl.col("other") == ME))
    )
    days = gives.group_by(person=pl.when(mine).then("other").otherwise("actor")).agg(
        pl.col("date").filter(mine).max().alias("gave"), pl.col("date").filter(~mine).max().alias("got")
    )
    return {person: (gave, got) for person, gave, got in days.select("person", "gave", "got").iter_rows()}


@dataclass(frozen=True)
class Part:
    """One part of a score."""

    name: str
    value: float
    """0 to 1."""
    sentence: str


@dataclass(frozen=True)
class Score:
    """How well one asset fits one person, taken apart."""

    person: str
    asset: str
    fit: float
    """0 to 1; 0 where nothing connects them, or it must not be offered."""
    parts: tuple[Part, ...]
    """In the order of `PARTS`; none where nothing connects them."""
    why: str
    """Why it fits; or why it is no offer."""
    is_offer: bool
    """Whether `suggest_offers` suggests it."""


def score(network: Network, today: date, person: str, asset: str, weights: Weights = WEIGHTS) -> Score:
    """The score of one asset for one person, part by part.

    Raises `UnknownPersonError` or `LookupError` if there is no such person or asset.
    """
    someone = network.person(person)
    rows = network.assets.filter(pl.col("id") == asset)
    if not rows.height:
        raise LookupError(f"Nothing that you could bring has the id {asset!r}.")
    thing, name = rows.row(0, named=True), called(someone)
    scored, links = scores(network, today, person, weights)
    found = scored.filter(pl.col("asset") == asset)
    if not found.height:
        return Score(
            person, asset, 0.0, (), f"Nothing that is noted connects {name} with it.", is_offer=False
        )
    row = found.row(0, named=True)
    of_pair = links.filter(pl.col("asset") == asset).to_dicts()
    parts = _parts(row, of_pair, someone, thing, today, thesaurus_of(network))
    if row["held"]:
        return Score(person, asset, 0.0, parts, WHY_HELD[row["held"]].format(name=name), is_offer=False)
    facts = _facts(someone, of_pair, row, _last_given(network, today))
    reason = why(facts, thing["kind"], you_have(thing), today, thesaurus_of(network))
    return Score(person, asset, row["fit"], parts, reason, is_offer=row["fit"] > 0)


def _parts(
    row: Mapping[str, Any],
    links: list[dict[str, Any]],
    person: Mapping[str, Any],
    asset: Mapping[str, Any],
    today: date,
    words: Thesaurus,
) -> tuple[Part, ...]:
    name, last = called(person), asset["good_until"]
    seniority = f"{name} is {_SENIORITY[person['seniority']]}"
    fresh = "It has no last day, and can wait." if last is None else f"It is good until {day_in_words(last)}."
    if row["freshness"] == 0:
        fresh = f"Its last day, {day_in_words(last)}, is past."
    if row["last_of_kind"]:
        new = f"You brought {name} something of this kind {when(row['last_of_kind'], today)}."
    else:
        new = f"You have brought {name} nothing of this kind, as far as is noted."
    asked = f"{name} has asked you for nothing like it."
    if row["ask"]:
        asked = f"{name} asked you for it {when(row['asked_on'], today)}: “{row['ask'].strip()}”."
    said = {
        "topic": _topic_sentence(links, name, words),
        "kind_fit": f"{seniority}; this is {_KIND[asset['kind']]}.",
        "freshness": fresh,
        "novelty": new,
        "asked": asked,
    }
    return tuple(Part(part, row[part], said[part]) for part in PARTS)


_SENIORITY = {
    "junior": "junior to you",
    "peer": "a peer",
    "senior": "senior to you",
    None: "not yet said to be junior, a peer or senior",
}
_KIND = {
    "news": "news, which is welcome to most and more so to peers and clients",
    "talk": "talk of the trade, which is for peers and clients first",
    "taste": "a thing of taste, which is for who shares yours",
    "invitation": "an invitation, which is for people close to you and near the place",
    "introduction": "an introduction, which helps people who are starting out most",
    "skill": "a skill of yours, which is for who asked for it first",
    "latest": "the latest thing, which people senior to you hear about last",
    "story": "a story, which is for people close to you",
    "recognition": "recognition, which does most for someone junior",
}


def _topic_sentence(links: list[dict[str, Any]], name: str, words: Thesaurus) -> str:
    if not links:
        return f"No topic of {name}'s is one of its topics."
    best = links[0]
    rare = "few" if best["rarity"] > 2 / 3 else "some" if best["rarity"] > 1 / 3 else "many"
    said = {
        "topics": lambda: f"{name} cares about {cares_about(links[:1], words)}",
        "title": lambda: f"{name} {does(best, words)}",
        "circle": lambda: f"You know {name} from “{best['words']}”",
        "note": lambda: f"Your note on {name} says “{best['words'].rstrip('.')}”",
    }[best["via"]]()
    return f"{said}; {rare} of the people whom you know share that topic."


def matrix(network: Network, today: date, most: int = 40, weights: Weights = WEIGHTS) -> pl.DataFrame:
    """People × assets, as a heat map wants it: a row for each pair of the `most` people who matter and an asset.

    Columns: person, name, asset, kind, title, fit (0 to 1; null where it is no offer), why (null likewise). Who
    matters most comes first (`netgive_lib.mattering`); assets keep their order.
    """
    people = most_worth(network, today).filter(~pl.col("leave_alone").fill_null(value=False)).head(most)
    named = pl.DataFrame(
        [(row["id"], name_of(row)) for row in people.iter_rows(named=True)],
        {"person": pl.String, "name": pl.String},
        orient="row",
    )
    offers = suggest_offers(network, today, weights=weights).select("person", "asset", "fit", "why")
    grid = named.join(network.assets.select("kind", "title", asset="id"), how="cross")
    whole = grid.join(offers, on=["person", "asset"], how="left", maintain_order="left")
    return whole.select("person", "name", "asset", "kind", "title", "fit", "why")
