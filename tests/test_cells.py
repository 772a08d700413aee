"""Values in cells of netgive's own CSV files: nothing is lost, and no cell is a formula."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgive_lib.cells import defused, fused, read, written
from netgive_lib.export import to_folder
from netgive_lib.network import Network
from netgive_lib.schema import PEOPLE, TABLES

COLUMNS = {column.name: column for column in PEOPLE.columns}
_text = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
_item = _text.map(str.strip).filter(lambda item: item and "\\" not in item)


@given(_text)
def test_a_text_comes_back_as_it_was(text):
    assert read(COLUMNS["note"], written(COLUMNS["note"], text)) == text


@given(st.lists(_item, min_size=1, max_size=4))
def test_a_list_comes_back_as_it_was(items):
    assert read(COLUMNS["topics"], written(COLUMNS["topics"], items)) == items


@given(_text)
def test_no_cell_starts_as_a_formula(text):
    assert not defused(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert fused(defused(text)) == text


@pytest.mark.parametrize(
    ("column", "value", "cell"),
    [
        ("ring", 2, "2"),
        ("knows", False, "false"),
        ("connected_on", date(2021, 3, 12), "2021-03-12"),
        ("topics", ["type; design", "film"], "type\\; design; film"),
        ("phones", ["+44 20 7946 0123"], "'+44 20 7946 0123"),
        ("note", None, ""),
    ],
)
def test_each_kind_of_value_as_it_stands_in_a_cell(column, value, cell):
    assert written(COLUMNS[column], value) == cell
    assert read(COLUMNS[column], cell) == value


@pytest.mark.parametrize(
    ("column", "cell"),
    [("ring", "close"), ("ring", "1.7"), ("ring", "nan"), ("knows", "perhaps"), ("connected_on", "12 March")],
)
def test_a_cell_that_holds_something_else_is_refused_in_a_sentence(column, cell):
    with pytest.raises(ValueError, match=rf"{column} '{cell}' is not "):
        read(COLUMNS[column], cell)


def test_a_whole_number_may_be_written_as_a_spreadsheet_does():
    assert read(COLUMNS["ring"], "2.0") == 2


def test_a_folder_has_every_table_with_its_columns(tmp_path):
    network = Network().add("=cmd()", topics=["film"], ring=2)
    paths = to_folder(network, tmp_path / "out")
    assert [path.name for path in paths] == [f"{name}.csv" for name in TABLES]
    with paths[0].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == list(PEOPLE.schema)
    assert rows[1]["name"] == "'=cmd()"
    assert rows[1]["ring"] == "2"
