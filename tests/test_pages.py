"""What the pages say, as HTML and as labels, without a browser."""

from __future__ import annotations

import base64
from datetime import date

import pytest

from netgive_lib.network import Network
from netgive_lib.pages import asking, bringing
from netgive_lib.sparks import next_person, people_who_matter
from netgive_lib.widgets.idea_box import IdeaBox
from netgive_lib.widgets.letter import Letter
from netgive_lib.widgets.rating import RatingQueue
from netgive_lib.wording import check_offer

TODAY = date(2026, 11, 2)
GERMAN = "Am Freitag lese ich dein Programm Korrektur."


def test_a_text_in_another_language_gets_no_verdict():
    said = bringing.wording(GERMAN, check_offer(GERMAN))
    assert "knows English only" in said
    assert "reads well" not in said
    assert "reads well" in bringing.wording("For your reel: two seats at the workshop on 3 December.", [])


def test_an_ask_in_another_language_is_read_without_its_english_way_out():
    ask = "Kannst du mir bis Freitag sagen, welches Cover besser ist? "
    assert asking.read_along(ask, "No answer is fine too.") == (ask.strip(), [])
    said, found = asking.read_along("Can I pick your brain?", "No answer is fine too.")
    assert said == "Can I pick your brain? No answer is fine too."
    assert "AS3" in [finding.code for finding in found]
    assert "AS7" not in [finding.code for finding in found]
    assert asking.read_along(" ", "No answer is fine too.") == ("", [])


def test_a_last_day_that_was_chosen_is_kept_without_its_tick():
    christmas = date(2026, 12, 24)
    assert bringing.last_day(False, christmas, TODAY) == christmas
    assert bringing.last_day(True, TODAY, TODAY) == TODAY
    assert bringing.last_day(False, TODAY, TODAY) is None


def test_the_next_person_is_another_one_until_all_had_their_turn():
    network = Network()
    for id in ("ana", "bo", "chi"):
        network = network.add(id.title(), id=id, ring=2)
    first, second, third = people_who_matter(network, TODAY)["person"].to_list()
    passed = set()
    person, seen = None, []
    for _ in range(5):
        person = next_person(network, TODAY, person, passed)
        seen.append(person)
    assert seen == [first, second, third, first, second]
    alone = Network().add("Ana", id="ana", ring=1)
    assert next_person(alone, TODAY, "ana", set()) == "ana"
    assert next_person(Network(), TODAY, None, set()) is None


@pytest.mark.parametrize("widget", [IdeaBox, Letter, RatingQueue])
def test_a_widget_carries_its_script_and_needs_no_file_that_may_be_gone(widget):
    kind, _, packed = str(widget._esm).partition(",")
    assert kind == "data:text/javascript;base64"
    assert base64.b64decode(packed).decode().rstrip().endswith("};")
