"""The exercises of the start and map workbooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.describe import day_in_words, name_of
from netgive_lib.ties import PACE, ties
from netgive_lib.workshop import Exercise, Feedback

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network

QUIET_DAYS = 91
"""Three months."""
_LAYERS = {1: 5, 2: 15, 3: 50, 4: 150}


def _quiet_inner(network: Network, today: date) -> pl.DataFrame:
    """The people of rings 1 and 2 with whom there was no contact for three months, or never."""
    quiet = (pl.col("gap") > QUIET_DAYS) | pl.col("gap").is_null()
    return ties(network, today).filter(pl.col("ring").is_in([1, 2]) & quiet)


def _check_quiet(answer: int, network: Network, today: date) -> Feedback:
    inner = network.others.filter(pl.col("ring").is_in([1, 2])).height
    quiet = _quiet_inner(network, today).height
    if not inner:
        return Feedback(
            right=False, text="Nobody is in rings 1 and 2 yet. Rate a few people first, then guess."
        )
    if answer > inner:
        return Feedback(right=False, text=f"There are only {inner} people in rings 1 and 2. Guess again.")
    if answer == quiet:
        return Feedback(right=True, text=f"Yes: {quiet} of {inner}. You know your inner rings well.")
    if abs(answer - quiet) == 1:
        return Feedback(right=False, text="Very near: you are off by one. Look at the hollow dots once more.")
    many = "fewer" if answer > quiet else "more"
    return Feedback(right=False, text=f"It is {many} than that. Guess again, or look at the map.")


def _worked_quiet(network: Network, today: date) -> str:
    quiet = _quiet_inner(network, today)
    if not quiet.height:
        return "Nobody: you have been in touch with all of your two inner rings within three months."
    names = [name_of(network.person(id)) for id in quiet["id"]]
    listed = ", ".join(names[:12]) + (" and others" if len(names) > 12 else "")
    return (
        f"{quiet.height}: {listed}. For each, count the days from the last exchange to {day_in_words(today)}; "
        f"more than {QUIET_DAYS} is over three months."
    )


QUIET = Exercise(
    name="map-quiet",
    question=(
        "Guess before you look: how many people of your two inner rings have you not been in contact with "
        "for three months?"
    ),
    kind="number",
    check=_check_quiet,
    hints=(
        "Rings 1 and 2 are the two circles around the middle.",
        "A hollow dot is a tie that has gone quiet. In ring 1 that takes three weeks, in ring 2 three months.",
    ),
    worked=_worked_quiet,
    notice="Silence in an inner ring is easy to miss: you think of these people often, and so it feels like contact.",
)


def _lopsided(network: Network, today: date) -> pl.DataFrame:
    """Everyone to whom I owe most: received minus given, the largest first."""
    owed = ties(network, today).with_columns(owed=pl.col("received") - pl.col("given"))
    return owed.filter(pl.col("owed") > 0).sort(["owed", "id"], descending=[True, False])


def _check_lopsided(answer: str, network: Network, today: date) -> Feedback:
    owed = _lopsided(network, today)
    if not owed.height:
        return Feedback(
            right=False, text="Nobody has given you more than you gave them, as far as is noted here."
        )
    if answer == owed["id"][0]:
        return Feedback(
            right=True, text=f"Yes. {name_of(network.person(answer))} has given most beyond what you gave."
        )
    tie = ties(network, today).row(by_predicate=pl.col("id") == answer, named=True)
    if answer in owed["id"].head(3):
        return Feedback(
            right=False, text="Near: they are among the top three. Someone has given you a little more."
        )
    if tie["side"] == "mine":
        return Feedback(
            right=False, text="There it is the other way round: you gave more. Look for the other colour."
        )
    return Feedback(
        right=False,
        text=f"You got {tie['received']:.1f} and gave {tie['given']:.1f} there. Someone's tab is further from even.",
    )


def _worked_lopsided(network: Network, today: date) -> str:
    owed = _lopsided(network, today)
    if not owed.height:
        return "Nobody yet: put on the tab what people gave you, and ask again."
    top = owed.row(0, named=True)
    name = name_of(network.person(top["id"]))
    return (
        f"{name}: you got {top['received']:.1f} and gave {top['given']:.1f}, a difference of {top['owed']:.1f}. "
        f"Older gifts weigh less: half as much after {PACE.half_life:.0f} days."
    )


LOPSIDED = Exercise(
    name="map-lopsided",
    question="To whom do you owe most: who has given you the most beyond what you gave them?",
    kind="person",
    check=_check_lopsided,
    hints=(
        "The legend says which colour means that they gave more. The stronger the colour, the more one-sided.",
        "The size says how much passed. You want a large dot in that colour: click a few and compare.",
    ),
    worked=_worked_lopsided,
    notice="A lopsided tab is no debt to be ashamed of. It shows for whom it is worth thinking of something to bring.",
)


def _check_layers(answer: int, network: Network, today: date) -> Feedback:
    del today
    sizes = network.others["ring"].drop_nulls()
    if not len(sizes):
        return Feedback(right=False, text="Rate a few people first: there is nothing to compare yet.")
    within = int((sizes <= 3).sum())
    if answer == within:
        return Feedback(
            right=True, text=f"Yes, {within}. The research finds about {_LAYERS[3]} at this distance."
        )
    direction = "more" if answer < within else "fewer"
    return Feedback(right=False, text=f"There are {direction}. Count rings 1, 2 and 3 together.")


def _worked_layers(network: Network, today: date) -> str:
    del today
    counts = [network.others.filter(pl.col("ring") == ring).height for ring in (1, 2, 3)]
    return (
        f"{counts[0]} + {counts[1]} + {counts[2]} = {sum(counts)}. The layers add up from the middle: about "
        f"{_LAYERS[1]} people, then {_LAYERS[2]}, {_LAYERS[3]} and {_LAYERS[4]}, each number including the ones before."
    )


LAYERS = Exercise(
    name="map-layers",
    question="How many people are in your rings 1, 2 and 3 together?",
    kind="number",
    check=_check_layers,
    hints=(
        "The three inner circles of the map.",
        "Where dots are many, the ring's label helps: count ring by ring.",
    ),
    worked=_worked_layers,
    notice=(
        "Averages of such layers run about 5, 15, 50 and 150 people (Dunbar 2020, a review). They vary widely, "
        "and the 150 is disputed: take them as a mirror, not as a norm."
    ),
)
