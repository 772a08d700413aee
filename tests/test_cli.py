"""The commands, as a person and as a script run them."""

from __future__ import annotations

import json
import subprocess
import sys

import icalendar
import pytest

from netgive_lib import __version__
from netgive_lib.charts import pictures
from netgive_lib.cli import main
from netgive_lib.commands import looking
from netgive_lib.network import Network
from netgive_lib.resources import folder
from netgive_lib.store import Store

EXPORTS = folder("data") / "exports"
TODAY = ("--today", "2026-11-02")


@pytest.fixture
def file(tmp_path, run):
    file = tmp_path / "story.netgive"
    assert run("sample", "story", "--file", file).exit_code == 0
    return file


def said(done):
    """The JSON that a command printed."""
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


@pytest.mark.parametrize("words", [["--version"], ["--help"], *([name, "--help"] for name in main.commands)])
def test_help_loads_none_of_the_heavy_libraries(words):
    heavy = ("marimo", "altair", "polars", "networkx", "vl_convert", "uvicorn", "anywidget")
    script = (
        "import sys\n"
        "from netgive_lib.cli import main\n"
        f"try:\n    main({words!r})\n"
        "except SystemExit as ended:\n    assert not ended.code\n"
        f"print(sorted(set({heavy!r}) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("[]")


def test_the_version_is_said(run):
    assert run("--version").stdout == f"netgive {__version__}\n"


def test_an_import_says_what_it_brought_and_the_second_time_nothing_is_new(tmp_path, run):
    file = tmp_path / "mine.netgive"
    export = EXPORTS / "linkedin.zip"
    first = said(run("import", export, "--file", file, "--json"))
    assert first["people"]["new"] > 70
    assert first["exchanges"]["new"] > 100
    assert {source["format"] for source in first["sources"]} >= {"LinkedIn connections"}
    again = said(run("import", export, "--file", file, "--json"))
    assert (again["people"]["new"], again["exchanges"]["new"]) == (0, 0)
    assert len(Store(file).history()) == 1


def test_a_dry_run_changes_nothing(tmp_path, run):
    file = tmp_path / "mine.netgive"
    done = run("import", EXPORTS / "google-contacts.csv", "--dry-run", "--file", file)
    assert done.exit_code == 0
    assert "This would bring in" in done.stdout
    assert not file.exists()


def test_what_cannot_be_read_is_listed_with_its_line_and_the_rest_comes_in(tmp_path, run):
    friends = tmp_path / "friends.csv"
    friends.write_text(
        "Name,E-mail\nZoe Obi,zoe@example.org\nMax,max@example.org,1,2,3\nAna Roe,ana@example.org\n",
        encoding="utf-8",
    )
    done = said(run("import", friends, "--file", tmp_path / "n.netgive", "--json"))
    assert done["people"]["new"] == 2
    (problem,) = done["problems"]
    assert (problem["file"], problem["line"]) == ("friends.csv", 3)
    assert "5 cells" in problem["problem"]


def test_a_file_of_no_known_kind_ends_with_exit_code_one_and_a_sentence(tmp_path, run):
    picture = tmp_path / "holiday.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    done = run("import", picture, "--file", tmp_path / "n.netgive")
    assert done.exit_code == 1
    assert "holiday.png" in done.output
    assert "Traceback" not in done.output
    assert not (tmp_path / "n.netgive").exists()  # an empty file of one's own would hide the sample


def test_people_are_listed_with_the_keys_that_scripts_rely_on(file, run):
    rows = said(run("people", "--file", file, "--json", *TODAY))
    assert len(rows) == 90
    keys = "id name emails phones url organization title circle ring topics birthday connected_on"
    keys += " warmth last_contact dormant given received asked tab nuisance"
    assert set(keys.split()) <= set(rows[0])
    printed = run("people", "--file", file, *TODAY).stdout
    assert "Noor Haddad" in printed
    assert "noor-haddad" in printed


def test_everyone_cools_as_days_pass(file, run):
    def warmth(today):
        rows = said(run("people", "--file", file, "--json", "--today", today))
        return {row["id"]: row["warmth"] for row in rows if row["warmth"] is not None}

    now, later = warmth("2026-11-02"), warmth("2026-12-02")
    assert now
    assert all(later[id] < now[id] for id in now)


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf", "html", "json"])
def test_the_map_is_drawn_in_each_format(file, tmp_path, run, suffix):
    begins = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF", "html": b"<!DOCTYPE html>", "json": b"{"}
    picture = tmp_path / f"map.{suffix}"
    done = run("chart", "map", "-o", picture, "--file", file, *TODAY)
    assert done.exit_code == 0, done.output
    assert picture.read_bytes().startswith(begins[suffix])


def test_the_command_says_whom_a_picture_shows(file, tmp_path, run):
    def said(name):
        done = run("chart", name, "-o", tmp_path / "p.json", "--file", file, *TODAY)
        return done.stdout.removeprefix(f"{tmp_path / 'p.json'}: ")

    assert said("map") == "the map of 90 people.\n"
    assert said("tab") == "the tab. 30 of 60 people with a tab: those with whom most was given and got.\n"
    assert said("reconnect").startswith("whom to reconnect with. 89 of 90 people: ")


def test_letters_that_are_boxes_in_a_picture_are_told(tmp_path, run, monkeypatch):
    monkeypatch.setattr("netgive_lib.charts.fonts._has_font", lambda letter: letter != "山")
    file = tmp_path / "n.netgive"
    Store(file).create(Network().add("山田", ring=1).add("Ελένη", ring=2), "test")
    for suffix, told in ((".pdf", True), (".png", True), (".svg", False)):
        done = run("chart", "map", "-o", tmp_path / f"m{suffix}", "--file", file, *TODAY)
        assert done.exit_code == 0
        assert ("No font on this machine has 山: in" in done.stderr) == told
        assert bool(done.stderr) == told


@pytest.mark.parametrize(
    "command",
    [("people",), ("plan",), ("offers",), ("export", "x"), ("graph", "-o", "g.json"), ("chart", "map", "-o", "m.svg")],
)  # fmt: skip
def test_a_file_that_is_not_there_is_no_empty_network(command, tmp_path, run, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run(*command, "--file", "typo.netgive")
    assert done.exit_code == 1
    assert "There is no file typo.netgive." in done.stderr and "netgive import" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_network_is_no_cards(file, run, tmp_path):
    done = run("chart", "ring", file, "-o", tmp_path / "r.svg")
    assert done.exit_code == 1
    assert f"{file.name} holds no cards: it is not text." in done.stderr


def test_every_picture_can_be_drawn_and_names_nobody_when_anonymous(file, tmp_path, run):
    people = Store(file).load().others
    told = {
        *people["name"],
        *people["id"],
        *people["url"].drop_nulls(),
        *people["emails"].explode().drop_nulls(),
    }
    assert sorted(pictures.PICTURES) == sorted(looking.PICTURES)
    for name in looking.PICTURES:
        picture = tmp_path / f"{name}.json"
        assert run("chart", name, "-o", picture, "--anonymous", "--file", file, *TODAY).exit_code == 0
        text = picture.read_text(encoding="utf-8")
        assert [person for person in told if person in text] == []


def test_the_ring_is_drawn_from_cards_and_nothing_else_is(file, tmp_path, run):
    cards, picture = tmp_path / "cards.json", tmp_path / "ring.json"
    offers = [{"title": "an hour of Python", "topics": ["python"]}]
    cards.write_text(json.dumps([
        {"name": "Ana", "ask": "Who could show me Python?", "topics": ["python"]},
        {"name": "Ben", "offers": offers},
    ]))  # fmt: skip
    done = run("chart", "ring", cards, "-o", picture, "--anonymous")
    assert done.stdout == f"{picture}: the ring of 2 people.\n"
    assert "Ana" not in picture.read_text(encoding="utf-8")
    assert "drawn from cards" in run("chart", "ring", "-o", picture).stderr
    wrong = run("chart", "map", cards, "-o", picture, "--file", file)
    assert (wrong.exit_code, "for the ring alone" in wrong.stderr) == (2, True)


def test_a_picture_in_an_unknown_format_is_refused_in_a_sentence(file, tmp_path, run):
    done = run("chart", "map", "-o", tmp_path / "map.bmp", "--file", file)
    assert done.exit_code == 1
    assert "End the name in one of" in done.stderr


def test_an_exported_folder_brings_the_same_network_back(file, tmp_path, run):
    assert run("export", tmp_path / "csv", "--file", file).exit_code == 0
    back = tmp_path / "back.netgive"
    assert run("import", tmp_path / "csv", "--file", back).exit_code == 0
    before, after = Store(file).load(), Store(back).load()
    for table in ("people", "ties", "exchanges", "assets", "offers", "asks", "moves", "settings"):
        old, new = before.table(table), after.table(table)
        assert new.sort(new.columns[0]).equals(old.sort(old.columns[0])), table


def test_undo_takes_back_the_latest_change_and_says_which(file, run):
    Store(file).change(
        "a playlist", lambda network: network.give("noor-haddad", on=network.exchanges["date"][0])
    )
    listed = said(run("undo", "--list", "--file", file, "--json"))
    assert [change["what"] for change in listed] == ["a playlist", "wrote a sample network"]
    assert "Taken back: a playlist" in run("undo", "--file", file).stdout
    assert run("undo", "--file", file).exit_code == 0
    done = run("undo", "--file", file)
    assert done.exit_code == 1
    assert "nothing to take back" in done.stderr


def test_a_sample_never_writes_over_a_file(file, run):
    before = file.read_bytes()
    done = run("sample", "story", "--file", file)
    assert done.exit_code == 1
    assert "is there already" in done.stderr
    assert file.read_bytes() == before


def test_a_network_of_any_size_is_made_up_and_is_the_same_for_the_same_seed(tmp_path, run):
    sizes = ("--people", 40, "--exchanges", 300, "--seed", 5)
    for name in ("a", "b"):
        assert run("sample", *sizes, "--file", tmp_path / name).exit_code == 0
    a, b = (Store(tmp_path / name).load() for name in ("a", "b"))
    assert (a.size, a.exchanges.height) == (40, 300)
    assert a.people.equals(b.people)
    assert a.exchanges.equals(b.exchanges)


def test_offers_are_listed_with_their_reasons_the_best_first_within_a_person(file, run):
    rows = said(run("offers", "--file", file, "--json", *TODAY))
    assert set(rows[0]) == {"person", "name", "kind", "asset", "title", "fit", "why"}
    fits = [row["fit"] for row in rows if row["person"] == "marguerite-adeyemi"]
    assert len(fits) > 1
    assert fits == sorted(fits, reverse=True)
    of_one = said(run("offers", "Marguerite", "--file", file, "--json", *TODAY))
    assert {row["person"] for row in of_one} == {"marguerite-adeyemi"}
    assert of_one[0]["kind"] == "introduction"
    assert "Marguerite cares about" in run("offers", "marguerite-adeyemi", "--file", file, *TODAY).stdout
    done = run("offers", "Zebedee", "--file", file)
    assert done.exit_code == 1
    assert "Nobody here is called 'Zebedee'" in done.stderr


def test_a_plan_is_made_and_written_for_a_calendar(file, tmp_path, run):
    plan = said(run("plan", "--weeks", "4", "--per-week", "1", "--file", file, "--json", *TODAY))
    assert {"moves", "held_back"} <= set(plan)
    assert 1 <= len(plan["moves"]) <= 4
    assert {"person", "name", "on", "offer", "why", "score"} <= set(plan["moves"][0])
    assert {"person", "name", "reasons"} == set(plan["held_back"][0])
    assert run("plan", "-o", tmp_path / "plan.ics", "--file", file, *TODAY).exit_code == 0
    calendar = icalendar.Calendar.from_ical((tmp_path / "plan.ics").read_bytes())
    events = calendar.walk("VEVENT")
    assert len(events) > 8
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert run("plan", "-o", tmp_path / "plan.docx", "--file", file).exit_code == 1


def test_wording_is_checked_and_the_exit_code_says_whether_it_holds(run):
    done = run("check", "--offer", "How can I help you?", "--json")
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    assert (found["kind"], found["ok"]) == ("offer", False)
    assert [finding["code"] for finding in found["findings"]] == ["OF1", "OF3"]
    assert {"code", "message", "start", "end", "hint"} <= set(found["findings"][0])
    good = "You said hiring is slow. I know two analysts who are free from June. Shall I introduce you?"
    german = run("check", "--offer", "Am Freitag lese ich dein Programm Korrektur.")
    assert (german.exit_code, "knows English only" in german.stdout) == (1, True)
    assert run("check", "--offer", "-", input=good + "\n").stdout == "Nothing to change: this reads well.\n"


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["check", "--offer", "a", "--ask", "b"],
        ["sample"],
        ["sample", "nowhere"],
        ["import"],
        ["import", "no-such-file.csv"],
        ["people", "--today", "yesterday"],
        ["chart", "portrait", "-o", "x.svg"],
        ["frobnicate"],
    ],
)
def test_wrong_usage_ends_with_exit_code_two_and_says_what_is_wrong(words, run):
    done = run(*words)
    assert done.exit_code == 2
    assert "Error: " in done.stderr
    assert "Traceback" not in done.output
