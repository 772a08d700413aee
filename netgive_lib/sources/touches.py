"""What mail and meetings add up to: a contact counts once a day, and the larger the round, the less it counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from netgive_lib.sources.found import Happened, Problem
from netgive_lib.sources.tabular import MOST_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from netgive_lib.sources.found import Found

MOST_TOUCHES = 1_000_000
"""So many contacts are kept of one source: a lifetime of mail and meetings stays far below."""


@dataclass(frozen=True)
class Crowd:
    """How much a contact weighs that several people share. The numbers are ours."""

    whole: int = 8
    """Up to so many people, each has the whole of it: a table at which everyone is heard."""
    most: int = 100
    """With more people than this it is an announcement, and nobody gets to know anybody by it."""

    def weight(self, people: int) -> float:
        """What each of `people` has of it: 1 in a small round, then a fraction that shrinks with the number.

        >>> Crowd().weight(3), Crowd().weight(16)
        (1.0, 0.5)
        """
        return 1.0 if people <= self.whole else round(self.whole / people, 4)


CROWD = Crowd()


class Touches:
    """The contacts of one source. A day on which several passed from one to another counts as its best one."""

    def __init__(self) -> None:
        self._best: defaultdict[tuple[str, str], dict[date, float]] = defaultdict(dict)
        self.count = 0

    def add(self, actor: str, other: str, days: Sequence[date], weight: float) -> None:
        """Take note of contacts on these days, from one ref to another."""
        best = self._best[actor, other]
        before = len(best)
        if weight >= 1.0:
            best.update(dict.fromkeys(days, 1.0))
        else:
            best.update((day, weight) for day in days if best.get(day, 0.0) < weight)
        self.count += len(best) - before

    def happened(self, channel: str) -> list[Happened]:
        """The contacts as exchanges, the oldest first."""
        exchanges = [
            Happened(day, actor, "touch", other, weight=weight, channel=channel)
            for (actor, other), best in self._best.items()
            for day, weight in best.items()
        ]
        return sorted(exchanges, key=attrgetter("date"))


@dataclass
class Noticed:
    """What was wrong or passed over while several files were read."""

    problems: list[Problem] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)

    def problem(self, file: str, line: int | None, problem: str) -> None:
        """Note what is wrong; where much is wrong, not every case."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(file, line, problem))
        elif len(self.problems) == MOST_PROBLEMS:
            self.problems.append(Problem(file, line, "From here on, problems are not listed any more."))

    def report(self, found: Found) -> None:
        """Add it to what was found."""
        found.problems += self.problems
        for reason, count in self.skipped.items():
            found.skipped[reason] = found.skipped.get(reason, 0) + count
