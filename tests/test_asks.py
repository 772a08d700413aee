"""An ask from draft to answer, and the message around it."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit

import polars as pl
import pytest

from netgive_lib import asks
from netgive_lib.network import Network
from netgive_lib.schema import SchemaError
from netgive_lib.wording import check_ask

TODAY = date(2026, 11, 2)


@pytest.fixture
def network():
    people = pl.DataFrame(
        [
            {"id": "me", "name": "Ines Varga", "given_name": "Ines", "topics": ["film", "Typography"]},
            {"id": "noor", "name": "Noor Haddad", "given_name": "Noor", "topics": ["typography", "kites"]},
            {"id": "leo", "name": "Leo", "given_name": None, "topics": None},
        ]
    )
    return Network().with_people(people)


def test_a_granted_ask_is_two_rows_on_the_tab(network):
    network, ask = asks.draft(network, "noor", " Could you read one page by Friday? ", TODAY)
    assert network.exchanges.height == 0
    network = asks.made(network, ask, TODAY, weight=2)
    network = asks.answered(network, ask, date(2026, 11, 5), granted=True, weight=3)
    rows = network.exchanges.select("date", "actor", "kind", "other", "weight").rows()
    assert rows == [
        (TODAY, "me", "ask", "noor", 2.0),
        (date(2026, 11, 5), "noor", "give", "me", 3.0),
    ]
    assert network.asks.row(0, named=True)["status"] == "granted"
    assert network.asks["text"][0] == "Could you read one page by Friday?"


def test_an_ask_counts_from_the_day_on_which_it_was_sent(network):
    network, id = asks.draft(network, "noor", "Could you read page 1 by Friday?", date(2026, 1, 5))
    network = asks.made(network, id, date(2026, 6, 1))
    assert network.asks.row(by_predicate=pl.col("id") == id, named=True)["created"] == date(2026, 6, 1)


def test_a_declined_ask_is_an_answer_and_nothing_on_the_tab(network):
    network, ask = asks.draft(network, "noor", "Could you?", TODAY)
    network = asks.answered(asks.made(network, ask, TODAY), ask, TODAY, granted=False)
    assert network.asks["status"].to_list() == ["declined"]
    assert network.exchanges.select("actor", "kind").rows() == [("me", "ask"), ("noor", "touch")]


def test_what_was_made_or_answered_is_not_made_again(network):
    network, ask = asks.draft(network, "noor", "Could you?", TODAY)
    with pytest.raises(SchemaError, match="still open"):
        asks.answered(network, ask, TODAY, granted=True)
    network = asks.made(network, ask, TODAY)
    with pytest.raises(SchemaError, match="made already"):
        asks.made(network, ask, TODAY)
    with pytest.raises(SchemaError, match="no ask"):
        asks.made(network, "nothing", TODAY)


def test_the_message_has_its_parts_in_order_and_leaves_out_what_is_empty(network):
    noor, me = network.person("noor"), network.person("me")
    parts = {
        "opening": "It has been too long.",
        "offer": "I kept you a seat at the lettering talk on the 12th.",
        "ask": "Could you look at one page by Friday?",
        "easy_out": "A no is quite all right.",
    }
    whole = asks.message(noor, me, **parts)
    assert whole.body.split("\n\n") == [
        "Hi Noor,",
        "It has been too long.",
        "I kept you a seat at the lettering talk on the 12th.",
        "Could you look at one page by Friday? A no is quite all right.",
        "Ines",
    ]
    assert whole.subject == "I kept you a seat at the lettering talk on the 12th"
    short = asks.message(network.person("leo"), me, **{**parts, "offer": "", "opening": ""})
    assert short.body.startswith("Hi Leo,\n\nCould you look")


def test_the_length_is_counted_where_a_busy_person_stops(network):
    noor, me = network.person("noor"), network.person("me")
    body = {"opening": "", "offer": "", "easy_out": ""}
    fits = asks.message(noor, me, ask="word " * 122, **body)  # with "Hi Noor," and "Ines" it is 125
    assert (fits.words, fits.too_long) == (125, False)
    assert asks.message(noor, me, ask="word " * 123, **body).too_long


def test_the_mail_link_carries_everything_and_nothing_breaks_out():
    message = asks.Message("A & B? 100%", "Hi,\n\ncould you & me = one? #1")
    link = urlsplit(message.mailto("noor+net@example.org"))
    assert (link.scheme, link.path) == ("mailto", "noor%2Bnet@example.org")
    assert parse_qs(link.query) == {
        "subject": ["A & B? 100%"],
        "body": ["Hi,\r\n\r\ncould you & me = one? #1"],
    }
    evil = asks.Message("s", "b").mailto("x@example.org?bcc=y@example.org")
    assert set(parse_qs(urlsplit(evil).query)) == {"subject", "body"}


def test_openings_name_what_you_share_the_most_particular_first(network):
    network = network.give("me", "the bookshop tip.", actor="noor", on=date(2026, 1, 5))
    network = network.touch("noor", "coffee on the roof", on=date(2026, 10, 30))
    network = network.touch("noor", "a walk next week", on=date(2026, 11, 9))  # has not been yet
    network = network.give("leo", "a sofa", actor="noor", on=date(2026, 10, 31))  # not to me
    assert asks.openings(network, "noor", TODAY)[:3] == [
        "Thank you again for the bookshop tip.",
        "I have been thinking back to coffee on the roof.",
        "Whenever I come across something about typography, I think of you.",
    ]
    assert asks.openings(network, "leo", TODAY) == ["It has been too long."]


@pytest.mark.parametrize("way_out", asks.EASY_OUTS)
def test_every_easy_out_is_one_to_the_wording_check(way_out):
    assert "AS5" not in {
        finding.code for finding in check_ask(f"Could you read one page by Friday? {way_out}")
    }
