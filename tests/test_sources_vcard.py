"""vCards as phones, mail programs and address books write them; broken and hostile ones; vobject as a second opinion.

The samples under `vcards/` are written by hand, after what these programs write, about people who do not exist.
"""

from __future__ import annotations

import base64
import csv
import quopri
import re
import tracemalloc
from dataclasses import asdict
from pathlib import Path

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from netgive_lib.sources import SourceError, fields, read, tabular, vcard_lines
from netgive_lib.sources.tabular import MOST_PROBLEMS, decode
from netgive_lib.sources.vcard import read_vcards

SAMPLES = Path(__file__).parent / "vcards"
DATA = Path(__file__).parents[1] / "data"
ORGANIZATION = "contacts that are an organization and no person"
NOBODY = "contacts without a name, an e-mail address or a phone"

YUKI = {
    "name": "Dr. Yuki Rei Nakagawa",
    "given_name": "Yuki",
    "emails": ["yuki@paper-heron.example.com", "yuki.home@example.org"],
    "phones": ["+44 7700 900301", "+44 20 7946 0302", "+44 20 7946 0301"],
    "url": "linkedin.com/in/yuki-nakagawa-sample",
    "organization": "Paper Heron Studio",
    "title": "Background painter",
    "city": "Bristol",
    "birthday": "--02-29",
    "note": "Met at the print fair; likes risograph, hates calls.\n"
    "Sends postcards. Don't forget Kenji's show.",
}
THANDIWE = {
    "name": "Thandiwe Dlamini",
    "given_name": "Thandiwe",
    "emails": ["thandiwe@example.com", "thandi@example.net"],
    "phones": ["+44 7700 900321", "+44 20 7946 0321"],
    "url": "linkedin.com/in/thandiwe-dlamini-sample",
    "organization": "Fernwood",
    "title": "Illustrator",
    "city": "Leeds",
    "circle": "Print fair",
    "birthday": "1992-11-03",
    "note": "Draws birds.\nKnows everyone in Leeds.",
}
OKSANA = {
    "name": "Оксана Бережна",
    "given_name": "Оксана",
    "emails": ["oksana@example.org"],
    "phones": ["+44 7700 900332", "+44 7700 900331", "+44 7700 900333"],
    "organization": "Тихий Ліхтар",
    "city": "Львів",
    "birthday": "1990-03-08",
    "note": "Sharing: tools; tea, time=100%\nSecond line",
}
JUERGEN = {
    "name": "Jürgen Grünwald",
    "given_name": "Jürgen",
    "emails": ["juergen@example.com", "j.gruenwald@example.org"],
    "phones": ["+49 (30) 23125-351", "+49 (30) 23125-352"],
    "organization": "Café Möbius",
    "title": "Röstmeister",
    "city": "Köln",
    "birthday": "1969-12-28",
    "note": "Trinkt keinen Tee.\nRuft zurück, immer.",
}
SANNE = {
    "name": "Sanne Achterberg",
    "given_name": "Sanne",
    "emails": ["sanne@tidal-maps.example.com"],
    "phones": ["+31 6 5550 0362", "+31 20 555 0361"],
    "organization": "Tidal Maps BV",
    "title": "Cartographer",
    "circle": "Maps",
    "birthday": "1979-05-30",
}
FORUGH = {
    "name": "Forugh Farahmand",
    "given_name": "Forugh",
    "emails": ["forugh@example.org", "forugh@old.example.net", "forugh@work.example.com"],
    "phones": ["+44-7700-900371", "+44-20-7946-0371"],
    "url": "linkedin.com/in/forugh-farahmand-sample",
    "title": "Reads everything",
    "city": "York",
    "circle": "Book club",
    "topics": ["typography", "bell ringing"],
    "birthday": "1970-05-17",
}
CAOIMHE = {
    "name": "Caoimhe Ó Briain",
    "given_name": "Caoimhe",
    "emails": ["caoimhe@example.org"],
    "phones": ["+44 7700 900381"],
    "organization": "Fiddle section",
    "circle": "Session players",
    "birthday": "1976-12-31",
}
LUCIA = {
    "name": "Lucía María Hernández",
    "given_name": "Lucía",
    "emails": ["lucia@example.com"],
    "phones": ["+34 600 555 392"],
    "organization": "Estudio Marea",
    "circle": "Taller, Sevilla",
    "birthday": "--05-12",
    "note": "C:\\netgive\\new ; ok",
}
ESZTER = {
    "name": "Eszter Kovács",
    "given_name": "Eszter",
    "emails": ["eszter@example.org"],
    "phones": ["+36205550401", "+3615550402"],
    "city": "Szeged",
    "birthday": "1981-09-09",
}
ANGELICA = {
    "name": "Angélica Peet-de Vriës",
    "given_name": "Angélica",
    "emails": ["angelica@example.net"],
    "phones": ["+31 6 5550 0412", "+31 20 555 0411"],
    "organization": "Kanaal Vier",
    "title": "Producer; radio",
    "note": "First line\nsecond line, not marked\n\nand its end",
}
EXPECTED = {
    "agent.vcf": [
        {"name": "Wanjiru Mwangi", "given_name": "Wanjiru", "emails": ["wanjiru@example.org"]},
        {"name": "Halima Yusuf", "given_name": "Halima", "emails": ["halima@example.org"]},
    ],
    "android.vcf": [OKSANA, {"name": "Mum", "given_name": "Mum", "phones": ["+44 7700 900334"]}],
    "apple-iphone.vcf": [YUKI, {"name": "Zoë Obi", "given_name": "Zoë", "birthday": "1988-06-15"}],
    "blackberry.vcf": [ANGELICA],
    "broken.vcf": [
        {"name": "Whole One", "emails": ["one@example.org"]},
        {"name": "No End", "emails": ["no.end@example.org"]},
        {"name": "Bad Parts", "emails": ["bad.parts@example.org"]},
        {"name": "No Begin", "emails": ["no.begin@example.org"]},
        {"name": "Joined One"},
        {"name": "Joined Two"},
        {"name": "Cut Off", "emails": ["cut.off@example.org"]},
    ],
    "docomo-sjis.vcf": [
        {
            "name": "田中 花子",
            "given_name": "花子",
            "phones": ["+81 90 5555 0421"],
            "organization": "紙の鷺",
        }
    ],
    "fastmail.vcf": [CAOIMHE],
    "google.vcf": [
        THANDIWE,
        {"emails": ["no.name@example.org"]},
        {"name": "Do Yun Baek", "given_name": "Do Yun", "birthday": "--12-01"},
    ],
    "icloud-groups.vcf": [
        {
            "name": "Amélie Moreau",
            "given_name": "Amélie",
            "emails": ["amelie.moreau@example.org"],
            "circle": "Climbing wall",
        },
        {"name": "Tiago Salgueiro", "given_name": "Tiago", "phones": ["+44 7700 900312"]},
    ],
    "mac-cr.vcf": [
        {
            "name": "Ifeoma Okonkwo",
            "given_name": "Ifeoma",
            "emails": ["ifeoma@example.com"],
            "note": "Old Macs end a line so, with nothing else.",
        },
        {"name": "Budi Salim", "given_name": "Budi"},
    ],
    "nextcloud-4.0.vcf": [
        FORUGH,
        {"name": "Ikaika Kealoha", "given_name": "Ikaika", "circle": "Choir", "birthday": "--01-22"},
    ],
    "nokia-utf16.vcf": [
        ESZTER,
        {"name": "Ákos Bódor", "given_name": "Ákos", "phones": ["+36205550403"]},
    ],
    "outlook-2.1.vcf": [JUERGEN],
    "outlook-3.0.vcf": [SANNE],
    "samsung.vcf": [
        {
            "name": "Nguyễn Thị Hạnh",
            "given_name": "Nguyễn Thị Hạnh",
            "emails": ["hanh@example.org"],
            "phones": ["+447700900341"],
            "birthday": "1984-02-03",
        },
        {"phones": ["+447700900342"]},
        {"name": "Björn Ålund", "given_name": "Björn", "phones": ["+44 20 7946 0343"]},
    ],
    "thunderbird.vcf": [{"emails": ["only.address@example.org"]}, LUCIA],
}
SKIPPED = {
    "agent.vcf": {"cards inside somebody else's card": 2},
    "apple-iphone.vcf": {ORGANIZATION: 1},
    "broken.vcf": {NOBODY: 1},
    "fastmail.vcf": {"groups": 1},
    "google.vcf": {ORGANIZATION: 1},
    "icloud-groups.vcf": {"groups": 1},
    "nextcloud-4.0.vcf": {"groups": 1, ORGANIZATION: 1, "contacts that are a place or a device": 1},
}
PROBLEMS = {
    "broken.vcf": [
        (6, "This card breaks off: END:VCARD is missing. What is whole in it was read."),
        (13, "'not an address' is not an e-mail address. It was left out."),
        (15, "'none' is not a phone number. It was left out."),
        (16, "The birthday '32 May 1970' is not a day that can be read. It was left out."),
        (17, "'this line is nothing' is no property of a card. It was left out."),
        (19, "This card has no BEGIN:VCARD. What is whole in it was read."),
        (34, "This card breaks off: END:VCARD is missing. What is whole in it was read."),
    ],
    "mac-cr.vcf": [(13, "The birthday '1950-02-30' is not a day that can be read. It was left out.")],
    "outlook-2.1.vcf": [
        (17, "'/o=Cafe/ou=First/cn=Recipients/cn=jg' is not an e-mail address. It was left out.")
    ],
}


