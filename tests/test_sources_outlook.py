"""Outlook's and Thunderbird's address books: languages, encodings, birthdays, and what is no address."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from netgive_lib.sources import read, read_bytes

EXPORTS = Path(__file__).parent / "exports"


def people(file):
    return read(EXPORTS / file).people


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_outlook_in_german_is_read_in_every_encoding(encoding, delimiter):
    rows = csv.reader(io.StringIO((EXPORTS / "outlook-deutsch.csv").read_text("utf-8")))
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    found = read_bytes(text.getvalue().encode(encoding), "kontakte.csv")
    first, second = found.people
    assert found.format == "Outlook contacts"
    assert (first.name, first.organization, first.title) == (
        "Jürgen-Maria Größe",
        "Müßig GmbH",
        "Geschäftsführerin",
    )
    assert (first.city, first.circle, first.birthday, first.note) == (
        "Köln",
        "Büro",
        "1985-05-17",
        "für später",
    )
    assert (second.emails, second.birthday, second.title) == (
        ["amara@example.org", "a.diallo@example.net"],
        None,
        None,
    )


def test_outlook_in_english():
    zoe, max_, ana = people("outlook.csv")
    assert (zoe.title, zoe.birthday, zoe.circle) == ("Director", "1969-12-28", "Agency")
    assert zoe.emails == ["zoe@example.org", "z.obi@example.net"]
    assert zoe.note == "Met at the harbour,\nlikes tea"
    assert (max_.name, max_.title, max_.birthday, max_.circle) == ("Max Emil Roe Jr.", None, None, "School")
    assert (ana.name, ana.emails) == (None, ["ana@example.org"])


def test_an_address_inside_exchange_is_counted_and_is_no_address():
    found = read(EXPORTS / "outlook.csv")
    assert found.people[1].emails == []
    assert found.skipped["addresses that work only inside one company"] == 1
    assert found.skipped["rows that are an organization and no person"] == 1
    assert found.problems == []


def test_in_french_both_the_degree_and_the_job_are_called_titre():
    helene, jose = people("outlook-francais.csv")
    assert (helene.name, helene.title, helene.city) == ("Hélène Nguyễn", "Directrice", "Lyon")
    assert (jose.name, jose.title, jose.phones) == ("José Núñez", "Luthier", ["06 55 50 01 02"])


def test_whether_the_day_comes_first_is_decided_for_the_whole_column():
    helene, jose = people("outlook-francais.csv")
    assert (helene.birthday, jose.birthday) == ("1980-04-03", "1991-01-20")
    header = "First Name,Last Name,E-mail Address,Company,Categories,Birthday\n"
    rows = "Zoe,Obi,z@example.org,,,3/4/1980\nMax,Roe,m@example.org,,,{}\n"
    for other, expected in (
        ("12/28/1969", "1980-03-04"),
        ("28/12/1969", "1980-04-03"),
        ("0/0/00", "1980-03-04"),
    ):
        assert read_bytes((header + rows.format(other)).encode(), "x.csv").people[0].birthday == expected


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (
            "Título,Nombre,Segundo nombre,Apellidos,Organización,Puesto,Ciudad de trabajo,Teléfono del trabajo,"
            "E-mail Address,Tipo de correo electrónico,Birthday,Categorías,Notas",
            "Sra.,Zoe,,Obi,Faro,Directora,Lagos,020 555 0101,zoe@example.org,SMTP,15/06/1988,Agencia,té",
        ),
        (
            "Titolo,Nome,Secondo nome,Cognome,Società,Posizione,Città (uff.),Ufficio,"
            "Indirizzo posta elettronica,Tipo posta elettronica,Compleanno,Categorie,Note",
            "Dott.,Zoe,,Obi,Faro,Directora,Lagos,020 555 0101,zoe@example.org,SMTP,15/06/1988,Agencia,té",
        ),
        (
            "Titel,Voornaam,Middelste naam,Achternaam,Bedrijf,Functie,Plaats,Telefoon op werk,"
            "E-mailadres,E-mailtype,Verjaardag,Categorieën,Notities",
            "Dhr.,Zoe,,Obi,Faro,Directora,Lagos,020 555 0101,zoe@example.org,SMTP,15-06-1988,Agencia,té",
        ),
        (
            "Título,Nome,Segundo nome,Apelido,Empresa,Cargo,Localidade da empresa,Telefone da empresa,"
            "Endereço de correio electrónico,Tipo de correio electrónico,Data de nascimento,Categorias,Notas",
            "Dr.,Zoe,,Obi,Faro,Directora,Lagos,020 555 0101,zoe@example.org,SMTP,15-06-1988,Agencia,té",
        ),
    ],
    ids=["Spanish", "Italian", "Dutch", "Portuguese"],
)
def test_other_languages(header, row):
    found = read_bytes(f"{header}\n{row}\n".encode("cp1252"), "x.csv")
    (zoe,) = found.people
    assert found.format == "Outlook contacts"
    assert (zoe.name, zoe.organization, zoe.title, zoe.city) == ("Zoe Obi", "Faro", "Directora", "Lagos")
    assert (zoe.emails, zoe.phones) == (["zoe@example.org"], ["020 555 0101"])
    assert (zoe.birthday, zoe.circle, zoe.note) == ("1988-06-15", "Agencia", "té")


def test_outlook_com_has_another_order():
    header = "First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,Company"
    found = read_bytes(
        f"{header},Job Title\nZoe,,Obi,Dr.,,,,,zoe@example.org,Faro,Editor\n".encode(), "contacts.csv"
    )
    assert found.format == "Outlook contacts"
    assert (found.people[0].name, found.people[0].title) == ("Zoe Obi", "Editor")


def test_thunderbird_keeps_the_birthday_in_three_columns_and_ends_rows_with_a_comma():
    found = read(EXPORTS / "thunderbird.csv")
    zoe, kim = found.people
    assert found.format == "Thunderbird contacts"
    assert (zoe.birthday, kim.birthday) == ("1969-12-28", "--06-15")
    assert (kim.name, kim.emails) == ("Kim Min-jun", ["minjun@example.org"])
    assert found.problems == []


def test_thunderbird_in_german():
    header = "Vorname;Nachname;Anzeigename;Primäre E-Mail-Adresse;Sekundäre E-Mail-Adresse;Tel. dienstlich"
    row = "Zoe;Obi;Zoe Obi;zoe@example.org;z@example.net;020 555 0101;1988;6;15;"
    text = f"{header};Geburtsjahr;Geburtsmonat;Geburtstag;\n{row}\n"
    (zoe,) = read_bytes(text.encode("cp1252"), "x.csv").people
    assert zoe.emails == ["zoe@example.org", "z@example.net"]
    assert (zoe.phones, zoe.birthday) == (["020 555 0101"], "1988-06-15")


def test_a_table_with_such_columns_but_no_sign_of_outlook_is_any_csv():
    text = b"First Name,Last Name,E-mail Address\nZoe,Obi,zoe@example.org\n"
    assert read_bytes(text, "x.csv").format == "CSV"


def test_in_yahoo_s_address_book_home_and_work_are_phones():
    header = (
        "First,Middle,Last,Email,Category,Home,Work,Mobile,Other,Yahoo Phone,Alternate Email 1,Title,Company"
    )
    row = "Zoe,,Obi,zoe@example.org,Agency,020 555 0101,020 555 0102,07700 900101,,,z.obi@example.net,Editor,Faro"
    found = read_bytes(f"{header}\n{row}\n".encode(), "yahoo_contacts.csv")
    (zoe,) = found.people
    assert found.format == "CSV"
    assert sorted(zoe.phones) == ["020 555 0101", "020 555 0102", "07700 900101"]
    assert zoe.emails == ["zoe@example.org", "z.obi@example.net"]
    assert (zoe.organization, zoe.title, zoe.circle) == ("Faro", "Editor", "Agency")


@pytest.mark.parametrize(
    ("written", "birthday"),
    [("1604-01-05", "--01-05"), ("0000-12-24", "--12-24"), ("0001-02-29", "--02-29"), ("0001-00-00", None)],
)
def test_a_year_that_programs_put_for_none_is_none_in_a_table_too(written, birthday):
    found = read_bytes(f"First Name,Last Name,Birthday\nZoe,Obi,{written}\n".encode(), "x.csv")
    assert (found.people[0].birthday, found.problems) == (birthday, [])


def test_the_lines_of_a_note_end_in_one_way():
    found = read_bytes(b'First Name,Last Name,Notes\r\nZoe,Obi,"tea\r\nno cake"\r\n', "x.csv")
    assert found.people[0].note == "tea\nno cake"
