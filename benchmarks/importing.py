"""Bringing in LinkedIn's export, beside reading its tables alone."""

from __future__ import annotations

import csv
import io
import tempfile
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.compare import Other, compared
from benchmarks.report import Row, Target
from benchmarks.sizes import LARGE, Size
from benchmarks.timing import alone
from netgive_lib.network import Network
from netgive_lib.sources.bring import bring, gather

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandas as pd

_PEOPLE = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
_MESSAGES = (
    *(
        "CONVERSATION ID",
        "CONVERSATION TITLE",
        "FROM",
        "SENDER PROFILE URL",
        "TO",
        "RECIPIENT PROFILE URLS",
        "DATE",
    ),
    *("SUBJECT", "CONTENT", "FOLDER"),
)
_FIRST = (
    "Amara",
    "Bao",
    "Chidi",
    "Dilnoza",
    "Elif",
    "Farid",
    "Gwen",
    "Hina",
    "Ivo",
    "Jun",
    "Kwame",
    "Leila",
    "Mateo",
)
_LAST = (
    "Abara",
    "Bianchi",
    "Castillo",
    "Dvořák",
    "Eriksen",
    "Fofana",
    "Gupta",
    "Haddad",
    "Ito",
    "Jansen",
    "Kovač",
)
_ME, _MY_URL = "Robin Sample", "https://www.linkedin.com/in/robin-sample"


def rows(most: Size) -> Iterator[Row]:
    """The rows of this group, at `most` at the largest."""
    people = min(LARGE.people, most.people)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "export.zip"
        export(path, people, 0)
        alone_read = Other("pandas.read_csv, no more", lambda: read_alone(path), needs=["pandas"])

        def ours() -> int:
            return brought(path)

        size = f"{people:,} connections"
        yield from compared("import LinkedIn", size, ours, [alone_read], Target(most=1.0), _LIMIT)
        fewer, messages = min(2_000, most.people), min(20_000, most.exchanges)
        export(path, fewer, messages)
        size = f"{fewer:,} connections, {messages:,} messages"
        yield from compared("import LinkedIn", size, ours, [alone_read], Target(most=3.0))
        _, memory, _ = alone(brought, path)
        yield Row("import LinkedIn: memory, all in all", size, memory, target=Target(most=500), unit="MB")


_LIMIT = (
    "Python's own steps for each row: names and addresses are read as people write them, each row that can't be read "
    "becomes a problem with its line, and everyone gets an id that follows from who they are. Only those who have a "
    "name, a profile or an address in common are held against each other."
)


def brought(path: Path) -> int:
    """Import an export into an empty network; gives how many people are in it then."""
    network, _ = bring(Network(), gather([path]))
    return network.size


def read_alone(path: Path) -> list[pd.DataFrame]:
    """The tables of an export as they stand, without any understanding."""
    import pandas as pd

    with zipfile.ZipFile(path) as archive:
        return [pd.read_csv(archive.open(name)) for name in archive.namelist()]


def export(path: Path, people: int, messages: int) -> None:
    """Write an export of LinkedIn with so many connections and so many messages with them."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Connections.csv", _csv(_PEOPLE, map(_connection, range(people))))
        if messages:
            archive.writestr("messages.csv", _csv(_MESSAGES, (_message(n, people) for n in range(messages))))


def _name(number: int) -> tuple[str, str]:
    return _FIRST[number % len(_FIRST)], f"{_LAST[number // len(_FIRST) % len(_LAST)]}-{_letters(number)}"


def _letters(number: int) -> str:
    """A number in letters, so that names stay names."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number)).capitalize()


def _url(number: int) -> str:
    return f"https://www.linkedin.com/in/person-{number}-sample"


def _connection(number: int) -> tuple[str, ...]:
    mail = f"person{number}@example.org" if number % 20 == 0 else ""
    day = date(2014, 1, 1) + timedelta(days=number * 7 % 4400)
    return (*_name(number), _url(number), mail, f"Firm {number % 400}", "Maker", f"{day:%d %b %Y}")


def _message(number: int, people: int) -> tuple[str, ...]:
    person = number * 7 % people
    them, me = (" ".join(_name(person)), _url(person)), (_ME, _MY_URL)
    sender, to = (me, them) if number % 2 else (them, me)
    day = date(2016, 1, 1) + timedelta(days=number * 11 % 3600)
    return (
        f"talk-{person}",
        "",
        *sender,
        *to,
        f"{day} 11:00:00 UTC",
        "",
        "Thank you for the tip. " * 5,
        "INBOX",
    )


def _csv(header: Iterable[str], lines: Iterable[Iterable[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([header, *lines])
    return text.getvalue()
