"""Which topics are the same, which are close, and which are neither."""

from __future__ import annotations

import csv
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgive_lib.network import Network
from netgive_lib.resources import folder
from netgive_lib.topics import CLOSE, STANDARD, how_many_care, related, thesaurus, thesaurus_of, topic_key
from netgive_lib.topics.spelling import content_words, misspellings, phrase_form

_topics = st.sampled_from(sorted(STANDARD.names.values())) | st.text(max_size=20)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Type Design", "type design"),
        ("café culture", "Cafe Culture"),
        ("stop motion", "stop-motion"),
        ("stop motion", "StopMotion"),
        ("colour", "color"),
        ("colour grading", "Color Grading"),
        ("organisation design", "organization design"),
        ("data visualisation", "data visualization"),
        ("theatre", "theater"),
        ("behaviour change", "behavior change"),
        ("modelling clay", "modeling clay"),
        ("archaeology", "archeology"),
        ("licence plates", "license plate"),
        ("movie", "movies"),
        ("story", "stories"),
        ("churches", "church"),
        ("archives", "archive"),
        ("children", "child"),
        ("arts & crafts", "arts and crafts"),
        ("kids' books", "children’s books"),
        ("the latest thing", "trends"),
        ("AI", "artificial intelligence"),
        ("A.I.", "ai"),
        ("UX", "user experience"),
        ("docs", "documentary"),
        ("documentaries", "Documentary film"),
        ("a11y", "accessibility"),
        ("dataviz", "data visualisation"),
        ("typefaces", "type design"),
        ("film titles", "title sequences"),
        ("motion graphics", "motion design"),
        ("startups", "start-ups"),
        ("recruiting", "hiring"),
        ("bouldering", "climbing"),
        ("photograhpy", "photography"),
        ("typograpy", "typography"),
        ("illustraton", "illustration"),
        ("typpography", "typography"),
    ],
)
def test_the_same_topic_however_it_is_written(one, other):
    assert topic_key(one) == topic_key(other)
    assert related(one, other) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("typography", "type design"),
        ("lettering", "typography"),
        ("Arabic lettering", "lettering"),
        ("African cinema", "film"),
        ("salsa", "dance"),
        ("animation", "stop motion"),
        ("climate", "clean energy"),
        ("UX", "accessibility"),
    ],
)
def test_topics_that_are_close(one, other):
    assert related(one, other) == related(other, one) == CLOSE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("salsa", "ballet"),
        ("composing", "composting"),
        ("mediation", "meditation"),
        ("astronomy", "gastronomy"),
        ("stationary", "stationery"),
        ("public space", "space exploration"),
        ("open source", "source"),
        ("running a studio", "running"),
        ("news", "new"),
        ("glass", "glasses frames"),
        ("jazz", "tax"),
        ("", ""),
        ("  ", "film"),
    ],
)
def test_topics_that_are_neither(one, other):
    assert related(one, other) == related(other, one) == 0.0


def test_own_lines_add_synonyms_and_neighbours_and_join_topics():
    lines = "letterheads = letter paper\nletterheads ~ typography\nrisograph = printmaking\nno sign here\n= x"
    words = thesaurus_of(Network().with_settings({"same topics": lines}))
    assert related("Letter-heads", "letter papers", words) == 1.0
    assert related("letter paper", "typography", words) == CLOSE
    assert related("risograph", "printmaking", words) == 1.0
    assert related("risograph", "woodcut", words) == CLOSE  # as printmaking is
    assert related("risograph", "printmaking") == 0.0
    assert thesaurus_of(Network()) is STANDARD


def test_people_who_care_are_counted_once_a_topic_and_without_me():
    network = Network().edit("me", topics=["jazz"]).add("A", topics=["AI", "Artificial intelligence"])
    network = network.add("B", topics=["ai", "jazz"]).add("C", topics=[]).add("D")
    people, caring = how_many_care(network)
    assert people == 2
    assert (caring[topic_key("AI")], caring[topic_key("jazz")], caring["unknown"]) == (2, 1, 0)


