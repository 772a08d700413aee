"""Any other CSV: an address book whose columns are known by their headings."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from netgive_lib.sources import dates, fields
from netgive_lib.sources.found import Found, Someone
from netgive_lib.sources.headings import columns_of

if TYPE_CHECKING:
    from netgive_lib.sources.tabular import Header, Row, Table

FORMAT = "CSV"

_SEVERAL = re.compile(r"\s*(?:;|,|\n|:::)\s*")
_INTERNAL = re.compile(r"(?:ex:)?/o=", re.IGNORECASE)
"""How an address inside Exchange begins (X.500)."""
_DEGREE = re.compile(
    r"(?:(?:dr|prof|mr|mrs|ms|miss|herr|frau|m|mme|sr|sra|dott|dhr|mevr|mag|dipl|ing)\b[.\s]*)+", re.I
)


def is_one(header: Header) -> bool:
    """Whether these headings name people: a column for names, or one for e-mail addresses."""
    return not {"name", "first", "last", "emails"}.isdisjoint(columns_of(header.cells))


def read(table: Table) -> Found:
    """The people in a table, of which `is_one` holds."""
    found = Found(FORMAT, people(table), files=[(table.file, FORMAT)])
    table.report(found)
    return found


def people(table: Table) -> list[Someone]:
    """The people in a table; rows without a name, an address, a phone or a profile are counted as skipped."""
    where: defaultdict[str, list[int]] = defaultdict(list, columns_of(table.header.cells))
    people, birthdays, connected = [], [], []
    for row in table.rows():
        someone = _someone(table, row, where)
        if someone.organization and not (someone.name or someone.url):
            table.skipped["rows that are an organization and no person"] += 1
        elif someone.name or someone.emails or someone.phones or someone.url:
            people.append(someone)
            birthdays.append((row.line, _birthday(row, where)))
            connected.append((row.line, row.first(where["connected on"])))
        else:
            table.skipped["rows without a name, an e-mail address or a phone"] += 1
    day_first = dates.day_comes_first((text for _, text in birthdays), _day_first(table.header))
    for someone, (line, text) in zip(people, birthdays, strict=True):
        try:
            someone.birthday = dates.birthday(text, day_first)
        except ValueError as error:
            table.problem(line, str(error))
    _connect(table, people, connected)
    return people


def _connect(table: Table, people: list[Someone], written: list[tuple[int, str]]) -> None:
    """Fill in the days on which you connected, as a LinkedIn export in another language than English has them."""
    day_first = dates.day_comes_first((text for _, text in written), _day_first(table.header))
    for someone, (line, text) in zip(people, written, strict=True):
        someone.connected_on = dates.day(text, day_first) if text else None
        if text and someone.connected_on is None:
            table.problem(line, f"The date {text[:40]!r} can't be read. The person was kept.")


def _day_first(header: Header) -> bool:
    """Whether dates that could be either have the day first: they do in languages other than English."""
    english = {"birthday", "birth date", "birthdate", "date of birth", "dob"}
    return english.isdisjoint(cell.casefold() for cell in header.cells)


def _someone(table: Table, row: Row, where: dict[str, list[int]]) -> Someone:
    problem = partial(table.problem, row.line)
    first = row.first(where["first"])
    parts = [row.first(where[part]) for part in ("middle", "last", "suffix")]
    whole = fields.name(row.first(where["name"]) or fields.whole_name(first, *parts))
    return Someone(
        f"{table.file}:{row.line}",
        fields.with_maiden_name(whole, row.first(where["maiden"])),
        fields.given_name(first),
        fields.emails(_addresses(table, row, where["emails"]), problem),
        fields.phones(_every(row, where["phones"]), problem),
        fields.profile(_every(row, where["url"])),
        fields.name(row.first(where["organization"])),
        _title(row, where),
        fields.name(row.first(where["city"])),
        next(iter(_several(row.first(where["circle"]))), None),
        _several(_every(row, where["topics"])),
        note=fields.note(row.first(where["note"])),
    )


def _every(row: Row, columns: list[int]) -> str:
    return " ::: ".join(cell for index in columns if (cell := row.cells[index].strip()))


def _addresses(table: Table, row: Row, columns: list[int]) -> str:
    """The cells with e-mail addresses, without Exchange's own names, which lead nowhere from outside."""
    cells = [cell for index in columns if (cell := row.cells[index].strip())]
    outside = [cell for cell in cells if not _INTERNAL.match(cell)]
    if len(outside) < len(cells):
        table.skipped["addresses that work only inside one company"] += len(cells) - len(outside)
    return " ::: ".join(outside)


def _title(row: Row, where: dict[str, list[int]]) -> str | None:
    titles = (row.cells[index].strip() for index in where["title or degree"])
    job = next((title for title in titles if title and not _DEGREE.fullmatch(title)), "")
    return fields.name(job or row.first(where["title"]))


def _several(cell: str) -> list[str]:
    """The things in a cell that holds several, each once."""
    return list(dict.fromkeys(filter(None, map(fields.name, _SEVERAL.split(cell))))) if cell else []


def _birthday(row: Row, where: dict[str, list[int]]) -> str:
    written = row.first(where["birthday"])
    if where["birth month"] and written.isdecimal() and len(written) <= 2:
        # Thunderbird keeps year, month and day in columns of their own.
        year, month = row.first(where["birth year"]), row.first(where["birth month"])
        return f"{year or '-'}-{month:0>2}-{written:0>2}"
    return written
