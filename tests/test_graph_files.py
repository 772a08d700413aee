"""The graph as files, read back by NetworkX."""

from __future__ import annotations

import csv
import json
from datetime import date
from xml.etree import ElementTree

import networkx as nx
import polars as pl
import pytest

from netgive_lib.gexf import TooLargeError
from netgive_lib.graph_files import LEAST_WEIGHT, SUFFIXES, moments, plain, save
from netgive_lib.network import Network
from netgive_lib.sample import generate, load_sample
from netgive_lib.sample.synthetic import STORY_DAY

TODAY = date(2026, 11, 2)
GEXF = "{http://www.gexf.net/1.2draft}"


@pytest.fixture
def small():
    people = [
        {"id": "ana", "name": "=Ana & <Co>\x07", "topics": ["a;b", "film"]},
        {"id": "ben", "name": "Ben"},
    ]
    network = (
        Network().with_people(pl.DataFrame(people)).with_ties(pl.DataFrame({"a": ["ben"], "b": ["ana"]}))
    )
    network = network.give("ana", "a song", on=date(2026, 8, 31), weight=2)
    return network.ask("me", "a seat", actor="ana", on=date(2026, 10, 1))


def test_node_link_json_is_read_back_equal(tmp_path):
    network = load_sample("story")
    written = save(network, TODAY, tmp_path / "g.json")
    back = nx.node_link_graph(json.loads((tmp_path / "g.json").read_text(encoding="utf-8")), edges="edges")
    assert nx.utils.graphs_equal(back, written)
    assert nx.utils.graphs_equal(written, plain(network, TODAY))


@pytest.mark.parametrize("suffix", [".gexf", ".graphml"])
def test_xml_formats_keep_weights_rings_and_places(tmp_path, small, suffix):
    read = {".gexf": nx.read_gexf, ".graphml": nx.read_graphml}[suffix]
    save(small.edit("ana", ring=2), TODAY, tmp_path / f"g{suffix}")
    back = read(tmp_path / f"g{suffix}")
    assert set(back.nodes) == {"me", "ana", "ben"}
    assert back.edges["me", "ana"]["give"] == pytest.approx(2 * 2 ** (-63 / 365))
    assert back.edges["me", "ana"]["last"] == "2026-08-31"
    assert ("ben", "ana") in back.edges
    unweighed = back.edges["ben", "ana"]  # they know each other, and Gephi leaves out what weighs nothing
    assert (unweighed["give"], unweighed["weight"]) == (0.0, LEAST_WEIGHT)
    assert all(edge["weight"] > 0 for *_, edge in back.edges(data=True))
    ana = back.nodes["ana"]
    assert (ana["ring"], ana["label"], ana["topics"]) == (2, "=Ana & <Co>", "a;b; film")
    place = ana["viz"]["position"] if suffix == ".gexf" else ana
    assert (place["x"], place["y"]) != (0, 0)


def test_everyone_has_a_place_of_their_own_even_where_the_map_only_counts(tmp_path):
    network = generate(3000, 9000, 4)
    save(network, TODAY, tmp_path / "g.graphml")
    places = {(n["x"], n["y"]) for _, n in nx.read_graphml(tmp_path / "g.graphml").nodes(data=True)}
    assert len(places) == 3001


def test_edges_are_a_table_that_no_spreadsheet_runs(tmp_path, small):
    save(small, TODAY, tmp_path / "g.csv")
    with (tmp_path / "g.csv").open(encoding="utf-8", newline="") as file:
        rows = {(row["source"], row["target"]): row for row in csv.DictReader(file)}
    assert len(rows) == 6
    assert rows["ana", "me"]["source_name"].startswith("'=Ana")
    assert float(rows["ana", "me"]["ask"]) == pytest.approx(2 ** (-32 / 365))
    assert rows["ben", "ana"]["last"] == ""
    for row in rows.values():
        assert float(row["weight"]) == pytest.approx(
            sum(float(row[kind]) for kind in ("give", "ask", "touch"))
        )


