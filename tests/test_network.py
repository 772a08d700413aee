"""The value and its verbs: each gives a new network, and what does not fit is refused in words."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings

from netgive_lib import schema
from netgive_lib.network import ID_ALPHABET, Network, SeveralPeopleError, UnknownPersonError, fold, new_id
from netgive_lib.schema import ME, SchemaError
from tests.strategies import networks

DAY = date(2026, 3, 1)


@pytest.fixture
def net():
    return (
        Network()
        .add("Ana Lopes", id="ana", emails=["Ana@Example.com"], ring=2, topics=["type", "tea"])
        .add("Ana Reis", id="reis", organization="Blue Door")
        .add("Łukasz Śliwa", id="luk", emails=["lukasz@example.com", "ls@example.org"])
        .add(None, id="nameless", phones=["+48 1"])
    )


def row(network, person):
    return network.people.row(by_predicate=pl.col("id") == person, named=True)


# The value


def test_i_am_always_in_it_and_am_not_counted():
    assert Network().people["id"].to_list() == [ME]
    assert Network().size == 0
    assert Network().others.is_empty()
    assert Network(people=pl.DataFrame({"id": ["a"]})).people["id"].to_list() == [ME, "a"]
    assert Network(people=pl.DataFrame({"id": ["a", ME]})).size == 1


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        ({"ties": {"a": ["ana"], "b": ["zed"]}}, "ties: b 'zed' is nobody in people"),
        ({"ties": {"a": ["ana"], "b": ["ana"]}}, "ties: a and b are the same person in a row"),
        ({"asks": {"id": ["1"], "person": ["zed"], "status": ["made"]}}, "asks: person 'zed' is nobody"),
    ],
)
def test_a_row_that_names_nobody_or_the_same_one_twice_is_refused(net, tables, told):
    frames = {name: pl.DataFrame(frame) for name, frame in tables.items()}
    with pytest.raises(SchemaError, match=told):
        Network(people=net.people, **frames)


def test_it_says_how_large_it_is(net):
    assert repr(net.touch("ana", on=DAY)) == "<Network of 4 people, 1 exchanges>"


def test_ids_are_short_and_differ():
    ids = {new_id() for _ in range(2000)}
    assert len(ids) == 2000
    assert all(len(id) == 10 and set(id) <= set(ID_ALPHABET) for id in ids)


# Looking things up


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("ana", "ana"),
        ("me", "me"),
        ("ANA LOPES", "ana"),
        ("  lopes ", "ana"),
        ("lukasz  sliwa", "luk"),
        ("Łukasz", "luk"),
        ("ŚLIWA", "luk"),
        ("ana@example.com", "ana"),
        ("LS@EXAMPLE.ORG", "luk"),
    ],
)
def test_someone_is_found_by_id_address_or_name_whatever_its_case_and_accents(net, words, person):
    assert net.find(words) == person


def test_a_whole_name_wins_over_the_same_words_in_a_longer_one(net):
    assert net.add("Ana Lopes Reis", id="third").find("Ana Lopes") == "ana"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("an", "'an' could be Ana Lopes (ana), Ana Reis at Blue Door (reis). Use the id in brackets."),
        ("Anna Lopez", "Nobody here is called 'Anna Lopez'. Did you mean Ana Lopes?"),
        ("Xiomara", "Nobody here is called 'Xiomara'."),
        (" ", "Say who: a name, part of one, an e-mail address or an id."),
    ],
)
def test_nobody_or_several_is_said_in_words(net, words, told):
    with pytest.raises(UnknownPersonError) as refused:
        net.find(words)
    assert str(refused.value) == told


def test_two_people_with_the_same_name_are_told_apart_by_id(net):
    with pytest.raises(UnknownPersonError, match=r"Ana Reis at Blue Door \(reis\), Ana Reis \(other\)"):
        net.add("Ana Reis", id="other").find("ana reis")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Søren Ærø", "soren aero"),
        ("Đorđe", "dorde"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("山田", "山田"),
    ],
)
def test_names_fold_to_what_people_type(text, folded):
    assert fold(text) == folded


def test_someone_who_is_not_there_is_refused_by_id(net):
    with pytest.raises(
        UnknownPersonError, match=r"Nobody here is known as 'zed'\. Perhaps they were removed"
    ):
        net.person("zed")


def test_a_setting_that_is_not_there_or_empty_is_its_default(net):
    assert net.setting("direction", "straight") == "straight"
    assert net.with_settings({"direction": None}).setting("direction", "straight") == "straight"
    assert net.with_settings({"direction": "explore"}).setting("direction") == "explore"


# Verbs


def test_editing_changes_only_the_columns_that_are_named(net):
    edited = net.edit("ana", ring=1, topics=[])
    assert row(edited, "ana") == {**row(net, "ana"), "ring": 1, "topics": []}
    assert edited.people.filter(pl.col("id") != "ana").equals(net.people.filter(pl.col("id") != "ana"))


def test_a_cell_can_be_emptied(net):
    assert row(net.edit("ana", ring=None), "ana")["ring"] is None


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"rnig": 1}, "people has no column 'rnig'"),
        ({"ring": 9}, "people: ring can't be 9"),
        ({"ring": 2**70}, "people: could not append value"),
        ({"connected_on": "yesterday"}, "people: "),
        ({"name": "half a \ud83d"}, "people: .*surrogates not allowed"),
        ({"id": "reis"}, "an id stays what it is"),
    ],
)
def test_what_a_column_can_t_hold_is_refused_in_one_line(net, values, told):
    with pytest.raises(SchemaError, match=told) as refused:
        net.edit("ana", **values)
    assert "\n" not in str(refused.value)


def test_editing_someone_who_is_not_there_is_refused(net):
    with pytest.raises(UnknownPersonError, match="zed"):
        net.edit("zed", ring=1)


def test_people_are_added_and_columns_that_are_not_given_keep_what_they_held(net):
    rows = pl.DataFrame({"ring": [3, 4], "id": ["ana", "new"]})
    changed = net.with_people(rows)
    assert row(changed, "ana") == {**row(net, "ana"), "ring": 3}
    assert row(changed, "new")["ring"] == 4
    assert row(changed, "new")["name"] is None
    assert changed.people["id"].to_list() == [*net.people["id"], "new"]


def test_a_given_null_is_put_over_what_was_there(net):
    assert row(net.with_people(pl.DataFrame({"id": ["ana"], "ring": [None]})), "ana")["ring"] is None


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ({"name": ["Ana"]}, "people: the column 'id' has to be there"),
        ({"id": ["ana"], "ring": ["near"]}, "people: conversion from"),
        ({"id": ["ana"], "rnig": [1]}, "people has no column 'rnig'"),
        ({"id": ["ana", "ana"], "ring": [1, 2]}, "people: two rows have the same id"),
        ({"id": ["new", "new"]}, "people: two rows have the same id"),
        ({"id": [None]}, "people: id is empty"),
    ],
)
def test_rows_that_do_not_fit_are_refused_whether_old_or_new(net, rows, told):
    with pytest.raises(SchemaError, match=told):
        net.with_people(pl.DataFrame(rows))


def test_ties_are_kept_in_order_once_and_the_later_one_wins(net):
    ties = pl.DataFrame(
        {"a": ["luk", "ana", "reis"], "b": ["ana", "luk", "ana"], "how": ["old", "new", "cousins"]}
    )
    tied = net.with_ties(ties)
    assert tied.ties.rows() == [("ana", "luk", "new"), ("ana", "reis", "cousins")]
    again = tied.with_rows("ties", pl.DataFrame({"a": ["reis"], "b": ["ana"]}))
    assert again.ties.rows() == tied.ties.rows()


def test_a_tie_with_a_column_too_few_is_refused(net):
    with pytest.raises(SchemaError, match="ties: the column 'b' has to be there"):
        net.with_ties(pl.DataFrame({"a": ["ana"]}))


def test_rows_go_into_any_table(net):
    asset = pl.DataFrame({"id": ["1"], "kind": ["news"], "title": ["Tea is back"]})
    assert net.with_rows("assets", asset).assets.select("id", "kind", "title").rows() == [
        ("1", "news", "Tea is back")
    ]


def test_a_give_an_ask_and_a_touch_are_rows_of_mine_unless_said_otherwise(net):
    logged = (
        net.give("ana", "a book", on=DAY, weight=2)
        .ask("ana", "an hour", on=DAY, channel="phone")
        .touch(ME, on=DAY, actor="ana", source="calendar")
    )
    rows = logged.exchanges.drop("id").rows()
    assert rows == [
        (DAY, ME, "give", "ana", "a book", 2.0, None, "me"),
        (DAY, ME, "ask", "ana", "an hour", 1.0, "phone", "me"),
        (DAY, "ana", "touch", ME, None, 1.0, None, "calendar"),
    ]
    assert logged.exchanges["id"].n_unique() == 3


@pytest.mark.parametrize(
    ("other", "more", "told"),
    [
        ("zed", {}, "exchanges: other 'zed' is nobody in people"),
        ("ana", {"actor": "zed"}, "exchanges: actor 'zed' is nobody in people"),
        (ME, {}, "exchanges: actor and other are the same person in a row"),
        ("ana", {"weight": 0}, "exchanges: weight can't be 0.0; it is above 0, and 3 at most"),
        ("ana", {"weight": 4}, "exchanges: weight can't be 4.0"),
    ],
)
def test_an_exchange_that_can_t_be_is_refused(net, other, more, told):
    with pytest.raises(SchemaError, match=told):
        net.give(other, on=DAY, **more)


def test_whoever_is_taken_out_takes_along_every_row_that_names_them(net):
    full = (
        net.with_ties(pl.DataFrame({"a": ["ana", "luk"], "b": ["reis", "reis"]}))
        .give("ana", on=DAY)
        .touch("luk", on=DAY, actor="ana")
        .give("luk", on=DAY)
        .with_rows(
            "asks", pl.DataFrame({"id": ["1", "2"], "person": ["ana", "luk"], "status": ["made", "made"]})
        )
        .with_rows("offers", pl.DataFrame({"id": ["1"], "person": ["ana"], "status": ["idea"]}))
        .with_rows("moves", pl.DataFrame({"id": ["1"], "person": ["ana"], "status": ["planned"]}))
    )
    left = full.without("ana")
    assert set(left.people["id"]) == {ME, "reis", "luk", "nameless"}
    assert left.ties.select("a", "b").rows() == [("luk", "reis")]
    assert left.exchanges.select("actor", "other").rows() == [(ME, "luk")]
    assert (left.asks["person"].to_list(), left.offers.height, left.moves.height) == (["luk"], 0, 0)


def test_i_can_t_be_taken_out(net):
    with pytest.raises(UnknownPersonError, match="You are the middle of your own network"):
        net.without(ME)
    with pytest.raises(UnknownPersonError, match="zed"):
        net.without("zed")


VERBS = {
    "add": lambda net: net.add("New"),
    "edit": lambda net: net.edit(ME, name="Mo", ring=1),
    "with_people": lambda net: net.with_people(pl.DataFrame({"id": ["a", ME], "note": ["x", "y"]})),
    "with_ties": lambda net: (
        net.add("X", id="x").add("Y", id="y").with_ties(pl.DataFrame({"a": ["y"], "b": ["x"]}))
    ),
    "without": lambda net: net.add("X", id="x").without("x"),
    "give": lambda net: net.add("X", id="x").give("x", on=DAY),
    "ask": lambda net: net.add("X", id="x").ask("x", on=DAY),
    "touch": lambda net: net.add("X", id="x").touch("x", on=DAY),
    "with_settings": lambda net: net.with_settings({"se1": "x", "direction": "y"}),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
@settings(max_examples=10)
@given(network=networks())
def test_a_verb_changes_nothing_in_place(verb, network):
    before = {name: network.table(name) for name in schema.TABLES}
    copies = {name: frame.clone() for name, frame in before.items()}
    after = verb(network)
    assert after is not network
    assert all(network.table(name) is frame for name, frame in before.items())
    assert all(network.table(name).equals(frame) for name, frame in copies.items())


@pytest.mark.parametrize(("words", "id"), [
    ("Luc", "luc"),
    ("luc", "luc"),
    ("Lucy", "lucy"),
    ("Lu", None),
    ("Jürgen", "groß"),
    ("juergen", "klein"),
    ("Jurgen", None),
    ("Juergen Groß", "groß"),
    ("Jürgen Klein", "klein"),
    ("jurgen gross", "groß"),
    ("Mueller", "mueller"),
    ("Muller", "mueller"),
    ("Michael", "michael"),
    ("Joe", "joe"),
    ("Sam", None),
    ("Sam Lee", None),
    ("Sam Lee (sam2)", "sam2"),
    ("Sam Lee at Fernwood (sam1)", "sam1"),
    ("sam2", "sam2"),
    ("me", "me"),
])  # fmt: skip
def test_the_more_exact_name_counts_first_and_umlauts_are_written_in_any_way(words, id):
    names = {"luc": "Luc Moreau", "lucy": "Lucy Stone", "groß": "Jürgen Groß", "klein": "Juergen Klein"}
    names |= {"mueller": "Anna Müller", "michael": "Michael Lee", "michal": "Michal Novak", "joe": "Joe Hill"}
    names |= {"jo": "Jo Park", "sam1": "Sam Lee", "sam2": "Sam Lee"}
    net = Network().with_people(pl.DataFrame({"id": list(names), "name": list(names.values())}))
    net = net.edit("sam1", organization="Fernwood").edit("sam2", city="Lima")
    if id:
        assert net.find(words) == id
        return
    with pytest.raises(SeveralPeopleError, match="could be"):
        net.find(words)
    with pytest.raises(SeveralPeopleError, match=r"Sam Lee at Fernwood \(sam1\), Sam Lee in Lima \(sam2\)"):
        net.find("sam lee")


def test_less_than_a_word_will_do_unless_it_must_not():
    net = Network().add("Noor Haddad", id="noor")
    assert net.find("had") == "noor"
    with pytest.raises(UnknownPersonError):
        net.find("had", part=False)
