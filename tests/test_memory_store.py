"""A network in memory: the same as in a file, with nothing on the disk; and whole files as bytes."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import date

import pytest
from hypothesis import given, settings

from netgive_lib.desk import Desk
from netgive_lib.memory_store import LARGEST, MemoryStore, from_bytes, to_bytes
from netgive_lib.network import Network
from netgive_lib.sample import load_sample
from netgive_lib.schema import ME
from netgive_lib.store import KEPT_CHANGES, Session, Store, StoreError
from tests.strategies import kept, networks

DAY = date(2026, 3, 1)


def names(network):
    return sorted(filter(None, network.others["name"]))


@pytest.fixture
def store():
    store = MemoryStore()
    store.create(Network().add("Ana Lopes", id="ana").add("Bo", id="bo"))
    return store


def made_by_hand(*statements):
    """A netgive file's bytes, after somebody worked on it with a tool for SQLite."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.deserialize(in_memory_form(to_bytes(Network().add("Ana"))))
        for statement in statements:
            db.execute(statement)
        return db.serialize()


def in_memory_form(data):
    return data[:18] + b"\x01\x01" + data[20:]


# As a store


@settings(max_examples=40)
@given(networks(), networks())
def test_it_keeps_and_takes_back_what_a_file_does(first, second):
    store = MemoryStore()
    store.create(first)
    changed = store.save(first, second, "changed")
    assert kept(store.load()) == kept(second)
    if changed:
        store.undo()
    assert kept(store.load()) == kept(first)


def test_without_a_network_yet_it_is_empty_and_the_first_change_begins_it():
    store = MemoryStore()
    assert (store.exists(), store.version(), store.history(), store.undo()) == (False, -1, [], None)
    assert store.load().size == 0
    store.change("added", lambda network: network.add("Ana"))
    assert store.exists()
    assert names(store.load()) == ["Ana"]
    with pytest.raises(StoreError, match="is there already"):
        store.create()


def test_two_devices_of_one_seat_lose_nothing(store):
    phone, laptop = Session(store), Session(store)
    phone.do("circle", lambda network: network.edit("ana", circle="school"))
    laptop.do("ring", lambda network: network.edit("ana", ring=2))
    phone.do("added", lambda network: network.add("Chi"))
    assert names(laptop.refresh()) == ["Ana Lopes", "Bo", "Chi"]
    ana = laptop.network.person("ana")
    assert (ana["circle"], ana["ring"]) == ("school", 2)


def test_many_threads_at_once_lose_nothing(store):
    def work(number):
        session = Session(store)
        for step in range(10):
            session.do("added", lambda network, name=f"{number} {step}": network.add(name))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.load().size == 82


def test_a_change_to_somebody_who_is_gone_is_refused_and_changes_nothing(store):
    before = store.load()
    store.change("removed", lambda network: network.without("bo"))
    with pytest.raises(StoreError, match="does not fit"):
        store.save(before, before.edit("bo", ring=1), "ring")
    assert names(store.load()) == ["Ana Lopes"]
    assert [change.what for change in store.history()] == ["removed", "began"]


def test_the_last_hundred_changes_can_be_taken_back(store):
    for number in range(KEPT_CHANGES + 5):
        store.change(f"ring {number}", lambda network, n=number: network.edit("ana", ring=1 + n % 5))
    undone = 0
    while store.undo():
        undone += 1
    assert undone == KEPT_CHANGES
    assert store.load().person("ana")["ring"] == 1 + 4 % 5


def test_one_that_grows_too_large_is_refused_in_a_sentence_and_keeps_what_it_has():
    store = MemoryStore(largest=400_000)
    store.create(Network().add("Ana", id="ana"))
    with pytest.raises(StoreError, match=r"0\.4 MB at most"):
        store.change("noted", lambda network: network.edit("ana", note="x" * 500_000))
    assert store.load().person("ana")["note"] is None
    store.change("noted", lambda network: network.edit("ana", note="short"))
    assert store.load().person("ana")["note"] == "short"


def noted(store, number, size=20_000):
    store.change(f"note {number}", lambda network: network.edit("ana", note=f"{number} " + "x" * size))


def test_when_it_is_full_the_oldest_changes_can_be_undone_no_more_and_work_goes_on():
    store = MemoryStore(largest=400_000)
    store.create(Network().add("Ana", id="ana"))
    for number in range(60):  # what can be undone of them would be 1,200,000 bytes
        noted(store, number)
    assert store.load().person("ana")["note"].startswith("59 ")
    kept = [change.what for change in store.history()]
    assert kept == [f"note {number}" for number in range(59, 59 - len(kept), -1)]
    assert 5 <= len(kept) <= 20
    while store.undo():
        pass
    assert store.load().person("ana")["note"].startswith(f"{59 - len(kept)} ")


def test_what_never_fits_costs_nothing_that_can_be_undone():
    store = MemoryStore(largest=400_000)
    store.create(Network().add("Ana", id="ana"))
    for number in range(8):
        noted(store, number)
    before = store.history()
    with pytest.raises(StoreError, match=r"0\.4 MB at most"):
        noted(store, 99, size=500_000)
    assert store.history() == before and len(before) == 9
    assert store.undo().what == "note 7"
    assert store.load().person("ana")["note"].startswith("6 ")