def described(found):
    """What is said of each person, without what is not."""
    return [
        {name: value for name, value in asdict(someone).items() if value and name not in ("ref", "known")}
        for someone in found.people
    ]


def problems(found):
    return [(problem.line, problem.problem) for problem in found.problems]


def card(*lines, version="3.0"):
    return "\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", "")).encode()


def one(*lines, version="3.0"):
    """The one person in a card of these lines."""
    found = read_vcards(card(*lines, version=version), "x.vcf")
    assert found.problems == []
    [someone] = found.people
    return someone


# What each program writes


@pytest.mark.parametrize("file", sorted(EXPECTED))
def test_a_program_s_cards_are_read_exactly(file):
    found = read(SAMPLES / file)
    assert described(found) == EXPECTED[file]
    assert found.skipped == SKIPPED.get(file, {})
    assert problems(found) == PROBLEMS.get(file, [])
    assert found.files == [(file, "vCard")]
    assert found.format == "vCard"


def test_every_sample_has_its_expectation():
    assert {path.name for path in SAMPLES.iterdir()} == set(EXPECTED)


def test_the_exported_sample_holds_what_its_readme_says():
    found = read(DATA / "exports" / "phone.vcf")
    text = (DATA / "exports" / "phone.vcf").read_text(encoding="utf-8")
    with (DATA / "story" / "people.csv").open(encoding="utf-8", newline="") as file:
        story = {row["name"] for row in csv.DictReader(file)}
    names = {someone.name for someone in found.people}
    assert len(names) == len(found.people) == text.count("BEGIN:VCARD") - 2
    assert names <= story
    assert found.skipped == {"groups": 1}
    broken = text[: text.index("N:\n")].count("\n") - 1
    assert problems(found) == [
        (
            broken,
            "This card breaks off: END:VCARD is missing. "
            "Nothing in it says whose card it is, so it was left out.",
        )
    ]


