"""A plan as a file: read back by calendars, by a CSV reader, and as Markdown and JSON."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta, timezone

import icalendar
import polars as pl
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from netgive_lib.network import Network
from netgive_lib.plan import make_plan
from netgive_lib.plan.files import plan_as_csv, plan_as_ics, plan_as_json, plan_as_markdown, save_plan

TODAY = date(2026, 7, 1)
MADE = datetime(2026, 7, 1, 8, 30, tzinfo=UTC)
AWKWARD = "=Zoë; O'Neil, \\ <b>|*Łukasz*\nhttps://x.example www.y.example\u2028\x07😀"


def plan_of(name="Ana Lopes", title="A book", on=None, draft=None, why="They like it.", today=TODAY):
    network = Network().add(name, id="ana", ring=5).add("Left Alone", id="left", leave_alone=True)
    network = network.add("To Think Of", id="think", ring=5)
    for number in range(4 if draft else 0):
        network = network.add(f"Other {number}", id=f"o{number}", ring=5)
    ids = ["ana", *(id for id in network.others["id"] if id.startswith("o"))]
    columns = ["person", "name", "kind", "asset", "title", "fit", "why"]
    offers = pl.DataFrame(
        [(id, id, "skill", None, title, 1.0, why) for id in ids],
        schema={column: pl.Float64 if column == "fit" else pl.String for column in columns},
        orient="row",
    )
    if draft:
        ask = {"id": ["q"], "person": ["ana"], "text": [draft], "status": ["draft"]}
        network = network.with_rows("asks", pl.DataFrame(ask))
    return make_plan(network, today, offers=offers, fixed={"ana": on} if on else None), network


def events(ics):
    return icalendar.Calendar.from_ical(ics).walk("VEVENT")


def test_each_move_is_an_event_of_a_whole_day_with_the_offer_in_its_text():
    plan, network = plan_of(draft="Would you look at one page?", on=date(2026, 7, 7))
    found = events(plan_as_ics(plan, network, "mine.netgive", MADE))
    assert len(found) == plan.moves.height == 5
    event = next(e for e in found if "Ana" in e["SUMMARY"])
    assert event["SUMMARY"] == "Ana Lopes: A book"
    assert event["DTSTART"].dt == date(2026, 7, 7)
    assert event["DTEND"].dt == date(2026, 7, 8)
    assert event["DESCRIPTION"] == (
        "Bring Ana Lopes: A book\n\nThey like it. There is no contact on record yet.\n\n"
        "If it fits, ask: Would you look at one page?"
    )
    assert (event["CLASS"], event["TRANSP"], event["DTSTAMP"].dt) == ("PRIVATE", "TRANSPARENT", MADE)


def test_another_library_reads_the_same():
    plan, network = plan_of(AWKWARD, AWKWARD)
    ics = plan_as_ics(plan, network, "mine.netgive", MADE)
    (event,) = events(ics)
    calendar = vobject.readOne(ics.decode())
    assert calendar.vevent.summary.value == event["SUMMARY"]
    assert calendar.vevent.description.value == event["DESCRIPTION"]
    assert calendar.vevent.dtstart.value == event["DTSTART"].dt
    assert calendar.vevent.uid.value == event["UID"]
    calendar.validate()


def test_it_keeps_to_what_calendars_ask_for():
    ics = plan_as_ics(*plan_of(AWKWARD, AWKWARD * 20), "mine.netgive", MADE)
    calendar = icalendar.Calendar.from_ical(ics)
    assert "METHOD" not in calendar
    assert (calendar["VERSION"], "PRODID" in calendar) == ("2.0", True)
    assert ics.count(b"\n") == ics.count(b"\r\n") > 10
    assert all(len(line) <= 75 for line in ics.split(b"\r\n"))


def test_what_someone_is_called_is_no_html_in_a_calendar():
    (event,) = events(plan_as_ics(*plan_of("<img src=x>", "<b>A book</b>"), "mine.netgive", MADE))
    assert event["SUMMARY"] == "‹img src=x›: ‹b›A book‹/b›"
    assert "<" not in event["DESCRIPTION"]


def test_a_second_import_moves_an_event_and_another_offer_or_network_is_another_event():
    def event(file="mine.netgive", made=MADE, **more):
        return events(plan_as_ics(*plan_of(**more), file, made))[0]

    before = event(on=date(2026, 7, 7))
    after = event(on=date(2026, 7, 9), made=MADE + timedelta(minutes=1))
    assert before["UID"] == after["UID"]
    assert before["DTSTART"].dt != after["DTSTART"].dt
    assert before["SEQUENCE"] < after["SEQUENCE"] < 2**31
    assert before["DTSTAMP"].dt < after["DTSTAMP"].dt
    assert event(title="A map")["UID"] != before["UID"]
    assert event(file="other.netgive")["UID"] != before["UID"]


def test_the_moment_is_kept_in_utc():
    made = datetime(2026, 7, 1, 10, 30, tzinfo=timezone(timedelta(hours=2)))
    assert plan_as_ics(*plan_of(), "f", made) == plan_as_ics(*plan_of(), "f", MADE)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_title_can_be_read_back_from_every_form(title):
    plan, network = plan_of(title=f"x{title}")
    (event,) = events(plan_as_ics(plan, network, "f", MADE))
    assert event["SUMMARY"].startswith("Ana Lopes: x")
    (row,) = csv.DictReader(io.StringIO(plan_as_csv(plan, network), newline=""))
    assert row["offer"] == f"x{title}"
    table = [line for line in plan_as_markdown(plan, network).split("\n") if "Ana Lopes" in line]
    assert len(table) == 1
    assert table[0].replace("\\|", "").count("|") == 6


def test_a_cell_is_never_a_formula():
    plan, network = plan_of("=1+1", "@SUM(A1)", why="-2")
    (row,) = csv.DictReader(io.StringIO(plan_as_csv(plan, network)))
    assert (row["name"], row["offer"], row["why"][:3]) == ("'=1+1", "'@SUM(A1)", "'-2")
    assert (row["person"], row["on"], row["week"], row["score"]) == (
        "ana",
        plan.moves["on"][0].isoformat(),
        "2026-06-29",
        f"{plan.moves['score'][0]:.3f}",
    )


def test_markdown_shows_names_as_they_are():
    plan, network = plan_of(AWKWARD, "1. [link](https://x.example) `code`", on=date(2026, 7, 7))
    assert (
        "| Tuesday, 7 July 2026 | =Zoë; O'Neil, \\\\ &lt;b&gt;\\|\\*Łukasz\\* https\\://x.example www\\.y.example 😀 | "
        "1. \\[link\\](https\\://x.example) \\`code\\` | They like it. There is no contact on record yet. | ☐ |"
    ).replace("=Zoë", "\\=Zoë") in plan_as_markdown(plan, network)


def test_markdown_has_a_table_a_week_and_says_who_is_not_in_it():
    plan, network = plan_of(draft="Would you?")
    text = plan_as_markdown(plan, network)
    assert text.startswith(
        "# Your plan, 29 June 2026 to 23 August 2026\n\n## Week of 29 June 2026\n\n| Day | Who |"
    )
    assert "A book<br>*If it fits, ask:* Would you?" in text
    assert "## Held back\n\n- **Left Alone**: You chose to leave them alone.\n" in text
    assert text.endswith("## Think first: nothing to bring yet\n\n- **To Think Of**\n")


def test_a_plan_without_moves_says_so():
    plan = make_plan(
        Network(),
        TODAY,
        offers=plan_of()[0]
        .moves.select("person")
        .clear()
        .with_columns(**dict.fromkeys(("kind", "asset", "title", "fit", "why"), pl.lit(None, pl.String))),
    )
    assert "There are no moves in it yet." in plan_as_markdown(plan, Network())
    assert events(plan_as_ics(plan, Network(), "f", MADE)) == []
    assert plan_as_json(plan) == {"moves": [], "held_back": [], "think_first": []}


def test_json_has_the_keys_that_scripts_rely_on():
    plan, _ = plan_of(draft="Would you?")
    told = json.loads(json.dumps(plan_as_json(plan)))
    move = next(row for row in told["moves"] if row["person"] == "ana")
    assert {"person", "name", "on", "offer", "why", "score"} <= move.keys()
    assert move["on"] == plan.moves.filter(pl.col("person") == "ana")["on"][0].isoformat()
    assert move["ask"] == "q"
    assert told["held_back"] == [
        {"person": "left", "name": "Left Alone", "reasons": ["You chose to leave them alone."]}
    ]
    assert told["think_first"] == [{"person": "think", "name": "To Think Of"}]


@pytest.mark.parametrize("suffix", [".ics", ".CSV", ".md"])
def test_the_suffix_says_which_file_it_is(tmp_path, suffix):
    plan, network = plan_of()
    path = tmp_path / f"plan{suffix}"
    save_plan(plan, network, path, "f", MADE)
    expected = {
        ".ics": plan_as_ics(plan, network, "f", MADE).decode(),
        ".csv": plan_as_csv(plan, network),
        ".md": plan_as_markdown(plan, network),
    }
    assert path.read_bytes().decode() == expected[suffix.lower()]


def test_another_suffix_is_refused_before_anything_is_written(tmp_path):
    path = tmp_path / "plan.pdf"
    with pytest.raises(
        ValueError, match=r"plan.pdf: a plan is written to a file that ends in .ics, .csv, .md"
    ):
        save_plan(*plan_of(), path, "f", MADE)
    assert not path.exists()
