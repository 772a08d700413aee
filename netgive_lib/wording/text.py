"""A message made ready to be searched, with every character still where the writer put it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias

    Pattern: TypeAlias = "re.Pattern[str] | Phrases"

READ_CHARACTERS = 8_000
"""How much of a text is searched for phrases: ten times what an ask should be. Keeps any input fast."""

_STRAIGHT = str.maketrans(
    {"‘": "'", "’": "'", "ʼ": "'", "´": "'", "`": "'", "“": '"', "”": '"', "\u00a0": " "}
)
_URL = re.compile(r"(?:https?://|www\.)\S+")
_LINK_MARK = "§"
_QUOTED_LINE = re.compile(r"^[ \t]{0,8}>.*$", re.MULTILINE)
_REPLY_HEADER = re.compile(r"^(?:on .{1,120} wrote:|-{2,} ?original message.*|from: .*@.*)$", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+(?:['’.,:/@-][^\W_]+)*")
# A full stop ends a sentence only before a space, so that “2.5” and “e.g.that” don't. A line break ends one unless
# the next line starts in lower case, which is how a mail program wraps a long line.
_SENTENCE_END = re.compile(
    r"(?<![.!?…])(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bdr)(?<!\bprof)(?<!\bst)(?<!\bfr)(?<!\brev)(?<!\bjr)(?<!\bsr)(?<!\bthos)(?<!\bwm)(?<!\bvs)(?<!\bapprox)[.!?…]+[\"')\]]*(?=\s|$)|\n(?=\s{0,20}(?:\n|[^a-z\s]))|[;:][ \t]{0,20}\n"
)

_GREETING = re.compile(
    r"(?:hi|hiya|hello|hey|heya|hola|yo|dear|good (?:morning|afternoon|evening)|morning)(?!\w)"
    r"(?:(?:\s+(?:(?:mr|mrs|ms|dr|prof|st)\.|[^\s,!.:–—?]{1,20})){0,3}\s*[,!.:–—\n]\s*|\s+(?=\S))"
)

Span = tuple[int, int]


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text, lower-cased, and where it is."""

    start: int
    end: int
    plain: str

    @property
    def is_question(self) -> bool:
        """Whether it ends in a question mark."""
        return "?" in self.plain[-4:]

    @property
    def said(self) -> str:
        """The sentence without its greeting: “Hi Sam, you know Jo” is “you know jo”."""
        greeting = _GREETING.match(self.plain)
        return self.plain[greeting.end() :] if greeting else self.plain

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(1 for _ in _WORD.finditer(self.plain))


class Text:
    """A message as written (`raw`) and as searched (`plain`): the same length, character for character.

    `plain` is in lower case with straight quotes; quoted mail is blank, and addresses of pages are marks, so that
    a question mark in one of them asks nothing.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.plain = _plain(raw)
        self._found: dict[Pattern, list[Span]] = {}

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that have a word in them, in order."""
        return tuple(_sentences(self.plain[:READ_CHARACTERS]))

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """Where each word is; numbers and addresses count as one."""
        return tuple(match.span() for match in _WORD.finditer(_URL.sub(_as_word, self.plain)))

    @property
    def has_link(self) -> bool:
        """Whether it holds the address of a page."""
        return _LINK_MARK in self.plain

    def spans(self, pattern: Pattern) -> list[Span]:
        """Where `pattern` is found."""
        if pattern not in self._found:
            self._found[pattern] = [match.span() for match in self.matches(pattern)]
        return self._found[pattern]

    def matches(self, pattern: Pattern) -> Iterator[re.Match[str]]:
        """Every place where `pattern` is found."""
        return pattern.finditer(self.plain, 0, READ_CHARACTERS)

    def has(self, pattern: Pattern) -> bool:
        """Whether `pattern` is found."""
        return pattern.search(self.plain, 0, READ_CHARACTERS) is not None

    def without(self, spans: Iterable[Span]) -> Text:
        """The same text with some stretches blank, to look at what else it says."""
        chars = list(self.plain)
        for start, end in spans:
            chars[start:end] = " " * (end - start)
        rest = Text.__new__(Text)
        rest.raw, rest.plain, rest._found = self.raw, "".join(chars), {}
        return rest


def _as_word(match: re.Match[str]) -> str:
    return "x" * len(match[0])


