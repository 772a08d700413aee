"""The plan: known networks with their best plan, each rule, and that no plan ever breaks one."""

from __future__ import annotations

import random
from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netgive_lib.network import Network
from netgive_lib.nuisance import reasons
from netgive_lib.plan import PlanError, make_plan
from netgive_lib.plan.candidates import TERMS
from netgive_lib.reconnect import reconnections
from netgive_lib.schema import ME, STANDING
from netgive_lib.weeks import monday

TODAY = date(2026, 7, 1)  # a Wednesday
WEEK = [date(2026, 6, 29) + timedelta(days=7 * number) for number in range(60)]
LIKED = dict.fromkeys(STANDING, True)


def ago(days):
    return TODAY - timedelta(days=days)


def people(*ids, **columns):
    network = Network()
    for id in ids:
        network = network.add(id.title(), id=id, **columns)
    return network


def offers(*rows):
    """(person, title, fit), and the asset's id and kind if they matter."""
    filled = [
        (p, p.title(), kind, asset, title, fit, f"{p} likes it.")
        for p, title, fit, asset, kind in map(_four, rows)
    ]
    columns = ("person", "name", "kind", "asset", "title", "fit", "why")
    schema = {name: pl.Float64 if name == "fit" else pl.String for name in columns}
    return pl.DataFrame(filled, schema=schema, orient="row")


def _four(row):
    person, title, fit, *more = row
    asset, kind = [*more, "skill"][:2] if more else (title, "skill")
    return person, title, fit, asset, kind


def asset(network, id, kind, good_until):
    row = {"id": [id], "kind": [kind], "title": [id], "good_until": [good_until]}
    return network.with_rows("assets", pl.DataFrame(row, schema_overrides={"good_until": pl.Date}))


def move(network, id, person, on, status="planned", **more):
    rows = pl.DataFrame([{"id": id, "person": person, "on": on, "status": status, **more}])
    return network.with_rows("moves", rows)


def who_when(plan):
    return [(row["person"], row["week"]) for row in plan.moves.iter_rows(named=True)]


def held(plan, person="ana"):
    rows = plan.held_back.filter(pl.col("person") == person)
    return rows["reasons"][0].to_list() if rows.height else []


# Known networks, known best plans


def test_the_score_is_value_times_fit_times_timing():
    network = people("ana", ring=4).touch(ME, actor="ana", on=ago(365 + 56))
    plan = make_plan(network, TODAY, weeks=1, direction=0.5, offers=offers(("ana", "A book", 0.6)))
    value = reconnections(network, TODAY, 0.5)["value"][0]
    assert plan.moves["score"].to_list() == [pytest.approx(value * 0.6 * 0.8)]  # due, and a plain week
    assert plan.total == plan.moves["score"][0]


def test_waiting_costs_what_the_tie_loses_in_warmth():
    """Ana's ring loses half in 30 days, Bo's in two years: she goes first, though he is worth as much."""
    network = people("ana", ring=2, **LIKED).add("Bo", id="bo", ring=5, **LIKED)
    both = offers(("ana", "A book", 0.5), ("bo", "A book", 0.6))
    plan = make_plan(network, TODAY, weeks=5, per_week=1, offers=both)
    assert who_when(plan) == [("ana", WEEK[0]), ("bo", WEEK[1])]
    values = dict(reconnections(network, TODAY).select("id", "value").iter_rows())
    wait = (WEEK[1] - TODAY).days
    expected = values["ana"] * 0.5 * 0.8 + values["bo"] * 0.6 * 0.8 * 2 ** (-wait / 730)
    other = values["bo"] * 0.6 * 0.8 + values["ana"] * 0.5 * 0.8 * 2 ** (-wait / 30)
    assert plan.total == pytest.approx(expected)
    assert expected > other


def test_what_gives_nothing_is_never_planned_and_an_offer_without_words_is_its_asset():
    network = asset(people("ana", "bo", ring=5), "a playlist", "skill", None)
    rows = [
        {"id": "o1", "person": "ana", "asset": None, "text": "How can I help you?", "status": "chosen"},
        {"id": "o2", "person": "bo", "asset": "a playlist", "text": None, "status": "chosen"},
    ]
    network = network.with_rows("offers", pl.DataFrame(rows))
    plan = make_plan(network, TODAY, weeks=4, offers=offers(("bo", "A playlist", 0.5, "a playlist", "skill")))
    assert plan.moves.select("person", "offer").rows() == [("bo", "a playlist")]
    assert plan.think_first["person"].to_list() == ["ana"]


