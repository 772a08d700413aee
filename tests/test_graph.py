"""The graph: a plain `nx.DiGraph` in which everyone and every exchange can be found again."""

from __future__ import annotations

import math
import pickle
from datetime import date, timedelta

import networkx as nx
import polars as pl
from hypothesis import given, settings

from netgive_lib import graph as graphs
from netgive_lib.network import Network
from netgive_lib.schema import ME
from netgive_lib.ties import Pace, edges
from tests.strategies import days, networks

_networks = networks(most_exchanges=12, tables=("people", "ties", "exchanges"))

TODAY = date(2026, 7, 1)
LAST_YEAR = TODAY - timedelta(days=365)
NOTHING = {"give": 0.0, "ask": 0.0, "touch": 0.0, "last": None, "count": 0}


def three():
    """Ana, Bo and Cy; Ana and Bo know each other."""
    network = Network().add("Ana", id="ana", ring=1, topics=["tea"]).add("Bo", id="bo").add("Cy", id="cy")
    return network.with_ties(pl.DataFrame({"a": ["bo"], "b": ["ana"]}))


def test_people_are_nodes_with_their_row_and_known_ties_are_edges_both_ways():
    graph = three().graph(TODAY)
    assert type(graph) is nx.DiGraph
    assert list(graph) == [ME, "ana", "bo", "cy"]
    assert {"id": "ana", **graph.nodes["ana"]} == three().person("ana")
    pairs = {(ME, "ana"), (ME, "bo"), (ME, "cy"), ("ana", "bo")}
    assert set(graph.edges) == pairs | {(b, a) for a, b in pairs}
    assert all(edge == NOTHING for *_, edge in graph.edges(data=True))


def test_a_granted_ask_is_the_ask_one_way_and_the_give_the_other():
    network = three().ask("ana", on=LAST_YEAR).give(ME, actor="ana", on=TODAY, weight=2)
    graph = network.graph(TODAY)
    assert graph[ME]["ana"] == {**NOTHING, "ask": 0.5, "last": LAST_YEAR, "count": 1}
    assert graph["ana"][ME] == {**NOTHING, "give": 2.0, "last": TODAY, "count": 1}


def test_what_passes_between_others_makes_one_edge_where_they_are_not_known_to_know_each_other():
    graph = (
        three()
        .give("cy", actor="ana", on=LAST_YEAR, weight=3)
        .touch("cy", actor="ana", on=TODAY)
        .graph(TODAY)
    )
    assert graph["ana"]["cy"] == {"give": 1.5, "ask": 0.0, "touch": 1.0, "last": TODAY, "count": 2}
    assert not graph.has_edge("cy", "ana")


def test_an_exchange_after_today_is_not_in_it():
    graph = three().give("cy", actor="ana", on=TODAY).graph(TODAY - timedelta(days=1))
    assert not graph.has_edge("ana", "cy")


def test_a_pace_can_be_chosen():
    network = three().give("ana", on=TODAY - timedelta(days=10))
    assert graphs.build(network, TODAY, Pace(half_life=10))[ME]["ana"]["give"] == 0.5


def test_edges_do_not_share_what_they_hold():
    graph = three().graph(TODAY)
    graph[ME]["ana"]["give"] = 7.0
    assert graph[ME]["bo"]["give"] == graph["ana"][ME]["give"] == 0.0


def test_networkx_works_on_it():
    graph = three().give("ana", on=TODAY, weight=2).graph(TODAY)
    assert nx.shortest_path(graph, "cy", "ana") == ["cy", ME, "ana"]
    assert graph.out_degree(ME, weight="give") == 2.0
    assert nx.constraint(graph.to_undirected(), ["cy"])["cy"] == 1.0  # who knows only me depends on me alone
    assert max(nx.pagerank(graph).items(), key=lambda item: item[1])[0] == ME


def test_nobody_but_me_is_a_graph_too():
    graph = Network().graph(TODAY)
    assert (list(graph), graph.size()) == ([ME], 0)


@settings(max_examples=35)
@given(_networks, days())
def test_everyone_and_every_exchange_up_to_today_is_in_the_graph(network, today):
    graph = network.graph(today)
    assert ME in graph
    assert set(graph) == set(network.people["id"])
    happened = network.exchanges.filter(pl.col("date") <= today)
    assert graph.size(weight="count") == happened.height
    for kind in ("give", "ask", "touch"):
        assert math.isclose(graph.size(weight=kind), edges(network, today)[kind].sum(), abs_tol=1e-12)
    met = set(happened.select("actor", "other").rows())
    known = {(ME, id) for id in network.others["id"]} | set(network.ties.select("a", "b").rows())
    assert set(graph.edges) == met | known | {(b, a) for a, b in known}
    assert all(
        edge["give"] >= 0 and edge["ask"] >= 0 and edge["touch"] >= 0 for *_, edge in graph.edges(data=True)
    )
    assert all((edge["last"] is None) == (edge["count"] == 0) for *_, edge in graph.edges(data=True))


def edge_by_edge(network, today):
    """The same graph, made with nothing but NetworkX's own verbs."""
    graph = nx.DiGraph()
    for row in network.people.iter_rows(named=True):
        graph.add_node(row.pop("id"), **row)
    known = [(ME, id) for id in network.others["id"]] + network.ties.select("a", "b").rows()
    for a, b in known:
        for u, v in ((a, b), (b, a)):
            graph.add_edge(u, v, give=0.0, ask=0.0, touch=0.0, last=None, count=0)
    for row in edges(network, today).iter_rows(named=True):
        graph.add_edge(row.pop("actor"), row.pop("other"), **row)
    return graph


@settings(max_examples=50)
@given(_networks, days())
def test_the_graph_is_the_one_that_networkx_makesedge_by_edge(network, today):
    graph, other = network.graph(today), edge_by_edge(network, today)
    assert type(graph) is nx.DiGraph
    assert list(graph.nodes(data=True)) == list(other.nodes(data=True))
    assert list(graph.edges(data=True)) == list(other.edges(data=True))
    assert {v: list(us) for v, us in graph.pred.items()} == {v: list(us) for v, us in other.pred.items()}
    assert all(graph.pred[v][u] is edge for u, v, edge in graph.edges(data=True))


@settings(max_examples=10)
@given(_networks, days())
def test_the_graph_can_be_copied_kept_and_changed_as_any_other(network, today):
    graph = network.graph(today)
    assert nx.utils.graphs_equal(pickle.loads(pickle.dumps(graph)), graph)
    assert nx.utils.graphs_equal(graph.copy(), graph)
    assert nx.utils.graphs_equal(graph.reverse().reverse(), graph)
    assert nx.to_dict_of_dicts(graph) == {u: dict(graph[u]) for u in graph}
    undirected, size = graph.to_undirected(), graph.number_of_edges()
    assert set(map(frozenset, undirected.edges)) == set(map(frozenset, graph.edges))
    graph.add_edge(ME, "newcomer", give=1.0)
    assert list(graph.pred["newcomer"]) == [ME]
    graph.remove_node("newcomer")
    assert graph.number_of_edges() == size
