"""The exercises of the workbook that keeps you in touch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.describe import day_in_words, name_of
from netgive_lib.glad import glad_of_a_touch
from netgive_lib.nuisance import held_back, reasons
from netgive_lib.plan import PlanError, make_plan
from netgive_lib.reconnect import reconnections
from netgive_lib.ties import PACE, ties
from netgive_lib.workshop import Exercise, Feedback

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network


_TOLD = 3
"""So many people are named in a worked answer."""


def _cooling(network: Network, today: date) -> dict[str, Any] | None:
    """The tie whose warmth is worked out: the one nearest to a half that is not exactly one."""
    rows = ties(network, today).filter(pl.col("warmth").is_between(0.05, 0.95))
    if not rows.height:
        return None
    near = rows.sort((pl.col("warmth") - 0.5).abs(), "id").row(0, named=True)
    return {**near, "name": name_of(network.person(near["id"])), "rhythm": PACE.rhythm[near["ring"] - 1]}


def _warmth_question(network: Network, today: date) -> str:
    tie = _cooling(network, today)
    if tie is None:
        return "Compute one warmth by hand: put someone in a ring, note a contact, and this names them."
    return (
        f"Compute one warmth by hand. {tie['name']} is in ring {tie['ring']}, and you were last in contact "
        f"{tie['gap']} days ago. How warm is the tie, in hundredths (50 for a half)?"
    )


def _check_warmth(answer: int, network: Network, today: date) -> Feedback:
    tie = _cooling(network, today)
    if tie is None:
        return Feedback(
            right=False, text="There is no such tie yet: put someone in a ring and note a contact."
        )
    right = round(100 * tie["warmth"])
    if answer > 100:
        return Feedback(right=False, text="Warmth is never above 1: a number from 0 to 100 is asked for.")
    if abs(answer - right) <= 2:
        return Feedback(right=True, text=f"Yes: 2^(−{tie['gap']} ÷ {tie['rhythm']}) = {tie['warmth']:.2f}.")
    if abs(answer - right) <= 8:
        return Feedback(right=False, text="Near. Divide first, then halve: did you round too early?")
    if abs(answer - (100 - right)) <= 2:
        return Feedback(right=False, text="That is what was lost. How much is left?")
    return Feedback(
        right=False,
        text=f"The rhythm of ring {tie['ring']} is {tie['rhythm']} days. How many of them passed?",
    )


def _worked_warmth(network: Network, today: date) -> str:
    tie = _cooling(network, today)
    if tie is None:
        return "There is nothing to compute yet."
    missed = tie["gap"] / tie["rhythm"]
    return (
        f"{tie['gap']} days ÷ {tie['rhythm']} days is {missed:.2f} rhythms. Each one halves the warmth: "
        f"2^(−{missed:.2f}) is {tie['warmth']:.2f}. In hundredths: 100 × {tie['warmth']:.2f} = "
        f"{round(100 * tie['warmth'])}."
    )


ONE_WARMTH = Exercise(
    name="reconnect-warmth",
    question=_warmth_question,
    kind="number",
    check=_check_warmth,
    hints=(
        "The rhythms of the rings are 7, 30, 180, 365 and 730 days.",
        "Warmth = 2^(−days ÷ rhythm): after one rhythm a half, after two a quarter.",
    ),
    worked=_worked_warmth,
    notice="Nothing is lost for good: one contact, and it is 1 again.",
)


def _by_novelty(network: Network, today: date) -> pl.DataFrame:
    return (
        reconnections(network, today)
        .filter(~pl.col("leave_alone"))
        .sort(["novelty", "id"], descending=[True, False])
    )


def _check_novelty(answer: str, network: Network, today: date) -> Feedback:
    rows = _by_novelty(network, today)
    if answer not in rows["id"]:
        return Feedback(right=False, text="They are to be left alone. Choose someone else.")
    best, place = rows["novelty"][0], rows["id"].to_list().index(answer)
    row = rows.row(place, named=True)
    if row["novelty"] >= best - 1e-9:
        return Feedback(right=True, text=f"Yes, {row['novelty']:.2f}. {row['why']}")
    if place < 5:
        return Feedback(
            right=False, text=f"Near: they are among the top five, with {row['novelty']:.2f} of {best:.2f}."
        )
    return Feedback(right=False, text=f"{row['name']} has {row['novelty']:.2f}. Look further to the right.")


def _worked_novelty(network: Network, today: date) -> str:
    rows = _by_novelty(network, today)
    if not rows.height:
        return "Nobody is here yet."
    best = rows.row(0, named=True)
    return f"{best['name']}: {best['novelty']:.2f}. {best['why']}"


MOST_NOVELTY = Exercise(
    name="reconnect-novelty",
    question="Find the tie with the most novelty.",
    kind="person",
    check=_check_novelty,
    hints=(
        "In the picture of who went quiet it is the dot furthest to the right.",
        "Little time together, an outer ring, and senior to you: think who that could be.",
    ),
    worked=_worked_novelty,
    notice="It is rarely the one whom you would have called first. That is what comfort hides.",
)


def _check_nuisance(answer: str, network: Network, today: date) -> Feedback:
    found = reasons(network, today, answer)
    name = name_of(network.person(answer))
    if found:
        until = found[0].until
        when = f" From {day_in_words(until)} it is fine." if until else ""
        return Feedback(right=True, text=f"Yes. {found[0].text}{when}")
    try:
        make_plan(network, today, weeks=2, fixed={answer: today})
    except PlanError as error:
        return Feedback(right=False, text=f"No rule holds {name} back, though a plan may say no: {error}")
    return Feedback(
        right=False, text=f"{name} could hear from you today. Look for someone who has not answered."
    )


def _worked_nuisance(network: Network, today: date) -> str:
    held = held_back(network, today).unique("person", keep="first", maintain_order=True)
    told = [f"{name}: {text}" for name, text in held.select("name", "text").iter_rows()]
    if not told:
        of_day = reasons(network, today, network.others["id"][0]) if network.size else []
        return of_day[0].text if of_day else "Nobody is held back today: you have been no nuisance."
    more = len(told) - _TOLD
    return " ".join([*told[:_TOLD], *([f"And {more} more."] if more > 0 else [])])


NO_NUISANCE = Exercise(
    name="reconnect-nuisance",
    question="A plan without any nuisance leaves some people out. Find one who should not hear from you now.",
    kind="person",
    check=_check_nuisance,
    hints=(
        "Two messages without an answer are enough.",
        "Open “The plan”, and there “Held back, and why”. Whoever is only resting does not count.",
    ),
    worked=_worked_nuisance,
    notice="Not writing can be what you give someone.",
)


def _check_glad(answer: str, network: Network, today: date) -> Feedback:
    rows = glad_of_a_touch(network, today)
    if not rows.height:
        return Feedback(right=False, text="Nobody this week: you have been in touch with all who are near.")
    name = name_of(network.person(answer))
    if answer in rows["person"]:
        why = rows.row(by_predicate=pl.col("person") == answer, named=True)["why"]
        return Feedback(right=True, text=f"Yes. {why}")
    tie = ties(network, today).row(by_predicate=pl.col("id") == answer, named=True)
    if tie["warmth"] is not None and tie["warmth"] > 0.5:
        return Feedback(right=False, text=f"{name} heard from you not long ago. Whom would it surprise?")
    return Feedback(
        right=False, text=f"{name} is not among the five. Look for someone who trusts you and went quiet."
    )


def _worked_glad(network: Network, today: date) -> str:
    rows = glad_of_a_touch(network, today)
    if not rows.height:
        return "Nobody this week."
    return " ".join(f"{name}: {why}" for name, why in rows.select("name", "why").head(_TOLD).iter_rows())


GLAD = Exercise(
    name="reconnect-glad",
    question="Predict, then look at “Just a touch”: who is among the five who would be gladdest of a word this week?",
    kind="person",
    check=_check_glad,
    hints=(
        "Someone who trusts and answers you, and whom you have not been in touch with for long.",
        "Up in the picture, and hollow.",
    ),
    worked=_worked_glad,
    notice="Now write one line to that person, with nothing to ask in it.",
)

EXERCISES = (ONE_WARMTH, MOST_NOVELTY, NO_NUISANCE, GLAD)
