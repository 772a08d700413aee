"""The graph is made as somebody asks for it, and nobody can tell: it is held beside one that was there at once."""

from __future__ import annotations

import copy
import operator
import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier, RLock

import networkx as nx
import polars as pl
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from netgive_lib import graph_rows
from netgive_lib.network import Network
from netgive_lib.sample import generate, sample_today
from netgive_lib.schema import ME
from netgive_lib.when_asked import _UNMADE, Made, WhenAsked, unmade
from tests.strategies import days, networks
from tests.test_graph import edge_by_edge

TODAY = date(2026, 7, 1)
NAMES = [ME, *"abcde", "new", "newer"]
_names = st.sampled_from(NAMES)
_pairs = st.tuples(_names, _names)
_values = st.dictionaries(st.sampled_from(["give", "last", "name", "tags"]), st.integers(0, 3), max_size=2)


def told_rows(side):
    """All rows of one side of a graph, in their order."""
    return [(id, list(row.items())) for id, row in side.items()]


def told(graph):
    """All that a graph holds, in its order."""
    return list(graph._node.items()), told_rows(graph._succ), told_rows(graph._pred), dict(graph.graph)


def check_alike(graph, other):
    """Raise where two graphs differ, in order too, or where an edge is not one and the same on both sides."""
    assert told(graph) == told(other)
    assert nx.utils.graphs_equal(graph, other)
    assert nx.utils.graphs_equal(other, graph)
    assert all(graph._pred[v][u] is edge for u, v, edge in graph.edges(data=True))
    assert graph._adj is graph._succ


@pytest.fixture
def one_by_one(monkeypatch):
    """In graphs of any size, rows are made one by one."""
    monkeypatch.setattr(graph_rows, "_PEOPLE_FOR_ONE", 1)
    monkeypatch.setattr(graph_rows, "_EDGES_FOR_ONE", 1)


@pytest.fixture(scope="module")
def sample():
    """A made-up network, its day, and the graph that was there at once."""
    network = generate(60, 900, 7)
    today = sample_today(network)
    return network, today, edge_by_edge(network, today)


@pytest.fixture
def graph(sample, one_by_one):  # noqa: ARG001
    """A graph in which nothing is made yet."""
    network, today, _ = sample
    return network.graph(today)


def waiting(mapping):
    """How many values of a dict nobody has asked for."""
    return sum(dict.get(mapping, key) is _UNMADE for key in mapping)


ASKS = {
    "one of the nodes": lambda g: g.nodes[next(reversed(g._node))],
    "has_edge": lambda g: [g.has_edge(u, v) for u in NAMES for v in NAMES],
    "has_node": lambda g: [g.has_node(n) for n in NAMES],
    "contacts": lambda g: sorted(nx.all_neighbors(g, ME)) if ME in g else [],
    "degrees": lambda g: (dict(g.degree), dict(g.in_degree), dict(g.out_degree)),
    "weighted degrees": lambda g: list(g.degree(weight="count")),
    "one's degree": lambda g: [(g.degree(n), g.in_degree(n)) for n in "ab" if n in g],
    "size": lambda g: (len(g), g.number_of_nodes(), g.number_of_edges(), g.size(weight="count")),
    "edges": lambda g: (list(g.edges), list(g.in_edges), list(g.edges(["a", ME]))),
    "edges' attributes": lambda g: (list(g.edges(data=True)), list(g.in_edges(data="give"))),
    "the nodes": lambda g: (list(g), list(g.nodes.items()), list(g.nodes(data="name"))),
    "adjacency": lambda g: [(u, dict(row)) for u, row in g.adjacency()],
    "adj": lambda g: {u: dict(row) for u, row in g.adj.items()},
    "pred": lambda g: {u: dict(row) for u, row in g.pred.items()},
    "each in turn": lambda g: [(g.nodes[n], g[n], g.pred[n]) for n in g],
    "node-link data": lambda g: nx.node_link_data(g, edges="edges"),
    "ego graph": lambda g: told(nx.ego_graph(g, "a")) if "a" in g else None,
    "dict of dicts": lambda g: (nx.to_dict_of_dicts(g), nx.to_dict_of_lists(g)),
    "a path": lambda g: nx.has_path(g, "a", "b") if "a" in g and "b" in g else None,
    "pagerank": lambda g: nx.pagerank(g, weight="count") if len(g) else None,
    "text": lambda g: (str(g), str(g.adj), str(g.nodes), repr(g._node)),
}
COPIES = {
    "copy": lambda g: g.copy(),
    "DiGraph": nx.DiGraph,
    "copy.copy": copy.copy,
    "copy.deepcopy": copy.deepcopy,
    "pickle": lambda g: pickle.loads(pickle.dumps(g)),
    "reverse": lambda g: g.reverse(),
    "reverse view": lambda g: g.reverse(copy=False).copy(),
    "subgraph": lambda g: g.subgraph([ME, "a", "c"]).copy(),
    "edge subgraph": lambda g: g.edge_subgraph(list(g.edges)[::2]).copy(),
    "compose": lambda g: nx.compose(g, nx.DiGraph([("a", "new")])),
    "compose the other way": lambda g: nx.compose(nx.DiGraph([("a", "new")]), g),
    "relabelled": lambda g: nx.relabel_nodes(g, {"a": "newer"}),
    "without nodes": lambda g: nx.restricted_view(g, [ME] if ME in g else [], []).copy(),
}
UNDIRECTED = {
    "undirected": lambda g: g.to_undirected(),
    "reciprocal": lambda g: g.to_undirected(reciprocal=True),
    "undirected view": lambda g: g.to_undirected(as_view=True),
    "Graph": nx.Graph,
}


