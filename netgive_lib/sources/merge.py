"""Who is who: what a source gives is matched with the people who are there, and added to them.

Who is certainly meant is filled in, see `netgive_lib.sources.verdicts`; who is perhaps meant is listed as a
possible duplicate, for the person to decide. Two people who are there already are never made one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.network import fold
from netgive_lib.schema import ME, PEOPLE
from netgive_lib.sources.candidates import listed
from netgive_lib.sources.cards import READ_FROM, card, may_be_of_a_job, organization_words
from netgive_lib.sources.decisions import Decisions, described, united
from netgive_lib.sources.exchanges import add_exchanges
from netgive_lib.sources.keys import keys, person_id
from netgive_lib.sources.name_parts import parse
from netgive_lib.sources.near import Near
from netgive_lib.sources.personal_names import Likeness, is_of_the_family, likeness
from netgive_lib.sources.tables import add_tables
from netgive_lib.sources.verdicts import Decision, judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from netgive_lib.network import Network
    from netgive_lib.sources.candidates import Candidate
    from netgive_lib.sources.cards import Card
    from netgive_lib.sources.found import Found, Problem, Someone
    from netgive_lib.sources.keys import Keys

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
_WRITTEN = ("id", *_FILLED, *_UNITED, "sources")
"""The columns that a source can tell; the others keep what they hold."""


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

    def doubt(self, pairs: Iterable[Candidate]) -> None:
        """List pairs that may be one person; a pair that is listed already is told as it stands now."""
        by_ids = {(pair["a"], pair["b"]): pair for pair in self.possible_duplicates}
        by_ids |= {(a, b): {"a": a, "b": b, "why": why} for a, b, why, _ in pairs}
        self.possible_duplicates = list(by_ids.values())

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
    before = set(network.people["id"])
    if found.tables:
        network = add_tables(network, found, report)
    people = _Matched(network, found, report)
    network = people.added_to(network)
    involved = {*people.ids.values(), *(set(network.people["id"]) - before)}
    report.doubt(listed(network, involved, people.in_company))
    return add_exchanges(network, found, people.ids, people.described, report), report


class _Matched:
    """The people of a network while those of one source are matched with them."""

    def __init__(self, network: Network, found: Found, report: Report) -> None:
        self.report = report
        self.source = found.format
        self.ids: dict[str, str] = {ME: ME}
        """The id of everyone whom the source names, by `ref`."""
        self.described = {ME: ME}
        """The id that each description would get of its own, by `ref`: it does not depend on who is there."""
        self._rows: dict[str, dict[str, Any]] = {}
        """Who was there, and everyone of whom more than one description tells; see `_row`."""
        self._new: dict[str, Someone] = {}
        """By whom a person was described first who was not there, by the person's id."""
        self._cards: dict[str, Card] = {}
        self._filled: dict[str, None] = {}
        """Whose row is another now, by id: those who were there, and those who are new by their first description."""
        decisions = Decisions.of(network)
        self._now = decisions.into
        self._meant = decisions.described
        self._learnt: dict[str, str] = {}
        self._faces: dict[str, list[Card]] = defaultdict(list)
        """What is known of those who were merged into a person, by the person's id."""
        for row in network.people.iter_rows(named=True):
            self._rows[row["id"]] = row
        for row in decisions.gone:
            self._faces[self._now[row["id"]]].append(card(row))
        told = [keys(someone.url, someone.emails, someone.phones) for someone in found.people]
        self._keys: dict[str, Keys] = {}
        for someone, found_keys in zip(found.people, told, strict=True):
            self._keys[someone.ref] = found_keys
            self.described[someone.ref] = _id_of(someone, found_keys, found.format)
        self._near = self._indexed(found, told, decisions.gone)
        self.in_company = self._near.in_company
        """Who has a key or a name in common with anyone else."""
        self._match(found)

    def _indexed(self, found: Found, told: list[Keys], gone: list[dict[str, Any]]) -> Near:
        """Everyone who is there, to be found by what they and those who were merged into them have."""
        rows = [*self._rows.items(), *((self._now[row["id"]], row) for row in gone)]
        there = [(id, row["name"], _keys_of_row(row)) for id, row in rows]
        mine = [keys(found.me.url, found.me.emails, found.me.phones)] if found.me else []
        names = [name for _, name, _ in there] + [someone.name for someone in found.people]
        near = Near([*mine, *told, *(row_keys for *_, row_keys in there)], names)
        for id, name, row_keys in there:
            near.enter(id, name, row_keys)
        return near

    def _match(self, found: Found) -> None:
        if found.me is not None:
            self._fill(ME, found.me)
        for someone in found.people:
            if someone.known:
                self._match_known(someone)
        reached = {h.other for h in found.exchanges if h.actor == ME} | {
            h.actor for h in found.exchanges if h.kind == "give"
        }
        mentioned = [someone for someone in found.people if not someone.known]
        # Who is known by a name alone comes last: by then everyone is there whom the name can mean.
        for someone in sorted(mentioned, key=lambda someone: not (someone.url or someone.emails)):
            self._match_mentioned(someone, someone.ref in reached)

    def added_to(self, network: Network) -> Network:
        """The network with everyone's new and filled rows."""
        network = described(network, self._learnt) if self._learnt else network
        told = {name: [*map(attrgetter(name), self._new.values())] for name in (*_FILLED, *_UNITED)}
        new = _framed({"id": [*self._new], "sources": [[self.source]] * len(self._new), **told})
        filled = _framed({name: [self._rows[id][name] for id in self._filled] for name in _WRITTEN})
        for people in (new, filled):
            network = network.with_people(people) if people.height else network
        return network

    def _row(self, id: str) -> dict[str, Any]:
        """What is known of a person, by column."""
        if id in self._rows:
            return self._rows[id]
        someone = self._new[id]
        row = {"id": id, "sources": [self.source], **{name: getattr(someone, name) for name in _FILLED}}
        return row | {name: united(None, getattr(someone, name)) for name in _UNITED}

    def _match_known(self, someone: Someone) -> None:
        """Find or make the person whom a row of an address book describes."""
        self.report.people_read += 1
        id = self._found(someone)
        if id is None:
            id = self._made(someone)
        else:
            self.report.people_merged += 1
            self._fill(id, someone)
        self.ids[someone.ref] = id

    def _match_mentioned(self, someone: Someone, reached: bool) -> None:
        """Find the person whom a message or the like mentions, or make one whom I have written to."""
        id = self._found(someone) or self._only_one_called(someone)
        if id is not None:
            self._fill(id, someone)
        elif reached and (someone.url or someone.emails):
            self.report.people_read += 1
            id = self._made(someone)
        else:
            return
        self.ids[someone.ref] = id

    def _found(self, someone: Someone) -> str | None:
        """The person whom a description certainly means.

        Who came of the same description before is meant again, by whatever id they go now. Where several fit,
        a key decides, and of those who share one the likeliest; a name that several have decides nothing.
        """
        mine = self.described[someone.ref]
        known = self._now.get(mine) or self._meant.get(mine) or mine
        if known in self._rows or known in self._new:
            return known
        near = self._near.to(someone.name, self._keys[someone.ref])
        if not near:
            return None
        theirs = card(someone)
        certain = [
            (verdict.by_key, verdict.score, id)
            for id in near
            for verdict in (judge(face, theirs) for face in (self._card(id), *self._faces.get(id, ())))
            if verdict.decision is Decision.SAME
        ]
        if not any(by_key for by_key, _, _ in certain) and len({id for *_, id in certain}) != 1:
            return None
        id = max(certain, key=lambda one: one[:2])[2]
        if not self._is_found_again(id, someone):
            self._learnt[mine] = id
        return id

    def _card(self, id: str) -> Card:
        if id not in self._cards:
            self._cards[id] = card(self._row(id))
        return self._cards[id]

    def _is_found_again(self, id: str, someone: Someone) -> bool:
        """Whether a description will always mean this person: by a key of their own and the same name.

        By less it may not, once others of the name have come or the person's row has been edited.
        """
        by_own_key = any(
            own and self._near.has(id, key) and not _may_be_anothers(key, someone)
            for key, own in self._keys[someone.ref]
        )
        name = self._row(id)["name"] or someone.name
        return by_own_key and likeness(name, someone.name) is Likeness.SAME

    def _only_one_called(self, someone: Someone) -> str | None:
        """The person of this name, if there is just one, for a row that knows no more than the name.

        Within one source a name that only one person has means that person even where the row adds a profile:
        for a time LinkedIn gave profiles in messages, and none in connections.
        """
        id = self._near.only_one_called(someone.name)
        if id is None or someone.emails or someone.phones:
            return None
        row = self._row(id)
        if someone.url and (row["url"] or self.source not in (row["sources"] or ())):
            return None
        if parse(row["name"]).generation != parse(someone.name).generation:
            return None
        return id

    def _made(self, someone: Someone) -> str:
        """A new person, of whom is known what the description says."""
        id = self.described[someone.ref]
        self._new[id] = someone
        self._near.enter(id, someone.name, self._keys[someone.ref])
        self.report.people_new += 1
        return id

    def _fill(self, id: str, someone: Someone) -> None:
        """Add what the description knows to the row: what is there stays, lists are united."""
        before = self._row(id)
        row = dict(before)
        for name in _FILLED:
            if row[name] is None:
                row[name] = getattr(someone, name)
        for name in _UNITED:
            row[name] = united(row[name], getattr(someone, name))
        row["sources"] = united(row["sources"], [self.source])
        if row != before:
            self._rows[id] = row
            self._cards.pop(id, None)
            self._filled[id] = None
            self._near.enter(id, row["name"], _keys_of_row(row))


