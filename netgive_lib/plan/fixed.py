"""The moves that you planned by hand: they stay on their day, and the rest of a plan is made around them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.describe import day_in_words, name_of
from netgive_lib.nuisance import reasons
from netgive_lib.plan.horizon import PlanError
from netgive_lib.plan.rows import as_move
from netgive_lib.plan.worth import worth
from netgive_lib.weeks import monday

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from netgive_lib.network import Network
    from netgive_lib.plan.candidates import Terms
    from netgive_lib.plan.horizon import Horizon


@dataclass
class ByHand:
    """What was planned by hand, and what it leaves for the rest of the plan."""

    moves: list[dict[str, Any]] = field(default_factory=list)
    """Rows of `netgive_lib.plan.rows.MOVES`."""
    taken: Counter[date] = field(default_factory=Counter)
    """Day -> how many moves are on it."""
    circles: Counter[tuple[str, int]] = field(default_factory=Counter)
    """(circle, week) -> how many of them are with people of that circle."""
    held: dict[str, list[str]] = field(default_factory=dict)
    """Person -> why their planned move is not in the plan."""
    think: set[str] = field(default_factory=set)
    """Those for whom there is a day, but nothing to bring on it."""

    @property
    def people(self) -> set[str]:
        """Everyone whom the rest of the plan leaves out."""
        return {move["person"] for move in self.moves} | self.held.keys() | self.think

    def put(self, move: Mapping[str, Any], row: Mapping[str, Any], week: int) -> None:
        """With this move on its day, and `row` of `netgive_lib.plan.worth.worth`."""
        self.moves.append(as_move(row, move["on"], ask=move["ask"], move=move["id"], fixed=True))
        self.taken[move["on"]] += 1
        if row["circle"] is not None:
            self.circles[row["circle"], week] += 1


@dataclass(frozen=True)
class Around:
    """What is known when moves that were planned by hand are looked at."""

    network: Network
    horizon: Horizon
    people: pl.DataFrame
    offers: pl.DataFrame
    occasions: pl.DataFrame
    terms: Terms

    def fixed_moves(self, chosen: Mapping[str, date]) -> ByHand:
        """The moves that the table of moves has planned, and those `chosen` (person -> day), which go before them.

        Of several planned with one person, the earliest that may be: how it goes tells when the next is due. A
        planned move that a rule forbids by now is held back, with the reason. One that has no offer gets the best
        that there is on its day; if there is none, its place is kept, and the person is one to think about first.
        More moves in a week than the limit stay: you planned them. Raises `PlanError` for one of `chosen` that
        can't be.
        """
        found = ByHand()
        met: set[str] = set()
        planned = self.network.moves.filter(pl.col("status") == "planned").sort("on", "id", nulls_last=True)
        for move in planned.filter(pl.col("on") >= self.horizon.today).iter_rows(named=True):
            if move["person"] not in chosen and move["person"] not in met:
                self._keep(found, move)
                met = {each["person"] for each in found.moves} | found.think
        for person in met:
            found.held.pop(person, None)
        ids = dict(planned.reverse().select("person", "id").iter_rows())
        for person, on in chosen.items():
            self._choose(found, {"id": ids.get(person), "person": person, "on": on, "ask": None})
        return found

    def _keep(self, found: ByHand, move: Mapping[str, Any]) -> None:
        """Keep a planned move where it is, if it may be there."""
        person, on = move["person"], move["on"]
        if on > self.horizon.last:
            found.held[person] = [f"You have planned them for {day_in_words(on)} already."]
            return
        if why_not := self._why_not(person, on):
            found.held[person] = [f"You planned them for {day_in_words(on)}. {text}" for text in why_not]
            return
        row = self._best(person, on, self._offers_of(move)) or self._best(person, on, self.offers)
        if row is not None:
            found.put(move, row, self.horizon.week_of(on))
        else:
            found.think.add(person)
            found.taken[on] += 1

    def _choose(self, found: ByHand, move: Mapping[str, Any]) -> None:
        """Put someone on the day that was chosen for them. Raises `PlanError`."""
        person, on = move["person"], move["on"]
        name = name_of(self.network.person(person))
        if not self.horizon.today <= on <= self.horizon.last:
            last = day_in_words(self.horizon.last)
            raise PlanError(
                f"{name} can't be moved to {day_in_words(on)}: the plan ends on {last}, and begins today."
            )
        why_not = self._why_not(person, on)
        week = self.horizon.week_of(on)
        others = sum(count for day, count in found.taken.items() if self.horizon.week_of(day) == week)
        if others >= self.horizon.per_week:
            why_not.append(f"The week of {day_in_words(monday(on))} is full.")
        row = self._best(person, on, self.offers)
        if row is None:
            why_not.append("There is nothing to bring on that day yet.")
        if why_not or row is None:
            raise PlanError(f"{name} can't be moved to {day_in_words(on)}. {' '.join(why_not)}")
        found.put(move, row, week)

    def _why_not(self, person: str, on: date) -> list[str]:
        """Why not to contact someone on a day; whether its week is full is looked at elsewhere."""
        found = reasons(self.network, self.horizon.today, person, on)
        texts = [reason.text for reason in found if reason.code not in ("NU5", "NU7")]
        return [*texts, "You keep that day quiet."] if on in self.horizon.quiet else texts

    def _offers_of(self, move: Mapping[str, Any]) -> pl.DataFrame:
        """The offers that a planned move names: its own, or those of an asset; nothing if it names none."""
        offer = pl.lit(move["offer"], pl.String)
        named = (pl.col("offer") == offer) | (pl.col("asset") == offer)
        return self.offers.filter((pl.col("person") == move["person"]) & named)

    def _best(self, person: str, on: date, offers: pl.DataFrame) -> dict[str, Any] | None:
        """The row of `worth` for a person on a day, whatever their rhythm; None if nothing can be brought then."""
        someone = self.people.filter(pl.col("id") == person).with_columns(earliest=pl.lit(on))
        week = self.horizon.week_of(on)
        day = pl.DataFrame({"week": [week], "day": [on]}, schema={"week": pl.Int64, "day": pl.Date})
        mine = offers.filter(pl.col("person") == person)
        rows = worth(someone, mine, day, self.occasions, self.horizon.today, self.terms)
        return rows.row(0, named=True) if rows.height else None
