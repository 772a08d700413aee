"""Rows out of CSV files as people have them; archives; and telling formats from their content."""

from __future__ import annotations

import io
import os
import struct
import tracemalloc
import zipfile
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netgive_lib.export import to_folder
from netgive_lib.network import Network
from netgive_lib.sources import Found, Problem, SourceError, archive, read, read_bytes, reading, tabular
from netgive_lib.sources.tabular import Table, decode, headers

CONNECTIONS = """\
First Name,Last Name,URL,Email Address,Company,Position,Connected On
Zoe,Obi,https://www.linkedin.com/in/zoe-obi,zoe@example.org,Slow Lantern,Director,12 Mar 2021
Max,Roe,https://www.linkedin.com/in/max-roe,,"Harbour, Pike & Co",Editor,01 Apr 2022
Ana,Lee,https://www.linkedin.com/in/ana-lee,,Fernwood,Writer,30 Sep 2023
"""
GOOGLE = """\
First Name,Middle Name,Last Name,Phonetic First Name,File As,Organization Name,Birthday,Notes,Labels,\
E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value
Zoe,,Obi,,,Slow Lantern,1988-06-15,"likes
tea",Film ::: * myContacts,* Work,zoe@example.org,Mobile,+44 20 7946 0100
"""
ADDRESSES = "Name,E-mail\nZoe Obi,zoe@example.org\nMax Roe,max@example.org\n"
VCARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Zoe Obi\nEND:VCARD\n"


def table(text, delimiter=","):
    header = next(header for header in headers(text) if header.delimiter == delimiter)
    return Table("people.csv", lambda: text, header)


def rows(text, delimiter=","):
    read = table(text, delimiter)
    cells = [(row.line, row.cells[:-1]) for row in read.rows()]
    return cells, [(problem.line, problem.problem) for problem in read.problems]


def zipped(**files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return buffer.getvalue()


def names(found):
    return [someone.name for someone in found.people]


# Text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"], ids=str
)
def test_every_usual_encoding_is_read(encoding):
    assert decode("Name,Città\nZoë Obi,Forlì\n".encode(encoding)) == "Name,Città\nZoë Obi,Forlì\n"


def test_one_line_in_another_encoding_does_not_spoil_the_others():
    mixed = "Zoë\n".encode() + "Noël\n".encode("cp1252") + "李\n".encode()
    assert decode(mixed) == "Zoë\nNoël\n李\n"


def test_nul_bytes_are_left_out():
    assert decode(b"Name,E-mail\nZo\0e,zoe@example.org\n" + b"x" * 100).startswith("Name,E-mail\nZoe,")


# Rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_usual_delimiter_and_line_end_is_read(delimiter, end):
    data = ADDRESSES.replace(",", delimiter).replace("\n", end).encode()
    assert names(read_bytes(data, "x.dat")) == ["Zoe Obi", "Max Roe"]


def test_a_quoted_cell_keeps_its_lines_and_its_line_number():
    cells, problems = rows('a,b\n1,"x\ny, ""z"""\n2,w\n')
    assert cells == [(2, ["1", 'x\ny, "z"']), (4, ["2", "w"])]
    assert problems == []


def test_a_quote_that_never_closes_costs_at_most_its_row():
    text = CONNECTIONS.replace("Slow Lantern,Director", '"Slow Lantern,Director')
    cells, problems = rows(text)
    assert [row[1][0] for row in cells] == ["Zoe", "Max", "Ana"]
    assert cells[0][1][4:6] == ["Slow Lantern", "Director"]
    assert problems == []


def test_a_quote_that_a_later_stray_one_closes_is_noticed_by_the_rows_it_swallowed():
    text = CONNECTIONS.replace("Slow Lantern,", '"Slow Lantern,').replace("Fernwood,", 'Fernwood",')
    text = text.replace('"Harbour, Pike & Co"', "Harbour")
    cells, _ = rows(text)
    assert [row[1][0] for row in cells] == ["Zoe", "Max", "Ana"]


def test_several_broken_rows_one_after_another_are_each_read():
    broken = "".join(f'n{i},"unclosed {i},c,d,e\n' for i in range(50))
    cells, problems = rows(f"a,b,c,d,e\n{broken}z,1,2,3,4\n")
    assert [row[1][0] for row in cells] == [*(f"n{i}" for i in range(50)), "z"]
    assert cells[3][1][1] == "unclosed 3"
    assert problems == []


