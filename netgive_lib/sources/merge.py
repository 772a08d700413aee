"""Who is who: what a source gives is matched with the people who are there, and added to them.

The same profile, e-mail address or phone is the same person. The same name is so only if something else
agrees; otherwise the two are listed as a possible duplicate. Two people who are there already are never
made one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.network import fold
from netgive_lib.schema import ME, PEOPLE
from netgive_lib.sources.exchanges import add_exchanges
from netgive_lib.sources.keys import keys, names_agree, person_id
from netgive_lib.sources.tables import add_tables

if TYPE_CHECKING:
    from netgive_lib.network import Network
    from netgive_lib.sources.found import Found, Problem, Someone

_FILLED = (
    "name",
    "given_name",
    "url",
    "organization",
    "title",
    "city",
    "circle",
    "birthday",
    "connected_on",
    "note",
)
_UNITED = ("emails", "phones", "topics", "roles")


@dataclass
class Report:
    """What an import did, or would do."""

    people_read: int = 0
    people_new: int = 0
    people_merged: int = 0
    exchanges_read: int = 0
    exchanges_new: int = 0
    ties_read: int = 0
    ties_new: int = 0
    possible_duplicates: list[dict[str, str]] = field(default_factory=list)
    sources: list[dict[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    skipped: dict[str, int] = field(default_factory=dict)
    """Reason -> how many rows were passed over on purpose."""

    def skip(self, reason: str, count: int) -> None:
        """Count rows that were passed over on purpose."""
        if count:
            self.skipped[reason] = self.skipped.get(reason, 0) + count

    def as_json(self) -> dict[str, Any]:
        """The report with the keys that scripts rely on."""
        return {
            "people": {"read": self.people_read, "new": self.people_new, "merged": self.people_merged},
            "exchanges": {"read": self.exchanges_read, "new": self.exchanges_new},
            "ties": {"read": self.ties_read, "new": self.ties_new},
            "possible_duplicates": self.possible_duplicates,
            "sources": self.sources,
            "problems": [{"file": p.file, "line": p.line, "problem": p.problem} for p in self.problems],
            "skipped": self.skipped,
        }


def merge(network: Network, found: Found, report: Report | None = None) -> tuple[Network, Report]:
    """The network with what was `found` added, and the report (added to `report` if one is given)."""
    report = report or Report()
    report.sources += [{"file": file, "format": format} for file, format in found.files]
    report.problems += found.problems
    for reason, count in found.skipped.items():
        report.skip(reason, count)
    if found.tables:
        network = add_tables(network, found, report)
    people = _Matched(network, found, report)
    network = people.added_to(network)
    return add_exchanges(network, found, people.ids, people.described, report), report


class _Matched:
    """The people of a network while those of one source are matched with them."""

    def __init__(self, network: Network, found: Found, report: Report) -> None:
        self.report = report
        self.source = found.format
        self.ids: dict[str, str] = {ME: ME}
        """The id of everyone whom the source names, by `ref`."""
        self.described = {ME: ME} | {someone.ref: _id_of(someone) for someone in found.people}
        """The id that each description would get of its own, by `ref`: it does not depend on who is there."""
        self._rows: dict[str, dict[str, Any]] = {}
        self._put: dict[str, None] = {}
        self._by_key: dict[str, list[str]] = defaultdict(list)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for row in network.people.iter_rows(named=True):
            self._rows[row["id"]] = row
            self._index(row)
        self._new: set[str] = set()
        self._doubtful: set[tuple[str, str]] = set()
        if found.me is not None:
            self._fill(ME, found.me)
        for someone in found.people:
            if someone.known:
                self._match_known(someone)
        reached = {h.other for h in found.exchanges if h.actor == ME} | {
            h.actor for h in found.exchanges if h.kind == "give"
        }
        for someone in found.people:
            if not someone.known:
                self._match_mentioned(someone, someone.ref in reached)

    def added_to(self, network: Network) -> Network:
        """The network with everyone's new and filled rows."""
        rows = [self._rows[id] for id in self._put]
        return (
            network.with_people(pl.DataFrame(rows, schema=dict(PEOPLE.schema), orient="row"))
            if rows
            else network
        )

    def _index(self, row: dict[str, Any]) -> None:
        for key, _ in keys(row["url"], row["emails"], row["phones"]):
            if row["id"] not in self._by_key[key]:
                self._by_key[key].append(row["id"])
        if row["name"] and row["id"] not in self._by_name[fold(row["name"])]:
            self._by_name[fold(row["name"])].append(row["id"])

    def _match_known(self, someone: Someone) -> None:
        """Find or make the person whom a row of an address book describes."""
        self.report.people_read += 1
        id = self._by_keys(someone) or self._by_agreement(someone)
        if id is None:
            id = self._made(someone)
        else:
            self.report.people_merged += 1
            self._fill(id, someone)
        self.ids[someone.ref] = id

    def _match_mentioned(self, someone: Someone, reached: bool) -> None:
        """Find the person whom a message or the like mentions, or make one whom I have written to."""
        id = self._by_keys(someone) or self._by_agreement(someone) or self._only_one_called(someone)
        if id is not None:
            self._fill(id, someone)
        elif reached and (someone.url or someone.emails):
            self.report.people_read += 1
            id = self._made(someone)
        else:
            return
        self.ids[someone.ref] = id

    def _by_keys(self, someone: Someone) -> str | None:
        """The person who has one of these keys; others who share one are listed as doubtful."""
        chosen: str | None = None
        mine, name = self.described[someone.ref], fold(someone.name or "")
        for key, own in keys(someone.url, someone.emails, someone.phones):
            # Whom this description made before, then who has its name: the same file twice finds the same people.
            sharing = sorted(
                self._by_key.get(key, ()),
                key=lambda id: (id != mine, fold(self._rows[id]["name"] or "") != name),
            )
            for id in sharing:
                agree = names_agree(self._rows[id]["name"], someone.name)
                kind = key.split(":")[0].replace("url", "profile").replace("email", "e-mail address")
                if chosen is None and (own or agree):
                    chosen = id
                elif id != chosen:
                    self._doubt(chosen or mine, id, f"They share the {kind} {key.split(':', 1)[1]}.")
        return chosen

    def _by_agreement(self, someone: Someone) -> str | None:
        """The one person of the same name of whom something else agrees and nothing speaks against it."""
        mine = self.described[someone.ref]
        if mine in self._rows or not someone.name:
            return mine if mine in self._rows else None
        same_name = self._by_name.get(fold(someone.name), [])
        agreeing = [id for id in same_name if self._agrees(self._rows[id], someone)]
        if len(agreeing) == 1:
            return agreeing[0]
        if someone.known:
            for id in same_name:
                self._doubt(mine, id, "They have the same name.")
        return None

    def _agrees(self, row: dict[str, Any], someone: Someone) -> bool:
        both = [
            (fold(row["organization"] or ""), fold(someone.organization or "")),
            (row["connected_on"], someone.connected_on),
            (row["birthday"], someone.birthday),
        ]
        against = [
            (row["url"], someone.url),
            (row["birthday"], someone.birthday),
            (fold(row["title"] or ""), fold(someone.title or "")),
        ]
        if any(ours and theirs and ours != theirs for ours, theirs in against):
            return False
        return any(ours and ours == theirs for ours, theirs in both)

    def _only_one_called(self, someone: Someone) -> str | None:
        """The person of this name, if there is just one and the row gives no other profile."""
        same_name = self._by_name.get(fold(someone.name or ""), [])
        if len(same_name) == 1 and not (someone.url and self._rows[same_name[0]]["url"]):
            return same_name[0]
        return None

    def _made(self, someone: Someone) -> str:
        id = self.described[someone.ref]
        self._rows[id] = dict.fromkeys(PEOPLE.schema) | {"id": id}
        self._new.add(id)
        self.report.people_new += 1
        self._fill(id, someone)
        return id

    def _fill(self, id: str, someone: Someone) -> None:
        """Add what the description knows to the row: what is there stays, lists are united."""
        row = dict(self._rows[id])
        for name in _FILLED:
            if row[name] is None:
                row[name] = getattr(someone, name)
        for name in _UNITED:
            row[name] = _united(row[name], getattr(someone, name))
        row["sources"] = _united(row["sources"], [self.source])
        if row != self._rows[id]:
            self._rows[id] = row
            self._put[id] = None
            self._index(row)

    def _doubt(self, a: str, b: str, why: str) -> None:
        pair = (min(a, b), max(a, b))
        if a != b and pair not in self._doubtful:
            self._doubtful.add(pair)
            self.report.possible_duplicates.append({"a": pair[0], "b": pair[1], "why": why})


def _id_of(someone: Someone) -> str:
    """The id that this description gets of its own, from its strongest key or else from all it says."""
    strongest = next((key for key, own in keys(someone.url, someone.emails, someone.phones) if own), None)
    rest = (someone.organization, someone.connected_on, someone.birthday, *someone.phones)
    return person_id(someone.name, strongest or f"{fold(someone.name or '')}|{rest}")


def _united(old: list[str] | None, new: list[str]) -> list[str] | None:
    """Both lists as one, what was there first, each text once whatever its case."""
    seen = {text.casefold() for text in old or ()}
    added = []
    for text in new:
        if text.casefold() not in seen:
            seen.add(text.casefold())
            added.append(text)
    return [*(old or ()), *added] or None
