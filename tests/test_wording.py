"""The wording check, held to a corpus labelled by hand."""

from __future__ import annotations

import csv
import json
import time
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgive_lib.wording import CODES, OTHER_LANGUAGE, as_json, check_ask, check_offer, is_english, told
from netgive_lib.wording.page import page

HERE = Path(__file__).parent
CHECKS = {"offer": check_offer, "ask": check_ask}
ABSENT = {"AS1", "AS4", "AS5", "AS6", "AS7", "OF3", "OF4"}
WORDS = [
    "how can I help you",
    "in return",
    "pick your brain",
    "no worries if not",
    "by Friday",
    "your talk",
    "if you",
    "?",
    ".",
    "\n",
    "I'll",
    "let me know",
    "https://example.com/a?b=1",
    "> quoted",
    "On Tue Jo wrote:",
    "’",
    "😀",
    "İ",
    "{topic}",
    "§",
    "about pricing",
]


def corpus():
    with (HERE / "wording_corpus.csv").open(encoding="utf-8", newline="") as file:
        return [
            (row["kind"], row["text"], set(filter(None, row["codes"].split(";"))))
            for row in csv.DictReader(file)
        ]


@cache
def codes_of(kind, text):
    return {finding.code for finding in CHECKS[kind](text)}


def test_the_corpus_is_large_balanced_and_labelled_with_known_codes():
    rows = corpus()
    kinds = Counter(kind for kind, _, _ in rows)
    assert len(rows) >= 260
    assert min(kinds.values()) >= 0.4 * len(rows)
    assert sum(not codes for _, _, codes in rows) >= 60
    assert len({text for _, text, _ in rows}) == len(rows)
    for kind, _, codes in rows:
        assert codes <= {code for code, rule in CODES.items() if rule.kind == kind}


@pytest.mark.parametrize("code", CODES)
def test_each_code_is_right_nine_times_in_ten_both_ways(code):
    hits = misses = false_alarms = 0
    for kind, text, labels in corpus():
        found = code in codes_of(kind, text)
        hits += found and code in labels
        misses += not found and code in labels
        false_alarms += found and code not in labels
    assert hits >= 5
    assert hits / (hits + misses) >= 0.9
    assert hits / (hits + false_alarms) >= 0.9


def test_nothing_is_found_in_a_text_that_a_thoughtful_reader_calls_good():
    flagged = [
        (text, codes_of(kind, text)) for kind, text, labels in corpus() if not labels and codes_of(kind, text)
    ]
    assert flagged == []


@pytest.mark.parametrize("rule", CODES.values(), ids=CODES)
def test_each_bad_example_has_its_fault_and_each_good_one_has_none(rule):
    assert rule.code in codes_of(rule.kind, rule.bad)
    assert codes_of(rule.kind, rule.good) == set()


@pytest.mark.parametrize(
    ("kind", "code", "text", "phrase"),
    [
        ("offer", "OF1", "Hi Sam! How can I help you?", "How can I help"),
        (
            "offer",
            "OF1",
            "Good luck. Let me know if there’s anything I can do 😊",
            "Let me know if there’s anything I can do",
        ),
        ("offer", "OF2", "Hi. What would be useful to you?", "What would be useful"),
        ("offer", "OF2", "I’m free in May. Tell me what you need.", "Tell me what you need"),
        ("offer", "OF5", "Here's my list. In return, could you endorse me?", "In return"),
        (
            "offer",
            "OF5",
            "I'll introduce you to Lee if you put in a word for me.",
            "if you put in a word for me",
        ),
        ("offer", "OF6", "Coffee on me on Friday? I'd love to pick your brain.", "pick your brain"),
        ("offer", "OF6", "It was İlker's idea: you could introduce me to Jo.", "you could introduce"),
        (
            "ask",
            "AS2",
            "Could you read my CV? Also, could you introduce me to Jo?",
            "Also, could you introduce me to Jo?",
        ),
        ("ask", "AS3", "Dear Ms Shah,\nCan I pick your brain?", "pick your brain"),
        ("ask", "AS3", "hey any tips for me", "any tips"),
    ],
)
def test_a_finding_marks_the_words_that_are_wrong(kind, code, text, phrase):
    spans = [text[f.start : f.end] for f in CHECKS[kind](text) if f.code == code]
    assert any(phrase in span and len(span) <= len(phrase) + 25 for span in spans), spans


def test_what_is_missing_marks_the_whole_text():
    for kind, text, _ in corpus():
        for finding in CHECKS[kind](text):
            if finding.code in ABSENT:
                assert (finding.start, finding.end) == (0, len(text))
            else:
                assert 0 <= finding.start < finding.end <= len(text)


def languages():
    with (HERE / "languages_corpus.csv").open(encoding="utf-8", newline="") as file:
        return [(row["language"], row["text"]) for row in csv.DictReader(file)]


def test_no_text_in_another_language_is_judged():
    foreign = [(language, text) for language, text in languages() if language != "en"]
    assert Counter(language for language, _ in foreign).keys() >= {
        "de",
        "fr",
        "es",
        "pt",
        "it",
        "nl",
        "ru",
        "ja",
    }
    assert len(foreign) >= 100
    assert [row for row in foreign if is_english(row[1])] == []
    assert all(check(text) == [] for _, text in foreign for check in CHECKS.values())


