"""What becomes of the moves of a plan: accepted, done, skipped, and what comes next."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest

from netgive_lib.moves import NextMove, UnknownMoveError, accept, done, next_move, skip
from netgive_lib.network import Network, UnknownPersonError
from netgive_lib.plan import make_plan
from netgive_lib.schema import ME

TODAY = date(2026, 7, 1)
ON = date(2026, 7, 3)


def offers(*rows):
    filled = [
        (person, person.title(), "skill", asset, title, fit, "They like it.")
        for person, asset, title, fit in rows
    ]
    columns = ["person", "name", "kind", "asset", "title", "fit", "why"]
    return pl.DataFrame(filled, schema=columns, orient="row")


SOME = offers(("ana", "book", "A book", 0.9), ("bo", "map", "A map", 0.8))


@pytest.fixture
def network():
    return Network().add("Ana", id="ana", ring=5).add("Bo", id="bo", ring=5)


@pytest.fixture
def planned(network):
    rows = {
        "id": ["m1"],
        "person": ["ana"],
        "on": [ON],
        "status": ["planned"],
        "offer": ["o1"],
        "channel": ["tea"],
    }
    offer = {"id": ["o1"], "person": ["ana"], "asset": ["book"], "text": ["My book"], "status": ["chosen"]}
    return network.with_rows("moves", pl.DataFrame(rows)).with_rows("offers", pl.DataFrame(offer))


def test_accepting_a_plan_keeps_its_moves_and_offers_and_twice_changes_nothing(network):
    plan = make_plan(network, TODAY, offers=SOME)
    kept = accept(network, plan.moves, TODAY)
    assert sorted(kept.moves.select("person", "on", "status").rows()) == sorted(
        (person, on, "planned") for person, on in plan.moves.select("person", "on").iter_rows()
    )
    assert kept.moves["offer"].to_list() == kept.offers["id"].to_list()
    assert sorted(kept.offers.select("person", "asset", "kind", "text", "status", "created").rows()) == [
        ("ana", "book", "skill", "A book", "chosen", TODAY),
        ("bo", "map", "skill", "A map", "chosen", TODAY),
    ]
    again = make_plan(kept, TODAY, offers=SOME)
    assert again.moves.drop("score", "why", "move", "fixed", "offer_id").equals(
        plan.moves.drop("score", "why", "move", "fixed", "offer_id")
    )
    later = accept(kept, again.moves, TODAY + timedelta(days=1))
    assert later.moves.equals(kept.moves)
    assert later.offers.equals(kept.offers)
    assert accept(kept, plan.moves, TODAY).moves.equals(kept.moves)


def test_two_moves_planned_with_one_person_can_be_accepted_and_the_earlier_is_in_the_plan(planned):
    later = {"id": ["m2"], "person": ["ana"], "on": [ON + timedelta(days=14)], "status": ["planned"]}
    twice = planned.with_rows("moves", pl.DataFrame(later | {"offer": ["o1"]}))
    plan = make_plan(twice, TODAY, offers=SOME)
    ana = plan.moves.filter(person="ana")
    assert ana.select("on", "move", "offer_id").rows() == [(ON, "m1", "o1")]
    assert "ana" not in plan.held_back["person"]
    kept = accept(twice, plan.moves, TODAY)
    assert kept.moves.filter(person="ana").select("id", "on", "offer").rows() == [
        ("m1", ON, "o1"),
        ("m2", ON + timedelta(days=14), "o1"),
    ]
    assert kept.offers.filter(person="ana")["id"].to_list() == ["o1"]
    asleep = twice.with_settings({"quiet_dates": str(ON)})
    assert make_plan(asleep, TODAY, offers=SOME).moves.filter(person="ana")["move"].to_list() == ["m2"]


def test_rows_that_bring_one_thing_twice_share_its_offer(network):
    plan = make_plan(network, TODAY, offers=SOME).moves.filter(person="ana")
    again = plan.with_columns(pl.col("on").dt.offset_by("14d"))
    kept = accept(network, pl.concat([plan, again]), TODAY)
    (offer,) = kept.offers["id"]
    assert kept.moves["offer"].to_list() == [offer, offer]
    later = accept(kept, pl.concat([plan, again]), TODAY)
    assert later.offers.equals(kept.offers) and later.moves.equals(kept.moves)


def test_accepting_nothing_changes_nothing(network):
    assert accept(network, make_plan(network, TODAY, offers=SOME.clear()).moves, TODAY) is network


def test_a_move_that_was_planned_and_not_done_in_time_is_moved_and_not_doubled(planned):
    late = ON + timedelta(days=10)
    plan = make_plan(planned, late, weeks=1, offers=SOME)
    kept = accept(planned, plan.moves.filter(pl.col("person") == "ana"), late)
    assert kept.moves.select("id", "offer").rows() == [("m1", "o1")]
    assert kept.moves["on"][0] >= late


def test_a_done_move_puts_what_was_brought_on_the_tab_and_what_came_back(planned):
    after = done(
        planned, "m1", TODAY, came_back=" a recipe ", note="She moves in May.", weight=2, weight_back=3
    )
    assert after.exchanges.select("date", "actor", "kind", "other", "what", "weight", "channel").rows() == [
        (TODAY, ME, "give", "ana", "My book", 2.0, "tea"),
        (TODAY, "ana", "give", ME, "a recipe", 3.0, "tea"),
    ]
    assert after.moves.select("status", "on", "note").rows() == [("done", TODAY, "She moves in May.")]
    assert after.offers["status"].to_list() == ["given"]


def test_what_was_really_brought_can_be_said_and_nothing_may_have_come_back(planned):
    after = done(planned, "m1", TODAY, brought="Another book", came_back=" ")
    assert after.exchanges.select("actor", "what").rows() == [(ME, "Another book")]


def test_a_move_without_an_offer_row_can_be_done_too(network):
    row = {"id": ["m1"], "person": ["ana"], "status": ["planned"]}
    after = done(network.with_rows("moves", pl.DataFrame(row)), "m1", TODAY)
    assert after.exchanges.select("kind", "what").rows() == [("give", None)]


def test_a_move_that_names_what_you_have_brings_it_by_its_title(network):
    network = network.with_rows(
        "assets", pl.DataFrame({"id": ["x7k2m"], "kind": ["taste"], "title": ["a playlist"]})
    )
    row = {"id": ["m1"], "person": ["ana"], "offer": ["x7k2m"], "status": ["planned"]}
    after = done(network.with_rows("moves", pl.DataFrame(row)), "m1", TODAY)
    assert after.exchanges["what"].to_list() == ["a playlist"]


@pytest.mark.parametrize(
    ("asked", "kinds", "status"), [(True, ["give", "ask"], "made"), (False, ["give"], "draft")]
)
def test_an_ask_that_rode_along_is_made_unless_you_left_it_out(planned, asked, kinds, status):
    ask = pl.DataFrame({"id": ["q"], "person": ["ana"], "text": ["Would you?"], "status": ["draft"]})
    riding = planned.with_rows("asks", ask).with_rows("moves", pl.DataFrame({"id": ["m1"], "ask": ["q"]}))
    after = done(riding, "m1", TODAY, asked=asked)
    assert after.exchanges["kind"].to_list() == kinds
    assert after.asks["status"].to_list() == [status]


def test_a_skipped_move_is_nothing_on_the_tab_and_its_offer_stays(planned):
    after = skip(planned, "m1", TODAY, "No time.")
    assert after.moves.select("status", "on", "note").rows() == [("skipped", TODAY, "No time.")]
    assert after.exchanges.height == 0
    assert after.offers["status"].to_list() == ["chosen"]


def test_a_note_that_was_there_stays_if_nothing_is_added(planned):
    noted = planned.with_rows("moves", pl.DataFrame({"id": ["m1"], "note": ["Bring cake"]}))
    assert skip(noted, "m1", TODAY).moves["note"].to_list() == ["Bring cake"]


@pytest.mark.parametrize("verb", [done, skip])
def test_a_move_ends_once_and_has_to_be_there(planned, verb):
    with pytest.raises(ValueError, match="'m1' is done already"):
        verb(done(planned, "m1", TODAY), "m1", TODAY)
    with pytest.raises(UnknownMoveError, match="no move 'm9'"):
        verb(planned, "m9", TODAY)


def test_the_next_move_is_when_they_are_due_with_the_best_that_is_not_used_up(planned):
    after = done(planned.edit("ana", ring=3), "m1", TODAY, came_back="thanks")
    some = offers(("ana", "book", "A book", 0.9), ("ana", "map", "A map", 0.5), ("bo", "map", "A map", 1))
    # 180 days after 1 July 2026 is 28 December, a Monday.
    assert next_move(after, TODAY, "ana", some) == NextMove(
        "ana", date(2026, 12, 28), "A map", "They like it."
    )
    quiet = after.with_settings({"quiet_dates": "2026-12-24/2027-01-01"})
    assert next_move(quiet, TODAY, "ana", some).on == date(2027, 1, 4)
    assert next_move(after, TODAY, "ana", some.head(1)).offer is None


def test_nobody_is_next_who_is_to_be_left_alone(network):
    assert next_move(network.edit("ana", leave_alone=True), TODAY, "ana", SOME) is None
    with pytest.raises(UnknownPersonError, match="zed"):
        next_move(network, TODAY, "zed", SOME)
