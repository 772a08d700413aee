"""Exercises in Python: a function that the learner completes, tried on small networks.

What the learner wrote may do anything. `Coding.check` answers in a sentence, and shows no traceback.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from numbers import Real
from typing import TYPE_CHECKING, Any

import polars as pl

from netgive_lib.workshop import Feedback

if TYPE_CHECKING:
    from collections.abc import Callable

_DIGITS = 9
"""Numbers that differ after so many decimals are taken for equal."""
_LONGEST = 80
"""Characters of a value or an error that are shown."""
_PLAIN = (str, bool, int, float, list, tuple, set, dict)
"""Types whose values are shown; of any other only the name of the type is."""


@dataclass(frozen=True)
class Trial:
    """One call of the learner's function, and what it should give back."""

    where: str
    """What is special about it, in words that follow "where"."""
    given: tuple[Any, ...]
    expected: Any


@dataclass(frozen=True)
class Slip:
    """A way to get it nearly right, and what to say to whoever did."""

    function: Callable[..., Any]
    hint: str


@dataclass(frozen=True)
class Coding:
    """An exercise in Python. All its texts may hold code in backticks."""

    name: str
    """The name of the function to complete."""
    task: str
    """What it should give back, and what is wrong with it now."""
    wanted: str
    """What it should give back, in a few words: "a whole number"."""
    read: Callable[[Any], Any]
    """What the function gave back, in the form that trials expect. Raises `TypeError` if it can't be read so."""
    trials: tuple[Trial, ...]
    """In the order in which they are tried, the plainest first."""
    slips: tuple[Slip, ...]
    """The first that explains what the function gave back is told of."""
    hints: tuple[str, ...]
    worked: str
    """The way to a solution, in words."""
    notice: str
    """What to notice, once it is solved."""

    def check(self, function: Any) -> Feedback:
        """What to say to the function that the learner wrote: whether it is right, or where it first goes wrong.

        Only a `KeyboardInterrupt` passes: it is how a learner ends a loop that has no end.
        """
        if not callable(function):
            return Feedback(right=False, text=f"{self.name} has to be a function: def {self.name}(…).")
        tried = [(trial, *self._tried(function, trial)) for trial in self.trials]
        problem = next((problem for _, _, problem in tried if problem), None)
        if problem is None:
            return Feedback(right=True, text=f"It is right in all {len(tried)} cases that were tried.")
        telling = [(trial, answer) for trial, answer, wrong in tried if wrong or trial.expected is not None]
        hint = next((slip.hint for slip in self.slips if self._explains(slip, telling)), "")
        return Feedback(right=False, text=f"{problem} {hint}".strip())

    def _tried(self, function: Callable[..., Any], trial: Trial) -> tuple[Any, str]:
        """What came of one trial, in a form that can be compared, and what is wrong with it; "" if nothing is."""
        try:
            value = function(*deepcopy(trial.given))
        except (Exception, SystemExit, pl.exceptions.PanicException) as error:
            kind = type(error).__name__
            told = f"{kind}: {_short(str(error)).rstrip('.')}" if str(error).strip() else kind
            return kind, f"Where {trial.where}, it stops with {told}."
        try:
            answer = self.read(value)
        except (TypeError, ValueError, OverflowError):
            return _named(
                value
            ), f"Where {trial.where}, it gives back {_named(value)}. Wanted is {self.wanted}."
        if answer == trial.expected:
            return answer, ""
        return answer, (
            f"Where {trial.where}, it gives back {_shown(answer)}, and {_shown(trial.expected)} is right."
        )

    def _explains(self, slip: Slip, telling: list[tuple[Trial, Any]]) -> bool:
        """Whether a function with this slip would answer the same in each of these trials.

        One that expects None, and got it, tells nothing: it is a case of its own in whatever formula.
        """
        return all(self._tried(slip.function, trial)[0] == answer for trial, answer in telling)


def read_number(value: Any) -> float:
    """A number of any numeric type, rounded. Raises `TypeError` for anything else, also for True and False."""
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError
    return round(float(value), _DIGITS)


def read_number_or_none(value: Any) -> float | None:
    """The same, or None."""
    return None if value is None else read_number(value)


def read_pairs(value: Any) -> list[tuple[str, str]]:
    """Pairs of ids in any collection, each pair in order, and the pairs too; one that is there twice stays so.

    Raises `TypeError` for anything else.
    """
    if isinstance(value, str):
        raise TypeError
    pairs = []
    for pair in value:
        if isinstance(pair, str) or len(pair) != 2 or not all(isinstance(id, str) for id in pair):
            raise TypeError
        first, second = sorted(pair)
        pairs.append((first, second))
    return sorted(pairs)


def read_names(value: Any) -> tuple[str, ...]:
    """Names in their order, from a list or a tuple. Raises `TypeError` for anything else."""
    if not isinstance(value, list | tuple) or not all(isinstance(name, str) for name in value):
        raise TypeError
    return tuple(value)


def _shown(answer: Any) -> str:
    """An answer that could be read, for a sentence."""
    if isinstance(answer, tuple):
        return _short(", ".join(answer)) or "nobody"
    if isinstance(answer, list):
        return _short(", ".join(f"{first} with {second}" for first, second in answer)) or "no pair"
    return "None" if answer is None else f"{answer:.4g}"


def _named(value: Any) -> str:
    """An answer that could not be read, for a sentence."""
    if value is None:
        return "nothing (is there a return?)"
    return _short(repr(value)) if isinstance(value, _PLAIN) else f"a value of type {type(value).__name__}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
