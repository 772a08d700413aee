"""LinkedIn's export, as it was in each era and as spreadsheets leave it."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgive_lib.sources import read, read_bytes

PREAMBLE = 'Notes:\n"When exporting your data, you may notice that some addresses are missing, as people decide."\n\n'
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,"
    "FOLDER,ATTACHMENTS,IS MESSAGE DRAFT\n"
)
IN = "https://www.linkedin.com/in/"
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
RECOMMENDATIONS = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
PROFILE = "First Name,Last Name,Maiden Name,Address,Birth Date,Headline\nInes,Varga,,,,Designer\n"


def zipped(**files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return buffer.getvalue()


def message(
    sender, to, *, conversation="1", day="2023-05-06 11:00:00 UTC", text="hi", folder="INBOX", draft="No"
):
    """A row; a side is a name, a profile is made from it unless it ends in a star."""

    def url(name):
        return "" if not name or name.endswith("*") else IN + name.split(",")[0].casefold().replace(" ", "-")

    names = ", ".join(name.rstrip("*") for name in to)
    urls = ",".join(filter(None, map(url, to)))
    cells = (
        *(conversation, "", sender.rstrip("*"), url(sender), names, urls, day, "", text, folder, "", draft),
    )
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n"


def contacts(found):
    """(actor, other, weight) with names, for each exchange."""
    name = {someone.ref: someone.name or someone.url for someone in found.people} | {"me": "me"}
    return [(name[h.actor], name[h.other], h.weight) for h in found.exchanges]


# Connections


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("First Name,Last Name,Email Address,Company,Position,Connected On\n{},{},11/3/18, 9:05 AM", None),
        (
            'First Name,Last Name,Email Address,Company,Position,Connected On\n{},{},"11/3/18, 9:05 AM"',
            "2018-11-03",
        ),
        ("First Name,Last Name,Email Address,Company,Position,Connected On\n{},{},12 Mar 2021", "2021-03-12"),
        (
            PREAMBLE + "First Name,Last Name,Email Address,Company,Position,Connected On\n{},{},12 Mar 2021",
            "2021-03-12",
        ),
        (
            PREAMBLE
            + "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n{},,{},12 Mar 2021",
            "2021-03-12",
        ),
        (
            "First_Name,LAST NAME,URL,Email_Address,Company,Position,connected on\n{},,{},12 Mar 2021",
            "2021-03-12",
        ),
    ],
)
def test_connections_of_every_era(text, day):
    content = text.format("Zoe,Obi", "Zoe@Example.org,Slow Lantern,Director")
    found = read_bytes(content.encode(), "x")
    if day is None:
        assert "cells" in found.problems[0].problem
        return
    (zoe,) = found.people
    assert (zoe.name, zoe.given_name, zoe.emails) == ("Zoe Obi", "Zoe", ["zoe@example.org"])
    assert (zoe.organization, zoe.title, zoe.known) == ("Slow Lantern", "Director", True)
    assert zoe.connected_on == date.fromisoformat(day)
    assert found.problems == []


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("3-Nov-19", date(2019, 11, 3)),
        ("3. März 2021", date(2021, 3, 3)),
        ("03 févr. 2021", date(2021, 2, 3)),
        ("3-ago-19", date(2019, 8, 3)),
        ("3 de dezembro de 2020", date(2020, 12, 3)),
        ("3 gen 2021", date(2021, 1, 3)),
        ("3-mrt-21", date(2021, 3, 3)),
        ("03.11.2019", date(2019, 11, 3)),
    ],
)
@pytest.mark.parametrize("preamble", ["", "Notes:;;;;;;\n"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_connections_saved_again_by_a_spreadsheet(written, day, preamble, encoding):
    header = "First Name;Last Name;URL;Email Address;Company;Position;Connected On"
    text = f"{preamble}{header}\r\nZoë;Obi;;;A, B;;{written}\r\n"
    found = read_bytes(text.encode(encoding), "Kontakte.txt")
    assert [(someone.name, someone.connected_on, someone.organization) for someone in found.people] == [
        ("Zoë Obi", day, "A, B")
    ]


def test_one_day_above_twelve_tells_the_order_of_the_whole_column():
    text = "First Name,Last Name,Company,Connected On\nZoe,Obi,,3/11/2019\nMax,Roe,,28/2/2019\n"
    found = read_bytes(text.encode(), "x")
    assert [someone.connected_on for someone in found.people] == [date(2019, 11, 3), date(2019, 2, 28)]


@pytest.mark.parametrize(
    ("last", "name"),
    [
        ('"Roe, Ph.D."', "Jane Roe"),
        ("Roe 🚀", "Jane Roe"),
        (" Roe ", "Jane Roe"),
        ("R.", "Jane R."),
        ('"Roe, MBA, PMP®"', "Jane Roe"),
        ("Roe\u202e\u0007", "Jane Roe"),
        ("Roe 👩\u200d💻", "Jane Roe"),
        ("R" * 900, "Jane " + "R" * 195),
    ],
)
def test_names_lose_degrees_emoji_and_what_turns_the_text(last, name):
    text = f"First Name,Last Name,Company,Connected On\nJane,{last},,12 Mar 2021\n"
    assert [someone.name for someone in read_bytes(text.encode(), "x").people] == [name]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/in/Zo%C3%AB-Obi/",
        "http://linkedin.com/in/zoë-obi?trk=x",
        "www.linkedin.com/in/zo%c3%ab-obi",
        "de.linkedin.com/in/zo%C3%AB-obi/en",
    ],
)
def test_a_profile_is_always_written_the_same_way(url):
    text = f"First Name,Last Name,URL,Connected On\nZoë,Obi,{url},12 Mar 2021\n"
    assert read_bytes(text.encode(), "x").people[0].url == "linkedin.com/in/zoë-obi"


def test_members_who_hid_and_empty_rows_are_counted():
    text = (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        ",,,,,,07 Jun 2022\n,,,,,,08 Jun 2022\n,,,,,,\n,,,,Fernwood,,08 Jun 2022\nLinkedIn,Member,,,,,08 Jun 2022\n"
        "Zoe,Obi,,nonsense,,,someday\n"
    )
    found = read_bytes(text.encode(), "x")
    assert found.skipped == {
        "connections who hid themselves": 3,
        "empty rows": 1,
        "connections without a name, a profile or an e-mail address": 1,
    }
    assert [someone.name for someone in found.people] == ["Zoe Obi"]
    assert [problem.line for problem in found.problems] == [7, 7]


# Messages


def test_a_message_is_a_touch_from_its_sender_and_its_text_is_not_kept():
    text = MESSAGES + "".join(
        [
            message("Ines Varga", ["Zoe Obi"], conversation="1", text='Dear Zoe,\n\n"secret", yours\n'),
            message("Zoe Obi", ["Ines Varga"], conversation="1", day="2023-05-07 09:00:00 UTC"),
            message("Max Roe", ["Ines Varga"], conversation="2"),
        ]
    )
    found = read_bytes(text.encode(), "x")
    assert contacts(found) == [("me", "Zoe Obi", 1.0), ("Zoe Obi", "me", 1.0), ("Max Roe", "me", 1.0)]
    assert [h.date for h in found.exchanges] == [date(2023, 5, 6), date(2023, 5, 7), date(2023, 5, 6)]
    assert {(h.kind, h.channel, h.what) for h in found.exchanges} == {("touch", "linkedin", None)}
    assert (found.me.name, found.me.url) == ("Ines Varga", "linkedin.com/in/ines-varga")
    assert [(someone.url, someone.known) for someone in found.people] == [
        ("linkedin.com/in/zoe-obi", False),
        ("linkedin.com/in/max-roe", False),
    ]
    assert "secret" not in repr(found)


def test_messages_of_2018_tell_the_direction_themselves():
    text = (
        "From,To,Date,Subject,Content,Direction,Folder\n"
        'Ines Varga,Zoe Obi,"11/3/18, 9:05 AM",,hi,OUTGOING,INBOX\n'
        'Zoe Obi,Ines Varga,"11/4/18, 9:05 AM",,hi,INCOMING,INBOX\n'
    )
    found = read_bytes(text.encode(), "x")
    assert contacts(found) == [("me", "Zoe Obi", 1.0), ("Zoe Obi", "me", 1.0)]
    assert found.me.name == "Ines Varga"


def test_messages_of_2022_have_no_profiles_of_recipients():
    text = (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
        f"1,,Ines Varga,{IN}ines,Zoe Obi,2022-08-20 11:00:00 UTC,,hi,INBOX\n"
        f"1,,Zoe Obi,{IN}zoe,Ines Varga,2022-08-21 11:00:00 UTC,,hi,INBOX\n"
        f"2,,Ines Varga,{IN}ines,Max Roe,2022-08-22 11:00:00 UTC,,hi,INBOX\n"
    )
    found = read_bytes(text.encode(), "x")
    assert contacts(found) == [("me", "Zoe Obi", 1.0), ("Zoe Obi", "me", 1.0), ("me", "Max Roe", 1.0)]
    assert [someone.url for someone in found.people] == ["linkedin.com/in/zoe", None]


def test_a_sender_without_a_profile_gets_the_one_that_other_rows_of_the_name_have():
    text = MESSAGES + message("Ines Varga", ["Zoe Obi"]) + message("Zoe Obi", ["Ines Varga"])
    text += message("Zoe Obi*", ["Ines Varga"]) + message("Max Roe", ["Ines Varga"], conversation="2")
    text += message("Ines Varga*", ["Max Roe"], conversation="2")
    found = read_bytes(text.encode(), "x")
    assert contacts(found) == [
        ("me", "Zoe Obi", 1.0),
        ("Zoe Obi", "me", 1.0),
        ("Zoe Obi", "me", 1.0),
        ("Max Roe", "me", 1.0),
        ("me", "Max Roe", 1.0),
    ]
    assert len(found.people) == 2


def test_two_people_of_one_name_stay_two():
    text = MESSAGES + "".join(
        f"{n},,Zoe Obi,{IN}{slug},Ines Varga,{IN}ines,2023-05-06 11:00:00 UTC,,hi,INBOX,,\n"
        for n, slug in ((1, "zoe-obi-1"), (2, "zoe-obi-2"), (3, ""))
    )
    found = read_bytes(text.encode(), "x")
    assert [someone.url for someone in found.people] == [
        "linkedin.com/in/zoe-obi-1",
        "linkedin.com/in/zoe-obi-2",
        None,
    ]


def test_names_with_commas_are_taken_apart_rightly():
    group = ["Zoe Obi, Ph.D.", "Roe, Max", "Ana Lee"]
    text = MESSAGES + message("Roe, Max", ["Ines Varga"], conversation="2") + message("Ines Varga", group)
    found = read_bytes(text.encode(), "x", me="Ines Varga")
    assert {someone.url: someone.name for someone in found.people} == {
        "linkedin.com/in/roe": "Roe, Max",
        "linkedin.com/in/zoe-obi": "Zoe Obi",
        "linkedin.com/in/ana-lee": "Ana Lee",
    }


def test_what_others_write_in_a_group_is_no_contact_of_mine_unless_it_came_to_me():
    text = MESSAGES + "".join(
        [
            message("Ines Varga", ["Zoe Obi"], conversation="1"),
            message("Ines Varga", ["Max Roe"], conversation="2"),
            message("Zoe Obi", ["Max Roe", "Ines Varga"], conversation="3"),
            message("Zoe Obi", ["Max Roe"], conversation="3"),
        ]
    )
    found = read_bytes(text.encode(), "x")
    assert contacts(found) == [("me", "Zoe Obi", 1.0), ("me", "Max Roe", 1.0), ("Zoe Obi", "me", 1.0)]
    assert found.skipped == {"messages between others": 1}


def test_a_message_to_many_is_a_small_part_of_a_contact_with_each():
    eight = [f"Person {number}" for number in range(8)]
    text = MESSAGES + message("Ines Varga", eight, conversation="1")
    text += message("Ines Varga", [*eight, "Zoe Obi", "Max Roe"], conversation="2")
    found = read_bytes(text.encode(), "x", me=IN + "ines-varga")
    assert [h.weight for h in found.exchanges] == [1.0] * 8 + [0.1] * 10


def test_adverts_spam_drafts_and_nobody_are_counted_and_no_contact():
    text = MESSAGES + "".join(
        [
            message("Ines Varga", ["Zoe Obi"]),
            message("Prize Desk", ["Ines Varga"], conversation="2", folder="SPAM"),
            message("Ines Varga", ["Max Roe"], conversation="3", draft="Yes"),
            message("LinkedIn Member*", ["Ines Varga"], conversation="4"),
            message("Ines Varga", ["LinkedIn Member*"], conversation="5"),
            message("Zoe Obi", ["Ines Varga"], day="soon"),
            f"6,Sponsored Conversation,Ad,{IN}ad,Ines Varga,{IN}ines-varga,2023-05-06,,hi,INBOX,,\n",
            f"7,,Firm,https://www.linkedin.com/company/firm,Ines Varga,{IN}ines-varga,2023-05-06,,hi,INBOX,,\n",
            ",,,,,,,,,,,\n",
        ]
    )
    found = read_bytes(text.encode(), "x", me="Ines Varga")
    assert contacts(found) == [("me", "Zoe Obi", 1.0)]
    assert found.skipped == {
        "messages in the spam folder": 1,
        "drafts that were never sent": 1,
        "messages from nobody who can be known": 1,
        "messages to nobody who can be known": 1,
        "adverts": 2,
        "empty rows": 1,
    }
    assert [problem.line for problem in found.problems] == [7]


@pytest.mark.parametrize("folder", ["INBOX", "ARCHIVE", "SENT"])
def test_the_other_folders_hold_contacts(folder):
    text = MESSAGES + message("Ines Varga", ["Zoe Obi"], folder=folder)
    assert len(read_bytes(text.encode(), "x", me="Ines Varga").exchanges) == 1


# Who the owner is

ONE = MESSAGES + message("Ines Varga", ["Zoe Obi"])


def test_an_owner_who_can_not_be_told_is_asked_for():
    found = read_bytes(ONE.encode(), "x")
    assert found.exchanges == []
    assert found.me is None
    assert found.skipped == {"messages that may or may not be yours": 1}
    assert "Say what your own profile address is" in found.problems[0].problem


@pytest.mark.parametrize("me", ["ines varga", IN + "Ines-Varga/", "linkedin.com/in/ines-varga"])
def test_the_owner_can_be_said(me):
    assert contacts(read_bytes(ONE.encode(), "x", me=me)) == [("me", "Zoe Obi", 1.0)]


def test_what_is_said_overrides_what_the_rows_tell():
    text = ONE + message("Ines Varga", ["Max Roe"], conversation="2")
    found = read_bytes(text.encode(), "x", me=IN + "zoe-obi")
    assert contacts(found) == [("Ines Varga", "me", 1.0)]
    assert found.skipped == {"messages between others": 1}


def test_the_owner_is_known_from_the_profile_or_from_invitations():
    invitation = f'Zoe Obi,Ines Varga,"1/29/26, 2:37 PM",hello,INCOMING,{IN}zoe-obi,{IN}ines-varga\n'
    for name, content in (("p", PROFILE), ("i", INVITATIONS + invitation)):
        found = read_bytes(zipped(m=ONE, **{name: content}), "export.zip")
        assert (found.me.name, found.me.url) == ("Ines Varga", "linkedin.com/in/ines-varga")
        assert ("me", "Zoe Obi", 1.0) in contacts(found)


def test_the_owner_s_own_addresses_are_no_people():
    addresses = (
        "Email Address,Confirmed,Primary,Updated On\n"
        'ines@old.example,Yes,No,Not Available\nInes@work.example,Yes,Yes,"1/29/26, 2:37 PM"\n'
        "taken@over.example,No,No,Not Available\nnot an address,Yes,No,\n"
    )
    found = read_bytes(zipped(e=addresses), "export.zip")
    assert found.people == []
    assert found.me.emails == ["ines@work.example", "ines@old.example"]
    assert [problem.line for problem in found.problems] == [5]


def test_a_namesake_with_another_profile_is_not_the_owner():
    other = f"9,,Ines Varga,{IN}ines-varga-2,Ines Varga,{IN}ines-varga,2023-05-06,,hi,INBOX,,\n"
    text = ONE + message("Max Roe", ["Ines Varga"], conversation="2") + other
    found = read_bytes(text.encode(), "x", me=IN + "ines-varga")
    assert contacts(found)[-1] == ("Ines Varga", "me", 1.0)


def test_my_e_mail_address_is_taken_note_of_and_the_rows_still_tell_the_rest():
    text = ONE + message("Ines Varga", ["Max Roe"], conversation="2")
    found = read_bytes(text.encode(), "x", me="Ines@example.org")
    assert (found.me.emails, found.me.url) == (["ines@example.org"], "linkedin.com/in/ines-varga")
    assert len(found.exchanges) == 2


# The other tables


def test_invitations_are_touches_from_who_invited():
    text = INVITATIONS + (
        f'Zoe Obi,Ines Varga,"1/29/26, 2:37 PM",hello,INCOMING,{IN}zoe,{IN}ines\n'
        "Ines Varga,Max Roe,2025-09-01 10:00:00 UTC,,OUTGOING,,\n"
        "Ines Varga,,2025-09-01 10:00:00 UTC,,OUTGOING,,\n"
        "Ines Varga,Ana Lee,whenever,,OUTGOING,,\n"
    )
    found = read_bytes(text.encode(), "x")
    assert contacts(found) == [("Zoe Obi", "me", 1.0), ("me", "Max Roe", 1.0)]
    assert [h.date for h in found.exchanges] == [date(2026, 1, 29), date(2025, 9, 1)]
    assert {(h.kind, h.channel) for h in found.exchanges} == {("touch", "linkedin")}
    assert found.skipped == {"invitations without anyone's name": 1}
    assert [problem.line for problem in found.problems] == [5]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("Recommendations_Given.csv", ("me", "Zoe Obi", 3.0)),
        ("recommendations received.CSV", ("Zoe Obi", "me", 3.0)),
    ],
)
@pytest.mark.parametrize("day", ['"10/15/24, 09:30 AM"', "10/15/24", "15 Oct 2024", "2024-10-15"])
def test_a_recommendation_is_a_large_give(file, expected, day):
    text = RECOMMENDATIONS + f'Zoe,Obi,Slow Lantern,Director,"two\nlines",{day},VISIBLE\n'
    found = read_bytes(text.encode(), file)
    assert contacts(found) == [expected]
    (given,) = found.exchanges
    assert (given.kind, given.what, given.channel, given.date) == (
        "give",
        "a recommendation",
        "linkedin",
        date(2024, 10, 15),
    )
    assert (found.people[0].organization, found.people[0].known) == ("Slow Lantern", False)


def test_a_recommendation_that_was_written_counts_even_if_it_is_hidden():
    statuses = ("VISIBLE", "HIDDEN", "DECLINED", "PENDING", "REQUESTED", "")
    rows = "".join(f"Zoe,Obi,A,B,text,2024-10-15,{status}\n" for status in statuses)
    found = read_bytes((RECOMMENDATIONS + rows).encode(), "Recommendations_Given.csv")
    assert len(found.exchanges) == 4
    assert found.skipped == {"recommendations that are not written yet": 2}


def test_recommendations_without_a_direction_are_asked_about():
    found = read_bytes((RECOMMENDATIONS + "Zoe,Obi,A,B,text,2024-10-15,VISIBLE\n").encode(), "table.csv")
    assert found.exchanges == []
    assert sum(found.skipped.values()) == 1
    assert "Recommendations_Given.csv" in found.problems[0].problem


@pytest.mark.parametrize("day", ["2023/06/20 13:05:02 UTC", "2023-06-20", "20 Jun 2023"])
@pytest.mark.parametrize("url", [True, False])
def test_an_endorsement_is_a_give_and_its_skill_a_topic_of_that_person(day, url):
    def table(who):
        head = f"Endorsement Date,Skill Name,{who} First Name,{who} Last Name,{who} Public Url,Endorsement Status\n"
        rows = "".join(
            f"{day},{skill},Zoe,Obi,www.linkedin.com/in/Zoe-Obi,{status}\n"
            for skill, status in (("Film", "ACCEPTED"), ("Tea", "PENDING"), ("Chess", "REJECTED"))
        )
        text = head + rows
        return (
            text
            if url
            else text.replace(f",{who} Public Url", "").replace(",www.linkedin.com/in/Zoe-Obi", "")
        )

    given = read_bytes(table("Endorsee").encode(), "x")
    assert contacts(given) == [("me", "Zoe Obi", 1.0)] * 2
    assert [h.what for h in given.exchanges] == ["an endorsement for Film", "an endorsement for Tea"]
    assert {h.date for h in given.exchanges} == {date(2023, 6, 20)}
    assert given.people[0].topics == ["Film", "Tea"]
    assert given.people[0].url == ("linkedin.com/in/zoe-obi" if url else None)
    assert given.skipped == {"endorsements that were turned down": 1}
    received = read_bytes(table("Endorser").encode(), "x")
    assert contacts(received) == [("Zoe Obi", "me", 1.0)] * 2
    assert (received.people[0].topics, received.me.topics) == ([], ["Film", "Tea"])


def test_notes_come_together_on_the_person_they_are_about():
    text = (
        "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\n"
        f"Zoe,Obi,{IN}zoe,likes tea,2026-01-02,\nZoe,Obi,{IN}zoe,and film,2026-01-03,\n"
        f"Max,Roe,,no profile,2026-01-03,\n,,,nobody,,\nAna,Lee,{IN}ana,,,\n"
    )
    found = read_bytes(text.encode(), "x")
    assert [(someone.name, someone.note, someone.known) for someone in found.people] == [
        ("Zoe Obi", "likes tea\nand film", True),
        ("Max Roe", "no profile", False),
    ]
    assert found.skipped == {"notes without a text or a name": 2}


def test_the_uploaded_address_book_gives_people():
    text = (
        "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt\n"
        'GOOGLE,,,,,"zoe@example.org, obi@example.org",,\n'
        "GOOGLE,Max,Roe,Fernwood,Editor,,+44 20 7946 0100,\n,,,,,,,2020\n"
    )
    found = read_bytes(text.encode(), "Contacts.csv")
    assert found.format == "LinkedIn export"
    assert [(someone.name, someone.emails, someone.phones) for someone in found.people] == [
        (None, ["zoe@example.org", "obi@example.org"], []),
        ("Max Roe", [], ["+44 20 7946 0100"]),
    ]
    assert sum(found.skipped.values()) == 1


def test_a_whole_export_in_a_folder_of_a_zip_under_any_names(tmp_path):
    files = {
        "export/a": PREAMBLE
        + "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nZoe,Obi,,,,,12 Mar 2021",
        "export/b": ONE,
        "export/c": PROFILE,
        "export/d": "Member Age,Company Names,Company Names\n25-34,A,B\n",
        "export/e": "Email Address,Confirmed,Primary\nines@example.org,Yes,Yes\n",
    }
    path = tmp_path / "holiday.jpg"
    path.write_bytes(zipped(**files))
    found = read(path)
    assert found.format == "LinkedIn export"
    assert [file for _, file in found.files] == [
        "LinkedIn connections",
        "LinkedIn messages",
        "LinkedIn profile",
        "LinkedIn email addresses",
    ]
    assert [someone.name for someone in found.people] == ["Zoe Obi", "Zoe Obi"]
    assert found.me.emails == ["ines@example.org"]
    assert found.skipped == {"files that say nothing about people (export/d)": 1}


# Nothing is dropped in silence

_connection = st.sampled_from(
    [
        "Zoe,Obi,,zoe@example.org,A,B,12 Mar 2021",
        ",,,,,,12 Mar 2021",
        ",,,,,,",
        "Max,,,,,,",
        ",,,,A,B,",
        'x,"y,,,,,',
        "Ana,Lee,,,,,1 Apr 2020,extra",
    ]
)
_message = st.sampled_from(
    [
        message("Ines Varga", ["Zoe Obi"]),
        message("Zoe Obi", ["Ines Varga"], text="a\nb,c\n\nd"),
        message("Zoe Obi", ["Max Roe"]),
        message("Zoe Obi", ["Ines Varga"], day="?"),
        message("Zoe Obi", ["Ines Varga"], folder="SPAM"),
        message("LinkedIn Member*", ["Ines Varga"]),
        message("Ines Varga", [""]),
        message("Ines Varga", ["Zoe Obi"], draft="Yes"),
        ",,,,,,,,,,,\n",
    ]
)


@given(st.lists(_connection, max_size=12))
def test_every_connection_is_a_person_a_skip_or_a_problem(rows):
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    found = read_bytes((header + "".join(f"{row}\n" for row in rows)).encode(), "x")
    assert len(found.people) + sum(found.skipped.values()) + len(found.problems) == len(rows)


@given(st.lists(_message, max_size=12))
def test_every_message_is_an_exchange_a_skip_or_a_problem(rows):
    found = read_bytes((MESSAGES + "".join(rows)).encode(), "x", me="Ines Varga")
    assert len(found.exchanges) + sum(found.skipped.values()) + len(found.problems) == len(rows)


@pytest.mark.parametrize(
    ("header", "written", "day"),
    [
        (
            "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
            "25. Nov. 2026",
            date(2026, 11, 25),
        ),
        ("Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le", "3 févr. 2021", date(2021, 2, 3)),
        (
            "Nombre,Apellidos,URL,Correo electrónico,Empresa,Cargo,Fecha de conexión",
            "12 sept. 2020",
            date(2020, 9, 12),
        ),
        ("Nome,Sobrenome,URL,E-mail,Empresa,Cargo,Conectado em", "3 de fev. de 2021", date(2021, 2, 3)),
    ],
)
def test_connections_with_columns_in_another_language_keep_their_day(header, written, day):
    row = f"Zoe,Obi,https://www.linkedin.com/in/zoe-obi,,Blau,Director,{written}"
    found = read_bytes(f"{header}\n{row}\nMax,Roe,,,Acme,,soon\n".encode(), "Connections.csv")
    assert [someone.connected_on for someone in found.people] == [day, None]
    assert [problem.line for problem in found.problems] == [3]
