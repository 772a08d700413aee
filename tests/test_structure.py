"""Structural holes: equal to NetworkX to the ninth digit, and to what can be worked out by hand."""

from __future__ import annotations

import itertools
import math
from datetime import date

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgive_lib import graph as graphs
from netgive_lib import structure
from netgive_lib.sample import generate, load_sample
from netgive_lib.schema import ME
from netgive_lib.structure import Brokerage, brokerage, constraint, effective_size

TODAY = date(2026, 11, 2)
MEASURES = [(constraint, nx.constraint), (effective_size, nx.effective_size)]
both_measures = pytest.mark.parametrize(("ours", "theirs"), MEASURES, ids=["constraint", "effective_size"])


@st.composite
def weighted_graphs(draw):
    """Up to eight nodes, directed or not, with isolates, loops, weights of 0 and edges without a weight."""
    graph = draw(st.sampled_from([nx.DiGraph, nx.Graph]))()
    size = draw(st.integers(1, 8))
    graph.add_nodes_from(range(size))
    node = st.integers(0, size - 1)
    for u, v in draw(st.lists(st.tuples(node, node), max_size=24)):
        weight = draw(st.none() | st.sampled_from([0, 0.25, 1, 3.5]) | st.floats(1e-6, 1e6))
        graph.add_edge(u, v, **({} if weight is None else {"strength": weight}))
    return graph


def same(ours, theirs):
    """Whether two measures have the same nodes in the same order, and values equal to 1e-9; nan equals nan."""
    return list(ours) == list(theirs) and all(
        math.isclose(ours[node], theirs[node], rel_tol=1e-9, abs_tol=1e-9)
        or (math.isnan(ours[node]) and math.isnan(theirs[node]))
        for node in ours
    )


@both_measures
@given(weighted_graphs(), st.sampled_from([None, "strength", "nowhere"]), st.data())
def test_equal_to_networkx_on_any_graph(ours, theirs, graph, weight, data):
    whole = theirs(graph, list(graph), weight)
    assert same(ours(graph, weight=weight), whole)
    some = data.draw(st.lists(st.sampled_from(list(graph)), unique=True))
    assert same(ours(graph, some, weight), {node: whole[node] for node in some})


@both_measures
@pytest.mark.parametrize("weight", [None, "touch"])
def test_equal_to_networkx_in_the_sample_for_me_and_for_anyone(ours, theirs, weight):
    graph = load_sample("story").graph(TODAY)
    some = [ME, *list(graph)[1::40]] if weight else list(graph)[1::30]  # NetworkX takes seconds for me
    assert same(ours(graph, some, weight), theirs(graph, some, weight))
    assert same({node: ours(graph, weight=weight)[node] for node in some}, ours(graph, some, weight))


@both_measures
def test_batches_change_nothing(ours, theirs, monkeypatch):
    graph = generate(60, 600, 1).graph(TODAY)
    monkeypatch.setattr(structure, "_MOST_WEDGES", 5)
    assert same(ours(graph, weight="touch"), theirs(graph, list(graph), "touch"))


def test_constraint_by_hand():
    # Two who know me and each other: half of my ties goes to each, and half of theirs to the other.
    assert constraint(nx.complete_graph(3), [0]) == pytest.approx({0: 2 * (1 / 2 + 1 / 2 * 1 / 2) ** 2})
    # One tie is three times the other, and they have not met: (3/4)^2 + (1/4)^2.
    graph = nx.DiGraph()
    graph.add_edge(ME, "ana", give=2.0)
    graph.add_edge("ana", ME, give=1.0)
    graph.add_edge(ME, "bo", give=1.0)
    assert constraint(graph, [ME], "give") == pytest.approx({ME: 10 / 16})