def test_a_broken_row_of_several_lines_becomes_one_problem_that_names_them():
    cells, problems = rows('a,b,c\n1,"x ""y"z\nmore\nand more,q\n2,v,w\n')
    assert cells == [(5, ["2", "v", "w"])]
    assert problems == [(2, "A quotation mark in lines 2 to 4 is never closed. Nothing was read there.")]


def test_text_of_several_lines_with_commas_stays_one_cell():
    note = "Dear Zoe,\nthank you, really, for all, and more, of this\nYours, Max"
    cells, problems = rows(f'a,b,c,d,e\n1,2,"{note}",4,5\n')
    assert cells == [(2, ["1", "2", note, "4", "5"])]
    assert problems == []


def test_a_short_row_is_filled_and_a_long_one_is_a_problem():
    cells, problems = rows("a,b,c\n1\n1,2,3,,\n1,2,3,4\n")
    assert cells == [(2, ["1", "", ""]), (3, ["1", "2", "3"])]
    assert problems == [(4, "This row has 4 cells, but there are 3 columns.")]


def test_a_cell_beyond_the_bound_costs_only_its_row(monkeypatch):
    monkeypatch.setattr(tabular, "LARGEST_CELL", 1000)
    cells, problems = rows(f'a,b\n1,"{"x" * 2000}"\n2,w\n')
    assert cells == [(3, ["2", "w"])]
    assert len(problems) == 1


def test_a_file_full_of_mistakes_does_not_list_them_without_end(monkeypatch):
    monkeypatch.setattr(tabular, "MOST_PROBLEMS", 3)
    _, problems = rows("a,b\n" + "1,2,3\n" * 50)
    assert [line for line, _ in problems] == [2, 3, 4, 5]


_cell = st.text(alphabet='ab ,;"\n\té', max_size=8)


