"""What holds for every exercise: whatever network is open, and whatever is answered."""

from __future__ import annotations

import importlib
import pkgutil
import re
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings

from netgive_lib import exercises
from netgive_lib.exercises import on_ask, on_map, on_offers, on_reconnect, on_ring, on_start, on_tab
from netgive_lib.network import Network
from netgive_lib.pages.furniture import exercise_answer
from netgive_lib.sample import load_sample
from netgive_lib.workshop import Exercise, answered, solved, with_solved
from tests.strategies import days, networks

TODAY = date(2026, 11, 2)
PAGES = {
    "start": on_start,
    "map": on_map,
    "offers": on_offers,
    "reconnect": on_reconnect,
    "ask": on_ask,
    "tab": on_tab,
    "ring": on_ring,
}
EVERY = list(
    dict.fromkeys(
        value
        for module in pkgutil.iter_modules(exercises.__path__)
        for value in vars(importlib.import_module(f"netgive_lib.exercises.{module.name}")).values()
        if isinstance(value, Exercise)
    )
)
OURS = [exercise for page in PAGES.values() for exercise in page.EXERCISES]
NONSENSE = {
    "number": ["0", "1", "999999999999", "three", "-1", "2.5", "½"],
    "text": ["?", "…", "a", ":::\n:::", "<b>Ana</b>: =1+1", "1.\n2.\n3.", "x" * 5000],
    "choice": ["none of these"],
    "person": ["nobody"],
    "pair": [("nobody", "no one"), ("nobody", "nobody")],
}


def by_name(exercise):
    return exercise.name


def tiny():
    """Two people without a ring, and one hello."""
    people = pl.DataFrame({"id": ["ana", "ben"], "name": ["Ana", None]})
    return Network().with_people(people).touch("ana", on=TODAY)


NETWORKS = {
    "sample": lambda: load_sample("story"),
    "empty": Network,
    "tiny": tiny,
    "without rings": lambda: load_sample("story").with_people(
        load_sample("story").others.select("id", ring=pl.lit(None, pl.Int64))
    ),
}


def test_each_page_has_four_exercises_and_their_names_stay():
    # Progress is kept under the name: one that is changed would be forgotten.
    assert {page: [e.name for e in module.EXERCISES] for page, module in PAGES.items()} == {
        "start": ["start-frame", "start-kinds", "start-split", "start-handed-over", "start-three"],
        "map": [
            "map-layers",
            "map-quiet",
            "map-lopsided",
            "map-quiet-circle",
            "map-cannot-tell",
            "map-missing",
        ],
        "offers": ["offers-rewrite", "offers-match", "offers-hidden-introduction", "offers-nothing-fits"],
        "reconnect": ["reconnect-warmth", "reconnect-novelty", "reconnect-nuisance", "reconnect-glad"],
        "ask": ["ask-easiest", "ask-flaw", "ask-rewrite", "ask-only-asked", "ask-not-yet"],
        "tab": ["tab-without-ask", "tab-half-life", "tab-even-it", "tab-dial"],
        "ring": ["ring-goes-round", "ring-one-ask", "ring-why-not-back", "ring-most-served"],
    }


def test_no_two_exercises_share_a_name():
    names = [exercise.name for exercise in EVERY]
    assert len(names) >= len(OURS) == 32
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("exercise", EVERY, ids=by_name)
def test_its_words_are_whole_sentences_and_nobody_shouts(exercise):
    network = load_sample("story")
    assert 1 <= len(exercise.hints) <= 2
    texts = [*exercise.hints, exercise.notice, exercise.worked(network, TODAY)]
    for text in texts:
        assert re.search(r"[.?]”?$", text), text
        assert "!" not in text
    question = exercise.question_in(network, TODAY)
    assert question.strip()
    assert "!" not in question


@pytest.mark.parametrize("exercise", [e for e in EVERY if e.kind == "choice"], ids=by_name)
@pytest.mark.parametrize("name", NETWORKS)
def test_a_choice_has_one_right_answer_or_says_what_is_missing(exercise, name):
    network = NETWORKS[name]()
    choices = exercise.choices_in(network, TODAY)
    assert len(set(choices)) == len(choices)
    if not choices:
        assert name != "sample"
        assert re.search(r"[.]$", exercise.question_in(network, TODAY))
        return
    said = [answered(exercise, choice, network, TODAY) for choice in choices]
    assert sum(feedback.right for feedback in said) == 1
    assert len({feedback.text for feedback in said}) == len(said)


@pytest.mark.parametrize("exercise", OURS, ids=by_name)
@pytest.mark.parametrize("name", NETWORKS)
def test_nonsense_is_answered_and_never_right(exercise, name):
    network = NETWORKS[name]()
    for answer in NONSENSE[exercise.kind]:
        feedback = answered(exercise, answer, network, TODAY)
        assert feedback.text
        if exercise.kind != "number":
            assert not feedback.right, answer


