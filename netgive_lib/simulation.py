"""A tie through two years of giving and asking, under the formulas of `netgive_lib.ties`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.ties import PACE

if TYPE_CHECKING:
    from netgive_lib.ties import Pace

MONTH = 365 / 12
"""Days."""
YEARS_SHOWN = 2


def simulate(
    gives_a_month: float,
    asks_a_month: float,
    *,
    ring: int,
    granted: float = 1.0,
    days: int = 365 * YEARS_SHOWN,
    pace: Pace = PACE,
) -> pl.DataFrame:
    """How a tie in this ring would stand, day by day, from a first contact on day 0.

    You give and ask evenly through the months, each time something small; they answer `granted` of your
    asks with a give of the same size, and do nothing of their own accord. Nothing else happens.

    Columns: day (0 to `days`), warmth (0 to 1), given, received (decayed sums), tab (0 to 1, null while
    nothing was given in either direction).
    """
    gives, asks = _evenly(gives_a_month, days), _evenly(asks_a_month, days)
    happened = pl.DataFrame(
        {"on": [*gives, *asks, 0], "give": [1.0] * len(gives) + [0.0] * (len(asks) + 1)}
    ).with_columns(back=pl.Series([0.0] * len(gives) + [granted] * len(asks) + [0.0]))
    decay = 2.0 ** (-(pl.col("day") - pl.col("on")) / pace.half_life)
    return (
        pl.DataFrame({"day": range(days + 1)})
        .join(happened, how="cross")
        .filter(pl.col("on") <= pl.col("day"))
        .group_by("day")
        .agg(
            warmth=2.0 ** (-(pl.col("day").first() - pl.col("on").max()) / pace.rhythm[ring - 1]),
            given=(pl.col("give") * decay).sum(),
            received=(pl.col("back") * decay).sum(),
        )
        .with_columns(
            tab=pl.when(pl.col("given") + pl.col("received") > 0).then(
                pl.col("given") / (pl.col("given") + pl.col("received"))
            )
        )
        .sort("day")
    )


def _evenly(a_month: float, days: int) -> list[int]:
    """The days on which something happens that happens so often a month: the first after one interval."""
    if a_month <= 0:
        return []
    interval = MONTH / a_month
    return [round(interval * n) for n in range(1, int(days / interval) + 1)]