def test_related_cards_are_ties_where_the_other_card_is_in_the_file():
    found = read(SAMPLES / "nextcloud-4.0.vcf")
    assert found.ties == [("nextcloud-4.0.vcf:1", "nextcloud-4.0.vcf:24", "friend")]


def test_a_uid_that_two_cards_have_makes_no_tie_and_no_circle():
    twice = card("FN:Zoe Obi", "UID:1") + card("FN:Max Roe", "UID:1")
    third = card("FN:Ana Lee", "RELATED;TYPE=friend:1") + card("KIND:group", "FN:Choir", "MEMBER:1")
    found = read_vcards(twice + third, "x.vcf")
    assert found.ties == []
    assert [someone.circle for someone in found.people] == [None, None, None]


# Values


@pytest.mark.parametrize(
    ("lines", "name", "given_name"),
    [
        (("FN:Zoe Obi", "N:Obi;Zoe;;;"), "Zoe Obi", "Zoe"),
        (("N:Obi;Zoe;Ada;Dr.;MA",), "Zoe Ada Obi", "Zoe"),
        (("FN:Obi\\, Zoe", "N:Obi;Zoe;;;"), "Zoe Obi", "Zoe"),
        (("FN:Obi\\, Zoe",), "Obi, Zoe", None),
        (("FN:", "N:;;;;", "NICKNAME:Zo"), "Zo", None),
        (("FN:zoe@example.org", "N:Obi;Zoe;;;", "EMAIL:Zoe@example.org"), "Zoe Obi", "Zoe"),
        (("FN: Zoe  \\n Obi ",), "Zoe Obi", None),
        (("FN:Obi\\; Zoe\\\\n",), "Obi; Zoe\\n", None),
        (("N:O\\;bi;Zo\\,e",), "Zo,e O;bi", "Zo,e"),
        (("N:García,López;Ana,María;;Dr.,Ing.;",), "Ana María García López", "Ana María"),
        (("N:Smith, Jr.;Bob;;;",), "Bob Smith, Jr.", "Bob"),
        (("FN:Jean-Luc (JL) Roe", "N:Roe;Jean-Luc (JL);;;"), "Jean-Luc (JL) Roe", "Jean-Luc"),
        (("FN;LANGUAGE=ja:ゾエ", "FN;PREF=1:Zoe Obi"), "Zoe Obi", None),
        (("fn:Zoe Obi",), "Zoe Obi", None),
        (('FN;X-ANY="a:b;c":Zoe Obi',), "Zoe Obi", None),
        (('FN;X-ANY="never closed:Zoe Obi',), "Zoe Obi", None),
        (("FN;X-ANY=a,", " b:Zoe Obi"), "Zoe Obi", None),
        ((f"FN:{'Zoe' * 4000}",), ("Zoe" * 4000)[:200], None),
        (("FN:Zoe\0 \x01Obi",), "Zoe Obi", None),
    ],
)
def test_names(lines, name, given_name):
    someone = one(*lines)
    assert (someone.name, someone.given_name) == (name, given_name)


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:19700517", "1970-05-17"),
        ("BDAY:1970-05-17", "1970-05-17"),
        ("BDAY:1970-05-17T23:00:00Z", "1970-05-17"),
        ("BDAY:19700517T230000Z", "1970-05-17"),
        ("BDAY:--0122", "--01-22"),
        ("BDAY:--01-22", "--01-22"),
        ("BDAY:--0229", "--02-29"),
        ("BDAY:1604-06-08", "--06-08"),
        ("BDAY;X-APPLE-OMIT-YEAR=1600:1600-06-08", "--06-08"),
        ("BDAY:0000-06-08", "--06-08"),
        ("BDAY:0001-06-08", "--06-08"),
        ("BDAY:00000000", None),
        ("BDAY:", None),
        ("BDAY;VALUE=text:17 May 1970", "1970-05-17"),
    ],
)
def test_birthdays(line, birthday):
    assert one("FN:Zoe Obi", line).birthday == birthday


