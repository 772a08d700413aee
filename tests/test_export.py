"""The folder of CSV files: all that is in a network goes out, and comes back in."""

from __future__ import annotations

import csv
import tempfile
import zipfile
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import assume, given, settings

from netgive_lib import schema
from netgive_lib.export import to_folder
from netgive_lib.network import Network
from netgive_lib.schema import PEOPLE, TABLES
from netgive_lib.sources import fields
from netgive_lib.sources.bring import bring, gather
from tests.strategies import kept, networks

DAY = date(2026, 3, 1)
FULL = (
    Network()
    .edit("me", name="Inês Duarte")
    .add(
        "Ana Lopes",
        id="ana",
        emails=["ana@example.com", "a.lopes@example.org"],
        phones=["+351 21 555 0123"],
        topics=["type; design", "C:\\", "\\;"],
        ring=2,
        knows=True,
        trusts=False,
        connected_on=DAY,
        birthday="--12-01",
        city="a lone\rreturn",
        note="=1+1\nsecond line, with \"quotes\" and 'more'",
    )
    .add("Björn Åkesson", id="bo", note="'=already defused", city="@home", organization="-")
    .add("Nguyễn Thị Ánh", id="anh", circle="🌻 the agency", topics=["=SUM(A1)"])
    .with_ties(pl.DataFrame({"a": ["ana"], "b": ["bo"], "how": ["studied together"]}))
    .give("ana", "a book", on=DAY, weight=2.5, channel="in person")
    .ask("bo", on=DAY, source=None)
    .touch("bo", "we spoke about:\ntea, type, jazz, chess, film, rain", on=DAY)
    .with_rows(
        "assets",
        pl.DataFrame(
            [{"id": "talk", "kind": "talk", "title": "Type in small sizes", "good_until": date(2026, 9, 1)}]
        ),
    )
    .with_rows(
        "offers",
        pl.DataFrame(
            [
                {
                    "id": "o1",
                    "person": "ana",
                    "asset": "talk",
                    "text": "+ a seat",
                    "status": "idea",
                    "created": DAY,
                }
            ]
        ),
    )
    .with_rows("asks", pl.DataFrame([{"id": "q1", "person": "bo", "text": "A word?", "status": "draft"}]))
    .with_rows(
        "moves",
        pl.DataFrame(
            [{"id": "m1", "person": "ana", "on": DAY, "offer": "o1", "ask": "", "status": "planned"}]
        ),
    )
    .with_settings({"direction": "explore", "me": None})
)


def as_csv_has_it(network):
    """The rows of each table as CSV can have them, that is without what no cell holds or no name has.

    These are NULs, blank texts, blanks around a list's item, and in a name what can't be seen.
    """
    rows = kept(network)
    return {
        name: [tuple(map(_cell, table.columns, row)) for row in rows[name]] for name, table in TABLES.items()
    }


def _cell(column, value):
    if isinstance(value, list):
        return [item for item in (str(item).replace("\0", "").strip() for item in value) if item] or None
    if not isinstance(value, str):
        return value
    value = value.replace("\0", "")
    return fields.name(value) if column.name in ("name", "given_name") else value if value.strip() else None


def lacks_what_is_required(rows):
    """Whether a row means nothing in CSV, as the title that it has to have is blank."""
    return any(
        column.required and value is None
        for name, table in TABLES.items()
        for row in rows[name]
        for column, value in zip(table.columns, row, strict=True)
    )


def brought(network, *sources):
    """The network with what the sources hold; holds that nothing was wrong with them."""
    after, report = bring(network, gather(sources))
    assert report.problems == []
    return after, report


def written(folder, name, text):
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def rows_in(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cut(folder, name, *columns):
    """Leave only these columns of a table, as someone does in a spreadsheet."""
    path = folder / f"{name}.csv"
    rows = rows_in(path)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, columns, extrasaction="ignore")
        out.writeheader()
        out.writerows(rows)


@settings(max_examples=80)
@given(networks())
def test_whatever_goes_out_comes_back_in(network):
    assume(not lacks_what_is_required(as_csv_has_it(network)))
    with tempfile.TemporaryDirectory() as folder:
        to_folder(network, Path(folder))
        after, _ = brought(Network(), Path(folder))
        assert as_csv_has_it(after) == as_csv_has_it(network)
        again, report = brought(after, Path(folder))
        assert kept(again) == kept(after)
        assert (report.people_new, report.exchanges_new, report.ties_new) == (0, 0, 0)


def test_each_kind_of_value_comes_back_as_it_was(tmp_path):
    to_folder(FULL, tmp_path)
    after, _ = brought(Network(), tmp_path)
    assert kept(after) == kept(FULL)


@pytest.mark.parametrize("text", ["x" * 1_500_000, "🌻" * 400_000, "line\n" * 200_000])
def test_a_very_long_text_comes_back_as_it_was(tmp_path, text):
    network = FULL.edit("ana", note=text)
    to_folder(network, tmp_path)
    after, _ = brought(Network(), tmp_path)
    assert after.person("ana")["note"] == text
    assert kept(after) == kept(network)


