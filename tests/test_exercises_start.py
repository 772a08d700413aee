"""The exercises of the start page: what is said to right, wrong and nearly right answers."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from netgive_lib.exercises.on_start import FRAME, HANDED_OVER, KINDS, SPLIT, THREE
from netgive_lib.network import Network
from netgive_lib.wording import check_offer
from netgive_lib.workshop import answered

TODAY = date(2026, 11, 2)


@pytest.fixture
def network():
    rows = [("ana", "Ana Lopes", 2, None), ("li1", "Li Wei", 4, None), ("li2", "Li Na", None, None)]
    rows += [("zoe", "Zoë Obi", 3, None), ("kofi", "Kofi Mensah", 3, True)]
    people = pl.DataFrame(rows, schema=["id", "name", "ring", "leave_alone"], orient="row")
    network = Network().with_people(people)
    network = network.touch("ana", on=date(2026, 8, 1)).touch("zoe", on=date(2024, 8, 1))
    return network.touch("kofi", on=date(2020, 1, 1))


def said(exercise, answer, network=None):
    return answered(exercise, answer, network or Network(), TODAY)


@pytest.mark.parametrize("exercise", [FRAME, SPLIT, HANDED_OVER])
def test_each_wrong_choice_gets_a_reply_of_its_own(exercise):
    replies = [said(exercise, choice) for choice in exercise.choices]
    assert sum(reply.right for reply in replies) == 1
    assert len({reply.text for reply in replies}) == 4


def test_the_right_answers_do_not_stand_in_one_place():
    places = {
        next(place for place, choice in enumerate(exercise.choices) if said(exercise, choice).right)
        for exercise in (FRAME, SPLIT, HANDED_OVER)
    }
    assert len(places) == 3


def test_the_linter_agrees_on_which_message_brings_nothing():
    codes = {
        choice: {finding.code for finding in check_offer(choice.strip("“”"))} for choice in FRAME.choices
    }
    assert [bool(found) for found in codes.values()] == [True, True, False, True]


@pytest.mark.parametrize(
    ("answer", "right", "says"),
    [
        ("touch, give, ask, touch", True, "by what happens"),
        ("Touch\nGift\nAsked\nTouch", True, "by what happens"),
        ("1. touch 2. give 3. ask 4. touch", True, "by what happens"),
        ("give, give, ask, touch", False, "3 of 4 are right. Look at line 1"),
        ("touch, give, touch, touch", False, "Look at line 3 again. It begins like a hello"),
        ("ask, ask, give, give", False, "0 of 4 are right"),
        ("touch, give, ask", False, "I see 3"),
        ("touch, give, ask, touch, give", False, "I see 5"),
        ("pears", False, "I see 0"),
    ],
)
def test_four_lines_are_sorted(answer, right, says):
    reply = said(KINDS, answer)
    assert reply.right is right
    assert says in reply.text


GOOD = "Ana: the programme of the fair\nLi: a seat at the rehearsal\nBaraka: the name of a framer"


def test_three_people_are_named_first_and_then_shown_where_they_stand(network):
    reply = said(THREE, GOOD, network)
    assert reply.right
    assert "Ana Lopes is in ring 2, in contact once, on 1 August 2026." in reply.text
    assert "2 people on your map are called Li." in reply.text
    assert "Baraka is not on your map yet." in reply.text


def test_three_people_can_be_named_in_an_empty_network_and_in_other_scripts():
    reply = said(THREE, "1. 李娜：周五的 两个 座位\n2) Зоя: новая книга стихов\n- Zoë: a map of springs")
    assert reply.right, reply.text
    assert reply.text.count("is not on your map yet") == 3


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("Ana", "Line 1: Write a name, a colon"),
        ("Ana:", "Line 1: Write a name, a colon"),
        (": a map of springs", "Line 1: Write a name, a colon"),
        (GOOD.replace("Li", "ANA"), "Line 2: ANA is there already"),
        (
            GOOD.replace("a seat at the rehearsal", "how can I help you?"),
            "Line 2: This offers help without saying",
        ),
        (GOOD.replace("a seat at the rehearsal", "can he lend me his drill?"), "Line 2: That asks them"),
        (GOOD.replace("a seat at the rehearsal", "some news"), "Line 2: That could be many things"),
        (
            GOOD.replace("a seat at the rehearsal", "something that he would like"),
            "Line 2: That could be many",
        ),
        (GOOD.partition("\n")[0], "1 so far. Write 2 more"),
    ],
)
def test_what_is_missing_in_a_line_is_said(network, answer, says):
    reply = said(THREE, answer, network)
    assert not reply.right
    assert says in reply.text


def test_a_person_with_no_ring_and_no_contact_is_shown_so(network):
    reply = said(THREE, GOOD.replace("Baraka", "li na"), network)
    assert "Li Na is in no ring yet, no contact on record." in reply.text


def test_the_worked_answer_names_the_longest_silences_but_nobody_to_be_left_alone(network):
    assert THREE.worked(network, TODAY).endswith("the longest silence is with Zoë Obi and Ana Lopes.")
    assert "no answer but yours" in THREE.worked(Network(), TODAY)