@pytest.mark.parametrize(
    "text",
    ["circa 1800", "9999-01-01", "0123-05-06", "1970-13-40", "1970-02-30", "---22", "1970", "99999999999"],
)
def test_a_birthday_that_is_no_day_is_a_problem_of_its_line(text):
    found = read_vcards(card("FN:Zoe Obi", f"BDAY;VALUE=text:{text}"), "x.vcf")
    assert described(found) == [{"name": "Zoe Obi"}]
    assert problems(found) == [(4, f"The birthday {text!r} is not a day that can be read. It was left out.")]


@pytest.mark.parametrize(
    ("lines", "emails"),
    [
        (("EMAIL:a@example.org", "EMAIL;TYPE=pref:b@example.org"), ["b@example.org", "a@example.org"]),
        (("EMAIL:a@example.org", "EMAIL;PREF;INTERNET:b@example.org"), ["b@example.org", "a@example.org"]),
        (
            ("EMAIL;PREF=2:a@example.org", "EMAIL:b@example.org", "EMAIL;PREF=1:c@example.org"),
            ["c@example.org", "a@example.org", "b@example.org"],
        ),
        (
            ('EMAIL;TYPE="home,pref":a@example.org', "EMAIL;PREF=0:b@example.org"),
            ["a@example.org", "b@example.org"],
        ),
        (("EMAIL:mailto:A@Example.org", "EMAIL:a@example.org"), ["a@example.org"]),
    ],
)
def test_the_preferred_address_comes_first(lines, emails):
    assert one(*lines).emails == emails