def test_a_network_through_time_has_its_weights_as_they_stood(tmp_path, small):
    save(small, TODAY, tmp_path / "t.gexf", every="month")
    back = nx.read_gexf(tmp_path / "t.gexf")
    assert back.graph["mode"] == "dynamic"
    gives = back.edges["me", "ana"]["give"]
    assert [(start, end) for _, start, end in gives] == [
        ("2026-08-31", "2026-09-30"),
        ("2026-09-30", "2026-10-31"),
        ("2026-10-31", "2026-11-02"),
        ("2026-11-02", "None"),  # no end: NetworkX reads it as this text
    ]
    assert [value for value, _, _ in gives] == pytest.approx([2 * 2 ** (-d / 365) for d in (0, 30, 61, 63)])
    assert back.edges["ana", "me"]["ask"][0][1] == back.edges["ana", "me"]["start"] == "2026-10-31"
    then = small.graph(date(2026, 9, 30)).edges["me", "ana"]
    # What stays the same is written once.
    assert [back.edges["me", "ana"][name] for name in ("last", "count", "touch")] == [
        [(value, "2026-08-31", "None")] for value in (then["last"].isoformat(), then["count"], 0.0)
    ]
    weights = weights_through_time(tmp_path / "t.gexf")
    assert weights["me", "ana"][1] == pytest.approx(then["give"] + then["ask"] + then["touch"], abs=1e-6)
    known = back.edges["ben", "ana"]  # nothing passed that is noted, at any time
    assert [known[name] for name in ("give", "count")] == [
        [(value, "2026-08-31", "None")] for value in (0.0, 0)
    ]
    assert weights["ben", "ana"] == [LEAST_WEIGHT]
    assert "start" not in known


@pytest.mark.parametrize("every", ["month", "year"])
def test_each_day_of_a_network_through_time_is_the_graph_of_the_moment_before(tmp_path, every):
    network = generate(30, 400, seed=3)
    today = STORY_DAY
    save(network, today, tmp_path / "t.gexf", every=every)
    back = nx.read_gexf(tmp_path / "t.gexf")
    for day in moments(network, today, every):
        then = network.graph(day)
        for u, v, edge in back.edges(data=True):
            stood = {
                name: next((x for x, start, end in edge[name] if start <= str(day) and str(day) < end), None)
                for name in ("give", "ask", "touch", "count")
            }
            if then.has_edge(u, v) and then.edges[u, v]["count"]:
                assert stood == pytest.approx({name: then.edges[u, v][name] for name in stood}, abs=1e-6)
            else:  # nobody noted when they met, or it begins later
                assert stood in (dict.fromkeys(stood, 0.0), dict.fromkeys(stood))


def test_a_file_that_gephi_does_not_open_is_not_written(tmp_path, small, monkeypatch):
    monkeypatch.setattr("netgive_lib.gexf.MOST_VALUES", 10)
    with pytest.raises(TooLargeError, match=r"a file of \d+ values, .* up to about 10\. Take --every year"):
        save(small, TODAY, tmp_path / "t.gexf", every="month")
    assert not (tmp_path / "t.gexf").exists()


def weights_through_time(path):
    """Ends of each edge -> its weight, as Gephi reads it; NetworkX takes the weight that stays instead."""
    return {
        (edge.get("source"), edge.get("target")): [
            float(value.get("value"))
            for value in edge.iter(f"{GEXF}attvalue")
            if value.get("for") == "weight"
        ]
        for edge in ElementTree.parse(path).getroot().iter(f"{GEXF}edge")
    }


@pytest.mark.parametrize("every", [None, "month"])
def test_gephi_and_others_read_the_gexf(tmp_path, small, every):
    save(small, TODAY, tmp_path / "t.gexf", every=every)
    graph = ElementTree.parse(tmp_path / "t.gexf").getroot().find(f"{GEXF}graph")
    assert "name" not in graph.attrib  # no schema of GEXF has it
    blocks = [block for block in graph.iter(f"{GEXF}attributes") if block.get("class") == "edge"]
    assert [block.get("mode") for block in blocks] == [
        "dynamic" if every else "static"
    ]  # Gephi Lite takes one
    declared = {found.get("id") for found in graph.iter(f"{GEXF}attribute")}
    assert {value.get("for") for value in graph.iter(f"{GEXF}attvalue")} <= declared
    assert ("weight" in declared) == bool(every)  # Gephi's own weight, through time
    through_time = weights_through_time(tmp_path / "t.gexf").values()
    assert all(weight >= LEAST_WEIGHT for weights in through_time for weight in weights)


def test_moments_are_the_ends_of_months_and_years_and_today(small):
    assert list(moments(small, TODAY, "month")) == [
        *(date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 31)),
        TODAY,
    ]
    assert list(moments(small, TODAY, "year")) == [TODAY]
    assert list(moments(Network(), TODAY, "month")) == [date(2026, 10, 31), TODAY][1:]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_network_has_you_in_it(tmp_path, suffix):
    assert list(save(Network(), TODAY, tmp_path / f"g{suffix}").nodes) == ["me"]


def test_a_wrong_name_is_refused_in_a_sentence(tmp_path, small, run):
    with pytest.raises(ValueError, match="End the name in one of"):
        save(small, TODAY, tmp_path / "g.docx")
    with pytest.raises(ValueError, match=r"only \.gexf"):
        save(small, TODAY, tmp_path / "g.json", every="month")
    done = run("graph", "-o", tmp_path / "g.docx", "--file", tmp_path / "n.netgive")
    assert done.exit_code == 1
