"""The files inside a zip or a folder, one at a time and never written to disk.

Of each file the beginning is read first: it tells what the file is. The rest is read when its turn comes, so that one
file at a time is in memory, and of mail one block. What an archive says about itself is not believed: what is read of
one file, and of all, has a bound.
"""

from __future__ import annotations

import io
import math
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING

from netgive_lib.sources.found import Problem, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LARGEST_FILE = 200_000_000
LARGEST_ALL = 400_000_000
"""Of files that are held in memory, one after another, so many bytes are read of one source."""
MOST_FILES = 5_000
LARGEST_DIRECTORY = 2_500_000
"""The list of the files in a zip may have so many bytes, which is a path of 450 letters for each."""
MOST_IN_FOLDER = 100_000
"""A folder may hold each e-mail as a file of its own."""
PACKS = 50
"""A zip that is packed to less than one part in so many is no export: real ones come to a third to a tenth."""
UNPACKED_ANYWAY = 20_000_000
"""So many bytes of a zip are unpacked in any case: a small one may well say the same in every line."""
HEAD = 64_000
"""How much of a file, in bytes, tells what it is."""

_ENCRYPTED = 0x1
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The ways of packing that can be unpacked a bounded piece at a time; no export uses another."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""What a file that is broken raises, when it is opened or while it is read."""
_BROKEN = "This file is damaged."
_TOO_MUCH = "The zip that holds this file unpacks to far more than any export does."
_NOT_READ = {
    _BROKEN: "It was not read.",
    _TOO_MUCH: "It was not read. If you trust it, unpack it yourself and bring this file in alone.",
}


@dataclass
class Left:
    """How many bytes may still be read of all the files together that share it."""

    bytes: float = math.inf


@dataclass(frozen=True)
class Stored:
    """A file that is read when its turn comes."""

    open: Callable[[], IO[bytes]]
    size: int
    """In bytes, as far as the archive tells the truth."""
    head: bytes = b""
    """Its beginning."""
    path: Path | None = None
    """Where it lies, unless it is packed."""
    unpacked: Left = field(default_factory=Left)
    """What may still be unpacked of its zip."""
    in_memory: Left = field(default_factory=Left)
    """What may still be read into memory of its source."""

    @contextmanager
    def stream(self) -> Iterator[Stream]:
        """The file, opened to be read from its beginning."""
        stream = Stream(self)
        try:
            yield stream
        finally:
            stream.close()

    def whole(self) -> bytes:
        """All of it. Raises `SourceError` if it is damaged or too large."""
        most = int(min(LARGEST_FILE, self.in_memory.bytes))
        with self.stream() as stream:
            data = stream.read(most + 1)
            if len(data) <= most:
                stream.read(1)  # tells whether this is where it ends
        self.in_memory.bytes -= len(data)
        if stream.ended:
            raise SourceError(f"{stream.ended} {_NOT_READ[stream.ended]}")
        if len(data) > most:
            raise SourceError(f"This file is larger than {most // 1_000_000} MB. It was not read.")
        return data


class Stream:
    """A file that is read block by block. It ends where it is damaged or where its bound is, and says so."""

    def __init__(self, stored: Stored) -> None:
        self.ended: str | None = None
        """Why the end was not the file's own, in a sentence."""
        self._left = stored.unpacked
        self._file: IO[bytes] | None = None
        try:
            self._file = stored.open()
        except _DAMAGED:
            self.ended = _BROKEN

    def read(self, size: int, /) -> bytes:
        """The next bytes; b"" at the end."""
        if self._file is None or self.ended:
            return b""
        if self._left.bytes <= 0:
            self.ended = _TOO_MUCH
            return b""
        try:
            block = self._file.read(int(min(size, self._left.bytes)))
        except _DAMAGED:
            self.ended = _BROKEN
            return b""
        self._left.bytes -= len(block)
        return block

    @property
    def problem(self) -> str | None:
        """What to say of a file of which the part before its end was read, if that is not its own end."""
        return self.ended and f"{self.ended} What comes before was read."

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()


