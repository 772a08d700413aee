"""What the pages say, as HTML and as labels, without a browser."""

from __future__ import annotations

import base64
from datetime import date
from types import SimpleNamespace

import polars as pl
import pytest

from netgive_lib import moves
from netgive_lib.exercises import on_map, on_offers
from netgive_lib.inventory import choose, with_offer
from netgive_lib.logbook import lately
from netgive_lib.network import Network
from netgive_lib.offers import suggest_offers
from netgive_lib.pages import asking, bringing, furniture, inputs
from netgive_lib.pages.at_work import Said
from netgive_lib.plan import make_plan
from netgive_lib.plan.candidates import offers_ready
from netgive_lib.sample import load_sample
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


def test_a_whole_sentence_stands_in_quotation_marks_on_the_card():
    network = Network().add("Ana", id="ana").ask("ana", "Could you read one page?", on=date(2026, 10, 2))
    network = network.ask("ana", "a name", on=date(2026, 10, 1))
    assert lately(network, "ana") == [
        "2 October 2026: you asked: “Could you read one page?”",
        "1 October 2026: you asked for a name",
    ]


def test_nobody_is_said_to_have_a_ring_where_there_is_nobody():
    page = SimpleNamespace(served=False)
    assert "Everyone has a ring" not in furniture.onward(page, Network())
    assert "Everyone has a ring." in furniture.onward(page, Network().add("Ana", ring=1))


def test_after_an_import_the_way_to_the_pairs_that_may_be_one_is_shown():
    words = Said(saved=True, text="Saved: imported vCard.")
    assert furniture.imported(words, 0) == words
    assert furniture.imported(words, 1).text == (
        "Saved: imported vCard. 1 pair looks like the same person twice: decide under “Same person?”."
    )
    assert "2 pairs look like" in furniture.imported(words, 2).text


def test_an_exercise_that_cannot_be_answered_yet_is_not_counted():
    alone, story = Network().add("Ana", ring=1), load_sample("story")
    later = {exercise.name for exercise in on_map.EXERCISES if not exercise.is_ready(alone, TODAY)}
    assert later == {"map-lopsided", "map-quiet-circle"}
    assert all(exercise.is_ready(story, TODAY) for exercise in (*on_map.EXERCISES, *on_offers.EXERCISES))
    waiting = {exercise.name for exercise in on_offers.EXERCISES if not exercise.is_ready(alone, TODAY)}
    assert waiting == {"offers-match", "offers-hidden-introduction"}
    here = SimpleNamespace(network=alone, today=TODAY)
    answers = [
        (exercise, SimpleNamespace(value=None)) for exercise in on_map.EXERCISES if exercise.name in later
    ]
    assert "Solved so far: 0 of 0. 2 exercises can be answered later" in inputs.exercises(here, answers).text


def test_what_the_plan_chose_is_not_said_to_be_your_choice():
    film = pl.DataFrame(
        {"id": ["reel"], "kind": ["taste"], "title": ["A list of films"], "topics": [["film"]]}
    )
    network = Network().add("Ana", id="ana", ring=2, topics=["film"]).with_rows("assets", film)
    kept = moves.accept(network, make_plan(network, TODAY).moves, TODAY)
    (why,) = offers_ready(kept, suggest_offers(kept, TODAY))["why"]
    assert why == "This is in the plan that you kept."
    own, idea = with_offer(network, "ana", "A map of the cinemas", today=TODAY)
    (why, _) = offers_ready(choose(own, idea), suggest_offers(own, TODAY))["why"]
    assert why == "You chose this for them on 2 November 2026."