def test_an_invitation_goes_out_days_before_its_event_and_other_things_until_they_end():
    network = people("ana", "bo", ring=5)
    network = asset(network, "film", "invitation", WEEK[1] + timedelta(days=4))
    network = asset(network, "news", "news", WEEK[1] + timedelta(days=4))
    network = network.with_settings({"quiet_dates": f"{TODAY}/{WEEK[1] + timedelta(days=1)}"})
    both = offers(("ana", "A film", 1, "film", "invitation"), ("bo", "News", 1, "news", "news"))
    plan = make_plan(network, TODAY, weeks=4, offers=both)
    # Of the week only Wednesday to Friday are open; three days before Friday is Tuesday.
    assert who_when(plan) == [("bo", WEEK[1])]
    assert plan.think_first["person"].to_list() == []
    open_again = network.with_settings({"quiet_dates": f"{TODAY}/{WEEK[1]}"})
    plan = make_plan(open_again, TODAY, weeks=4, offers=both)
    assert [(row["person"], row["on"]) for row in plan.moves.iter_rows(named=True)] == [
        ("ana", WEEK[1] + timedelta(days=1)),
        ("bo", WEEK[1] + timedelta(days=3)),
    ]


def test_the_best_offer_of_a_week_is_one_that_is_still_good_then():
    network = asset(people("ana", ring=5), "news", "news", TODAY + timedelta(days=1))
    two = offers(("ana", "News", 0.9, "news", "news"), ("ana", "A playlist", 0.4))
    assert make_plan(network, TODAY, offers=two).moves["offer"].to_list() == ["News"]
    later = make_plan(network, TODAY, offers=two, quiet_weeks=[TODAY])
    assert later.moves["offer"].to_list() == ["A playlist"]


def test_a_birthday_is_kept_on_its_day_weekend_or_not_and_beats_an_earlier_week():
    saturday = WEEK[3] + timedelta(days=5)
    network = people("ana", ring=5, birthday=f"1990-{saturday:%m-%d}")
    plan = make_plan(network, TODAY, offers=offers(("ana", "A cake", 1)))
    assert plan.moves["on"].to_list() == [saturday]
    assert plan.moves["why"].to_list() == ["ana likes it. Their birthday is on 25 July 2026."]


@pytest.mark.parametrize(("born", "on"), [("--07-16", 16), ("1990-07-19", 19)])
def test_a_birthday_without_a_year_or_on_a_sunday_counts_too(born, on):
    plan = make_plan(people("ana", ring=5, birthday=born), TODAY, offers=offers(("ana", "A cake", 1)))
    assert plan.moves["on"].to_list() == [date(2026, 7, on)]


def test_an_anniversary_is_kept_near_its_day_on_a_weekday():
    met = date(2023, 7, 18)  # in 2026 a Saturday
    plan = make_plan(people("ana", ring=5, connected_on=met), TODAY, offers=offers(("ana", "A cake", 1)))
    assert plan.moves["on"].to_list() == [date(2026, 7, 17)]
    assert "On 18 July 2026 it is 3 years since you connected." in plan.moves["why"][0]


def test_at_most_half_of_a_week_is_with_one_circle():
    network = people("ana", "bo", ring=5, circle="Choir").add("Cy", id="cy", ring=5, circle="Work")
    three = offers(("ana", "A", 1), ("bo", "A", 0.9), ("cy", "A", 0.1))
    plan = make_plan(network, TODAY, weeks=1, per_week=2, offers=three)
    assert sorted(plan.moves["person"]) == ["ana", "cy"]
    alone = make_plan(
        network.without("cy"), TODAY, weeks=1, per_week=2, offers=three.filter(pl.col("person") != "cy")
    )
    assert sorted(alone.moves["person"]) == ["ana", "bo"]  # one circle only: nothing to vary


# Rhythm, nuisance, skips


def test_nobody_is_moved_before_their_rhythm_says_so():
    network = people("ana", ring=3).touch("ana", on=ago(160)).touch(ME, actor="ana", on=ago(160))
    plan = make_plan(network, TODAY, offers=offers(("ana", "A book", 1)))
    assert plan.moves["on"][0] >= ago(160) + timedelta(days=180)
    assert who_when(plan) == [("ana", WEEK[3])]
    soon = make_plan(network, TODAY, weeks=3, offers=offers(("ana", "A book", 1)))
    assert held(soon) == [
        "You were in contact on 22 January 2026. For ring 3, there is time until 21 July 2026."
    ]
    assert soon.held_back["resting"].to_list() == [True]


