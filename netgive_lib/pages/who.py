"""Who is who, as HTML: two people side by side, and where exports come from."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from netgive_lib.describe import name_of
from netgive_lib.sources.candidates import possible_duplicates
from netgive_lib.sources.decisions import Decisions, different, same
from netgive_lib.sources.where import SOURCES

if TYPE_CHECKING:
    from collections.abc import Mapping, Set
    from datetime import date
    from typing import Any

    from netgive_lib.network import Network

_SHOWN = {
    "name": "Name",
    "emails": "E-mail",
    "phones": "Phone",
    "url": "Profile",
    "organization": "Works at",
    "title": "Does",
    "city": "Lives in",
    "circle": "Circle",
    "birthday": "Birthday",
    "connected_on": "Connected",
    "sources": "From",
}


@dataclass
class Deciding:
    """The two of whom a page asks whether they are one."""

    pair: dict[str, Any] | None = None
    left: int = 0
    """How many such pairs there are in all."""

    def turn_to_next(self, network: Network, passed: Set[tuple[str, str]]) -> None:
        """Ask about the first pair that is not `passed`; about nobody if there is none."""
        pairs = possible_duplicates(network).to_dicts()
        self.left = len(pairs)
        self.pair = next((pair for pair in pairs if (pair["a"], pair["b"]) not in passed), None)

    def as_one(self, network: Network) -> Network:
        """The network in which the two are one. Raises `LookupError` if one of them is gone."""
        return same(network, *kept_first(network, self._pair))

    def as_two(self, network: Network, today: date) -> Network:
        """The network in which the two are known to be two. Raises `LookupError` if one of them is gone."""
        return different(network, self._pair["a"], self._pair["b"], on=today)

    @property
    def names(self) -> str:
        """What the two are called."""
        return f"{self._pair['a_name']} and {self._pair['b_name']}"

    @property
    def _pair(self) -> dict[str, Any]:
        if self.pair is None:
            raise LookupError("There is nothing to decide now.")
        return self.pair


def side_by_side(network: Network, pair: Mapping[str, Any]) -> str:
    """Two people who may be one, field by field, and why they may be."""
    a, b = network.person(pair["a"]), network.person(pair["b"])
    rows = "".join(
        f"<tr><th scope=row>{words}</th><td>{_said(a[field])}</td><td>{_said(b[field])}</td></tr>"
        for field, words in _SHOWN.items()
        if a[field] or b[field]
    )
    passed = "".join(f"<td>{_exchanges(network, id)}</td>" for id in (pair["a"], pair["b"]))
    return (
        f"<p>{escape(pair['why'])}</p>"
        f'<table class="ng-table ng-pair"><tbody>{rows}<tr><th scope=row>Exchanges</th>{passed}</tr></tbody></table>'
    )


def _said(value: object) -> str:
    return escape(", ".join(map(str, value)) if isinstance(value, list) else str(value or ""))


def _exchanges(network: Network, id: str) -> int:
    rows = network.exchanges
    return rows.filter((rows["actor"] == id) | (rows["other"] == id)).height


def kept_first(network: Network, pair: Mapping[str, Any]) -> tuple[str, str]:
    """The two ids of a pair, first the one to keep: who is in a ring, else who has more exchanges."""

    def weight(id: str) -> tuple[bool, int]:
        return network.person(id)["ring"] is not None, _exchanges(network, id)

    a, b = pair["a"], pair["b"]
    return (a, b) if weight(a) >= weight(b) else (b, a)


def merged(network: Network) -> dict[str, tuple[str, str]]:
    """Label -> (kept, gone) of the people who were said to be the same, and can be taken apart again."""
    decisions = Decisions.of(network)
    gone = {row["id"]: name_of(row) for row in decisions.gone}
    return {
        f"{gone[other]}, now {name_of(network.person(kept))}": (kept, other)
        for other, kept in decisions.into.items()
        if other in gone and kept in network.people["id"]
    }


def where_from() -> dict[str, str]:
    """Name of a source -> the way to its export as Markdown-free HTML: steps, how long it takes, what is read."""
    told = {}
    for source in SOURCES:
        steps = "".join(f"<li>{escape(step)}</li>" for step in source.menu)
        told[source.name] = (
            f'<ol class="ng-offers">{steps}</ol><p>{escape(source.wait)}</p>'
            f"<p><b>Read:</b> {escape(source.reads)}<br><b>Never read:</b> {escape(source.never)}</p>"
        )
    return told
