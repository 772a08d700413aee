"""Whom the rating queue asks about, and in what order."""

from __future__ import annotations

from datetime import date

import polars as pl

from netgive_lib.network import Network
from netgive_lib.rating import RatingRounds, rating_queue

TODAY = date(2026, 11, 2)


def people(*rows):
    return Network().with_people(pl.DataFrame(rows))


def test_the_unrated_come_by_how_much_passed_and_how_lately():
    network = people(
        {"id": "rated", "name": "Rated", "ring": 1},
        {"id": "never", "name": "Never", "ring": None},
        {"id": "once", "name": "Once", "ring": None},
        {"id": "often", "name": "Often", "ring": None},
    )
    network = network.touch("once", on=date(2026, 10, 1)).touch("often", on=date(2026, 9, 1))
    network = network.touch("often", on=date(2026, 9, 2)).touch("rated", on=TODAY)
    queue = rating_queue(network, TODAY)
    assert queue["id"].to_list() == ["often", "once", "never"]
    assert queue["contact"].to_list() == [
        "in contact on 2 days, last on 2 September 2026",
        "in contact once, on 1 October 2026",
        "no contact on record",
    ]
    assert rating_queue(network, TODAY, after=frozenset({"often"}))["id"].to_list() == [
        "once",
        "never",
        "often",
    ]


def test_someone_without_a_name_is_called_by_their_address():
    network = people(
        {"id": "a", "emails": ["kei@example.com"]}, {"id": "b", "phones": ["+1 555 0100"]}, {"id": "c"}
    )
    assert sorted(rating_queue(network, TODAY)["name"]) == ["+1 555 0100", "c", "kei@example.com"]


def test_a_round_tells_only_what_is_new_and_passes_on_who_was_left():
    network = people(*({"id": f"p{number:02}", "name": f"P{number:02}"} for number in range(12)))
    rounds = RatingRounds()
    first = rounds.ten(network, TODAY)["id"].to_list()
    assert first == [f"p{number:02}" for number in range(10)]
    assert rounds.chosen({"p00": 2}) == [("p00", 2)]
    assert rounds.chosen({"p00": 2, "p01": 0}) == []
    assert rounds.chosen({"p00": 3, "p01": 0}) == [("p00", 3)]
    rounds.pass_on()
    rated = network.edit("p00", ring=3)
    assert rounds.ten(rated, TODAY)["id"].to_list() == [
        "p10",
        "p11",
        *(f"p{number:02}" for number in range(1, 9)),
    ]
