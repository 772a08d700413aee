"""The exercises of the ring workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgive_lib.exercises.replies import taken_as_it_is
from netgive_lib.ring import Brought, Card, match
from netgive_lib.wording import check_ask, is_english
from netgive_lib.workshop import Exercise, Feedback

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network

_EXAMPLE = (
    Card(
        "Ana",
        "Who knows a printer for a small book?",
        ("letterpress",),
        (Brought("Notes on podcasts", ("podcasts",)),),
    ),
    Card("Ben", "How do I start a podcast?", ("podcasts",), (Brought("An hour of tax help", ("tax",)),)),
    Card(
        "Chi",
        "How do I file my first tax return?",
        ("tax",),
        (Brought("A letterpress studio", ("letterpress",)),),
    ),
    Card(
        "Dev",
        "Who needs a van on Saturday, and has a garden?",
        ("gardens",),
        (Brought("A van on Saturdays"),),
    ),
)
_IN_WORDS = (
    "Ana asks for a printer and knows about podcasts. Ben asks about podcasts and knows about tax. Chi asks about tax "
    "and has a letterpress. Dev asks for a garden and has a van."
)
_ROUND = (
    "Ana helps Ben, Ben helps Chi, Chi helps Ana",
    "Ben helps Ana, Chi helps Ben, Ana helps Chi",
    "Ana and Ben help each other, Chi and Dev help each other",
    "Nobody can help anybody",
)


def _check_goes_round(answer: str, network: Network, today: date) -> Feedback:
    del network, today
    if answer == _ROUND[0]:
        return Feedback(
            right=True, text="Yes. Nobody could pay back the one who helped, and all three were served."
        )
    replies = {
        _ROUND[1]: "The right people, the wrong way round: does Ben know a printer?",
        _ROUND[2]: "Ana can help Ben. But has Ben what Ana needs?",
        _ROUND[3]: "Look at Ana's podcasts and Ben's ask once more.",
    }
    return Feedback(right=False, text=replies[answer])


GOES_ROUND = Exercise(
    name="ring-goes-round",
    question=f"{_IN_WORDS} Who helps whom?",
    kind="choice",
    choices=_ROUND,
    check=_check_goes_round,
    hints=("Take one ask at a time: who has just that?", "Start with Ben's ask. Then see what Ben has."),
    worked=lambda _network, _today: (
        "Ben needs podcasts: Ana. Chi needs tax: Ben. Ana needs a printer: Chi. So Ana helps Ben, Ben helps Chi, and "
        "Chi helps Ana: a circle of giving."
    ),
    notice="No two of them could have traded. A group can do what pairs can't.",
)


def _check_one_ask(answer: str, network: Network, today: date) -> Feedback:
    del network, today
    if not is_english(answer):
        return taken_as_it_is("is it one question, and can one tell when it is answered?")
    # In a ring nobody is singled out and everyone brings something: why you, and what you bring, need not stand there.
    found = [finding for finding in check_ask(answer) if finding.code not in ("AS5", "AS6", "AS7")]
    if found:
        return Feedback(right=False, text=f"{found[0].message} {found[0].hint}")
    return Feedback(right=True, text="Yes: one question, and one can tell when it is answered.")


ONE_ASK = Exercise(
    name="ring-one-ask",
    question="Write the one ask that you would put in the middle: it matters to you, and is small enough to answer.",
    kind="text",
    check=_check_one_ask,
    hints=(
        "One question, with a size or a day: “Who could show me, in half an hour before June, how …?”",
        "A stranger should know at once whether they can help.",
    ),
    worked=lambda _network, _today: (
        "For instance: “Who could show me, in half an hour before the end of the month, how to record two voices at "
        "home?” It is one thing, it has an end, and you know when you have it."
    ),
    notice="A ring of small clear asks serves nearly everyone. A ring of “any advice welcome” serves nobody.",
)

_BACK = (
    "Because it would be unfair to help someone who can't help you",
    "Because the one who can help you is rarely the one whom you can help",
    "Because debts should be paid at once",
)


def _check_why_not_back(answer: str, network: Network, today: date) -> Feedback:
    del network, today
    if answer == _BACK[1]:
        return Feedback(right=True, text="Yes. Wait for a fair trade, and most asks stay open.")
    replies = {
        _BACK[0]: "It is the other way round: then only pairs who fit each other exactly could help.",
        _BACK[2]: "Then the circle of three above could not have turned at all.",
    }
    return Feedback(right=False, text=replies[answer])


WHY_NOT_BACK = Exercise(
    name="ring-why-not-back",
    question="Why does nobody in a ring have to pay back the one who helped them?",
    kind="choice",
    choices=_BACK,
    check=_check_why_not_back,
    hints=("How many pairs in the picture help each other?", "Think of Ana, Ben and Chi."),
    worked=lambda _network, _today: (
        "The second. In the example no two people could trade, and yet three of four asks were served."
    ),
    notice="That is splitting the tab among many: it comes out about even, and nobody counts.",
)


def _served() -> int:
    return match(_EXAMPLE).served


def _check_most_served(answer: int, network: Network, today: date) -> Feedback:
    del network, today
    served = _served()
    if answer == served:
        return Feedback(right=True, text=f"Yes, {served} of {len(_EXAMPLE)}: nobody here has a garden.")
    if answer > len(_EXAMPLE):
        return Feedback(right=False, text=f"There are only {len(_EXAMPLE)} asks.")
    if answer == len(_EXAMPLE):
        return Feedback(right=False, text="All but one. Whose ask does nobody's offer fit?")
    return Feedback(right=False, text=f"{'More' if answer < served else 'Fewer'} than that. Go ask by ask.")


MOST_SERVED = Exercise(
    name="ring-most-served",
    question="Predict: of the four asks of Ana, Ben, Chi and Dev, how many can be served?",
    kind="number",
    check=_check_most_served,
    hints=("Go through the asks one by one.", "Who has a garden?"),
    worked=lambda _network, _today: (
        f"{_served()}: Ana's, Ben's and Chi's. Dev's stays open, and that is when to ask: who knows someone?"
    ),
    notice="“I know someone who can” is the most common way in which an open ask is served after all.",
)

EXERCISES = (GOES_ROUND, ONE_ASK, WHY_NOT_BACK, MOST_SERVED)
