"""The file under two processes at once, and under writers that are killed in the middle.

Each child is this module in a process of its own. It says on its standard output what it has done, after it is
done, and on its standard error why it could not.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sqlite3
import subprocess
import sys
import time
import traceback
from contextlib import closing, contextmanager
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path

import polars as pl

from netgive_lib.network import Network
from netgive_lib.schema import EXCHANGES
from netgive_lib.store import KEPT_CHANGES, Session, Store

KILLS = 200
KILLS_BESIDE = 30
KILLS_WHILE_MAKING = 50
LONGEST = 0.03
"""A writer lives this long at most, in seconds, from the moment at which it begins to write."""
AT_ONCE = 4
"""So many exchanges are added in one change."""
PATIENCE = 120
"""How long, in seconds, a writer may take to begin: a hang is to be a failure, even on a slow machine."""
DAY = date(2026, 3, 1)


def story():
    """Two people. It is made when it is asked for: what forks must not have run Polars, which has threads."""
    return Network().add("Ana Lopes", id="ana").add("Björn Åkesson", id="bo")


def with_numbers(network, numbers, name="x", other="ana"):
    """With an exchange for each number, and the last number as a setting: two tables in one change."""
    rows = [
        {
            "id": f"{name}{number:06}",
            "date": DAY + timedelta(number % 300),
            "actor": "me",
            "kind": "touch",
            "other": other,
            "what": f"number {number}, in a sentence that takes some room in the file",
            "weight": 1.0,
        }
        for number in numbers
    ]
    schema = {column: EXCHANGES.schema[column] for column in rows[0]}
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    return network.with_rows("exchanges", frame).with_settings({name: str(numbers[-1])})


def numbers_in(network, name="x"):
    """The numbers that a network holds; holds that no change of them is there by half."""
    rows = network.exchanges.filter(pl.col("id").str.starts_with(name)).sort("id")
    numbers = [int(what.split(",")[0].removeprefix("number ")) for what in rows["what"]]
    assert rows["id"].to_list() == [f"{name}{number:06}" for number in numbers]
    assert network.setting(name, "0") == str(max(numbers, default=0))
    return numbers


# What the children do


def say(word):
    """Say a word in one piece: a writer may be killed in the middle of two."""
    os.write(sys.stdout.fileno(), f"{word}\n".encode())


def count_on(path, began):
    """Save one numbered change after the other, and say each number when it is saved."""
    store = Store(path)
    network = store.load()
    number = int(network.setting("x", "0")) + 1
    began()
    while True:
        after = with_numbers(network, [number])
        store.save(network, after, f"number {number}")
        say(number)
        network, number = after, number + 1


def make_files(folder, began):
    """Make one file after the other, and say each one's number when it is there."""
    number = len(list(Path(folder).glob("*.netgive"))) + 1
    began()
    while True:
        Store(Path(folder) / f"{number}.netgive").create(story())
        say(number)
        number += 1


def be_killed(work, place):
    """For each number of seconds on standard input, do `work` in a new process and kill it after so long.

    The process is forked off this one, which has all imported and run nothing: a start costs next to nothing.
    """
    import_module("adbc_driver_sqlite.dbapi")
    for seconds in map(float, sys.stdin):
        ready, tell = os.pipe()
        writer = os.fork()
        if writer == 0:
            try:
                globals()[work](place, lambda tell=tell: os.write(tell, b"."))
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(1)
        os.close(tell)
        began = select.select([ready], [], [], PATIENCE)[0] and os.read(ready, 1)
        os.close(ready)
        time.sleep(seconds)
        os.kill(writer, signal.SIGKILL)
        _, status = os.waitpid(writer, 0)
        say("killed" if began and os.WIFSIGNALED(status) else "failed")


def add_exchanges(path, name, many):
    """Add so many exchanges, a few at a time, each time to what the file holds by then."""
    session = Session(Store(path))
    for first in range(1, int(many) + 1, AT_ONCE):
        numbers = range(first, first + AT_ONCE)
        session.do("met", lambda network, numbers=numbers: with_numbers(network, numbers, name))
    say("done")


def edit_column(path, column):
    """Edit one column of two people over and over, and hold after each time that it is there."""
    session = Session(Store(path))
    for number in range(100):
        id, text = ("ana", "bo")[number % 2], f"{column} {number}"
        after = session.do("edited", lambda network, id=id, text=text: network.edit(id, **{column: text}))
        assert after.person(id)[column] == text
    say("done")


def add_people(path, _):
    """In each change, add a person, an exchange with them, and a setting."""
    store = Store(path)
    for number in range(1, 101):
        person = f"p{number}"
        store.change(
            "added",
            lambda network, number=number, person=person: with_numbers(
                network.add(f"Person {number}", id=person), [number], other=person
            ),
        )
    say("done")


def begin(path, name):
    """Add a person to a file that may not be there yet."""
    Store(path).change("began", lambda network: network.add(name, id=name))
    say("done")


# How they are run

_RUN = "import sys; from tests import test_store_together as here; getattr(here, sys.argv[1])(*sys.argv[2:])"


