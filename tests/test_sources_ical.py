"""Calendars: who met whom and when, what is no meeting, what repeats, whose it is, and what is hostile."""

from __future__ import annotations

import tracemalloc
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import vRecur

from netgive_lib.sources import SourceError, ical, read, read_bytes
from netgive_lib.sources.recurrence import Rule, days, rule

EXPORTS = Path(__file__).parent / "exports"
TODAY = date(2026, 11, 25)
ME = "ORGANIZER;CN=Me:mailto:me@example.org"
ZOE = "ATTENDEE;CN=Zoe Obi:mailto:zoe@example.org"
MAX = "ATTENDEE;CN=Max Roe:mailto:max@example.org"


def vevent(*lines, start="DTSTART:20260302T090000"):
    return "\r\n".join(("BEGIN:VEVENT", *([start] if start else ()), *lines, "END:VEVENT"))


def calendar(*events, head=()):
    return "\r\n".join(("BEGIN:VCALENDAR", *head, *events, "END:VCALENDAR", "")).encode()


def found_in(*events, head=(), me="me@example.org", today=TODAY):
    return read_bytes(calendar(*events, head=head), "my.ics", me=me, today=today)


def met(found):
    """(day, address) of everyone who met me, once it is sure that each touch has its counterpart."""
    to_me = {(h.date, h.actor.removeprefix("meeting:")) for h in found.exchanges if h.other == "me"}
    from_me = {(h.date, h.other.removeprefix("meeting:")) for h in found.exchanges if h.actor == "me"}
    assert to_me == from_me
    assert len(found.exchanges) == 2 * len(to_me)
    return sorted((f"{day:%m-%d}", who.partition("@")[0]) for day, who in to_me)


# What a meeting is


def test_a_google_calendar():
    found = read(EXPORTS / "google-calendar.ics", today=TODAY)
    assert found.format == "calendar (iCalendar)"
    assert met(found) == [
        ("03-02", "max"),
        ("03-02", "zoe"),
        ("03-18", "max"),
        ("03-23", "max"),
        ("03-30", "max"),
    ]
    assert [(someone.name, someone.emails) for someone in found.people] == [
        ("Zoë Obi", ["zoe@example.org"]),
        ("Max Roe", ["max@example.org"]),
    ]
    assert (found.me.name, found.me.emails) == ("Me", ["me@example.org"])
    assert found.skipped == {
        "events that were cancelled": 1,
        "events that you declined": 1,
        "events that are still to come": 1,
    }
    assert found.problems == []
    assert {h.kind for h in found.exchanges} == {"touch"}
    assert {h.what for h in found.exchanges} == {None}


@pytest.mark.parametrize(
    "line",
    [
        "ATTENDEE;CUTYPE=ROOM:mailto:x@example.org",
        "ATTENDEE;CUTYPE=RESOURCE:mailto:x@example.org",
        "ATTENDEE;CUTYPE=group:mailto:x@example.org",
        "ATTENDEE;ROLE=NON-PARTICIPANT:mailto:x@example.org",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:x@example.org",
        'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:y@example.org":mailto:x@example.org',
        "ATTENDEE:mailto:abc@group.calendar.google.com",
        "ATTENDEE:mailto:abc@resource.calendar.google.com",
        "ATTENDEE:mailto:no-reply@example.org",
        "ATTENDEE;CN=X:invalid:nomail",
        "ATTENDEE:/o=Org/ou=x/cn=y",
        "BEGIN:VALARM\r\nATTENDEE:mailto:x@example.org\r\nEND:VALARM",
        "DESCRIPTION:text\r\n ATTENDEE:mailto:x@example.org",
    ],
)
def test_who_was_not_there(line):
    assert met(found_in(vevent(ME, ZOE, line))) == [("03-02", "zoe")]


@pytest.mark.parametrize(
    "line",
    [
        "ATTENDEE:MAILTO:X@Example.org",
        "attendee;partstat=needs-action:mailto:x@example.org",
        'ATTENDEE;CN="Obi, Xenia":mailto:x@example.org',
        "ATTENDEE;CN=X;EMAIL=x@example.org:invalid:nomail",
        "ATTENDEE;CN=X;X-NUM-GUESTS=0:mailto:x%40example.org",
        "ATTENDEE;CN=Xenia Long N\r\n ame:mailto:x@exa\r\n\tmple.org",
        "ORGANIZER:mailto:x@example.org",
    ],
)
def test_who_was_there(line):
    assert met(found_in(vevent(line, "ATTENDEE:mailto:me@example.org"))) == [("03-02", "x")]


