"""Outlook's and Thunderbird's address books as CSV, in the languages that `headings` knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netgive_lib.sources import anycsv
from netgive_lib.sources.headings import columns_of

if TYPE_CHECKING:
    from netgive_lib.sources.found import Found
    from netgive_lib.sources.tabular import Header, Table

OUTLOOK = "Outlook contacts"
THUNDERBIRD = "Thunderbird contacts"

_OUTLOOKS_OWN = frozenset(
    {"emaildisplayname", "emailtype", "givenyomi", "emailangezeigtername", "emailtyp", "typedemessagerie"}
    | {"nomcompletdeladressedemessagerie", "tipodecorreoelectronico", "nombredepantalladecorreoelectronico"}
    | {"tipopostaelettronica", "nomevisualizzatopostaelettronica", "tipodeemail", "nomeparaexibicaodoemail"}
    | {"tipodecorreioelectronico", "nomeaapresentarparaocorreioelectronico", "emailweergavenaam"}
)
"""Columns that come with each address in every export, so that one of them tells."""
_CATEGORIES = re.compile(r"[ck]ategor")
"""What others call groups or labels."""


def is_one(header: Header) -> bool:
    """Whether an address book with these columns is Outlook's or Thunderbird's."""
    return bool(_program(header))


def read(table: Table) -> Found:
    """The people in an address book, of which `is_one` holds."""
    found = anycsv.read(table)
    found.format = _program(table.header) or found.format
    found.files = [(table.file, found.format)]
    return found


def _program(header: Header) -> str | None:
    """Which program wrote a table with these columns, if it is one of the two."""
    names = {re.sub(r"\d+", "", name) for name in header.names}
    columns = columns_of(header.cells)
    if not columns.keys() >= {"first", "last", "emails"}:
        return None
    if columns.keys() >= {"birth year", "birth month"}:
        return THUNDERBIRD
    by_category = (
        "yahoophone" not in names and "organization" in columns and any(map(_CATEGORIES.match, names))
    )
    return OUTLOOK if by_category or not names.isdisjoint(_OUTLOOKS_OWN) else None
