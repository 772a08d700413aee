"""An organisation's exchanges, more than fit in memory: summed over Parquet, batch by batch."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from benchmarks.report import Row, Target
from benchmarks.sizes import LARGE, SEED, Size
from benchmarks.timing import alone
from netgive_lib.ties import decayed_sums, summed_in_batches

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = date(2026, 11, 2)
CHUNK = 5_000_000
"""So many exchanges are made, and written, at a time."""
PEOPLE = 20_000
_CONTACTS = 50
"""So many others does each person have exchanges with."""


def rows(most: Size) -> Iterator[Row]:
    """The rows of this group: 50 million exchanges at the huge size, 5 million at the large, else ten times its own."""
    exchanges = most.exchanges * 10
    # An organisation is larger than anyone's own network, but not without bound.
    people = min(PEOPLE, most.exchanges)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        alone(write, folder, exchanges, people)
        size = f"{people:,} / {exchanges:,}"
        took, memory, pairs = alone(streamed, folder)
        whole, held, _ = alone(in_memory, folder)
        target = Target(most=BOUND) if most >= LARGE else None
    work = f"sums of exchanges in Parquet, {pairs:,} pairs"
    yield Row.timed(work, size, took, "the same, read whole into memory first", whole, limit=_LIMIT)
    yield Row(
        f"{work}: memory",
        size,
        memory,
        "read whole into memory first",
        held,
        target,
        unit="MB",
        limit=_MEMORY,
    )


BOUND = 2_000
"""MB that the sums may take, with Polars itself."""
_LIMIT = (
    "unpacking Parquet and hashing the names of both sides, and adding the sums of each two million rows to those "
    "before; half of each row is never read."
)
_MEMORY = (
    "the pairs, a few times over, and one batch; not the exchanges. Four times as many exchanges between "
    "as many pairs take four times as long, and no more memory."
)


def write(folder: Path, exchanges: int, people: int) -> None:
    """Write so many made-up exchanges among so many people as Parquet files."""
    for start in range(0, exchanges, CHUNK):
        _chunk(start, min(CHUNK, exchanges - start), people).write_parquet(folder / f"{start:012}.parquet")


def _chunk(start: int, count: int, people: int) -> pl.DataFrame:
    """So many exchanges, with the columns of the table."""
    place = pl.int_range(start, start + count)
    dice = place.hash(SEED)
    actor, step = dice % people, dice // people % min(_CONTACTS, people - 1) + 1
    kind = (dice // 1_000_003 % 10).replace_strict(
        list(range(10)), ["give"] * 3 + ["ask"] * 2 + ["touch"] * 5, return_dtype=pl.String
    )
    days = (dice // 7_919 % 2_900).cast(pl.Int64)
    return pl.select(
        id=pl.format("e{}", place),
        date=pl.lit(TODAY) - pl.duration(days=days),
        actor=pl.format("person-{}", actor),
        kind=kind,
        other=pl.format("person-{}", (actor + step * step) % people),
        what=pl.lit("a word"),
        weight=(dice // 104_729 % 3 + 1).cast(pl.Float64),
        channel=pl.lit("email"),
        source=pl.lit("made up"),
    )


def streamed(folder: Path) -> int:
    """The sums, read and added up batch by batch; gives how many pairs there are."""
    return summed_in_batches(pl.scan_parquet(folder / "*.parquet"), TODAY).height


def in_memory(folder: Path) -> int:
    """The sums of all exchanges, read first."""
    return (
        decayed_sums(pl.read_parquet(folder / "*.parquet").lazy(), TODAY).collect(engine="in-memory").height
    )