def test_nobody_is_moved_before_a_reason_ends():
    network = people("ana", ring=1).touch("ana", on=ago(2)).with_settings({"quiet_days": "16"})
    plan = make_plan(network, TODAY, offers=offers(("ana", "A book", 1)))
    assert plan.moves["on"].to_list() == [date(2026, 7, 16)]  # a Thursday, after 15 July
    early = make_plan(network, TODAY, weeks=2, offers=offers(("ana", "A book", 1)))
    assert early.moves.height == 0
    assert held(early) == [reasons(network, TODAY, "ana")[0].text]


def test_whoever_is_left_alone_is_held_back_and_not_thought_about():
    plan = make_plan(people("ana", leave_alone=True), TODAY, offers=offers())
    assert held(plan) == ["You chose to leave them alone."]
    assert plan.think_first.height == 0


def test_skipped_once_rests_and_skipped_twice_is_a_question():
    book = offers(("ana", "A book", 1))
    once = move(people("ana", ring=5), "m1", "ana", ago(8), "skipped")
    assert make_plan(once, TODAY, offers=book).moves["on"].to_list() == [date(2026, 7, 21)]  # four weeks
    short = make_plan(once, TODAY, weeks=2, offers=book)
    assert held(short) == ["You skipped them on 23 June 2026. They come up again from 21 July 2026."]
    twice = move(once, "m0", "ana", ago(100), "skipped")
    question = (
        "You skipped them twice, on 23 March 2026 and on 23 June 2026. Would you rather leave them alone?"
    )
    assert held(make_plan(twice, TODAY, offers=book)) == [question]
    done_between = move(twice, "m2", "ana", ago(50), "done")
    assert make_plan(done_between, TODAY, offers=book).moves.height == 1


# Offers


def test_whoever_has_no_offer_is_one_to_think_about_first_the_best_first():
    network = people("ana", ring=5).add("Bo", id="bo", ring=5, **LIKED)
    plan = make_plan(network, TODAY, offers=offers())
    assert plan.moves.height == 0
    assert plan.think_first["person"].to_list() == ["bo", "ana"]
    assert plan.held_back.height == 0


def test_an_offer_that_is_past_is_none():
    network = asset(people("ana", ring=5), "film", "invitation", TODAY + timedelta(days=2))
    plan = make_plan(network, TODAY, offers=offers(("ana", "A film", 1, "film", "invitation")))
    assert plan.think_first["person"].to_list() == ["ana"]


def own(network, id, status, asset=None, text="My own idea"):
    row = {"id": id, "person": "ana", "asset": asset, "kind": "taste", "text": text, "status": status}
    return network.with_rows("offers", pl.DataFrame([row]))


def test_an_offer_of_your_own_goes_before_what_is_suggested_and_used_ones_do_not_come_back():
    suggested = offers(("ana", "A book", 0.7, "book"))
    network = people("ana", ring=5)
    mine = make_plan(own(network, "o1", "idea"), TODAY, offers=suggested)
    assert mine.moves.select("offer", "offer_id").rows() == [("My own idea", "o1")]
    for status in ("given", "dropped"):
        used = own(network, "o1", status, asset="book")
        assert make_plan(used, TODAY, offers=suggested).think_first["person"].to_list() == ["ana"]


# What was planned by hand


def test_what_was_planned_stays_and_the_rest_is_the_best_around_it():
    network = own(people("ana", "bo", "cy", ring=5), "o1", "chosen")
    network = move(network, "m1", "ana", TODAY + timedelta(days=1), offer="o1")
    three = offers(("ana", "A", 0.5), ("bo", "A", 0.9), ("cy", "A", 0.8))
    plan = make_plan(network, TODAY, weeks=2, per_week=1, offers=three)
    assert who_when(plan) == [("ana", WEEK[0]), ("bo", WEEK[1])]
    assert plan.moves.select("on", "offer", "move", "fixed").row(0) == (
        date(2026, 7, 2),
        "My own idea",
        "m1",
        True,
    )
    assert plan.moves["fixed"].to_list() == [True, False]


def test_a_planned_move_that_a_rule_forbids_by_now_is_held_back_with_its_day():
    network = move(people("ana", ring=5, leave_alone=True), "m1", "ana", TODAY + timedelta(days=1))
    plan = make_plan(network, TODAY, offers=offers(("ana", "A", 1)))
    assert plan.moves.height == 0
    assert held(plan) == ["You planned them for 2 July 2026. You chose to leave them alone."]


