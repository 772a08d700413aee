"""The exercises in Python: solutions, slips, and functions that do whatever they like."""

from __future__ import annotations

import importlib.util
import itertools
import re
from datetime import date
from pathlib import Path

import networkx as nx
import numpy as np
import polars as pl
import pytest

from netgive_lib.exercises.in_python import (
    Coding,
    Slip,
    Trial,
    read_names,
    read_number,
    read_number_or_none,
    read_pairs,
)
from netgive_lib.exercises.python_more import CIRCLE_OF, TAB_SHARE, UNANSWERED
from netgive_lib.exercises.python_tasks import COULD_MEET, SHARE_OF_ASKS, WARMTH, WHAT_I_GAVE
from netgive_lib.nuisance import reasons
from netgive_lib.sample import load_sample
from netgive_lib.ties import ties

TODAY = date(2026, 11, 2)
WORKBOOKS = Path(__file__).parent.parent / "workbooks"
TASKS = {
    "start_here": WHAT_I_GAVE,
    "map_your_network": WARMTH,
    "what_you_bring": COULD_MEET,
    "ask_clearly": SHARE_OF_ASKS,
    "keep_in_touch": UNANSWERED,
    "split_the_tab": TAB_SHARE,
    "the_ring": CIRCLE_OF,
}


def what_i_gave(network):
    return network.exchanges.filter(actor="me", kind="give").height


def warmth(gap, rhythm):
    if gap is None or rhythm is None:
        return None
    return 0.5 ** (gap / rhythm)


def could_meet(graph):
    pairs = itertools.combinations(graph, 2)
    return [(a, b) for a, b in pairs if not (graph.has_edge(a, b) or graph.has_edge(b, a))]


def share_of_asks(network):
    mine = network.exchanges.filter(actor="me")
    return mine.filter(kind="ask").height / mine.height if mine.height else None


def unanswered(network, person):
    mine = network.exchanges.filter(actor="me", other=person)
    theirs = network.exchanges.filter(actor=person, other="me")["date"].to_list()
    return sum(not theirs or day > max(theirs) for day in mine["date"])


def tab_share(given, received):
    mine, theirs = (sum(w / 2 ** (days / 365) for w, days in side) for side in (given, received))
    return mine / (mine + theirs) if mine + theirs else None


def circle_of(helps, name):
    for cycle in nx.simple_cycles(nx.DiGraph(helps.items())):
        if name in cycle:
            start = cycle.index(name)
            return cycle[start:] + cycle[:start]
    return []


SOLUTIONS = [
    (WHAT_I_GAVE, what_i_gave),
    (WHAT_I_GAVE, lambda network: sum(r[2:4] == ("me", "give") for r in network.exchanges.iter_rows())),
    (WARMTH, warmth),
    (COULD_MEET, could_meet),
    (COULD_MEET, lambda graph: {frozenset(pair) for pair in nx.non_edges(graph.to_undirected())}),
    (SHARE_OF_ASKS, share_of_asks),
    (UNANSWERED, unanswered),
    (TAB_SHARE, tab_share),
    (CIRCLE_OF, circle_of),
    (SHARE_OF_ASKS, lambda network: (network.exchanges.filter(actor="me")["kind"] == "ask").mean()),
]


@pytest.mark.parametrize(("task", "function"), SOLUTIONS)
def test_a_solution_is_right(task, function):
    reply = task.check(function)
    assert reply.right, reply.text
    assert reply.text == f"It is right in all {len(task.trials)} cases that were tried."


@pytest.mark.parametrize("task", TASKS.values(), ids=lambda task: task.name)
def test_each_slip_is_told_of_with_its_own_hint(task):
    for slip in task.slips:
        reply = task.check(slip.function)
        assert not reply.right
        assert reply.text.startswith("Where ")
        assert reply.text.endswith(slip.hint)


def test_a_slip_is_found_also_where_what_is_missing_was_thought_of():
    reply = WARMTH.check(lambda gap, rhythm: None if None in (gap, rhythm) else 1 - gap / rhythm)
    assert reply.text.endswith("Halve for every rhythm instead.")
    reply = SHARE_OF_ASKS.check(
        lambda network: 100 * share if (share := share_of_asks(network)) is not None else None
    )
    assert reply.text.endswith("That is in per cent.")


def test_half_of_what_is_missing_is_not_enough():
    reply = WARMTH.check(lambda gap, rhythm: None if gap is None else 0.5 ** (gap / rhythm))
    assert "Where nobody said the ring (the rhythm is None), it stops with TypeError" in reply.text


def stops(*_):
    raise ValueError("a\n  long story." + "!" * 500)


def leaves(*_):
    raise SystemExit


def panics(*_):
    raise pl.exceptions.PanicException("the bottom fell out")


def recurs(*given):
    return recurs(*given)


