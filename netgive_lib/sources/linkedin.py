"""LinkedIn's export: connections, and every table of it that tells what passed between you and others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from netgive_lib.schema import ME
from netgive_lib.sources import anycsv, dates, fields, linkedin_messages
from netgive_lib.sources.found import Found, Happened, Someone
from netgive_lib.sources.linkedin_messages import CHANNEL, read_messages, touches
from netgive_lib.sources.linkedin_people import Mentions, Owner, Side, settle
from netgive_lib.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from netgive_lib.sources.linkedin_messages import Message
    from netgive_lib.sources.tabular import Row, Table

FORMAT = "LinkedIn export"

_COLUMNS = {
    "messages": {"from", "to", "date", "content"},
    "invitations": {"from", "to", "sentat"},
    "endorsements given": {"endorsementdate", "skillname", "endorseefirstname", "endorseelastname"},
    "endorsements received": {"endorsementdate", "skillname", "endorserfirstname", "endorserlastname"},
    "recommendations": {"firstname", "lastname", "text", "creationdate"},
    "connections": {"firstname", "lastname", "connectedon"},
    "notes": {"connectionfirstname", "connectionlastname", "note"},
    "contacts": {"firstname", "lastname", "emails", "phonenumbers"},
    "profile": {"firstname", "lastname", "maidenname", "headline"},
    "email addresses": {"emailaddress", "confirmed", "primary"},
}
_NOT_WRITTEN = ("pending", "request", "draft")
_LARGE = 3.0


def kind_of(names: list[str], file: str) -> str | None:
    """Which table of the export it is, by its squeezed column names; the file's name only breaks a tie."""
    there = set(names)
    kind = next((kind for kind, columns in _COLUMNS.items() if columns <= there), None)
    if kind == "recommendations":
        return next((f"{kind} {way}" for way in ("given", "received") if way in file.casefold()), kind)
    return kind


def read(tables: list[tuple[str, Table]], me: str | None = None) -> Found:
    """All that these tables of one export hold.

    Args:
        tables: Each with its kind, from `kind_of`.
        me: The owner's profile or e-mail address or name, which overrides what the tables tell.

    """
    export = _Export(Owner.told(me))
    with uncollected():
        for kind, table in tables:
            export.add(kind, table)
        return export.found_all(tables)


class _Export:
    """The tables of one export while they are read."""

    def __init__(self, owner: Owner) -> None:
        self.found = Found(FORMAT)
        self.owner = owner
        self.mentions = Mentions()
        self.messages: list[tuple[list[Message], Table]] = []
        self.invitations: list[tuple[Table, Row, date, Side, Side]] = []

    def add(self, kind: str, table: Table) -> None:
        """Read one table; messages and invitations wait until it is clear who the owner is."""
        way = kind.partition(" ")[2]
        if kind == "connections":
            self.found.people += _connections(table)
        elif kind == "contacts":
            self.found.people += anycsv.people(table)
        elif kind == "notes":
            self.found.people += _notes(table)
        elif kind == "profile":
            self._profile(table)
        elif kind == "email addresses":
            self._addresses(table)
        elif kind == "messages":
            self.messages.append((read_messages(table), table))
        elif kind == "invitations":
            self.invitations += _invitations(table)
        elif kind.startswith("endorsements"):
            self.found.exchanges += self._endorsements(table, way)
        else:
            self.found.exchanges += self._recommendations(table, way)
        self.found.files.append((table.file, f"LinkedIn {kind}"))

    def found_all(self, tables: list[tuple[str, Table]]) -> Found:
        """What was found, once all tables are in."""
        self._settle_owner()
        for table, row, day, inviter, invitee in self.invitations:
            self.found.exchanges += self._invited(table, row, day, inviter, invitee)
        for messages, table in self.messages:
            self.found.exchanges += touches(messages, self.owner, self.mentions, table)
        self.found.me = self.owner.described()
        self.found.people += self.mentions
        for _, table in tables:
            table.report(self.found)
        return self.found

    def _settle_owner(self) -> None:
        mine = []
        for _, row, _, inviter, invitee in self.invitations:
            direction = row["direction"].casefold()
            mine += [inviter] if direction == "outgoing" else [invitee] if direction == "incoming" else []
        senders: list[Side] = []
        conversations: list[set[Side]] = []
        for messages, _ in self.messages:
            mine += linkedin_messages.mine(messages)
            senders += (message.sender for message in messages)
            conversations += linkedin_messages.conversations(messages)
        settle(self.owner, mine, senders, conversations)

    def _profile(self, table: Table) -> None:
        for row in table.rows():
            self.owner.called(_member(row), _given(row))

    def _addresses(self, table: Table) -> None:
        """Your own addresses, the primary one first; an unconfirmed one may be anyone's."""
        rows = [row for row in table.rows() if row["confirmed"].casefold() != "no"]
        for row in sorted(rows, key=lambda row: row["primary"].casefold() != "yes"):
            found = fields.emails(row["emailaddress"], partial(table.problem, row.line))
            self.owner.emails += [address for address in found if address not in self.owner.emails]

    def _invited(self, table: Table, row: Row, day: date, inviter: Side, invitee: Side) -> Iterator[Happened]:
        direction = row["direction"].casefold()
        outgoing = direction == "outgoing" or (direction != "incoming" and self.owner.is_me(inviter))
        other = invitee if outgoing else inviter
        if other.nobody or self.owner.is_me(other):
            table.skipped["invitations without anyone's name"] += 1
        elif not outgoing and direction != "incoming" and not self.owner.is_me(invitee):
            table.skipped["invitations that may or may not be yours"] += 1
        else:
            ref = self.mentions.of(other).ref
            actor, invited = (ME, ref) if outgoing else (ref, ME)
            yield Happened(day, actor, "touch", invited, "an invitation to connect", channel=CHANNEL)

    def _recommendations(self, table: Table, way: str) -> Iterator[Happened]:
        if not way:
            table.problem(
                None,
                "It can't be told whether these recommendations were given or received. "
                "Give the file its LinkedIn name again, Recommendations_Given.csv or Recommendations_Received.csv.",
            )
        for row, day in _dated(table, "creationdate"):
            person = Side(_member(row))
            if not way:
                table.skipped["recommendations, given or received"] += 1
            elif any(word in row["status"].casefold() for word in _NOT_WRITTEN):
                table.skipped["recommendations that are not written yet"] += 1
            elif person.nobody:
                table.skipped["recommendations without anyone's name"] += 1
            else:
                someone = self.mentions.of(person, fields.name(row["company"]))
                yield _gift(day, someone, way, "a recommendation", _LARGE)

    def _endorsements(self, table: Table, way: str) -> Iterator[Happened]:
        who = "endorsee" if way == "given" else "endorser"
        for row, day in _dated(table, "endorsementdate"):
            person = Side(_member(row, who), fields.profile(row[f"{who}publicurl"]))
            skill = fields.name(row["skillname"])
            if row["endorsementstatus"].casefold() == "rejected":
                table.skipped["endorsements that were turned down"] += 1
            elif person.nobody:
                table.skipped["endorsements without anyone's name"] += 1
            else:
                someone = self.mentions.of(person)
                topics = someone.topics if way == "given" else self.owner.topics
                if skill and skill not in topics:
                    topics.append(skill)
                yield _gift(day, someone, way, f"an endorsement for {skill}" if skill else "an endorsement")