def undirected(graph):
    """All that an undirected graph holds, in its order."""
    return list(graph.nodes(data=True)), told_rows(dict(graph.adjacency()))


class Beside(RuleBasedStateMachine):
    """The same is done to a graph made as it is asked for, and to one that was there at once."""

    def __init__(self):
        super().__init__()
        self.patched = pytest.MonkeyPatch()

    def teardown(self):
        self.patched.undo()
        if hasattr(self, "graph"):
            check_alike(self.graph, self.other)

    @initialize(
        network=networks(most_exchanges=12, tables=("people", "ties", "exchanges")),
        today=days(),
        people=st.sampled_from([1, 3, 1000]),
        rows=st.sampled_from([1, 4, 1000]),
    )
    def begin(self, network, today, people, rows):
        self.patched.setattr(graph_rows, "_PEOPLE_FOR_ONE", people)
        self.patched.setattr(graph_rows, "_EDGES_FOR_ONE", rows)
        self.graph, self.other = network.graph(today), edge_by_edge(network, today)
        self.views = self.viewed()

    def viewed(self):
        """Views that somebody holds on to; some take methods of the dicts inside with them."""
        return [
            (g.adj, g.pred, g.nodes, g.edges, g.in_edges, g.degree, g.edges(data=True), g.reverse(copy=False))
            for g in (self.graph, self.other)
        ]

    def both(self, do):
        """Do something to both graphs: it has to give the same, or raise the same."""
        gave = []
        for graph in (self.graph, self.other):
            try:
                gave.append(do(graph))
            except (nx.NetworkXException, KeyError, StopIteration) as error:
                gave.append((type(error), str(error)))
        assert gave[0] == gave[1]

    @rule(what=st.sampled_from(sorted(ASKS)))
    def ask(self, what):
        self.both(ASKS[what])

    @rule(name=_names)
    def ask_for_one(self, name):
        self.both(lambda g: dict(g[name]))
        self.both(lambda g: g.nodes[name])

    @rule(name=_names)
    def ask_who_leads_to_one(self, name):
        self.both(lambda g: list(g.predecessors(name)))

    @rule(what=st.sampled_from(sorted(COPIES)))
    def take_a_copy(self, what):
        self.both(lambda g: told(COPIES[what](g)))

    @rule(what=st.sampled_from(sorted(UNDIRECTED)))
    def forget_directions(self, what):
        self.both(lambda g: undirected(UNDIRECTED[what](g)))

    @rule(what=st.sampled_from(sorted(COPIES)))
    def go_on_with_a_copy(self, what):
        self.graph, self.other = COPIES[what](self.graph), COPIES[what](self.other)
        self.views = self.viewed()

    @rule()
    def look_at_kept_views(self):
        ours, theirs = self.views
        for view, other in zip(ours, theirs, strict=True):
            assert list(view) == list(other)
        for view, other in zip(ours[:2], theirs[:2], strict=True):
            assert told_rows(view) == told_rows(other)

    @rule(name=_names, values=_values)
    def add_node(self, name, values):
        self.both(lambda g: g.add_node(name, **values))

    @rule(names=st.lists(_names, max_size=3), values=_values)
    def add_nodes_from(self, names, values):
        self.both(lambda g: g.add_nodes_from([(name, dict(values)) for name in names], note=1))

    @rule(pair=_pairs, values=_values)
    def add_edge(self, pair, values):
        self.both(lambda g: g.add_edge(*pair, **values))

    @rule(pairs=st.lists(_pairs, max_size=3), values=_values)
    def update(self, pairs, values):
        self.both(lambda g: g.update(edges=[(*pair, dict(values)) for pair in pairs], nodes=["new"]))

    @rule(name=_names)
    def remove_node(self, name):
        self.both(lambda g: g.remove_node(name))

    @rule(names=st.lists(_names, max_size=3))
    def remove_nodes_from(self, names):
        self.both(lambda g: g.remove_nodes_from(names))

    @rule(pair=_pairs)
    def remove_edge(self, pair):
        self.both(lambda g: g.remove_edge(*pair))

    @rule(pairs=st.lists(_pairs, max_size=3))
    def remove_edges_from(self, pairs):
        self.both(lambda g: g.remove_edges_from(pairs))

    @rule(name=_names, values=_values)
    def change_a_person(self, name, values):
        self.both(lambda g: g.nodes[name].update(values))

    @rule(pair=_pairs, values=_values, leads=st.booleans())
    def change_an_edge(self, pair, values, leads):
        self.both(lambda g: (g.adj[pair[0]][pair[1]] if leads else g.pred[pair[1]][pair[0]]).update(values))

    @rule(pairs=st.lists(_pairs, max_size=3), value=st.integers(0, 3))
    def set_attributes(self, pairs, value):
        self.both(lambda g: nx.set_edge_attributes(g, dict.fromkeys(pairs, value), "give"))
        self.both(lambda g: nx.set_node_attributes(g, {u: value for u, _ in pairs}, "ring"))

    @rule(old=_names, new=_names)
    def relabel_in_place(self, old, new):
        self.both(lambda g: told(nx.relabel_nodes(g, {old: new}, copy=False)))

    @rule()
    def clear_edges(self):
        self.both(lambda g: g.clear_edges())

    @precondition(lambda self: len(self.other) < 4)
    @rule()
    def clear(self):
        self.both(lambda g: g.clear())

    @rule()
    def freeze(self):
        self.both(lambda g: nx.freeze(copy.copy(g)).frozen)

    @rule(leads=st.booleans())
    def take_the_last_out_of_a_dict_inside(self, leads):
        self.both(lambda g: (copy.deepcopy(g)._succ if leads else copy.deepcopy(g)._node).popitem())