@pytest.mark.parametrize("exercise", OURS, ids=by_name)
@pytest.mark.parametrize("name", ["sample", "without rings", "tiny"])
def test_the_worked_answer_passes_the_check(exercise, name):
    network = NETWORKS[name]()
    for answer in worked_answers(exercise, network):
        feedback = answered(exercise, answer, network, TODAY)
        assert feedback.right, feedback.text


def worked_answers(exercise, network):
    """What the worked answer says is right, as it would be given; none where there is nothing to answer yet."""
    text = exercise.worked(network, TODAY)
    id_of = {name: id for id, name in network.others.select("id", "name").iter_rows()}
    match exercise.kind:
        case "number":
            told = re.search(r"= (\d+)\.", text) or re.match(r"(\d+):", text)
            rated = network.others["ring"].count()
            return [told[1] if told else "0"] if rated else []
        case "choice":
            choices = exercise.choices_in(network, TODAY)
            place = re.match(r"The (first|second|third|fourth)\.", text)
            if place:
                return [choices[["first", "second", "third", "fourth"].index(place[1])]]
            return [min(choices, key=lambda choice: text.find(choice) % 10**6)] if choices else []
        case "person":
            name = text.partition(":")[0]
            return [id_of[name]] if name in id_of else []
        case "pair":
            pairs = re.findall(r"(?:^|\. )([^.:]+?) and ([^.:]+?):", text)
            return [(id_of[a], id_of[b]) for a, b in pairs if a in id_of]
        case _:
            quoted = re.findall(r"“(.*?)”", text)
            if text.startswith("There is no lopsided"):
                return []
            return ["\n".join(quoted) if quoted else text.partition(".")[0]]


def test_the_sample_has_a_worked_answer_to_each_of_them():
    assert all(worked_answers(exercise, load_sample("story")) for exercise in OURS)


@pytest.mark.parametrize("exercise", OURS, ids=by_name)
def test_nothing_is_said_before_an_answer(exercise):
    for nothing in (None, [], ()) if exercise.kind == "pair" else (None, "", "  \n "):
        assert answered(exercise, nothing, load_sample("story"), TODAY) is None


@settings(max_examples=30)
@given(networks(), days())
def test_whatever_is_in_a_network_each_exercise_has_an_answer(network, today):
    people = network.others["id"].to_list()
    for exercise in OURS:
        assert exercise.question_in(network, today)
        assert exercise.worked(network, today)
        choices = exercise.choices_in(network, today)
        said = [answered(exercise, answer, network, today) for answer in NONSENSE[exercise.kind]]
        said += [answered(exercise, choice, network, today) for choice in choices if choice.strip()]
        if exercise.kind == "person":
            said += [answered(exercise, person, network, today) for person in people]
        if exercise.kind == "pair":
            said += [answered(exercise, people[:2], network, today)] if len(people) > 1 else []
        assert all(feedback.text for feedback in said)


def test_what_is_solved_is_counted_once():
    network = with_solved(Network(), on_start.FRAME, TODAY)
    assert solved(network, on_start.EXERCISES) == 1
    assert solved(with_solved(network, on_start.FRAME, date(2027, 1, 1)), on_start.EXERCISES) == 1
    assert network.setting("solved: start-frame") == "2026-11-02"


GERMAN = {
    "ask-rewrite": "Du hast selbst vom Druck zum Film gewechselt: welche zwei meiner fünf Arbeiten würdest du zeigen?",
    "ring-one-ask": "Wer zeigt mir vor Juni in einer halben Stunde, wie man zwei Stimmen aufnimmt?",
    "offers-rewrite": (
        "Du suchst zwei Analysten: ich kenne zwei, die im Juni frei sind.\n"
        "Für dein Festival: seit heute gibt es einen neuen Fonds.\n"
        "Am Freitag lese ich dein Programm Korrektur."
    ),
}


@pytest.mark.parametrize("exercise", [e for e in OURS if e.name in GERMAN], ids=by_name)
def test_a_good_answer_in_another_language_is_neither_refused_nor_praised(exercise):
    feedback = answered(exercise, GERMAN[exercise.name], load_sample("story"), TODAY)
    assert (feedback.right, feedback.judged) == (True, False)
    assert "not in English" in feedback.text
    assert "<b>Noted.</b>" in exercise_answer(feedback, exercise)
    assert len([e for e in OURS if e.name in GERMAN]) == len(GERMAN)


def test_one_english_line_among_others_is_still_checked():
    lines = GERMAN["offers-rewrite"].splitlines()
    answer = "\n".join([lines[0], "How can I help you?", lines[2]])
    exercise = next(e for e in OURS if e.name == "offers-rewrite")
    feedback = answered(exercise, answer, load_sample("story"), TODAY)
    assert not feedback.right
    assert feedback.text.startswith("Line 2: This offers help without saying which.")
