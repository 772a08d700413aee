"""A large file's packed tables: whatever is changed, and by whom, what is read is what the rows say."""

from __future__ import annotations

import io
import sqlite3
import tempfile
import zlib
from contextlib import closing
from datetime import date
from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgive_lib import memory_store, schema
from netgive_lib.network import Network
from netgive_lib.sample import generate
from netgive_lib.store import Store, StoreError, packing
from netgive_lib.store import file as store_file
from tests.strategies import kept, networks

DAY = date(2026, 3, 1)
TABLES = {table.name: table.schema for table in schema.TABLES.values()}


@pytest.fixture(autouse=True)
def _everything_is_large(monkeypatch):
    """So that a test's few rows are packed, as those of a large file are."""
    monkeypatch.setattr(store_file, "LARGE", 0)
    monkeypatch.setattr(store_file, "SMALL", 0)
    monkeypatch.setattr(packing, "FEW_ROWS", 5)


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "n.netgive")
    store.create(generate(people=12, exchanges=40, seed=1))
    return store


def packed_in(path):
    """The heights of the packed tables, and how many rows are known to have changed since."""
    with closing(sqlite3.connect(path)) as db:
        changed = db.execute("SELECT count(*) FROM changed_since_packed").fetchone()[0]
        return dict(db.execute("SELECT name, height FROM packed")), changed


def from_the_rows(path):
    """The network as the rows alone give it: a copy whose packs are gone."""
    with tempfile.TemporaryDirectory() as folder, closing(sqlite3.connect(path)) as db:
        copy = Path(folder) / "copy.netgive"
        db.execute("VACUUM INTO ?", (str(copy),))
        with closing(sqlite3.connect(copy, isolation_level=None)) as other:
            other.execute("DELETE FROM packed")
            other.execute("PRAGMA journal_mode = WAL")
        return Store(copy).load()


def by_hand(path, *statements):
    """Change a file with another program."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(*statement) if isinstance(statement, tuple) else db.execute(statement)


def hold_equal(store):
    """Holds that what is packed, brought up to date, is what the rows say, in the rows' order."""
    loaded, rows = store.load(), from_the_rows(store.path)
    for name in TABLES:
        assert loaded.table(name).equals(rows.table(name), null_equal=True), name


def test_a_large_file_is_packed_when_it_is_made_and_a_small_one_never(store, tmp_path, monkeypatch):
    assert packed_in(store.path) == ({"people": 13, "exchanges": 40}, 0)
    hold_equal(store)
    monkeypatch.setattr(store_file, "LARGE", 8_000_000)
    small = Store(tmp_path / "small.netgive")
    small.create(store.load())
    with closing(sqlite3.connect(small.path)) as db:
        assert not db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'packed'").fetchall()
        assert not db.execute("SELECT 1 FROM sqlite_schema WHERE type = 'trigger'").fetchall()


def test_what_is_read_comes_from_the_pack(store):
    network = store.load()
    other = network.edit(network.others["id"][0], name="Only In The Pack").people.sort("id")
    buffer = io.BytesIO()
    other.write_parquet(buffer)
    data = buffer.getvalue()
    by_hand(
        store.path,
        ("UPDATE packed SET parquet = ?, checksum = ? WHERE name = 'people'", (data, zlib.crc32(data))),
    )
    assert "Only In The Pack" in store.load().people["name"]


def test_each_change_is_in_what_is_read_next(store):
    first, second, third = store.load().others["id"][:3]
    store.change("note", lambda network: network.edit(first, note="new"))
    hold_equal(store)
    store.change("gone", lambda network: network.without(second))
    hold_equal(store)
    store.change("come", lambda network: network.add("Zoë", id="a-first").give(third, on=DAY))
    hold_equal(store)
    network = store.load()
    assert network.person(first)["note"] == "new"
    assert second not in network.people["id"]
    assert network.person("a-first")["name"] == "Zoë"
    for _ in range(3):
        store.undo()
        hold_equal(store)


def test_after_many_changes_it_is_packed_anew(store):
    ids = store.load().others["id"].to_list()
    for count, person in enumerate(ids[:4], 1):
        store.change("note", lambda network, person=person: network.edit(person, note="new"))
        assert packed_in(store.path)[1] == count
    store.change("note", lambda network: network.edit(ids[4], note="new"))
    assert packed_in(store.path)[1] == 0
    hold_equal(store)


def test_a_change_of_many_rows_is_not_noted_row_by_row(store, monkeypatch):
    seen = []
    pack = packing.pack
    monkeypatch.setattr(
        packing, "pack", lambda db, network: seen.append(packed_in_now(db)) or pack(db, network)
    )
    person = store.load().others["id"][0]
    rows = pl.DataFrame({"id": [f"x{n}" for n in range(9)]}).with_columns(
        date=DAY, actor=pl.lit("me"), kind=pl.lit("touch"), other=pl.lit(person), weight=1.0
    )
    store.change("nine", lambda network: network.with_rows("exchanges", rows))
    assert seen == [(["people"], 0)]
    assert packed_in(store.path) == ({"people": 13, "exchanges": 49}, 0)
    hold_equal(store)


