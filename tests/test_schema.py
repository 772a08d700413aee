"""The tables' rules: what fits is put in order, what does not is refused in words."""

from __future__ import annotations

from datetime import date, datetime

import polars as pl
import pytest

from netgive_lib.schema import ASKS, EXCHANGES, ME, PEOPLE, SETTINGS, TABLES, TIES, SchemaError

EXCHANGE = {
    "id": ["x"],
    "date": [date(2026, 1, 1)],
    "actor": [ME],
    "kind": ["give"],
    "other": ["a"],
    "weight": [1.0],
}


def exchange(**values):
    return pl.DataFrame({**EXCHANGE, **{name: [value] for name, value in values.items()}})


def test_parents_come_before_the_tables_that_name_their_rows():
    assert next(iter(TABLES)) == "people"
    assert all(
        column.kind == "text" for table in TABLES.values() for column in table.columns if column.person
    )


@pytest.mark.parametrize("table", TABLES.values(), ids=str)
def test_an_empty_table_conforms_as_it_is(table):
    empty = table.empty()
    assert table.conform(empty) is empty
    assert empty.columns == [column.name for column in table.columns]


def test_columns_are_put_in_order_and_those_that_are_missing_are_null():
    ties = TIES.conform(pl.DataFrame({"b": ["y"], "a": ["x"]}))
    assert ties.columns == ["a", "b", "how"]
    assert ties.rows() == [("x", "y", None)]
    assert ties.schema == TIES.schema


def test_the_same_columns_in_another_order_are_put_in_order():
    assert TIES.conform(TIES.empty().select("how", "b", "a")).columns == ["a", "b", "how"]


def test_values_are_cast_to_the_types_of_the_table():
    frame = EXCHANGES.conform(exchange(date=datetime(2026, 3, 1, 12, 30), weight=2))  # noqa: DTZ001
    assert frame.row(0, named=True)["date"] == date(2026, 3, 1)
    assert frame.schema == EXCHANGES.schema
    assert frame["weight"].to_list() == [2.0]


def test_an_empty_list_without_a_type_fits_a_column_of_lists():
    assert PEOPLE.conform(pl.DataFrame({"id": ["a"], "topics": [[]]}))["topics"].to_list() == [[]]


@pytest.mark.parametrize(
    ("table", "frame", "told"),
    [
        (
            TIES,
            {"a": ["x"], "b": ["y"], "since": ["1"]},
            "ties has no column 'since'; its columns are a, b, how",
        ),
        (PEOPLE, {"name": ["Ana"]}, "people: the column 'id' has to be there"),
        (PEOPLE, {"id": ["a", None]}, "people: id is empty in 1 rows"),
        (PEOPLE, {"id": ["a", "b", "a"]}, "people: two rows have the same id"),
        (TIES, {"a": ["x", "x"], "b": ["y", "y"]}, "ties: two rows have the same a and b"),
        (PEOPLE, {"id": ["a"], "ring": [6]}, "people: ring can't be 6; it is one of 1, 2, 3, 4, 5"),
        (PEOPLE, {"id": ["a"], "ring": ["near"]}, "people: conversion from `str` to `i64` failed"),
        (
            PEOPLE,
            {"id": ["a"], "seniority": ["boss"]},
            "seniority can't be 'boss'; it is one of junior, peer",
        ),
        (ASKS, {"id": ["a"], "person": ["p"]}, "asks: status is empty in 1 rows"),
        (SETTINGS, {"name": [None], "value": ["1"]}, "settings: name is empty in 1 rows"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(table, frame, told):
    with pytest.raises(SchemaError) as refused:
        table.conform(pl.DataFrame(frame))
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("weight", [0.0, -1.0, 3.5, float("nan"), float("inf")])
def test_a_weight_outside_its_range_is_refused(weight):
    with pytest.raises(SchemaError, match=r"weight can't be .*; it is above 0, and 3 at most"):
        EXCHANGES.conform(exchange(weight=weight))


@pytest.mark.parametrize("weight", [0.001, 1.0, 3.0])
def test_a_weight_within_its_range_is_taken(weight):
    assert EXCHANGES.conform(exchange(weight=weight))["weight"].to_list() == [weight]