def test_effective_size_by_hand():
    # Borgatti's example of 1997: six contacts, three ties among them, 6 - 2 * 3 / 6.
    graph = nx.star_graph(6)
    graph.add_edges_from([(1, 2), (2, 3), (5, 6)])
    assert effective_size(graph, [0]) == pytest.approx({0: 5.0})
    graph = nx.DiGraph([("me", "a"), ("a", "me"), ("a", "b"), ("me", "b")])
    # p(me, a) = 2/3, p(me, b) = 1/3; a: m(a, b) = 1/2; b: m(b, a) = 1. 2 - 1/3 * 1/2 - 2/3 * 1.
    assert effective_size(graph, ["me"]) == pytest.approx({"me": 7 / 6})


def test_who_knows_nobody_is_nan():
    graph = nx.DiGraph([("a", "b"), ("c", "c")])
    graph.add_node("d")
    assert [node for node, value in constraint(graph).items() if math.isnan(value)] == ["b", "d"]
    assert [node for node, value in effective_size(graph).items() if math.isnan(value)] == ["b", "c", "d"]
    assert constraint(nx.DiGraph()) == effective_size(nx.DiGraph()) == {}


@pytest.mark.parametrize("measure", [constraint, effective_size])
def test_refused_are_negative_weights_and_nodes_that_are_not_there(measure):
    graph = nx.DiGraph()
    graph.add_edge("a", "b", give=-1.0)
    graph.add_edge("a", "c", last=None)
    with pytest.raises(ValueError, match=r"'give' of the edge from 'a' to 'b' is -1\.0"):
        measure(graph, weight="give")
    with pytest.raises(ValueError, match="'last' of the edge from 'a' to 'c' is None"):
        measure(graph, weight="last")
    with pytest.raises(nx.NodeNotFound, match="'zoe' is not in the graph"):
        measure(graph, ["zoe"])
    with pytest.raises(nx.NodeNotFound, match="'zoe' is not in the graph"):
        brokerage(graph, "zoe")


def test_brokerage_by_hand():
    graph = nx.DiGraph(
        [("me", "a"), ("b", "me"), ("me", "c"), ("a", "b"), ("b", "a"), ("me", "me"), ("c", "d")]
    )
    assert brokerage(graph, "me") == Brokerage(contacts=3, pairs=3, open=2)
    assert brokerage(graph, "me").share == pytest.approx(2 / 3)
    assert brokerage(graph, "d") == Brokerage(contacts=1, pairs=0, open=0)
    assert math.isnan(brokerage(graph, "d").share)


@pytest.mark.parametrize("measure", [constraint, effective_size])
@pytest.mark.parametrize("weight", [math.nan, math.inf, -1, "x", "3", None, 10**400, 1e308, object()])
def test_a_weight_that_no_sum_can_be_made_of_is_refused_and_its_edge_named(measure, weight):
    graph = nx.Graph([(0, 1), (1, 2)])
    graph.add_edge("a", "b", give=weight)
    with pytest.raises(ValueError, match="'give' of the edge from 'a' to 'b' is"):
        measure(graph, weight="give")


@given(weighted_graphs())
def test_brokerage_counts_the_pairs_of_contacts_without_an_edge(graph):
    for node in graph:
        contacts = set(nx.all_neighbors(graph, node)) - {node}
        pairs = list(itertools.combinations(contacts, 2))
        untied = [(a, b) for a, b in pairs if not graph.has_edge(a, b) and not graph.has_edge(b, a)]
        assert brokerage(graph, node) == Brokerage(len(contacts), len(pairs), len(untied))


def test_the_graph_module_has_them():
    graph = load_sample("story").graph(TODAY)
    mine = graphs.brokerage(graph, ME)
    assert mine.contacts == graph.number_of_nodes() - 1
    # Me knows everyone: every tie between others is a pair of my contacts that has met.
    assert mine.pairs - mine.open == graph.subgraph(set(graph) - {ME}).to_undirected().size()
    assert (
        graphs.constraint(graph, [ME])[ME]
        < 0.1
        < min(value for node, value in graphs.constraint(graph).items() if node != ME)
    )
    assert graphs.effective_size(graph, [ME])[ME] > 80