def test_a_planned_move_without_anything_to_bring_keeps_its_place_and_wants_thinking():
    network = move(people("ana", "bo", ring=5), "m1", "ana", TODAY)
    plan = make_plan(network, TODAY, weeks=1, per_week=1, offers=offers(("bo", "A", 1)))
    assert plan.moves.height == 0
    assert plan.think_first["person"].to_list() == ["ana"]


def test_a_move_planned_for_later_is_not_doubled():
    network = move(people("ana", ring=5), "m1", "ana", date(2027, 3, 3))
    plan = make_plan(network, TODAY, offers=offers(("ana", "A", 1)))
    assert held(plan) == ["You have planned them for 3 March 2027 already."]


def test_a_done_move_takes_up_room_in_its_week():
    network = move(people("ana", "bo", ring=5), "m1", "bo", TODAY, "done")
    plan = make_plan(network, TODAY, weeks=2, per_week=1, offers=offers(("ana", "A", 1)))
    assert who_when(plan) == [("ana", WEEK[1])]


def test_someone_can_be_moved_to_a_day_and_the_rest_stays_the_best():
    network = people("ana", "bo", "cy", ring=5)
    three = offers(("ana", "A", 0.9), ("bo", "A", 0.8), ("cy", "A", 0.7))
    on = WEEK[2] + timedelta(days=3)
    plan = make_plan(network, TODAY, weeks=3, per_week=1, offers=three, fixed={"ana": on})
    assert who_when(plan) == [("bo", WEEK[0]), ("cy", WEEK[1]), ("ana", WEEK[2])]
    assert plan.moves["on"][2] == on
    again = make_plan(move(network, "m1", "ana", TODAY), TODAY, offers=three, fixed={"ana": on})
    assert again.moves.filter(pl.col("person") == "ana").select("on", "move").rows() == [(on, "m1")]


@pytest.mark.parametrize(
    ("person", "on", "told"),
    [
        ("ana", ago(1), "Ana can't be moved to 30 June 2026: the plan"),
        ("ana", date(2027, 7, 1), "the plan ends on 23 August 2026"),
        ("bo", TODAY, "Bo can't be moved to 1 July 2026. You chose to leave them alone."),
        ("cy", TODAY, "Cy can't be moved to 1 July 2026. There is nothing to bring on that day yet."),
        ("ana", date(2026, 7, 9), "You keep that day quiet."),
        ("ana", date(2026, 7, 15), "The week of 13 July 2026 is full."),
    ],
)
def test_someone_can_t_be_moved_to_where_a_rule_forbids_it(person, on, told):
    network = people("ana", "cy", "di", ring=5).add("Bo", id="bo", leave_alone=True)
    network = move(network, "m1", "di", date(2026, 7, 13)).with_settings({"quiet_dates": "2026-07-09"})
    some = offers(("ana", "A", 1), ("bo", "A", 1), ("di", "A", 1))
    with pytest.raises(PlanError) as refused:
        make_plan(network, TODAY, per_week=1, offers=some, fixed={person: on})
    assert told in str(refused.value)


# Asks


def drafts(network, *persons, status="draft"):
    for number, person in enumerate(persons):
        row = {"id": f"q-{person}", "person": person, "text": "Would you?", "status": status}
        network = network.with_rows("asks", pl.DataFrame([{**row, "created": ago(50 - number)}]))
    return network


def test_one_move_in_four_carries_an_ask_the_oldest_first_and_asks_move_nobody():
    ids = [f"p{number}" for number in range(8)]
    network = people(*ids, ring=5)
    some = offers(*((id, "A", 0.5 + number / 100) for number, id in enumerate(ids)))
    bare = make_plan(network, TODAY, weeks=4, offers=some)
    plan = make_plan(drafts(network, "p3", "p1", "p7"), TODAY, weeks=4, offers=some)
    assert plan.moves.drop("ask").equals(bare.moves.drop("ask"))
    assert dict(plan.moves.drop_nulls("ask").select("person", "ask").iter_rows()) == {
        "p3": "q-p3",
        "p1": "q-p1",
    }
    fewer = make_plan(drafts(network, "p3", "p1", "p7"), TODAY, weeks=1, per_week=3, offers=some)
    assert fewer.moves["ask"].null_count() == fewer.moves.height == 3


