"""What a file is: its content decides, never its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from netgive_lib.sources import anycsv, folder, google, linkedin, mbox, outlook
from netgive_lib.sources.archive import HEAD, is_zip
from netgive_lib.sources.found import SourceError, one_line
from netgive_lib.sources.headings import columns_of
from netgive_lib.sources.tabular import decode, headers

if TYPE_CHECKING:
    from netgive_lib.sources.tabular import Header

Name = Literal["LinkedIn", "Google", "Outlook", "netgive", "CSV", "vCard", "calendar", "mail"]
UNDERSTOOD = (
    "It reads LinkedIn's export, Google, Outlook and Thunderbird contacts as CSV, vCards, calendars (.ics), mailboxes "
    "(mbox) and e-mails (.eml), netgive's own CSV folder, and any CSV with a column for names or e-mail addresses."
)
_BEGINS: dict[Name, re.Pattern[str]] = {
    "vCard": re.compile(r"BEGIN:VCARD", re.IGNORECASE),
    "calendar": re.compile(r"^BEGIN:V(?:CALENDAR|EVENT)", re.IGNORECASE | re.MULTILINE),
}
"""The first of them that occurs says which it is: one may be quoted in the other."""
_ENOUGH_FIELDS = 2
"""So many known headings make a header anywhere; one alone does so only in the first row."""
_MOST_COLUMNS_NAMED = 12


@dataclass(frozen=True)
class Format:
    """What a file is, and for a table which one and where its header is."""

    name: Name
    kind: str = ""
    header: Header | None = None


def recognise(text: str, file: str) -> Format:
    """The format of a text, from its beginning. Raises `SourceError` if it is none that is understood.

    Mail is known by its bytes (`mbox.is_one`): it has no one encoding.
    """
    candidates = list(headers(text))
    format = _known_table(candidates, file)
    if format:
        return format
    begun = {mark.start(): name for name, pattern in _BEGINS.items() if (mark := pattern.search(text))}
    if begun:
        return Format(begun[min(begun)])
    header = _people_table(candidates)
    if header:
        return Format("Outlook" if outlook.is_one(header) else "CSV", header=header)
    raise SourceError(_not_understood(text, file, candidates))


def is_understood(file: str, head: bytes) -> bool:
    """Whether a file that begins with `head` has a format that is understood; a zip is none by itself."""
    if is_zip(head):
        return False
    if mbox.is_one(head):
        return True
    try:
        recognise(decode(head)[:HEAD], file)
    except SourceError:
        return False
    return True


def _known_table(candidates: list[Header], file: str) -> Format | None:
    for header in candidates:
        names = header.names
        if kind := linkedin.kind_of(names, file):
            return Format("LinkedIn", kind, header)
        if google.is_one(names):
            return Format("Google", header=header)
        if table := folder.table_of(header, file):
            return Format("netgive", table, header)
    return None


def _people_table(candidates: list[Header]) -> Header | None:
    """The candidate with the most headings of an address book, the first of them."""
    best: tuple[int, Header] | None = None
    begun = set()
    for header in candidates:
        fields = len(columns_of(header.cells))
        enough = fields >= _ENOUGH_FIELDS or header.delimiter not in begun
        begun.add(header.delimiter)
        if enough and anycsv.is_one(header) and (best is None or fields > best[0]):
            best = (fields, header)
    return best[1] if best else None


def _not_understood(text: str, file: str, candidates: list[Header]) -> str:
    if not text.strip():
        return f"{file} is empty."
    if text.startswith("SQLite format 3"):
        return f"{file} is a database. If it is one of netgive's own files, open it with --file or export it as CSV."
    for header, below in pairwise(candidates):
        width = len(header.cells)
        if header.delimiter == below.delimiter and width == len(below.cells) > 1:
            columns = ", ".join(one_line(cell, 40) for cell in header.cells[:_MOST_COLUMNS_NAMED] if cell)
            return f"{file} has no column for names or e-mail addresses. Its columns are {columns}."
    return f"{file} is not a kind of file that netgive can read. {UNDERSTOOD}"