@pytest.mark.parametrize("lines", [["STATUS:CANCELLED"], ["status:cancelled"]])
def test_a_cancelled_event_is_nothing(lines):
    assert found_in(vevent(ME, ZOE, *lines)).exchanges == []
    assert found_in(vevent(ME, ZOE), head=["METHOD:CANCEL"]).exchanges == []


def test_todos_and_journals_are_no_events():
    todo = vevent(ME, ZOE).replace("VEVENT", "VTODO")
    assert met(found_in(todo, vevent(ME, MAX))) == [("03-02", "max")]


def test_a_large_meeting_adds_a_fraction_and_the_day_counts_once_at_its_best():
    crowd = [f"ATTENDEE:mailto:p{i}@example.org" for i in range(15)]
    found = found_in(
        vevent("UID:a", ME, *crowd), vevent("UID:b", ME, crowd[0]), vevent("UID:c", ME, crowd[0])
    )
    weights = {h.other: h.weight for h in found.exchanges if h.actor == "me"}
    assert weights.pop("meeting:p0@example.org") == 1.0
    assert set(weights.values()) == {8 / 16}
    assert len(found.exchanges) == 30


def test_eight_at_a_table_count_in_full():
    found = found_in(vevent(ME, *(f"ATTENDEE:mailto:p{i}@example.org" for i in range(7))))
    assert {h.weight for h in found.exchanges} == {1.0}


def test_of_an_assembly_nobody_new_comes_in():
    everyone = [f"ATTENDEE:mailto:p{i}@example.org" for i in range(200)]
    found = found_in(
        vevent("UID:a", ME, *everyone), vevent("UID:b", ME, everyone[7], start="DTSTART:20260401")
    )
    assert [someone.emails[0] for someone in found.people if someone.known] == ["p7@example.org"]
    assert {h.other for h in found.exchanges if h.actor == "me"} == {"meeting:p7@example.org"}
    assert all(0 < h.weight <= 1 for h in found.exchanges)


# Days


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("DTSTART;VALUE=DATE:20260302", "03-02"),
        ("DTSTART:20260302", "03-02"),
        ("DTSTART:20260302T233000", "03-02"),
        ("DTSTART;TZID=Europe/Berlin:20260302T003000", "03-02"),
        ("DTSTART;TZID=W. Europe Standard Time:20260302T003000", "03-02"),
        ("DTSTART;TZID=Nowhere/Atlantis:20260302T003000", "03-02"),
        ("DTSTART;TZID=Europe:20260302T003000", "03-02"),
        ("DTSTART;TZID=../../etc/passwd:20260302T003000", "03-02"),
        ('DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin":20260302T003000', "03-02"),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20260302T003000", "03-02"),
        ("DTSTART:20260302T233000Z", "03-03"),
    ],
)
def test_an_event_is_on_the_day_that_the_calendar_shows(start, day):
    found = found_in(vevent(ME, ZOE, start=start), head=["X-WR-TIMEZONE:Europe/Berlin"])
    assert met(found) == [(day, "zoe")]
    assert found.problems == []


def test_utc_stays_utc_where_the_calendar_names_no_zone_that_exists():
    for head in ([], ["X-WR-TIMEZONE:Nowhere"], ["X-WR-TIMEZONE:../x"], ["X-WR-TIMEZONE:Europe"]):
        assert met(found_in(vevent(ME, ZOE, start="DTSTART:20260302T233000Z"), head=head)) == [
            ("03-02", "zoe")
        ]


@pytest.mark.parametrize(
    "start",
    [
        None,
        "DTSTART:",
        "DTSTART:soon",
        "DTSTART:PT1H",
        "DTSTART:100000",
        "DTSTART:00010101T000000",
        "DTSTART:1066",
    ],
)
def test_an_event_without_a_day_that_can_be_right_is_a_problem_and_its_neighbours_are_read(start):
    found = found_in(vevent("UID:a", ME, MAX, start=start), vevent("UID:b", ME, ZOE))
    assert met(found) == [("03-02", "zoe")]
    assert [problem.line for problem in found.problems] == [2]
    assert found.skipped == {"events that can't be read": 1}


def test_today_counts_and_tomorrow_does_not():
    event = vevent(ME, ZOE, start="DTSTART:20260302T230000")
    assert met(found_in(event, today=date(2026, 3, 2))) == [("03-02", "zoe")]
    assert met(found_in(event, today=date(2026, 3, 1))) == []
    assert met(found_in(vevent(ME, ZOE, start="DTSTART:99991231T235959Z"))) == []


# What repeats


