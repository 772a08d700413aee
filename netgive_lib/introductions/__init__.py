"""Introductions: which people you know should meet, and what each of the two would get from it."""

from netgive_lib.introductions.suggestions import Triad, introduction_offers, suggest_introductions, triad

__all__ = ["Triad", "introduction_offers", "suggest_introductions", "triad"]
