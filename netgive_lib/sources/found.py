"""What a source gives: the common form that every reader returns, before anyone is matched or merged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date


_LONGEST_SHOWN = 120
_LONGEST_SAID = 1_000


def one_line(text: str, most: int = _LONGEST_SHOWN) -> str:
    r"""A text that came from outside, such as a file's name, as one line that can be printed.

    >>> one_line("a\x1b[2J.csv")
    'a�[2J.csv'
    """
    plain = "".join(letter if letter.isprintable() else "\ufffd" for letter in text[: most + 1])
    return plain if len(plain) <= most else plain[: most - 1] + "…"


class SourceError(ValueError):
    """A file can't be read at all. The message is one sentence for the person who chose the file."""


@dataclass(frozen=True)
class Problem:
    """One row or card that could not be read: in which file, at which line (1 is the first), and why."""

    file: str
    line: int | None
    problem: str

    @property
    def told(self) -> str:
        """The problem with its place, for one line; a sentence that names the file itself needs no other.

        >>> Problem("a.csv", 3, "This row is short.").told, Problem("a.csv", None, "a.csv is empty.").told
        ('a.csv, line 3: This row is short.', 'a.csv is empty.')
        """
        file = one_line(self.file)
        where = f"{file}, line {self.line}: " if self.line else f"{file}: "
        said = one_line(self.problem, most=_LONGEST_SAID)
        return said if self.line is None and self.problem.startswith(f"{self.file} ") else where + said


@dataclass(slots=True)
class Someone:
    """One person as one row or card describes them. Empty is None, "" never occurs.

    `ref` tells this description from the others of the same `Found`; exchanges and ties name people by it.
    Several descriptions may turn out to be the same person: deciding that is not a reader's job.
    """

    ref: str
    name: str | None = None
    given_name: str | None = None
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    url: str | None = None
    organization: str | None = None
    title: str | None = None
    city: str | None = None
    circle: str | None = None
    topics: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    birthday: str | None = None
    """`1988-06-15`, or `--06-15` where the year is not known."""
    connected_on: date | None = None
    note: str | None = None
    known: bool = True
    """False where the row only mentions them (a message's other side): it finds a person who is there, by
    address or by name and organization, or makes one if it carries a profile or an e-mail address."""


@dataclass(slots=True)
class Happened:
    """One dated exchange between two descriptions (by `ref`; `me` for the owner of the file)."""

    date: date
    actor: str
    kind: str
    other: str
    what: str | None = None
    weight: float = 1.0
    channel: str | None = None
    source: str | None = None
    """The format it comes from, where that is not the one of all that was found."""


@dataclass
class Found:
    """All that one file, folder or archive holds."""

    format: str
    """The name of the format, as the person sees it: `LinkedIn export`, `Google Contacts`, `vCard` …"""
    people: list[Someone] = field(default_factory=list)
    me: Someone | None = None
    """The owner of the file, where it tells: never among `people`."""
    exchanges: list[Happened] = field(default_factory=list)
    ties: list[tuple[str, str, str]] = field(default_factory=list)
    """(ref, ref, how)."""
    problems: list[Problem] = field(default_factory=list)
    files: list[tuple[str, str]] = field(default_factory=list)
    """(file inside the source, what it was read as), for the report."""
    tables: dict[str, Any] = field(default_factory=dict)
    """netgive's own CSV folder only: table name -> Polars frame (some columns may be missing)."""
    skipped: dict[str, int] = field(default_factory=dict)
    """What was passed over on purpose, counted: reason in words -> how many rows."""
