r"""A vCard file as cards, and a card as properties, whatever phone or program wrote it.

The standards are versit's vCard 2.1, RFC 2426 (3.0) and RFC 6350 (4.0). What vendors make of them differs less by
version than by vendor, so one tolerant reading serves all three. The file is cut into cards first, and of each card
only the properties that say something about a person are taken out of it: a photo is passed over where it lies.

>>> [card] = cards(b"BEGIN:VCARD\r\nitem1.EMAIL;type=pref:zoe@exa\r\n mple.org\r\nEND:VCARD\r\n", print)
>>> [(email.text, email.rank, email.line) for email in card.named("EMAIL")]
[('zoe@example.org', 1, 2)]
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netgive_lib.sources.tabular import LARGEST_CELL, decode
from netgive_lib.sources.vcard_property import decoded, property_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netgive_lib.sources.vcard_property import Property

    Tell = Callable[[int | None, str], None]
    """Told what is wrong: the line, and a sentence."""

MOST_CARDS = 200_000
"""So many cards of one file are read: a bound for memory, far above any address book. Ours."""
MOST_LINES = 10_000
"""So many lines of one card are looked at, a photo counted as one. Ours."""

_WANTED = frozenset(
    {"FN", "N", "NICKNAME", "EMAIL", "TEL", "ORG", "TITLE", "ROLE", "ADR", "BDAY", "URL"}
    | {"CATEGORIES", "NOTE", "INTEREST", "HOBBY", "EXPERTISE", "KIND", "UID", "MEMBER", "RELATED"}
    | {"SOCIALPROFILE", "X-SOCIALPROFILE", "X-LINKEDIN", "X-ABSHOWAS", "X-MAIDENNAME"}
    | {"X-ADDRESSBOOKSERVER-KIND", "X-ADDRESSBOOKSERVER-MEMBER"}
)
_MARK = re.compile(
    # A file joined to one without a last line end has END:VCARDBEGIN:VCARD, or a byte order mark in the middle.
    rb"(?:(?<![^\r\n])|(?<=VCARD))(?:\xef\xbb\xbf)?"
    rb"(?:(?P<agent>(?:[\w-]{1,64}\.)?AGENT(?:;[^:\r\n]*)?:\s*)?(?P<begin>BEGIN)|END)"
    rb"[ \t]*:[ \t]*VCARD[ \t]*(?=[\r\n]|\Z|BEGIN:)",
    re.IGNORECASE,
)
_INK = re.compile(rb"\S")
_HEAD = re.compile(
    rb"[ \t]*(?:[\w-]{1,64}\.)?([\w-]{1,64})[ \t]*"
    rb'((?:;(?:[^:"\r\n]|"(?:[^"\r\n]|[\r\n]+[ \t]){0,2000}"|[\r\n]+[ \t]){0,2000})?):'
)
"""`item1.EMAIL;type=pref:`, its parameters folded or not; in quotes they may hold a colon."""
_LOOSE_HEAD = re.compile(rb"[ \t]*(?:[\w-]{1,64}\.)?([\w-]{1,64})[ \t]*((?:;[^:\r\n]{0,2000})?):")
"""The same with a quotation mark that never closes."""
_FOLDED = re.compile(rb"[^\r\n]*+(?:[\r\n]++[ \t][^\r\n]*+)*+")
_LINE_END = re.compile(rb"\r\r?\n|\r|\n")
_NO_HEAD = re.compile(rb"[\r\n]+(?![\w.-]{1,130}[ \t]*[;:])(?=[^\r\n])")
_PAYLOAD = re.compile(rb"(?:[\r\n]++[^\r\n:;]++(?![:;]))*+")
"""The lines of a photo that are not indented, as old phones leave them."""
_IS_QUOTED_PRINTABLE = re.compile(rb';[ \t]*(?:ENCODING[ \t]*=[ \t]*)?"?QUOTED', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Card:
    """One card, with those of its properties that say something about a person."""

    line: int
    """Where it begins; 1 is the first line."""
    properties: dict[str, list[Property]]
    """By name; the preferred one first."""
    fault: str | None
    """What is wrong with the card as a whole, as a sentence."""
    inner: int
    """How many cards stood inside it (AGENT): they were passed over."""

    def named(self, *names: str) -> list[Property]:
        """The properties of these names, name by name."""
        return [each for name in names for each in self.properties.get(name, ())]

    def text(self, *names: str) -> str:
        """The first text that is not empty of the properties of these names, else ""."""
        return next((each.text for each in self.named(*names) if each.text), "")


def cards(data: bytes, problem: Tell) -> Iterator[Card]:
    """The cards in a file, each for itself; `problem` is told what could not be read in them.

    The file is UTF-8 or UTF-16, with or without a mark. A value that is neither UTF-8 nor in the encoding that
    it names is Windows-1252.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:2_000]:
        data = decode(data).encode()
    reader = _Reader(data.removeprefix(b"\xef\xbb\xbf"), problem)
    for count, extent in enumerate(_extents(reader.data)):
        if count == MOST_CARDS:
            line = reader.line_at(extent.begin)
            problem(line, f"The file holds more than {MOST_CARDS:,} cards. From here on, none was read.")
            return
        yield reader.card(extent)