def test_an_ask_that_is_too_soon_stays_at_home_and_its_move_goes_out():
    ids = ["ana", "bo", "cy", "di"]
    network = drafts(people(*ids, ring=5), "ana").ask("ana", on=ago(900)).touch(ME, actor="ana", on=ago(899))
    some = offers(*((id, "A", 1) for id in ids))
    plan = make_plan(network, TODAY, offers=some)
    assert plan.moves.height == 4
    assert plan.moves["ask"].null_count() == 4
    brought = network.give("ana", on=ago(800))
    assert make_plan(brought, TODAY, offers=some).moves["ask"].drop_nulls().to_list() == ["q-ana"]


# The weeks


def test_days_are_spread_over_the_weekdays():
    ids = [f"p{number}" for number in range(5)]
    plan = make_plan(
        people(*ids, ring=5), WEEK[1], weeks=1, per_week=5, offers=offers(*((id, "A", 1) for id in ids))
    )
    assert sorted(plan.moves["on"]) == [WEEK[1] + timedelta(days=day) for day in range(5)]


@pytest.mark.parametrize("weekend", [date(2026, 7, 4), date(2026, 7, 5)])
def test_on_a_weekend_the_plan_begins_with_the_next_week(weekend):
    plan = make_plan(people("ana", ring=5), weekend, weeks=1, offers=offers(("ana", "A", 1)))
    assert plan.horizon.mondays == (WEEK[1],)
    assert plan.moves["week"].to_list() == [WEEK[1]]


def test_quiet_weeks_stay_empty():
    ids = [f"p{number}" for number in range(9)]
    quiet = [WEEK[1] + timedelta(days=6)]
    plan = make_plan(
        people(*ids, ring=5), TODAY, weeks=3, quiet_weeks=quiet, offers=offers(*((id, "A", 1) for id in ids))
    )
    assert {week for _, week in who_when(plan)} == {WEEK[0], WEEK[2]}


@pytest.mark.parametrize(
    ("more", "told"), [({"weeks": 0}, "1 to 104 weeks; 0"), ({"weeks": 105}, "105"), ({"per_week": -1}, "-1")]
)
def test_numbers_out_of_bounds_are_refused(more, told):
    with pytest.raises(PlanError, match=told):
        make_plan(people("ana"), TODAY, offers=offers(), **more)


@pytest.mark.parametrize("network", [Network(), people("ana")])
def test_an_empty_network_has_an_empty_plan(network):
    plan = make_plan(network, TODAY, offers=offers())
    assert (plan.moves.height, plan.held_back.height, plan.total) == (0, 0, 0.0)


# For any network


def any_network(seed):
    """A network of up to 20 people with all that a plan looks at, and what could be brought to them."""
    dice = random.Random(seed)
    ids = [f"p{number:02}" for number in range(dice.randint(1, 20))]
    network = Network()
    for id in ids:
        network = network.add(
            id.upper(),
            id=id,
            ring=dice.choice([None, 1, 2, 3, 4, 5]),
            circle=dice.choice([None, "Choir", "Work", "School"]),
            seniority=dice.choice([None, "junior", "peer", "senior"]),
            trusts=dice.choice([None, True, False]),
            leave_alone=dice.choice([None, None, None, True]),
            birthday=dice.choice([None, f"--{dice.randint(1, 12):02}-{dice.randint(1, 28):02}", "--02-29"]),
            connected_on=dice.choice([None, ago(dice.randint(100, 3000))]),
        )
    exchanges = []
    for number in range(dice.randint(0, 40)):
        pair = [dice.choice(ids), ME]
        dice.shuffle(pair)
        day = ago(int(900 * dice.random() ** 2))
        kind = dice.choice(["give", "ask", "touch"])
        exchanges.append(
            {"id": f"e{number}", "date": day, "actor": pair[0], "kind": kind, "other": pair[1], "weight": 1.0}
        )
    if exchanges:
        network = network.with_rows("exchanges", pl.DataFrame(exchanges))
    for number, kind in enumerate(("invitation", "news", "skill", "taste")):
        until = dice.choice([None, TODAY + timedelta(days=dice.randint(-5, 60))])
        network = asset(network, f"a{number}", kind, until)
    for number, id in enumerate(dice.sample(ids, k=dice.randint(0, len(ids)))):
        status = dice.choice(["planned", "done", "skipped", "skipped"])
        on = TODAY + timedelta(days=dice.randint(0, 70) if status == "planned" else -dice.randint(0, 60))
        network = move(network, f"m{number}", id, on, status)
    network = drafts(network, *dice.sample(ids, k=dice.randint(0, len(ids))))
    if dice.random() < 0.4:
        network = network.with_settings({"quiet_dates": f"{WEEK[2]}/{WEEK[3]}", "quiet_days": "10"})
    kinds = {row["id"]: row["kind"] for row in network.assets.iter_rows(named=True)}
    some = [(id, a, dice.random(), a, kinds[a]) for id in ids for a in kinds if dice.random() < 0.4]
    return network, offers(*some)


