"""Logging in one line: "gave Noor a playlist, 12 March" becomes an entry, to be shown before it is saved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netgive_lib.day_said import NoSuchDayError, take_day
from netgive_lib.describe import day_in_words, name_of
from netgive_lib.logbook import SIZES, logged
from netgive_lib.network import SeveralPeopleError, UnknownPersonError
from netgive_lib.schema import ME

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network

EXAMPLES = (
    "gave Noor a playlist, 12 March",
    "got a reference from Katarzyna yesterday",
    "asked Halvard for a look at the rate card on 3 November",
    "met Aiko for coffee last Friday",
    "Leo asked me for feedback",
    "wrote to Elif two weeks ago",
)


class LogLineError(ValueError):
    """A line that can't be understood. The message is one sentence that says what to write."""


@dataclass(frozen=True)
class Entry:
    """What one line says: one of `netgive_lib.logbook.WAYS`, with whom, what, when and how much."""

    way: str
    other: str
    what: str
    on: date
    size: str = "small"
    also: tuple[str, ...] = ()
    """Who else it was with: the same is put on the tab of each."""

    def apply(self, network: Network) -> Network:
        """With this entry put on the tab."""
        for person in (self.other, *self.also):
            network = logged(network, self.way, person, self.what, self.on, self.size)
        return network

    def in_words(self, network: Network) -> str:
        """The entry as a sentence, for a person to confirm."""
        name = _listed([name_of(network.person(id)) for id in (self.other, *self.also)])
        said = _BACK[self.way].format(name=name, what=self.what or "something")
        if self.what and "{what}" not in _BACK[self.way]:
            said += f": {self.what}"
        return f"{day_in_words(self.on)}: {said}. Size: {self.size}."


_BACK = {
    "I gave them something": "you gave {name} {what}",
    "They gave me something": "{name} gave you {what}",
    "I asked them for something": "you asked {name} for {what}",
    "They asked me for something": "{name} asked you for {what}",
    "We met or talked": "you and {name} met or talked",
    "I wrote, without asking": "you wrote to {name}",
    "They wrote, without asking": "{name} wrote to you",
}
_GAVE = r"gave|sent|lent|brought|bought|showed|passed|handed|made|offered"
_MET = (
    r"met(?: up)?(?: with)?|saw|visited|called|phoned|rang|talked (?:to|with)|spoke (?:to|with)|chatted (?:to|with)"
    r"|(?:had )?(?:lunch|coffee|dinner|tea|a drink|drinks|a walk|a call|breakfast) with|caught up with|ran into"
)
_A_THING = r"(?:an? |the |my |some |two |three ).+"
_FORMS: tuple[tuple[str, str], ...] = (
    (r"(?:i )?introduced (?P<who>.+?) (?:to|and|with) (?P<to>.+)", "I gave them something"),
    (r"(?P<who>.+?) introduced (?:me|us) to (?P<met>.+)", "They gave me something"),
    (rf"(?:i )?(?:{_GAVE}) (?P<what>{_A_THING}) to (?P<who>.+)", "I gave them something"),
    (r"(?:i )?did (?P<what>.+) for (?P<who>.+)", "I gave them something"),
    (rf"(?:i )?(?:{_GAVE}|did) (?P<who_what>.+)", "I gave them something"),
    (r"(?:i )?(?:got|received|had|was given) (?P<what>.+) from (?P<who>.+)", "They gave me something"),
    (r"(?:i )?asked (?P<who>.+?) (?:for|to|about|if|whether) (?P<what>.+)", "I asked them for something"),
    (rf"(?:i |we )?(?:{_MET}) (?P<who_what>.+)", "We met or talked"),
    (r"(?:i )?(?:wrote|e-?mailed|texted|messaged)(?: to)? (?P<who_what>.+)", "I wrote, without asking"),
    (r"(?:i )?heard from (?P<who_what>.+)", "They wrote, without asking"),
    (rf"(?P<who>.+?) (?:{_GAVE}|did) (?:me|us) (?P<what>.+)", "They gave me something"),
    (r"(?P<who>.+?) asked(?: me| us)? (?:for|to|about|if|whether) (?P<what>.+)", "They asked me for something"),
    (r"(?P<who>.+?) (?:wrote|e-?mailed|texted|messaged|called|phoned|rang)(?: me| us)?(?P<what>.*)",
     "They wrote, without asking"),
    (r"(?P<what>(?:an? )?(?:[\w-]+ )?favou?r(?: [\w-]+)*) for (?P<who>.+)", "I gave them something"),
    (r"(?P<what>(?:an? )?(?:[\w-]+ )?favou?r(?: [\w-]+)*) from (?P<who>.+)", "They gave me something"),
)  # fmt: skip
"""Form of a line -> the way. `who_what` is a name, or several, with the rest of the sentence behind it."""
_LINK = re.compile(r"^(?:for|about|at|on|over|and|that|to|with|in|:|,|-)\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[,&+]|\band\b)\s*", re.IGNORECASE)
_SIZED = r"(?:(?P<size>small|medium|large)|(?P<big>big|huge))"
_APART = (
    re.compile(rf"[,;(]?\s*\b{_SIZED}\b\s*\)?\s*$", re.IGNORECASE),
    re.compile(rf"\s*[,;(]\s*{_SIZED}\s*(?=[,;)])\)?", re.IGNORECASE),
)
_OF_SOMETHING = re.compile(
    rf"\b{_SIZED} (?:[\w-]+ )?(?:favou?r|help|hand|job|thing|gift|present|lift|piece|bit)\b", re.IGNORECASE
)
"""A size that says what kind of thing it was, and stays with it."""
_LONGEST_NAME = 5
"""Words."""


