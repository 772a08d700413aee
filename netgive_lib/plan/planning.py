"""The plan: whom to contact in which week, and with which offer; who is held back, and for whom to think first.

Among all plans that break no rule it is one whose scores have the largest sum (`netgive_lib.plan.worth` says what a
score is, `netgive_lib.plan.flow` how the best plan is found). The rules:

- No move without an offer, and none on a day on which a reason of `netgive_lib.nuisance` holds.
- Nobody before their rhythm says so, and nobody twice: what comes next depends on what comes back, and each new plan
  starts from there.
- At most `per_week` moves in a week, none in a quiet one, and, if there are several circles, at most half of a week's
  moves (rounded up) with people of one circle.
- An offer goes out while it is good, and an invitation some days before its event.
- The plan is made as if you needed nothing: an ask never buys anyone a place. Only then do your drafted asks ride along
  on moves that are there anyhow, the oldest first: on one move in four at most, and where no nuisance rule says no.
- What you planned by hand stays on its day, and the rest is the best around it.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.describe import day_in_words
from netgive_lib.nuisance import held_back
from netgive_lib.plan.candidates import TERMS, Terms, offers_ready, standing
from netgive_lib.plan.fixed import Around, ByHand
from netgive_lib.plan.flow import best_assignment
from netgive_lib.plan.horizon import Horizon, horizon
from netgive_lib.plan.rows import MOVES, as_move, spread
from netgive_lib.plan.worth import occasions, worth

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from netgive_lib.network import Network


@dataclass(frozen=True, eq=False)
class Plan:
    """Who, when, with what."""

    horizon: Horizon
    """The weeks that it covers, and the most moves in each."""
    moves: pl.DataFrame
    """A row a move, by day. Columns: `netgive_lib.plan.rows.MOVES`."""
    held_back: pl.DataFrame
    """Who is not in it, for a reason. Columns: person, name, reasons (a list of texts), resting (whether it is only
    that you were in contact lately enough). Whoever is resting comes last, the soonest due first."""
    think_first: pl.DataFrame
    """For whom there is nothing to bring yet, the best to reconnect with first. Columns: person, name, value, why."""

    @property
    def total(self) -> float:
        """The sum of the scores."""
        return float(self.moves["score"].sum())


def make_plan(
    network: Network,
    today: date,
    weeks: int = 8,
    per_week: int | None = None,
    direction: float | None = None,
    quiet_weeks: Iterable[date] = (),
    fixed: Mapping[str, date] | None = None,
    offers: pl.DataFrame | None = None,
    terms: Terms = TERMS,
) -> Plan:
    """The best plan for the `weeks` weeks from `today` on; the top of this module says what makes it so.

    The table of moves counts: what is planned stays, and what was done this week takes up room. `per_week` and
    `direction`: default is the setting. `quiet_weeks`: days, whose weeks stay empty. `fixed`: person -> the day on
    which you want to contact them; it goes before what the table of moves says. `offers`: what could be brought to
    whom; default is what `netgive_lib.offers.suggest_offers(network, today)` gives.

    Raises `PlanError` where a number is out of bounds, or someone in `fixed` can't be contacted on that day;
    `ValueError` for a setting that can't be read.
    """
    ahead = horizon(network, today, weeks, per_week, quiet_weeks)
    people = standing(network, today, direction, terms)
    ready = offers_ready(network, _suggested(network, today) if offers is None else offers, terms)
    dates = occasions(network, today, ahead.last)
    by_hand = Around(network, ahead, people, ready, dates, terms).fixed_moves(fixed or {})
    free = people.filter(~pl.col("id").is_in(list(by_hand.people)))
    rows = _best_rows(
        network, worth(free, ready, ahead.open_days, dates, today, terms), ahead, by_hand, terms
    )
    moves = by_hand.moves + [as_move(row, on) for row, on in spread(rows, ahead, by_hand.taken)]
    frame = pl.DataFrame(moves, schema=MOVES, orient="row").sort("on", "person")
    absent = people.filter(~pl.col("id").is_in(frame["person"].to_list()))
    held = _held(absent, by_hand, ahead)
    return Plan(
        ahead, _with_asks(frame, network, today, terms), held, _think_first(absent, held, ready, by_hand)
    )


def _suggested(network: Network, today: date) -> pl.DataFrame:
    """What could be brought to whom."""
    from netgive_lib.offers import suggest_offers  # not needed by whoever brings their own

    return suggest_offers(network, today)


def _best_rows(
    network: Network, worths: pl.DataFrame, ahead: Horizon, by_hand: ByHand, terms: Terms
) -> pl.DataFrame:
    """The rows of `worths` that make up the best plan around what was planned by hand, by person."""
    used: Counter[int] = Counter()
    for day, count in by_hand.taken.items():
        used[ahead.week_of(day)] += count
    done = network.moves.filter(
        (pl.col("status") == "done") & pl.col("on").is_between(ahead.mondays[0], ahead.last)
    )
    used.update(ahead.week_of(day) for day in done["on"])
    open_weeks = ahead.open_days["week"].unique().sort()
    room = {week: max(0, ahead.per_week - used[week]) for week in open_weeks}
    circles = worths["circle"].drop_nulls().unique().sort().to_list()
    most = math.ceil(ahead.per_week * terms.circle_share)
    several = len(circles) + bool(worths["circle"].null_count()) > 1
    circle_room = {
        (circle, week): max(0, most - by_hand.circles[circle, week])
        for circle in (circles if several else [])
        for week in room
    }
    chosen = best_assignment(worths.select("week", "circle", "score", person="id"), room, circle_room)
    return worths.join(chosen, left_on=["id", "week"], right_on=["person", "week"]).sort("id")


def _with_asks(moves: pl.DataFrame, network: Network, today: date, terms: Terms) -> pl.DataFrame:
    """With your drafted asks on as many moves as may carry one, the oldest asks first."""
    left = moves.height // terms.moves_for_an_ask - moves["ask"].count()
    drafts = network.asks.filter(pl.col("status") == "draft").sort("created", "id", nulls_last=True)
    if left <= 0 or not drafts.height:
        return moves
    no_ask = held_back(network, today, asking=True).filter(pl.col("code").is_in(["NU3", "NU4"]))
    # One day of a person is enough to look at: nobody has two moves that are not fixed.
    days = moves.filter(pl.col("move").is_null() & pl.col("ask").is_null()).select("person", "on")
    forbidden = days.join(no_ask, on="person").filter(
        pl.col("until").is_null() | (pl.col("until") > pl.col("on"))
    )
    may = days.join(forbidden, on="person", how="anti")
    riding = (
        drafts.unique("person", keep="first", maintain_order=True)
        .join(may, on="person", how="semi", maintain_order="left")
        .head(left)
        .select("person", draft="id")
    )
    return (
        moves.join(riding, on="person", how="left", maintain_order="left")
        .with_columns(ask=pl.coalesce("ask", "draft"))
        .select(moves.columns)
    )


def _held(absent: pl.DataFrame, by_hand: ByHand, ahead: Horizon) -> pl.DataFrame:
    """Who of those that have no move is held back, and why: see `Plan.held_back`."""
    held, resting = [], []
    facts = ("id", "name", "ring", "last_contact", "due", "reasons")
    for person, name, ring, last, due, reasons in absent.sort("due", "id").select(facts).iter_rows():
        texts = by_hand.held.get(person) or reasons
        if texts:
            held.append((person, name, texts, False))
        elif due > ahead.last and person not in by_hand.think:
            closeness = f"For ring {ring}" if ring else "While you have not said how close they are"
            until = day_in_words(due)
            text = f"You were in contact on {day_in_words(last)}. {closeness}, there is time until {until}."
            resting.append((person, name, [text], True))
    schema = {
        "person": pl.String(),
        "name": pl.String(),
        "reasons": pl.List(pl.String()),
        "resting": pl.Boolean(),
    }
    return pl.DataFrame(held + resting, schema=pl.Schema(schema), orient="row")


def _think_first(
    absent: pl.DataFrame, held: pl.DataFrame, ready: pl.DataFrame, by_hand: ByHand
) -> pl.DataFrame:
    """Who of those that have no move is not held back, but has no offer that is good by then."""
    earliest = absent.select("id", "earliest")
    in_time = pl.col("latest").is_null() | (pl.col("latest") >= pl.col("earliest"))
    able = earliest.join(ready, left_on="id", right_on="person").filter(in_time)
    waiting = able.filter(~pl.col("id").is_in(list(by_hand.think)))
    return (
        absent.join(held, left_on="id", right_on="person", how="anti", maintain_order="left")
        .join(waiting, on="id", how="anti", maintain_order="left")
        .select("name", "value", "why", person="id")
        .select("person", "name", "value", "why")
    )
