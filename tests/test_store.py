"""The file: what it keeps, what it refuses and leaves as it is, and how changes are taken back."""

from __future__ import annotations

import errno
import os
import random
import re
import resource
import sqlite3
import stat
import tempfile
import threading
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unittest import mock

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgive_lib import sql
from netgive_lib.network import Network
from netgive_lib.schema import ME
from netgive_lib.sources.bring import bring, gather
from netgive_lib.store import (
    DEFAULT_NAME,
    KEPT_CHANGES,
    Session,
    Store,
    StoreError,
    default_path,
)
from netgive_lib.store import file as store_file
from netgive_lib.store import whole as store_whole
from tests.strategies import days, kept, networks

DAY = date(2026, 3, 1)
STORY = (
    Network()
    .add("Ana Lopes", id="ana", topics=["tea", "type; design"], ring=2, knows=True)
    .add("Björn Åkesson", id="bo", connected_on=DAY, note="line\nbreak")
    .with_ties(pl.DataFrame({"a": ["ana"], "b": ["bo"]}))
    .give("ana", "a book", on=DAY)
    .touch("bo", on=DAY)
    .with_settings({"direction": "explore"})
)


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "n.netgive")
    store.create(STORY)
    return store


@contextmanager
def untouched(folder):
    """Holds that afterwards the folder has the same files, byte for byte."""
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    yield
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def names_in(folder):
    return sorted(path.name for path in Path(folder).iterdir())