@pytest.mark.parametrize(
    ("title", "topics"),
    [
        ("Type designer", ["type design"]),
        ("Senior UX Designer, accessibility", ["UX", "accessibility"]),
        ("Data journalist", ["data journalism"]),
        ("Head of exhibitions", ["museums"]),
        ("Student, motion graphics", ["motion design"]),
        ("Co-founder & CEO", ["start-ups", "leadership"]),
        ("Lead Illustrator at Map & Meadow", ["illustration"]),
        ("Assistant to the regional manager", []),
        ("Owner", []),
        ("", []),
    ],
)
def test_what_a_job_title_is_about(title, topics):
    assert [name for _, name in STANDARD.topics_of_title(title)] == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Looking for a printmaker for next year's season", {"printmaking"}),
        ("Has half a book on film titles in a drawer", {"title sequences"}),
        ("Running late again, as always", set()),
        ("a light lunch and a glass of water", set()),
        ("wants to learn running a studio", {"running a studio"}),
        ("Writes about data visualization and jazz", {"data visualisation", "jazz"}),
    ],
)
def test_topics_in_running_text(text, topics):
    assert {STANDARD.names[key] for key in STANDARD.mentioned(text)} == topics


@given(_topics, _topics)
def test_related_is_symmetric_and_within_bounds(one, other):
    share = related(one, other)
    assert share == related(other, one)
    assert share in (0.0, CLOSE, 1.0)
    assert (share == 1.0) == (topic_key(one) == topic_key(other) != "")


@given(st.sampled_from(sorted(STANDARD.names.values())))
def test_case_hyphens_and_spaces_around_change_nothing(topic):
    plain = topic.lower()
    assert topic_key(f"  {plain} ") == topic_key(plain)
    assert topic_key(plain.replace(" ", "-")) == topic_key(plain)


def test_a_slip_is_never_itself_a_topic():
    for form in STANDARD.concept_of:
        assert form not in misspellings(form)
    assert not STANDARD._slips.keys() & STANDARD.concept_of.keys()
    assert misspellings("jazz") == frozenset()


def test_telling_words():
    assert content_words("Would you look at the notes for my showreel?") == {"note", phrase_form("showreel")}
    assert content_words("How are you today?") == frozenset()


# The table itself


def _rows():
    with (folder("data") / "topics.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _listed(row, column):
    return [term for term in re.split(r"\s*;\s*", row[column]) if term]


def test_each_term_stands_in_one_row_of_the_table():
    rows = _rows()
    assert len(rows) > 300
    owner = {}
    for row in rows:
        for term in (row["topic"], *_listed(row, "same")):
            assert owner.setdefault(phrase_form(term), row["topic"]) == row["topic"], term
    for row in rows:
        forms = [phrase_form(term) for term in (*_listed(row, "kinds"), *_listed(row, "related"))]
        assert phrase_form(row["topic"]) not in forms, row["topic"]
        assert len(forms) == len(set(forms)), row["topic"]
    for row in rows:
        for term in _listed(row, "kinds"):
            assert owner.get(phrase_form(term), term) == term, f"{term} is a synonym elsewhere"


def test_no_two_topics_of_the_table_that_stand_apart_have_become_one():
    keys = [topic_key(row["topic"]) for row in _rows()]
    assert len(keys) == len(set(keys))


def test_of_the_texts_that_a_class_asks_about_only_so_many_are_kept(monkeypatch):
    monkeypatch.setattr(thesaurus, "_MOST_REMEMBERED", 10)
    words = STANDARD.extended("letterheads = letter paper")
    asked = {f"topic number {n}": words.around(f"topic number {n}") for n in range(35)}
    assert 0 < len(words._around) <= 10
    assert {text: words.around(text) for text in asked} == asked
    assert all(around[words.key(text)] == 1.0 for text, around in asked.items())
