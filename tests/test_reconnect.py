"""The value of a reconnection, worked out by hand, sign by sign."""

from __future__ import annotations

import math
from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given, settings

from netgive_lib.charts.reconnect import _axis
from netgive_lib.network import Network
from netgive_lib.pages.planning import warm_up
from netgive_lib.reconnect import Worth, direction_of, reconnections
from netgive_lib.schema import ME, STANDING
from tests.strategies import days, networks

TODAY = date(2026, 7, 1)
LIKED = dict.fromkeys(STANDING, True)


def ago(days):
    return TODAY - timedelta(days=days)


def of(network, person="ana", direction=0.5, **more):
    return reconnections(network, TODAY, direction, **more).row(
        by_predicate=pl.col("id") == person, named=True
    )


def known(**columns):
    return Network().add("Ana Lopes", id="ana", **columns)


def five_friends(network):
    for friend in ("f1", "f2", "f3", "f4", "f5"):
        network = network.add(friend, id=friend)
    return network


def met(network, person, *days):
    for day in days:
        network = network.touch(person, on=ago(day)).touch(ME, actor=person, on=ago(day))
    return network


def test_what_nobody_has_said_counts_as_the_middle():
    row = of(known())
    assert row["novelty"] == pytest.approx((1 + 0.5 + 0.5 + 0.5 + 0.5) / 5)  # no time spent together: 1
    assert row["engagement"] == row["comfort"] + 1 / 6 == 0.5  # comfort: (0 + 1/2 + 1/2) / 3
    assert row["value"] == pytest.approx(0.55)
    assert row["why"] == "No contact on record."


def test_novelty_is_the_mean_of_its_five_signs():
    network = known(ring=4, circle="Choir", seniority="senior").add("Bo", id="bo", circle="Work")
    network = met(five_friends(network), "ana", 1000, 900, 800)
    network = met(network, "bo", *range(1, 13))
    network = network.with_ties(pl.DataFrame({"a": ["ana", "ana", "ana"], "b": ["f1", "f2", "f3"]}))
    row = of(network)
    little = 10 / 13  # three days
    far = 3 / 4
    elsewhere = 1 - 3 / 12  # three days in the choir, twelve at work
    assert row["novelty"] == pytest.approx((little + far + elsewhere + 1 + 1) / 5)
    assert row["comfort"] == pytest.approx(1 - (little + far + 1) / 3)
    assert (row["days"], row["common"], row["gap"], row["last_contact"]) == (3, 3, 800, ago(800))


@pytest.mark.parametrize(
    ("common", "counts"), [(0, 0), (1, 1 / 3 * math.exp(2 / 3)), (3, 1), (5, 5 / 3 * math.exp(-2 / 3))]
)
def test_a_few_people_in_common_count_most(common, counts):
    network = five_friends(known(ring=1, seniority="junior"))
    # Someone else's tie makes sure that ties are known at all.
    ties = [("f1", "f2"), *(("ana", f"f{number}") for number in range(1, common + 1))]
    row = of(network.with_ties(pl.DataFrame(ties, schema=["a", "b"], orient="row")))
    assert row["common"] == common
    assert row["novelty"] == pytest.approx((1 + 0 + 0.5 + counts + 0) / 5)


def test_i_am_not_someone_in_common_and_a_tie_counts_once():
    network = known().add("Bo", id="bo")
    ties = pl.DataFrame({"a": ["ana", "bo", ME], "b": ["bo", "ana", "ana"], "how": [None, None, None]})
    assert of(Network(people=network.people, ties=ties))["common"] == 1


def test_engagement_is_the_mean_of_standing_and_of_answers():
    network = known(knows=True, trusts=True, respects=False)
    for day in (100, 80, 60):
        network = network.touch("ana", on=ago(day))
    network = network.touch(ME, actor="ana", on=ago(79)).touch(ME, actor="ana", on=ago(10))
    row = of(network)
    # The second was answered on the next day, the third fifty days later, the first not before the second.
    assert (row["contacts"], row["answered"]) == (3, 2)
    assert row["engagement"] == pytest.approx((1 + 1 + 0 + 0.5 + 3 / 5) / 5)


def test_an_answer_on_the_day_of_the_next_contact_answers_both():
    network = known().touch("ana", on=ago(20)).touch("ana", on=ago(10)).touch(ME, actor="ana", on=ago(10))
    assert (of(network)["contacts"], of(network)["answered"]) == (2, 2)


def test_what_comes_after_today_is_left_out():
    row = of(known().touch("ana", on=ago(-1)))
    assert (row["days"], row["contacts"], row["gap"]) == (0, 0, None)


@pytest.mark.parametrize(("direction", "share"), [(0, 0.3), (0.5, 0.5), (1, 0.7)])
def test_the_direction_weighs_novelty_against_engagement(direction, share):
    row = of(known(ring=5, **LIKED), direction=direction)
    assert row["value"] == pytest.approx(share * row["novelty"] + (1 - share) * row["engagement"])
    assert row["novelty"] != row["engagement"]


