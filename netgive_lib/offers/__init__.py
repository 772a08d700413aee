"""Offers: what you could bring, to whom, and why."""

from netgive_lib.offers.scoring import WEIGHTS, Weights
from netgive_lib.offers.suggestions import PARTS, Part, Score, matrix, score, suggest_offers

__all__ = ["PARTS", "WEIGHTS", "Part", "Score", "Weights", "matrix", "score", "suggest_offers"]
