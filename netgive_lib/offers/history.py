"""What came before: what was offered and brought to whom already, and what must not be offered to whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.network import fold
from netgive_lib.schema import ME
from netgive_lib.topics.interests import same_thing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from netgive_lib.network import Network

WHY_HELD = {
    "leave_alone": "You chose to leave {name} alone.",
    "past": "Its last day is past.",
    "made": "You have offered it to {name} already, or dropped the idea.",
    "brought": "You have brought {name} this already, or it came from them.",
    "theirs": "It is about {name}, or came from them.",
    "acquainted": "{name} and the person to be introduced know each other.",
}
"""Code -> why something must not be offered to someone; the first that holds is given."""
# A give tells its kind by one of these words.
_KIND_SAID = {
    "introduction": r"\bintroduc|\bput .* in touch\b",
    "invitation": r"\bticket|\binvit|\bseats?\b|\bguest list\b|\bspare pass",
    "taste": r"\bplaylist|\breading list|\blist of (?:films|books|titles|documentaries)",
    "recognition": r"\brecommend|\breference\b|\bnominat|\bcredits\b|\bendorse|\bkind word\b|\bthank-you\b",
}
_CAME_FROM = (
    r"(?:\b(?:from|by|via|thanks to)\s+{0}\b"
    r"|\b{0}\s+(?:showed|told|gave|sent|lent|taught|passed|found|made)\b)"
)
_BOTH = """
amber april art august autumn bill brook carol chance chase clay cliff dale dawn daisy dean drew eve faith forest frank
gene ginger glen grace grant guy heath holly hope hunter iris ivy jan jay joy june jun lance lily mar mark max may
melody mercy miles olive pat patience pearl penny pierce ray reed rich rob robin rose rosemary ruby rusty sage sandy
skip sky star storm sue summer sunny van violet wade ward will winter wren
"""
_ALSO_WORDS = frozenset(_BOTH.split())
"""First names that are words as well: in a text they are names only with the capital and in the place of one."""
_MONTHS = frozenset({"april", "august", "jan", "june", "jun", "mar", "may"})


def held_back(network: Network, today: date, least: float) -> pl.DataFrame:
    """What must not be offered to whom: person, asset, held (a code of `WHY_HELD`); a row a pair.

    `least`: see `netgive_lib.topics.interests.same_thing`.
    """
    assets, others = network.assets, network.others
    ids = others.select(person="id")
    alone = others.filter("leave_alone").select(person="id")
    past = assets.filter(pl.col("good_until") < today).select(asset="id")
    closed = network.offers.filter(pl.col("status").is_in(["given", "dropped"]))
    made = [
        closed.select("person", "asset").drop_nulls(),
        same_thing(closed.select("person", "text").drop_nulls(), assets, least),
    ]
    pairs = {
        "leave_alone": alone.join(assets.select(asset="id"), how="cross"),
        "past": ids.join(past, how="cross"),
        "made": pl.concat(made),
        "brought": same_thing(_brought(network, today), assets, least),
        **{code: found.select("person", "asset") for code, found in _named(network).items()},
    }
    frames = [frame.with_columns(held=pl.lit(code)) for code, frame in pairs.items()]
    return pl.concat(frames).unique(["person", "asset"], keep="first", maintain_order=True)


def _brought(network: Network, today: date) -> pl.DataFrame:
    """What was given between me and each person, in words: person, text."""
    mine = (pl.col("actor") == ME) | (pl.col("other") == ME)
    gives = network.exchanges.filter((pl.col("kind") == "give") & mine & (pl.col("date") <= today))
    person = pl.when(pl.col("actor") == ME).then("other").otherwise("actor")
    return gives.select(person=person, text="what").drop_nulls().unique(maintain_order=True)


def _named(network: Network) -> dict[str, pl.DataFrame]:
    """Pairs that the words of an asset rule out: of who it is about or from, and of who knows them already."""
    calls = _calls(network)
    columns = network.assets.select("id", "kind", "title", "note").iter_rows()
    rows = [(person, id, kind) for id, kind, *texts in columns for person in _people_in(calls, *texts)]
    theirs = pl.DataFrame(rows, schema=dict.fromkeys(("person", "asset", "kind"), pl.String), orient="row")
    ties = pl.concat([network.ties.select("a", "b"), network.ties.select(a="b", b="a")])
    acquainted = theirs.filter(pl.col("kind") == "introduction").join(ties, left_on="person", right_on="a")
    return {"theirs": theirs, "acquainted": acquainted.select("asset", person="b")}


def _wordings(network: Network) -> Iterator[tuple[str, str, str, str]]:
    for id, kind, title, note in network.assets.select("id", "kind", "title", "note").iter_rows():
        yield id, kind, fold(title), fold(note or "")


def _calls(network: Network) -> dict[str, str]:
    """What one person alone is called, folded: their whole name, and their first name if nobody shares it."""
    whole: dict[str, list[str]] = {}
    first: dict[str, list[str]] = {}
    for id, name, given in network.others.select("id", "name", "given_name").iter_rows():
        folded = fold(name or "")
        whole.setdefault(folded, []).append(id)
        first.setdefault(fold(given or "") or folded.split(" ")[0], []).append(id)
    alone = {call: ids[0] for call, ids in (first | whole).items() if len(ids) == 1 and len(call) > 2}
    return {call: id for call, id in alone.items() if call in whole or len(first[call]) == 1}


def _people_in(calls: dict[str, str], title: str, note: str | None) -> list[str]:
    """Who is named in a title, or named in a note as the one that it came from."""
    found = {calls[call] for call in _phrases(fold(title)) if call in calls and _is_name(call, title)}
    plain = fold(note or "")
    for call in _phrases(plain):
        came_from = call in calls and re.search(_CAME_FROM.format(re.escape(call)), plain)
        if came_from and _is_name(call, note or ""):
            found.add(calls[call])
    return sorted(found)


def _is_name(call: str, text: str) -> bool:
    """Whether a call that stands in a text means a person there: "in May" is a month, "May's talk" is not.

    >>> [_is_name("mark", text) for text in ("Mark up a draft", "to mark time", "Lunch with Mark", "Mark's notes")]
    [False, False, True, True]
    """
    if call not in _ALSO_WORDS:
        return True
    name = call.capitalize()
    before = (
        "to|with|via|about|and|thanks to"
        if call in _MONTHS
        else "to|with|via|about|and|thanks to|by|from|for|of"
    )
    as_one = rf"(?i:\b(?:{before})\s+){name}\b(?!\s+\d)|\b{name}(?:['’]s\b|\s+(?:showed|told|gave|sent|lent|taught)\b)"
    return re.search(as_one, text) is not None


def _phrases(text: str) -> set[str]:
    """Every run of up to four words, without the marks around it."""
    words = re.findall(r"[\w'’-]+", re.sub(r"['’]s\b", "", text))
    return {" ".join(words[i : i + size]) for size in range(1, 5) for i in range(len(words) - size + 1)}


def last_of_kind(network: Network, today: date) -> pl.DataFrame:
    """When I last brought someone a thing of each kind: person, kind, last_of_kind.

    From offers marked given, by the day of the give that has their words, else the day on which they were
    noted; and from gives whose words tell their kind.
    """
    gives = network.exchanges.filter(
        (pl.col("kind") == "give") & (pl.col("actor") == ME) & (pl.col("date") <= today)
    )
    told = gives.group_by(person="other", text="what").agg(pl.col("date").max())
    kinds = network.assets.select(asset="id", of_asset="kind")
    given = network.offers.filter((pl.col("status") == "given") & (pl.col("created") <= today))
    offered = (
        given.join(kinds, on="asset", how="left")
        .join(told, on=["person", "text"], how="left")
        .select("person", kind=pl.coalesce("kind", "of_asset"), day=pl.coalesce("date", "created"))
    )
    said = [
        gives.filter(pl.col("what").str.contains(f"(?i){pattern}")).select(
            person="other", kind=pl.lit(kind), day="date"
        )
        for kind, pattern in _KIND_SAID.items()
    ]
    days = pl.concat([offered.drop_nulls(), *said])
    return days.group_by("person", "kind").agg(last_of_kind=pl.col("day").max())


def named_cities(network: Network) -> pl.DataFrame:
    """Where each invitation is: asset, place. A city of someone's that its words name, else my own."""
    mine = network.person(ME)["city"]
    cities = [
        (city, re.compile(rf"\b{re.escape(fold(city))}\b"))
        for city in network.people["city"].drop_nulls().unique().sort()
        if fold(city)
    ]
    rows = []
    for id, kind, title, note in _wordings(network):
        if kind == "invitation":
            named = [city for city, said in cities if said.search(title) or said.search(note)]
            rows.append((id, named[0] if named else mine))
    return pl.DataFrame(rows, schema={"asset": pl.String, "place": pl.String}, orient="row")
