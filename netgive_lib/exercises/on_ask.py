"""The exercises of the ask workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.describe import name_of
from netgive_lib.nuisance import reasons
from netgive_lib.schema import ME
from netgive_lib.wording import check_ask
from netgive_lib.workshop import Exercise, Feedback

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network

_CLEAR = (
    "“Could you tell me by Friday which of these two covers you would pick up? You chose them for ten years. "
    "One letter is enough, and no answer is fine.”"
)
_CHOICES = (
    "“I would love to hear your thoughts on my career some time.”",
    "“Can you look at my book, introduce me to your editor, and what should I charge?”",
    _CLEAR,
    "“I know you are busy, but I am desperate. You are my last hope.”",
)
_REPLIES = {
    _CHOICES[0]: "It has no end: how long, about what, and by when? What would they do first?",
    _CHOICES[1]: "Three asks in one. Which of them would they answer, and what of the other two?",
    _CHOICES[3]: "It asks for nothing yet, and leaves no way to say no. How would you feel, reading it?",
}


def _check_easiest(answer: str, network: Network, today: date) -> Feedback:
    del network, today
    if answer == _CLEAR:
        return Feedback(right=True, text="Yes. One question, a day, a size, why them, and an easy way out.")
    return Feedback(right=False, text=_REPLIES[answer])


EASIEST = Exercise(
    name="ask-easiest",
    question="Which of these is the easiest to answer?",
    kind="choice",
    choices=_CHOICES,
    check=_check_easiest,
    hints=(
        "Imagine each one on your own phone, between two meetings. Which could you answer before the second?",
        "Count the questions, and look for a day.",
    ),
    worked=lambda _network, _today: (
        "The third. It asks one thing, says by when, and how little is enough. It says why them, and a no is free."
    ),
    notice="A clear ask takes longer to write and a tenth of the time to answer.",
)


def _check_rewrite(answer: str, network: Network, today: date) -> Feedback:
    del network, today
    found = check_ask(answer)
    if found:
        more = f" ({len(found) - 1} more after that.)" if len(found) > 1 else ""
        return Feedback(right=False, text=f"{found[0].message} {found[0].hint}{more}")
    return Feedback(right=True, text="Yes: one clear question, with an end, a reason, a gift and a way out.")


REWRITE = Exercise(
    name="ask-rewrite",
    question="“Can I pick your brain about jobs?” Write it so that it is easy to answer, and bring something with it.",
    kind="text",
    check=_check_rewrite,
    hints=(
        "Ask for one thing that takes ten minutes at most, and name a day.",
        "Say why you ask them, add what you bring, and end with a sentence that makes a no easy.",
    ),
    worked=lambda _network, _today: (
        "For instance: “I have the list of studios that are hiring this winter for you, attached. You moved from print "
        "to film yourself: could you tell me by Thursday which two of my five projects you would show? Two numbers are "
        "plenty, and no answer is fine too.”"
    ),
    notice="What you know about them does half the work: it is the reason, and it is the gift.",
)


def _asked_since(network: Network, today: date) -> pl.DataFrame:
    """How often I asked each person since I last gave them anything: person, asks; the most first."""
    mine = network.exchanges.filter((pl.col("actor") == ME) & (pl.col("date") <= today))
    gave = mine.filter(pl.col("kind") == "give").group_by("other").agg(gave=pl.col("date").max())
    return (
        mine.filter(pl.col("kind") == "ask")
        .join(gave, on="other", how="left")
        .filter(pl.col("gave").is_null() | (pl.col("date") > pl.col("gave")))
        .group_by(person="other")
        .agg(asks=pl.len())
        .sort(["asks", "person"], descending=[True, False])
    )


def _check_only_asked(answer: str, network: Network, today: date) -> Feedback:
    asked = _asked_since(network, today)
    if not asked.height:
        return Feedback(right=False, text="Nobody, as far as is noted: you gave something after each ask.")
    most = asked["asks"][0]
    count = dict(asked.iter_rows()).get(answer, 0)
    name = name_of(network.person(answer))
    if count == most:
        return Feedback(right=True, text=f"Yes: {name}, {_times(most)}. It is your turn to bring something.")
    if count:
        return Feedback(right=False, text=f"You asked {name} {_times(count)}. Someone was asked more often.")
    return Feedback(right=False, text=f"To {name} you gave something since, or asked for nothing.")


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _worked_only_asked(network: Network, today: date) -> str:
    asked = _asked_since(network, today)
    if not asked.height:
        return "Nobody: after each ask you gave something."
    return (
        f"{name_of(network.person(asked['person'][0]))}: {_times(asked['asks'][0])}. Go through your asks, and for "
        "each person look for something that you gave later."
    )


ONLY_ASKED = Exercise(
    name="ask-only-asked",
    question="Whom have you asked most often since you last gave them anything?",
    kind="person",
    check=_check_only_asked,
    hints=(
        "On the map their tail points to you: they gave more.",
        "Open their card there and read “Lately”: several lines begin with “you asked for”.",
    ),
    worked=_worked_only_asked,
    notice="Nobody means to do this. It happens when the asks come by themselves and the gives need a thought.",
)


def _too_soon(network: Network, today: date) -> list[str]:
    """The names of people in rings 1 to 3 whom it would be too soon to ask today."""
    near = network.others.filter(pl.col("ring") <= 3)
    return [
        name_of(row) for row in near.iter_rows(named=True) if reasons(network, today, row["id"], asking=True)
    ]


def _check_not_yet(answer: int, network: Network, today: date) -> Feedback:
    near = network.others.filter(pl.col("ring") <= 3).height
    count = len(_too_soon(network, today))
    if not near:
        return Feedback(
            right=False, text="Nobody is in rings 1 to 3 yet. Rate a few people on the map first."
        )
    if answer == count:
        return Feedback(right=True, text=f"Yes, {count} of {near}.")
    if answer > near:
        return Feedback(right=False, text=f"There are only {near} people in rings 1 to 3.")
    if abs(answer - count) == 1:
        return Feedback(right=False, text="Off by one: very near.")
    return Feedback(right=False, text=f"It is {'fewer' if answer > count else 'more'} than that.")


def _worked_not_yet(network: Network, today: date) -> str:
    names = _too_soon(network, today)
    if not names:
        return "Nobody: you could ask any of them today."
    return f"{len(names)}: {', '.join(names)}. Choose one of them above, and the page says why."


NOT_YET = Exercise(
    name="ask-not-yet",
    question="Guess first: of the people in rings 1 to 3, how many would it be too soon to ask something today?",
    kind="number",
    check=_check_not_yet,
    hints=(
        "An ask waits while the last one is open, and while nothing was given since.",
        "Choose a few names above and see what the page says.",
    ),
    worked=_worked_not_yet,
    notice="Most of your people can be asked any day. The few who can't are those whom you would have asked first.",
)