def test_english_is_known_as_such_whatever_names_and_titles_are_in_it():
    english = [text for language, text in languages() if language == "en"]
    assert len(english) >= 60
    assert [text for text in english if not is_english(text)] == []
    assert [text for _, text, _ in corpus() if not is_english(text)] == []


def test_a_quoted_mail_or_an_address_does_not_make_it_another_language():
    assert is_english(
        "Shall I bring the lamp on Friday?\n> Könntest du mir bitte die Lampe mitbringen, die du hast?"
    )
    assert is_english("your lamp: https://www.zeit.de/das-ist-die-lampe-die-du-noch-nicht-hast-und-brauchst")
    assert not is_english(
        "Ich habe am Freitag Zeit für dich.\n> When would you have time to look at my offer?"
    )


def test_what_is_not_english_is_no_pass_for_a_script():
    text = "Wie kann ich dir helfen?"
    assert as_json("offer", text, []) == {"kind": "offer", "ok": False, "english": False, "findings": []}
    assert told(text, []) == OTHER_LANGUAGE
    assert as_json("offer", "", [])["english"]


def test_too_long_marks_what_comes_after_the_last_word_that_fits():
    text = CODES["AS3"].good + " word" * 125
    (finding,) = check_ask(text)
    kept = text[: finding.start].split()
    assert finding.code == "AS8"
    assert len(kept) == 125
    assert finding.end == len(text)
    assert f"Cut {len(text.split()) - 125} words" in finding.hint


@pytest.mark.parametrize(
    ("kind", "code", "text", "words"),
    [
        ("ask", "AS3", "Can I pick your brain about pricing?", "first about pricing?"),
        ("ask", "AS1", "I'm looking for a job in publishing.", "a job in publishing"),
        (
            "ask",
            "AS5",
            "Could you introduce me to Priya Shah by Friday?",
            "Could you introduce me to Priya Shah by Friday? No",
        ),
        ("offer", "OF1", "How can I help you with your new gallery?", "notes on your new gallery"),
        (
            "offer",
            "OF5",
            "I'll introduce you to Priya if you put in a word for me.",
            "“I'll introduce you to Priya.”",
        ),
        ("offer", "OF3", "I have some ideas about {your} website.", "website"),
    ],
)
def test_a_hint_is_built_from_the_writers_own_words(kind, code, text, words):
    assert words in next(f.hint for f in CHECKS[kind](text) if f.code == code)


def test_a_hint_with_nothing_to_take_shows_a_worked_example():
    (finding,) = (f for f in check_offer("How can I help you?") if f.code == "OF1")
    assert finding.hint == CODES["OF1"].fallback


@pytest.mark.parametrize("text", ["", "   \n", "😀", "> On Tuesday\n> How can I help?"])
def test_a_text_without_words_has_one_finding(text):
    assert [f.code for f in check_offer(text)] == ["OF3"]
    assert [f.code for f in check_ask(text)] == ["AS1"]


def test_quoted_mail_and_question_marks_in_addresses_ask_nothing():
    quoted = "On Tue, 3 Mar 2026 Jo Bell wrote:\n> Can I pick your brain? Any advice? Could you call me?"
    assert codes_of("ask", CODES["AS3"].good + "\n\n" + quoted) == set()
    assert (
        codes_of("ask", CODES["AS3"].good + " https://example.com/a?could=you https://example.com/?") == set()
    )


def test_curly_quotes_capitals_and_missing_apostrophes_make_no_difference():
    straight = [(text, kind) for kind, text, _ in corpus() if "'" in text]
    assert len(straight) > 500
    for text, kind in straight:
        assert codes_of(kind, text.replace("'", "’")) == codes_of(kind, text)


def test_the_json_has_the_keys_that_scripts_rely_on():
    given = as_json("offer", "How can I help you?", check_offer("How can I help you?"))
    assert json.loads(json.dumps(given)) == given
    assert set(given) == {"kind", "ok", "english", "findings"}
    assert (given["kind"], given["ok"]) == ("offer", False)
    assert set(given["findings"][0]) == {"code", "message", "start", "end", "hint", "severity"}
    assert as_json("ask", CODES["AS3"].good, check_ask(CODES["AS3"].good)) == {
        "kind": "ask",
        "ok": True,
        "english": True,
        "findings": [],
    }


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)))
def test_any_text_gets_the_same_findings_twice_with_spans_inside_it(text):
    for kind, check in CHECKS.items():
        found = check(text)
        assert found == check(text)
        assert all(0 <= f.start <= f.end <= len(text) for f in found)
        assert all(CODES[f.code].kind == kind and f.hint for f in found)


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ",
        "\n",
        "?",
        ".a",
        "how can i help you ",
        "could you tell me and what do you think ",
        "if you ",
        "your talk about ",
        "https://",
        "a . ' \" ( ",
        "> ",
        "on ",
        "is a or b ",
        "thanks for the a ",
        "\nfrom: a@",
        "if you can't ",
    ],
)
def test_a_hundred_thousand_characters_take_under_a_second(unit):
    text = (unit * (100_000 // len(unit) + 1))[:99_999] + "x"
    for check in CHECKS.values():
        start = time.process_time()
        check(text)
        assert time.process_time() - start < 1


def test_the_page_in_docs_is_the_one_that_the_rules_make():
    assert (HERE.parent / "docs" / "wording.md").read_text(encoding="utf-8") == page()
