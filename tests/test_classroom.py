"""A class: how one gets in, and what becomes of the work."""

from __future__ import annotations

import importlib
import pkgutil
import re
from itertools import groupby
from urllib.parse import urlencode

import pytest

from netgive_lib import exercises
from netgive_lib.classroom import agenda, entrance, invitation, on_pages, rehearsal
from netgive_lib.classroom.guard import LARGEST_BODY
from netgive_lib.classroom.guesses import MOST_GUESSES, Guesses
from netgive_lib.classroom.overview import overview
from netgive_lib.classroom.room import Room
from netgive_lib.classroom.seats import ClassFullError, Seats
from netgive_lib.memory_store import from_bytes, to_bytes
from netgive_lib.network import Network
from netgive_lib.pages.furniture import PAGES
from netgive_lib.store import StoreError
from netgive_lib.workshop import Exercise
from tests.in_class import HOST, PASSWORD, Rig, changed, header

OWN = Network().add("Only Mine", id="mine")


@pytest.fixture
def rig():
    return Rig()


# Coming in


def test_without_a_seat_marimo_is_asked_only_for_its_sign_in_and_never_as_somebody(rig):
    for path in ("/", "/map", "/map/", "/map/assets/index-Ab1.js", "/auth/login"):
        rig.ask(path, headers=[("Authorization", f"Bearer {PASSWORD}"), ("Cookie", "session_8000=abc")])
    assert len(rig.reached) == 5
    assert all(scope["user"] == {} and not header(scope, "authorization") for scope in rig.reached)
    assert all(not header(scope, "cookie") for scope in rig.reached)
    for path in ("/my-network.netgive", "/@file/5-1-abcdefgh.csv", "/map/@file/5-1-abcdefgh.csv"):
        assert rig.ask(path).status == 403
    assert rig.ask("/api/kernel/set_ui_element_value", method="POST").status == 403
    assert not rig.open("s_aaaaaa")
    assert len(rig.reached) == 5


def test_the_right_password_gives_a_seat_of_its_own_in_a_cookie_that_no_script_reads(rig):
    rig.status = 302
    answer = rig.ask(
        "/auth/login", method="POST", headers=[("Referer", f"http://{HOST}/auth/login?next=%2Fmap%2F")]
    )
    assert (answer.status, answer.headers["location"]) == (303, "/map/")
    cookie = answer.headers["set-cookie"]
    assert re.fullmatch(r"netgive_seat=[\w.-]{60,}; HttpOnly; Path=/; SameSite=lax", cookie)
    seat = rig.seats.find(cookie.split("=")[1].split(";")[0])
    assert seat not in (None, rig.ana, rig.ben)
    assert len(rig.seats) == 3


def test_a_wrong_password_gives_nothing(rig):
    answer = rig.ask("/auth/login", method="POST")
    assert (answer.status, answer.headers.get("set-cookie")) == (200, None)
    assert rig.ask("/", query="access_token=wrong").headers["location"] == "/auth/login?next=%2F"
    assert len(rig.seats) == 2


def test_the_address_of_the_qr_code_signs_in_and_a_seat_is_kept(rig):
    first = rig.ask("/map/", query=urlencode({"access_token": PASSWORD}))
    assert (first.status, first.headers["location"], len(rig.seats)) == (303, "/map/", 3)
    again = rig.ask("/", rig.ana, query=urlencode({"access_token": PASSWORD}))
    assert (again.status, len(rig.seats)) == (303, 3)
    assert rig.reached == []


@pytest.mark.parametrize(
    "where", ["//evil.example", "/\\evil.example", "https://evil.example/", "/nowhere", ""]
)
def test_signing_in_leads_nowhere_else(rig, where):
    rig.status = 302
    answer = rig.ask("/auth/login", method="POST", query=urlencode({"next": where}))
    assert answer.headers["location"] == "/"


def test_guessing_has_an_end_and_others_are_not_kept_out():
    guesses = Guesses(most=3, seconds=60)
    assert [guesses.begin("a", now) for now in (0, 1, 2, 3, 59)] == [True, True, True, False, False]
    assert guesses.begin("b", 3)
    assert guesses.begin("a", 60.5)
    for now in range(70, 100):
        assert guesses.begin("c", now)
        guesses.forgive("c")


def test_after_ten_wrong_passwords_even_the_right_one_has_to_wait(rig):
    for _ in range(MOST_GUESSES):
        assert rig.ask("/", query="access_token=wrong").status == 303
    assert rig.ask("/", query=urlencode({"access_token": PASSWORD})).status == 429
    assert rig.ask("/auth/login", method="POST").status == 429
    assert rig.ask("/auth/login").status == 200


