"""The tab as a whole, and the simulation, by hand and against the ties table."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgive_lib.network import Network
from netgive_lib.simulation import simulate
from netgive_lib.tab import approached, balances, overall
from netgive_lib.ties import ties
from tests.strategies import networks

TODAY = date(2026, 11, 2)
YEAR_AGO = date(2025, 11, 2)


@pytest.fixture
def network():
    network = Network().with_people(
        pl.DataFrame({"id": ["ana", "ben", "chi"], "name": ["Ana", "Ben", "Chi"]})
    )
    network = network.give("ana", on=TODAY, weight=2).give("me", actor="ana", on=YEAR_AGO, weight=2)
    network = network.give("me", actor="ben", on=TODAY, weight=3).ask("ben", on=TODAY)
    return network.touch("ben", on=TODAY).touch("chi", on=YEAR_AGO).ask("ana", on=date(2026, 11, 9))


def test_balances_are_decayed_and_start_with_whom_you_owe(network):
    rows = balances(network, TODAY).select("name", "given", "received", "balance", "side").rows()
    assert rows == [("Ben", 0.0, 3.0, -3.0, "theirs"), ("Ana", 2.0, 1.0, 1.0, "mine")]


def test_a_contact_with_an_ask_is_one_contact_however_much_else_it_carried(network):
    assert approached(network, TODAY).rows() == [
        (YEAR_AGO, "chi", False),
        (TODAY, "ana", False),
        (TODAY, "ben", True),
    ]
    whole = overall(network, TODAY)
    assert (whole.contacts, whole.without_ask, whole.share_without_ask) == (3, 2, pytest.approx(2 / 3))
    assert (whole.given, whole.received, whole.tab) == (2.0, 4.0, pytest.approx(1 / 3))
    assert (whole.mine, whole.theirs, whole.split) == (1, 1, 0)


def test_an_empty_tab_has_no_shares():
    whole = overall(Network(), TODAY)
    assert (whole.tab, whole.share_without_ask, whole.contacts) == (None, None, 0)


@given(networks())
def test_everyone_with_a_tab_is_counted_once(network):
    whole = overall(network, TODAY)
    assert whole.mine + whole.theirs + whole.split == ties(network, TODAY)["tab"].count()
    assert whole.without_ask <= whole.contacts


def test_one_give_a_month_by_hand():
    days = simulate(1, 0, ring=2)
    start, before, first = (days.row(day, named=True) for day in (0, 29, 30))
    assert (start["warmth"], start["tab"]) == (1.0, None)
    assert before["warmth"] == pytest.approx(2 ** (-29 / 30))
    assert (first["warmth"], first["given"], first["tab"]) == (1.0, 1.0, 1.0)
    assert days.height == 731


def test_giving_and_asking_alike_splits_the_tab():
    assert simulate(1, 1, ring=3).tail(1)["tab"][0] == pytest.approx(0.5)
    assert simulate(1, 1, ring=3, granted=0).tail(1)["tab"][0] == 1.0


@settings(max_examples=20)
@given(st.floats(0, 6), st.floats(0, 6), st.integers(1, 5))
def test_it_is_what_the_ties_table_says_of_such_a_tie(gives, asks, ring):
    start = date(2025, 1, 1)
    network = Network().with_people(pl.DataFrame({"id": ["a"], "name": ["A"], "ring": [ring]}))
    network = network.touch("a", on=start)
    for often, verbs in ((gives, ("give",)), (asks, ("ask", "answer"))):
        interval = 365 / 12 / often if often else 1e9
        for n in range(1, int(200 / interval) + 1):
            on = start + timedelta(days=round(interval * n))
            for verb in verbs:
                if verb == "answer":
                    network = network.give("me", actor="a", on=on)
                else:
                    network = getattr(network, verb)("a", on=on)
    simulated = simulate(gives, asks, ring=ring, days=200).tail(1).row(0, named=True)
    told = ties(network, start + timedelta(days=200)).row(0, named=True)
    for column in ("warmth", "given", "received", "tab"):
        assert simulated[column] == pytest.approx(told[column]), column
