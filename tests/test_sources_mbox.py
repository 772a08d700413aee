"""Mail: where one mail ends and the next begins, who wrote to whom, whose it is, and what is hostile."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections import Counter
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netgive_lib.sources import (
    SourceError,
    archive,
    mail_headers,
    mail_log,
    mailboxes,
    mbox,
    read,
    read_bytes,
)
from netgive_lib.sources.addresses import is_machine, shown_name
from netgive_lib.sources.mail_headers import LONGEST_LIST, parties
from netgive_lib.sources.touches import Touches
from netgive_lib.sources.where import SOURCES
from netgive_lib.sources.whose import own

EXPORTS = Path(__file__).parent / "exports"
TODAY = date(2026, 11, 25)
SEPARATOR = "From - Mon Mar  2 09:00:00 2026\n"


def mail(
    sender="zoe@example.org", to="me@example.org", day="2 Mar 2026 09:00:00 +0100", body="hello\n", **more
):
    lines = {"From": sender, "To": to, "Date": day} | {k.replace("_", "-"): v for k, v in more.items()}
    return "".join(f"{name}: {value}\n" for name, value in lines.items() if value is not None) + f"\n{body}"


def mailbox(*mails):
    return "".join(SEPARATOR + text for text in mails).encode()


def found_in(*mails, me="me@example.org", today=TODAY):
    return read_bytes(mailbox(*mails), "Inbox", me=me, today=today)


def contacts(found):
    """(day, from, to, weight) of each contact, by what stands before the @."""
    return [
        (
            f"{h.date:%m-%d}",
            *(ref.removeprefix("mail:").partition("@")[0] for ref in (h.actor, h.other)),
            h.weight,
        )
        for h in found.exchanges
    ]


def heads(data, block=None):
    """The heads in some bytes, read in blocks of this size."""
    stream = io.BytesIO(data)
    if block:
        read_some = stream.read
        stream = type("Slow", (), {"read": lambda _, size: read_some(min(size, block))})()
    return list(mbox.heads(stream))


# Where a mail begins


def test_a_takeout():
    found = read(EXPORTS / "takeout.mbox", today=TODAY)
    assert contacts(found) == [
        ("03-02", "me", "zoe", 1.0),
        ("03-02", "me", "max", 1.0),
        ("03-03", "zoe", "me", 1.0),
        ("03-04", "stranger", "me", 1.0),
    ]
    assert [(someone.name, someone.emails, someone.known) for someone in found.people] == [
        ("Zoe Obi", ["zoe@example.org"], True),
        ("Max Roe", ["max@example.org"], True),
        ("Stranger", ["stranger@example.com"], False),
    ]
    assert (found.me.name, found.me.emails) == ("Me Myself", ["me@example.org"])
    assert found.files == [("takeout.mbox", "mailbox (mbox), yours: me@example.org")]
    assert found.skipped == {
        "mails that are there twice": 1,
        "mails from lists and newsletters": 1,
        "mails without a date that can be right": 1,
    }
    assert [problem.line for problem in found.problems] == [64]


@pytest.mark.parametrize(
    "line",
    [
        "From 1850000000000000001@xxx Mon Mar 02 09:00:00 +0000 2026",
        "From - Mon Mar  2 09:00:00 2026",
        "From MAILER-DAEMON Mon Mar  2 09:00:00 2026",
        "From ???@??? Mon Mar 02 09:00:00 2026",
        "From zoe@example.org Mon, 2 Mar 2026 09:00:00 +0100",
        "From zoe@example.org  Mon Mar  2 09:00 CET 2026 remote from mx",
        'From "zoe obi"@example.org Mon Mar  2 09:00:00 2026\r',
        "From zoe@example.org 2026-03-02T09:00:00Z",
    ],
)
def test_lines_before_a_mail(line):
    data = f"{line}\n{mail()}{line}\n{mail('max@example.org')}".encode()
    assert mbox.is_one(data)
    assert len(heads(data)) == 2


@pytest.mark.parametrize(
    "line",
    [
        "From time to time",
        "From: zoe@example.org",
        "From 9:30 on we talk",
        "From March 2 2026 on",
        ">From - Mon Mar  2 09:00:00 2026",
        "From " + "x" * 5_000 + " Mon Mar  2 09:00:00 2026",
        "Said From - Mon Mar  2 09:00:00 2026",
    ],
)
def test_lines_of_someones_text(line):
    data = mailbox(mail(body=f"Hello\n\n{line}\n\n{line}\n{line}\n"), mail())
    assert [head.lines.count(b"\n") for head in heads(data)] == [2, 2]
    assert not mbox.is_one(f"{line}\nDear Zoe,\n\nhello\n".encode())


_body = st.lists(
    st.sampled_from(
        ["", "From time to time", "hello", "From: x", "\r", "From ", "x" * 70, "Date: never", "\0é"]
    ),
    max_size=12,
).map("\n".join)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(_body, st.booleans()), min_size=1, max_size=6), st.integers(9, 400), st.booleans())
def test_every_mail_is_found_once_whatever_is_in_it_and_however_it_is_read(bodies, block, crlf):
    mails = [
        mail(f"p{i}@example.org", body=body + ("\n\n" if blank else "\n"))
        for i, (body, blank) in enumerate(bodies)
    ]
    data = mailbox(*mails)
    if crlf:
        data = data.replace(b"\n", b"\r\n")
    found = heads(data, block)
    assert [head.lines.split(b"\n")[0].strip() for head in found] == [
        f"From: p{i}@example.org".encode() for i in range(len(bodies))
    ]
    assert found == heads(data)
    for head in found:
        assert data.split(b"\n")[head.line - 1].startswith(b"From: p")


def test_a_head_that_ends_with_the_next_mail_is_a_head():
    data = b"From - Mon Mar  2 09:00:00 2026\nFrom: a@example.org\nTo: me@example.org\n" + mailbox(mail())
    assert [head.lines.count(b"\n") for head in heads(data)] == [1, 2]


def test_the_standard_library_would_have_split_in_the_wrong_place(tmp_path):
    import mailbox as standard

    path = tmp_path / "x.mbox"
    path.write_bytes(mailbox(mail(body="Dear Zoe,\n\nFrom here on it is text.\n"), mail()))
    opened = standard.mbox(path)
    assert len(opened) == 3
    opened.close()
    assert len(heads(path.read_bytes())) == 2


# Single e-mails


def test_an_e_mail_is_only_read_down_to_its_first_empty_line():
    found = read(EXPORTS / "mail.eml", today=TODAY)
    assert contacts(found) == [("03-03", "zoe", "me", 1.0)]
    assert found.people[0].name == "Zoë Obi"
    assert found.me.emails == ["me@example.org"]
    assert found.files == [("mail.eml", "e-mail, yours: me@example.org")]


def test_a_folder_of_e_mails_is_one_source(tmp_path):
    (tmp_path / "cur").mkdir()
    for i in range(12):
        (tmp_path / "cur" / f"{i}.eml").write_text(mail(f"p{i}@example.org", Message_ID=f"<{i}@x>"))
    (tmp_path / "sent.eml").write_text(mail("Me <me@example.org>", "p3@example.org, p4@example.org"))
    found = read(tmp_path, today=TODAY)
    assert found.me.emails == ["me@example.org"]
    assert {someone.emails[0] for someone in found.people if someone.known} == {
        "p3@example.org",
        "p4@example.org",
    }
    assert len(found.exchanges) == 14
    assert found.files == [("cur/0.eml and 12 more", "e-mail, yours: me@example.org")]


@pytest.mark.parametrize(
    "text",
    [
        "From: a\n\nhello",
        "Received: by example.org\n",
        "Subject: x\nTo: y@example.org\n\n",
        "Dear Zoe\nFrom: me\nTo: you\n",
        "From,To,Date\na,b,c\n",
    ],
)
def test_what_is_no_e_mail(text):
    assert not mbox.is_one(text.encode())


# Who wrote to whom


def test_a_person_is_someone_i_wrote_to_or_who_got_an_answer():
    found = found_in(
        mail("zoe@example.org"),
        mail("me@example.org", "zoe@example.org"),
        mail("ana@example.org"),
        mail("me@example.org", "max@example.org"),
    )
    assert {someone.emails[0]: someone.known for someone in found.people} == {
        "zoe@example.org": True,
        "ana@example.org": False,
        "max@example.org": True,
    }


def test_a_day_counts_once_for_each_direction():
    found = found_in(
        *[mail()] * 3, *[mail("me@example.org", "zoe@example.org")] * 3, mail(day="3 Mar 2026 09:00 +0000")
    )
    assert contacts(found) == [
        ("03-02", "zoe", "me", 1.0),
        ("03-02", "me", "zoe", 1.0),
        ("03-03", "zoe", "me", 1.0),
    ]


def test_the_same_mail_twice_is_one():
    found = found_in(mail(Message_ID="<1@x>"), mail(Message_ID="<1@x>", day="5 Mar 2026 09:00 +0000"))
    assert len(found.exchanges) == 1
    assert found.skipped == {"mails that are there twice": 1}


def test_to_many_it_is_a_fraction_and_to_hundreds_nothing():
    many = [f"p{i}@example.org" for i in range(400)]
    found = found_in(
        mail("me@example.org", ", ".join(many[:16])),
        mail("me@example.org", "p0@example.org"),
        mail("me@example.org", ", ".join(many), day="9 Mar 2026 09:00 +0000"),
        mail("me@example.org", ", ".join(many[:60]), Cc=", ".join(many[60:120])),
    )
    assert Counter(weight for *_, weight in contacts(found)) == {0.5: 15, 1.0: 1}
    assert found.skipped == {"mails to more than 100 people": 2}


def test_to_cc_and_bcc_are_all_written_to_and_each_once():
    found = found_in(
        mail("me@example.org", "a@example.org", Cc="b@example.org, A@Example.org", Bcc="c@example.org")
    )
    assert [other for _, _, other, _ in contacts(found)] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "more",
    [
        {"List_Id": "<x.example.org>"},
        {"List_Unsubscribe": "<https://example.org>"},
        {"Precedence": "bulk"},
        {"Precedence": "List"},
        {"Auto_Submitted": "auto-replied"},
        {"X_Gmail_Labels": "Spam,Unread"},
        {"X_Gmail_Labels": "Drafts"},
        {"X_Gmail_Labels": "=?UTF-8?Q?Entw=C3=BCrfe?="},
        {"X_Spam_Flag": "YES"},
        {"sender": "No-Reply@example.org"},
        {"sender": "mailer-daemon@example.org"},
        {"sender": ""},
        {"sender": "undisclosed-recipients:;"},
        {"sender": "/O=ORG/CN=ZOE"},
        {"to": "max@example.org"},
    ],
)
def test_mail_that_touches_nobody_is_counted(more):
    found = found_in(mail(**more), mail("me@example.org", "ana@example.org"))
    assert contacts(found) == [("03-02", "me", "ana", 1.0)]
    assert sum(found.skipped.values()) == 1


def test_a_list_is_no_person_although_i_wrote_to_it():
    found = found_in(
        mail("zoe@example.org", "tea@example.org", List_Post="<mailto:Tea@example.org>", List_Id="<x>"),
        mail(
            "me@example.org",
            "tea@example.org, max@example.org, friends@googlegroups.com, a@lists.example.org",
        ),
    )
    assert [other for _, _, other, _ in contacts(found)] == ["max"]


def test_the_names_that_people_give_themselves_go_first():
    found = found_in(
        mail("me@example.org", "zoe@example.org"),
        mail("me@example.org", "My Zoe <zoe@example.org>"),
        mail('"Obi, Zoe" <zoe@example.org>'),
    )
    assert found.people[0].name == "Zoe Obi"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Zoe Obi <Zoe@Example.org>", [("zoe@example.org", "Zoe Obi")]),
        ("=?utf-8?b?5p2O5bCP6b6N?= <li@example.org>", [("li@example.org", "李小龍")]),
        ('"=?iso-8859-1?Q?N=FA=F1ez=2C_Jos=E9?=" <jose@example.org>', [("jose@example.org", "José Núñez")]),
        ("=?utf-8?q?Zo=C3=AB?= =?utf-8?q?_Obi?= <z@example.org>", [("z@example.org", "Zoë Obi")]),
        ("=?x-unknown?q?Zo=EB?= <z@example.org>", [("z@example.org", "Zoë")]),
        ("'zoe@example.org' <zoe@example.org>", [("zoe@example.org", None)]),
        ("zoe at example.org (Zoe Obi)", [("zoe@example.org", "Zoe Obi")]),
        ("a (at) example.org, b[at]example.org", [("a@example.org", None), ("b@example.org", None)]),
        ("Team: a@example.org, b@example.org;", [("a@example.org", None), ("b@example.org", None)]),
        ("a@example.org; b@example.org", [("a@example.org", None), ("b@example.org", None)]),
        ("a@example.org,, b@example.org,", [("a@example.org", None), ("b@example.org", None)]),
        (
            '"Roe, Max" <max@example.org>, Zoe <z@example.org>',
            [("max@example.org", "Max Roe"), ("z@example.org", "Zoe")],
        ),
        ("<script>@example, =cmd()@, root@localhost", []),
        ("(" * 20_000, []),
    ],
)
def test_addresses_as_mail_writes_them(line, expected):
    assert [tuple(party) for party in parties(line)] == expected


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_letters_that_were_never_encoded_are_repaired(encoding):
    data = mailbox(mail("Zoë Größe <zoe@example.org>")).decode().encode(encoding)
    assert read_bytes(data, "x", me="me@example.org", today=TODAY).people[0].name == "Zoë Größe"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("Mon, 02 Mar 2026 23:59:59 -0800 (PST)", "03-02"),
        ("Mon, 2 Mar 2026 09:00:00 -0000", "03-02"),
        ("2 Mar 2026 09:00 GMT", "03-02"),
        ("Mon Mar  2 09:00:00 2026", "03-02"),
        ("Mon, 2 Mar 26 09:00:00 +0000", "03-02"),
        ("Thu, 26 Nov 2026 01:00:00 +1400", "11-26"),
    ],
)
def test_days_as_mail_writes_them(day, expected):
    assert contacts(found_in(mail(day=day)))[0][0] == expected


@pytest.mark.parametrize(
    "day",
    [
        None,
        "",
        "soon",
        "Mon, 31 Feb 2026 09:00",
        "Mon, 2 Mar 3609 09:00",
        "Thu, 1 Jan 1970 00:00",
        "1 Jan 0001",
        "9" * 99,
    ],
)
def test_a_date_that_can_t_be_right_is_a_problem(day):
    found = found_in(mail(day=day))
    assert found.exchanges == []
    assert [problem.line for problem in found.problems] == [2]
    assert found.skipped == {"mails without a date that can be right": 1}


# Whose it is


def test_my_addresses_are_those_that_mail_was_sent_from_or_delivered_to():
    mails = [
        mail("zoe@example.org", "team@example.org", Delivered_To="me@example.org"),
        mail("max@example.org", "me@example.org", Delivered_To="me@example.org"),
        *[
            mail("Old Me <me@example.net>", f"p{i}@example.org", X_Gmail_Labels="Opened,Sent")
            for i in range(3)
        ],
    ]
    assert sorted(found_in(*mails, me=None).me.emails) == ["me@example.net", "me@example.org"]


def test_a_folder_of_sent_mail_tells_who_i_am(tmp_path):
    (tmp_path / "Gesendet").write_bytes(mailbox(mail("me@example.org", "zoe@example.org")))
    found = read(tmp_path / "Gesendet", today=TODAY)
    assert found.me.emails == ["me@example.org"]


def test_the_address_in_most_mails_is_mine_and_so_is_a_second_one_that_takes_its_place():
    first = [mail(f"p{i}@example.org", "me@example.org") for i in range(6)]
    second = [mail("me@example.net", f"q{i}@example.org") for i in range(4)]
    assert found_in(*first, *second, me=None).me.emails == ["me@example.org", "me@example.net"]


def test_a_pen_friend_is_not_me():
    alone = [mail("me@example.net", "zoe@example.org")] * 4
    assert found_in(*[mail(f"p{i}@example.org") for i in range(6)], *alone, me=None).me.emails == [
        "me@example.org"
    ]


def test_where_it_can_t_be_told_who_is_me_it_is_asked_and_nobody_comes_in():
    found = found_in(mail("zoe@example.org", "max@example.org"), me=None)
    assert (found.people, found.exchanges, found.me) == ([], [], None)
    assert "zoe@example.org or max@example.org" in found.problems[0].problem
    assert "--me" in found.problems[0].problem


@pytest.mark.parametrize("me", ["zoe@example.org", "Zoe Obi", "zoe@example.org, z@example.net"])
def test_who_is_me_can_be_corrected(me):
    found = found_in(mail("Zoe Obi <zoe@example.org>"), mail("max@example.org"), me=me)
    assert found.me.emails == ["zoe@example.org"]
    assert contacts(found) == [("03-02", "me", "me", 1.0)]
    assert found.exchanges[0].other == "mail:me@example.org"


def test_an_address_told_that_is_nowhere_is_said_so():
    found = found_in(mail("a@example.org"), mail("b@example.org"), me="other@example.net")
    assert found.me.emails == ["me@example.org"]
    assert found.problems[0].problem.startswith("other@example.net is in none of these mails.")


def test_own_in_small():
    assert own(list, Counter()) == ([], [])
    assert own(lambda: [["me"], ["me"]], Counter()) == ([], [])
    assert own(lambda: [["a", "b"], ["c", "d"], ["a", "c"]], Counter()) == ([], ["a", "c"])
    assert own(lambda: [["a", "b"], ["c", "d"], ["a", "e"], ["f", "g"]], Counter()) == ([], [])
    assert own(list, Counter({"me": 90, "alias": 9, "chance": 1})) == (["me", "alias"], [])


@pytest.mark.parametrize("name", ["piano.reply", "notary", "nora.eply", "anna.listing", "update.smith"])
def test_people_whose_addresses_look_a_little_like_those_of_machines(name):
    assert not is_machine(f"{name}@example.org")
    assert not is_machine("zoe@news.example.org")
    assert not is_machine("zoe@list.com")


def test_names_as_they_are_shown():
    assert shown_name("Obi, Zoe, PhD") == "Zoe Obi"
    assert shown_name("OBI, ZOE") == "ZOE OBI"
    assert shown_name("Zoe Obi, PMP") == "Zoe Obi"
    assert shown_name("Harbour, Pike, Lee") == "Harbour, Pike, Lee"
    assert shown_name("\"'Zoe Obi'\"") == "Zoe Obi"
    assert shown_name("") is None


# Large and hostile files


def test_memory_does_not_grow_with_what_is_written(tmp_path):
    path = tmp_path / "large.mbox"
    with path.open("wb") as file:
        for i in range(60):
            file.write(mailbox(mail(f"p{i % 7}@example.org", body="x" * 1_000_000 + "\n")))
    tracemalloc.start()
    found = read(path, me="me@example.org", today=TODAY)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found.exchanges) == 7
    assert peak < 12_000_000


def test_progress_goes_by_bytes_and_rises_to_one(tmp_path):
    path = tmp_path / "large.mbox"
    path.write_bytes(mailbox(*[mail(body="x" * 400_000 + "\n")] * 60))
    told = []
    read(path, told.append, me="me@example.org", today=TODAY)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert 10 < len(told) < 50


def test_a_mailbox_in_a_zip_is_read_whatever_its_size(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_FILE", 1_000)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("Takeout/Mail/All mail.mbox", mailbox(*[mail(body="x" * 5_000)] * 9))
        made.writestr("Takeout/Mail/User Settings/Filters.json", "{}")
    found = read_bytes(buffer.getvalue(), "takeout.zip", me="me@example.org", today=TODAY)
    assert contacts(found) == [("03-02", "zoe", "me", 1.0)]
    assert found.problems == []


def test_a_mailbox_in_a_zip_that_is_a_bomb_or_damaged_is_read_as_far_as_it_goes(monkeypatch):
    monkeypatch.setattr(archive, "UNPACKED_ANYWAY", 1_000_000)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("bomb.mbox", mailbox(mail(body="\0" * 50_000_000)))
    found = read_bytes(buffer.getvalue(), "x.zip", me="me@example.org", today=TODAY)
    assert contacts(found) == [("03-02", "zoe", "me", 1.0)]
    assert "unpacks to far more than any export" in found.problems[0].problem
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_STORED) as made:
        made.writestr("broken.mbox", mailbox(*[mail(body="x" * 90_000)] * 40))
    data = bytearray(zipped.getvalue())
    data[-5_000] ^= 0xFF
    found = read_bytes(bytes(data), "x.zip", me="me@example.org", today=TODAY)
    assert contacts(found) == [("03-02", "zoe", "me", 1.0)]
    assert found.problems[0].problem == "This file is damaged. What comes before was read."


@pytest.mark.parametrize(
    "hostile",
    [
        b"X-Long: " + b"x" * 3_000_000,
        b"X-Fold: x\n" + b" x\n" * 1_000_000,
        b"\n".join(b"X-%d: x" % i for i in range(300_000)),
        b"\0" * 3_000_000,
        b"From zoe@example.org " * 200_000,
    ],
    ids=["one line", "one folded line", "many lines", "NULs", "no line"],
)
def test_a_head_without_end_costs_only_its_mail(hostile):
    data = (
        SEPARATOR.encode() + b"From: a@example.org\nTo: me@example.org\n" + hostile + b"\n" + mailbox(mail())
    )
    found = read_bytes(data, "x", me="me@example.org", today=TODAY)
    assert contacts(found) == [("03-02", "zoe", "me", 1.0)]
    assert [problem.problem for problem in found.problems] == [
        f"The head of this mail is longer than {mbox.LONGEST_HEAD:,} bytes. It was not read."
    ]


def test_a_million_recipients_are_nobody():
    line = ",\n ".join(f"p{i}@example.org" for i in range(8_000))
    assert len(line) > LONGEST_LIST
    found = found_in(mail("me@example.org", line), mail("me@example.org", "x" * 200_000), mail())
    assert contacts(found) == [("03-02", "zoe", "me", 1.0)]
    assert found.skipped["mails to more than 100 people"] == 2


def test_separators_alone_come_to_an_end():
    data = SEPARATOR.encode() * 50_000
    assert len(heads(data)) == 50_000
    assert len(heads(b"From " + b"From x\n" * 300_000)) == 1


def test_more_addresses_than_memory_is_for_are_counted(monkeypatch):
    monkeypatch.setattr(mail_log, "MOST_ADDRESSES", 3)
    found = found_in(*(mail(f"p{i}@example.org") for i in range(5)))
    assert len(found.exchanges) == 2
    assert found.skipped == {"mails beyond the number that is read": 3}


def test_of_more_contacts_than_are_kept_the_latest_stay_and_it_is_said(monkeypatch):
    monkeypatch.setattr(mailboxes, "Touches", partial(Touches, 4))
    mails = [mail(day=f"{day} Mar 2026 10:00:00 +0000") for day in (5, 1, 3, 2, 4)]
    found = found_in(*mails)
    assert [happened.date.day for happened in found.exchanges] == [3, 4, 5]
    assert [problem.problem for problem in found.problems] == [
        "There are more than 4 contacts here. Those before 2026-03-03 were left out."
    ]


_PIECES = st.sampled_from(
    [
        SEPARATOR.encode(),
        b"From: =?utf-8?b?Wm/Dqw==?= <zoe@example.org>\n",
        b"From: \xff\xfe (((( <a@b.cd\n",
        b'To: me@example.org, "x\n y" <max@example.org>\n',
        b"Date: Mon, 2 Mar 2026 09:00:00 +9999\n",
        b"Date: 99 Foo 99999999999\n",
        b"Message-ID: <1@x>\n",
        b"X-Gmail-Labels: =?utf-7?q?+AOk-?=\n",
        b"List-Post: <mailto:%FF@x>\n",
        b"Subject: =?idna?q?xn--?=\n",
        b"\n",
        b"\r\n",
        b"\0",
        b"From ",
        b" folded\n",
    ]
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PIECES | st.binary(max_size=8), max_size=25).map(b"".join))
def test_any_bytes_after_the_first_line_are_read_without_a_traceback(data):
    found = read_bytes(SEPARATOR.encode() + data, "x", today=TODAY)
    assert all(0 < h.weight <= 1 for h in found.exchanges)
    assert all("\0" not in (someone.name or "") for someone in found.people)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["takeout.mbox", "mail.eml"]),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=3), st.integers(0, 3)), max_size=6),
)
def test_mail_with_bytes_changed_raises_nothing_but_source_error(file, changes):
    data = (EXPORTS / file).read_bytes()
    for where, put, removed in changes:
        at = int(where * len(data))
        data = data[:at] + put + data[at + removed :]
    try:
        found = read_bytes(data, "x", today=TODAY)
    except SourceError:
        return
    assert all("@" in someone.emails[0] for someone in found.people if someone.emails)


# Where to get it


def test_every_source_says_where_it_is_what_is_read_and_what_never_is():
    names = [source.name for source in SOURCES]
    assert len(set(names)) == len(names)
    for place in (
        "LinkedIn",
        "Google Contacts",
        "Google Calendar",
        "Gmail",
        "iPhone",
        "Outlook",
        "Thunderbird",
        "iCloud",
    ):
        assert any(place in name for name in names), place
    for source in SOURCES:
        assert len(source.menu) >= 2
        for sentence in (*source.menu, source.wait, source.reads, source.never):
            assert sentence.endswith("."), sentence


# Together with other sources


def test_each_contact_keeps_the_name_of_its_source_when_several_come_in_one_zip():
    people = "ORGANIZER:mailto:me@example.org\nATTENDEE:mailto:zoe@example.org"
    event = f"BEGIN:VEVENT\nDTSTART:20260302\n{people}\nEND:VEVENT"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("Takeout/Mail/Sent.mbox", mailbox(mail("Me <me@example.org>", "zoe@example.org")))
        made.writestr(
            "Takeout/Calendar/me.ics", f"BEGIN:VCALENDAR\nX-WR-CALNAME:me@example.org\n{event}\nEND:VCALENDAR"
        )
        made.writestr("people.csv", "Name,E-mail\nMe Myself,me@example.org\nZoe Obi,zoe@example.org\n")
    found = read_bytes(buffer.getvalue(), "takeout.zip", today=TODAY)
    assert found.format == "CSV and mailbox (mbox) and calendar (iCalendar)"
    assert Counter((h.channel, h.source) for h in found.exchanges) == {
        ("email", "mailbox (mbox)"): 1,
        ("meeting", "calendar (iCalendar)"): 2,
    }
    assert (found.me.name, found.me.emails) == ("Me", ["me@example.org"])
    assert [someone.name for someone in found.people] == ["Zoe Obi", None, None]


def test_reading_alone_names_no_source_as_the_whole_has_it():
    assert {h.source for h in found_in(mail()).exchanges} == {None}


def test_plain_and_quoted_parties_are_understood_as_the_long_way_round_does():
    line = '"Obi, Zoe (Acme)" <zoe@example.org>, max@example.org, Ana Lopes <ANA@example.org>'
    assert [(p.address, p.name) for p in parties(line)] == [
        ("zoe@example.org", "Zoe Obi (Acme)"),
        ("max@example.org", None),
        ("ana@example.org", "Ana Lopes"),
    ]
    assert parties(line) == mail_headers._any_parties(line)


def test_a_letter_that_is_cut_off_within_an_encoded_name_is_left_out():
    assert mail_headers.decoded("=?utf-8?Q?Bad=C3?=") == "Bad"