@pytest.mark.parametrize(
    ("lines", "phones"),
    [
        (("TEL:020 7946 0100", "TEL;CELL;PREF:07700 900100"), ["07700 900100", "020 7946 0100"]),
        (("TEL;TYPE=fax,pref:020 7946 0100", "TEL:020 7946 0101"), ["020 7946 0101", "020 7946 0100"]),
        (("TEL;VALUE=uri:tel:+44-20-7946-0100;ext=5;phone-context=x",), ["+44-20-7946-0100"]),
        (("TEL;TYPE=cell\\,voice:020 7946 0100",), ["020 7946 0100"]),
    ],
)
def test_phones(lines, phones):
    assert one("FN:Zoe Obi", *lines).phones == phones


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("URL:https://www.linkedin.com/in/zoe-obi?trk=x", "linkedin.com/in/zoe-obi"),
        ("X-SOCIALPROFILE;TYPE=linkedin:zoe-obi", "linkedin.com/in/zoe-obi"),
        ("SOCIALPROFILE;SERVICE-TYPE=LinkedIn;VALUE=text:zoe-obi", "linkedin.com/in/zoe-obi"),
        ("X-LINKEDIN:zoe-obi", "linkedin.com/in/zoe-obi"),
        ("X-SOCIALPROFILE;TYPE=twitter:zoe-obi", None),
        ("URL:https://zoe.example.org", None),
    ],
)
def test_profiles(line, url):
    assert one("FN:Zoe Obi", line).url == url


@pytest.mark.parametrize(
    ("lines", "circle"),
    [
        (("CATEGORIES:myContacts,starred,Film",), "Film"),
        (("CATEGORIES:* My Contacts", "CATEGORIES:Film"), "Film"),
        (("CATEGORIES:Film;Choir",), "Film"),
        (("CATEGORIES:Film\\, Leeds,Choir",), "Film, Leeds"),
        (("CATEGORIES:myContacts",), None),
    ],
)
def test_circles(lines, circle):
    assert one("FN:Zoe Obi", *lines).circle == circle


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (("FN:Copper Kettle", "ORG:Copper Kettle"), ORGANIZATION),
        (("FN:Copper Kettle", "N:Copper Kettle;;;;", "ORG:COPPER KETTLE;Kitchen"), ORGANIZATION),
        (("FN:Zoe Obi", "N:Obi;Zoe;;;", "ORG:Copper Kettle", "X-ABShowAs:COMPANY"), ORGANIZATION),
        (("ORG:Copper Kettle", "TEL:020 7946 0100"), ORGANIZATION),
        (("FN:Zoe Obi", "N:Obi;Zoe;;;", "ORG:Zoe Obi"), None),
        (("KIND:Group", "FN:Choir"), "groups"),
        (("KIND:individual", "FN:Zoe Obi"), None),
        (("KIND:x-unheard-of", "FN:Zoe Obi"), None),
        (("TITLE:Editor",), NOBODY),
    ],
)
def test_who_is_a_person(lines, reason):
    found = read_vcards(card(*lines), "x.vcf")
    assert found.skipped == ({reason: 1} if reason else {})
    assert len(found.people) == (0 if reason else 1)


