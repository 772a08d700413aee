"""Sparks: that each names its fact, that there are enough, and that no two people get the same."""

from __future__ import annotations

import json
from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given, settings

from netgive_lib.network import Network, UnknownPersonError
from netgive_lib.resources import folder
from netgive_lib.sample import load_sample, sample_today
from netgive_lib.schema import ASSET_KINDS
from netgive_lib.sparks import asset_sparks, people_who_matter, sparks_for
from tests.strategies import days, networks

TODAY = date(2026, 11, 2)


def ago(days):
    return TODAY - timedelta(days=days)


def people(*rows):
    return Network().with_people(pl.DataFrame(rows, infer_schema_length=None))


def texts(network, person, about, today=TODAY):
    return [spark.text for spark in sparks_for(network, today, person) if spark.about == about]


def test_every_kind_of_asset_has_two_or_three_sparks():
    sparks = asset_sparks()
    assert set(sparks) == set(ASSET_KINDS)
    assert all(len(set(of_kind)) in (2, 3) for of_kind in sparks.values())
    every = [text for of_kind in sparks.values() for text in of_kind]
    assert len(set(every)) == len(every)


def test_no_spark_is_the_generic_question_or_shouts():
    every = (folder("data") / "sparks.json").read_text(encoding="utf-8")
    assert "help you" not in every
    assert "!" not in every


def test_someone_of_whom_nothing_is_known_gets_eight_that_name_them():
    sparks = sparks_for(people({"id": "kei", "emails": ["kei@example.com"]}), TODAY, "kei")
    assert len({spark.text for spark in sparks}) >= 8
    assert {spark.about for spark in sparks} == {"anyone"}
    assert sum("kei@example.com" in spark.text for spark in sparks) >= 8


def test_each_fact_is_named():
    network = people(
        {
            "id": "ruth",
            "name": "Ruth Vale",
            "given_name": "Ruth",
            "topics": ["Letterpress"],
            "title": "Lecturer",
            "organization": "Maas Academy",
            "circle": "Design school",
            "city": "Delft",
            "seniority": "senior",
            "roles": ["mentor", "friend"],
            "respects": True,
            "note": "Has half a “book” in a drawer",
            "birthday": "--12-05",
            "sees_potential": True,
        },
        {"id": "phil", "name": "Phil Dunn", "topics": ["letterpress"], "circle": "Clients"},
        {"id": "tied", "name": "Tia Tied", "topics": ["letterpress"], "circle": "Clients"},
    )
    network = network.with_ties(pl.DataFrame({"a": ["tied"], "b": ["ruth"]}))
    network = network.give("me", "a week in the archive", on=date(2024, 3, 1), actor="ruth")
    network = network.give("ruth", "a guest talk", on=date(2025, 5, 1)).give("ruth", on=ago(200))
    network = network.ask("me", "a chapter read by Friday", on=date(2026, 4, 1), actor="ruth")
    network = network.with_rows(
        "assets",
        pl.DataFrame(
            [{"id": "a", "kind": "taste", "title": "Ten presses: a map", "topics": ["letterpress"]}]
        ),
    )
    expected = {
        "topic": "letterpress",
        "title": "“Lecturer”",
        "organization": "Maas Academy",
        "circle": "“Design school”",
        "city": "Delft",
        "senior": "senior to you",
        "role": "mentor",
        "note": "“Has half a ‘book’ in a drawer.”",
        "birthday": "5 December",
        "gave": "“a week in the archive”",
        "given": "“a guest talk”",
        "asked": "“a chapter read by Friday”",
        "silence": "in April",
        "asset": "“Ten presses”",
        "meet": "Ruth and Phil Dunn",
        "respects": "respects",
        "sees_potential": "sees potential",
    }
    for about, fact in expected.items():
        found = texts(network, "ruth", about)
        assert found, about
        assert all(fact in text and "Ruth" in text for text in found), about
    assert not any("Tia" in spark.text for spark in sparks_for(network, TODAY, "ruth"))
    assert len(texts(network, "ruth", "role")) == 1


def test_a_birthday_is_named_only_when_it_is_near():
    def named(birthday):
        return bool(texts(people({"id": "ana", "name": "Ana", "birthday": birthday}), "ana", "birthday"))

    assert named("1990-11-02")
    assert named("--12-17")
    assert not named("--12-18")
    assert not named("--11-01")


