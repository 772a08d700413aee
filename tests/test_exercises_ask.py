"""The exercises about asking: what is said to right, wrong and nearly right answers."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest

from netgive_lib.exercises.on_ask import EASIEST, FLAW, FLAWED, NOT_YET, ONLY_ASKED, REWRITE
from netgive_lib.network import Network
from netgive_lib.wording import check_ask
from netgive_lib.workshop import answered

TODAY = date(2026, 11, 2)


def ago(days):
    return TODAY - timedelta(days=days)


@pytest.fixture
def network():
    rows = [
        ("ana", "Ana", 1, None),
        ("ben", "Ben", 2, None),
        ("chi", "Chi", 3, None),
        ("dev", "Dev", 3, True),
    ]
    rows += [("eve", "Eve", 4, None), ("fay", "Fay", 3, None)]
    people = pl.DataFrame(rows, schema=["id", "name", "ring", "leave_alone"], orient="row")
    network = Network().with_people(people)
    network = network.give("ana", on=ago(900)).ask("ana", on=ago(800)).ask("ana", on=ago(700))
    network = network.ask("ben", on=ago(500))
    network = network.ask("chi", on=ago(600)).give("chi", on=ago(550))
    network = network.ask("dev", on=ago(900))
    return network.ask("me", actor="fay", on=ago(10))


def said(exercise, answer, network=None):
    return answered(exercise, answer, network or Network(), TODAY)


@pytest.mark.parametrize("exercise", [EASIEST, FLAW])
def test_each_wrong_choice_gets_a_reply_of_its_own(exercise):
    replies = [said(exercise, choice) for choice in exercise.choices]
    assert sum(reply.right for reply in replies) == 1
    assert len({reply.text for reply in replies}) == 4


def test_the_right_answer_is_not_told_by_its_length():
    lengths = sorted(len(choice) for choice in EASIEST.choices)
    right = next(choice for choice in EASIEST.choices if said(EASIEST, choice).right)
    assert lengths[-1] < 1.3 * lengths[0]
    assert len(right) < lengths[-1]


def test_the_linter_finds_one_flaw_and_it_is_the_one_that_is_asked_for():
    assert [finding.code for finding in check_ask(FLAWED)] == ["AS5"]
    assert check_ask(f"{FLAWED} No answer is fine too.") == []
    assert FLAWED in FLAW.question_in(Network(), TODAY)


@pytest.mark.parametrize(
    ("answer", "right", "says"),
    [
        (f"{FLAWED} No answer is fine too.", True, "one clear question"),
        (FLAWED, False, "no"),
        ("Can I pick your brain about jobs?", False, "more after that.)"),
        ("I like your films.", False, "ask"),
    ],
)
def test_an_ask_is_rewritten(answer, right, says):
    reply = said(REWRITE, answer)
    assert reply.right is right
    assert says in reply.text


@pytest.mark.parametrize(
    ("answer", "right", "says"),
    [
        ("ana", True, "Ana, twice"),
        ("ben", False, "Near: since your last gift you asked Ben once"),
        ("chi", False, "gave something on the same day or later"),
        ("fay", False, "You have asked Fay for nothing"),
        ("nobody", False, "Choose someone"),
    ],
)
def test_whom_i_asked_most_since_i_last_gave(network, answer, right, says):
    reply = said(ONLY_ASKED, answer, network)
    assert reply.right is right
    assert says in reply.text
    assert ONLY_ASKED.worked(network, TODAY).startswith("Ana: twice.")


def test_of_two_who_were_asked_as_often_either_is_right(network):
    network = network.ask("ben", on=ago(400))
    assert said(ONLY_ASKED, "ana", network).right
    assert said(ONLY_ASKED, "ben", network).right


def test_what_is_still_to_come_does_not_count(network):
    network = network.give("ana", on=ago(-5)).ask("ben", on=ago(-6)).ask("ben", on=ago(-7))
    assert said(ONLY_ASKED, "ana", network).right


def test_where_nobody_was_only_asked_the_question_says_so():
    network = Network().add("Ana", id="ana").ask("ana", on=ago(9)).give("ana", on=ago(9))
    assert "there is nobody" in ONLY_ASKED.question_in(network, TODAY)
    assert "Nobody" in said(ONLY_ASKED, "ana", network).text
    assert ONLY_ASKED.worked(network, TODAY).startswith("Nobody")


@pytest.mark.parametrize(
    ("answer", "right", "says"),
    [
        # Ana and Ben got nothing since they were asked. Dev is to be left alone, and so is not counted at all.
        ("2", True, "2 of 4"),
        ("1", False, "off by one"),
        ("4", False, "fewer"),
        ("0", False, "more"),
        ("5", False, "only 4 people in rings 1 to 3"),
        ("a few", False, "whole number"),
    ],
)
def test_how_many_it_would_be_too_soon_to_ask(network, answer, right, says):
    reply = said(NOT_YET, answer, network)
    assert reply.right is right
    assert says in reply.text
    assert NOT_YET.worked(network, TODAY).startswith("2: Ana, Ben.")


def test_with_nobody_near_there_is_nobody_to_wait_for():
    assert "Nobody is in rings 1 to 3 yet" in said(NOT_YET, "0").text
    assert NOT_YET.worked(Network(), TODAY).startswith("Nobody")