# Encodings and lines


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_every_usual_encoding_and_line_end_is_read(encoding, end):
    text = card("FN:Zoë Obi", "NOTE:one\\n", " two", "TITLE:Éditrice").decode().replace("\n", end)
    assert (
        described(read_vcards((text * 2).encode(encoding), "x.vcf"))
        == [{"name": "Zoë Obi", "title": "Éditrice", "note": "one\ntwo"}] * 2
    )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (b"FN;CHARSET=windows-1251:\xc7\xee\xff", "Зоя"),
        (b"FN;CHARSET=gb2312:\xd7\xf4\xd2\xc1", "佐伊"),
        (b"FN;CHARSET=gb2312:\xc4\xa3", "模"),
        (b"FN;CHARSET=ISO-8859-1:Zo\xc3\xab", "Zoë"),
        (b"FN;CHARSET=undefined:Zo\xeb", "Zoë"),
        (b"FN;CHARSET=no-such:Zo\xeb", "Zoë"),
        (b"FN;CHARSET=iso-8859-99:Zo\xeb", "Zoë"),
        (b"FN;ENCODING=8BIT:Zo\xc3\xab", "Zoë"),
        (b"FN;ENCODING=QUOTED-PRINTABLE;CHARSET=iso-8859-15:Zo=EB=A4", "Zoë€"),
        (b"FN;ENCODING=QUOTED:Zo=C3=AB", "Zoë"),
        (b"FN;QUOTED-PRINTABLE:Zo=C3=\n=AB =\nObi", "Zoë Obi"),
        (b"FN;QUOTED-PRINTABLE:Zo=C3=\n =AB\n Obi", "ZoëObi"),
        (b"FN;QUOTED-PRINTABLE:Zo=C3=AB=\n\nTEL:020 7946 0100", "Zoë"),
        (b"FN;QUOTED-PRINTABLE:Zo=XX=", "Zo=XX"),
        (b"FN;ENCODING=b:Wm/Dqw==", "Zoë"),
    ],
)
def test_a_property_in_its_own_encoding(line, name):
    found = read_vcards(b"BEGIN:VCARD\nVERSION:2.1\n" + line + b"\nEND:VCARD\n", "x.vcf")
    assert [someone.name for someone in found.people] == [name]
    assert found.problems == []


def test_base64_that_is_none_is_a_problem():
    found = read_vcards(card("FN:Zoe Obi", "NOTE;ENCODING=b:A"), "x.vcf")
    assert described(found) == [{"name": "Zoe Obi"}]
    assert problems(found) == [(4, "NOTE: This is no base64, although it says so. It was left out.")]


@pytest.mark.parametrize("end", [" \n", "\n", "\n\n"])
def test_a_photo_is_passed_over_however_it_is_broken(end):
    photo = end.join(["PHOTO;ENCODING=BASE64;JPEG:", *("QUJD" * 18 for _ in range(50))]) + end
    assert one("FN:Zoe Obi", photo + "TEL:020 7946 0100").phones == ["020 7946 0100"]


# Broken and hostile


def test_a_card_cut_anywhere_never_costs_the_one_before():
    whole = (SAMPLES / "google.vcf").read_bytes()
    first = whole.index(b"BEGIN", 1)
    for cut in range(first, len(whole)):
        found = read_vcards(whole[:cut], "x.vcf")
        assert described(found)[0] == THANDIWE
        for someone in described(found)[1:]:
            assert someone.get("emails", ["no.name@example.org"]) == ["no.name@example.org"]
            assert someone.get("name", "Do Yun Baek") == "Do Yun Baek"


def test_only_so_many_problems_are_listed():
    found = read_vcards(card("FN:Zoe Obi", "TEL:none") * (MOST_PROBLEMS + 5), "x.vcf")
    assert len(found.people) == MOST_PROBLEMS + 5
    assert len(found.problems) == MOST_PROBLEMS + 1
    assert found.problems[-1].problem == "From here on, problems are not listed any more."


