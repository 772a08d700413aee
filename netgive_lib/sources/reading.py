"""Reading a file, a folder or an archive: everything in it that is understood, as one `Found`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from netgive_lib.sources import anycsv, folder, google, linkedin, mbox, outlook
from netgive_lib.sources.archive import HEAD, Files, Stored, file_content, in_hand, is_zip, on_disk
from netgive_lib.sources.found import Found, Problem, SourceError
from netgive_lib.sources.ical import Calendars
from netgive_lib.sources.mailboxes import Mailboxes
from netgive_lib.sources.recognise import UNDERSTOOD, Format, is_understood, recognise
from netgive_lib.sources.tabular import Table, decode
from netgive_lib.sources.together import take_out_owner, together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_LOOKED_AT = 0.1
"""How far it is when it is known of all files what they are."""
_STEP = 0.025
MOST_PEOPLE = 100_000
"""LinkedIn lets nobody have more than 30,000 connections; a file with more than this is no address book."""
_ADDRESS_BOOKS = ("vCard", "Google", "Outlook", "CSV")
_NAMED = 5
"""So many of the files that were passed over are named."""


def read(
    path: Path,
    progress: Callable[[float], None] | None = None,
    me: str | None = None,
    today: date | None = None,
) -> Found:
    """What a file, a folder or a zip holds.

    Args:
        path: The file; its content tells what it is.
        progress: Called with how far it is, from 0 to 1, a few dozen times at most.
        me: Your own e-mail address (or several, with commas) or profile address or name, where the file does not
            tell who you are or tells it wrong.
        today: What is later has not taken place. The day it is, if none is given.

    Raises:
        SourceError: It can't be opened or is of no kind that is understood.

    """
    reading = _Reading(_rarely(progress), me, today)
    if path.exists() and not (path.is_dir() or path.is_file()):
        raise SourceError(
            f"{path.name} is no file but a device or a pipe: save what comes out of it as a file."
        )
    head = b"" if path.is_dir() else _head(path)
    if path.is_dir():
        files = Files(lambda file, head: is_zip(head) or is_understood(file, head))
        reading.add_all(files.in_folder(path), files)
    elif is_zip(head):
        files = Files(is_understood)
        reading.add_all(files.in_zip(path, path.name), files)
    elif mbox.is_one(head):
        reading.add(path.name, replace(on_disk(path), head=head))
    else:
        reading.add(path.name, in_hand(file_content(path)))
    return reading.found(path.name)


def read_bytes(
    data: bytes,
    file: str,
    progress: Callable[[float], None] | None = None,
    me: str | None = None,
    today: date | None = None,
) -> Found:
    """What a file holds that was uploaded under the name `file`; else as `read`."""
    reading = _Reading(_rarely(progress), me, today)
    if is_zip(data):
        files = Files(is_understood)
        reading.add_all(files.in_zip(data, file), files)
    else:
        reading.add(file, in_hand(data))
    return reading.found(file)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(HEAD)
    except OSError as error:
        raise SourceError(f"{path.name} can't be opened: {error.strerror or 'it is no file'}.") from None


def _rarely(progress: Callable[[float], None] | None) -> Callable[[float], None]:
    """`progress`, called only when there is a step to tell of."""
    told = -1.0

    def tell(fraction: float) -> None:
        nonlocal told
        if progress and (fraction - told >= _STEP or fraction == 1.0 != told):
            told = fraction
            progress(fraction)

    return tell


@dataclass(frozen=True)
class _Input:
    """One file that is recognised: what it is, and what is in it."""

    format: Format
    stored: Stored
    table: Table | None

    @property
    def size(self) -> int:
        """About how much there is to read."""
        return max(1, self.stored.size)


class _Reading:
    """One source while it is read: first all of it is recognised, then each file is read as what it is."""

    def __init__(self, progress: Callable[[float], None], me: str | None, today: date | None) -> None:
        self._progress = progress
        self._me = me
        self._today = today or date.today()  # noqa: DTZ011 - the day where the person is
        self._recognised: dict[str, _Input] = {}
        self._passed: list[str] = []
        self._problems: list[Problem] = []
        self._unread: set[str] = set()
        """Files that were recognised and could then not be read."""

    def add(self, file: str, stored: Stored) -> None:
        """Recognise one file. Raises `SourceError` if it is of no kind that is understood."""
        while file in self._recognised:
            file += " (again)"
        table = None
        if mbox.is_one(stored.head):
            format = Format("mail")
        else:
            format = recognise(decode(stored.head)[:HEAD], file)
            if format.header:
                table = Table(file, lambda: decode(self._whole(file, stored)), format.header)
        self._recognised[file] = _Input(format, stored, table)

    def add_all(
        self,
        entries: Iterator[tuple[float, str, Stored | None]],
        files: Files,
        under: str = "",
    ) -> None:
        """Recognise the files of an archive or folder; those that say nothing about people are passed over."""
        for fraction, name, stored in entries:
            self._progress(fraction * _LOOKED_AT)
            file = under + name
            try:
                if stored is None:
                    if all(problem.file != name for problem in files.problems):
                        self._passed.append(file)
                elif is_zip(stored.head) and stored.path:
                    inner = Files(is_understood, within=files)
                    self.add_all(inner.in_zip(stored.path, file), inner, f"{file}/")
                else:
                    self.add(file, stored)
            except SourceError as error:
                self._problems.append(Problem(file, None, str(error)))
        self._problems += (replace(problem, file=under + problem.file) for problem in files.problems)

    def found(self, source: str) -> Found:
        """All that was found. Raises `SourceError` if nothing was recognised."""
        exports = [(entry.format.kind, entry.table) for _, entry in self._of("LinkedIn") if entry.table]
        if exports:
            # The other tables of LinkedIn's archive are about its owner, not about people they know.
            self._pass_over("CSV")
        parts = self._parts()
        for file, entry in self._recognised.items():
            if entry.table:
                entry.table.progress = parts[file]
        founds = [linkedin.read(exports, self._me)] if exports else []
        for file, entry in self._recognised.items():
            if sum(len(found.people) for found in founds) < MOST_PEOPLE or entry.format.name == "netgive":
                founds += self._read_one(file, entry)
            elif entry.format.name in _ADDRESS_BOOKS:
                enough = f"The files before this one hold {MOST_PEOPLE:,} people already. It was not read."
                self._problems.append(Problem(file, None, enough))
        founds += [*self._mail(parts), *self._calendars(parts)]
        found = together(founds)
        found.files = [(file, what) for file, what in found.files if file not in self._unread]
        if not found.files:
            raise SourceError(self._nothing(source))
        found.problems += self._problems
        _limit(found)
        if self._passed:
            found.skipped[_passed_over(self._passed)] = len(self._passed)
        take_out_owner(found, self._me)
        self._progress(1.0)
        return found

    def _whole(self, file: str, stored: Stored) -> bytes:
        """All of a file whose turn has come; nothing, and a problem, if it can't be read."""
        try:
            return stored.whole()
        except SourceError as error:
            self._problems.append(Problem(file, None, str(error)))
            self._unread.add(file)
            return b""

    def _of(self, name: str) -> list[tuple[str, _Input]]:
        return [(file, entry) for file, entry in self._recognised.items() if entry.format.name == name]

    def _pass_over(self, name: str) -> None:
        for file, _ in self._of(name):
            del self._recognised[file]
            self._passed.append(file)

    def _parts(self) -> dict[str, Callable[[float], None]]:
        """For each file, what to tell how far it is: its share of the whole goes by its size."""
        total = sum(entry.size for entry in self._recognised.values())
        parts: dict[str, Callable[[float], None]] = {}
        done = 0
        for file, entry in self._recognised.items():
            parts[file] = partial(self._tell, done / total, entry.size / total)
            done += entry.size
        return parts

    def _tell(self, before: float, share: float, fraction: float) -> None:
        self._progress(_LOOKED_AT + (0.99 - _LOOKED_AT) * (before + share * min(1.0, fraction)))

    def _read_one(self, file: str, entry: _Input) -> list[Found]:
        name, table = entry.format.name, entry.table
        if name == "vCard":
            return self._vcards(file, self._whole(file, entry.stored))
        if table is None or name == "LinkedIn":
            return []
        if name == "netgive":
            return [folder.read(entry.format.kind, table)]
        readers = {"Google": google.read, "Outlook": outlook.read, "CSV": anycsv.read}
        return [readers[name](table)]

    def _mail(self, parts: dict[str, Callable[[float], None]]) -> Iterator[Found]:
        """What all mailboxes and e-mails hold together: a mail lies in several, and they have one owner."""
        entries = self._of("mail")
        mail = Mailboxes(self._me, self._today)
        for file, entry in entries:
            with entry.stored.stream() as stream:
                mail.add(file, stream, partial(_tell_bytes, parts[file], entry.size))
            if stream.problem:
                self._problems.append(Problem(file, None, stream.problem))
        if entries:
            yield mail.found()

    def _calendars(self, parts: dict[str, Callable[[float], None]]) -> Iterator[Found]:
        entries = self._of("calendar")
        calendars = Calendars(self._me, self._today)
        for file, entry in entries:
            data = self._whole(file, entry.stored)
            if file not in self._unread:
                calendars.add(file, data, parts[file])
        if entries:
            yield calendars.found()

    def _vcards(self, file: str, data: bytes) -> list[Found]:
        from netgive_lib.sources.vcard import read_vcards

        try:
            found = read_vcards(data, file)
        except SourceError as error:
            if len(self._recognised) == 1:
                raise
            self._problems.append(Problem(file, None, str(error)))
            return []
        for someone in found.people:
            someone.ref = f"{file}:{someone.ref}"
        found.ties = [(f"{file}:{a}", f"{file}:{b}", how) for a, b, how in found.ties]
        return [found]

    def _nothing(self, source: str) -> str:
        if self._problems:
            return f"Nothing in {source} can be read. {self._problems[0].told}"
        return f"{source} holds nothing that netgive can read. {UNDERSTOOD}"


def _limit(found: Found) -> None:
    """Keep no more people than one can have: comparing them costs the more, the more they are."""
    left = len(found.people) - MOST_PEOPLE
    if left > 0:
        found.people = sorted(found.people, key=lambda someone: not someone.known)[:MOST_PEOPLE]
        found.skipped[f"people beyond the first {MOST_PEOPLE:,}"] = left


def _tell_bytes(tell: Callable[[float], None], size: int, read: int) -> None:
    tell(read / size)


def _passed_over(files: list[str]) -> str:
    named = ", ".join(files[:_NAMED]) + (", …" if len(files) > _NAMED else "")
    return f"files that say nothing about people ({named})"
