"""`python -m benchmarks`: measure every row of the table of speed, and how our work grows."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from benchmarks import report
from benchmarks.beside import beside
from benchmarks.growth import growth, sizes_up_to
from benchmarks.sizes import SIZES, Size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

GROUPS = (
    "tables",
    "exports",
    "holes",
    "pictures",
    "planning",
    "keeping",
    "importing",
    "pages",
    "classroom",
    "out_of_memory",
)
"""A module each, whose `rows(most)` gives what it measured, one by one."""
GROWTH, BESIDE = "growth", "beside"
DEFAULT = "large"


def rows_of(group: str) -> Callable[[Size], Iterator[report.Row]]:
    """What measures the rows of a group; imported late, since each needs other packages."""
    rows: Callable[[Size], Iterator[report.Row]] = import_module(f"benchmarks.{group}").rows
    return rows


@click.command()
@click.option(
    "--size",
    type=click.Choice(list(SIZES)),
    default=DEFAULT,
    help="The largest that anything is measured at.",
)
@click.option(
    "--only", type=click.Choice([*GROUPS, BESIDE, GROWTH]), multiple=True, help="Measure these groups alone."
)
@click.option(
    "--write", type=click.Path(path_type=Path, dir_okay=False), help="Write the page of the documentation."
)
def main(size: str, only: tuple[str, ...], write: Path | None) -> None:
    """Measure how fast netgive is, against what a user would pick instead."""
    load, most = os.getloadavg()[0], SIZES[size]
    print(report.machine())
    print(f"Load at the start: {load:.1f}\n")
    rows = list(_shown(row for group in GROUPS if not only or group in only for row in rows_of(group)(most)))
    sizes = sizes_up_to(most)
    compared = ""
    if not only or BESIDE in only:
        compared = report.beside_table(sizes, beside(sizes))
        print(f"\n{compared}")
    grown = ""
    if not only or GROWTH in only:
        grown = report.growth_table(sizes, [size.exchanges for size in sizes], growth(sizes))
        print(f"\n{grown}")
    missed = [row.work for row in rows if row.met is False]
    print(f"\nMissed: {', '.join(missed) or 'none'}")
    if write:
        options = f"--size {size} " if size != DEFAULT else ""
        write.write_text(report.page(rows, compared, grown, load, options), encoding="utf-8")


def _shown(rows: Iterable[report.Row]) -> Iterator[report.Row]:
    """The rows, each printed as soon as it is there."""
    print(report.table(report.HEADINGS, []))
    for row in rows:
        print(f"| {' | '.join(row.cells())} |", flush=True)
        yield row


if __name__ == "__main__":
    main()
