"""One piece of work beside others, all measured in turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.needs import lacking
from benchmarks.report import Row, Target
from benchmarks.timing import in_turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


@dataclass(frozen=True)
class Other:
    """What a user would pick instead."""

    words: str
    work: Callable[[], object]
    needs: Sequence[str] = ()
    """Packages that it takes, by the names that they are imported by."""


def compared(
    work: str,
    size: object,
    ours: Callable[[], object],
    others: Sequence[Other],
    target: Target | None = None,
    limit: str = "",
    *,
    rounds: int = 5,
) -> Iterator[Row]:
    """A row for each of `others`, the first with the target; one whose packages are absent says what to install."""
    there = [other for other in others if not lacking(*other.needs)]
    best, *rest = in_turn(ours, *(other.work for other in there), rounds=rounds)
    took = dict(zip((other.words for other in there), rest, strict=True))
    for number, other in enumerate(others):
        asked, told = (target, limit) if number == 0 else (None, "")
        if other.words in took:
            yield Row.timed(work, size, best, other.words, took[other.words], asked, told)
        else:
            lacks = lacking(*other.needs)
            yield Row(work, str(size), best.wall, other.words, lacks=lacks, target=asked, limit=told)
