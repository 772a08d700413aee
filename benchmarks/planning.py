"""The plan, beside an integer programme for the same assignment."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, vstack

from benchmarks.report import Row, Target
from benchmarks.sizes import MEDIUM, Size, network_of
from benchmarks.timing import in_turn
from netgive_lib.plan import Plan, make_plan
from netgive_lib.plan.candidates import TERMS, offers_ready, standing
from netgive_lib.plan.flow import SCALE
from netgive_lib.plan.horizon import horizon
from netgive_lib.plan.worth import occasions, worth

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from netgive_lib.network import Network

WEEKS, PER_WEEK = 12, 3


def rows(most: Size) -> Iterator[Row]:
    """The rows of this group, at `most` at the largest."""
    size = min(MEDIUM, most)
    network, today = network_of(size)
    offers = offers_for_all(network)
    worths = worths_of(network, offers, today)
    best = optimum(worths)
    plan = planned(network, offers, today)
    # Scores are rounded to whole numbers of 1/SCALE for the flow: each move may be off by half of one.
    if not math.isclose(plan.total, best, abs_tol=plan.moves.height / SCALE):
        raise ArithmeticError(f"The plan's sum is {plan.total}, and the integer programme's {best}.")
    ours, programme = in_turn(lambda: planned(network, offers, today), lambda: optimum(worths))
    yield Row.timed(
        f"plan of {WEEKS} weeks for {size.people:,} people",
        size,
        ours,
        "scipy.optimize.milp, the assignment alone",
        programme,
        Target(most=0.5),
        _LIMIT,
    )


_LIMIT = (
    "some eighty small Polars queries that say who may be contacted when. The flow itself is a third, since only the "
    "rows that can be in an optimum go into it. The sum is equal to the integer programme's, checked in each run."
)


def offers_for_all(network: Network) -> pl.DataFrame:
    """Three things to bring to everyone, so that all are candidates; how well each fits is spread evenly."""
    brought = network.assets.select("kind", "title", asset="id").head(3)
    return (
        network.others.select(person="id")
        .join(brought, how="cross")
        .with_columns(fit=0.3 + 0.7 * (pl.int_range(pl.len()) * 0.618034 % 1), why=pl.lit("It is for them."))
    )


def planned(network: Network, offers: pl.DataFrame, today: date) -> Plan:
    """Our plan."""
    return make_plan(network, today, weeks=WEEKS, per_week=PER_WEEK, offers=offers)


def worths_of(network: Network, offers: pl.DataFrame, today: date) -> pl.DataFrame:
    """What each person is worth in each week: what the plan is the best assignment of."""
    ahead = horizon(network, today, WEEKS, PER_WEEK)
    people, ready = standing(network, today), offers_ready(network, offers)
    return worth(people, ready, ahead.open_days, occasions(network, today, ahead.last), today)


def optimum(worths: pl.DataFrame) -> float:
    """The largest sum of scores, by an integer programme: one week a person, so many a week and of one circle."""
    limited = worths.with_columns(circle=pl.concat_str("circle", "week", separator=" "))
    circle_room = math.ceil(PER_WEEK * TERMS.circle_share)
    rules = [(limited["id"], 1), (limited["week"], PER_WEEK), (limited["circle"], circle_room)]
    matrices = [_membership(of) for of, _ in rules]
    most = np.concatenate([np.full(m.shape[0], room) for m, (_, room) in zip(matrices, rules, strict=True)])
    found = milp(
        -worths["score"].to_numpy(),
        integrality=np.ones(worths.height, dtype=np.int64),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(vstack(matrices), ub=most),
        options={"mip_rel_gap": 0},
    )
    if found.fun is None:
        raise ArithmeticError(f"The integer programme found nothing: {found.message}")
    return -float(found.fun)


def _membership(of: pl.Series) -> csr_array[Any]:
    """A row for each value of `of`, with a 1 in the column of each place that has it."""
    places = np.flatnonzero(of.is_not_null().to_numpy())
    number = of.drop_nulls().rank("dense").to_numpy() - 1
    return csr_array((np.ones(len(places)), (number, places)), shape=(int(number.max()) + 1, len(of)))
