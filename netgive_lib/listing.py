"""Everyone in a network as rows for a list: what `netgive people` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netgive_lib.ties import ties

if TYPE_CHECKING:
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
        row["nuisance"] = ["You chose to leave them alone."] if person["leave_alone"] else []
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


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    warmth = "" if row["warmth"] is None else f"{row['warmth']:.2f}{' dormant' if row['dormant'] else ''}"
    tab = "" if row["tab"] is None else f"{row['tab']:.0%} yours"
    name = (row["name"] or (row["emails"] or ["(no name)"])[0])[:40]
    return name, str(row["ring"] or ""), warmth, row["last_contact"] or "", tab, row["id"]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
