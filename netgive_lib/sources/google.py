"""Google Contacts as CSV, with its older and its newer columns."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from netgive_lib.sources import dates, fields
from netgive_lib.sources.found import Found, Someone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netgive_lib.sources.tabular import Row, Table

FORMAT = "Google Contacts"

_BETWEEN = " ::: "
_OLDER = {"givenname", "familyname", "groupmembership"}
_NEWER = {"firstname", "lastname", "labels"}
_GOOGLES_OWN = {"phoneticfirstname", "yominame", "email1value", "phone1value", "fileas"}


def is_one(names: list[str]) -> bool:
    """Whether these squeezed column names are those of Google Contacts."""
    there = set(names)
    return (there >= _OLDER or there >= _NEWER) and not there.isdisjoint(_GOOGLES_OWN)


def read(table: Table) -> Found:
    """The people in an address book; a row that describes an organization alone is counted as skipped."""
    found = Found(FORMAT, list(_people(table)), files=[(table.file, FORMAT)])
    table.report(found)
    return found


def _people(table: Table) -> Iterator[Someone]:
    emails, phones, sites, cities = (
        _numbered(table, pattern)
        for pattern in (r"email\d+value", r"phone\d+value", r"website\d+value", r"address\d+city")
    )
    for row in table.rows():
        problem = partial(table.problem, row.line)
        someone = Someone(
            f"{table.file}:{row.line}",
            _name(row),
            fields.given_name(row["firstname"] or row["givenname"]),
            fields.emails(_joined(row, emails), problem),
            fields.phones(_joined(row, phones), problem),
            fields.profile(_joined(row, sites)),
            fields.name(row["organizationname"] or row["organization1name"]),
            fields.name(row["organizationtitle"] or row["organization1title"]),
            fields.name(next(filter(None, (row[city] for city in cities)), "")),
            _circle(row["labels"] or row["groupmembership"]),
            note=fields.note(row["notes"]),
        )
        if someone.organization and not (someone.name or someone.url):
            table.skipped["contacts that are an organization and no person"] += 1
        elif someone.name or someone.emails or someone.phones or someone.url:
            someone.birthday = _birthday(row, problem)
            yield someone
        else:
            table.skipped["contacts without a name, an e-mail address or a phone"] += 1


def _numbered(table: Table, pattern: str) -> list[str]:
    return [name for name in table.header.names if re.fullmatch(pattern, name)]


def _joined(row: Row, columns: list[str]) -> str:
    return _BETWEEN.join(filter(None, (row[column] for column in columns)))


def _name(row: Row) -> str | None:
    whole = fields.whole_name(
        row["firstname"] or row["givenname"],
        row["middlename"] or row["additionalname"],
        row["lastname"] or row["familyname"],
        row["namesuffix"],
    )
    shown = fields.name(row["name"] or whole or row["nickname"])
    return fields.with_maiden_name(shown, row["maidenname"])


def _circle(labels: str) -> str | None:
    """The first label of their own: one with a star, such as `* myContacts`, is Google's."""
    own = (label.strip() for label in labels.split(_BETWEEN.strip()))
    return next((fields.name(label) for label in own if label and not label.startswith("*")), None)


def _birthday(row: Row, problem: Callable[[str], None]) -> str | None:
    try:
        return dates.birthday(row["birthday"])
    except ValueError as error:
        problem(str(error))
        return None
