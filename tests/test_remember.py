"""What is known of a network is found out once, and goes with it."""

import gc
import weakref
from datetime import date

import pytest

from netgive_lib import remember
from netgive_lib.network import Network
from netgive_lib.remember import forget, remembered
from netgive_lib.ties import Pace, edges, ties

DAY = date(2026, 3, 1)


@pytest.fixture
def asked():
    return []


@pytest.fixture
def size_on(asked):
    @remembered
    def size_on(network, today, times=1):
        """How many."""
        asked.append((network.size, today, times))
        return network.size * times

    return size_on


def test_it_is_found_out_once_for_each_network_and_question(size_on, asked):
    one, two = Network().add("Ana"), Network().add("Ana").add("Bo")
    assert [size_on(one, DAY), size_on(one, DAY), size_on(two, DAY), size_on(one, DAY)] == [1, 1, 2, 1]
    assert asked == [(1, DAY, 1), (2, DAY, 1)]
    assert size_on(one, DAY, times=3) == size_on(one, DAY, times=3) == 3
    assert len(asked) == 3
    assert size_on.__doc__ == "How many."


def test_what_raises_is_asked_again(asked):
    @remembered
    def fails(network):
        asked.append(network)
        raise ValueError("no")

    network = Network()
    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            fails(network)
    assert len(asked) == 2


def test_it_goes_with_the_network_and_when_it_is_forgotten(size_on, asked):
    network = Network().add("Ana")
    size_on(network, DAY)
    forget()
    size_on(network, DAY)
    assert len(asked) == 2
    gone = weakref.ref(network)
    del network
    gc.collect()
    assert gone() is None


def test_of_a_table_it_is_known_in_each_network_that_has_it(asked):
    @remembered
    def rows(table):
        asked.append(table)
        return table.height

    network = Network().add("Ana", id="ana").give("ana", on=DAY)
    rated = network.edit("ana", ring=2)
    assert rated.exchanges is network.exchanges
    assert rows(network.exchanges) == rows(rated.exchanges) == 1 and len(asked) == 1
    assert edges(rated, DAY) is edges(network, DAY)
    assert rows(rated.give("ana", on=DAY).exchanges) == 2 and len(asked) == 2
    known, asked[:] = len(remember._known), []
    del network, rated
    gc.collect()
    assert len(remember._known) < known


def test_what_is_in_the_place_of_something_gone_is_not_taken_for_it():
    @remembered
    def size(network):
        return network.size

    for number in range(50):  # Python gives the place of one that is gone to the next
        network = Network()
        for person in range(number % 3):
            network = network.add(f"P{person}")
        assert size(network) == number % 3


def test_ties_are_the_same_frame_until_the_network_the_day_or_the_pace_is_another():
    network = Network().add("Ana", id="ana", ring=1).give("ana", on=DAY)
    first = ties(network, DAY)
    assert ties(network, DAY) is first
    assert ties(network, date(2026, 4, 1)) is not first
    assert ties(network, DAY, Pace(half_life=10)) is not first
    assert ties(network.edit("ana", ring=2), DAY)["ring"][0] == 2
    assert first["ring"][0] == 1
