"""What was measured, as rows, and the page of the documentation that is made of them."""

from __future__ import annotations

import math
import os
import platform
import timeit
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.timing import Took

PACKAGES = ("netgive", "polars", "networkx", "altair", "marimo", "scipy", "pandas", "nx-altair", "matplotlib")
BUSY = 0.5
"""From so much other work for each core, the figures of the wall clock are not to be relied on."""


@dataclass(frozen=True)
class Target:
    """What is asked of a row: `most` (of its unit), or to be `within` or `faster` by that factor."""

    most: float | None = None
    within: float | None = None
    faster: float | None = None

    def words(self, unit: str) -> str:
        """The target, in words."""
        if self.most is not None:
            return f"{self.most:g} {unit} at most"
        return f"within {self.within:g}×" if self.within is not None else f"{self.faster:g}× faster"


@dataclass(frozen=True)
class Row:
    """One thing measured, beside another."""

    work: str
    size: str
    ours: float
    against: str = ""
    """What else was measured, in words; "" if nothing was."""
    other: float = math.nan
    target: Target | None = None
    unit: str = "s"
    cpu: tuple[float, float] | None = None
    """Processor seconds of ours and of the other, where both worked in this process."""
    lacks: str = ""
    """What has to be installed before the other, or both, can be measured."""
    limit: str = ""
    """What limits it, in a sentence."""

    @classmethod
    def timed(
        cls,
        work: str,
        size: object,
        ours: Took,
        against: str,
        other: Took,
        target: Target | None = None,
        limit: str = "",
    ) -> Row:
        """A row of two times."""
        cpu = (ours.cpu, other.cpu)
        return cls(work, str(size), ours.wall, against, other.wall, target, cpu=cpu, limit=limit)

    @classmethod
    def unmeasured(cls, work: str, size: object, against: str, lacks: str, target: Target | None) -> Row:
        """A row of which nothing could be measured, since what it `lacks` is not installed."""
        return cls(work, str(size), math.nan, against, target=target, lacks=lacks)

    @property
    def ratio(self) -> float:
        """How many times less ours took than the other; nan without one."""
        return self.other / self.ours if self.ours else math.nan

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None if there is none, or it could not be measured."""
        if self.target is None or math.isnan(self.ours):
            return None
        if self.target.most is not None:
            return self.ours <= self.target.most
        if math.isnan(self.other):
            return None
        if self.target.within is not None:
            return self.ours <= self.target.within * self.other
        return self.ratio >= (self.target.faster or 0)

    def cells(self) -> list[str]:
        """The row of the table."""
        lacking = f" ({self.lacks})" if self.lacks else ""
        return [
            self.work,
            self.size,
            _amount(self.ours, self.unit),
            f"{self.against}{lacking}",
            _amount(self.other, self.unit),
            _times(self.ratio),
            _times(self.cpu[1] / self.cpu[0]) if self.cpu and self.cpu[0] else "",
            self.target.words(self.unit) if self.target else "",
            {True: "yes", False: "**no**", None: "not measured" if self.target else ""}[self.met],
        ]


HEADINGS = [
    "what",
    "people / exchanges",
    "ours",
    "beside",
    "other",
    "ratio",
    "by processor time",
    "target",
    "met",
]


@dataclass(frozen=True)
class Growth:
    """What one piece of work takes at each size."""

    work: str
    seconds: tuple[float, ...]

    def exponents(self, amounts: Sequence[int]) -> list[float]:
        """B where the time grows as the amount to the power of b, from each size to the next."""
        steps = zip(amounts, amounts[1:], self.seconds, self.seconds[1:], strict=False)
        return [math.log(t / s) / math.log(n / m) for m, n, s, t in steps]


@dataclass(frozen=True)
class Beside:
    """One piece of work beside another, at each size."""

    work: str
    against: str
    ratios: tuple[float | None, ...]
    """How many times less ours took; None where it was not measured."""


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def growth_table(sizes: Sequence[object], exchanges: Sequence[int], growth: Sequence[Growth]) -> str:
    """The times by size, with the exponent of the last step."""
    rows = [
        [
            grown.work,
            *(_amount(seconds, "s") for seconds in grown.seconds),
            *(f"{b:.2f}" for b in grown.exponents(exchanges)[-1:]),
        ]
        for grown in growth
    ]
    return table(["what", *map(str, sizes), *["exponent"] * (len(sizes) > 1)], rows)


def beside_table(sizes: Sequence[object], rows: Sequence[Beside]) -> str:
    """How many times faster or slower ours is, by size."""
    cells = ([row.work, row.against, *("" if r is None else _times(r) for r in row.ratios)] for row in rows)
    return table(["what", "beside", *map(str, sizes)], cells)


def page(rows: Sequence[Row], beside: str, growth: str, load: float, options: str = "") -> str:
    """The page of the documentation; `options` are those that it was made with besides `--write`."""
    busy = load > BUSY * (os.cpu_count() or 1)
    warning = f"Other work was running: load {load:.1f} at the start. Times of the clock are too high here."
    limits: dict[str, list[str]] = {}
    for row in rows:
        if row.limit:
            limits.setdefault(row.limit, []).append(row.work)
    told = [f"- **{'; '.join(dict.fromkeys(works))}**: {limit}" for limit, works in limits.items()]
    parts = [
        "# Benchmarks",
        _ABOUT.format(options=options),
        machine(),
        *([warning] if busy else []),
        table(HEADINGS, (row.cells() for row in rows)),
        missed(rows),
        *(["## At each size", _AT_EACH_SIZE, beside] if beside else []),
        *(["## How it grows", _GROWS, growth] if growth else []),
        *(["## What limits it", "\n".join(told)] if told else []),
    ]
    return "\n\n".join(parts) + "\n"


_ABOUT = """\
How fast netgive is, beside what you would otherwise pick. Made by

    pip install 'netgive[bench]'
    python -m benchmarks {options}--write docs/benchmarks.md

