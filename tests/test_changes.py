"""What differs between two networks, and that a file which takes it in holds the second one."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import polars as pl
from hypothesis import given, settings

from netgive_lib.changes import between
from netgive_lib.network import Network
from netgive_lib.schema import ME
from netgive_lib.store import Store
from tests.strategies import kept, networks

DAY = date(2026, 3, 1)
ANA = Network().add("Ana", id="ana", topics=["tea"])


def only(before, after):
    (change,) = between(before, after)
    return change


def test_nothing_differs_between_a_network_and_itself_in_another_order():
    network = ANA.add("Bo", id="bo").with_settings({"a": "1", "b": "2"})
    turned = Network(people=network.people.reverse(), settings=network.settings.reverse())
    assert between(network, network) == between(network, turned) == []


def test_a_row_at_the_end_is_an_added_row():
    change = only(ANA, ANA.give("ana", on=DAY))
    assert (change.table.name, change.added.height, change.removed.height, change.edited) == (
        "exchanges",
        1,
        0,
        {},
    )


def test_only_the_cells_that_differ_are_edited():
    change = only(ANA, ANA.edit("ana", ring=1, name="Ana"))
    assert {column: cells.rows() for column, cells in change.edited.items()} == {"ring": [("ana", 1)]}
    assert (change.added.height, change.removed.height) == (0, 0)


def test_emptying_a_cell_and_filling_one_are_edits():
    change = only(ANA, ANA.edit("ana", topics=None, note="x"))
    edited = {column: cells.rows() for column, cells in change.edited.items()}
    assert edited == {"topics": [("ana", None)], "note": [("ana", "x")]}


def test_a_list_in_another_order_is_another_list():
    two = ANA.edit("ana", topics=["tea", "type"])
    assert only(two, two.edit("ana", topics=["type", "tea"])).edited["topics"].rows() == [
        ("ana", ["type", "tea"])
    ]


def test_taking_someone_out_gives_the_keys_of_their_rows_and_parents_come_first():
    full = ANA.add("Bo", id="bo").with_ties(pl.DataFrame({"a": ["ana"], "b": ["bo"]})).touch("ana", on=DAY)
    found = between(full, full.without("ana"))
    assert [change.table.name for change in found] == ["people", "ties", "exchanges"]
    assert [change.removed.rows() for change in found[:2]] == [[("ana",)], [("ana", "bo")]]


def test_a_row_with_the_same_place_but_another_key_is_removed_and_added():
    change = only(Network().with_settings({"a": "1"}), Network().with_settings({"b": "1"}))
    assert (change.added.rows(), change.removed.rows()) == ([("b", "1")], [("a",)])


@settings(max_examples=60)
@given(networks(), networks())
def test_saving_what_differs_turns_one_file_into_the_other_and_undo_turns_it_back(a, b):
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "n.netgive")
        store.create(a)
        assert kept(store.load()) == kept(a)
        wrote = store.save(a, b, "turned")
        assert kept(store.load()) == kept(b)
        if wrote:
            store.undo()
        assert kept(store.load()) == kept(a)
        store.undo()
        assert kept(store.load()) == kept(Network())


@settings(max_examples=25)
@given(networks(), networks(), networks())
def test_changes_that_two_make_from_the_same_state_are_both_kept_where_they_do_not_meet(base, one, other):
    """The first only touches settings and assets, the second all other tables."""
    first = base.with_rows("assets", one.assets).with_rows("settings", one.settings)
    second = Network(**{name: getattr(other, name) for name in ("people", "ties", "exchanges")})
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "n.netgive")
        base = Network(people=base.people, assets=base.assets, settings=base.settings)
        store.create(base)
        store.save(base, Network(people=base.people, assets=first.assets, settings=first.settings), "one")
        store.save(
            base,
            Network(
                people=second.people,
                ties=second.ties,
                exchanges=second.exchanges,
                assets=base.assets,
                settings=base.settings,
            ),
            "other",
        )
        found = kept(store.load())
        assert found["assets"] == kept(first)["assets"]
        assert found["settings"] == kept(first)["settings"]
        assert found["people"] == kept(second)["people"]
        assert found["exchanges"] == kept(second)["exchanges"]


def test_i_am_edited_like_anyone_and_never_removed():
    change = only(Network(), Network().edit(ME, name="Mo"))
    assert change.edited["name"].rows() == [(ME, "Mo")]
