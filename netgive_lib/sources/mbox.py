"""Mail in an mbox file or as single e-mails: who wrote to whom and when. Only heads are read, never a body.

The file is read in blocks and never held as a whole, so its size does not matter. The standard library's
`mailbox` is not used: it takes a line of someone's text such as "From time to time" for the start of a mail.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST_HEAD = 256_000
"""Bytes; the head of a mail is seldom longer than 20,000."""

_BLOCK = 1 << 20
_LONGEST_SEPARATOR = 1_000
_MONTH = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_TIME = rb"\d{1,2}:\d\d(?::\d\d)?"
_SEPARATOR = re.compile(
    rb"From (?:\S.*?)?(?:"
    rb"\b" + _MONTH + rb" +\d{1,2} +" + _TIME + rb"(?: +[A-Z+-][\w+:-]*){0,2} +\d{4}"
    rb"|\b\d{1,2}[ -]" + _MONTH + rb"[ -]\d{2,4} +" + _TIME + rb"|\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d)"
)
"""The line before each mail. Only a date tells it from a line of text that begins with "From"."""
_BLANK = re.compile(rb"\n\r?\n")
_HEADER = rb"[!-9;-~]+[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*"
_BEGINS = re.compile(rb"(?:" + _HEADER + rb"){2}")
_OF_MAIL = re.compile(
    rb"^(from|to|cc|date|subject|received|message-id|return-path|delivered-to)[ \t]*:", re.I | re.M
)


def is_one(head: bytes) -> bool:
    """Whether a file that begins so is a mailbox or a single e-mail."""
    return is_mailbox(head) or _is_mail(_bare(head))


def is_mailbox(head: bytes) -> bool:
    """Whether a file that begins so is a mailbox: its first line is the one before a mail."""
    return bool(_SEPARATOR.match(_bare(head[:_LONGEST_SEPARATOR]).partition(b"\n")[0]))


def _bare(head: bytes) -> bytes:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")


def _is_mail(head: bytes) -> bool:
    """Whether it begins with header lines, and `From:` and another one of mail are among them."""
    if not _BEGINS.match(head):
        return False
    blank = _BLANK.search(head)
    names = {name.lower() for name in _OF_MAIL.findall(head, 0, blank.start() if blank else len(head))}
    return b"from" in names and len(names) > 1


class Readable(Protocol):
    """What mail is read from."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, no more than `size`; b"" at the end."""
        ...


class Head(NamedTuple):
    """The header lines of one mail, and the line of the file they begin at; None if they are too long."""

    line: int
    lines: bytes | None


def heads(stream: Readable, tell: Callable[[int], None] = lambda _: None) -> Iterator[Head]:
    """The head of each mail in a stream; of a single e-mail, its own. `tell` is told how many bytes are read."""
    window = _Window(stream, tell)
    while window.more() and len(window.data) <= _LONGEST_SEPARATOR:
        pass
    if not is_mailbox(window.data):
        yield window.head()
        return
    while window.find_separator():
        yield window.head()


class _Window:
    """The part of a mailbox that is in memory: never more than a block, a head and a line."""

    def __init__(self, stream: Readable, tell: Callable[[int], None]) -> None:
        self._stream = stream
        self._tell = tell
        self._read = 0
        self._ended = False
        self.data = b"\n"
        """A line break before the first line makes it one like the others."""
        self._at = 0
        self._line = 0
        self._counted = 0

    def more(self) -> bool:
        """Read another block and let go of what is done; false at the end."""
        if self._ended:
            return False
        block = self._stream.read(_BLOCK)
        self._ended = not block
        if self._read == 0:
            block = _bare(block)
        self._read += len(block)
        self._tell(self._read)
        self._count(self._at)
        self.data = self.data[self._at :] + block
        self._at = self._counted = 0
        return not self._ended

    def find_separator(self) -> bool:
        """Go to the end of the next line that stands before a mail; false if there is none any more."""
        while True:
            start = self.data.find(b"\nFrom ", self._at)
            if start < 0:
                self._at = max(self._at, len(self.data) - len(b"\nFrom"))
            elif self._is_separator(start):
                self._at = self.data.index(b"\n", start + 1)
                return True
            elif self._ended or len(self.data) - start > _LONGEST_SEPARATOR:
                self._at = start + 1
                continue
            else:
                self._at = start
            if not self.more() and start < 0:
                return False

    def head(self) -> Head:
        """The header lines that begin after the line break at which the window stands."""
        while True:
            end = self._end()
            if end is not None or len(self.data) - self._at > LONGEST_HEAD or not self.more():
                break
        self._count(self._at + 1)
        line = self._line
        if end is None:
            end = len(self.data)
        head = self.data[self._at + 1 : end] if end - self._at <= LONGEST_HEAD else None
        self._at = min(end, self._at + LONGEST_HEAD)
        return Head(line, head)

    def _end(self) -> int | None:
        """Where the head ends that begins here: at an empty line, or where the next mail begins."""
        position = self._at
        while True:
            start = self.data.find(b"\nFrom ", position)
            blank = _BLANK.search(self.data, position, start + 1 if start >= 0 else len(self.data))
            if blank:
                return blank.start()
            if start < 0:
                return None
            if self._is_separator(start):
                return start
            position = start + 1

    def _is_separator(self, start: int) -> bool:
        """Whether the line after the line break at `start` stands before a mail."""
        end = self.data.find(b"\n", start + 1, start + _LONGEST_SEPARATOR)
        return end > 0 and bool(_SEPARATOR.match(self.data, start + 1, end))

    def _count(self, position: int) -> None:
        self._line += self.data.count(b"\n", self._counted, position)
        self._counted = max(self._counted, position)
