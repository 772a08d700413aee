"""What a class can be asked to turn to: each page, what can be done on it, and its exercises, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from netgive_lib.classroom.asgi import address
from netgive_lib.pages import inputs
from netgive_lib.pages.furniture import FOR_THE_FACILITATOR, PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from netgive_lib.classroom.room import RoomState

PANELS = {
    "/map": (inputs.BRING_IN, inputs.HOW_CLOSE, inputs.ONE_PERSON),
    "/offers": inputs.BRINGING,
    "/reconnect": inputs.RECONNECTING,
    "/ring": inputs.IN_RING,
}
"""Page -> what can be done on it, beside its picture."""
EXERCISES = {
    "start-frame": "Which message brings something?",
    "start-kinds": "Give, ask or touch?",
    "start-split": "A tab that is split",
    "start-handed-over": "Find the slip",
    "start-three": "Three people of your own",
    "map-layers": "How many in rings 1 to 3?",
    "map-quiet": "Who went quiet? A guess",
    "map-lopsided": "To whom do you owe most?",
    "map-quiet-circle": "The quietest circle",
    "map-cannot-tell": "What the map can't tell",
    "map-missing": "Whom does the map miss?",
    "offers-rewrite": "Turn it into three offers",
    "offers-match": "What fits best?",
    "offers-hidden-introduction": "Two who should have met",
    "offers-nothing-fits": "For whom does nothing fit?",
    "reconnect-warmth": "Compute one warmth",
    "reconnect-novelty": "The most novelty",
    "reconnect-nuisance": "Who should not hear from you now",
    "reconnect-glad": "Who would be gladdest?",
    "ask-easiest": "The easiest to answer",
    "ask-flaw": "Find the flaw",
    "ask-rewrite": "Write it anew",
    "ask-only-asked": "Whom have you only asked?",
    "ask-not-yet": "Too soon to ask",
    "tab-without-ask": "How often without an ask?",
    "tab-half-life": "What it weighs today",
    "tab-even-it": "Split that tab",
    "tab-dial": "Two years on the dials",
    "ring-goes-round": "Who helps whom?",
    "ring-one-ask": "Your one ask",
    "ring-why-not-back": "Why nobody pays back",
    "ring-most-served": "How many can be served?",
}
"""Exercise -> what it is called in a class, in the order of the pages. Its page is the first part of its name."""


@dataclass(frozen=True)
class Step:
    """One thing to turn to."""

    words: str
    page: str
    """Where it is, such as "/map"."""


def page_name(page: str) -> str:
    """What a page is called in the navigation; the path itself if it is none of ours."""
    return dict((*PAGES, FOR_THE_FACILITATOR)).get(page, page)


def exercise_name(exercise: str) -> str:
    """What an exercise is called in a class; its own name if it is none of ours."""
    return EXERCISES.get(exercise, exercise)


@cache
def steps() -> dict[str, Step]:
    """Words -> step, in the order of the pages."""
    return {step.words: step for step in _in_order()}


def step_after(words: str) -> Step | None:
    """The step that follows the one with these words: the first one after none of ours, None after the last."""
    known = list(steps())
    place = known.index(words) + 1 if words in known else 0
    return steps()[known[place]] if place < len(known) else None


def next_unanswered(words: str, solved: Mapping[str, int]) -> Step | None:
    """The next exercise after this step that nobody has solved yet; None if there is none.

    `solved`: exercise -> how many seats solved it.
    """
    known = list(steps())
    place = known.index(words) + 1 if words in known else 0
    unanswered = {title for name, title in EXERCISES.items() if not solved.get(name)}
    left = (step for step in known[place:] if step.partition(", exercise: ")[2] in unanswered)
    return next((steps()[step] for step in left), None)


def now_on(state: RoomState) -> dict[str, str | int | None]:
    """What all are asked to turn to, for their pages to show: its words, where it is, and the clock.

    Keys: `words` and `page`, "" if nothing was chosen; `left`, in seconds, None while no clock runs; `label`.
    """
    step = steps().get(state.current)
    timer = state.timer
    return {
        "words": state.current,
        "page": address(step.page) if step else "",
        "left": timer.left() if timer else None,
        "label": timer.label if timer else "",
    }


def _in_order() -> Iterator[Step]:
    for page, name in PAGES:
        yield Step(name, page)
        for panel in PANELS.get(page, ()):
            yield Step(f"{name}: {panel}", page)
        own = (page.strip("/") or "start") + "-"
        for exercise, title in EXERCISES.items():
            if exercise.startswith(own):
                yield Step(f"{name}, exercise: {title}", page)