def packed_in_now(db):
    names = [name for (name,) in db.execute("SELECT name FROM packed")]
    return names, db.execute("SELECT count(*) FROM changed_since_packed").fetchone()[0]


def test_what_another_program_changes_is_noticed(store):
    first, second = store.load().others["id"][:2]
    by_hand(
        store.path,
        ("UPDATE people SET name = 'By Hand' WHERE id = ?", (first,)),
        ("INSERT OR REPLACE INTO people (id, name) VALUES (?, 'Replaced')", (second,)),
        "INSERT INTO people (id, name) VALUES ('zz', 'Added') ON CONFLICT DO NOTHING",
        "DELETE FROM exchanges WHERE id = (SELECT min(id) FROM exchanges)",
        "UPDATE exchanges SET id = 'turned' WHERE id = (SELECT max(id) FROM exchanges)",
    )
    hold_equal(store)
    assert {"By Hand", "Replaced", "Added"} <= set(store.load().people["name"])
    assert "turned" in store.load().exchanges["id"]
    assert store.load().exchanges.height == 39


def some_pack(frame):
    buffer = io.BytesIO()
    frame.write_parquet(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PAR1 and no more",
        some_pack(pl.DataFrame({"id": ["me"]})),
        some_pack(pl.DataFrame(schema=schema.PEOPLE.schema)),
        some_pack(pl.DataFrame({"id": ["me"] * 2_000_000})),
    ],
    ids=["nothing", "cut off", "other columns", "no rows", "a bomb"],
)
@pytest.mark.parametrize("fits", [True, False], ids=["checksum fits", "checksum does not"])
def test_a_pack_that_does_not_fit_is_not_used(store, data, fits):
    for name in packing.PACKED_TABLES:
        put = "UPDATE packed SET parquet = ?, checksum = ? WHERE name = ?"
        by_hand(store.path, (put, (data, zlib.crc32(data) + (not fits), name)))
    hold_equal(store)
    assert store.load().exchanges.height == 40


def test_whichever_byte_of_a_pack_is_wrong_the_rows_are_read(store):
    with closing(sqlite3.connect(store.path)) as db:
        data = db.execute("SELECT parquet FROM packed WHERE name = 'exchanges'").fetchone()[0]
    before = kept(store.load())
    for place in range(0, len(data), 97):
        wrong = data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]
        by_hand(store.path, ("UPDATE packed SET parquet = ? WHERE name = 'exchanges'", (wrong,)))
        assert kept(store.load()) == before


def test_a_pack_that_can_t_be_made_does_not_lose_what_was_saved(store, monkeypatch):
    def fail(db, _network):
        db.execute("DELETE FROM packed")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(packing, "pack", fail)
    monkeypatch.setattr(packing, "is_due", lambda _: True)
    store.change("one more", lambda network: network.add("Zoë", id="zoe"))
    assert store.load().person("zoe")["name"] == "Zoë"
    assert packed_in(store.path)[0] == {"people": 13, "exchanges": 40}


def test_what_somebody_saves_while_it_is_packed_is_not_lost(store, monkeypatch):
    load = store.load

    def load_and_be_overtaken():
        network = load()
        monkeypatch.setattr(store, "load", load)
        by_hand(
            store.path,
            "INSERT INTO people (id, name) VALUES ('zz', 'Meanwhile')",
            "UPDATE state SET changes = changes + 1",
        )
        return network

    monkeypatch.setattr(store, "load", load_and_be_overtaken)
    monkeypatch.setattr(packing, "is_due", lambda _: True)
    before = load()
    store.save(before, before.edit(before.others["id"][0], note="new"), "note")
    assert "Meanwhile" in store.load().people["name"]
    hold_equal(store)


def test_a_packed_file_goes_to_a_class_and_comes_back(store):
    network = memory_store.from_bytes(with_log_folded(store.path))
    assert kept(network) == kept(store.load())
    by_hand(
        store.path,
        "CREATE TRIGGER not_ours AFTER INSERT ON people BEGIN DELETE FROM people; END",
    )
    with pytest.raises(StoreError, match="holds more than netgive puts into a file"):
        memory_store.from_bytes(with_log_folded(store.path))


def with_log_folded(path):
    """A file's bytes, with what its log holds."""
    by_hand(path, "PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


@given(st.lists(networks(), min_size=2, max_size=4), st.booleans())
@settings(max_examples=60, deadline=None)
def test_whatever_is_saved_packed_and_rows_agree(several, taken_back):
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "FEW_ROWS", 2)
        store = Store(Path(folder) / "n.netgive")
        store.create(several[0])
        reached = [several[0]]
        for before, after in pairwise(several):
            if store.save(before, after, "another"):
                reached.append(after)
            if packed_at_all(store.path):
                hold_equal(store)
            assert kept(store.load()) == kept(after)
        if taken_back and len(reached) > 1:
            store.undo()
            assert kept(store.load()) == kept(reached[-2])


def packed_at_all(path):
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'packed'").fetchone() is not None


def test_the_packed_tables_are_those_with_an_id_for_a_key():
    for name in packing.PACKED_TABLES:
        assert schema.TABLES[name].key == ("id",)
    assert Network().people.height < packing.FEW_ROWS