def test_a_file_has_its_tables_columns_as_header_and_plain_values(tmp_path):
    paths = to_folder(FULL, tmp_path / "new" / "folder")
    assert [path.name for path in paths] == [f"{name}.csv" for name in TABLES]
    people = rows_in(paths[0])
    assert list(people[0]) == list(PEOPLE.schema)
    expected = {
        "ring": "2",
        "knows": "true",
        "trusts": "false",
        "respects": "",
        "connected_on": "2026-03-01",
        "emails": "ana@example.com; a.lopes@example.org",
    }
    assert expected.items() <= people[1].items()
    assert rows_in(tmp_path / "new" / "folder" / "exchanges.csv")[0]["weight"] == "2.5"


def test_no_cell_of_a_folder_is_a_formula(tmp_path):
    for path in to_folder(FULL, tmp_path):
        with path.open(encoding="utf-8", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_folder_that_is_there_is_written_over(tmp_path):
    to_folder(FULL, tmp_path)
    to_folder(Network(), tmp_path)
    after, _ = brought(Network(), tmp_path)
    assert kept(after) == kept(Network())


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16"), (",", "utf-8-sig")]
)
def test_a_folder_that_a_spreadsheet_saved_comes_back(tmp_path, delimiter, encoding):
    for path in to_folder(FULL, tmp_path):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=delimiter).writerows(
                [{"true": "TRUE", "false": "FALSE"}.get(cell, cell) for cell in row] for row in rows
            )
    after, _ = brought(Network(), tmp_path)
    assert kept(after) == kept(FULL)


@pytest.mark.parametrize("table", [name for name in TABLES if name != "people"])
def test_a_folder_with_one_table_brings_that_table(tmp_path, table):
    to_folder(FULL, tmp_path)
    for path in tmp_path.iterdir():
        if path.stem != table:
            path.unlink()
    after, _ = brought(Network(people=FULL.people), tmp_path)
    assert kept(after) == kept(Network(people=FULL.people, **{table: FULL.table(table)}))


@pytest.mark.parametrize(
    "columns", [["id", "ring"], ["id", "name"], ["name", "id", "city"], ["id", "topics"]]
)
def test_columns_that_are_left_out_keep_what_they_held(tmp_path, columns):
    to_folder(FULL, tmp_path)
    cut(tmp_path, "people", *columns)
    after, report = brought(FULL, tmp_path)
    assert kept(after) == kept(FULL)
    assert report.people_new == 0


@pytest.mark.parametrize(
    "columns", [["id", "what"], ["id", "date", "actor", "kind", "other"], ["actor", "other", "date"]]
)
def test_columns_of_an_exchange_that_are_left_out_keep_what_they_held(tmp_path, columns):
    to_folder(FULL, tmp_path)
    cut(tmp_path, "exchanges", *columns)
    after, report = brought(FULL, tmp_path)
    assert kept(after) == kept(FULL)
    assert report.exchanges_new == 0


def test_a_cell_that_was_edited_in_a_spreadsheet_is_the_only_one_that_changes(tmp_path):
    to_folder(FULL, tmp_path)
    path = tmp_path / "exchanges.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("a book", "two books"), encoding="utf-8")
    after, _ = brought(FULL, tmp_path)
    changed = pl.col("what") == "a book"
    expected = FULL.exchanges.with_columns(what=pl.when(changed).then(pl.lit("two books")).otherwise("what"))
    assert kept(after) == kept(
        Network(**{name: FULL.table(name) for name in TABLES} | {"exchanges": expected})
    )


def test_a_folder_comes_back_from_a_zip(tmp_path):
    to_folder(FULL, tmp_path / "folder")
    cut(tmp_path / "folder", "people", "id", "name")
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for path in (tmp_path / "folder").iterdir():
            file.write(path, f"my network/{path.name}")
    after, _ = brought(Network(), archive)
    assert after.people.select("id", "name").sort("id").equals(FULL.people.select("id", "name").sort("id"))
    assert kept(after)["exchanges"] == kept(FULL)["exchanges"]


def test_a_folder_with_few_columns_begins_a_network(tmp_path):
    written(tmp_path, "people", "id,name\nana,Ana Lopes\nbo,Björn Åkesson\n")
    written(tmp_path, "exchanges", "date,actor,kind,other\n2026-03-01,me,give,ana\n2026-03-02,bo,ask,me\n")
    written(tmp_path, "ties", "a,b\nbo,ana\n")
    after, report = brought(Network(), tmp_path)
    assert after.others.select("id", "name").rows() == [("ana", "Ana Lopes"), ("bo", "Björn Åkesson")]
    assert after.exchanges.select("actor", "kind", "other", "weight").rows() == [
        ("me", "give", "ana", 1.0),
        ("bo", "ask", "me", 1.0),
    ]
    assert after.ties.rows() == [("ana", "bo", None)]
    assert (report.people_new, report.exchanges_new, report.ties_new) == (2, 2, 1)
    again, report = brought(after, tmp_path)
    assert kept(again) == kept(after)
    assert (report.people_new, report.exchanges_new, report.ties_new) == (0, 0, 0)