def check(network, plan, suggested, quiet):
    """Everything that a plan has to keep to, from the tables alone."""
    moves = plan.moves.rows(named=True)
    good_until = dict(network.assets.select("id", "good_until").iter_rows())
    free = [row for row in moves if not row["fixed"]]
    done = network.moves.filter(pl.col("status") == "done")["on"].to_list()
    for row in moves:
        on = row["on"]
        assert row["week"] == monday(on)
        assert row["offer"]
        assert suggested.filter(
            (pl.col("person") == row["person"]) & (pl.col("asset") == row["asset"])
        ).height
        asking = row["ask"] is not None
        why_not = [
            r.code for r in reasons(network, TODAY, row["person"], on=on, asking=asking) if r.code != "NU5"
        ]
        assert why_not == []
        assert monday(on) not in quiet
        if (last := good_until[row["asset"]]) is not None:
            assert on <= last - timedelta(days=TERMS.notice if row["kind"] == "invitation" else 0)
    for row in free:
        on = row["on"]
        assert TODAY <= on <= plan.horizon.last
        assert on.weekday() < 5 or "birthday" in row["why"]
        week = [other for other in moves if other["week"] == row["week"]]
        ended = sum(monday(day) == row["week"] for day in done)
        assert len(week) + ended <= plan.horizon.per_week
    assert len({row["person"] for row in moves}) == len(moves)
    assert 4 * sum(row["ask"] is not None for row in moves) <= len(moves)
    named = [*plan.moves["person"], *plan.held_back["person"], *plan.think_first["person"]]
    assert len(named) == len(set(named))
    assert all(reasons for reasons in plan.held_back["reasons"].to_list())


@settings(max_examples=70)
@given(st.integers(0, 10**6), st.integers(1, 10), st.integers(0, 3), st.booleans())
def test_no_plan_ever_breaks_a_rule(seed, weeks, per_week, quiet):
    network, some = any_network(seed)
    quiet_weeks = [WEEK[1]] if quiet else []
    plan = make_plan(network, TODAY, weeks=weeks, per_week=per_week, quiet_weeks=quiet_weeks, offers=some)
    check(network, plan, some, quiet_weeks)


@settings(max_examples=30)
@given(st.integers(0, 10**6))
@example(175162)  # sums of exchanges in another order differ in their last digits
def test_the_same_network_has_the_same_plan_whatever_the_order_of_its_rows(seed):
    network, some = any_network(seed)
    tables = ("people", "exchanges", "assets", "asks", "moves")
    mixed = Network(
        **{name: network.table(name).sample(fraction=1, shuffle=True, seed=seed) for name in tables},
        settings=network.settings,
    )
    plan = make_plan(network, TODAY, offers=some)
    again = make_plan(mixed, TODAY, offers=some.sample(fraction=1, shuffle=True, seed=seed))
    assert plan.moves.equals(again.moves)
    assert plan.think_first.equals(again.think_first)
    assert plan.held_back.equals(again.held_back)


@settings(max_examples=30)
@given(st.integers(0, 10**6))
def test_more_weeks_or_more_moves_never_lower_the_total(seed):
    network, some = any_network(seed)
    network = Network(**{name: network.table(name) for name in ("people", "exchanges", "assets")})
    total = make_plan(network, TODAY, weeks=4, per_week=2, offers=some).total
    assert make_plan(network, TODAY, weeks=5, per_week=2, offers=some).total >= total - 1e-5
    assert make_plan(network, TODAY, weeks=4, per_week=3, offers=some).total >= total - 1e-5


@pytest.mark.parametrize("today", [date.max, date.max - timedelta(days=30), date(9999, 12, 25)])
def test_a_plan_beyond_the_last_year_is_refused_in_a_sentence(today):
    with pytest.raises(PlanError, match="beyond the year 9999"):
        make_plan(people("ana"), today)


@pytest.mark.parametrize("today", [date.min, date(9999, 10, 1)])
def test_the_first_and_the_last_days_can_be_planned(today):
    assert make_plan(people("ana"), today).moves.height == 0
