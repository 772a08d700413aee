"""The exercise of the start page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgive_lib.workshop import Exercise, Feedback

if TYPE_CHECKING:
    from datetime import date

    from netgive_lib.network import Network

_GIVES = "“Saw this talk on colour in film and thought of your title sequence. Here is the link.”"
_FRAME_CHOICES = (
    "“Hi, long time. Can I pick your brain about jobs?”",
    "“Hi, how can I help you?”",
    _GIVES,
    "“Just checking in.”",
)
_FRAME_REPLIES = {
    _FRAME_CHOICES[
        0
    ]: "That is an ask, and one without an end: hard to answer. What would they get out of it?",
    _FRAME_CHOICES[
        1
    ]: "It sounds kind, but it hands them the work of finding something. Which one does the thinking?",
    _FRAME_CHOICES[
        3
    ]: "A touch is fine, but there is nothing in it for them yet. Which one brings something?",
}


def _check_frame(answer: str, network: Network, today: date) -> Feedback:
    del network, today
    if answer == _GIVES:
        return Feedback(
            right=True, text="Yes. It is about them, it is ready to use, and it asks for nothing."
        )
    return Feedback(right=False, text=_FRAME_REPLIES[answer])


FRAME = Exercise(
    name="start-frame",
    question="Which of these messages brings something?",
    kind="choice",
    choices=_FRAME_CHOICES,
    check=_check_frame,
    hints=(
        "Read each as if you had received it on a busy day.",
        "Which one could you enjoy without replying?",
    ),
    worked=lambda _network, _today: (
        "The third. Someone thought of them, found one thing, and sent it along. The first asks, the second leaves "
        "the thinking to them, the fourth is only a wave."
    ),
    notice="You thought before you wrote. That is the whole idea: know what you bring, then say hello.",
)