def test_the_copy_of_a_sample_may_grow_no_larger_than_a_seats_own():
    assert Desk(MemoryStore(largest=4_000_000), sample="story").store.largest == 4_000_000


def test_one_that_is_too_large_at_once_is_not_begun():
    store = MemoryStore(largest=400_000)
    with pytest.raises(StoreError, match="at most"):
        store.create(Network().add("Ana", note="x" * 500_000))
    assert not store.exists()


def test_nothing_of_it_touches_the_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path))
    store = MemoryStore()
    store.create(load_sample("story"))
    from_bytes(to_bytes(store.load()))
    assert list(tmp_path.iterdir()) == []


# As bytes


@settings(max_examples=40)
@given(networks())
def test_bytes_bring_the_same_network_back(network):
    assert kept(from_bytes(to_bytes(network))) == kept(network)


def test_the_bytes_are_a_file_that_a_store_works_on_and_the_other_way_round(tmp_path):
    story = load_sample("story")
    file = tmp_path / "saved.netgive"
    file.write_bytes(to_bytes(story))
    store = Store(file)
    assert kept(store.load()) == kept(story)
    assert store.history() == []
    store.change("added", lambda network: network.add("Zed"))
    assert store.undo().what == "added"
    store.change("added", lambda network: network.add("Chi"))
    assert "Chi" in names(from_bytes(file.read_bytes()))


def test_what_was_removed_before_it_was_saved_is_not_in_the_bytes():
    store = MemoryStore()
    store.create(Network().add("Secretive Person", id="x"))
    store.change("removed", lambda network: network.without("x"))
    assert b"Secretive" not in to_bytes(store.load())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04" + bytes(200), "not a netgive file"),
        (b"SQLite format 3\0", "not a netgive file"),
        (b"SQLite format 3\0" + bytes(200), "some other program's"),
        (to_bytes(Network().add("Ana"))[:5000], "damaged"),
        (to_bytes(Network())[:-4096], "damaged"),
        (made_by_hand("PRAGMA user_version = 2"), "newer netgive"),
        (made_by_hand("PRAGMA user_version = 0"), "damaged"),
        (made_by_hand("DROP TABLE asks"), "damaged"),
        (made_by_hand("ALTER TABLE people DROP COLUMN note"), "damaged"),
        (made_by_hand("INSERT INTO people (id, name) VALUES ('z', CAST(x'ff' AS TEXT))"), "damaged"),
        (made_by_hand("PRAGMA ignore_check_constraints = 1", "UPDATE people SET ring = 9"), "damaged"),
        (made_by_hand("PRAGMA foreign_keys = 0", "INSERT INTO ties VALUES ('a', 'b', NULL)"), "damaged"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_refused_in_a_sentence(data, words):
    with pytest.raises(StoreError, match=words) as refused:
        from_bytes(data, "week1.netgive")
    assert str(refused.value).startswith("week1.netgive ")
    assert "\n" not in str(refused.value)


ENDLESS = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS name, i AS value FROM n"
)
HUGE = "CREATE TABLE settings (name TEXT, value TEXT AS (hex(zeroblob(100000000))))"
CODE = "CREATE TABLE settings (name TEXT, value TEXT AS (load_extension('x')))"


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TRIGGER t AFTER DELETE ON people BEGIN SELECT 1; END"],
        ["CREATE VIEW v AS SELECT * FROM people"],
        ["DROP TABLE settings", f"CREATE VIEW settings AS {ENDLESS}"],
        ["CREATE VIRTUAL TABLE t USING fts5(x)"],
        ["DROP TABLE settings", HUGE, "INSERT INTO settings (name) VALUES ('a')"],
        ["DROP TABLE settings", CODE, "INSERT INTO settings (name) VALUES ('a')"],
        ["CREATE INDEX i ON people (hex(zeroblob(1)))"],
    ],
)
def test_a_file_whose_tables_do_something_of_their_own_is_refused(statements):
    try:
        data = made_by_hand(*statements)
    except sqlite3.OperationalError as error:  # this machine's SQLite can't even make it
        assert "no such module" in str(error) or "prohibited" in str(error)
        return
    with pytest.raises(StoreError):
        from_bytes(data)


def test_a_file_that_is_too_large_is_refused_before_it_is_opened():
    with pytest.raises(StoreError, match="64 MB at most"):
        from_bytes(bytes(LARGEST + 1))


def test_changed_bytes_are_read_or_refused_and_never_anything_else():
    data = to_bytes(Network().add("Ana", id="ana").add("Bo", id="bo").give("ana", "a book", on=DAY))
    refused = 0
    for at in range(0, len(data), 997):
        broken = bytearray(data)
        broken[at] ^= 0xFF
        try:
            network = from_bytes(bytes(broken))
        except StoreError:
            refused += 1
        else:
            assert ME in network.people["id"]
    assert refused
