"""The exercises of the map workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.describe import day_in_words, name_of
from netgive_lib.exercises.on_map_limits import CANNOT_TELL, MISSING
from netgive_lib.exercises.replies import to_guess
from netgive_lib.network import fold
from netgive_lib.remember import remembered
from netgive_lib.ties import PACE, ties
from netgive_lib.workshop import Exercise, Feedback

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network

QUIET_DAYS = 91
"""Three months."""
_LAYERS = {1: 5, 2: 15, 3: 50, 4: 150}
_INNER = "in rings 1 and 2"


@remembered
def _in_rings(network: Network) -> list[int]:
    """How many people are in rings 1, 2, 3 and 4."""
    rings = network.others["ring"].to_list()
    return [rings.count(ring) for ring in _LAYERS]


def _check_layers(answer: int, network: Network, today: date) -> Feedback:
    del today
    one, two, three, four = _in_rings(network)
    within = one + two + three
    if not network.others["ring"].count():
        return Feedback(right=False, text="Rate a few people first: there is nothing to compare yet.")
    if answer == within:
        return Feedback(
            right=True, text=f"Yes, {within}. The research finds about {_LAYERS[3]} at this distance."
        )
    if answer > network.size:
        return Feedback(right=False, text=f"There are only {network.size} people on the whole map.")
    if answer == three:
        return Feedback(right=False, text="That is ring 3 alone. Those nearer to you count too.")
    if answer == one + two:
        return Feedback(right=False, text="Those are rings 1 and 2. Ring 3 is still missing.")
    if answer == within + four:
        return Feedback(right=False, text="Ring 4 is in that number too. Stop at the third circle.")
    direction = "more" if answer < within else "fewer"
    return Feedback(right=False, text=f"There are {direction}. Count rings 1, 2 and 3 together.")


def _worked_layers(network: Network, today: date) -> str:
    del today
    one, two, three, _ = _in_rings(network)
    return (
        f"{one} + {two} + {three} = {one + two + three}. The layers add up from the middle: about "
        f"{_LAYERS[1]} people, then {_LAYERS[2]}, {_LAYERS[3]} and {_LAYERS[4]}, each number including the ones before."
    )


LAYERS = Exercise(
    name="map-layers",
    question="How many people are in your rings 1, 2 and 3 together?",
    kind="number",
    check=_check_layers,
    hints=(
        "They are the three inner circles of the map.",
        "Where dots are many, the ring's label helps: add up ring by ring.",
    ),
    worked=_worked_layers,
    notice=(
        "Averages of such layers run about 5, 15, 50 and 150 people (Dunbar 2020, a review). They vary widely, "
        "and the 150 is disputed: take them as a mirror, not as a norm."
    ),
)


@remembered
def _quiet_inner(network: Network, today: date) -> pl.DataFrame:
    """The people of rings 1 and 2 with whom there was no contact for three months, or never."""
    quiet = (pl.col("gap") > QUIET_DAYS) | pl.col("gap").is_null()
    return ties(network, today).filter(pl.col("ring").is_in([1, 2]) & quiet)


def _check_quiet(answer: int, network: Network, today: date) -> Feedback:
    inner = network.others.filter(pl.col("ring").is_in([1, 2])).height
    quiet = _quiet_inner(network, today).height
    return to_guess(answer, quiet, inner, _INNER, "Look at the hollow dots once more.")


def _worked_quiet(network: Network, today: date) -> str:
    quiet = _quiet_inner(network, today)
    if not quiet.height:
        return "Nobody: you have been in touch with all of your two inner rings within three months."
    names = [name_of(network.person(id)) for id in quiet["id"]]
    listed = ", ".join(names[:12]) + (" and others" if len(names) > 12 else "")
    return (
        f"{quiet.height}: {listed}. For each, count the days from the last exchange to {day_in_words(today)}; "
        f"more than {QUIET_DAYS} is over three months. Someone with no contact on record counts too."
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


@remembered
def _owed(network: Network, today: date) -> pl.DataFrame:
    """Everyone to whom I owe something: received minus given, the largest first."""
    owed = ties(network, today).with_columns(owed=pl.col("received") - pl.col("given"))
    return owed.filter(pl.col("owed") > 0).sort(["owed", "id"], descending=[True, False])


def _lopsided_question(network: Network, today: date) -> str:
    if not _owed(network, today).height:
        return (
            "To whom do you owe most? Nobody has given you more than you gave them, as far as is noted here. "
            "Put on the tab what people gave you, and this asks you."
        )
    return "To whom do you owe most: who has given you the most beyond what you gave them?"


def _check_lopsided(answer: str, network: Network, today: date) -> Feedback:
    owed = _owed(network, today)
    tie = next(ties(network, today).filter(pl.col("id") == answer).iter_rows(named=True), None)
    if tie is None:
        return Feedback(right=False, text="Choose someone who is on the map.")
    name = name_of(network.person(answer))
    if not owed.height:
        text = "Nobody has given you more than you gave them, as far as is noted here."
        return Feedback(right=False, text=text)
    if answer in owed.filter(pl.col("owed") == pl.col("owed").max())["id"]:
        return Feedback(right=True, text=f"Yes. {name} has given most beyond what you gave.")
    if answer in owed["id"].head(3):
        text = "Near: they are among the top three. Someone has given you a little more."
    elif tie["side"] is None:
        text = f"Nothing is noted that you or {name} gave. Look for a large dot."
    elif tie["side"] == "mine":
        text = "There it is the other way round: you gave more. Look for the other colour."
    else:
        text = f"You got {tie['received']:.1f} and gave {tie['given']:.1f} there. Someone's tab is further from even."
    return Feedback(right=False, text=text)


def _worked_lopsided(network: Network, today: date) -> str:
    owed = _owed(network, today)
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
    ready=lambda network, today: _owed(network, today).height > 0,
    question=_lopsided_question,
    kind="person",
    check=_check_lopsided,
    hints=(
        "The legend says which colour means that they gave more. The stronger the colour, the more one-sided.",
        "The size says how much passed. You want a large dot in that colour: click a few and compare.",
    ),
    worked=_worked_lopsided,
    notice="A lopsided tab is no debt to be ashamed of. It shows for whom it is worth thinking of something to bring.",
)

_FEWEST = 3
_MOST_CIRCLES = 4


@remembered
def _circles(network: Network, today: date) -> pl.DataFrame:
    """The circles to choose from: the one with the largest share of dormant ties, and others with a smaller one.

    Columns: circle, people (those in a ring), quiet (dormant), share; the quietest first. Without a quiet one, or
    anything to compare it with, there is no row.
    """
    counted = (
        ties(network, today)
        .join(network.people.select("id", "circle"), on="id")
        .filter((pl.col("circle").str.strip_chars() != "") & pl.col("ring").is_not_null())
        .group_by("circle")
        .agg(people=pl.len(), quiet=pl.col("dormant").sum())
        .filter(pl.col("people") >= _FEWEST)
        .with_columns(share=pl.col("quiet") / pl.col("people"))
        .sort(["share", "people", "circle"], descending=[True, True, False])
    )
    top = counted.head(1)
    below = counted.filter(pl.col("share") < pl.col("share").max()).head(_MOST_CIRCLES - 1)
    return pl.concat([top, below]) if below.height else counted.clear()


def _circle_question(network: Network, today: date) -> str:
    if not _circles(network, today).height:
        return (
            "In which circle have most people gone quiet? To compare, two circles with three people each, all in a "
            "ring, are needed, and someone who has gone quiet. Give people a circle above, and this asks you."
        )
    return "Guess before you look: in which of these circles has the largest share of people gone quiet?"


def _check_circle(answer: str, network: Network, today: date) -> Feedback:
    circles = _circles(network, today)
    chosen = circles.filter(pl.col("circle") == answer)
    if not chosen.height:
        return Feedback(right=False, text="Choose one of the circles above.")
    row = chosen.row(0, named=True)
    seen = f"{row['quiet']} of {row['people']} in “{answer}” have gone quiet"
    if answer == circles["circle"][0]:
        return Feedback(right=True, text=f"Yes: {seen}.")
    return Feedback(right=False, text=f"{seen}. In one of the others it is a larger share.")


def _worked_circle(network: Network, today: date) -> str:
    circles = _circles(network, today)
    if not circles.height:
        return "There is nothing to compare yet: note where you know people from, and rate them."
    counts = (f"“{row['circle']}” {row['quiet']} of {row['people']}" for row in circles.iter_rows(named=True))
    return f"Count the hollow dots of each sector, and divide by all of its dots: {', '.join(counts)}."


QUIET_CIRCLE = Exercise(
    name="map-quiet-circle",
    question=_circle_question,
    kind="choice",
    choices=lambda network, today: tuple(sorted(_circles(network, today)["circle"], key=fold)),
    check=_check_circle,
    hints=(
        "A circle is a sector of the map, and those who have gone quiet are its hollow dots.",
        "It is the share that counts: two of four is more than five of twenty.",
    ),
    worked=_worked_circle,
    notice=(
        "A whole circle goes quiet when you leave a place: a job, a town, a course. One message to one of them often "
        "reaches the others too."
    ),
)

EXERCISES = (LAYERS, QUIET, LOPSIDED, QUIET_CIRCLE, CANNOT_TELL, MISSING)
"""All of the page, in its order."""
