"""Who would be glad of a touch."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest

from netgive_lib.glad import glad_of_a_touch
from netgive_lib.network import Network
from netgive_lib.schema import ME, STANDING

TODAY = date(2026, 7, 1)  # a Wednesday
LIKED = dict.fromkeys(STANDING, True)


def friends(*ids, days=300, **columns):
    network = Network()
    for id in ids:
        network = network.add(id.title(), id=id, ring=2, **LIKED, **columns)
        on = TODAY - timedelta(days=days)
        network = network.touch(id, on=on).touch(ME, actor=id, on=on)
    return network


def test_it_is_engagement_times_what_warmth_has_gone():
    network = friends("ana", days=60)
    row = glad_of_a_touch(network, TODAY).row(0, named=True)
    assert row["glad"] == pytest.approx((4 + 2 / 3) / 5 * (1 - 1 / 4))  # two rhythms of 30 days
    assert (
        row["why"]
        == "You were last in contact on 2 May 2026. Something came back the one time you got in touch."
    )


def test_a_birthday_this_week_goes_first_and_needs_no_silence():
    network = friends("ana", days=300).with_people(friends("bo", birthday="--07-05", days=1).others)
    network = network.touch("bo", on=TODAY - timedelta(days=1)).touch(ME, actor="bo", on=TODAY)
    frame = glad_of_a_touch(network, TODAY)
    assert frame["person"].to_list() == ["bo", "ana"]
    assert frame["why"][0] == "Their birthday is on 5 July 2026."
    past = glad_of_a_touch(network.edit("bo", birthday="--06-30"), TODAY)
    assert past["person"].to_list() == ["ana"]


def test_left_out_are_the_early_the_silent_the_planned_the_asked_and_those_left_alone():
    network = friends("early", days=3).with_people(
        friends("silent", "planned", "asked", "alone", "ok").others
    )
    for id in ("planned", "asked", "alone", "ok"):
        network = network.touch(ME, actor=id, on=TODAY - timedelta(days=300))
    network = network.touch("silent", on=TODAY - timedelta(days=9)).edit("alone", leave_alone=True)
    move = {"id": ["m"], "person": ["planned"], "on": [TODAY + timedelta(days=2)], "status": ["planned"]}
    ask = {"id": ["q"], "person": ["asked"], "status": ["draft"]}
    network = network.with_rows("moves", pl.DataFrame(move)).with_rows("asks", pl.DataFrame(ask))
    assert glad_of_a_touch(network.add("Stranger", id="stranger"), TODAY)["person"].to_list() == ["ok"]


def test_five_at_most_and_two_of_a_circle():
    network = friends("a", "b", "c", circle="Choir").with_people(friends("d", "e", "f", "g", days=100).others)
    for id in "defg":
        network = network.touch(ME, actor=id, on=TODAY - timedelta(days=100))
    assert glad_of_a_touch(network, TODAY)["person"].to_list() == ["a", "b", "d", "e", "f"]
    assert glad_of_a_touch(network, TODAY, most=1)["person"].to_list() == ["a"]


def test_nobody_is_there_in_an_empty_network():
    assert glad_of_a_touch(Network(), TODAY).is_empty()