def parse(line: str, network: Network, today: date) -> Entry:
    """What a line says. Raises `LogLineError`: no verb, nobody by that name, several, or a day to come.

    >>> from datetime import date
    >>> from netgive_lib.network import Network
    >>> network = Network().add("Noor Haddad")
    >>> parse("gave Noor a playlist, 12 March", network, date(2026, 11, 2)).in_words(network)
    '12 March 2026: you gave Noor Haddad a playlist. Size: small.'
    """
    text = " ".join(line.split()).rstrip(".! ")
    if not text:
        raise LogLineError(f"Write what happened, such as “{EXAMPLES[0]}”.")
    try:
        text, day = take_day(text, today)
    except NoSuchDayError as error:
        raise LogLineError(str(error)) from None
    text, size = _take_size(text)
    if day > today:
        raise LogLineError(f"{day_in_words(day)} is still to come. The tab holds what has happened.")
    problem: UnknownPersonError | None = None
    for form, way in _FORMS:
        found = re.fullmatch(form, text, re.IGNORECASE)
        if not found:
            continue
        try:
            people, what = _parts(found.groupdict(), network)
        except SeveralPeopleError as error:
            raise LogLineError(str(error)) from None
        except UnknownPersonError as error:
            problem = problem or error
            continue
        if ME in people:
            raise LogLineError("“me” is you: say with whom it was.")
        return Entry(way, people[0], what, day, size, tuple(people[1:]))
    if problem:
        raise LogLineError(str(problem))
    raise LogLineError(
        "Start with what happened and with whom: “gave Noor …”, “got … from Noor”, “asked Noor for …”, “met Noor …”."
    )


def _take_size(text: str) -> tuple[str, str]:
    """The line without a size that stands apart, and the size."""
    for form in _APART:
        found = form.search(text)
        if found and found.start() > 0:
            return f"{text[: found.start()].rstrip(' ,;(')}{text[found.end() :]}", _size(found)
    found = _OF_SOMETHING.search(text)
    return text, _size(found) if found else next(iter(SIZES))


def _size(found: re.Match[str]) -> str:
    return "large" if found["big"] else found["size"].lower()


def _parts(groups: dict[str, str | None], network: Network) -> tuple[list[str], str]:
    """(who, what): the ids of the people named, and the rest. Raises `UnknownPersonError`."""
    if groups.get("to") is not None:
        people = [network.find(_unquoted(groups[name] or "")) for name in ("who", "to")]
        names = ", ".join(name_of(network.person(id)) for id in people)
        return people, f"an introduction to each other: {names}"
    if groups.get("met") is not None:
        return [
            network.find(_unquoted(groups["who"] or ""))
        ], f"an introduction to {_tidy(groups['met'] or '')}"
    if groups.get("who") is not None:
        return _everyone(_unquoted(groups["who"] or ""), network), _tidy(groups["what"] or "")
    people, rest = _first_named(groups["who_what"] or "", network, part=True)
    while link := _AND.match(rest):
        try:
            more, after = _first_named(rest[link.end() :], network, part=False)
        except SeveralPeopleError:
            raise
        except UnknownPersonError:
            break
        people, rest = people + more, after
    return list(dict.fromkeys(people)), _tidy(rest)


def _everyone(names: str, network: Network) -> list[str]:
    """Who is meant by a name, or by several with "and" between."""
    try:
        return [network.find(names)]
    except SeveralPeopleError:
        raise
    except UnknownPersonError:
        several = [name for name in _AND.split(names) if name]
        if len(several) < 2:
            raise
        return list(dict.fromkeys(network.find(_unquoted(name)) for name in several))


def _first_named(text: str, network: Network, *, part: bool) -> tuple[list[str], str]:
    """Who is named at the beginning of a text, and what is behind the name."""
    words = text.split(" ")
    problem: UnknownPersonError | None = None
    for count in range(min(_LONGEST_NAME, len(words)), 0, -1):
        name = _unquoted(" ".join(words[:count]))
        try:
            who = network.find(name, part=part)
        except SeveralPeopleError:
            raise
        except UnknownPersonError as error:
            problem = error
            continue
        ends = text[: len(" ".join(words[:count]))]
        comma = "," if ends.endswith(",") else ""
        return [who], f"{comma} {' '.join(words[count:])}".strip(" " if comma else None)
    raise problem or UnknownPersonError("Say with whom.")


def _listed(names: list[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _unquoted(name: str) -> str:
    return name.strip(" ,:;“”\"'")


def _tidy(what: str) -> str:
    return _LINK.sub("", what.strip(" ,:;-")).strip(" ,:;")