def _lowered(text: str) -> str:
    """`text` in lower case at the same length: a few letters, such as İ, would become two."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _plain(raw: str) -> str:
    plain = _lowered(raw.translate(_STRAIGHT))
    plain = _QUOTED_LINE.sub(_blank, plain)
    if reply := _REPLY_HEADER.search(plain):
        plain = plain[: reply.start()] + " " * (len(plain) - reply.start())
    return _URL.sub(lambda match: _LINK_MARK * len(match[0]), plain)


def _sentences(plain: str) -> Iterator[Sentence]:
    start = 0
    ends = [match.end() for match in _SENTENCE_END.finditer(plain)]
    for end in [*ends, len(plain)]:
        piece = plain[start:end]
        stripped = piece.strip()
        if _WORD.search(stripped):
            first = start + len(piece) - len(piece.lstrip())
            yield Sentence(first, first + len(stripped), stripped)
        start = end


# Patterns are written as people write: words with a space between. What they stand for:
_GAP = r"(?:[^\w.?!;:']{1,4})"
_ANY_WORDS = rf"(?:[\w'’/%&£$€-]{{1,30}}{_GAP}){{0,4}}"
_NAMES = {
    "you": "(?:you|u|ya)",
    "your": "(?:your|ur|yr)",
    "i": "(?:i|we)",
    "ill": "(?:i'll|we'll|i will|we will|i can|we can|i could|we could|i'd|we'd|i would|let me|i'm going to)",
    "lmk": (
        "(?:let me know|lmk|let us know|shout|holler|say|just ask|ask me|tell me|call me|ring me|ping me|"
        "text me|"
        "message me|email me|drop me a line|give me a shout|give me a call|get in touch|reach out|"
        "contact me|come to me)"
    ),
    "help": (
        "(?:help|assist|support|serve|contribute|pitch in|chip in|add value|lend a hand|give a hand|"
        "make a difference|"
        "be of (?:any |some |most )?(?:help|use|service|assistance|support|value)|"
        "be (?:most |more |any |at all )?(?:useful|helpful|supportive|of use))"
    ),
    "day": (
        "(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|"
        "sun(?:day)?)"
    ),
    "month": (
        "(?:jan(?:uary)?|feb(?:ruary)?|march|mar|april|apr|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
        "oct(?:ober)?|"
        "nov(?:ember)?|dec(?:ember)?)"
    ),
    "number": (
        r"(?:\d{1,4}(?:\s?[-–]\s?\d{1,4})?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|"
        r"fifteen|twenty|"
        "thirty|half an?|a couple of|a few|two or three|one or two|a quarter of an|half|forty(?:-five)?|"
        "a single)"
    ),
    "gap": _GAP,
    "self": r"(?:me|us|my|our|mine)",
}


_BEHIND = re.compile(r"\(\?<[!=][^)]*\)")


@cache
def _expanded(phrase: str) -> str:
    phrase = phrase.replace("are {you}", "(?:are|r) {you}")
    for _ in range(2):  # a name may hold another
        for name, words in _NAMES.items():
            phrase = phrase.replace("{" + name + "}", words)
    # A look behind must have a fixed width: a space in one is just a space.
    phrase = _BEHIND.sub(lambda match: match[0].replace(" ", r"\x20"), phrase)
    # People leave apostrophes out when they type fast; but “well” and “were” are words of their own.
    phrase = re.sub(r"(?<!we)'", "'?", phrase)
    phrase = phrase.replace(" … ", f"{_GAP}{_ANY_WORDS}")
    return phrase.replace(" ", _GAP)


class Phrases:
    """A pattern out of phrases. It is compiled when it is first used: all of ours together take half a second."""

    def __init__(self, *lines: str) -> None:
        self._lines = lines

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(r"(?<!\w)(?:" + "|".join(_expanded(line) for line in self._lines) + r")(?!\w)")

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """As `re.Pattern.search`."""
        return self._pattern.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """As `re.Pattern.match`."""
        return self._pattern.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """As `re.Pattern.fullmatch`."""
        return self._pattern.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """As `re.Pattern.finditer`."""
        return self._pattern.finditer

    @cached_property
    def sub(self) -> Callable[..., str]:
        """As `re.Pattern.sub`."""
        return self._pattern.sub


def phrases(*lines: str) -> Phrases:
    """One pattern out of phrases, each a regular expression in which a space is any short gap between words.

    `{you}`, `{day}` and the like stand for ways of writing them, `…` for up to four words, and an apostrophe may be
    missing. Every repetition is bounded, and so the time to search grows with the length of the text and no faster.
    """
    return Phrases(*lines)