def test_to_explore_puts_novelty_first_and_straight_on_engagement():
    network = met(known(ring=1, **LIKED), "ana", 10, 20, 30, 40)
    network = network.add(
        "Bo", id="bo", ring=5, seniority="senior", **{**LIKED, "trusts": False, "respects": False}
    )
    assert reconnections(network, TODAY, 0)["id"].to_list() == ["ana", "bo"]
    assert reconnections(network, TODAY, 1)["id"].to_list() == ["bo", "ana"]


@pytest.mark.parametrize(
    ("setting", "direction"), [(None, 0.5), ("0.25", 0.25), ("straight", 0), ("explore", 1), ("1", 1)]
)
def test_the_direction_is_a_setting(setting, direction):
    network = known(ring=5).with_settings({"direction": setting})
    assert direction_of(network) == direction
    assert of(network, direction=None)["value"] == of(network, direction=direction)["value"]


@pytest.mark.parametrize("setting", ["sideways", "1.5", "nan"])
def test_a_direction_that_is_none_is_refused(setting):
    with pytest.raises(ValueError, match=f"The setting direction is '{setting}'. It runs from 0"):
        reconnections(known().with_settings({"direction": setting}), TODAY)
    with pytest.raises(ValueError, match=r"runs from 0 .* 2 is outside"):
        reconnections(known(), TODAY, 2)


def test_the_parameters_can_be_chosen():
    assert of(known(), worth=Worth(unknown=0.0))["engagement"] == pytest.approx(0.1)  # answers alone: 1/2


def test_the_sentence_names_the_facts():
    network = five_friends(known(seniority="senior", knows=True, trusts=True, sees_potential=True))
    network = met(network, "ana", 700, 600).touch("ana", on=date(2025, 1, 3))
    network = network.with_ties(pl.DataFrame({"a": ["ana", "ana"], "b": ["f1", "f2"]}))
    assert of(network)["why"] == (
        "In contact on 3 days, last on 3 January 2025; senior to you; 2 people in common; trusts you and sees "
        "your potential; answered 2 of the 3 times you got in touch."
    )
    assert of(network, "f1")["why"] == "No contact on record; one person in common."


def test_whoever_is_to_be_left_alone_is_marked():
    assert of(known(leave_alone=True))["leave_alone"] is True
    assert of(known())["leave_alone"] is False


@settings(max_examples=40)
@given(networks(most_exchanges=12, tables=("people", "ties", "exchanges")), days())
def test_every_part_is_a_share_and_everyone_is_there_once_the_best_first(network, today):
    frame = reconnections(network, today, 0.5)
    assert sorted(frame["id"]) == sorted(network.others["id"])
    assert frame["value"].to_list() == sorted(frame["value"], reverse=True)
    for row in frame.iter_rows(named=True):
        assert all(0 <= row[name] <= 1 for name in ("novelty", "engagement", "value", "comfort"))
        assert row["answered"] <= row["contacts"] <= row["days"]
        assert row["why"].endswith(".")


@pytest.mark.parametrize("domain", [[0.44, 0.56], [0.0, 1.0]])
def test_an_axis_tells_its_figures_apart(domain):
    """Vega takes steps of 0.1 at least on a long axis, and of 0.02 on a short one."""
    step = 0.02 if domain[1] - domain[0] < 0.4 else 0.2
    ticks = [domain[0] + n * step for n in range(6)]
    shown = [format(tick, _axis(domain).format) for tick in ticks]
    assert len(set(shown)) == len(shown)


def test_to_warm_up_are_those_who_are_warm_and_not_the_dormant_nor_the_resting():
    """Ring 1 loses half in 7 days, ring 2 in 30: after 30 days of silence ring 1 is dormant and ring 2 is not."""
    heard = {
        "near": (1, 3),
        "cooler": (1, 14),
        "gone": (1, 30),
        "far": (2, 30),
        "alone": (1, 1),
        "new": (None, 1),
    }
    network = Network()
    for id, (ring, days_ago) in heard.items():
        network = network.add(id.title(), id=id, ring=ring).touch(ME, actor=id, on=ago(days_ago))
    network = network.edit("alone", leave_alone=True)
    network = network.add("Resting", id="resting", ring=1).touch("resting", on=ago(1))
    assert warm_up(network, TODAY) == [("Near", "near"), ("Cooler", "cooler"), ("Far", "far")]
    for n in range(4):
        network = network.add(f"More {n}", id=f"more{n}", ring=1).touch(ME, actor=f"more{n}", on=TODAY)
    assert [id for _, id in warm_up(network, TODAY)] == ["more0", "more1", "more2", "more3", "near"]
