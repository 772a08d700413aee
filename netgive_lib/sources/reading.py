"""Reading a file, a folder or an archive: everything in it that is understood, as one `Found`."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.schema import ME
from netgive_lib.sources import anycsv, folder, google, linkedin
from netgive_lib.sources.archive import HEAD, Files, file_content, is_zip
from netgive_lib.sources.found import Found, Problem, SourceError
from netgive_lib.sources.linkedin_people import Owner, Side
from netgive_lib.sources.recognise import UNDERSTOOD, is_understood, recognise
from netgive_lib.sources.tabular import Table, decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from netgive_lib.sources.found import Someone
    from netgive_lib.sources.recognise import Format

_UNPACKED = 0.2
"""How far it is when all files of an archive are in memory."""
_STEP = 0.025
_NAMED = 5
"""So many of the files that were passed over are named."""


def read(path: Path, progress: Callable[[float], None] | None = None, me: str | None = None) -> Found:
    """What a file, a folder or a zip holds.

    Args:
        path: The file; its content tells what it is.
        progress: Called with how far it is, from 0 to 1, a few dozen times at most.
        me: Your own e-mail or profile address or name, where the file does not tell who you are.

    Raises:
        SourceError: It can't be opened or is of no kind that is understood.

    """
    reading = _Reading(_rarely(progress), me)
    files = Files(is_understood)
    if path.is_dir():
        files = Files(lambda file, head: is_zip(head) or is_understood(file, head))
        reading.add_all(files.in_folder(path), files)
    elif is_zip(_head(path)):
        reading.add_all(files.in_zip(path, path.name), files)
    else:
        reading.add(path.name, file_content(path))
    return reading.found(path.name)


def read_bytes(
    data: bytes, file: str, progress: Callable[[float], None] | None = None, me: str | None = None
) -> Found:
    """What a file holds that was uploaded under the name `file`; else as `read`."""
    reading = _Reading(_rarely(progress), me)
    if is_zip(data):
        files = Files(is_understood)
        reading.add_all(files.in_zip(data, file), files)
    else:
        reading.add(file, data)
    return reading.found(file)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(4)
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


class _Reading:
    """One source while it is read: first all of it is recognised, then each file is read as what it is."""

    def __init__(self, progress: Callable[[float], None], me: str | None) -> None:
        self._progress = progress
        self._me = me
        self._recognised: dict[str, tuple[Format, bytes, Table | None]] = {}
        self._passed: list[str] = []
        self._problems: list[Problem] = []

    def add(self, file: str, data: bytes) -> None:
        """Recognise one file. Raises `SourceError` if it is of no kind that is understood."""
        text = decode(data)
        format = recognise(text[:HEAD], file)
        while file in self._recognised:
            file += " (again)"
        table = Table(file, text, format.header) if format.header else None
        self._recognised[file] = format, b"" if table else data, table

    def add_all(
        self,
        entries: Iterator[tuple[float, str, bytes | None]],
        files: Files,
        under: str = "",
    ) -> None:
        """Recognise the files of an archive or folder; those that say nothing about people are passed over."""
        for fraction, name, content in entries:
            self._progress(fraction * _UNPACKED)
            file = under + name
            try:
                if content is None:
                    self._passed.append(file)
                elif is_zip(content):
                    inner = Files(is_understood)
                    self.add_all(inner.in_zip(content, file), inner, f"{file}/")
                else:
                    self.add(file, content)
            except SourceError as error:
                self._problems.append(Problem(file, None, str(error)))
        self._problems += (replace(problem, file=under + problem.file) for problem in files.problems)

    def found(self, source: str) -> Found:
        """All that was found. Raises `SourceError` if nothing was recognised."""
        exports = [(format.kind, table) for format, _, table in self._of("LinkedIn") if table]
        if exports:
            # The other tables of LinkedIn's archive are about its owner, not about people they know.
            self._pass_over("CSV")
        count = len(self._recognised)
        for index, (_, _, table) in enumerate(self._recognised.values()):
            if table:
                table.progress = partial(self._tell, index, count)
        founds = [linkedin.read(exports, self._me)] if exports else []
        for file, (format, data, table) in self._recognised.items():
            if format.name != "LinkedIn":
                founds += self._read_one(file, format, data, table)
        if not founds:
            raise SourceError(self._nothing(source))
        found = _together(founds)
        found.problems += self._problems
        if self._passed:
            found.skipped[_passed_over(self._passed)] = len(self._passed)
        _take_out_owner(found, self._me)
        self._progress(1.0)
        return found

    def _of(self, name: str) -> list[tuple[Format, bytes, Table | None]]:
        return [entry for entry in self._recognised.values() if entry[0].name == name]

    def _pass_over(self, name: str) -> None:
        for file in [file for file, entry in self._recognised.items() if entry[0].name == name]:
            del self._recognised[file]
            self._passed.append(file)

    def _tell(self, index: int, count: int, fraction: float) -> None:
        self._progress(_UNPACKED + (0.99 - _UNPACKED) * (index + fraction) / count)

    def _read_one(self, file: str, format: Format, data: bytes, table: Table | None) -> list[Found]:
        if table is None:
            return self._vcards(file, data)
        if format.name == "Google":
            return [google.read(table)]
        if format.name == "netgive":
            return [folder.read(format.kind, table)]
        return [anycsv.read(table)]

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
            return f"Nothing in {source} can be read. {self._problems[0].file}: {self._problems[0].problem}"
        return f"{source} holds nothing that netgive can read. {UNDERSTOOD}"


def _passed_over(files: list[str]) -> str:
    named = ", ".join(files[:_NAMED]) + (", …" if len(files) > _NAMED else "")
    return f"files that say nothing about people ({named})"


def _together(founds: list[Found]) -> Found:
    """Several as one. Exchanges come from LinkedIn alone, so it gives the name that goes with them."""
    formats = list(dict.fromkeys(found.format for found in founds))
    whole = Found(linkedin.FORMAT if linkedin.FORMAT in formats else " and ".join(formats))
    for found in founds:
        whole.people += found.people
        whole.me = whole.me or found.me
        whole.exchanges += found.exchanges
        whole.ties += found.ties
        whole.problems += found.problems
        whole.files += found.files
        for name, frame in found.tables.items():
            there = whole.tables.get(name)
            whole.tables[name] = frame if there is None else pl.concat([there, frame], how="diagonal")
        for reason, count in found.skipped.items():
            whole.skipped[reason] = whole.skipped.get(reason, 0) + count
    return whole


def _take_out_owner(found: Found, me: str | None) -> None:
    """Your own entry in an address book is you, and nobody you know."""
    owner = Owner.told(me)
    mine = [someone for someone in found.people if _is_owner(someone, owner)]
    for someone in mine:
        found.people.remove(someone)
        if found.me is None:
            found.me = replace(someone, ref=ME)
        else:
            found.me.emails = list(dict.fromkeys([*found.me.emails, *someone.emails]))


def _is_owner(someone: Someone, owner: Owner) -> bool:
    if not someone.known or not (owner.known or owner.emails):
        return False
    return owner.is_me(Side(someone.name, someone.url)) or not set(owner.emails).isdisjoint(someone.emails)