def test_bounds(monkeypatch):
    monkeypatch.setattr(vcard_lines, "MOST_CARDS", 2)
    monkeypatch.setattr(vcard_lines, "MOST_LINES", 3)
    monkeypatch.setattr(vcard_lines, "LARGEST_CELL", 1000)
    long, many = card("FN:Zoe Obi", "NOTE:" + "x" * 1001), card("FN:Max Roe", "TEL:123", "TEL:456")
    found = read_vcards(long + many + card("FN:Ana Lee"), "x.vcf")
    assert described(found) == [{"name": "Zoe Obi"}, {"name": "Max Roe", "phones": ["123"]}]
    assert problems(found) == [
        (4, "NOTE is longer than 1,000 bytes here. It was left out."),
        (10, "This card has over 3 lines. The rest was left out."),
        (12, "The file holds more than 2 cards. From here on, none was read."),
    ]


def test_long_runs_of_nothing_take_no_time():
    runs = (" ", "\t", "\n", "\r", ";", ":", '"', "\\", "=", "=\n", "\n ", "x:\n", "AGENT:\n", "<", ".")
    for run in runs:
        text = run * (tabular.LARGEST_CELL // 4 // len(run))
        lines = ("FN:Zoe Obi", f"EMAIL:{text}", f"TEL;{text}:1", f"NOTE;QUOTED-PRINTABLE:{text}", text)
        assert len(read_vcards(card(*lines) + card("FN:Max Roe"), "x.vcf").people) == 2


def test_a_file_without_a_card_is_refused():
    with pytest.raises(SourceError, match=r"^x\.vcf holds no vCard"):
        read_vcards(b"To: zoe@example.org\n\nSend me your BEGIN:VCARD please\n", "x.vcf")


_pieces = st.sampled_from(
    (
        *(
            b"BEGIN:VCARD",
            b"END:VCARD",
            b"AGENT:",
            b"N:",
            b"FN:",
            b"EMAIL",
            b"TEL;",
            b"BDAY:",
            b"NOTE",
            b"PHOTO",
        ),
        *(b":", b";", b"=", b'"', b"\\", b"\r", b"\n", b"\r\n", b" ", b"QUOTED-PRINTABLE", b"ENCODING=b"),
        *(b"CHARSET=", b"undefined", b"utf-16", b"1604-02-30", b"--0230", b"Zo\xc3", b"\xab", b"\0"),
        *(b"\xff\xfe", b"\xef\xbb\xbf"),
    )
)


@given(st.binary() | st.lists(_pieces | st.binary(max_size=2), max_size=60).map(b"".join))
def test_no_bytes_raise_anything_but_a_source_error(data):
    try:
        found = read_vcards(b"BEGIN:VCARD\n" * (len(data) % 2) + data, "x.vcf")
    except SourceError:
        return
    assert all(problem.line and problem.problem for problem in found.problems)
    assert all(someone.name or someone.emails or someone.phones or someone.url for someone in found.people)
    assert len({someone.ref for someone in found.people}) == len(found.people)


@given(st.lists(_pieces.filter(lambda piece: b"VCARD" not in piece and piece[:1] != b"A"), max_size=40))
def test_whatever_a_card_holds_its_neighbours_are_read(pieces):
    middle = b"BEGIN:VCARD\n" + b"".join(pieces) + b"\nEND:VCARD\n"
    found = read_vcards(card("FN:Zoe Obi") + middle + card("FN:Max Roe"), "x.vcf")
    names = [someone.name for someone in found.people]
    assert (names[0], names[-1]) == ("Zoe Obi", "Max Roe")


# The same, said in another way

_letters = st.characters(categories=["L", "N"], include_characters=" ,;\\:=-'")
_texts = st.text(_letters, min_size=1, max_size=120).filter(lambda text: text.strip())


@given(st.data())
def test_a_fold_anywhere_changes_nothing(data):
    whole = (SAMPLES / "nextcloud-4.0.vcf").read_bytes().splitlines()
    folded = []
    for line in whole:
        if line.startswith((b"BEGIN", b"END")):
            folded.append(line)
            continue
        start = line.index(b":") + 1
        at = data.draw(st.integers(start, len(line) - 1)) if start < len(line) else len(line)
        folded.append(line[:at] + b"\n " + line[at:] if start < len(line) else line)
    found = read_vcards(b"\n".join(folded) + b"\n", "x.vcf")
    assert described(found) == EXPECTED["nextcloud-4.0.vcf"]


@given(_texts, st.sampled_from(["utf-8", "utf-16", "cp1251", "shift_jis"]))
def test_quoted_printable_is_read_back(text, charset):
    text = text.encode(charset, "ignore").decode(charset)
    raw = text.replace("\\", "\\\\").encode("utf-8" if charset == "utf-16" else charset)
    value = quopri.encodestring(raw, quotetabs=True).rstrip(b"\n")
    line = f"NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET={charset}:".encode() + value
    [someone] = read_vcards(b"BEGIN:VCARD\nVERSION:2.1\nFN:Zoe\n" + line + b"\nEND:VCARD\n", "x.vcf").people
    assert someone.note == (text.strip() or None)


# vobject, as a second opinion


@given(_texts, _texts, _texts, _texts, st.dates().map(str))
def test_a_card_that_vobject_wrote_is_read_back(shown, family, note, organization, birthday):
    written = vobject.vCard()
    written.add("fn").value = shown
    written.add("n").value = vobject.vcard.Name(family=family, given="Zoe")
    written.add("email").value = "zoe@example.org"
    written.add("tel").value = "+44 20 7946 0100"
    written.add("org").value = [organization, "Department"]
    written.add("note").value = note + "\nand more"
    written.add("bday").value = birthday
    [someone] = read_vcards(written.serialize().encode(), "x.vcf").people
    assert someone.name in (fields.name(shown), fields.name(f"Zoe {family}"))
    assert someone.given_name == "Zoe"
    assert someone.emails == ["zoe@example.org"]
    assert someone.phones == ["+44 20 7946 0100"]
    assert someone.organization == fields.name(organization)
    assert someone.note == (note + "\nand more").strip()


def opinion(data):
    """What vobject says, by addresses and numbers: the names that would do, and the birthday's digits."""
    text = decode(re.sub(rb"\r?\n[ \t]", b"", data))
    said = {}
    for one in vobject.readComponents(text, allowQP=True):
        values = {
            name: [getattr(line, "value", "") for line in lines] for name, lines in one.contents.items()
        }
        emails = frozenset(re.sub("^mailto:", "", each).lower() for each in values.get("email", []))
        phones = frozenset(re.sub("^tel:|;ext=.*", "", each) for each in values.get("tel", []))
        names = [
            *values.get("fn", []),
            *(f"{n.given} {n.additional} {n.family}" for n in values.get("n", [])),
        ]
        names = {" ".join(name.split()) or None for name in names if name not in emails} or {None}
        [birthday] = values.get("bday", [None])
        said[emails, phones, re.sub(r"\D", "", birthday or "")[:8]] = names
    return said


@pytest.mark.parametrize(
    "file",
    (
        *("agent.vcf", "apple-iphone.vcf", "fastmail.vcf", "google.vcf", "icloud-groups.vcf"),
        *("nextcloud-4.0.vcf", "nokia-utf16.vcf", "outlook-3.0.vcf", "thunderbird.vcf"),
    ),
)
def test_vobject_agrees_where_it_can_read(file):
    data = (SAMPLES / file).read_bytes()
    said = opinion(data)
    people = read_vcards(data, file).people
    assert people
    for someone in people:
        birthday = (someone.birthday or "").replace("-", "")
        omitted = "1604" + birthday if file.startswith("apple") and len(birthday) == 4 else birthday
        names = said[frozenset(someone.emails), frozenset(someone.phones), omitted]
        assert someone.name in names


def test_a_photo_costs_no_memory_to_speak_of():
    photo = base64.b64encode(bytes(3_000_000))
    data = b"BEGIN:VCARD\nFN:Zoe Obi\nPHOTO;ENCODING=b:" + photo + b"\nEND:VCARD\n"
    tracemalloc.start()
    try:
        found = read_vcards(data, "x.vcf")
        assert tracemalloc.get_traced_memory()[1] < len(photo) // 10
    finally:
        tracemalloc.stop()
    assert described(found) == [{"name": "Zoe Obi"}]
