"""The room of a class: cards, hands, steps, the clock, and what the facilitator is told."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest

from netgive_lib.classroom import rehearsal
from netgive_lib.classroom.overview import overview
from netgive_lib.classroom.room import LONGEST_TIMER, Room
from netgive_lib.network import Network
from netgive_lib.ring import Brought, Card, CardError, Hand, match

DAY = date(2026, 3, 1)
NOW = datetime(2026, 3, 1, 10, 0, tzinfo=UTC)
ANA = Card("Ana", "Who bakes bread?", ("bread",), (Brought("Choir on Tuesdays", ("choirs",)),))
BEN = Card("Ben", "Which choir takes beginners?", ("choirs",), (Brought("An oven", ("bread",)),))


@pytest.fixture
def room():
    room = Room()
    for seat in ("a", "b", "c"):
        room.join(seat)
    room.put("a", ANA)
    room.put("b", BEN)
    return room


# Cards


def test_cards_are_matched_as_they_come(room):
    assert {(match.giver, match.asker) for match in room.ring().matches} == {("Ana", "Ben"), ("Ben", "Ana")}
    assert room.ring().cycles == (("Ana", "Ben"),)
    assert room.ring() is room.ring()
    room.withdraw("a")
    assert room.ring().served == 0
    assert [card.name for card in room.state().cards.values()] == ["Ben"]


def test_a_card_can_be_changed_and_keeps_its_place(room):
    room.put("a", Card("Ana L.", "Who bakes?"))
    assert [card.name for card in room.state().cards.values()] == ["Ana L.", "Ben"]
    assert room.card("a").ask == "Who bakes?"
    assert room.card("c") is None


@pytest.mark.parametrize("name", ["Ana", "ANA", " ána "])
def test_a_name_that_somebody_has_is_refused_in_words(room, name):
    with pytest.raises(CardError, match=r"is .* already"):
        room.put("c", Card(name, "Anything?"))
    assert room.put("a", Card(name, "Anything?")).ask == "Anything?"


@pytest.mark.parametrize(
    ("card", "words"),
    [
        (Card("", "Anything?"), "has no name"),
        (Card("  ", "Anything?"), "has no name"),
        (Card("Chi"), "neither an ask nor an offer"),
        (Card("x" * 61, "Anything?"), "61 letters"),
        (Card("Chi", "Anything?", (), (Brought(""),)), "needs a title"),
        (Card("Chi", "Anything?", (), (Brought("x"),) * 21), "20 at most"),
    ],
)
def test_a_card_that_cannot_be_used_is_refused_and_nothing_changes(room, card, words):
    before = room.version
    with pytest.raises(CardError, match=words):
        room.put("c", card)
    assert room.version == before


# Hands


def test_a_raised_hand_beats_the_match_and_follows_a_changed_name(room):
    room.put("c", Card("Chi", "", (), (Brought("A smile"),)))
    room.raise_hand("c", "ana")
    assert [match.giver for match in room.ring().matches if match.asker == "Ana"] == ["Chi"]
    room.put("a", Card("Ana L.", ANA.ask))
    assert room.state().hands == (Hand("Chi", "Ana L.", "can help"),)
    room.raise_hand("c", "Ana L.", "knows someone")
    assert room.state().hands == (Hand("Chi", "Ana L.", "knows someone"),)
    room.lower_hand("c", "Ana L.")
    assert room.state().hands == ()


def test_a_hand_is_raised_for_one_ask_and_not_for_the_next(room):
    room.put("c", Card("Chi", "", (), (Brought("A smile"),)))
    room.raise_hand("c", "Ana")
    room.raise_hand("a", "Ben")
    room.put("a", Card("Ana", f" {ANA.ask.upper()} "))
    assert Hand("Chi", "Ana") in room.state().hands
    room.put("a", Card("Ana", "Who could lend me a van on Saturday?"))
    assert room.state().hands == (Hand("Ana", "Ben"),)


def test_the_room_goes_on_while_the_ring_is_worked_out(room, monkeypatch):
    begun, go_on = threading.Event(), threading.Event()
    matched = []

    def slow(cards, hands):
        begun.set()
        assert go_on.wait(10)
        matched.append([card.name for card in cards])
        return match(cards, hands)

    monkeypatch.setattr("netgive_lib.classroom.room.match", slow)
    with ThreadPoolExecutor() as pool:
        looking = [pool.submit(room.ring) for _ in range(3)]
        assert begun.wait(10)
        pool.submit(room.put, "c", Card("Chi", "Anything?")).result(5)
        assert len(pool.submit(room.state).result(5).cards) == 3
        go_on.set()
        assert sorted(len(ring.result(10).cards) for ring in looking) == [2, 3, 3]
    assert matched == [["Ana", "Ben"], ["Ana", "Ben", "Chi"]]


@pytest.mark.parametrize(("seat", "name", "words"), [
    ("c", "Ana", "Put a card in the middle first"),
    ("a", "Ana", "your own"),
    ("a", "Zed", "Nobody in the ring is called 'Zed'"),
])  # fmt: skip
def test_a_hand_that_means_nothing_is_refused_in_words(room, seat, name, words):
    with pytest.raises(CardError, match=words):
        room.raise_hand(seat, name)


def test_a_hand_for_somebody_who_asks_for_nothing_is_refused(room):
    room.put("c", Card("Chi", "", (), (Brought("A smile"),)))
    with pytest.raises(CardError, match="asks for nothing"):
        room.raise_hand("a", "Chi")


def test_a_withdrawn_card_takes_its_hands_along(room):
    room.raise_hand("a", "Ben")
    room.raise_hand("b", "Ana")
    room.withdraw("a")
    room.put("a", ANA)
    assert room.state().hands == ()


# Steps, the clock, versions


def test_steps_and_solved_exercises_are_counted_once_a_seat(room):
    for step in ("/", "/map", "/map"):
        room.at_step("a", step)
    room.at_step("b", "/")
    room.at_step("nobody", "/")
    for _ in range(2):
        room.note_solved("a", "quiet")
    room.note_solved("b", "quiet")
    room.note_solved("nobody", "quiet")
    assert room.steps() == {"/map": 1, "/": 1}
    assert room.solved() == {"quiet": 2}


def test_the_clock_counts_down_to_nothing(room):
    timer = room.start_timer(3, "Rate ten people", NOW)
    assert timer.ends_at == NOW + timedelta(minutes=3)
    assert [timer.left(NOW + timedelta(seconds=s)) for s in (0, 60, 180, 500)] == [180, 120, 0, 0]
    assert room.state().timer == timer
    room.stop_timer()
    assert room.state().timer is None


@pytest.mark.parametrize("minutes", [0, -1, LONGEST_TIMER + 1, float("nan"), float("inf")])
def test_a_clock_runs_for_a_time_that_makes_sense(room, minutes):
    with pytest.raises(ValueError, match="up to 240 minutes"):
        room.start_timer(minutes)


def test_every_change_has_a_version_of_its_own_and_what_changes_nothing_has_none(room):
    changes = [
        lambda: room.show("quiet"),
        lambda: room.start_timer(1),
        room.stop_timer,
        lambda: room.at_step("a", "/map"),
        lambda: room.note_solved("a", "quiet"),
        lambda: room.raise_hand("a", "Ben"),
        lambda: room.lower_hand("a", "Ben"),
        lambda: room.put("c", Card("Chi", "Anything?")),
        lambda: room.withdraw("c"),
        lambda: room.join("d"),
    ]
    seen = [room.version]
    for change in changes:
        change()
        seen.append(room.version)
    assert len(set(seen)) == len(seen)
    room.withdraw("c")
    room.at_step("a", "/map")
    room.lower_hand("a", "Ben")
    assert room.version == seen[-1]
    assert room.state().current == "quiet"


def test_many_at_once_all_get_in_and_only_one_gets_a_name():
    room, refused = Room(), []

    def work(number):
        room.join(str(number))
        room.put(str(number), Card(f"Person {number}", "Anything?"))
        try:
            room.put(str(number), Card("The same", "Anything?"))
        except CardError:
            refused.append(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 19
    assert len(room.state().cards) == room.seats() == 20


# The overview


def network(*rings, gives=0, kind=None):
    made = Network()
    for place, ring in enumerate(rings):
        made = made.add(f"Somebody {place}", id=f"p{place}", ring=ring)
    for _ in range(gives):
        made = made.give("p0", on=DAY)
    if kind:
        made = made.with_rows(
            "assets", pl.DataFrame({"id": ["a"], "kind": [kind], "title": ["Secret title"]})
        )
    return made


def seated(*networks):
    room = Room()
    for place, each in enumerate(networks):
        room.join(str(place), lambda each=each: each)
    return room


def test_figures_of_fewer_than_three_networks_are_hidden():
    told = overview(
        seated(network(1, gives=4, kind="news"), network(1, gives=4, kind="news"), Network(), None)
    )
    assert (told.seats, told.networks, told.rings, told.passed, told.kinds) == (4, None, None, None, {})


def test_each_figure_needs_three_networks_that_stand_behind_it():
    told = overview(
        seated(
            network(1, 1, gives=12, kind="news"),
            network(1, 2, 5, kind="news"),
            network(1, 1, 1, gives=9, kind="story"),
            network(None, None, kind="news"),
        )
    )
    assert told.networks == 4
    assert told.rings == {1: 2, 2: 0, 3: 0, 4: 0, 5: 0}
    assert told.passed is None
    assert told.kinds == {"news": 3}


def test_sums_are_rounded_so_that_one_more_network_does_not_tell_its_own():
    told = overview(seated(network(1, gives=12), network(1, gives=1), network(1, gives=1)))
    assert told.passed == {"given": 10, "received": 0, "asked": 0, "was_asked": 0}


# The rehearsal


def test_the_class_that_is_made_up_is_worth_rehearsing_with():
    cards = rehearsal.cards()
    assert len(cards) == 24
    assert all(card.ask and len(card.offers) == 2 for card in cards)
    room = Room()
    rehearsal.fill(room)
    ring = room.ring()
    assert (ring.asks, ring.served) == (24, 23)
    assert sorted(map(len, ring.cycles)) == [3, 4, 4]
    told = overview(room)
    assert told.networks == told.seats == 24
    assert len(told.kinds) == 9
    assert min(told.passed.values()) > 0


def test_the_networks_of_the_made_up_class_overlap_and_are_the_same_each_time():
    names = [card.name for card in rehearsal.cards()]
    first = rehearsal.network(0)
    assert set(first.others["name"]) & set(names) == {names[1], names[2], names[7]}
    assert first.person("me")["name"] == names[0]
    again = rehearsal.network.__wrapped__(0)
    assert again.people.drop("sources").equals(first.people.drop("sources"))


def test_someone_alone_has_a_ring_as_well():
    room = rehearsal.rehearsed_room("alone")
    assert room.seats() == 1
    room.put(
        "alone",
        Card(
            "Zoë",
            "Which observatory opens for children?",
            ("astronomy",),
            (Brought("A telescope evening", ("astronomy",)),),
        ),
    )
    assert len(room.ring().cards) == 25
    assert any(match.giver == "Zoë" for match in room.ring().matches)
