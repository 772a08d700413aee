"""How a tie stands: figures worked out by hand, and sums held against a plain loop."""

from __future__ import annotations

import math
from collections import defaultdict
from datetime import date, timedelta

import polars as pl
import polars.testing
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgive_lib.logbook import logged
from netgive_lib.network import Network
from netgive_lib.pages import furniture
from netgive_lib.schema import ME
from netgive_lib.ties import PACE, Pace, contact_days, edges, summed_in_batches, ties
from tests.strategies import days, networks

_networks = networks(most_exchanges=12, tables=("people", "ties", "exchanges"))

TODAY = date(2026, 7, 1)
KINDS = ("give", "ask", "touch")


def ago(days):
    return TODAY - timedelta(days=days)


def known(*people, **columns):
    """A network of these people, with the same columns for each."""
    network = Network()
    for person in people:
        network = network.add(person.title(), id=person, **columns)
    return network


def tie(network, person="ana", today=TODAY, pace=PACE):
    return ties(network, today, pace).row(by_predicate=pl.col("id") == person, named=True)


# What passed


def test_a_meeting_is_one_day_of_contact_and_what_is_to_come_none():
    network = Network().add("Ana", id="ana").add("Bo", id="bo").add("Chi", id="chi")
    for day in range(1, 12):  # eleven meetings, of two rows each
        network = logged(network, "We met or talked", "ana", "lunch", date(2026, 1, day))
    network = network.give("ana", "a map", on=date(2026, 1, 11)).touch("bo", on=date(2027, 1, 1))
    assert contact_days(network, date(2026, 11, 2)) == {"ana": 11}
    card = furniture.card(network, "ana", date(2026, 11, 2))
    assert "in contact on 11 days, last on 11 January 2026" in card


def test_what_passed_halves_each_year():
    network = known("ana").give("ana", on=ago(0), weight=3)
    network = network.give("ana", on=ago(365), weight=2).give("ana", on=ago(730), weight=2)
    assert tie(network)["given"] == 4.5  # 3 + 2/2 + 2/4
    assert tie(network, today=TODAY + timedelta(days=365))["given"] == 2.25  # all of it half as much


def test_a_half_life_can_be_chosen():
    network = known("ana").give("ana", on=ago(10), weight=2)
    assert tie(network, pace=Pace(half_life=10))["given"] == 1.0


def test_each_direction_and_kind_is_summed_apart():
    network = (
        known("ana", "bo")
        .give("ana", on=ago(365), weight=2)  # 1
        .give(ME, actor="ana", on=ago(730), weight=3)  # 3/4
        .ask("ana", on=ago(0), weight=1)  # 1
        .ask(ME, actor="ana", on=ago(365), weight=3)  # 3/2
        .touch("ana", on=ago(365))  # 1/2
        .touch(ME, actor="ana", on=ago(730))  # 1/4
    )
    ana = tie(network)
    figures = [ana[name] for name in ("given", "received", "asked", "asked_of_me", "touches", "passed")]
    assert figures == [1.0, 0.75, 1.0, 1.5, 0.75, 5.0]
    assert ana["exchanges"] == 6
    assert ana["tab"] == pytest.approx(4 / 7)  # 1 / (1 + 3/4)
    bo = tie(network, "bo")
    assert [bo[name] for name in ("given", "received", "passed", "exchanges")] == [0.0, 0.0, 0.0, 0]
    assert bo["tab"] is bo["side"] is bo["last_contact"] is bo["gap"] is None


def test_what_comes_after_today_is_left_out():
    network = known("ana", ring=2).give("ana", on=ago(0)).give("ana", on=ago(-1)).touch("ana", on=ago(-30))
    ana = tie(network)
    assert (ana["given"], ana["touches"], ana["exchanges"], ana["last_contact"]) == (1.0, 0.0, 1, TODAY)
    yesterday = tie(network, today=ago(1))
    assert (yesterday["exchanges"], yesterday["last_contact"], yesterday["warmth"]) == (0, None, None)


