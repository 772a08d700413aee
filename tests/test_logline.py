"""One line a person types, and what it is taken for."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgive_lib.logbook import WAYS
from netgive_lib.logline import EXAMPLES, Entry, LogLineError, parse
from netgive_lib.network import Network
from netgive_lib.sample import load_sample

TODAY = date(2026, 11, 2)  # a Monday
GAVE, GOT = "I gave them something", "They gave me something"
ASKED, ASKED_ME = "I asked them for something", "They asked me for something"
MET, WROTE, THEY_WROTE = "We met or talked", "I wrote, without asking", "They wrote, without asking"


@pytest.fixture(scope="module")
def network():
    names = {"noor": "Noor Haddad", "leo": "Leo Castellanos", "may": "May Lin", "jose": "José Álvarez"}
    names |= {"anna1": "Anna Berg", "anna2": "Anna Dahl", "ngoc": "Ngọc Phương Anh"}
    return Network().with_people(pl.DataFrame({"id": list(names), "name": list(names.values())}))


@pytest.mark.parametrize(
    ("line", "way", "other", "what", "on"),
    [
        ("gave Noor a playlist, 12 March", GAVE, "noor", "a playlist", date(2026, 3, 12)),
        ("Gave Noor Haddad a playlist on March 12th.", GAVE, "noor", "a playlist", date(2026, 3, 12)),
        ("i sent jose alvarez the article", GAVE, "jose", "the article", TODAY),
        ("lent Leo the drill 3 days ago", GAVE, "leo", "the drill", date(2026, 10, 30)),
        ("12 December gave Leo a hand", GAVE, "leo", "a hand", date(2025, 12, 12)),
        ("gave Leo a ticket 29 February", GAVE, "leo", "a ticket", date(2024, 2, 29)),
        ("got a reference from Noor yesterday", GOT, "noor", "a reference", date(2026, 11, 1)),
        ("received notes from her talk from Noor", GOT, "noor", "notes from her talk", TODAY),
        ("Noor gave me a book last Tuesday", GOT, "noor", "a book", date(2026, 10, 27)),
        ("Leo sent us tickets on Monday", GOT, "leo", "tickets", date(2026, 10, 26)),
        ("asked Leo for a look at the card on 2026-10-05", ASKED, "leo", "a look at the card", date(2026, 10, 5)),
        ("I asked Leo Castellanos about rates", ASKED, "leo", "rates", TODAY),
        ("Noor asked me for a contact", ASKED_ME, "noor", "a contact", TODAY),
        ("Noor asked for a contact, 1 May 2025", ASKED_ME, "noor", "a contact", date(2025, 5, 1)),
        ("met Noor for coffee last Friday", MET, "noor", "coffee", date(2026, 10, 30)),
        ("had lunch with Leo", MET, "leo", "", TODAY),
        ("talked to May about her exhibition", MET, "may", "her exhibition", TODAY),
        ("met May 3 May", MET, "may", "", date(2026, 5, 3)),
        ("called Ngọc Phương Anh two weeks ago", MET, "ngoc", "", date(2026, 10, 19)),
        ("wrote to Noor last week", WROTE, "noor", "", date(2026, 10, 26)),
        ("heard from Leo", THEY_WROTE, "leo", "", TODAY),
        ("gave Leo tickets for 12 December", GAVE, "leo", "tickets for 12 December", TODAY),
        ("gave Leo a map of 3 May yesterday", GAVE, "leo", "a map of 3 May", date(2026, 11, 1)),
        ("Leo wrote about the flat", THEY_WROTE, "leo", "the flat", TODAY),
    ],
)  # fmt: skip
def test_a_line_is_understood(network, line, way, other, what, on):
    assert parse(line, network, TODAY) == Entry(way, other, what, on)


@pytest.mark.parametrize(
    ("end", "size"), [("", "small"), (", large", "large"), (" (medium)", "medium"), (", big", "large")]
)
def test_a_size_may_stand_at_the_end(network, end, size):
    entry = parse(f"gave Noor a week of work 12 March{end}", network, TODAY)
    assert (entry.size, entry.what, entry.on) == (size, "a week of work", date(2026, 3, 12))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "Write what happened"),
        ("   .", "Write what happened"),
        ("Noor", "Start with what happened"),
        ("gave Zebedee a song", "Nobody here is called 'Zebedee'"),
        ("gave Anna a song", "could be Anna Berg"),
        ("gave Noor a song on 2026-12-24", "still to come"),
        ("asked for the moon", "Start with what happened"),
        ("dreamt of Noor", "Start with what happened"),
    ],
)
def test_what_is_not_understood_is_answered_with_what_to_do(network, line, says):
    with pytest.raises(LogLineError, match=says):
        parse(line, network, TODAY)


def test_it_is_shown_back_before_it_is_saved_and_then_stands_on_the_tab(network):
    entry = parse("met Noor for coffee, 30 October", network, TODAY)
    assert (
        entry.in_words(network) == "30 October 2026: you and Noor Haddad met or talked: coffee. Size: small."
    )
    rows = entry.apply(network).exchanges.select("actor", "kind", "other", "what", "date").rows()
    day = date(2026, 10, 30)
    assert rows == [("me", "touch", "noor", "coffee", day), ("noor", "touch", "me", "coffee", day)]


@pytest.mark.parametrize("line", EXAMPLES)
def test_the_examples_on_the_page_work_in_the_sample(line):
    network = load_sample("story")
    assert parse(line, network, TODAY).in_words(network)


@given(
    st.text(max_size=60)
    | st.sampled_from(["gave", "met", "asked", "got from"]).flatmap(
        lambda v: st.text(max_size=30).map(lambda t: f"{v} {t}")
    )
)
def test_any_line_is_an_entry_or_a_sentence(text):
    network = Network().add("Noor Haddad")
    try:
        entry = parse(text, network, TODAY)
    except LogLineError as error:
        assert str(error)
    else:
        assert entry.way in WAYS
        assert entry.on <= TODAY