def _member(row: Row, who: str = "") -> str | None:
    """The name in a row, from its columns for first and last name; `who` stands before these in some tables."""
    return fields.member_name(fields.whole_name(row[f"{who}firstname"], "", row[f"{who}lastname"]))


def _given(row: Row, who: str = "") -> str | None:
    return fields.members_given_name(row[f"{who}firstname"])


def _gift(day: date, someone: Someone, way: str, what: str, weight: float = 1.0) -> Happened:
    actor, other = (ME, someone.ref) if way == "given" else (someone.ref, ME)
    return Happened(day, actor, "give", other, what, weight, CHANNEL)


def _dated(table: Table, column: str) -> Iterator[tuple[Row, date]]:
    """The rows with their date; one whose date can't be read becomes a problem."""
    rows = list(table.rows())
    day_first = dates.day_comes_first((row[column] for row in rows), otherwise=False)
    for row in rows:
        day = dates.day(row[column], day_first)
        if day is None:
            table.problem(row.line, f"The date {row[column][:40]!r} can't be read, so the row was left out.")
        else:
            yield row, day


def _invitations(table: Table) -> Iterator[tuple[Table, Row, date, Side, Side]]:
    for row, day in _dated(table, "sentat"):
        inviter = Side(fields.member_name(row["from"]), fields.profile(row["inviterprofileurl"]))
        invitee = Side(fields.member_name(row["to"]), fields.profile(row["inviteeprofileurl"]))
        yield table, row, day, inviter, invitee


def _connections(table: Table) -> list[Someone]:
    people, written, lines = [], [], []
    columns = ("firstname", "lastname", "url", "emailaddress", "company", "position", "connectedon")
    for line, (first, last, url, email, company, position, connected_on) in table.columns(*columns):
        someone = Someone(
            f"{table.file}:{line}",
            fields.member_name(fields.whole_name(first, "", last)),
            fields.members_given_name(first),
            fields.emails(email, partial(table.problem, line)) if email else [],
            [],
            fields.profile(url),
            fields.name(company),
            fields.name(position),
        )
        if someone.name or someone.url or someone.emails:
            people.append(someone)
            written.append(connected_on)
            lines.append(line)
        elif someone.organization or someone.title:
            table.skipped["connections without a name, a profile or an e-mail address"] += 1
        else:
            table.skipped["connections who hid themselves"] += 1
    days = dates.days(written)
    for someone, line, text in zip(people, lines, written, strict=True):
        someone.connected_on = days[text]
        if text and someone.connected_on is None:
            table.problem(line, f"The date {text[:40]!r} can't be read. The person was kept.")
    return people


def _notes(table: Table) -> Iterator[Someone]:
    """The people of whom there are notes, each once, with all notes on them."""
    people: dict[str, Someone] = {}
    for row in table.rows():
        first, full = _given(row, "connection"), _member(row, "connection")
        url, note = fields.profile(row["connectionprofileurl"]), fields.note(row["note"])
        if note is None or Side(full, url).nobody:
            table.skipped["notes without a text or a name"] += 1
            continue
        # A name alone is not enough to add someone: the connection of that name is meant.
        someone = people.setdefault(
            url or full or "", Someone(f"{table.file}:{row.line}", full, first, url=url, known=bool(url))
        )
        someone.note = f"{someone.note}\n{note}" if someone.note else note
    yield from people.values()