def _framed(columns: dict[str, list[Any]]) -> pl.DataFrame:
    """Rows of people, given by column: far faster than row by row."""
    lists = {name: _in_one_column([of and united(None, of) for of in columns[name]]) for name in _UNITED}
    lists["sources"] = _in_one_column(columns["sources"])
    return pl.DataFrame({**columns, **lists}, schema={name: PEOPLE.schema[name] for name in columns})


def _in_one_column(lists: Sequence[list[str] | None]) -> pl.Series:
    """The lists as a column. Polars makes a series of each on its way, which takes ten times as long."""
    told = [(row, texts) for row, texts in enumerate(lists) if texts]
    flat = pl.DataFrame(
        {"row": [row for row, texts in told for _ in texts], "text": [text for _, of in told for text in of]},
        schema={"row": pl.UInt32, "text": pl.String},
    )
    filled = flat.group_by("row", maintain_order=True).agg("text")
    rows = pl.DataFrame({"row": range(len(lists))}, schema={"row": pl.UInt32})
    return rows.join(filled, on="row", how="left", maintain_order="left")["text"]


def _keys_of_row(row: dict[str, Any]) -> Keys:
    return keys(row["url"], row["emails"], row["phones"])


def _may_be_anothers(key: str, someone: Someone) -> bool:
    """Whether a key is a mailbox that goes with a job or with a family's name, so that a namesake may have it."""
    if not key.startswith("email:"):
        return False
    address, name = key.removeprefix("email:"), parse(someone.name)
    work = organization_words(someone.organization)
    return may_be_of_a_job(address, work, name) or is_of_the_family(address, name)


def _id_of(someone: Someone, keys: Keys, source: str) -> str:
    """The id that this description gets of its own, from its strongest key or else from all it says.

    Of two people of one name one mailbox may be known, or nothing but the name: a birthday and the source
    tell such descriptions apart; at admissions@ and at hale@ what the two do, where, and on which phone does, too.
    """
    for key, own in keys:
        if own:
            tell = [key, someone.birthday]
            if someone.name and someone.emails and _may_be_anothers(key, someone):
                tell += [someone.title, someone.city, *someone.phones]
            return person_id(someone.name, "|".join(filter(None, tell)))
    said = [getattr(someone, name) for name in READ_FROM if name != "name"]
    return person_id(someone.name, "|".join(map(str, (fold(someone.name or ""), source, *said))))
