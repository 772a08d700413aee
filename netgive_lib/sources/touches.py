"""What mail and meetings add up to: a contact counts once a day, and the larger the round, the less it counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from netgive_lib.sources.found import Happened, Problem
from netgive_lib.sources.tabular import MOST_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netgive_lib.sources.found import Found

MOST_TOUCHES = 500_000
"""So many contacts are kept of one source, the latest: a lifetime of mail and meetings stays below."""
_KEPT = 0.75
"""Part of them that stays when there are too many, so that it does not happen with every one more."""


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
    """The contacts of one source. A day on which several passed from one to another counts as its best one.

    Of too many the latest are kept, as what is long ago hardly counts any more.
    """

    def __init__(self, most: int = MOST_TOUCHES) -> None:
        self.since = date.min
        """The day before which contacts were let go."""
        self._most = most
        self._best: defaultdict[tuple[str, str], dict[date, float]] = defaultdict(dict)
        self._count = 0

    def add(self, actor: str, other: str, days: Sequence[date], weight: float) -> None:
        """Take note of contacts on these days, from one ref to another."""
        best = self._best[actor, other]
        before = len(best)
        if self.since > date.min:
            days = [day for day in days if day >= self.since]
        if weight >= 1.0:
            best.update(dict.fromkeys(days, 1.0))
        else:
            best.update((day, weight) for day in days if best.get(day, 0.0) < weight)
        self._count += len(best) - before
        if self._count > self._most:
            self._let_go()

    def _let_go(self) -> None:
        """Keep the latest, whole days of them."""
        left = int(_KEPT * self._most)
        for day, count in sorted(Counter(day for best in self._best.values() for day in best).items())[::-1]:
            left -= count
            if left < 0:
                self.since = day + timedelta(days=1)
                break
        for pair, best in self._best.items():
            self._best[pair] = {day: weight for day, weight in best.items() if day >= self.since}
        self._count = sum(map(len, self._best.values()))

    def tell(self, noticed: Noticed, file: str) -> None:
        """Note it as a problem if contacts were let go."""
        if self.since > date.min:
            noticed.problem(
                file,
                None,
                f"There are more than {self._most:,} contacts here. Those before {self.since} were left out.",
            )

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