@given(st.lists(st.lists(_cell, min_size=3, max_size=3), max_size=8), st.sampled_from(",;\t"))
def test_whatever_a_csv_writer_wrote_comes_back(written, delimiter):
    text = io.StringIO()
    text.write(f"one{delimiter}two{delimiter}three\n")
    for row in written:
        text.write(delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n")
    cells, problems = rows(text.getvalue(), delimiter)
    assert [row for _, row in cells] == [row for row in written if any(map(str.strip, row))]
    assert problems == []


@given(
    st.lists(
        st.sampled_from(["a,b,c\n", '"', '"a\n', 'x,"y,z\n', '"",', "\n", '1,"2\n3",4\n', "é"]), max_size=40
    )
)
def test_nothing_of_a_broken_table_is_lost_without_a_problem(pieces):
    body = "".join(pieces)
    read = table("one,two,three\n" + body)
    kept = "".join(cell for row in read.rows() for cell in row.cells)
    if not read.problems:
        assert sorted(filter(str.isalnum, kept)) == sorted(filter(str.isalnum, body))


# Which format it is


@pytest.mark.parametrize(
    ("content", "format"),
    [
        (CONNECTIONS, "LinkedIn export"),
        (GOOGLE, "Google Contacts"),
        (ADDRESSES, "CSV"),
        ("id,name,ring\na,Zoe Obi,2\n", "netgive CSV"),
        (VCARD, "vCard"),
        ("\n\nbegin:vcard\nfn:Zoe\nend:vcard\n", "vCard"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_the_content_decides_and_not_the_name(content, format, encoding, tmp_path):
    path = tmp_path / "holiday.jpg"
    path.write_bytes(content.encode(encoding))
    assert read(path).format == format
    assert read_bytes(content.encode(encoding), "contacts.txt").format == format


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is empty"),
        ("From time to time\nFrom: Zoe\n", "not a kind of file"),
        ("colour,size\nred,3\nblue,4\n", "Its columns are colour, size"),
        ("\x89PNG\r\n\x1a\n" + "\x01\x02" * 50, "not a kind of file"),
        ("Dear Zoe\n\nhello\n", "not a kind of file"),
    ],
)
def test_what_is_not_understood_is_refused_in_a_sentence(content, words):
    with pytest.raises(SourceError, match=words) as refused:
        read_bytes(content.encode(), "thing.bin")
    assert "thing.bin" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(SourceError, match=r"gone\.csv can't be opened"):
        read(tmp_path / "gone.csv")


# Archives and folders


def test_a_zip_of_several_kinds_gives_everyone_and_names_what_it_passed_over():
    data = zipped(
        **{
            "a/contacts.txt": VCARD,
            "b.dat": GOOGLE,
            "more/cards.vcf": VCARD * 2,
            "photo.jpg": b"\xff\xd8\xff\xe0" * 9,
            "readme.txt": "hello",
        }
    )
    found = read_bytes(data, "all.zip")
    assert found.format == "vCard and Google Contacts"
    assert names(found) == ["Zoe Obi"] * 4
    assert len({someone.ref for someone in found.people}) == 4
    assert found.skipped == {"files that say nothing about people (photo.jpg, readme.txt)": 2}
    assert [file for file, _ in found.files] == ["a/contacts.txt", "b.dat", "more/cards.vcf"]


def test_a_folder_is_read_with_the_zips_in_it_and_without_hidden_files(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "google.csv").write_text(GOOGLE)
    (tmp_path / ".hidden.csv").write_text(ADDRESSES)
    (tmp_path / "export.zip").write_bytes(zipped(anything=CONNECTIONS))
    found = read(tmp_path)
    assert [file for file, _ in found.files] == ["export.zip/anything", "in/google.csv"]
    assert names(found) == ["Zoe Obi", "Max Roe", "Ana Lee", "Zoe Obi"]


def test_two_files_of_one_name_in_a_zip_are_both_read():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made, pytest.warns(UserWarning, match="Duplicate"):
        made.writestr("a.csv", ADDRESSES)
        made.writestr("a.csv", ADDRESSES)
    found = read_bytes(buffer.getvalue(), "all.zip")
    assert len({someone.ref for someone in found.people}) == 4


def test_an_empty_calendar_in_a_zip_is_a_problem_and_the_rest_is_read():
    found = read_bytes(zipped(**{"a.csv": ADDRESSES, "b.ics": "BEGIN:VCALENDAR\n"}), "all.zip")
    assert names(found) == ["Zoe Obi", "Max Roe"]
    assert [(problem.file, problem.line) for problem in found.problems] == [("b.ics", None)]


def test_a_path_that_leads_out_of_a_zip_is_a_problem():
    data = zipped(
        **{"../../evil.csv": ADDRESSES, "/etc/x.csv": ADDRESSES, "C:\\x.csv": ADDRESSES, "ok.csv": GOOGLE}
    )
    found = read_bytes(data, "all.zip")
    assert names(found) == ["Zoe Obi"]
    assert len(found.problems) == 3


def test_an_encrypted_file_in_a_zip_is_a_problem():
    data = bytearray(zipped(**{"a.csv": ADDRESSES, "b.csv": GOOGLE}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    found = read_bytes(bytes(data), "all.zip")
    assert names(found) == ["Zoe Obi"]
    assert "password" in found.problems[0].problem


def test_a_damaged_file_in_a_zip_is_a_problem_and_its_neighbour_is_read():
    data = bytearray(zipped(**{"a.csv": ADDRESSES, "b.csv": GOOGLE}))
    data[50] ^= 0xFF
    found = read_bytes(bytes(data), "all.zip")
    assert names(found) == ["Zoe Obi"]
    assert found.problems[0].problem == "This file is damaged. It was not read."


def test_a_zip_that_lies_about_sizes_is_read_only_up_to_the_bound(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_FILE", 100_000)
    data = bytearray(zipped(**{"bomb.csv": ADDRESSES + "x" * 5_000_000, "ok.csv": GOOGLE}))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    found = read_bytes(bytes(data), "all.zip")
    assert "Zoe Obi" in names(found)
    assert [problem.file for problem in found.problems] == ["bomb.csv"]


def test_a_zip_is_read_only_up_to_a_bound_in_all(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_ALL", 250_000)
    big = ADDRESSES + "Max Roe,max@example.org\n" * 8000
    found = read_bytes(zipped(**{"a.csv": big, "b.csv": big, "c.csv": big}), "all.zip")
    assert [file for file, _ in found.files] == ["a.csv"]
    assert "b.csv" in [problem.file for problem in found.problems]


def test_a_small_zip_that_unpacks_to_much_is_read_no_further_and_says_what_to_do(monkeypatch):
    monkeypatch.setattr(archive, "UNPACKED_ANYWAY", 300_000)
    data = zipped(**{"a.csv": ADDRESSES, "bomb.csv": ADDRESSES + "Max Roe,m@example.org\n" * 200_000})
    assert len(data) * archive.PACKS < 1_000_000 < 4_400_000
    found = read_bytes(data, "all.zip")
    assert names(found) == ["Zoe Obi", "Max Roe"] and [file for file, _ in found.files] == ["a.csv"]
    (problem,) = found.problems
    assert problem.file == "bomb.csv" and "unpacks to far more" in problem.problem
    assert "unpack it yourself and bring this file in alone" in problem.problem


def test_what_is_read_into_memory_counts_for_all_the_zips_of_a_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(archive, "LARGEST_ALL", 250_000)
    big = ADDRESSES + "Max Roe,max@example.org\n" * 8000  # 192,000 bytes
    for name in "ab":
        (tmp_path / f"{name}.zip").write_bytes(zipped(**{"people.csv": big}))
    found = read(tmp_path)
    assert [file for file, _ in found.files] == ["a.zip/people.csv"]
    assert [problem.file for problem in found.problems] == ["b.zip/people.csv"]


def test_only_one_file_of_a_zip_at_a_time_is_in_memory():
    tables = {f"{n}.csv": ADDRESSES + "Max Roe,max@example.org," + "x" * 3_000_000 for n in range(6)}
    data = zipped(**tables)
    tracemalloc.start()
    read_bytes(data, "all.zip")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 15_000_000  # all of them have 18,000,000 letters


def test_a_zip_with_too_long_a_list_of_files_is_refused_before_it_is_read():
    data = zipped(**{"a.csv": ADDRESSES})
    at = data.index(b"PK\x01\x02")
    entry = data[at:-22] * 60_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(entry), at, 0)
    tracemalloc.start()
    with pytest.raises(SourceError, match="many more files than any export"):
        read_bytes(data[:at] + entry + end, "all.zip")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3 * len(entry)  # a member takes some ten times what its entry does


def test_a_zip_inside_a_zip_says_how_to_bring_it_in():
    found = read_bytes(zipped(**{"ok.csv": GOOGLE, "inner.zip": zipped(**{"a.csv": ADDRESSES})}), "all.zip")
    assert names(found) == ["Zoe Obi"]
    assert [(problem.file, problem.problem) for problem in found.problems] == [
        ("inner.zip", "This is a zip inside a zip. Unpack the outer one, and bring this one in alone.")
    ]


def test_address_books_beyond_the_most_people_are_not_read(monkeypatch):
    monkeypatch.setattr(reading, "MOST_PEOPLE", 2)
    found = read_bytes(zipped(**{"a.csv": ADDRESSES, "b.csv": ADDRESSES}), "all.zip")
    assert names(found) == ["Zoe Obi", "Max Roe"]
    assert [problem.told for problem in found.problems] == [
        "b.csv: The files before this one hold 2 people already. It was not read."
    ]


def test_a_plain_text_with_nuls_in_it_is_not_taken_for_one_of_two_bytes_a_letter():
    assert decode(b"BEGIN:VCALENDAR\n\0\n\0\n\0\n\0\n\0") == "BEGIN:VCALENDAR\n\n\n\n\n"


def test_a_file_beyond_the_bound_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(archive, "LARGEST_FILE", 20)
    path = tmp_path / "people.csv"
    path.write_text(ADDRESSES)
    with pytest.raises(SourceError, match=r"people\.csv is larger than"):
        read(path)


def test_a_spreadsheet_a_broken_zip_and_an_empty_one_are_refused():
    with pytest.raises(SourceError, match="save it as CSV"):
        read_bytes(zipped(**{"[Content_Types].xml": "<x/>", "xl/a.xml": "<x/>"}), "people.xlsx")
    with pytest.raises(SourceError, match="damaged zip"):
        read_bytes(zipped(a=ADDRESSES)[:-30], "all.zip")
    with pytest.raises(SourceError, match="holds nothing that netgive can read"):
        read_bytes(zipped(), "all.zip")


# netgive's own tables


def test_an_exported_network_comes_back_as_it_was(tmp_path):
    network = Network().add(
        "=Zoe Obi", emails=["zoe@example.org"], topics=["a; b", "film"], ring=2, note="x\r\ny"
    )
    someone = network.others["id"][0]
    network = network.with_settings({"direction": "0.5"})
    to_folder(network, tmp_path)
    found = read(tmp_path)
    assert found.format == "netgive CSV"
    assert found.problems == []
    assert set(found.tables) == {
        "people",
        "ties",
        "exchanges",
        "assets",
        "offers",
        "asks",
        "moves",
        "settings",
    }
    for name, frame in found.tables.items():
        assert frame.equals(network.table(name)), name
    assert found.tables["people"].filter(id=someone)["name"].item() == "=Zoe Obi"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("name,ring\nZoe,1\n", "people"),
        ("a,b\nx,y\n", "ties"),
        ("date,actor,kind,other\n2026-01-02,me,give,zoe\n", "exchanges"),
        ("kind,title,topics\nnews,A talk,film\n", "assets"),
        ("person,kind,text,status\nzoe,news,x,idea\n", "offers"),
        ("person,text,status\nzoe,x,draft\n", "asks"),
        ("person,on,status\nzoe,2026-01-02,planned\n", "moves"),
        ("name,value\ndirection,0.5\n", "settings"),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_each_table_is_known_by_its_columns(content, name, delimiter):
    found = read_bytes(content.replace(",", delimiter).encode(), "x.dat")
    assert found.tables[name].shape == (1, content.split("\n")[0].count(",") + 1)
    assert "id" not in found.tables[name].columns


def test_a_bad_cell_becomes_null_or_costs_its_row_if_it_is_needed():
    content = (
        "date,actor,kind,other,weight,colour\n"
        "2026-01-02,me,give,zoe,2,red\n"
        "2026-01-03,me,give,zoe,heavy,red\n"
        "someday,me,give,zoe,1,red\n"
        "2026-01-05,me,hug,zoe,1,red\n"
        "2026-01-06,,ask,zoe,1,red\n"
        "2026-01-07,me,ask,zoe,nan,red\n"
    )
    found = read_bytes(content.encode(), "exchanges.csv")
    frame = found.tables["exchanges"]
    assert frame["weight"].to_list() == [2.0, None, None]
    assert [(problem.line, problem.problem.split(". ")[0]) for problem in found.problems] == [
        (1, "The column 'colour' is unknown in exchanges"),
        (3, "weight 'heavy' is not a number"),
        (4, "date 'someday' is not a date such as 2026-03-12"),
        (5, "kind 'hug' is none of give, ask, touch"),
        (6, "actor is empty"),
        (7, "weight 'nan' is not a number"),
    ]


@pytest.mark.parametrize("ring", ["9", "1e400", "inf", "close"])
def test_a_ring_that_does_not_exist_is_null_and_a_problem(ring):
    found = read_bytes(f"name,ring\nZoe,{ring}\nMax,5\n".encode(), "people.csv")
    assert found.tables["people"]["ring"].to_list() == [None, 5]
    assert [problem.line for problem in found.problems] == [2]


def test_a_list_of_names_and_addresses_is_not_taken_for_netgives_own():
    assert read_bytes(b"name,emails,city,note\nZoe,zoe@example.org,Rome,x\n", "people.csv").format == "CSV"


@pytest.mark.parametrize("years", [1, 2, 60])
def test_a_birthday_to_come_is_a_problem_and_one_of_two_digits_in_the_century_before(years):
    year = date.today().year + years  # noqa: DTZ011
    text = f"name,e-mail,birthday\nZoe Obi,z@example.org,{year}-02-03\nMax Roe,m@example.org,03.02.{year % 100:02}\n"
    found = read_bytes(text.encode(), "people.csv")
    assert [someone.birthday for someone in found.people] == [None, f"{year - 100}-02-03"]
    assert [(problem.line, problem.problem) for problem in found.problems] == [
        (2, f"The birthday '{year}-02-03' is still to come. It was left out.")
    ]


# Progress, the owner, and anything at all


def test_progress_rises_to_one_in_a_few_dozen_calls():
    data = zipped(**{f"{i}.csv": CONNECTIONS + CONNECTIONS.split("\n", 1)[1] * 200 for i in range(30)})
    told = []
    read_bytes(data, "all.zip", told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert 5 < len(told) < 50


@pytest.mark.parametrize("me", ["Zoe@Example.org", "zoe obi"])
def test_my_own_row_in_an_address_book_is_me_and_nobody_i_know(me):
    found = read_bytes(ADDRESSES.encode(), "people.csv", me=me)
    assert names(found) == ["Max Roe"]
    assert found.me.emails == ["zoe@example.org"]
    assert found.me.ref == "me"


@settings(max_examples=150)
@given(st.binary(max_size=400))
def test_arbitrary_bytes_raise_nothing_but_source_error(data):
    for content in (
        data,
        b"PK\x03\x04" + data,
        CONNECTIONS.encode() + data,
        ADDRESSES.encode("utf-16") + data,
    ):
        try:
            assert isinstance(read_bytes(content, "x"), Found)
        except SourceError as error:
            assert str(error)


_VALID = [
    CONNECTIONS.encode(),
    GOOGLE.encode("utf-16"),
    ADDRESSES.encode(),
    b"id,name,ring,topics\na,Zoe,2,film; tea\nb,Max,3,\n",
    zipped(**{"Connections.csv": CONNECTIONS, "b": GOOGLE}),
]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(_VALID),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=3), st.integers(0, 3)), max_size=5),
)
def test_a_valid_file_with_bytes_changed_raises_nothing_but_source_error(data, changes):
    for where, put, removed in changes:
        at = int(where * len(data))
        data = data[:at] + put + data[at + removed :]
    try:
        found = read_bytes(data, "x")
    except SourceError:
        return
    assert all(someone.name != "" and "\0" not in (someone.name or "") for someone in found.people)


# What is hostile


def test_files_that_lie_in_one_place_of_a_zip_are_refused():
    plain = zipped(**{"Connections.csv": CONNECTIONS})
    end = plain.rindex(b"PK\x05\x06")
    start = int.from_bytes(plain[end + 16 : end + 20], "little")
    entry = plain[start:end]
    many = plain[:start] + 50 * entry
    tail = bytearray(plain[end:])
    tail[8:10] = tail[10:12] = (50).to_bytes(2, "little")
    tail[12:16] = (50 * len(entry)).to_bytes(4, "little")
    with pytest.raises(SourceError, match="lie in one place"):
        read_bytes(many + bytes(tail), "overlap.zip")


def test_a_pipe_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceError, match="pipe is no file"):
        read(tmp_path / "pipe")


def test_of_rows_and_people_without_end_the_first_are_read(monkeypatch):
    monkeypatch.setattr(tabular, "MOST_ROWS", 5)
    monkeypatch.setattr(reading, "MOST_PEOPLE", 3)
    found = read_bytes(("Name\n" + "".join(f"Zoe O{n}\n" for n in range(9))).encode(), "many.csv")
    assert [someone.name for someone in found.people] == ["Zoe O0", "Zoe O1", "Zoe O2"]
    assert found.skipped == {"people beyond the first 3": 2}
    assert [problem.told for problem in found.problems] == [
        "many.csv, line 7: Only the first 5 rows of this table were read."
    ]
    monkeypatch.setattr(tabular, "MOST_LINES", 4)
    found = read_bytes(b"Name\nA B\nC D\nE F\nG H\nI J\n", "many.csv")
    assert len(found.people) == 3
    assert "Only the first 4 lines" in found.problems[0].problem


def test_a_cell_without_end_is_called_so():
    table = f"Name,E-mail\n{'a' * (tabular.LARGEST_CELL + 1)},\nZoe Obi,zoe@example.org\n"
    found = read_bytes(table.encode(), "long.csv")
    assert [someone.name for someone in found.people] == ["Zoe Obi"]
    assert found.problems[0].problem.startswith("A cell in this row is longer than 2,000,000 letters.")


def test_what_is_told_of_a_file_has_no_control_characters_and_one_name():
    with pytest.raises(SourceError) as refused:
        read_bytes(b"\x1b[2Ja,b\n1,2\n", "odd.csv")
    assert "\x1b" not in str(refused.value)
    assert Problem("odd.csv", None, str(refused.value)).told.count("odd.csv") == 1
    assert Problem("x" * 5_000, 1, "It is long.").told.endswith("x…, line 1: It is long.")
