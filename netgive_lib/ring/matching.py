"""The ring: everyone in a group puts one ask and a few offers in the middle, and helpers are found.

The form is that of the Reciprocity Ring (Wayne and Cheryl Baker): 8 to 30 people, one ask each, and everyone
looks for what they can bring.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

import networkx as nx
import numpy as np
from scipy.optimize import linear_sum_assignment

from netgive_lib.network import fold
from netgive_lib.ring.cards import CardError
from netgive_lib.topics import STANDARD
from netgive_lib.topics.spelling import word_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from netgive_lib.ring.cards import Card

    _Array = NDArray[np.float64]


@dataclass(frozen=True)
class Rules:
    """The parameters of the matching. All are ours."""

    most_asks: int = 2
    """How many asks one person is given, so that nobody is overloaded."""
    said_in_passing: float = 0.7
    """What a topic counts that the text of an ask or an offer names, where one listed as a topic counts 1."""
    same_word: float = 0.35
    """What a word counts that is no topic but stands in both."""
    second: float = 0.05
    """By how much a match is worth less if its giver has one already: work is spread where it costs little."""


RULES = Rules()


@dataclass(frozen=True)
class Hand:
    """Someone who raised a hand for an ask: they can help, or know someone who can."""

    giver: str
    asker: str
    how: Literal["can help", "knows someone"] = "can help"


@dataclass(frozen=True)
class Match:
    """One ask and who could serve it. Names are those of the cards."""

    asker: str
    giver: str
    ask: str
    offer: str
    why: str
    fit: float
    """0 to 1; 1 for a hand that was raised."""


@dataclass(frozen=True)
class Ring:
    """What came of a ring."""

    cards: tuple[Card, ...]
    matches: tuple[Match, ...]
    cycles: tuple[tuple[str, ...], ...]
    """Circles of giving: each helps the next, and the last the first."""
    chains: tuple[tuple[str, ...], ...]
    """The longest chain in each part that is no circle: each helps the next."""

    @property
    def asks(self) -> int:
        """How many asks there were."""
        return sum(bool(card.ask) for card in self.cards)

    @property
    def served(self) -> int:
        """How many of them have a helper."""
        return len({match.asker for match in self.matches})

    def as_json(self) -> dict[str, Any]:
        """What `netgive ring --json` prints."""
        keys = ("asker", "giver", "ask", "offer", "why")
        return {
            "matches": [{key: getattr(match, key) for key in keys} for match in self.matches],
            "asks": self.asks,
            "served": self.served,
            "cycles": [list(cycle) for cycle in self.cycles],
        }


# Matching


def match(cards: Sequence[Card], hands: Iterable[Hand] = (), rules: Rules = RULES) -> Ring:
    """Who helps whom: as many asks served as possible, then the best total fit.

    Nobody is given more than `rules.most_asks` asks, and nobody serves their own. A raised hand beats any
    match: its ask is served by whoever raised one first, those who can help
    before those who know someone. The rest is a maximum-weight b-matching between people and asks, solved
    exactly as an assignment with `most_asks` places a person. Raises `CardError` if two cards have the same
    name.
    """
    by_name = {card.name: card for card in cards}
    if len({fold(name) for name in by_name}) < len(cards):
        twice = Counter(fold(card.name) for card in cards).most_common(1)[0][0]
        name = next(card.name for card in cards if fold(card.name) == twice)
        raise CardError(f"Two cards have the name {name!r}. Give one of them another.")
    raised = _raised(hands, by_name)
    loads = Counter(hand.giver for hand in raised.values())
    free = {name: max(0, rules.most_asks - loads[name]) for name in by_name}
    open_asks = [card for card in cards if card.ask and card.name not in raised]
    found = [_by_hand(by_name[asker], hand) for asker, hand in raised.items()]
    found += _assigned(open_asks, cards, free, loads, rules)
    order = {card.name: place for place, card in enumerate(cards)}
    found.sort(key=lambda match: order[match.asker])
    cycles, chains = _circles(found)
    return Ring(tuple(cards), tuple(found), cycles, chains)


def _raised(hands: Iterable[Hand], by_name: Mapping[str, Card]) -> dict[str, Hand]:
    """Asker -> the hand that counts: the first, and one that can help before one that knows someone."""
    counted: dict[str, Hand] = {}
    for hand in hands:
        if hand.giver == hand.asker or hand.giver not in by_name or hand.asker not in by_name:
            continue
        there = counted.get(hand.asker)
        if by_name[hand.asker].ask and (
            there is None or (there.how, hand.how) == ("knows someone", "can help")
        ):
            counted[hand.asker] = hand
    return counted


def _by_hand(asker: Card, hand: Hand) -> Match:
    says = "can help" if hand.how == "can help" else "knows someone who can help"
    return Match(asker.name, hand.giver, asker.ask, "", f"{hand.giver} says they {_plural(says)}.", 1.0)


def _plural(verb: str) -> str:
    return verb.replace("knows", "know")


def _assigned(
    asks: Sequence[Card],
    cards: Sequence[Card],
    free: Mapping[str, int],
    loads: Mapping[str, int],
    rules: Rules,
) -> list[Match]:
    """The best matches for asks that no hand was raised for."""
    edges = _edges(asks, cards, rules)
    places = [(name, loads[name] + nth) for name, count in free.items() for nth in range(count)]
    if not edges or not places:
        return []
    columns: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for column, (name, nth) in enumerate(places):
        columns[name].append((column, nth))
    worth = np.zeros((len(asks), len(places)))
    for (row, giver), (fit, _, _) in edges.items():
        for column, nth in columns[giver]:
            # One more ask served outweighs every difference in fit.
            worth[row, column] = len(asks) + 1 + fit - rules.second * nth
    rows, taken = linear_sum_assignment(worth, maximize=True)
    matches = []
    for at, column in zip(rows.tolist(), taken.tolist(), strict=True):
        if worth[at, column] > 0:
            asker, giver = asks[at], places[column][0]
            fit, offer, topic = edges[at, giver]
            matches.append(Match(asker.name, giver, asker.ask, offer, _why(asker, giver, offer, topic), fit))
    return matches


def _edges(
    asks: Sequence[Card], cards: Sequence[Card], rules: Rules
) -> dict[tuple[int, str], tuple[float, str, str]]:
    """(index of the ask, giver) -> (fit, the offer's title, the topic they share), where something connects.

    Of two offers that fit as well, the one that its giver wrote first.
    """
    offers = [
        (card.name, offer.title, _terms(offer.title, offer.topics, rules))
        for card in cards
        for offer in card.offers
    ]
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, (_, _, terms) in enumerate(offers):
        for term, (weight, _) in terms.items():
            holders[term].append((index, weight))
    held = {term: np.array(by) for term, by in holders.items()}
    edges: dict[tuple[int, str], tuple[float, str, str]] = {}
    for row, card in enumerate(asks):
        wanted = _terms(card.ask, card.topics, rules)
        order = sorted(wanted)
        counts, whole = _counts(wanted, order, held, len(offers))
        fits = counts.sum(axis=0)
        for index in np.flatnonzero(fits).tolist():
            giver, title, _ = offers[index]
            fit = round(float(fits[index]) / whole, 6)
            if giver != card.name and fit > edges.get((row, giver), (0.0, "", ""))[0]:
                best = order[int(counts[:, index].argmax())]
                edges[row, giver] = (fit, title, wanted[best][1])
    return edges


def _counts(
    wanted: Mapping[str, tuple[float, str]], order: Sequence[str], held: Mapping[str, _Array], offers: int
) -> tuple[_Array, float]:
    """What each term of an ask counts (a row each, in this order) in each offer, and what all could count at most.

    `held`: term -> (index of an offer, how much the term counts there) in rows. Rare terms count more.
    """
    counts = np.zeros((len(order), offers))
    whole = 0.0
    for of_term, term in zip(counts, order, strict=True):
        rarity = 1 + math.log((1 + offers) / (1 + len(held.get(term, ()))))
        most = wanted[term][0] * rarity
        whole += most
        for near, closeness in _near(term).items():
            if near in held:
                at = held[near][:, 0].astype(int)
                of_term[at] = np.maximum(of_term[at], most * closeness * held[near][:, 1])
    return counts, whole


_PLAIN_WORDS = """
about above after again also another anybody anyone anything around because before being best better between bring
could does doing done each else ever every find first five four from give good great have having hear help hour hours
idea ideas into introduce introduction just know like little long look looking love made make many meet might minute
minutes more most much must name need needs next offer once only other over people person please really should show
some someone something still such take talk tell than that their them then there these they thing things think this
those three time today together tomorrow under until very want week weeks well were what when where which while will
with within without would year years your yours
"""
_PLAIN = frozenset(form for word in _PLAIN_WORDS.split() for form in word_forms(word))
"""Words that say nothing about what a text is about."""


@lru_cache(8_192)
def _terms(text: str, topics: tuple[str, ...], rules: Rules) -> dict[str, tuple[float, str]]:
    """What a text is about: key of a topic, or form of a word -> (how much it counts, how it is written)."""
    found: dict[str, tuple[float, str]] = {}
    for form in word_forms(text):
        if len(form) > 3 and form not in _PLAIN:
            found[f"word {form}"] = (rules.same_word, form)
    for key in STANDARD.mentioned(text):
        found[key] = (rules.said_in_passing, STANDARD.names.get(key, key))
    for topic in topics:
        found[STANDARD.key(topic)] = (1.0, topic)
    return found


def _near(term: str) -> dict[str, float]:
    """The terms that a thing about `term` would also please."""
    if term.startswith("word "):
        return {term: 1.0}
    return STANDARD.around(STANDARD.names.get(term, term)) | {term: 1.0}


def _why(asker: Card, giver: str, offer: str, topic: str) -> str:
    return f"{asker.name} asks about {topic}, and {giver} brings “{offer}”."


# Circles and chains


def _circles(matches: Iterable[Match]) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """The circles of giving, and the longest chain of each part without one.

    Every ask has one giver, so that a part holds one circle at most.
    """
    giving: nx.DiGraph[str] = nx.DiGraph()
    giving.add_edges_from((match.giver, match.asker) for match in matches)
    cycles, chains = [], []
    for part in sorted(nx.weakly_connected_components(giving), key=lambda part: sorted(part)):
        inside = giving.subgraph(part)
        found = next(iter(nx.simple_cycles(inside)), None)
        if found:
            start = found.index(min(found))
            cycles.append((*found[start:], *found[:start]))
        else:
            chains.append(tuple(nx.dag_longest_path(inside)))
    return tuple(cycles), tuple(chains)