def test_ids_that_are_left_out_are_made_and_found_again(tmp_path):
    to_folder(FULL, tmp_path)
    for name, table in TABLES.items():
        if table.key == ("id",) and name != "people":
            cut(tmp_path, name, *(column for column in table.schema if column != "id"))
    after, _ = brought(FULL, tmp_path)
    assert kept(after) == kept(FULL)
    fresh, _ = brought(Network(), tmp_path)
    for name in TABLES:
        assert fresh.table(name).height == FULL.table(name).height
    again, _ = brought(fresh, tmp_path)
    assert kept(again) == kept(fresh)


def test_people_without_ids_are_found_again_and_never_made_one(tmp_path):
    twins = FULL.add("Ana Lopes", id="ana2", city="Porto").edit("ana", city="Faro")
    to_folder(twins, tmp_path)
    cut(tmp_path, "people", *(column for column in PEOPLE.schema if column != "id"))
    after, report = brought(twins, tmp_path / "people.csv")
    assert kept(after) == kept(twins)
    assert report.people_new == 0
    fresh, report = brought(Network(), tmp_path / "people.csv")
    assert sorted(fresh.others["city"].drop_nulls()) == ["@home", "Faro", "Porto"]
    again, report = brought(fresh, tmp_path / "people.csv")
    assert kept(again) == kept(fresh)
    assert report.people_new == 0


def test_an_empty_cell_empties_and_a_wrong_one_changes_nothing(tmp_path):
    written(tmp_path, "people", "id,ring,connected_on,note\nana,,in March,\nbo,close,2026-03-05,new\n")
    after, report = bring(FULL, gather([tmp_path]))
    ana, bo = after.person("ana"), after.person("bo")
    assert (ana["ring"], ana["connected_on"], ana["note"]) == (None, DAY, None)
    assert (bo["ring"], bo["connected_on"], bo["note"]) == (None, date(2026, 3, 5), "new")
    assert [(problem.file, problem.line) for problem in report.problems] == [
        ("people.csv", 2),
        ("people.csv", 3),
    ]


def test_rows_that_break_a_rule_are_named_by_their_line_and_told_apart_in_no_time(monkeypatch):
    tried = []
    monkeypatch.setattr(Network, "with_rows", _counted(Network.with_rows, tried))
    rows = [f"x{n},2026-03-01,me,give,{who},{weight}" for n, (who, weight) in enumerate(
        [("ana", 2), ("ana", 9), ("me", 1), ("ana", 0)] * 100
    )]  # fmt: skip
    text = "\n".join(("id,date,actor,kind,other,weight", *rows, rows[0]))
    found = gather([("exchanges.csv", text.encode())])
    after, report = bring(Network(people=FULL.people), found)
    assert [problem.told for problem in report.problems[:4]] == [
        "exchanges.csv, line 3: weight '9' is not above 0, and 3 at most. The rest of the row was kept.",
        "exchanges.csv, line 4: actor and other are the same person. The row was left out.",
        "exchanges.csv, line 5: weight '0' is not above 0, and 3 at most. The rest of the row was kept.",
        "exchanges.csv, line 7: weight '9' is not above 0, and 3 at most. The rest of the row was kept.",
    ]
    assert len(report.problems) == 300
    assert after.exchanges.height == 300
    assert after.exchanges.sort("id").head(2).select("id", "weight").rows() == [("x0", 2.0), ("x1", 1.0)]
    assert len(tried) <= 2


def _counted(method, calls):
    def counted(*args):
        calls.append(args)
        return method(*args)

    return counted


@pytest.mark.parametrize(
    ("table", "text", "problem"),
    [
        ("exchanges", "id,actor,other\nx1,me,ana\n", "no column 'date'"),
        ("exchanges", "actor,other\nme,ana\n", "no column 'date'"),
        ("exchanges", "date,actor,kind,other\n2026-03-01,me,give,zoe\n", "'zoe' is nobody in people"),
        ("exchanges", "date,actor,kind,other\n2026-03-01,ana,give,ana\n", "are the same person"),
        ("ties", "a,b\nana,ana\n", "are the same person"),
        ("moves", "person,on\nana,2026-03-01\n", "no column 'status', which each row needs"),
    ],
)
def test_a_row_that_can_not_be_brought_in_is_a_problem_and_its_neighbours_come(
    tmp_path, table, text, problem
):
    to_folder(FULL, tmp_path)
    written(tmp_path, table, text)
    written(tmp_path, "settings", "name,value\ndirection,straight\n")
    after, report = bring(Network(people=FULL.people), gather([tmp_path]))
    assert len(report.problems) == 1
    assert report.problems[0].file == f"{table}.csv"
    assert problem in report.problems[0].problem
    assert after.table(table).height == 0
    assert after.setting("direction") == "straight"
    assert schema.TABLES[table].empty().equals(after.table(table))