@dataclass(slots=True)
class _Extent:
    """Where a card lies in the file."""

    begin: int
    spans: list[tuple[int, int]] = field(default_factory=list)
    """Its own bytes, without those of cards inside it."""
    inner: int = 0
    fault: str | None = None


def _extents(data: bytes) -> Iterator[_Extent]:
    """Cut a file into cards: each BEGIN:VCARD starts one, even where the END of the one before is missing."""
    card: _Extent | None = None
    depth = start = 0
    for mark in _MARK.finditer(data):
        if not mark["begin"] and depth:
            depth -= 1
            if depth:
                continue
        elif not mark["begin"]:
            card = card or _without_begin(data, start, mark.start())
            if card:
                card.spans.append((start, mark.start()))
                yield card
            card = None
        elif mark["agent"] and card:
            if not depth:
                card.spans.append((start, mark.start()))
            depth += 1
            card.inner += 1
        else:
            if card:
                yield _without_end(card, start, mark.start(), depth)
            card, depth = _Extent(mark.start()), 0
        start = mark.end()
    if card:
        yield _without_end(card, start, len(data), depth)


def _without_begin(data: bytes, start: int, end: int) -> _Extent | None:
    first = _INK.search(data, start, end)
    return _Extent(first.start(), fault="This card has no BEGIN:VCARD.") if first else None


def _without_end(card: _Extent, start: int, end: int, depth: int) -> _Extent:
    if not depth:
        card.spans.append((start, end))
    card.fault = "This card breaks off: END:VCARD is missing."
    return card


class _Reader:
    """A file while its cards are read, from the first to the last."""

    def __init__(self, data: bytes, problem: Tell) -> None:
        self.data = data
        self._problem = problem
        self._offset = 0
        self._line = 1

    def line_at(self, offset: int) -> int:
        """The line on which `offset` lies. Offsets must grow from call to call: it counts on from the last."""
        there = (self._offset, offset)
        count = self.data.count
        self._line += count(b"\n", *there) + count(b"\r", *there) - count(b"\r\n", *there)
        self._offset = offset
        return self._line

    def card(self, extent: _Extent) -> Card:
        """The card that lies there."""
        line = self.line_at(extent.begin)
        properties: dict[str, list[Property]] = {}
        for start, end in extent.spans:
            for each in self._properties(start, end, extent.fault is not None):
                properties.setdefault(each.name, []).append(each)
        for several in properties.values():
            several.sort(key=lambda each: each.rank)
        return Card(line, properties, extent.fault, extent.inner)

    def _properties(self, start: int, end: int, broken: bool) -> Iterator[Property]:
        """The wanted properties between two offsets; of a broken card, the last line only if it is whole."""
        data = self.data
        looked_at = 0
        while ink := _INK.search(data, start, end):
            at = ink.start()
            looked_at += 1
            if looked_at > MOST_LINES:
                self._tell(at, f"This card has over {MOST_LINES:,} lines. The rest was left out.")
                return
            head = _HEAD.match(data, at, end) or _LOOSE_HEAD.match(data, at, end)
            if head is None:
                start = _end(_FOLDED, data, at, end)
                if not (broken and _INK.search(data, start, end) is None):
                    self._tell(at, _no_property(data[at : min(start, at + 100)]))
                continue
            name = head[1].decode("ascii").upper()
            start = _value_end(data, name, head, end)
            if name not in _WANTED:
                start = _end(_PAYLOAD, data, start, end)
            elif not (broken and start == len(data)):
                yield from self._property(name, head, start)

    def _property(self, name: str, head: re.Match[bytes], end: int) -> Iterator[Property]:
        if end - head.end() > LARGEST_CELL:
            self._tell(head.start(), f"{name} is longer than {LARGEST_CELL:,} bytes here. It was left out.")
            return
        line = self.line_at(head.start())
        try:
            found = property_of(name, line, head[2], self.data[head.end() : end])
        except ValueError as error:
            self._problem(line, f"{name}: {error}")
            return
        if found.value:
            yield found

    def _tell(self, offset: int, problem: str) -> None:
        self._problem(self.line_at(offset), problem)


def _end(pattern: re.Pattern[bytes], data: bytes, start: int, end: int) -> int:
    found = pattern.match(data, start, end)
    return found.end() if found else start


def _value_end(data: bytes, name: str, head: re.Match[bytes], end: int) -> int:
    """Where the value ends that begins after `head`.

    A quoted-printable one goes on after a line that ends in "=", indented or not. A note goes on up to the next
    property, as some programs forget to mark the line ends in it.
    """
    after = _NO_HEAD if name == "NOTE" else None
    if _IS_QUOTED_PRINTABLE.search(head[2]):
        after = _LINE_END
    stop = _end(_FOLDED, data, head.end(), end)
    while after and stop - head.end() <= LARGEST_CELL:
        more = after.match(data, stop, end) if after is _NO_HEAD or data[stop - 1 : stop] == b"=" else None
        if more is None:
            break
        stop = _end(_FOLDED, data, more.end(), end)
    return stop


def _no_property(line: bytes) -> str:
    return f"{decoded(line[:60], '')[:40].strip()!r} is no property of a card. It was left out."