TestBeside = Beside.TestCase
TestBeside.settings = settings(max_examples=120, stateful_step_count=12, deadline=None)


@pytest.mark.parametrize("what", [*COPIES, *UNDIRECTED])
def test_a_copy_of_a_graph_nobody_asked_yet_is_that_of_one_there_at_once(graph, sample, what):
    made = (COPIES | UNDIRECTED)[what]
    assert undirected(made(graph)) == undirected(made(sample[2]))


@pytest.mark.parametrize("what", ASKS)
def test_a_graph_nobody_asked_yet_answers_as_one_there_at_once(graph, sample, what):
    assert ASKS[what](graph) == ASKS[what](sample[2])


def test_only_who_is_asked_for_is_made(graph):
    size, name = len(graph), list(graph)[5]
    assert list(graph) == list(graph.nodes)
    assert name in graph
    assert [waiting(side) for side in (graph._node, graph._succ, graph._pred)] == [size] * 3
    contacts = list(graph[name])
    assert graph.nodes[name]["name"]
    assert graph.in_degree(name) > 0
    assert ME in contacts
    assert [waiting(side) for side in (graph._node, graph._succ, graph._pred)] == [size - 1] * 3


def test_who_goes_through_it_has_all_made_and_then_it_is_as_fast_as_a_dict(graph):
    assert type(graph._succ) is WhenAsked
    graph.edges(data=True)  # a view alone asks for nothing
    assert waiting(graph._succ) == len(graph)
    assert len(list(graph.edges(data=True))) > 0
    assert [type(side) for side in (graph._node, graph._succ, graph._pred)] == [WhenAsked, Made, WhenAsked]
    assert Made.__getitem__ is dict.__getitem__
    assert Made.__iter__ is dict.__iter__