@pytest.mark.parametrize("task", TASKS.values(), ids=lambda task: task.name)
@pytest.mark.parametrize(
    ("function", "says"),
    [
        (None, "has to be a function: def "),
        (3, "has to be a function: def "),
        ("warmth", "has to be a function: def "),
        (stops, "it stops with ValueError: a long story.!!"),
        (leaves, "it stops with SystemExit."),
        (panics, "it stops with PanicException: the bottom fell out."),
        (recurs, "it stops with RecursionError"),
        (lambda: 1, "it stops with TypeError: "),
        (lambda *_: undefined, "it stops with NameError: name 'undefined' is not defined."),  # noqa: F821
        (lambda *_: True, "it gives back True. Wanted is "),
        (lambda *_: "1", "it gives back '1'. Wanted is "),
        (lambda *_: 10**400, "it gives back 1000"),
        (lambda *_: pl.DataFrame({"n": [1]}), "Where "),
        (lambda *_: object(), "it gives back a value of type object. Wanted is "),
        (lambda *_: {"a": [1] * 500}, "it gives back "),
        (lambda *_: float("nan"), "it gives back nan"),
    ],
)
def test_whatever_a_function_does_is_told_in_one_line(task, function, says):
    reply = task.check(function)
    assert not reply.right
    assert says in reply.text
    assert "\n" not in reply.text
    assert len(reply.text) < 400


def test_a_function_without_return_is_asked_for_one():
    assert (
        "it gives back nothing (is there a return?). Wanted is a whole number."
        in WHAT_I_GAVE.check(
            lambda network: None  # noqa: ARG005
        ).text
    )


def test_a_function_that_changes_what_it_is_given_spoils_nothing():
    def spoils(graph):
        graph.clear()
        return []

    assert not COULD_MEET.check(spoils).right
    assert COULD_MEET.check(could_meet).right


def test_a_learner_can_end_a_loop_that_has_no_end():
    def interrupted(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        WARMTH.check(interrupted)


@pytest.mark.parametrize("value", [2, 2.0, np.int64(2), np.float64(2)])
def test_a_number_may_be_of_any_numeric_type(value):
    assert read_number(value) == read_number_or_none(value) == 2
    assert read_number_or_none(None) is None


@pytest.mark.parametrize("value", [True, "2", None, 2j, [2], pl.Series([2])])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(TypeError):
        read_number(value)


def test_names_come_in_a_list_or_a_tuple_and_stay_in_order():
    assert read_names(["ben", "ana"]) == read_names(("ben", "ana")) == ("ben", "ana")
    for value in ("ben", {"ben"}, [1], None, 3):
        with pytest.raises(TypeError):
            read_names(value)
    reply = CIRCLE_OF.check(lambda helps, name: [])  # noqa: ARG005
    assert "it gives back nobody, and ana, ben, chi is right" in reply.text


def test_unanswered_as_it_is_asked_for_is_what_the_rule_counts():
    network = load_sample("story")
    counts = {id: unanswered(network, id) for id in network.others["id"]}
    told = {id for id in counts for reason in reasons(network, TODAY, id) if reason.code == "NU2"}
    assert told
    assert told <= {id for id, count in counts.items() if count >= 2}


def test_pairs_may_come_in_any_collection_and_order():
    wanted = [("ana", "ben"), ("ana", "chi")]
    for value in (
        [("chi", "ana"), ["ben", "ana"]],
        {frozenset(("ana", "ben")), ("ana", "chi")},
        iter(wanted),
    ):
        assert read_pairs(value) == wanted
    assert read_pairs([("a", "b"), ("b", "a")]) == [("a", "b"), ("a", "b")]
    for value in ("ab", ["ab"], [("a", "b", "c")], [(1, 2)], 3, None, [3]):
        with pytest.raises(TypeError):
            read_pairs(value)


def test_the_first_slip_that_explains_every_answer_is_told_of():
    task = Coding(
        name="double",
        task="",
        wanted="a number",
        read=read_number,
        trials=(Trial("it is 2", (2,), 4), Trial("it is 3", (3,), 6)),
        slips=(Slip(lambda n: n + 2, "It adds."), Slip(lambda n: n**2, "It squares.")),
        hints=(),
        worked="",
        notice="",
    )
    assert task.check(lambda n: n * n).text == "Where it is 3, it gives back 9, and 6 is right. It squares."
    assert task.check(lambda n: n + 2).text == "Where it is 3, it gives back 5, and 6 is right. It adds."
    assert task.check(lambda n: n).text == "Where it is 2, it gives back 2, and 4 is right."


def test_warmth_as_it_is_asked_for_is_the_warmth_of_the_map():
    rhythms = {1: 7, 2: 30, 3: 180, 4: 365, 5: 730}
    for tie in ties(load_sample("story"), TODAY).iter_rows(named=True):
        assert warmth(tie["gap"], rhythms.get(tie["ring"])) == pytest.approx(tie["warmth"])


@pytest.mark.parametrize("task", TASKS.values(), ids=lambda task: task.name)
def test_its_words_are_whole_sentences_and_nobody_shouts(task):
    assert 1 <= len(task.hints) <= 2
    for text in (task.task, *task.hints, task.worked, task.notice, *(slip.hint for slip in task.slips)):
        assert re.search(r"[.?]`?$", text), text
        assert "!" not in text


@pytest.mark.parametrize(("workbook", "task"), TASKS.items(), ids=TASKS)
def test_the_function_in_the_workbook_is_nearly_right_and_its_slip_is_known(workbook, task):
    reply = task.check(function_in(workbook, task.name))
    assert not reply.right
    assert any(reply.text.endswith(slip.hint) for slip in task.slips)


def function_in(workbook, name):
    """A function of a workbook, which can be imported like any other."""
    spec = importlib.util.spec_from_file_location(workbook, WORKBOOKS / f"{workbook}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, name)
