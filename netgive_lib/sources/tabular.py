"""Rows out of a CSV file as people really have them: any encoding, any delimiter, and with broken quotes."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from netgive_lib.network import fold
from netgive_lib.sources.found import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from netgive_lib.sources.found import Found

DELIMITERS = (",", ";", "\t", "|")
LARGEST_CELL = 2_000_000
"""The longest cell that is read, in characters: a longer one is taken for a quote that never closes."""
MOST_ROWS = 400_000
"""So many rows of a table are read; twenty years of messages have fewer."""
MOST_LINES = 3_000_000
"""So many lines of a table are read; a message may have several."""
MOST_PROBLEMS = 1_000

_HEADER_WITHIN = 15
"""A header is looked for in this many rows: LinkedIn and spreadsheets put notes above it."""
_HEAD = 64_000
_STEPS = 20
_ENOUGH_TO_BE_SURE = 5
"""From this many columns on, a line that has them all by itself is a row and not a line of someone's text."""


def decode(data: bytes) -> str:
    """The text behind `data`: UTF-16 or UTF-8, with or without a mark; a line that is neither is Windows-1252.

    >>> decode("Zoë".encode("utf-16-le")), decode("Zoë".encode("cp1252"))
    ('Zoë', 'Zoë')
    """
    if data.isascii() and b"\0" not in data:
        return data.decode("ascii")
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return _plain(data[2:].decode(encoding, "replace"))
    wide = _wide(data[:2000])
    if wide:
        return _plain(data.decode(wide, "replace"))
    try:
        return _plain(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _plain("\n".join(map(_line, data.removeprefix(b"\xef\xbb\xbf").split(b"\n"))))


def _plain(text: str) -> str:
    return text.replace("\0", "").removeprefix("\ufeff")


def _wide(head: bytes) -> str | None:
    """Which UTF-16 it is, by where the NULs are in a text that begins in Latin and is mostly so."""
    if b"\0" not in head[:2]:
        return None  # a plain text with some NULs in it
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 10 < len(head) * 2 or min(even, odd) * 4 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def squeezed(header: str) -> str:
    """A column's name in small letters and digits alone, as eras and languages vary the rest.

    >>> squeezed("SENDER_PROFILE URL"), squeezed("E-mail 1 - Value"), squeezed("Prénom")
    ('senderprofileurl', 'email1value', 'prenom')
    """
    return re.sub(r"[\W_]+", "", fold(header))


def _lines(text: str) -> list[str]:
    """The lines of a text with their ends, which are those of Windows, Unix or old Macs."""
    if text.count("\r") != text.count("\r\n"):
        return list(islice(io.StringIO(text, newline=""), MOST_LINES))
    lines = text.split("\n", MOST_LINES)  # in a quarter of the memory
    last = "" if len(lines) > MOST_LINES else lines[-1]
    lines.pop()
    return [f"{line}\n" for line in lines] + [last] * bool(last)


class Row:
    """One row: cells by the squeezed name of their column, or by its index; `line` is where it starts."""

    __slots__ = ("_where", "cells", "line")

    def __init__(self, line: int, cells: list[str], where: dict[str, int]) -> None:
        self.line = line
        self.cells = cells
        """One for each column, and an empty one at the end."""
        self._where = where

    def __getitem__(self, column: str) -> str:
        """The trimmed cell; "" where the table lacks the column."""
        return self.cells[self._where.get(column, -1)].strip()

    def first(self, columns: Iterable[int]) -> str:
        """The trimmed cell of the first of the columns at these indexes that holds something, else ""."""
        for index in columns:
            cell = self.cells[index].strip()
            if cell:
                return cell
        return ""


@dataclass(frozen=True)
class Header:
    """A row that could be the header of a table."""

    cells: tuple[str, ...]
    delimiter: str
    last_line: int
    """The line it ends on; rows start after it."""

    @property
    def names(self) -> list[str]:
        """The squeezed names of the columns."""
        return [squeezed(cell) for cell in self.cells]


def headers(text: str) -> Iterator[Header]:
    """The rows at the top of `text` that could be a header, for each delimiter."""
    head = list(io.StringIO(text[:_HEAD], newline=""))
    for delimiter in DELIMITERS:
        reader = csv.reader(head, delimiter=delimiter)
        try:
            for cells in islice(reader, _HEADER_WITHIN):
                if any(map(str.strip, cells)):
                    yield Header(tuple(cell.strip() for cell in cells), delimiter, reader.line_num)
        except csv.Error:
            continue


@dataclass
class Table:
    """The rows below a header, and what was wrong with some of them."""

    file: str
    text: Callable[[], str]
    """Gives the whole text; asked when the rows are read, and not kept."""
    header: Header
    problems: list[Problem] = field(default_factory=list)
    """Filled while `rows` is being read."""
    skipped: Counter[str] = field(default_factory=Counter)
    """What was passed over on purpose: reason in words, in the plural -> rows."""
    progress: Callable[[float], None] | None = None
    trusted: bool = False
    """Whether a record with a cell for each column is one row, as in what netgive and spreadsheets write: a text
    in it may well have lines that look like rows themselves."""

    def rows(self) -> Iterator[Row]:
        """Every row that holds something; one that can't be read becomes a problem."""
        where = {name: index for index, name in reversed(list(enumerate(self.header.names))) if name}
        for line, cells in self._filled():
            yield Row(line, cells, where)

    def columns(self, *names: str) -> Iterator[tuple[int, Iterator[str]]]:
        """The line and the trimmed cells of two or more columns, by their squeezed names, of each of `rows`."""
        there = self.header.names
        pick = itemgetter(*(there.index(name) if name in there else -1 for name in names))
        for line, cells in self._filled():
            yield line, map(str.strip, pick(cells))

    def _filled(self) -> Iterator[tuple[int, list[str]]]:
        """(line, cells) of each row that holds something: a cell for each column, and an empty one at the end."""
        width = len(self.header.cells)
        for count, (line, cells) in enumerate(self._records()):
            if count == MOST_ROWS:
                self.problem(line, f"Only the first {MOST_ROWS:,} rows of this table were read.")
                return
            if len(cells) == width and cells[0].strip():  # as nearly all are
                cells.append("")
                yield line, cells
            elif len(cells) > width and any(map(str.strip, cells[width:])):
                self.problem(line, f"This row has {len(cells)} cells, but there are {width} columns.")
            elif any(map(str.strip, cells)):
                cells[width:] = ("",) * (1 + max(0, width - len(cells)))
                yield line, cells
            elif cells:
                self.skipped["empty rows"] += 1

    def problem(self, line: int | None, problem: str) -> None:
        """Note what is wrong with a row, or with the whole table; where much is wrong, not every row."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(self.file, line, problem))
        elif len(self.problems) == MOST_PROBLEMS:
            self.problems.append(Problem(self.file, line, "From here on, problems are not listed any more."))

    def report(self, found: Found) -> None:
        """Add the problems and the skipped rows to what was found."""
        found.problems += self.problems
        for reason, count in self.skipped.items():
            found.skipped[reason] = found.skipped.get(reason, 0) + count

    def _records(self) -> Iterator[tuple[int, list[str]]]:
        """(first line, cells) of each record; after one whose quotes are broken, goes on with the next row."""
        csv.field_size_limit(LARGEST_CELL)
        lines = _lines(self.text())
        start = self.header.last_line
        step = max(1, len(lines) // _STEPS)
        told = start + step
        while start < len(lines):
            reader = self._reader(lines, start)
            first = at = start
            try:
                for cells in reader:
                    first, at = at, start + reader.line_num
                    if at - first > 1 and self._swallowed(lines[first:at]):
                        raise csv.Error
                    yield first + 1, cells
                    if at >= told and self.progress:
                        self.progress(at / len(lines))
                        told = at + step
                    first = at
                if len(lines) == MOST_LINES:
                    self.problem(at, f"Only the first {MOST_LINES:,} lines of this table were read.")
                return
            except csv.Error:
                start = self._next_row(lines, first)
                yield from self._salvaged(lines, first, start)

    def _reader(self, lines: list[str], start: int) -> Any:
        rest = map(lines.__getitem__, range(start, len(lines)))
        return csv.reader(rest, delimiter=self.header.delimiter, strict=True)

    def _swallowed(self, lines: list[str]) -> bool:
        """Whether a record of several lines is several rows, held together by a quote that was not closed."""
        width = len(self.header.cells)
        if self.trusted and len(next(csv.reader(lines, delimiter=self.header.delimiter))) == width:
            return False
        if width < _ENOUGH_TO_BE_SURE or lines[1].count(self.header.delimiter) < width - 1:
            return False
        return all(len(self._alone(line)) == width for line in lines[1:])

    def _next_row(self, lines: list[str], broken: int) -> int:
        """The first line after `broken` at which a whole row stands, or one too long; the end if there is none."""
        width = len(self.header.cells)
        for start in range(broken + 1, len(lines)):
            try:
                cells = next(self._reader(lines, start))
            except csv.Error:
                cells = []
            if len(cells) >= width or len(self._alone(lines[start])) >= width:
                return start
        return len(lines)

    def _salvaged(self, lines: list[str], start: int, end: int) -> Iterator[tuple[int, list[str]]]:
        """The row that stands in these lines, if there is one despite its quotes."""
        cells = self._alone(lines[start]) if end == start + 1 else []
        if len(cells) == len(self.header.cells):
            yield start + 1, cells
        else:
            where = f"in lines {start + 1} to {end}" if end > start + 1 else "in this row"
            long = any(len(line) > LARGEST_CELL for line in lines[start:end])
            what = "A cell" if long else "A quotation mark"
            is_wrong = f"is longer than {LARGEST_CELL:,} letters" if long else "is never closed"
            self.problem(start + 1, f"{what} {where} {is_wrong}. Nothing was read there.")

    def _alone(self, line: str) -> list[str]:
        """The cells of one line, its quotes kept as text where they can't be right."""
        if len(line) > LARGEST_CELL:
            return []
        cells = next(csv.reader([line], delimiter=self.header.delimiter))
        if len(cells) == len(self.header.cells):
            return cells
        return [cell.strip().strip('"') for cell in line.split(self.header.delimiter)]