def is_zip(head: bytes) -> bool:
    """Whether a file that begins so is a zip."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


class Files:
    """The files of a zip or folder, one at a time."""

    def __init__(self, wanted: Callable[[str, bytes], bool], within: Files | None = None) -> None:
        """`wanted` tells by name and head which files are read; `within` is what a zip itself was found in."""
        self.problems: list[Problem] = []
        """What was wrong with some of the files; filled while they are being looked at."""
        self._wanted = wanted
        self._in_memory: Left = within._in_memory if within else Left(LARGEST_ALL)

    def in_zip(self, source: Path | bytes, file: str) -> Iterator[tuple[float, str, Stored | None]]:
        """(how far, name, content) of each file in a zip; no content if it isn't wanted.

        Raises `SourceError` if it is none that can be read.
        """
        archive = _opened(source, file)  # closed with the last of its files that is let go of
        members = [member for member in archive.infolist() if not member.is_dir()]
        if any(member.filename == "[Content_Types].xml" for member in members):
            raise SourceError(f"{file} is a spreadsheet or a document: save it as CSV and bring that in.")
        if len({member.header_offset for member in members}) < len(members):
            raise SourceError(f"{file} says of several files that they lie in one place: download it again.")
        if len(members) > MOST_FILES:
            raise SourceError(f"{file} holds {len(members):,} files, which is more than any export does.")
        packed = len(source) if isinstance(source, bytes) else source.stat().st_size
        unpacked = Left(max(UNPACKED_ANYWAY, PACKS * packed))
        for index, member in enumerate(members):
            name = member.filename
            if not _is_plain(name):
                self._problem(name, "The path of this file leads out of the zip. It was not read.")
            elif member.flag_bits & _ENCRYPTED:
                self._problem(name, "This file is locked with a password. Unpack it first.")
            elif member.compress_type not in _PACKED:
                self._problem(name, "This file is packed in an unusual way. Unpack it first.")
            else:
                stored = Stored(partial(archive.open, member), member.file_size, unpacked=unpacked)
                yield index / len(members), name, self._looked_at(name, stored)

    def in_folder(self, folder: Path) -> Iterator[tuple[float, str, Stored | None]]:
        """(how far, name, content) of each file in a folder and in the two levels of folders below it."""
        paths = sorted(path for glob in ("*", "*/*", "*/*/*") for path in folder.glob(glob))
        paths = [path for path in paths if path.is_file() and not path.name.startswith(".")]
        if len(paths) > MOST_IN_FOLDER:
            raise SourceError(
                f"{folder.name} holds {len(paths):,} files: choose a folder with the export alone."
            )
        for index, path in enumerate(paths):
            name = path.relative_to(folder).as_posix()
            yield index / len(paths), name, self._looked_at(name, on_disk(path))

    def _looked_at(self, name: str, stored: Stored) -> Stored | None:
        """The file with its head, if that is wanted; one that is damaged becomes a problem."""
        with stored.stream() as stream:
            head = stream.read(HEAD)
        if stream.ended:
            self._problem(name, f"{stream.ended} {_NOT_READ[stream.ended]}")
        elif self._wanted(name, head):
            return replace(stored, head=head, in_memory=self._in_memory)
        elif is_zip(head) and name.casefold().endswith(".zip"):
            self._problem(
                name, "This is a zip inside a zip. Unpack the outer one, and bring this one in alone."
            )
        return None

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
    return Stored(partial(_file, path), size, path=path)


def in_hand(data: bytes) -> Stored:
    """A file whose bytes are there already."""
    return Stored(partial(io.BytesIO, data), len(data), data[:HEAD])


class _Looked:
    """A zip of which no more is read at once than its list of files may have; `zipfile` reads that at once."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seek = file.seek
        self.tell = file.tell

    def read(self, size: int = -1, /) -> bytes:
        """As of any file. Raises `_TooManyError`."""
        if size > LARGEST_DIRECTORY:
            raise _TooManyError
        return self._file.read(size if size >= 0 else LARGEST_DIRECTORY)


class _TooManyError(Exception):
    """A zip whose list of files is too long to be looked at."""


def _opened(source: Path | bytes, file: str) -> zipfile.ZipFile:
    """The zip, whose list of files is read now: its length is looked at before."""
    try:
        with io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as stream:
            zipfile.ZipFile(_Looked(stream)).close()
        return zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
    except _TooManyError:
        raise SourceError(f"{file} holds many more files than any export does.") from None
    except (*_DAMAGED, NotImplementedError):
        raise SourceError(f"{file} is a damaged zip file: download it again.") from None


def _file(path: Path) -> IO[bytes]:
    return path.open("rb")


def _is_plain(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return not (path.is_absolute() or ".." in path.parts or name[1:2] == ":")
