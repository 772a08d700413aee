"""The sieve for places without room lets nothing slip that it should keep."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from netgive_lib.layout.crowd import hold_a_middle

SQUARE = 2.0
"""As wide as the squares that the sieve counts in."""

edges = st.floats(-50, 50, allow_subnormal=False)
"""The sieve halves them: of the least that there is, nothing would be left."""
sides = st.floats(0, 40, allow_subnormal=False)
boxes = st.lists(st.tuples(edges, edges, sides, sides), max_size=20)
middles = st.lists(st.tuples(edges, edges), max_size=20)


def held(boxes, middles):
    frames = np.array([(x, y, x + wide, y + high) for x, y, wide, high in boxes]).reshape(-1, 4)
    discs = np.array([(x, y, 3.0) for x, y in middles]).reshape(-1, 3)
    return hold_a_middle(frames, discs).tolist()


def within(box, middle, margin=0.0):
    (x, y, wide, high), (mx, my) = box, middle
    return x + margin <= mx <= x + wide - margin and y + margin <= my <= y + high - margin


@given(boxes, middles)
def test_what_it_holds_back_has_a_middle_in_it_and_what_it_lets_through_none_far_from_the_edge(
    boxes, middles
):
    for box, is_held in zip(boxes, held(boxes, middles), strict=True):
        if is_held:
            assert any(within(box, middle) for middle in middles)
        else:
            assert not any(within(box, middle, SQUARE) for middle in middles)


def test_by_hand():
    word = (10.0, 10.0, 30.0, 8.0)
    assert held([word], [(20.0, 14.0)]) == [True]
    assert held([word], [(20.0, 30.0)]) == [False]
    assert held([word], []) == [False]
    assert held([], [(20.0, 14.0)]) == []
    assert held([(0.0, 0.0, 1.0, 1.0)], [(0.5, 0.5)]) == [False]  # no whole square is in it