def test_asking_one_after_the_other_ends_in_all_at_once(monkeypatch, sample):
    network, today, other = sample
    monkeypatch.setattr(graph_rows, "_PEOPLE_FOR_ONE", 10)
    monkeypatch.setattr(graph_rows, "_MOST_SINGLY", 2)
    monkeypatch.setattr(graph_rows, "_EDGES_FOR_ONE", 1)
    graph = network.graph(today)
    for name in list(graph)[:3]:
        assert graph[name] == other[name]
    assert type(graph._succ) is Made
    for name in list(graph)[:7]:
        assert graph.nodes[name] == other.nodes[name]
    assert type(graph._node) is Made
    assert (
        graph.pred[ME] == other.pred[ME]
    )  # all edges are there: to enter them takes no longer than to look for one's
    assert type(graph._pred) is Made
    check_alike(graph, other)


@pytest.mark.parametrize("first", ["_succ", "_pred"])
def test_my_edges_are_those_that_were_made_for_others_before(graph, first):
    second = {"_succ": "_pred", "_pred": "_succ"}[first]
    early = {name: getattr(graph, first)[name][ME] for name in list(graph)[1:9]}
    for name, edge in early.items():
        assert getattr(graph, second)[ME][name] is edge
        assert getattr(graph, second)[name][ME] is getattr(graph, first)[ME][name]


@pytest.mark.parametrize("first", ["_succ", "_pred"])
@pytest.mark.parametrize("all_at_once", [True, False])
def test_an_edge_is_one_and_the_same_whichever_side_is_asked_first(graph, first, all_at_once):
    second = {"_succ": "_pred", "_pred": "_succ"}[first]
    early = dict(getattr(graph, first)[ME].items())
    if all_at_once:
        getattr(graph, first).values()
    for name, edge in early.items():
        assert getattr(graph, second)[name][ME] is edge
    assert all(graph._pred[v][u] is edge for u, v, edge in graph.edges(data=True))


def test_pickled_and_copied_deeply_it_is_made_of_plain_dicts(graph):
    for other in (pickle.loads(pickle.dumps(graph)), copy.deepcopy(graph), graph.copy()):
        assert {type(side) for side in (other._node, other._succ, other._adj, other._pred)} == {dict}
        assert all(other._pred[v][u] is edge for u, v, edge in other.edges(data=True))
        assert other._adj is other._succ


@pytest.mark.usefixtures("one_by_one")
def test_threads_that_ask_at_once_get_one_and_the_same(sample):
    network, today, _ = sample
    for turn in range(25):
        graph, together = network.graph(today), Barrier(6)
        names = list(graph)[turn % 3 :: 3]

        def ask(number, graph=graph, together=together, names=names):
            together.wait()
            if number == 5:
                graph._succ.items()  # meanwhile somebody wants all
            found = []
            for name in names:
                found += [graph._node[name], graph._succ[name], graph._pred[name]]
                found += [graph._succ[name][ME], graph._pred[name][ME]] if name != ME else []
            return [id(one) for one in found]

        with ThreadPoolExecutor(6) as threads:
            first, *others = threads.map(ask, range(6))
        assert all(other == first for other in others)
        assert all(graph._pred[v][u] is edge for u, v, edge in graph.edges(data=True))


class Squares:
    """Makes squares."""

    def __init__(self, lock, singly):
        self.lock, self.singly = lock, singly

    def one(self, key):
        return key * key

    def all(self):
        return {key: key * key for key in range(10)}


@pytest.fixture(params=[0, 2, 100])
def squares(request):
    """A fresh dict of squares, of which none, two or all are made one by one."""
    return lambda: WhenAsked(unmade(range(10)), Squares(RLock(), request.param))


