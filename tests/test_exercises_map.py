"""The exercises of the map: what is said to right, wrong and nearly right answers."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest

from netgive_lib.exercises.on_map import CANNOT_TELL, LAYERS, LOPSIDED, MISSING, QUIET, QUIET_CIRCLE
from netgive_lib.network import Network
from netgive_lib.workshop import answered

TODAY = date(2026, 11, 2)


def ago(days):
    return TODAY - timedelta(days=days)


@pytest.fixture
def network():
    rows = [("ana", "Ana", 1), ("ben", "Ben", 1), ("chi", "Chi", 2), ("dev", "Dev", 2), ("eve", "Eve", 4)]
    rows += [("fay", "Fay", None)]
    network = Network().with_people(pl.DataFrame(rows, schema=["id", "name", "ring"], orient="row"))
    network = network.touch("ana", on=ago(3)).touch("ben", on=ago(92)).touch("chi", on=ago(91))
    network = network.give("dev", on=TODAY).give("ana", on=ago(5)).give("me", actor="ana", on=ago(3))
    for actor, weight in (("chi", 3), ("ben", 2), ("eve", 1)):
        network = network.give("me", actor=actor, weight=weight, on=ago(92))
    return network


def said(exercise, answer, network):
    return answered(exercise, answer, network, TODAY)


@pytest.mark.parametrize(
    ("answer", "right", "says"),
    [
        ("1", True, "1 of 4"),  # Ben: 92 days. Chi's 91 are three months and no more.
        ("0", False, "off by one"),
        ("2", False, "off by one"),
        ("4", False, "fewer"),
        ("9", False, "only 4 people in rings 1 and 2"),
        ("three", False, "whole number"),
        ("-1", False, "whole number"),
    ],
)
def test_how_many_of_the_inner_rings_are_quiet(network, answer, right, says):
    reply = said(QUIET, answer, network)
    assert reply.right is right
    assert says in reply.text
    assert QUIET.worked(network, TODAY).startswith("1: Ben.")


def test_someone_who_was_never_in_contact_is_quiet_too(network):
    network = network.add("Gus", id="gus", ring=2)
    assert said(QUIET, "2", network).right
    assert QUIET.worked(network, TODAY).startswith("2: Ben, Gus.")


def test_without_rings_a_guess_is_answered_with_what_to_do_first():
    for exercise in (QUIET, LAYERS):
        reply = said(exercise, "0", Network().add("Ana"))
        assert not reply.right
        assert "Rate a few people" in reply.text


@pytest.mark.parametrize(
    ("answer", "right", "says"),
    [
        ("chi", True, "Chi"),
        ("ben", False, "top three"),
        ("dev", False, "other way round"),
        ("ana", False, "You got 1.0 and gave 1.0"),
        ("fay", False, "Nothing is noted that you or Fay gave"),
        ("nobody", False, "Choose someone"),
    ],
)
def test_to_whom_most_is_owed(network, answer, right, says):
    reply = said(LOPSIDED, answer, network)
    assert reply.right is right
    assert says in reply.text
    assert LOPSIDED.worked(network, TODAY).startswith("Chi: you got 2.5 and gave 0.0, a difference of 2.5.")


def test_of_two_to_whom_as_much_is_owed_either_is_right(network):
    network = network.give("me", actor="ben", on=ago(92))
    assert said(LOPSIDED, "ben", network).right
    assert said(LOPSIDED, "chi", network).right


def test_where_nobody_gave_more_the_question_says_what_to_do():
    network = Network().add("Ana", id="ana").give("ana", on=TODAY)
    assert LOPSIDED.question_in(network, TODAY).endswith("and this asks you.")
    assert "Nobody has given you more" in said(LOPSIDED, "ana", network).text
    assert LOPSIDED.worked(network, TODAY).startswith("Nobody yet")


@pytest.mark.parametrize(
    ("answer", "right", "says"),
    [
        ("8", True, "Yes, 8. The research finds about 50"),
        ("2", False, "rings 1 and 2. Ring 3 is still missing"),
        ("6", False, "ring 3 alone"),
        ("9", False, "Ring 4 is in that number"),
        ("11", False, "only 10 people on the whole map"),
        ("7", False, "more"),
        ("10", False, "fewer"),
    ],
)
def test_how_many_are_in_the_three_inner_rings(answer, right, says):
    rings = [1, 2, 3, 3, 3, 3, 3, 3, 4, None]
    network = Network().with_people(pl.DataFrame({"id": list("abcdefghij"), "ring": rings}))
    reply = said(LAYERS, answer, network)
    assert reply.right is right
    assert says in reply.text
    assert "1 + 1 + 6 = 8" in LAYERS.worked(network, TODAY)


def circles(**quiet_of):
    """For each circle `(quiet, people)`: so many in ring 1, of whom so many have been silent for a year."""
    network = Network()
    for circle, (quiet, people) in quiet_of.items():
        for number in range(people):
            network = network.add(f"{circle} {number}", id=f"{circle}{number}", ring=1, circle=circle)
            network = network.touch(f"{circle}{number}", on=ago(365 if number < quiet else 1))
    return network


def test_the_quietest_circle_is_the_one_with_the_largest_share():
    network = circles(school=(2, 3), choir=(3, 6), work=(0, 4), street=(2, 2))
    assert QUIET_CIRCLE.choices_in(network, TODAY) == ("choir", "school", "work")  # two people are too few
    assert said(QUIET_CIRCLE, "school", network).text == "Yes: 2 of 3 in “school” have gone quiet."
    assert said(QUIET_CIRCLE, "school", network).right
    wrong = said(QUIET_CIRCLE, "choir", network)
    assert not wrong.right
    assert "3 of 6 in “choir” have gone quiet" in wrong.text
    assert not said(QUIET_CIRCLE, "street", network).right
    assert "“school” 2 of 3, “choir” 3 of 6" in QUIET_CIRCLE.worked(network, TODAY)


@pytest.mark.parametrize(
    "network",
    [
        Network(),
        circles(school=(2, 3)),
        circles(school=(0, 3), work=(0, 3)),
        circles(school=(1, 3), work=(2, 6)),
    ],
    ids=["nobody", "one circle", "none has gone quiet", "as many in each"],
)
def test_with_nothing_to_compare_no_circle_is_asked_for(network):
    assert QUIET_CIRCLE.choices_in(network, TODAY) == ()
    assert "two circles" in QUIET_CIRCLE.question_in(network, TODAY)
    assert "nothing to compare" in QUIET_CIRCLE.worked(network, TODAY)


def test_circles_that_are_as_quiet_as_the_quietest_are_left_out():
    network = circles(a=(1, 3), b=(2, 6), c=(1, 4), d=(1, 5), e=(1, 6), f=(0, 3))
    assert QUIET_CIRCLE.choices_in(network, TODAY) == ("b", "c", "d", "e")


def test_one_thing_the_map_cannot_tell():
    replies = [said(CANNOT_TELL, choice, Network()) for choice in CANNOT_TELL.choices]
    assert [reply.right for reply in replies] == [False, False, True, False]


@pytest.mark.parametrize(
    ("answer", "right", "says"),
    [
        ("Baraka\nMrs Oyelaran next door\nLi from the choir", True, "none of them is on the map"),
        ("- Baraka\n- 李\n- Ольга", True, "none of them is on the map"),
        ("Baraka\nOmar", False, "2 so far. Write 1 more"),
        ("Baraka\nana", False, "Line 2: That is someone on the map: Ana is in ring 1"),
        ("Baraka\nBARAKA", False, "Line 2: BARAKA is there already"),
        ("12345", False, "Line 1: A name is asked for"),
        ("the woman who sat next to me in the second year", False, "Line 1: That is long for a name"),
    ],
)
def test_whom_the_map_misses(network, answer, right, says):
    reply = said(MISSING, answer, network)
    assert reply.right is right
    assert says in reply.text