def test_a_class_has_so_many_seats_and_says_when_it_is_full():
    seats = Seats(Room(), most=2)
    seats.take()
    seats.take()
    with pytest.raises(ClassFullError, match="All 2 seats are taken"):
        seats.take()
    assert seats.take(facilitates=True).desk.facilitates


# Bodies, answers


@pytest.mark.parametrize("declared", [True, False])
def test_a_body_that_is_too_long_is_refused_in_a_sentence(monkeypatch, declared):
    monkeypatch.setattr(entrance, "LARGEST_FORM", 100_000)
    rig = Rig()
    body = b"x" * 200_000
    headers = [("content-length", str(len(body)))] if declared else []
    answer = rig.ask("/auth/login", method="POST", body=body, headers=headers)
    assert answer.status == 413
    assert b"too large" in answer.body
    assert rig.reached == []


def test_an_upload_that_declares_too_much_is_refused_before_it_is_read(rig):
    rig.open("s_aaaaaa", rig.ana)
    rig.reached.clear()
    headers = [("Marimo-Session-Id", "s_aaaaaa"), ("content-length", str(LARGEST_BODY + 1))]
    answer = rig.ask("/api/kernel/set_ui_element_value", rig.ana, method="POST", headers=headers)
    assert (answer.status, rig.reached) == (413, [])


def test_marimos_own_mistakes_are_not_hidden():
    async def broken(*_):
        raise RuntimeError("marimo's own")

    with pytest.raises(RuntimeError, match="marimo's own"):
        Rig(broken).ask("/", Rig().ana)


def test_no_answer_carries_marimos_cookies_or_lets_other_sites_read_it(rig):
    for seat in (rig.ana, None):
        answer = rig.ask("/", seat)
        assert answer.headers["x-own"] == "1"
        assert not {"set-cookie", "access-control-allow-origin"} & set(answer.headers)
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["x-content-type-options"] == "nosniff"


# The work


def test_ones_work_is_saved_as_a_file_and_only_ones_own(rig):
    assert rig.ask("/my-network.netgive", rig.ana).status == 404
    rig.ana.desk.own.create(OWN)
    rig.ben.desk.own.create(Network().add("Of Ben"))
    saved = rig.ask("/my-network.netgive", rig.ana)
    assert saved.headers["content-disposition"] == 'attachment; filename="my-network.netgive"'
    assert saved.headers["cache-control"] == "no-store"
    assert from_bytes(saved.body).others["name"].to_list() == ["Only Mine"]
    assert b"Of Ben" not in saved.body
    assert rig.ask("/my-network.netgive").status == 403


def test_next_week_one_goes_on_from_the_file_and_can_take_that_back(rig):
    desk = rig.ana.desk
    desk.start_own()
    desk.own.change("added", lambda network: network.add("Here already", id="here"))
    assert desk.restore(to_bytes(OWN)).size == 1
    assert desk.own.load().others["name"].to_list() == ["Only Mine"]
    assert not desk.on_sample
    desk.own.undo()
    assert desk.own.load().others["name"].to_list() == ["Here already"]


def test_a_file_that_is_none_changes_nothing(rig):
    desk = rig.ana.desk
    with pytest.raises(StoreError, match="not a netgive file"):
        desk.restore(b"PK\x03\x04" + bytes(500))
    assert (desk.own.exists(), desk.on_sample) == (False, True)


def test_each_seat_has_a_sample_of_its_own(rig):
    for seat in (rig.ana, rig.ben):
        assert seat.desk.store.load().size == 90
    rig.ana.desk.store.change("added", lambda network: network.add("Chi"))
    assert (rig.ana.desk.store.load().size, rig.ben.desk.store.load().size) == (91, 90)
    assert rig.seats.room.networks() == []


def test_a_private_link_asks_before_it_brings_a_device_to_a_seat(rig):
    link = rig.ana.desk.private_link
    shown = rig.ask(link, rig.ben)
    assert shown.status == 200
    assert b"Whoever made it can see" in shown.body
    assert b"left behind" in shown.body
    assert "set-cookie" not in shown.headers
    assert b"left behind" not in rig.ask(link).body
    taken = rig.ask(link, method="POST", headers=[("origin", f"http://{HOST}")])
    assert (taken.status, taken.headers["location"]) == (303, "/")
    assert taken.headers["set-cookie"].startswith(f"netgive_seat={rig.ana.signed};")
    assert taken.headers["cache-control"] == "no-store"
    assert taken.headers["referrer-policy"] == "no-referrer"
    for forged in filter(None, changed(rig.ana.signed)):
        assert rig.ask(f"/seat/{forged}", method="POST").status == 404
    assert rig.ask(link, method="POST", headers=[("origin", "https://evil.example")]).status == 403


