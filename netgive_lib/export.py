"""Files out: the network as CSV tables that a spreadsheet opens and `netgive import` reads back."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from netgive_lib import cells
from netgive_lib.schema import TABLES

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TextIO

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
            rows = csv.writer(_Lines(file))
            rows.writerow(table.schema)
            for row in network.table(name).iter_rows():
                rows.writerow(map(cells.written, table.columns, row))
        paths.append(path)
    return paths


class _Lines:
    r"""Lines that end in \n, while `csv.writer` takes them to end in \r\n.

    So it quotes a text with a lone \r, too, at which a reader would end the row.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, line: str) -> int:
        return self._file.write(line.removesuffix("\r\n") + "\n")
