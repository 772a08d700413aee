"""People of one name: told apart wherever only words are shown, and none of them lost."""

from __future__ import annotations

from datetime import UTC, date, datetime

import icalendar
import polars as pl
import pytest
from hypothesis import given

from netgive_lib import moves
from netgive_lib.namesakes import told_apart
from netgive_lib.network import Network
from netgive_lib.pages import asking, inputs, planning, who
from netgive_lib.plan import files, make_plan
from netgive_lib.sources.decisions import same
from tests.strategies import networks

TODAY = date(2026, 11, 2)


@pytest.fixture
def network():
    """Two of one name at different places, two of another about whom nothing else is known, one alone."""
    net = Network()
    for id, place in (("ana1", "Acme"), ("ana2", "Globex")):
        net = net.add("Ana Lima", id=id, organization=place, ring=2, topics=["film"])
    for id in ("bo1", "bo2"):
        net = net.add("Bo Ek", id=id, ring=2, topics=["film"])
    return net.add("Chi Ode", id="chi", organization="Acme", ring=2, topics=["film"])


def test_namesakes_have_behind_their_name_what_the_other_does_not(network):
    assert told_apart(network) == {
        "ana1": "Ana Lima, Acme",
        "ana2": "Ana Lima, Globex",
        "bo1": "Bo Ek",
        "bo2": "Bo Ek (2)",
        "chi": "Chi Ode",
    }
    both_at_acme = network.edit("ana2", organization="Acme", emails=["ana@example.org"])
    assert told_apart(both_at_acme)["ana2"] == "Ana Lima, ana@example.org"


@given(networks(most_exchanges=0))
def test_no_two_people_are_called_the_same(network):
    labels = told_apart(network)
    assert set(labels) == set(network.others["id"])
    assert len(set(labels.values())) == len(labels)
    assert {id: label for label, id in inputs.everyone(network).items()} == labels


def rows_of(network, table, *rows):
    return network.with_rows(table, pl.DataFrame(rows))


def test_no_box_loses_a_row_to_an_equal_label(network):
    asked = [
        {"id": id, "person": person, "text": "One page?", "status": "made"}
        for id, person in (("x", "ana1"), ("y", "ana2"), ("z", "ana2"))
    ]
    assert asking.open_asks(rows_of(network, "asks", *asked)) == {
        "Ana Lima, Acme: One page?": "x",
        "Ana Lima, Globex: One page?": "y",
        "Ana Lima, Globex: One page? (2)": "z",
    }
    joined = same(same(network.add("Bo Ek", id="bo3"), "bo1", "bo2"), "bo1", "bo3")
    assert who.merged(joined) == {"Bo Ek, now Bo Ek": ("bo1", "bo2"), "Bo Ek, now Bo Ek (2)": ("bo1", "bo3")}
    assert inputs.people_of(network, ["bo2", "ana1"]) == {"Bo Ek (2)": "bo2", "Ana Lima, Acme": "ana1"}


def test_a_plan_and_its_files_tell_namesakes_apart(network):
    film = {"id": "reel", "kind": "taste", "title": "A list of films", "topics": ["film"]}
    network = rows_of(network, "assets", film)
    plan = make_plan(network, TODAY, 8, 2)
    names = dict(plan.moves.select("person", "name").iter_rows())
    assert names["ana1"] == "Ana Lima, Acme"
    assert names["ana2"] == "Ana Lima, Globex"
    calendar = icalendar.Calendar.from_ical(
        files.plan_as_ics(plan, network, "mine", datetime(2026, 11, 2, tzinfo=UTC))
    )
    summaries = [str(event["summary"]).partition(":")[0] for event in calendar.walk("VEVENT")]
    assert len(set(summaries)) == len(summaries) == 5
    printed = files.plan_as_markdown(plan, network)
    assert "Ana Lima, Acme" in printed
    assert "Ana Lima, Globex" in printed
    assert "<b>3 November 2026" in planning.moves(plan)
    kept = moves.accept(network, plan.moves, TODAY)
    assert len(inputs.planned_moves(kept)) == 5