PLAIN = {key: key * key for key in range(10)}
OF_A_DICT = {
    "[]": lambda d: d[3],
    "[], absent": lambda d: d[11],
    "get": lambda d: (d.get(3), d.get(11), d.get(11, 5), d.get(0, 5)),
    "in": lambda d: (3 in d, 11 in d),
    "len": len,
    "list": list,
    "reversed": lambda d: list(reversed(d)),
    "keys": lambda d: list(d.keys()),
    "keys and": lambda d: d.keys() & {1, 2, 99},
    "values": lambda d: list(d.values()),
    "items": lambda d: list(d.items()),
    "copy": lambda d: d.copy(),
    "copy.copy": copy.copy,
    "dict": dict,
    "**": lambda d: {**d},
    "dict.update": lambda d: (empty := {}).update(d) or empty,
    "sorted": lambda d: sorted(d.items(), reverse=True),
    "|": lambda d: d | {3: 1},
    "| from the right": lambda d: {3: 1, 12: 1} | d,
    "|=": lambda d: d.__ior__({3: 1, 12: 1}),
    "| of itself": lambda d: d | d,
    "==": lambda d: (d == PLAIN, operator.eq(PLAIN, d), d != PLAIN, operator.ne(PLAIN, d), d == {}, d == 3),
    "pop": lambda d: (d.pop(3), d.pop(3, None), list(d.items())),
    "pop, absent": lambda d: d.pop(11),
    "popitem": lambda d: (d.popitem(), list(d.items())),
    "setdefault": lambda d: (d.setdefault(3, 1), d.setdefault(12, 1), d.setdefault(13), list(d.items())),
    "[] =": lambda d: d.__setitem__(3, 1) or d.__setitem__(12, 1) or list(d.items()),
    "del": lambda d: d.__delitem__(3) or list(d.items()),
    "del and back": lambda d: d.__delitem__(3) or d.__setitem__(3, 0) or list(d.items()),
    "update": lambda d: d.update({3: 1, 12: 1}) or list(d.items()),
    "clear": lambda d: d.clear() or d.update({3: 1}) or list(d.items()),
    "text": str,
    "pickle": lambda d: pickle.loads(pickle.dumps(d)),
    "hash": hash,
    "bool": bool,
}


@pytest.mark.parametrize("what", OF_A_DICT)
@pytest.mark.parametrize(
    "before", [lambda _: None, lambda d: d[4], lambda d: d.items()], ids=["", "one", "all"]
)
def test_it_is_a_dict_to_all_who_use_it(squares, what, before):
    def answer(mapping):
        before(mapping)
        try:
            return OF_A_DICT[what](mapping)
        except (KeyError, TypeError) as error:
            return type(error)

    ours, plain = answer(squares()), answer(dict(PLAIN))
    assert ours == plain
    assert str(ours) == str(plain)


def test_two_of_them_compare_by_their_values(squares):
    assert squares() == squares()
    assert not operator.ne(squares(), squares())
    assert squares() | squares() == PLAIN


def test_a_method_that_was_taken_before_all_were_made_works_after(squares):
    mapping = squares()
    taken = {name: getattr(mapping, name) for name in ("get", "items", "values", "copy", "setdefault", "pop")}
    mapping.items()
    assert type(mapping) is Made
    assert taken["get"](3) == taken["setdefault"](3) == 9
    assert (dict(taken["items"]()), list(taken["values"]()), taken["copy"]()) == (
        PLAIN,
        list(PLAIN.values()),
        PLAIN,
    )
    assert taken["pop"](3) == 9


def test_who_goes_through_the_keys_while_values_are_made_meets_each_once(squares):
    mapping = squares()
    del mapping[2]
    met = []
    for key in mapping:
        met.append((key, mapping[key]))
        if key == 5:
            mapping.items()
    assert met == [(key, value) for key, value in PLAIN.items() if key != 2]


def test_a_table_that_is_changed_in_place_later_changes_no_graph():
    people = pl.DataFrame({"id": [ME, "ana"], "name": ["I", "Ana"]})
    network = Network(people=people)
    graph = network.graph(TODAY)
    network.people.insert_column(1, pl.Series("extra", [1, 2]))
    assert "extra" not in graph.nodes["ana"]
    assert "extra" not in dict(graph.nodes(data=True))[ME]
