"""Exercises: a question, an answer that is checked at once, hints, and a worked answer in prose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from netgive_lib.network import Network

_LONGEST_NUMBER = 9
"""Digits: no answer has more, and Python refuses to read thousands of them."""
SOLVED = "solved: "
"""Settings whose name begins so say on which day an exercise was solved."""


@dataclass(frozen=True)
class Feedback:
    """What to say to an answer."""

    right: bool
    text: str
    judged: bool = True
    """Whether it could be: what is in another language is taken as it is."""


@dataclass(frozen=True)
class Exercise:
    """One exercise. Its check and its worked answer follow from the network that is looked at."""

    name: str
    """Short and stable: progress is kept under it."""
    question: str | Callable[[Network, date], str]
    """What is asked; where it names someone, it follows from the network."""
    kind: Literal["number", "choice", "person", "pair", "text"]
    check: Callable[[Any, Network, date], Feedback]
    """(answer, network, today) -> what to say.

    The answer is a whole number, a choice, a person's id, the ids of two people, or what was written.
    """
    hints: tuple[str, ...]
    worked: Callable[[Network, date], str]
    """The answer and the way to it, for the network that is looked at."""
    notice: str
    """What to notice, once it is solved."""
    choices: tuple[str, ...] | Callable[[Network, date], tuple[str, ...]] = ()

    ready: Callable[[Network, date], bool] | None = None
    """Whether it can be answered in this network; None where it always can, or there is something to choose from."""

    def is_ready(self, network: Network, today: date) -> bool:
        """Whether it can be answered in this network. Until then its question says what is missing."""
        if self.ready is not None:
            return self.ready(network, today)
        return self.kind != "choice" or bool(self.choices_in(network, today))

    def question_in(self, network: Network, today: date) -> str:
        """What is asked, in this network."""
        return self.question if isinstance(self.question, str) else self.question(network, today)

    def choices_in(self, network: Network, today: date) -> tuple[str, ...]:
        """What there is to choose from, in this network."""
        return self.choices if isinstance(self.choices, tuple) else self.choices(network, today)


def answered(exercise: Exercise, answer: Any, network: Network, today: date) -> Feedback | None:
    """What to say to what was typed or chosen; None while nothing was."""
    if exercise.kind == "pair":
        if not answer:
            return None
        if len(answer) < 2:
            return Feedback(right=False, text="Two people are asked for: choose one more.")
        return exercise.check(tuple(answer), network, today)
    if answer is None or not answer.strip():
        return None
    if exercise.kind == "person" and answer not in network.others["id"]:
        return Feedback(right=False, text="Choose someone whom you know.")
    choices = exercise.choices_in(network, today)
    if choices and answer not in choices:
        return Feedback(right=False, text="Choose one of those above.")
    if exercise.kind != "number":
        return exercise.check(answer, network, today)
    if not answer.strip().isdecimal() or len(answer.strip()) > _LONGEST_NUMBER:
        return Feedback(right=False, text="A whole number is asked for here, such as 7.")
    return exercise.check(int(answer), network, today)


def with_solved(network: Network, exercise: Exercise, today: date) -> Network:
    """With this exercise noted as solved, on the first day it was."""
    name = SOLVED + exercise.name
    return network if network.setting(name) else network.with_settings({name: today.isoformat()})


def solved(network: Network, exercises: Iterable[Exercise]) -> int:
    """How many of these exercises are noted as solved."""
    return sum(bool(network.setting(SOLVED + exercise.name)) for exercise in exercises)
