"""The ring: a group puts offers and asks in the middle, and finds who can help whom."""

from netgive_lib.ring.cards import Brought, Card, CardError, read_card, read_cards
from netgive_lib.ring.matching import RULES, Hand, Match, Ring, Rules, match

__all__ = [
    "RULES",
    "Brought",
    "Card",
    "CardError",
    "Hand",
    "Match",
    "Ring",
    "Rules",
    "match",
    "read_card",
    "read_cards",
]