def test_what_passes_between_others_is_an_edge_but_on_no_tab_of_mine():
    network = known("ana", "bo", ring=1).give("bo", actor="ana", on=ago(0))
    assert edges(network, TODAY).rows() == [("ana", "bo", 1.0, 0.0, 0.0, TODAY, 1)]
    for person in ("ana", "bo"):
        row = tie(network, person)
        assert (row["passed"], row["exchanges"], row["last_contact"], row["warmth"]) == (0.0, 0, None, None)


def test_a_granted_ask_is_on_both_edges():
    network = known("ana").ask("ana", on=ago(365)).give(ME, actor="ana", on=ago(0), weight=2)
    assert edges(network, TODAY).sort("actor").rows() == [
        ("ana", ME, 2.0, 0.0, 0.0, TODAY, 1),
        (ME, "ana", 0.0, 0.5, 0.0, ago(365), 1),
    ]


# Warmth


@pytest.mark.parametrize(("ring", "rhythm"), [(1, 7), (2, 30), (3, 180), (4, 365), (5, 730)])
def test_warmth_halves_with_each_missed_rhythm_and_is_dormant_after_three(ring, rhythm):
    def after(days):
        row = tie(known("ana", ring=ring).touch("ana", on=ago(days)))
        assert row["gap"] == days
        return row["warmth"], row["dormant"]

    assert after(0) == (1.0, False)
    assert after(rhythm) == (0.5, False)  # 2^-1
    assert after(2 * rhythm) == (0.25, False)  # 2^-2
    assert after(3 * rhythm) == (0.125, False)  # 2^-3: 1/8, and not below it yet
    warmth, dormant = after(3 * rhythm + 1)
    assert warmth == pytest.approx(2 ** -(3 + 1 / rhythm))
    assert dormant


def test_the_latest_contact_counts_whoever_made_it():
    network = (
        known("ana", ring=2)
        .touch("ana", on=ago(100))
        .ask(ME, actor="ana", on=ago(30))
        .give("ana", on=ago(60))
    )
    assert (tie(network)["last_contact"], tie(network)["warmth"]) == (ago(30), 0.5)


def test_someone_unrated_has_no_warmth_and_is_not_dormant():
    row = tie(known("ana").touch("ana", on=ago(5000)))
    assert (row["ring"], row["gap"], row["warmth"], row["dormant"]) == (None, 5000, None, False)


def test_someone_never_in_contact_has_no_warmth_and_is_not_dormant():
    row = tie(known("ana", ring=1))
    assert (row["gap"], row["warmth"], row["dormant"]) == (None, None, False)


def test_a_pace_can_be_chosen():
    pace = Pace(rhythm=(10, 20, 30, 40, 50), dormant_under=0.3, split=(0.5, 0.5))
    network = known("ana", ring=1).give("ana", on=ago(20)).give(ME, actor="ana", on=ago(20))
    row = tie(network, pace=pace)
    assert (row["warmth"], row["dormant"], row["side"]) == (0.25, True, "split")


# The tab


def shares(given, received, days=0):
    network = known("ana").give("ana", on=ago(days), weight=given)
    row = tie(network.give(ME, actor="ana", on=ago(days), weight=received))
    return row["tab"], row["side"]


@pytest.mark.parametrize(
    ("given", "received", "side"),
    [
        (1, 1, "split"),  # 0.5
        (2, 3, "split"),  # 0.4
        (3, 2, "split"),  # 0.6
        (1.99, 3, "theirs"),  # 0.3988
        (3, 1.99, "mine"),  # 0.6012
    ],
)
def test_the_tab_is_split_from_two_fifths_to_three_fifths(given, received, side):
    assert shares(given, received) == (pytest.approx(given / (given + received)), side)


@pytest.mark.parametrize("days", [1, 365, 1499, 4000])
def test_both_bounds_stay_within_the_split_however_long_ago_it_was(days):
    assert shares(2, 3, days)[1] == shares(3, 2, days)[1] == "split"


