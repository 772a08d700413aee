"""What happened, in plain words, and the exchanges that it is."""

from __future__ import annotations

from datetime import date

import pytest

from netgive_lib.logbook import WAYS, logged
from netgive_lib.network import Network
from netgive_lib.schema import ME, SchemaError

DAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("I gave them something", [(ME, "give", "ana")]),
        ("They gave me something", [("ana", "give", ME)]),
        ("I asked them for something", [(ME, "ask", "ana")]),
        ("They asked me for something", [("ana", "ask", ME)]),
        ("We met or talked", [(ME, "touch", "ana"), ("ana", "touch", ME)]),
        ("I wrote, without asking", [(ME, "touch", "ana")]),
        ("They wrote, without asking", [("ana", "touch", ME)]),
    ],
)
def test_each_way_is_the_exchanges_that_it_says(way, expected):
    base = Network().add("Ana")
    id = base.others["id"][0]
    noted = logged(base, way, id, " a playlist ", DAY, "large").exchanges
    want = [tuple(id if part == "ana" else part for part in row) for row in expected]
    assert noted.select("actor", "kind", "other").rows() == want
    assert set(noted["what"]) == {"a playlist"}
    assert set(noted["weight"]) == {3.0}
    assert set(noted["date"]) == {DAY}


def test_no_way_is_left_untested():
    assert len(WAYS) == 7


def test_nobody_is_refused():
    with pytest.raises(SchemaError, match="nobody"):
        logged(Network(), "We met or talked", "ghost", "", DAY)
