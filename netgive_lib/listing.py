"""Lists as the command line prints them: everyone, and what you could bring to whom."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from netgive_lib.introductions import introduction_offers
from netgive_lib.nuisance import texts
from netgive_lib.offers import suggest_offers
from netgive_lib.ties import ties

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from netgive_lib.network import Network

_FROM_PEOPLE = (
    *("id", "name", "emails", "phones", "url", "organization", "title", "circle", "ring", "topics"),
    *("birthday", "connected_on"),
)


def people_listed(network: Network, today: date) -> list[dict[str, Any]]:
    """One dict a person, with the keys that scripts rely on; dates in ISO form, lists never null.

    Figures are those of `netgive_lib.ties.ties`. `nuisance` holds reasons not to contact them now.
    """
    held = texts(network, today)
    figures = {row["id"]: row for row in ties(network, today).iter_rows(named=True)}
    listed = []
    for person in network.others.iter_rows(named=True):
        tie = figures[person["id"]]
        row = {name: person[name] for name in _FROM_PEOPLE}
        for name in ("emails", "phones", "topics"):
            row[name] = row[name] or []
        row["connected_on"] = _iso(person["connected_on"])
        row |= {name: tie[name] for name in ("warmth", "dormant", "given", "received", "asked", "tab")}
        row["last_contact"] = _iso(tie["last_contact"])
        row["nuisance"] = held.get(person["id"], [])
        listed.append(row)
    return listed


def people_told(rows: list[dict[str, Any]]) -> str:
    """The rows of `people_listed` as a table for a terminal, the closest and warmest first."""
    if not rows:
        return "Nobody is here yet. `netgive import FILE` brings people in; `netgive sample story` makes some up."
    head = ("name", "ring", "warmth", "last contact", "tab", "id")
    by_closeness = sorted(rows, key=lambda row: (row["ring"] or 9, -(row["warmth"] or 0), row["name"] or ""))
    cells = [head, *(_cells(row) for row in by_closeness)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    )


def offers_listed(network: Network, today: date, person: str | None = None) -> list[dict[str, Any]]:
    """What you could bring, the best first within a person: things you have, then introductions.

    One dict an offer: person, name, kind, asset (null for an introduction), title, fit, why. Introductions
    are looked for only where one `person` is named.
    """
    columns = ("person", "name", "kind", "asset", "title", "fit", "why")
    rows = suggest_offers(network, today, person).select(columns).to_dicts()
    if person is not None:
        rows += introduction_offers(network, today, person).select(columns).to_dicts()
        rows.sort(key=lambda row: -row["fit"])
    return rows


def offers_told(rows: list[dict[str, Any]], most: int = 3) -> str:
    """The rows of `offers_listed` for a terminal: the best `most` of each person, or all of one."""
    if not rows:
        return (
            "Nothing that is written down fits anyone yet. Write down what you have in the workbook "
            "“What you bring”, and what people care about on your map."
        )
    several = len({row["person"] for row in rows}) > 1
    lines, shown = [], Counter[str]()
    for row in rows:
        shown[row["person"]] += 1
        if several and shown[row["person"]] > most:
            continue
        if shown[row["person"]] == 1:
            lines.append(f"{row['name']} ({row['person']})")
        lines.append(f"  {row['fit']:.2f}  {row['title']}\n        {row['why']}")
    return "\n".join(lines)


def plan_told(plan: Mapping[str, Any]) -> str:
    """What `netgive_lib.plan.files.plan_as_json` gives, for a terminal."""
    lines = [
        f"{move['on']}  {move['name']}: {move['offer']}\n            {move['why']}" for move in plan["moves"]
    ]
    if not lines:
        lines.append("Nothing can be planned: there is nothing to bring yet, or nobody who may be contacted.")
    if plan["think_first"]:
        names = ", ".join(row["name"] for row in plan["think_first"][:10])
        lines.append(f"Think first, for there is nothing to bring yet: {names}")
    lines += [f"Held back, {row['name']}: {' '.join(row['reasons'])}" for row in plan["held_back"][:10]]
    if len(plan["held_back"]) > 10:
        lines.append("  … all of them with --json.")
    return "\n".join(lines)


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    warmth = "" if row["warmth"] is None else f"{row['warmth']:.2f}{' dormant' if row['dormant'] else ''}"
    tab = "" if row["tab"] is None else f"{row['tab']:.0%} yours"
    name = (row["name"] or (row["emails"] or ["(no name)"])[0])[:40]
    return name, str(row["ring"] or ""), warmth, row["last_contact"] or "", tab, row["id"]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