on a machine that does nothing else. Ours and the other are measured in one run, in turn, and the best of several rounds
counts. *ratio* is how many times less ours took on the clock; *by processor time* is the same for all threads together,
which other work on the machine touches less. A row without a target is there for comparison. All people are made up."""
_AT_EACH_SIZE = """\
Ours beside the other, by people / exchanges. For a few hundred people some others are as quick, or quicker: the tables
have a fixed price of some milliseconds, and Vega one of a tenth of a second for any picture. Ours is made for the
thousands. An empty cell was not measured: that would take minutes, or all of the memory."""
_GROWS = """\
Ours, by people / exchanges. With the exponent b of the last step, ten times the exchanges take 10^b times as long: at
1.0 the work grows as the data do."""


def missed(rows: Sequence[Row]) -> str:
    """Which targets are not met, and which could not be measured."""
    short = dict.fromkeys(row.work for row in rows if row.met is False)
    unknown = dict.fromkeys(row.work for row in rows if row.target and row.met is None)
    unmeasured = f" Not measured: {'; '.join(unknown)}." if unknown else ""
    return f"Targets that are not met: {'; '.join(short) or 'none'}.{unmeasured}"


def machine() -> str:
    """The machine and the versions, with nothing that names whose it is."""
    cores, memory = os.cpu_count(), os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    versions = ", ".join(filter(None, map(_version, PACKAGES)))
    return (
        f"{datetime.now(UTC):%d %B %Y}. {_processor()}, {cores} cores, {memory:.0f} GB of memory, {platform.system()}. "
        f"Python {platform.python_version()}, {versions}. "
        f"Ten million additions in Python take {_additions():.2f} s here."
    )


def _additions() -> float:
    """Seconds for ten million additions, the best of three: seconds of two runs are comparable by it."""
    return min(timeit.repeat("for i in range(10_000_000): s += i", "s = 0", number=1, repeat=3))


def _version(package: str) -> str:
    """A package and its version; "" if it is not installed."""
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return ""


def _processor() -> str:
    about = Path("/proc/cpuinfo")
    lines = about.read_text().splitlines() if about.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _times(ratio: float) -> str:
    """How many times faster or slower; "" for nan."""
    if math.isnan(ratio):
        return ""
    return f"{_figure(ratio)}× faster" if ratio >= 1 else f"{_figure(1 / ratio)}× slower"


def _amount(number: float, unit: str) -> str:
    """A figure with its unit; "" for nan."""
    return "" if math.isnan(number) else f"{_figure(number)} {unit}"


def _figure(number: float) -> str:
    """With two digits that tell, or all before the point."""
    digits = max(0, 1 - math.floor(math.log10(number))) if number else 0
    return f"{number:,.{digits}f}"
