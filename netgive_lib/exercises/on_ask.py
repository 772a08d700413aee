"""The exercises of the ask workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from netgive_lib.describe import name_of
from netgive_lib.exercises.replies import taken_as_it_is, to_choice, to_guess
from netgive_lib.nuisance import held_back
from netgive_lib.schema import ME
from netgive_lib.wording import check_ask, is_english
from netgive_lib.workshop import Exercise, Feedback

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network

_CLEAR = (
    "“Could you tell me by Friday which of these two covers you would pick up? You chose them for ten years. "
    "One letter is enough, and no answer is fine.”"
)
_ASKS = {
    "“You have seen so much of publishing. I would love to hear your thoughts on my career some time, over coffee or "
    "lunch, whenever it suits you and wherever you like.”": (
        "It has no end: how long, about what, and by when? What would they do first?"
    ),
    _CLEAR: "Yes. One question, a day, a size, why them, and an easy way out.",
    "“Can you look at my book by Friday, introduce me to your editor, and what should I charge for the cover? "
    "Thanks so much in advance for your time.”": (
        "Three asks in one. Which of them would they answer, and what of the other two?"
    ),
    "“I know how busy you are, and I hate to bother you, but I am desperate. I have tried everyone else. You are my "
    "last hope. Please write back.”": (
        "It asks for nothing yet, and leaves no way to say no. How would you feel, reading it?"
    ),
}

EASIEST = Exercise(
    name="ask-easiest",
    question="Which of these is the easiest to answer?",
    kind="choice",
    choices=tuple(_ASKS),
    check=to_choice(_CLEAR, _ASKS),
    hints=(
        "Imagine each one on your own phone, between two meetings. Which could you answer before the second?",
        "Count the questions, look for a day, and see whether a no has a way out.",
    ),
    worked=lambda _network, _today: (
        f"{_CLEAR} It asks one thing, says by when, and how little is enough. It says why them, and a no is free. The "
        "first has no end, the third asks three things, and the fourth asks nothing and presses hard."
    ),
    notice="A clear ask takes longer to write and a tenth of the time to answer.",
)

FLAWED = (
    "You moved from law to film in your thirties. I have written up what the evening courses cost, and the list is "
    "below for you. Could you tell me by Thursday which of these two courses you would take today? One word is plenty."
)
"""An ask with one flaw, of which the linter of `netgive_lib.wording` says AS5."""
_NO_WAY_OUT = "It leaves no easy way to say no."
_FLAWS = {
    "It does not say by when.": "It does: by Thursday. Read the question once more.",
    "It does not say why them.": "It does: they went the same way. Read the first sentence once more.",
    "It brings them nothing.": "It does: a list that took an evening to make. And if they have no time?",
    _NO_WAY_OUT: "Yes. One more half sentence, and they are as free as you want them to be.",
}

FLAW = Exercise(
    name="ask-flaw",
    question=f"“{FLAWED}” This ask is nearly ready. What does it still lack?",
    kind="choice",
    choices=tuple(_FLAWS),
    check=to_choice(_NO_WAY_OUT, _FLAWS),
    hints=(
        "Tick off what is there: one question, a day, a size, a reason, a gift.",
        "Imagine that they can't, or would rather not. What would they have to write?",
    ),
    worked=lambda _network, _today: (
        f"“{_NO_WAY_OUT}” The day, the reason and the gift are all there. Add “No answer is fine too.” and it is ready."
    ),
    notice=(
        "People say yes more often than you expect, partly because a no is hard to say (Flynn and Lake 2008). Whoever "
        "makes the no easy gets a yes that is meant."
    ),
)


def _check_rewrite(answer: str, network: Network, today: date) -> Feedback:
    del network, today
    if not is_english(answer):
        return taken_as_it_is(
            "is there one clear question, with an end, a reason, a gift and an easy way to say no?"
        )
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
        "plenty, and no answer is fine too.” It brings a list, says why them, asks one thing, and names a day, a size "
        "and a way out."
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


def _only_asked_question(network: Network, today: date) -> str:
    if not _asked_since(network, today).height:
        return (
            "Whom have you asked most often since you last gave them anything? As far as is noted there is nobody: "
            "you asked for nothing, or gave something after each ask. Once there is someone, this asks you."
        )
    return "Whom have you asked most often since you last gave them anything?"


def _check_only_asked(answer: str, network: Network, today: date) -> Feedback:
    asked = _asked_since(network, today)
    if answer not in network.others["id"]:
        return Feedback(right=False, text="Choose someone who is on the map.")
    if not asked.height:
        return Feedback(right=False, text="Nobody, as far as is noted: you gave something after each ask.")
    most = asked["asks"][0]
    count = dict(asked.iter_rows()).get(answer, 0)
    name = name_of(network.person(answer))
    if count == most:
        return Feedback(right=True, text=f"Yes: {name}, {_times(most)}. It is your turn to bring something.")
    if count:
        text = f"Near: since your last gift you asked {name} {_times(count)}. Someone was asked more often."
        return Feedback(right=False, text=text)
    to_them = (pl.col("actor") == ME) & (pl.col("other") == answer) & (pl.col("date") <= today)
    if "ask" in network.exchanges.filter(to_them)["kind"]:
        return Feedback(right=False, text=f"You asked {name}, and gave something on the same day or later.")
    return Feedback(right=False, text=f"You have asked {name} for nothing, as far as is noted.")


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
    question=_only_asked_question,
    kind="person",
    check=_check_only_asked,
    hints=(
        "On the map their tail points to you: they gave more.",
        "Open their card there and read “Lately”: several lines begin with “you asked for”.",
    ),
    worked=_worked_only_asked,
    notice="Nobody means to do this. It happens when the asks come by themselves and the gives need a thought.",
)


def _near(network: Network) -> pl.DataFrame:
    """The people of rings 1 to 3, without those to be left alone: for these it is not a matter of time."""
    return network.others.filter((pl.col("ring") <= 3) & ~pl.col("leave_alone").fill_null(value=False))


def _too_soon(network: Network, today: date) -> list[str]:
    """The names of those of them whom it would be too soon to ask today."""
    held = held_back(network, today, asking=True)["person"]
    return [name_of(row) for row in _near(network).filter(pl.col("id").is_in(held.to_list())).to_dicts()]


def _check_not_yet(answer: int, network: Network, today: date) -> Feedback:
    count, among = len(_too_soon(network, today)), _near(network).height
    return to_guess(answer, count, among, "in rings 1 to 3", "Think of those whom you asked last.")


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
    notice=(
        "An ask waits for those whom you asked last, and these tend to be the first to come to mind again. The others "
        "can be asked any day."
    ),
)

EXERCISES = (EASIEST, FLAW, REWRITE, ONLY_ASKED, NOT_YET)
"""All of the page, in its order."""
