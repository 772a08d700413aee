"""Every check, for right, wrong, nearly right and nonsense answers."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from netgive_lib.exercises.on_map import LAYERS, LOPSIDED, QUIET
from netgive_lib.exercises.on_start import FRAME
from netgive_lib.network import Network
from netgive_lib.workshop import answered

TODAY = date(2026, 11, 2)


@pytest.fixture
def network():
    rows = [("ana", "Ana", 1), ("ben", "Ben", 1), ("chi", "Chi", 2), ("dev", "Dev", 2), ("eve", "Eve", 4)]
    network = Network().with_people(pl.DataFrame(rows, schema=["id", "name", "ring"], orient="row"))
    network = network.touch("ana", on=date(2026, 10, 30))
    network = network.touch("ben", on=date(2026, 8, 2))  # 92 days: quiet
    network = network.touch("chi", on=date(2026, 8, 3))  # 91 days: not yet
    for actor, weight in (("chi", 3), ("ben", 2), ("eve", 1)):
        network = network.give("me", actor=actor, weight=weight, on=TODAY)
    return network.give("dev", on=TODAY)


@pytest.mark.parametrize(
    ("answer", "right", "says"),
    [
        ("1", True, "1 of 4"),
        ("2", False, "off by one"),
        ("4", False, "fewer"),
        ("9", False, "only 4"),
        ("three", False, "whole number"),
        ("-1", False, "whole number"),
    ],
)
def test_how_many_of_the_inner_rings_are_quiet(network, answer, right, says):
    # Ben 92 days; the gives of today count as contact for Chi, Dev, Eve and Ben too, so take Ben's away.
    network = network.without("ben").with_people(pl.DataFrame({"id": ["ben"], "name": ["Ben"], "ring": [1]}))
    network = network.touch("ben", on=date(2026, 8, 2))
    feedback = answered(QUIET, answer, network, TODAY)
    assert feedback.right is right
    assert says in feedback.text
    assert "Ben" in QUIET.worked(network, TODAY)


def test_nothing_is_said_before_an_answer(network):
    assert answered(QUIET, None, network, TODAY) is None
    assert answered(QUIET, "  ", network, TODAY) is None


def test_an_empty_network_gets_an_answer_too():
    for exercise in (QUIET, LAYERS):
        assert not answered(exercise, "0", Network(), TODAY).right
        assert exercise.worked(Network(), TODAY)
    assert LOPSIDED.worked(Network(), TODAY)


@pytest.mark.parametrize(
    ("answer", "right", "says"),
    [
        ("chi", True, "Chi"),
        ("ben", False, "top three"),
        ("dev", False, "other way round"),
        ("ana", False, "further"),
    ],
)
def test_to_whom_most_is_owed(network, answer, right, says):
    feedback = answered(LOPSIDED, answer, network, TODAY)
    assert feedback.right is right
    assert says in feedback.text
    assert LOPSIDED.worked(network, TODAY).startswith("Chi: you got 3.0 and gave 0.0")


@pytest.mark.parametrize(
    ("answer", "right", "says"), [("4", True, "about 50"), ("3", False, "more"), ("5", False, "fewer")]
)
def test_how_many_are_in_the_three_inner_rings(network, answer, right, says):
    feedback = answered(LAYERS, answer, network, TODAY)
    assert feedback.right is right
    assert says in feedback.text
    assert "2 + 2 + 0 = 4" in LAYERS.worked(network, TODAY)


def test_just_one_message_brings_something(network):
    feedback = {choice: answered(FRAME, choice, network, TODAY) for choice in FRAME.choices}
    assert [given.right for given in feedback.values()] == [False, False, True, False]
    assert len({given.text for given in feedback.values()}) == 4


@pytest.mark.parametrize("exercise", [QUIET, LOPSIDED, LAYERS, FRAME])
def test_an_exercise_has_hints_and_something_to_notice(exercise):
    assert 1 <= len(exercise.hints) <= 2
    assert exercise.notice