def test_an_endless_series_ends_today():
    found = found_in(vevent(ME, ZOE, "RRULE:FREQ=DAILY"), today=date(2026, 3, 5))
    assert [day for day, _ in met(found)] == ["03-02", "03-03", "03-04", "03-05"]


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20260316", "03-16"),
        ("20260316T090000", "03-16"),
        ("20260316T085959", "03-09"),
        ("20260316T080000Z", "03-16"),
    ],
)
def test_a_series_ends_at_until_in_the_time_of_its_own_place(until, last):
    start = "DTSTART;TZID=Europe/Berlin:20260302T090000"
    found = found_in(vevent(ME, ZOE, f"RRULE:FREQ=WEEKLY;UNTIL={until}", start=start))
    assert met(found)[-1][0] == last


def test_days_are_taken_out_added_and_moved():
    series = vevent(
        "UID:s",
        ME,
        ZOE,
        "RRULE:FREQ=WEEKLY;COUNT=5",
        "EXDATE:20260309T090000,20260316T090000",
        "RDATE;VALUE=DATE:20260305",
    )
    moved = vevent("UID:s", ME, ZOE, "RECURRENCE-ID:20260323T090000", start="DTSTART:20260325T110000")
    gone = vevent(
        "UID:s", "STATUS:CANCELLED", "RECURRENCE-ID:20260330T090000", start="DTSTART:20260330T090000"
    )
    assert [day for day, _ in met(found_in(moved, series, gone))] == ["03-02", "03-05", "03-25"]


def test_an_event_that_comes_twice_is_one_and_the_newer_one_holds():
    old = vevent("UID:a", "SEQUENCE:1", ME, ZOE)
    new = vevent("UID:a", "SEQUENCE:2", ME, ZOE, start="DTSTART:20260401T090000")
    for events in ((old, new), (new, old)):
        found = found_in(*events)
        assert met(found) == [("04-01", "zoe")]
        assert found.skipped == {"events that are there twice": 1}


@pytest.mark.parametrize(
    "line", ["RRULE:FREQ=SECONDLY", "RRULE:FREQ=DAILY;INTERVAL=0", "RRULE:FREQ=NEVER", "RRULE:x"]
)
def test_a_rule_that_is_none_to_follow_leaves_the_first_day_and_is_told(line):
    found = found_in(vevent(ME, ZOE, line))
    assert met(found) == [("03-02", "zoe")]
    assert "Only the first day" in found.problems[0].problem


_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_month_days = st.lists(st.integers(-28, 28).filter(bool), min_size=1, max_size=3, unique=True)


@st.composite
def rules(draw):
    """Rules that take place again and again, so that dateutil comes to an end."""
    every = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={every}", f"WKST={draw(st.sampled_from(_WEEKDAYS))}"]
    if every not in ("DAILY", "WEEKLY") or draw(st.booleans()):
        parts.append(f"INTERVAL={draw(st.integers(1, 4))}")
    by = draw(st.sampled_from(["", "weekday", "which", "month day"]))
    weekdays = draw(st.lists(st.sampled_from(_WEEKDAYS), min_size=1, max_size=3, unique=True))
    if by == "weekday" and every != "DAILY":
        parts.append(f"BYDAY={','.join(weekdays)}")
    elif by == "which" and every in ("MONTHLY", "YEARLY"):
        parts.append(f"BYDAY={draw(st.integers(-4, 4).filter(bool))}{weekdays[0]}")
    elif by == "month day" and every in ("MONTHLY", "YEARLY"):
        parts.append(f"BYMONTHDAY={','.join(map(str, draw(_month_days)))}")
    if every == "YEARLY" and draw(st.booleans()):
        parts.append(f"BYMONTH={draw(st.integers(1, 12))}")
    if "BYDAY" in parts[-1] and every == "MONTHLY" and draw(st.booleans()):
        parts.append(f"BYSETPOS={draw(st.sampled_from([1, -1]))}")
    return ";".join(parts)


@settings(max_examples=300, deadline=None)
@given(
    rules(),
    st.dates(date(1990, 1, 1), date(2024, 12, 28)),
    st.integers(0, 1200),
    st.none() | st.integers(1, 40),
)
def test_days_are_those_of_dateutil(text, first, span, count):
    last = first + timedelta(days=span)
    if count:
        text += f";COUNT={count}"
    expected = []
    for moment in rrulestr(text, dtstart=datetime.combine(first, time())):
        if moment.date() > last:
            break
        expected.append(moment.date())
    if first not in expected:  # it takes place on its first day, whatever the rule
        expected = [first, *expected][: count or None]
    assert days(rule(dict(vRecur.from_ical(text)), None), first, last)[0] == expected


