"""The assignment against two oracles: an integer programme solved by scipy, and every plan there can be."""

from __future__ import annotations

import itertools
import random

import numpy as np
import polars as pl
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from netgive_lib.plan.flow import SCALE, best_assignment

SCHEMA = {"person": pl.String, "week": pl.Int64, "circle": pl.String, "score": pl.Float64}


def frame(*rows):
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def total(worth, chosen):
    """The sum of the scores of what was chosen, in whole millionths."""
    both = worth.join(chosen, on=["person", "week"], how="inner")
    assert both.height == chosen.height
    return sum(round(score * SCALE) for score in both["score"])


def optimum(worth, room, circle_room):
    """The largest sum that the same limits allow, by scipy."""
    rows = worth.rows(named=True)
    if not rows:
        return 0
    groups = [({"person": person}, 1) for person in sorted({row["person"] for row in rows})]
    groups += [({"week": week}, limit) for week, limit in room.items()]
    groups += [({"circle": c, "week": week}, limit) for (c, week), limit in circle_room.items()]
    members = [[all(row[k] == v for k, v in group.items()) for row in rows] for group, _ in groups]
    gains = np.array([round(row["score"] * SCALE) for row in rows])
    limits = LinearConstraint(np.array(members, float), -np.inf, [limit for _, limit in groups])
    solved = milp(-gains, constraints=limits, integrality=np.ones(len(rows)), bounds=Bounds(0, 1))
    assert solved.success
    return round(-solved.fun)


def case(seed):
    """A random problem; equal scores and full weeks are common in it."""
    dice = random.Random(seed)
    people, weeks = dice.randint(1, 30 if seed % 4 == 0 else 9), dice.randint(1, 4)
    circles = ["choir", "work", "school", None][: dice.randint(1, 4)]
    of = {person: dice.choice(circles) for person in range(people)}
    rows = [
        (
            f"p{person}",
            week,
            of[person],
            dice.choice([0.0, 0.25, 0.5, 0.5000001, dice.random(), dice.random()]),
        )
        for person in range(people)
        for week in range(weeks)
        if dice.random() < 0.8
    ]
    room = {week: dice.randint(0, 3) for week in range(weeks)}
    limits = {(c, w): dice.randint(0, 2) for c in circles if c for w in range(weeks) if dice.random() < 0.8}
    return frame(*rows), room, limits


@pytest.mark.parametrize("block", range(10))
def test_the_sum_equals_that_of_an_integer_programme_and_every_limit_holds(block):
    for seed in range(block * 40, block * 40 + 40):
        worth, room, limits = case(seed)
        chosen = best_assignment(worth, room, limits)
        assert total(worth, chosen) == optimum(worth, room, limits), seed
        both = chosen.join(worth, on=["person", "week"])
        assert chosen["person"].is_unique().all()
        assert all(chosen.filter(pl.col("week") == week).height <= limit for week, limit in room.items())
        for (circle, week), limit in limits.items():
            assert both.filter((pl.col("circle") == circle) & (pl.col("week") == week)).height <= limit


def test_the_order_of_the_rows_makes_no_difference():
    for seed in range(40):
        worth, room, limits = case(seed)
        mixed = worth.sample(fraction=1, shuffle=True, seed=seed)
        assert best_assignment(mixed, room, limits).equals(best_assignment(worth, room, limits)), seed


def test_more_room_never_lowers_the_sum():
    for seed in range(25):
        worth, room, limits = case(seed)
        before = total(worth, best_assignment(worth, room, limits))
        for week in room:
            wider = {**room, week: room[week] + 1}
            assert total(worth, best_assignment(worth, wider, limits)) >= before, seed
        for pair in limits:
            wider = {**limits, pair: limits[pair] + 1}
            assert total(worth, best_assignment(worth, room, wider)) >= before, seed


def test_it_is_the_best_of_every_plan_there_can_be():
    dice = random.Random(5)
    for _ in range(30):
        scores = {(p, w): dice.random() for p in "abcd" for w in range(2)}
        worth = frame(*((p, w, None, score) for (p, w), score in scores.items()))
        plans = (
            sum(round(scores[p, w] * SCALE) for p, w in zip("abcd", weeks, strict=True) if w is not None)
            for weeks in itertools.product((0, 1, None), repeat=4)
            if weeks.count(0) <= 1 and weeks.count(1) <= 2
        )
        assert total(worth, best_assignment(worth, {0: 1, 1: 2}, {})) == max(plans)


def test_whoever_can_only_move_now_goes_before_someone_better_who_can_wait():
    worth = frame(("ana", 0, None, 0.9), ("ana", 1, None, 0.8), ("bo", 0, None, 0.5))
    assert best_assignment(worth, {0: 1, 1: 1}, {}).rows() == [("bo", 0), ("ana", 1)]


def test_a_circle_that_is_full_gives_way_to_another():
    worth = frame(
        ("ana", 0, "choir", 0.9), ("bo", 0, "choir", 0.8), ("cy", 0, "work", 0.1), ("di", 0, None, 0.05)
    )
    chosen = best_assignment(worth, {0: 3}, {("choir", 0): 1, ("work", 0): 1})
    assert chosen["person"].to_list() == ["ana", "cy", "di"]


@pytest.mark.parametrize("room", [{}, {0: 0}])
def test_without_room_nobody_moves(room):
    chosen = best_assignment(frame(("ana", 0, None, 0.9)), room, {})
    assert (chosen.height, chosen.columns) == (0, ["person", "week"])


def test_a_score_of_nothing_is_worth_no_move():
    assert best_assignment(frame(("ana", 0, None, 0.0), ("bo", 0, None, 4e-7)), {0: 2}, {}).height == 0
