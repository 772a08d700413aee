"""The exercises about what you bring: what is said to right, wrong and nearly right answers."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from netgive_lib.exercises.on_offers import HIDDEN, MATCH, NOTHING_FITS, REWRITE
from netgive_lib.introductions import suggest_introductions
from netgive_lib.network import Network
from netgive_lib.offers import suggest_offers
from netgive_lib.sample import load_sample
from netgive_lib.workshop import answered

TODAY = date(2026, 11, 2)
FIRST = "You said hiring is slow. I know two analysts who are free from June. Shall I introduce you?"
SECOND = "For your festival: the Arts Council opened a fund this morning. Here's the page."
THIRD = "I can proofread your programme on Friday. Just say yes and it's done."


@pytest.fixture
def network():
    """Ana cares about two things that could be brought to her, Ben about nothing; Chi is to be left alone."""
    people = [
        {"id": "ana", "name": "Ana", "ring": 1, "topics": ["printmaking", "jazz"], "leave_alone": None},
        {"id": "ben", "name": "Ben", "ring": 2, "topics": [], "leave_alone": None},
        {"id": "chi", "name": "Chi", "ring": 2, "topics": [], "leave_alone": True},
        {"id": "dev", "name": "Dev", "ring": 4, "topics": ["jazz"], "leave_alone": None},
    ]
    assets = [
        {"id": "a1", "kind": "invitation", "title": "A print fair", "topics": ["printmaking"]},
        {"id": "a2", "kind": "taste", "title": "A record of trios", "topics": ["jazz"]},
        {"id": "a3", "kind": "news", "title": "A new jazz club", "topics": ["jazz"]},
    ]
    return Network().with_people(pl.DataFrame(people)).with_rows("assets", pl.DataFrame(assets))


def said(exercise, answer, network):
    return answered(exercise, answer, network, TODAY)


@pytest.mark.parametrize(
    ("answer", "right", "says"),
    [
        (f"{FIRST}\n{SECOND}\n{THIRD}", True, "Which would you send today?"),
        (f"1. {FIRST}\n2. {SECOND}\n\n3. {THIRD}", True, "each names a thing"),
        (f"{FIRST}\n{SECOND}", False, "2 good so far. Write 1 more"),
        (f"{FIRST}\nHow can I help you?\n{THIRD}", False, "Line 2: This offers help without saying which."),
        (f"{FIRST}\n{FIRST.upper()}\n{THIRD}", False, "Two of these lines are the same"),
    ],
)
def test_three_offers_are_read_line_by_line(answer, right, says):
    reply = said(REWRITE, answer, Network())
    assert reply.right is right
    assert says in reply.text


def test_the_best_of_what_fits_one_person(network):
    assert MATCH.question_in(network, TODAY) == "Which of these would fit Ana best?"
    assert set(MATCH.choices_in(network, TODAY)) == {"A print fair", "A record of trios", "A new jazz club"}
    fits = dict(suggest_offers(network, TODAY, "ana").select("title", "fit").iter_rows())
    best = max(fits, key=fits.get)
    for title, fit in fits.items():
        reply = said(MATCH, title, network)
        assert reply.right is (title == best)
        assert f"a fit of {fit:.2f}" in reply.text
    assert MATCH.worked(network, TODAY).startswith(f"“{best}”")


def test_two_things_with_one_title_are_one_choice(network):
    twice = pl.DataFrame(
        {"id": ["a4"], "kind": ["news"], "title": ["A print fair"], "topics": [["printmaking"]]}
    )
    network = network.with_rows("assets", twice)
    assert sorted(MATCH.choices_in(network, TODAY)) == [
        "A new jazz club",
        "A print fair",
        "A record of trios",
    ]


def test_where_nothing_stands_out_the_question_says_what_is_missing(network):
    for less in (Network(), network.with_people(pl.DataFrame({"id": ["ana"], "topics": [["jazz"]]}))):
        assert MATCH.choices_in(less, TODAY) == ()
        assert "Write down three" in MATCH.question_in(less, TODAY)
        assert "Write down at least three" in said(MATCH, "A print fair", less).text
        assert MATCH.worked(less, TODAY) == "There is nothing to choose from yet."


@pytest.mark.parametrize(
    ("answer", "right", "says"),
    [
        (["samuel-osei", "grace-muthoni"], True, "Samuel Osei and Grace Muthoni. Samuel cares about"),
        (["grace-muthoni", "samuel-osei"], True, "Grace cares about illustration"),
        (["samuel-osei"], False, "Two people are asked for: choose one more"),
        (["samuel-osei", "rosa-delgado"], False, "Samuel Osei is right. Who else"),
        (["samuel-osei", "samuel-osei"], False, "Choose two people"),
        (["samuel-osei", "nobody"], False, "Choose two people"),
    ],
)
def test_two_who_should_have_met(answer, right, says):
    reply = said(HIDDEN, answer, load_sample("story"))
    assert reply.right is right
    assert says in reply.text


def test_two_who_know_each_other_are_told_so():
    sample = load_sample("story")
    known = sample.ties.filter(pl.col("a") != "me").select("a", "b").row(0)
    assert "know each other already" in said(HIDDEN, list(known), sample).text


def test_a_good_pair_that_is_not_among_the_ten_best_is_nearly_right():
    sample = load_sample("story")
    a, b = suggest_introductions(sample, TODAY, most=11).select("a", "b").row(10)
    reply = said(HIDDEN, [a, b], sample)
    assert not reply.right
    assert reply.text.startswith("A good idea, and 10 others are better still.")


def test_where_nobody_cares_about_anything_no_pair_is_asked_for():
    network = Network().add("Ana", id="ana").add("Ben", id="ben")
    assert "Nobody stands out yet" in HIDDEN.question_in(network, TODAY)
    assert "Nobody stands out yet" in said(HIDDEN, ["ana", "ben"], network).text
    assert HIDDEN.worked(network, TODAY) == "There is none to find yet."


@pytest.mark.parametrize(
    ("answer", "right", "says"),
    [
        ("1", True, "1 of 2"),  # Ben. Chi is to be left alone, and Dev is further out.
        ("0", False, "off by one"),
        ("2", False, "off by one"),
        ("3", False, "only 2 people in rings 1 and 2"),
        ("some", False, "whole number"),
    ],
)
def test_for_how_many_nothing_fits(network, answer, right, says):
    reply = said(NOTHING_FITS, answer, network)
    assert reply.right is right
    assert says in reply.text
    assert NOTHING_FITS.worked(network, TODAY).startswith("1: Ben.")


def test_nothing_fits_anybody_where_nobody_is_near():
    assert "Nobody is in rings 1 and 2 yet" in said(NOTHING_FITS, "0", Network()).text