def by_hand(path, *statements):
    """Change a file the way somebody does who has a tool for SQLite and no care."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            db.execute(statement)


# What it keeps


@settings(max_examples=60)
@given(networks())
def test_a_network_comes_back_as_it_was(network):
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "n.netgive")
        store.create(network)
        assert kept(store.load()) == kept(network)
        with mock.patch.object(store_file, "SMALL", 0):  # so that it is read through ADBC, as larger ones are
            assert kept(store.load()) == kept(network)
        assert names_in(folder) == ["n.netgive"]


def test_every_kind_of_text_comes_back_as_it_was(store):
    texts = [
        "=1+1",
        "'quoted'",
        "a\0b",
        "\ufeffmark",
        "\r\n",
        " ",
        "🌻" * 1000,
        "x" * 3_000_000,
        "\u202eturned",
    ]
    store.change("noted", lambda network: network.edit("ana", topics=texts, note="".join(texts)))
    ana = store.load().person("ana")
    assert ana["topics"] == texts
    assert ana["note"] == "".join(texts)


def test_a_text_with_a_nul_put_in_by_hand_is_read_whole(store):
    by_hand(store.path, "UPDATE people SET name = 'Ana' || char(0) || 'Lopes' WHERE id = 'ana'")
    assert store.load().person("ana")["name"] == "Ana\0Lopes"


def test_without_a_file_there_is_an_empty_network_and_nothing_is_made(tmp_path):
    store = Store(tmp_path / "n.netgive")
    assert not store.exists()
    assert kept(store.load()) == kept(Network())
    assert (store.version(), store.history(), store.undo()) == (-1, [], None)
    assert list(tmp_path.iterdir()) == []


def test_the_first_change_makes_the_file_even_if_there_is_nothing_to_write(tmp_path):
    store = Store(tmp_path / "n.netgive")
    assert store.save(Network(), Network(), "nothing") is False
    assert store.exists()
    assert store.history() == []


@pytest.mark.parametrize(
    "name",
    [
        "two words",
        "hash#mark",
        "question?mode=memory&cache=shared",
        "100%25 %41",
        "file:n?mode=ro",
        ":memory:",
        'it\'s "quoted"; DROP',
        "Zoë ネット 🌻",
        "-v",
    ],
)
def test_a_name_is_only_a_name(tmp_path, monkeypatch, name):
    folder = tmp_path / name
    folder.mkdir()
    monkeypatch.chdir(folder)
    for path in (name, folder / f"{name}.netgive"):
        store = Store(path)
        store.change("began", lambda _: STORY)
        assert kept(store.load()) == kept(STORY)
        store.undo()
        assert store.load().size == 0
    assert names_in(folder) == sorted([name, f"{name}.netgive"])


def test_a_path_that_is_not_utf_8_is_refused_in_a_sentence_that_can_be_printed(tmp_path):
    store = Store(tmp_path / os.fsdecode(b"caf\xe9.netgive"))
    with pytest.raises(StoreError, match=r"can't be (used: its name is not UTF-8|made)") as refused:
        store.change("began", lambda _: STORY)
        store.load()
    str(refused.value).encode()


def test_a_link_to_the_file_is_the_file(store, tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.netgive"
    link.symlink_to(store.path)
    linked = Store(link)
    assert linked.path == store.path
    linked.change("added", lambda network: network.add("Chidi"))
    assert store.load().size == 3
    assert names_in(folder) == ["link.netgive"]


def test_the_file_is_the_one_chosen_else_that_of_the_environment_else_the_default(monkeypatch):
    monkeypatch.delenv("NETGIVE_FILE", raising=False)
    assert default_path() == Path(DEFAULT_NAME)
    monkeypatch.setenv("NETGIVE_FILE", "/a/b.netgive")
    assert default_path() == Path("/a/b.netgive")
    assert default_path("c.netgive") == Path("c.netgive")


# Whose it is


def test_only_its_owner_can_read_it_at_any_moment(tmp_path):
    store = Store(tmp_path / "n.netgive")
    seen: dict[str, set[int]] = {}
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            for entry in os.scandir(tmp_path):
                try:
                    seen.setdefault(Path(entry.name).suffix, set()).add(stat.S_IMODE(entry.stat().st_mode))
                except FileNotFoundError:
                    continue

    old = os.umask(0)
    looking = threading.Thread(target=look)
    looking.start()
    try:
        for number in range(30):
            store.path.unlink(missing_ok=True)
            store.save(Network(), STORY, f"began {number}")
            store.load()
        with closing(sqlite3.connect(store.path)) as reader:  # keeps the log there after a save
            reader.execute("SELECT * FROM people").fetchall()
            store.save(STORY, STORY.add("Chidi"), "added")
            beside = [Path(f"{store.path}{suffix}") for suffix in ("", "-wal", "-shm")]
            assert [stat.S_IMODE(path.stat().st_mode) for path in beside] == [0o600] * 3
    finally:
        done.set()
        looking.join()
        os.umask(old)
    assert set().union(*seen.values()) == {0o600}


# Making it


def test_a_file_that_is_there_is_never_replaced(store, tmp_path):
    with untouched(tmp_path), pytest.raises(StoreError, match=r"is there already\. Choose another name"):
        store.create(Network().add("Chidi"))


def test_a_file_is_made_whole_or_not_at_all(tmp_path, monkeypatch):
    def fail(*_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(sql, "write", fail)
    with pytest.raises(StoreError, match="disk is full"):
        Store(tmp_path / "n.netgive").create(STORY)
    assert list(tmp_path.iterdir()) == []


def test_a_log_without_its_file_is_not_taken_for_changes_to_a_new_one(tmp_path):
    (tmp_path / "n.netgive-wal").write_bytes(b"what is left")
    with (
        untouched(tmp_path),
        pytest.raises(StoreError, match=r"n\.netgive-wal is left from a file that is gone"),
    ):
        Store(tmp_path / "n.netgive").save(Network(), STORY, "began")


def test_where_a_file_can_have_only_one_name_it_is_made_all_the_same(tmp_path, monkeypatch):
    def no_links(*_):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    store = Store(tmp_path / "n.netgive")
    store.create(STORY)
    assert names_in(tmp_path) == ["n.netgive"]
    assert kept(store.load()) == kept(STORY)
    with untouched(tmp_path), pytest.raises(StoreError, match="is there already"):
        store.create(Network())


@pytest.mark.parametrize("inside", ["missing/n.netgive", "a file/n.netgive"])
def test_a_file_in_a_folder_that_is_not_there_can_not_be_made(tmp_path, inside):
    (tmp_path / "a file").touch()
    store = Store(tmp_path / inside)
    with (
        untouched(tmp_path),
        pytest.raises(StoreError, match=r"n\.netgive can't be made: there is no folder "),
    ):
        store.save(Network(), STORY, "began")


# What it refuses


def text(path):
    path.write_text("Dear diary, today I met Ana.\n" * 20, encoding="utf-8")


def empty(path):
    path.touch()


def picture(path):
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(3000))


def other_program(path):
    by_hand(
        path, "PRAGMA journal_mode = WAL", "CREATE TABLE people (id TEXT)", "INSERT INTO people VALUES ('me')"
    )


def newer(path):
    Store(path).create(STORY)
    by_hand(path, "PRAGMA user_version = 2")


def without_version(path):
    Store(path).create(STORY)
    by_hand(path, "PRAGMA user_version = 0")


def cut_at(fraction, rounded_to=1):
    def cut(path):
        Store(path).create(STORY)
        os.truncate(path, int(path.stat().st_size * fraction) // rounded_to * rounded_to)

    return cut


def flipped(path):
    Store(path).create(STORY)
    data = bytearray(path.read_bytes())
    page = slice(4096, 3 * 4096)
    data[page] = bytes(byte ^ 0xFF for byte in data[page])
    path.write_bytes(data)


def zeroed(path):
    Store(path).create(STORY)
    data = path.read_bytes()
    path.write_bytes(data[: 2 * 4096] + bytes(4096) + data[3 * 4096 :])


def with_more_at_its_end(path):
    Store(path).create(STORY)
    with path.open("ab") as file:
        file.write(b"appended by a sync program")


def ring_of_nine(path):
    Store(path).create(STORY)
    by_hand(path, "UPDATE people SET ring = 9 WHERE id = 'ana'")


def folder(path):
    path.mkdir()


def pipe(path):
    os.mkfifo(path)


OPERATIONS = {
    "load": Store.load,
    "save": lambda store: store.save(STORY, STORY.edit("ana", ring=1), "edited"),
    "undo": Store.undo,
    "history": Store.history,
    "version": Store.version,
}


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (text, "is not a netgive file. Choose another with --file."),
        (empty, "is empty. Delete it to begin a new file in its place, or choose another with --file."),
        (picture, "is not a netgive file. Choose another with --file."),
        (cut_at(0.001), "is not a netgive file. Choose another with --file."),
        (other_program, "is some other program's file, not netgive's. Choose another with --file."),
        (newer, "was written by a newer netgive. Update netgive to open it."),
        (without_version, "is damaged (it has no version). It has been left as it is: "),
        (folder, "is not a file. Choose one with --file."),
        (pipe, "is not a file. Choose one with --file."),
    ],
)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_what_is_no_netgive_file_is_refused_in_a_sentence_and_left_as_it_is(
    tmp_path, make, sentence, operation
):
    path = tmp_path / "n.netgive"
    make(path)
    with untouched(tmp_path), pytest.raises(StoreError) as refused:
        OPERATIONS[operation](Store(path))
    assert str(refused.value).startswith(f"{path} {sentence}")


@pytest.mark.parametrize(
    "make",
    [
        cut_at(0.5),
        cut_at(0.5, rounded_to=4096),
        cut_at(0.999),
        flipped,
        zeroed,
        with_more_at_its_end,
        ring_of_nine,
    ],
)
@pytest.mark.parametrize("operation", ["load", "save", "undo"])
def test_a_damaged_file_is_refused_in_a_sentence_and_never_written_to(tmp_path, make, operation):
    path = tmp_path / "n.netgive"
    make(path)
    with untouched(tmp_path), pytest.raises(StoreError) as refused:
        OPERATIONS[operation](Store(path))
    assert re.fullmatch(
        re.escape(f"{path} is damaged (") + r".+\)\. It has been left as it is: "
        r"go back to a copy, or start a new file with --file\.",
        str(refused.value),
    )


@pytest.mark.parametrize("operation", ["load", "save", "undo"])
def test_damage_is_found_by_a_store_that_has_written_to_the_file_while_it_was_whole(tmp_path, operation):
    store = Store(tmp_path / "n.netgive")
    store.create(STORY)
    store.save(STORY, STORY.edit("ana", ring=2), "edited")
    data = bytearray(store.path.read_bytes())
    page = slice(4096, 3 * 4096)
    data[page] = bytes(byte ^ 0xFF for byte in data[page])
    store.path.write_bytes(data)
    later = store.path.stat().st_mtime_ns + 10_000_000  # this test may take less than a tick of the clock
    os.utime(store.path, ns=(later, later))
    with untouched(tmp_path), pytest.raises(StoreError, match="is damaged"):
        OPERATIONS[operation](store)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE people SET name = CAST(x'41ff42' AS TEXT) WHERE id = 'ana'",
        "UPDATE people SET topics = '[\"a' WHERE id = 'ana'",
        "UPDATE people SET topics = '{}' WHERE id = 'ana'",
        "UPDATE people SET connected_on = 'in March' WHERE id = 'ana'",
        "UPDATE people SET connected_on = '2026-02-30' WHERE id = 'ana'",
        "UPDATE people SET seniority = 'boss' WHERE id = 'ana'",
        "UPDATE exchanges SET kind = 'sell'",
        "UPDATE exchanges SET weight = -1",
        "UPDATE exchanges SET other = 'nobody'",
        "UPDATE exchanges SET other = actor",
        "DELETE FROM people WHERE id = 'ana'",
        "DROP TABLE moves",
        "ALTER TABLE assets DROP COLUMN note",
    ],
)
@pytest.mark.parametrize("checked", [True, False], ids=["checked first", "only read"])
@pytest.mark.parametrize("by_row", [True, False], ids=["row by row", "through ADBC"])
def test_what_does_not_belong_in_a_table_is_found_when_it_is_read(
    tmp_path, monkeypatch, store, statement, checked, by_row
):
    by_hand(store.path, statement)
    if not by_row:  # as it is with all but small files
        monkeypatch.setattr(store_file, "SMALL", 0)
    if not checked:  # as it is with a large file
        monkeypatch.setattr(store_whole, "LARGE", 0)
    with untouched(tmp_path), pytest.raises(StoreError, match=r"\A[^\n]+\Z"):
        store.load()


def test_a_file_whose_state_is_gone_is_damaged(store, tmp_path):
    by_hand(store.path, "DELETE FROM state")
    for operation in ("version", "save", "undo"):
        with untouched(tmp_path), pytest.raises(StoreError, match="is damaged"):
            OPERATIONS[operation](store)


@pytest.mark.parametrize("checked", [True, False], ids=["checked first", "only read"])
def test_whichever_page_is_overwritten_nothing_wrong_is_read(store, tmp_path, monkeypatch, checked):
    if not checked:
        monkeypatch.setattr(store_whole, "LARGE", 0)
    whole = store.path.read_bytes()
    refused = 0
    for start in range(0, len(whole), 4096):
        page = bytes(byte ^ 0xFF for byte in whole[start : start + 4096])
        store.path.write_bytes(whole[:start] + page + whole[start + 4096 :])
        with untouched(tmp_path):
            try:
                assert kept(store.load()) == kept(STORY)  # a page of the history, say
            except StoreError:
                refused += 1
    pages = len(whole) // 4096
    assert refused == pages if checked else refused >= 9  # a page for each table, and the first


def test_whichever_byte_is_wrong_it_is_a_network_or_a_sentence(store, tmp_path):
    whole, chance = store.path.read_bytes(), random.Random(7)
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 5)):
            data[chance.randrange(100, len(data))] = chance.randrange(256)
        store.path.write_bytes(data)
        with untouched(tmp_path):
            try:
                store.load()
            except StoreError as refused:
                assert "\n" not in str(refused)


@contextmanager
def as_somebody():
    """As someone for whom the modes of files count, which they do not for the administrator."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def of_somebody():
    """A store in a folder that belongs to someone for whom modes count."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "n.netgive"
        Path(folder).chmod(0o755)
        Store(path).create(STORY)
        Store(path).load()  # so that all that is imported on use has been
        if os.geteuid() == 0:
            os.chown(folder, 65534, 65534)
            os.chown(path, 65534, 65534)
        yield Store(path)
        Path(folder).chmod(0o755)


def test_a_file_that_may_not_be_read_is_refused(of_somebody):
    of_somebody.path.chmod(0)
    for operation in OPERATIONS.values():
        with (
            as_somebody(),
            pytest.raises(StoreError, match=r"n\.netgive can't be used: Permission denied\.\Z"),
        ):
            operation(of_somebody)


def test_a_file_that_may_not_be_written_is_refused_and_left_as_it_is(of_somebody):
    of_somebody.path.chmod(0o400)
    with (
        untouched(of_somebody.path.parent),
        as_somebody(),
        pytest.raises(StoreError, match="can't be used: "),
    ):
        OPERATIONS["save"](of_somebody)


def test_in_a_folder_that_may_not_be_written_nothing_is_made_and_nothing_is_changed(of_somebody):
    folder = of_somebody.path.parent
    folder.chmod(0o555)
    with untouched(folder), as_somebody():
        with pytest.raises(StoreError, match=r"new\.netgive can't be made: Permission denied\."):
            Store(folder / "new.netgive").save(Network(), STORY, "began")
        for operation in OPERATIONS.values():
            with pytest.raises(StoreError, match=r"n\.netgive can't be used: .+\.\Z"):
                operation(of_somebody)


def test_whether_there_is_a_file_can_be_impossible_to_find_out(of_somebody):
    of_somebody.path.parent.chmod(0o600)
    with as_somebody(), pytest.raises(StoreError, match="Permission denied"):
        of_somebody.load()


# When something goes wrong in the middle


def test_when_the_disk_is_full_nothing_is_saved_and_nothing_lost(store):
    large = STORY.edit("ana", note="x" * 4_000_000)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, hard))
    try:
        with pytest.raises(StoreError, match=r"n\.netgive can't be used: "):
            store.save(STORY, large, "wrote a novel")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert kept(store.load()) == kept(STORY)
    store.save(STORY, large, "wrote a novel")
    assert len(store.load().person("ana")["note"]) == 4_000_000


@pytest.mark.parametrize("stop", [KeyboardInterrupt, MemoryError, sqlite3.OperationalError])
def test_a_change_that_is_stopped_half_way_leaves_nothing(store, monkeypatch, stop):
    write, version = sql.write, store.version()

    def write_one(db, change):
        write(db, change)
        raise stop("half way")

    monkeypatch.setattr(sql, "write", write_one)
    with pytest.raises((KeyboardInterrupt, MemoryError, StoreError)):
        store.change("two tables", lambda network: network.add("Chidi", id="c").touch("c", on=DAY))
    monkeypatch.undo()
    assert kept(store.load()) == kept(STORY)
    assert store.version() == version
    store.change("again", lambda network: network.add("Chidi"))  # nothing is locked
    assert store.load().size == 3


def test_a_file_that_another_program_holds_is_refused_after_a_while(store, monkeypatch):
    monkeypatch.setattr(store_file, "WAIT", 0.05)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"is in use by another program\. Try again in a moment\."):
            OPERATIONS["save"](store)
        assert kept(store.load()) == kept(STORY)  # to read it, nobody waits
    OPERATIONS["save"](store)
    assert store.load().person("ana")["ring"] == 1


# Two who each know an older state


def test_two_who_edit_different_cells_of_one_person_lose_nothing(store):
    one = other = store.load()
    store.save(one, one.edit("ana", ring=1), "one")
    store.save(other, other.edit("ana", note="likes tea"), "other")
    ana = store.load().person("ana")
    assert (ana["ring"], ana["note"], ana["topics"]) == (1, "likes tea", ["tea", "type; design"])


def test_of_two_who_change_the_same_cell_the_later_counts(store):
    before = store.load()
    store.save(before, before.edit("ana", ring=1), "one")
    store.save(before, before.edit("ana", ring=5), "other")
    assert store.load().person("ana")["ring"] == 5


def test_a_person_whom_both_add_is_there_once_with_what_both_knew(store):
    before = store.load()
    store.save(before, before.add("Chidi", id="c", ring=3), "one")
    store.save(before, before.add("Chidi Eze", id="c", city="Enugu"), "other")
    chidi = store.load().person("c")
    assert (chidi["name"], chidi["ring"], chidi["city"]) == ("Chidi Eze", 3, "Enugu")
    store.undo()
    chidi = store.load().person("c")
    assert (chidi["name"], chidi["ring"], chidi["city"]) == ("Chidi", 3, None)


@pytest.mark.parametrize(
    ("late", "why"),
    [
        (lambda network: network.edit("ana", note="x").add("Chidi"), "a row of people is no longer there"),
        (lambda network: network.touch("ana", on=DAY).add("Chidi"), "FOREIGN KEY constraint failed"),
    ],
)
def test_a_change_to_someone_whom_the_other_took_out_saves_nothing(store, late, why):
    before = store.load()
    store.save(before, before.without("ana"), "took Ana out")
    history, now = store.history(), kept(store.load())
    with pytest.raises(StoreError) as refused:
        store.save(before, late(before), "late")
    assert str(refused.value) == (
        f"Nothing was saved: the change does not fit what n.netgive holds by now ({why}). "
        "Load it again and repeat the change."
    )
    assert (store.history(), kept(store.load())) == (history, now)


def test_two_who_both_take_someone_out_agree(store):
    before = store.load()
    store.save(before, before.without("ana"), "one")
    store.save(before, before.without("ana"), "other")
    assert kept(store.load()) == kept(STORY.without("ana"))
    store.undo()
    store.undo()
    assert kept(store.load()) == kept(STORY)


def test_an_exchange_is_turned_round_in_one_step_and_back(store):
    before = store.load()
    given = before.exchanges.filter(pl.col("kind") == "give")
    turned = given.with_columns(actor="other", other="actor")
    store.save(before, before.with_rows("exchanges", turned), "it was Ana's gift")
    assert kept(store.load())["exchanges"] == kept(before.with_rows("exchanges", turned))["exchanges"]
    store.undo()
    assert kept(store.load()) == kept(STORY)


def test_two_changes_that_can_not_both_be_are_refused(store):
    """One says that Björn gave it and the other that he got it: together, he would have given it to himself."""
    before = store.load()
    given = before.exchanges.filter(pl.col("kind") == "give")
    from_bo = before.with_rows("exchanges", given.with_columns(actor=pl.lit("bo")))
    to_bo = before.with_rows("exchanges", given.with_columns(other=pl.lit("bo")))
    store.save(before, from_bo, "from")
    with pytest.raises(StoreError, match="Nothing was saved"):
        store.save(before, to_bo, "to")
    assert kept(store.load()) == kept(from_bo)


# Taking back


def _verbs():
    """Every verb of a network, each with what it needs, as functions from a network to a network."""
    someone = st.integers(0, 5)
    ring = st.sampled_from([None, 1, 5])
    note = st.sampled_from([None, "", "a\0b", "x; y", "🌻"])
    whole = networks()

    def of(network, number):
        """One of the others, or None."""
        return network.others["id"][number % network.size] if network.size else None

    def to_someone(verb):
        return lambda network, number, *more: (
            verb(network, of(network, number), *more) if network.size else network
        )

    def tie(network, number):
        a, b = of(network, number), of(network, number + 1)
        return network.with_ties(pl.DataFrame({"a": [a], "b": [b]})) if a != b else network

    def rows(network, more, name):
        known = more.table(name)
        for column in {"person", "actor", "other", "a", "b"} & set(known.columns):
            known = known.filter(pl.col(column).is_in(network.people["id"].implode()))
        return network.with_rows(name, known)

    def made(verb, *values):
        return st.tuples(*values).map(lambda values: lambda network: verb(network, *values))

    return st.one_of(
        made(lambda n, r, text: n.add("Chidi", ring=r, note=text), ring, note),
        made(to_someone(lambda n, id, r, text: n.edit(id, ring=r, note=text)), someone, ring, note),
        made(to_someone(lambda n, id: n.without(id)), someone),
        made(to_someone(lambda n, id, day, text: n.give(id, text, on=day)), someone, days(), note),
        made(to_someone(lambda n, id, day: n.ask(id, on=day, weight=2)), someone, days()),
        made(to_someone(lambda n, id, day: n.touch(ME, on=day, actor=id)), someone, days()),
        made(tie, someone),
        made(lambda n, text: n.with_settings({"direction": text}), note),
        made(lambda n, more: n.with_people(more.people), whole),
        made(
            rows,
            whole,
            st.sampled_from(["ties", "exchanges", "assets", "offers", "asks", "moves", "settings"]),
        ),
        made(lambda _, more: more, whole),
    )


@settings(max_examples=50)
@given(st.lists(_verbs(), max_size=6))
def test_whatever_was_done_can_be_taken_back_step_by_step(verbs):
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "n.netgive")
        store.create()
        states = [kept(store.load())]
        for verb in verbs:
            store.change("did", verb)
            if len(store.history()) == len(states):  # not where nothing was changed
                states.append(kept(store.load()))
        while states:
            assert kept(store.load()) == states.pop()
            assert (store.undo() is not None) == bool(states)


def test_the_last_hundred_changes_can_be_taken_back_and_no_more(tmp_path):
    store = Store(tmp_path / "n.netgive")
    network = Network()
    for number in range(1, KEPT_CHANGES + 31):
        after = network.with_settings({"count": str(number)})
        store.save(network, after, f"counted {number}")
        network = after
    assert [change.what for change in store.history()] == [f"counted {n}" for n in range(130, 30, -1)]
    for number in range(130, 30, -1):
        assert store.undo().what == f"counted {number}"
    assert store.undo() is None
    assert store.load().setting("count") == "30"


def test_a_change_says_when_and_what(store):
    store.change("met “Ana”; 🌻", lambda network: network.touch("ana", on=DAY))
    change = store.history()[0]
    assert change.what == "met “Ana”; 🌻"
    assert timedelta(0) <= datetime.now(UTC) - change.at < timedelta(hours=1)
    assert store.undo() == change


def test_a_change_may_be_named_after_a_file_whose_name_is_not_utf_8(store):
    store.change(os.fsdecode(b"imported caf\xe9.csv"), lambda network: network.add("Chidi"))
    assert store.history()[0].what == "imported caf?.csv"


def test_taking_back_takes_the_latest_whoever_made_it_and_leaves_the_other_cells(store):
    one = other = store.load()
    store.save(one, one.edit("ana", ring=1), "one")
    store.save(other, other.edit("ana", note="likes tea"), "other")
    assert store.undo().what == "other"
    ana = store.load().person("ana")
    assert (ana["ring"], ana["note"]) == (1, None)
    assert store.undo().what == "one"
    assert kept(store.load()) == kept(STORY)


def test_of_two_changes_to_one_cell_each_is_taken_back_to_what_it_replaced(store):
    before = store.load()
    store.save(before, before.edit("ana", ring=1), "one")
    store.save(before, before.edit("ana", ring=5), "other")
    rings = []
    for _ in range(2):
        store.undo()
        rings.append(store.load().person("ana")["ring"])
    assert rings == [1, 2]


def test_an_import_is_taken_back_as_one_change(store, tmp_path):
    file = tmp_path / "people.csv"
    file.write_text(
        "Name,E-mail,Company\nAna Lopes,ana@example.com,Atelier\n"
        + "".join(f"Person {number},p{number}@example.com,Harbour\n" for number in range(300)),
        encoding="utf-8",
    )
    before = store.load()
    after, report = bring(before, gather([file]))
    assert report.people_new >= 300
    store.save(before, after, "imported people.csv")
    assert store.load().size == after.size
    assert store.undo().what == "imported people.csv"
    assert kept(store.load()) == kept(STORY)


# A page that keeps a file open


def test_a_session_sees_what_others_saved(store):
    page, other = Session(store), Session(Store(store.path))
    seen = page.network
    assert page.refresh() is seen  # nothing happened: it is not read again
    other.do("added", lambda network: network.add("Chidi", id="c"))
    assert page.refresh().person("c")["name"] == "Chidi"
    store.undo()
    assert other.refresh().size == page.refresh().size == 2


def test_what_a_session_does_is_done_to_what_is_there_now(store):
    page, other = Session(store), Session(Store(store.path))
    other.do("added", lambda network: network.add("Chidi", id="c"))
    after = page.do("met", lambda network: network.touch("c", on=DAY))
    assert kept(after) == kept(store.load())
    assert after.exchanges.filter(other="c").height == 1


def test_a_session_that_was_overtaken_while_it_worked_has_both_changes(store):
    page = Session(store)

    def overtaken(network):
        Store(store.path).change("other", lambda network: network.edit("ana", note="likes tea"))
        return network.edit("ana", ring=1)

    ana = page.do("one", overtaken).person("ana")
    assert (ana["ring"], ana["note"]) == (1, "likes tea")
    assert kept(page.network) == kept(store.load())


def test_a_session_begins_without_a_file_and_takes_back_to_nothing(tmp_path):
    page = Session(Store(tmp_path / "n.netgive"))
    assert page.undo() is None
    page.do("added", lambda network: network.add("Chidi"))
    assert page.store.load().size == page.network.size == 1
    assert page.undo().what == "added"
    assert page.network.size == 0
    assert page.undo() is None


def test_a_session_notices_that_its_file_was_deleted_and_made_again(store):
    page = Session(store)
    store.path.unlink()
    assert page.refresh().size == 0
    store.create(Network().add("Chidi"))
    assert page.refresh().others["name"].to_list() == ["Chidi"]


def test_a_change_that_is_refused_leaves_a_session_as_it_was(store):
    page = Session(store)

    def late(network):
        Store(store.path).change("took Ana out", lambda network: network.without("ana"))
        return network.edit("ana", note="x")

    with pytest.raises(StoreError, match="Nothing was saved"):
        page.do("late", late)
    assert page.refresh().others["id"].to_list() == ["bo"]


def test_the_version_is_another_one_after_each_change(store):
    versions = [store.version()]
    before = store.load()
    store.save(before, before.edit("ana", ring=1), "edited")
    versions.append(store.version())
    store.undo()
    versions.append(store.version())
    assert len(set(versions)) == 3
    store.save(before, before, "nothing")
    assert store.version() == versions[-1]


def test_threads_share_a_file(store):
    """Each adds its own, and reads: within a process there are two copies of SQLite that must not meet."""
    failed = []

    def work(number):
        try:
            mine = Store(store.path)
            for step in range(15):
                mine.change("added", lambda network, step=step: network.add("x", id=f"{number}-{step}"))
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert store.load().size == 62


@pytest.mark.parametrize(
    "made",
    [
        "CREATE TRIGGER evil AFTER INSERT ON people BEGIN DELETE FROM exchanges; END",
        "CREATE VIEW evil AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c",
        "CREATE VIRTUAL TABLE evil USING fts5(x)",
    ],
)
def test_a_file_with_rules_of_somebody_elses_is_neither_read_nor_written(tmp_path, made):
    store = Store(tmp_path / "n.netgive")
    network = store.change("began", lambda network: network.add("Zoe Obi"))
    with closing(sqlite3.connect(store.path)) as db:
        db.execute(made)
        db.commit()
    before = store.path.read_bytes()
    for use in (
        store.load,
        store.undo,
        store.history,
        lambda: store.save(network, network.add("Max"), "added"),
    ):
        with pytest.raises(StoreError, match="holds more than netgive puts into a file"):
            use()
    assert store.path.read_bytes() == before


def test_many_people_come_and_go_with_all_that_names_them_and_no_index_stays(tmp_path):
    many = Network().with_people(pl.DataFrame({"id": [f"p{n}" for n in range(60)]}))
    for n in range(59):
        many = many.touch(f"p{n}", actor=f"p{n + 1}", on=DAY)
    store = Store(tmp_path / "n.netgive")
    store.create(STORY)
    whole = STORY.with_people(many.others.select("id"))
    whole = whole.with_rows("exchanges", many.exchanges)
    store.save(STORY, whole, "many")
    with closing(sqlite3.connect(store.path)) as db:
        before = db.execute("SELECT sql FROM sqlite_schema ORDER BY sql").fetchall()
    store.undo()
    assert kept(store.load()) == kept(STORY)
    store.save(STORY, whole, "many again")
    store.save(whole, STORY, "all gone")
    store.undo()
    assert kept(store.load()) == kept(whole)
    with closing(sqlite3.connect(store.path)) as db:
        assert db.execute("SELECT sql FROM sqlite_schema ORDER BY sql").fetchall() == before
