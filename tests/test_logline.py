"""One line a person types, and what it is taken for."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgive_lib.introductions.history import introduced
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


@pytest.fixture(scope="module")
def friends():
    names = {
        "sam": "Sam Lee",
        "gerda": "Gerda Holm",
        "luc": "Luc Moreau",
        "lucy": "Lucy Stone",
        "noor": "Noor Haddad",
    }
    names |= {"juergen": "Jürgen Groß", "anna1": "Anna Berg", "anna2": "Anna Berg"}
    return Network().with_people(pl.DataFrame({"id": list(names), "name": list(names.values())}))


@pytest.mark.parametrize(
    ("line", "way", "people", "what", "size"),
    [
        ("met Sam and Gerda for coffee", MET, ["sam", "gerda"], "coffee", "small"),
        ("met Sam, Gerda and Luc", MET, ["sam", "gerda", "luc"], "", "small"),
        ("met Sam and talked about film", MET, ["sam"], "talked about film", "small"),
        ("met Sam and had tea", MET, ["sam"], "had tea", "small"),
        ("gave Sam & Gerda Holm a lift", GAVE, ["sam", "gerda"], "a lift", "small"),
        ("got a map from Sam and Gerda", GOT, ["sam", "gerda"], "a map", "small"),
        ("Sam and Gerda gave me a map", GOT, ["sam", "gerda"], "a map", "small"),
        ("asked Sam and Gerda for help", ASKED, ["sam", "gerda"], "help", "small"),
        ("gave a book to Sam", GAVE, ["sam"], "a book", "small"),
        ("gave Luc a book", GAVE, ["luc"], "a book", "small"),
        ("gave Lucy a book", GAVE, ["lucy"], "a book", "small"),
        ("gave Juergen a book", GAVE, ["juergen"], "a book", "small"),
        ("gave Jurgen Gross a book", GAVE, ["juergen"], "a book", "small"),
        ("gave Jürgen a book", GAVE, ["juergen"], "a book", "small"),
        ("gave Anna Berg (anna2) a book", GAVE, ["anna2"], "a book", "small"),
        ("gave anna1 a book", GAVE, ["anna1"], "a book", "small"),
        ("big favour for Sam", GAVE, ["sam"], "big favour", "large"),
        ("a small favor from Sam", GOT, ["sam"], "a small favor", "small"),
        ("did a big favour for Sam", GAVE, ["sam"], "a big favour", "large"),
        ("did Sam a huge favour", GAVE, ["sam"], "a huge favour", "large"),
        ("Sam did me a medium favour", GOT, ["sam"], "a medium favour", "medium"),
        ("gave Sam a week of work (large), unpaid", GAVE, ["sam"], "a week of work, unpaid", "large"),
        ("gave Sam a week of work, large, yesterday", GAVE, ["sam"], "a week of work", "large"),
        ("gave Sam a large coffee", GAVE, ["sam"], "a large coffee", "small"),
        ("introduced Sam to Gerda", GAVE, ["sam", "gerda"],
         "an introduction to each other: Sam Lee, Gerda Holm", "small"),
        ("Sam introduced me to Gerda", GOT, ["sam"], "an introduction to Gerda", "small"),
    ],
)  # fmt: skip
def test_several_people_sizes_anywhere_and_introductions(friends, line, way, people, what, size):
    entry = parse(line, friends, TODAY)
    assert (entry.way, [entry.other, *entry.also], entry.what, entry.size) == (way, people, what, size)


def test_what_was_with_two_stands_on_the_tab_of_each(friends):
    entry = parse("gave Sam and Gerda a lift, 30 October", friends, TODAY)
    assert entry.in_words(friends) == "30 October 2026: you gave Sam Lee and Gerda Holm a lift. Size: small."
    assert entry.apply(friends).exchanges.select("other", "what").rows() == [
        ("sam", "a lift"),
        ("gerda", "a lift"),
    ]
    met = parse("introduced Sam to Gerda", friends, TODAY).apply(friends)
    assert sorted(introduced(met, TODAY).rows()) == [("gerda", "sam"), ("sam", "gerda")]


@pytest.mark.parametrize(("line", "says"), [
    ("gave Sam a book on 31 February", "There is no 31 February"),
    ("gave Sam a book, 32 March", "There is no 32 March"),
    ("gave Sam a book on April 31", "There is no April 31"),
    ("gave Sam a book on 29 February 2025", "There is no 29 February 2025"),
    ("gave Sam a book 2026-02-31", "There is no 2026-02-31"),
    ("gave Sam a book in 2030", "2030 is still to come"),
    ("gave Sam a book in 2024", "such as 12 March 2024"),
    ("gave Anna a book", r"Anna Berg \(anna1\), Anna Berg \(anna2\). Use the id in brackets"),
    ("gave me a book", "“me” is you"),
    ("met Sam and me", "“me” is you"),
    ("gave Sam and Anna Berg a book", "could be Anna Berg"),
    ("Sam and Zed gave me a book", "Nobody here is called 'Zed'"),
])  # fmt: skip
def test_a_day_that_is_none_and_a_name_of_several_are_told(friends, line, says):
    with pytest.raises(LogLineError, match=says):
        parse(line, friends, TODAY)


@pytest.mark.parametrize(("line", "what", "on"), [
    ("gave Sam a book this Monday", "a book", date(2026, 11, 2)),
    ("gave Sam a book on Monday", "a book", date(2026, 10, 26)),
    ("gave Sam a book last Monday", "a book", date(2026, 10, 26)),
    ("gave Sam a book this Friday", "a book", date(2026, 10, 30)),
    ("gave Sam a ticket for the fair in 2030", "a ticket for the fair in 2030", TODAY),
    ("gave Sam 45 minutes", "45 minutes", TODAY),
])  # fmt: skip
def test_this_monday_is_today_and_what_is_no_day_is_left(friends, line, what, on):
    entry = parse(line, friends, TODAY)
    assert (entry.what, entry.on) == (what, on)


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
