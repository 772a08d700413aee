"""Opening and saving the file, beside Parquet."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from benchmarks.report import Row, Target
from benchmarks.sizes import LARGE, Size, network_of
from benchmarks.timing import in_turn, once
from netgive_lib.network import TABLE_NAMES, Network
from netgive_lib.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows(most: Size) -> Iterator[Row]:
    """The rows of this group, at `most` at the largest."""
    size = min(LARGE, most)
    network, _ = network_of(size)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = Store(folder / "my-network.netgive")
        made, _ = once(lambda: store.create(network))
        written, _ = once(lambda: to_parquet(network, folder))
        loaded, read = in_turn(store.load, lambda: from_parquet(folder))
        before = store.load()
        someone = before.others["id"][0]
        notes = iter(range(100))

        def edited() -> None:
            store.save(before, before.edit(someone, note=f"note {next(notes)}"), "a note")

        noted, rewritten = in_turn(edited, lambda: to_parquet(network, folder))
    parquet = "the same tables from Parquet, by Polars"
    yield Row.timed("open the file", size, loaded, parquet, read, Target(within=5), _LOAD)
    yield Row.timed(
        "save all of a new network", size, made, "the same tables to Parquet", written, limit=_SAVE
    )
    yield Row.timed("save one note", size, noted, "the same tables to Parquet", rewritten)


_LOAD = (
    "The large tables come from their pack, as Parquet in the same file. A third of the time goes into checking each "
    "id, date and name once more, as for any network."
)
_SAVE = (
    "SQLite: two thirds of it are its own steps for each row, a third of those to check whom the row names."
)


def to_parquet(network: Network, folder: Path) -> None:
    """Each table as a file."""
    for name in TABLE_NAMES:
        network.table(name).write_parquet(folder / f"{name}.parquet")


def from_parquet(folder: Path) -> list[pl.DataFrame]:
    """Each table, from its file."""
    return [pl.read_parquet(folder / f"{name}.parquet") for name in TABLE_NAMES]
