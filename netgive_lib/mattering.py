"""Whom it is worth thinking about first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.schema import STANDING
from netgive_lib.ties import ties

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network


def most_worth(network: Network, today: date) -> pl.DataFrame:
    """Everyone but me, who matters most first: the rows of `people` with a column standing_count.

    By ring, the inner first and the unrated last; then by how many of the four answers about standing are yes;
    then by warmth, and by what passed between you. Ours.
    """
    figures = ties(network, today).select("id", "warmth", "passed")
    standing = pl.sum_horizontal(pl.col(name).fill_null(value=False).cast(pl.Int64) for name in STANDING)
    return (
        network.others.with_columns(standing_count=standing)
        .join(figures, on="id", maintain_order="left")
        .sort(
            ["ring", "standing_count", "warmth", "passed", "name", "id"],
            descending=[False, True, True, True, False, False],
            nulls_last=True,
        )
        .drop("warmth", "passed")
    )
