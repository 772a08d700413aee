"""Who is who, as HTML: two people side by side, and where exports come from."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from netgive_lib.describe import each_once, name_of
from netgive_lib.namesakes import told_apart
from netgive_lib.sources.decisions import Decisions
from netgive_lib.sources.where import SOURCES

if TYPE_CHECKING:
    from collections.abc import Mapping
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
    now = told_apart(network)
    labels = each_once(
        (f"{gone[other]}, now {now[kept]}", other)
        for other, kept in decisions.into.items()
        if other in gone and kept in now
    )
    return {label: (decisions.into[other], other) for label, other in labels.items()}


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