def test_a_rule_without_any_day_and_one_with_too_many_both_come_to_an_end():
    never = Rule("DAILY", months=(2,), month_days=(30,))
    assert days(never, date(1970, 1, 1), TODAY)[0] == [date(1970, 1, 1)]
    found, looked_at = days(Rule("DAILY", count=10**9), date(1970, 1, 1), TODAY, most=500)
    assert len(found) <= 500 < looked_at < 510
    assert days(Rule("YEARLY", interval=10**12), date(1, 1, 1), date.max)[0] == [date(1, 1, 1)]
    assert days(Rule("WEEKLY"), date(9999, 12, 27), date.max)[0] == [date(9999, 12, 27)]


# Whose it is


def test_the_address_in_most_events_is_mine_and_can_be_corrected():
    events = [
        vevent("UID:a", ME, ZOE),
        vevent("UID:b", MAX, "ATTENDEE:mailto:me@example.org"),
        vevent("UID:c", ME, ZOE, MAX),
    ]
    assert found_in(*events, me=None).me.emails == ["me@example.org"]
    corrected = found_in(*events, me="Zoe@Example.org")
    assert corrected.me.emails == ["zoe@example.org"]
    assert met(corrected) == [("03-02", "max"), ("03-02", "me")]


def test_the_name_of_the_calendar_may_be_my_address():
    found = found_in(vevent(ME, ZOE), head=["X-WR-CALNAME:me@example.org"], me=None)
    assert found.me.emails == ["me@example.org"]
    assert met(found) == [("03-02", "zoe")]


def test_where_it_can_t_be_told_who_is_me_it_is_asked_and_nobody_comes_in():
    found = found_in(vevent(ME, ZOE), me=None)
    assert (found.people, found.exchanges, found.me) == ([], [], None)
    assert "me@example.org or zoe@example.org" in found.problems[0].problem
    assert "--me" in found.problems[0].problem


def test_i_need_not_be_among_those_invited():
    found = found_in(vevent("UID:a", ZOE), vevent("UID:b", MAX), me=None)
    assert met(found) == [("03-02", "max"), ("03-02", "zoe")]


def test_an_address_told_that_is_nowhere_is_said_so():
    found = found_in(vevent("UID:a", ME, ZOE), vevent("UID:b", ME, MAX), me="other@example.net")
    assert found.me.emails == ["me@example.org"]
    assert found.problems[0].problem == (
        "other@example.net is in none of these events. me@example.org was taken for yours."
    )


# Files as they come


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_the_letters_of_names_survive_every_encoding(encoding):
    text = calendar(vevent(ME, "ATTENDEE;CN=Zoë Größe:mailto:zoe@example.org")).decode()
    found = read_bytes(text.encode(encoding), "x.ics", me="me@example.org", today=TODAY)
    assert found.people[0].name == "Zoë Größe"


def test_a_fold_may_split_a_letter():
    data = calendar(vevent(ME, "ATTENDEE;CN=Zoë Obi:mailto:zoe@example.org")).replace(
        "ë".encode(), b"\xc3\r\n \xab"
    )
    assert read_bytes(data, "x.ics", me="me@example.org", today=TODAY).people[0].name == "Zoë Obi"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_any_line_ends(ends):
    data = calendar(vevent(ME, ZOE)).replace(b"\r\n", ends.encode())
    assert met(read_bytes(data, "x.ics", me="me@example.org", today=TODAY)) == [("03-02", "zoe")]


def test_events_are_read_although_a_line_is_junk_and_the_end_is_missing():
    data = calendar("junk without a colon", vevent("UID:a", ME, ZOE, "=== junk"), vevent("UID:b", ME, MAX))
    data = data.replace(b"END:VCALENDAR\r\n", b"").removesuffix(b"END:VEVENT\r\n")
    found = read_bytes(data, "x.ics", me="me@example.org", today=TODAY)
    assert met(found) == [("03-02", "max"), ("03-02", "zoe")]
    assert [problem.problem for problem in found.problems] == [
        "The end of this event is missing. What is there of it was read."
    ]


def test_several_calendars_of_a_zip_are_one_source(tmp_path):
    (tmp_path / "a.ics").write_bytes(calendar(vevent("UID:a", ME, ZOE), vevent("UID:b", ME, MAX)))
    (tmp_path / "b.ics").write_bytes(calendar(vevent("UID:a", ME, ZOE)))
    found = read(tmp_path, today=TODAY)
    assert met(found) == [("03-02", "max"), ("03-02", "zoe")]
    assert [file for file, _ in found.files] == ["a.ics", "b.ics"]


# Hostile files


