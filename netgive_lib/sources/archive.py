"""The files inside a zip or a folder, read one at a time and never written to disk.

What an archive says about itself is not believed: what is read of one file, and of all, has a bound. Mail may be
larger than that: it is opened when its turn comes, and read block by block.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, TypeAlias

from netgive_lib.sources.found import Problem, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LARGEST_FILE = 200_000_000
LARGEST_ALL = 400_000_000
MOST_FILES = 5_000
MOST_IN_FOLDER = 100_000
"""A folder may hold each e-mail as a file of its own."""
LARGEST_MAILBOX = 1_000_000_000
"""So much of a mailbox is unpacked from a zip in any case, and beyond it as much as mail can be packed."""
MAIL_PACKS = 50
"""A mailbox that is packed to less than one part in so many holds no mail: real ones come to a third to a tenth."""
HEAD = 64_000
"""How much of a file, in bytes, tells what it is."""

_ENCRYPTED = 0x1
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The ways of packing that can be unpacked a bounded piece at a time; no export uses another."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""What a file that is broken raises, when it is opened or while it is read."""


@dataclass(frozen=True)
class Stored:
    """A file that is too large to hold in memory."""

    open: Callable[[], IO[bytes]]
    size: int
    """In bytes, as far as the archive tells the truth."""
    most: int | None = None
    """So many bytes are read of it; None for all."""

    @contextmanager
    def stream(self) -> Iterator[Stream]:
        """The file, opened to be read from its beginning."""
        stream = Stream(self)
        try:
            yield stream
        finally:
            stream.close()


Content: TypeAlias = bytes | Stored | None
"""What is in a file: itself, the way to it, or None where it isn't wanted."""


class Stream:
    """A file that is read block by block. It ends where it is damaged or where its bound is, and says so."""

    def __init__(self, stored: Stored) -> None:
        self.problem: str | None = None
        """Why the end was not the file's own."""
        self._left = stored.most
        self._file: IO[bytes] | None = None
        try:
            self._file = stored.open()
        except _DAMAGED:
            self.problem = "This file is damaged and can't be read."

    def read(self, size: int, /) -> bytes:
        """The next bytes; b"" at the end."""
        if self._file is None or self.problem:
            return b""
        if self._left is not None and self._left <= 0:
            self.problem = (
                "This file unpacks to more than any mailbox does. Only the first part of it was read."
            )
            return b""
        try:
            block = self._file.read(size)
        except _DAMAGED:
            self.problem = "This file is damaged. What comes before the damage was read."
            return b""
        if self._left is not None:
            self._left -= len(block)
        return block

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()


def is_zip(head: bytes) -> bool:
    """Whether a file that begins so is a zip."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


class Files:
    """The files of a zip or folder, one at a time."""

    def __init__(
        self, wanted: Callable[[str, bytes], bool], stored: Callable[[bytes], bool] = lambda _: False
    ) -> None:
        """`wanted` tells by name and head which files are read, `stored` by the head which are only opened."""
        self.problems: list[Problem] = []
        """What was wrong with some of the files; filled while they are being read."""
        self._wanted = wanted
        self._stored = stored
        self._left = LARGEST_ALL

    def in_zip(self, source: Path | bytes, file: str) -> Iterator[tuple[float, str, Content]]:
        """(how far, name, content) of each file in a zip. Raises `SourceError` if it is none that can be read."""
        with _opened(source, file) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if any(member.filename == "[Content_Types].xml" for member in members):
                raise SourceError(f"{file} is a spreadsheet or a document: save it as CSV and bring that in.")
            if len({member.header_offset for member in members}) < len(members):
                raise SourceError(
                    f"{file} says of several files that they lie in one place: download it again."
                )
            if len(members) > MOST_FILES:
                raise SourceError(f"{file} holds {len(members):,} files, which is more than any export does.")
            for index, member in enumerate(members):
                if not _is_plain(member.filename):
                    self._problem(
                        member.filename, "The path of this file leads out of the zip. It was not read."
                    )
                elif member.flag_bits & _ENCRYPTED:
                    self._problem(member.filename, "This file is locked with a password. Unpack it first.")
                elif member.compress_type not in _PACKED:
                    self._problem(member.filename, "This file is packed in an unusual way. Unpack it first.")
                else:
                    most = max(LARGEST_MAILBOX, MAIL_PACKS * member.compress_size)
                    stored = Stored(partial(_member, source, file, member), member.file_size, most)
                    content = self._read(member.filename, partial(archive.open, member), stored)
                    yield index / len(members), member.filename, content

    def in_folder(self, folder: Path) -> Iterator[tuple[float, str, Content]]:
        """(how far, name, content) of each file in a folder and in the two levels of folders below it."""
        paths = sorted(path for glob in ("*", "*/*", "*/*/*") for path in folder.glob(glob))
        paths = [path for path in paths if path.is_file() and not path.name.startswith(".")]
        if len(paths) > MOST_IN_FOLDER:
            raise SourceError(
                f"{folder.name} holds {len(paths):,} files: choose a folder with the export alone."
            )
        for index, path in enumerate(paths):
            name = path.relative_to(folder).as_posix()
            yield index / len(paths), name, self._read(name, partial(_file, path), on_disk(path))

    def _read(self, name: str, opened: Callable[[], IO[bytes]], stored: Stored) -> Content:
        """The whole file if its head is wanted, or `stored`, else None; a damaged or huge one becomes a problem."""
        try:
            with opened() as stream:
                head = stream.read(min(HEAD, self._left))
                if self._stored(head):
                    return stored
                self._left -= len(head)
                if not self._wanted(name, head):
                    return None
                most = min(LARGEST_FILE, self._left)
                rest = stream.read(most + 1)
        except _DAMAGED:
            self._problem(name, "This file is damaged and can't be read.")
            return None
        self._left -= len(rest)
        if len(rest) > most:
            self._problem(name, f"This file is larger than {most // 1_000_000} MB. It was not read.")
            return None
        return head + rest

    def _problem(self, name: str, problem: str) -> None:
        self.problems.append(Problem(name, None, problem))


def file_content(path: Path) -> bytes:
    """The bytes of one file. Raises `SourceError` if it is too large or can't be opened."""
    try:
        with _file(path) as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise SourceError(f"{path.name} can't be opened: {error.strerror or 'it is no file'}.") from None
    if len(data) > LARGEST_FILE:
        raise SourceError(f"{path.name} is larger than {LARGEST_FILE // 1_000_000} MB, so it was not read.")
    return data


def on_disk(path: Path) -> Stored:
    """A file of any size that lies open on the disk."""
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    return Stored(partial(_file, path), size)


def _member(source: Path | bytes, file: str, member: zipfile.ZipInfo) -> IO[bytes]:
    with _opened(source, file) as archive:
        return archive.open(member)


def _opened(source: Path | bytes, file: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
    except (*_DAMAGED, NotImplementedError):
        raise SourceError(f"{file} is a damaged zip file: download it again.") from None


def _file(path: Path) -> IO[bytes]:
    return path.open("rb")


def _is_plain(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return not (path.is_absolute() or ".." in path.parts or name[1:2] == ":")
