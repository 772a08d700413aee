"""Who has met already, as far as is noted: by a tie, by an exchange, or because you introduced them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.network import fold
from netgive_lib.schema import ME

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from netgive_lib.network import Network

_SAYS_SO = re.compile(r"\bintro(?:s|duc\w*)?\b|\b(?:put|brought|got)\b.*\b(?:touch|together)\b|\bconnected\b")
_MAY_SAY_SO = r"(?i)\bintro|touch|together|connected"
_WORD = re.compile(r"\w+")


def acquainted(network: Network, today: date) -> pl.DataFrame:
    """a, b: who has a tie or an exchange with whom up to `today`, in both directions and without me."""
    met = network.exchanges.filter(pl.col("date") <= today).select(a="actor", b="other")
    one_way = pl.concat([network.ties.select("a", "b"), met]).filter(pl.col("a") != ME, pl.col("b") != ME)
    return pl.concat([one_way, one_way.select(a="b", b="a")]).unique()


def introduced(network: Network, today: date) -> pl.DataFrame:
    """a, b: whom I introduced to whom, or chose not to, in both directions.

    That is a give of mine to one of them, or an offer given or dropped, that speaks of an introduction and names
    the other: by given name at least. Where several people go by that name, all of them are taken to be meant.
    """
    texts = _texts(network, today)
    names = _names(network) if texts else {}
    pairs = {(a, b) for a, text in texts for b in _named(text, names) if a != b}
    rows = sorted(pairs | {(b, a) for a, b in pairs})
    return pl.DataFrame(rows, schema={"a": pl.String, "b": pl.String}, orient="row")


def _texts(network: Network, today: date) -> list[tuple[str, str]]:
    """Who, and the folded words of an introduction that was made or dropped."""
    mine = (pl.col("actor") == ME) & (pl.col("kind") == "give") & (pl.col("date") <= today)
    gives = network.exchanges.filter(mine, pl.col("what").str.contains(_MAY_SAY_SO)).select("other", "what")
    closed = network.offers.filter(pl.col("status").is_in(["given", "dropped"])).join(
        network.assets.select("title", asset="id", asset_kind="kind"), on="asset", how="left"
    )
    of_kind = (pl.col("kind") == "introduction") | (pl.col("asset_kind") == "introduction")
    words = pl.concat_str(pl.col("text", "title"), separator=" ", ignore_nulls=True)
    offers = closed.filter(of_kind.fill_null(value=False)).select("person", words)
    said = [(other, fold(what)) for other, what in gives.unique(maintain_order=True).iter_rows()]
    closed_offers = [(person, fold(text)) for person, text in offers.iter_rows()]
    return [(other, text) for other, text in said if _SAYS_SO.search(text)] + closed_offers


def _names(network: Network) -> dict[str, list[tuple[str, frozenset[str], frozenset[str]]]]:
    """First word of a given name -> who has it: id, the words of the given name, and those of the whole name."""
    found = defaultdict(list)
    for id, name, given in network.others.select("id", "name", "given_name").iter_rows():
        whole = _WORD.findall(fold(name or given or ""))
        first = _WORD.findall(fold(given or "")) or whole[:1]
        if first:
            found[first[0]].append((id, frozenset(first), frozenset(whole)))
    return dict(found)


def _named(text: str, names: dict[str, list[tuple[str, frozenset[str], frozenset[str]]]]) -> Iterable[str]:
    """Whom a text names: by whole names where it has any of that given name, else by given names."""
    said = frozenset(_WORD.findall(text))
    for word in said:
        fitting = [(id, whole) for id, first, whole in names.get(word, ()) if first <= said]
        whole_names = [id for id, whole in fitting if whole <= said]
        yield from whole_names or [id for id, _ in fitting]
