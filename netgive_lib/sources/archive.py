"""The files inside a zip or a folder, read one at a time and never written to disk.

What an archive says about itself is not believed: what is read of one file, and of all, has a bound.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING

from netgive_lib.sources.found import Problem, SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LARGEST_FILE = 200_000_000
LARGEST_ALL = 1_000_000_000
MOST_FILES = 5_000
HEAD = 64_000
"""How much of a file, in bytes, tells what it is."""

_ENCRYPTED = 0x1
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The ways of packing that can be unpacked a bounded piece at a time; no export uses another."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)


def is_zip(head: bytes) -> bool:
    """Whether a file that begins so is a zip."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


class Files:
    """The files of a zip or folder, one at a time: (name, content), content None where it isn't wanted."""

    def __init__(self, wanted: Callable[[str, bytes], bool]) -> None:
        self.problems: list[Problem] = []
        """What was wrong with some of the files; filled while they are being read."""
        self._wanted = wanted
        self._left = LARGEST_ALL

    def in_zip(self, source: Path | bytes, file: str) -> Iterator[tuple[float, str, bytes | None]]:
        """(how far, name, content) of each file in a zip. Raises `SourceError` if it is none that can be read."""
        with _opened(source, file) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if any(member.filename == "[Content_Types].xml" for member in members):
                raise SourceError(f"{file} is a spreadsheet or a document: save it as CSV and bring that in.")
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
                    content = self._read(member.filename, partial(archive.open, member))
                    yield index / len(members), member.filename, content

    def in_folder(self, folder: Path) -> Iterator[tuple[float, str, bytes | None]]:
        """(how far, name, content) of each file in a folder and in the folders right below it."""
        paths = sorted(path for glob in ("*", "*/*") for path in folder.glob(glob))
        paths = [path for path in paths if path.is_file() and not path.name.startswith(".")]
        if len(paths) > MOST_FILES:
            raise SourceError(
                f"{folder.name} holds {len(paths):,} files: choose a folder with the export alone."
            )
        for index, path in enumerate(paths):
            name = path.relative_to(folder).as_posix()
            yield index / len(paths), name, self._read(name, partial(_file, path))

    def _read(self, name: str, opened: Callable[[], IO[bytes]]) -> bytes | None:
        """The whole file if its head is wanted, else None; a damaged or huge one becomes a problem."""
        try:
            with opened() as stream:
                head = stream.read(min(HEAD, self._left))
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