def test_a_million_people_and_a_line_without_end_cost_only_their_event():
    many = [f"ATTENDEE:mailto:p{i}@example.org" for i in range(20_000)]
    long = f"ATTENDEE;CN={'x' * 1_000_000}:mailto:x@example.org"
    found = found_in(
        vevent("UID:a", ME, *many), vevent("UID:b", ME, ZOE, long, f"DESCRIPTION:{'y' * 1_000_000}")
    )
    assert met(found) == [("03-02", "zoe")]
    assert [problem.problem.split(" is ")[0] for problem in found.problems] == [
        "This event has more than 1,500 people and dates. It was left out.",
        "A line of this event",
    ]


def test_series_that_repeat_too_often_are_cut_and_it_is_said(monkeypatch):
    monkeypatch.setattr(ical, "PATIENCE", 1_000)
    events = [vevent(f"UID:{i}", ME, ZOE, "RRULE:FREQ=DAILY", start="DTSTART:19700101") for i in range(50)]
    found = found_in(*events)
    assert 0 < len(found.exchanges) <= 2_000
    assert any("repeat too often" in problem.problem for problem in found.problems)
    assert found.skipped["events beyond the number of days that is read"] == 49


def test_events_beyond_the_bound_are_counted(monkeypatch):
    monkeypatch.setattr(ical, "MOST_EVENTS", 3)
    found = found_in(*(vevent(f"UID:{i}", ME, ZOE) for i in range(9)))
    assert found.skipped["events beyond the first 3"] == 6


def test_nesting_without_end_is_passed_over():
    deep = vevent(ME, ZOE, *["BEGIN:VALARM"] * 50_000, MAX, *["END:VALARM"] * 50_000)
    assert met(found_in(deep)) == [("03-02", "zoe")]


_LINES = st.lists(
    st.sampled_from(
        [
            "BEGIN:VEVENT",
            "END:VEVENT",
            "BEGIN:VALARM",
            "END:VALARM",
            ME,
            ZOE,
            "DTSTART:20260302T090000Z",
            "DTSTART;TZID=Europe:x",
            "RRULE:FREQ=MONTHLY;BYDAY=-1MO;BYSETPOS=2",
            "RRULE:FREQ=YEARLY;BYYEARDAY=366;COUNT=99",
            "RECURRENCE-ID:20260302",
            "EXDATE:20260302,,x",
            "RDATE;VALUE=PERIOD:20260302T000000Z/PT1H",
            "UID:a",
            'ATTENDEE;CN="x:mailto:x@example.org',
            " folded",
            "\0",
            "METHOD:CANCEL",
        ]
    )
    | st.text(max_size=12),
    max_size=30,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_LINES, st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_lines_are_read_without_a_traceback(lines, encoding):
    data = "\n".join(("BEGIN:VCALENDAR", *lines)).encode(encoding, "replace")
    found = read_bytes(data, "x.ics", today=TODAY)
    assert all(h.date <= TODAY and 0 < h.weight <= 1 for h in found.exchanges)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=3), st.integers(0, 3)), max_size=6))
def test_a_calendar_with_bytes_changed_raises_nothing_but_source_error(changes):
    data = (EXPORTS / "google-calendar.ics").read_bytes()
    for where, put, removed in changes:
        at = int(where * len(data))
        data = data[:at] + put + data[at + removed :]
    try:
        found = read_bytes(data, "x.ics", today=TODAY)
    except SourceError:
        return
    assert all(someone.emails and "\0" not in (someone.name or "") for someone in found.people)


def test_days_by_weekday_cost_no_look_at_the_others():
    monthly = Rule("MONTHLY", weekdays=((2, 3),))
    found, looked_at = days(monthly, date(2000, 1, 13), date(2019, 12, 31))
    assert len(found) == 240
    assert looked_at < 3 * len(found)


def test_a_single_event_in_utc_takes_place_where_its_calendar_is():
    late = vevent(ME, ZOE, start="DTSTART:20260302T233000Z")
    assert met(found_in(late)) == [("03-02", "zoe")]
    assert met(found_in(late, head=("X-WR-TIMEZONE:Europe/Berlin",))) == [("03-03", "zoe")]
    assert found_in(vevent(ME, ZOE, start="DTSTART:20260231T090000")).problems


def test_a_line_of_a_million_folds_costs_little_memory():
    folded = "ATTENDEE;CN=" + "a\r\n " * 500_000 + ":mailto:zoe@example.org"
    data = calendar(vevent(ME, MAX, folded))
    tracemalloc.start()
    found = read_bytes(data, "my.ics", me="me@example.org", today=TODAY)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert met(found) == [("03-02", "max")]
    assert "longer than" in found.problems[0].problem
    assert peak < 30_000_000
