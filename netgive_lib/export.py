"""Files out: the network as CSV tables that a spreadsheet opens and `netgive import` reads back."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from netgive_lib import cells
from netgive_lib.schema import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from netgive_lib.network import Network


def to_folder(network: Network, folder: Path) -> list[Path]:
    """Write each table as `<table>.csv` into `folder`, which is made if need be; gives the files' paths.

    UTF-8, the column names as header; see `netgive_lib.cells` for the values. Raises `OSError`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, table in TABLES.items():
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(table.schema)
            for row in network.table(name).iter_rows():
                rows.writerow(map(cells.written, table.columns, row))
        paths.append(path)
    return paths