# The invitation


def test_a_made_up_password_is_plain_words_and_never_the_same():
    made = {invitation.made_up_password() for _ in range(50)}
    assert len(made) == 50
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+){3}", password) for password in made)
    assert len(set(invitation.words())) == len(invitation.words()) >= 256


def test_the_qr_code_holds_the_address_that_signs_in():
    asked = invitation.Invitation("http://192.168.1.5:8000/", "two words&more", "key")
    assert asked.join_address == "http://192.168.1.5:8000/?access_token=two%20words%26more"
    assert asked.facilitator_address == "http://192.168.1.5:8000/facilitator/key"
    svg = invitation.qr_svg(asked.join_address, "Join <the> class")
    assert svg.startswith("<svg")
    assert "<the>" not in svg
    assert len(invitation.qr_text(asked.join_address).splitlines()) > 10


def test_the_address_to_tell_is_one_that_the_room_can_reach(monkeypatch):
    monkeypatch.setattr(invitation, "lan_address", lambda: "192.168.1.5")
    assert invitation.reachable_at("0.0.0.0") == "192.168.1.5"
    assert invitation.reachable_at("127.0.0.1") == "127.0.0.1"
    assert invitation.reachable_at("::1") == "[::1]"
    monkeypatch.setattr(invitation, "lan_address", lambda: None)
    assert invitation.reachable_at("0.0.0.0") == "127.0.0.1"


@pytest.mark.parametrize("password", ["short", "größer-als-acht", "new\nline-here"])
def test_a_password_that_would_not_do_is_refused(run, password):
    done = run("classroom", "--password", password)
    assert done.exit_code == 2
    assert "8 letters at least" in done.stderr


# What the class is at


def test_the_agenda_names_every_exercise_of_every_page_once_and_in_order():
    found = {
        value.name
        for module in pkgutil.iter_modules(exercises.__path__)
        for value in vars(importlib.import_module(f"{exercises.__name__}.{module.name}")).values()
        if isinstance(value, Exercise)
    }
    assert set(agenda.EXERCISES) == found
    steps = list(agenda.steps().values())
    assert len(steps) == len({step.words for step in steps}) > len(found)
    assert [page for page, _ in groupby(step.page for step in steps)] == [page for page, _ in PAGES]
    assert sum("exercise: " in step.words for step in steps) == len(found)


def test_next_leads_through_all_steps_and_ends():
    walked, step = [], agenda.step_after("")
    while step:
        walked.append(step)
        step = agenda.step_after(step.words)
    assert walked == list(agenda.steps().values())
    assert agenda.step_after("something else").words == "Start"


def test_the_next_unanswered_exercise_leaves_out_what_somebody_solved():
    first = agenda.next_unanswered("", {})
    assert first.words == "Start, exercise: Which message brings something?"
    solved = {"start-frame": 3, "start-kinds": 1, "start-handed-over": 1}
    after = agenda.next_unanswered("", solved)
    assert after.words == "Start, exercise: A tab that is split"
    assert agenda.next_unanswered(after.words, solved).words == "Start, exercise: Three people of your own"
    assert agenda.next_unanswered(list(agenda.steps())[-1], {}) is None


def test_pages_are_told_what_the_class_is_at_and_how_long_it_has():
    room = Room()
    assert agenda.now_on(room.state()) == {"words": "", "page": "", "left": None, "label": ""}
    room.show("The ring: Your card")
    room.start_timer(3, "one ask")
    now = agenda.now_on(room.state())
    assert (now["words"], now["page"], now["label"]) == ("The ring: Your card", "/ring/", "one ask")
    assert 170 <= now["left"] <= 180
    room.show("Start")
    room.stop_timer()
    assert agenda.now_on(room.state()) == {"words": "Start", "page": "/", "left": None, "label": ""}


def test_the_figures_of_a_class_are_said_in_plain_words_and_hide_what_few_stand_behind():
    room = Room()
    room.join("<b>")
    room.at_step("<b>", "/map")
    room.note_solved("<b>", "map-layers")
    view = overview(room)
    words = on_pages.class_in_figures(view)
    assert "Your map" in words
    assert "How many in rings 1 to 3?" in words
    assert "Shown once at least three people have some." in on_pages.pictures_of_class(view)
    rehearsal.fill(room)
    view = overview(room)
    words = on_pages.pictures_of_class(view)
    assert "half of you have this many or more" in words
    assert f"<td>{view.rings[5]:.4g}</td>" in words
    assert "Shown once" not in words
    for card in rehearsal.cards():
        assert card.name not in words + on_pages.class_in_figures(view)
