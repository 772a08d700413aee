"""Exercises: a question, an answer that is checked at once, hints, and a worked answer in prose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from netgive_lib.network import Network


@dataclass(frozen=True)
class Feedback:
    """What to say to an answer."""

    right: bool
    text: str


@dataclass(frozen=True)
class Exercise:
    """One exercise. Its check and its worked answer follow from the network that is looked at."""

    name: str
    """Short and stable: progress is kept under it."""
    question: str
    kind: Literal["number", "choice", "person"]
    check: Callable[[Any, Network, date], Feedback]
    """(answer, network, today) -> what to say. The answer is a whole number, a choice, or a person's id."""
    hints: tuple[str, ...]
    worked: Callable[[Network, date], str]
    """The answer and the way to it, for the network that is looked at."""
    notice: str
    """What to notice, once it is solved."""
    choices: tuple[str, ...] = ()


def answered(exercise: Exercise, answer: str | None, network: Network, today: date) -> Feedback | None:
    """What to say to what was typed or chosen; None while nothing was."""
    if answer is None or not answer.strip():
        return None
    if exercise.kind != "number":
        return exercise.check(answer, network, today)
    if not answer.strip().isdecimal():
        return Feedback(right=False, text="A whole number is asked for here, such as 7.")
    return exercise.check(int(answer), network, today)
