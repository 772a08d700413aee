"""The exercises about the map's limits: what it can't tell, and whom it misses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netgive_lib.exercises.replies import called, lines_of, to_choice, where_they_stand
from netgive_lib.network import fold
from netgive_lib.workshop import Exercise, Feedback

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network

_CANNOT = "Who would be glad to hear from you tomorrow."
_CLAIMS = {
    "Who has heard nothing for longer than their ring can bear.": (
        "It tells that: their dots are hollow. What can't be counted in days or gifts?"
    ),
    "With whom more has passed than with others.": (
        "It tells that: their dots are larger. What can't be counted in days or gifts?"
    ),
    _CANNOT: (
        "Yes. It knows days and gifts, and nobody's heart. In experiments, people were gladder of such a message than "
        "its sender thought (Liu and others 2023)."
    ),
    "In which circles you mostly give.": (
        "It tells that: look for a sector in one colour. What can't be counted in days or gifts?"
    ),
}

CANNOT_TELL = Exercise(
    name="map-cannot-tell",
    question="Three of these you can read from the map. Which one can it not tell you?",
    kind="choice",
    choices=tuple(_CLAIMS),
    check=to_choice(_CANNOT, _CLAIMS),
    hints=(
        "Go through what the legend explains: place, size, colour, hollow or full.",
        "The map is made of what was written down. Which of these was never written down?",
    ),
    worked=lambda _network, _today: (
        f"“{_CANNOT}” Hollow dots tell of silence, size of how much passed, colour of who gave more. How someone would "
        "feel is in none of them."
    ),
    notice="A hollow dot is a question and no verdict. The way to an answer is to bring something and see.",
)

_WANTED = 3
_LONGEST_NAME = 8


def _problem(line: str, names: list[str], network: Network, today: date) -> str | None:
    """What is wrong with one name; `names` are those of the lines before."""
    if not re.search(r"[^\W\d_]", line):
        return "A name is asked for."
    if len(line.split()) > _LONGEST_NAME:
        return "That is long for a name. Who is it, and where do you know them from? Keep to that."
    if fold(line) in names:
        return f"{line} is there already. Think of someone else."
    if called(network, line):
        stands = where_they_stand(network, today, line)
        return f"That is someone on the map: {stands} If you mean someone else, write the whole name."
    return None


def _check_missing(answer: str, network: Network, today: date) -> Feedback:
    names: list[str] = []
    for number, line in enumerate(lines_of(answer), 1):
        problem = _problem(line, names, network, today)
        if problem:
            return Feedback(right=False, text=f"Line {number}: {problem}")
        names.append(fold(line))
    if len(names) < _WANTED:
        good = f"{len(names)} so far. " if names else ""
        return Feedback(right=False, text=f"{good}Write {_WANTED - len(names)} more, each on its own line.")
    text = "Yes: none of them is on the map. Add them above, under “Bring people in”, if they belong there."
    return Feedback(right=True, text=text)


MISSING = Exercise(
    name="map-missing",
    question=(
        "Whom does the map miss? Go through a day of ten years ago, an hour at a time, and write three people who "
        "belong here and are not: a name on each line. A first name and a place will do."
    ),
    kind="text",
    check=_check_missing,
    hints=(
        "Lists remember who wrote to you. Think of those who never needed to: at the next desk, on the same bus.",
        "School, first job, a house you lived in, a team, a choir, someone's brother. One from each is plenty.",
    ),
    worked=lambda _network, _today: (
        "There is no answer but yours. It could look like this: “Baraka from the night shift.” “Mrs Oyelaran next "
        "door.” “The tall Li from the choir.” What helps is a walk through places and hours, since names hang on them."
    ),
    notice=(
        "An address book is a poor memory: it keeps those who write, and forgets those who were simply there. Old ties "
        "such as these turn out to be useful more often than people expect (Levin and others 2011)."
    ),
)
