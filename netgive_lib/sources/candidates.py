"""Who might be the same person twice, found without comparing everyone with everyone."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl

from netgive_lib.describe import name_of
from netgive_lib.schema import ME
from netgive_lib.sources.cards import READ_FROM, card
from netgive_lib.sources.decisions import Decisions
from netgive_lib.sources.keys import key_of_url, keys, repeated
from netgive_lib.sources.name_parts import Script
from netgive_lib.sources.name_words import family_groups, given_heads, skeleton, sound
from netgive_lib.sources.personal_names import name_keys, without_vowels
from netgive_lib.sources.verdicts import Decision, judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netgive_lib.network import Network
    from netgive_lib.sources.cards import Card
    from netgive_lib.sources.keys import Key

MOST_IN_A_BLOCK = 300
"""What more people than this have in common says nothing about two of them."""

_IN_BOTH_PROFILES = ("organization", "connected_on", "birthday")


class Candidate(NamedTuple):
    """Two people who may be one."""

    a: str
    b: str
    why: str
    score: float


def possible_duplicates(network: Network) -> pl.DataFrame:
    """Who might be the same person twice, the likeliest first, without those that have been decided.

    Columns: a, b (ids, `a` before `b` in the alphabet), a_name, b_name, why (one sentence), score (the weight
    of the evidence, see `netgive_lib.sources.verdicts.Weights`).
    """
    names = {row["id"]: name_of(row) for row in network.others.iter_rows(named=True)}
    rows = [
        {"a": a, "b": b, "a_name": names[a], "b_name": names[b], "why": why, "score": score}
        for a, b, why, score in listed(network)
    ]
    text = dict.fromkeys(("a", "b", "a_name", "b_name", "why"), pl.String())
    return pl.DataFrame(rows, schema={**text, "score": pl.Float64()})


def listed(
    network: Network, involved: set[str] | None = None, in_company: set[str] | None = None
) -> list[Candidate]:
    """The undecided pairs in which one of `involved` (ids; everyone if None) is, the likeliest first.

    `in_company`: everyone who has a key or a name in common with anyone, where that is known already.
    """
    people, decisions = _People(network, in_company), Decisions.of(network)
    found = []
    for i, j in people.pairs(involved):
        a, b = sorted((people.ids[i], people.ids[j]))
        if decisions.different(a, b):
            continue
        verdict = judge(people.card(i), people.card(j), people.mutual(a, b))
        if verdict.decision is not Decision.DIFFERENT:
            found.append(Candidate(a, b, verdict.why, verdict.score))
    return sorted(found, key=lambda pair: (-pair.score, pair.a, pair.b))


class _People:
    """Everyone of a network, in blocks of those who have something in common."""

    def __init__(self, network: Network, in_company: set[str] | None) -> None:
        self._frame = network.others.select("id", *READ_FROM)
        self._rows: dict[int, dict[str, Any]] = {}
        self.ids: list[str] = self._frame["id"].to_list()
        self.profiled = [bool(url) and key_of_url(url)[1] for url in self._frame["url"].to_list()]
        self._in_company = [i for i, id in enumerate(self.ids) if in_company is None or id in in_company]
        self._cards: dict[int, Card] = {}
        self._knows: dict[str, set[str]] = defaultdict(set)
        for a, b in network.ties.select("a", "b").iter_rows():
            if ME not in (a, b):
                self._knows[a].add(b)
                self._knows[b].add(a)

    def _row(self, i: int) -> dict[str, Any]:
        if i not in self._rows:
            self._rows[i] = self._frame.row(i, named=True)
        return self._rows[i]

    def card(self, i: int) -> Card:
        """The card of the person in row `i`."""
        if i not in self._cards:
            self._cards[i] = card(self._row(i))
        return self._cards[i]

    def mutual(self, a: str, b: str) -> int:
        """How many people both are known to know, without me."""
        return len(self._knows.get(a, set()) & self._knows.get(b, set()))

    def pairs(self, involved: set[str] | None) -> Iterator[tuple[int, int]]:
        """The pairs (row numbers) that are worth comparing, each once."""
        chosen = {i for i, id in enumerate(self.ids) if involved is None or id in involved}
        seen: set[tuple[int, int]] = set()
        for blocks, worth_a_look in (
            (self._keys(), lambda _i, _j: True),
            (self._names(), self._may_have_two_profiles),
            ({} if all(self.profiled) else self._loose(), self._has_no_profile),
            ({} if all(self.profiled) else self._initials(), self._has_no_profile),
        ):
            for members in blocks.values():
                if not 1 < len(members) <= MOST_IN_A_BLOCK or chosen.isdisjoint(members):
                    continue
                for pair in combinations(members, 2):
                    if pair not in seen and not chosen.isdisjoint(pair) and worth_a_look(*pair):
                        seen.add(pair)
                        yield pair

    def _may_have_two_profiles(self, i: int, j: int) -> bool:
        """Whether two of one name can be one: who has two profiles rarely is, and says the same in both."""
        if self._has_no_profile(i, j):
            return True
        one, other = self._row(i), self._row(j)
        return any(one[name] and one[name] == other[name] for name in _IN_BOTH_PROFILES)

    def _has_no_profile(self, i: int, j: int) -> bool:
        return not (self.profiled[i] and self.profiled[j])

    def _keys(self) -> dict[tuple[str, bool], list[int]]:
        """Who has each profile, address and phone."""
        rows = self._frame.select("url", "emails", "phones")[self._in_company].iter_rows()
        return self._shared([keys(*row) for row in rows])

    def _names(self) -> dict[str, list[int]]:
        """Who has each name."""
        return self._shared([name_keys(name) for name in self._frame["name"][self._in_company]])

    def _shared(self, of_rows: list[Iterable[Key]]) -> dict[Key, list[int]]:
        """What more than one of those in company has, with the numbers of their rows."""
        shared = repeated(of_rows)
        blocks: dict[Key, list[int]] = defaultdict(list)
        for i, of_row in zip(self._in_company, of_rows, strict=True) if shared else ():
            for what in shared.intersection(of_row):
                blocks[what].append(i)
        return blocks

    def _loose(self) -> dict[str, list[int]]:
        """Who has something else in common with others whose names may be alike though not the same."""
        blocks: dict[str, list[int]] = defaultdict(list)
        self._rows = dict(
            enumerate(self._frame.to_dicts())
        )  # all of them are needed: far faster than one by one
        for i, id in enumerate(self.ids):
            for block in _loose_blocks(self.card(i), self._knows.get(id, ())):
                blocks[block].append(i)
        return blocks

    def _initials(self) -> dict[str, list[int]]:
        """Who may be meant by each name of which only an initial is known, with whoever is called so."""
        blocks: dict[str, list[int]] = defaultdict(list)
        short = [i for i in range(len(self.ids)) if any(len(word) == 1 for word in self.card(i).name.words)]
        for i in short:
            for block in self._initial_blocks(i):
                blocks[block].append(i)
        for i in set(range(len(self.ids))).difference(short) if short else ():
            for block in self._initial_blocks(i) & blocks.keys():
                blocks[block].append(i)
        return blocks

    def _initial_blocks(self, i: int) -> set[str]:
        return _initial_blocks(self.card(i), self._knows.get(self.ids[i], ()))


def _loose_blocks(card: Card, knows: Iterable[str]) -> set[str]:
    """What a person has in common with others whose names may be alike though not the same.

    Two words of the name by their consonants; one, with something that tells; or one and a part of another, with
    something that tells little. Names that are less alike than that are not listed anyway.
    """
    words = _words(card)
    stems = {word: _stems(word) for word in words}
    if card.name.script is Script.VOWELLESS:
        stems = {word: of | {without_vowels(word)} for word, of in stems.items()}
    telling = {
        f"at {name}" for name in (*card.organization[:1], "".join(card.organization), *card.domains) if name
    }
    telling |= {f"on {day}" for day in (card.birthday, card.connected_on) if day}
    weak = _weak(card, knows)
    blocks = set()
    for word, of in stems.items():
        blocks |= {f"{stem} {what}" for stem in of for what in telling}
        for other in words - {word}:
            if word < other:
                blocks |= {" ".join(sorted((x, y))) for x in of for y in stems[other]}
            blocks |= {f"{stem} {part} {what}" for what in weak for stem in of for part in _parts(other)}
    return blocks


def _initial_blocks(card: Card, knows: Iterable[str]) -> set[str]:
    """What a person has in common with someone of whose name a word and an initial are known."""
    words, weak = _words(card), _weak(card, knows)
    return {
        f"{stem} {first} {what}"
        for what in weak
        for word in words
        for other in words - {word}
        for stem in _stems(word)
        for first in _firsts(other)
    }


def _words(card: Card) -> set[str]:
    return {*card.name.words, *card.name.former, *card.name.called}


def _weak(card: Card, knows: Iterable[str]) -> set[str]:
    """What tells little: many live in one city, have one job, know one person."""
    return {f"in {what}" for what in (card.city, card.title, card.circle) if what} | {
        f"by {id}" for id in knows
    }


@lru_cache(maxsize=65_536)
def _stems(word: str) -> frozenset[str]:
    """What stays of a word of a name however it is spelled."""
    return frozenset({skeleton(word), *(f"={number}" for number in family_groups(word))})


@lru_cache(maxsize=65_536)
def _parts(word: str) -> frozenset[str]:
    """How a word begins and ends, one of which a slip leaves as it is, and the full names that it may be short for."""
    heard = sound(word)
    return frozenset({f"{heard[:3]}-", f"-{heard[-3:]}", *(f"={full}" for full in given_heads(word))})


@lru_cache(maxsize=65_536)
def _firsts(word: str) -> frozenset[str]:
    """The letters that a given name may begin with, in its spellings and short forms."""
    return frozenset(sound(other)[:1] for other in (word, *given_heads(word)))
