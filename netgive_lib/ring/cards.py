"""The cards of a ring: what each person puts in the middle, and the files that hold them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_LONGEST_TEXT = 2000
_MOST_OFFERS = 20
_MOST_TOPICS = 20
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Signs that no text shows, and that a picture can't hold."""


class CardError(ValueError):
    """A card can't be used. The message is one sentence that says what is wrong with it."""


@dataclass(frozen=True)
class Brought:
    """One thing that someone offers to the group."""

    title: str
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class Card:
    """What one person puts in the middle. `topics` are what the ask is about."""

    name: str
    ask: str = ""
    topics: tuple[str, ...] = ()
    offers: tuple[Brought, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The card as it stands in a file."""
        offers = [{"title": offer.title, "topics": list(offer.topics)} for offer in self.offers]
        return {"name": self.name, "ask": self.ask, "topics": list(self.topics), "offers": offers}


def read_card(data: object, where: str = "The card") -> Card:
    """A card from parsed JSON. Raises `CardError`."""
    if not isinstance(data, dict):
        raise CardError(f"{where} is not a card: it should be an object with name, ask, topics and offers.")
    name = _text(data.get("name"), f"{where}: name")
    if not name:
        raise CardError(f"{where} has no name. Any name will do, but each person needs one.")
    offers = data.get("offers") or []
    if not isinstance(offers, list) or len(offers) > _MOST_OFFERS:
        raise CardError(f"{where}: offers should be a list of {_MOST_OFFERS} at most.")
    return Card(
        name=name,
        ask=_text(data.get("ask"), f"{where}: ask"),
        topics=_texts(data.get("topics"), f"{where}: topics"),
        offers=tuple(_offer(offer, f"{where}: an offer") for offer in offers),
    )


def read_cards(paths: Iterable[Path]) -> list[Card]:
    """The cards of JSON files, each holding one card or a list of them. Raises `CardError`, `OSError`."""
    cards = []
    for path in paths:
        try:
            data = json.loads(path.read_text(encoding="utf-8-sig"))
        except UnicodeDecodeError:
            raise CardError(f"{path.name} holds no cards: it is not text. Cards are .json files.") from None
        except (ValueError, RecursionError) as error:
            raise CardError(f"{path.name} is not JSON: {error}.") from None
        several = data if isinstance(data, list) else [data]
        cards += [read_card(each, path.name) for each in several]
    return cards


def _offer(data: object, where: str) -> Brought:
    if isinstance(data, str):
        return Brought(_text(data, where))
    if not isinstance(data, dict) or not _text(data.get("title"), where):
        raise CardError(f"{where} needs a title.")
    return Brought(_text(data["title"], where), _texts(data.get("topics"), f"{where}: topics"))


def _text(value: object, where: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise CardError(f"{where} should be text.")
    return " ".join(_UNSEEN.sub(" ", value).split())[:_LONGEST_TEXT]


def _texts(value: object, where: str) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or len(value) > _MOST_TOPICS:
        raise CardError(f"{where} should be a list of {_MOST_TOPICS} at most.")
    return tuple(filter(None, (_text(item, where) for item in value)))
