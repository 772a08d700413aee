"""What is edited of a person: what is typed becomes the column's value, or is refused in words."""

from __future__ import annotations

import pytest

from netgive_lib.network import Network
from netgive_lib.pages.editing import edit_fields, parsed


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("ring", "2", 2),
        ("ring", "not rated", None),
        ("topics", "kites, type design;", ["kites", "type design"]),
        ("topics", " , ", None),
        ("seniority", "senior", "senior"),
        ("seniority", None, None),
        ("city", "  Lyon ", "Lyon"),
        ("city", " ", None),
        ("emails", "Zoe@Example.org, zoe@work.example", ["zoe@example.org", "zoe@work.example"]),
        ("emails", "Zoe <zoe@example.org>; zoe@example.org", ["zoe@example.org"]),
        ("emails", "", None),
        ("phones", "+44 20 7946 0018, 020 7946 0000", ["+44 20 7946 0018", "020 7946 0000"]),
        ("phones", "020 7946 0018,,12", ["020 7946 0018,,12"]),
        ("phones", "", None),
        ("birthday", "", None),
        ("birthday", "15 June 1988", "1988-06-15"),
        ("birthday", "1988-06-15", "1988-06-15"),
        ("birthday", "15.6.1988", "1988-06-15"),
        ("birthday", "25/12/1988", "1988-12-25"),
        ("birthday", "12/25/1988", "1988-12-25"),
        ("birthday", "5/5/1988", "1988-05-05"),
        ("birthday", "15 June", "--06-15"),
        ("birthday", "June 15", "--06-15"),
        ("birthday", "29 February", "--02-29"),
        ("birthday", "1.12.", "--12-01"),
        ("birthday", "--12-01", "--12-01"),
    ],
)
def test_what_is_typed_becomes_the_value_of_its_column(field, typed, value):
    assert parsed(field, typed) == value
    Network().add("Zoe", id="zoe").edit("zoe", **{field: parsed(field, typed)})  # which the table takes


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("emails", "zoe@example.org, zoe at work", "“zoe at work” is not an e-mail address"),
        ("emails", "zoe@", "“zoe@” is not an e-mail address. One looks like zoe@example.org."),
        ("phones", "ask Max", "“ask Max” is not a phone number"),
        ("birthday", "3/4/1988", "“3/4/1988” can be two days. Write the month as a word"),
        ("birthday", "30 February", "“30 February” is not a day. Write it like 15 June 1988"),
        ("birthday", "spring", "“spring” is not a day"),
        ("birthday", "0/0/00", "“0/0/00” is not a day"),
    ],
)
def test_what_is_none_is_refused_in_words_and_nothing_is_emptied(field, typed, said):
    with pytest.raises(ValueError, match=said.replace(".", r"\.")):
        parsed(field, typed)


def test_the_inputs_show_what_is_known_and_what_they_show_means_the_same_again():
    known = {
        "emails": ["zoe@example.org", "zoe@work.example"],
        "phones": ["+44 20 7946 0018"],
        "city": "Lyon",
        "birthday": "--06-15",
        "seniority": "senior",
    }
    person = Network().add("Zoe", id="zoe", **known).person("zoe")
    fields = edit_fields(person, lambda *_: print)
    assert fields["birthday"].value == "15 June"
    assert fields["seniority"].value == "senior"
    assert {name: parsed(name, fields[name].value) for name in known} == known
    stranger = edit_fields(Network().person("me"), lambda *_: print)
    assert stranger["seniority"].value is None