def test_one_side_alone_has_it_all():
    mine = known("ana").give("ana", on=ago(9))
    assert (tie(mine)["tab"], tie(mine)["side"]) == (1.0, "mine")
    theirs = known("ana").give(ME, actor="ana", on=ago(9)).ask("ana", on=ago(9))
    assert (tie(theirs)["tab"], tie(theirs)["side"]) == (0.0, "theirs")


def test_asks_and_touches_are_not_on_the_tab():
    network = known("ana").ask("ana", on=ago(9)).touch("ana", on=ago(9))
    assert (tie(network)["tab"], tie(network)["side"]) == (None, None)


# For any network


@settings(max_examples=35)
@given(_networks, days())
def test_sums_equal_a_plain_loop_and_every_exchange_up_to_today_is_counted(network, today):
    sums, counts, last = defaultdict(float), defaultdict(int), {}
    for row in network.exchanges.iter_rows(named=True):
        if row["date"] <= today:
            pair = (row["actor"], row["other"])
            sums[(*pair, row["kind"])] += row["weight"] * 0.5 ** ((today - row["date"]).days / 365)
            counts[pair] += 1
            last[pair] = max(last.get(pair, row["date"]), row["date"])
    found = edges(network, today)
    assert {(row["actor"], row["other"]): row["count"] for row in found.iter_rows(named=True)} == counts
    for row in found.iter_rows(named=True):
        pair = (row["actor"], row["other"])
        assert row["last"] == last[pair]
        for kind in KINDS:
            assert row[kind] >= 0
            assert math.isclose(row[kind], sums[(*pair, kind)], rel_tol=1e-9)
    mine = sum(count for pair, count in counts.items() if ME in pair)
    assert ties(network, today)["exchanges"].sum() == mine


@settings(max_examples=35)
@given(_networks, days(), st.integers(0, 3000))
def test_without_a_new_exchange_nothing_grows_with_time(network, today, later):
    happened = network.exchanges.filter(pl.col("date") <= today)
    until = Network(people=network.people, exchanges=happened)
    now = ties(until, today)
    then = ties(until, today + timedelta(days=later))
    assert now["id"].to_list() == then["id"].to_list() == until.others["id"].to_list()
    for name in ("given", "received", "asked", "asked_of_me", "touches", "passed", "warmth"):
        assert all(
            after <= before for before, after in zip(now[name], then[name], strict=True) if before is not None
        )
    assert all(after >= before for before, after in zip(now["dormant"], then["dormant"], strict=True))


@settings(max_examples=35)
@given(_networks, days())
def test_figures_stay_within_their_bounds(network, today):
    for row in ties(network, today).iter_rows(named=True):
        assert row["warmth"] is None or 0 <= row["warmth"] <= 1
        assert (row["tab"] is None) == (row["side"] is None) == (row["given"] + row["received"] == 0)
        assert row["tab"] is None or 0 <= row["tab"] <= 1
        assert math.isclose(
            row["passed"], sum(row[n] for n in ("given", "received", "asked", "asked_of_me", "touches"))
        )
        assert (row["warmth"] is None) == (row["ring"] is None or row["last_contact"] is None)


@settings(max_examples=25, deadline=None)
@given(_networks, days(), st.integers(1, 5))
def test_sums_in_batches_are_those_of_all_at_once(network, today, rows_at_a_time):
    pair = ["actor", "other"]
    whole = edges(network, today).sort(pair)
    summed = summed_in_batches(network.exchanges.lazy(), today, rows_at_a_time=rows_at_a_time).sort(pair)
    polars.testing.assert_frame_equal(summed, whole, rel_tol=1e-12)


def test_many_batches_are_added_up():
    network = known("ana")
    for age in range(30):
        network = network.give("ana", on=ago(age)).touch(ME, actor="ana", on=ago(age))
    summed = summed_in_batches(network.exchanges.lazy(), TODAY, rows_at_a_time=3)
    assert dict(summed.select("actor", "count").iter_rows()) == {ME: 30, "ana": 30}
    assert summed["last"].to_list() == [TODAY, TODAY]