def test_silence_is_named_only_when_it_is_long():
    network = people({"id": "ana", "name": "Ana"})
    assert texts(network, "ana", "silence") == []
    assert texts(network.touch("ana", on=ago(90)), "ana", "silence") == []
    assert texts(network.touch("ana", on=ago(91)), "ana", "silence") != []


def test_never_the_same_five():
    network = people(
        {"id": "ana", "name": "Ana", "topics": ["jazz", "bread"], "city": "Delft", "circle": "Choir"},
        {"id": "bo", "name": "Bo", "topics": ["jazz", "bread"], "city": "Delft", "circle": "Choir"},
    )
    ana = sparks_for(network, TODAY, "ana")
    assert ana == sparks_for(network, TODAY, "ana")
    orders = {tuple(s.id for s in sparks_for(network, ago(day), "ana")[:5]) for day in range(5)}
    assert len(orders) > 1
    assert [s.id for s in ana] != [s.id for s in sparks_for(network, TODAY, "bo")]
    seen = frozenset(spark.id for spark in ana[:5])
    assert sparks_for(network, TODAY, "ana", seen) == ana[5:]
    assert len({spark.about for spark in ana[:3]}) == 3


def test_braces_in_what_people_wrote_stay_text():
    network = people({"id": "ana", "name": "A{0}na", "topics": ["{name}"], "note": "{x"})
    assert any("{name}" in text for text in texts(network, "ana", "topic"))
    assert all("A{0}na" in text for text in texts(network, "ana", "note"))


def test_a_note_of_marks_alone_is_no_fact():
    network = people({"id": "ana", "name": "Ana", "note": "...", "title": " ", "organization": "Freelance"})
    assert {spark.about for spark in sparks_for(network, TODAY, "ana")} == {"anyone"}


def test_someone_who_is_not_there_is_refused():
    with pytest.raises(UnknownPersonError):
        sparks_for(Network(), TODAY, "nobody")


@settings(max_examples=25)
@given(networks(), days())
def test_at_least_eight_for_anyone_each_once(network, today):
    for id in network.people["id"]:
        sparks = sparks_for(network, today, id)
        assert len(sparks) >= 8
        assert len({spark.id for spark in sparks}) == len(sparks)
        assert all(spark.text.strip() for spark in sparks)


def test_the_people_of_the_sample_start_with_different_sparks():
    network = load_sample("story")
    today = sample_today(network)
    ids = people_who_matter(network, today)["person"].head(12)
    starts = {id: tuple(spark.text for spark in sparks_for(network, today, id)[:5]) for id in ids}
    assert len(set(starts.values())) == len(ids)
    for five in starts.values():
        assert len(set(five)) == 5


# Whom to think about next


def test_who_matters_and_has_nothing_planned_comes_first():
    network = people(
        {"id": "ring4", "name": "D", "ring": 4},
        {"id": "ring3", "name": "C", "ring": 3},
        {"id": "ring2", "name": "B", "ring": 2},
        {"id": "trusted", "name": "T", "ring": 2, "trusts": True},
        {"id": "has_offer", "name": "O", "ring": 1},
        {"id": "planned", "name": "P", "ring": 1},
        {"id": "alone", "name": "L", "ring": 1, "leave_alone": True},
        {"id": "done", "name": "X", "ring": 1},
    )
    network = network.with_rows(
        "moves",
        pl.DataFrame({"id": ["m", "n"], "person": ["planned", "done"], "status": ["planned", "done"]}),
    ).with_rows(
        "offers",
        pl.DataFrame(
            {
                "id": ["o", "p"],
                "person": ["has_offer", "done"],
                "text": ["a", "b"],
                "status": ["idea", "given"],
            }
        ),
    )
    found = people_who_matter(network, TODAY)
    assert found["person"].to_list() == ["done", "trusted", "ring2", "ring3", "has_offer"]
    assert found["open_offers"].to_list() == [0, 0, 0, 0, 1]


def test_while_nobody_has_a_ring_everyone_counts():
    network = people({"id": "a", "name": "A"}, {"id": "b", "name": "B"}).touch("b", on=ago(3))
    assert people_who_matter(network, TODAY)["person"].to_list() == ["b", "a"]
    assert people_who_matter(Network(), TODAY).height == 0


def test_the_file_of_sparks_has_no_template_that_nothing_fills():
    known = json.loads((folder("data") / "sparks.json").read_text(encoding="utf-8"))["person"]
    network = load_sample("story")
    used = {spark.about for id in network.others["id"] for spark in sparks_for(network, TODAY, id)}
    assert set(known) <= used
