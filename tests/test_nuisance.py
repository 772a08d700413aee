"""Each reason not to contact someone: the days before it, on which it ends, and after."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgive_lib.moves import next_move
from netgive_lib.network import Network, UnknownPersonError
from netgive_lib.nuisance import PATIENCE, Patience, held_back, reasons, said_once, texts
from netgive_lib.pages import asking
from netgive_lib.reconnect import reconnections
from netgive_lib.schema import ME
from tests.strategies import days, networks

TODAY = date(2026, 7, 1)  # a Wednesday


def ago(days):
    return TODAY - timedelta(days=days)


def known(**columns):
    return Network().add("Ana Lopes", id="ana", **columns)


def codes(network, on=None, asking=False, today=TODAY, person="ana"):
    return [reason.code for reason in reasons(network, today, person, on=on, asking=asking)]


def held_while(network, code, asking=False):
    """The day on which a reason ends, found by asking on each day rather than by its own `until`."""
    day = TODAY
    while code in codes(network, on=day, asking=asking):
        day += timedelta(days=1)
        assert (day - TODAY).days < 800
    return day


def test_nobody_is_a_nuisance_without_any_contact():
    assert codes(known(), asking=True) == []


# NU1


@pytest.mark.parametrize(("ring", "wait"), [(1, 7), (2, 14), (3, 30), (4, 60), (5, 90), (None, 60)])
@pytest.mark.parametrize("verb", ["touch", "ask"])
def test_a_message_or_an_ask_without_an_answer_is_waited_for_at_the_pace_of_the_ring(ring, wait, verb):
    network = getattr(known(ring=ring), verb)("ana", on=TODAY)
    end = TODAY + timedelta(days=wait)
    assert held_while(network, "NU1") == end
    (reason,) = reasons(network, TODAY, "ana")
    assert reason.until == end


def test_the_reason_names_both_dates():
    (reason,) = reasons(known(ring=2).touch("ana", on=date(2026, 6, 25)), TODAY, "ana")
    assert reason.text == (
        "You got in touch on 25 June 2026, and nothing has come back yet. Give it until 9 July 2026."
    )


@pytest.mark.parametrize("kind", ["give", "ask", "touch"])
@pytest.mark.parametrize(("days", "held"), [(4, True), (3, False), (2, False)])
def test_whatever_comes_back_on_the_same_day_or_later_is_an_answer(kind, days, held):
    network = known(ring=3).touch("ana", on=ago(3))
    network = getattr(network, kind)(ME, actor="ana", on=ago(days))
    assert (codes(network) == ["NU1"]) is held


def test_a_meeting_is_answered_by_itself():
    network = known(ring=3).touch("ana", on=ago(3)).touch(ME, actor="ana", on=ago(3))
    assert codes(network) == []


def test_what_has_not_happened_yet_does_not_count():
    network = known(ring=3).touch("ana", on=ago(3)).touch(ME, actor="ana", on=ago(-1))
    assert codes(network) == ["NU1"]
    assert codes(known(ring=3).touch("ana", on=ago(-1))) == []


def test_a_give_needs_no_answer():
    assert codes(known(ring=5).give("ana", on=TODAY)) == []


def test_a_message_behind_a_later_give_is_still_waited_for():
    network = known(ring=3).touch("ana", on=ago(10)).give("ana", on=ago(1))
    assert "NU1" in codes(network)
    assert held_while(network, "NU1") == ago(10) + timedelta(days=30)


def test_the_setting_is_the_least_that_is_waited_in_any_ring():
    network = known(ring=1).touch("ana", on=TODAY).with_settings({"quiet_days": "21"})
    assert held_while(network, "NU1") == TODAY + timedelta(days=21)
    assert held_while(network.edit("ana", ring=5), "NU1") == TODAY + timedelta(days=90)


def test_a_setting_that_is_no_number_is_refused_in_words():
    with pytest.raises(ValueError, match=r"The setting quiet_days is 'two'\. It has to be a whole number"):
        reasons(known().with_settings({"quiet_days": "two"}), TODAY, "ana")


# NU2


def test_a_recommendation_is_no_contact_that_waits_for_an_answer():
    praise = known(ring=1).give("ana", "a recommendation", on=ago(60))
    network = praise.give("ana", "an endorsement for type design", on=ago(50)).touch("ana", on=ago(30))
    assert codes(network) == []
    row = reconnections(network, TODAY).row(by_predicate=pl.col("id") == "ana", named=True)
    assert (row["days"], row["contacts"], row["answered"]) == (3, 1, 0)
    assert codes(praise.give("ana", "a map", on=ago(50)).touch("ana", on=ago(30))) == ["NU2"]


def test_of_one_silence_one_day_is_told_where_reasons_are_read_together():
    network = known(ring=1).touch("ana", on=ago(40)).touch("ana", on=ago(1))
    both = reasons(network, TODAY, "ana")
    assert [reason.code for reason in both] == ["NU1", "NU2"]
    assert [reason.code for reason in said_once(both)] == ["NU2"]
    (text,) = texts(network, TODAY)["ana"]
    assert "Let it rest until" in text
    assert asking.reasons_listed(both).count("<li>") == 1


@pytest.mark.parametrize("kinds", [("touch", "touch"), ("ask", "give"), ("give", "give")])
def test_two_contacts_in_a_row_without_an_answer_rest_for_a_year(kinds):
    network = known(ring=1)
    for kind, day in zip(kinds, (ago(60), ago(40)), strict=True):
        network = getattr(network, kind)("ana", on=day)
    assert codes(network) == ["NU2"]
    assert held_while(network, "NU2") == ago(40) + timedelta(days=365)
    (reason,) = reasons(network, TODAY, "ana")
    assert reason.text == (
        "You got in touch on 2 May 2026 and on 22 May 2026, and nothing came back either time. "
        "Let it rest until 22 May 2027, unless they write first."
    )


def test_several_messages_on_one_day_are_one_contact():
    network = known(ring=1).touch("ana", on=ago(40)).touch("ana", on=ago(40)).ask("ana", on=ago(40))
    assert codes(network) == []


def test_an_answer_between_the_two_starts_again():
    network = (
        known(ring=1).touch("ana", on=ago(60)).touch(ME, actor="ana", on=ago(50)).touch("ana", on=ago(40))
    )
    assert codes(network) == []


# NU3 and NU4


def with_ask(network, status, created):
    row = {"id": ["q"], "person": ["ana"], "text": ["A question?"], "status": [status], "created": [created]}
    return network.with_rows("asks", pl.DataFrame(row, schema_overrides={"created": pl.Date}))


def test_an_ask_waits_while_the_last_one_is_open():
    network = with_ask(known(ring=1), "made", ago(20)).give("ana", on=ago(10))
    assert codes(network) == []
    assert codes(network, asking=True) == ["NU3"]
    assert held_while(network, "NU3", asking=True) == ago(20) + timedelta(days=180)


def test_an_open_ask_without_a_date_has_no_end():
    (reason,) = reasons(with_ask(known(ring=1), "made", None), TODAY, "ana", asking=True)
    assert (reason.code, reason.until) == ("NU3", None)
    assert reason.text == "Your last ask is still open. Wait for the answer before you ask again."


@pytest.mark.parametrize("status", ["granted", "declined"])
def test_an_ask_that_was_answered_is_not_open_but_something_is_to_be_brought_first(status):
    network = with_ask(known(ring=1), status, ago(20))
    assert codes(network, asking=True) == ["NU4"]
    assert codes(network.give("ana", on=ago(20)), asking=True) == ["NU4"]  # it came with the ask
    assert codes(network.give("ana", on=ago(19)), asking=True) == []


def test_a_draft_is_no_ask_yet():
    assert codes(with_ask(known(ring=1), "draft", ago(20)), asking=True) == []


def test_an_ask_on_the_tab_is_open_until_something_comes_back():
    network = known(ring=1).ask("ana", on=ago(30)).give("ana", on=ago(20))
    assert codes(network, asking=True) == ["NU2", "NU3"]
    answered = network.touch(ME, actor="ana", on=ago(5))
    assert codes(answered, asking=True) == []


def test_nothing_brought_since_the_last_ask_has_no_end_and_says_what_to_do():
    network = known(ring=1).ask("ana", on=ago(700)).touch(ME, actor="ana", on=ago(699))
    (reason,) = reasons(network, TODAY, "ana", asking=True)
    assert (reason.code, reason.until) == ("NU4", None)
    assert reason.text == "You asked on 31 July 2024 and have brought nothing since. Bring something first."


# NU5, NU6, NU7


def planned(network, *moves):
    rows = [
        {"id": f"m{i}", "person": p, "on": on, "status": status} for i, (p, on, status) in enumerate(moves)
    ]
    return network.with_rows("moves", pl.DataFrame(rows))


def test_a_week_that_is_full_holds_everyone_back_until_the_next_with_room():
    monday, next_week = date(2026, 6, 29), date(2026, 7, 6)
    network = known().add("Bo", id="bo").with_settings({"moves_a_week": "1"})
    full = planned(network, ("bo", TODAY, "planned"), ("bo", next_week, "done"))
    (reason,) = reasons(full, TODAY, "ana")
    assert (reason.code, reason.until) == ("NU5", date(2026, 7, 13))
    assert reason.text == (
        "The week of 29 June 2026 has 1 of the 1 moves that you want in a week. There is room again from 13 July 2026."
    )
    assert codes(full, on=monday + timedelta(days=6)) == ["NU5"]
    assert codes(full, on=date(2026, 7, 13)) == []
    assert codes(full, person="bo") == []  # it is their own move
    assert codes(planned(network, ("bo", TODAY, "skipped"))) == []
    assert codes(network.with_settings({"moves_a_week": "0"})) == ["NU5"]


def test_whoever_is_to_be_left_alone_is():
    (reason,) = reasons(known(leave_alone=True), TODAY, "ana")
    assert (reason.code, reason.text, reason.until) == ("NU6", "You chose to leave them alone.", None)


def test_quiet_days_hold_everyone_back_until_the_first_that_is_not():
    network = known().with_settings({"quiet_dates": "2026-12-21/2026-12-31; 2027-01-01"})
    assert codes(network, on=date(2026, 12, 20)) == []
    (reason,) = reasons(network, TODAY, "ana", on=date(2026, 12, 24))
    assert (reason.code, reason.until) == ("NU7", date(2027, 1, 2))
    assert codes(network, on=date(2027, 1, 2)) == []


@pytest.mark.parametrize(
    "text", ["christmas", "2026-12-32", "2026-12-31/2026-12-01", "2020-01-01/2026-01-01"]
)
def test_quiet_days_that_can_t_be_read_are_refused_in_words(text):
    with pytest.raises(ValueError, match="The setting quiet_dates has"):
        reasons(known().with_settings({"quiet_dates": text}), TODAY, "ana")


def test_someone_who_is_not_there_is_refused():
    with pytest.raises(UnknownPersonError, match="zed"):
        reasons(known(), TODAY, "zed")


def test_there_is_no_reason_not_to_contact_oneself_and_that_is_said():
    with pytest.raises(ValueError, match="'me' is you"):
        reasons(known(), TODAY, ME)
    with pytest.raises(ValueError, match="'me' is you"):
        next_move(known(), TODAY, ME)


def test_patience_can_be_chosen():
    network = known(ring=1).touch("ana", on=ago(2))
    assert reasons(network, TODAY, "ana", patience=Patience(wait=(2, 2, 2, 2, 2))) == []


# All at once


def test_texts_are_told_for_those_who_are_held_back_only():
    network = known(ring=1).add("Bo", id="bo", leave_alone=True).touch("ana", on=ago(100))
    assert texts(network, TODAY) == {"bo": ["You chose to leave them alone."]}


@settings(max_examples=60)
@given(
    networks(most_exchanges=12, tables=("people", "exchanges", "asks")),
    days(),
    st.integers(0, 500),
    st.booleans(),
)
def test_the_frame_says_of_everyone_what_the_single_question_says(network, today, ahead, asking):
    on = today + timedelta(days=ahead)
    frame = held_back(network, today, on=on, asking=asking)
    for person in network.others["id"]:
        told = frame.filter(pl.col("person") == person).select("code", "text", "until").rows()
        single = [(r.code, r.text, r.until) for r in reasons(network, today, person, on=on, asking=asking)]
        assert sorted(told) == sorted(single)


@settings(max_examples=60)
@given(networks(most_exchanges=12, tables=("people", "exchanges", "asks")), days(), st.booleans())
def test_a_reason_holds_the_day_before_its_end_and_not_on_it(network, today, asking):
    for person in network.others["id"]:
        for reason in reasons(network, today, person, asking=asking):
            if reason.until is not None:
                assert reason.until > today
                eve = reason.until - timedelta(days=1)
                assert reason in reasons(network, today, person, on=eve, asking=asking)
                assert reason not in reasons(network, today, person, on=reason.until, asking=asking)


@settings(max_examples=60)
@given(networks(most_exchanges=12, tables=("people", "exchanges")), days())
def test_unanswered_is_what_a_plain_loop_finds(network, today):
    found = set(held_back(network, today, patience=PATIENCE).select("person", "code").rows())
    for person in network.others.iter_rows(named=True):
        rows = [row for row in network.exchanges.iter_rows(named=True) if row["date"] <= today]
        back = max(
            (r["date"] for r in rows if (r["actor"], r["other"]) == (person["id"], ME)), default=date.min
        )
        mine = [r for r in rows if (r["actor"], r["other"]) == (ME, person["id"]) and r["date"] > back]
        tries = sorted({r["date"] for r in mine})
        last = max((r["date"] for r in mine if r["kind"] != "give"), default=None)
        wait = PATIENCE.wait[person["ring"] - 1] if person["ring"] else PATIENCE.wait_unrated
        assert ((person["id"], "NU1") in found) == (last is not None and (today - last).days < wait)
        assert ((person["id"], "NU2") in found) == (len(tries) > 1 and (today - tries[-1]).days < 365)
