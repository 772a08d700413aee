"""A limit to guessing: so many passwords from one address, and then a pause."""

from __future__ import annotations

from collections import defaultdict, deque

MOST_GUESSES = 10
"""How many wrong passwords may come from one address in `GUESS_SECONDS`."""
GUESS_SECONDS = 60.0


class Guesses:
    """Counts passwords that were tried, by the address that they come from."""

    def __init__(self, most: int = MOST_GUESSES, seconds: float = GUESS_SECONDS) -> None:
        self._most, self._seconds = most, seconds
        self._tried: dict[str, deque[float]] = defaultdict(deque)

    def begin(self, address: str, now: float) -> bool:
        """Note a try before it is looked at; False if this address has to wait."""
        tried = self._tried[address]
        while tried and tried[0] <= now - self._seconds:
            tried.popleft()
        if len(tried) >= self._most:
            return False
        tried.append(now)
        return True

    def forgive(self, address: str) -> None:
        """Take back the latest try: it was right."""
        if self._tried[address]:
            self._tried[address].pop()