@contextmanager
def child(work, *arguments):
    """A process that does `work`; killed at the end if it still runs."""
    with subprocess.Popen(
        [sys.executable, "-c", _RUN, work.__name__, *map(str, arguments)],
        cwd=Path(__file__).parent.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def finish(*processes):
    """Wait for children; holds that they did their work."""
    for process in processes:
        said, _ = process.communicate()
        assert (said, process.returncode) == ("done\n", 0)


def kill_a_writer(process, seconds):
    """Have a writer killed after so long; gives what it said that it had saved."""
    print(seconds, file=process.stdin, flush=True)
    said = []
    for line in process.stdout:
        if line == "killed\n":
            return said
        assert line != "failed\n"
        said.append(int(line))
    raise AssertionError("The process that starts the writers has ended.")


def check(path):
    with closing(sqlite3.connect(path)) as db:
        return db.execute("PRAGMA integrity_check").fetchone()[0]


def test_a_writer_killed_hundreds_of_times_loses_nothing_that_it_said_was_saved(tmp_path):
    store, chance = Store(tmp_path / "n.netgive"), random.Random(20)
    store.create(story())
    saved = []
    with child(be_killed, "count_on", store.path) as process:
        for kills in range(1, KILLS + 1):
            saved += kill_a_writer(process, chance.uniform(0, LONGEST))
            if chance.random() < 0.7:
                continue  # then it is the next writer that finds what this one left
            assert check(store.path) == "ok"
            there = numbers_in(store.load())
            assert there == list(range(1, len(there) + 1))
            assert set(saved) <= set(there)
            assert len(there) <= len(saved) + kills  # of each at most the one that it had no time to speak of
    assert saved
    there = numbers_in(store.load())
    taken_back = min(KEPT_CHANGES, len(there))
    for number in there[: -taken_back - 1 : -1]:
        assert store.undo().what == f"number {number}"
    assert numbers_in(store.load()) == there[:-taken_back]


def test_a_writer_killed_beside_another_takes_nothing_from_it(tmp_path):
    store, chance = Store(tmp_path / "n.netgive"), random.Random(21)
    store.create(story())
    saved = []
    with child(add_exchanges, store.path, "other", 400) as other:
        with child(be_killed, "count_on", store.path) as process:
            for _ in range(KILLS_BESIDE):
                saved += kill_a_writer(process, chance.uniform(0, LONGEST))
        finish(other)
    network = store.load()
    assert set(saved) <= set(numbers_in(network))
    assert numbers_in(network, "other") == list(range(1, 401))
    assert check(store.path) == "ok"


def test_a_file_whose_maker_is_killed_is_there_whole_or_not_at_all(tmp_path):
    chance, made = random.Random(22), []
    with child(be_killed, "make_files", tmp_path) as process:
        for _ in range(KILLS_WHILE_MAKING):
            made += kill_a_writer(process, chance.uniform(0, LONGEST))
    there = {int(path.stem): path for path in tmp_path.glob("*.netgive")}
    assert set(made) <= set(there)
    for path in there.values():
        assert Store(path).load().others["id"].to_list() == ["ana", "bo"]


def test_two_who_add_a_thousand_exchanges_each_leave_two_thousand(tmp_path):
    store = Store(tmp_path / "n.netgive")
    store.create(story())
    with (
        child(add_exchanges, store.path, "one", 1_000) as one,
        child(add_exchanges, store.path, "two", 1_000) as two,
    ):
        finish(one, two)
    network = store.load()
    assert network.exchanges.height == 2_000
    assert numbers_in(network, "one") == numbers_in(network, "two") == list(range(1, 1_001))


def test_two_who_edit_different_cells_of_the_same_people_lose_nothing(tmp_path):
    store = Store(tmp_path / "n.netgive")
    store.create(story())
    with child(edit_column, store.path, "note") as one, child(edit_column, store.path, "city") as two:
        finish(one, two)
    edited = store.load().others.select("id", "note", "city").rows()
    assert edited == [("ana", "note 98", "city 98"), ("bo", "note 99", "city 99")]


def test_who_reads_while_another_writes_never_sees_half_a_change(tmp_path):
    store, seen = Store(tmp_path / "n.netgive"), set()
    store.create(story())
    session = Session(store)
    with child(add_people, store.path, "") as process:
        while process.poll() is None:
            for network in (store.load(), session.refresh()):
                numbers = numbers_in(network)
                assert numbers == list(range(1, len(numbers) + 1))
                assert network.size == 2 + len(numbers)
                seen.add(len(numbers))
        finish(process)
    assert numbers_in(session.refresh()) == list(range(1, 101))
    assert seen


def test_several_who_begin_the_same_file_at_once_are_all_in_it(tmp_path):
    store = Store(tmp_path / "n.netgive")
    with (
        child(begin, store.path, "ana") as one,
        child(begin, store.path, "bo") as two,
        child(begin, store.path, "chidi") as three,
    ):
        finish(one, two, three)
    assert store.load().others["id"].to_list() == ["ana", "bo", "chidi"]
    assert [path.name for path in tmp_path.iterdir()] == ["n.netgive"]
